/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-derivation-duties"

#include "config.h"

#include "foed-derivation-private.h"
#include "model/foed-span.h"

/* What is derived of obligations: what they are narrowed by, and who owes what to whom when. What an alliance is
 * narrowed by because of any one of them is noted too. */

static const FoedPeriod never = { NULL, FOED_DAY_LAST, FOED_DAY_FIRST, FOED_DAY_LAST, FOED_DAY_FIRST };

/* An obligation answers to @threat from @first_day on. */
static void
add_threat (FoedDerivation        *self,
            const FoedDerivedDuty *duty,
            const char            *threat,
            FoedDay                first_day)
{
  const FoedDerivedValue values[] = { { .integer = duty->key }, { .text = threat }, { .integer = first_day } };
  FoedPeriod since = duty->is_present ? duty->period : never;

  since.first_day = MAX (since.first_day, first_day);
  foed_derivation_note_facet (self, "threat", threat, &since);
  foed_derivation_tally (self, "threat", threat, duty, first_day, FOED_DAY_LAST);
  foed_derived_rows_add (self->rows, FOED_DERIVED_THREAT, values);
}

/* Whether @record says that there is such a thing, by its text or by another. */
gboolean
foed_derivation_is_present (FoedRecord *record)
{
  const FoedTerm *presence = foed_record_get_term (record, FOED_FIELD_PRESENCE);

  return presence == NULL || g_str_equal (presence->nick, "stated") || g_str_equal (presence->nick, "implied");
}

/* The nick of the term in @field, or NULL. */
const char *
foed_derivation_get_nick (FoedRecord *record,
                          FoedField   field)
{
  const FoedTerm *term = foed_record_get_term (record, field);

  return term == NULL ? NULL : term->nick;
}

void
foed_derivation_add_obligation (FoedDerivation   *self,
                                FoedRecord       *obligation,
                                const FoedPeriod *period,
                                gint64            key,
                                gint64            clause)
{
  const char *kind = foed_derivation_get_nick (obligation, FOED_FIELD_KIND);
  const char *strength = foed_derivation_get_nick (obligation, FOED_FIELD_STRENGTH);
  const FoedDerivedDuty duty = { key, clause, foed_derivation_is_present (obligation), *period };
  const FoedDerivedValue values[] = {
    { .integer = key },
    { .text = foed_record_get_id (self->root) },
    { .integer = clause },
    { .text = kind },
    { .text = strength },
    { .integer = duty.is_present },
    { .integer = period->first_day },
    { .integer = period->last_day },
  };

  foed_derivation_tally (self, "obligation", kind, &duty, FOED_DAY_FIRST, FOED_DAY_LAST);
  foed_derivation_tally (self, "strength", strength, &duty, FOED_DAY_FIRST, FOED_DAY_LAST);

  if (duty.is_present)
    {
      foed_derivation_note_facet (self, "obligation", kind, period);
      foed_derivation_note_facet (self, "strength", strength, period);
    }

  foed_derived_rows_add (self->rows, FOED_DERIVED_OBLIGATION, values);
  g_hash_table_insert (self->duties, (gpointer) foed_record_get_id (obligation), g_memdup2 (&duty, sizeof duty));

  for (guint i = 0; i < foed_record_get_n_children (obligation); i++)
    {
      FoedRecord *child = foed_record_get_child (obligation, i);
      const char *threat;

      if (foed_record_get_kind (child) != FOED_RECORD_CONDITION || !foed_derivation_is_present (child) ||
          !g_str_equal (foed_derivation_get_nick (child, FOED_FIELD_KIND), "trigger") ||
          (threat = foed_derivation_get_nick (child, FOED_FIELD_THREAT)) == NULL)
        continue;

      add_threat (self, &duty, threat, FOED_DAY_FIRST);
    }
}

/* All obligations under @record also answer to @threat from @first_day on. */
static void
extend_obligations (FoedDerivation *self,
                    FoedRecord     *record,
                    const char     *threat,
                    FoedDay         first_day)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      FoedRecordKind kind = foed_record_get_kind (child);

      if (kind == FOED_RECORD_OBLIGATION)
        add_threat (self, g_hash_table_lookup (self->duties, foed_record_get_id (child)), threat, first_day);
      else if (kind == FOED_RECORD_CLAUSE)
        extend_obligations (self, child, threat, first_day);
    }
}

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  FoedDay left = foed_record_get_first_day (*(FoedRecord *const *) a);
  FoedDay right = foed_record_get_first_day (*(FoedRecord *const *) b);

  return left < right ? -1 : left > right;
}

