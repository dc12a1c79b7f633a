/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-listing-filter"

#include "config.h"

#include <string.h>

#include "foed-listing-filter-private.h"

/* SQL is put together from the fragments below alone. In it, d is a row of the listing, a an alliance, o an obligation
 * and w what one state owes another. Values are bound by name. */

#define IN_VALUES(name) " IN (SELECT value FROM json_each (:" name "))"
#define IS_PRESENT(alias) "ifnull (" alias ".presence, 'stated') IN ('stated', 'implied')"

/* What has no id of its own is found for its parent. */
#define FOUND_KEY \
  "CASE WHEN h.kind IN ('name', 'identifier', 'named-party', 'text', 'condition') " \
  "THEN (SELECT p.key FROM record p WHERE p.id = h.parent) ELSE h.key END"
#define FOUND_ROOT "coalesce (h.alliance, h.id)"
#define FROM_SEARCH " FROM search s JOIN record h ON h.key = s.rowid WHERE s.search MATCH :words"

/* Where the words are looked for, and where they were kept by foed_listing_filter_keep_found(). */
#define FOUND_KEYS "(SELECT " FOUND_KEY FROM_SEARCH ")"
#define FOUND_ROOTS "(SELECT " FOUND_ROOT FROM_SEARCH ")"
#define KEPT_KEYS "(SELECT key FROM temp.found)"
#define KEPT_ROOTS "(SELECT root FROM temp.found)"
#define KEEP "INSERT OR IGNORE INTO temp.found (key, root) SELECT " FOUND_KEY ", " FOUND_ROOT FROM_SEARCH

/* The facets that are kept in derived_facet, by the names that they have there. */
static const char *const stored_facets[FOED_N_FACETS] = {
  [FOED_FACET_COORDINATION] = "f.facet = 'coordination' AND f.value" IN_VALUES ("coordination"),
  [FOED_FACET_REGION] = "f.facet = 'region' AND f.value" IN_VALUES ("region"),
  [FOED_FACET_PARTY] = "f.facet = 'party' AND f.value" IN_VALUES ("party"),
  [FOED_FACET_SOVEREIGNTY] = "f.facet = 'sovereignty' AND f.value" IN_VALUES ("sovereignty"),
  [FOED_FACET_EVENT] = "f.facet = 'event' AND f.value" IN_VALUES ("event"),
};

/* Those of obligations are kept there too, for where one alone is asked for. */
static const char *const stored_facets_of_obligations[FOED_N_FACETS] = {
  [FOED_FACET_OBLIGATION] = "f.facet = 'obligation' AND f.value" IN_VALUES ("obligation"),
  [FOED_FACET_STRENGTH] = "f.facet = 'strength' AND f.value" IN_VALUES ("strength"),
  [FOED_FACET_THREAT] = "f.facet = 'threat' AND f.value" IN_VALUES ("threat"),
  [FOED_FACET_PROMISOR] = "f.facet = 'promisor' AND f.value" IN_VALUES ("promisor"),
  [FOED_FACET_BENEFICIARY] = "f.facet = 'beneficiary' AND f.value" IN_VALUES ("beneficiary"),
};

/* The facets that narrow the rows of a listing themselves. */
static const guint own_facets[FOED_N_LISTINGS] = {
  [FOED_LISTING_STATES] = FOED_FACET_BIT (FOED_FACET_REGION),
  [FOED_LISTING_INSTRUMENTS] = FOED_FACET_BIT (FOED_FACET_STATUS),
  [FOED_LISTING_CLAUSES] = FOED_FACETS_OF_OBLIGATIONS,
  [FOED_LISTING_OBLIGATIONS] = FOED_FACETS_OF_OBLIGATIONS,
  [FOED_LISTING_MECHANISMS] = FOED_FACET_BIT (FOED_FACET_COORDINATION),
  [FOED_LISTING_IMPACTS] = FOED_FACET_BIT (FOED_FACET_SOVEREIGNTY),
  [FOED_LISTING_EVENTS] = FOED_FACET_BIT (FOED_FACET_EVENT) | FOED_FACET_BIT (FOED_FACET_THREAT),
};

static char *
make_json_array (const char *const *values)
{
  g_autoptr (GString) json = g_string_new ("[");

  for (guint i = 0; values[i] != NULL; i++)
    {
      g_string_append (json, i == 0 ? "\"" : ",\"");

      for (const char *c = values[i]; *c != '\0'; c++)
        if (*c == '"' || *c == '\\' || g_ascii_iscntrl (*c))
          g_string_append_printf (json, "\\u%04x", (guint) *c);
        else
          g_string_append_c (json, *c);

      g_string_append_c (json, '"');
    }

  g_string_append_c (json, ']');

  return g_string_free (g_steal_pointer (&json), FALSE);
}

