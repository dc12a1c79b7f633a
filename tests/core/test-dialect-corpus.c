/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <locale.h>
#include <string.h>

#include "test-corpus.h"
#include "test-dialect-files.h"

/* Every file of the corpus is read, or refused for a reason that is true. What is counted in the records is counted once
 * more in the file by an XPath that knows nothing of the stylesheets. */

typedef struct
{
  const char *dialect;
  const char *articles;      /* counts what must become articles or preambles told as articles */
  const char *header;        /* the elements whose words are about the file */
  gboolean    counts_preambles;
} Counting;

#define NOT_IN(name) "[not(ancestor::*[local-name() = '" name "'])]"
#define ALL(name) "//*[local-name() = '" name "']"
#define OPENS_ARTICLE "[contains(' ART. ARTICLE ', concat(' ', substring-before(concat(normalize-space(.), ' '), ' '), ' '))]"

static const Counting countings[] = {
  { "tota", "count(//article)", "meta", TRUE },
  { "akoma-ntoso",
    "count(" ALL ("article") NOT_IN ("quotedStructure") ")"
    " + count(" ALL ("section") NOT_IN ("quotedStructure") NOT_IN ("article") NOT_IN ("section")
    "[not(descendant::*[local-name() = 'article'])])", "meta", FALSE },
  { "tei", "0", "teiHeader", FALSE },
  { "tei-p4", "0", "teiHeader", FALSE },
  { "tei-tcp",
    "count(" ALL ("div") "[@type = 'article']) + count(" ALL ("p") NOT_IN ("q") "[@n]) + count(" ALL ("p") OPENS_ARTICLE "[not(@n)])",
    "teiHeader", FALSE },
  { "east-india", "count(//article)", "header", FALSE },
  { "clml",
    "count(" ALL ("P1") NOT_IN ("BlockAmendment") NOT_IN ("BlockExtract") NOT_IN ("Schedule") NOT_IN ("ExplanatoryNotes") ")",
    "Metadata", FALSE },
  { "formex", "count(//ARTICLE[not(ancestor::QUOT.S)])", "BIB.INSTANCE", FALSE },
  { "lims",
    "count(//Section) + count(//ConventionAgreementTreaty//Heading[starts-with(normalize-space(.), 'ARTICLE')"
    " or (starts-with(normalize-space(.), 'SECTION ') and not(//Heading[starts-with(normalize-space(.), 'ARTICLE')]))])",
    "Identification", FALSE },
  { "uslm", "count(" ALL ("section") NOT_IN ("quotedContent") ")", "meta", FALSE },
};

static const char *const folders[] = {
  "tota", "tei", "tei-tcp", "akn", "canada", "clml", "formex", "uslm", "east-india",
};

typedef struct
{
  guint n_read;
  guint n_refused;
  guint n_articles;
} Sums;

