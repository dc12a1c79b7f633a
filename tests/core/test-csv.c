/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "exchange/foed-table-reader.h"

#define MANY (3 << 20)

/* All rows as text: cells stand between bars, a blank one is ~, and a row ends with its line. */
static char *
read_bytes (const char  *bytes,
            gssize       length,
            char       **problem)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, length, NULL);
  g_autoptr (FoedTableReader) reader = foed_table_reader_new (stream, "table.csv");
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean at_end = FALSE;
  FoedReport *report;

  while (foed_table_reader_next (reader, &at_end, NULL, NULL) && !at_end)
    {
      guint n_columns = g_strv_length ((char **) foed_table_reader_get_columns (reader));

      for (guint i = 0; i < n_columns; i++)
        {
          const char *cell = foed_table_reader_get_cell (reader, i);

          g_string_append_printf (text, "%s|", cell == NULL ? "~" : cell);
        }

      g_string_append_printf (text, "%d\n", foed_table_reader_get_line (reader));
    }

  report = foed_table_reader_get_report (reader);
  *problem = NULL;

  if (foed_report_get_n_problems (report) > 0)
    {
      FoedProblem *first = foed_report_get_problem (report, 0);

      *problem = g_strdup_printf ("%s %d %s", foed_problem_get_severity_nick (first), foed_problem_get_line (first),
                                  foed_problem_get_rule (first));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
assert_bytes (const char *bytes,
              gssize      length,
              const char *expected,
              const char *expected_problem)
{
  g_autofree char *problem = NULL;
  g_autofree char *text = read_bytes (bytes, length, &problem);

  g_assert_cmpstr (problem, ==, expected_problem);
  g_assert_cmpstr (text, ==, expected);
}

static void
assert_table (const char *bytes,
              const char *expected,
              const char *expected_problem)
{
  assert_bytes (bytes, -1, expected, expected_problem);
}

static void
test_cells (void)
{
  assert_table ("a,b,c\n1,2,3\n", "1|2|3|2\n", NULL);
  assert_table ("a,b,c\n1,2,3", "1|2|3|2\n", NULL);
  assert_table ("a,b\n\"x, y\",\"say \"\"no\"\"\"\n", "x, y|say \"no\"|2\n", NULL);
  assert_table ("a\tb\n1,5\t2\n", "1,5|2|2\n", NULL);
  assert_table ("a;b\n1,5;2\n", "1,5|2|2\n", NULL);
  assert_table ("a,b\n1,2,,\n", "1|2|2\n", NULL);
}

static void
test_blank_is_not_zero (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("a,b,c,d,e\n,0,NA,2.0,\"\"\n", -1, NULL);
  g_autoptr (FoedTableReader) reader = foed_table_reader_new (stream, NULL);
  gboolean at_end;
  gint64 value = -1;

  g_assert_true (foed_table_reader_next (reader, &at_end, NULL, NULL));
  g_assert_false (at_end);
  g_assert_false (foed_table_reader_scan_integer (reader, 0, &value));
  g_assert_cmpint (value, ==, -1);
  g_assert_true (foed_table_reader_scan_integer (reader, 1, &value));
  g_assert_cmpint (value, ==, 0);
  g_assert_false (foed_table_reader_scan_integer (reader, 2, &value));
  g_assert_true (foed_table_reader_scan_integer (reader, 3, &value));
  g_assert_cmpint (value, ==, 2);
  g_assert_false (foed_table_reader_scan_integer (reader, 4, &value));
  g_assert_false (foed_table_reader_scan_integer (reader, -1, &value));
  g_assert_cmpuint (foed_report_get_n_problems (foed_table_reader_get_report (reader)), ==, 0);
}

static void
test_lines (void)
{
  assert_table ("a,b\r\n1,2\r\n3,4\r\n", "1|2|2\n3|4|3\n", NULL);
  assert_table ("a,b\r1,2\r3,4\r", "1|2|2\n3|4|3\n", NULL);
  assert_table ("a,b\n\n\n1,2\n\n3,4\n", "1|2|4\n3|4|6\n", NULL);
  assert_table ("a,b\n\"1\n\n1\",2\n3,4\n", "1\n\n1|2|2\n3|4|5\n", NULL);
}

static void
test_encodings (void)
{
  assert_table ("\xef\xbb\xbf" "a,b\n\xc3\xa9,2\n", "é|2|2\n", NULL);
  assert_table ("a,b\n\xc3\xa9,2\n", "é|2|2\n", NULL);
  assert_table ("a,b\nS\xe3o Tom\xe9,2\nC\xf4te,3\n", "São Tomé|2|2\nCôte|3|3\n", "warning 2 encoding");
  assert_bytes ("\xff\xfe" "a\0,\0b\0\n\0\xe9\0,\0002\0\n\0", 18, "é|2|2\n", NULL);
  assert_bytes ("\xfe\xff" "\0a\0,\0b\0\n\0\xe9\0,\0002\0\n", 18, "é|2|2\n", NULL);
}

static void
test_mixed_encodings (void)
{
  assert_table ("a,b\n\xc3\xa9,2\n1,2\n\xe9,2\n", "é|2|2\n1|2|3\n", "error 4 encoding");
  assert_table ("a,b\n\xe9,2\n\xc3\xa9,2\n", "é|2|2\n", "warning 2 encoding");
  assert_table ("\xef\xbb\xbf" "a,b\n\xe9,2\n", "", "error 2 encoding");
  assert_bytes ("\xff\xfe" "a\0,\0b\0\n\0\x00\xd8,\0002\0\n\0", 18, "", "error 1 encoding");
}

static void
test_quotes (void)
{
  assert_table ("a,b\n1,2\n3,\"4\n5,6\n", "1|2|2\n", "error 3 quote");
  assert_table ("a,b\n1,2\n3,4\"5\n", "1|2|2\n", "error 3 quote");
  assert_table ("a,b\n\"1\"x,2\n", "", "error 2 quote");
}

static void
test_widths (void)
{
  assert_table ("a,b\n1\n3,4\n", "3|4|3\n", "error 2 columns");
  assert_table ("a,b\n1,2,3\n3,4\n", "3|4|3\n", "error 2 columns");
  assert_table ("a,b,A\n1,2,3\n", "", "error 1 columns");
}

static void
test_no_table (void)
{
  assert_table ("", "", "error 0 empty");
  assert_table ("\n\n", "", "error 0 empty");
  assert_bytes ("a,b\n1,\0\n", 8, "", "error 2 text");
}

/* A quote that is never closed swallows the rest: that must not take all memory. */
static void
test_endless_cell (void)
{
  g_autoptr (GString) bytes = g_string_new ("a,b\n1,2\n\"");
  g_autofree char *problem = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < MANY; i++)
    g_string_append_c (bytes, i % 100 == 99 ? '\n' : 'x');

  text = read_bytes (bytes->str, (gssize) bytes->len, &problem);
  g_assert_cmpstr (text, ==, "1|2|2\n");
  g_assert_cmpstr (problem, ==, "error 3 limit");
}

