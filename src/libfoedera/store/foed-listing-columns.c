/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-listing-columns"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-listing-private.h"

/* The columns of every listing, once for people and once for SQL. A list of terms or ids is separated by spaces. */

#define LIST(select) "(SELECT group_concat (value, ' ') FROM (" select "))"
#define REFERENCES_OF(field) \
  LIST ("SELECT x.target AS value FROM reference x WHERE x.record = r.id AND x.field = '" field "' ORDER BY x.position")
#define FACETS_OF_ROOT(name) \
  LIST ("SELECT DISTINCT f.value AS value FROM derived_facet f " \
        "WHERE f.root = d.root AND f.facet = '" name "' AND " FOED_SQL_ON_DAY ("f") " ORDER BY f.value")
#define COUNT_CHILDREN(name) \
  "(SELECT count(*) FROM derived_row x WHERE x.kind = '" name "' AND x.root = d.root AND " FOED_SQL_ON_DAY ("x") ")"
#define OBLIGATIONS_OF(condition) \
  LIST ("SELECT DISTINCT o.kind AS value FROM derived_obligation o WHERE " condition " AND o.present AND " \
        FOED_SQL_ON_DAY ("o"))
#define THREATS_OF_ROOT \
  LIST ("SELECT w.threat AS value FROM derived_obligation o JOIN derived_threat w ON w.obligation = o.key " \
        "WHERE o.root = d.root AND o.present AND " FOED_SQL_ON_DAY ("o") \
        " AND (:day IS NULL OR w.first_day <= :day) " \
        "UNION SELECT f.value FROM derived_facet f WHERE f.root = d.root AND f.facet = 'extension' AND " \
        FOED_SQL_ON_DAY ("f"))
#define THREATS_OF_OBLIGATION \
  LIST ("SELECT w.threat AS value FROM derived_threat w WHERE w.obligation = d.key " \
        "AND (:day IS NULL OR w.first_day <= :day)")
#define OWERS(side) \
  LIST ("SELECT DISTINCT w.state AS value FROM derived_side w WHERE w.obligation = d.key AND w.side = '" side "' AND " \
        FOED_SQL_ON_DAY ("w") " ORDER BY w.state")
#define CONDITIONS \
  LIST ("SELECT DISTINCT c.kind AS value FROM record x JOIN condition c ON c.id = x.id WHERE x.parent = r.id " \
        "AND ifnull(c.presence, 'stated') IN ('stated', 'implied')")
#define STRONGEST \
  "(SELECT o.strength FROM derived_obligation o WHERE o.root = d.root AND o.present AND o.strength IS NOT NULL AND " \
  FOED_SQL_ON_DAY ("o") " ORDER BY foed_term_position ('strength', o.strength) LIMIT 1)"
#define HIGHEST_LEVEL \
  "(SELECT max(i.level) FROM derived_row x JOIN record y ON y.key = x.key JOIN impact i ON i.id = y.id " \
  "WHERE x.kind = 'impact' AND x.root = d.root AND " FOED_SQL_ON_DAY ("x") ")"
#define SHORT_NAME \
  "(SELECT n.value FROM record x JOIN name n ON n.id = x.id WHERE x.parent = r.id AND n.kind = 'short' " \
  "AND ifnull(n.language, 'en') = 'en' ORDER BY x.position LIMIT 1)"
#define REGISTRATION \
  "(SELECT group_concat (value, '; ') FROM (SELECT n.value AS value FROM record x JOIN identifier n ON n.id = x.id " \
  "WHERE x.parent = r.id AND n.scheme IN ('unts', 'lnts', 'ust', 'tias', 'celex', 'series') ORDER BY x.position))"
#define CITATIONS "(SELECT count(*) FROM record x WHERE x.alliance = d.root AND x.kind = 'citation')"
/* Not a document, in which there may be treaties and clauses too. */
#define ALLIANCE "(SELECT z.id FROM alliance z WHERE z.id = d.root)"
#define INSTRUMENT \
  "(SELECT y.id FROM derived_row x JOIN record y ON y.key = x.key WHERE x.kind = 'instrument' AND x.root = d.root " \
  "AND x.ordinal < d.ordinal ORDER BY x.ordinal DESC LIMIT 1)"
