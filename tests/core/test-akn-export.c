/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <locale.h>
#include <string.h>

#include "test-corpus.h"
#include "test-dialect-files.h"
#include "test-stores.h"

/* What is written as Akoma Ntoso is valid by the schema of OASIS, and says the same when it is read again. */

static void
import_folder (TestStore  *store,
               const char *path)
{
  g_autoptr (FoedImport) run = foed_import_new (store->library);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  g_autoptr (FoedImportReport) report = NULL;
  g_autoptr (GError) error = NULL;

  foed_import_add_file (run, folder);
  report = foed_import_run_sync (run, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (foed_import_report_get_n_new (report), >, 0);
}

static GBytes *
export (TestStore  *store,
        const char *id)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  foed_akn_export_to_stream_sync (store->library, id, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static FoedStateIndex *
load_states (TestStore *store)
{
  g_auto (GStrv) ids = foed_library_list_ids_sync (store->library, FOED_RECORD_STATE, NULL, NULL);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (states, test_store_get (store, ids[i]));

  return foed_state_index_new (states);
}

static void
assert_same_value (FoedRecord *before,
                   FoedRecord *after,
                   FoedField   field)
{
  g_autofree char *here = foed_record_dup_string (before, field);
  g_autofree char *there = foed_record_dup_string (after, field);

  if (g_strcmp0 (here, there) != 0)
    g_error ("%s: %s was “%s” and is “%s”", foed_record_get_id (before), foed_field_get_nick (field), here, there);
}

static GPtrArray *
list_children (FoedRecord     *record,
               FoedRecordKind  kind)
{
  GPtrArray *children = g_ptr_array_new ();

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    if (foed_record_get_kind (foed_record_get_child (record, i)) == kind)
      g_ptr_array_add (children, foed_record_get_child (record, i));

  return children;
}

/* Whether the language of a wording was told, so that it need not be guessed. */
static gboolean
has_language (FoedRecord *text)
{
  return strcmp (foed_record_get_text (text, FOED_FIELD_LANGUAGE), "und") != 0;
}

static void
assert_same_texts (FoedRecord *before,
                   FoedRecord *after)
{
  g_autoptr (GPtrArray) here = list_children (before, FOED_RECORD_TEXT);
  g_autoptr (GPtrArray) there = list_children (after, FOED_RECORD_TEXT);

  if (here->len != there->len)
    g_error ("%s: %u wordings were, %u are", foed_record_get_id (before), here->len, there->len);

  for (guint i = 0; i < here->len; i++)
    {
      assert_same_value (here->pdata[i], there->pdata[i], FOED_FIELD_CONTENT);

      if (has_language (here->pdata[i]))
        assert_same_value (here->pdata[i], there->pdata[i], FOED_FIELD_LANGUAGE);
    }
}

static guint
assert_same_clauses (FoedRecord *before,
                     FoedRecord *after)
{
  static const FoedField fields[] = {
    FOED_FIELD_KIND, FOED_FIELD_NUMBER, FOED_FIELD_TITLE, FOED_FIELD_SUMMARY, FOED_FIELD_BEGIN, FOED_FIELD_END,
  };
  g_autoptr (GPtrArray) here = list_children (before, FOED_RECORD_CLAUSE);
  g_autoptr (GPtrArray) there = list_children (after, FOED_RECORD_CLAUSE);
  guint n_clauses = here->len;

  if (here->len != there->len)
    g_error ("%s: %u clauses were, %u are", foed_record_get_id (before), here->len, there->len);

  for (guint i = 0; i < here->len; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        assert_same_value (here->pdata[i], there->pdata[i], fields[j]);

      assert_same_texts (here->pdata[i], there->pdata[i]);
      n_clauses += assert_same_clauses (here->pdata[i], there->pdata[i]);
    }

  return n_clauses;
}

/* The states, or else the words, of parties. */
static void
add_parties (GHashTable     *parties,
             FoedRecord     *record,
             FoedRecordKind  kind)
{
  g_autoptr (GPtrArray) children = list_children (record, kind);

  for (guint i = 0; i < children->len; i++)
    {
      const char *state = foed_record_get_reference (children->pdata[i], FOED_FIELD_STATE);

      g_hash_table_add (parties, (gpointer) (state != NULL ? state : foed_record_get_text (children->pdata[i],
                                                                                          FOED_FIELD_VALUE)));
    }
}

static void
assert_same_parties (FoedRecord *before,
                     FoedRecord *after)
{
  g_autoptr (GHashTable) here = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) instruments_here = list_children (before, FOED_RECORD_INSTRUMENT);
  g_autoptr (GPtrArray) instruments_there = list_children (after, FOED_RECORD_INSTRUMENT);
  GHashTableIter iterator;
  gpointer name;

  add_parties (here, before, FOED_RECORD_PARTY);

  for (guint i = 0; i < instruments_here->len; i++)
    add_parties (here, instruments_here->pdata[i], FOED_RECORD_NAMED_PARTY);

  for (guint i = 0; i < instruments_there->len; i++)
    add_parties (there, instruments_there->pdata[i], FOED_RECORD_NAMED_PARTY);

  g_hash_table_iter_init (&iterator, here);

  while (g_hash_table_iter_next (&iterator, &name, NULL))
    if (!g_hash_table_contains (there, name))
      g_error ("%s: “%s” is no party any more", foed_record_get_id (before), (char *) name);

  g_assert_cmpuint (g_hash_table_size (here), ==, g_hash_table_size (there));
}

/* What happened stays told on the same days. */
static void
assert_same_events (FoedRecord *before,
                    FoedRecord *after)
{
  g_autoptr (GPtrArray) here = list_children (before, FOED_RECORD_EVENT);

  for (guint i = 0; i < here->len; i++)
    {
      FoedRecord *event = test_find (after, FOED_RECORD_EVENT, FOED_FIELD_TITLE,
                                     foed_record_get_text (here->pdata[i], FOED_FIELD_TITLE));

      if (event == NULL)
        g_error ("%s is gone", foed_record_get_id (here->pdata[i]));
    }
}

static guint
assert_same_record (FoedRecord *before,
                    FoedRecord *after)
{
  static const FoedField fields[] = {
    FOED_FIELD_FORM, FOED_FIELD_TITLE, FOED_FIELD_SUMMARY, FOED_FIELD_SIGNED, FOED_FIELD_BEGIN, FOED_FIELD_END,
  };
  g_autoptr (GPtrArray) here = list_children (before, FOED_RECORD_INSTRUMENT);
  g_autoptr (GPtrArray) there = list_children (after, FOED_RECORD_INSTRUMENT);
  guint n_clauses = 0;

  assert_same_value (before, after, FOED_FIELD_TITLE);
  assert_same_value (before, after, FOED_FIELD_SUMMARY);
  g_assert_cmpuint (here->len, ==, there->len);

  for (guint i = 0; i < here->len; i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (fields); j++)
        assert_same_value (here->pdata[i], there->pdata[i], fields[j]);

      n_clauses += assert_same_clauses (here->pdata[i], there->pdata[i]);
    }

  if (here->len > 0)
    assert_same_parties (before, after);

  assert_same_events (before, after);

  return n_clauses;
}

