/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-loader"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-loader-private.h"
#include "foed-table-private.h"

/* A record and everything under it is read with one statement for the tree, one for each kind that occurs in it, and
 * one for the lists of references. */

typedef struct
{
  FoedRecordBuilder *builder;
  GPtrArray         *children;
} FoedNode;

typedef struct
{
  FoedConnection *connection;
  FoedNode       *root;
  GHashTable     *nodes;
  GString        *ids[FOED_N_RECORD_KINDS];
} FoedLoader;

static void
foed_node_free (FoedNode *node)
{
  g_clear_pointer (&node->builder, foed_record_builder_free);
  g_clear_pointer (&node->children, g_ptr_array_unref);
  g_free (node);
}

static void
foed_loader_clear (FoedLoader *self)
{
  g_clear_pointer (&self->nodes, g_hash_table_unref);

  for (guint i = 0; i < FOED_N_RECORD_KINDS; i++)
    if (self->ids[i] != NULL)
      g_string_free (self->ids[i], TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoedLoader, foed_loader_clear)

static void
set_damaged_error (FoedConnection  *connection,
                   const char      *id,
                   const char      *reason,
                   GError         **error)
{
  g_autofree char *name = g_filename_display_name (foed_connection_get_path (connection));

  g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CORRUPT,
               _("The record “%s” in the library “%s” is damaged (%s). Use a backup, or import the record again."), id,
               name, reason);
}

/* Ids consist of characters that JSON takes as they are; what a hostile file holds instead makes the array invalid,
 * and the statement fails. */
static void
add_id (FoedLoader     *self,
        FoedRecordKind  kind,
        const char     *id)
{
  if (self->ids[kind] == NULL)
    self->ids[kind] = g_string_new ("[");
  else
    g_string_append_c (self->ids[kind], ',');

  g_string_append_printf (self->ids[kind], "\"%s\"", id);
}

static gboolean
add_node (FoedLoader     *self,
          FoedStatement  *statement,
          GError        **error)
{
  const char *id = foed_statement_get_text (statement, 0);
  const char *nick = foed_statement_get_text (statement, 1);
  const char *parent_id = foed_statement_get_text (statement, 2);
  FoedRecordKind kind = nick != NULL ? foed_record_kind_from_nick (nick) : FOED_RECORD_NONE;
  FoedNode *parent = parent_id != NULL ? g_hash_table_lookup (self->nodes, parent_id) : NULL;
  FoedNode *node;

  if (id == NULL || kind == FOED_RECORD_NONE || g_hash_table_contains (self->nodes, id) ||
      (parent != NULL && !foed_record_kind_may_hold (foed_record_builder_get_kind (parent->builder), kind)))
    {
      set_damaged_error (self->connection, id, _("it is not where it can be"), error);
      return FALSE;
    }

  node = g_new0 (FoedNode, 1);
  node->builder = foed_record_builder_new (kind, foed_record_kind_get_info (kind)->has_id || parent == NULL ? id : NULL);
  node->children = g_ptr_array_new ();
  g_hash_table_insert (self->nodes, g_strdup (id), node);
  add_id (self, kind, id);

  if (parent != NULL)
    g_ptr_array_add (parent->children, node);
  else
    self->root = node;

  return TRUE;
}

/* Parents come before their children: the queue of a recursive statement is first in, first out within one level. */
static gboolean
read_tree (FoedLoader  *self,
           const char  *id,
           GError     **error)
{
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = foed_statement_new (self->connection,
                                  "WITH RECURSIVE tree (id, kind, parent, level, position) AS ("
                                  "SELECT id, kind, NULL, 0, 0 FROM record WHERE id = ?1 "
                                  "UNION ALL SELECT r.id, r.kind, r.parent, tree.level + 1, r.position "
                                  "FROM tree CROSS JOIN record r ON r.parent = tree.id WHERE tree.level < 256 "
                                  "ORDER BY 4, 5) SELECT id, kind, parent FROM tree",
                                  error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, id);

  while (foed_statement_next (statement, &local_error))
    if (!add_node (self, statement, error))
      return FALSE;

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (self->root == NULL)
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND, _("There is no record “%s” in the library."),
                 id);
  else
    return TRUE;

  return FALSE;
}