static void
test_endless_row (void)
{
  g_autoptr (GString) bytes = g_string_new ("a,b\n1,2\n");
  g_autofree char *problem = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < MANY; i++)
    g_string_append_c (bytes, ',');

  text = read_bytes (bytes->str, (gssize) bytes->len, &problem);
  g_assert_cmpstr (text, ==, "1|2|2\n");
  g_assert_cmpstr (problem, ==, "error 3 limit");
}

/* A stream that gives 1 GiB of one cell, without the test holding it. */
#define ENDLESS_TYPE_STREAM (endless_stream_get_type ())
G_DECLARE_FINAL_TYPE (EndlessStream, endless_stream, ENDLESS, STREAM, GInputStream)

struct _EndlessStream
{
  GInputStream parent_instance;
  guint64      n_read;
};

G_DEFINE_FINAL_TYPE (EndlessStream, endless_stream, G_TYPE_INPUT_STREAM)

static gssize
endless_stream_read (GInputStream  *stream,
                     void          *buffer,
                     gsize          count,
                     GCancellable  *cancellable,
                     GError       **error)
{
  EndlessStream *self = ENDLESS_STREAM (stream);

  memset (buffer, 'x', count);
  self->n_read += count;

  return (gssize) count;
}

static void
endless_stream_class_init (EndlessStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = endless_stream_read;
}

static void
endless_stream_init (EndlessStream *self)
{
}

static void
test_gibibyte (void)
{
  g_autoptr (EndlessStream) stream = g_object_new (ENDLESS_TYPE_STREAM, NULL);
  g_autoptr (FoedTableReader) reader = foed_table_reader_new (G_INPUT_STREAM (stream), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (foed_table_reader_read_columns (reader, NULL, &error));
  g_assert_error (error, FOED_TABLE_ERROR, FOED_TABLE_ERROR_LIMIT);
  g_assert_cmpuint (stream->n_read, <, 4 << 20);
}

static void
test_numbers (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("a,b\n1,x1\n", -1, NULL);
  g_autoptr (FoedTableReader) reader = foed_table_reader_new (stream, NULL);
  FoedReport *report = foed_table_reader_get_report (reader);
  gboolean at_end;
  gint64 value;

  g_assert_true (foed_table_reader_next (reader, &at_end, NULL, NULL));
  g_assert_false (foed_table_reader_scan_integer (reader, 1, &value));
  g_assert_cmpuint (foed_report_get_n_errors (report), ==, 1);
  g_assert_cmpint (foed_problem_get_line (foed_report_get_problem (report, 0)), ==, 2);
  g_assert_cmpstr (foed_problem_get_path (foed_report_get_problem (report, 0)), ==, "b");
}

static void
test_cancelled (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("a,b\n1,2\n", -1, NULL);
  g_autoptr (FoedTableReader) reader = foed_table_reader_new (stream, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (foed_table_reader_read_columns (reader, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (foed_report_get_n_problems (foed_table_reader_get_report (reader)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/cells", test_cells);
  g_test_add_func ("/csv/blank-is-not-zero", test_blank_is_not_zero);
  g_test_add_func ("/csv/lines", test_lines);
  g_test_add_func ("/csv/encodings", test_encodings);
  g_test_add_func ("/csv/mixed-encodings", test_mixed_encodings);
  g_test_add_func ("/csv/quotes", test_quotes);
  g_test_add_func ("/csv/widths", test_widths);
  g_test_add_func ("/csv/no-table", test_no_table);
  g_test_add_func ("/csv/endless-cell", test_endless_cell);
  g_test_add_func ("/csv/endless-row", test_endless_row);
  g_test_add_func ("/csv/gibibyte", test_gibibyte);
  g_test_add_func ("/csv/numbers", test_numbers);
  g_test_add_func ("/csv/cancelled", test_cancelled);

  return g_test_run ();
}
