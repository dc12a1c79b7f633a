/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-import"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-import-choice-private.h"

#define PROGRESS_INTERVAL (G_USEC_PER_SEC / 10)

struct _FoedImport
{
  GObject                 parent_instance;
  FoedLibrary            *library;
  GPtrArray              *roots;
  GPtrArray              *formats;
  char                   *dialect;
  gboolean                lenient;
  gboolean                dry_run;
  gboolean                list_changes;
  gboolean                was_run;

  FoedImportProgressFunc  progress;
  gpointer                progress_data;
  GDestroyNotify          progress_destroy;
  GMainContext           *progress_context;
  gint64                  last_progress;

  GPtrArray              *files;
  guint64                 n_bytes_total;
  FoedDialects           *dialects;
  FoedStateIndex         *states;
  FoedForeignOptions      options;
  FoedImportChoice       *choice;
};

G_DEFINE_FINAL_TYPE (FoedImport, foed_import, G_TYPE_OBJECT)

typedef struct
{
  FoedImport *import;
  guint64     n_bytes;
  char       *name;
} Progress;

static void
progress_free (Progress *progress)
{
  g_object_unref (progress->import);
  g_free (progress->name);
  g_free (progress);
}

static gboolean
on_progress (gpointer data)
{
  Progress *progress = data;
  FoedImport *self = progress->import;

  self->progress (self, MIN (progress->n_bytes, self->n_bytes_total), self->n_bytes_total, progress->name,
                  self->progress_data);

  return G_SOURCE_REMOVE;
}

/* Called by the feed's thread. */
static void
note_progress (guint64     n_bytes,
               const char *name,
               gpointer    user_data)
{
  FoedImport *self = user_data;
  gint64 now = g_get_monotonic_time ();
  g_autoptr (GSource) source = NULL;
  Progress *progress;

  if (self->progress == NULL || now - self->last_progress < PROGRESS_INTERVAL)
    return;

  self->last_progress = now;
  progress = g_new0 (Progress, 1);
  progress->import = g_object_ref (self);
  progress->n_bytes = n_bytes;
  progress->name = g_strdup (name);

  if (self->progress_context == NULL)
    {
      on_progress (progress);
      progress_free (progress);
      return;
    }

  source = g_idle_source_new ();
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, on_progress, progress, (GDestroyNotify) progress_free);
  g_source_attach (source, self->progress_context);
}

/* Writes a record, unless its file is refused already. An id that is taken refuses the file, anything else ends the
 * run. */
gboolean
foed_import_file_put (FoedImportFile  *file,
                      FoedWriter      *writer,
                      FoedRecord      *record,
                      GError         **error)
{
  g_autoptr (FoedRecord) chosen = NULL;
  g_autoptr (GError) put_error = NULL;

  if (file->refused)
    {
      foed_import_file_add_record (file, record, 0);
      return TRUE;
    }

  if (!foed_import_choice_apply (file->choice, file, writer, record, &chosen, error))
    return FALSE;

  if (chosen == NULL || foed_writer_put (writer, chosen, &file->counts, &put_error))
    return TRUE;

  if (g_error_matches (put_error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CONFLICT))
    {
      foed_import_file_refuse (file, put_error->message, "duplicate-id", foed_record_get_line (record));
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&put_error));

  return FALSE;
}

static void
merge_report (FoedImportFile *file,
              FoedReport     *report)
{
  for (guint i = 0; i < foed_report_get_n_problems (file->report); i++)
    foed_report_take_problem (report, g_object_ref (foed_report_get_problem (file->report, i)));

  g_set_object (&file->report, report);
}

static gboolean
end_file (FoedImportFile  *file,
          FoedWriter      *writer,
          FoedImportItem  *item,
          GError         **error)
{
  merge_report (file, item->report);
  file->dialect = item->dialect;

  if (foed_report_get_n_errors (file->report) == 0)
    return foed_writer_release (writer, error);

  file->refused = TRUE;
  file->n_refused = item->n_records;
  file->counts = (FoedPutCounts) { 0 };

  return foed_writer_roll_back (writer, error);
}

