/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "exchange/foed-table-export.h"
#include "exchange/foed-table-reader.h"
#include "test-library.h"

#define STATES \
  "<state id='aland' iso3='ALD' cow='998'><title>Aland</title><spell begin='1816'/></state>" \
  "<state id='borduria' iso3='BOR' cow='999'><title>Borduria</title><spell begin='1816' end='1905-06-30'/></state>" \
  "<state id='carpania' cow='997'><title>Carpania</title><spell begin='1900'/></state>" \
  "<state id='dacia' cow='996'><title>Dacia</title><spell begin='1850'/></state>"

#define PACT(id, title, attributes, obligations, parties) \
  "<alliance id='" id "' begin='1900-02-01' end='1903'><title>" title "</title>" \
  "<instrument id='" id ".treaty' form='treaty' begin='1900-02-01' " attributes "><title>T</title>" \
  "<clause id='" id ".treaty.1' kind='article' number='1'>" obligations "</clause></instrument>" parties "</alliance>"
#define PARTY(id, state, attributes) \
  "<party id='" id ".party." state "' state='" state "' role='party' " attributes "/>"
#define OBLIGATION(id, kind, attributes) \
  "<obligation id='" id ".treaty.1." kind "' kind='" kind "' " attributes "/>"

/* Borduria leaves in 1902; Aland owes defence and is not owed it. Nobody looked at offence; neutrality is not there. */
#define LIBRARY \
  "<foedera>" STATES \
  PACT ("pact", "Pact", "term-months='60' renewal-months-cell='silent' secrecy='secret' secrecy-cell='implied'", \
        OBLIGATION ("pact", "defence", "strength='automatic' promisors='aland'") \
        OBLIGATION ("pact", "consultation", "") \
        OBLIGATION ("pact", "neutrality", "presence='silent'") \
        OBLIGATION ("pact", "guarantee", "presence='text-missing'"), \
        PARTY ("pact", "aland", "begin='1900-02-01'") PARTY ("pact", "borduria", "begin='1900-02-01' end='1902-05-01'") \
        PARTY ("pact", "carpania", "begin='1901~'")) \
  "</foedera>"

static char *
export (TestLibrary      *library,
        FoedTableExport  *export,
        GError          **error)
{
  g_autoptr (FoedTableExport) owned = export;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!foed_table_export_to_stream_sync (owned, stream, NULL, error))
    return NULL;

  g_output_stream_write_all (stream, "", 1, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static char *
export_panel (TestLibrary *library,
              FoedPanel    panel,
              FoedQuery   *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedQuery) owned = query == NULL ? foed_query_new (FOED_LISTING_ALLIANCES) : query;
  FoedTableExport *table = foed_table_export_new (library->library, FOED_TABLE_CSV);
  char *text;

  foed_table_export_set_panel (table, panel);
  foed_table_export_set_query (table, owned);
  text = export (library, table, &error);
  g_assert_no_error (error);

  return text;
}

