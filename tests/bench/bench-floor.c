/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <sys/resource.h>

#include <sqlite3.h>

#include "bench-floor.h"

/* What the processor did for this program, in microseconds: the machine may be busy with something else. */
gint64
bench_get_time (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * G_USEC_PER_SEC + usage.ru_utime.tv_usec +
         usage.ru_stime.tv_usec;
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
  char         *name;
  gboolean      is_recorded;
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

  g_free (table->name);
  g_ptr_array_unref (table->values);
  sqlite3_finalize (table->insert);
}

static void
read_tables (sqlite3 *connection,
             GArray  *tables)
{
  sqlite3_stmt *names = prepare (connection,
                                 "SELECT name, name GLOB 'derived_*' OR name IN ('reference', 'record', 'pin') "
                                 "FROM source.sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search*' "
                                 "AND name NOT GLOB 'sqlite*' AND name NOT GLOB 'history*' ORDER BY name <> 'record'");
  BenchTable table;

  while (sqlite3_step (names) == SQLITE_ROW)
    {
      const char *name = (const char *) sqlite3_column_text (names, 0);
      g_autofree char *into = g_strdup_printf ("main.\"%s\"", name);
      g_autofree char *select = NULL;

      table.name = g_strdup (name);
      table.is_recorded = !g_str_has_prefix (name, "derived_");

      if (sqlite3_column_int (names, 1))
        select = g_strdup_printf ("SELECT * FROM source.\"%s\"", name);
      else
        select = g_strdup_printf ("SELECT t.* FROM source.record r CROSS JOIN source.\"%s\" t ON t.id = r.id "
                                  "ORDER BY r.key", name);

      read_table (&table, connection, into, select);
      g_array_append_val (tables, table);
    }

  sqlite3_finalize (names);
  table.name = g_strdup ("search");
  table.is_recorded = FALSE;
  read_table (&table, connection, "main.search (rowid, title, body)", "SELECT key, title, body FROM source.search_source");
  g_array_append_val (tables, table);
}

static sqlite3_session *
start_session (sqlite3 *connection,
               GArray  *tables)
{
  sqlite3_session *session;

  g_assert_cmpint (sqlite3session_create (connection, "main", &session), ==, SQLITE_OK);

  for (guint i = 0; i < tables->len; i++)
    if (g_array_index (tables, BenchTable, i).is_recorded)
      g_assert_cmpint (sqlite3session_attach (session, g_array_index (tables, BenchTable, i).name), ==, SQLITE_OK);

  return session;
}

static void
keep_changeset (sqlite3         *connection,
                sqlite3_session *session)
{
  sqlite3_stmt *insert = prepare (connection, "INSERT INTO main.history_changeset VALUES (1, 1, ?)");
  void *changeset;
  int length;

  g_assert_cmpint (sqlite3session_changeset (session, &length, &changeset), ==, SQLITE_OK);
  run (connection, "INSERT INTO main.history VALUES (1, 'Bench', 0, 0, 0, 0, 0, NULL)");
  sqlite3_bind_blob (insert, 1, changeset, length, sqlite3_free);
  g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
  sqlite3_finalize (insert);
  sqlite3session_delete (session);
}

/* The tables and indexes of the library; then all rows, bound to statements that are prepared, in one transaction. */
BenchTime
bench_write_floor (const char *path,
                   const char *library,
                   BenchFloor  floor)
{
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS source", library);
  g_autofree char *schema = NULL;
  g_autoptr (GArray) tables = g_array_new (FALSE, FALSE, sizeof (BenchTable));
  sqlite3_session *session = NULL;
  sqlite3 *connection;
  gint64 start, clock_start;
  BenchTime seconds;

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

  if (floor == BENCH_FLOOR_SAFE)
    run (connection, "PRAGMA foreign_keys = ON");

  start = bench_get_time ();
  clock_start = g_get_monotonic_time ();
  run (connection, "BEGIN");

  if (floor == BENCH_FLOOR_SAFE)
    session = start_session (connection, tables);

  for (guint i = 0; i < tables->len; i++)
    write_table (&g_array_index (tables, BenchTable, i));

  if (session != NULL)
    keep_changeset (connection, session);

  run (connection, "COMMIT");
  seconds.processor = (bench_get_time () - start) / (double) G_USEC_PER_SEC;
  seconds.clock = (g_get_monotonic_time () - clock_start) / (double) G_USEC_PER_SEC;

  for (guint i = 0; i < tables->len; i++)
    clear_table (&g_array_index (tables, BenchTable, i));

  sqlite3_close (connection);

  return seconds;
}

gint64
bench_count_rows (const char *path)
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
