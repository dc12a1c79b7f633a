/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>
#include <glib/gstdio.h>
#include <string.h>

/* Stylesheets that a user dropped in, some of them hostile. */

#define SHEET(body) "<xsl:stylesheet version='1.0' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' " \
  "xmlns='https://foedera.github.io/ns/1' xmlns:foedera='https://foedera.github.io/ns/1'>" body "</xsl:stylesheet>"
#define AT_ROOT(body) SHEET ("<xsl:template match='/'>" body "</xsl:template>")
#define SOURCE "<a><b>one</b>\n<b>two</b></a>"

static const FoedTransformLimits small_limits = { 64 << 20, 5, 20000000, 200 };

static char *
apply (const char  *stylesheet,
       const char  *source,
       GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (stylesheet, strlen (stylesheet));
  g_autoptr (GBytes) source_bytes = g_bytes_new (source, strlen (source));
  g_autoptr (FoedTransform) transform = foed_transform_new (bytes, "mine.xsl", error);

  if (transform == NULL)
    return NULL;

  return foed_transform_apply_to_string (transform, source_bytes, &small_limits, NULL, error);
}

static void
test_works (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = apply (AT_ROOT ("<c n='{count(//b)}'><xsl:for-each select='//b'><d line='{foedera:line()}'/>"
                                          "</xsl:for-each><e><xsl:value-of select=\"foedera:date('done on the 4th day of "
                                          "July, A.D. one thousand eight hundred and five')\"/></e></c>"),
                                 SOURCE, &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "n=\"2\""));
  g_assert_nonnull (strstr (text, "line=\"1\""));
  g_assert_nonnull (strstr (text, "line=\"2\""));
  g_assert_nonnull (strstr (text, "1805-07-04"));
}

static void
test_fragment (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = apply (SHEET ("<xsl:include href='foedera:fragment-text.xsl'/><xsl:template match='/'><c>"
                                        "<xsl:apply-templates select='/a' mode='words'/></c></xsl:template>"),
                                 "<a>x<r/></a>", &error);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, ">x</c>"));
}

typedef struct
{
  const char *name;
  const char *stylesheet;
  const char *source;
  const char *says;        /* NULL where the stylesheet runs and gets nothing by it */
} Attack;

#define PASSWORDS "file:///etc/passwd"

