/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-writer-put"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foed-derived-private.h"
#include "foed-search-index-private.h"
#include "foed-writer-private.h"

/* How a record gets into the library. A record that is not there yet is written without a look at what is; that is the
 * way of a large import. Where its id turns out to be taken, or was there from the beginning, it is merged: rows and
 * columns that are the same are not touched. */

typedef struct
{
  FoedWriter    *writer;
  FoedPutCounts *counts;
  gboolean       merged;
} FoedPut;

/* Where a record shall be. */
typedef struct
{
  const char     *parent;
  FoedRecordKind  parent_kind;
  const char     *alliance;
  gint64          position;
} FoedTarget;

static gboolean merge_record (FoedPut           *put,
                              FoedRecord        *record,
                              FoedPlace         *place,
                              const FoedTarget  *target,
                              gboolean          *changed,
                              GError           **error);

static gboolean
insert_list (FoedWriter           *self,
             FoedRecord           *record,
             FoedField             field,
             gint64                position,
             GError              **error)
{
  const char * const *targets = foed_record_get_references (record, field);
  FoedStatement *statement;

  if (targets[0] == NULL)
    return TRUE;

  statement = foed_writer_borrow (self, &self->insert_reference,
                                  "INSERT INTO reference (record, field, position, kind, target) "
                                  "VALUES (?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, foed_record_get_id (record));
  foed_statement_bind_text (statement, 2, foed_field_get_nick (field));
  foed_statement_bind_text (statement, 4, foed_record_kind_get_info (foed_record_get_kind (record))->nick);

  for (guint i = 0; targets[i] != NULL; i++)
    {
      foed_statement_bind_integer (statement, 3, position + i);
      foed_statement_bind_text (statement, 5, targets[i]);

      if (!foed_statement_execute (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
insert_values (FoedWriter  *self,
               FoedRecord  *record,
               GError     **error)
{
  const FoedTable *table = foed_table_get (foed_record_get_kind (record));
  FoedStatement *statement = foed_writer_borrow (self, &self->insert[table->kind], table->insert, error);

  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, foed_record_get_id (record));

  for (guint i = 0; i < table->n_columns; i++)
    {
      FoedTableValue value;

      foed_table_value_init (&value, &table->columns[i], record);
      foed_table_value_bind (&value, statement, i + 2);
    }

  if (!foed_statement_execute (statement, error))
    return FALSE;

  for (guint i = 0; i < table->n_lists; i++)
    if (!insert_list (self, record, table->lists[i]->field, 0, error))
      return FALSE;

  return TRUE;
}

/* Takes a place in the tree of records and gives its key; @taken tells that the id has one already. */
static gboolean
insert_place (FoedPut           *put,
              FoedRecord        *record,
              const FoedTarget  *target,
              gboolean          *taken,
              gint64            *key,
              GError           **error)
{
  FoedWriter *self = put->writer;
  const FoedRecordKindInfo *info = foed_record_kind_get_info (foed_record_get_kind (record));
  const char *id = foed_record_get_id (record);
  FoedStatement *statement;
  gint64 *lost_key;

  statement = foed_writer_borrow (self, &self->insert_record,
                                  "INSERT INTO record (key, id, kind, parent, position, alliance) "
                                  "VALUES (?, ?, ?, ?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  if ((lost_key = g_hash_table_lookup (self->lost, id)))
    foed_statement_bind_integer (statement, 1, *lost_key);
  else
    foed_statement_bind_null (statement, 1);

  foed_statement_bind_text (statement, 2, id);
  foed_statement_bind_text (statement, 3, info->nick);
  foed_statement_bind_text (statement, 4, target->parent);
  foed_statement_bind_integer (statement, 5, target->position);
  foed_statement_bind_text (statement, 6, target->alliance);

  if (!foed_statement_try (statement, taken, error))
    return FALSE;

  *key = sqlite3_last_insert_rowid (foed_connection_get_handle (self->connection));

  if (*taken || !info->has_id)
    return TRUE;

  put->counts->n_new++;

  if (lost_key != NULL && *lost_key < self->first_new_key)
    {
      self->n_removed--;
      foed_writer_note_changed (self, *lost_key);
    }
  else
    {
      self->n_new++;
    }

  g_hash_table_remove (self->lost, id);
  foed_writer_know (self, id, foed_record_get_kind (record));

  return TRUE;
}

static gboolean
insert_record (FoedPut           *put,
               FoedRecord        *record,
               const FoedTarget  *target,
               GError           **error)
{
  FoedTarget below = { foed_record_get_id (record), foed_record_get_kind (record), target->alliance, 0 };
  gint64 n_of_kind[FOED_N_RECORD_KINDS] = { 0 };
  gboolean taken, changed;
  gint64 key;

  if (!insert_place (put, record, target, &taken, &key, error))
    return FALSE;

  if (taken)
    {
      g_autoptr (FoedPlace) place = NULL;

      return foed_writer_find (put->writer, foed_record_get_id (record), &place, error) &&
             merge_record (put, record, place, target, &changed, error);
    }

  if (!insert_values (put->writer, record, error) ||
      !foed_search_index_add_record (put->writer->connection, key, record, error) ||
      !foed_writer_check_targets (put->writer, record, error))
    return FALSE;

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);

      below.position = n_of_kind[foed_record_get_kind (child)]++;

      if (!insert_record (put, child, &below, error))
        return FALSE;
    }

  return TRUE;
}

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

  for (guint i = 0; i < table->n_columns; i++)
    words_differ |= differs[i] && foed_search_index_holds (table->kind, table->columns[i].info->field);

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
  foed_statement_bind_text (delete, 1, foed_record_get_id (record));
  foed_statement_bind_text (delete, 2, foed_field_get_nick (field));

  return foed_statement_execute (delete, error) && insert_list (self, record, field, position, error);
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
      return insert_record (put, child->record, target, error);
    }

  if (!merge_record (put, child->record, child->place, target, &child_changed, error))
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
static gboolean
merge_record (FoedPut           *put,
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
    if (!merge_list (self, record, table->lists[i]->field, &differs, error))
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

/* Whether what is under a record of that kind has ids that do not tell where it belongs. Every record of such a tree
 * knows its root. */
static gboolean
holds_ids (FoedRecordKind kind)
{
  for (const FoedRecordKind *child = foed_record_kind_get_info (kind)->children; *child != FOED_RECORD_NONE; child++)
    if (foed_record_kind_get_info (*child)->has_id)
      return TRUE;

  return FALSE;
}

static gboolean
put_record (FoedPut     *put,
            FoedRecord  *record,
            GError     **error)
{
  FoedWriter *self = put->writer;
  FoedTarget top = { NULL, FOED_RECORD_NONE, NULL, 0 };
  guint n_dangling = self->dangling->len;
  guint n_new = put->counts->n_new;
  const char *id = foed_record_get_id (record);
  g_autoptr (FoedPlace) place = NULL;
  gboolean changed;

  if (!foed_writer_find (self, id, &place, error))
    return FALSE;

  if (place == NULL && !foed_record_kind_may_hold (FOED_RECORD_NONE, foed_record_get_kind (record)))
    {
      g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND,
                   _("“%s” is not in the library, and it cannot stand alone. Add it under the record it belongs to."), id);
      return FALSE;
    }

  if (holds_ids (foed_record_get_kind (record)))
    top.alliance = id;

  if (place != NULL ? !merge_record (put, record, place, NULL, &changed, error)
                    : !insert_record (put, record, &top, error))
    return FALSE;

  if (!foed_writer_forget_settled (self, n_dangling, error))
    return FALSE;

  /* What is new as a whole need not be read again to derive what follows from it. */
  if (!put->merged)
    return self->dry_run || foed_derived_write (self->connection, record, error);

  if (put->counts->n_new > n_new)
    foed_writer_note_stale (self, id, place != NULL ? place->alliance : top.alliance);

  return TRUE;
}

/**
 * foed_writer_put:
 * @self: a transaction
 * @record: a record that stands alone, or one that is in the library
 * @counts: (inout) (optional): what was done is added
 * @error: (out): why it was not done; the transaction must then be rolled back, or its last savepoint
 *
 * Writes a record with everything under it. What the library has under the same ids is changed where it differs.
 * Records with an id of their own that are in the library but not in @record stay; those without are replaced as a set.
 * References may lead to records that are put later.
 *
 * Returns: whether it was done
 */
gboolean
foed_writer_put (FoedWriter     *self,
                 FoedRecord     *record,
                 FoedPutCounts  *counts,
                 GError        **error)
{
  FoedPutCounts unwanted = { 0 };
  FoedPut put = { self, counts != NULL ? counts : &unwanted, FALSE };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (FOED_IS_RECORD (record), FALSE);
  g_return_val_if_fail (foed_record_get_id (record) != NULL, FALSE);

  return foed_writer_check_alive (self, error) && put_record (&put, record, error);
}
