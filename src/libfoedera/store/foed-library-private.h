/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-connection-private.h"
#include "foed-library.h"
#include "foed-worker-private.h"

G_BEGIN_DECLS

/**
 * FoedLibraryThread:
 * @FOED_LIBRARY_READER: the thread with the connection that only reads
 * @FOED_LIBRARY_WRITER: the thread with the connection that writes
 * @FOED_LIBRARY_KEEPER: a thread that only reads, for backups and checks, which take long; started when first needed
 */
typedef enum
{
  FOED_LIBRARY_READER,
  FOED_LIBRARY_WRITER,
  FOED_LIBRARY_KEEPER,
  FOED_N_LIBRARY_THREADS
} FoedLibraryThread;

/**
 * FoedLibraryFunc:
 * @library: the library
 * @connection: the connection of the thread that it runs in
 * @data: what was handed to the call
 * @cancellable: (nullable): the connection looks at it while SQL runs
 * @error: what went wrong
 *
 * Work on the library, done in one of its threads. In the reader and the keeper it runs inside one read transaction, so
 * all its statements see the same state.
 *
 * Returns: (nullable): the result, which the caller owns; %NULL with @error set where it failed
 */
typedef gpointer (*FoedLibraryFunc) (FoedLibrary     *library,
                                     FoedConnection  *connection,
                                     gpointer         data,
                                     GCancellable    *cancellable,
                                     GError         **error);

typedef struct
{
  FoedWorker     *worker;
  FoedConnection *connection;
} FoedLibraryLane;

struct _FoedLibrary
{
  GObject          parent_instance;
  GFile           *file;
  char            *path;
  GMainContext    *context;
  gboolean         read_only;
  GFileMonitor    *monitor;

  /* The rest is shared between threads. */
  GMutex           mutex;
  FoedLibraryLane  lanes[FOED_N_LIBRARY_THREADS];
  gboolean         closing;
  GSource         *announcement;
  const char      *undo_label;
  const char      *redo_label;
  GHashTable      *titles;
  guint            generation;
  gint64           reader_data_version;
  gint64           writer_data_version;
};

gboolean foed_library_start_threads  (FoedLibrary          *self,
                                      FoedLibraryFlags      flags,
                                      GCancellable         *cancellable,
                                      GError              **error);
void     foed_library_stop_threads   (FoedLibrary          *self);

gpointer foed_library_run_sync       (FoedLibrary          *self,
                                      FoedLibraryThread     thread,
                                      FoedLibraryFunc       func,
                                      gpointer              data,
                                      GCancellable         *cancellable,
                                      GError              **error);
void     foed_library_run_async      (FoedLibrary          *self,
                                      FoedLibraryThread     thread,
                                      FoedLibraryFunc       func,
                                      gpointer              data,
                                      GDestroyNotify        data_destroy,
                                      GDestroyNotify        result_destroy,
                                      GCancellable         *cancellable,
                                      gpointer              source_tag,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
gpointer foed_library_run_finish     (FoedLibrary          *self,
                                      GAsyncResult         *result,
                                      gpointer              source_tag,
                                      GError              **error);

void     foed_library_read_labels    (FoedLibrary          *self,
                                      FoedConnection       *connection);
void     foed_library_note_change    (FoedLibrary          *self,
                                      FoedConnection       *connection);
void     foed_library_look_for_others (FoedLibrary         *self);

G_END_DECLS
