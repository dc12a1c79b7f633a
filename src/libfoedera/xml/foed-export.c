/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-atomic-file.h"
#include "foed-export-private.h"
#include "foed-xml-writer.h"

/* What is exported: ids of top-level records by kind. */
typedef struct
{
  FoedLibrary *library;
  GHashTable  *ids[FOED_N_RECORD_KINDS];
  GPtrArray   *todo;
} Selection;

static void
selection_init (Selection   *self,
                FoedLibrary *library)
{
  self->library = library;
  self->todo = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < FOED_N_RECORD_KINDS; i++)
    self->ids[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static void
selection_clear (Selection *self)
{
  g_clear_pointer (&self->todo, g_ptr_array_unref);

  for (guint i = 0; i < FOED_N_RECORD_KINDS; i++)
    g_clear_pointer (&self->ids[i], g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Selection, selection_clear)

static void
select_id (Selection      *self,
           FoedRecordKind  kind,
           const char     *id)
{
  if (g_hash_table_add (self->ids[kind], g_strdup (id)))
    g_ptr_array_add (self->todo, g_strdup (id));
}

/* Adds the sources, places and states that @record and what is under it name. Other alliances are not dragged in. */
static void
select_references (Selection  *self,
                   FoedRecord *record)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (foed_record_get_kind (record));

  for (guint i = 0; i < info->n_fields; i++)
    {
      const FoedFieldInfo *field = &info->fields[i];
      const char * const *ids;
      const char *id;

      if (field->target != FOED_RECORD_SOURCE && field->target != FOED_RECORD_PLACE
          && field->target != FOED_RECORD_STATE)
        continue;

      if (field->type == FOED_FIELD_TYPE_REFERENCE)
        {
          id = foed_record_get_reference (record, field->field);

          if (id != NULL)
            select_id (self, field->target, id);
        }
      else
        {
          for (ids = foed_record_get_references (record, field->field); *ids != NULL; ids++)
            select_id (self, field->target, *ids);
        }
    }

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    select_references (self, foed_record_get_child (record, i));
}

static gboolean
select_all (Selection     *self,
            GCancellable  *cancellable,
            GError       **error)
{
  const FoedRecordKind *kinds = foed_record_kind_get_info (FOED_RECORD_NONE)->children;

  for (guint i = 0; kinds[i] != FOED_RECORD_NONE; i++)
    {
      g_auto (GStrv) ids = foed_library_list_ids_sync (self->library, kinds[i], cancellable, error);

      if (ids == NULL)
        return FALSE;

      for (guint j = 0; ids[j] != NULL; j++)
        g_hash_table_add (self->ids[kinds[i]], g_strdup (ids[j]));
    }

  return TRUE;
}

static gboolean
select_with_references (Selection           *self,
                        const char * const  *ids,
                        GCancellable        *cancellable,
                        GError             **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    g_ptr_array_add (self->todo, g_strdup (ids[i]));

  while (self->todo->len > 0)
    {
      g_autofree char *id = g_ptr_array_steal_index_fast (self->todo, self->todo->len - 1);
      g_autoptr (FoedRecord) record = foed_library_get_record_sync (self->library, id, cancellable, error);
      FoedRecordKind kind;

      if (record == NULL)
        return FALSE;

      kind = foed_record_get_kind (record);

      if (!foed_record_kind_may_hold (FOED_RECORD_NONE, kind))
        {
          g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND,
                       _("“%s” is only part of a record. Export the alliance that it belongs to."), id);
          return FALSE;
        }

      g_hash_table_add (self->ids[kind], g_strdup (id));
      select_references (self, record);
    }

  return TRUE;
}

