/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-alliance-index"

#include "config.h"

#include "foed-alliance-index.h"

/* How far the begins of two records may lie apart that describe the same: ratification may take a year. */
#define MOST_DAYS_APART 366

/* What is compared of an alliance. @states and @kinds are sorted. */
typedef struct
{
  char      *id;
  FoedDate  *begin;
  FoedDate  *end;
  GPtrArray *identifiers;
  GPtrArray *schemes;
  GPtrArray *states;
  GPtrArray *kinds;
} Sketch;

struct _FoedAllianceIndex
{
  GPtrArray  *sketches;
  GHashTable *by_identifier;
};

static void
sketch_free (Sketch *self)
{
  g_clear_pointer (&self->begin, foed_date_free);
  g_clear_pointer (&self->end, foed_date_free);
  g_ptr_array_unref (self->identifiers);
  g_ptr_array_unref (self->schemes);
  g_ptr_array_unref (self->states);
  g_ptr_array_unref (self->kinds);
  g_free (self->id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sketch, sketch_free)

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
has (GPtrArray  *strings,
     const char *string)
{
  return g_ptr_array_find_with_equal_func (strings, string, g_str_equal, NULL);
}

static void
add_once (GPtrArray  *strings,
          const char *string)
{
  if (!has (strings, string))
    g_ptr_array_add (strings, g_strdup (string));
}

static gboolean
is_present (FoedRecord *record)
{
  const FoedTerm *presence = foed_record_get_term (record, FOED_FIELD_PRESENCE);

  return presence == NULL || g_str_equal (presence->nick, "stated") || g_str_equal (presence->nick, "implied");
}

static void
add_kinds (Sketch     *self,
           FoedRecord *record)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      FoedRecordKind kind = foed_record_get_kind (child);

      if (kind == FOED_RECORD_OBLIGATION && is_present (child))
        add_once (self->kinds, foed_record_get_term (child, FOED_FIELD_KIND)->nick);
      else if (kind == FOED_RECORD_CLAUSE)
        add_kinds (self, child);
    }
}

static void
add_identifier (Sketch     *self,
                FoedRecord *identifier)
{
  const char *scheme = foed_record_get_term (identifier, FOED_FIELD_SCHEME)->nick;
  g_autofree char *key = g_strdup_printf ("%s %s", scheme, foed_record_get_text (identifier, FOED_FIELD_VALUE));

  add_once (self->identifiers, key);
  add_once (self->schemes, scheme);
}

static void
add_party (Sketch     *self,
           FoedRecord *party)
{
  if (!g_str_equal (foed_record_get_term (party, FOED_FIELD_ROLE)->nick, "observer"))
    add_once (self->states, foed_record_get_reference (party, FOED_FIELD_STATE));
}

static FoedDate *
copy_date (FoedRecord *record,
           FoedField   field)
{
  const FoedDate *date = foed_record_get_date (record, field);

  return date == NULL ? NULL : foed_date_copy (date);
}

static Sketch *
sketch_new (FoedRecord *alliance)
{
  Sketch *self = g_new0 (Sketch, 1);

  self->id = g_strdup (foed_record_get_id (alliance));
  self->begin = copy_date (alliance, FOED_FIELD_BEGIN);
  self->end = copy_date (alliance, FOED_FIELD_END);
  self->identifiers = g_ptr_array_new_with_free_func (g_free);
  self->schemes = g_ptr_array_new_with_free_func (g_free);
  self->states = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < foed_record_get_n_children (alliance); i++)
    {
      FoedRecord *child = foed_record_get_child (alliance, i);
      FoedRecordKind kind = foed_record_get_kind (child);

      if (kind == FOED_RECORD_IDENTIFIER)
        add_identifier (self, child);
      else if (kind == FOED_RECORD_PARTY)
        add_party (self, child);
      else if (kind == FOED_RECORD_INSTRUMENT)
        add_kinds (self, child);
    }

  g_ptr_array_sort (self->states, compare_strings);
  g_ptr_array_sort (self->kinds, compare_strings);

  return self;
}

