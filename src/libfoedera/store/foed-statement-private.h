/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-connection-private.h"

G_BEGIN_DECLS

/**
 * FoedStatement:
 *
 * A prepared statement, borrowed from its connection's cache. Releasing it (g_autoptr does) resets it and hands it
 * back; it must be released before its connection is closed. Parameters count from 1, columns from 0, as in SQLite.
 * Text that is bound is not copied: it must live until the statement is reset or released.
 */
typedef struct _FoedStatement FoedStatement;

FoedStatement      *foed_statement_new            (FoedConnection      *connection,
                                                   const char          *sql,
                                                   GError             **error);
void                foed_statement_release        (FoedStatement       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedStatement, foed_statement_release)

sqlite3_stmt       *foed_statement_get_handle     (FoedStatement       *self);

void                foed_statement_bind_text      (FoedStatement       *self,
                                                   int                  parameter,
                                                   const char          *text);
void                foed_statement_take_text      (FoedStatement       *self,
                                                   int                  parameter,
                                                   char                *text);
void                foed_statement_bind_integer   (FoedStatement       *self,
                                                   int                  parameter,
                                                   gint64               integer);
void                foed_statement_bind_number    (FoedStatement       *self,
                                                   int                  parameter,
                                                   double               number);
void                foed_statement_bind_bytes     (FoedStatement       *self,
                                                   int                  parameter,
                                                   gconstpointer        bytes,
                                                   gsize                length);
void                foed_statement_bind_null      (FoedStatement       *self,
                                                   int                  parameter);

gboolean            foed_statement_next           (FoedStatement       *self,
                                                   GError             **error);
gboolean            foed_statement_execute        (FoedStatement       *self,
                                                   GError             **error);
gboolean            foed_statement_try            (FoedStatement       *self,
                                                   gboolean            *taken,
                                                   GError             **error);
void                foed_statement_reset          (FoedStatement       *self);

gboolean            foed_statement_is_null        (FoedStatement       *self,
                                                   int                  column);
const char         *foed_statement_get_text       (FoedStatement       *self,
                                                   int                  column);
gint64              foed_statement_get_integer    (FoedStatement       *self,
                                                   int                  column);
double              foed_statement_get_number     (FoedStatement       *self,
                                                   int                  column);

FoedStatementCache *foed_statement_cache_new      (void);
void                foed_statement_cache_free     (FoedStatementCache  *self);

G_END_DECLS
