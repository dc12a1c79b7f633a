/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>

/* Damaged files. The seeds are fixed, so that a failure can be looked at. */

#define N_MUTATED_FILES 2500
#define N_MUTATED_TREES 1500

static GPtrArray *
read_records (const char  *text,
              gsize        length,
              FoedReport **report)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (text, length, NULL);
  g_autoptr (FoedXmlReader) reader = foed_xml_reader_new (stream, "mutated.xml");

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      FoedRecord *record = NULL;

      if (!foed_xml_reader_next (reader, &record, NULL, &error))
        {
          g_assert_true (error->domain == FOED_XML_ERROR);
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          g_assert_cmpuint (foed_report_get_n_errors (foed_xml_reader_get_report (reader)), >, 0);
          break;
        }

      if (record == NULL)
        break;

      g_ptr_array_add (records, record);
    }

  *report = g_object_ref (foed_xml_reader_get_report (reader));

  return g_steal_pointer (&records);
}

static char *
write_records (GPtrArray *records)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (FoedXmlWriter) writer = foed_xml_writer_new (stream);

  for (guint i = 0; i < records->len; i++)
    g_assert_true (foed_xml_writer_write (writer, g_ptr_array_index (records, i), NULL, NULL));

  g_assert_true (foed_xml_writer_end (writer, NULL, NULL));
  g_output_stream_write (stream, "", 1, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Whatever is taken is written and read the same. */
static void
assert_round_trip (GPtrArray *records)
{
  g_autofree char *text = write_records (records);
  g_autoptr (FoedReport) report = NULL;
  g_autoptr (GPtrArray) again = read_records (text, strlen (text), &report);

  g_assert_cmpuint (foed_report_get_n_errors (report), ==, 0);
  g_assert_cmpuint (again->len, ==, records->len);

  for (guint i = 0; i < records->len; i++)
    g_assert_true (foed_record_equal (g_ptr_array_index (records, i), g_ptr_array_index (again, i)));
}

static void
assert_problems_are_readable (FoedReport *report)
{
  for (guint i = 0; i < foed_report_get_n_problems (report); i++)
    {
      FoedProblem *problem = foed_report_get_problem (report, i);
      g_autofree char *text = foed_problem_to_string (problem);

      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_null (strchr (text, '\n'));
      g_assert_cmpuint (strlen (text), <, 4000);
      g_assert_cmpint (foed_problem_get_line (problem), >=, 0);
    }
}

static void
mutate_bytes (GString *text,
              GRand   *random)
{
  static const char *const pieces[] = {
    "<", ">", "\"", "'", "&", "&#0;", "&#x10FFFF;", "&lt;", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "</", "/>",
    "<!DOCTYPE a [", "\xff", "\xc3", "\xed\xa0\x80", "\xef\xbb\xbf", "\n", "\r", "\t", "%", "-", "~", "9999999999",
    "id=\"a\"", "xmlns=\"\"", "xmlns:x=\"urn:x\"", "x:", "<clause/>", "<title>", "silent", "-cell", "&x;", "=",
  };
  gsize at = g_rand_int_range (random, 0, text->len);
  gsize most = g_rand_int_range (random, 1, 60);
  gsize length = MIN (text->len - at, most);
  const char *piece = pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))];
  g_autofree char *copy = g_strndup (text->str + at, length);

  switch (g_rand_int_range (random, 0, 7))
    {
    case 0:
      text->str[at] = g_rand_int_range (random, 0, 256);
      break;

    case 1:
      text->str[at] ^= 1 << g_rand_int_range (random, 0, 8);
      break;

    case 2:
      g_string_erase (text, at, length);
      break;

    case 3:
      g_string_insert (text, g_rand_int_range (random, 0, text->len), copy);
      break;

    case 4:
      g_string_truncate (text, at);
      break;

    default:
      g_string_insert (text, at, piece);
      break;
    }
}

