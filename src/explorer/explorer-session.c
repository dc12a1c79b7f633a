/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-session"

#include "config.h"

#include "explorer-session-private.h"

GParamSpec *explorer_session_properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerSession, explorer_session, G_TYPE_OBJECT)

/* Stops reading something. */
void
explorer_session_cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static void
library_changed_cb (ExplorerSession *self)
{
  explorer_session_read_titles (self);
  explorer_session_read_record (self);
}

static void
explorer_session_dispose (GObject *object)
{
  ExplorerSession *self = EXPLORER_SESSION (object);

  explorer_session_cancel (&self->titles_cancellable);
  explorer_session_cancel (&self->record_cancellable);
  explorer_session_clear_steps (self);
  g_clear_object (&self->library);
  g_clear_object (&self->query);
  g_clear_object (&self->record);
  g_clear_pointer (&self->titles, g_hash_table_unref);

  G_OBJECT_CLASS (explorer_session_parent_class)->dispose (object);
}

static void
explorer_session_finalize (GObject *object)
{
  ExplorerSession *self = EXPLORER_SESSION (object);

  g_clear_error (&self->error);
  g_clear_pointer (&self->selected, g_free);
  g_clear_pointer (&self->root, g_free);

  G_OBJECT_CLASS (explorer_session_parent_class)->finalize (object);
}

static void
explorer_session_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  ExplorerSession *self = EXPLORER_SESSION (object);

  switch (prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, explorer_session_get_busy (self));
      break;
    case PROP_CAN_GO_BACK:
      g_value_set_boolean (value, explorer_session_get_can_go_back (self));
      break;
    case PROP_DAY:
      g_value_set_int (value, explorer_session_get_day (self));
      break;
    case PROP_DAY_ON:
      g_value_set_boolean (value, explorer_session_get_day_on (self));
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, explorer_session_get_error (self));
      break;
    case PROP_LIBRARY:
      g_value_set_object (value, explorer_session_get_library (self));
      break;
    case PROP_PANEL:
      g_value_set_string (value, explorer_session_get_panel (self));
      break;
    case PROP_QUERY:
      g_value_set_object (value, explorer_session_get_query (self));
      break;
    case PROP_RECORD:
      g_value_set_object (value, explorer_session_get_record (self));
      break;
    case PROP_ROOT:
      g_value_set_string (value, explorer_session_get_root (self));
      break;
    case PROP_SELECTED:
      g_value_set_string (value, explorer_session_get_selected (self));
      break;
    case PROP_SINCE:
      g_value_set_int (value, self->since);
      break;
    case PROP_SINCE_ON:
      g_value_set_boolean (value, self->since_on);
      break;
    case PROP_TITLES:
      g_value_set_boxed (value, self->titles);
      break;
    case PROP_VIEW:
      g_value_set_string (value, explorer_session_get_view (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_session_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  ExplorerSession *self = EXPLORER_SESSION (object);

  switch (prop_id)
    {
    case PROP_DAY:
      explorer_session_set_day (self, g_value_get_int (value));
      break;
    case PROP_DAY_ON:
      explorer_session_set_day_on (self, g_value_get_boolean (value));
      break;
    case PROP_LIBRARY:
      explorer_session_set_library (self, g_value_get_object (value));
      break;
    case PROP_PANEL:
      explorer_session_set_panel (self, g_value_get_string (value));
      break;
    case PROP_QUERY:
      explorer_session_set_query (self, g_value_get_object (value));
      break;
    case PROP_VIEW:
      explorer_session_set_view (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_session_class_init (ExplorerSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = explorer_session_dispose;
  object_class->finalize = explorer_session_finalize;
  object_class->get_property = explorer_session_get_property;
  object_class->set_property = explorer_session_set_property;

  explorer_session_properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  explorer_session_properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, readable);
  explorer_session_properties[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, G_MININT32, G_MAXINT32, 0, writable);
  explorer_session_properties[PROP_DAY_ON] = g_param_spec_boolean ("day-on", NULL, NULL, FALSE, writable);
  explorer_session_properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, readable);
  explorer_session_properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, FOED_TYPE_LIBRARY, writable);
  explorer_session_properties[PROP_PANEL] = g_param_spec_string ("panel", NULL, NULL, NULL, writable);
  explorer_session_properties[PROP_QUERY] = g_param_spec_object ("query", NULL, NULL, FOED_TYPE_QUERY, writable);
  explorer_session_properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, FOED_TYPE_RECORD, readable);
  explorer_session_properties[PROP_ROOT] = g_param_spec_string ("root", NULL, NULL, NULL, readable);
  explorer_session_properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, readable);
  explorer_session_properties[PROP_SINCE] = g_param_spec_int ("since", NULL, NULL, G_MININT32, G_MAXINT32, 0, readable);
  explorer_session_properties[PROP_SINCE_ON] = g_param_spec_boolean ("since-on", NULL, NULL, FALSE, readable);
  explorer_session_properties[PROP_TITLES] = g_param_spec_boxed ("titles", NULL, NULL, G_TYPE_HASH_TABLE, readable);
  explorer_session_properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL, writable);
  g_object_class_install_properties (object_class, N_PROPS, explorer_session_properties);
}