/* Writes the files that are not refused yet, each in a savepoint of its own. */
static gboolean
write_files (FoedImport    *self,
             FoedWriter    *writer,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (FoedImportFeed) feed = NULL;
  guint begun = G_MAXUINT;

  feed = foed_import_feed_new (self->files, self->dialects, &self->options, note_progress, self, cancellable);

  for (;;)
    {
      g_autoptr (GError) feed_error = NULL;
      g_autoptr (FoedImportItem) item = foed_import_feed_next (feed, &feed_error);
      FoedImportFile *file;

      if (feed_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&feed_error));
          return FALSE;
        }

      if (item == NULL)
        return foed_import_write_tables (self->files, writer, cancellable, error);

      file = g_ptr_array_index (self->files, item->position);

      if (begun != item->position)
        {
          begun = item->position;
          foed_import_file_begin (file);

          if (!foed_writer_begin_savepoint (writer, error))
            return FALSE;
        }

      if (item->record != NULL ? !foed_import_file_put (file, writer, item->record, error)
                               : !end_file (file, writer, item, error))
        return FALSE;
    }
}

/* Writes all files, and looks for references that lead nowhere only then: the order of files does not matter. A file
 * that holds some is refused; as others may refer to it, the rest is written anew without it. */
static gboolean
write_import (FoedWriter    *writer,
              gpointer       user_data,
              GCancellable  *cancellable,
              GError       **error)
{
  FoedImport *self = user_data;

  for (;;)
    {
      g_autoptr (GPtrArray) dangling = NULL;

      foed_import_choice_begin (self->choice);

      if (!foed_writer_begin_savepoint (writer, error) || !write_files (self, writer, cancellable, error))
        return FALSE;

      dangling = foed_writer_list_dangling (writer, error);

      if (dangling == NULL)
        return FALSE;

      if (dangling->len == 0)
        {
          g_autofree char *text = foed_import_files_to_text (self->files);

          foed_writer_set_report (writer, text);

          return foed_import_choice_check (self->choice, error) && foed_writer_release (writer, error);
        }

      if (!foed_writer_roll_back (writer, error))
        return FALSE;

      if (!foed_import_choice_follow (self->choice, dangling)
          && !foed_import_blame (self->files, self->dialects, &self->options, dangling, cancellable, error))
        return FALSE;
    }
}

static char *
make_label (FoedImport *self)
{
  g_autofree char *name = NULL;

  if (self->files->len != 1)
    return g_strdup_printf (ngettext ("Import of %u file", "Import of %u files", self->files->len), self->files->len);

  name = g_file_get_basename (foed_import_file_get_file (g_ptr_array_index (self->files, 0)));

  return g_strdup_printf (_("Import of “%s”"), name);
}

/* The states by which foreign files name their parties. */
static FoedStateIndex *
load_states (FoedImport    *self,
             GCancellable  *cancellable,
             GError       **error)
{
  g_auto (GStrv) ids = foed_library_list_ids_sync (self->library, FOED_RECORD_STATE, cancellable, error);
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_object_unref);

  if (ids == NULL)
    return NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      FoedRecord *state = foed_library_get_record_sync (self->library, ids[i], cancellable, error);

      if (state == NULL)
        return NULL;

      g_ptr_array_add (states, state);
    }

  return foed_state_index_new (states);
}

static gboolean
prepare (FoedImport    *self,
         GCancellable  *cancellable,
         GError       **error)
{
  FoedDocumentIndex *documents = foed_document_index_new (self->library, cancellable, error);

  self->was_run = TRUE;

  if (documents == NULL)
    return FALSE;

  foed_import_choice_take_documents (self->choice, documents);
  self->dialects = foed_dialects_new_default ();
  self->states = load_states (self, cancellable, error);

  if (self->states == NULL)
    return FALSE;

  self->options = (FoedForeignOptions) { self->dialect, self->lenient, self->states };
  self->files = foed_import_collect_files (self->roots, cancellable, error);

  if (self->files == NULL)
    return FALSE;

  for (guint i = 0; i < self->files->len; i++)
    {
      FoedImportFile *file = g_ptr_array_index (self->files, i);

      self->n_bytes_total += file->size;
      file->choice = self->choice;

      if (self->list_changes)
        foed_import_file_list_records (file);

      if (self->dialect == NULL)
        foed_import_find_format (file, self->formats, cancellable);
    }

  return TRUE;
}