/* The cells of some columns, a row a line, cells separated by bars and blank ones shown as ~. */
static char *
pick (const char *csv,
      const char *columns)
{
  g_auto (GStrv) names = g_strsplit (columns, " ", -1);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (csv, -1, NULL);
  g_autoptr (FoedTableReader) reader = foed_table_reader_new (stream, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean at_end = FALSE;

  while (foed_table_reader_next (reader, &at_end, NULL, NULL) && !at_end)
    {
      for (guint i = 0; names[i] != NULL; i++)
        {
          int column = foed_table_reader_find_column (reader, names[i]);
          const char *cell = foed_table_reader_get_cell (reader, column);

          if (column < 0)
            g_error ("there is no column “%s”", names[i]);

          g_string_append_printf (text, "%s%s", i == 0 ? "" : "|", cell == NULL ? "~" : cell);
        }

      g_string_append_c (text, '\n');
    }

  g_assert_cmpuint (foed_report_get_n_problems (foed_table_reader_get_report (reader)), ==, 0);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_panel (const char *xml,
              FoedPanel   panel,
              FoedQuery  *query,
              const char *columns,
              const char *expected)
{
  g_auto (TestLibrary) library = { 0 };
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;

  test_library_init (&library);
  test_library_put_xml (&library, xml);
  csv = export_panel (&library, panel, query);
  text = pick (csv, columns);
  g_assert_cmpstr (text, ==, expected);
}

static FoedQuery *
make_query_on (const char *day)
{
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_ALLIANCES);
  g_autoptr (GError) error = NULL;
  FoedDay number;

  foed_day_parse (day, &number, &error);
  g_assert_no_error (error);

  return foed_query_with_day (query, number);
}

/* All five states of a cell come back from the table as they went in. */
static void
test_five_states (void)
{
  assert_panel (LIBRARY, FOED_PANEL_ALLIANCES, NULL,
                "alliance term_months term_months_cell secrecy secrecy_cell renewal_months renewal_months_cell "
                "notice_months notice_months_cell",
                "pact|60|stated|secret|implied|~|silent|~|not-coded\n");
  assert_panel (LIBRARY, FOED_PANEL_ALLIANCES, NULL,
                "defence defence_cell neutrality neutrality_cell offence offence_cell guarantee guarantee_cell",
                "1|stated|0|silent|~|not-coded|~|text-missing\n");
}

static void
test_party_spells (void)
{
  assert_panel (LIBRARY, FOED_PANEL_PARTY_SPELLS, NULL, "alliance state state_iso3 state_cow begin end first_day last_day",
                "pact|aland|ALD|998|1900-02-01|~|1900-02-01|1903-12-31\n"
                "pact|borduria|BOR|999|1900-02-01|1902-05-01|1900-02-01|1902-05-01\n"
                "pact|carpania|~|997|1901~|~|1901-01-01|1903-12-31\n");
  assert_panel (LIBRARY, FOED_PANEL_PARTY_SPELLS, make_query_on ("1903-01-01"), "state", "aland\ncarpania\n");
}

static void
test_obligations (void)
{
  assert_panel (LIBRARY, FOED_PANEL_OBLIGATIONS, NULL,
                "obligation number kind presence presence_cell promisors strength strength_cell first_day",
                "pact.treaty.1.defence|1|defence|1|stated|aland|automatic|stated|1900-02-01\n"
                "pact.treaty.1.consultation|1|consultation|1|stated|~|~|not-coded|1900-02-01\n"
                "pact.treaty.1.neutrality|1|neutrality|0|silent|~|~|not-coded|1900-02-01\n"
                "pact.treaty.1.guarantee|1|guarantee|~|text-missing|~|~|not-coded|1900-02-01\n");
}

/* Years end with the last in which anybody came or left; states that do not exist and are in nothing are not there. */
static void
test_state_years (void)
{
  assert_panel (LIBRARY, FOED_PANEL_STATE_YEARS, NULL,
                "year state n_alliances n_allies owes_defence owed_defence defence_cell owes_offence offence_cell",
                "1900|aland|1|1|1|0|stated|~|not-coded\n"
                "1900|borduria|1|1|0|1|stated|~|not-coded\n"
                "1900|carpania|0|0|0|0|~|0|~\n"
                "1900|dacia|0|0|0|0|~|0|~\n"
                "1901|aland|1|2|2|0|stated|~|not-coded\n"
                "1901|borduria|1|2|0|1|stated|~|not-coded\n"
                "1901|carpania|1|2|0|1|stated|~|not-coded\n"
                "1901|dacia|0|0|0|0|~|0|~\n"
                "1902|aland|1|1|1|0|stated|~|not-coded\n"
                "1902|borduria|0|0|0|0|~|0|~\n"
                "1902|carpania|1|1|0|1|stated|~|not-coded\n"
                "1902|dacia|0|0|0|0|~|0|~\n"
                "1903|aland|1|1|1|0|stated|~|not-coded\n"
                "1903|borduria|0|0|0|0|~|0|~\n"
                "1903|carpania|1|1|0|1|stated|~|not-coded\n"
                "1903|dacia|0|0|0|0|~|0|~\n");
}

static void
test_state_days (void)
{
  assert_panel (LIBRARY, FOED_PANEL_STATE_DAYS, make_query_on ("1902-05-01"), "day state n_allies owes_defence",
                "1902-05-01|aland|2|2\n1902-05-01|borduria|2|0\n1902-05-01|carpania|2|0\n1902-05-01|dacia|0|0\n");
}

static void
test_dyad_years (void)
{
  assert_panel (LIBRARY, FOED_PANEL_DYAD_YEARS, NULL,
                "year state1 state2 n_alliances alliances asymmetric defence defence_cell neutrality offence_cell "
                "guarantee_cell",
                "1900|aland|borduria|1|pact|1|1|stated|0|not-coded|text-missing\n"
                "1901|aland|borduria|1|pact|1|1|stated|0|not-coded|text-missing\n"
                "1901|aland|carpania|1|pact|1|1|stated|0|not-coded|text-missing\n"
                "1901|borduria|carpania|1|pact|0|0|silent|0|not-coded|text-missing\n"
                "1902|aland|carpania|1|pact|1|1|stated|0|not-coded|text-missing\n"
                "1903|aland|carpania|1|pact|1|1|stated|0|not-coded|text-missing\n");
}

static void
test_directed_dyad_years (void)
{
  assert_panel (LIBRARY, FOED_PANEL_DIRECTED_DYAD_YEARS, NULL,
                "year promisor beneficiary strength conditional defence consultation",
                "1900|aland|borduria|automatic|0|1|1\n"
                "1900|borduria|aland|~|0|0|1\n"
                "1901|aland|borduria|automatic|0|1|1\n"
                "1901|aland|carpania|automatic|0|1|1\n"
                "1901|borduria|aland|~|0|0|1\n"
                "1901|borduria|carpania|~|0|0|1\n"
                "1901|carpania|aland|~|0|0|1\n"
                "1901|carpania|borduria|~|0|0|1\n"
                "1902|aland|carpania|automatic|0|1|1\n"
                "1902|carpania|aland|~|0|0|1\n"
                "1903|aland|carpania|automatic|0|1|1\n"
                "1903|carpania|aland|~|0|0|1\n");
}

/* A beneficiary that is no party, and whose id comes first, is not lost. */
static void
test_owed_from_outside (void)
{
  assert_panel ("<foedera>" STATES
                PACT ("pact", "Pact", "", OBLIGATION ("pact", "guarantee", "beneficiaries='aland'"),
                      PARTY ("pact", "dacia", "begin='1900'") PARTY ("pact", "carpania", "begin='1900'"))
                "</foedera>",
                FOED_PANEL_DYAD_YEARS, NULL, "year state1 state2 n_alliances asymmetric guarantee",
                "1900|aland|carpania|1|1|1\n1900|aland|dacia|1|1|1\n1900|carpania|dacia|1|0|0\n"
                "1901|aland|carpania|1|1|1\n1901|aland|dacia|1|1|1\n1901|carpania|dacia|1|0|0\n"
                "1902|aland|carpania|1|1|1\n1902|aland|dacia|1|1|1\n1902|carpania|dacia|1|0|0\n"
                "1903|aland|carpania|1|1|1\n1903|aland|dacia|1|1|1\n1903|carpania|dacia|1|0|0\n");
}

static void
test_years (void)
{
  g_auto (TestLibrary) library = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;
  FoedTableExport *table;

  test_library_init (&library);
  test_library_put_xml (&library, LIBRARY);
  table = foed_table_export_new (library.library, FOED_TABLE_CSV);
  foed_table_export_set_panel (table, FOED_PANEL_DYAD_YEARS);
  foed_table_export_set_years (table, 1902, 1902);
  csv = export (&library, table, &error);
  g_assert_no_error (error);
  text = pick (csv, "year state1");
  g_assert_cmpstr (text, ==, "1902|aland\n");
}

static void
test_columns_match_rows (void)
{
  g_auto (TestLibrary) library = { 0 };

  test_library_init (&library);
  test_library_put_xml (&library, LIBRARY);

  for (guint i = 0; i < FOED_N_PANELS; i++)
    {
      g_autofree char *csv = export_panel (&library, i, make_query_on ("1901-06-01"));
      g_autoptr (GPtrArray) columns = foed_panel_make_columns (i);
      g_autofree char *text = pick (csv, ((const FoedTableColumn *) columns->pdata[0])->nick);
      g_autoptr (GHashTable) nicks = g_hash_table_new (g_str_hash, g_str_equal);

      g_assert_cmpstr (text, !=, "");

      for (guint j = 0; j < columns->len; j++)
        g_assert_true (g_hash_table_add (nicks, ((FoedTableColumn *) columns->pdata[j])->nick));
    }
}

/* A title that a spreadsheet would run is no formula any more, and comes back as it was. */
static void
test_formulas (void)
{
  static const char *const texts[] = { "=1+1", "+x", "-x", "@x", "\tx", "'=x", "''=x", "'x", "x=1", "", NULL };
  g_auto (TestLibrary) library = { 0 };
  g_autofree char *csv = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autofree char *disarmed = foed_table_disarm (texts[i]);
      g_autofree char *rearmed = foed_table_rearm (disarmed);

      g_assert_null (strchr ("=+-@\t\r", disarmed[0] == '\0' ? 'x' : disarmed[0]));
      g_assert_cmpstr (rearmed, ==, texts[i]);
    }

  test_library_init (&library);
  test_library_put_xml (&library, "<foedera>" STATES PACT ("pact", "=HYPERLINK(&quot;x&quot;)", "", "", "") "</foedera>");
  csv = export_panel (&library, FOED_PANEL_ALLIANCES, NULL);
  g_assert_nonnull (strstr (csv, "pact,\"'=HYPERLINK(\"\"x\"\")\","));
  text = pick (csv, "title");
  g_assert_cmpstr (text, ==, "'=HYPERLINK(\"x\")\n");
}

