/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>

static void
set (FoedRecordBuilder *builder,
     FoedField          field,
     const char        *string)
{
  g_autoptr (GError) error = NULL;

  foed_record_builder_set_string (builder, field, string, &error);
  g_assert_no_error (error);
}

static FoedRecord *
make_citation (const char *source)
{
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_CITATION, NULL);

  set (builder, FOED_FIELD_SOURCE, source);
  set (builder, FOED_FIELD_CONFIDENCE, "primary");

  return foed_record_builder_end (builder);
}

static FoedRecord *
make_party (const char *id,
            const char *state)
{
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_PARTY, id);

  set (builder, FOED_FIELD_STATE, state);
  set (builder, FOED_FIELD_ROLE, "party");
  set (builder, FOED_FIELD_BEGIN, "1879-10");
  set (builder, FOED_FIELD_END, "1918");
  foed_record_builder_take_child (builder, make_citation ("series"));

  return foed_record_builder_end (builder);
}

static FoedRecord *
make_alliance (void)
{
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_ALLIANCE, "pact");

  foed_record_builder_set_text (builder, FOED_FIELD_TITLE, "Pact");
  foed_record_builder_take_child (builder, make_party ("pact.a", "aland"));
  foed_record_builder_take_child (builder, make_citation ("one"));
  foed_record_builder_take_child (builder, make_party ("pact.b", "borduria"));
  foed_record_builder_take_child (builder, make_citation ("two"));

  return foed_record_builder_end (builder);
}

