/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-history"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-change-private.h"
#include "foed-history-private.h"
#include "foed-history.h"
#include "foed-library-private.h"
#include "foed-recorder-private.h"
#include "foed-statement-private.h"

/* Undo applies the newest changeset that is not undone the wrong way round and marks it; redo applies the oldest one
 * that is marked and takes the mark off. Neither is an entry of its own. Revert is: it does the opposite of any entry
 * and is recorded, so it can itself be undone. */

/**
 * foed_history_entry_free:
 * @self: (transfer full): an entry
 */
void
foed_history_entry_free (FoedHistoryEntry *self)
{
  g_free (self->label);
  g_free (self);
}

static FoedHistoryEntry *
read_entry (FoedStatement *statement)
{
  FoedHistoryEntry *entry = g_new0 (FoedHistoryEntry, 1);

  entry->number = foed_statement_get_integer (statement, 0);
  entry->label = g_strdup (foed_statement_get_text (statement, 1));
  entry->moment = foed_statement_get_integer (statement, 2);
  entry->undone = !!foed_statement_get_integer (statement, 3);
  entry->n_new = foed_statement_get_integer (statement, 4);
  entry->n_changed = foed_statement_get_integer (statement, 5);
  entry->n_removed = foed_statement_get_integer (statement, 6);
  entry->has_report = foed_statement_get_integer (statement, 7) != 0;

  return entry;
}

#define SELECT_ENTRY "SELECT number, label, moment, undone, n_new, n_changed, n_removed, report IS NOT NULL " \
                     "FROM history "

/* An entry that there must be. @number is bound to the statement where it is not 0. */
static FoedHistoryEntry *
find_entry (FoedConnection  *connection,
            const char      *sql,
            gint64           number,
            const char      *message,
            GError         **error)
{
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, sql, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  if (number != 0)
    foed_statement_bind_integer (statement, 1, number);

  if (foed_statement_next (statement, &local_error))
    return read_entry (statement);

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND, message);

  return NULL;
}

/**
 * foed_history_begin:
 * @connection: a connection that writes, in a transaction
 * @label: what is done
 * @number: (out): the number of the entry
 * @error: (out): what went wrong
 *
 * Makes an entry of the history, which foed_history_end() finishes.
 *
 * Returns: whether it was made
 */
gboolean
foed_history_begin (FoedConnection  *connection,
                    const char      *label,
                    gint64          *number,
                    GError         **error)
{
  g_autoptr (FoedStatement) statement = NULL;

  statement = foed_statement_new (connection, "INSERT INTO history (label, moment, n_new, n_changed, n_removed) "
                                              "VALUES (?, ?, 0, 0, 0)", error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, label);
  foed_statement_bind_integer (statement, 2, g_get_real_time () / G_USEC_PER_SEC);

  if (!foed_statement_execute (statement, error))
    return FALSE;

  *number = sqlite3_last_insert_rowid (foed_connection_get_handle (connection));

  return TRUE;
}

/**
 * foed_history_end:
 * @connection: a connection that writes, in a transaction
 * @number: the number of an entry
 * @n_new: records made
 * @n_changed: records changed
 * @n_removed: records removed
 * @error: (out): what went wrong
 *
 * Finishes an entry of the history. What was undone before can't be done again after it, so that is forgotten.
 *
 * Returns: whether it was done
 */
