/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-derived"

#include "config.h"

#include "foed-derivation-private.h"
#include "foed-derived-private.h"
#include "foed-listing-private.h"
#include "foed-loader-private.h"
#include "model/foed-span.h"

/* So many rows wait before they are written. */
#define MOST_WAITING 16384

/* What waits has texts of its records, so these are kept. */
struct _FoedDerived
{
  FoedConnection  *connection;
  FoedDerivedRows *rows;
  GPtrArray       *records;
};

/* The kinds of record that may have rows of their own: those with an id. The index of derived_row begins with them. */
#define KINDS \
  "('source', 'place', 'state', 'alliance', 'document', 'instrument', 'clause', 'obligation', 'party', 'suspension', " \
  "'mechanism', 'impact', 'enforcement', 'event')"
#define OBLIGATIONS_UNDER_ROOT "(SELECT key FROM derived_obligation WHERE root = ?1)"

static const char *const erase_texts[] = {
  "DELETE FROM derived_owing WHERE obligation IN " OBLIGATIONS_UNDER_ROOT,
  "DELETE FROM derived_side WHERE obligation IN " OBLIGATIONS_UNDER_ROOT,
  "DELETE FROM derived_threat WHERE obligation IN " OBLIGATIONS_UNDER_ROOT,
  "DELETE FROM derived_obligation WHERE root = ?1",
  "DELETE FROM derived_facet WHERE root = ?1",
  "DELETE FROM derived_count WHERE root = ?1",
  "DELETE FROM derived_row WHERE kind IN " KINDS " AND root = ?1",
};

/* What was derived from the top-level record of that id, which may be gone already. */
static gboolean
erase (FoedConnection  *connection,
       const char      *id,
       GError         **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (erase_texts); i++)
    {
      g_autoptr (FoedStatement) statement = foed_statement_new (connection, erase_texts[i], error);

      if (statement == NULL)
        return FALSE;

      foed_statement_bind_text (statement, 1, id);

      if (!foed_statement_execute (statement, error))
        return FALSE;
    }

  return TRUE;
}

static guint
facet_value_hash (gconstpointer data)
{
  const FoedFacetValue *self = data;

  return g_str_hash (self->facet) ^ g_str_hash (self->value);
}

static gboolean
facet_value_equal (gconstpointer a,
                   gconstpointer b)
{
  const FoedFacetValue *left = a;
  const FoedFacetValue *right = b;

  return g_str_equal (left->facet, right->facet) && g_str_equal (left->value, right->value);
}

static void
facet_value_free (gpointer data)
{
  FoedFacetValue *self = data;

  g_array_unref (self->spans);
  g_clear_pointer (&self->tallies, g_array_unref);
  g_free (self);
}

static void
derivation_clear (FoedDerivation *self)
{
  g_clear_pointer (&self->find_key, foed_statement_release);
  g_clear_pointer (&self->force, foed_force_free);
  g_clear_pointer (&self->duties, g_hash_table_unref);
  g_clear_pointer (&self->facets, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoedDerivation, derivation_clear)

static gboolean
derivation_init (FoedDerivation  *self,
                 FoedDerived     *derived,
                 FoedRecord      *root,
                 const gint64    *keys,
                 GError         **error)
{
  *self = (FoedDerivation) { .rows = derived->rows, .root = root, .next_key = keys };
  self->duties = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->facets = g_hash_table_new_full (facet_value_hash, facet_value_equal, facet_value_free, NULL);

  if (foed_record_get_kind (root) == FOED_RECORD_ALLIANCE)
    self->force = foed_force_new (root, FOED_READING_RECORDED);

  if (keys == NULL)
    self->find_key = foed_statement_new (derived->connection, "SELECT key FROM record WHERE id = ?1", error);

  return keys != NULL || self->find_key != NULL;
}

static gboolean
look_key_up (FoedDerivation  *self,
             const char      *id,
             gint64          *key,
             GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  gboolean found;

  foed_statement_bind_text (self->find_key, 1, id);
  found = foed_statement_next (self->find_key, &local_error);

  if (found)
    *key = foed_statement_get_integer (self->find_key, 0);

  foed_statement_reset (self->find_key);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (!found)
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND, "The record “%s” has no row.", id);

  return found;
}

static const FoedPeriod always = { NULL, FOED_DAY_FIRST, FOED_DAY_LAST, FOED_DAY_FIRST, FOED_DAY_LAST };
static const FoedPeriod never = { NULL, FOED_DAY_LAST, FOED_DAY_FIRST, FOED_DAY_LAST, FOED_DAY_FIRST };

