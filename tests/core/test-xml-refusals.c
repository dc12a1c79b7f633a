/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "test-stores.h"
#include "xml/foed-xml-input-private.h"

/* Files that are refused as a whole. Whatever stands in them before the fault does not reach the library. */

#define HEAD "<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"1\">\n" \
             "<place id=\"early\" kind=\"city\"><title>Early</title></place>\n"
#define MEGABYTE (1024 * 1024)

typedef struct
{
  const char *name;
  const char *content;
  gssize      length;
  const char *rule;
  int         line;
  const char *message;
} Refusal;

static const Refusal refusals[] = {
  { "empty", "", 0, "well-formed", 0, "The file is empty." },
  { "blank", "  \n ", -1, "well-formed", 2, "The file ends before anything was said." },
  { "only-declaration", "<?xml version=\"1.0\"?>\n", -1, "well-formed", 2, "The file ends before anything was said." },
  { "text", "Treaty of Alliance", -1, "well-formed", 1, "The file is not XML: it does not begin with “<”." },
  { "binary", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, "well-formed", 1, "The file is not XML:" },
  { "truncated-in-element", HEAD "<state id=\"a\"><title>A</title>", -1, "well-formed", 3,
    "The file ends too early: <state> is still open." },
  { "truncated-in-text", HEAD "<state id=\"a\"><title>A", -1, "well-formed", 3,
    "The file ends too early: <state> is still open." },
  { "truncated-in-tag", HEAD "<state id=\"a\"><title>A</title><name kind=\"sho", -1, "well-formed", 3,
    "The file ends too early: <state> is still open." },
  { "truncated-in-comment", HEAD "<!-- to be", -1, "well-formed", 3,
    "The file ends too early: <foedera> is still open." },
  { "truncated-before-the-end", HEAD, -1, "well-formed", 3, "The file ends too early: <foedera> is still open." },
  { "wrong-end", HEAD "<state id=\"a\"><title>A</titel></state></foedera>", -1, "well-formed", 3,
    "The file is not well-formed XML: Opening and ending tag mismatch" },
  { "two-roots", HEAD "</foedera><foedera/>", -1, "well-formed", 3, "The file is not well-formed XML: Extra content" },
  { "attribute-twice", HEAD "<state id=\"a\" id=\"b\"/></foedera>", -1, "well-formed", 3,
    "The file is not well-formed XML: Attribute id redefined" },
  { "unbound-prefix", HEAD "<x:state id=\"a\"/></foedera>", -1, "element", 3,
    "<x:state> is not an element of the native format." },
  { "control-character", HEAD "<state id=\"a\"><title>A\001</title></state></foedera>", -1, "well-formed", 3,
    "The file is not well-formed XML: PCDATA invalid Char value 1" },
  { "control-character-by-number", HEAD "<state id=\"a\"><title>A&#1;</title></state></foedera>", -1, "well-formed", 3,
    "The file is not well-formed XML: xmlParseCharRef: invalid xmlChar value 1" },
  { "wrong-root", "<alliance id=\"a\"><title>A</title></alliance>", -1, "root", 1,
    "A file that begins with <alliance> is in no dialect that is known." },
  { "other-format", "<?xml version=\"1.0\"?>\n<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"/>",
    -1, "root", 2, "A file that begins with <akomaNtoso> is in no dialect that is known." },
  { "no-namespace", "<foedera version=\"1\"/>", -1, "namespace", 1,
    "The root element is not in the namespace of the format." },
  { "other-namespace", "<foedera xmlns=\"https://foedera.github.io/ns/2\" version=\"1\"/>", -1, "namespace", 1,
    "The root element is not in the namespace of the format." },
  { "newer-version", "<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"2\"/>", -1, "version", 1,
    "The file is of version “2” of the format; this program reads version 1." },
  { "no-version", "<foedera xmlns=\"https://foedera.github.io/ns/1\"/>", -1, "version", 1,
    "The root element has no version." },
  { "doctype", "<!DOCTYPE foedera SYSTEM \"foedera.dtd\">\n" HEAD "</foedera>", -1, "doctype", 1,
    "The file has a DOCTYPE, which is refused for safety." },
  { "billion-laughs",
    "<!DOCTYPE foedera [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
    "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">"
    "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">"
    "<!ENTITY i \"&h;&h;&h;&h;&h;&h;&h;&h;&h;&h;\">]>\n"
    "<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"1\"><state id=\"a\"><title>&i;</title></state></foedera>",
    -1, "doctype", 1, "The file has a DOCTYPE, which is refused for safety." },
  { "laughs-in-attribute",
    "<!DOCTYPE foedera [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
    "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">"
    "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY h \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">]>\n"
    "<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"1\"><state id=\"&h;\"/></foedera>",
    -1, "doctype", 1, "The file has a DOCTYPE, which is refused for safety." },
  { "external-entity",
    "<!DOCTYPE foedera [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n"
    "<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"1\"><state id=\"a\"><title>&x;</title></state></foedera>",
    -1, "doctype", 1, "The file has a DOCTYPE, which is refused for safety." },
  { "external-parameter-entity",
    "<!DOCTYPE foedera [<!ENTITY % x SYSTEM \"file:///etc/passwd\"> %x;]>\n" HEAD "</foedera>",
    -1, "doctype", 1, "The file has a DOCTYPE, which is refused for safety." },
  { "undeclared-entity", HEAD "<state id=\"a\"><title>Caf&eacute;</title></state></foedera>", -1, "entity", 3,
    "The entity “eacute” is not one of the five of XML." },
  { "undeclared-entity-in-attribute", HEAD "<state id=\"&eacute;\"/></foedera>", -1, "entity", 3,
    "The entity “eacute” is not one of the five of XML." },
  { "invalid-utf-8", HEAD "<state id=\"a\"><title>Caf\xe9</title></state></foedera>", -1, "encoding", 3,
    "The text is not valid UTF-8." },
  { "overlong-utf-8", HEAD "<state id=\"a\"><title>\xc0\xaf</title></state></foedera>", -1, "encoding", 3,
    "The text is not valid UTF-8." },
  { "latin-1", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n" HEAD "</foedera>", -1, "encoding", 1,
    "The file is in the encoding “ISO-8859-1”." },
  { "utf-16", "\xff\xfe<\0f\0o\0e\0d\0e\0r\0a\0/\0>\0", 22, "encoding", 1,
    "The file is in the encoding UTF-16 or UTF-32." },
  { "unknown-encoding", "<?xml version=\"1.0\" encoding=\"x-none\"?>\n" HEAD "</foedera>", -1, "well-formed", 1,
    "The file is not well-formed XML: Unsupported encoding x-none" },
  { "duplicate-id", HEAD "<state id=\"early\"><title>A</title></state></foedera>", -1, "duplicate-id", 3,
    "The id “early” is used twice, first on line 2." },
  { "unknown-term", HEAD "<place id=\"a\" kind=\"village\"><title>A</title></place></foedera>", -1, "vocabulary", 3,
    "“village” is not a kind of place." },
  { "dangling-reference", HEAD "<place id=\"a\" kind=\"city\" within=\"b\"><title>A</title></place></foedera>", -1,
    "reference", 3, "“within” names “b”, but there is no <place> of that id." },
};

