/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-model"

#include "config.h"

#include "exchange/foed-library-atlas.h"
#include "explorer-graph-model.h"
#include "explorer-graph-pins.h"
#include "analysis/foed-ground.h"
#include "store/foed-listing.h"

/* What the layout takes of the progress; the rest is reading. */
#define SHARE_OF_LAYOUT 0.8

/* All that has been read of a library. Immutable, so that a thread can lay it out. */
typedef struct
{
  GArray     *memberships;
  GArray     *ties;
  GHashTable *labels;        /* a few letters for each state and alliance, by id */
  GHashTable *regions;       /* the region of each state, by id */
  FoedAtlas  *atlas;         /* read only for what needs it */
  GArray     *pins;          /* FoedPin, of all layouts; NULL where there is no library */
  FoedGraph  *graphs[FOED_N_GRAPH_PICTURES];
} Data;

/* What of it a narrowed query leaves. */
typedef struct
{
  GHashTable *alliances;     /* interned ids */
  GHashTable *ties;          /* Duty */
} Remainder;

typedef struct
{
  const char *obligation;
  const char *promisor;
  const char *beneficiary;
} Duty;

struct _ExplorerGraphModel
{
  GObject           parent_instance;

  ExplorerSession  *session;
  FoedGraphPicture  picture;
  FoedLayoutKind    layout_kind;

  Data             *data;
  FoedLayout       *layouts[FOED_N_LAYOUT_KINDS];
  FoedLayout       *pinned[FOED_N_LAYOUT_KINDS];  /* the same with the pins; NULL until it is asked for */
  GHashTable       *pins[FOED_N_LAYOUT_KINDS];    /* FoedPoint by id */
  ExplorerGraphFocus *focus;
  Remainder        *remainder;       /* NULL where the query is not narrowed */
  Remainder        *former_remainder;  /* what it left on the day since when changes are marked */
  FoedGraphMoment  *moment;
  FoedGraphMoment  *former_moment;   /* NULL where changes are not marked */
  GError           *error;
  int               permille;        /* the progress; threads write it */

  GCancellable     *load_cancellable;
  GCancellable     *narrow_cancellable;
  FoedQuery        *narrow_query;    /* what the library is being asked for */
  guint             active : 1;
  guint             outdated : 1;    /* whether the library has changed since it was read */
  guint             behind : 1;      /* whether the query has changed since it was applied */
  guint             asked_late : 1;  /* whether another day has come since the library was asked */
};

/* What a thread works on: a layout of the data, which it reads from the library first where there is none yet. */
typedef struct
{
  ExplorerGraphModel *model;
  FoedLibrary        *library;
  Data               *data;
  FoedLayoutKind      kind;
  FoedAtlas          *atlas;         /* the data's, or a new one for it */
  FoedLayout         *layout;
  Data               *before;      /* what was read before, and how it is laid out, in case it is still the same */
  FoedLayout         *layout_before;
} Job;

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExplorerGraphModel, explorer_graph_model, G_TYPE_OBJECT)

static void
data_clear (Data *data)
{
  g_clear_pointer (&data->memberships, g_array_unref);
  g_clear_pointer (&data->ties, g_array_unref);
  g_clear_pointer (&data->labels, g_hash_table_unref);
  g_clear_pointer (&data->regions, g_hash_table_unref);
  g_clear_pointer (&data->atlas, foed_atlas_unref);
  g_clear_pointer (&data->pins, g_array_unref);
  for (guint i = 0; i < FOED_N_GRAPH_PICTURES; i++)
    g_clear_pointer (&data->graphs[i], foed_graph_unref);
}

static Data *
data_new (void)
{
  return g_atomic_rc_box_new0 (Data);
}

static void
data_unref (Data *data)
{
  g_atomic_rc_box_release_full (data, (GDestroyNotify) data_clear);
}

static void
remainder_free (Remainder *remainder)
{
  g_clear_pointer (&remainder->alliances, g_hash_table_unref);
  g_clear_pointer (&remainder->ties, g_hash_table_unref);
  g_free (remainder);
}