static void
test_values (void)
{
  static const struct
  {
    FoedRecordKind kind;
    FoedField field;
    const char *spelling;
    const char *canonical;
    const char *display;
  } values[] = {
    { FOED_RECORD_ALLIANCE, FOED_FIELD_TITLE, " A  “pact” ", " A  “pact” ", " A  “pact” " },
    { FOED_RECORD_ALLIANCE, FOED_FIELD_TITLE, " \n\t ", NULL, NULL },
    { FOED_RECORD_ALLIANCE, FOED_FIELD_BEGIN, "1879-10~", "1879-10~", "about October 1879" },
    { FOED_RECORD_ALLIANCE, FOED_FIELD_END, "1918", "1918", "1918" },
    { FOED_RECORD_OBLIGATION, FOED_FIELD_KIND, "defence", "defence", "Defence" },
    { FOED_RECORD_OBLIGATION, FOED_FIELD_PROMISORS, " aland\n borduria ", "aland borduria", "aland, borduria" },
    { FOED_RECORD_OBLIGATION, FOED_FIELD_STRENGTH, "", NULL, "Not coded" },
    { FOED_RECORD_PARTY, FOED_FIELD_STATE, "aland", "aland", "aland" },
    { FOED_RECORD_INSTRUMENT, FOED_FIELD_TERM_MONTHS, "060", "60", "60" },
    { FOED_RECORD_PLACE, FOED_FIELD_LATITUDE, "48.20", "48.2", "48.2" },
    { FOED_RECORD_PLACE, FOED_FIELD_LATITUDE, "-0.0", "0", "0" },
    { FOED_RECORD_PLACE, FOED_FIELD_LONGITUDE, "-0.000001", "-0.000001", "-0.000001" },
    { FOED_RECORD_PLACE, FOED_FIELD_LONGITUDE, "100", "100", "100" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (values[i].kind, "id");
      g_autoptr (FoedRecord) record = NULL;
      g_autofree char *spelling = NULL;
      g_autofree char *display = NULL;

      set (builder, values[i].field, values[i].spelling);
      record = foed_record_builder_end (builder);
      spelling = foed_record_dup_string (record, values[i].field);
      display = foed_record_dup_display (record, values[i].field);
      g_assert_cmpstr (spelling, ==, values[i].canonical);
      g_assert_cmpstr (display, ==, values[i].display);
      g_assert_cmpint (foed_record_has_value (record, values[i].field), ==, values[i].canonical != NULL);
    }
}

/* What a source says instead of a value is told as the value would be, even if it is none. */
static void
test_other_values (void)
{
  g_autoptr (FoedRecord) party = make_party ("pact.a", "aland");
  static const struct
  {
    FoedField   field;
    const char *spelling;
    const char *display;
  } values[] = {
    { FOED_FIELD_BEGIN, "1879-10-07", "7 October 1879" },
    { FOED_FIELD_BEGIN, "in the autumn", "in the autumn" },
    { FOED_FIELD_ROLE, "observer", "Observer" },
    { FOED_FIELD_STATE, "borduria", "borduria" },
    { FOED_FIELD_TITLE, "a field that parties lack", "a field that parties lack" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *display = foed_record_dup_display_of (party, values[i].field, values[i].spelling);

      g_assert_cmpstr (display, ==, values[i].display);
    }
}

static void
test_refusals (void)
{
  static const struct
  {
    FoedRecordKind kind;
    FoedField field;
    const char *spelling;
    FoedRecordError code;
    const char *says;
  } refusals[] = {
    { FOED_RECORD_OBLIGATION, FOED_FIELD_KIND, "defense", FOED_RECORD_ERROR_UNKNOWN_TERM,
      "“defense” is not a kind of obligation. Did you mean “defence”?" },
    { FOED_RECORD_CITATION, FOED_FIELD_CONFIDENCE, "xyz", FOED_RECORD_ERROR_UNKNOWN_TERM,
      "“xyz” is not a degree of confidence. Allowed are: primary, secondary, unverified." },
    { FOED_RECORD_ALLIANCE, FOED_FIELD_BEGIN, "1.6.1914", FOED_RECORD_ERROR_FORMAT, "1914-06-28" },
    { FOED_RECORD_ALLIANCE, FOED_FIELD_BEGIN, "1914-02-30", FOED_RECORD_ERROR_RANGE, "no such day" },
    { FOED_RECORD_PARTY, FOED_FIELD_STATE, "New Zealand", FOED_RECORD_ERROR_FORMAT, "“New Zealand” is not an id" },
    { FOED_RECORD_PARTY, FOED_FIELD_STATE, "-aland", FOED_RECORD_ERROR_FORMAT, "begin with a letter" },
    { FOED_RECORD_OBLIGATION, FOED_FIELD_PROMISORS, "aland aland", FOED_RECORD_ERROR_RANGE, "twice" },
    { FOED_RECORD_OBLIGATION, FOED_FIELD_PROMISORS, "aland, borduria", FOED_RECORD_ERROR_FORMAT, "“aland,”" },
    { FOED_RECORD_STATE, FOED_FIELD_COW, "-1", FOED_RECORD_ERROR_FORMAT, "digits only" },
    { FOED_RECORD_STATE, FOED_FIELD_COW, "99999999999999999999", FOED_RECORD_ERROR_RANGE, "2147483647" },
    { FOED_RECORD_PLACE, FOED_FIELD_LATITUDE, "90.1", FOED_RECORD_ERROR_RANGE, "-90 to 90" },
    { FOED_RECORD_PLACE, FOED_FIELD_LATITUDE, "48,2", FOED_RECORD_ERROR_FORMAT, "48.2" },
    { FOED_RECORD_PLACE, FOED_FIELD_LONGITUDE, "181", FOED_RECORD_ERROR_RANGE, "-180 to 180" },
    { FOED_RECORD_PLACE, FOED_FIELD_LONGITUDE, "1e1", FOED_RECORD_ERROR_FORMAT, "1e1" },
    { FOED_RECORD_ALLIANCE, FOED_FIELD_TITLE, "a\001b", FOED_RECORD_ERROR_FORMAT, "control character" },
    { FOED_RECORD_ALLIANCE, FOED_FIELD_TITLE, "a\xff" "b", FOED_RECORD_ERROR_FORMAT, "UTF-8" },
    { FOED_RECORD_ALLIANCE, FOED_FIELD_TITLE, "a\xef\xbf\xbf", FOED_RECORD_ERROR_FORMAT, "control character" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (refusals[i].kind, "id");
      g_autoptr (GError) error = NULL;

      g_assert_false (foed_record_builder_set_string (builder, refusals[i].field, refusals[i].spelling, &error));
      g_assert_error (error, FOED_RECORD_ERROR, (int) refusals[i].code);
      g_assert_nonnull (strstr (error->message, refusals[i].says));
      g_assert_false (foed_record_builder_has_value (builder, refusals[i].field));
    }
}

static void
test_long_values_are_quoted_short (void)
{
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_OBLIGATION, "id");
  g_autofree char *blob = g_strnfill (1000000, 'x');
  static const FoedField fields[] = { FOED_FIELD_KIND, FOED_FIELD_BEGIN, FOED_FIELD_PROMISORS };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (foed_record_builder_set_string (builder, fields[i], blob, &error));
      g_assert_cmpuint (strlen (error->message), <, 400);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
}

static void
test_cells (void)
{
  static const struct
  {
    const char *value;
    FoedCell given;
    FoedCell settled;
    const char *display;
  } cells[] = {
    { "automatic", FOED_CELL_STATED, FOED_CELL_STATED, "Automatic" },
    { "automatic", FOED_CELL_IMPLIED, FOED_CELL_IMPLIED, "Automatic (implied by a companion instrument)" },
    { "automatic", FOED_CELL_SILENT, FOED_CELL_STATED, "Automatic" },
    { "", FOED_CELL_STATED, FOED_CELL_NOT_CODED, "Not coded" },
    { "", FOED_CELL_SILENT, FOED_CELL_SILENT, "Silent" },
    { "", FOED_CELL_NOT_CODED, FOED_CELL_NOT_CODED, "Not coded" },
    { "", FOED_CELL_TEXT_MISSING, FOED_CELL_TEXT_MISSING, "Text missing" },
  };
  g_autoptr (FoedRecordBuilder) silent = foed_record_builder_new (FOED_RECORD_OBLIGATION, "silent");
  g_autoptr (FoedRecord) record = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_OBLIGATION, "id");
      g_autoptr (FoedRecord) obligation = NULL;
      g_autofree char *display = NULL;

      set (builder, FOED_FIELD_STRENGTH, cells[i].value);
      foed_record_builder_set_cell (builder, FOED_FIELD_STRENGTH, cells[i].given);
      obligation = foed_record_builder_end (builder);
      display = foed_record_dup_display (obligation, FOED_FIELD_STRENGTH);
      g_assert_cmpint (foed_record_get_cell (obligation, FOED_FIELD_STRENGTH), ==, cells[i].settled);
      g_assert_cmpint (foed_record_get_cell (obligation, FOED_FIELD_PRESENCE), ==, FOED_CELL_STATED);
      g_assert_cmpstr (display, ==, cells[i].display);
    }

  set (silent, FOED_FIELD_PRESENCE, "silent");
  record = foed_record_builder_end (silent);
  g_assert_cmpint (foed_record_get_cell (record, FOED_FIELD_PRESENCE), ==, FOED_CELL_SILENT);
}