#define ARTICLE \
  "coalesce ((SELECT c.number FROM clause c WHERE c.id = r.parent), " \
  "(SELECT c.number FROM record x JOIN clause c ON c.id = x.parent WHERE x.id = r.parent))"
/* Where an obligation has no date of its own, that of the nearest thing around it. */
#define DATE_AROUND(field) \
  "coalesce (t.\"" field "\", (SELECT c.\"" field "\" FROM clause c WHERE c.id = r.parent), " \
  "(SELECT i.\"" field "\" FROM instrument i WHERE i.id = " INSTRUMENT "), " \
  "(SELECT a.\"" field "\" FROM alliance a WHERE a.id = d.root))"
#define ALLIANCES_OF_STATE \
  "(SELECT count(DISTINCT f.root) FROM derived_facet f WHERE f.facet = 'party' AND f.value = d.root AND " \
  FOED_SQL_ON_DAY ("f") ")"
#define ALLIES \
  "(SELECT count(DISTINCT g.value) FROM derived_facet f CROSS JOIN derived_facet g ON g.root = f.root " \
  "AND g.facet = 'party' AND g.value <> f.value AND g.first_day <= f.last_day AND g.last_day >= f.first_day " \
  "WHERE f.facet = 'party' AND f.value = d.root AND " FOED_SQL_ON_DAY ("f") " AND " FOED_SQL_ON_DAY ("g") ")"
#define COUNT_OWED(side) \
  "(SELECT count(DISTINCT w.obligation) FROM derived_side w WHERE w.state = d.root AND w.side = '" side "' AND " \
  FOED_SQL_ON_DAY ("w") ")"
#define TITLE_KEY "d.title_key"
#define NUMBER_KEY "d.number_key"
#define TITLE_OF(table, id) "foed_sort_key ((SELECT z.title FROM " table " z WHERE z.id = " id "))"
#define OPEN_LAST(value, open) "nullif (" value ", " open ")"

/* X (nick, label, type, vocabulary, shown, value, sort) */
#define ALLIANCE_COLUMNS(X) \
  X ("id", NC_("column", "Id"), TEXT, NONE, FALSE, "r.id", NULL) \
  X ("title", NC_("column", "Alliance"), TEXT, NONE, TRUE, "t.title", TITLE_KEY) \
  X ("short-name", NC_("column", "Short name"), TEXT, NONE, FALSE, SHORT_NAME, NULL) \
  X ("begin", NC_("column", "From"), DATE, NONE, TRUE, "t.\"begin\"", "t.begin_day") \
  X ("end", NC_("column", "To"), DATE, NONE, TRUE, "t.\"end\"", "t.end_day") \
  X ("status", NC_("column", "Status"), TERM, STATUS, TRUE, FOED_SQL_STATUS ("d"), NULL) \
  X ("parties", NC_("column", "Parties"), INTEGER, NONE, TRUE, \
     "(SELECT count(DISTINCT f.value) FROM derived_facet f WHERE f.root = d.root AND f.facet = 'party' AND " \
     FOED_SQL_ON_DAY ("f") ")", NULL) \
  X ("states", NC_("column", "States"), REFERENCES, NONE, FALSE, FACETS_OF_ROOT ("party"), NULL) \
  X ("obligations", NC_("column", "Obligations"), TERMS, OBLIGATION_KIND, TRUE, OBLIGATIONS_OF ("o.root = d.root"), \
     NULL) \
  X ("strength", NC_("column", "Strength"), TERM, STRENGTH, TRUE, STRONGEST, NULL) \
  X ("coordination", NC_("column", "Coordination"), TERMS, COORDINATION, FALSE, FACETS_OF_ROOT ("coordination"), NULL) \
  X ("threats", NC_("column", "Threats"), TERMS, THREAT, FALSE, THREATS_OF_ROOT, NULL) \
  X ("region", NC_("column", "Region"), TERM, REGION, TRUE, "t.region", NULL) \
  X ("sovereignty", NC_("column", "Cost in sovereignty"), TERM, IMPACT_LEVEL, TRUE, HIGHEST_LEVEL, NULL) \
  X ("instruments", NC_("column", "Treaties"), INTEGER, NONE, FALSE, COUNT_CHILDREN ("instrument"), NULL) \
  X ("citations", NC_("column", "Citations"), INTEGER, NONE, FALSE, CITATIONS, NULL)

