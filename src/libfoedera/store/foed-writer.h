/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-change.h"
#include "foed-library.h"

G_BEGIN_DECLS

/**
 * FoedWriter:
 *
 * A transaction under way. It exists only while a #FoedWriteFunc runs, in the writer thread.
 */
typedef struct _FoedWriter FoedWriter;

/**
 * FoedWriteFunc:
 * @writer: the transaction
 * @user_data: what was handed to the call
 * @cancellable: (nullable): look at it now and then
 * @error: (out): why the transaction must not be
 *
 * What a transaction does. It runs in the writer thread; whatever it did is rolled back where it fails.
 *
 * Returns: whether to commit
 */
typedef gboolean (*FoedWriteFunc) (FoedWriter    *writer,
                                   gpointer       user_data,
                                   GCancellable  *cancellable,
                                   GError       **error);

/**
 * FoedWriteFlags:
 * @FOED_WRITE_DEFAULT: commit
 * @FOED_WRITE_DRY_RUN: do everything, tell what changed, and roll back
 */
typedef enum
{
  FOED_WRITE_DEFAULT = 0,
  FOED_WRITE_DRY_RUN = 1 << 0
} FoedWriteFlags;

/**
 * FoedPutCounts:
 * @n_new: records that were not in the library
 * @n_changed: records that were, with other values or children
 * @n_unchanged: records that were, just so
 *
 * What foed_writer_put() did. Records without an id of their own count with their parent.
 */
typedef struct
{
  guint n_new;
  guint n_changed;
  guint n_unchanged;
} FoedPutCounts;

/**
 * FoedDangling:
 * @record: the id of the record that refers
 * @field: by which field
 * @target: the id that does not exist
 * @line: the line of the record in its file, or 0
 *
 * A reference that leads nowhere.
 */
typedef struct
{
  char      *record;
  FoedField  field;
  char      *target;
  int        line;
} FoedDangling;

void       foed_dangling_free           (FoedDangling         *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedDangling, foed_dangling_free)

gboolean   foed_library_write_sync      (FoedLibrary          *self,
                                         const char           *label,
                                         FoedWriteFlags        flags,
                                         FoedWriteFunc         func,
                                         gpointer              user_data,
                                         GCancellable         *cancellable,
                                         GPtrArray           **changes,
                                         GError              **error);
void       foed_library_write_async     (FoedLibrary          *self,
                                         const char           *label,
                                         FoedWriteFlags        flags,
                                         FoedWriteFunc         func,
                                         gpointer              user_data,
                                         GDestroyNotify        destroy,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              callback_data);
gboolean   foed_library_write_finish    (FoedLibrary          *self,
                                         GAsyncResult         *result,
                                         GPtrArray           **changes,
                                         GError              **error);

gboolean   foed_writer_put              (FoedWriter           *self,
                                         FoedRecord           *record,
                                         FoedPutCounts        *counts,
                                         GError              **error);
gboolean   foed_writer_remove           (FoedWriter           *self,
                                         const char           *id,
                                         GError              **error);
void       foed_writer_set_report       (FoedWriter           *self,
                                         const char           *report);
gboolean   foed_writer_has              (FoedWriter           *self,
                                         const char           *id);
FoedRecord *foed_writer_get_record      (FoedWriter           *self,
                                         const char           *id,
                                         GError              **error);
char     **foed_writer_list_ids         (FoedWriter           *self,
                                         FoedRecordKind        kind,
                                         GError              **error);
gboolean   foed_writer_begin_savepoint  (FoedWriter           *self,
                                         GError              **error);
gboolean   foed_writer_release          (FoedWriter           *self,
                                         GError              **error);
gboolean   foed_writer_roll_back        (FoedWriter           *self,
                                         GError              **error);
GPtrArray *foed_writer_list_dangling    (FoedWriter           *self,
                                         GError              **error);

G_END_DECLS
