/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "test-stores.h"

#include "store/foed-search-index-private.h"
#include "store/foed-table-private.h"

/* Every kind of record that the model has, with every field that it has, goes through the library: whoever adds a kind
 * or a field and forgets a table, a column or the search index is told here. */

typedef struct
{
  guint variant;
  guint n_of_kind[FOED_N_RECORD_KINDS];
} TestForge;

static char *
make_id (FoedRecordKind kind,
         guint          number)
{
  return g_strdup_printf ("x-%s-%u", foed_record_kind_get_info (kind)->nick, number);
}

/* A word that occurs once in the library. */
static char *
make_word (FoedRecordKind kind,
           FoedField      field,
           guint          variant)
{
  return g_strdup_printf ("w%ux%ux%u", kind, field, variant);
}

static void
fill_field (FoedRecordBuilder   *builder,
            FoedRecordKind       kind,
            const FoedFieldInfo *info,
            guint                variant)
{
  g_autofree char *word = make_word (kind, info->field, variant);
  g_autofree char *first = make_id (info->target != FOED_RECORD_NONE ? info->target : FOED_RECORD_SOURCE, 1);
  g_autofree char *both = g_strdup_printf (variant == 1 ? "%s x-second" : "x-second %s", first);
  g_autofree char *number = g_strdup_printf ("%u.5", variant);
  const FoedTerm *terms;
  const char *string = NULL;
  guint n_terms;

  switch (info->type)
    {
    case FOED_FIELD_TYPE_TEXT:
      string = word;
      break;

    case FOED_FIELD_TYPE_INTEGER:
      string = variant == 1 ? "7" : "8";
      break;

    case FOED_FIELD_TYPE_NUMBER:
      string = number;
      break;

    case FOED_FIELD_TYPE_BEGIN:
      string = variant == 1 ? "1900-02" : "1900-03~";
      break;

    case FOED_FIELD_TYPE_END:
      string = variant == 1 ? "1910" : "1911?";
      break;

    case FOED_FIELD_TYPE_TERM:
      terms = foed_vocabulary_get_terms (info->vocabulary, &n_terms);
      string = terms[(variant - 1) % n_terms].nick;
      break;

    case FOED_FIELD_TYPE_REFERENCE:
      string = first;
      break;

    case FOED_FIELD_TYPE_REFERENCES:
      string = info->target == FOED_RECORD_STATE ? both : first;
      break;

    default:
      g_assert_not_reached ();
    }

  g_assert_true (foed_record_builder_set_string (builder, info->field, string, NULL));

  if (info->flags & FOED_FIELD_CELL)
    foed_record_builder_set_cell (builder, info->field, variant == 1 ? FOED_CELL_STATED : FOED_CELL_IMPLIED);
}

static FoedRecord *
make_record (TestForge      *forge,
             FoedRecordKind  kind,
             guint           depth)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (kind);
  g_autofree char *id = make_id (kind, ++forge->n_of_kind[kind]);
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (kind, info->has_id ? id : NULL);

  for (guint i = 0; i < info->n_fields; i++)
    fill_field (builder, kind, &info->fields[i], forge->variant);

  for (const FoedRecordKind *child = info->children; *child != FOED_RECORD_NONE; child++)
    if (*child != kind || depth < 3)
      foed_record_builder_take_child (builder, make_record (forge, *child, depth + 1));

  return foed_record_builder_end (builder);
}

/* One record of each kind that stands at the top, and what it may hold. */
static GPtrArray *
make_records (guint variant)
{
  GPtrArray *records = test_records_parse (TEST_FILE ("<state id='x-second'><title>Second</title></state>"));
  TestForge forge = { .variant = variant };

  for (const FoedRecordKind *kind = foed_record_kind_get_info (FOED_RECORD_NONE)->children; *kind != FOED_RECORD_NONE;
       kind++)
    g_ptr_array_add (records, make_record (&forge, *kind, 0));

  return records;
}

static gboolean
put_all (FoedWriter    *writer,
         gpointer       data,
         GCancellable  *cancellable,
         GError       **error)
{
  GPtrArray *records = data;

  for (guint i = 0; i < records->len; i++)
    if (!foed_writer_put (writer, records->pdata[i], NULL, error))
      return FALSE;

  return TRUE;
}