#define STATE_COLUMNS(X) \
  X ("id", NC_("column", "Id"), TEXT, NONE, FALSE, "r.id", NULL) \
  X ("title", NC_("column", "State"), TEXT, NONE, TRUE, "t.title", TITLE_KEY) \
  X ("iso3", NC_("column", "ISO code"), TEXT, NONE, TRUE, "t.iso3", NULL) \
  X ("cow", NC_("column", "COW number"), INTEGER, NONE, FALSE, "t.cow", NULL) \
  X ("region", NC_("column", "Region"), TERM, REGION, TRUE, "t.region", NULL) \
  X ("alliances", NC_("column", "Alliances"), INTEGER, NONE, TRUE, ALLIANCES_OF_STATE, NULL) \
  X ("allies", NC_("column", "Allies"), INTEGER, NONE, TRUE, ALLIES, NULL) \
  X ("owes", NC_("column", "Duties owed by it"), INTEGER, NONE, TRUE, COUNT_OWED ("promisor"), NULL) \
  X ("owed", NC_("column", "Duties owed to it"), INTEGER, NONE, TRUE, COUNT_OWED ("beneficiary"), NULL)

#define INSTRUMENT_COLUMNS(X) \
  X ("id", NC_("column", "Id"), TEXT, NONE, FALSE, "r.id", NULL) \
  X ("title", NC_("column", "Treaty"), TEXT, NONE, TRUE, "t.title", TITLE_KEY) \
  X ("alliance", NC_("column", "Alliance"), REFERENCE, NONE, TRUE, ALLIANCE, TITLE_OF ("alliance", "d.root")) \
  X ("form", NC_("column", "Form"), TERM, INSTRUMENT_FORM, TRUE, "t.form", NULL) \
  X ("force", NC_("column", "Legal force"), TERM, LEGAL_FORCE, FALSE, "t.force", NULL) \
  X ("signed", NC_("column", "Signed"), DATE, NONE, TRUE, "t.signed", "t.signed_day") \
  X ("place", NC_("column", "Place"), REFERENCE, NONE, FALSE, "t.place", TITLE_OF ("place", "t.place")) \
  X ("begin", NC_("column", "From"), DATE, NONE, TRUE, "t.\"begin\"", "t.begin_day") \
  X ("end", NC_("column", "To"), DATE, NONE, TRUE, "t.\"end\"", "t.end_day") \
  X ("secrecy", NC_("column", "Secrecy"), TERM, SECRECY, FALSE, "t.secrecy", NULL) \
  X ("registration", NC_("column", "Registration"), TEXT, NONE, TRUE, REGISTRATION, NULL) \
  X ("status", NC_("column", "Status"), TERM, STATUS, TRUE, FOED_SQL_STATUS ("d"), NULL)

#define CLAUSE_COLUMNS(X) \
  X ("id", NC_("column", "Id"), TEXT, NONE, FALSE, "r.id", NULL) \
  X ("number", NC_("column", "Number"), TEXT, NONE, TRUE, "t.number", NUMBER_KEY) \
  X ("title", NC_("column", "Clause"), TEXT, NONE, TRUE, "t.title", TITLE_KEY) \
  X ("kind", NC_("column", "Kind"), TERM, CLAUSE_KIND, FALSE, "t.kind", NULL) \
  X ("function", NC_("column", "Function"), TERM, CLAUSE_FUNCTION, TRUE, "t.function", NULL) \
  X ("summary", NC_("column", "Summary"), TEXT, NONE, FALSE, "t.summary", NULL) \
  X ("instrument", NC_("column", "Treaty"), REFERENCE, NONE, TRUE, INSTRUMENT, TITLE_OF ("instrument", INSTRUMENT)) \
  X ("alliance", NC_("column", "Alliance"), REFERENCE, NONE, TRUE, ALLIANCE, TITLE_OF ("alliance", "d.root")) \
  X ("obligations", NC_("column", "Obligations"), TERMS, OBLIGATION_KIND, TRUE, OBLIGATIONS_OF ("o.clause = d.key"), \
     NULL)