gboolean
foed_history_end (FoedConnection  *connection,
                  gint64           number,
                  guint            n_new,
                  guint            n_changed,
                  guint            n_removed,
                  GError         **error)
{
  g_autoptr (FoedStatement) statement = NULL;

  statement = foed_statement_new (connection, "UPDATE history SET n_new = ?, n_changed = ?, n_removed = ?, moment = ? "
                                              "WHERE number = ?", error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_integer (statement, 1, n_new);
  foed_statement_bind_integer (statement, 2, n_changed);
  foed_statement_bind_integer (statement, 3, n_removed);
  foed_statement_bind_integer (statement, 4, g_get_real_time () / G_USEC_PER_SEC);
  foed_statement_bind_integer (statement, 5, number);

  return foed_statement_execute (statement, error) &&
         foed_connection_execute (connection, "DELETE FROM history WHERE undone = 1", error);
}

/**
 * foed_history_set_report:
 * @connection: a connection that writes, in a transaction
 * @number: the number of an entry
 * @report: what is told of it
 * @error: (out): what went wrong
 *
 * Keeps a report with an entry of the history.
 *
 * Returns: whether it was done
 */
gboolean
foed_history_set_report (FoedConnection  *connection,
                         gint64           number,
                         const char      *report,
                         GError         **error)
{
  g_autoptr (FoedStatement) statement = NULL;

  statement = foed_statement_new (connection, "UPDATE history SET report = ? WHERE number = ?", error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, report);
  foed_statement_bind_integer (statement, 2, number);

  return foed_statement_execute (statement, error);
}

static gboolean
mark_entry (FoedConnection    *connection,
            FoedHistoryEntry  *entry,
            gboolean           undone,
            GError           **error)
{
  g_autoptr (FoedStatement) statement = NULL;

  statement = foed_statement_new (connection, "UPDATE history SET undone = ? WHERE number = ?", error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_integer (statement, 1, undone);
  foed_statement_bind_integer (statement, 2, entry->number);

  return foed_statement_execute (statement, error);
}

static gboolean
apply_entry (FoedConnection    *connection,
             FoedHistoryEntry  *entry,
             gboolean           invert,
             GError           **error)
{
  g_autoptr (FoedChangeset) changeset = foed_changeset_open (connection, entry->number);

  return foed_changeset_apply (changeset, invert, error);
}

/* Ends the transaction well or badly, and gives the label of what was done. */
static char *
finish (FoedLibrary       *library,
        FoedConnection    *connection,
        FoedHistoryEntry  *entry,
        gboolean           done,
        GError           **error)
{
  if (!done || !foed_connection_execute (connection, "COMMIT", error))
    {
      foed_connection_roll_back (connection);
      return NULL;
    }

  foed_library_note_change (library, connection);

  return g_strdup (entry->label);
}

static gpointer
do_undo (FoedLibrary     *library,
         FoedConnection  *connection,
         gpointer         data,
         GCancellable    *cancellable,
         GError         **error)
{
  g_autoptr (FoedHistoryEntry) entry = NULL;
  gboolean done;

  if (!foed_connection_execute (connection, "BEGIN IMMEDIATE", error))
    return NULL;

  entry = find_entry (connection, SELECT_ENTRY "WHERE undone = 0 ORDER BY number DESC LIMIT 1", 0,
                      _("There is nothing to undo."), error);
  done = entry != NULL && apply_entry (connection, entry, TRUE, error) && mark_entry (connection, entry, TRUE, error);

  return finish (library, connection, entry, done, error);
}

static gpointer
do_redo (FoedLibrary     *library,
         FoedConnection  *connection,
         gpointer         data,
         GCancellable    *cancellable,
         GError         **error)
{
  g_autoptr (FoedHistoryEntry) entry = NULL;
  gboolean done;

  if (!foed_connection_execute (connection, "BEGIN IMMEDIATE", error))
    return NULL;

  entry = find_entry (connection, SELECT_ENTRY "WHERE undone = 1 ORDER BY number LIMIT 1", 0,
                      _("There is nothing to do again."), error);
  done = entry != NULL && apply_entry (connection, entry, FALSE, error) && mark_entry (connection, entry, FALSE, error);

  return finish (library, connection, entry, done, error);
}

static gboolean
record_revert (FoedConnection    *connection,
               FoedHistoryEntry  *entry,
               GError           **error)
{
  g_autofree char *label = g_strdup_printf (C_("history", "Revert “%s”"), entry->label);
  g_autoptr (FoedRecorder) recorder = foed_recorder_new (connection, label, error);
  g_autoptr (FoedChangeset) changeset = NULL;

  if (recorder == NULL || !apply_entry (connection, entry, TRUE, error))
    return FALSE;

  changeset = foed_recorder_finish (recorder, entry->n_removed, entry->n_changed, entry->n_new, error);

  return changeset != NULL;
}

static gpointer
do_revert (FoedLibrary     *library,
           FoedConnection  *connection,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  const gint64 *number = data;
  g_autoptr (FoedHistoryEntry) entry = NULL;
  g_autofree char *digits = NULL;
  g_autofree char *message = NULL;

  if (!foed_connection_execute (connection, "BEGIN IMMEDIATE", error))
    return NULL;

  digits = g_strdup_printf ("%" G_GINT64_FORMAT, *number);
  message = g_strdup_printf (_("The history has no change %s that could be reverted."), digits);
  entry = find_entry (connection, SELECT_ENTRY "WHERE number = ?1 AND undone = 0", *number, message, error);

  return finish (library, connection, entry, entry != NULL && record_revert (connection, entry, error), error);
}

static gpointer
do_list_history (FoedLibrary     *library,
                 FoedConnection  *connection,
                 gpointer         data,
                 GCancellable    *cancellable,
                 GError         **error)
{
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, SELECT_ENTRY "ORDER BY number DESC", error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_history_entry_free);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  while (foed_statement_next (statement, &local_error))
    g_ptr_array_add (entries, read_entry (statement));

  if (local_error == NULL)
    return g_steal_pointer (&entries);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static gpointer
do_list_changes (FoedLibrary     *library,
                 FoedConnection  *connection,
                 gpointer         data,
                 GCancellable    *cancellable,
                 GError         **error)
{
  const gint64 *number = data;
  g_autoptr (FoedHistoryEntry) entry = NULL;
  g_autoptr (FoedChangeset) changeset = NULL;
  g_autofree char *digits = NULL;
  g_autofree char *message = NULL;

  digits = g_strdup_printf ("%" G_GINT64_FORMAT, *number);
  message = g_strdup_printf (_("The history has no change %s."), digits);
  entry = find_entry (connection, SELECT_ENTRY "WHERE number = ?1", *number, message, error);

  if (entry == NULL)
    return NULL;

  changeset = foed_changeset_open (connection, *number);

  return foed_change_list (changeset, error);
}

static gpointer
do_dup_report (FoedLibrary     *library,
               FoedConnection  *connection,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  const gint64 *number = data;
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = foed_statement_new (connection, "SELECT report FROM history WHERE number = ? AND report IS NOT NULL", error);
  if (statement == NULL)
    return NULL;

  foed_statement_bind_integer (statement, 1, *number);

  if (foed_statement_next (statement, &local_error))
    return g_strdup (foed_statement_get_text (statement, 0));

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    g_set_error_literal (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND, _("There is no report of that change."));

  return NULL;
}

/**
 * foed_library_dup_report_sync:
 * @self: a library
 * @number: the number of an entry of the history
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong, also that there is no report
 *
 * Returns: (transfer full): what was told when the change was done
 */
char *
foed_library_dup_report_sync (FoedLibrary   *self,
                              gint64         number,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, do_dup_report, &number, cancellable, error);
}

/**
 * foed_library_dup_report_async:
 * @self: a library
 * @number: the number of an entry of the history
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * See foed_library_dup_report_sync().
 */
void
foed_library_dup_report_async (FoedLibrary         *self,
                               gint64               number,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (self));

  foed_library_run_async (self, FOED_LIBRARY_READER, do_dup_report, g_memdup2 (&number, sizeof number), g_free, g_free,
                          cancellable, foed_library_dup_report_async, callback, user_data);
}

