/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-session"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-session.h"

/* As many steps back as a person is likely to remember. */
#define N_STEPS_MAX 64

typedef struct
{
  char *selected;
  char *root;
} Step;

struct _ExplorerSession
{
  GObject       parent_instance;

  FoedLibrary  *library;
  FoedQuery    *query;
  FoedDay       day;
  FoedDay       since;
  GHashTable   *titles;

  char         *selected;
  char         *root;
  FoedRecord   *record;
  GError       *error;
  GQueue        steps;

  const char   *view;
  const char   *panel;
  guint         n_busy;

  GCancellable *titles_cancellable;
  GCancellable *record_cancellable;

  guint         day_on : 1;
  guint         since_on : 1;
};

enum
{
  PROP_0,
  PROP_BUSY,
  PROP_CAN_GO_BACK,
  PROP_DAY,
  PROP_DAY_ON,
  PROP_ERROR,
  PROP_LIBRARY,
  PROP_PANEL,
  PROP_QUERY,
  PROP_RECORD,
  PROP_ROOT,
  PROP_SELECTED,
  PROP_SINCE,
  PROP_SINCE_ON,
  PROP_TITLES,
  PROP_VIEW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerSession, explorer_session, G_TYPE_OBJECT)

static void
step_free (Step *step)
{
  g_free (step->selected);
  g_free (step->root);
  g_free (step);
}

static void
cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
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
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
  if (self->error != NULL || error != NULL)
    {
      g_clear_error (&self->error);
      self->error = error != NULL ? g_error_copy (error) : NULL;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
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

static void
read_record (ExplorerSession *self)
{
  g_assert (EXPLORER_IS_SESSION (self));

  cancel (&self->record_cancellable);
  if (self->library == NULL || self->root == NULL)
    {
      set_record (self, NULL, NULL);
      return;
    }
  self->record_cancellable = g_cancellable_new ();
  foed_library_get_record_async (self->library, self->root, self->record_cancellable, record_cb, g_object_ref (self));
}

static void
titles_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ExplorerSession) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) titles = foed_library_dup_titles_finish (FOED_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || FOED_LIBRARY (object) != self->library)
    return;

  g_clear_object (&self->titles_cancellable);
  if (titles == NULL)
    {
      g_info ("The titles could not be read: %s", error->message);
      return;
    }
  g_clear_pointer (&self->titles, g_hash_table_unref);
  self->titles = g_steal_pointer (&titles);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLES]);
}

static void
read_titles (ExplorerSession *self)
{
  g_assert (EXPLORER_IS_SESSION (self));

  cancel (&self->titles_cancellable);
  if (self->library == NULL)
    return;
  self->titles_cancellable = g_cancellable_new ();
  foed_library_dup_titles_async (self->library, self->titles_cancellable, titles_cb, g_object_ref (self));
}

static void
library_changed_cb (ExplorerSession *self)
{
  read_titles (self);
  read_record (self);
}

/* Keeps the day of the query and the day of the session the same. */
static void
take_day_from_query (ExplorerSession *self)
{
  FoedDay day = self->day;
  gboolean day_on = foed_query_get_day (self->query, &day);

  if (self->day_on != day_on)
    {
      self->day_on = day_on;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY_ON]);
    }
  if (day_on && self->day != day)
    {
      self->day = day;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
    }
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
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
    }
  if (root_changed)
    {
      g_free (self->root);
      self->root = g_steal_pointer (&new_root);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROOT]);
      set_record (self, NULL, NULL);
      read_record (self);
    }
  else
    show_fitting_panel (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
forget_selection (ExplorerSession *self)
{
  g_queue_clear_full (&self->steps, (GDestroyNotify) step_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
  change_selection (self, NULL, NULL);
}

static void
explorer_session_dispose (GObject *object)
{
  ExplorerSession *self = EXPLORER_SESSION (object);

  cancel (&self->titles_cancellable);
  cancel (&self->record_cancellable);
  g_queue_clear_full (&self->steps, (GDestroyNotify) step_free);
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

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_GO_BACK] = g_param_spec_boolean ("can-go-back", NULL, NULL, FALSE, readable);
  properties[PROP_DAY] = g_param_spec_int ("day", NULL, NULL, G_MININT32, G_MAXINT32, 0, writable);
  properties[PROP_DAY_ON] = g_param_spec_boolean ("day-on", NULL, NULL, FALSE, writable);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, readable);
  properties[PROP_LIBRARY] = g_param_spec_object ("library", NULL, NULL, FOED_TYPE_LIBRARY, writable);
  properties[PROP_PANEL] = g_param_spec_string ("panel", NULL, NULL, NULL, writable);
  properties[PROP_QUERY] = g_param_spec_object ("query", NULL, NULL, FOED_TYPE_QUERY, writable);
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, FOED_TYPE_RECORD, readable);
  properties[PROP_ROOT] = g_param_spec_string ("root", NULL, NULL, NULL, readable);
  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, NULL, readable);
  properties[PROP_SINCE] = g_param_spec_int ("since", NULL, NULL, G_MININT32, G_MAXINT32, 0, readable);
  properties[PROP_SINCE_ON] = g_param_spec_boolean ("since-on", NULL, NULL, FALSE, readable);
  properties[PROP_TITLES] = g_param_spec_boxed ("titles", NULL, NULL, G_TYPE_HASH_TABLE, readable);
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, NULL, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLES]);
  forget_selection (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIBRARY]);
  g_object_thaw_notify (G_OBJECT (self));
  read_titles (self);
}

