/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-session"

#include "config.h"

#include "explorer-session-private.h"

/* As many steps back as a person is likely to remember. */
#define N_STEPS_MAX 64

typedef struct
{
  char *selected;
  char *root;
} Step;

static void
step_free (Step *step)
{
  g_free (step->selected);
  g_free (step->root);
  g_free (step);
}

/* The panel that shows a record of @kind, or NULL where any panel will do. */
static const char *
find_panel (FoedRecordKind kind)
{
  static const struct
  {
    FoedRecordKind kind;
    const char    *panel;
  } panels[] = {
    { FOED_RECORD_CLAUSE, "clauses" },           { FOED_RECORD_OBLIGATION, "clauses" },
    { FOED_RECORD_INSTRUMENT, "clauses" },       { FOED_RECORD_MECHANISM, "coordination" },
    { FOED_RECORD_IMPACT, "sovereignty" },       { FOED_RECORD_ENFORCEMENT, "enforcement" },
    { FOED_RECORD_PARTY, "overview" },           { FOED_RECORD_SUSPENSION, "overview" },
    { FOED_RECORD_EVENT, "overview" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      if (panels[i].kind == kind)
        return panels[i].panel;
    }
  return NULL;
}

static void
set_record (ExplorerSession *self,
            FoedRecord      *record,
            const GError    *error)
{
  g_assert (EXPLORER_IS_SESSION (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_RECORD]);
  if (self->error != NULL || error != NULL)
    {
      g_clear_error (&self->error);
      self->error = error != NULL ? g_error_copy (error) : NULL;
      g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_ERROR]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

static void
show_fitting_panel (ExplorerSession *self)
{
  FoedRecord *selected = explorer_session_get_selected_record (self);
  const char *panel = selected != NULL ? find_panel (foed_record_get_kind (selected)) : NULL;

  if (panel != NULL)
    explorer_session_set_panel (self, panel);
}

static void
record_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ExplorerSession) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoedRecord) record = foed_library_get_record_finish (FOED_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || FOED_LIBRARY (object) != self->library)
    return;

  g_clear_object (&self->record_cancellable);
  set_record (self, record, error);
  show_fitting_panel (self);
}

/* Reads what is selected with everything under it, anew. */
void
explorer_session_read_record (ExplorerSession *self)
{
  g_assert (EXPLORER_IS_SESSION (self));

  explorer_session_cancel (&self->record_cancellable);
  if (self->library == NULL || self->root == NULL)
    {
      set_record (self, NULL, NULL);
      return;
    }
  self->record_cancellable = g_cancellable_new ();
  foed_library_get_record_async (self->library, self->root, self->record_cancellable, record_cb, g_object_ref (self));
}

static void
change_selection (ExplorerSession *self,
                  const char      *id,
                  const char      *root)
{
  g_autofree char *new_id = g_strdup (id);
  g_autofree char *new_root = g_strdup (root);
  gboolean root_changed = g_strcmp0 (self->root, root) != 0;

  g_assert (EXPLORER_IS_SESSION (self));

  g_object_freeze_notify (G_OBJECT (self));
  if (g_strcmp0 (self->selected, new_id) != 0)
    {
      g_free (self->selected);
      self->selected = g_steal_pointer (&new_id);
      g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_SELECTED]);
    }
  if (root_changed)
    {
      g_free (self->root);
      self->root = g_steal_pointer (&new_root);
      g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_ROOT]);
      set_record (self, NULL, NULL);
      explorer_session_read_record (self);
    }
  else
    show_fitting_panel (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Forgets what was selected before. */
void
explorer_session_clear_steps (ExplorerSession *self)
{
  g_queue_clear_full (&self->steps, (GDestroyNotify) step_free);
}

/* Forgets what is selected and what was before. */
void
explorer_session_forget_selection (ExplorerSession *self)
{
  explorer_session_clear_steps (self);
  g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_CAN_GO_BACK]);
  change_selection (self, NULL, NULL);
}

/**
 * explorer_session_select:
 * @self: a session
 * @id: (nullable): the id of a record of any kind; %NULL to select nothing
 * @root: (nullable): the id of the alliance, state, source or place that holds it; %NULL where that is @id itself, or
 *   where @id stands within the root that is selected already
 *
 * Selects a record. The panel that shows records of its kind comes to the front.
 */
void
explorer_session_select (ExplorerSession *self,
                         const char      *id,
                         const char      *root)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));
  g_return_if_fail (id != NULL || root == NULL);

  if (id != NULL && root == NULL)
    root = self->record != NULL && foed_record_find (self->record, id) != NULL ? self->root : id;

  if (g_strcmp0 (id, self->selected) == 0 && g_strcmp0 (root, self->root) == 0)
    {
      show_fitting_panel (self);
      return;
    }

  if (self->selected != NULL)
    {
      Step *step = g_new0 (Step, 1);

      step->selected = g_strdup (self->selected);
      step->root = g_strdup (self->root);
      g_queue_push_head (&self->steps, step);
      if (g_queue_get_length (&self->steps) > N_STEPS_MAX)
        step_free (g_queue_pop_tail (&self->steps));
      g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_CAN_GO_BACK]);
    }
  change_selection (self, id, root);
}

/**
 * explorer_session_go_back:
 * @self: a session
 *
 * Selects what was selected before.
 */
void
explorer_session_go_back (ExplorerSession *self)
{
  Step *step;

  g_return_if_fail (EXPLORER_IS_SESSION (self));

  step = g_queue_pop_head (&self->steps);
  if (step == NULL)
    return;
  g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_CAN_GO_BACK]);
  change_selection (self, step->selected, step->root);
  step_free (step);
}

/**
 * explorer_session_get_can_go_back:
 * @self: a session
 *
 * Returns: whether something else was selected before
 */
gboolean
explorer_session_get_can_go_back (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), FALSE);

  return !g_queue_is_empty (&self->steps);
}

/**
 * explorer_session_get_selected:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the id of the selected record
 */
const char *
explorer_session_get_selected (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);

  return self->selected;
}

/**
 * explorer_session_get_root:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the id of the alliance, state, source or place that holds the selected record
 */
const char *
explorer_session_get_root (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);

  return self->root;
}

/**
 * explorer_session_get_record:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the root with everything under it, once it has been read
 */
FoedRecord *
explorer_session_get_record (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);

  return self->record;
}

/**
 * explorer_session_get_selected_record:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the selected record, once its root has been read
 */
FoedRecord *
explorer_session_get_selected_record (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);

  if (self->record == NULL || self->selected == NULL)
    return NULL;
  return foed_record_find (self->record, self->selected);
}

/**
 * explorer_session_get_error:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): why the root could not be read
 */
const GError *
explorer_session_get_error (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);

  return self->error;
}
