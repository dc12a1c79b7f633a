/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-library-threads"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-library-private.h"
#include "foed-migration-private.h"
#include "foed-statement-private.h"

/* The threads of a library, what they are asked to do, and what the rest of the program hears of it. */

typedef struct
{
  FoedLibrary       *library;
  FoedLibraryThread  thread;
  FoedConnectionMode mode;
  GCancellable      *cancellable;
  gboolean           done;
  GError           **error;
} FoedOpening;

typedef struct
{
  FoedLibrary       *library;
  FoedLibraryThread  thread;
  FoedLibraryFunc    func;
  gpointer           data;
  GDestroyNotify     data_destroy;
  GDestroyNotify     result_destroy;
  GCancellable      *cancellable;
  gpointer           result;
  GError            *error;
} FoedLibraryJob;

static const char *const thread_names[FOED_N_LIBRARY_THREADS] = {
  [FOED_LIBRARY_READER] = "foed-reader",
  [FOED_LIBRARY_WRITER] = "foed-writer",
  [FOED_LIBRARY_KEEPER] = "foed-keeper",
};

static void
foed_library_job_free (FoedLibraryJob *job)
{
  if (job->data_destroy != NULL)
    job->data_destroy (job->data);

  if (job->result != NULL && job->result_destroy != NULL)
    job->result_destroy (job->result);

  g_clear_error (&job->error);
  g_free (job);
}

static void
open_lane (gpointer data)
{
  FoedOpening *opening = data;
  FoedLibrary *self = opening->library;
  g_autoptr (FoedConnection) connection = NULL;
  gint64 *version;

  connection = foed_connection_open (self->path, opening->mode, opening->cancellable, opening->error);
  if (connection == NULL)
    return;

  if (opening->mode == FOED_CONNECTION_READ_ONLY
        ? !foed_migration_check (connection, opening->error)
        : !foed_migration_run (connection, opening->mode == FOED_CONNECTION_CREATE, opening->error))
    return;

  version = opening->thread == FOED_LIBRARY_WRITER ? &self->writer_data_version : &self->reader_data_version;
  if (opening->thread != FOED_LIBRARY_KEEPER &&
      !foed_connection_read_integer (connection, "PRAGMA data_version", version, opening->error))
    return;

  self->lanes[opening->thread].connection = g_steal_pointer (&connection);
  opening->done = TRUE;
}

static void
close_lane (gpointer data)
{
  FoedLibraryLane *lane = data;

  g_clear_pointer (&lane->connection, foed_connection_close);
}

static gboolean
start_thread (FoedLibrary         *self,
              FoedLibraryThread    thread,
              FoedConnectionMode   mode,
              GCancellable        *cancellable,
              GError             **error)
{
  FoedLibraryLane *lane = &self->lanes[thread];
  FoedOpening opening = { self, thread, mode, cancellable, FALSE, error };

  g_assert (lane->worker == NULL);

  lane->worker = foed_worker_new (thread_names[thread]);
  foed_worker_run (lane->worker, open_lane, &opening);

  if (!opening.done)
    g_clear_pointer (&lane->worker, foed_worker_free);

  return opening.done;
}

/* Called with the mutex held. */
static gboolean
ensure_thread (FoedLibrary        *self,
               FoedLibraryThread   thread,
               GError            **error)
{
  g_autofree char *name = NULL;

  if (self->lanes[thread].worker != NULL)
    return TRUE;

  if (thread == FOED_LIBRARY_KEEPER)
    return start_thread (self, thread, FOED_CONNECTION_READ_ONLY, NULL, error);

  name = g_filename_display_name (self->path);
  g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_READ_ONLY,
               _("The library “%s” was opened for reading only. Copy it to a place where you may write."), name);

  return FALSE;
}

static gboolean
get_worker (FoedLibrary        *self,
            FoedLibraryThread   thread,
            FoedWorker        **worker,
            GError            **error)
{
  gboolean done;

  g_mutex_lock (&self->mutex);
  done = ensure_thread (self, thread, error);
  *worker = self->lanes[thread].worker;
  g_mutex_unlock (&self->mutex);

  return done;
}

/**
 * foed_library_start_threads:
 * @self: a library that is being opened
 * @flags: how
 * @cancellable: (nullable): cancels the opening
 * @error: (out): why it can't be opened
 *
 * Opens the file for the writer, which makes or migrates it, and then for the reader.
 *
 * Returns: whether it is open
 */
gboolean
foed_library_start_threads (FoedLibrary       *self,
                            FoedLibraryFlags   flags,
                            GCancellable      *cancellable,
                            GError           **error)
{
  FoedConnectionMode mode = flags & FOED_LIBRARY_CREATE ? FOED_CONNECTION_CREATE : FOED_CONNECTION_READ_WRITE;

  g_assert (FOED_IS_LIBRARY (self));

  if (!self->read_only && !start_thread (self, FOED_LIBRARY_WRITER, mode, cancellable, error))
    return FALSE;

  return start_thread (self, FOED_LIBRARY_READER, FOED_CONNECTION_READ_ONLY, cancellable, error);
}

