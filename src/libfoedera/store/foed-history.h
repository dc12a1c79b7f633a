/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-change.h"
#include "foed-library.h"

G_BEGIN_DECLS

/**
 * FoedHistoryEntry:
 * @number: its number, growing
 * @label: what was done, in the user's words
 * @moment: when, in seconds since 1970 UTC
 * @undone: whether it was undone and can be done again
 * @n_new: records made
 * @n_changed: records changed
 * @n_removed: records removed
 * @has_report: whether there is a report of it
 *
 * One change of the library.
 */
typedef struct
{
  gint64    number;
  char     *label;
  gint64    moment;
  gboolean  undone;
  guint     n_new;
  guint     n_changed;
  guint     n_removed;
  gboolean  has_report;
} FoedHistoryEntry;

void       foed_history_entry_free           (FoedHistoryEntry     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedHistoryEntry, foed_history_entry_free)

/* Newest first. */
GPtrArray *foed_library_list_history_sync    (FoedLibrary          *self,
                                              GCancellable         *cancellable,
                                              GError              **error);
void       foed_library_list_history_async   (FoedLibrary          *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
GPtrArray *foed_library_list_history_finish  (FoedLibrary          *self,
                                              GAsyncResult         *result,
                                              GError              **error);
/* The changes of one entry, record by record. */
GPtrArray *foed_library_list_changes_sync    (FoedLibrary          *self,
                                              gint64                number,
                                              GCancellable         *cancellable,
                                              GError              **error);

/* What was told when it was done, in words; see foed_writer_set_report(). */
char      *foed_library_dup_report_sync      (FoedLibrary          *self,
                                              gint64                number,
                                              GCancellable         *cancellable,
                                              GError              **error);
void       foed_library_dup_report_async     (FoedLibrary          *self,
                                              gint64                number,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
char      *foed_library_dup_report_finish    (FoedLibrary          *self,
                                              GAsyncResult         *result,
                                              GError              **error);

/* Each returns the label of what was undone, done again or reverted. */
char      *foed_library_undo_sync            (FoedLibrary          *self,
                                              GCancellable         *cancellable,
                                              GError              **error);
void       foed_library_undo_async           (FoedLibrary          *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
char      *foed_library_undo_finish          (FoedLibrary          *self,
                                              GAsyncResult         *result,
                                              GError              **error);
char      *foed_library_redo_sync            (FoedLibrary          *self,
                                              GCancellable         *cancellable,
                                              GError              **error);
void       foed_library_redo_async           (FoedLibrary          *self,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
char      *foed_library_redo_finish          (FoedLibrary          *self,
                                              GAsyncResult         *result,
                                              GError              **error);
char      *foed_library_revert_sync          (FoedLibrary          *self,
                                              gint64                number,
                                              GCancellable         *cancellable,
                                              GError              **error);
void       foed_library_revert_async         (FoedLibrary          *self,
                                              gint64                number,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
char      *foed_library_revert_finish        (FoedLibrary          *self,
                                              GAsyncResult         *result,
                                              GError              **error);

G_END_DECLS
