/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-writer"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foed-change-private.h"
#include "foed-history-private.h"
#include "foed-loader-private.h"
#include "foed-search-index-private.h"
#include "foed-writer-private.h"

/* Known ids are forgotten when there are so many, so that a large import needs little memory. */
#define MAX_KNOWN 65536

/* What has to be as it was when a savepoint is rolled back. */
typedef struct
{
  guint       n_new;
  guint       n_removed;
  guint       n_changed;
  guint       n_dangling;
  GHashTable *lost;
} FoedSavepoint;

typedef struct
{
  char           *label;
  FoedWriteFlags  flags;
  FoedWriteFunc   func;
  gpointer        user_data;
  GDestroyNotify  destroy;
  gboolean        list_changes;
} FoedWrite;

static void
foed_write_free (FoedWrite *write)
{
  if (write->destroy != NULL)
    write->destroy (write->user_data);

  g_free (write->label);
  g_free (write);
}

static void
foed_savepoint_clear (FoedSavepoint *savepoint)
{
  g_clear_pointer (&savepoint->lost, g_hash_table_unref);
}

static GHashTable *
copy_lost (GHashTable *lost)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iterator;
  gpointer id, key;

  if (lost == NULL)
    return copy;

  g_hash_table_iter_init (&iterator, lost);

  while (g_hash_table_iter_next (&iterator, &id, &key))
    g_hash_table_insert (copy, g_strdup (id), g_memdup2 (key, sizeof (gint64)));

  return copy;
}

void
foed_place_free (FoedPlace *self)
{
  g_free (self->id);
  g_free (self->parent);
  g_free (self->alliance);
  g_free (self);
}

static void
foed_writer_clear (FoedWriter *self)
{
  g_clear_pointer (&self->find, foed_statement_release);
  g_clear_pointer (&self->insert_record, foed_statement_release);
  g_clear_pointer (&self->insert_reference, foed_statement_release);

  for (guint i = 0; i < FOED_N_RECORD_KINDS; i++)
    g_clear_pointer (&self->insert[i], foed_statement_release);

  g_clear_pointer (&self->recorder, foed_recorder_free);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_pointer (&self->changed_order, g_array_unref);
  g_clear_pointer (&self->lost, g_hash_table_unref);
  g_clear_pointer (&self->savepoints, g_array_unref);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_clear_pointer (&self->dangling, g_ptr_array_unref);
  g_clear_pointer (&self->derived, foed_derived_free);
  g_clear_pointer (&self->stale, g_hash_table_unref);
  g_clear_pointer (&self->report, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoedWriter, foed_writer_clear)

static gboolean
foed_writer_init (FoedWriter      *self,
                  FoedConnection  *connection,
                  const char      *label,
                  GCancellable    *cancellable,
                  GError         **error)
{
  self->connection = connection;
  self->cancellable = cancellable;
  self->changed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->changed_order = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->lost = copy_lost (NULL);
  self->savepoints = g_array_new (FALSE, TRUE, sizeof (FoedSavepoint));
  g_array_set_clear_func (self->savepoints, (GDestroyNotify) foed_savepoint_clear);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->dangling = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_dangling_free);
  self->derived = foed_derived_new (connection);
  self->stale = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (!foed_connection_read_integer (connection, "SELECT 1 + ifnull (max (seq), 0) FROM sqlite_sequence "
                                                 "WHERE name = 'record'", &self->first_new_key, error))
    return FALSE;

  self->recorder = foed_recorder_new (connection, self->dry_run ? NULL : label, error);

  return self->recorder != NULL;
}

/* A statement that stays borrowed until the transaction ends. */
FoedStatement *
foed_writer_borrow (FoedWriter     *self,
                    FoedStatement **slot,
                    const char     *sql,
                    GError        **error)
{
  if (*slot == NULL)
    *slot = foed_statement_new (self->connection, sql, error);

  return *slot;
}

