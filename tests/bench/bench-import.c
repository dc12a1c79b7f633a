/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a put of many records takes, against the floor: SQLite that writes the same rows and the same words into the
 * same tables by statements that are prepared, without knowing what they are, without history and foreign keys. */

#include <stdlib.h>
#include <sys/resource.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "store/foed-maintenance.h"
#include "store/foed-writer.h"

#define N_STATES 100
#define N_PARTIES 4
#define N_CLAUSES 9

typedef struct
{
  guint       n_alliances;
  GPtrArray  *records;
  GPtrArray  *states;
} BenchData;

/* What the processor did for this program, in microseconds: the machine may be busy with something else. */
static gint64
get_time (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec +
         usage.ru_stime.tv_usec;
}

static FoedRecordBuilder *
begin (FoedRecordKind  kind,
       char           *id)
{
  g_autofree char *owned = id;

  return foed_record_builder_new (kind, owned);
}

static void
set (FoedRecordBuilder *builder,
     FoedField          field,
     const char        *string)
{
  g_autoptr (GError) error = NULL;

  if (!foed_record_builder_set_string (builder, field, string, &error))
    g_error ("%s", error->message);
}

static void
take (FoedRecordBuilder *parent,
      FoedRecordBuilder *child)
{
  foed_record_builder_take_child (parent, foed_record_builder_end (child));
  foed_record_builder_free (child);
}

/* Words from a vocabulary of some thousands, the common ones often: like prose, to the index. */
static void
set_prose (FoedRecordBuilder *builder,
           FoedField          field,
           guint              n_words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      double chance = g_test_rand_double ();

      g_string_append_printf (text, "%sword%d", i > 0 ? " " : "", (int) (8000 * chance * chance * chance));
    }

  set (builder, field, text->str);
}

static void
add_citation (FoedRecordBuilder *parent)
{
  FoedRecordBuilder *citation = begin (FOED_RECORD_CITATION, NULL);

  set (citation, FOED_FIELD_SOURCE, "source");
  set (citation, FOED_FIELD_PINPOINT, "vol. 1, p. 6");
  set (citation, FOED_FIELD_CONFIDENCE, "primary");
  take (parent, citation);
}

static void
add_clause (FoedRecordBuilder *instrument,
            guint              alliance,
            guint              number)
{
  FoedRecordBuilder *clause = begin (FOED_RECORD_CLAUSE, g_strdup_printf ("alliance-%u.treaty.%u", alliance, number));
  FoedRecordBuilder *obligation, *condition;
  g_autofree char *label = g_strdup_printf ("%u", number);

  set (clause, FOED_FIELD_KIND, "article");
  set (clause, FOED_FIELD_NUMBER, label);
  set_prose (clause, FOED_FIELD_TITLE, 3);
  set_prose (clause, FOED_FIELD_SUMMARY, 40);

  if (number % 3 == 0)
    {
      obligation = begin (FOED_RECORD_OBLIGATION, g_strdup_printf ("alliance-%u.treaty.%u.defence", alliance, number));
      set (obligation, FOED_FIELD_KIND, "defence");
      set (obligation, FOED_FIELD_STRENGTH, "automatic");
      condition = begin (FOED_RECORD_CONDITION, NULL);
      set (condition, FOED_FIELD_KIND, "trigger");
      set (condition, FOED_FIELD_THREAT, "armed-attack");
      take (obligation, condition);
      take (clause, obligation);
    }

  take (instrument, clause);
}

static void
add_instrument (FoedRecordBuilder *parent,
                guint              alliance)
{
  FoedRecordBuilder *instrument = begin (FOED_RECORD_INSTRUMENT, g_strdup_printf ("alliance-%u.treaty", alliance));

  set (instrument, FOED_FIELD_FORM, "treaty");
  set (instrument, FOED_FIELD_SIGNED, "1900-06-15");
  set (instrument, FOED_FIELD_BEGIN, "1900-07-01");
  set_prose (instrument, FOED_FIELD_TITLE, 6);
  add_citation (instrument);

  for (guint i = 1; i <= N_CLAUSES; i++)
    add_clause (instrument, alliance, i);

  take (parent, instrument);
}

static void
add_party (FoedRecordBuilder *parent,
           guint              alliance,
           guint              number)
{
  FoedRecordBuilder *party = begin (FOED_RECORD_PARTY, g_strdup_printf ("alliance-%u.party.%u", alliance, number));
  g_autofree char *state = g_strdup_printf ("state-%u", (alliance * 7 + number * 13) % N_STATES);
  g_autofree char *treaty = g_strdup_printf ("alliance-%u.treaty", alliance);

  set (party, FOED_FIELD_STATE, state);
  set (party, FOED_FIELD_ROLE, "party");
  set (party, FOED_FIELD_BEGIN, "1900-07-01");
  set (party, FOED_FIELD_END, "1914");
  set (party, FOED_FIELD_INSTRUMENT, treaty);
  take (parent, party);
}

