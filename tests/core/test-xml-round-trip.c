/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>

#define N_RANDOM_FILES 150

static char *
write_records (GPtrArray *records)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FoedXmlWriter) writer = foed_xml_writer_new (stream);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < records->len; i++)
    {
      foed_xml_writer_write (writer, g_ptr_array_index (records, i), NULL, &error);
      g_assert_no_error (error);
    }

  foed_xml_writer_end (writer, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write (stream, "", 1, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static GPtrArray *
read_records (GInputStream *stream)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (FoedXmlReader) reader = foed_xml_reader_new (stream, "test.xml");
  FoedReport *report = foed_xml_reader_get_report (reader);

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      FoedRecord *record = NULL;

      foed_xml_reader_next (reader, &record, NULL, &error);
      g_assert_no_error (error);

      if (record == NULL)
        break;

      g_ptr_array_add (records, record);
    }

  for (guint i = 0; i < foed_report_get_n_problems (report); i++)
    {
      FoedProblem *problem = foed_report_get_problem (report, i);
      g_autofree char *text = foed_problem_to_string (problem);

      if (foed_problem_get_severity (problem) == FOED_SEVERITY_ERROR)
        g_error ("%s", text);
    }

  return g_steal_pointer (&records);
}

static GPtrArray *
read_text (const char *text)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, -1, NULL);

  return read_records (stream);
}

/* The first line that differs says more than a million letters that do. */
static void
assert_same_text (const char *name,
                  const char *before,
                  const char *after)
{
  g_auto (GStrv) lines_before = g_strsplit (before, "\n", -1);
  g_auto (GStrv) lines_after = g_strsplit (after, "\n", -1);

  for (guint i = 0; lines_before[i] != NULL && lines_after[i] != NULL; i++)
    if (strcmp (lines_before[i], lines_after[i]) != 0)
      g_error ("%s:%u: “%s” became “%s”", name, i + 1, lines_before[i], lines_after[i]);

  g_assert_cmpuint (g_strv_length (lines_before), ==, g_strv_length (lines_after));
}

static void
test_bundled_library (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "data", "library", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) files = g_dir_open (folder, 0, &error);
  const char *name;
  guint n_files = 0;

  g_assert_no_error (error);

  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autoptr (GPtrArray) records = NULL;

      if (!g_str_has_suffix (name, ".xml"))
        continue;

      g_file_get_contents (path, &before, NULL, &error);
      g_assert_no_error (error);
      records = read_text (before);
      g_assert_cmpuint (records->len, >, 0);
      after = write_records (records);
      assert_same_text (name, before, after);
      n_files++;
    }

  g_assert_cmpuint (n_files, >, 3);
}

/* The example of the documentation is canonical too. */
static void
test_documented_example (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "doc", "xml-format.md", NULL);
  g_autofree char *document = NULL;
  g_autofree char *example = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) records = NULL;
  const char *begin, *end;

  g_assert_true (g_file_get_contents (path, &document, NULL, NULL));
  begin = strstr (document, "```xml\n");
  g_assert_nonnull (begin);
  begin += strlen ("```xml\n");
  end = strstr (begin, "```");
  example = g_strndup (begin, end - begin);
  records = read_text (example);
  g_assert_cmpuint (records->len, ==, 6);
  after = write_records (records);
  assert_same_text ("xml-format.md", example, after);
}

static char *
make_text (GRand    *random,
           gboolean  is_element)
{
  static const char *const pieces[] = {
    "a", "Treaty", " ", "  ", "\"", "'", "<", ">", "&", "]]>", "<!--", "-->", "<?", "&amp;", "&#10;", "\n", "\r", "\t",
    "\r\n", "é", "é", "日本", "𐌰", "\u00a0", "\u200f", "\u2028", "\ufeff", "\x7f", "\ufffd", "%", "{}", "\\",
    "xmlns", "=", "𝄞", "ß",
  };
  g_autoptr (GString) text = g_string_new (NULL);
  int n_pieces = g_rand_int_range (random, 1, is_element ? 40 : 12);

  for (int i = 0; i < n_pieces; i++)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);

  /* A text of nothing but blanks is none. */
  g_string_insert (text, g_rand_boolean (random) ? 0 : -1, "x");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_date (GRand *random)
{
  static const char *const signs[] = { "", "", "", "~", "?", "%" };
  const char *sign = signs[g_rand_int_range (random, 0, G_N_ELEMENTS (signs))];
  int year = g_rand_int_range (random, 1, 5000);
  int month = g_rand_int_range (random, 1, 13);

  switch (g_rand_int_range (random, 0, 3))
    {
    case 0:
      return g_strdup_printf ("%04d%s", year, sign);

    case 1:
      return g_strdup_printf ("%04d-%02d%s", year, month, sign);

    default:
      return g_strdup_printf ("%04d-%02d-%02d%s", year, month, g_rand_int_range (random, 1, 29), sign);
    }
}

