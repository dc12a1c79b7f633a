/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/foed-record.h"

G_BEGIN_DECLS

#define FOED_LIBRARY_ERROR (foed_library_error_quark ())

/**
 * FoedLibraryError:
 * @FOED_LIBRARY_ERROR_FAILED: anything that has no code of its own
 * @FOED_LIBRARY_ERROR_CANNOT_OPEN: there is no such file, or no permission to open it
 * @FOED_LIBRARY_ERROR_NOT_A_LIBRARY: the file is something else
 * @FOED_LIBRARY_ERROR_TOO_NEW: a newer version of the program wrote the file
 * @FOED_LIBRARY_ERROR_BUSY: another program holds the file
 * @FOED_LIBRARY_ERROR_FULL: the disk is full
 * @FOED_LIBRARY_ERROR_CORRUPT: the file is damaged
 * @FOED_LIBRARY_ERROR_READ_ONLY: the file may not be written
 * @FOED_LIBRARY_ERROR_NOT_FOUND: there is no such record or change
 * @FOED_LIBRARY_ERROR_AMBIGUOUS: more than one record answers to the name
 * @FOED_LIBRARY_ERROR_DANGLING: a record names another that does not exist
 * @FOED_LIBRARY_ERROR_CONFLICT: a change can't be undone, because later ones build on it
 * @FOED_LIBRARY_ERROR_QUERY: the search text can't be understood
 */
typedef enum
{
  FOED_LIBRARY_ERROR_FAILED,
  FOED_LIBRARY_ERROR_CANNOT_OPEN,
  FOED_LIBRARY_ERROR_NOT_A_LIBRARY,
  FOED_LIBRARY_ERROR_TOO_NEW,
  FOED_LIBRARY_ERROR_BUSY,
  FOED_LIBRARY_ERROR_FULL,
  FOED_LIBRARY_ERROR_CORRUPT,
  FOED_LIBRARY_ERROR_READ_ONLY,
  FOED_LIBRARY_ERROR_NOT_FOUND,
  FOED_LIBRARY_ERROR_AMBIGUOUS,
  FOED_LIBRARY_ERROR_DANGLING,
  FOED_LIBRARY_ERROR_CONFLICT,
  FOED_LIBRARY_ERROR_QUERY
} FoedLibraryError;

/**
 * FoedLibraryFlags:
 * @FOED_LIBRARY_DEFAULT: read and write an existing library, migrating an older one
 * @FOED_LIBRARY_CREATE: make an empty library where there is none
 * @FOED_LIBRARY_READ_ONLY: never write to the file
 */
typedef enum
{
  FOED_LIBRARY_DEFAULT = 0,
  FOED_LIBRARY_CREATE = 1 << 0,
  FOED_LIBRARY_READ_ONLY = 1 << 1
} FoedLibraryFlags;

/**
 * FoedLibrary:
 *
 * An open library file. One writer thread and one reader thread belong to it; the `_async` calls run there, the
 * `_sync` calls block until the thread has answered and may be made from any thread but these two.
 *
 * Properties: `file` (GFile), `read-only`, `undo-label`, `redo-label` (nullable strings; what undo and redo would do).
 * Signal `changed`: something was written; emitted in the main context that opened the library.
 */
#define FOED_TYPE_LIBRARY (foed_library_get_type ())
G_DECLARE_FINAL_TYPE (FoedLibrary, foed_library, FOED, LIBRARY, GObject)

GQuark       foed_library_error_quark      (void);

FoedLibrary *foed_library_open_sync        (GFile                *file,
                                            FoedLibraryFlags      flags,
                                            GCancellable         *cancellable,
                                            GError              **error);
void         foed_library_open_async       (GFile                *file,
                                            FoedLibraryFlags      flags,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
FoedLibrary *foed_library_open_finish      (GAsyncResult         *result,
                                            GError              **error);

GFile       *foed_library_get_file         (FoedLibrary          *self);
gboolean     foed_library_get_read_only    (FoedLibrary          *self);
const char  *foed_library_get_undo_label   (FoedLibrary          *self);
const char  *foed_library_get_redo_label   (FoedLibrary          *self);

/* One record with everything under it. */
FoedRecord  *foed_library_get_record_sync  (FoedLibrary          *self,
                                            const char           *id,
                                            GCancellable         *cancellable,
                                            GError              **error);
void         foed_library_get_record_async (FoedLibrary          *self,
                                            const char           *id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
FoedRecord  *foed_library_get_record_finish (FoedLibrary         *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* The id behind what a person calls a record: an id, a code, a name. @kind narrows it, FOED_RECORD_NONE does not. */
char        *foed_library_resolve_sync     (FoedLibrary          *self,
                                            FoedRecordKind        kind,
                                            const char           *name,
                                            GCancellable         *cancellable,
                                            GError              **error);

/* The ids of all records of @kind, sorted. */
char       **foed_library_list_ids_sync    (FoedLibrary          *self,
                                            FoedRecordKind        kind,
                                            GCancellable         *cancellable,
                                            GError              **error);

/* The titles of records, for showing references: a GHashTable of id to title for all states, places, sources,
 * alliances and instruments; cheap, kept until the next change. */
GHashTable  *foed_library_dup_titles_sync  (FoedLibrary          *self,
                                            GCancellable         *cancellable,
                                            GError              **error);
void         foed_library_dup_titles_async (FoedLibrary          *self,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GHashTable  *foed_library_dup_titles_finish (FoedLibrary         *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* Counts by kind of record, file size, schema version and the like, as a vardict for `info`. */
GVariant    *foed_library_dup_info_sync    (FoedLibrary          *self,
                                            GCancellable         *cancellable,
                                            GError              **error);

G_END_DECLS
