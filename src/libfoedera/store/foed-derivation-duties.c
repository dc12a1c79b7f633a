/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-derivation-duties"

#include "config.h"

#include "foed-derivation-private.h"
#include "model/foed-span.h"

/* What is derived of obligations: what they are narrowed by, and who owes what to whom when. What an alliance is
 * narrowed by because of any one of them is noted too. */

static const FoedPeriod never = { NULL, FOED_DAY_LAST, FOED_DAY_FIRST, FOED_DAY_LAST, FOED_DAY_FIRST };

/* An obligation that holds during @period answers to @threat from @first_day on. */
static gboolean
write_threat (FoedDerivation    *self,
              gint64             obligation,
              const FoedPeriod  *period,
              const char        *threat,
              FoedDay            first_day,
              GError           **error)
{
  FoedStatement *statement = self->statements[FOED_DERIVATION_THREAT];
  FoedPeriod since = *period;

  since.first_day = MAX (since.first_day, first_day);
  foed_derivation_note_facet (self, "threat", threat, &since);

  foed_statement_bind_integer (statement, 1, obligation);
  foed_statement_bind_text (statement, 2, threat);
  foed_statement_bind_integer (statement, 3, first_day);

  return foed_statement_execute (statement, error);
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

gboolean
foed_derivation_write_obligation (FoedDerivation    *self,
                                  FoedRecord        *obligation,
                                  const FoedPeriod  *period,
                                  gint64             key,
                                  gint64             clause,
                                  GError           **error)
{
  FoedStatement *statement = self->statements[FOED_DERIVATION_OBLIGATION];
  const char *kind = foed_derivation_get_nick (obligation, FOED_FIELD_KIND);
  const char *strength = foed_derivation_get_nick (obligation, FOED_FIELD_STRENGTH);
  gboolean is_present = foed_derivation_is_present (obligation);

  if (is_present)
    {
      foed_derivation_note_facet (self, "obligation", kind, period);
      foed_derivation_note_facet (self, "strength", strength, period);
    }

  foed_statement_bind_integer (statement, 1, key);
  foed_statement_bind_text (statement, 2, foed_record_get_id (self->root));
  foed_statement_bind_integer (statement, 3, clause);
  foed_statement_bind_text (statement, 4, kind);
  foed_statement_bind_text (statement, 5, strength);
  foed_statement_bind_integer (statement, 6, is_present);
  foed_statement_bind_integer (statement, 7, period->first_day);
  foed_statement_bind_integer (statement, 8, period->last_day);

  if (!foed_statement_execute (statement, error))
    return FALSE;

  g_hash_table_insert (self->keys, (gpointer) foed_record_get_id (obligation), g_memdup2 (&key, sizeof key));

  for (guint i = 0; i < foed_record_get_n_children (obligation); i++)
    {
      FoedRecord *child = foed_record_get_child (obligation, i);
      const char *threat;

      if (foed_record_get_kind (child) != FOED_RECORD_CONDITION || !foed_derivation_is_present (child) ||
          !g_str_equal (foed_derivation_get_nick (child, FOED_FIELD_KIND), "trigger") ||
          (threat = foed_derivation_get_nick (child, FOED_FIELD_THREAT)) == NULL)
        continue;

      if (!write_threat (self, key, is_present ? period : &never, threat, FOED_DAY_FIRST, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
extend_obligation (FoedDerivation  *self,
                   FoedRecord      *obligation,
                   const char      *threat,
                   FoedDay          first_day,
                   GError         **error)
{
  const char *id = foed_record_get_id (obligation);
  const FoedPeriod *period = foed_force_find_period (self->force, id);
  const gint64 *key = g_hash_table_lookup (self->keys, id);

  if (period == NULL || !foed_derivation_is_present (obligation))
    period = &never;

  return write_threat (self, *key, period, threat, first_day, error);
}

/* All obligations under @record also answer to @threat from @first_day on. */
static gboolean
extend_obligations (FoedDerivation  *self,
                    FoedRecord      *record,
                    const char      *threat,
                    FoedDay          first_day,
                    GError         **error)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      FoedRecordKind kind = foed_record_get_kind (child);
      gboolean done = TRUE;

      if (kind == FOED_RECORD_OBLIGATION)
        done = extend_obligation (self, child, threat, first_day, error);
      else if (kind == FOED_RECORD_CLAUSE)
        done = extend_obligations (self, child, threat, first_day, error);

      if (!done)
        return FALSE;
    }

  return TRUE;
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
gboolean
foed_derivation_write_extensions (FoedDerivation  *self,
                                  GError         **error)
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

      if (clause != NULL && !extend_obligations (self, clause, foed_derivation_get_nick (event, FOED_FIELD_THREAT),
                                                 foed_record_get_first_day (event), error))
        return FALSE;
    }

  return TRUE;
}

/* When @state stands on @side of the obligation @key. */
static gboolean
write_side (FoedDerivation  *self,
            gint64           key,
            const char      *side,
            const char      *state,
            GArray          *spans,
            GError         **error)
{
  FoedStatement *statement = self->statements[FOED_DERIVATION_SIDE];

  foed_statement_bind_integer (statement, 1, key);
  foed_statement_bind_text (statement, 2, side);
  foed_statement_bind_text (statement, 3, state);

  for (guint i = 0; i < spans->len; i++)
    {
      FoedSpan span = g_array_index (spans, FoedSpan, i);
      FoedPeriod period = { NULL, span.first, span.last, span.first, span.last };

      foed_derivation_note_facet (self, side, state, &period);
      foed_statement_bind_integer (statement, 4, span.first);
      foed_statement_bind_integer (statement, 5, span.last);

      if (!foed_statement_execute (statement, error))
        return FALSE;
    }

  return TRUE;
}

static void
add_to_side (GHashTable      *states,
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

static gboolean
write_sides (FoedDerivation   *self,
             gint64            key,
             const FoedOwing  *owings,
             guint             n_owings,
             GError          **error)
{
  static const char *const sides[] = { "promisor", "beneficiary" };

  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    {
      g_autoptr (GHashTable) states =
        g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
      GHashTableIter iter;
      gpointer state, spans;

      for (guint i = 0; i < n_owings; i++)
        add_to_side (states, side == 0 ? owings[i].promisor : owings[i].beneficiary, &owings[i]);

      g_hash_table_iter_init (&iter, states);

      while (g_hash_table_iter_next (&iter, &state, &spans))
        if (!write_side (self, key, sides[side], state, spans, error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
write_owing (FoedDerivation   *self,
             gint64            key,
             const FoedOwing  *owing,
             GError          **error)
{
  FoedStatement *statement = self->statements[FOED_DERIVATION_OWING];

  foed_statement_bind_integer (statement, 1, key);
  foed_statement_bind_text (statement, 2, owing->promisor);
  foed_statement_bind_text (statement, 3, owing->beneficiary);
  foed_statement_bind_integer (statement, 4, owing->first_day);
  foed_statement_bind_integer (statement, 5, owing->last_day);

  return foed_statement_execute (statement, error);
}

/* What is owed by one obligation stands together. */
gboolean
foed_derivation_write_owings (FoedDerivation  *self,
                              GError         **error)
{
  guint n_owings;
  const FoedOwing *owings = foed_force_get_owings (self->force, &n_owings);
  guint first = 0;

  for (guint i = 0; i < n_owings; i++)
    {
      gint64 key = *(gint64 *) g_hash_table_lookup (self->keys, owings[i].obligation);

      if (!write_owing (self, key, &owings[i], error))
        return FALSE;

      if (i + 1 < n_owings && g_str_equal (owings[i + 1].obligation, owings[i].obligation))
        continue;

      if (!write_sides (self, key, &owings[first], i + 1 - first, error))
        return FALSE;

      first = i + 1;
    }

  return TRUE;
}
