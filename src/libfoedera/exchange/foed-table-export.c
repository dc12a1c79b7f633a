/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-table-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-data-dictionary.h"
#include "foed-hash-stream-private.h"
#include "foed-replication-log-private.h"
#include "foed-table-export.h"
#include "store/foed-listing.h"
#include "xml/foed-atomic-file.h"

#define PAGE_SIZE 512

struct _FoedTableExport
{
  GObject          parent_instance;
  FoedLibrary     *library;
  FoedTableFormat  format;
  FoedQuery       *query;
  char           **wanted;
  gboolean         labels;
  gboolean         has_panel;
  FoedPanel        panel;
  int              first_year;
  int              last_year;
  GFile           *log;
  gboolean         was_run;

  GPtrArray       *columns;
  GArray          *positions;
  guint            n_rows;
};

G_DEFINE_FINAL_TYPE (FoedTableExport, foed_table_export, G_TYPE_OBJECT)

static void
foed_table_export_finalize (GObject *object)
{
  FoedTableExport *self = FOED_TABLE_EXPORT (object);

  g_clear_object (&self->library);
  g_clear_object (&self->query);
  g_clear_object (&self->log);
  g_clear_pointer (&self->wanted, g_strfreev);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->positions, g_array_unref);

  G_OBJECT_CLASS (foed_table_export_parent_class)->finalize (object);
}

static void
foed_table_export_class_init (FoedTableExportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_table_export_finalize;
}

static void
foed_table_export_init (FoedTableExport *self)
{
  self->query = foed_query_new (FOED_LISTING_ALLIANCES);
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
take_column (FoedTableExport  *self,
             const FoedColumn *column,
             guint             position)
{
  g_ptr_array_add (self->columns, foed_table_column_new (column->nick, foed_column_get_label (column), NULL, column->type,
                                                         column->vocabulary));
  g_array_append_val (self->positions, position);
}

static gboolean
take_wanted (FoedTableExport   *self,
             const FoedColumn  *columns,
             guint              n_columns,
             const char        *nick,
             GError           **error)
{
  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (columns[i].nick, nick))
      {
        take_column (self, &columns[i], i);
        return TRUE;
      }

  g_set_error (error, FOED_TABLE_ERROR, FOED_TABLE_ERROR_UNKNOWN, _("There is no column “%s” in this list."), nick);

  return FALSE;
}

/* The columns of the list that were asked for, else those that are shown until the user chooses otherwise; before them
 * the id, by which rows can be joined. */
static gboolean
make_list_columns (FoedTableExport  *self,
                   GError          **error)
{
  guint n_columns;
  const FoedColumn *columns = foed_listing_get_columns (foed_query_get_listing (self->query), &n_columns);

  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_table_column_free);

  for (guint i = 0; self->wanted != NULL && self->wanted[i] != NULL; i++)
    if (!take_wanted (self, columns, n_columns, self->wanted[i], error))
      return FALSE;

  for (guint i = 0; self->wanted == NULL && i < n_columns; i++)
    if (columns[i].shown || g_str_equal (columns[i].nick, "id"))
      take_column (self, &columns[i], i);

  return TRUE;
}

static gboolean
make_columns (FoedTableExport  *self,
              GError          **error)
{
  if (!self->has_panel)
    return make_list_columns (self, error);

  self->columns = foed_panel_make_columns (self->panel);

  return TRUE;
}

/* A cell as it is shown, or as it is stored; %NULL for a blank one. */
static char *
make_cell (FoedTableExport *self,
           FoedRow         *row,
           guint            position)
{
  const char *value = foed_row_get_value (row, position);
  const char * const *values = foed_row_get_values (row, position);

  if (value == NULL && (values == NULL || values[0] == NULL))
    return NULL;

  if (self->labels)
    return foed_row_dup_display (row, position);

  return values != NULL && values[0] != NULL ? g_strjoinv (" ", (char **) values) : g_strdup (value);
}