static void
job_free (Job *job)
{
  g_clear_object (&job->library);
  g_clear_pointer (&job->data, data_unref);
  g_clear_pointer (&job->atlas, foed_atlas_unref);
  g_clear_pointer (&job->layout, foed_layout_unref);
  g_clear_pointer (&job->before, data_unref);
  g_clear_pointer (&job->layout_before, foed_layout_unref);
  g_free (job);
}

static guint
duty_hash (const Duty *duty)
{
  return g_direct_hash (duty->obligation) ^ g_direct_hash (duty->promisor) * 31 ^ g_direct_hash (duty->beneficiary) * 37;
}

static gboolean
duty_equal (const Duty *a,
            const Duty *b)
{
  return a->obligation == b->obligation && a->promisor == b->promisor && a->beneficiary == b->beneficiary;
}

static void
cancel (GCancellable **cancellable)
{
  g_cancellable_cancel (*cancellable);
  g_clear_object (cancellable);
}

static int
find_column (FoedListing  listing,
             const char  *nick)
{
  guint n_columns;
  const FoedColumn *columns = foed_listing_get_columns (listing, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    {
      if (g_str_equal (columns[i].nick, nick))
        return (int) i;
    }
  g_return_val_if_reached (-1);
}

/* Takes a column of all rows of @listing, by id. */
static gboolean
read_column (FoedLibrary   *library,
             FoedListing    listing,
             const char    *nick,
             GHashTable    *values,
             GPtrArray    **rows,
             GCancellable  *cancellable,
             GError       **error)
{
  int column = find_column (listing, nick);

  if (*rows == NULL)
    {
      g_autoptr(FoedQuery) query = foed_query_new (listing);

      *rows = foed_library_list_sync (library, query, 0, G_MAXINT, cancellable, error);
    }
  for (guint i = 0; *rows != NULL && i < (*rows)->len; i++)
    {
      FoedRow *row = g_ptr_array_index (*rows, i);
      const char *value = foed_row_get_value (row, (guint) column);

      if (value != NULL && *value != '\0')
        g_hash_table_insert (values, (gpointer) g_intern_string (foed_row_get_id (row)),
                             (gpointer) g_intern_string (value));
    }
  return *rows != NULL;
}

static gboolean
read_data (FoedLibrary   *library,
           Data          *data,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr(FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr(GPtrArray) states = NULL;
  g_autoptr(GPtrArray) alliances = NULL;

  data->labels = g_hash_table_new (g_str_hash, g_str_equal);
  data->regions = g_hash_table_new (g_str_hash, g_str_equal);
  data->memberships = foed_library_memberships_sync (library, query, cancellable, error);
  if (data->memberships == NULL)
    return FALSE;
  data->pins = foed_library_pins_sync (library, cancellable, error);
  if (data->pins == NULL)
    return FALSE;
  data->ties = foed_library_ties_sync (library, query, cancellable, error);
  return data->ties != NULL &&
         read_column (library, FOED_LISTING_STATES, "iso3", data->labels, &states, cancellable, error) &&
         read_column (library, FOED_LISTING_STATES, "region", data->regions, &states, cancellable, error) &&
         read_column (library, FOED_LISTING_ALLIANCES, "short-name", data->labels, &alliances, cancellable, error);
}

static void
make_graphs (Data *data)
{
  for (guint i = 0; i < FOED_N_GRAPH_PICTURES; i++)
    data->graphs[i] = foed_graph_new (i, (const FoedMembership *) (gpointer) data->memberships->data,
                                      data->memberships->len, (const FoedTie *) (gpointer) data->ties->data,
                                      data->ties->len);
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

  if (job->data->memberships == NULL && !read_data (job->library, job->data, cancellable, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  /* Most changes of a library are none of the graph: then nothing is laid out anew. */
  if (job->before != NULL && job->data->graphs[0] == NULL && foed_ties_are_same (job->before->memberships, job->data->memberships, job->before->ties, job->data->ties))
    {
      for (guint i = 0; i < FOED_N_GRAPH_PICTURES; i++)
        job->data->graphs[i] = foed_graph_ref (job->before->graphs[i]);
      job->layout = foed_layout_ref (job->layout_before);
      g_task_return_boolean (task, TRUE);
      return;
    }
  if (job->data->graphs[0] == NULL)
    make_graphs (job->data);
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

static gboolean
is_in_remainder (ExplorerGraphModel  *self,
                 const Remainder     *remainder,
                 const FoedGraphFact *fact)
{
  FoedQuery *query = explorer_session_get_query (self->session);

  if (remainder == NULL)
    return TRUE;
  if (!g_hash_table_contains (remainder->alliances, fact->alliance))
    return FALSE;
  if (fact->obligation != NULL)
    {
      const Duty duty = { fact->obligation, fact->state, fact->beneficiary };

      return g_hash_table_contains (remainder->ties, &duty);
    }
  return fact->kind == NULL || foed_query_get_values (query, FOED_FACET_OBLIGATION) == NULL ||
         foed_query_has_value (query, FOED_FACET_OBLIGATION, fact->kind->nick);
}

static gboolean
is_left (const FoedGraphFact *fact,
         gpointer             user_data)
{
  ExplorerGraphModel *self = user_data;
  FoedDay day;

  if (foed_query_get_day (explorer_session_get_query (self->session), &day) &&
      (day < fact->first_day || day > fact->last_day))
    return FALSE;
  return is_in_remainder (self, self->remainder, fact);
}

/* The same for the day since when changes are marked. */
static gboolean
was_left (const FoedGraphFact *fact,
          gpointer             user_data)
{
  ExplorerGraphModel *self = user_data;
  FoedDay since;

  return explorer_session_get_since (self->session, &since) && since >= fact->first_day && since <= fact->last_day &&
         is_in_remainder (self, self->former_remainder, fact);
}

static gboolean
are_changes_marked (ExplorerGraphModel *self)
{
  FoedDay since;

  return explorer_session_get_since (self->session, &since) && explorer_session_get_day_on (self->session);
}

/* Sees what there is now. */
static void
look (ExplorerGraphModel *self)
{
  self->behind = FALSE;
  g_clear_pointer (&self->moment, foed_graph_moment_free);
  g_clear_pointer (&self->former_moment, foed_graph_moment_free);
  if (self->data != NULL && self->data->graphs[self->picture] != NULL)
    self->moment = foed_graph_moment_new (self->data->graphs[self->picture], is_left, self);
  if (self->moment != NULL && are_changes_marked (self))
    self->former_moment = foed_graph_moment_new (self->data->graphs[self->picture], was_left, self);
  explorer_graph_focus_update (self->focus, self->moment);
  g_signal_emit (self, signals[CHANGED], 0);
}

static Remainder *
make_remainder (const GArray *memberships,
                const GArray *ties)
{
  Remainder *remainder = g_new0 (Remainder, 1);

  remainder->alliances = g_hash_table_new (NULL, NULL);
  remainder->ties = g_hash_table_new_full ((GHashFunc) duty_hash, (GEqualFunc) duty_equal, g_free, NULL);
  for (guint i = 0; i < memberships->len; i++)
    g_hash_table_add (remainder->alliances,
                      (gpointer) g_intern_string (g_array_index (memberships, FoedMembership, i).alliance));
  for (guint i = 0; i < ties->len; i++)
    {
      const FoedTie *tie = &g_array_index (ties, FoedTie, i);
      const Duty duty = { g_intern_string (tie->obligation), g_intern_string (tie->promisor),
                          g_intern_string (tie->beneficiary) };

      g_hash_table_add (remainder->ties, g_memdup2 (&duty, sizeof duty));
    }
  return remainder;
}

/* What the library is asked, and what it has answered. */
typedef struct
{
  FoedLibrary *library;
  FoedQuery   *query;
  FoedQuery   *former_query;         /* NULL where changes are not marked */
  Remainder   *remainder;
  Remainder   *former_remainder;
} Question;

static void
question_free (Question *question)
{
  g_object_unref (question->library);
  g_object_unref (question->query);
  g_clear_object (&question->former_query);
  g_clear_pointer (&question->remainder, remainder_free);
  g_clear_pointer (&question->former_remainder, remainder_free);
  g_free (question);
}

static Remainder *
read_remainder (FoedLibrary   *library,
                FoedQuery     *query,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GArray) memberships = foed_library_memberships_sync (library, query, cancellable, error);
  g_autoptr(GArray) ties = NULL;

  if (memberships != NULL)
    ties = foed_library_ties_sync (library, query, cancellable, error);
  return ties != NULL ? make_remainder (memberships, ties) : NULL;
}

static void
narrow_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Question *question = task_data;
  g_autoptr(GError) error = NULL;

  question->remainder = read_remainder (question->library, question->query, cancellable, &error);
  if (question->remainder != NULL && question->former_query != NULL)
    question->former_remainder = read_remainder (question->library, question->former_query, cancellable, &error);
  if (error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void apply_query (ExplorerGraphModel *self);

static void
forget_remainder (ExplorerGraphModel *self)
{
  g_clear_pointer (&self->remainder, remainder_free);
  g_clear_pointer (&self->former_remainder, remainder_free);
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
      g_autoptr(GArray) none = g_array_new (FALSE, FALSE, 1);

      g_info ("The filter could not be applied: %s", error->message);
      g_clear_pointer (&question->remainder, remainder_free);
      question->remainder = make_remainder (none, none);
    }
  forget_remainder (self);
  self->remainder = g_steal_pointer (&question->remainder);
  self->former_remainder = g_steal_pointer (&question->former_remainder);
  look (self);
  if (self->asked_late)
    apply_query (self);
}

/* Applies the query: at once where only a day is on, else once the library has said what it leaves. Years may pass
 * faster than it answers: another day waits until it has. */
static void
apply_query (ExplorerGraphModel *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);
  FoedQuery *query = explorer_session_get_query (self->session);
  g_autoptr(GTask) task = NULL;
  Question *question;
  FoedDay since;

  if (library == NULL || !foed_query_is_narrowed (query))
    {
      cancel (&self->narrow_cancellable);
      forget_remainder (self);
      look (self);
      return;
    }
  self->asked_late = self->narrow_cancellable != NULL && foed_query_equal_but_day (self->narrow_query, query);
  if (self->asked_late)
    return;
  cancel (&self->narrow_cancellable);
  g_set_object (&self->narrow_query, query);
  self->narrow_cancellable = g_cancellable_new ();
  task = g_task_new (self, self->narrow_cancellable, narrow_cb, NULL);
  g_task_set_source_tag (task, apply_query);
  question = g_new0 (Question, 1);
  question->library = g_object_ref (library);
  question->query = foed_query_with_listing (query, FOED_LISTING_ALLIANCES);
  if (are_changes_marked (self) && explorer_session_get_since (self->session, &since))
    question->former_query = foed_query_with_day (question->query, since);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, narrow_thread);
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
      look (self);
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
      g_clear_pointer (&self->data, data_unref);
      self->data = g_steal_pointer (&job->data);
      explorer_graph_pins_read (self->data->pins, self->pins);
    }
  if (self->data->atlas == NULL)
    self->data->atlas = g_steal_pointer (&job->atlas);
  g_clear_pointer (&self->pinned[job->kind], foed_layout_unref);
  g_clear_pointer (&self->layouts[job->kind], foed_layout_unref);
  self->layouts[job->kind] = g_steal_pointer (&job->layout);
  apply_query (self);
}

/* Lays @data out in a thread, which reads it first where there is nothing in it. */
static void
load (ExplorerGraphModel *self,
      Data               *data)
{
  FoedLibrary *library = explorer_session_get_library (self->session);
  g_autoptr(GTask) task = NULL;
  Job *job;

  cancel (&self->load_cancellable);
  g_atomic_int_set (&self->permille, 0);
  job = g_new0 (Job, 1);
  job->model = self;
  job->library = library != NULL ? g_object_ref (library) : NULL;
  job->data = g_atomic_rc_box_acquire (data);
  job->kind = self->layout_kind;
  job->atlas = data->atlas != NULL ? foed_atlas_ref (data->atlas) : NULL;
  if (self->data != NULL && self->data != data && self->layout_kind != FOED_LAYOUT_GEOGRAPHIC &&
      self->layouts[self->layout_kind] != NULL)
    {
      job->before = g_atomic_rc_box_acquire (self->data);
      job->layout_before = foed_layout_ref (self->layouts[self->layout_kind]);
    }
  self->load_cancellable = g_cancellable_new ();
  task = g_task_new (self, self->load_cancellable, load_cb, NULL);
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, load_thread);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
read_library (ExplorerGraphModel *self)
{
  Data *data = data_new ();

  self->outdated = FALSE;
  load (self, data);
  data_unref (data);
}

static void
library_changed_cb (ExplorerGraphModel *self)
{
  if (self->active && explorer_session_get_library (self->session) != NULL)
    read_library (self);
  else
    self->outdated = TRUE;
}

static void
library_replaced_cb (ExplorerGraphModel *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);

  cancel (&self->load_cancellable);
  cancel (&self->narrow_cancellable);
  g_clear_pointer (&self->data, data_unref);
  forget_remainder (self);
  for (guint i = 0; i < FOED_N_LAYOUT_KINDS; i++)
    {
      g_clear_pointer (&self->layouts[i], foed_layout_unref);
      g_clear_pointer (&self->pinned[i], foed_layout_unref);
      g_hash_table_remove_all (self->pins[i]);
    }
  explorer_graph_focus_clear (self->focus);
  look (self);
  if (library != NULL)
    g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  library_changed_cb (self);
}