static void
test_bytes (void)
{
  g_autofree char *path = g_build_filename (FOEDERA_LIBRARY_DIR, "dual-alliance.xml", NULL);
  g_autofree char *original = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (1879);
  g_autoptr (GError) error = NULL;
  guint n_taken = 0;
  guint n_refused = 0;
  gsize length;

  g_file_get_contents (path, &original, &length, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < N_MUTATED_FILES; i++)
    {
      g_autoptr (GString) text = g_string_new_len (original, length);
      g_autoptr (FoedReport) report = NULL;
      g_autoptr (GPtrArray) records = NULL;

      for (int j = g_rand_int_range (random, 1, 4); j > 0 && text->len > 0; j--)
        mutate_bytes (text, random);

      records = read_records (text->str, text->len, &report);
      assert_problems_are_readable (report);

      if (foed_report_get_n_errors (report) > 0)
        n_refused++;
      else
        n_taken++;

      if (i % 8 == 0)
        assert_round_trip (records);
    }

  g_test_message ("%u were taken, %u refused", n_taken, n_refused);
  g_assert_cmpuint (n_taken, >, 50);
  g_assert_cmpuint (n_refused, >, 500);
}

static void
collect_elements (xmlNode   *node,
                  GPtrArray *elements)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        g_ptr_array_add (elements, node);
        collect_elements (node->children, elements);
      }
}

static xmlNode *
pick (GPtrArray *elements,
      GRand     *random)
{
  return g_ptr_array_index (elements, g_rand_int_range (random, 0, elements->len));
}

static xmlAttr *
pick_attribute (xmlNode *element,
                GRand   *random)
{
  xmlAttr *attribute = element->properties;

  for (int i = g_rand_int_range (random, 0, 6); attribute != NULL && attribute->next != NULL && i > 0; i--)
    attribute = attribute->next;

  return attribute;
}

static gboolean
is_above (xmlNode *a,
          xmlNode *b)
{
  for (; b != NULL; b = b->parent)
    if (a == b)
      return TRUE;

  return FALSE;
}

static void
mutate_attribute (xmlNode *element,
                  xmlNode *other,
                  GRand   *random)
{
  static const char *const values[] = {
    "", "1914", "1914-13-01", "defence", "automatic", "a b", "A", "silent", "implied", "-1", "12", "4.5", "text words",
  };
  xmlAttr *attribute = pick_attribute (element, random);
  xmlAttr *donor = pick_attribute (other, random);
  const char *value = values[g_rand_int_range (random, 0, G_N_ELEMENTS (values))];

  if (donor != NULL && g_rand_boolean (random))
    {
      xmlChar *donated = xmlNodeGetContent ((xmlNode *) donor);

      xmlSetProp (element, donor->name, donated);
      xmlFree (donated);
    }
  else if (attribute != NULL && g_rand_boolean (random))
    xmlSetProp (element, attribute->name, BAD_CAST value);
  else if (attribute != NULL)
    xmlRemoveProp (attribute);
}

static void
mutate_tree (xmlDoc *document,
             GRand  *random)
{
  g_autoptr (GPtrArray) elements = g_ptr_array_new ();
  xmlNode *element, *other;

  collect_elements (xmlDocGetRootElement (document), elements);
  element = pick (elements, random);
  other = pick (elements, random);

  switch (g_rand_int_range (random, 0, 6))
    {
    case 0:
      if (element->parent != (xmlNode *) document)
        {
          xmlUnlinkNode (element);
          xmlFreeNode (element);
        }
      break;

    case 1:
      if (!is_above (element, other))
        {
          xmlUnlinkNode (element);
          xmlAddChild (other, element);
        }
      break;

    case 2:
      if (!is_above (element, other) && other->parent != (xmlNode *) document)
        {
          xmlUnlinkNode (element);
          xmlAddPrevSibling (other, element);
        }
      break;

    case 3:
      xmlNodeSetName (element, other->name);
      break;

    default:
      mutate_attribute (element, other, random);
      break;
    }
}

