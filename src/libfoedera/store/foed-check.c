/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-check"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-derived-private.h"
#include "foed-integrity-private.h"
#include "foed-library-private.h"
#include "foed-maintenance.h"
#include "foed-table-private.h"

/* Damage is looked for by SQLite; what follows from the records is made once more and compared; and the records are
 * asked a few questions that a historian would ask. */

/* Damage goes on and on. */
#define MAX_DAMAGES 100

/* A question whose answers, a record each, are implausible. */
typedef struct
{
  const char *rule;
  const char *sql;
  const char *message;
  const char *hint;
} FoedRule;

#define WITHOUT_SOURCE(kind) \
  "SELECT r.id FROM record r WHERE r.kind = '" kind "' AND NOT EXISTS " \
  "(SELECT 1 FROM record c WHERE c.parent = r.id AND c.kind = 'citation') " \
  "AND EXISTS (SELECT 1 FROM alliance a WHERE a.id = r.alliance)"

static const FoedRule rules[] = {
  { "clause-without-treaty",
    "SELECT r.id FROM record r LEFT JOIN record p ON p.id = r.parent "
    "WHERE r.kind = 'clause' AND p.kind IS NOT 'instrument' AND p.kind IS NOT 'clause'",
    N_("The clause “%s” is in no treaty."), N_("Import the treaty that it belongs to.") },
  { "alliance-without-treaty",
    "SELECT a.id FROM alliance a WHERE NOT EXISTS "
    "(SELECT 1 FROM record r WHERE r.parent = a.id AND r.kind = 'instrument')",
    N_("The alliance “%s” has no treaty."), N_("Add the document that it rests on, even if its text is lost.") },
  { "alliance-without-parties",
    "SELECT a.id FROM alliance a WHERE NOT EXISTS "
    "(SELECT 1 FROM record r WHERE r.parent = a.id AND r.kind = 'party')",
    N_("The alliance “%s” has no parties."), N_("Add a party spell for each state that was bound.") },
  { "promisor-never-party",
    "SELECT DISTINCT f.record FROM reference f JOIN record r ON r.id = f.record "
    "WHERE f.kind = 'obligation' AND f.field = 'promisors' AND NOT EXISTS (SELECT 1 FROM record m "
    "JOIN party p ON p.id = m.id WHERE m.alliance = r.alliance AND m.kind = 'party' AND p.state = f.target)",
    N_("The obligation “%s” is owed by a state that was never a party."),
    N_("Add its party spell, or correct who owes.") },
  { "party-outside-alliance",
    "SELECT p.id FROM party p JOIN record r ON r.id = p.id JOIN alliance a ON a.id = r.alliance "
    "WHERE p.end_day < a.begin_day OR p.begin_day > a.end_day",
    N_("The party spell “%s” lies outside the time of its alliance."), N_("Correct the dates of one of them.") },
  { "alliance-without-source", WITHOUT_SOURCE ("alliance"), N_("No source is given for the alliance “%s”."),
    N_("Add a citation to it.") },
  { "treaty-without-source", WITHOUT_SOURCE ("instrument"), N_("No source is given for the treaty “%s”."),
    N_("Add a citation to it.") },
  { "party-without-source",
    WITHOUT_SOURCE ("party") " AND NOT EXISTS (SELECT 1 FROM party t WHERE t.id = r.id AND t.instrument IS NOT NULL)",
    N_("No source is given for the party spell “%s”."), N_("Add a citation to it, or name the treaty that says so.") },
  { "mechanism-without-source",
    WITHOUT_SOURCE ("mechanism") " AND NOT EXISTS (SELECT 1 FROM mechanism t WHERE t.id = r.id "
                                 "AND (t.clause IS NOT NULL OR t.instrument IS NOT NULL))",
    N_("No source is given for the coordination mechanism “%s”."),
    N_("Add a citation to it, or name the clause that says so.") },
  { "impact-without-source",
    WITHOUT_SOURCE ("impact") " AND NOT EXISTS (SELECT 1 FROM impact t WHERE t.id = r.id "
                              "AND (t.clause IS NOT NULL OR t.obligation IS NOT NULL OR t.mechanism IS NOT NULL))",
    N_("No source is given for the sovereignty impact “%s”."),
    N_("Add a citation to it, or name the clause that it comes from.") },
  { "event-without-source",
    WITHOUT_SOURCE ("event") " AND NOT EXISTS (SELECT 1 FROM event t WHERE t.id = r.id "
                             "AND (t.instrument IS NOT NULL OR t.clause IS NOT NULL))",
    N_("No source is given for the event “%s”."), N_("Add a citation to it, or name the treaty that says so.") },
};

