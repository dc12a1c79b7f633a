/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-occurrences"

#include "config.h"

#include "foed-library-private.h"
#include "foed-listing-filter-private.h"
#include "foed-occurrences.h"

/* All that has a place in time in the alliances that a query leaves. The query chooses the alliances; of each its whole
 * life is told, whatever the day. */

enum
{
  COLUMN_KIND,
  COLUMN_ALLIANCE,
  COLUMN_RECORD,
  COLUMN_STATE,
  COLUMN_TERM,
  COLUMN_THREAT,
  COLUMN_TITLE,
  COLUMN_SHORT_TITLE,
  COLUMN_BEGIN,
  COLUMN_END,
  COLUMN_FIRST_DAY,
  COLUMN_LAST_DAY,
  COLUMN_CERTAIN_FIRST_DAY,
  COLUMN_CERTAIN_LAST_DAY,
  COLUMN_AMENDS,
  COLUMN_ORDINAL
};

/* Each kind has the columns above; x is its row, t its values. */
#define SELECT(kind, state, term, threat, title, short_title, begin, end, amends) \
  "SELECT '" kind "', x.root, r.id, " state ", " term ", " threat ", " title ", " short_title ", " begin ", " end ", " \
  "x.first_day, x.last_day, x.certain_first_day, x.certain_last_day, " amends ", x.ordinal FROM chosen " \
  "JOIN derived_row x ON x.kind = '" kind "' AND x.root = chosen.root JOIN record r ON r.key = x.key " \
  "JOIN " kind " t ON t.id = r.id"
#define WITH_STATES " JOIN reference s ON s.record = r.id AND s.field = 'states'"
#define IN_FORCE " WHERE x.first_day <= x.last_day"
#define BEGIN "t.\"begin\""
#define END "t.\"end\""
#define SIGNED "coalesce (t.signed, t.\"begin\")"
#define AMENDS "EXISTS (SELECT 1 FROM reference s WHERE s.record = r.id AND s.field = 'amends')"
#define SHORT_NAME \
  "(SELECT n.value FROM record z JOIN name n ON n.id = z.id WHERE z.parent = r.id AND n.kind = 'short' " \
  "AND ifnull (n.language, 'en') = 'en' ORDER BY z.position LIMIT 1)"
#define TITLE_OF_STATE "(SELECT z.title FROM state z WHERE z.id = t.state)"
#define EVENT(state) SELECT ("event", state, "t.kind", "t.threat", "t.title", "NULL", BEGIN, END, "0")

static const char occurrences_of_chosen[] =
  ") " SELECT ("alliance", "NULL", "t.region", "NULL", "t.title", SHORT_NAME, BEGIN, END, "0")
  " UNION ALL " SELECT ("party", "t.state", "t.role", "NULL", TITLE_OF_STATE, "NULL", BEGIN, END, "0") IN_FORCE
  " UNION ALL " SELECT ("suspension", "s.target", "NULL", "NULL", "NULL", "NULL", BEGIN, END, "0") WITH_STATES IN_FORCE
  " UNION ALL " SELECT ("obligation", "NULL", "t.kind", "NULL", "NULL", "NULL", BEGIN, END, "0") IN_FORCE
  " AND ifnull (t.presence, 'stated') IN ('stated', 'implied')"
  " UNION ALL " SELECT ("instrument", "NULL", "t.form", "NULL", "t.title", "NULL", SIGNED, "NULL", AMENDS)
  " WHERE " SIGNED " IS NOT NULL"
  " UNION ALL " EVENT ("NULL")
  " UNION ALL " EVENT ("s.target") WITH_STATES
  " ORDER BY 2, 16, 4";

typedef struct
{
  const char     *nick;
  FoedRecordKind  kind;
  FoedVocabulary  vocabulary;
} Kind;

static const Kind kinds[] = {
  { "alliance", FOED_RECORD_ALLIANCE, FOED_VOCABULARY_REGION },
  { "event", FOED_RECORD_EVENT, FOED_VOCABULARY_EVENT_KIND },
  { "instrument", FOED_RECORD_INSTRUMENT, FOED_VOCABULARY_INSTRUMENT_FORM },
  { "obligation", FOED_RECORD_OBLIGATION, FOED_VOCABULARY_OBLIGATION_KIND },
  { "party", FOED_RECORD_PARTY, FOED_VOCABULARY_PARTY_ROLE },
  { "suspension", FOED_RECORD_SUSPENSION, FOED_VOCABULARY_NONE },
};

static const Kind *
find_kind (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].nick, nick))
      return &kinds[i];

  g_assert_not_reached ();
}

static void
occurrence_clear (gpointer data)
{
  FoedOccurrence *occurrence = data;

  g_clear_pointer (&occurrence->title, g_free);
  g_clear_pointer (&occurrence->short_title, g_free);
  g_clear_pointer (&occurrence->begin, g_free);
  g_clear_pointer (&occurrence->end, g_free);
}