/* Whether the user asks for what is not in force on the day; then the day can't count for anything else. */
static gboolean
asks_for_other_times (FoedQuery *query)
{
  return foed_query_has_value (query, FOED_FACET_STATUS, "not-yet") ||
         foed_query_has_value (query, FOED_FACET_STATUS, "ended");
}

/* Reads @query. The words that it looks for may be such that nobody can understand them. */
gboolean
foed_listing_filter_init (FoedListingFilter  *self,
                          FoedQuery          *query,
                          GError            **error)
{
  const char *text = foed_query_get_text (query);

  *self = (FoedListingFilter) { .listing = foed_query_get_listing (query) };
  self->has_day = foed_query_get_day (query, &self->day);
  self->status_day = self->has_day ? self->day : foed_day_today ();
  self->day_counts = self->has_day && !asks_for_other_times (query);

  for (guint i = 0; i < FOED_N_FACETS; i++)
    if (foed_query_get_values (query, i) != NULL)
      {
        self->facets |= FOED_FACET_BIT (i);
        self->values[i] = make_json_array (foed_query_get_values (query, i));
      }

  return text == NULL || foed_search_words_init (&self->words, text, error);
}

void
foed_listing_filter_clear (FoedListingFilter *self)
{
  for (guint i = 0; i < FOED_N_FACETS; i++)
    g_clear_pointer (&self->values[i], g_free);

  foed_search_words_clear (&self->words);
}

static guint
get_own_facets (const FoedListingFilter *self)
{
  return own_facets[self->listing];
}

/* Whether @facet narrows the rows themselves rather than the alliances that they belong to. */
gboolean
foed_listing_filter_is_own (const FoedListingFilter *self,
                            FoedFacet                facet)
{
  return (get_own_facets (self) & FOED_FACET_BIT (facet)) != 0;
}

static gboolean
is_on (const FoedListingFilter *self,
       guint                    without,
       FoedFacet                facet)
{
  return (self->facets & ~without & FOED_FACET_BIT (facet)) != 0;
}

/* AND … that the day lies in the row @alias. */
void
foed_listing_filter_add_day (const FoedListingFilter *self,
                             const char              *alias,
                             GString                 *sql)
{
  if (self->day_counts)
    g_string_append_printf (sql, " AND %s.first_day <= :day AND %s.last_day >= :day", alias, alias);
}

/* AND … on w: who owes and who is owed. */
void
foed_listing_filter_add_owings (const FoedListingFilter *self,
                                guint                    without,
                                GString                 *sql)
{
  if (is_on (self, without, FOED_FACET_PROMISOR))
    g_string_append (sql, " AND w.promisor" IN_VALUES ("promisor"));

  if (is_on (self, without, FOED_FACET_BENEFICIARY))
    g_string_append (sql, " AND w.beneficiary" IN_VALUES ("beneficiary"));

  foed_listing_filter_add_day (self, "w", sql);
}

/* Who owes and who is owed must be met by one and the same pair; either alone is looked up where it is kept alone. */
static void
add_sides (const FoedListingFilter *self,
           guint                    without,
           GString                 *sql)
{
  gboolean by_promisor = is_on (self, without, FOED_FACET_PROMISOR);
  gboolean by_beneficiary = is_on (self, without, FOED_FACET_BENEFICIARY);

  if (!by_promisor && !by_beneficiary)
    return;

  if (by_promisor && by_beneficiary)
    g_string_append (sql, " AND o.key IN (SELECT w.obligation FROM derived_owing w WHERE w.promisor"
                          IN_VALUES ("promisor") " AND w.beneficiary" IN_VALUES ("beneficiary"));
  else if (by_promisor)
    g_string_append (sql, " AND o.key IN (SELECT w.obligation FROM derived_side w WHERE w.side = 'promisor' "
                          "AND w.state" IN_VALUES ("promisor"));
  else
    g_string_append (sql, " AND o.key IN (SELECT w.obligation FROM derived_side w WHERE w.side = 'beneficiary' "
                          "AND w.state" IN_VALUES ("beneficiary"));

  foed_listing_filter_add_day (self, "w", sql);
  g_string_append (sql, ")");
}

