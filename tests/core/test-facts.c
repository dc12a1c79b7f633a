/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "model/foed-date.h"
#include "test-corpus.h"
#include "test-library.h"

/* The facts of the bundled library, held against data sets that others coded. Where they differ, the library must say
 * that the source states otherwise, and it may not say so where the source does not. */

#define MEMBERS "atop/atop5_1m.csv"
#define STATES "cow/states2016.csv"

/* The last day that the members cover. */
#define LAST_YEAR 2018

static GPtrArray *bundled;

/* ---- Tables ---- */

typedef struct
{
  GPtrArray  *lines;      /* of GStrv */
  GHashTable *columns;    /* of name to index */
} Table;

static void
table_clear (Table *self)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

/* Reads a table without quoted cells. Returns: FALSE after telling that the test is skipped, where there is none. */
static gboolean
table_read (Table      *self,
            const char *path)
{
  g_autoptr (GFile) file = test_corpus_find (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  char **names;

  if (file == NULL)
    return FALSE;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (strchr (text, '"'));
  lines = g_strsplit_set (text, "\r\n", -1);
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->columns = g_hash_table_new (g_str_hash, g_str_equal);

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      g_ptr_array_add (self->lines, g_strsplit (*line, ",", -1));

  names = g_ptr_array_index (self->lines, 0);

  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (self->columns, names[i], GUINT_TO_POINTER (i));

  return TRUE;
}

static int
table_get (const Table *self,
           guint        line,
           const char  *column)
{
  char **cells = g_ptr_array_index (self->lines, line);

  g_assert_true (g_hash_table_contains (self->columns, column));

  return (int) g_ascii_strtoll (cells[GPOINTER_TO_UINT (g_hash_table_lookup (self->columns, column))], NULL, 10);
}

/* The day in the columns @year, @month and @day, or @open where there is none. */
static FoedDay
table_get_day (const Table *self,
               guint        line,
               const char  *year,
               const char  *month,
               const char  *day,
               FoedDay      open)
{
  if (table_get (self, line, year) == 0)
    return open;

  return foed_day_from_calendar (table_get (self, line, year), table_get (self, line, month),
                                 table_get (self, line, day));
}

/* ---- What the library says of other sources ---- */

static gboolean
comes_from (FoedRecord *citation,
            const char *source,
            const char *field)
{
  return foed_record_get_kind (citation) == FOED_RECORD_CITATION &&
         g_strcmp0 (foed_record_get_reference (citation, FOED_FIELD_SOURCE), source) == 0 &&
         g_strcmp0 (foed_record_get_text (citation, FOED_FIELD_FIELD), field) == 0;
}

/* Whether @record says that the source states @value for its field. */
static gboolean
states_otherwise (FoedRecord *record,
                  const char *source,
                  const char *field,
                  const char *value)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *citation = foed_record_get_child (record, i);

      if (comes_from (citation, source, field) &&
          g_strcmp0 (foed_record_get_text (citation, FOED_FIELD_STATES_OTHERWISE), value) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
includes (const FoedDate *date,
          FoedDay         day)
{
  return date != NULL && foed_date_get_first_day (date) <= day && day <= foed_date_get_last_day (date);
}

/* ---- Members ---- */

/* A time that a state was a member without a break. */
typedef struct
{
  int         number;
  FoedDay     first;
  FoedDay     last;
  FoedRecord *begins;     /* (nullable): the spell it begins with */
  FoedRecord *ends;       /* (nullable): the spell it ends with */
} Membership;

typedef struct
{
  FoedRecord *alliance;
  GHashTable *identifiers;
  GArray     *theirs;
  GArray     *ours;
  guint       n_differences;
  guint       n_unrecorded;
} Comparison;

static void
comparison_clear (Comparison *self)
{
  g_clear_pointer (&self->identifiers, g_hash_table_unref);
  g_clear_pointer (&self->theirs, g_array_unref);
  g_clear_pointer (&self->ours, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Comparison, comparison_clear)

static FoedRecord *
find_record (FoedRecordKind  kind,
             const char     *id)
{
  for (guint i = 0; i < bundled->len; i++)
    {
      FoedRecord *record = g_ptr_array_index (bundled, i);

      if (foed_record_get_kind (record) == kind && g_str_equal (foed_record_get_id (record), id))
        return record;
    }

  g_assert_not_reached ();
}

static int
compare_memberships (gconstpointer a,
                     gconstpointer b)
{
  const Membership *left = a;
  const Membership *right = b;

  if (left->number != right->number)
    return left->number - right->number;

  return left->first < right->first ? -1 : left->first > right->first;
}

/* Puts in order, and makes one of those that follow on without a break. */
static void
join_memberships (GArray *memberships)
{
  guint n = 0;

  g_array_sort (memberships, compare_memberships);

  for (guint i = 0; i < memberships->len; i++)
    {
      Membership *next = &g_array_index (memberships, Membership, i);
      Membership *last = n == 0 ? NULL : &g_array_index (memberships, Membership, n - 1);

      if (last != NULL && last->number == next->number && last->last != FOED_DAY_LAST && next->first <= last->last + 1)
        {
          last->last = MAX (last->last, next->last);
          last->ends = next->ends;
        }
      else
        {
          g_array_index (memberships, Membership, n++) = *next;
        }
    }

  g_array_set_size (memberships, n);
}

static void
list_identifiers (Comparison *self)
{
  self->identifiers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < foed_record_get_n_children (self->alliance); i++)
    {
      FoedRecord *child = foed_record_get_child (self->alliance, i);

      if (foed_record_get_kind (child) == FOED_RECORD_IDENTIFIER &&
          g_str_equal (foed_record_get_term (child, FOED_FIELD_SCHEME)->nick, "atop"))
        g_hash_table_add (self->identifiers,
                          GINT_TO_POINTER ((int) g_ascii_strtoll (foed_record_get_text (child, FOED_FIELD_VALUE), NULL, 10)));
    }
}

static gboolean
is_of_alliance (Comparison  *self,
                const Table *table,
                guint        line)
{
  return g_hash_table_contains (self->identifiers, GINT_TO_POINTER (table_get (table, line, "atopid")));
}

static void
list_theirs (Comparison  *self,
             const Table *table)
{
  self->theirs = g_array_new (FALSE, FALSE, sizeof (Membership));

  for (guint i = 1; i < table->lines->len; i++)
    if (is_of_alliance (self, table, i))
      {
        Membership membership = {
          .number = table_get (table, i, "member"),
          .first = table_get_day (table, i, "yrent", "moent", "dayent", FOED_DAY_FIRST),
          .last = table_get_day (table, i, "yrexit", "moexit", "dayexit", FOED_DAY_LAST),
        };

        g_array_append_val (self->theirs, membership);
      }

  join_memberships (self->theirs);
}

static void
list_ours (Comparison *self)
{
  self->ours = g_array_new (FALSE, FALSE, sizeof (Membership));

  for (guint i = 0; i < foed_record_get_n_children (self->alliance); i++)
    {
      FoedRecord *spell = foed_record_get_child (self->alliance, i);
      Membership membership = { .begins = spell, .ends = spell };

      if (foed_record_get_kind (spell) != FOED_RECORD_PARTY ||
          !g_str_equal (foed_record_get_term (spell, FOED_FIELD_ROLE)->nick, "party"))
        continue;

      membership.number = (int) foed_record_get_integer (
        find_record (FOED_RECORD_STATE, foed_record_get_reference (spell, FOED_FIELD_STATE)), FOED_FIELD_COW);
      membership.first = foed_record_get_first_day (spell);
      membership.last = foed_record_get_last_day (spell);
      g_array_append_val (self->ours, membership);
    }

  join_memberships (self->ours);
}

G_GNUC_PRINTF (3, 4)
static void
tell_difference (Comparison *self,
                 gboolean    is_recorded,
                 const char *format,
                 ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_test_message ("%s: %s (%s)", foed_record_get_id (self->alliance), text,
                  is_recorded ? "recorded" : "NOT RECORDED");
  self->n_differences++;
  self->n_unrecorded += !is_recorded;
}

/* Compares one end of a membership; @day is none where it is open. */
static void
compare_end (Comparison *self,
             FoedRecord *spell,
             FoedField   field,
             const char *name,
             FoedDay     day,
             FoedDay     last_covered)
{
  const FoedDate *date = foed_record_get_date (spell, field);
  gboolean is_open = date == NULL || foed_date_get_first_day (date) > last_covered;
  g_autofree char *theirs = day == FOED_DAY_LAST ? g_strdup ("open") : foed_day_to_string (day);

  if (day == FOED_DAY_LAST ? is_open : includes (date, day))
    return;

  tell_difference (self,
                   states_otherwise (spell, "atop", name, theirs) || states_otherwise (self->alliance, "atop", name, theirs),
                   "%s: %s is %s", foed_record_get_id (spell), name, theirs);
}

static void
compare_members (Comparison *self)
{
  FoedDay last_covered = foed_day_from_calendar (LAST_YEAR, 12, 31);
  g_autoptr (GHashTable) matched = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->theirs->len; i++)
    {
      Membership *theirs = &g_array_index (self->theirs, Membership, i);
      Membership *ours = NULL;

      for (guint j = 0; j < self->ours->len && ours == NULL; j++)
        {
          Membership *candidate = &g_array_index (self->ours, Membership, j);

          if (candidate->number == theirs->number && candidate->first <= theirs->last && theirs->first <= candidate->last)
            ours = candidate;
        }

      if (ours == NULL)
        {
          tell_difference (self, FALSE, "state number %d is a member", theirs->number);
          continue;
        }

      g_hash_table_add (matched, ours->begins);
      compare_end (self, ours->begins, FOED_FIELD_BEGIN, "begin", theirs->first, last_covered);
      compare_end (self, ours->ends, FOED_FIELD_END, "end", theirs->last, last_covered);
    }

  for (guint i = 0; i < self->ours->len; i++)
    {
      Membership *ours = &g_array_index (self->ours, Membership, i);

      if (!g_hash_table_contains (matched, ours->begins) && ours->first <= last_covered)
        tell_difference (self, states_otherwise (ours->begins, "atop", "role", "none"), "%s: no member",
                         foed_record_get_id (ours->begins));
    }
}

static gboolean
is_day (FoedDay     day,
        const char *text)
{
  g_autofree char *day_text = foed_day_to_string (day);

  return g_strcmp0 (day_text, text) == 0;
}

/* Whether a member, the one with @number or any where that is 0, entered or left on @day in one of the phases. */
static gboolean
has_day (Comparison  *self,
         const Table *table,
         int          number,
         const char  *day,
         gboolean     entered,
         gboolean     left)
{
  for (guint i = 1; i < table->lines->len; i++)
    if (is_of_alliance (self, table, i) && (number == 0 || table_get (table, i, "member") == number) &&
        ((entered && is_day (table_get_day (table, i, "yrent", "moent", "dayent", FOED_DAY_FIRST), day)) ||
         (left && is_day (table_get_day (table, i, "yrexit", "moexit", "dayexit", FOED_DAY_FIRST), day))))
      return TRUE;

  return FALSE;
}

/* What the library says that the data set states, must be in the data set. The end of a membership can be the begin of
 * something else, such as a suspension. */
static void
check_statements (Comparison  *self,
                  const Table *table,
                  FoedRecord  *record)
{
  gboolean is_party = foed_record_get_kind (record) == FOED_RECORD_PARTY;
  int number = 0;

  if (is_party)
    number = (int) foed_record_get_integer (
      find_record (FOED_RECORD_STATE, foed_record_get_reference (record, FOED_FIELD_STATE)), FOED_FIELD_COW);

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      gboolean is_exit = comes_from (child, "atop", "end");

      if (is_exit || comes_from (child, "atop", "begin"))
        {
          const char *day = foed_record_get_text (child, FOED_FIELD_STATES_OTHERWISE);

          if (!has_day (self, table, number, day, !is_exit, is_exit || !is_party))
            tell_difference (self, FALSE, "%s is cited for %s", foed_record_get_id (record), day);
        }

      check_statements (self, table, child);
    }
}