static FoedRecord *
make_alliance (guint alliance)
{
  g_autoptr (FoedRecordBuilder) builder = begin (FOED_RECORD_ALLIANCE, g_strdup_printf ("alliance-%u", alliance));

  set (builder, FOED_FIELD_BEGIN, "1900-07-01");
  set (builder, FOED_FIELD_REGION, "europe");
  set_prose (builder, FOED_FIELD_TITLE, 4);
  set_prose (builder, FOED_FIELD_SUMMARY, 30);
  add_citation (builder);
  add_instrument (builder, alliance);

  for (guint i = 0; i < N_PARTIES; i++)
    add_party (builder, alliance, i);

  return foed_record_builder_end (builder);
}

static void
make_ground (BenchData *data)
{
  g_autoptr (FoedRecordBuilder) source = begin (FOED_RECORD_SOURCE, g_strdup ("source"));

  set (source, FOED_FIELD_KIND, "treaty-series");
  set (source, FOED_FIELD_TITLE, "Series");
  g_ptr_array_add (data->records, foed_record_builder_end (source));

  for (guint i = 0; i < N_STATES; i++)
    {
      g_autoptr (FoedRecordBuilder) state = begin (FOED_RECORD_STATE, g_strdup_printf ("state-%u", i));

      set_prose (state, FOED_FIELD_TITLE, 2);
      g_ptr_array_add (data->records, foed_record_builder_end (state));
    }
}

static gboolean
put_all (FoedWriter    *writer,
         gpointer       user_data,
         GCancellable  *cancellable,
         GError       **error)
{
  BenchData *data = user_data;

  for (guint i = 0; i < data->records->len; i++)
    if (!foed_writer_put (writer, data->records->pdata[i], NULL, error))
      return FALSE;

  return TRUE;
}

static double
import (const char *path,
        BenchData  *data)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedLibrary) library = foed_library_open_sync (file, FOED_LIBRARY_CREATE, NULL, &error);
  gint64 start;
  double seconds;

  if (library == NULL)
    g_error ("%s", error->message);

  start = get_time ();

  if (!foed_library_write_sync (library, "Bench", FOED_WRITE_DEFAULT, put_all, data, NULL, NULL, &error))
    g_error ("%s", error->message);

  seconds = (get_time () - start) / (double) G_USEC_PER_SEC;
  start = get_time ();

  if (!foed_library_write_sync (library, "Bench", FOED_WRITE_DEFAULT, put_all, data, NULL, NULL, &error))
    g_error ("%s", error->message);

  g_print ("the same once more     %6.2f s\n", (get_time () - start) / (double) G_USEC_PER_SEC);

  return seconds;
}