static void
query_changed_cb (ExplorerGraphModel *self)
{
  self->behind = TRUE;
  if (self->active && self->data != NULL)
    apply_query (self);
}

/* What the library is being asked does not know of the other day yet. */
static void
since_changed_cb (ExplorerGraphModel *self)
{
  cancel (&self->narrow_cancellable);
  query_changed_cb (self);
}

static void
titles_changed_cb (ExplorerGraphModel *self)
{
  if (self->moment != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
explorer_graph_model_dispose (GObject *object)
{
  ExplorerGraphModel *self = EXPLORER_GRAPH_MODEL (object);

  cancel (&self->load_cancellable);
  cancel (&self->narrow_cancellable);
  g_clear_object (&self->narrow_query);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_graph_model_parent_class)->dispose (object);
}

static void
explorer_graph_model_finalize (GObject *object)
{
  ExplorerGraphModel *self = EXPLORER_GRAPH_MODEL (object);

  g_clear_error (&self->error);
  g_clear_pointer (&self->data, data_unref);
  forget_remainder (self);
  g_clear_pointer (&self->moment, foed_graph_moment_free);
  g_clear_pointer (&self->former_moment, foed_graph_moment_free);
  for (guint i = 0; i < FOED_N_LAYOUT_KINDS; i++)
    {
      g_clear_pointer (&self->layouts[i], foed_layout_unref);
      g_clear_pointer (&self->pinned[i], foed_layout_unref);
      g_clear_pointer (&self->pins[i], g_hash_table_unref);
    }
  g_clear_pointer (&self->focus, explorer_graph_focus_free);

  G_OBJECT_CLASS (explorer_graph_model_parent_class)->finalize (object);
}

static void
explorer_graph_model_class_init (ExplorerGraphModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = explorer_graph_model_dispose;
  object_class->finalize = explorer_graph_model_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
explorer_graph_model_init (ExplorerGraphModel *self)
{
  self->outdated = TRUE;
  self->focus = explorer_graph_focus_new ();
  for (guint i = 0; i < FOED_N_LAYOUT_KINDS; i++)
    self->pins[i] = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
}

/**
 * explorer_graph_model_new:
 * @session: the session to follow
 *
 * Returns: (transfer full): a model of the session's library
 */
ExplorerGraphModel *
explorer_graph_model_new (ExplorerSession *session)
{
  ExplorerGraphModel *self;

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);

  self = g_object_new (EXPLORER_TYPE_GRAPH_MODEL, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::library", G_CALLBACK (library_replaced_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::since", G_CALLBACK (since_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::since-on", G_CALLBACK (since_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::titles", G_CALLBACK (titles_changed_cb), self, G_CONNECT_SWAPPED);
  library_replaced_cb (self);
  return self;
}

/**
 * explorer_graph_model_set_active:
 * @self: a model
 * @active: whether someone looks at it
 *
 * Begins to follow the session, or leaves off.
 */
void
explorer_graph_model_set_active (ExplorerGraphModel *self,
                                 gboolean            active)
{
  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));

  self->active = !!active;
  if (!active)
    return;
  if (self->outdated && explorer_session_get_library (self->session) != NULL)
    read_library (self);
  else if (self->behind && self->data != NULL)
    apply_query (self);
}