static void
run_task (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  FoedImportReport *report = foed_import_run_sync (FOED_IMPORT (source), cancellable, &error);

  if (report == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, report, g_object_unref);
}

static void
foed_import_finalize (GObject *object)
{
  FoedImport *self = FOED_IMPORT (object);

  if (self->progress_destroy != NULL)
    self->progress_destroy (self->progress_data);

  g_clear_object (&self->library);
  g_clear_pointer (&self->roots, g_ptr_array_unref);
  g_clear_pointer (&self->formats, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->progress_context, g_main_context_unref);
  g_clear_object (&self->dialects);
  g_clear_object (&self->states);
  g_clear_pointer (&self->choice, foed_import_choice_free);
  g_free (self->dialect);

  G_OBJECT_CLASS (foed_import_parent_class)->finalize (object);
}

static void
foed_import_class_init (FoedImportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_import_finalize;
}

static void
foed_import_init (FoedImport *self)
{
  self->roots = g_ptr_array_new_with_free_func (g_object_unref);
  self->formats = g_ptr_array_new ();
  self->choice = foed_import_choice_new ();
}

/**
 * foed_import_new:
 * @library: where to bring files
 *
 * Returns: (transfer full): an import without files
 */
FoedImport *
foed_import_new (FoedLibrary *library)
{
  FoedImport *self;

  g_return_val_if_fail (FOED_IS_LIBRARY (library), NULL);

  self = g_object_new (FOED_TYPE_IMPORT, NULL);
  self->library = g_object_ref (library);

  return self;
}

/**
 * foed_import_add_file:
 * @self: an import that was not run
 * @file: a file, or a folder for every `.xml`, `.csv` and `.tsv` file in it and below it
 *
 * Adds a file.
 */
void
foed_import_add_file (FoedImport *self,
                      GFile      *file)
{
  g_return_if_fail (FOED_IS_IMPORT (self));
  g_return_if_fail (G_IS_FILE (file));

  g_ptr_array_add (self->roots, g_object_ref (file));
}

/**
 * foed_import_add_format:
 * @self: an import that was not run
 * @format: a format
 *
 * Lets files of a format besides XML in. They are looked at unless a dialect is set.
 */
void
foed_import_add_format (FoedImport             *self,
                        const FoedImportFormat *format)
{
  g_return_if_fail (FOED_IS_IMPORT (self));
  g_return_if_fail (format != NULL);

  g_ptr_array_add (self->formats, (gpointer) format);
}

/**
 * foed_import_set_dialect:
 * @self: an import that was not run
 * @dialect: (nullable): the nick of a dialect; %NULL to look at each file
 *
 * Says in which dialect the files are written. Where there is no such dialect, each file is refused.
 */
void
foed_import_set_dialect (FoedImport *self,
                         const char *dialect)
{
  g_return_if_fail (FOED_IS_IMPORT (self));

  g_free (self->dialect);
  self->dialect = g_strdup (dialect);
}

/**
 * foed_import_set_lenient:
 * @self: an import that was not run
 * @lenient: whether to repair what can be
 *
 * Asks to read also files that are not well-formed or in a wrong encoding. The report tells what was repaired.
 */
void
foed_import_set_lenient (FoedImport *self,
                         gboolean    lenient)
{
  g_return_if_fail (FOED_IS_IMPORT (self));

  self->lenient = lenient;
}

/**
 * foed_import_set_dry_run:
 * @self: an import that was not run
 * @dry_run: whether to write nothing
 *
 * A dry run does everything, tells what would change, and takes it back.
 */
void
foed_import_set_dry_run (FoedImport *self,
                         gboolean    dry_run)
{
  g_return_if_fail (FOED_IS_IMPORT (self));

  self->dry_run = dry_run;
}