#define OBLIGATION_COLUMNS(X) \
  X ("id", NC_("column", "Id"), TEXT, NONE, FALSE, "r.id", NULL) \
  X ("kind", NC_("column", "Obligation"), TERM, OBLIGATION_KIND, TRUE, "t.kind", NULL) \
  X ("promisors", NC_("column", "Owed by"), REFERENCES, NONE, TRUE, OWERS ("promisor"), NULL) \
  X ("beneficiaries", NC_("column", "Owed to"), REFERENCES, NONE, TRUE, OWERS ("beneficiary"), NULL) \
  X ("alliance", NC_("column", "Alliance"), REFERENCE, NONE, TRUE, ALLIANCE, TITLE_OF ("alliance", "d.root")) \
  X ("instrument", NC_("column", "Treaty"), REFERENCE, NONE, FALSE, INSTRUMENT, TITLE_OF ("instrument", INSTRUMENT)) \
  X ("article", NC_("column", "Article"), TEXT, NONE, TRUE, ARTICLE, "foed_number_key (" ARTICLE ")") \
  X ("clause", NC_("column", "Clause"), REFERENCE, NONE, FALSE, "r.parent", TITLE_OF ("clause", "r.parent")) \
  X ("strength", NC_("column", "Strength"), TERM, STRENGTH, TRUE, "t.strength", NULL) \
  X ("response", NC_("column", "Response"), TERM, RESPONSE, FALSE, "t.response", NULL) \
  X ("conditions", NC_("column", "Conditions"), TERMS, CONDITION_KIND, TRUE, CONDITIONS, NULL) \
  X ("threats", NC_("column", "Threats"), TERMS, THREAT, FALSE, THREATS_OF_OBLIGATION, NULL) \
  X ("begin", NC_("column", "From"), DATE, NONE, FALSE, DATE_AROUND ("begin"), \
     OPEN_LAST ("d.first_day", "-2147483648")) \
  X ("end", NC_("column", "To"), DATE, NONE, FALSE, DATE_AROUND ("end"), OPEN_LAST ("d.last_day", "2147483647")) \
  X ("presence", NC_("column", "Coding"), TERM, CELL, FALSE, "ifnull(t.presence, 'stated')", NULL) \
  X ("summary", NC_("column", "Summary"), TEXT, NONE, FALSE, "t.summary", NULL)

#define MECHANISM_COLUMNS(X) \
  X ("id", NC_("column", "Id"), TEXT, NONE, FALSE, "r.id", NULL) \
  X ("title", NC_("column", "Mechanism"), TEXT, NONE, TRUE, "t.title", TITLE_KEY) \
  X ("kind", NC_("column", "Kind"), TERM, COORDINATION, TRUE, "t.kind", NULL) \
  X ("basis", NC_("column", "Basis"), TERM, BASIS, TRUE, "t.basis", NULL) \
  X ("alliance", NC_("column", "Alliance"), REFERENCE, NONE, TRUE, ALLIANCE, TITLE_OF ("alliance", "d.root")) \
  X ("clause", NC_("column", "Clause"), REFERENCE, NONE, FALSE, "t.clause", TITLE_OF ("clause", "t.clause")) \
  X ("instrument", NC_("column", "Treaty"), REFERENCE, NONE, FALSE, "t.instrument", \
     TITLE_OF ("instrument", "t.instrument")) \
  X ("place", NC_("column", "Place"), REFERENCE, NONE, FALSE, "t.place", TITLE_OF ("place", "t.place")) \
  X ("states", NC_("column", "States"), REFERENCES, NONE, FALSE, REFERENCES_OF ("states"), NULL) \
  X ("begin", NC_("column", "From"), DATE, NONE, TRUE, "t.\"begin\"", "t.begin_day") \
  X ("end", NC_("column", "To"), DATE, NONE, TRUE, "t.\"end\"", "t.end_day") \
  X ("presence", NC_("column", "Coding"), TERM, CELL, TRUE, "ifnull(t.presence, 'stated')", NULL) \
  X ("summary", NC_("column", "Summary"), TEXT, NONE, FALSE, "t.summary", NULL)