/**
 * explorer_graph_model_retry:
 * @self: a model
 *
 * Reads everything again, after it could not be read.
 */
void
explorer_graph_model_retry (ExplorerGraphModel *self)
{
  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));

  library_changed_cb (self);
}

/**
 * explorer_graph_model_get_picture:
 * @self: a model
 *
 * Returns: what it is a picture of
 */
FoedGraphPicture
explorer_graph_model_get_picture (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), FOED_GRAPH_MEMBERS);

  return self->picture;
}

/**
 * explorer_graph_model_set_picture:
 * @self: a model
 * @picture: what to make a picture of
 */
void
explorer_graph_model_set_picture (ExplorerGraphModel *self,
                                  FoedGraphPicture    picture)
{
  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));
  g_return_if_fail (picture < FOED_N_GRAPH_PICTURES);

  if (self->picture == picture)
    return;
  self->picture = picture;
  look (self);
}

/**
 * explorer_graph_model_get_layout:
 * @self: a model
 *
 * Returns: how it is laid out
 */
FoedLayoutKind
explorer_graph_model_get_layout (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), FOED_LAYOUT_FORCE);

  return self->layout_kind;
}

/**
 * explorer_graph_model_set_layout:
 * @self: a model
 * @layout: how to lay it out
 */
void
explorer_graph_model_set_layout (ExplorerGraphModel *self,
                                 FoedLayoutKind      layout)
{
  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));
  g_return_if_fail (layout < FOED_N_LAYOUT_KINDS);

  if (self->layout_kind == layout)
    return;
  self->layout_kind = layout;
  if (self->data != NULL && self->layouts[layout] == NULL)
    load (self, self->data);
  else
    look (self);
}