static char *
make_file (TestStore  *store,
           const char *name,
           const char *content,
           gssize      length)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (store->folder, name, NULL);

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);

  return path;
}

static FoedImportReport *
import (TestStore  *store,
        const char *path)
{
  g_autoptr (FoedImport) run = foed_import_new (store->library);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  FoedImportReport *report;

  foed_import_add_file (run, file);
  report = foed_import_run_sync (run, NULL, &error);
  g_assert_no_error (error);

  return report;
}

/* Of a refused file there is exactly one problem, and it changes nothing. */
static FoedProblem *
import_refused (TestStore  *store,
                const char *path)
{
  g_autofree char *before = test_store_dump (store);
  g_autoptr (FoedImportReport) report = import (store, path);
  g_autofree char *after = test_store_dump (store);
  FoedImportFile *file = foed_import_report_get_file (report, 0);
  FoedReport *problems = foed_import_file_get_report (file);

  g_assert_true (foed_import_file_get_refused (file));
  g_assert_cmpuint (foed_report_get_n_problems (problems), ==, 1);
  g_assert_cmpstr (before, ==, after);

  return g_object_ref (foed_report_get_problem (problems, 0));
}

static void
test_refusal (TestStore     *store,
              gconstpointer  data)
{
  const Refusal *refusal = data;
  g_autofree char *path = make_file (store, "bad.xml", refusal->content, refusal->length);
  g_autoptr (FoedProblem) problem = import_refused (store, path);
  g_autofree char *text = foed_problem_to_string (problem);

  g_test_message ("%s", text);
  g_assert_cmpstr (foed_problem_get_file (problem), ==, path);

  g_assert_cmpstr (foed_problem_get_rule (problem), ==, refusal->rule);
  g_assert_true (g_str_has_prefix (foed_problem_get_message (problem), refusal->message));
  g_assert_cmpint (foed_problem_get_line (problem), ==, refusal->line);
}