/* Where the record is, or NULL where there is none. */
gboolean
foed_writer_find (FoedWriter  *self,
                  const char  *id,
                  FoedPlace  **place,
                  GError     **error)
{
  FoedStatement *statement;
  g_autoptr (GError) local_error = NULL;

  *place = NULL;
  statement = foed_writer_borrow (self, &self->find,
                                  "SELECT key, kind, position, id, parent, alliance FROM record WHERE id = ?", error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, id);

  if (foed_statement_next (statement, &local_error))
    {
      *place = g_new0 (FoedPlace, 1);
      (*place)->key = foed_statement_get_integer (statement, 0);
      (*place)->kind = foed_record_kind_from_nick (foed_statement_get_text (statement, 1));
      (*place)->position = foed_statement_get_integer (statement, 2);
      (*place)->id = g_strdup (foed_statement_get_text (statement, 3));
      (*place)->parent = g_strdup (foed_statement_get_text (statement, 4));
      (*place)->alliance = g_strdup (foed_statement_get_text (statement, 5));
    }

  foed_statement_reset (statement);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

void
foed_writer_know (FoedWriter     *self,
                  const char     *id,
                  FoedRecordKind  kind)
{
  if (g_hash_table_size (self->known) >= MAX_KNOWN)
    g_hash_table_remove_all (self->known);

  g_hash_table_insert (self->known, g_strdup (id), GUINT_TO_POINTER (kind));
}

void
foed_writer_note_changed (FoedWriter *self,
                          gint64      key)
{
  if (key >= self->first_new_key || g_hash_table_contains (self->changed, &key))
    return;

  g_hash_table_add (self->changed, g_memdup2 (&key, sizeof key));
  g_array_append_val (self->changed_order, key);
}

/* Whether the search index follows the record at once. The words of new records go into it all together in the end, and
 * what a dry run takes back need not go into it at all. */
gboolean
foed_writer_is_indexed (FoedWriter *self,
                        gint64      key)
{
  return !self->dry_run && key < self->first_new_key;
}

/* Takes note that rows of the record change; where it is new in the transaction, they change once more. */
void
foed_writer_note_touched (FoedWriter *self,
                          gint64      key)
{
  if (key >= self->first_new_key)
    foed_recorder_note_touched (self->recorder);
}

/* Takes note that something under the same top-level record as @id changed. */
void
foed_writer_note_stale (FoedWriter *self,
                        const char *id,
                        const char *alliance)
{
  g_autofree char *root = alliance != NULL ? g_strdup (alliance) : g_strndup (id, strcspn (id, "/"));

  if (!g_hash_table_contains (self->stale, root))
    g_hash_table_add (self->stale, g_steal_pointer (&root));
}

/* SQLite ends a transaction by itself when the disk is full or when it is interrupted. What came after would be written
 * for good, piece by piece. */
gboolean
foed_writer_check_alive (FoedWriter  *self,
                         GError     **error)
{
  if (g_cancellable_is_cancelled (self->cancellable))
    foed_connection_set_error (self->connection, SQLITE_INTERRUPT, error);
  else if (sqlite3_get_autocommit (foed_connection_get_handle (self->connection)))
    g_set_error_literal (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_FAILED,
                         _("The change was ended by an error before. Nothing was changed."));
  else
    return TRUE;

  return FALSE;
}

static guint
count_changed (FoedWriter *self)
{
  guint n_changed = self->changed_order->len;
  GHashTableIter iterator;
  gpointer key;

  g_hash_table_iter_init (&iterator, self->lost);

  while (g_hash_table_iter_next (&iterator, NULL, &key))
    if (g_hash_table_contains (self->changed, key))
      n_changed--;

  return n_changed;
}

static gboolean
finish_write (FoedWriter      *writer,
              FoedWrite       *write,
              GPtrArray      **changes,
              gboolean        *recorded,
              GError         **error)
{
  g_autoptr (FoedChangeset) changeset = NULL;

  if (!foed_writer_check_alive (writer, error) || !foed_writer_check_dangling (writer, error))
    return FALSE;

  if (!writer->dry_run && (!foed_search_index_add_from (writer->connection, writer->first_new_key, error) ||
                           !foed_derived_flush (writer->derived, error) ||
                           !foed_derived_refresh (writer->connection, writer->stale, error)))
    return FALSE;

  changeset = foed_recorder_finish (writer->recorder, writer->n_new, count_changed (writer), writer->n_removed, error);
  if (changeset == NULL)
    return FALSE;

  if (write->list_changes && !(*changes = foed_change_list (changeset, error)))
    return FALSE;

  *recorded = !writer->dry_run && foed_changeset_get_n_pieces (changeset) > 0;

  return !*recorded || writer->report == NULL
         || foed_history_set_report (writer->connection, foed_recorder_get_number (writer->recorder), writer->report, error);
}

static gboolean
run_write (FoedConnection  *connection,
           FoedWrite       *write,
           GPtrArray      **changes,
           gboolean        *recorded,
           GCancellable    *cancellable,
           GError         **error)
{
  g_auto (FoedWriter) writer = { .dry_run = !!(write->flags & FOED_WRITE_DRY_RUN) };

  if (!foed_writer_init (&writer, connection, write->label, cancellable, error) ||
      !write->func (&writer, write->user_data, cancellable, error))
    return FALSE;

  return finish_write (&writer, write, changes, recorded, error);
}

/* Returns the changes, or an empty array where they are not asked for. */
static gpointer
do_write (FoedLibrary     *library,
          FoedConnection  *connection,
          gpointer         data,
          GCancellable    *cancellable,
          GError         **error)
{
  FoedWrite *write = data;
  g_autoptr (GPtrArray) changes = NULL;
  gboolean recorded = FALSE;

  if (!foed_connection_execute (connection, "BEGIN IMMEDIATE", error))
    return NULL;

  if (!run_write (connection, write, &changes, &recorded, cancellable, error) ||
      (recorded && !foed_connection_execute (connection, "COMMIT", error)))
    {
      foed_connection_roll_back (connection);
      return NULL;
    }

  foed_connection_roll_back (connection);

  if (recorded)
    foed_library_note_change (library, connection);

  if (changes == NULL)
    changes = g_ptr_array_new_with_free_func (g_object_unref);

  return g_steal_pointer (&changes);
}

/**
 * foed_dangling_free:
 * @self: (transfer full): a reference
 */
void
foed_dangling_free (FoedDangling *self)
{
  g_free (self->record);
  g_free (self->target);
  g_free (self);
}

/**
 * foed_library_write_sync:
 * @self: a library
 * @label: (nullable): what is done, in words that complete “Undo …”; may be %NULL for a dry run only
 * @flags: how
 * @func: (scope call): what to do, in the writer thread
 * @user_data: handed to @func
 * @cancellable: (nullable): ends it; nothing is changed then
 * @changes: (out) (optional) (transfer full) (element-type FoedChange): what was done to which record; costs memory for
 *   each record, so do not ask for it where nobody wants to see it
 * @error: (out): why nothing was changed
 *
 * Changes the library in one transaction, which the history keeps. Where in the end nothing is other than before, the
 * history has no entry.
 *
 * Returns: whether it was done
 */
gboolean
foed_library_write_sync (FoedLibrary     *self,
                         const char      *label,
                         FoedWriteFlags   flags,
                         FoedWriteFunc    func,
                         gpointer         user_data,
                         GCancellable    *cancellable,
                         GPtrArray      **changes,
                         GError         **error)
{
  FoedWrite write = { (char *) label, flags, func, user_data, NULL, changes != NULL };
  g_autoptr (GPtrArray) result = NULL;

  g_return_val_if_fail (FOED_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (label != NULL || flags & FOED_WRITE_DRY_RUN, FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  result = foed_library_run_sync (self, FOED_LIBRARY_WRITER, do_write, &write, cancellable, error);

  if (changes != NULL)
    *changes = result != NULL ? g_ptr_array_ref (result) : NULL;

  return result != NULL;
}

/**
 * foed_library_write_async:
 * @self: a library
 * @label: (nullable): what is done, in words that complete “Undo …”; may be %NULL for a dry run only
 * @flags: how
 * @func: (scope async): what to do, in the writer thread
 * @user_data: handed to @func
 * @destroy: (nullable): frees @user_data
 * @cancellable: (nullable): ends it; nothing is changed then
 * @callback: called when it is done
 * @callback_data: handed to @callback
 *
 * Changes the library in one transaction, which the history keeps. Of a dry run, foed_library_write_finish() gives the
 * changes; those of a change that was committed are in the history.
 */
void
foed_library_write_async (FoedLibrary         *self,
                          const char          *label,
                          FoedWriteFlags       flags,
                          FoedWriteFunc        func,
                          gpointer             user_data,
                          GDestroyNotify       destroy,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             callback_data)
{
  FoedWrite *write;

  g_return_if_fail (FOED_IS_LIBRARY (self));
  g_return_if_fail (label != NULL || flags & FOED_WRITE_DRY_RUN);
  g_return_if_fail (func != NULL);

  write = g_new0 (FoedWrite, 1);
  write->label = g_strdup (label);
  write->flags = flags;
  write->func = func;
  write->user_data = user_data;
  write->destroy = destroy;
  write->list_changes = !!(flags & FOED_WRITE_DRY_RUN);

  foed_library_run_async (self, FOED_LIBRARY_WRITER, do_write, write, (GDestroyNotify) foed_write_free,
                          (GDestroyNotify) g_ptr_array_unref, cancellable, foed_library_write_async, callback,
                          callback_data);
}

/**
 * foed_library_write_finish:
 * @self: a library
 * @result: what the callback was given
 * @changes: (out) (optional) (transfer full) (element-type FoedChange): of a dry run, what it would do to which record
 * @error: (out): why nothing was changed
 *
 * Returns: whether it was done
 */
gboolean
foed_library_write_finish (FoedLibrary   *self,
                           GAsyncResult  *result,
                           GPtrArray    **changes,
                           GError       **error)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (FOED_IS_LIBRARY (self), FALSE);

  list = foed_library_run_finish (self, result, foed_library_write_async, error);

  if (changes != NULL)
    *changes = list != NULL ? g_ptr_array_ref (list) : NULL;

  return list != NULL;
}

/**
 * foed_writer_set_report:
 * @self: a transaction
 * @report: what there is to tell of it, in words
 *
 * Keeps a report with the entry of the history that this transaction becomes, for later.
 */
void
foed_writer_set_report (FoedWriter *self,
                        const char *report)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (report != NULL);

  g_free (self->report);
  self->report = g_strdup (report);
}

/**
 * foed_writer_has:
 * @self: a transaction
 * @id: an id
 *
 * Returns: whether the library has such a record now
 */
gboolean
foed_writer_has (FoedWriter *self,
                 const char *id)
{
  g_autoptr (FoedPlace) place = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  return g_hash_table_contains (self->known, id) || (foed_writer_find (self, id, &place, NULL) && place != NULL);
}

/**
 * foed_writer_get_record:
 * @self: a transaction
 * @id: an id
 * @error: (out): why not; %FOED_LIBRARY_ERROR_NOT_FOUND where there is no such record
 *
 * Returns: (transfer full): the record with everything under it, as the transaction has left it
 */
FoedRecord *
foed_writer_get_record (FoedWriter  *self,
                        const char  *id,
                        GError     **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return foed_loader_load (self->connection, id, error);
}

/**
 * foed_writer_list_ids:
 * @self: a transaction
 * @kind: a kind of record
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of all records of that kind, as the transaction has left
 *   them, sorted byte by byte
 */
char **
foed_writer_list_ids (FoedWriter      *self,
                      FoedRecordKind   kind,
                      GError         **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (kind > FOED_RECORD_NONE && kind < FOED_N_RECORD_KINDS, NULL);

  return foed_loader_list_ids (self->connection, kind, error);
}

/**
 * foed_writer_begin_savepoint:
 * @self: a transaction
 * @error: (out): what went wrong
 *
 * Remembers how everything is, until foed_writer_release() or foed_writer_roll_back(). Savepoints nest.
 *
 * Returns: whether it is remembered
 */
gboolean
foed_writer_begin_savepoint (FoedWriter  *self,
                             GError     **error)
{
  FoedSavepoint savepoint = { 0 };

  g_return_val_if_fail (self != NULL, FALSE);

  if (!foed_writer_check_alive (self, error) || !foed_recorder_begin_savepoint (self->recorder, error) ||
      !foed_derived_flush (self->derived, error) || !foed_connection_execute (self->connection, "SAVEPOINT step", error))
    return FALSE;

  savepoint.n_new = self->n_new;
  savepoint.n_removed = self->n_removed;
  savepoint.n_changed = self->changed_order->len;
  savepoint.n_dangling = self->dangling->len;
  savepoint.lost = copy_lost (self->lost);
  g_array_append_val (self->savepoints, savepoint);

  return TRUE;
}

/**
 * foed_writer_release:
 * @self: a transaction
 * @error: (out): what went wrong
 *
 * Keeps what was done since the last savepoint.
 *
 * Returns: whether it is kept
 */
gboolean
foed_writer_release (FoedWriter  *self,
                     GError     **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->savepoints->len > 0, FALSE);

  g_array_set_size (self->savepoints, self->savepoints->len - 1);
  foed_recorder_release (self->recorder);

  return foed_connection_execute (self->connection, "RELEASE step", error);
}

