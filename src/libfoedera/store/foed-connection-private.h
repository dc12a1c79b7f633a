/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "foed-library.h"

G_BEGIN_DECLS

/* How long to wait for another program that writes, in microseconds. */
#define FOED_CONNECTION_PATIENCE (5 * G_TIME_SPAN_SECOND)

/**
 * FoedConnection:
 *
 * One SQLite connection. It belongs to the thread that opened it and is used by no other; every call asserts that.
 */
typedef struct _FoedConnection FoedConnection;

/* Only for FoedStatement. */
typedef struct _FoedStatementCache FoedStatementCache;

/**
 * FoedConnectionMode:
 * @FOED_CONNECTION_READ_ONLY: reads an existing file
 * @FOED_CONNECTION_READ_WRITE: reads and writes an existing file
 * @FOED_CONNECTION_CREATE: reads and writes; makes the file where there is none
 */
typedef enum
{
  FOED_CONNECTION_READ_ONLY,
  FOED_CONNECTION_READ_WRITE,
  FOED_CONNECTION_CREATE
} FoedConnectionMode;

FoedConnection *foed_connection_open            (const char          *path,
                                                 FoedConnectionMode   mode,
                                                 GCancellable        *cancellable,
                                                 GError             **error);
void            foed_connection_close           (FoedConnection      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedConnection, foed_connection_close)

sqlite3        *foed_connection_get_handle      (FoedConnection      *self);
const char     *foed_connection_get_path        (FoedConnection      *self);
FoedStatementCache *foed_connection_get_statements (FoedConnection   *self);
void            foed_connection_set_cancellable (FoedConnection      *self,
                                                 GCancellable        *cancellable);

gboolean        foed_connection_execute         (FoedConnection      *self,
                                                 const char          *sql,
                                                 GError             **error);
gboolean        foed_connection_read_integer    (FoedConnection      *self,
                                                 const char          *sql,
                                                 gint64              *value,
                                                 GError             **error);
void            foed_connection_roll_back       (FoedConnection      *self);
void            foed_connection_set_error       (FoedConnection      *self,
                                                 int                  code,
                                                 GError             **error);

G_END_DECLS