static void
run_comparison (Comparison  *self,
                const Table *table)
{
  list_identifiers (self);

  if (g_hash_table_size (self->identifiers) == 0)
    {
      g_test_message ("%s: not in the data set", foed_record_get_id (self->alliance));
      return;
    }

  list_theirs (self, table);
  list_ours (self);
  g_assert_cmpuint (self->theirs->len, >, 0);
  compare_members (self);
  check_statements (self, table, self->alliance);
}

static void
test_members (void)
{
  g_auto (Table) table = { 0 };
  guint n_differences = 0;
  guint n_unrecorded = 0;
  guint n_compared = 0;

  if (!table_read (&table, MEMBERS))
    return;

  for (guint i = 0; i < bundled->len; i++)
    {
      g_auto (Comparison) comparison = { .alliance = g_ptr_array_index (bundled, i) };

      if (foed_record_get_kind (comparison.alliance) != FOED_RECORD_ALLIANCE)
        continue;

      run_comparison (&comparison, &table);
      n_compared += comparison.theirs != NULL;
      n_differences += comparison.n_differences;
      n_unrecorded += comparison.n_unrecorded;
    }

  g_test_message ("%u alliances, %u differences", n_compared, n_differences);
  g_assert_cmpuint (n_compared, >=, 11);
  g_assert_cmpuint (n_unrecorded, ==, 0);
}