/**
 * explorer_graph_model_take_data:
 * @self: a model
 * @memberships: (transfer full) (element-type FoedMembership): who is in what
 * @ties: (transfer full) (element-type FoedTie): who owes what to whom
 * @labels: (transfer full): a few letters for states and alliances, by id
 * @regions: (transfer full): the region of each state, by id
 *
 * Shows data that does not come from the session's library.
 */
void
explorer_graph_model_take_data (ExplorerGraphModel *self,
                                GArray             *memberships,
                                GArray             *ties,
                                GHashTable         *labels,
                                GHashTable         *regions)
{
  Data *data;

  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));
  g_return_if_fail (memberships != NULL && ties != NULL && labels != NULL && regions != NULL);

  data = data_new ();
  data->memberships = memberships;
  data->ties = ties;
  data->labels = labels;
  data->regions = regions;
  self->outdated = FALSE;
  load (self, data);
  data_unref (data);
}

/**
 * explorer_graph_model_get_state:
 * @self: a model
 *
 * Returns: whether there is something to draw, or why not
 */
ExplorerGraphState
explorer_graph_model_get_state (ExplorerGraphModel *self)
{
  guint n_nodes;

  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), EXPLORER_GRAPH_LOADING);

  if (self->error != NULL && self->load_cancellable == NULL)
    return EXPLORER_GRAPH_FAILED;
  if (self->moment == NULL || self->layouts[self->layout_kind] == NULL)
    return EXPLORER_GRAPH_LOADING;
  foed_graph_get_nodes (foed_graph_moment_get_graph (self->moment), &n_nodes);
  if (n_nodes == 0 && self->data->memberships->len == 0)
    return EXPLORER_GRAPH_EMPTY;
  if (foed_graph_moment_count (self->moment, FOED_RECORD_ALLIANCE) +
      foed_graph_moment_count (self->moment, FOED_RECORD_STATE) == 0)
    return EXPLORER_GRAPH_NOTHING;
  return EXPLORER_GRAPH_READY;
}