/**
 * foed_writer_roll_back:
 * @self: a transaction
 * @error: (out): what went wrong
 *
 * Takes back what was done since the last savepoint, which is gone then.
 *
 * Returns: whether it is taken back
 */
gboolean
foed_writer_roll_back (FoedWriter  *self,
                       GError     **error)
{
  FoedSavepoint *savepoint;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (self->savepoints->len > 0, FALSE);

  savepoint = &g_array_index (self->savepoints, FoedSavepoint, self->savepoints->len - 1);
  self->n_new = savepoint->n_new;
  self->n_removed = savepoint->n_removed;

  for (guint i = savepoint->n_changed; i < self->changed_order->len; i++)
    g_hash_table_remove (self->changed, &g_array_index (self->changed_order, gint64, i));

  g_array_set_size (self->changed_order, savepoint->n_changed);
  g_ptr_array_set_size (self->dangling, savepoint->n_dangling);
  g_clear_pointer (&self->lost, g_hash_table_unref);
  self->lost = g_steal_pointer (&savepoint->lost);
  g_hash_table_remove_all (self->known);
  g_array_set_size (self->savepoints, self->savepoints->len - 1);

  if (!foed_connection_execute (self->connection, "ROLLBACK TO step; RELEASE step", error))
    return FALSE;

  foed_recorder_roll_back (self->recorder);
  foed_derived_clear (self->derived);

  return TRUE;
}