static void
test_children (void)
{
  static const char *const ids[] = { "pact/citation-1", "pact/citation-2", "pact.a", "pact.b" };
  g_autoptr (FoedRecord) alliance = make_alliance ();
  FoedRecord *found;

  g_assert_cmpuint (foed_record_get_n_children (alliance), ==, G_N_ELEMENTS (ids));

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpstr (foed_record_get_id (foed_record_get_child (alliance, i)), ==, ids[i]);

  found = foed_record_find (alliance, "pact.b/citation-1");
  g_assert_nonnull (found);
  g_assert_cmpstr (foed_record_get_reference (found, FOED_FIELD_SOURCE), ==, "series");
  g_assert_true (foed_record_find (alliance, "pact") == alliance);
  g_assert_null (foed_record_find (alliance, "pact.c"));
}

/* A record two levels without ids gets its id when the id of the outer is known. */
static void
test_nested_places (void)
{
  g_autoptr (FoedRecordBuilder) place = foed_record_builder_new (FOED_RECORD_PLACE, "city");
  g_autoptr (FoedRecordBuilder) sovereign = foed_record_builder_new (FOED_RECORD_SOVEREIGN, NULL);
  g_autoptr (FoedRecord) record = NULL;

  foed_record_builder_take_child (sovereign, make_citation ("atlas"));
  foed_record_builder_take_child (place, foed_record_builder_end (sovereign));
  record = foed_record_builder_end (place);

  g_assert_nonnull (foed_record_find (record, "city/sovereign-1/citation-1"));
}