static const FoedTerm *
read_term (FoedStatement  *statement,
           int             column,
           FoedVocabulary  vocabulary)
{
  const char *nick = foed_statement_get_text (statement, column);

  return nick != NULL && vocabulary != FOED_VOCABULARY_NONE ? foed_vocabulary_find (vocabulary, nick) : NULL;
}

static FoedOccurrence
read_occurrence (FoedStatement *statement)
{
  const Kind *kind = find_kind (foed_statement_get_text (statement, COLUMN_KIND));

  return (FoedOccurrence) {
    .kind = kind->kind,
    .alliance = g_intern_string (foed_statement_get_text (statement, COLUMN_ALLIANCE)),
    .record = g_intern_string (foed_statement_get_text (statement, COLUMN_RECORD)),
    .state = g_intern_string (foed_statement_get_text (statement, COLUMN_STATE)),
    .term = read_term (statement, COLUMN_TERM, kind->vocabulary),
    .threat = read_term (statement, COLUMN_THREAT, FOED_VOCABULARY_THREAT),
    .title = g_strdup (foed_statement_get_text (statement, COLUMN_TITLE)),
    .short_title = g_strdup (foed_statement_get_text (statement, COLUMN_SHORT_TITLE)),
    .begin = g_strdup (foed_statement_get_text (statement, COLUMN_BEGIN)),
    .end = g_strdup (foed_statement_get_text (statement, COLUMN_END)),
    .first_day = foed_statement_get_integer (statement, COLUMN_FIRST_DAY),
    .last_day = foed_statement_get_integer (statement, COLUMN_LAST_DAY),
    .certain_first_day = foed_statement_get_integer (statement, COLUMN_CERTAIN_FIRST_DAY),
    .certain_last_day = foed_statement_get_integer (statement, COLUMN_CERTAIN_LAST_DAY),
    .amends = foed_statement_get_integer (statement, COLUMN_AMENDS) != 0,
  };
}

static gpointer
read_occurrences (FoedLibrary     *library,
                  FoedConnection  *connection,
                  gpointer         data,
                  GCancellable    *cancellable,
                  GError         **error)
{
  g_auto (FoedListingFilter) filter = { 0 };
  g_autoptr (GString) sql = g_string_new ("WITH chosen (root) AS MATERIALIZED "
                                          "(SELECT d.root FROM derived_row d WHERE ");
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GArray) occurrences = g_array_new (FALSE, FALSE, sizeof (FoedOccurrence));
  g_autoptr (GError) local_error = NULL;

  if (!foed_listing_filter_init (&filter, data, error))
    return NULL;

  g_array_set_clear_func (occurrences, occurrence_clear);
  foed_listing_filter_add_rows (&filter, 0, sql);
  g_string_append (sql, occurrences_of_chosen);

  if ((statement = foed_statement_new (connection, sql->str, error)) == NULL)
    return NULL;

  foed_listing_filter_bind (&filter, statement);

  while (foed_statement_next (statement, &local_error))
    {
      FoedOccurrence occurrence = read_occurrence (statement);

      g_array_append_val (occurrences, occurrence);
    }

  if (local_error == NULL)
    return g_steal_pointer (&occurrences);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * foed_library_occurrences_sync:
 * @self: a library
 * @query: tells which alliances
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong
 *
 * Lists all that has a place in time in the alliances that @query leaves. A day in @query narrows the alliances only:
 * of each the whole life is told.
 *
 * Returns: (transfer full) (element-type FoedOccurrence): the occurrences, alliance by alliance in the order of the
 *   document
 */
GArray *
foed_library_occurrences_sync (FoedLibrary   *self,
                               FoedQuery     *query,
                               GCancellable  *cancellable,
                               GError       **error)
{
  g_autoptr (FoedQuery) alliances = NULL;

  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (FOED_IS_QUERY (query), NULL);

  alliances = foed_query_with_listing (query, FOED_LISTING_ALLIANCES);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, read_occurrences, alliances, cancellable, error);
}

/**
 * foed_library_occurrences_async:
 * @self: a library
 * @query: tells which alliances
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does what foed_library_occurrences_sync() does without waiting.
 */
void
foed_library_occurrences_async (FoedLibrary         *self,
                                FoedQuery           *query,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (self));
  g_return_if_fail (FOED_IS_QUERY (query));

  foed_library_run_async (self, FOED_LIBRARY_READER, read_occurrences,
                          foed_query_with_listing (query, FOED_LISTING_ALLIANCES), g_object_unref,
                          (GDestroyNotify) g_array_unref, cancellable, foed_library_occurrences_async, callback,
                          user_data);
}

/**
 * foed_library_occurrences_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (element-type FoedOccurrence): the occurrences
 */
GArray *
foed_library_occurrences_finish (FoedLibrary   *self,
                                 GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_finish (self, result, foed_library_occurrences_async, error);
}