#define IMPACT_COLUMNS(X) \
  X ("id", NC_("column", "Id"), TEXT, NONE, FALSE, "r.id", NULL) \
  X ("domain", NC_("column", "Freedom"), TERM, SOVEREIGNTY, TRUE, "t.domain", NULL) \
  X ("level", NC_("column", "Level"), TERM, IMPACT_LEVEL, TRUE, "t.level", NULL) \
  X ("direction", NC_("column", "Direction"), TERM, IMPACT_DIRECTION, TRUE, "t.direction", NULL) \
  X ("summary", NC_("column", "Summary"), TEXT, NONE, TRUE, "t.summary", NULL) \
  X ("states", NC_("column", "States"), REFERENCES, NONE, TRUE, REFERENCES_OF ("states"), NULL) \
  X ("alliance", NC_("column", "Alliance"), REFERENCE, NONE, TRUE, ALLIANCE, TITLE_OF ("alliance", "d.root")) \
  X ("clause", NC_("column", "Clause"), REFERENCE, NONE, FALSE, "t.clause", TITLE_OF ("clause", "t.clause")) \
  X ("obligation", NC_("column", "Obligation"), REFERENCE, NONE, FALSE, "t.obligation", "t.obligation") \
  X ("mechanism", NC_("column", "Mechanism"), REFERENCE, NONE, FALSE, "t.mechanism", \
     TITLE_OF ("mechanism", "t.mechanism")) \
  X ("begin", NC_("column", "From"), DATE, NONE, FALSE, "t.\"begin\"", "t.begin_day") \
  X ("end", NC_("column", "To"), DATE, NONE, FALSE, "t.\"end\"", "t.end_day")

#define EVENT_COLUMNS(X) \
  X ("id", NC_("column", "Id"), TEXT, NONE, FALSE, "r.id", NULL) \
  X ("begin", NC_("column", "Date"), DATE, NONE, TRUE, "t.\"begin\"", "t.begin_day") \
  X ("end", NC_("column", "To"), DATE, NONE, FALSE, "t.\"end\"", "t.end_day") \
  X ("kind", NC_("column", "Kind"), TERM, EVENT_KIND, TRUE, "t.kind", NULL) \
  X ("title", NC_("column", "Event"), TEXT, NONE, TRUE, "t.title", TITLE_KEY) \
  X ("states", NC_("column", "States"), REFERENCES, NONE, TRUE, REFERENCES_OF ("states"), NULL) \
  X ("alliance", NC_("column", "Alliance"), REFERENCE, NONE, TRUE, ALLIANCE, TITLE_OF ("alliance", "d.root")) \
  X ("instrument", NC_("column", "Treaty"), REFERENCE, NONE, FALSE, "t.instrument", \
     TITLE_OF ("instrument", "t.instrument")) \
  X ("threat", NC_("column", "Threat"), TERM, THREAT, FALSE, "t.threat", NULL) \
  X ("place", NC_("column", "Place"), REFERENCE, NONE, FALSE, "t.place", TITLE_OF ("place", "t.place")) \
  X ("summary", NC_("column", "Summary"), TEXT, NONE, FALSE, "t.summary", NULL)

/* The day on which the first of its texts was signed that tells one. */
#define SIGNED_IN_DOCUMENT(column) \
  "(SELECT i." column " FROM record x JOIN instrument i ON i.id = x.id WHERE x.parent = r.id AND x.kind = 'instrument' " \
  "AND i.signed IS NOT NULL ORDER BY x.position LIMIT 1)"
#define COUNT_BELOW(kind) "(SELECT count(*) FROM record x WHERE x.alliance = d.root AND x.kind = '" kind "')"
#define STATES_OF_DOCUMENT \
  LIST ("SELECT DISTINCT p.state AS value FROM record x JOIN named_party p ON p.id = x.id " \
        "WHERE x.alliance = d.root AND x.kind = 'named-party' AND p.state IS NOT NULL ORDER BY p.state")
#define IDENTIFIERS \
  "(SELECT group_concat (value, '; ') FROM (SELECT n.scheme || ':' || n.value AS value FROM record x " \
  "JOIN identifier n ON n.id = x.id WHERE x.parent = r.id AND x.kind = 'identifier' ORDER BY x.position))"

