/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>

#define FILE_OF(content) \
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"1\">\n" \
  content "\n</foedera>\n"
#define ALLIANCE_OF(content) \
  FILE_OF ("<alliance id=\"pact\"><title>Pact</title><citation source=\"s\" confidence=\"primary\"/>\n" content \
           "</alliance>")
#define OBLIGATION_OF(attributes, content) \
  ALLIANCE_OF ("<instrument id=\"pact.t\" form=\"treaty\"><title>T</title>\n<clause id=\"pact.t.1\" kind=\"article\">\n" \
               "<obligation id=\"pact.t.1.d\" kind=\"defence\"" attributes ">" content "</obligation></clause>" \
               "</instrument>")

typedef struct
{
  const char *name;
  const char *xml;
  const char *rule;
  int         line;
  int         column;
  const char *path;
  const char *message;
  const char *hint;
} Fault;

static const Fault faults[] = {
  { "unknown-term", ALLIANCE_OF ("<instrument id=\"pact.t\" form=\"treaty\"><title>T</title>"
                                 "<clause id=\"pact.t.1\" kind=\"article\">\n  <obligation id=\"o\" kind=\"defense\"/>"
                                 "</clause></instrument>"),
    "vocabulary", 5, 3, "/foedera/alliance[pact]/instrument[pact.t]/clause[pact.t.1]/obligation[o]/@kind",
    "“defense” is not a kind of obligation.", "Did you mean “defence”?" },
  { "unknown-term-without-guess", FILE_OF ("<place id=\"a\" kind=\"zzz\"><title>A</title></place>"),
    "vocabulary", 3, 1, "/foedera/place[a]/@kind", "“zzz” is not a kind of place.",
    "Allowed are: city, country, territory, region, sea." },
  { "bad-date", FILE_OF ("<alliance id=\"a\" begin=\"1.6.1914\"><title>A</title>"
                         "<citation source=\"s\" confidence=\"primary\"/></alliance>"),
    "value", 3, 1, "/foedera/alliance[a]/@begin", "“1.6.1914” is not a date.",
    "Write 1914, 1914-06 or 1914-06-28; add ~ for about, ? for uncertain, % for both." },
  { "no-such-day", FILE_OF ("<source id=\"a\" kind=\"book\" published=\"1914-02-30\"><title>A</title></source>"),
    "range", 3, 1, "/foedera/source[a]/@published", "“1914-02-30” is not a date.", "That month has no such day." },
  { "number-out-of-range", FILE_OF ("<place id=\"a\" kind=\"city\" latitude=\"91\"><title>A</title></place>"),
    "range", 3, 1, "/foedera/place[a]/@latitude", "“91” is not a latitude.",
    "Latitudes run from -90 to 90 degrees." },
  { "bad-id", FILE_OF ("<place id=\"A b\" kind=\"city\"><title>A</title></place>"),
    "id", 3, 1, "/foedera/place[1]/@id", "“A b” is not an id.",
    "Use lower-case letters, digits, “-” and “.”, and begin with a letter." },
  { "no-id", FILE_OF ("<place kind=\"city\"><title>A</title></place>"),
    "required", 3, 1, "/foedera/place[1]/@id", "<place> has no id.",
    "Give it one that nothing else in the file has." },
  { "id-of-its-own", FILE_OF ("<state id=\"a\"><title>A</title>\n<spell id=\"b\"/></state>"),
    "attribute", 4, 1, "/foedera/state[a]/spell[1]/@id", "<spell> has no id of its own.",
    "Remove it; the id is made from what it stands in." },
  { "duplicate-id", FILE_OF ("<place id=\"a\" kind=\"city\"><title>A</title></place>\n"
                             "<state id=\"a\"><title>B</title></state>"),
    "duplicate-id", 4, 1, "/foedera/state[a]/@id", "The id “a” is used twice, first on line 3.",
    "Give one of them another id." },
  { "bad-reference", FILE_OF ("<place id=\"a\" kind=\"city\" within=\"The Sea\"><title>A</title></place>"),
    "value", 3, 1, "/foedera/place[a]/@within", "“The Sea” is not an id.",
    "Use lower-case letters, digits, “-” and “.”, and begin with a letter." },
  { "missing-attribute", FILE_OF ("<place id=\"a\"><title>A</title></place>"),
    "required", 3, 1, "/foedera/place[a]/@kind", "<place> has no “kind”.",
    "Add it, or leave the whole element out." },
  { "missing-element", FILE_OF ("<place id=\"a\" kind=\"city\"/>"),
    "required", 3, 1, "/foedera/place[a]/title", "<place> has no <title>.",
    "Add it, or leave the whole element out." },
  { "empty-attribute", FILE_OF ("<place id=\"a\" kind=\"city\" within=\" \"><title>A</title></place>"),
    "empty", 3, 1, "/foedera/place[a]/@within", "“within” is empty.", "Leave it out or give it a value." },
  { "empty-element", FILE_OF ("<place id=\"a\" kind=\"city\">\n<title> </title></place>"),
    "empty", 4, 1, "/foedera/place[a]/title", "<title> is empty.", "Leave it out or give it a text." },
  { "unknown-attribute", FILE_OF ("<place id=\"a\" kind=\"city\" latitud=\"4\"><title>A</title></place>"),
    "attribute", 3, 1, "/foedera/place[a]/@latitud", "“latitud” is not an attribute of <place>.",
    "Did you mean “latitude”?" },
  { "foreign-attribute", FILE_OF ("<place id=\"a\" kind=\"city\" xml:space=\"default\"><title>A</title></place>"),
    "attribute", 3, 1, "/foedera/place[a]/@space", "“space” is not an attribute of <place>.",
    "Remove it, or say it in a note." },
  { "element-as-attribute", FILE_OF ("<place id=\"a\" kind=\"city\" note=\"n\"><title>A</title></place>"),
    "attribute", 3, 1, "/foedera/place[a]/@note", "“note” is not an attribute of <place>.", "It is an element in it." },
  { "attribute-of-text", FILE_OF ("<place id=\"a\" kind=\"city\"><title lang=\"en\">A</title></place>"),
    "attribute", 3, 27, "/foedera/place[a]/title", "“lang” is not an attribute of <title>.",
    "Remove it, or say it in a note." },
  { "root-attribute", "<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"1\" date=\"2000\"/>",
    "attribute", 1, 1, "/foedera", "“date” is not an attribute of <foedera>.",
    "Remove it, or say it in a note." },
  { "unknown-element", FILE_OF ("<place id=\"a\" kind=\"city\"><title>A</title>\n"
                                "<citatoin source=\"s\"><x/>y</citatoin></place>"),
    "element", 4, 1, "/foedera/place[a]/citatoin", "There is no element <citatoin> in <place>.",
    "Did you mean <citation>?" },
  { "misplaced-element", FILE_OF ("<clause id=\"a\" kind=\"article\"/>"),
    "element", 3, 1, "/foedera/clause", "<clause> can't stand in <foedera>.", NULL },
  { "attribute-as-element", FILE_OF ("<place id=\"a\" kind=\"city\"><title>A</title><latitude>4</latitude></place>"),
    "element", 3, 43, "/foedera/place[a]/latitude", "“latitude” is an attribute of <place>, not an element.", NULL },
  { "foreign-element", FILE_OF ("<place id=\"a\" kind=\"city\"><title>A</title><b xmlns=\"urn:x\"/></place>"),
    "element", 3, 43, "/foedera/place[a]/b", "<b> is not an element of the native format.", NULL },
  { "element-in-text", FILE_OF ("<place id=\"a\" kind=\"city\"><title>A <b>B</b> C</title></place>"),
    "element", 3, 36, "/foedera/place[a]/title", "<b> can't stand in <title>, which holds plain text.", NULL },
  { "text-in-record", FILE_OF ("<place id=\"a\" kind=\"city\"><title>A</title>oops</place>"),
    "text", 3, 1, "/foedera/place[a]", "<place> holds elements, not text.", NULL },
  { "order-of-texts", FILE_OF ("<alliance id=\"a\"><summary>S</summary>\n<title>A</title>"
                               "<citation source=\"s\" confidence=\"primary\"/></alliance>"),
    "order", 4, 1, "/foedera/alliance[a]/title", "<title> must stand before <summary>.", NULL },
  { "text-after-record", FILE_OF ("<place id=\"a\" kind=\"city\"><title>A</title><name kind=\"short\" value=\"B\"/>\n"
                                  "<note>N</note></place>"),
    "order", 4, 1, "/foedera/place[a]/note", "<note> must stand before the records in <place>.", NULL },
  { "twice", FILE_OF ("<place id=\"a\" kind=\"city\"><title>A</title>\n<title>B</title></place>"),
    "once", 4, 1, "/foedera/place[a]/title", "<place> has <title> twice.", NULL },
  { "cell-with-value", OBLIGATION_OF (" strength=\"automatic\" strength-cell=\"silent\"", ""),
    "cell", 6, 1,
    "/foedera/alliance[pact]/instrument[pact.t]/clause[pact.t.1]/obligation[pact.t.1.d]/@strength",
    "“strength” has a value, and “strength-cell” says that there is none.", "Leave one of them out." },
  { "cell-without-value", OBLIGATION_OF (" strength-cell=\"implied\"", ""),
    "cell", 6, 1,
    "/foedera/alliance[pact]/instrument[pact.t]/clause[pact.t.1]/obligation[pact.t.1.d]/@strength",
    "“strength-cell” says that a value is implied, but “strength” has none.", "Give it a value." },
  { "state-of-cell", OBLIGATION_OF (" strength-cell=\"stated\"", ""),
    "cell", 6, 1,
    "/foedera/alliance[pact]/instrument[pact.t]/clause[pact.t.1]/obligation[pact.t.1.d]/@strength-cell",
    "“stated” is not written as the state of a cell.",
    "Write implied beside a value, silent or text-missing without one; leave it out for what is stated or not coded." },
  { "cell-of-no-cell", OBLIGATION_OF (" kind-cell=\"silent\"", ""),
    "attribute", 6, 1,
    "/foedera/alliance[pact]/instrument[pact.t]/clause[pact.t.1]/obligation[pact.t.1.d]/@kind-cell",
    "“kind-cell” is not an attribute of <obligation>.", "Did you mean “kind”?" },
  { "presence", OBLIGATION_OF (" presence=\"silent\" strength=\"automatic\"", ""),
    "presence", 6, 1,
    "/foedera/alliance[pact]/instrument[pact.t]/clause[pact.t.1]/obligation[pact.t.1.d]/@strength",
    "“strength” has a value, but “presence” says that there is no such obligation to be read.",
    "Leave one of them out." },
  { "end-before-begin", ALLIANCE_OF ("  <party id=\"p\" state=\"a\" role=\"party\" begin=\"1919\" end=\"1918-11\"/>"),
    "dates", 4, 3, "/foedera/alliance[pact]/party[p]/@end", "It ends (1918-11) before it begins (1919).",
    "End is the last day on which it holds." },
  { "field-of-citation", ALLIANCE_OF ("<citation source=\"s\" confidence=\"primary\" field=\"begn\" "
                                      "states-otherwise=\"1879\"/>"),
    "field", 4, 1, "/foedera/alliance[pact]/citation[2]/@field", "<alliance> has no “begn”.",
    "Did you mean “begin”?" },
  { "otherwise-of-nothing", ALLIANCE_OF ("<citation source=\"s\" confidence=\"primary\" states-otherwise=\"1879\"/>"),
    "field", 4, 1, "/foedera/alliance[pact]/citation[2]/@states-otherwise",
    "“states-otherwise” does not say what of.", "Name the attribute or element in “field”." },
  { "named-twice", OBLIGATION_OF (" promisors=\"a b a\"", ""),
    "range", 6, 1,
    "/foedera/alliance[pact]/instrument[pact.t]/clause[pact.t.1]/obligation[pact.t.1.d]/@promisors",
    "“a” is named twice.", NULL },
};

