/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-changeset-apply"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foed-changeset-private.h"
#include "foed-derived-private.h"
#include "foed-integrity-private.h"
#include "foed-search-index-private.h"
#include "foed-statement-private.h"

/* Applying a changeset changes the records. What follows from them, the search index and the derived tables, is not in
 * the changeset and has to follow here. */

/* Columns of the table of records, in a changeset as in the table. */
enum
{
  RECORD_KEY,
  RECORD_ID,
  RECORD_ALLIANCE = 5
};

typedef struct
{
  FoedConnection *connection;
  GError         *error;
} FoedApplication;

/* The value of a column where the change holds it: of the row before, or else of the row after. */
static sqlite3_value *
peek_value (sqlite3_changeset_iter *iterator,
            int                     operation,
            int                     column)
{
  sqlite3_value *value = NULL;

  if (operation != SQLITE_INSERT)
    sqlite3changeset_old (iterator, column, &value);

  if (value == NULL && operation != SQLITE_DELETE)
    sqlite3changeset_new (iterator, column, &value);

  return value;
}

/* The record at the top of the tree: that of an alliance or a document is known to all its records, and what is under
 * other records has no id of its own. */
static char *
make_root (sqlite3_value *alliance,
           sqlite3_value *id)
{
  const char *text = (const char *) sqlite3_value_text (sqlite3_value_type (alliance) != SQLITE_NULL ? alliance : id);

  return text != NULL ? g_strndup (text, strcspn (text, "/")) : NULL;
}

typedef struct
{
  FoedConnection *connection;
  GHashTable     *roots;
  GHashTable     *keys;
} FoedScopeSearch;

static void
add_root (FoedScopeSearch *search,
          char            *root)
{
  if (root != NULL && !g_hash_table_contains (search->roots, root))
    g_hash_table_add (search->roots, root);
  else
    g_free (root);
}