static const Attack attacks[] = {
  { "document-of-file", AT_ROOT ("<c><xsl:copy-of select=\"document('" PASSWORDS "')\"/></c>"), SOURCE, NULL },
  { "document-of-network", AT_ROOT ("<c><xsl:copy-of select=\"document('http://127.0.0.1:9/x.xml')\"/></c>"), SOURCE, NULL },
  { "document-of-stylesheet", AT_ROOT ("<c><xsl:copy-of select=\"document('')\"/></c>"), SOURCE, NULL },
  { "document-of-fragment", AT_ROOT ("<c><xsl:copy-of select=\"document('foedera:tota.xsl')\"/></c>"), SOURCE, NULL },
  { "include-file", SHEET ("<xsl:include href='" PASSWORDS "'/>"), SOURCE, "may not include" },
  { "import-relative", SHEET ("<xsl:import href='../../secret.xsl'/>"), SOURCE, "may not include" },
  { "include-out-of-folder", SHEET ("<xsl:include href='foedera:../store/migrations/0001.sql'/>"), SOURCE, "may not include" },
  { "include-nothing", SHEET ("<xsl:include href='foedera:none.xsl'/>"), SOURCE, "may not include" },
  { "entity-in-stylesheet", "<!DOCTYPE x [<!ENTITY e SYSTEM '" PASSWORDS "'>]>" AT_ROOT ("<c>&e;</c>"), SOURCE, "entity" },
  { "endless-recursion", SHEET ("<xsl:template match='/'><xsl:call-template name='t'/></xsl:template>"
                                "<xsl:template name='t'><xsl:call-template name='t'/></xsl:template>"), SOURCE, "mine.xsl" },
  { "endless-application", SHEET ("<xsl:template match='node()|/'><xsl:apply-templates select='/'/></xsl:template>"), SOURCE,
    "mine.xsl" },
  { "doubling", SHEET ("<xsl:template match='/'><xsl:call-template name='t'><xsl:with-param name='s' select=\"'0123456789abcdef'\"/>"
                       "</xsl:call-template></xsl:template><xsl:template name='t'><xsl:param name='s'/>"
                       "<xsl:call-template name='t'><xsl:with-param name='s' select='concat($s, $s)'/></xsl:call-template>"
                       "</xsl:template>"), SOURCE, "too much memory" },
  { "tree-doubling", SHEET ("<xsl:template match='/'><xsl:call-template name='t'><xsl:with-param name='s'><x/></xsl:with-param>"
                            "</xsl:call-template></xsl:template><xsl:template name='t'><xsl:param name='s'/>"
                            "<xsl:call-template name='t'><xsl:with-param name='s'><xsl:copy-of select='$s'/><xsl:copy-of select='$s'/>"
                            "</xsl:with-param></xsl:call-template></xsl:template>"), SOURCE, "mine.xsl" },
  { "slow-path", AT_ROOT ("<c><xsl:value-of select='count(//*[count(//*[count(//*[count(//*[count(//*[count(//*) &gt; 0]) &gt; 0])"
                          " &gt; 0]) &gt; 0]) &gt; 0])'/></c>"),
    "<a><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/>"
    "<b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/></a>",
    "mine.xsl" },
  { "slow-loops", AT_ROOT ("<xsl:for-each select='//*'><xsl:for-each select='//*'><xsl:for-each select='//*'><xsl:for-each "
                           "select='//*'><xsl:for-each select='//*'><xsl:variable name='x' select='1'/></xsl:for-each>"
                           "</xsl:for-each></xsl:for-each></xsl:for-each></xsl:for-each>"),
    "<a><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/>"
    "<b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/><b/></a>",
    "mine.xsl" },
  { "terminated", AT_ROOT ("<xsl:message terminate='yes'>Enough.</xsl:message>"), SOURCE, "Enough" },
  { "no-stylesheet", "<a/>", SOURCE, "mine.xsl" },
  { "not-well-formed", "<xsl:stylesheet", SOURCE, "mine.xsl" },
  { "unknown-function", AT_ROOT ("<c><xsl:value-of select='foedera:shell(1)'/></c>"), SOURCE, "mine.xsl" },
};

static void
test_attack (gconstpointer data)
{
  const Attack *attack = data;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();
  g_autofree char *text = apply (attack->stylesheet, attack->source, &error);

  g_test_message ("%s", error == NULL ? text : error->message);

  if (attack->says != NULL)
    {
      g_assert_error (error, FOED_XML_ERROR, error->code);
      g_assert_nonnull (strstr (error->message, attack->says));
      g_assert_null (text);
    }
  else if (text != NULL)
    {
      g_assert_null (strstr (text, "root:"));
      g_assert_null (strstr (text, "stylesheet"));
    }

  /* Far from any limit that a machine under load could miss. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_TIME_SPAN_SECOND);
}

/* xsl:document and its likes write nothing. */
static void
test_writes_nothing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("foedera-test-XXXXXX", NULL);
  g_autofree char *target = g_build_filename (folder, "written", NULL);
  static const char *const elements[] = {
    "<x:output xmlns:x='http://icl.com/saxon' file='TARGET'>x</x:output>",
    "<x:write xmlns:x='org.apache.xalan.xslt.extensions.Redirect' file='TARGET'>x</x:write>",
    "<x:document xmlns:x='http://www.jclark.com/xt' href='TARGET'>x</x:document>",
    "<x:document xmlns:x='http://exslt.org/common' href='TARGET'>x</x:document>",
    "<xsl:document href='TARGET'>x</xsl:document>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    {
      g_auto (GStrv) parts = g_strsplit (elements[i], "TARGET", -1);
      g_autofree char *element = g_strjoinv (target, parts);
      g_autofree char *stylesheet = g_strdup_printf (
        "<xsl:stylesheet version='1.1' extension-element-prefixes='x' xmlns:xsl='http://www.w3.org/1999/XSL/Transform' "
        "xmlns:x='urn:x'><xsl:template match='/'><c>%s</c></xsl:template></xsl:stylesheet>", element);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = apply (stylesheet, SOURCE, &error);

      g_test_message ("%s: %s", element, text == NULL ? error->message : text);
      g_assert_false (g_file_test (target, G_FILE_TEST_EXISTS));
    }

  g_rmdir (folder);
}