/**
 * foed_finding_free:
 * @self: (transfer full): a finding
 */
void
foed_finding_free (FoedFinding *self)
{
  g_free (self->rule);
  g_free (self->record);
  g_free (self->message);
  g_free (self->hint);
  g_free (self);
}

static FoedFinding *
foed_finding_new (const char *rule,
                  gboolean    serious,
                  const char *record,
                  char       *message,
                  const char *hint)
{
  FoedFinding *self = g_new0 (FoedFinding, 1);

  self->rule = g_strdup (rule);
  self->serious = serious;
  self->record = g_strdup (record);
  self->message = message;
  self->hint = g_strdup (hint);

  return self;
}

static FoedFinding *
foed_finding_new_damage (const char *rule,
                         const char *record,
                         char       *message)
{
  return foed_finding_new (rule, TRUE, record, message,
                           _("Use a backup, or export what can be read and import it into a new library."));
}

static char *
name_record (const char *sentence,
             const char *id)
{
  g_auto (GStrv) parts = g_strsplit (sentence, "%s", 2);

  return g_strjoinv (id, parts);
}

/* Asks for ids; each is a finding. */
static gboolean
ask (FoedConnection  *connection,
     const FoedRule  *rule,
     GPtrArray       *findings,
     GError         **error)
{
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, rule->sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  while (foed_statement_next (statement, &local_error))
    {
      const char *id = foed_statement_get_text (statement, 0);

      g_ptr_array_add (findings, foed_finding_new (rule->rule, FALSE, id, name_record (_(rule->message), id),
                                                   _(rule->hint)));
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static const char *
find_column (const FoedTable *table,
             FoedField        field,
             FoedTablePart    part)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (table->columns[i].info->field == field && table->columns[i].part == part)
      return table->columns[i].name;

  return NULL;
}

/* The last possible day of the end lies before the first possible day of the beginning. */
static gboolean
ask_for_order (FoedConnection  *connection,
               GPtrArray       *findings,
               GError         **error)
{
  for (guint i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    {
      const FoedTable *table = foed_table_get (i);
      FoedRule rule = { "ends-before-it-begins", NULL, N_("“%s” ends before it begins."),
                        N_("Correct one of the two dates.") };
      g_autofree char *sql = NULL;

      if (find_column (table, FOED_FIELD_BEGIN, FOED_TABLE_DAY) == NULL ||
          find_column (table, FOED_FIELD_END, FOED_TABLE_DAY) == NULL)
        continue;

      sql = g_strdup_printf ("SELECT id FROM %s WHERE end_day < begin_day ORDER BY id", table->name);
      rule.sql = sql;

      if (!ask (connection, &rule, findings, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_pages (FoedConnection  *connection,
             GPtrArray       *findings,
             GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA integrity_check (%d)", MAX_DAMAGES);
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  /* SQLite 3.44 began to examine the search index too, but by what this connection knew of it when it last searched;
   * what others have written since would then be called damage. A search looks anew; if it fails, the pages say why. */
  foed_connection_execute (connection, "SELECT rowid FROM search LIMIT 1", NULL);

  if (!(statement = foed_statement_new (connection, sql, error)))
    return FALSE;

  while (foed_statement_next (statement, &local_error))
    if (g_strcmp0 (foed_statement_get_text (statement, 0), "ok") != 0)
      g_ptr_array_add (findings, foed_finding_new_damage ("integrity", NULL,
                                                          g_strdup_printf (_("The file is damaged: %s."),
                                                                           foed_statement_get_text (statement, 0))));

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
check_references (FoedConnection  *connection,
                  GPtrArray       *findings,
                  GError         **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  sql = g_strdup_printf ("SELECT record, target FROM (%s UNION ALL SELECT id, kind, 'parent', parent FROM record "
                         "WHERE parent IS NOT NULL) WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.id = target) "
                         "ORDER BY record LIMIT %d",
                         foed_integrity_get_references (), MAX_DAMAGES);
  if (!(statement = foed_statement_new (connection, sql, error)))
    return FALSE;

  while (foed_statement_next (statement, &local_error))
    g_ptr_array_add (findings,
                     foed_finding_new_damage ("dangling-reference", foed_statement_get_text (statement, 0),
                                              g_strdup_printf (_("“%s” refers to “%s”, which does not exist."),
                                                               foed_statement_get_text (statement, 0),
                                                               foed_statement_get_text (statement, 1))));

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* The references above are those of the model; these are those of the file. */
static gboolean
check_foreign_keys (FoedConnection  *connection,
                    GPtrArray       *findings,
                    GError         **error)
{
  gint64 n_violations;

  if (!foed_connection_read_integer (connection, "SELECT count(*) FROM pragma_foreign_key_check", &n_violations, error))
    return FALSE;

  if (n_violations > 0)
    g_ptr_array_add (findings,
                     foed_finding_new_damage ("foreign-key", NULL,
                                              g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                                                            "%u row lacks the record it belongs to.",
                                                                            "%u rows lack the record they belong to.",
                                                                            n_violations),
                                                               (guint) n_violations)));

  return TRUE;
}

/* A record and its values are two rows, of which either may be lost. */
static gboolean
check_rows (FoedConnection  *connection,
            GPtrArray       *findings,
            GError         **error)
{
  for (guint i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    {
      g_autofree char *sql = NULL;
      g_autoptr (FoedStatement) statement = NULL;
      g_autoptr (GError) local_error = NULL;

      sql = g_strdup_printf ("SELECT id FROM record WHERE kind = '%s' AND id NOT IN (SELECT id FROM %s) LIMIT %d",
                             foed_record_kind_get_info (i)->nick, foed_table_get (i)->name, MAX_DAMAGES);
      if (!(statement = foed_statement_new (connection, sql, error)))
        return FALSE;

      while (foed_statement_next (statement, &local_error))
        g_ptr_array_add (findings, foed_finding_new_damage ("lost-values", foed_statement_get_text (statement, 0),
                                                            g_strdup_printf (_("The values of “%s” are lost."),
                                                                             foed_statement_get_text (statement, 0))));

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
    }

  return TRUE;
}

static gpointer
do_check (FoedLibrary     *library,
          FoedConnection  *connection,
          gpointer         data,
          GCancellable    *cancellable,
          GError         **error)
{
  GPtrArray *findings = data;

  if (!check_pages (connection, findings, error))
    return NULL;

  /* What is asked of damaged pages is not worth an answer. */
  if (findings->len > 0)
    return findings;

  if (!check_references (connection, findings, error) || !check_foreign_keys (connection, findings, error) ||
      !check_rows (connection, findings, error) || !ask_for_order (connection, findings, error))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (!ask (connection, &rules[i], findings, error))
      return NULL;

  return findings;
}

/* The index compares itself with the records; it does so as if it were written to. */
static gboolean
check_search_index (FoedConnection  *connection,
                    GPtrArray       *findings,
                    GError         **error)
{
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = foed_statement_new (connection, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", error);
  if (statement == NULL)
    return FALSE;

  if (foed_statement_execute (statement, &local_error))
    return TRUE;

  if (!g_error_matches (local_error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CORRUPT))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  g_ptr_array_add (findings,
                   foed_finding_new_damage ("search-index", NULL,
                                            g_strdup (_("The search index is not that of the records."))));

  return TRUE;
}

static char **
list_derived_tables (FoedConnection  *connection,
                     GError         **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = foed_statement_new (connection,
                                  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'derived_*'",
                                  error);
  if (statement == NULL)
    return NULL;

  while (foed_statement_next (statement, &local_error))
    g_strv_builder_add (names, foed_statement_get_text (statement, 0));

  if (local_error == NULL)
    return g_strv_builder_end (names);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static gboolean
for_each_table (FoedConnection   *connection,
                char            **tables,
                const char       *format,
                GError          **error)
{
  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (format, "@", -1);
      g_autofree char *sql = g_strjoinv (tables[i], parts);

      if (!foed_connection_execute (connection, sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
count_differences (FoedConnection  *connection,
                   char           **tables,
                   gint64          *n_differences,
                   GError         **error)
{
  *n_differences = 0;

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *sql = NULL;
      gint64 count;

      sql = g_strdup_printf ("SELECT (SELECT count(*) FROM (SELECT * FROM main.%s EXCEPT SELECT * FROM temp.old_%s)) + "
                             "(SELECT count(*) FROM (SELECT * FROM temp.old_%s EXCEPT SELECT * FROM main.%s))",
                             tables[i], tables[i], tables[i], tables[i]);
      if (!foed_connection_read_integer (connection, sql, &count, error))
        return FALSE;

      *n_differences += count;
    }

  return TRUE;
}

/* Makes the derived tables anew, compares, and leaves the roll back to the caller. */
static gboolean
check_derived (FoedConnection  *connection,
               GPtrArray       *findings,
               GError         **error)
{
  g_auto (GStrv) tables = list_derived_tables (connection, error);
  gint64 n_differences;

  if (tables == NULL ||
      !for_each_table (connection, tables, "CREATE TEMP TABLE old_@ AS SELECT * FROM main.@", error) ||
      !foed_derived_remake (connection, error) ||
      !count_differences (connection, tables, &n_differences, error))
    return FALSE;

  if (n_differences > 0)
    g_ptr_array_add (findings,
                     foed_finding_new_damage ("derived", NULL,
                                              g_strdup (_("What is in force when is not what follows from the records."))));

  return TRUE;
}

static gpointer
do_check_derived (FoedLibrary     *library,
                  FoedConnection  *connection,
                  gpointer         data,
                  GCancellable    *cancellable,
                  GError         **error)
{
  gboolean done = foed_connection_execute (connection, "BEGIN IMMEDIATE", error) &&
                  check_search_index (connection, data, error) && check_derived (connection, data, error);

  foed_connection_roll_back (connection);

  return done ? data : NULL;
}

/**
 * foed_library_check_sync:
 * @self: a library
 * @cancellable: (nullable): ends it
 * @error: (out): why it could not be checked
 *
 * Looks for damage and for what is implausible. Of a library that was opened for reading only, the search index and
 * the derived tables are not compared with the records.
 *
 * Returns: (transfer full) (element-type FoedFinding): what was found; empty where all is well
 */
GPtrArray *
foed_library_check_sync (FoedLibrary   *self,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_finding_free);

  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  if (!foed_library_run_sync (self, FOED_LIBRARY_KEEPER, do_check, findings, cancellable, error))
    return NULL;

  for (guint i = 0; i < findings->len; i++)
    if (((FoedFinding *) findings->pdata[i])->serious)
      return g_steal_pointer (&findings);

  if (!self->read_only &&
      !foed_library_run_sync (self, FOED_LIBRARY_WRITER, do_check_derived, findings, cancellable, error))
    return NULL;

  return g_steal_pointer (&findings);
}