/**
 * explorer_graph_model_get_error:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): why it could not be read
 */
const GError *
explorer_graph_model_get_error (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);

  return self->error;
}

/**
 * explorer_graph_model_get_progress:
 * @self: a model
 *
 * Returns: how far reading and laying out has come, from 0 to 1
 */
double
explorer_graph_model_get_progress (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), 0);

  return g_atomic_int_get (&self->permille) / 1000.0;
}

/**
 * explorer_graph_model_get_moment:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what there is
 */
FoedGraphMoment *
explorer_graph_model_get_moment (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);

  return self->moment;
}

/**
 * explorer_graph_model_list_facts:
 * @self: a model
 * @edge: the index of an edge of the graph
 *
 * Returns: (transfer full) (element-type FoedGraphFact): what the edge rests on now or, where it is marked as gone, rested
 *   on then; of a membership, also what the state owes in the alliance (forward) and is owed there (backward)
 */
GArray *
explorer_graph_model_list_facts (ExplorerGraphModel *self,
                                 guint               edge)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (FoedGraphFact));
  FoedGraph *graph;
  FoedGraphSieve sieve;
  const FoedGraphFact *of_edge;
  const FoedGraphNode *nodes;
  const FoedGraphEdge *edges;
  guint n_nodes;
  guint n_edges;

  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), facts);
  g_return_val_if_fail (self->moment != NULL, facts);

  graph = foed_graph_moment_get_graph (self->moment);
  nodes = foed_graph_get_nodes (graph, &n_nodes);
  edges = foed_graph_get_edges (graph, &n_edges);
  g_return_val_if_fail (edge < n_edges, facts);
  of_edge = foed_graph_get_edge_facts (graph, edge);
  sieve = foed_graph_moment_get_edges (self->moment)[edge].n_facts > 0 ? is_left : was_left;
  for (guint i = 0; i < edges[edge].n_facts; i++)
    {
      if (sieve (&of_edge[i], self))
        g_array_append_val (facts, of_edge[i]);
    }
  if (self->picture == FOED_GRAPH_MEMBERS)
    foed_grounds_add_duties (self->data->graphs[FOED_GRAPH_TIES], nodes[edges[edge].from].id, nodes[edges[edge].to].id,
                             sieve, self, facts);
  return facts;
}