static gint
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
write_kind (Selection      *self,
            FoedRecordKind  kind,
            FoedXmlWriter  *writer,
            GCancellable   *cancellable,
            GError        **error)
{
  guint n_ids;
  g_autofree char **ids = (char **) g_hash_table_get_keys_as_array (self->ids[kind], &n_ids);

  qsort (ids, n_ids, sizeof *ids, compare_ids);

  for (guint i = 0; i < n_ids; i++)
    {
      g_autoptr (FoedRecord) record = foed_library_get_record_sync (self->library, ids[i], cancellable, error);

      if (record == NULL || !foed_xml_writer_write (writer, record, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

typedef struct
{
  FoedExportFunc   func;
  char           **ids;
  GFile           *target;
} ExportJob;

static void
export_job_free (ExportJob *job)
{
  g_strfreev (job->ids);
  g_clear_object (&job->target);
  g_free (job);
}

static void
run_task (GTask        *task,
          gpointer      source,
          gpointer      data,
          GCancellable *cancellable)
{
  ExportJob *job = data;
  g_autoptr (GError) error = NULL;

  if (job->func (FOED_LIBRARY (source), (const char * const *) job->ids, job->target, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/* Calls @func in a thread; foed_export_finish() tells what it returned. */
void
foed_export_run_async (FoedLibrary         *library,
                       FoedExportFunc       func,
                       const char * const  *ids,
                       GFile               *target,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (library, cancellable, callback, user_data);
  ExportJob *job = g_new0 (ExportJob, 1);

  job->func = func;
  job->ids = g_strdupv ((char **) ids);
  job->target = g_object_ref (target);
  g_task_set_source_tag (task, foed_export_run_async);
  g_task_set_task_data (task, job, (GDestroyNotify) export_job_free);
  g_task_run_in_thread (task, run_task);
}

typedef struct
{
  FoedLibrary        *library;
  const char * const *ids;
} Content;

static gboolean
write_content (GOutputStream  *stream,
               gpointer        user_data,
               GCancellable   *cancellable,
               GError        **error)
{
  const Content *content = user_data;

  return foed_export_to_stream_sync (content->library, content->ids, stream, cancellable, error);
}

/**
 * foed_export_to_stream_sync:
 * @library: a library
 * @ids: (nullable) (array zero-terminated=1): the ids of sources, places, states, alliances and documents to write with
 *   the sources, places and states that they name; %NULL for everything
 * @stream: where to write
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_XML_ERROR or %FOED_LIBRARY_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Writes records as native XML, sorted by kind and id.
 *
 * Returns: whether all was written
 */
gboolean
foed_export_to_stream_sync (FoedLibrary         *library,
                            const char * const  *ids,
                            GOutputStream       *stream,
                            GCancellable        *cancellable,
                            GError             **error)
{
  const FoedRecordKind *kinds = foed_record_kind_get_info (FOED_RECORD_NONE)->children;
  g_auto (Selection) selection = { NULL };
  g_autoptr (FoedXmlWriter) writer = NULL;

  g_return_val_if_fail (FOED_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  selection_init (&selection, library);

  if (ids == NULL ? !select_all (&selection, cancellable, error)
                  : !select_with_references (&selection, ids, cancellable, error))
    return FALSE;

  writer = foed_xml_writer_new (stream);

  for (guint i = 0; kinds[i] != FOED_RECORD_NONE; i++)
    if (!write_kind (&selection, kinds[i], writer, cancellable, error))
      return FALSE;

  return foed_xml_writer_end (writer, cancellable, error);
}

/**
 * foed_export_sync:
 * @library: a library
 * @ids: (nullable) (array zero-terminated=1): what to write, as in foed_export_to_stream_sync()
 * @file: where to write; what was there is replaced only when all is written
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_XML_ERROR or %FOED_LIBRARY_ERROR, or %G_IO_ERROR_CANCELLED
 *
 * Writes records as native XML to a file.
 *
 * Returns: whether all was written
 */
gboolean
foed_export_sync (FoedLibrary         *library,
                  const char * const  *ids,
                  GFile               *file,
                  GCancellable        *cancellable,
                  GError             **error)
{
  Content content = { library, ids };

  g_return_val_if_fail (FOED_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return foed_atomic_file_write (file, write_content, &content, cancellable, error);
}

/**
 * foed_export_async:
 * @library: a library
 * @ids: (nullable) (array zero-terminated=1): what to write, as in foed_export_to_stream_sync()
 * @file: where to write
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * Does what foed_export_sync() does without making the caller wait.
 */
void
foed_export_async (FoedLibrary         *library,
                   const char * const  *ids,
                   GFile               *file,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (library));
  g_return_if_fail (G_IS_FILE (file));

  foed_export_run_async (library, foed_export_sync, ids, file, cancellable, callback, user_data);
}

/**
 * foed_export_finish:
 * @library: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether all was written
 */
gboolean
foed_export_finish (FoedLibrary   *library,
                    GAsyncResult  *result,
                    GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, library), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