/* An event has happened from its day on. */
static FoedPeriod
get_period_of_event (FoedRecord *event)
{
  const FoedDate *begin = foed_record_get_date (event, FOED_FIELD_BEGIN);
  FoedPeriod period = always;

  period.first_day = foed_date_get_first_day (begin);
  period.certain_first_day = foed_date_get_last_day (begin);

  return period;
}

/* A document is read without the rules of alliances: a treaty in it is in force between its own two dates, and from
 * when is uncertain where it does not say. */
static FoedPeriod
get_period_in_document (FoedRecord       *record,
                        const FoedPeriod *parent)
{
  FoedPeriod period = *parent;
  const FoedDate *begin;
  const FoedDate *end;

  if (foed_record_get_kind (record) != FOED_RECORD_INSTRUMENT)
    return period;

  begin = foed_record_get_date (record, FOED_FIELD_BEGIN);
  end = foed_record_get_date (record, FOED_FIELD_END);

  if (begin == NULL)
    begin = foed_record_get_date (record, FOED_FIELD_SIGNED);

  period.first_day = begin != NULL ? foed_date_get_first_day (begin) : FOED_DAY_FIRST;
  period.last_day = end != NULL ? foed_date_get_last_day (end) : FOED_DAY_LAST;
  period.certain_first_day =
    foed_record_has_value (record, FOED_FIELD_BEGIN) ? foed_date_get_last_day (begin) : FOED_DAY_LAST;
  period.certain_last_day = end != NULL ? foed_date_get_first_day (end) : FOED_DAY_LAST;

  return period;
}

/* When @record holds. What is of no alliance or document always does. */
static FoedPeriod
get_period (FoedDerivation   *self,
            FoedRecord       *record,
            const FoedPeriod *parent)
{
  const FoedPeriod *found;

  if (foed_record_get_kind (record) == FOED_RECORD_EVENT)
    return get_period_of_event (record);

  if (foed_record_get_kind (self->root) == FOED_RECORD_DOCUMENT)
    return get_period_in_document (record, parent);

  if (self->force == NULL)
    return always;

  found = foed_force_find_period (self->force, foed_record_get_id (record));

  return found != NULL ? *found : never;
}

static gboolean
get_key (FoedDerivation  *self,
         FoedRecord      *record,
         gint64          *key,
         GError         **error)
{
  if (self->next_key == NULL)
    return look_key_up (self, foed_record_get_id (record), key, error);

  *key = *self->next_key++;

  return TRUE;
}

static void
add_row (FoedDerivation   *self,
         FoedRecord       *record,
         const FoedPeriod *period,
         gint64            key,
         gint64            parent)
{
  const char *title = foed_record_get_text (record, FOED_FIELD_TITLE);
  const char *number = foed_record_get_text (record, FOED_FIELD_NUMBER);
  const FoedDerivedValue values[] = {
    { .integer = key },
    { .text = foed_record_kind_get_info (foed_record_get_kind (record))->nick },
    { .text = foed_record_get_id (self->root) },
    { .integer = parent },
    { .integer = self->ordinal++ },
    { .integer = period->first_day },
    { .integer = period->last_day },
    { .integer = period->certain_first_day },
    { .integer = period->certain_last_day },
    { .text = foed_derived_rows_keep (self->rows, title != NULL ? foed_listing_make_sort_key (title) : NULL) },
    { .text = foed_derived_rows_keep (self->rows, number != NULL ? foed_listing_make_number_key (number) : NULL) },
  };

  foed_derived_rows_add (self->rows, FOED_DERIVED_ROW, values);
}

FoedFacetValue *
foed_derivation_get_facet (FoedDerivation *self,
                           const char     *facet,
                           const char     *value)
{
  FoedFacetValue probe = { facet, value, NULL, NULL };
  FoedFacetValue *found = g_hash_table_lookup (self->facets, &probe);

  if (found == NULL)
    {
      found = g_memdup2 (&probe, sizeof probe);
      found->spans = foed_spans_new ();
      g_hash_table_add (self->facets, found);
    }

  return found;
}

/* Notes that @value of @facet holds for the whole during @period. */
void
foed_derivation_note_facet (FoedDerivation   *self,
                            const char       *facet,
                            const char       *value,
                            const FoedPeriod *period)
{
  if (value != NULL && period->first_day <= period->last_day)
    foed_spans_add (foed_derivation_get_facet (self, facet, value)->spans,
                    (FoedSpan) { period->first_day, period->last_day });
}