static void
run (sqlite3    *connection,
     const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (connection, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static int
add_line (void  *data,
          int    n_columns,
          char **values,
          char **names)
{
  g_string_append_printf (data, "%s;\n", values[0]);

  return 0;
}

static char *
read_lines (sqlite3    *connection,
            const char *sql)
{
  GString *lines = g_string_new (NULL);

  if (sqlite3_exec (connection, sql, add_line, lines, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (connection));

  return g_string_free (lines, FALSE);
}

static sqlite3_stmt *
prepare (sqlite3    *connection,
         const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (connection, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (connection));

  return statement;
}

/* The rows of a table, in memory, and the statement that inserts one. */
typedef struct
{
  sqlite3_stmt *insert;
  GPtrArray    *values;
  guint         n_columns;
} BenchTable;

static void
read_table (BenchTable *table,
            sqlite3    *connection,
            const char *into,
            const char *select)
{
  sqlite3_stmt *statement = prepare (connection, select);
  g_autoptr (GString) insert = g_string_new (NULL);

  table->values = g_ptr_array_new ();
  table->n_columns = sqlite3_column_count (statement);
  g_string_printf (insert, "INSERT INTO %s VALUES (?", into);

  for (guint i = 1; i < table->n_columns; i++)
    g_string_append (insert, ", ?");

  table->insert = prepare (connection, g_string_append_c (insert, ')')->str);

  while (sqlite3_step (statement) == SQLITE_ROW)
    for (guint i = 0; i < table->n_columns; i++)
      g_ptr_array_add (table->values, sqlite3_value_dup (sqlite3_column_value (statement, i)));

  sqlite3_finalize (statement);
}

static void
write_table (BenchTable *table)
{
  for (guint i = 0; i < table->values->len; i += table->n_columns)
    {
      for (guint j = 0; j < table->n_columns; j++)
        sqlite3_bind_value (table->insert, j + 1, table->values->pdata[i + j]);

      g_assert_cmpint (sqlite3_step (table->insert), ==, SQLITE_DONE);
      sqlite3_reset (table->insert);
    }
}

static void
clear_table (BenchTable *table)
{
  for (guint i = 0; i < table->values->len; i++)
    sqlite3_value_free (table->values->pdata[i]);

  g_ptr_array_unref (table->values);
  sqlite3_finalize (table->insert);
}

static void
read_tables (sqlite3 *connection,
             GArray  *tables)
{
  sqlite3_stmt *names = prepare (connection,
                                 "SELECT name, name GLOB 'derived_*' OR name IN ('reference', 'record') "
                                 "FROM source.sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search*' "
                                 "AND name NOT GLOB 'sqlite*' AND name NOT GLOB 'history*' ORDER BY name <> 'record'");
  BenchTable table;

  while (sqlite3_step (names) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (names, 0);
      g_autofree char *into = g_strdup_printf ("main.\"%s\"", name);
      g_autofree char *select = NULL;

      if (sqlite3_column_int (names, 1))
        select = g_strdup_printf ("SELECT * FROM source.\"%s\"", name);
      else
        select = g_strdup_printf ("SELECT t.* FROM source.record r CROSS JOIN source.\"%s\" t ON t.id = r.id "
                                  "ORDER BY r.key", name);

      read_table (&table, connection, into, select);
      g_array_append_val (tables, table);
    }

  sqlite3_finalize (names);
  read_table (&table, connection, "main.search (rowid, title, body)", "SELECT key, title, body FROM source.search_source");
  g_array_append_val (tables, table);
}

/* The tables and indexes of the library; then all rows, bound to statements that are prepared, in one transaction. */
static double
write_floor (const char *path,
             const char *library)
{
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS source", library);
  g_autofree char *schema = NULL;
  g_autoptr (GArray) tables = g_array_new (FALSE, FALSE, sizeof (BenchTable));
  sqlite3 *connection;
  gint64 start;
  double seconds;

  g_assert_cmpint (sqlite3_open_v2 (path, &connection,
                                    SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL), ==,
                   SQLITE_OK);
  run (connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384");
  run (connection, attach);
  schema = read_lines (connection, "SELECT sql FROM source.sqlite_schema WHERE sql IS NOT NULL "
                                   "AND name NOT LIKE 'search\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' "
                                   "OR name = 'search_source'");
  run (connection, schema);
  read_tables (connection, tables);
  start = get_time ();
  run (connection, "BEGIN");

  for (guint i = 0; i < tables->len; i++)
    write_table (&g_array_index (tables, BenchTable, i));

  run (connection, "COMMIT");
  seconds = (get_time () - start) / (double) G_USEC_PER_SEC;

  for (guint i = 0; i < tables->len; i++)
    clear_table (&g_array_index (tables, BenchTable, i));

  sqlite3_close (connection);

  return seconds;
}

static gint64
count_rows (const char *path)
{
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement;
  sqlite3 *connection;
  gint64 n_rows;

  g_assert_cmpint (sqlite3_open (path, &connection), ==, SQLITE_OK);
  sql = read_lines (connection, "SELECT 'SELECT ' || group_concat ('(SELECT count(*) FROM \"' || name || '\")', ' + ') "
                                "FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search*' "
                                "AND name NOT GLOB 'sqlite*' AND name NOT GLOB 'history*'");
  g_assert_cmpint (sqlite3_prepare_v2 (connection, sql, -1, &statement, NULL), ==, SQLITE_OK);
  sqlite3_step (statement);
  n_rows = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (connection);

  return n_rows;
}

int
main (int    argc,
      char **argv)
{
  BenchData data = { argc > 1 ? atoi (argv[1]) : 5000, g_ptr_array_new_with_free_func (g_object_unref), NULL };
  g_autofree char *folder = g_dir_make_tmp ("foedera-bench-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library.foedera", NULL);
  g_autofree char *floor_path = g_build_filename (folder, "floor.db", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);
  struct rusage before, after;
  double seconds, least;
  gint64 n_rows;

  g_test_init (&argc, &argv, "--seed", "R02S0", NULL);
  make_ground (&data);

  for (guint i = 0; i < data.n_alliances; i++)
    g_ptr_array_add (data.records, make_alliance (i));

  getrusage (RUSAGE_SELF, &before);
  seconds = import (library, &data);
  getrusage (RUSAGE_SELF, &after);
  n_rows = count_rows (library);
  least = write_floor (floor_path, library);

  g_print ("rows                   %6" G_GINT64_FORMAT "\n", n_rows);
  g_print ("put                    %6.2f s  %8.0f rows/s\n", seconds, n_rows / seconds);
  g_print ("floor                  %6.2f s  %8.0f rows/s\n", least, n_rows / least);
  g_print ("ratio                  %6.2f\n", seconds / least);
  g_print ("memory beside records  %6.1f MiB\n", (after.ru_maxrss - before.ru_maxrss) / 1024.0);

  g_ptr_array_unref (data.records);

  return system (command);
}