/* What must be true of o, which is an obligation that there is. */
void
foed_listing_filter_add_obligations (const FoedListingFilter *self,
                                     guint                    without,
                                     GString                 *sql)
{
  g_string_append (sql, "o.present");
  foed_listing_filter_add_day (self, "o", sql);

  if (is_on (self, without, FOED_FACET_OBLIGATION))
    g_string_append (sql, " AND o.kind" IN_VALUES ("obligation"));

  if (is_on (self, without, FOED_FACET_STRENGTH))
    g_string_append (sql, " AND o.strength" IN_VALUES ("strength"));

  if (is_on (self, without, FOED_FACET_THREAT))
    {
      g_string_append (sql, " AND EXISTS (SELECT 1 FROM derived_threat t WHERE t.obligation = o.key "
                            "AND t.threat" IN_VALUES ("threat"));
      if (self->day_counts)
        g_string_append (sql, " AND t.first_day <= :day");
      g_string_append (sql, ")");
    }

  add_sides (self, without, sql);
}

static void
add_stored_facet (const FoedListingFilter *self,
                  const char              *condition,
                  GString                 *sql)
{
  g_string_append_printf (sql, " AND a.root IN (SELECT f.root FROM derived_facet f WHERE %s", condition);
  foed_listing_filter_add_day (self, "f", sql);
  g_string_append (sql, ")");
}

/* An alliance is also found by a threat that it was extended to, as long as nothing more is asked of the obligation. */
static void
add_obligations_of_alliance (const FoedListingFilter *self,
                             guint                    without,
                             GString                 *sql)
{
  guint facets = self->facets & ~without & FOED_FACETS_OF_OBLIGATIONS;

  for (guint i = 0; i < FOED_N_FACETS; i++)
    if (facets == FOED_FACET_BIT (i))
      {
        add_stored_facet (self, stored_facets_of_obligations[i], sql);
        return;
      }

  g_string_append (sql, " AND a.root IN (SELECT o.root FROM derived_obligation o WHERE ");
  foed_listing_filter_add_obligations (self, without, sql);
  g_string_append (sql, ")");
}

/* A SELECT of the ids of all alliances that the facets, but those in @without, leave. */
void
foed_listing_filter_add_alliances (const FoedListingFilter *self,
                                   guint                    without,
                                   GString                 *sql)
{
  g_string_append (sql, "SELECT a.root FROM derived_row a WHERE a.kind = 'alliance'");

  if (is_on (self, without, FOED_FACET_ALLIANCE))
    g_string_append (sql, " AND a.root" IN_VALUES ("alliance"));

  if (is_on (self, without, FOED_FACET_STATUS))
    g_string_append (sql, " AND " FOED_SQL_STATUS ("a") IN_VALUES ("status"));

  for (guint i = 0; i < FOED_N_FACETS; i++)
    if (stored_facets[i] != NULL && is_on (self, without, i))
      add_stored_facet (self, stored_facets[i], sql);

  if ((self->facets & ~without & FOED_FACETS_OF_OBLIGATIONS) != 0)
    add_obligations_of_alliance (self, without, sql);
}

/* The rows belong to alliances; states do by being a party. */
static void
add_alliances_of_rows (const FoedListingFilter *self,
                       guint                    without,
                       GString                 *sql)
{
  without |= get_own_facets (self);

  if ((self->facets & ~without) == 0)
    return;

  if (self->listing == FOED_LISTING_STATES)
    {
      g_string_append (sql, " AND d.root IN (SELECT f.value FROM derived_facet f WHERE f.facet = 'party'");
      foed_listing_filter_add_day (self, "f", sql);
      g_string_append (sql, " AND f.root IN (");
      foed_listing_filter_add_alliances (self, without, sql);
      g_string_append (sql, "))");
    }
  else
    {
      g_string_append (sql, " AND d.root IN (");
      foed_listing_filter_add_alliances (self, without, sql);
      g_string_append (sql, ")");
    }
}

static void
add_own_facets (const FoedListingFilter *self,
                guint                    without,
                GString                 *sql)
{
  guint own = self->facets & ~without & get_own_facets (self);

  if (own == 0)
    return;

  switch ((guint) self->listing)
    {
    case FOED_LISTING_STATES:
      g_string_append (sql, " AND d.root IN (SELECT t.id FROM state t WHERE t.region" IN_VALUES ("region") ")");
      break;

    case FOED_LISTING_INSTRUMENTS:
      g_string_append (sql, " AND " FOED_SQL_STATUS ("d") IN_VALUES ("status"));
      break;

    case FOED_LISTING_CLAUSES:
      g_string_append (sql, " AND d.key IN (SELECT o.clause FROM derived_obligation o WHERE ");
      foed_listing_filter_add_obligations (self, without, sql);
      g_string_append (sql, ")");
      break;

    case FOED_LISTING_OBLIGATIONS:
      g_string_append (sql, " AND d.key IN (SELECT o.key FROM derived_obligation o WHERE ");
      foed_listing_filter_add_obligations (self, without, sql);
      g_string_append (sql, ")");
      break;

    case FOED_LISTING_MECHANISMS:
      g_string_append (sql, " AND d.key IN (SELECT x.key FROM mechanism t JOIN record x ON x.id = t.id WHERE t.kind"
                            IN_VALUES ("coordination") " AND " IS_PRESENT ("t") ")");
      break;

    case FOED_LISTING_IMPACTS:
      g_string_append (sql, " AND d.key IN (SELECT x.key FROM impact t JOIN record x ON x.id = t.id WHERE t.domain"
                            IN_VALUES ("sovereignty") " AND t.level > '0')");
      break;

    case FOED_LISTING_EVENTS:
      g_string_append (sql, " AND d.key IN (SELECT x.key FROM event t JOIN record x ON x.id = t.id WHERE 1");
      if (is_on (self, without, FOED_FACET_EVENT))
        g_string_append (sql, " AND t.kind" IN_VALUES ("event"));
      if (is_on (self, without, FOED_FACET_THREAT))
        g_string_append (sql, " AND t.threat" IN_VALUES ("threat"));
      g_string_append (sql, ")");
      break;

    default:
      g_assert_not_reached ();
    }
}

