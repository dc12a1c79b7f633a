/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-writer-merge"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foed-search-index-private.h"
#include "foed-writer-put-private.h"

/* How a record that is in the library becomes what is put: rows and columns that are the same are not touched. */

static gboolean
update_columns (FoedWriter       *self,
                const FoedTable  *table,
                FoedRecord       *record,
                const gboolean   *differs,
                GError          **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (FoedStatement) statement = NULL;
  int parameter = 0;

  g_string_printf (sql, "UPDATE %s SET ", table->name);

  for (guint i = 0; i < table->n_columns; i++)
    if (differs[i])
      g_string_append_printf (sql, "%s\"%s\" = ?", parameter++ > 0 ? ", " : "", table->columns[i].name);

  g_string_append (sql, " WHERE id = ?");

  if (!(statement = foed_statement_new (self->connection, sql->str, error)))
    return FALSE;

  parameter = 0;

  for (guint i = 0; i < table->n_columns; i++)
    if (differs[i])
      {
        FoedTableValue value;

        foed_table_value_init (&value, &table->columns[i], record);
        foed_table_value_bind (&value, statement, ++parameter);
      }

  foed_statement_bind_text (statement, ++parameter, foed_record_get_id (record));

  return foed_statement_execute (statement, error);
}

static gboolean
update_values (FoedWriter       *self,
               const FoedTable  *table,
               FoedRecord       *record,
               gint64            key,
               const gboolean   *differs,
               GError          **error)
{
  gboolean words_differ = FALSE;

  foed_writer_note_touched (self, key);

  for (guint i = 0; i < table->n_columns; i++)
    words_differ |= differs[i] && foed_search_index_holds (table->kind, table->columns[i].info->field);

  words_differ &= foed_writer_is_indexed (self, key);

  return (!words_differ || foed_search_index_remove (self->connection, key, error)) &&
         update_columns (self, table, record, differs, error) &&
         (!words_differ || foed_search_index_add_record (self->connection, key, record, error));
}

/* Writes the columns that differ from the row in the library. */
static gboolean
merge_values (FoedWriter  *self,
              FoedRecord  *record,
              gint64       key,
              gboolean    *changed,
              GError     **error)
{
  const FoedTable *table = foed_table_get (foed_record_get_kind (record));
  g_autoptr (FoedStatement) statement = foed_statement_new (self->connection, table->find, error);
  g_autofree gboolean *differs = g_new0 (gboolean, table->n_columns);
  g_autoptr (GError) local_error = NULL;
  gboolean differ = FALSE;

  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, foed_record_get_id (record));

  if (!foed_statement_next (statement, &local_error))
    {
      if (local_error == NULL)
        foed_connection_set_error (self->connection, SQLITE_CORRUPT, error);
      else
        g_propagate_error (error, g_steal_pointer (&local_error));

      return FALSE;
    }

  for (guint i = 0; i < table->n_columns; i++)
    {
      FoedTableValue value;

      foed_table_value_init (&value, &table->columns[i], record);
      differs[i] = !foed_table_value_equal (&value, statement, i + 1);
      foed_table_value_clear (&value);
      differ |= differs[i];
    }

  foed_statement_reset (statement);
  *changed |= differ;

  return !differ || update_values (self, table, record, key, differs, error);
}

/* A list that differs is written anew behind its old positions: the changeset then holds both lists whole. */
static gboolean
merge_list (FoedWriter  *self,
            FoedRecord  *record,
            gint64       key,
            FoedField    field,
            gboolean    *changed,
            GError     **error)
{
  const char * const *targets = foed_record_get_references (record, field);
  g_autoptr (FoedStatement) select = NULL;
  g_autoptr (FoedStatement) delete = NULL;
  g_autoptr (GError) local_error = NULL;
  gint64 position = 0;
  gboolean same = TRUE;

  select = foed_statement_new (self->connection, "SELECT target, position FROM reference "
                                                 "WHERE record = ? AND field = ? ORDER BY position", error);
  delete = foed_statement_new (self->connection, "DELETE FROM reference WHERE record = ? AND field = ?", error);
  if (select == NULL || delete == NULL)
    return FALSE;

  foed_statement_bind_text (select, 1, foed_record_get_id (record));
  foed_statement_bind_text (select, 2, foed_field_get_nick (field));

  while (foed_statement_next (select, &local_error))
    {
      same = same && *targets != NULL && strcmp (*targets++, foed_statement_get_text (select, 0)) == 0;
      position = foed_statement_get_integer (select, 1) + 1;
    }

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (same && *targets == NULL)
    return TRUE;

  *changed = TRUE;
  foed_writer_note_touched (self, key);
  foed_statement_bind_text (delete, 1, foed_record_get_id (record));
  foed_statement_bind_text (delete, 2, foed_field_get_nick (field));

  return foed_statement_execute (delete, error) && foed_put_insert_list (self, record, field, position, FALSE, error);
}

