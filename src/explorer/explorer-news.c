/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-news"

#include "config.h"

#include <glib/gi18n.h>

#include "analysis/foed-as-of-day.h"
#include "analysis/foed-passage.h"
#include "explorer-news.h"
#include "store/foed-listing.h"

/* As many sentences as are read in passing. */
#define N_SENTENCES 3

/* Beginnings and ends of alliances of fewer states are told like an entry or exit. */
#define N_STATES_IMPORTANT 3

struct _ExplorerNews
{
  GObject          parent_instance;

  ExplorerSession *session;
  GCancellable    *cancellable;
  FoedQuery       *query;
  GArray          *passages;
  GHashTable      *names;            /* the short names of alliances, by id */
};

/* What a thread reads. */
typedef struct
{
  FoedLibrary *library;
  FoedQuery   *query;
  GArray      *passages;
  GHashTable  *names;
} Reading;

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExplorerNews, explorer_news, G_TYPE_OBJECT)

static void
reading_free (Reading *reading)
{
  g_object_unref (reading->library);
  g_object_unref (reading->query);
  g_clear_pointer (&reading->passages, g_array_unref);
  g_clear_pointer (&reading->names, g_hash_table_unref);
  g_free (reading);
}

static GHashTable *
read_names (FoedLibrary   *library,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr(FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr(GPtrArray) rows = foed_library_list_sync (library, query, 0, G_MAXINT, cancellable, error);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  guint n_columns;
  const FoedColumn *columns = foed_listing_get_columns (FOED_LISTING_ALLIANCES, &n_columns);
  guint column = 0;

  if (rows == NULL)
    return NULL;
  while (column < n_columns && !g_str_equal (columns[column].nick, "short-name"))
    column++;
  g_assert (column < n_columns);
  for (guint i = 0; i < rows->len; i++)
    {
      FoedRow *row = g_ptr_array_index (rows, i);
      const char *name = foed_row_get_value (row, column);

      if (name != NULL && *name != '\0')
        g_hash_table_insert (names, g_strdup (foed_row_get_id (row)), g_strdup (name));
    }
  return g_steal_pointer (&names);
}

static void
read_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Reading *reading = task_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) memberships = NULL;

  reading->names = read_names (reading->library, cancellable, &error);
  if (reading->names != NULL)
    memberships = foed_library_memberships_sync (reading->library, reading->query, cancellable, &error);
  if (memberships == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  reading->passages = foed_passages_new ((const FoedMembership *) (gpointer) memberships->data, memberships->len);
  g_task_return_boolean (task, TRUE);
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  ExplorerNews *self = EXPLORER_NEWS (object);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  gboolean read = g_task_propagate_boolean (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->passages, g_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  if (read)
    {
      self->passages = g_steal_pointer (&reading->passages);
      self->names = g_steal_pointer (&reading->names);
    }
  else
    g_info ("Entries and exits could not be read: %s", error->message);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_library (ExplorerNews *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);
  g_autoptr(GTask) task = NULL;
  Reading *reading;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (library == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  reading = g_new0 (Reading, 1);
  reading->library = g_object_ref (library);
  reading->query = g_object_ref (self->query);
  task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_task_set_source_tag (task, read_library);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_thread);
}

/* All of time is read at once, so another day changes nothing. */
static void
query_changed_cb (ExplorerNews *self)
{
  g_autoptr(FoedQuery) timeless = foed_query_without_day (explorer_session_get_query (self->session));
  g_autoptr(FoedQuery) query = foed_query_with_listing (timeless, FOED_LISTING_ALLIANCES);

  if (self->query != NULL && foed_query_equal (self->query, query))
    return;
  g_set_object (&self->query, query);
  read_library (self);
}

static gboolean
is_important (const FoedPassage *passage)
{
  return passage->state == NULL && passage->n_states >= N_STATES_IMPORTANT;
}

/* The beginning or end of an alliance comes before entries and exits, and then what more states take part in. */
static int
compare_weight (gconstpointer a,
                gconstpointer b)
{
  const FoedPassage *left = *(const FoedPassage *const *) a;
  const FoedPassage *right = *(const FoedPassage *const *) b;

  if (is_important (left) != is_important (right))
    return is_important (left) ? -1 : 1;
  if (left->n_states != right->n_states)
    return left->n_states > right->n_states ? -1 : 1;
  return left < right ? -1 : left > right;
}

static char *
tell_passage (ExplorerNews      *self,
              const FoedPassage *passage)
{
  const char *alliance = g_hash_table_lookup (self->names, passage->alliance);

  if (alliance == NULL)
    alliance = explorer_session_get_title (self->session, passage->alliance);
  if (passage->state == NULL)
    return foed_as_of_day_tell_alliance (passage->begins, alliance);
  return foed_as_of_day_tell_party (passage->begins, explorer_session_get_title (self->session, passage->state),
                                    alliance);
}

static int
get_year (FoedDay day)
{
  int year;
  int month;
  int day_of_month;

  foed_day_to_calendar (day, &year, &month, &day_of_month);
  return year;
}

static void
explorer_news_constructed (GObject *object)
{
  ExplorerNews *self = EXPLORER_NEWS (object);

  G_OBJECT_CLASS (explorer_news_parent_class)->constructed (object);

  g_signal_connect_object (self->session, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::titles", G_CALLBACK (read_library), self, G_CONNECT_SWAPPED);
  query_changed_cb (self);
}

static void
explorer_news_dispose (GObject *object)
{
  ExplorerNews *self = EXPLORER_NEWS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->query);
  g_clear_object (&self->session);
  g_clear_pointer (&self->passages, g_array_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);

  G_OBJECT_CLASS (explorer_news_parent_class)->dispose (object);
}

static void
explorer_news_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, EXPLORER_NEWS (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_news_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      EXPLORER_NEWS (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_news_class_init (ExplorerNewsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = explorer_news_constructed;
  object_class->dispose = explorer_news_dispose;
  object_class->get_property = explorer_news_get_property;
  object_class->set_property = explorer_news_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, EXPLORER_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
explorer_news_init (ExplorerNews *self)
{
}

/**
 * explorer_news_new:
 * @session: the session to follow
 *
 * Returns: (transfer full): the news of its library
 */
ExplorerNews *
explorer_news_new (ExplorerSession *session)
{
  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);

  return g_object_new (EXPLORER_TYPE_NEWS, "session", session, NULL);
}

/**
 * explorer_news_tell:
 * @self: news
 * @from: a day
 * @to: a later day
 *
 * Tells the most important of what is different on @to from what it was on @from, and how much more there is.
 *
 * Returns: (transfer full) (nullable): a line that begins with the year; %NULL where nobody entered or left, or that is
 *   not known yet
 */
char *
explorer_news_tell (ExplorerNews *self,
                    FoedDay       from,
                    FoedDay       to)
{
  g_autoptr(GPtrArray) order = NULL;
  g_autoptr(GStrvBuilder) builder = NULL;
  g_auto(GStrv) sentences = NULL;
  g_autofree char *text = NULL;
  const FoedPassage *passages;
  guint n_passages;
  guint n_told;

  g_return_val_if_fail (EXPLORER_IS_NEWS (self), NULL);

  if (self->passages == NULL)
    return NULL;
  passages = foed_passages_find (self->passages, from, to, &n_passages);
  if (n_passages == 0)
    return NULL;
  order = g_ptr_array_sized_new (n_passages);
  for (guint i = 0; i < n_passages; i++)
    g_ptr_array_add (order, (gpointer) &passages[i]);
  g_ptr_array_sort (order, compare_weight);

  /* Of several years, only the one with the most important is told. */
  n_told = get_year (passages[0].day) == get_year (passages[n_passages - 1].day) ? MIN (n_passages, N_SENTENCES) : 1;
  builder = g_strv_builder_new ();
  for (guint i = 0; i < n_told; i++)
    {
      g_autofree char *sentence = tell_passage (self, g_ptr_array_index (order, i));

      g_strv_builder_add (builder, sentence);
    }
  if (n_passages > n_told)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("%u more", "%u more", n_passages - n_told),
                                               n_passages - n_told);

      g_strv_builder_add (builder, more);
    }
  sentences = g_strv_builder_end (builder);
  /* Translators: stands between things that happened, as in "Albania joins NATO · Croatia joins NATO". */
  text = g_strjoinv (C_("news", " · "), sentences);
  /* Translators: a year and what happened in it, as in "1955: West Germany joins NATO". */
  return g_strdup_printf (C_("news", "%d: %s"), get_year (((const FoedPassage *) g_ptr_array_index (order, 0))->day),
                          text);
}