static void
test_list (void)
{
  g_auto (TestLibrary) library = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_STATES);
  g_autoptr (FoedQuery) sorted = foed_query_with_sort (query, "title", TRUE);
  static const char *const columns[] = { "title", "cow", "iso3", NULL };
  g_autofree char *text = NULL;
  FoedTableExport *table;

  test_library_init (&library);
  test_library_put_xml (&library, LIBRARY);
  table = foed_table_export_new (library.library, FOED_TABLE_TSV);
  foed_table_export_set_query (table, sorted);
  foed_table_export_set_columns (table, columns);
  text = export (&library, table, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==,
                   "title\tcow\tiso3\nDacia\t996\t\nCarpania\t997\t\nBorduria\t999\tBOR\nAland\t998\tALD\n");
}

static void
test_labels (void)
{
  g_auto (TestLibrary) library = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_OBLIGATIONS);
  static const char *const columns[] = { "kind", "promisors", "strength", NULL };
  g_autofree char *text = NULL;
  FoedTableExport *table;

  test_library_init (&library);
  test_library_put_xml (&library, LIBRARY);
  table = foed_table_export_new (library.library, FOED_TABLE_CSV);
  foed_table_export_set_query (table, query);
  foed_table_export_set_columns (table, columns);
  foed_table_export_set_labels (table, TRUE);
  text = export (&library, table, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, "Obligation,Owed by,Strength\nDefence,Aland,Automatic\n"));
}