static gboolean
set_position (FoedWriter  *self,
              FoedPlace   *place,
              gint64       position,
              GError     **error)
{
  g_autoptr (FoedStatement) statement = NULL;

  if (place->position == position)
    return TRUE;

  statement = foed_statement_new (self->connection, "UPDATE record SET position = ? WHERE key = ?", error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_integer (statement, 1, position);
  foed_statement_bind_integer (statement, 2, place->key);
  foed_writer_note_stale (self, place->id, place->alliance);
  foed_writer_note_touched (self, place->key);

  return foed_statement_execute (statement, error);
}

static gboolean
refuse_id (FoedPlace  *place,
           GError    **error)
{
  g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CONFLICT,
               _("“%s” is already the id of another record (%s). Give one of them another id."), place->id,
               foed_record_kind_get_label (place->kind));

  return FALSE;
}

/* The record and everything under it goes to another parent of the same kind. */
static gboolean
move_record (FoedWriter        *self,
             FoedPlace         *place,
             const FoedTarget  *target,
             GError           **error)
{
  g_autoptr (FoedPlace) parent = NULL;
  g_autoptr (FoedStatement) move = NULL;
  g_autoptr (FoedStatement) carry = NULL;

  if (place->parent == NULL || !foed_writer_find (self, place->parent, &parent, error))
    return place->parent != NULL ? FALSE : refuse_id (place, error);

  if (parent == NULL || parent->kind != target->parent_kind)
    return refuse_id (place, error);

  move = foed_statement_new (self->connection, "UPDATE record SET parent = ? WHERE key = ?", error);
  carry = foed_statement_new (self->connection,
                              "WITH RECURSIVE tree (id) AS (SELECT ?1 UNION ALL "
                              "SELECT r.id FROM tree CROSS JOIN record r ON r.parent = tree.id) "
                              "UPDATE record SET alliance = ?2 WHERE id IN tree AND alliance IS NOT ?2", error);
  if (move == NULL || carry == NULL)
    return FALSE;

  foed_writer_note_stale (self, place->id, place->alliance);
  foed_writer_note_stale (self, place->id, target->alliance);
  foed_recorder_note_touched (self->recorder);
  foed_statement_bind_text (move, 1, target->parent);
  foed_statement_bind_integer (move, 2, place->key);
  foed_statement_bind_text (carry, 1, place->id);
  foed_statement_bind_text (carry, 2, target->alliance);

  return foed_statement_execute (move, error) && foed_statement_execute (carry, error);
}

static GPtrArray *
read_children (FoedWriter  *self,
               FoedPlace   *parent,
               GError     **error)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_place_free);
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = foed_statement_new (self->connection, "SELECT key, kind, position, id, alliance FROM record "
                                                    "WHERE parent = ? ORDER BY position, key", error);
  if (statement == NULL)
    return NULL;

  foed_statement_bind_text (statement, 1, parent->id);

  while (foed_statement_next (statement, &local_error))
    {
      FoedPlace *place = g_new0 (FoedPlace, 1);

      place->key = foed_statement_get_integer (statement, 0);
      place->kind = foed_record_kind_from_nick (foed_statement_get_text (statement, 1));
      place->position = foed_statement_get_integer (statement, 2);
      place->id = g_strdup (foed_statement_get_text (statement, 3));
      place->parent = g_strdup (parent->id);
      place->alliance = g_strdup (foed_statement_get_text (statement, 4));
      g_ptr_array_add (children, place);
    }

  if (local_error == NULL)
    return g_steal_pointer (&children);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/* A child that is to come out of a merge: one that is put, one that is there, or both. */
typedef struct
{
  FoedRecord *record;
  FoedPlace  *place;
} FoedChild;

/* The children of one kind in the order that they shall have: that of the record that is put; a child that is only in
 * the library stays behind the one that it stood behind. @changed becomes TRUE where children that are in both have
 * another order than before. */
