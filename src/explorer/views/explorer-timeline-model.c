/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-timeline-model"

#include "config.h"

#include "explorer-timeline-model.h"
#include "store/foed-occurrences.h"

struct _ExplorerTimelineModel
{
  GObject          parent_instance;

  ExplorerSession *session;
  FoedTimeline    *timeline;
  FoedQuery       *query;        /* what it was read for */
  GError          *error;
  GCancellable    *cancellable;

  guint            active : 1;
  guint            outdated : 1;
};

/* What a thread works on. */
typedef struct
{
  FoedLibrary *library;
  FoedQuery   *query;
} Job;

static void explorer_timeline_model_init_picture (ExplorerPictureModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (ExplorerTimelineModel, explorer_timeline_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (EXPLORER_TYPE_PICTURE_MODEL,
                                                      explorer_timeline_model_init_picture))

static void
job_free (Job *job)
{
  g_clear_object (&job->library);
  g_clear_object (&job->query);
  g_free (job);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  const Job *job = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) occurrences = foed_library_occurrences_sync (job->library, job->query, cancellable, &error);

  if (occurrences != NULL)
    g_task_return_pointer (task,
                           foed_timeline_new ((const FoedOccurrence *) (gpointer) occurrences->data, occurrences->len),
                           (GDestroyNotify) foed_timeline_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  ExplorerTimelineModel *self = EXPLORER_TIMELINE_MODEL (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(FoedTimeline) timeline = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  /* Words that can't be understood leave nothing, as in the other views; the search entry says why. */
  if (g_error_matches (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_QUERY))
    timeline = foed_timeline_new (NULL, 0);
  else if (error != NULL)
    self->error = g_steal_pointer (&error);
  g_clear_pointer (&self->timeline, foed_timeline_unref);
  self->timeline = g_steal_pointer (&timeline);
  explorer_picture_model_changed (EXPLORER_PICTURE_MODEL (self));
}

/* Reads what the query leaves now. What was read before stays until then. */
static void
read_timeline (ExplorerTimelineModel *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);
  g_autoptr(GTask) task = NULL;
  Job *job;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (library == NULL)
    return;
  self->outdated = FALSE;
  g_set_object (&self->query, explorer_session_get_query (self->session));
  job = g_new0 (Job, 1);
  job->library = g_object_ref (library);
  job->query = g_object_ref (self->query);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, read_timeline);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_thread);
}

static void
refresh (ExplorerTimelineModel *self)
{
  if (self->active)
    read_timeline (self);
  else
    self->outdated = TRUE;
}

/* What a list is of and how it is sorted makes no difference here. */
static void
query_changed_cb (ExplorerTimelineModel *self)
{
  FoedQuery *query = explorer_session_get_query (self->session);

  if (self->query != NULL)
    {
      g_autoptr(FoedQuery) listed = foed_query_with_listing (query, foed_query_get_listing (self->query));
      gboolean descending = FALSE;
      const char *sort = foed_query_get_sort (self->query, &descending);
      g_autoptr(FoedQuery) sorted = foed_query_with_sort (listed, sort, descending);

      if (foed_query_equal (sorted, self->query))
        return;
    }
  refresh (self);
}

static void
library_replaced_cb (ExplorerTimelineModel *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->timeline, foed_timeline_unref);
  g_clear_error (&self->error);
  explorer_picture_model_changed (EXPLORER_PICTURE_MODEL (self));
  if (library != NULL)
    g_signal_connect_object (library, "changed", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  refresh (self);
}

static void
explorer_timeline_model_set_active (ExplorerPictureModel *model,
                                    gboolean              active)
{
  ExplorerTimelineModel *self = EXPLORER_TIMELINE_MODEL (model);

  self->active = !!active;
  if (active && self->outdated)
    read_timeline (self);
}

static void
explorer_timeline_model_retry (ExplorerPictureModel *model)
{
  refresh (EXPLORER_TIMELINE_MODEL (model));
}

static ExplorerPictureState
explorer_timeline_model_get_state (ExplorerPictureModel *model)
{
  ExplorerTimelineModel *self = EXPLORER_TIMELINE_MODEL (model);

  if (self->error != NULL)
    return EXPLORER_PICTURE_FAILED;
  if (self->timeline == NULL)
    return EXPLORER_PICTURE_LOADING;
  if (foed_timeline_get_n_alliances (self->timeline) > 0)
    return EXPLORER_PICTURE_READY;
  if (foed_query_is_narrowed (self->query) || foed_query_get_day (self->query, NULL))
    return EXPLORER_PICTURE_NOTHING;
  return EXPLORER_PICTURE_EMPTY;
}

static const GError *
explorer_timeline_model_get_error (ExplorerPictureModel *model)
{
  return EXPLORER_TIMELINE_MODEL (model)->error;
}

static void
explorer_timeline_model_dispose (GObject *object)
{
  ExplorerTimelineModel *self = EXPLORER_TIMELINE_MODEL (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->query);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_timeline_model_parent_class)->dispose (object);
}

static void
explorer_timeline_model_finalize (GObject *object)
{
  ExplorerTimelineModel *self = EXPLORER_TIMELINE_MODEL (object);

  g_clear_error (&self->error);
  g_clear_pointer (&self->timeline, foed_timeline_unref);

  G_OBJECT_CLASS (explorer_timeline_model_parent_class)->finalize (object);
}

static void
explorer_timeline_model_class_init (ExplorerTimelineModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = explorer_timeline_model_dispose;
  object_class->finalize = explorer_timeline_model_finalize;
}

static void
explorer_timeline_model_init_picture (ExplorerPictureModelInterface *iface)
{
  iface->set_active = explorer_timeline_model_set_active;
  iface->retry = explorer_timeline_model_retry;
  iface->get_state = explorer_timeline_model_get_state;
  iface->get_error = explorer_timeline_model_get_error;
}

static void
explorer_timeline_model_init (ExplorerTimelineModel *self)
{
  self->outdated = TRUE;
}

/**
 * explorer_timeline_model_new:
 * @session: the session to follow
 *
 * Returns: (transfer full): a model of the session's library
 */
ExplorerTimelineModel *
explorer_timeline_model_new (ExplorerSession *session)
{
  ExplorerTimelineModel *self;

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);

  self = g_object_new (EXPLORER_TYPE_TIMELINE_MODEL, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::library", G_CALLBACK (library_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  library_replaced_cb (self);
  return self;
}

/**
 * explorer_timeline_model_get_timeline:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what was read last
 */
FoedTimeline *
explorer_timeline_model_get_timeline (ExplorerTimelineModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_TIMELINE_MODEL (self), NULL);

  return self->timeline;
}