/* These say more than a schema can. */
static gboolean
is_beyond_schema (FoedReport *report)
{
  static const char *const rules[] = {
    "duplicate-id", "range", "empty", "cell", "presence", "dates", "field", "limit",
  };

  for (guint i = 0; i < foed_report_get_n_problems (report); i++)
    {
      FoedProblem *problem = foed_report_get_problem (report, i);
      gboolean is_beyond = FALSE;

      if (foed_problem_get_severity (problem) == FOED_SEVERITY_WARNING)
        continue;

      for (guint j = 0; j < G_N_ELEMENTS (rules); j++)
        is_beyond |= strcmp (foed_problem_get_rule (problem), rules[j]) == 0;

      if (!is_beyond)
        return FALSE;
    }

  return TRUE;
}

static void
ignore_schema_error (void       *data,
                     const char *message,
                     ...)
{
}

static xmlRelaxNG *
load_schema (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "schema", "foedera.rng", NULL);
  xmlRelaxNGParserCtxt *context = xmlRelaxNGNewParserCtxt (path);
  xmlRelaxNG *schema = xmlRelaxNGParse (context);

  xmlRelaxNGFreeParserCtxt (context);
  g_assert_nonnull (schema);

  return schema;
}

/* What the complete schema refuses, the reader refuses in its own words, never in those of the schema; what the reader
 * refuses, the schema refuses too, unless it is by a rule that a schema can't say. */
static void
test_agreement_with_schema (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "doc", "xml-format.md", NULL);
  g_autofree char *document = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (1949);
  xmlRelaxNG *schema = load_schema ();
  guint n_valid = 0;
  guint n_invalid = 0;
  const char *begin;
  gsize length;

  g_assert_true (g_file_get_contents (path, &document, NULL, NULL));
  begin = strstr (document, "<?xml");
  length = strstr (begin, "```") - begin;

  for (guint i = 0; i < N_MUTATED_TREES; i++)
    {
      xmlDoc *tree = xmlReadMemory (begin, length, NULL, NULL, XML_PARSE_NONET);
      xmlRelaxNGValidCtxt *context = xmlRelaxNGNewValidCtxt (schema);
      g_autoptr (FoedReport) report = NULL;
      g_autoptr (GPtrArray) records = NULL;
      gboolean is_valid, is_taken;
      xmlChar *text;
      int n_bytes;

      for (int j = g_rand_int_range (random, 1, 3); j > 0; j--)
        mutate_tree (tree, random);

      xmlDocDumpMemory (tree, &text, &n_bytes);
      xmlRelaxNGSetValidErrors (context, ignore_schema_error, ignore_schema_error, NULL);
      is_valid = xmlRelaxNGValidateDoc (context, tree) == 0;
      records = read_records ((char *) text, n_bytes, &report);
      is_taken = foed_report_get_n_errors (report) == 0;

      if (is_valid != is_taken && (is_taken || !is_beyond_schema (report)))
        g_error ("the schema says %s, the reader %s:\n%s", is_valid ? "yes" : "no", is_taken ? "yes" : "no", text);

      for (guint j = 0; j < foed_report_get_n_problems (report); j++)
        g_assert_cmpstr (foed_problem_get_rule (foed_report_get_problem (report, j)), !=, "schema");

      n_valid += is_valid;
      n_invalid += !is_valid;
      xmlFree (text);
      xmlFreeDoc (tree);
      xmlRelaxNGFreeValidCtxt (context);
    }

  xmlRelaxNGFree (schema);
  g_test_message ("%u were valid, %u not", n_valid, n_invalid);
  g_assert_cmpuint (n_valid, >, 200);
  g_assert_cmpuint (n_invalid, >, 300);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/xml/mutations/bytes", test_bytes);
  g_test_add_func ("/xml/mutations/agreement-with-schema", test_agreement_with_schema);

  return g_test_run ();
}