#define DOCUMENT_COLUMNS(X) \
  X ("id", NC_("column", "Id"), TEXT, NONE, FALSE, "r.id", NULL) \
  X ("title", NC_("column", "Document"), TEXT, NONE, TRUE, "t.title", TITLE_KEY) \
  X ("kind", NC_("column", "Kind"), TERM, DOCUMENT_KIND, TRUE, "t.kind", NULL) \
  X ("signed", NC_("column", "Signed"), DATE, NONE, TRUE, SIGNED_IN_DOCUMENT ("signed"), \
     SIGNED_IN_DOCUMENT ("signed_day")) \
  X ("states", NC_("column", "States"), REFERENCES, NONE, TRUE, STATES_OF_DOCUMENT, NULL) \
  X ("instruments", NC_("column", "Treaties"), INTEGER, NONE, TRUE, COUNT_BELOW ("instrument"), NULL) \
  X ("clauses", NC_("column", "Clauses"), INTEGER, NONE, TRUE, COUNT_BELOW ("clause"), NULL) \
  X ("dialect", NC_("column", "Dialect"), TEXT, NONE, TRUE, "t.dialect", NULL) \
  X ("identifiers", NC_("column", "Identifiers"), TEXT, NONE, FALSE, IDENTIFIERS, NULL) \
  X ("hash", NC_("column", "Hash"), TEXT, NONE, FALSE, "t.hash", NULL)