/* A year stands for its 31 December. */
static FoedDay
get_end_of_this_year (void)
{
  int year;
  int month;
  int day;

  foed_day_to_calendar (foed_day_today (), &year, &month, &day);
  return foed_day_from_calendar (year, 12, 31);
}

static void
explorer_session_init (ExplorerSession *self)
{
  self->query = foed_query_new (FOED_LISTING_ALLIANCES);
  self->day = get_end_of_this_year ();
  self->view = g_intern_static_string ("table");
  self->panel = g_intern_static_string ("overview");
  g_queue_init (&self->steps);
}

/**
 * explorer_session_new:
 *
 * Returns: (transfer full): a session without a library, that shows alliances at any time
 */
ExplorerSession *
explorer_session_new (void)
{
  return g_object_new (EXPLORER_TYPE_SESSION, NULL);
}

/**
 * explorer_session_get_library:
 * @self: a session
 *
 * Returns: (transfer none) (nullable): the open library
 */
FoedLibrary *
explorer_session_get_library (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);

  return self->library;
}

/**
 * explorer_session_set_library:
 * @self: a session
 * @library: (nullable): another library
 *
 * Looks at another library. What was selected in the former is forgotten.
 */
void
explorer_session_set_library (ExplorerSession *self,
                              FoedLibrary     *library)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));
  g_return_if_fail (library == NULL || FOED_IS_LIBRARY (library));

  if (self->library == library)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (self->library != NULL)
    g_signal_handlers_disconnect_by_func (self->library, library_changed_cb, self);
  g_set_object (&self->library, library);
  if (library != NULL)
    g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_TITLES]);
  explorer_session_forget_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_LIBRARY]);
  g_object_thaw_notify (G_OBJECT (self));
  explorer_session_read_titles (self);
}

/**
 * explorer_session_get_view:
 * @self: a session
 *
 * Returns: (transfer none): the nick of the view in the middle
 */
const char *
explorer_session_get_view (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);

  return self->view;
}

/**
 * explorer_session_set_view:
 * @self: a session
 * @view: the nick of a view
 */
void
explorer_session_set_view (ExplorerSession *self,
                           const char      *view)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));
  g_return_if_fail (view != NULL);

  if (g_strcmp0 (self->view, view) == 0)
    return;
  self->view = g_intern_string (view);
  g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_VIEW]);
}

/**
 * explorer_session_get_panel:
 * @self: a session
 *
 * Returns: (transfer none): the nick of the panel on the right
 */
const char *
explorer_session_get_panel (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);

  return self->panel;
}

/**
 * explorer_session_set_panel:
 * @self: a session
 * @panel: the nick of a panel
 */
void
explorer_session_set_panel (ExplorerSession *self,
                            const char      *panel)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));
  g_return_if_fail (panel != NULL);

  if (g_strcmp0 (self->panel, panel) == 0)
    return;
  self->panel = g_intern_string (panel);
  g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_PANEL]);
}

/**
 * explorer_session_get_busy:
 * @self: a session
 *
 * Returns: whether long work is under way
 */
gboolean
explorer_session_get_busy (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), FALSE);

  return self->n_busy > 0;
}

/**
 * explorer_session_hold_busy:
 * @self: a session
 *
 * Says that long work begins. Each call is undone by one of explorer_session_release_busy().
 */
void
explorer_session_hold_busy (ExplorerSession *self)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));

  if (self->n_busy++ == 0)
    g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_BUSY]);
}

/**
 * explorer_session_release_busy:
 * @self: a session
 *
 * Says that long work has ended.
 */
void
explorer_session_release_busy (ExplorerSession *self)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));
  g_return_if_fail (self->n_busy > 0);

  if (--self->n_busy == 0)
    g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_BUSY]);
}