static void
put (TestStore  *fixture,
     const char *label,
     GPtrArray  *records)
{
  g_autoptr (GError) error = NULL;

  foed_library_write_sync (fixture->library, label, FOED_WRITE_DEFAULT, put_all, records, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_holds (TestStore *fixture,
              GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      g_autoptr (FoedRecord) record = test_store_get (fixture, foed_record_get_id (records->pdata[i]));

      g_assert_true (foed_record_equal (record, records->pdata[i]));
    }
}

static void
assert_sound (TestStore *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = foed_library_check_sync (fixture->library, NULL, &error);

  g_assert_no_error (error);

  for (guint i = 0; i < findings->len; i++)
    if (((FoedFinding *) findings->pdata[i])->serious)
      g_error ("%s", ((FoedFinding *) findings->pdata[i])->message);
}

/* The columns of each table are those that the model asks for, in that order. */
static void
test_columns (TestStore     *fixture,
              gconstpointer  data)
{
  for (guint i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    {
      const FoedTable *table = foed_table_get (i);
      g_autofree char *sql = NULL;
      g_autofree char *found = NULL;
      g_autoptr (GString) expected = g_string_new ("id TEXT");

      for (guint j = 0; j < table->n_columns; j++)
        {
          const FoedTableColumn *column = &table->columns[j];
          const char *type = "TEXT";

          if (column->part == FOED_TABLE_DAY ||
              (column->part == FOED_TABLE_VALUE && column->info->type == FOED_FIELD_TYPE_INTEGER))
            type = "INTEGER";
          else if (column->part == FOED_TABLE_VALUE && column->info->type == FOED_FIELD_TYPE_NUMBER)
            type = "REAL";

          g_string_append_printf (expected, ", %s %s", column->name, type);
        }

      sql = g_strdup_printf ("SELECT group_concat (name || ' ' || type, ', ') FROM pragma_table_info ('%s')",
                             table->plain_name);
      found = test_store_query (fixture, sql);
      g_assert_cmpstr (found, ==, expected->str);
    }
}

static void
test_required (TestStore     *fixture,
               gconstpointer  data)
{
  for (guint i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    {
      const FoedTable *table = foed_table_get (i);

      for (guint j = 0; j < table->n_columns; j++)
        {
          const FoedTableColumn *column = &table->columns[j];
          gboolean required = column->part == FOED_TABLE_CELL || column->info->flags & FOED_FIELD_REQUIRED;
          g_autofree char *sql = g_strdup_printf ("SELECT \"notnull\" FROM pragma_table_info ('%s') WHERE name = '%s'",
                                                  table->plain_name, column->name);
          g_autofree char *found = test_store_query (fixture, sql);

          if (!g_str_equal (found, required ? "1" : "0"))
            g_error ("%s.%s must %sbe NOT NULL", table->plain_name, column->name, required ? "" : "not ");
        }
    }
}

static void
test_every_field (TestStore     *fixture,
                  gconstpointer  data)
{
  g_autoptr (GPtrArray) first = make_records (1);
  g_autoptr (GPtrArray) second = make_records (2);
  g_autofree char *before = NULL;
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;
  g_autofree char *found = NULL;

  before = test_store_dump (fixture);
  put (fixture, "First", first);
  assert_holds (fixture, first);
  assert_sound (fixture);
  between = test_store_dump (fixture);

  put (fixture, "Second", second);
  assert_holds (fixture, second);
  assert_sound (fixture);
  after = test_store_dump (fixture);

  test_store_undo (fixture, "Second");
  assert_holds (fixture, first);
  assert_sound (fixture);
  g_assert_cmpstr (between, ==, (found = test_store_dump (fixture)));
  g_clear_pointer (&found, g_free);

  test_store_undo (fixture, "First");
  assert_sound (fixture);
  g_assert_cmpstr (before, ==, (found = test_store_dump (fixture)));
  g_clear_pointer (&found, g_free);

  test_store_redo (fixture, "First");
  test_store_redo (fixture, "Second");
  assert_holds (fixture, second);
  assert_sound (fixture);
  g_assert_cmpstr (after, ==, (found = test_store_dump (fixture)));
}

/* The words of what a field says are found exactly where the program thinks they are. */
static void
test_every_word (TestStore     *fixture,
                 gconstpointer  data)
{
  g_autoptr (GPtrArray) records = make_records (1);

  put (fixture, "All", records);

  for (guint i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    {
      const FoedRecordKindInfo *info = foed_record_kind_get_info (i);

      for (guint j = 0; j < info->n_fields; j++)
        {
          FoedField field = info->fields[j].field;
          g_autofree char *word = make_word (i, field, 1);
          g_autofree char *sql = g_strdup_printf ("SELECT count(*) > 0 FROM search WHERE search MATCH '%s'", word);
          g_autofree char *found = test_store_query (fixture, sql);

          if (info->fields[j].type == FOED_FIELD_TYPE_TEXT)
            g_assert_cmpstr (found, ==, foed_search_index_holds (i, field) ? "1" : "0");

          /* What people read can be searched, whatever the kind. */
          if (field == FOED_FIELD_TITLE || field == FOED_FIELD_SUMMARY || field == FOED_FIELD_CONTENT)
            g_assert_true (foed_search_index_holds (i, field));
        }
    }
}

#define ADD(path, function) g_test_add (path, TestStore, NULL, test_store_set_up, function, test_store_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/tables/columns", test_columns);
  ADD ("/tables/required", test_required);
  ADD ("/tables/every-field", test_every_field);
  ADD ("/tables/every-word", test_every_word);

  return g_test_run ();
}
