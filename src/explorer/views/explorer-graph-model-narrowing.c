/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-model"

#include "config.h"

#include "explorer-graph-model-private.h"

/* Stops asking for something. */
void
explorer_graph_model_cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

gboolean
explorer_graph_model_is_left (const FoedGraphFact *fact,
                              gpointer             user_data)
{
  ExplorerGraphModel *self = user_data;
  FoedDay day;

  if (foed_query_get_day (explorer_session_get_query (self->session), &day) &&
      (day < fact->first_day || day > fact->last_day))
    return FALSE;
  return explorer_graph_remainder_holds (self->remainder, fact, explorer_session_get_query (self->session));
}

/* The same for the day since when changes are marked. */
gboolean
explorer_graph_model_was_left (const FoedGraphFact *fact,
                               gpointer             user_data)
{
  ExplorerGraphModel *self = user_data;
  FoedDay since;

  return explorer_session_get_since (self->session, &since) && since >= fact->first_day && since <= fact->last_day &&
         explorer_graph_remainder_holds (self->former_remainder, fact, explorer_session_get_query (self->session));
}

static gboolean
are_changes_marked (ExplorerGraphModel *self)
{
  FoedDay since;

  return explorer_session_get_since (self->session, &since) && explorer_session_get_day_on (self->session);
}

/* Sees what there is now. */
void
explorer_graph_model_look (ExplorerGraphModel *self)
{
  self->behind = FALSE;
  g_clear_pointer (&self->moment, foed_graph_moment_free);
  g_clear_pointer (&self->former_moment, foed_graph_moment_free);
  if (self->data != NULL && self->data->graphs[self->picture] != NULL)
    self->moment = foed_graph_moment_new (self->data->graphs[self->picture], explorer_graph_model_is_left, self);
  if (self->moment != NULL && are_changes_marked (self))
    self->former_moment =
      foed_graph_moment_new (self->data->graphs[self->picture], explorer_graph_model_was_left, self);
  explorer_graph_focus_update (self->focus, self->moment);
  explorer_picture_model_changed (EXPLORER_PICTURE_MODEL (self));
}

/* What the library is asked, and what it has answered. */
typedef struct
{
  FoedLibrary *library;
  FoedQuery   *query;
  FoedQuery   *former_query;         /* NULL where changes are not marked */
  ExplorerGraphRemainder *remainder;
  ExplorerGraphRemainder *former_remainder;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->library);
  g_object_unref (question->query);
  g_clear_object (&question->former_query);
  g_clear_pointer (&question->remainder, explorer_graph_remainder_free);
  g_clear_pointer (&question->former_remainder, explorer_graph_remainder_free);
  g_free (question);
}

static void
narrow_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Question *question = task_data;
  g_autoptr(GError) error = NULL;

  question->remainder = explorer_graph_remainder_read_sync (question->library, question->query, cancellable, &error);
  if (question->remainder != NULL && question->former_query != NULL)
    question->former_remainder =
      explorer_graph_remainder_read_sync (question->library, question->former_query, cancellable, &error);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
explorer_graph_model_forget_remainder (ExplorerGraphModel *self)
{
  g_clear_pointer (&self->remainder, explorer_graph_remainder_free);
  g_clear_pointer (&self->former_remainder, explorer_graph_remainder_free);
}

static void
narrow_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  ExplorerGraphModel *self = EXPLORER_GRAPH_MODEL (object);
  Question *question = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->narrow_cancellable);
  /* Words that can't be understood leave nothing, as in the other views; the search entry says why. */
  if (error != NULL)
    {
      g_info ("The filter could not be applied: %s", error->message);
      g_clear_pointer (&question->remainder, explorer_graph_remainder_free);
      question->remainder = explorer_graph_remainder_new_empty ();
    }
  explorer_graph_model_forget_remainder (self);
  self->remainder = g_steal_pointer (&question->remainder);
  self->former_remainder = g_steal_pointer (&question->former_remainder);
  explorer_graph_model_look (self);
  if (self->asked_late)
    explorer_graph_model_apply_query (self);
}

/* Applies the query: at once where only a day is on, else once the library has said what it leaves. Years may pass
 * faster than it answers: another day waits until it has. */
void
explorer_graph_model_apply_query (ExplorerGraphModel *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);
  FoedQuery *query = explorer_session_get_query (self->session);
  g_autoptr(GTask) task = NULL;
  Question *question;
  FoedDay since;

  if (library == NULL || !foed_query_is_narrowed (query))
    {
      explorer_graph_model_cancel (&self->narrow_cancellable);
      explorer_graph_model_forget_remainder (self);
      explorer_graph_model_look (self);
      return;
    }
  self->asked_late = self->narrow_cancellable != NULL && foed_query_equal_but_day (self->narrow_query, query);
  if (self->asked_late)
    return;
  explorer_graph_model_cancel (&self->narrow_cancellable);
  g_set_object (&self->narrow_query, query);
  self->narrow_cancellable = g_cancellable_new ();
  task = g_task_new (self, self->narrow_cancellable, narrow_cb, NULL);
  g_task_set_source_tag (task, explorer_graph_model_apply_query);
  question = g_new0 (Question, 1);
  question->library = g_object_ref (library);
  question->query = foed_query_with_listing (query, FOED_LISTING_ALLIANCES);
  if (are_changes_marked (self) && explorer_session_get_since (self->session, &since))
    question->former_query = foed_query_with_day (question->query, since);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, narrow_thread);
}