static xmlDoc *
parse (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return xmlReadMemory (text, length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
}

static double
evaluate (xmlDoc     *document,
          const char *expression)
{
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject *object = xmlXPathEvalExpression ((const xmlChar *) expression, context);
  double number;

  g_assert_nonnull (object);
  number = xmlXPathCastToNumber (object);
  xmlXPathFreeObject (object);
  xmlXPathFreeContext (context);

  return number;
}

static gsize
count_letters (const char *text)
{
  gsize n = 0;

  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    n += g_unichar_isalpha (g_utf8_get_char (text));

  return n;
}

static gsize
count_letters_of_nodes (xmlDoc     *document,
                        const char *header)
{
  g_autofree char *expression = g_strdup_printf ("//text()[not(ancestor::*[local-name() = '%s'])]", header);
  xmlXPathContext *context = xmlXPathNewContext (document);
  xmlXPathObject *object = xmlXPathEvalExpression ((const xmlChar *) expression, context);
  gsize n = 0;

  for (int i = 0; object->nodesetval != NULL && i < object->nodesetval->nodeNr; i++)
    n += count_letters ((const char *) object->nodesetval->nodeTab[i]->content);

  xmlXPathFreeObject (object);
  xmlXPathFreeContext (context);

  return n;
}

static gsize
count_letters_of_record (FoedRecord *record)
{
  static const FoedField fields[] = { FOED_FIELD_TITLE, FOED_FIELD_NUMBER, FOED_FIELD_CONTENT };
  gsize n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (foed_record_kind_find_field (foed_record_get_kind (record), fields[i]) >= 0)
      n += count_letters (foed_record_get_text (record, fields[i]));

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    n += count_letters_of_record (foed_record_get_child (record, i));

  return n;
}

static const Counting *
find_counting (const char *dialect)
{
  for (guint i = 0; i < G_N_ELEMENTS (countings); i++)
    if (strcmp (countings[i].dialect, dialect) == 0)
      return &countings[i];

  g_error ("no count for “%s”", dialect);
}

/* Whether what the report says against a file is so. */
static gboolean
is_true_reason (GBytes      *bytes,
                FoedProblem *problem)
{
  const char *rule = foed_problem_get_rule (problem);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *copy = g_strndup (text, length);
  xmlDoc *document;

  if (strcmp (rule, "entity") == 0)
    return g_regex_match_simple ("&(?!amp;|lt;|gt;|quot;|apos;|#)\\w+;", copy, G_REGEX_RAW, 0);

  if (strcmp (rule, "encoding") == 0)
    return !g_utf8_validate_len (text, length, NULL) || strstr (copy, "encoding") != NULL;

  document = parse (bytes);

  if (strcmp (rule, "root") == 0)
    {
      g_autofree char *root = g_strdup (document == NULL ? "" : (const char *) xmlDocGetRootElement (document)->name);
      gboolean is_known = strcmp (root, "treaty") == 0 || strcmp (root, "akomaNtoso") == 0 || g_str_has_prefix (root, "TEI")
                          || strcmp (root, "source") == 0;

      g_clear_pointer (&document, xmlFreeDoc);

      return *root != '\0' && !is_known;
    }

  if (document == NULL)
    return strcmp (rule, "well-formed") == 0;

  xmlFreeDoc (document);

  return FALSE;
}

static void
check_refused (TestFile   *file,
               GBytes     *bytes,
               const char *name,
               Sums       *sums)
{
  FoedProblem *problem = foed_report_get_problem (file->report, 0);

  sums->n_refused++;
  g_test_message ("%-52.52s refused: line %d: %s", name, foed_problem_get_line (problem),
                  foed_problem_get_message (problem));
  g_assert_cmpint (foed_problem_get_line (problem), >, 0);
  g_assert_true (is_true_reason (bytes, problem));
}

static void
check_read (TestFile   *file,
            GBytes     *bytes,
            const char *name,
            Sums       *sums)
{
  const Counting *counting = find_counting (file->dialect);
  xmlDoc *document = parse (bytes);
  guint expected = evaluate (document, counting->articles);
  guint n_articles = test_count (file->document, FOED_RECORD_CLAUSE, "article");
  gsize n_letters = count_letters_of_nodes (document, counting->header);
  gsize n_letters_kept = count_letters_of_record (file->document);

  if (counting->counts_preambles)
    n_articles += test_count (file->document, FOED_RECORD_CLAUSE, "preamble");

  sums->n_read++;
  sums->n_articles += n_articles;
  g_test_message ("%-52.52s %-12s %5u %5u %5u %6u %8" G_GSIZE_FORMAT " %8" G_GSIZE_FORMAT, name, file->dialect, expected,
                  n_articles, test_count (file->document, FOED_RECORD_INSTRUMENT, NULL),
                  test_count (file->document, FOED_RECORD_CLAUSE, NULL), n_letters, n_letters_kept);
  g_assert_cmpuint (n_articles, ==, expected);

  /* Spellings are made regular and titles said twice; nothing like a paragraph may be missing. What has no text of its
   * own, the envelope of an act, is about others. */
  if (test_count (file->document, FOED_RECORD_CLAUSE, NULL) > 1)
    g_assert_cmpfloat (n_letters_kept, >=, n_letters * 0.96);

  test_assert_native (file->document);
  xmlFreeDoc (document);
}

static void
check_file (GFile *file,
            Sums  *sums)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (TestFile) read = NULL;

  g_assert_no_error (error);
  read = test_file_read_bytes (bytes, name, FALSE, NULL);

  if (read->document == NULL)
    check_refused (read, bytes, name, sums);
  else
    check_read (read, bytes, name, sums);
}