/* The writer closes last: the last connection to close empties the write-ahead log into the file, and only one that
 * writes can do that. */
void
foed_library_stop_threads (FoedLibrary *self)
{
  static const FoedLibraryThread order[] = { FOED_LIBRARY_KEEPER, FOED_LIBRARY_READER, FOED_LIBRARY_WRITER };

  g_assert (FOED_IS_LIBRARY (self));

  g_mutex_lock (&self->mutex);
  self->closing = TRUE;
  g_mutex_unlock (&self->mutex);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      FoedLibraryLane *lane = &self->lanes[order[i]];

      if (lane->worker == NULL)
        continue;

      foed_worker_run (lane->worker, close_lane, lane);
      g_clear_pointer (&lane->worker, foed_worker_free);
    }
}

static gboolean
announce_change (gpointer data)
{
  g_autoptr (FoedLibrary) self = g_weak_ref_get (data);

  if (self == NULL)
    return G_SOURCE_REMOVE;

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->announcement, g_source_unref);
  g_mutex_unlock (&self->mutex);

  g_object_notify (G_OBJECT (self), "undo-label");
  g_object_notify (G_OBJECT (self), "redo-label");
  g_signal_emit_by_name (self, "changed");

  return G_SOURCE_REMOVE;
}

static void
free_weak_ref (gpointer data)
{
  g_weak_ref_clear (data);
  g_free (data);
}

/* Called with the mutex held. Several changes before the main context gets round to it are announced once. The source
 * does not keep the library alive: a program without a main loop would never let it go. */
static void
schedule_announcement (FoedLibrary *self)
{
  GWeakRef *reference;

  if (self->announcement != NULL || self->closing)
    return;

  reference = g_new0 (GWeakRef, 1);
  g_weak_ref_init (reference, self);
  self->announcement = g_idle_source_new ();
  g_source_set_priority (self->announcement, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->announcement, announce_change, reference, free_weak_ref);
  g_source_attach (self->announcement, self->context);
}

static const char *
read_label (FoedConnection *connection,
            const char     *sql)
{
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, sql, NULL);

  if (statement == NULL || !foed_statement_next (statement, NULL))
    return NULL;

  return g_intern_string (foed_statement_get_text (statement, 0));
}

/**
 * foed_library_read_labels:
 * @self: a library
 * @connection: the connection of the calling thread
 *
 * Takes note of what undo and redo would do.
 */
void
foed_library_read_labels (FoedLibrary    *self,
                          FoedConnection *connection)
{
  const char *undo_label, *redo_label;

  g_assert (FOED_IS_LIBRARY (self));

  undo_label = read_label (connection, "SELECT label FROM history WHERE undone = 0 ORDER BY number DESC LIMIT 1");
  redo_label = read_label (connection, "SELECT label FROM history WHERE undone = 1 ORDER BY number LIMIT 1");

  g_mutex_lock (&self->mutex);
  self->undo_label = undo_label;
  self->redo_label = redo_label;
  g_mutex_unlock (&self->mutex);
}

/**
 * foed_library_note_change:
 * @self: a library
 * @connection: the connection of the calling thread
 *
 * Takes note that the file has other contents now, and announces it in the main context that opened the library. To
 * be called in the writer thread after each commit.
 */
void
foed_library_note_change (FoedLibrary    *self,
                          FoedConnection *connection)
{
  g_assert (FOED_IS_LIBRARY (self));

  foed_library_read_labels (self, connection);

  g_mutex_lock (&self->mutex);
  self->generation++;
  g_clear_pointer (&self->titles, g_hash_table_unref);
  schedule_announcement (self);
  g_mutex_unlock (&self->mutex);
}

/* This holds no reference: a library that nobody needs any more is closed at once. Its threads do what they were asked
 * for before it goes. */
static void
look_for_others (gpointer data)
{
  FoedLibrary *self = data;
  FoedConnection *connection = self->lanes[FOED_LIBRARY_WRITER].connection;
  gint64 version;

  if (!foed_connection_read_integer (connection, "PRAGMA data_version", &version, NULL) ||
      version == self->writer_data_version)
    return;

  self->writer_data_version = version;
  foed_library_note_change (self, connection);
}

/**
 * foed_library_look_for_others:
 * @self: a library
 *
 * Looks, in the writer thread, whether another program has written to the file. What the own writer writes does not
 * change the version that the writer's connection sees.
 */
void
foed_library_look_for_others (FoedLibrary *self)
{
  g_assert (FOED_IS_LIBRARY (self));

  if (self->lanes[FOED_LIBRARY_WRITER].worker != NULL)
    foed_worker_push (self->lanes[FOED_LIBRARY_WRITER].worker, look_for_others, self);
}