static void
test_unknown_column (void)
{
  g_auto (TestLibrary) library = { 0 };
  g_autoptr (GError) error = NULL;
  static const char *const columns[] = { "colour", NULL };
  FoedTableExport *table;

  test_library_init (&library);
  table = foed_table_export_new (library.library, FOED_TABLE_CSV);
  foed_table_export_set_columns (table, columns);
  g_assert_null (export (&library, table, &error));
  g_assert_error (error, FOED_TABLE_ERROR, FOED_TABLE_ERROR_UNKNOWN);
}

static void
finished_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

/* In the background, with the dictionary beside it and an entry in the log. */
static void
test_files (void)
{
  g_auto (TestLibrary) library = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedTableExport) table = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) log = NULL;
  g_autoptr (GFile) dictionary = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *words = NULL;
  g_autofree char *entry = NULL;

  test_library_init (&library);
  test_library_put_xml (&library, LIBRARY);
  file = g_file_new_build_filename (library.folder, "a.b.csv", NULL);
  log = g_file_new_build_filename (library.folder, "log", NULL);
  dictionary = foed_table_export_get_dictionary (file);

  table = foed_table_export_new (library.library, FOED_TABLE_CSV);
  foed_table_export_set_panel (table, FOED_PANEL_ALLIANCES);
  foed_table_export_set_log (table, log);
  foed_table_export_run_async (table, file, NULL, finished_cb, &result);

  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  foed_table_export_run_finish (table, result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (foed_table_export_get_n_rows (table), ==, 1);
  g_assert_true (g_file_query_exists (file, NULL));

  g_assert_true (g_str_has_suffix (g_file_peek_path (dictionary), "/a.b.dictionary.csv"));
  g_file_load_contents (dictionary, NULL, &words, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (words, "\ndefence,,Defence,integer,"));
  g_assert_nonnull (strstr (words, "\ndefence_cell,text-missing,Text missing,"));
  g_assert_nonnull (strstr (words, "\nsecrecy,secret,Secret,,The whole instrument was kept secret.,pubsecr=2,"));

  g_file_load_contents (log, NULL, &entry, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (entry, "\"panel\":\"alliance\""));
  g_assert_nonnull (strstr (entry, "\"rows\":1"));
  g_assert_true (g_str_has_suffix (entry, "}\n"));
}