/* A stream that is too long to be kept: a head, a letter many times, a tail. */
#define TEST_TYPE_STREAM (test_stream_get_type ())
G_DECLARE_FINAL_TYPE (TestStream, test_stream, TEST, STREAM, GInputStream)

struct _TestStream
{
  GInputStream  parent_instance;
  const char   *head;
  const char   *middle;
  guint64       n_middle;
  guint64       offset;
  gboolean      breaks;
};

G_DEFINE_FINAL_TYPE (TestStream, test_stream, G_TYPE_INPUT_STREAM)

static void
copy_middle (TestStream *self,
             char       *buffer,
             gsize       n_bytes,
             guint64     offset)
{
  gsize n_middle = strlen (self->middle);

  while (n_bytes > 0)
    {
      gsize begin = offset % n_middle;
      gsize n_copied = MIN (n_bytes, n_middle - begin);

      memcpy (buffer, self->middle + begin, n_copied);
      buffer += n_copied;
      offset += n_copied;
      n_bytes -= n_copied;
    }
}

static gssize
test_stream_read (GInputStream  *stream,
                  void          *buffer,
                  gsize          count,
                  GCancellable  *cancellable,
                  GError       **error)
{
  TestStream *self = TEST_STREAM (stream);
  gsize n_head = strlen (self->head);
  gsize n_middle = strlen (self->middle);
  gsize n_read;

  if (self->offset < n_head)
    {
      n_read = MIN (count, n_head - self->offset);
      memcpy (buffer, self->head + self->offset, n_read);
    }
  else
    {
      n_read = MIN (count, self->n_middle - MIN (self->n_middle, self->offset - n_head));

      if (n_middle == 1)
        memset (buffer, self->middle[0], n_read);
      else
        copy_middle (self, buffer, n_read, self->offset - n_head);
    }

  self->offset += n_read;

  if (n_read == 0 && self->breaks)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the disk is gone");
      return -1;
    }

  return n_read;
}

static void
test_stream_class_init (TestStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = test_stream_read;
}

static void
test_stream_init (TestStream *self)
{
}

static GInputStream *
make_stream (const char *head,
             const char *middle,
             guint64     n_middle)
{
  TestStream *self = g_object_new (TEST_TYPE_STREAM, NULL);

  self->head = head;
  self->middle = middle;
  self->n_middle = n_middle;

  return G_INPUT_STREAM (self);
}

typedef struct
{
  const char *name;
  const char *head;
  const char *middle;
  guint64     n_middle;
  guint64     most_read;
  const char *message;
} Flood;

#define ROOT "<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"1\">"
#define LONG_TEXT "A text is longer than 8 MiB"
#define LONG_TAG "A tag, comment or instruction is longer than 256 KiB."