/**
 * explorer_graph_model_get_former_moment:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): what there was on the day since when changes are marked; %NULL where they are not
 */
FoedGraphMoment *
explorer_graph_model_get_former_moment (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);

  return self->former_moment;
}

/**
 * explorer_graph_model_make_moment:
 * @self: a model that has a moment
 * @picture: what to make a picture of
 *
 * Returns: (transfer full): what there is of another picture for the session's filter and day
 */
FoedGraphMoment *
explorer_graph_model_make_moment (ExplorerGraphModel *self,
                                  FoedGraphPicture    picture)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);
  g_return_val_if_fail (picture < FOED_N_GRAPH_PICTURES, NULL);
  g_return_val_if_fail (self->moment != NULL, NULL);

  return foed_graph_moment_new (self->data->graphs[picture], is_left, self);
}

/**
 * explorer_graph_model_get_atlas:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): where states are; %NULL until it has been laid out as a map
 */
FoedAtlas *
explorer_graph_model_get_atlas (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);

  return self->data != NULL ? self->data->atlas : NULL;
}

/**
 * explorer_graph_model_get_point:
 * @self: a model
 * @id: the id of an alliance or a state
 * @point: (out): where it is
 *
 * Returns: whether it has a place
 */
gboolean
explorer_graph_model_get_point (ExplorerGraphModel *self,
                                const char         *id,
                                FoedPoint          *point)
{
  FoedLayout *layout;

  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), FALSE);

  layout = self->layouts[self->layout_kind];
  if (layout == NULL)
    return FALSE;
  if (g_hash_table_size (self->pins[self->layout_kind]) > 0)
    {
      if (self->pinned[self->layout_kind] == NULL)
        self->pinned[self->layout_kind] = foed_layout_with_pins (layout, self->pins[self->layout_kind]);
      layout = self->pinned[self->layout_kind];
    }
  return layout != NULL && foed_layout_find (layout, id, point);
}