/**
 * foed_library_dup_report_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: (out): what went wrong
 *
 * Returns: (transfer full): what was told when the change was done
 */
char *
foed_library_dup_report_finish (FoedLibrary   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_finish (self, result, foed_library_dup_report_async, error);
}

/**
 * foed_library_list_history_sync:
 * @self: a library
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (element-type FoedHistoryEntry): all changes of the library, newest first
 */
GPtrArray *
foed_library_list_history_sync (FoedLibrary   *self,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, do_list_history, NULL, cancellable, error);
}

/**
 * foed_library_list_history_async:
 * @self: a library
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * See foed_library_list_history_sync().
 */
void
foed_library_list_history_async (FoedLibrary         *self,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (self));

  foed_library_run_async (self, FOED_LIBRARY_READER, do_list_history, NULL, NULL, (GDestroyNotify) g_ptr_array_unref,
                          cancellable, foed_library_list_history_async, callback, user_data);
}

/**
 * foed_library_list_history_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (element-type FoedHistoryEntry): all changes of the library, newest first
 */
GPtrArray *
foed_library_list_history_finish (FoedLibrary   *self,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_finish (self, result, foed_library_list_history_async, error);
}

/**
 * foed_library_list_changes_sync:
 * @self: a library
 * @number: the number of an entry of the history
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (element-type FoedChange): what that change did to which record, sorted by id
 */