/* ---- Obligations ---- */

static const struct
{
  const char *column;
  const char *kind;
} kinds[] = {
  { "defense", "defence" },       { "offense", "offence" },       { "neutral", "neutrality" },
  { "nonagg", "non-aggression" }, { "consul", "consultation" },
};

typedef struct
{
  gboolean is_promised;
  gboolean is_disputed;
} Promise;

/* Whether @record or a record within has an obligation of the kind, and whether one says that ATOP has none. */
static void
find_promise (FoedRecord *record,
              const char *kind,
              Promise    *promise)
{
  if (foed_record_get_kind (record) == FOED_RECORD_OBLIGATION &&
      g_str_equal (foed_record_get_term (record, FOED_FIELD_KIND)->nick, kind))
    {
      const FoedTerm *presence = foed_record_get_term (record, FOED_FIELD_PRESENCE);

      promise->is_promised |=
        presence == NULL || g_str_equal (presence->nick, "stated") || g_str_equal (presence->nick, "implied");
      promise->is_disputed |= states_otherwise (record, "atop", "kind", "none") ||
                              states_otherwise (record, "atop", "presence", "silent");
    }

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    find_promise (foed_record_get_child (record, i), kind, promise);
}

static gboolean
is_coded (Comparison  *comparison,
          const Table *table,
          const char  *column)
{
  for (guint i = 1; i < table->lines->len; i++)
    if (is_of_alliance (comparison, table, i) && table_get (table, i, column) == 1)
      return TRUE;

  return FALSE;
}