/* The earliest extension of a clause to a threat counts. */
void
foed_derivation_add_extensions (FoedDerivation *self)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();

  for (guint i = 0; i < foed_record_get_n_children (self->root); i++)
    {
      FoedRecord *child = foed_record_get_child (self->root, i);

      if (foed_record_get_kind (child) == FOED_RECORD_EVENT &&
          g_str_equal (foed_derivation_get_nick (child, FOED_FIELD_KIND), "extended") &&
          foed_derivation_get_nick (child, FOED_FIELD_THREAT) != NULL &&
          foed_record_get_reference (child, FOED_FIELD_CLAUSE) != NULL)
        g_ptr_array_add (events, child);
    }

  g_ptr_array_sort (events, compare_events);

  for (guint i = 0; i < events->len; i++)
    {
      FoedRecord *event = g_ptr_array_index (events, i);
      FoedRecord *clause = foed_record_find (self->root, foed_record_get_reference (event, FOED_FIELD_CLAUSE));

      if (clause != NULL)
        extend_obligations (self, clause, foed_derivation_get_nick (event, FOED_FIELD_THREAT),
                            foed_record_get_first_day (event));
    }
}

/* When @state stands on @side of an obligation. */
static void
add_side (FoedDerivation        *self,
          const FoedDerivedDuty *duty,
          const char            *side,
          const char            *state,
          GArray                *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      FoedSpan span = g_array_index (spans, FoedSpan, i);
      FoedPeriod period = { NULL, span.first, span.last, span.first, span.last };
      const FoedDerivedValue values[] = {
        { .integer = duty->key }, { .text = side }, { .text = state }, { .integer = span.first }, { .integer = span.last },
      };

      foed_derivation_note_facet (self, side, state, &period);
      foed_derivation_tally (self, side, state, duty, span.first, span.last);
      foed_derived_rows_add (self->rows, FOED_DERIVED_SIDE, values);
    }
}

static void
note_owing (GHashTable      *states,
            const char      *state,
            const FoedOwing *owing)
{
  GArray *spans = g_hash_table_lookup (states, state);

  if (spans == NULL)
    {
      spans = foed_spans_new ();
      g_hash_table_insert (states, (gpointer) state, spans);
    }

  foed_spans_add (spans, (FoedSpan) { owing->first_day, owing->last_day });
}

static void
add_sides (FoedDerivation        *self,
           const FoedDerivedDuty *duty,
           const FoedOwing       *owings,
           guint                  n_owings)
{
  static const char *const sides[] = { "promisor", "beneficiary" };

  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    {
      g_autoptr (GHashTable) states =
        g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
      GHashTableIter iter;
      gpointer state, spans;

      for (guint i = 0; i < n_owings; i++)
        note_owing (states, side == 0 ? owings[i].promisor : owings[i].beneficiary, &owings[i]);

      g_hash_table_iter_init (&iter, states);

      while (g_hash_table_iter_next (&iter, &state, &spans))
        add_side (self, duty, sides[side], state, spans);
    }
}

static void
add_owing (FoedDerivation  *self,
           gint64           key,
           const FoedOwing *owing)
{
  const FoedDerivedValue values[] = {
    { .integer = key },
    { .text = owing->promisor },
    { .text = owing->beneficiary },
    { .integer = owing->first_day },
    { .integer = owing->last_day },
  };

  foed_derived_rows_add (self->rows, FOED_DERIVED_OWING, values);
}

/* What is owed by one obligation stands together. */
void
foed_derivation_add_owings (FoedDerivation *self)
{
  guint n_owings;
  const FoedOwing *owings = foed_force_get_owings (self->force, &n_owings);
  guint first = 0;

  for (guint i = 0; i < n_owings; i++)
    {
      const FoedDerivedDuty *duty = g_hash_table_lookup (self->duties, owings[i].obligation);

      add_owing (self, duty->key, &owings[i]);

      if (i + 1 < n_owings && g_str_equal (owings[i + 1].obligation, owings[i].obligation))
        continue;

      add_sides (self, duty, &owings[first], i + 1 - first);
      first = i + 1;
    }
}