static int
compare_files (gconstpointer a,
               gconstpointer b)
{
  return strcmp (g_file_peek_path (*(GFile *const *) a), g_file_peek_path (*(GFile *const *) b));
}

/* All files but schemas, of which nobody says that they are treaties. */
static void
list_files (GFile     *folder,
            GPtrArray *files)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileEnumerator) enumerator = NULL;
  GFileInfo *info;
  GFile *child;

  enumerator = g_file_enumerate_children (folder, "standard::name,standard::type", G_FILE_QUERY_INFO_NONE, NULL, &error);
  g_assert_no_error (error);

  while (g_file_enumerator_iterate (enumerator, &info, &child, NULL, &error) && info != NULL)
    if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
      list_files (child, files);
    else if (!g_str_has_suffix (g_file_info_get_name (info), ".xsd") && !g_str_equal (g_file_info_get_name (info), "LICENSE"))
      g_ptr_array_add (files, g_object_ref (child));

  g_assert_no_error (error);
}

static void
test_folder (gconstpointer data)
{
  g_autoptr (GFile) folder = test_corpus_find (data);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  Sums sums = { 0 };

  if (folder == NULL)
    return;

  list_files (folder, files);
  g_ptr_array_sort (files, compare_files);
  g_test_message ("%-52s %-12s %5s %5s %5s %6s %8s %8s", "file", "dialect", "in", "out", "texts", "claus.", "letters", "kept");

  for (guint i = 0; i < files->len; i++)
    check_file (g_ptr_array_index (files, i), &sums);

  g_test_message ("%s: %u files read, %u refused, %u articles", (const char *) data, sums.n_read, sums.n_refused,
                  sums.n_articles);
  g_assert_cmpuint (sums.n_read + sums.n_refused, ==, files->len);
  g_assert_cmpuint (sums.n_read, >, 0);
}

/* Once more leniently: whatever is XML of a known dialect comes in. */
static void
test_lenient (void)
{
  g_autoptr (GFile) file = test_corpus_find ("east-india/TAEAHM1.xml");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TestFile) read = NULL;

  if (file == NULL)
    return;

  bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  read = test_file_read_bytes (bytes, "TAEAHM1.xml", TRUE, NULL);
  g_assert_nonnull (read->document);
  g_assert_cmpuint (test_count (read->document, FOED_RECORD_CLAUSE, "article"), ==, 9);
  test_assert_problem (read, "entity", 31, "sig");
  test_assert_native (read->document);
}

/* The Franco-American alliance of 1778 stands second among the treaties of its volume. */
static void
test_alliance (void)
{
  g_autoptr (GFile) file = test_corpus_find ("tei-tcp/N24940.xml");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (TestFile) read = NULL;
  FoedRecord *alliance;

  if (file == NULL)
    return;

  bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  read = test_file_read_bytes (bytes, "N24940.xml", FALSE, NULL);
  alliance = test_file_get_instrument (read, 1);
  g_assert_nonnull (strstr (foed_record_get_text (alliance, FOED_FIELD_TITLE), "Alliance Eventual and Defenſive"));
  g_assert_cmpuint (test_count (alliance, FOED_RECORD_CLAUSE, "article"), ==, 13);
  g_assert_cmpstr (test_get_value (read, alliance, FOED_FIELD_SIGNED), ==, "1778-02-06");
  g_assert_nonnull (strstr (test_get_wording (alliance, "article", "II"), "preſent defenſive alliance"));
  g_assert_cmpstr (test_get_language (alliance, "article", "II"), ==, "en");
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_strdup_printf ("/dialect-corpus/%s", folders[i]);

      g_test_add_data_func (path, folders[i], test_folder);
    }

  g_test_add_func ("/dialect-corpus/lenient", test_lenient);
  g_test_add_func ("/dialect-corpus/alliance", test_alliance);

  return g_test_run ();
}
