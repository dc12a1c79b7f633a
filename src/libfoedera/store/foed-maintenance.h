/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-library.h"

G_BEGIN_DECLS

/**
 * FoedFinding:
 * @rule: the stable name of what was checked
 * @serious: whether the library is damaged, rather than a record implausible
 * @record: (nullable): the id of the record
 * @message: what is wrong
 * @hint: what to do about it
 *
 * Something that foed_library_check_sync() found.
 */
typedef struct
{
  char     *rule;
  gboolean  serious;
  char     *record;
  char     *message;
  char     *hint;
} FoedFinding;

/**
 * FoedProgressFunc:
 * @done: how much is done
 * @total: of how much
 * @user_data: what was handed to the call
 *
 * Tells how far work has come. It is called in the thread that works.
 */
typedef void (*FoedProgressFunc) (gint64   done,
                                  gint64   total,
                                  gpointer user_data);

void       foed_finding_free           (FoedFinding          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedFinding, foed_finding_free)

gboolean   foed_library_backup_sync    (FoedLibrary          *self,
                                        GFile                *target,
                                        FoedProgressFunc      progress,
                                        gpointer              progress_data,
                                        GCancellable         *cancellable,
                                        GError              **error);
void       foed_library_backup_async   (FoedLibrary          *self,
                                        GFile                *target,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
gboolean   foed_library_backup_finish  (FoedLibrary          *self,
                                        GAsyncResult         *result,
                                        GError              **error);
GPtrArray *foed_library_check_sync     (FoedLibrary          *self,
                                        GCancellable         *cancellable,
                                        GError              **error);

G_END_DECLS