static gboolean
read_row (FoedLoader       *self,
          const FoedTable  *table,
          FoedStatement    *statement,
          GError          **error)
{
  const char *id = foed_statement_get_text (statement, 0);
  FoedNode *node = g_hash_table_lookup (self->nodes, id);

  for (guint i = 0; i < table->n_columns; i++)
    {
      g_autoptr (GError) local_error = NULL;

      if (!foed_table_read_column (&table->columns[i], statement, i + 1, node->builder, &local_error))
        {
          set_damaged_error (self->connection, id, local_error->message, error);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_rows (FoedLoader      *self,
           FoedRecordKind   kind,
           GError         **error)
{
  const FoedTable *table = foed_table_get (kind);
  g_autoptr (FoedStatement) statement = foed_statement_new (self->connection, table->select, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, self->ids[kind]->str);

  while (foed_statement_next (statement, &local_error))
    if (!read_row (self, table, statement, error))
      return FALSE;

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* One list of references has ended. */
static gboolean
set_list (FoedLoader  *self,
          const char  *id,
          const char  *nick,
          GPtrArray   *targets,
          GError     **error)
{
  FoedNode *node = id != NULL ? g_hash_table_lookup (self->nodes, id) : NULL;
  FoedField field = nick != NULL ? foed_field_from_nick (nick) : FOED_FIELD_NONE;
  g_autofree char *joined = NULL;
  g_autoptr (GError) local_error = NULL;
  int position;

  if (node == NULL || targets->len == 0)
    return TRUE;

  position = foed_record_kind_find_field (foed_record_builder_get_kind (node->builder), field);
  g_ptr_array_add (targets, NULL);
  joined = g_strjoinv (" ", (char **) targets->pdata);
  g_ptr_array_set_size (targets, 0);

  if (position >= 0 && foed_record_builder_set_string (node->builder, field, joined, &local_error))
    return TRUE;

  set_damaged_error (self->connection, id, local_error != NULL ? local_error->message : nick, error);

  return FALSE;
}

static gboolean
read_lists (FoedLoader      *self,
            FoedRecordKind   kind,
            GError         **error)
{
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GPtrArray) targets = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *id = NULL;
  g_autofree char *nick = NULL;

  statement = foed_statement_new (self->connection,
                                  "SELECT f.record, f.field, f.target FROM json_each (?1) j "
                                  "CROSS JOIN reference f ON f.record = j.value ORDER BY j.key, f.field, f.position",
                                  error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, self->ids[kind]->str);

  while (foed_statement_next (statement, &local_error))
    {
      if (g_strcmp0 (id, foed_statement_get_text (statement, 0)) != 0 ||
          g_strcmp0 (nick, foed_statement_get_text (statement, 1)) != 0)
        {
          if (!set_list (self, id, nick, targets, error))
            return FALSE;

          g_free (id);
          id = g_strdup (foed_statement_get_text (statement, 0));
          g_free (nick);
          nick = g_strdup (foed_statement_get_text (statement, 1));
        }

      g_ptr_array_add (targets, g_strdup (foed_statement_get_text (statement, 2)));
    }

  if (local_error == NULL)
    return set_list (self, id, nick, targets, error);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static FoedRecord *
finish_node (FoedNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    foed_record_builder_take_child (node->builder, finish_node (node->children->pdata[i]));

  return foed_record_builder_end (node->builder);
}

/**
 * foed_loader_load:
 * @connection: a connection of the calling thread
 * @id: an id
 * @error: (out): why there is no such record, or why it can't be read
 *
 * Reads one record with everything under it.
 *
 * Returns: (transfer full): the record
 */
FoedRecord *
foed_loader_load (FoedConnection  *connection,
                  const char      *id,
                  GError         **error)
{
  g_auto (FoedLoader) self = { .connection = connection };

  g_assert (id != NULL);

  self.nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) foed_node_free);

  if (!read_tree (&self, id, error))
    return NULL;

  for (guint i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    {
      if (self.ids[i] == NULL)
        continue;

      g_string_append_c (self.ids[i], ']');

      if (!read_rows (&self, i, error) || (foed_table_get (i)->n_lists > 0 && !read_lists (&self, i, error)))
        return NULL;
    }

  return finish_node (self.root);
}

/* The ids of all records of a kind, sorted byte by byte. */
char **
foed_loader_list_ids (FoedConnection  *connection,
                      FoedRecordKind   kind,
                      GError         **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s ORDER BY id", foed_table_get (kind)->name);
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, sql, error);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  while (foed_statement_next (statement, &local_error))
    g_strv_builder_add (ids, foed_statement_get_text (statement, 0));

  if (local_error == NULL)
    return g_strv_builder_end (ids);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}