static gpointer
cancel_soon (gpointer data)
{
  g_usleep (100000);
  g_cancellable_cancel (data);

  return NULL;
}

static void
test_cancel (void)
{
  static const FoedTransformLimits limits = { (gsize) 1 << 30, 3600, G_MAXULONG / 2, 200 };
  const char *stylesheet = attacks[14].stylesheet;
  g_autoptr (GBytes) bytes = g_bytes_new_static (stylesheet, strlen (stylesheet));
  g_autoptr (GBytes) source = g_bytes_new_static (attacks[14].source, strlen (attacks[14].source));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedTransform) transform = foed_transform_new (bytes, "mine.xsl", &error);
  g_autofree char *text = NULL;
  GThread *thread;

  g_assert_no_error (error);
  g_assert_cmpstr (attacks[14].name, ==, "slow-loops");
  thread = g_thread_new ("cancel", cancel_soon, cancellable);
  text = foed_transform_apply_to_string (transform, source, &limits, cancellable, &error);
  g_thread_join (thread);
  g_assert_null (text);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The user's own dialects */

static GFile *
make_folder (const char *name,
             const char *stylesheet)
{
  g_autofree char *folder = g_dir_make_tmp ("foedera-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, stylesheet, -1, &error);
  g_assert_no_error (error);

  return g_file_new_for_path (folder);
}

static FoedRecord *
read_one (FoedDialects *dialects,
          const char   *xml,
          const char  **nick,
          FoedReport   *report,
          GError      **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  FoedForeignOptions options = { 0 };
  FoedDialect *dialect = NULL;
  g_autoptr (GPtrArray) records = foed_dialects_read (dialects, bytes, "file.xml", &options, report, &dialect, NULL, error);

  *nick = dialect == NULL ? NULL : foed_dialect_get_nick (dialect);

  return records == NULL ? NULL : g_object_ref (g_ptr_array_index (records, 0));
}

static void
test_own_dialect (void)
{
  g_autoptr (GFile) folder = make_folder ("pacts.xsl", SHEET (
    "<foedera:dialect name='pacts' root='pact' child='head'><foedera:label>Our pacts</foedera:label></foedera:dialect>"
    "<xsl:template match='/pact'><foedera><document kind='treaty' id='{@n}'><title><xsl:value-of select='head'/></title>"
    "<instrument form='treaty'><xsl:for-each select='rule'><clause kind='article' number='{@n}' line='{foedera:line()}'>"
    "<text language='en'><content><xsl:value-of select='.'/></content></text></clause></xsl:for-each></instrument></document>"
    "</foedera></xsl:template>"));
  g_autoptr (FoedDialects) dialects = foed_dialects_new (folder);
  g_autoptr (FoedReport) report = foed_report_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  const char *nick;
  g_autoptr (FoedRecord) document = read_one (dialects, "<x:pact xmlns:x='urn:any' n='IV'><head>Pact</head>\n"
                                              "<rule n='1'>Be  good.</rule></x:pact>", &nick, report, &error);
  FoedRecord *clause;

  g_assert_no_error (error);
  g_assert_cmpstr (nick, ==, "pacts");
  g_assert_false (foed_dialect_is_bundled (foed_dialects_find (dialects, nick)));
  label = foed_dialect_dup_label (foed_dialects_find (dialects, nick));
  g_assert_cmpstr (label, ==, "Our pacts");
  g_assert_cmpstr (foed_record_get_text (document, FOED_FIELD_DIALECT), ==, "pacts");
  g_assert_true (g_str_has_prefix (foed_record_get_id (document), "pacts-iv-"));
  g_assert_cmpuint (strlen (foed_record_get_text (document, FOED_FIELD_HASH)), ==, 64);
  clause = foed_record_get_child (foed_record_get_child (document, 0), 0);
  g_assert_cmpint (foed_record_get_line (clause), ==, 2);
  g_assert_cmpstr (foed_record_get_text (foed_record_get_child (clause, 0), FOED_FIELD_CONTENT), ==, "Be good.");
}

/* A user's stylesheet of the same name goes before ours, and may build on it. */
static void
test_override (void)
{
  g_autoptr (GFile) folder = make_folder ("tota.xsl", SHEET (
    "<xsl:import href='foedera:tota.xsl'/>"
    "<foedera:dialect name='tota' root='treaty' child='meta'/>"
    "<xsl:template match='parties_original/partyisocode'><named-party value='{concat(., \"!\")}'/></xsl:template>"));
  g_autoptr (FoedDialects) dialects = foed_dialects_new (folder);
  g_autoptr (FoedReport) report = foed_report_new ();
  g_autoptr (GError) error = NULL;
  const char *nick;
  g_autoptr (FoedRecord) document = read_one (dialects, "<treaty><meta><name>A</name><parties_original><partyisocode>ALD"
                                              "</partyisocode></parties_original></meta><body/></treaty>", &nick, report, &error);
  FoedRecord *instrument;

  g_assert_no_error (error);
  g_assert_cmpstr (nick, ==, "tota");
  g_assert_false (foed_dialect_is_bundled (foed_dialects_find (dialects, "tota")));
  instrument = foed_record_get_child (document, 0);
  g_assert_cmpstr (foed_record_get_text (foed_record_get_child (instrument, 0), FOED_FIELD_VALUE), ==, "ALD!");
}

/* A stylesheet that can't be used is told of and leaves ours alone. */
static void
test_broken_override (void)
{
  static const char *const broken[] = { "<xsl:stylesheet", SHEET (""), SHEET ("<foedera:dialect name='Tota' root='treaty'/>"),
                                        SHEET ("<foedera:dialect name='tota' root='treaty'/><xsl:include href='file:///x'/>") };

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autoptr (GFile) folder = make_folder ("tota.xsl", broken[i]);
      g_autoptr (FoedDialects) dialects = foed_dialects_new (folder);
      FoedReport *report = foed_dialects_get_report (dialects);

      g_assert_cmpuint (foed_report_get_n_errors (report), ==, 1);
      g_assert_cmpstr (foed_problem_get_file (foed_report_get_problem (report, 0)), ==, "tota.xsl");
      g_assert_true (foed_dialect_is_bundled (foed_dialects_find (dialects, "tota")));
    }
}

