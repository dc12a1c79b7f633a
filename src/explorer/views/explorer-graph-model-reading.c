/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-model"

#include "config.h"

#include "exchange/foed-library-atlas.h"
#include "explorer-graph-model-private.h"
#include "explorer-graph-pins.h"

/* What the layout takes of the progress; the rest is reading. */
#define SHARE_OF_LAYOUT 0.8

/* What a thread works on: a layout of the data, which it reads from the library first where there is none yet. */
typedef struct
{
  ExplorerGraphModel *model;
  FoedLibrary        *library;
  ExplorerGraphData  *data;
  FoedLayoutKind      kind;
  FoedAtlas          *atlas;         /* the data's, or a new one for it */
  FoedLayout         *layout;
  ExplorerGraphData  *before;        /* what was read before, and how it is laid out, in case it is still the same */
  FoedLayout         *layout_before;
} Job;

static void
job_free (Job *job)
{
  g_clear_object (&job->library);
  g_clear_pointer (&job->data, explorer_graph_data_unref);
  g_clear_pointer (&job->atlas, foed_atlas_unref);
  g_clear_pointer (&job->layout, foed_layout_unref);
  g_clear_pointer (&job->before, explorer_graph_data_unref);
  g_clear_pointer (&job->layout_before, foed_layout_unref);
  g_free (job);
}

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  ExplorerGraphModel *self = user_data;

  g_atomic_int_set (&self->permille, (int) (1000 * (1 - SHARE_OF_LAYOUT + SHARE_OF_LAYOUT * fraction)));
}

static FoedAtlas *
make_empty_atlas (void)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  return foed_atlas_new (none, none);
}

static FoedLayout *
lay_out_map (Job           *job,
             GCancellable  *cancellable,
             GError       **error)
{
  if (job->atlas == NULL)
    job->atlas = job->library != NULL ? foed_library_make_atlas_sync (job->library, cancellable, error)
                                      : make_empty_atlas ();
  if (job->atlas == NULL)
    return NULL;
  return foed_layout_new_geographic_sync (job->data->graphs[FOED_GRAPH_MEMBERS], foed_atlas_get_places (job->atlas),
                                          cancellable, error);
}

/* Alliances and states are laid out once, and the other pictures use the same places: who changes the picture finds
 * everything where it was. */
static void
load_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr(GError) error = NULL;

  if (job->data->memberships == NULL &&
      !explorer_graph_data_read_sync (job->data, job->library, cancellable, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (job->data->graphs[0] == NULL && explorer_graph_data_make_graphs (job->data, job->before))
    {
      job->layout = foed_layout_ref (job->layout_before);
      g_task_return_boolean (task, TRUE);
      return;
    }
  progress_cb (0, job->model);
  if (job->kind == FOED_LAYOUT_GEOGRAPHIC)
    job->layout = lay_out_map (job, cancellable, &error);
  else
    job->layout = foed_layout_new_sync (job->data->graphs[FOED_GRAPH_MEMBERS], job->kind, FOED_LAYOUT_SEED,
                                        job->data->regions, progress_cb, job->model, cancellable, &error);
  if (job->layout != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
load_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  ExplorerGraphModel *self = EXPLORER_GRAPH_MODEL (object);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      g_clear_object (&self->load_cancellable);
      g_clear_error (&self->error);
      self->error = g_steal_pointer (&error);
      explorer_graph_model_look (self);
      return;
    }
  g_clear_object (&self->load_cancellable);
  g_clear_error (&self->error);
  if (self->data != job->data)
    {
      for (guint i = 0; i < FOED_N_LAYOUT_KINDS; i++)
        {
          g_clear_pointer (&self->pinned[i], foed_layout_unref);
          if (self->data == NULL || self->data->graphs[0] != job->data->graphs[0])
            g_clear_pointer (&self->layouts[i], foed_layout_unref);
        }
      g_clear_pointer (&self->data, explorer_graph_data_unref);
      self->data = g_steal_pointer (&job->data);
      explorer_graph_pins_read (self->data->pins, self->pins);
    }
  if (self->data->atlas == NULL)
    self->data->atlas = g_steal_pointer (&job->atlas);
  g_clear_pointer (&self->pinned[job->kind], foed_layout_unref);
  g_clear_pointer (&self->layouts[job->kind], foed_layout_unref);
  self->layouts[job->kind] = g_steal_pointer (&job->layout);
  explorer_graph_model_apply_query (self);
}

/* Lays @data out in a thread, which reads it first where there is nothing in it. */
void
explorer_graph_model_load (ExplorerGraphModel *self,
                           ExplorerGraphData  *data)
{
  FoedLibrary *library = explorer_session_get_library (self->session);
  g_autoptr(GTask) task = NULL;
  Job *job;

  explorer_graph_model_cancel (&self->load_cancellable);
  g_atomic_int_set (&self->permille, 0);
  job = g_new0 (Job, 1);
  job->model = self;
  job->library = library != NULL ? g_object_ref (library) : NULL;
  job->data = explorer_graph_data_ref (data);
  job->kind = self->layout_kind;
  job->atlas = data->atlas != NULL ? foed_atlas_ref (data->atlas) : NULL;
  if (self->data != NULL && self->data != data && self->layout_kind != FOED_LAYOUT_GEOGRAPHIC &&
      self->layouts[self->layout_kind] != NULL)
    {
      job->before = explorer_graph_data_ref (self->data);
      job->layout_before = foed_layout_ref (self->layouts[self->layout_kind]);
    }
  self->load_cancellable = g_cancellable_new ();
  task = g_task_new (self, self->load_cancellable, load_cb, NULL);
  g_task_set_source_tag (task, explorer_graph_model_load);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, load_thread);
  explorer_picture_model_changed (EXPLORER_PICTURE_MODEL (self));
}
