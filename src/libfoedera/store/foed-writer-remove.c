/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-writer-remove"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-integrity-private.h"
#include "foed-search-index-private.h"
#include "foed-writer-private.h"

#define SELECT_TREE \
  "WITH RECURSIVE tree (id, kind, key) AS (SELECT id, kind, key FROM record WHERE id = ?1 " \
  "UNION ALL SELECT r.id, r.kind, r.key FROM tree CROSS JOIN record r ON r.parent = tree.id) "

static void
note_lost (FoedWriter     *self,
           const char     *id,
           FoedRecordKind  kind,
           gint64          key)
{
  if (foed_record_kind_get_info (kind)->has_id)
    {
      if (key >= self->first_new_key)
        self->n_new--;
      else
        self->n_removed++;
    }

  foed_writer_note_touched (self, key);
  g_hash_table_insert (self->lost, g_strdup (id), g_memdup2 (&key, sizeof key));
}

/* Takes note of what goes, and takes its words out of the search index; the ids of each kind become a JSON array. */
static gboolean
collect_tree (FoedWriter  *self,
              const char  *id,
              GString    **ids,
              GError     **error)
{
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = foed_statement_new (self->connection, SELECT_TREE "SELECT id, kind, key FROM tree", error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, id);

  while (foed_statement_next (statement, &local_error))
    {
      const char *member = foed_statement_get_text (statement, 0);
      FoedRecordKind kind = foed_record_kind_from_nick (foed_statement_get_text (statement, 1));
      gint64 key = foed_statement_get_integer (statement, 2);

      if (ids[kind] == NULL)
        ids[kind] = g_string_new (NULL);

      g_string_append_printf (ids[kind], "%s\"%s\"", ids[kind]->len > 0 ? "," : "[", member);
      note_lost (self, member, kind, key);

      if (foed_writer_is_indexed (self, key) && !foed_search_index_remove (self->connection, key, error))
        return FALSE;
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
delete_from (FoedWriter  *self,
             const char  *table,
             const char  *column,
             const char  *ids,
             GError     **error)
{
  g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE %s IN (SELECT value FROM json_each (?1))", table, column);
  g_autoptr (FoedStatement) statement = foed_statement_new (self->connection, sql, error);

  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, ids);

  return foed_statement_execute (statement, error);
}

static gboolean
delete_kind (FoedWriter      *self,
             FoedRecordKind   kind,
             const char      *ids,
             GError         **error)
{
  const FoedTable *table = foed_table_get (kind);

  return delete_from (self, "record", "id", ids, error) && delete_from (self, table->name, "id", ids, error) &&
         (table->n_lists == 0 || delete_from (self, "reference", "record", ids, error));
}

/* Deletes a record and everything under it, whoever refers to it. */
gboolean
foed_writer_delete_tree (FoedWriter  *self,
                         FoedPlace   *place,
                         GError     **error)
{
  GString *ids[FOED_N_RECORD_KINDS] = { NULL };
  gboolean done = collect_tree (self, place->id, ids, error);

  foed_writer_note_stale (self, place->id, place->alliance);
  g_hash_table_remove_all (self->known);

  for (guint i = 0; i < FOED_N_RECORD_KINDS; i++)
    {
      if (ids[i] == NULL)
        continue;

      g_string_append_c (ids[i], ']');
      done = done && delete_kind (self, i, ids[i]->str, error);
      g_string_free (ids[i], TRUE);
    }

  return done;
}

static void
set_needed_error (FoedStatement  *statement,
                  const char     *id,
                  GError        **error)
{
  FoedRecordKind kind = foed_record_kind_from_nick (foed_statement_get_text (statement, 1));
  guint n_others = foed_statement_get_integer (statement, 2) - 1;
  const char *record = foed_statement_get_text (statement, 0);

  if (n_others == 0)
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CONFLICT,
                 _("“%s” cannot be removed, because “%s” (%s) refers to it. Remove that first."), id, record,
                 foed_record_kind_get_label (kind));
  else
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CONFLICT,
                 g_dngettext (GETTEXT_PACKAGE,
                              "“%s” cannot be removed, because “%s” (%s) and %u other record refer to it. Remove them "
                              "first.",
                              "“%s” cannot be removed, because “%s” (%s) and %u other records refer to it. Remove them "
                              "first.",
                              n_others),
                 id, record, foed_record_kind_get_label (kind), n_others);
}

static gboolean
check_not_needed (FoedWriter  *self,
                  const char  *id,
                  GError     **error)
{
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *sql = NULL;

  sql = g_strdup_printf (SELECT_TREE
                         "SELECT min (record), kind, count(*) FROM (SELECT DISTINCT record, kind FROM (%s) "
                         "WHERE target IN (SELECT id FROM tree) AND record NOT IN (SELECT id FROM tree)) "
                         "HAVING count(*) > 0",
                         foed_integrity_get_references ());
  if (!(statement = foed_statement_new (self->connection, sql, error)))
    return FALSE;

  foed_statement_bind_text (statement, 1, id);

  if (foed_statement_next (statement, &local_error))
    set_needed_error (statement, id, error);
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    return TRUE;

  return FALSE;
}

static void
set_not_alone_error (FoedPlace  *place,
                     GError    **error)
{
  g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CONFLICT,
               _("“%s” belongs to “%s” and cannot be removed alone. Change that record instead."), place->id,
               place->parent);
}

/**
 * foed_writer_remove:
 * @self: a transaction
 * @id: an id
 * @error: (out): why it was not removed
 *
 * Removes a record and everything under it. What another record refers to can't be removed: that has to go first, or
 * to be put without its reference.
 *
 * Returns: whether it was removed
 */
gboolean
foed_writer_remove (FoedWriter  *self,
                    const char  *id,
                    GError     **error)
{
  g_autoptr (FoedPlace) place = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!foed_writer_check_alive (self, error) || !foed_writer_find (self, id, &place, error))
    return FALSE;

  if (place == NULL)
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND, _("There is no record “%s” in the library."),
                 id);
  else if (!foed_record_kind_get_info (place->kind)->has_id)
    set_not_alone_error (place, error);
  else
    return check_not_needed (self, id, error) && foed_writer_delete_tree (self, place, error);

  return FALSE;
}