GPtrArray *
foed_library_list_changes_sync (FoedLibrary   *self,
                                gint64         number,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, do_list_changes, &number, cancellable, error);
}

/**
 * foed_library_undo_sync:
 * @self: a library
 * @cancellable: (nullable): ends it; nothing is changed then
 * @error: (out): why not; %FOED_LIBRARY_ERROR_NOT_FOUND where there is nothing to undo
 *
 * Undoes the last change that is not undone.
 *
 * Returns: (transfer full): its label
 */
char *
foed_library_undo_sync (FoedLibrary   *self,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_WRITER, do_undo, NULL, cancellable, error);
}

/**
 * foed_library_undo_async:
 * @self: a library
 * @cancellable: (nullable): ends it; nothing is changed then
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * See foed_library_undo_sync().
 */
void
foed_library_undo_async (FoedLibrary         *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (self));

  foed_library_run_async (self, FOED_LIBRARY_WRITER, do_undo, NULL, NULL, g_free, cancellable, foed_library_undo_async,
                          callback, user_data);
}

/**
 * foed_library_undo_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: (out): why not
 *
 * Returns: (transfer full): the label of what was undone
 */
char *
foed_library_undo_finish (FoedLibrary   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_finish (self, result, foed_library_undo_async, error);
}

/**
 * foed_library_redo_sync:
 * @self: a library
 * @cancellable: (nullable): ends it; nothing is changed then
 * @error: (out): why not; %FOED_LIBRARY_ERROR_NOT_FOUND where there is nothing to do again
 *
 * Does again what was undone last.
 *
 * Returns: (transfer full): its label
 */
char *
foed_library_redo_sync (FoedLibrary   *self,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_WRITER, do_redo, NULL, cancellable, error);
}

/**
 * foed_library_redo_async:
 * @self: a library
 * @cancellable: (nullable): ends it; nothing is changed then
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * See foed_library_redo_sync().
 */
void
foed_library_redo_async (FoedLibrary         *self,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (self));

  foed_library_run_async (self, FOED_LIBRARY_WRITER, do_redo, NULL, NULL, g_free, cancellable, foed_library_redo_async,
                          callback, user_data);
}

/**
 * foed_library_redo_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: (out): why not
 *
 * Returns: (transfer full): the label of what was done again
 */
char *
foed_library_redo_finish (FoedLibrary   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_finish (self, result, foed_library_redo_async, error);
}

/**
 * foed_library_revert_sync:
 * @self: a library
 * @number: the number of an entry of the history that is not undone
 * @cancellable: (nullable): ends it; nothing is changed then
 * @error: (out): why not; %FOED_LIBRARY_ERROR_CONFLICT where later changes build on it
 *
 * Does the opposite of an earlier change, leaving later ones as they are. That is a change of its own.
 *
 * Returns: (transfer full): the label of what was reverted
 */
char *
foed_library_revert_sync (FoedLibrary   *self,
                          gint64         number,
                          GCancellable  *cancellable,
                          GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_WRITER, do_revert, &number, cancellable, error);
}

/**
 * foed_library_revert_async:
 * @self: a library
 * @number: the number of an entry of the history that is not undone
 * @cancellable: (nullable): ends it; nothing is changed then
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * See foed_library_revert_sync().
 */
void
foed_library_revert_async (FoedLibrary         *self,
                           gint64               number,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (self));

  foed_library_run_async (self, FOED_LIBRARY_WRITER, do_revert, g_memdup2 (&number, sizeof number), g_free, g_free,
                          cancellable, foed_library_revert_async, callback, user_data);
}

/**
 * foed_library_revert_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: (out): why not
 *
 * Returns: (transfer full): the label of what was reverted
 */
char *
foed_library_revert_finish (FoedLibrary   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_finish (self, result, foed_library_revert_async, error);
}