static gboolean
write_row (FoedTableExport  *self,
           FoedTableWriter  *writer,
           FoedRow          *row,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->positions->len; i++)
    g_ptr_array_add (cells, make_cell (self, row, g_array_index (self->positions, guint, i)));

  return foed_table_writer_write_row (writer, (const char * const *) cells->pdata, cancellable, error);
}

static gboolean
write_list (FoedTableExport  *self,
            FoedTableWriter  *writer,
            GCancellable     *cancellable,
            GError          **error)
{
  for (guint offset = 0;; offset += PAGE_SIZE)
    {
      g_autoptr (GPtrArray) rows = foed_library_list_sync (self->library, self->query, offset, PAGE_SIZE, cancellable,
                                                           error);

      if (rows == NULL)
        return FALSE;

      for (guint i = 0; i < rows->len; i++)
        if (!write_row (self, writer, g_ptr_array_index (rows, i), cancellable, error))
          return FALSE;

      if (rows->len < PAGE_SIZE)
        return TRUE;
    }
}

static FoedPanelOptions
get_panel_options (FoedTableExport *self)
{
  return (FoedPanelOptions) { self->panel, self->query, self->first_year, self->last_year };
}

static gboolean
write_table (FoedTableExport  *self,
             GOutputStream    *stream,
             GCancellable     *cancellable,
             GError          **error)
{
  g_autoptr (FoedTableWriter) writer = foed_table_writer_new (self->format, stream);
  FoedPanelOptions options = get_panel_options (self);
  gboolean written;

  if (!foed_table_writer_write_columns (writer, self->columns, self->labels, cancellable, error))
    return FALSE;

  written = self->has_panel ? foed_panel_write_sync (&options, self->library, writer, cancellable, error)
                            : write_list (self, writer, cancellable, error);
  self->n_rows = foed_table_writer_get_n_rows (writer);

  return written && foed_table_writer_end (writer, cancellable, error);
}

static gboolean
write_log (FoedTableExport  *self,
           const char       *name,
           const char       *hash,
           GCancellable     *cancellable,
           GError          **error)
{
  FoedPanelOptions options = get_panel_options (self);
  g_autofree char *library = g_file_get_parse_name (foed_library_get_file (self->library));
  g_autofree char *library_hash = foed_replication_hash_library (self->library, cancellable, error);
  FoedReplication replication = {
    .format = self->format,
    .panel = self->has_panel ? &options : NULL,
    .query = self->query,
    .columns = self->columns,
    .labels = self->labels,
    .n_rows = self->n_rows,
    .file = name,
    .file_hash = hash,
    .library = library,
    .library_hash = library_hash,
  };

  return library_hash != NULL && foed_replication_log (&replication, self->log, cancellable, error);
}

/* Writes the table and takes the hash of what is written. */
static char *
write_hashed (FoedTableExport  *self,
              GOutputStream    *stream,
              GCancellable     *cancellable,
              GError          **error)
{
  g_autoptr (FoedHashStream) hashed = foed_hash_stream_new (stream);

  if (!write_table (self, G_OUTPUT_STREAM (hashed), cancellable, error))
    return NULL;

  return g_strdup (foed_hash_stream_get_hash (hashed));
}

static gboolean
write_dictionary (FoedTableExport  *self,
                  GFile            *file,
                  GCancellable     *cancellable,
                  GError          **error)
{
  g_autoptr (GFile) dictionary = foed_table_export_get_dictionary (file);
  g_autoptr (FoedAtomicFile) target = foed_atomic_file_new (dictionary, cancellable, error);

  return target != NULL
         && foed_data_dictionary_write (self->columns, self->format, foed_atomic_file_get_stream (target), cancellable,
                                        error)
         && foed_atomic_file_commit (target, cancellable, error);
}