/* Returns: (nullable): the schema of the corpus */
static xmlSchema *
load_schema (void)
{
  g_autoptr (GFile) file = test_corpus_find ("akn/schema/akomantoso30.xsd");
  xmlSchemaParserCtxt *parser;
  xmlSchema *schema;

  if (file == NULL)
    return NULL;

  parser = xmlSchemaNewParserCtxt (g_file_peek_path (file));
  schema = xmlSchemaParse (parser);
  xmlSchemaFreeParserCtxt (parser);
  g_assert_nonnull (schema);

  return schema;
}

static void
say_what_is_invalid (void     *user_data,
                     xmlError *error)
{
  g_test_message ("line %d: %s", error->line, error->message);
}

static void
assert_valid (xmlSchema  *schema,
              GBytes     *bytes,
              const char *id)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  xmlDoc *document = xmlReadMemory (text, length, id, NULL, XML_PARSE_NONET | XML_PARSE_HUGE);
  xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt (schema);
  int problem;

  xmlSchemaSetValidStructuredErrors (context, say_what_is_invalid, NULL);
  problem = xmlSchemaValidateDoc (context, document);
  xmlSchemaFreeValidCtxt (context);
  xmlFreeDoc (document);

  if (problem != 0)
    g_error ("the Akoma Ntoso of %s is not valid", id);
}

static void
check_records (TestStore      *store,
               FoedRecordKind  kind,
               xmlSchema      *schema)
{
  g_autoptr (FoedStateIndex) states = load_states (store);
  g_auto (GStrv) ids = foed_library_list_ids_sync (store->library, kind, NULL, NULL);
  guint n_clauses = 0;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (FoedRecord) before = test_store_get (store, ids[i]);
      g_autoptr (GBytes) bytes = export (store, ids[i]);
      g_autoptr (TestFile) after = test_file_read_bytes (bytes, ids[i], FALSE, states);

      if (schema != NULL)
        assert_valid (schema, bytes, ids[i]);

      g_assert_nonnull (after->document);
      n_clauses += assert_same_record (before, after->document);
    }

  g_test_message ("%u records with %u clauses", g_strv_length (ids), n_clauses);
  g_assert_cmpuint (n_clauses, >, 0);
}

static void
test_bundled (TestStore     *store,
              gconstpointer  data)
{
  xmlSchema *schema = load_schema ();

  import_folder (store, FOEDERA_LIBRARY_DIR);
  check_records (store, FOED_RECORD_ALLIANCE, schema);
  g_clear_pointer (&schema, xmlSchemaFree);
}

/* What came in another dialect goes out as Akoma Ntoso. */
static void
test_corpus (TestStore     *store,
             gconstpointer  data)
{
  g_autoptr (GFile) folder = test_corpus_find (data);
  xmlSchema *schema;

  if (folder == NULL)
    return;

  schema = load_schema ();
  import_folder (store, FOEDERA_LIBRARY_DIR);
  import_folder (store, g_file_peek_path (folder));
  check_records (store, FOED_RECORD_DOCUMENT, schema);
  xmlSchemaFree (schema);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const folders[] = {
    "akn", "canada", "clml", "east-india", "formex", "tei", "tei-tcp", "tota", "uslm",
  };

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/akn-export/bundled", TestStore, NULL, test_store_set_up, test_bundled, test_store_tear_down);

  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_strdup_printf ("/akn-export/%s", folders[i]);

      g_test_add (path, TestStore, folders[i], test_store_set_up, test_corpus, test_store_tear_down);
    }

  return g_test_run ();
}