/**
 * foed_import_set_list_changes:
 * @self: an import that was not run
 * @list_changes: whether the report shall tell what was done to each record
 *
 * Asks for the changes record by record, which take memory for each.
 */
void
foed_import_set_list_changes (FoedImport *self,
                              gboolean    list_changes)
{
  g_return_if_fail (FOED_IS_IMPORT (self));

  self->list_changes = list_changes;
}

/**
 * foed_import_leave_out:
 * @self: an import that was not run
 * @id: the id of a record of the files
 *
 * Leaves a record out. What is new to the library is left out with all below it; what the library has stays as it is
 * there, though what is below it may change. What names a record that is not there then comes without the name where it
 * can be without, or else is left out, too; the report tells so. An id that is in none of the files makes the run fail.
 */
void
foed_import_leave_out (FoedImport *self,
                       const char *id)
{
  g_return_if_fail (FOED_IS_IMPORT (self));
  g_return_if_fail (id != NULL);

  foed_import_choice_leave_out (self->choice, id);
}

/**
 * foed_import_merge:
 * @self: an import that was not run
 * @id: the id of a document of the files, or `all`
 *
 * Merges a document that matches another one with it: the other keeps its id and what it has, and gets what is added.
 * A document that matches none makes the run fail.
 */
void
foed_import_merge (FoedImport *self,
                   const char *id)
{
  g_return_if_fail (FOED_IS_IMPORT (self));
  g_return_if_fail (id != NULL);

  foed_import_choice_merge (self->choice, id);
}

/**
 * foed_import_set_progress:
 * @self: an import that was not run
 * @func: (nullable) (scope notified): called now and then
 * @user_data: handed to @func
 * @destroy: (nullable): frees @user_data
 *
 * Asks to be told how far it is.
 */
void
foed_import_set_progress (FoedImport             *self,
                          FoedImportProgressFunc  func,
                          gpointer                user_data,
                          GDestroyNotify          destroy)
{
  g_return_if_fail (FOED_IS_IMPORT (self));

  if (self->progress_destroy != NULL)
    self->progress_destroy (self->progress_data);

  self->progress = func;
  self->progress_data = user_data;
  self->progress_destroy = destroy;
}

/**
 * foed_import_run_sync:
 * @self: an import that was not run
 * @cancellable: (nullable): a #GCancellable; cancelled, it changes nothing
 * @error: return location for an error of domain %FOED_LIBRARY_ERROR, or %G_IO_ERROR_CANCELLED; nothing was changed then
 *
 * Brings the files into the library. Files that are refused are no error: the report tells of them.
 *
 * Returns: (transfer full): what was done, or %NULL
 */
FoedImportReport *
foed_import_run_sync (FoedImport    *self,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autofree char *label = NULL;

  g_return_val_if_fail (FOED_IS_IMPORT (self), NULL);
  g_return_val_if_fail (!self->was_run, NULL);

  if (!prepare (self, cancellable, error))
    return NULL;

  label = make_label (self);

  if (!foed_library_write_sync (self->library, label, self->dry_run ? FOED_WRITE_DRY_RUN : FOED_WRITE_DEFAULT,
                                write_import, self, cancellable, self->list_changes ? &changes : NULL, error))
    return NULL;

  return foed_import_report_new (self->files, changes, self->dry_run);
}

/**
 * foed_import_run_async:
 * @self: an import that was not run
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * Does what foed_import_run_sync() does without making the caller wait.
 */
void
foed_import_run_async (FoedImport          *self,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (FOED_IS_IMPORT (self));
  g_return_if_fail (!self->was_run);

  self->progress_context = g_main_context_ref_thread_default ();
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, foed_import_run_async);
  g_task_run_in_thread (task, run_task);
}

/**
 * foed_import_run_finish:
 * @self: an import
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: (transfer full): what was done, or %NULL
 */
FoedImportReport *
foed_import_run_finish (FoedImport    *self,
                        GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (FOED_IS_IMPORT (self), NULL);
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