/* What a stylesheet makes is checked like anything else from outside. */
static void
test_bad_output (void)
{
  static const char *const outputs[] = {
    "<nothing/>", "<foedera/>",
    "<foedera><document kind='treaty'><title>T</title><clause kind='article'/></document></foedera>",
    "<foedera><document><title>T</title></document></foedera>",
    "<foedera><document kind='novel'><title>T</title></document></foedera>",
    "<foedera><state id='aland'/></foedera>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (outputs); i++)
    {
      g_autofree char *stylesheet = g_strdup_printf (SHEET ("<foedera:dialect name='bad' root='pact'/><xsl:template match='/'>%s"
                                                            "</xsl:template>"), outputs[i]);
      g_autoptr (GFile) folder = make_folder ("bad.xsl", stylesheet);
      g_autoptr (FoedDialects) dialects = foed_dialects_new (folder);
      g_autoptr (FoedReport) report = foed_report_new ();
      g_autoptr (GError) error = NULL;
      const char *nick;
      g_autoptr (FoedRecord) document = read_one (dialects, "<pact/>", &nick, report, &error);

      g_assert_null (document);
      g_assert_error (error, FOED_XML_ERROR, FOED_XML_ERROR_NOT_NATIVE);
      g_assert_cmpuint (foed_report_get_n_errors (report), >, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/transform/works", test_works);
  g_test_add_func ("/transform/fragment", test_fragment);
  g_test_add_func ("/transform/writes-nothing", test_writes_nothing);
  g_test_add_func ("/transform/cancel", test_cancel);
  g_test_add_func ("/transform/own-dialect", test_own_dialect);
  g_test_add_func ("/transform/override", test_override);
  g_test_add_func ("/transform/broken-override", test_broken_override);
  g_test_add_func ("/transform/bad-output", test_bad_output);

  for (guint i = 0; i < G_N_ELEMENTS (attacks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/transform/attack/%s", attacks[i].name);

      g_test_add_data_func (path, &attacks[i], test_attack);
    }

  return g_test_run ();
}