/**
 * explorer_session_get_query:
 * @self: a session
 *
 * Returns: (transfer none): what is shown
 */
FoedQuery *
explorer_session_get_query (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);

  return self->query;
}

/**
 * explorer_session_set_query:
 * @self: a session
 * @query: what to show from now on
 *
 * Shows something else. The day of @query becomes the session's.
 */
void
explorer_session_set_query (ExplorerSession *self,
                            FoedQuery       *query)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));
  g_return_if_fail (FOED_IS_QUERY (query));

  if (self->query == query || foed_query_equal (self->query, query))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  g_set_object (&self->query, query);
  take_day_from_query (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * explorer_session_get_day:
 * @self: a session
 *
 * Returns: the day that was chosen last, whether it is on or not
 */
FoedDay
explorer_session_get_day (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), 0);

  return self->day;
}

/**
 * explorer_session_set_day:
 * @self: a session
 * @day: the day to look at
 *
 * Chooses another day. The query takes it while a day is on.
 */
void
explorer_session_set_day (ExplorerSession *self,
                          FoedDay          day)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));

  if (self->day == day)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->day = day;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
  if (self->day_on)
    {
      g_autoptr(FoedQuery) query = foed_query_with_day (self->query, day);

      explorer_session_set_query (self, query);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * explorer_session_get_day_on:
 * @self: a session
 *
 * Returns: whether only what is in force on the day is shown
 */
gboolean
explorer_session_get_day_on (ExplorerSession *self)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), FALSE);

  return self->day_on;
}

/**
 * explorer_session_set_day_on:
 * @self: a session
 * @day_on: whether to show only what is in force on the day
 */
void
explorer_session_set_day_on (ExplorerSession *self,
                             gboolean         day_on)
{
  g_autoptr(FoedQuery) query = NULL;

  g_return_if_fail (EXPLORER_IS_SESSION (self));

  if (self->day_on == !!day_on)
    return;

  query = day_on ? foed_query_with_day (self->query, self->day) : foed_query_without_day (self->query);
  explorer_session_set_query (self, query);
}

/**
 * explorer_session_get_since:
 * @self: a session
 * @since: (out): the day since when changes are marked
 *
 * Returns: whether changes are marked
 */
gboolean
explorer_session_get_since (ExplorerSession *self,
                            FoedDay         *since)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (self), FALSE);
  g_return_val_if_fail (since != NULL, FALSE);

  *since = self->since;
  return self->since_on;
}

/**
 * explorer_session_mark_changes:
 * @self: a session
 * @since: a day
 *
 * Marks what is different on the day that is looked at from what it was on @since.
 */
void
explorer_session_mark_changes (ExplorerSession *self,
                               FoedDay          since)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));

  if (self->since_on && self->since == since)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  self->since = since;
  self->since_on = TRUE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINCE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINCE_ON]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * explorer_session_unmark_changes:
 * @self: a session
 *
 * Marks no changes any more.
 */
void
explorer_session_unmark_changes (ExplorerSession *self)
{
  g_return_if_fail (EXPLORER_IS_SESSION (self));

  if (!self->since_on)
    return;

  self->since_on = FALSE;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINCE_ON]);
}

/**
 * explorer_session_get_title:
 * @self: a session
 * @id: the id of a record
 *
 * Returns: (transfer none): the title of the record, or @id where it has none or titles have not been read yet
 */
const char *
explorer_session_get_title (ExplorerSession *self,
                            const char      *id)
{
  const char *title = NULL;

  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (self->titles != NULL)
    title = g_hash_table_lookup (self->titles, id);
  return title != NULL ? title : id;
}

/**
 * explorer_session_dup_titles_of:
 * @self: a session
 * @ids: (array zero-terminated=1): ids of records
 *
 * Returns: (transfer full): the titles, one after another as the language lists them
 */
char *
explorer_session_dup_titles_of (ExplorerSession    *self,
                                const char * const *ids)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) titles = NULL;

  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    g_strv_builder_add (builder, explorer_session_get_title (self, ids[i]));
  titles = g_strv_builder_end (builder);
  /* Translators: stands between the members of a list, as in "France, Russia". */
  return g_strjoinv (C_("list", ", "), titles);
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
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_GO_BACK]);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANEL]);
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
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
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
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}