static GArray *
order_children (FoedRecord     *record,
                GPtrArray      *places,
                FoedRecordKind  kind,
                gboolean       *changed)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  GArray *children = g_array_new (FALSE, FALSE, sizeof (FoedChild));
  const FoedPlace *last = NULL;
  guint behind = 0;

  for (guint i = 0; i < places->len; i++)
    {
      FoedPlace *place = places->pdata[i];

      if (place->kind == kind)
        g_hash_table_insert (by_id, place->id, place);
    }

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedChild child = { foed_record_get_child (record, i), NULL };

      if (foed_record_get_kind (child.record) != kind)
        continue;

      child.place = g_hash_table_lookup (by_id, foed_record_get_id (child.record));
      *changed |= last != NULL && child.place != NULL && child.place->position < last->position;
      last = child.place != NULL ? child.place : last;
      g_array_append_val (children, child);

      if (child.place != NULL)
        g_hash_table_remove (by_id, child.place->id);
    }

  for (guint i = 0; i < places->len; i++)
    {
      FoedChild child = { NULL, places->pdata[i] };

      if (child.place->kind != kind)
        continue;

      if (g_hash_table_contains (by_id, child.place->id))
        g_array_insert_val (children, behind, child);
      else
        while (behind >= children->len || g_array_index (children, FoedChild, behind).place != child.place)
          behind = behind + 1 < children->len ? behind + 1 : 0;

      behind++;
    }

  return children;
}

static gboolean
merge_child (FoedPut           *put,
             FoedChild         *child,
             const FoedTarget  *target,
             gboolean           has_id,
             gboolean          *changed,
             GError           **error)
{
  gboolean child_changed = FALSE;

  if (child->record == NULL && has_id)
    return set_position (put->writer, child->place, target->position, error);

  if (child->record == NULL)
    {
      *changed = TRUE;
      return foed_writer_delete_tree (put->writer, child->place, error);
    }

  if (child->place == NULL)
    {
      *changed |= !has_id;
      return foed_put_insert_record (put, child->record, target, error);
    }

  if (!foed_put_merge_record (put, child->record, child->place, target, &child_changed, error))
    return FALSE;

  *changed |= !has_id && child_changed;

  return TRUE;
}

static gboolean
merge_children (FoedPut     *put,
                FoedRecord  *record,
                FoedPlace   *place,
                const char  *alliance,
                gboolean    *changed,
                GError     **error)
{
  const FoedRecordKind *kinds = foed_record_kind_get_info (place->kind)->children;
  FoedTarget target = { place->id, place->kind, alliance, 0 };
  g_autoptr (GPtrArray) places = NULL;

  if (kinds[0] == FOED_RECORD_NONE)
    return TRUE;

  if (!(places = read_children (put->writer, place, error)))
    return FALSE;

  for (guint i = 0; kinds[i] != FOED_RECORD_NONE; i++)
    {
      g_autoptr (GArray) children = order_children (record, places, kinds[i], changed);

      for (target.position = 0; target.position < children->len; target.position++)
        if (!merge_child (put, &g_array_index (children, FoedChild, target.position), &target,
                          foed_record_kind_get_info (kinds[i])->has_id, changed, error))
          return FALSE;
    }

  return TRUE;
}

/* Makes the record at @place what @record is. @changed tells whether it, or what has no id of its own under it, was
 * anything else. */
gboolean
foed_put_merge_record (FoedPut           *put,
                       FoedRecord        *record,
                       FoedPlace         *place,
                       const FoedTarget  *target,
                       gboolean          *changed,
                       GError           **error)
{
  FoedWriter *self = put->writer;
  const FoedTable *table = foed_table_get (place->kind);
  const char *alliance = target != NULL ? target->alliance : place->alliance;
  gboolean differs = FALSE;

  put->merged = TRUE;

  if (place->kind != foed_record_get_kind (record))
    return refuse_id (place, error);

  if (target != NULL && g_strcmp0 (target->parent, place->parent) != 0)
    {
      differs = TRUE;

      if (!move_record (self, place, target, error))
        return FALSE;
    }

  if ((target != NULL && !set_position (self, place, target->position, error)) ||
      !merge_values (self, record, place->key, &differs, error))
    return FALSE;

  for (guint i = 0; i < table->n_lists; i++)
    if (!merge_list (self, record, place->key, table->lists[i]->field, &differs, error))
      return FALSE;

  if ((differs && !foed_writer_check_targets (self, record, error)) ||
      !merge_children (put, record, place, alliance, &differs, error))
    return FALSE;

  *changed = differs;

  if (differs)
    foed_writer_note_stale (self, place->id, alliance);

  if (!foed_record_kind_get_info (place->kind)->has_id)
    return TRUE;

  if (differs)
    foed_writer_note_changed (self, place->key);

  *(differs ? &put->counts->n_changed : &put->counts->n_unchanged) += 1;

  return TRUE;
}