static const Fault doubts[] = {
  { "vague-end-before-begin", ALLIANCE_OF ("<party id=\"p\" state=\"a\" role=\"party\" begin=\"1919~\" end=\"1918\"/>"),
    "dates", 4, 1, "/foedera/alliance[pact]/party[p]/@end", "It ends (1918) before it begins (1919~).",
    "End is the last day on which it holds." },
  { "no-citation", FILE_OF ("<alliance id=\"a\"><title>A</title></alliance>"),
    "citation", 3, 1, "/foedera/alliance[a]", "Nothing bears out this <alliance>.", "Add a citation." },
  { "practice-without-citation", ALLIANCE_OF ("<mechanism id=\"m\" kind=\"joint-planning\" basis=\"practice\">"
                                              "<title>Talks</title></mechanism>"),
    "citation", 4, 1, "/foedera/alliance[pact]/mechanism[m]", "Nothing bears out this <mechanism>.",
    "Add a citation." },
  { "trigger-of-nothing", OBLIGATION_OF ("", "\n<condition kind=\"trigger\"/>"),
    "condition", 7, 1,
    "/foedera/alliance[pact]/instrument[pact.t]/clause[pact.t.1]/obligation[pact.t.1.d]/condition[1]/@threat",
    "A condition of kind “trigger” without “threat” can't be decided.", NULL },
  { "named-nobody", OBLIGATION_OF ("", "\n<condition kind=\"adversary\" adversary=\"named\"/>"),
    "condition", 7, 1,
    "/foedera/alliance[pact]/instrument[pact.t]/clause[pact.t.1]/obligation[pact.t.1.d]/condition[1]/@states",
    "The adversaries are “named”, but “states” names none.", NULL },
};

