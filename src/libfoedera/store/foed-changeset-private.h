/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-connection-private.h"
#include "model/foed-record.h"

G_BEGIN_DECLS

/**
 * FoedChangeset:
 *
 * A changeset of SQLite, compressed and cut in pieces, in memory or in the history.
 */
typedef struct _FoedChangeset FoedChangeset;

/**
 * FoedChangesetFunc:
 * @iterator: at one change
 * @table: its table
 * @operation: `SQLITE_INSERT`, `SQLITE_UPDATE` or `SQLITE_DELETE`
 * @data: what was handed to the call
 * @error: why to stop
 *
 * Returns: whether to go on
 */
typedef gboolean (*FoedChangesetFunc) (sqlite3_changeset_iter  *iterator,
                                       const char              *table,
                                       int                      operation,
                                       gpointer                 data,
                                       GError                 **error);

typedef int (*FoedChangesetConflict) (void                   *data,
                                      int                     conflict,
                                      sqlite3_changeset_iter *iterator);

FoedChangeset   *foed_changeset_new      (FoedConnection     *connection,
                                          gint64              number);
FoedChangeset   *foed_changeset_open     (FoedConnection     *connection,
                                          gint64              number);
FoedConnection  *foed_changeset_get_connection (FoedChangeset *self);
void             foed_changeset_free     (FoedChangeset      *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedChangeset, foed_changeset_free)

guint            foed_changeset_get_n_pieces (FoedChangeset  *self);
gboolean         foed_changeset_append   (FoedChangeset      *self,
                                          const guint8       *bytes,
                                          gsize               length,
                                          GError            **error);
gboolean         foed_changeset_append_session (FoedChangeset   *self,
                                                sqlite3_session *session,
                                                GError         **error);
gboolean         foed_changeset_merge_session (FoedChangeset   *self,
                                               sqlite3_session *session,
                                               GError         **error);
void             foed_changeset_truncate (FoedChangeset      *self,
                                          guint               n_pieces);

gboolean         foed_changeset_foreach  (FoedChangeset      *self,
                                          FoedChangesetFunc   func,
                                          gpointer            data,
                                          GError            **error);
gboolean         foed_changeset_apply_rows (FoedChangeset   *self,
                                            gboolean         invert,
                                            FoedChangesetConflict conflict,
                                            gpointer         data,
                                            GError         **error);
gboolean         foed_changeset_apply    (FoedChangeset      *self,
                                          gboolean            invert,
                                          GError            **error);

G_END_DECLS
