/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-akn-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dialect-resources.h"
#include "foed-akn-export.h"
#include "foed-atomic-file.h"
#include "foed-export-private.h"
#include "foed-transform.h"

/* Akoma Ntoso is made from native XML by a stylesheet, a file for each record: that is what its users work with. */

#define STYLESHEET "akn-export.xsl"
#define STYLESHEET_PATH "/io/github/foedera/Foedera/dialects/" STYLESHEET

/* The user's own stylesheet goes before the one that comes with Foedera. */
static FoedTransform *
load_stylesheet (GError **error)
{
  g_autoptr (GFile) file = g_file_new_build_filename (g_get_user_data_dir (), "foedera", "dialects", STYLESHEET, NULL);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);

  if (bytes == NULL)
    bytes = g_resource_lookup_data (foed_dialect_get_resource (), STYLESHEET_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes == NULL ? NULL : foed_transform_new (bytes, STYLESHEET, error);
}

/* One record to write, and what writes it. */
typedef struct
{
  FoedLibrary   *library;
  FoedTransform *stylesheet;
  const char    *id;
} Content;

static gboolean
write_record (GOutputStream  *stream,
              gpointer        user_data,
              GCancellable   *cancellable,
              GError        **error)
{
  const Content *content = user_data;
  const char *ids[] = { content->id, NULL };
  g_autoptr (GOutputStream) native = g_memory_output_stream_new_resizable ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  if (!foed_export_to_stream_sync (content->library, ids, native, cancellable, error)
      || !g_output_stream_close (native, cancellable, error))
    return FALSE;

  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (native));
  text = foed_transform_apply_to_string (content->stylesheet, bytes, NULL, cancellable, error);

  return text != NULL && g_output_stream_write_all (stream, text, strlen (text), NULL, cancellable, error);
}

static gboolean
write_file (FoedLibrary    *library,
            FoedTransform  *stylesheet,
            const char     *id,
            GFile          *file,
            GCancellable   *cancellable,
            GError        **error)
{
  Content content = { library, stylesheet, id };

  return foed_atomic_file_write (file, write_record, &content, cancellable, error);
}

/* The ids of all that can be written. */
static char **
list_all (FoedLibrary   *library,
          GCancellable  *cancellable,
          GError       **error)
{
  static const FoedRecordKind kinds[] = { FOED_RECORD_ALLIANCE, FOED_RECORD_DOCUMENT };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_auto (GStrv) ids = foed_library_list_ids_sync (library, kinds[i], cancellable, error);

      if (ids == NULL)
        return NULL;

      g_strv_builder_addv (builder, (const char **) ids);
    }

  return g_strv_builder_end (builder);
}

static gboolean
check_kinds (FoedLibrary         *library,
             const char * const  *ids,
             GCancellable        *cancellable,
             GError             **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (FoedRecord) record = foed_library_get_record_sync (library, ids[i], cancellable, error);

      if (record == NULL)
        return FALSE;

      if (foed_record_get_kind (record) != FOED_RECORD_ALLIANCE && foed_record_get_kind (record) != FOED_RECORD_DOCUMENT)
        {
          g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND,
                       _("“%s” is no alliance and no document. Only these can be written as Akoma Ntoso."), ids[i]);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
write_folder (FoedLibrary         *library,
              FoedTransform       *stylesheet,
              const char * const  *ids,
              GFile               *folder,
              GCancellable        *cancellable,
              GError             **error)
{
  g_autoptr (GError) folder_error = NULL;

  if (!g_file_make_directory (folder, cancellable, &folder_error)
      && !g_error_matches (folder_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
    {
      foed_atomic_file_take_error (g_steal_pointer (&folder_error), folder, error);
      return FALSE;
    }

  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autofree char *name = g_strconcat (ids[i], ".xml", NULL);
      g_autoptr (GFile) file = g_file_get_child (folder, name);

      if (!write_file (library, stylesheet, ids[i], file, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * foed_akn_export_to_stream_sync:
 * @library: a library
 * @id: the id of an alliance or document
 * @stream: where to write
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_XML_ERROR or %FOED_LIBRARY_ERROR, or of #GIOErrorEnum
 *
 * Writes the instruments of one record as Akoma Ntoso 3.0: titles, parties, dates, the tree of clauses and their words.
 * What is coded about them (obligations, mechanisms, impacts, sources) has no place there.
 *
 * Returns: whether all was written
 */
gboolean
foed_akn_export_to_stream_sync (FoedLibrary    *library,
                                const char     *id,
                                GOutputStream  *stream,
                                GCancellable   *cancellable,
                                GError        **error)
{
  const char *ids[] = { id, NULL };
  g_autoptr (FoedTransform) stylesheet = NULL;
  Content content;

  g_return_val_if_fail (FOED_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  stylesheet = load_stylesheet (error);
  content = (Content) { library, stylesheet, id };

  return stylesheet != NULL && check_kinds (library, ids, cancellable, error)
         && write_record (stream, &content, cancellable, error);
}

/**
 * foed_akn_export_sync:
 * @library: a library
 * @ids: (nullable) (array zero-terminated=1): the ids of alliances and documents; %NULL for all
 * @target: a file, for one record; otherwise a folder, which is made where it is not there, and in which each record
 *   becomes a file named by its id
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_XML_ERROR or %FOED_LIBRARY_ERROR, or of #GIOErrorEnum
 *
 * Writes records as foed_akn_export_to_stream_sync() does. Each file is replaced only when the new one is whole.
 *
 * Returns: whether all was written
 */
gboolean
foed_akn_export_sync (FoedLibrary         *library,
                      const char * const  *ids,
                      GFile               *target,
                      GCancellable        *cancellable,
                      GError             **error)
{
  g_autoptr (FoedTransform) stylesheet = NULL;
  g_auto (GStrv) all = NULL;

  g_return_val_if_fail (FOED_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (G_IS_FILE (target), FALSE);

  if (ids == NULL && (all = list_all (library, cancellable, error)) == NULL)
    return FALSE;

  if (ids != NULL && !check_kinds (library, ids, cancellable, error))
    return FALSE;

  stylesheet = load_stylesheet (error);

  if (stylesheet == NULL)
    return FALSE;

  if (ids != NULL && ids[0] != NULL && ids[1] == NULL
      && g_file_query_file_type (target, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_DIRECTORY)
    return write_file (library, stylesheet, ids[0], target, cancellable, error);

  return write_folder (library, stylesheet, ids != NULL ? ids : (const char * const *) all, target, cancellable, error);
}

/**
 * foed_akn_export_async:
 * @library: a library
 * @ids: (nullable) (array zero-terminated=1): as in foed_akn_export_sync()
 * @target: as in foed_akn_export_sync()
 * @cancellable: (nullable): a #GCancellable
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * Does what foed_akn_export_sync() does without making the caller wait.
 */
void
foed_akn_export_async (FoedLibrary         *library,
                       const char * const  *ids,
                       GFile               *target,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (library));
  g_return_if_fail (G_IS_FILE (target));

  foed_export_run_async (library, foed_akn_export_sync, ids, target, cancellable, callback, user_data);
}

/**
 * foed_akn_export_finish:
 * @library: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: whether all was written
 */
gboolean
foed_akn_export_finish (FoedLibrary   *library,
                        GAsyncResult  *result,
                        GError       **error)
{
  return foed_export_finish (library, result, error);
}
