/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that is written beside the one it will replace, so that the old one stays whole until the new one is. */
typedef struct _FoedAtomicFile FoedAtomicFile;

FoedAtomicFile *foed_atomic_file_new        (GFile           *target,
                                             GCancellable    *cancellable,
                                             GError         **error);
GOutputStream  *foed_atomic_file_get_stream (FoedAtomicFile  *self);
gboolean        foed_atomic_file_commit     (FoedAtomicFile  *self,
                                             GCancellable    *cancellable,
                                             GError         **error);
void            foed_atomic_file_free       (FoedAtomicFile  *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedAtomicFile, foed_atomic_file_free)

/* Writes what a file is to hold. */
typedef gboolean (*FoedAtomicFileFunc) (GOutputStream  *stream,
                                        gpointer        user_data,
                                        GCancellable   *cancellable,
                                        GError        **error);

gboolean        foed_atomic_file_write      (GFile              *file,
                                             FoedAtomicFileFunc  func,
                                             gpointer            user_data,
                                             GCancellable       *cancellable,
                                             GError            **error);
void            foed_atomic_file_take_error (GError          *write_error,
                                             GFile           *file,
                                             GError         **error);

G_END_DECLS