/* A state without spells is taken to have existed always. */
static void
note_existence (FoedDerivation *self,
                FoedRecord     *state)
{
  gboolean has_spells = FALSE;

  for (guint i = 0; i < foed_record_get_n_children (state); i++)
    {
      FoedRecord *child = foed_record_get_child (state, i);
      FoedPeriod spell = always;

      if (foed_record_get_kind (child) != FOED_RECORD_SPELL)
        continue;

      spell.first_day = foed_record_get_first_day (child);
      spell.last_day = foed_record_get_last_day (child);
      foed_derivation_note_facet (self, "existence", "spell", &spell);
      has_spells = TRUE;
    }

  if (!has_spells)
    foed_derivation_note_facet (self, "existence", "spell", &always);
}

/* What the alliance or state can be narrowed by because of @record. */
static void
note_facets (FoedDerivation   *self,
             FoedRecord       *record,
             const FoedPeriod *period)
{
  const char *kind = foed_derivation_get_nick (record, FOED_FIELD_KIND);
  const char *level;

  switch ((guint) foed_record_get_kind (record))
    {
    case FOED_RECORD_STATE:
      note_existence (self, record);
      break;

    case FOED_RECORD_ALLIANCE:
      foed_derivation_note_facet (self, "region", foed_derivation_get_nick (record, FOED_FIELD_REGION),
                  &always);
      break;

    case FOED_RECORD_PARTY:
      if (!g_str_equal (foed_derivation_get_nick (record, FOED_FIELD_ROLE), "observer"))
        foed_derivation_note_facet (self, "party", foed_record_get_reference (record, FOED_FIELD_STATE), period);
      break;

    case FOED_RECORD_MECHANISM:
      if (foed_derivation_is_present (record))
        foed_derivation_note_facet (self, "coordination", kind, period);
      break;

    case FOED_RECORD_IMPACT:
      level = foed_derivation_get_nick (record, FOED_FIELD_LEVEL);
      if (level != NULL && !g_str_equal (level, "0"))
        foed_derivation_note_facet (self, "sovereignty", foed_derivation_get_nick (record, FOED_FIELD_DOMAIN), period);
      break;

    case FOED_RECORD_EVENT:
      foed_derivation_note_facet (self, "event", kind, period);
      if (g_str_equal (kind, "extended"))
        {
          foed_derivation_note_facet (self, "extension", foed_derivation_get_nick (record, FOED_FIELD_THREAT), period);
          foed_derivation_note_facet (self, "threat", foed_derivation_get_nick (record, FOED_FIELD_THREAT), period);
        }
      break;

    default:
      break;
    }
}

static gboolean
add_tree (FoedDerivation    *self,
          FoedRecord        *record,
          gint64             parent,
          const FoedPeriod  *period_of_parent,
          GError           **error)
{
  FoedPeriod period = get_period (self, record, period_of_parent);
  gint64 key;

  if (!get_key (self, record, &key, error))
    return FALSE;

  add_row (self, record, &period, key, parent);

  if (foed_record_get_kind (record) == FOED_RECORD_OBLIGATION)
    foed_derivation_add_obligation (self, record, &period, key, parent);

  note_facets (self, record, &period);

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);

      if (foed_record_kind_get_info (foed_record_get_kind (child))->has_id &&
          !add_tree (self, child, key, &period, error))
        return FALSE;
    }

  return TRUE;
}

static void
add_facets (FoedDerivation *self)
{
  GHashTableIter iter;
  FoedFacetValue *facet;

  g_hash_table_iter_init (&iter, self->facets);

  while (g_hash_table_iter_next (&iter, (gpointer *) &facet, NULL))
    for (guint i = 0; i < facet->spans->len; i++)
      {
        FoedSpan span = g_array_index (facet->spans, FoedSpan, i);
        const FoedDerivedValue values[] = {
          { .text = facet->facet },
          { .text = facet->value },
          { .text = foed_record_get_id (self->root) },
          { .integer = span.first },
          { .integer = span.last },
        };

        foed_derived_rows_add (self->rows, FOED_DERIVED_FACET, values);
      }
}

/**
 * foed_derived_new:
 * @connection: the connection of the writer
 *
 * Returns: (transfer full): nothing derived yet
 */