static FoedReport *
read_all (const char *xml,
          guint      *n_records)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (xml, -1, NULL);
  g_autoptr (FoedXmlReader) reader = foed_xml_reader_new (stream, "test.xml");

  *n_records = 0;

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (FoedRecord) record = NULL;

      if (!foed_xml_reader_next (reader, &record, NULL, &error))
        break;

      if (record == NULL)
        break;

      (*n_records)++;
    }

  return g_object_ref (foed_xml_reader_get_report (reader));
}

static void
assert_problem (FoedReport   *report,
                FoedSeverity  severity,
                const Fault  *fault)
{
  FoedProblem *problem;
  g_autofree char *text = NULL;

  for (guint i = 1; i < foed_report_get_n_problems (report); i++)
    {
      g_autofree char *other = foed_problem_to_string (foed_report_get_problem (report, i));

      g_test_message ("%s", other);
    }

  g_assert_cmpuint (foed_report_get_n_problems (report), ==, 1);
  problem = foed_report_get_problem (report, 0);
  text = foed_problem_to_string (problem);
  g_test_message ("%s", text);
  g_assert_cmpint (foed_problem_get_severity (problem), ==, severity);
  g_assert_cmpstr (foed_problem_get_file (problem), ==, "test.xml");
  g_assert_cmpstr (foed_problem_get_message (problem), ==, fault->message);
  g_assert_cmpstr (foed_problem_get_hint (problem), ==, fault->hint);
  g_assert_cmpstr (foed_problem_get_rule (problem), ==, fault->rule);
  g_assert_cmpint (foed_problem_get_line (problem), ==, fault->line);
  g_assert_cmpint (foed_problem_get_column (problem), ==, fault->column);
  g_assert_cmpstr (foed_problem_get_path (problem), ==, fault->path);
  g_assert_null (strchr (text, '\n'));
}