/* An alliance or a document is found by anything in it, an obligation also by its clause. */
static void
add_words (const FoedListingFilter *self,
           GString                 *sql)
{
  const char *keys = self->found_is_kept ? KEPT_KEYS : FOUND_KEYS;
  const char *roots = self->found_is_kept ? KEPT_ROOTS : FOUND_ROOTS;

  if (self->words.beginning == NULL)
    return;

  if (self->listing == FOED_LISTING_ALLIANCES || self->listing == FOED_LISTING_DOCUMENTS)
    g_string_append_printf (sql, " AND d.root IN %s", roots);
  else if (self->listing == FOED_LISTING_OBLIGATIONS)
    g_string_append_printf (sql, " AND (d.key IN %s OR d.parent IN %s)", keys, keys);
  else
    g_string_append_printf (sql, " AND d.key IN %s", keys);
}

/* Looks for the words once, where several statements of one transaction are going to need what they are found in. */
gboolean
foed_listing_filter_keep_found (FoedListingFilter  *self,
                                FoedConnection     *connection,
                                GError            **error)
{
  g_autoptr (FoedStatement) empty = NULL;
  g_autoptr (FoedStatement) keep = NULL;

  if (self->words.beginning == NULL)
    return TRUE;

  if ((empty = foed_statement_new (connection, "DELETE FROM temp.found", error)) == NULL ||
      (keep = foed_statement_new (connection, KEEP, error)) == NULL)
    return FALSE;

  foed_listing_filter_bind (self, keep);
  self->found_is_kept = foed_statement_execute (empty, error) && foed_statement_execute (keep, error);

  return self->found_is_kept;
}

/* What must be true of d, which is a row that the query, but for the facets in @without, leaves. */
void
foed_listing_filter_add_rows (const FoedListingFilter *self,
                              guint                    without,
                              GString                 *sql)
{
  g_string_append_printf (sql, "d.kind = '%s'", foed_listing_get_kind (self->listing));

  if (self->listing == FOED_LISTING_STATES && self->day_counts)
    {
      g_string_append (sql, " AND d.root IN (SELECT f.root FROM derived_facet f WHERE f.facet = 'existence'");
      foed_listing_filter_add_day (self, "f", sql);
      g_string_append (sql, ")");
    }
  else
    {
      foed_listing_filter_add_day (self, "d", sql);
    }

  add_alliances_of_rows (self, without, sql);
  add_own_facets (self, without, sql);
  add_words (self, sql);
}

static void
bind_text (FoedStatement *statement,
           const char    *name,
           const char    *text)
{
  int parameter = sqlite3_bind_parameter_index (foed_statement_get_handle (statement), name);

  if (parameter > 0 && text != NULL)
    foed_statement_bind_text (statement, parameter, text);
}

static void
bind_day (FoedStatement *statement,
          const char    *name,
          FoedDay        day)
{
  int parameter = sqlite3_bind_parameter_index (foed_statement_get_handle (statement), name);

  if (parameter > 0)
    foed_statement_bind_integer (statement, parameter, day);
}

/* Binds the values of all names that occur in @statement; they must stay as long as it runs. */
void
foed_listing_filter_bind (const FoedListingFilter *self,
                          FoedStatement           *statement)
{
  for (guint i = 0; i < FOED_N_FACETS; i++)
    {
      g_autofree char *name = g_strconcat (":", foed_facet_get_nick (i), NULL);

      bind_text (statement, name, self->values[i]);
    }

  bind_text (statement, ":words", self->words.beginning);
  bind_day (statement, ":status_day", self->status_day);

  if (self->day_counts)
    bind_day (statement, ":day", self->day);
}