static gboolean
write_file (FoedTableExport  *self,
            GFile            *file,
            GCancellable     *cancellable,
            GError          **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *hash = NULL;
  g_autoptr (FoedAtomicFile) target = foed_atomic_file_new (file, cancellable, error);

  if (target == NULL)
    return FALSE;

  hash = write_hashed (self, foed_atomic_file_get_stream (target), cancellable, error);

  return hash != NULL && write_dictionary (self, file, cancellable, error)
         && foed_atomic_file_commit (target, cancellable, error)
         && (self->log == NULL || write_log (self, name, hash, cancellable, error));
}

/* Says which file could not be written. */
static void
prefix_error (GFile   *file,
              GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);

  if (error != NULL && (*error)->domain == G_IO_ERROR && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (error, _("“%s” can't be written: "), name);
}

static void
run_task (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (foed_table_export_run_sync (FOED_TABLE_EXPORT (source), G_FILE (data), cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * foed_table_export_new:
 * @library: a library
 * @format: how to write
 *
 * Returns: (transfer full): an export of the list of all alliances
 */
FoedTableExport *
foed_table_export_new (FoedLibrary     *library,
                       FoedTableFormat  format)
{
  FoedTableExport *self;

  g_return_val_if_fail (FOED_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (format < FOED_N_TABLE_FORMATS, NULL);

  self = g_object_new (FOED_TYPE_TABLE_EXPORT, NULL);
  self->library = g_object_ref (library);
  self->format = format;

  return self;
}

/**
 * foed_table_export_set_query:
 * @self: an export that was not run
 * @query: what to write; of a panel, which alliances count
 *
 * Chooses the rows and their order.
 */
void
foed_table_export_set_query (FoedTableExport *self,
                             FoedQuery       *query)
{
  g_return_if_fail (FOED_IS_TABLE_EXPORT (self));
  g_return_if_fail (FOED_IS_QUERY (query));

  g_set_object (&self->query, query);
}

/**
 * foed_table_export_set_columns:
 * @self: an export that was not run
 * @nicks: (nullable): the columns of the list, in their order; %NULL for those that are usually shown
 *
 * Chooses the columns. Panels have all of theirs.
 */
void
foed_table_export_set_columns (FoedTableExport    *self,
                               const char * const *nicks)
{
  g_return_if_fail (FOED_IS_TABLE_EXPORT (self));

  g_strfreev (self->wanted);
  self->wanted = g_strdupv ((char **) nicks);
}

/**
 * foed_table_export_set_labels:
 * @self: an export that was not run
 * @labels: whether to write a list as people read it, in the user's language, rather than by stable names
 *
 * Chooses how cells are written. Panels always have stable names in their cells.
 */
void
foed_table_export_set_labels (FoedTableExport *self,
                              gboolean         labels)
{
  g_return_if_fail (FOED_IS_TABLE_EXPORT (self));

  self->labels = labels;
}

/**
 * foed_table_export_set_panel:
 * @self: an export that was not run
 * @panel: a panel
 *
 * Asks for a panel instead of a list.
 */
void
foed_table_export_set_panel (FoedTableExport *self,
                             FoedPanel        panel)
{
  g_return_if_fail (FOED_IS_TABLE_EXPORT (self));
  g_return_if_fail (panel < FOED_N_PANELS);

  self->has_panel = TRUE;
  self->panel = panel;
}

/**
 * foed_table_export_set_years:
 * @self: an export that was not run
 * @first_year: the first year of a panel; 0 to leave it open
 * @last_year: the last year; 0 to leave it open
 *
 * Chooses the years of a panel that has some.
 */
void
foed_table_export_set_years (FoedTableExport *self,
                             int              first_year,
                             int              last_year)
{
  g_return_if_fail (FOED_IS_TABLE_EXPORT (self));

  self->first_year = first_year;
  self->last_year = last_year;
}

/**
 * foed_table_export_set_log:
 * @self: an export that was not run
 * @log: (nullable): a file
 *
 * Asks for an entry at the end of @log, a line of JSON: version, time, hash of the library as native XML, filters,
 * columns, rules, and the hash of what was written.
 */
void
foed_table_export_set_log (FoedTableExport *self,
                           GFile           *log)
{
  g_return_if_fail (FOED_IS_TABLE_EXPORT (self));
  g_return_if_fail (log == NULL || G_IS_FILE (log));

  g_set_object (&self->log, log);
}

/**
 * foed_table_export_get_dictionary:
 * @file: the file that a table is written to
 *
 * Returns: (transfer full): the file beside it that its data dictionary is written to: `x.dictionary.csv` for `x.csv`
 */
GFile *
foed_table_export_get_dictionary (GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *stem = NULL;
  g_autofree char *full = NULL;
  g_autoptr (GFile) folder = NULL;
  const char *dot;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_basename (file);
  folder = g_file_get_parent (file);
  dot = strrchr (name, '.');
  stem = dot == NULL || dot == name ? g_strdup (name) : g_strndup (name, dot - name);
  full = g_strconcat (stem, ".dictionary", dot == NULL || dot == name ? "" : dot, NULL);

  return folder == NULL ? g_file_new_for_path (full) : g_file_get_child (folder, full);
}

/**
 * foed_table_export_get_n_rows:
 * @self: an export that was run
 *
 * Returns: how many rows were written
 */
guint
foed_table_export_get_n_rows (FoedTableExport *self)
{
  g_return_val_if_fail (FOED_IS_TABLE_EXPORT (self), 0);

  return self->n_rows;
}

/**
 * foed_table_export_to_stream_sync:
 * @self: an export that was not run
 * @stream: where to; it stays open
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_LIBRARY_ERROR, %FOED_TABLE_ERROR or %G_IO_ERROR
 *
 * Writes the table, without a dictionary.
 *
 * Returns: whether it was written
 */
gboolean
foed_table_export_to_stream_sync (FoedTableExport  *self,
                                  GOutputStream    *stream,
                                  GCancellable     *cancellable,
                                  GError          **error)
{
  g_autofree char *hash = NULL;

  g_return_val_if_fail (FOED_IS_TABLE_EXPORT (self), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);
  g_return_val_if_fail (!self->was_run, FALSE);

  self->was_run = TRUE;

  if (!make_columns (self, error))
    return FALSE;

  hash = write_hashed (self, stream, cancellable, error);

  return hash != NULL && (self->log == NULL || write_log (self, NULL, hash, cancellable, error));
}

/**
 * foed_table_export_run_sync:
 * @self: an export that was not run
 * @file: where to; what was there is replaced when all is written
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_LIBRARY_ERROR, %FOED_TABLE_ERROR or %G_IO_ERROR
 *
 * Writes the table, and its dictionary beside it.
 *
 * Returns: whether both were written
 */
gboolean
foed_table_export_run_sync (FoedTableExport  *self,
                            GFile            *file,
                            GCancellable     *cancellable,
                            GError          **error)
{
  g_return_val_if_fail (FOED_IS_TABLE_EXPORT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (!self->was_run, FALSE);

  self->was_run = TRUE;

  if (make_columns (self, error) && write_file (self, file, cancellable, error))
    return TRUE;

  prefix_error (file, error);

  return FALSE;
}

/**
 * foed_table_export_run_async:
 * @self: an export that was not run
 * @file: where to
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * Does what foed_table_export_run_sync() does without making the caller wait.
 */
void
foed_table_export_run_async (FoedTableExport     *self,
                             GFile               *file,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FOED_IS_TABLE_EXPORT (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, foed_table_export_run_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, run_task);
}

/**
 * foed_table_export_run_finish:
 * @self: an export
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether the table and its dictionary were written
 */
gboolean
foed_table_export_run_finish (FoedTableExport  *self,
                              GAsyncResult     *result,
                              GError          **error)
{
  g_return_val_if_fail (FOED_IS_TABLE_EXPORT (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