static void
set_random_references (FoedRecordBuilder   *builder,
                       const FoedFieldInfo *field,
                       GRand               *random)
{
  g_autofree char *first = g_strdup_printf ("r%d", g_rand_int_range (random, 0, 1000));
  g_autofree char *second = g_strdup_printf ("s.%d-x", g_rand_int_range (random, 0, 1000));
  const char *const ids[] = { first, g_rand_boolean (random) ? second : NULL, NULL };

  foed_record_builder_set_references (builder, field->field, ids);
}

static void
set_random_value (FoedRecordBuilder   *builder,
                  const FoedFieldInfo *field,
                  GRand               *random)
{
  g_autofree char *text = NULL;
  g_autoptr (FoedDate) date = NULL;
  const FoedTerm *terms;
  guint n_terms;

  switch (field->type)
    {
    case FOED_FIELD_TYPE_TEXT:
      text = make_text (random, field->flags & FOED_FIELD_ELEMENT);
      foed_record_builder_set_text (builder, field->field, text);
      break;

    case FOED_FIELD_TYPE_INTEGER:
      foed_record_builder_set_integer (builder, field->field, g_rand_int_range (random, 0, G_MAXINT32));
      break;

    case FOED_FIELD_TYPE_NUMBER:
      foed_record_builder_set_number (builder, field->field, g_rand_double_range (random, -90, 90));
      break;

    case FOED_FIELD_TYPE_BEGIN:
    case FOED_FIELD_TYPE_END:
      text = make_date (random);
      date = foed_date_parse (text, NULL);
      foed_record_builder_set_date (builder, field->field, date);
      break;

    case FOED_FIELD_TYPE_TERM:
      terms = foed_vocabulary_get_terms (field->vocabulary, &n_terms);
      foed_record_builder_set_term (builder, field->field, &terms[g_rand_int_range (random, 0, n_terms)]);
      break;

    case FOED_FIELD_TYPE_REFERENCE:
      foed_record_builder_set_text (builder, field->field, "some.record-1");
      break;

    case FOED_FIELD_TYPE_REFERENCES:
    default:
      set_random_references (builder, field, random);
      break;
    }
}

static gboolean
is_excluded (FoedRecordBuilder   *builder,
             const FoedFieldInfo *field)
{
  /* The rules: a record does not end before it begins, says no more than is there, and cites only what is stated. */
  return (field->field == FOED_FIELD_END && foed_record_builder_has_value (builder, FOED_FIELD_BEGIN))
         || field->field == FOED_FIELD_PRESENCE || field->field == FOED_FIELD_FIELD
         || field->field == FOED_FIELD_STATES_OTHERWISE;
}

static void
set_random_cell (FoedRecordBuilder   *builder,
                 const FoedFieldInfo *field,
                 GRand               *random)
{
  static const FoedCell empty[] = { FOED_CELL_SILENT, FOED_CELL_NOT_CODED, FOED_CELL_TEXT_MISSING };

  if (foed_record_builder_has_value (builder, field->field))
    foed_record_builder_set_cell (builder, field->field,
                                  g_rand_boolean (random) ? FOED_CELL_STATED : FOED_CELL_IMPLIED);
  else
    foed_record_builder_set_cell (builder, field->field, empty[g_rand_int_range (random, 0, 3)]);
}