/* Of the five kinds of obligation that both know, an alliance has the same in both at one time or another. */
static void
test_obligations (void)
{
  g_auto (Table) table = { 0 };
  guint n_unrecorded = 0;

  if (!table_read (&table, MEMBERS))
    return;

  for (guint i = 0; i < bundled->len; i++)
    {
      g_auto (Comparison) comparison = { .alliance = g_ptr_array_index (bundled, i) };

      if (foed_record_get_kind (comparison.alliance) != FOED_RECORD_ALLIANCE)
        continue;

      list_identifiers (&comparison);

      for (guint j = 0; g_hash_table_size (comparison.identifiers) > 0 && j < G_N_ELEMENTS (kinds); j++)
        {
          Promise promise = { FALSE, FALSE };
          gboolean theirs = is_coded (&comparison, &table, kinds[j].column);

          find_promise (comparison.alliance, kinds[j].kind, &promise);

          if (promise.is_promised != theirs)
            tell_difference (&comparison, promise.is_disputed, "%s %s", kinds[j].kind, theirs ? "coded" : "not coded");
          else if (promise.is_disputed)
            tell_difference (&comparison, FALSE, "%s is coded, and cited as not coded", kinds[j].kind);
        }

      n_unrecorded += comparison.n_unrecorded;
    }

  g_assert_cmpuint (n_unrecorded, ==, 0);
}