static void
test_child_of_two_parents (void)
{
  g_autoptr (FoedRecordBuilder) first = foed_record_builder_new (FOED_RECORD_PARTY, "first");
  g_autoptr (FoedRecordBuilder) second = foed_record_builder_new (FOED_RECORD_PARTY, "second");
  g_autoptr (FoedRecord) citation = make_citation ("series");
  g_autoptr (FoedRecord) a = NULL;
  g_autoptr (FoedRecord) b = NULL;

  foed_record_builder_take_child (first, g_object_ref (citation));
  foed_record_builder_take_child (second, g_object_ref (citation));
  a = foed_record_builder_end (first);
  b = foed_record_builder_end (second);

  g_assert_cmpstr (foed_record_get_id (foed_record_get_child (a, 0)), ==, "first/citation-1");
  g_assert_cmpstr (foed_record_get_id (foed_record_get_child (b, 0)), ==, "second/citation-1");
}

static void
test_equality (void)
{
  g_autoptr (FoedRecord) a = make_alliance ();
  g_autoptr (FoedRecord) b = make_alliance ();
  g_autoptr (FoedRecordBuilder) same = foed_record_builder_new_copy (a);
  g_autoptr (FoedRecordBuilder) renamed = foed_record_builder_new_copy (a);
  g_autoptr (FoedRecordBuilder) grown = foed_record_builder_new_copy (a);
  g_autoptr (FoedRecord) copy = NULL;
  g_autoptr (FoedRecord) with_title = NULL;
  g_autoptr (FoedRecord) with_party = NULL;

  g_assert_true (foed_record_equal (a, b));

  foed_record_builder_set_line (same, 7);
  copy = foed_record_builder_end (same);
  g_assert_cmpint (foed_record_get_line (copy), ==, 7);
  g_assert_true (foed_record_equal (a, copy));

  foed_record_builder_set_text (renamed, FOED_FIELD_TITLE, "Other");
  with_title = foed_record_builder_end (renamed);
  g_assert_false (foed_record_equal (a, with_title));
  g_assert_cmpstr (foed_record_get_text (a, FOED_FIELD_TITLE), ==, "Pact");

  foed_record_builder_take_child (grown, make_party ("pact.c", "aland"));
  with_party = foed_record_builder_end (grown);
  g_assert_false (foed_record_equal (a, with_party));
  g_assert_cmpuint (foed_record_get_n_children (a), ==, 4);
}

static FoedRecord *
make_alliance_of (const char *first,
                  const char *second)
{
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_ALLIANCE, "pact");

  foed_record_builder_take_child (builder, make_party (first, "aland"));
  foed_record_builder_take_child (builder, make_party (second, "aland"));

  return foed_record_builder_end (builder);
}

static void
test_order_of_children_counts (void)
{
  g_autoptr (FoedRecord) a = make_alliance_of ("a", "b");
  g_autoptr (FoedRecord) b = make_alliance_of ("b", "a");

  g_assert_false (foed_record_equal (a, b));
}

static void
test_days (void)
{
  g_autoptr (FoedRecord) party = make_party ("p", "aland");
  g_autoptr (FoedRecord) citation = make_citation ("series");
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_EVENT, "e");
  g_autoptr (FoedRecord) event = NULL;

  set (builder, FOED_FIELD_BEGIN, "1914-08");
  event = foed_record_builder_end (builder);

  g_assert_cmpint (foed_record_get_first_day (party), ==, foed_day_from_calendar (1879, 10, 1));
  g_assert_cmpint (foed_record_get_last_day (party), ==, foed_day_from_calendar (1918, 12, 31));
  g_assert_cmpint (foed_record_get_first_day (citation), ==, FOED_DAY_FIRST);
  g_assert_cmpint (foed_record_get_last_day (citation), ==, FOED_DAY_LAST);
  g_assert_cmpint (foed_record_get_last_day (event), ==, foed_day_from_calendar (1914, 8, 31));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/values", test_values);
  g_test_add_func ("/record/other-values", test_other_values);
  g_test_add_func ("/record/refusals", test_refusals);
  g_test_add_func ("/record/long-values-are-quoted-short", test_long_values_are_quoted_short);
  g_test_add_func ("/record/cells", test_cells);
  g_test_add_func ("/record/children", test_children);
  g_test_add_func ("/record/nested-places", test_nested_places);
  g_test_add_func ("/record/child-of-two-parents", test_child_of_two_parents);
  g_test_add_func ("/record/equality", test_equality);
  g_test_add_func ("/record/order-of-children-counts", test_order_of_children_counts);
  g_test_add_func ("/record/days", test_days);

  return g_test_run ();
}