static const Flood floods[] = {
  { "text", ROOT "<state id=\"a\"><title>", "x", 200 * MEGABYTE, 12 * MEGABYTE, LONG_TEXT },
  { "cdata", ROOT "<state id=\"a\"><title><![CDATA[", "x", 200 * MEGABYTE, 12 * MEGABYTE, LONG_TEXT },
  { "text-of-many-nodes", ROOT "<state id=\"a\"><title>", "x<!---->", 200 * MEGABYTE, MEGABYTE,
    "There are 64 MiB or 10,000 comments without an element." },
  { "attribute", ROOT "<state id=\"", "x", 200 * MEGABYTE, MEGABYTE, LONG_TAG },
  { "comment", ROOT "<!--", "x", 200 * MEGABYTE, MEGABYTE, LONG_TAG },
  { "instruction", ROOT "<?x ", "x", 200 * MEGABYTE, MEGABYTE, LONG_TAG },
  { "name", ROOT "<", "x", 200 * MEGABYTE, MEGABYTE, LONG_TAG },
  { "end-of-element", ROOT "<state id=\"a\"></", "x", 200 * MEGABYTE, MEGABYTE, LONG_TAG },
  { "attributes", ROOT "<state a=''", " b=''", 200 * MEGABYTE, MEGABYTE, "An element has more than 256 attributes." },
  { "depth", ROOT, "<state>", 200 * MEGABYTE, MEGABYTE, "Elements lie more than 64 levels deep." },
  { "depth-of-unknown", ROOT, "<x>", 200 * MEGABYTE, MEGABYTE, "Elements lie more than 64 levels deep." },
  { "internal-subset", "<!DOCTYPE foedera [", "<!ENTITY a 'b'>", 200 * MEGABYTE, MEGABYTE,
    "The file has a DOCTYPE" },
  { "declaration", "<?xml version=\"1.0\"", " ", 200 * MEGABYTE, MEGABYTE, LONG_TAG },
  { "records-in-record", ROOT "<state id=\"a\"><title>A</title>", "<spell/>", 200 * MEGABYTE, 3 * MEGABYTE,
    "One record holds more than 250000 others." },
};

/* In megabytes. AddressSanitizer keeps what was freed for a while and surrounds what was not. */
#ifdef __SANITIZE_ADDRESS__
#define MEMORY_LIMIT 600
#else
#define MEMORY_LIMIT 150
#endif

static glong
get_peak_memory (void)
{
  struct rusage usage;

  g_assert_cmpint (getrusage (RUSAGE_SELF, &usage), ==, 0);

  return usage.ru_maxrss / 1024;
}

/* A limit is met long before it takes the memory or the time of what is sent. */
static void
test_flood (gconstpointer data)
{
  const Flood *flood = data;
  g_autoptr (GInputStream) stream = make_stream (flood->head, flood->middle, flood->n_middle);
  g_autoptr (FoedXmlReader) reader = foed_xml_reader_new (stream, "flood.xml");
  g_autoptr (FoedRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  glong before = get_peak_memory ();

  g_assert_false (foed_xml_reader_next (reader, &record, NULL, &error));
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
  g_assert_true (error->domain == FOED_XML_ERROR);
  g_assert_true (g_str_has_prefix (error->message, flood->message));
  g_assert_cmpuint (foed_xml_reader_get_offset (reader), <=, flood->most_read);
  g_assert_cmpint (get_peak_memory () - before, <, MEMORY_LIMIT);

  /* It stays so. */
  g_clear_error (&error);
  g_assert_false (foed_xml_reader_next (reader, &record, NULL, &error));
  g_assert_nonnull (error);
}

/* Many small records pass, in little memory. */
static void
test_long_file (void)
{
  g_autoptr (GInputStream) stream = make_stream (ROOT, "<state id='a'><title>A</title></state>\n", 20 * MEGABYTE);
  g_autoptr (FoedXmlReader) reader = foed_xml_reader_new (stream, "long.xml");
  glong before = get_peak_memory ();
  guint n_records = 0;

  for (;;)
    {
      g_autoptr (FoedRecord) record = NULL;
      g_autoptr (GError) error = NULL;

      if (!foed_xml_reader_next (reader, &record, NULL, &error))
        {
          g_assert_error (error, FOED_XML_ERROR, FOED_XML_ERROR_NOT_WELL_FORMED);
          break;
        }

      n_records++;
    }

  g_assert_cmpuint (n_records, ==, 1);
  g_assert_cmpuint (foed_xml_reader_get_n_records (reader), >, 500000);
  g_assert_cmpint (get_peak_memory () - before, <, MEMORY_LIMIT);
}

static void
test_largest_file (void)
{
  g_autofree char *blanks = g_strnfill (MEGABYTE, ' ');
  g_autofree char *middle = g_strconcat ("<a/>", blanks, NULL);
  g_autoptr (GInputStream) stream = make_stream (ROOT, middle, FOED_XML_LONGEST_FILE * 2);
  FoedXmlInput *input = foed_xml_input_new (stream);
  g_autofree char *buffer = g_malloc (65536);
  guint64 sum = 0;
  int n_read;

  while ((n_read = foed_xml_input_read (input, buffer, 65536)) > 0)
    sum += n_read;

  g_assert_cmpint (n_read, ==, -1);
  g_assert_cmpint (foed_xml_input_get_state (input), ==, FOED_XML_INPUT_TOO_LONG);
  g_assert_cmpuint (sum, <=, FOED_XML_LONGEST_FILE);
  g_assert_cmpuint (sum, >, FOED_XML_LONGEST_FILE - 65536);
  foed_xml_input_free (input);
}

static void
test_folder_as_file (TestStore     *store,
                     gconstpointer  data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (store->folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (foed_xml_reader_new_for_file (folder, NULL, NULL, &error));
  g_assert_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_READ);
  g_assert_true (g_str_has_suffix (error->message, "is a folder, not a file."));
}

static void
let_nobody_in (TestStore *store)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  g_assert_cmpint (g_chmod (store->folder, 0777), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (store->path, suffixes[i], NULL);

      g_chmod (path, 0666);
    }
}