/* What is political states an intention or asks for an effort; it makes no duty. */
static void
check_strength (FoedRecord *record)
{
  const FoedTerm *strength = foed_record_get_kind (record) == FOED_RECORD_OBLIGATION
                               ? foed_record_get_term (record, FOED_FIELD_STRENGTH)
                               : NULL;

  if (strength != NULL && !g_str_equal (strength->nick, "declaratory") && !g_str_equal (strength->nick, "best-efforts"))
    g_error ("%s: %s in a political document", foed_record_get_id (record), strength->nick);

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    check_strength (foed_record_get_child (record, i));
}

static void
test_political_documents (void)
{
  guint n_checked = 0;

  for (guint i = 0; i < bundled->len; i++)
    {
      FoedRecord *alliance = g_ptr_array_index (bundled, i);

      for (guint j = 0; j < foed_record_get_n_children (alliance); j++)
        {
          FoedRecord *instrument = foed_record_get_child (alliance, j);
          const FoedTerm *legal_force = foed_record_get_kind (instrument) == FOED_RECORD_INSTRUMENT
                                          ? foed_record_get_term (instrument, FOED_FIELD_FORCE)
                                          : NULL;

          if (legal_force != NULL && g_str_equal (legal_force->nick, "political"))
            {
              check_strength (instrument);
              n_checked++;
            }
        }
    }

  g_assert_cmpuint (n_checked, >, 10);
}

/* ---- States ---- */

/* Whether a spell of a state with the number begins or ends within the day. */
static gboolean
is_boundary (int       number,
             FoedField field,
             FoedDay   day,
             gboolean *is_recorded)
{
  g_autofree char *text = foed_day_to_string (day);
  gboolean is_known = FALSE;

  for (guint i = 0; i < bundled->len; i++)
    {
      FoedRecord *state = g_ptr_array_index (bundled, i);

      if (foed_record_get_kind (state) != FOED_RECORD_STATE || foed_record_get_integer (state, FOED_FIELD_COW) != number)
        continue;

      is_known = TRUE;

      for (guint j = 0; j < foed_record_get_n_children (state); j++)
        {
          FoedRecord *spell = foed_record_get_child (state, j);

          if (foed_record_get_kind (spell) != FOED_RECORD_SPELL)
            continue;

          *is_recorded |= states_otherwise (spell, "cow-states", field == FOED_FIELD_BEGIN ? "begin" : "end", text);

          if (includes (foed_record_get_date (spell, field), day))
            return TRUE;
        }
    }

  return !is_known;
}

static guint
check_boundary (int        number,
                FoedField  field,
                FoedDay    day)
{
  g_autofree char *text = foed_day_to_string (day);
  gboolean is_recorded = FALSE;

  if (is_boundary (number, field, day, &is_recorded))
    return 0;

  g_test_message ("state number %d: %s is %s (%s)", number, field == FOED_FIELD_BEGIN ? "begin" : "end", text,
                  is_recorded ? "recorded" : "NOT RECORDED");

  return is_recorded ? 0 : 1;
}

/* The times in which states existed, against the membership in the state system of the Correlates of War, which begins
 * in 1816. */
static void
test_states (void)
{
  g_auto (Table) table = { 0 };
  FoedDay beginning = foed_day_from_calendar (1816, 1, 1);
  guint n_unrecorded = 0;

  if (!table_read (&table, STATES))
    return;

  for (guint i = 1; i < table.lines->len; i++)
    {
      int number = table_get (&table, i, "ccode");
      FoedDay first = table_get_day (&table, i, "styear", "stmonth", "stday", beginning);
      FoedDay last = table_get_day (&table, i, "endyear", "endmonth", "endday", FOED_DAY_LAST);

      if (first > beginning)
        n_unrecorded += check_boundary (number, FOED_FIELD_BEGIN, first);

      if (table_get (&table, i, "endyear") < table_get (&table, i, "version"))
        n_unrecorded += check_boundary (number, FOED_FIELD_END, last);
    }

  g_assert_cmpuint (n_unrecorded, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  bundled = test_library_load_bundled (FOEDERA_LIBRARY_DIR);
  g_test_add_func ("/facts/members", test_members);
  g_test_add_func ("/facts/obligations", test_obligations);
  g_test_add_func ("/facts/political-documents", test_political_documents);
  g_test_add_func ("/facts/states", test_states);

  status = g_test_run ();
  g_ptr_array_unref (bundled);

  return status;
}