static void
test_fault (gconstpointer data)
{
  const Fault *fault = data;
  guint n_records;
  g_autoptr (FoedReport) report = read_all (fault->xml, &n_records);

  assert_problem (report, FOED_SEVERITY_ERROR, fault);
  g_assert_cmpuint (n_records, ==, strcmp (fault->rule, "duplicate-id") == 0 ? 1 : 0);
}

static void
test_doubt (gconstpointer data)
{
  const Fault *doubt = data;
  guint n_records;
  g_autoptr (FoedReport) report = read_all (doubt->xml, &n_records);

  assert_problem (report, FOED_SEVERITY_WARNING, doubt);
  g_assert_cmpuint (n_records, ==, 1);
}

/* Each record is judged by itself: those before and after a fault are read, and each fault is told. */
static void
test_faults_apart (void)
{
  guint n_records;
  g_autoptr (FoedReport) report = read_all (FILE_OF ("<place id=\"a\" kind=\"city\"><title>A</title></place>\n"
                                                     "<place id=\"b\" kind=\"cite\"><title>B</title></place>\n"
                                                     "<place id=\"c\" kind=\"city\"><title>C</title></place>\n"
                                                     "<place id=\"d\" kind=\"city\" begin=\"x\"/>\n"
                                                     "<place id=\"e\" kind=\"city\"><title>E</title></place>"),
                                            &n_records);

  g_assert_cmpuint (n_records, ==, 3);
  g_assert_cmpuint (foed_report_get_n_errors (report), ==, 3);
  g_assert_cmpint (foed_problem_get_line (foed_report_get_problem (report, 0)), ==, 4);
  g_assert_cmpint (foed_problem_get_line (foed_report_get_problem (report, 1)), ==, 6);
}