/* A record that neither is made nor goes has to be looked up, by its id or by its key. */
static gboolean
look_up (FoedScopeSearch  *search,
         const char       *sql,
         sqlite3_value    *value,
         GError          **error)
{
  g_autoptr (FoedStatement) statement = foed_statement_new (search->connection, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_value (foed_statement_get_handle (statement), 1, value);

  if (foed_statement_next (statement, &local_error))
    {
      add_root (search, g_strdup (foed_statement_get_text (statement, 0)));
      g_hash_table_add (search->keys, GSIZE_TO_POINTER (foed_statement_get_integer (statement, 1)));
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

#define SELECT_SCOPE "SELECT ifnull (alliance, substr (id, 1, instr (id || '/', '/') - 1)), key FROM record "

/* A record that moved changes two trees. */
static gboolean
note_moved (FoedScopeSearch         *search,
            sqlite3_changeset_iter  *iterator,
            GError                 **error)
{
  sqlite3_value *value = NULL;

  sqlite3changeset_old (iterator, RECORD_ALLIANCE, &value);
  if (value != NULL)
    add_root (search, g_strdup ((const char *) sqlite3_value_text (value)));

  sqlite3changeset_new (iterator, RECORD_ALLIANCE, &value);
  if (value != NULL)
    add_root (search, g_strdup ((const char *) sqlite3_value_text (value)));

  return look_up (search, SELECT_SCOPE "WHERE key = ?", peek_value (iterator, SQLITE_UPDATE, RECORD_KEY), error);
}

static gboolean
note_scope (sqlite3_changeset_iter  *iterator,
            const char              *table,
            int                      operation,
            gpointer                 data,
            GError                 **error)
{
  FoedScopeSearch *search = data;
  sqlite3_value *key;

  if (strcmp (table, "record") != 0)
    return look_up (search, SELECT_SCOPE "WHERE id = ?", peek_value (iterator, operation, 0), error);

  if (operation == SQLITE_UPDATE)
    return note_moved (search, iterator, error);

  key = peek_value (iterator, operation, RECORD_KEY);
  g_hash_table_add (search->keys, GSIZE_TO_POINTER (sqlite3_value_int64 (key)));
  add_root (search, make_root (peek_value (iterator, operation, RECORD_ALLIANCE),
                               peek_value (iterator, operation, RECORD_ID)));

  return TRUE;
}

static gboolean
for_each_key (FoedConnection  *connection,
              GHashTable      *keys,
              gboolean       (*func) (FoedConnection *, gint64, GError **),
              GError         **error)
{
  GHashTableIter iterator;
  gpointer key;

  g_hash_table_iter_init (&iterator, keys);

  while (g_hash_table_iter_next (&iterator, &key, NULL))
    if (!func (connection, GPOINTER_TO_SIZE (key), error))
      return FALSE;

  return TRUE;
}

static char *
dup_id_of_key (FoedConnection *connection,
               sqlite3_value  *key)
{
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, "SELECT id FROM record WHERE key = ?", NULL);

  if (statement == NULL || key == NULL)
    return NULL;

  sqlite3_bind_value (foed_statement_get_handle (statement), 1, key);

  return foed_statement_next (statement, NULL) ? g_strdup (foed_statement_get_text (statement, 0)) : NULL;
}

static char *
dup_record_id (FoedConnection         *connection,
               sqlite3_changeset_iter *iterator)
{
  const char *table;
  int n_columns, operation, indirect;

  sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);

  if (strcmp (table, "record") != 0)
    return g_strdup ((const char *) sqlite3_value_text (peek_value (iterator, operation, 0)));

  if (operation != SQLITE_UPDATE)
    return g_strdup ((const char *) sqlite3_value_text (peek_value (iterator, operation, RECORD_ID)));

  return dup_id_of_key (connection, peek_value (iterator, operation, RECORD_KEY));
}

/* Nothing is overwritten and nothing is left out: where one row is not as the changeset left it, nothing is done. */
static int
refuse_conflict (void                   *data,
                 int                     conflict,
                 sqlite3_changeset_iter *iterator)
{
  FoedApplication *application = data;
  FoedConnection *connection = application->connection;
  g_autofree char *id = NULL;

  if (application->error != NULL)
    return SQLITE_CHANGESET_ABORT;

  if (conflict == SQLITE_CHANGESET_FOREIGN_KEY)
    {
      id = foed_integrity_find_dangling (connection);
      g_set_error (&application->error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CONFLICT,
                   _("The record “%s”, which was added later, refers to what would be removed. Undo later changes first. "
                     "Nothing was changed."),
                   id != NULL ? id : "");
    }
  else
    {
      id = dup_record_id (connection, iterator);
      g_set_error (&application->error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CONFLICT,
                   _("The record “%s” was changed again later. Undo later changes first. Nothing was changed."),
                   id != NULL ? id : "");
    }

  return SQLITE_CHANGESET_ABORT;
}

static gboolean
apply (FoedChangeset  *self,
       gboolean        invert,
       GError        **error)
{
  FoedApplication application = { foed_changeset_get_connection (self), NULL };
  g_autoptr (GError) local_error = NULL;

  if (foed_changeset_apply_rows (self, invert, refuse_conflict, &application, &local_error))
    return TRUE;

  if (application.error != NULL)
    g_propagate_error (error, application.error);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * foed_changeset_apply:
 * @self: a changeset
 * @invert: whether to do the opposite
 * @error: (out): why not; %FOED_LIBRARY_ERROR_CONFLICT where the records are not as the changeset expects them
 *
 * Does once more, or takes back, what was recorded: all of it or, where the caller then rolls back, nothing. What is
 * derived from the records follows.
 *
 * Returns: whether it was done
 */
gboolean
foed_changeset_apply (FoedChangeset  *self,
                      gboolean        invert,
                      GError        **error)
{
  g_autoptr (GHashTable) roots = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);
  FoedConnection *connection = foed_changeset_get_connection (self);
  FoedScopeSearch search = { connection, roots, keys };

  return foed_changeset_foreach (self, note_scope, &search, error) &&
         for_each_key (connection, keys, foed_search_index_remove, error) && apply (self, invert, error) &&
         for_each_key (connection, keys, foed_search_index_add, error) &&
         foed_derived_refresh (connection, roots, error);
}