/* Permissions do not bind root, so that the test becomes nobody where it is root. */
static void
test_no_permission (TestStore     *store,
                    gconstpointer  data)
{
  g_autofree char *path = NULL;
  g_autoptr (FoedProblem) problem = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  path = make_file (store, "secret.xml", HEAD "</foedera>", -1);
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  let_nobody_in (store);

  if (getuid () == 0)
    g_assert_cmpint (seteuid (65534), ==, 0);

  problem = import_refused (store, path);
  g_assert_cmpstr (foed_problem_get_rule (problem), ==, "file");
  g_assert_true (g_str_has_prefix (foed_problem_get_message (problem), "There is no permission to read"));

  g_assert_cmpint (seteuid (getuid ()), ==, 0);
}

/* The stream breaks off with an error, as a network disk does. */
static void
test_broken_stream (void)
{
  g_autoptr (GInputStream) stream = make_stream (HEAD "<state id=\"a\">", " ", 100000);
  g_autoptr (FoedXmlReader) reader = foed_xml_reader_new (stream, "gone.xml");
  g_autoptr (FoedRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  TEST_STREAM (stream)->breaks = TRUE;
  g_assert_true (foed_xml_reader_next (reader, &record, NULL, &error));
  g_assert_nonnull (record);
  g_clear_object (&record);
  g_assert_false (foed_xml_reader_next (reader, &record, NULL, &error));
  g_assert_error (error, FOED_XML_ERROR, FOED_XML_ERROR_CANNOT_READ);
  g_assert_nonnull (strstr (error->message, "the disk is gone"));
  g_assert_cmpuint (foed_report_get_n_errors (foed_xml_reader_get_report (reader)), ==, 1);
}

static void
test_cancelled (void)
{
  g_autoptr (GInputStream) stream = make_stream (ROOT, " ", 100 * MEGABYTE);
  g_autoptr (FoedXmlReader) reader = foed_xml_reader_new (stream, "slow.xml");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (FoedRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (foed_xml_reader_next (reader, &record, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (foed_report_get_n_problems (foed_xml_reader_get_report (reader)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/xml/refusals/%s", refusals[i].name);

      g_test_add (path, TestStore, &refusals[i], test_store_set_up, test_refusal, test_store_tear_down);
    }

  for (guint i = 0; i < G_N_ELEMENTS (floods); i++)
    {
      g_autofree char *path = g_strdup_printf ("/xml/floods/%s", floods[i].name);

      g_test_add_data_func (path, &floods[i], test_flood);
    }

  g_test_add_func ("/xml/floods/long-file", test_long_file);
  g_test_add_func ("/xml/floods/largest-file", test_largest_file);
  g_test_add ("/xml/refusals/folder-as-file", TestStore, NULL, test_store_set_up, test_folder_as_file,
              test_store_tear_down);
  g_test_add ("/xml/refusals/no-permission", TestStore, NULL, test_store_set_up, test_no_permission,
              test_store_tear_down);
  g_test_add_func ("/xml/refusals/broken-stream", test_broken_stream);
  g_test_add_func ("/xml/refusals/cancelled", test_cancelled);

  return g_test_run ();
}