static void
look_at_data_version (FoedLibrary    *self,
                      FoedConnection *connection)
{
  gint64 version;

  if (!foed_connection_read_integer (connection, "PRAGMA data_version", &version, NULL) ||
      version == self->reader_data_version)
    return;

  self->reader_data_version = version;

  if (self->read_only)
    foed_library_note_change (self, connection);
  else
    foed_library_look_for_others (self);
}

static void
do_read (FoedLibraryJob *job,
         FoedConnection *connection)
{
  if (!foed_connection_execute (connection, "BEGIN", &job->error))
    return;

  if (job->thread == FOED_LIBRARY_READER)
    look_at_data_version (job->library, connection);

  job->result = job->func (job->library, connection, job->data, job->cancellable, &job->error);
  foed_connection_roll_back (connection);
}

static void
do_job (gpointer data)
{
  FoedLibraryJob *job = data;
  FoedConnection *connection = job->library->lanes[job->thread].connection;

  if (g_cancellable_set_error_if_cancelled (job->cancellable, &job->error))
    return;

  foed_connection_set_cancellable (connection, job->cancellable);

  if (job->thread != FOED_LIBRARY_WRITER)
    do_read (job, connection);
  else
    job->result = job->func (job->library, connection, job->data, job->cancellable, &job->error);

  foed_connection_set_cancellable (connection, NULL);
}

static gboolean
finish_task (gpointer data)
{
  GTask *task = data;
  FoedLibraryJob *job = g_task_get_task_data (task);

  if (job->error != NULL)
    g_task_return_error (task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (task, g_steal_pointer (&job->result), job->result_destroy);

  return G_SOURCE_REMOVE;
}

/* The thread hands the task over with the only reference that it has: it keeps neither the task nor the library alive
 * when the caller has heard of the result. */
static void
do_task (gpointer data)
{
  GTask *task = data;
  g_autoptr (GMainContext) context = g_main_context_ref (g_task_get_context (task));
  g_autoptr (GSource) source = g_idle_source_new ();

  do_job (g_task_get_task_data (task));

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, finish_task, task, g_object_unref);
  g_source_attach (source, context);
}

/**
 * foed_library_run_sync:
 * @self: a library
 * @thread: where
 * @func: (scope call): what to do
 * @data: handed to @func
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong
 *
 * Does something in a thread of the library and waits for it. Not to be called in that thread.
 *
 * Returns: (nullable): what @func returned; %NULL with @error set where it failed
 */
gpointer
foed_library_run_sync (FoedLibrary        *self,
                       FoedLibraryThread   thread,
                       FoedLibraryFunc     func,
                       gpointer            data,
                       GCancellable       *cancellable,
                       GError            **error)
{
  FoedLibraryJob job = {
    .library = self, .thread = thread, .func = func, .data = data, .cancellable = cancellable
  };
  FoedWorker *worker;

  g_assert (FOED_IS_LIBRARY (self));

  if (!get_worker (self, thread, &worker, error))
    return NULL;

  g_assert (!foed_worker_is_current (worker));
  foed_worker_run (worker, do_job, &job);

  if (job.error != NULL)
    g_propagate_error (error, job.error);

  return job.result;
}

/**
 * foed_library_run_async:
 * @self: a library
 * @thread: where
 * @func: (scope async): what to do
 * @data: handed to @func
 * @data_destroy: (nullable): frees @data
 * @result_destroy: (nullable): frees a result that nobody fetches
 * @cancellable: (nullable): ends it
 * @source_tag: the function that was called
 * @callback: called in the caller's main context when it is done
 * @user_data: handed to @callback
 *
 * Does something in a thread of the library and does not wait for it.
 */
void
foed_library_run_async (FoedLibrary         *self,
                        FoedLibraryThread    thread,
                        FoedLibraryFunc      func,
                        gpointer             data,
                        GDestroyNotify       data_destroy,
                        GDestroyNotify       result_destroy,
                        GCancellable        *cancellable,
                        gpointer             source_tag,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GError) error = NULL;
  FoedLibraryJob *job = g_new0 (FoedLibraryJob, 1);
  FoedWorker *worker;

  g_assert (FOED_IS_LIBRARY (self));

  job->library = self;
  job->thread = thread;
  job->func = func;
  job->data = data;
  job->data_destroy = data_destroy;
  job->result_destroy = result_destroy;
  job->cancellable = cancellable;
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, job, (GDestroyNotify) foed_library_job_free);

  /* What was committed stays so, even if it was cancelled at the last moment. */
  g_task_set_check_cancellable (task, FALSE);

  if (!get_worker (self, thread, &worker, &error))
    g_task_return_error (task, g_steal_pointer (&error));
  else
    foed_worker_push (worker, do_task, g_steal_pointer (&task));
}

/**
 * foed_library_run_finish:
 * @self: a library
 * @result: what the callback was given
 * @source_tag: the function that was called
 * @error: (out): what went wrong
 *
 * Returns: (nullable): what the function returned
 */
gpointer
foed_library_run_finish (FoedLibrary   *self,
                         GAsyncResult  *result,
                         gpointer       source_tag,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, source_tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