/* What has changed of the pins of the layout. */
static void
repin (ExplorerGraphModel *self)
{
  g_clear_pointer (&self->pinned[self->layout_kind], foed_layout_unref);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * explorer_graph_model_is_pinned:
 * @self: a model
 * @id: (nullable): the id of an alliance or a state; %NULL for any
 *
 * Returns: whether the user has put it where it is, in this layout
 */
gboolean
explorer_graph_model_is_pinned (ExplorerGraphModel *self,
                                const char         *id)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), FALSE);

  return id != NULL ? g_hash_table_contains (self->pins[self->layout_kind], id)
                    : g_hash_table_size (self->pins[self->layout_kind]) > 0;
}

/**
 * explorer_graph_model_pin:
 * @self: a model
 * @id: the id of an alliance or a state
 * @point: where the user wants it
 *
 * Puts something in its place, in this layout, and keeps that in the library: it can be undone.
 */
void
explorer_graph_model_pin (ExplorerGraphModel *self,
                          const char         *id,
                          FoedPoint           point)
{
  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));
  g_return_if_fail (id != NULL);

  g_hash_table_insert (self->pins[self->layout_kind], (gpointer) g_intern_string (id),
                       g_memdup2 (&point, sizeof point));
  explorer_graph_pins_write (self->session, self->layout_kind, id, point);
  repin (self);
}

/**
 * explorer_graph_model_unpin:
 * @self: a model
 * @id: (nullable): the id of an alliance or a state; %NULL for all
 *
 * Lets something go where the layout puts it, and keeps that in the library.
 */
void
explorer_graph_model_unpin (ExplorerGraphModel *self,
                            const char         *id)
{
  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));

  if (id != NULL)
    g_hash_table_remove (self->pins[self->layout_kind], id);
  else
    g_hash_table_remove_all (self->pins[self->layout_kind]);
  explorer_graph_pins_remove (self->session, self->layout_kind, id);
  repin (self);
}

/**
 * explorer_graph_model_get_focus:
 * @self: a model
 *
 * Returns: (transfer none): what of the graph is to be seen; after a change call explorer_graph_model_refocus()
 */
ExplorerGraphFocus *
explorer_graph_model_get_focus (ExplorerGraphModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);

  return self->focus;
}

/**
 * explorer_graph_model_refocus:
 * @self: a model
 *
 * Applies what has changed of the focus.
 */
void
explorer_graph_model_refocus (ExplorerGraphModel *self)
{
  g_return_if_fail (EXPLORER_IS_GRAPH_MODEL (self));

  explorer_graph_focus_update (self->focus, self->moment);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * explorer_graph_model_get_label:
 * @self: a model
 * @id: the id of an alliance or a state
 *
 * Returns: (transfer none): a few letters for it: the short name, the ISO code, or its title where it has neither
 */
const char *
explorer_graph_model_get_label (ExplorerGraphModel *self,
                                const char         *id)
{
  const char *label = NULL;

  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);

  if (self->data != NULL)
    label = g_hash_table_lookup (self->data->labels, id);
  return label != NULL ? label : explorer_graph_model_get_title (self, id);
}

/**
 * explorer_graph_model_get_title:
 * @self: a model
 * @id: the id of an alliance or a state
 *
 * Returns: (transfer none): its title
 */
const char *
explorer_graph_model_get_title (ExplorerGraphModel *self,
                                const char         *id)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (self), NULL);

  return explorer_session_get_title (self->session, id);
}