/* Dates that may mean the same day agree; so do two open ends. */
static gboolean
agree (const FoedDate *a,
       const FoedDate *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return foed_date_get_first_day (a) <= foed_date_get_last_day (b)
         && foed_date_get_first_day (b) <= foed_date_get_last_day (a);
}

static void
compare_dates (FoedMatch      *match,
               const char     *field,
               const FoedDate *here,
               const FoedDate *there)
{
  g_autofree char *here_text = here == NULL ? NULL : foed_date_to_string (here);
  g_autofree char *there_text = there == NULL ? NULL : foed_date_to_string (there);

  if (!agree (here, there))
    foed_match_disagree (match, field, here_text, there_text);
}

/* Those of @strings that @others lack, separated by spaces; NULL for none. */
static char *
join_missing (GPtrArray *strings,
              GPtrArray *others)
{
  g_autoptr (GString) missing = g_string_new (NULL);

  for (guint i = 0; i < strings->len; i++)
    if (!has (others, strings->pdata[i]))
      g_string_append_printf (missing, "%s%s", missing->len == 0 ? "" : " ", (const char *) strings->pdata[i]);

  return missing->len == 0 ? NULL : g_string_free (g_steal_pointer (&missing), FALSE);
}

static void
compare_lists (FoedMatch  *match,
               const char *field,
               GPtrArray  *here,
               GPtrArray  *there)
{
  g_autofree char *only_here = join_missing (here, there);
  g_autofree char *only_there = join_missing (there, here);

  if (only_here != NULL || only_there != NULL)
    foed_match_disagree (match, field, only_here, only_there);
}

static FoedMatch *
make_match (Sketch        *here,
            Sketch        *there,
            FoedMatchKind  kind)
{
  FoedMatch *match = foed_match_new (here->id, there->id, kind);

  compare_dates (match, "begin", here->begin, there->begin);
  compare_dates (match, "end", here->end, there->end);
  compare_lists (match, "parties", here->states, there->states);
  compare_lists (match, "obligations", here->kinds, there->kinds);

  return match;
}

static gboolean
share_scheme (Sketch *a,
              Sketch *b)
{
  for (guint i = 0; i < a->schemes->len; i++)
    if (has (b->schemes, a->schemes->pdata[i]))
      return TRUE;

  return FALSE;
}

static gint64
measure_gap (Sketch *a,
             Sketch *b)
{
  if (a->begin == NULL || b->begin == NULL)
    return G_MAXINT64;

  return ABS ((gint64) foed_date_get_first_day (a->begin) - foed_date_get_first_day (b->begin));
}

static gboolean
have_same_states (Sketch *a,
                  Sketch *b)
{
  if (a->states->len == 0 || a->states->len != b->states->len)
    return FALSE;

  for (guint i = 0; i < a->states->len; i++)
    if (!g_str_equal (a->states->pdata[i], b->states->pdata[i]))
      return FALSE;

  return TRUE;
}

/* Who has another number in the same series is another alliance, whatever else is alike; and agreements on cooperation
 * are so many that the same members in the same year say nothing. */
static gboolean
may_be_same (Sketch *a,
             Sketch *b)
{
  return !g_str_equal (a->id, b->id) && !share_scheme (a, b) && !has (a->schemes, "dcad") && !has (b->schemes, "dcad");
}

static Sketch *
find_by_members (FoedAllianceIndex *self,
                 Sketch            *sketch)
{
  Sketch *nearest = NULL;
  gint64 least = MOST_DAYS_APART + 1;

  for (guint i = 0; i < self->sketches->len; i++)
    {
      Sketch *other = g_ptr_array_index (self->sketches, i);
      gint64 gap = measure_gap (sketch, other);

      if (gap < least && may_be_same (sketch, other) && have_same_states (sketch, other))
        {
          nearest = other;
          least = gap;
        }
    }

  return nearest;
}

