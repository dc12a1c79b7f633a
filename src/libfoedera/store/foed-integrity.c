/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-integrity"

#include "config.h"

#include "foed-integrity-private.h"
#include "foed-table-private.h"

static char *
make_references (void)
{
  g_autoptr (GString) sql = g_string_new ("SELECT record, kind, field, target FROM reference");

  for (guint i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    {
      const FoedTable *table = foed_table_get (i);

      for (guint j = 0; j < table->n_columns; j++)
        if (table->columns[j].info->type == FOED_FIELD_TYPE_REFERENCE)
          g_string_append_printf (sql, " UNION ALL SELECT id, '%s', '%s', \"%s\" FROM %s WHERE \"%s\" IS NOT NULL",
                                  foed_record_kind_get_info (i)->nick,
                                  foed_field_get_nick (table->columns[j].info->field), table->columns[j].name,
                                  table->name, table->columns[j].name);
    }

  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/**
 * foed_integrity_get_references:
 *
 * Returns: (transfer none): SQL for all references of the library, with the columns `record`, `kind` (of that record),
 *   `field` and `target`
 */
const char *
foed_integrity_get_references (void)
{
  static char *sql;

  if (g_once_init_enter (&sql))
    g_once_init_leave (&sql, make_references ());

  return sql;
}

/**
 * foed_integrity_find_dangling:
 * @connection: a connection
 *
 * Returns: (transfer full) (nullable): the id of a record that refers to one that does not exist
 */
char *
foed_integrity_find_dangling (FoedConnection *connection)
{
  g_autofree char *sql = g_strdup_printf ("SELECT record FROM (%s) WHERE NOT EXISTS (SELECT 1 FROM record r "
                                          "WHERE r.id = target) ORDER BY record LIMIT 1",
                                          foed_integrity_get_references ());
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, sql, NULL);

  return statement != NULL && foed_statement_next (statement, NULL)
           ? g_strdup (foed_statement_get_text (statement, 0)) : NULL;
}