FoedDerived *
foed_derived_new (FoedConnection *connection)
{
  FoedDerived *self = g_new0 (FoedDerived, 1);

  g_assert (connection != NULL);

  self->connection = connection;
  self->rows = foed_derived_rows_new (connection);
  self->records = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
foed_derived_free (FoedDerived *self)
{
  foed_derived_rows_free (self->rows);
  g_ptr_array_unref (self->records);
  g_free (self);
}

/**
 * foed_derived_add:
 * @self: what is derived, in a transaction
 * @record: a record from the top level with everything under it, as its rows say
 * @keys: (nullable) (array): the keys of all its records that have an id of their own, in the order of the document;
 *   %NULL to look them up
 * @error: (out): what went wrong
 *
 * Makes what is derived from @record, of which nothing may be written yet: when it is in force, who owes what to whom,
 * and what it can be narrowed by. It is written with the next foed_derived_flush(), or when there is much of it.
 *
 * Returns: whether it was done
 */
gboolean
foed_derived_add (FoedDerived   *self,
                  FoedRecord    *record,
                  const gint64  *keys,
                  GError       **error)
{
  g_auto (FoedDerivation) derivation = { 0 };

  g_assert (self != NULL);
  g_assert (FOED_IS_RECORD (record));

  g_ptr_array_add (self->records, g_object_ref (record));

  if (!derivation_init (&derivation, self, record, keys, error) ||
      !add_tree (&derivation, record, 0, &always, error))
    return FALSE;

  if (derivation.force != NULL)
    {
      foed_derivation_add_extensions (&derivation);
      foed_derivation_add_owings (&derivation);
    }

  add_facets (&derivation);
  foed_derivation_add_counts (&derivation);

  return foed_derived_rows_count (self->rows) < MOST_WAITING || foed_derived_flush (self, error);
}

/**
 * foed_derived_flush:
 * @self: what is derived, in a transaction
 * @error: (out): what went wrong
 *
 * Writes what waits.
 *
 * Returns: whether it was done
 */
gboolean
foed_derived_flush (FoedDerived  *self,
                    GError      **error)
{
  g_assert (self != NULL);

  if (!foed_derived_rows_flush (self->rows, error))
    return FALSE;

  g_ptr_array_set_size (self->records, 0);

  return TRUE;
}

/**
 * foed_derived_clear:
 * @self: what is derived
 *
 * Forgets what waits.
 */
void
foed_derived_clear (FoedDerived *self)
{
  g_assert (self != NULL);

  foed_derived_rows_clear (self->rows);
  g_ptr_array_set_size (self->records, 0);
}

/**
 * foed_derived_refresh:
 * @connection: a connection that writes, in a transaction
 * @ids: (element-type utf8): a set of ids of top-level records
 * @error: (out): what went wrong
 *
 * Makes anew what is derived from each of the records, or erases it where the record is gone.
 *
 * Returns: whether it was done
 */
gboolean
foed_derived_refresh (FoedConnection  *connection,
                      GHashTable      *ids,
                      GError         **error)
{
  g_autoptr (FoedDerived) self = foed_derived_new (connection);
  GHashTableIter iterator;
  gpointer id;

  g_hash_table_iter_init (&iterator, ids);

  while (g_hash_table_iter_next (&iterator, &id, NULL))
    {
      g_autoptr (GError) local_error = NULL;
      g_autoptr (FoedRecord) record = foed_loader_load (connection, id, &local_error);

      if (record == NULL && !g_error_matches (local_error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }

      if (!erase (connection, id, error) || (record != NULL && !foed_derived_add (self, record, NULL, error)))
        return FALSE;
    }

  return foed_derived_flush (self, error);
}

/* Empties the derived tables, and gives the ids of all that something is derived from. */
static GHashTable *
begin_anew (FoedConnection  *connection,
            GError         **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  if (!foed_connection_execute (connection, "DELETE FROM derived_row; DELETE FROM derived_obligation; "
                                            "DELETE FROM derived_threat; DELETE FROM derived_owing; "
                                            "DELETE FROM derived_side; DELETE FROM derived_facet; "
                                            "DELETE FROM derived_count", error) ||
      !(statement = foed_statement_new (connection, "SELECT id FROM record WHERE parent IS NULL", error)))
    return NULL;

  while (foed_statement_next (statement, &local_error))
    g_hash_table_add (ids, g_strdup (foed_statement_get_text (statement, 0)));

  if (local_error == NULL)
    return g_steal_pointer (&ids);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * foed_derived_remake:
 * @connection: a connection that writes, in a transaction
 * @error: (out): what went wrong
 *
 * Makes all derived tables anew from the records.
 *
 * Returns: whether it was done
 */
gboolean
foed_derived_remake (FoedConnection  *connection,
                     GError         **error)
{
  g_autoptr (GHashTable) ids = begin_anew (connection, error);

  return ids != NULL && foed_derived_refresh (connection, ids, error);
}