static void
add_by_identifier (FoedAllianceIndex *self,
                   Sketch            *sketch,
                   GPtrArray         *matches)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < sketch->identifiers->len; i++)
    {
      GPtrArray *others = g_hash_table_lookup (self->by_identifier, sketch->identifiers->pdata[i]);

      for (guint j = 0; others != NULL && j < others->len; j++)
        {
          Sketch *other = g_ptr_array_index (others, j);

          if (!g_str_equal (other->id, sketch->id) && g_hash_table_add (seen, other))
            g_ptr_array_add (matches, make_match (sketch, other, FOED_MATCH_IDENTIFIER));
        }
    }
}

/**
 * foed_alliance_index_new:
 *
 * Returns: (transfer full): an index without alliances
 */
FoedAllianceIndex *
foed_alliance_index_new (void)
{
  FoedAllianceIndex *self = g_new0 (FoedAllianceIndex, 1);

  self->sketches = g_ptr_array_new_with_free_func ((GDestroyNotify) sketch_free);
  self->by_identifier = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  return self;
}

/**
 * foed_alliance_index_free:
 * @self: (transfer full): an index
 */
void
foed_alliance_index_free (FoedAllianceIndex *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_identifier);
  g_ptr_array_unref (self->sketches);
  g_free (self);
}

/**
 * foed_alliance_index_add:
 * @self: an index
 * @alliance: an alliance
 *
 * Adds @alliance.
 */
void
foed_alliance_index_add (FoedAllianceIndex *self,
                         FoedRecord        *alliance)
{
  Sketch *sketch;

  g_return_if_fail (self != NULL);
  g_return_if_fail (FOED_IS_RECORD (alliance) && foed_record_get_kind (alliance) == FOED_RECORD_ALLIANCE);

  sketch = sketch_new (alliance);
  g_ptr_array_add (self->sketches, sketch);

  for (guint i = 0; i < sketch->identifiers->len; i++)
    {
      GPtrArray *others = g_hash_table_lookup (self->by_identifier, sketch->identifiers->pdata[i]);

      if (others == NULL)
        {
          others = g_ptr_array_new ();
          g_hash_table_insert (self->by_identifier, sketch->identifiers->pdata[i], others);
        }

      g_ptr_array_add (others, sketch);
    }
}

/**
 * foed_alliance_index_match:
 * @self: an index
 * @alliance: an alliance
 *
 * Returns: (transfer full) (element-type FoedMatch): all that have a number in common with @alliance; where there is
 *   none, the one with the same members that begins nearest, if any
 */
GPtrArray *
foed_alliance_index_match (FoedAllianceIndex *self,
                           FoedRecord        *alliance)
{
  GPtrArray *matches = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_match_free);
  g_autoptr (Sketch) sketch = NULL;
  Sketch *other;

  g_return_val_if_fail (self != NULL, matches);
  g_return_val_if_fail (FOED_IS_RECORD (alliance), matches);

  sketch = sketch_new (alliance);
  add_by_identifier (self, sketch, matches);

  if (matches->len == 0 && (other = find_by_members (self, sketch)) != NULL)
    g_ptr_array_add (matches, make_match (sketch, other, FOED_MATCH_MEMBERS));

  return matches;
}

/**
 * foed_alliance_index_compare:
 * @alliance: an alliance
 * @other: another version of it
 *
 * Returns: (transfer full): what the two disagree on, as for two records with the same number
 */
FoedMatch *
foed_alliance_index_compare (FoedRecord *alliance,
                             FoedRecord *other)
{
  g_autoptr (Sketch) here = NULL;
  g_autoptr (Sketch) there = NULL;

  g_return_val_if_fail (FOED_IS_RECORD (alliance), NULL);
  g_return_val_if_fail (FOED_IS_RECORD (other), NULL);

  here = sketch_new (alliance);
  there = sketch_new (other);

  return make_match (here, there, FOED_MATCH_IDENTIFIER);
}
