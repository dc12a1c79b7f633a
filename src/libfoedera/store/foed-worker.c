/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-worker"

#include "config.h"

#include "foed-worker-private.h"

/* The process-wide pool of GTask has no order, shares its threads with everybody and can't be waited for. A connection
 * needs one thread of its own, work in the order it was asked for, and a clean end. */

typedef struct
{
  FoedWorkerFunc func;
  gpointer       data;
} FoedJob;

struct _FoedWorker
{
  GThread     *thread;
  GAsyncQueue *jobs;
};

typedef struct
{
  FoedWorkerFunc func;
  gpointer       data;
  GMutex         mutex;
  GCond          cond;
  gboolean       done;
} FoedAwaitedJob;

/* A job without a function ends the thread. */
static gpointer
work (gpointer data)
{
  GAsyncQueue *jobs = data;

  while (TRUE)
    {
      g_autofree FoedJob *job = g_async_queue_pop (jobs);

      if (job->func == NULL)
        break;

      job->func (job->data);
    }

  g_async_queue_unref (jobs);

  return NULL;
}

static void
do_awaited_job (gpointer data)
{
  FoedAwaitedJob *job = data;

  job->func (job->data);

  g_mutex_lock (&job->mutex);
  job->done = TRUE;
  g_cond_signal (&job->cond);
  g_mutex_unlock (&job->mutex);
}

/**
 * foed_worker_new:
 * @name: what debuggers call the thread; at most 15 bytes are shown
 *
 * Returns: (transfer full): a worker with nothing to do
 */
FoedWorker *
foed_worker_new (const char *name)
{
  FoedWorker *self = g_new0 (FoedWorker, 1);

  self->jobs = g_async_queue_new ();
  self->thread = g_thread_new (name, work, g_async_queue_ref (self->jobs));

  return self;
}

/**
 * foed_worker_free:
 * @self: (transfer full): a worker
 *
 * Waits until everything that was asked for is done, and ends the thread. Called by the worker's own thread, it does
 * not wait: the thread then ends by itself when it comes back to its queue.
 */
void
foed_worker_free (FoedWorker *self)
{
  g_assert (self != NULL);

  g_async_queue_push (self->jobs, g_new0 (FoedJob, 1));

  if (foed_worker_is_current (self))
    g_thread_unref (self->thread);
  else
    g_thread_join (self->thread);

  g_async_queue_unref (self->jobs);
  g_free (self);
}

/**
 * foed_worker_push:
 * @self: a worker
 * @func: (scope async): what to do
 * @data: handed to @func
 *
 * Asks for something to be done and does not wait for it.
 */
void
foed_worker_push (FoedWorker     *self,
                  FoedWorkerFunc  func,
                  gpointer        data)
{
  FoedJob *job;

  g_assert (self != NULL);
  g_assert (func != NULL);

  job = g_new0 (FoedJob, 1);
  job->func = func;
  job->data = data;
  g_async_queue_push (self->jobs, job);
}

/**
 * foed_worker_run:
 * @self: a worker
 * @func: (scope call): what to do
 * @data: handed to @func
 *
 * Asks for something to be done and waits until it is. Called by the worker's own thread, it does it at once.
 */
void
foed_worker_run (FoedWorker     *self,
                 FoedWorkerFunc  func,
                 gpointer        data)
{
  FoedAwaitedJob job = { .func = func, .data = data };

  g_assert (self != NULL);
  g_assert (func != NULL);

  if (foed_worker_is_current (self))
    {
      func (data);
      return;
    }

  g_mutex_init (&job.mutex);
  g_cond_init (&job.cond);
  foed_worker_push (self, do_awaited_job, &job);

  g_mutex_lock (&job.mutex);
  while (!job.done)
    g_cond_wait (&job.cond, &job.mutex);
  g_mutex_unlock (&job.mutex);

  g_cond_clear (&job.cond);
  g_mutex_clear (&job.mutex);
}

gboolean
foed_worker_is_current (FoedWorker *self)
{
  g_assert (self != NULL);

  return g_thread_self () == self->thread;
}