#define COLUMN(nick, label, type, vocabulary, shown, value, sort) \
  { nick, label, FOED_COLUMN_##type, FOED_VOCABULARY_##vocabulary, shown },
#define SQL(nick, label, type, vocabulary, shown, value, sort) { value, sort },

#define DEFINE_COLUMNS(name, COLUMNS) \
  static const FoedColumn name##_columns[] = { COLUMNS (COLUMN) }; \
  static const FoedColumnSql name##_sql[] = { COLUMNS (SQL) };

DEFINE_COLUMNS (alliance, ALLIANCE_COLUMNS)
DEFINE_COLUMNS (state, STATE_COLUMNS)
DEFINE_COLUMNS (instrument, INSTRUMENT_COLUMNS)
DEFINE_COLUMNS (clause, CLAUSE_COLUMNS)
DEFINE_COLUMNS (obligation, OBLIGATION_COLUMNS)
DEFINE_COLUMNS (mechanism, MECHANISM_COLUMNS)
DEFINE_COLUMNS (impact, IMPACT_COLUMNS)
DEFINE_COLUMNS (event, EVENT_COLUMNS)
DEFINE_COLUMNS (document, DOCUMENT_COLUMNS)

#define DOCUMENT_ORDER "d.root, d.ordinal"

typedef struct
{
  const char          *nick;
  const char          *label;
  const char          *kind;
  const char          *natural_order;
  const FoedColumn    *columns;
  const FoedColumnSql *sql;
  guint                n_columns;
} FoedListingInfo;

#define LISTING(nick, label, kind, order) \
  { nick, label, #kind, order, kind##_columns, kind##_sql, G_N_ELEMENTS (kind##_columns) }

static const FoedListingInfo listing_table[FOED_N_LISTINGS] = {
  [FOED_LISTING_ALLIANCES] = LISTING ("alliances", NC_("listing", "Alliances"), alliance, TITLE_KEY),
  [FOED_LISTING_STATES] = LISTING ("states", NC_("listing", "States"), state, TITLE_KEY),
  [FOED_LISTING_INSTRUMENTS] = LISTING ("instruments", NC_("listing", "Treaties"), instrument, NULL),
  [FOED_LISTING_CLAUSES] = LISTING ("clauses", NC_("listing", "Clauses"), clause, NULL),
  [FOED_LISTING_OBLIGATIONS] = LISTING ("obligations", NC_("listing", "Obligations"), obligation, NULL),
  [FOED_LISTING_MECHANISMS] = LISTING ("mechanisms", NC_("listing", "Coordination mechanisms"), mechanism, NULL),
  [FOED_LISTING_IMPACTS] = LISTING ("impacts", NC_("listing", "Sovereignty impacts"), impact, NULL),
  [FOED_LISTING_EVENTS] = LISTING ("events", NC_("listing", "Events"), event, "t.begin_day"),
  [FOED_LISTING_DOCUMENTS] = LISTING ("documents", NC_("listing", "Documents"), document, TITLE_KEY),
};

/* By what a column is sorted that names nothing else. */
static char *
dup_sort (const FoedColumn    *column,
          const FoedColumnSql *sql)
{
  switch (column->type)
    {
    case FOED_COLUMN_TEXT:
      return g_strdup_printf ("foed_sort_key (%s)", sql->value);

    case FOED_COLUMN_TERM:
      return g_strdup_printf ("foed_term_position ('%s', %s)", foed_vocabulary_get_nick (column->vocabulary),
                              sql->value);

    case FOED_COLUMN_TERMS:
    case FOED_COLUMN_REFERENCES:
      return g_strdup_printf ("foed_count_words (%s)", sql->value);

    case FOED_COLUMN_INTEGER:
    case FOED_COLUMN_NUMBER:
    case FOED_COLUMN_DATE:
    case FOED_COLUMN_REFERENCE:
    default:
      return g_strdup (sql->value);
    }
}

/* How the columns of @listing are read, in the order of foed_listing_get_columns(). */
const FoedColumnSql *
foed_listing_get_column_sql (FoedListing listing)
{
  g_assert (listing < FOED_N_LISTINGS);

  return listing_table[listing].sql;
}

/* The kind of record that @listing lists, which is also the name of its table. */
const char *
foed_listing_get_kind (FoedListing listing)
{
  g_assert (listing < FOED_N_LISTINGS);

  return listing_table[listing].kind;
}

/* The whole ORDER BY; what has no value comes last either way, and what is equal stays in the order of the document.
 * Titles and numbers are sorted by keys in d, of which there are indexes; @needs_record tells that r and t are needed. */
char *
foed_listing_dup_order (FoedListing  listing,
                        const char  *column,
                        gboolean     descending,
                        gboolean    *needs_record)
{
  const FoedListingInfo *info = &listing_table[listing];
  g_autofree char *sort = g_strdup (info->natural_order);

  g_assert (listing < FOED_N_LISTINGS);

  for (guint i = 0; column != NULL && i < info->n_columns; i++)
    if (strcmp (info->columns[i].nick, column) == 0)
      {
        g_free (sort);
        sort = info->sql[i].sort != NULL ? g_strdup (info->sql[i].sort) : dup_sort (&info->columns[i], &info->sql[i]);
      }

  *needs_record = sort != NULL && strcmp (sort, TITLE_KEY) != 0 && strcmp (sort, NUMBER_KEY) != 0;

  if (sort == NULL)
    return g_strdup (DOCUMENT_ORDER);

  return g_strdup_printf ("%s %s NULLS LAST, " DOCUMENT_ORDER, sort, descending ? "DESC" : "ASC");
}

/**
 * foed_listing_get_nick:
 * @listing: a listing
 *
 * Returns: (transfer none): its stable name, on the command line and in JSON
 */
const char *
foed_listing_get_nick (FoedListing listing)
{
  g_return_val_if_fail (listing < FOED_N_LISTINGS, NULL);

  return listing_table[listing].nick;
}

/**
 * foed_listing_get_label:
 * @listing: a listing
 *
 * Returns: (transfer none): what a person reads, in the user's language
 */
const char *
foed_listing_get_label (FoedListing listing)
{
  g_return_val_if_fail (listing < FOED_N_LISTINGS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "listing", listing_table[listing].label);
}

/**
 * foed_listing_from_nick:
 * @nick: the name of a listing
 * @listing: (out): the listing
 *
 * Returns: whether there is a listing of that name
 */
gboolean
foed_listing_from_nick (const char  *nick,
                        FoedListing *listing)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (listing != NULL, FALSE);

  for (guint i = 0; i < FOED_N_LISTINGS; i++)
    if (strcmp (listing_table[i].nick, nick) == 0)
      {
        *listing = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * foed_listing_get_columns:
 * @listing: a listing
 * @n_columns: (out): how many columns it has
 *
 * Returns: (transfer none) (array length=n_columns): its columns, in the order in which they are shown at first
 */
const FoedColumn *
foed_listing_get_columns (FoedListing  listing,
                          guint       *n_columns)
{
  g_return_val_if_fail (listing < FOED_N_LISTINGS, NULL);
  g_return_val_if_fail (n_columns != NULL, NULL);

  *n_columns = listing_table[listing].n_columns;

  return listing_table[listing].columns;
}

/**
 * foed_column_get_label:
 * @column: a column
 *
 * Returns: (transfer none): what a person reads, in the user's language
 */
const char *
foed_column_get_label (const FoedColumn *column)
{
  g_return_val_if_fail (column != NULL, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "column", column->label);
}