/* What was there stays when the new table can't be written whole. */
static void
test_cancelled (void)
{
  g_auto (TestLibrary) library = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FoedTableExport) table = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *content = NULL;

  test_library_init (&library);
  file = g_file_new_build_filename (library.folder, "table.csv", NULL);
  g_file_set_contents (g_file_peek_path (file), "old", -1, &error);
  g_assert_no_error (error);

  table = foed_table_export_new (library.library, FOED_TABLE_CSV);
  g_cancellable_cancel (cancellable);
  g_assert_false (foed_table_export_run_sync (table, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "old");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/panel/five-states", test_five_states);
  g_test_add_func ("/panel/party-spells", test_party_spells);
  g_test_add_func ("/panel/obligations", test_obligations);
  g_test_add_func ("/panel/state-years", test_state_years);
  g_test_add_func ("/panel/state-days", test_state_days);
  g_test_add_func ("/panel/dyad-years", test_dyad_years);
  g_test_add_func ("/panel/directed-dyad-years", test_directed_dyad_years);
  g_test_add_func ("/panel/owed-from-outside", test_owed_from_outside);
  g_test_add_func ("/panel/years", test_years);
  g_test_add_func ("/panel/columns-match-rows", test_columns_match_rows);
  g_test_add_func ("/panel/formulas", test_formulas);
  g_test_add_func ("/panel/list", test_list);
  g_test_add_func ("/panel/labels", test_labels);
  g_test_add_func ("/panel/unknown-column", test_unknown_column);
  g_test_add_func ("/panel/files", test_files);
  g_test_add_func ("/panel/cancelled", test_cancelled);

  return g_test_run ();
}