static void
test_one_line (void)
{
  guint n_records;
  g_autoptr (FoedReport) report = read_all (FILE_OF ("<place id=\"a\" kind=\"cite\"><title>A</title></place>"),
                                            &n_records);
  g_autofree char *text = foed_problem_to_string (foed_report_get_problem (report, 0));

  g_assert_cmpstr (text, ==,
                   "test.xml:3:1: error: “cite” is not a kind of place. Did you mean “city”? "
                   "(/foedera/place[a]/@kind; vocabulary)");
}

/* libxml2 itself keeps no line beyond 65535 and no column at all; letters are counted, not bytes. */
static void
test_far_down (void)
{
  g_autoptr (GString) xml = g_string_new ("<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"1\">");
  guint n_records;
  g_autoptr (FoedReport) report = NULL;
  FoedProblem *problem;

  for (guint i = 2; i <= 100000; i++)
    g_string_append_printf (xml, "\n<source id=\"s%u\" kind=\"book\"><title>é &gt; > <!-- <a> --></title></source>", i);

  g_string_append (xml, "\n<?x <b> ?><![CDATA[ ]]><!-- <é> --> <source id=\"x\" kind=\"bok\"><title>T</title></source>"
                        "</foedera>");
  report = read_all (xml->str, &n_records);
  g_assert_cmpuint (n_records, ==, 99999);
  g_assert_cmpuint (foed_report_get_n_problems (report), ==, 1);
  problem = foed_report_get_problem (report, 0);
  g_assert_cmpint (foed_problem_get_line (problem), ==, 100001);
  g_assert_cmpint (foed_problem_get_column (problem), ==, 37);
}

/* A thousand are kept, all are counted. */
static void
test_many_faults (void)
{
  g_autoptr (GString) xml = g_string_new ("<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"1\">");
  guint n_records;
  g_autoptr (FoedReport) report = NULL;

  for (guint i = 0; i < 3000; i++)
    g_string_append (xml, "<wrong/>");

  g_string_append (xml, "</foedera>");
  report = read_all (xml->str, &n_records);
  g_assert_cmpuint (foed_report_get_n_errors (report), ==, 3000);
  g_assert_cmpuint (foed_report_get_n_problems (report), ==, 1000);
}

static void
add_tests (const char       *folder,
           const Fault      *list,
           guint             n_faults,
           GTestDataFunc     func)
{
  for (guint i = 0; i < n_faults; i++)
    {
      g_autofree char *path = g_strdup_printf ("/xml/%s/%s", folder, list[i].name);

      g_test_add_data_func (path, &list[i], func);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_tests ("faults", faults, G_N_ELEMENTS (faults), test_fault);
  add_tests ("doubts", doubts, G_N_ELEMENTS (doubts), test_doubt);
  g_test_add_func ("/xml/problems/faults-apart", test_faults_apart);
  g_test_add_func ("/xml/problems/one-line", test_one_line);
  g_test_add_func ("/xml/problems/far-down", test_far_down);
  g_test_add_func ("/xml/problems/many-faults", test_many_faults);

  return g_test_run ();
}