static FoedRecord *
make_record (FoedRecordKind  kind,
             GRand          *random,
             guint          *n_ids,
             guint           level)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (kind);
  g_autofree char *id = info->has_id ? g_strdup_printf ("id.%u", ++*n_ids) : NULL;
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (kind, id);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const FoedFieldInfo *field = &info->fields[i];

      if (is_excluded (builder, field))
        continue;

      if (field->flags & FOED_FIELD_REQUIRED || g_rand_int_range (random, 0, 3) == 0)
        set_random_value (builder, field, random);

      if (field->flags & FOED_FIELD_CELL)
        set_random_cell (builder, field, random);
    }

  for (const FoedRecordKind *child = info->children; level < 5 && *child != FOED_RECORD_NONE; child++)
    for (int i = g_rand_int_range (random, 0, 3); i > 0; i--)
      foed_record_builder_take_child (builder, make_record (*child, random, n_ids, level + 1));

  return foed_record_builder_end (builder);
}

static void
count_kinds (FoedRecord *record,
             guint       counts[FOED_N_RECORD_KINDS])
{
  counts[foed_record_get_kind (record)]++;

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    count_kinds (foed_record_get_child (record, i), counts);
}

static void
test_random_records (void)
{
  const FoedRecordKind *kinds = foed_record_kind_get_info (FOED_RECORD_NONE)->children;
  g_autoptr (GRand) random = g_rand_new_with_seed (1949);
  guint counts[FOED_N_RECORD_KINDS] = { 0 };

  for (guint i = 0; i < N_RANDOM_FILES; i++)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) again = NULL;
      g_autofree char *text = NULL;
      g_autofree char *text_again = NULL;
      guint n_ids = 0;

      for (guint j = 0; kinds[j] != FOED_RECORD_NONE; j++)
        g_ptr_array_add (records, make_record (kinds[j], random, &n_ids, 0));

      text = write_records (records);
      again = read_text (text);
      text_again = write_records (again);
      g_assert_cmpuint (again->len, ==, records->len);

      for (guint j = 0; j < records->len; j++)
        {
          g_assert_true (foed_record_equal (g_ptr_array_index (records, j), g_ptr_array_index (again, j)));
          count_kinds (g_ptr_array_index (again, j), counts);
        }

      assert_same_text ("random", text, text_again);
    }

  for (guint i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    g_assert_cmpuint (counts[i], >, 10);
}

/* Comments, instructions, CDATA, quotes and order of children are free; what is written is canonical. */
static void
test_free_form (void)
{
  g_autoptr (GPtrArray) records = read_text (
    "\xef\xbb\xbf<?xml version='1.0'?><!-- a > b --><?editor x?>\n"
    "<f:foedera version='1' xmlns:f='https://foedera.github.io/ns/1'>\n"
    "<f:place kind='city' id='x'\n longitude='1.50'><f:title><![CDATA[A & B]]> &lt;C&gt;<!-- no --> D</f:title>"
    "<f:sovereign state='a'/><f:citation confidence='primary' source='s'></f:citation>"
    "<f:name kind='short' value='a&#9;b'/></f:place>\n"
    "</f:foedera><!-- end -->\n");
  g_autofree char *text = write_records (records);

  g_assert_cmpstr (text, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"1\">\n"
                   "  <place id=\"x\" kind=\"city\" longitude=\"1.5\">\n"
                   "    <title>A &amp; B &lt;C&gt; D</title>\n"
                   "    <name kind=\"short\" value=\"a&#9;b\"/>\n"
                   "    <citation source=\"s\" confidence=\"primary\"/>\n"
                   "    <sovereign state=\"a\"/>\n"
                   "  </place>\n"
                   "</foedera>\n");
}

static void
test_no_records (void)
{
  g_autoptr (GPtrArray) records = read_text ("<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"1\"/>");
  g_autofree char *text = write_records (records);

  g_assert_cmpuint (records->len, ==, 0);
  g_assert_cmpstr (text, ==,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                   "<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"1\">\n"
                   "</foedera>\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml/round-trip/bundled-library", test_bundled_library);
  g_test_add_func ("/xml/round-trip/documented-example", test_documented_example);
  g_test_add_func ("/xml/round-trip/random-records", test_random_records);
  g_test_add_func ("/xml/round-trip/free-form", test_free_form);
  g_test_add_func ("/xml/round-trip/no-records", test_no_records);

  return g_test_run ();
}
