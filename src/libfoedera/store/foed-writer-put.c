/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-writer-put"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foed-search-index-private.h"
#include "foed-writer-put-private.h"

/* How a record gets into the library. A record that is not there yet is written without a look at what is; that is the
 * way of a large import. Where its id turns out to be taken, or was there from the beginning, it is merged: rows and
 * columns that are the same are not touched. */

/* Where the list is new as its record is, the recorder is told; otherwise SQLite records it. */
gboolean
foed_put_insert_list (FoedWriter  *self,
                      FoedRecord  *record,
                      FoedField    field,
                      gint64       position,
                      gboolean     is_new,
                      GError     **error)
{
  FoedRecordKind kind = foed_record_get_kind (record);
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
  foed_statement_bind_text (statement, 4, foed_record_kind_get_info (kind)->nick);

  for (guint i = 0; targets[i] != NULL; i++)
    {
      foed_statement_bind_integer (statement, 3, position + i);
      foed_statement_bind_text (statement, 5, targets[i]);

      if (!foed_statement_execute (statement, error))
        return FALSE;

      if (is_new)
        foed_recorder_add_reference (self->recorder, foed_record_get_id (record), field, position + i, kind, targets[i]);
    }

  return TRUE;
}

static gboolean
insert_values (FoedWriter  *self,
               FoedRecord  *record,
               gboolean     is_new,
               GError     **error)
{
  const FoedTable *table = foed_table_get (foed_record_get_kind (record));
  FoedStatement *statement = foed_writer_borrow (self, &self->insert[table->kind], table->insert, error);

  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, foed_record_get_id (record));

  if (is_new)
    foed_recorder_begin_values (self->recorder, table->kind, foed_record_get_id (record));

  for (guint i = 0; i < table->n_columns; i++)
    {
      FoedTableValue value;

      foed_table_value_init (&value, &table->columns[i], record);

      if (is_new)
        foed_recorder_add_value (self->recorder, &value);

      foed_table_value_bind (&value, statement, i + 2);
    }

  if (!foed_statement_execute (statement, error))
    return FALSE;

  for (guint i = 0; i < table->n_lists; i++)
    if (!foed_put_insert_list (self, record, table->lists[i]->field, 0, is_new, error))
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

  g_array_append_val (put->keys, *key);
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

/* Writes the rows of one record. What was not there earlier in the transaction either, SQLite need not record. */
static gboolean
insert_rows (FoedPut           *put,
             FoedRecord        *record,
             const FoedTarget  *target,
             gboolean          *taken,
             gint64            *key,
             GError           **error)
{
  FoedWriter *self = put->writer;
  const char *id = foed_record_get_id (record);
  gboolean is_new = !g_hash_table_contains (self->lost, id);
  gboolean done;

  if (is_new)
    foed_recorder_begin_new (self->recorder);
  else
    foed_recorder_note_touched (self->recorder);

  done = insert_place (put, record, target, taken, key, error);

  if (done && !*taken && is_new)
    foed_recorder_add_place (self->recorder, *key, id, foed_record_get_kind (record), target->parent, target->position,
                             target->alliance);

  done = done && (*taken || insert_values (self, record, is_new, error));

  return (!is_new || foed_recorder_end_new (self->recorder, done ? error : NULL)) && done;
}

gboolean
foed_put_insert_record (FoedPut           *put,
                        FoedRecord        *record,
                        const FoedTarget  *target,
                        GError           **error)
{
  FoedTarget below = { foed_record_get_id (record), foed_record_get_kind (record), target->alliance, 0 };
  gint64 n_of_kind[FOED_N_RECORD_KINDS] = { 0 };
  gboolean taken, changed;
  gint64 key;

  if (!insert_rows (put, record, target, &taken, &key, error))
    return FALSE;

  if (taken)
    {
      g_autoptr (FoedPlace) place = NULL;

      return foed_writer_find (put->writer, foed_record_get_id (record), &place, error) &&
             foed_put_merge_record (put, record, place, target, &changed, error);
    }

  if ((foed_writer_is_indexed (put->writer, key) &&
       !foed_search_index_add_record (put->writer->connection, key, record, error)) ||
      !foed_writer_check_targets (put->writer, record, error))
    return FALSE;

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);

      below.position = n_of_kind[foed_record_get_kind (child)]++;

      if (!foed_put_insert_record (put, child, &below, error))
        return FALSE;
    }

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
  gboolean was_lost = g_hash_table_contains (self->lost, id);
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

  if (place != NULL ? !foed_put_merge_record (put, record, place, NULL, &changed, error)
                    : !foed_put_insert_record (put, record, &top, error))
    return FALSE;

  if (!foed_writer_forget_settled (self, n_dangling, error))
    return FALSE;

  /* What is new as a whole need not be read again to derive what follows from it. */
  if (!put->merged && !was_lost)
    return self->dry_run || foed_derived_add (self->derived, record, (gint64 *) (gpointer) put->keys->data, error);

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
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  FoedPut put = { self, counts != NULL ? counts : &unwanted, FALSE, keys };

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (FOED_IS_RECORD (record), FALSE);
  g_return_val_if_fail (foed_record_get_id (record) != NULL, FALSE);

  return foed_writer_check_alive (self, error) && put_record (&put, record, error);
}
