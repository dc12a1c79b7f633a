/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-import"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-import-private.h"

/* Which files an import takes: what was given, and of a folder, however deep, everything that is called .xml, .csv or
 * .tsv, and what has no such ending but says that it is XML. */

#define DEEPEST_FOLDER 32

static gboolean collect (GFile         *file,
                         guint          level,
                         GPtrArray     *files,
                         GCancellable  *cancellable,
                         GError       **error);

static gint
compare_files (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *name_of_a = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *name_of_b = g_file_get_basename (*(GFile *const *) b);

  return strcmp (name_of_a, name_of_b);
}

static void
add_refused (GPtrArray  *files,
             GFile      *file,
             const char *message)
{
  FoedImportFile *refused = foed_import_file_new (file, 0);

  foed_import_file_refuse (refused, message, "file", 0);
  g_ptr_array_add (files, refused);
}

static gboolean
begins_like_xml (GFile *file)
{
  static const char beginning[] = "<?xml ";
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, NULL);
  char head[3 + sizeof beginning] = { 0 };

  if (stream == NULL || !g_input_stream_read_all (G_INPUT_STREAM (stream), head, sizeof head - 1, NULL, NULL, NULL))
    return FALSE;

  return g_str_has_prefix (head, beginning) || g_str_has_prefix (head, "\xef\xbb\xbf<?xml ");
}

static gboolean
is_wanted (GFileInfo *info,
           GFile     *file)
{
  static const char *const endings[] = { ".xml", ".csv", ".tsv" };
  g_autofree char *name = g_ascii_strdown (g_file_info_get_name (info), -1);

  if (g_file_info_get_is_hidden (info))
    return FALSE;

  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    return !g_file_info_get_is_symlink (info);

  if (strchr (name, '.') == NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR)
    return begins_like_xml (file);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;

  return FALSE;
}

static GPtrArray *
list_folder (GFile         *folder,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) enumerator = NULL;

  enumerator = g_file_enumerate_children (folder,
                                          G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE ","
                                          G_FILE_ATTRIBUTE_STANDARD_IS_HIDDEN "," G_FILE_ATTRIBUTE_STANDARD_IS_SYMLINK,
                                          G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (enumerator == NULL)
    return NULL;

  for (;;)
    {
      GFileInfo *info;
      GFile *child;

      if (!g_file_enumerator_iterate (enumerator, &info, &child, cancellable, error))
        return NULL;

      if (info == NULL)
        break;

      if (is_wanted (info, child))
        g_ptr_array_add (children, g_object_ref (child));
    }

  g_ptr_array_sort (children, compare_files);

  return g_steal_pointer (&children);
}

static gboolean
collect_folder (GFile         *folder,
                guint          level,
                GPtrArray     *files,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (GError) list_error = NULL;
  g_autoptr (GPtrArray) children = NULL;
  g_autofree char *message = NULL;

  children = level < DEEPEST_FOLDER ? list_folder (folder, cancellable, &list_error) : g_ptr_array_new ();

  if (g_error_matches (list_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&list_error));
      return FALSE;
    }

  if (children == NULL)
    {
      message = g_strdup_printf (_("The folder can't be read: %s"), list_error->message);
      add_refused (files, folder, message);
      return TRUE;
    }

  for (guint i = 0; i < children->len; i++)
    if (!collect (g_ptr_array_index (children, i), level + 1, files, cancellable, error))
      return FALSE;

  return TRUE;
}

static gboolean
collect (GFile         *file,
         guint          level,
         GPtrArray     *files,
         GCancellable  *cancellable,
         GError       **error)
{
  g_autoptr (GFileInfo) info = NULL;
  guint n_files = files->len;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  /* Nobody may ever write into a pipe, and none can be read twice. */
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_SPECIAL)
    {
      add_refused (files, file, _("It is a pipe or a device. Save what it holds in a file."));
      return TRUE;
    }

  /* What can't be looked at is told apart when it is opened. */
  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_DIRECTORY)
    {
      g_ptr_array_add (files, foed_import_file_new (file, info == NULL ? 0 : g_file_info_get_size (info)));
      return TRUE;
    }

  if (!collect_folder (file, level, files, cancellable, error))
    return FALSE;

  if (level == 0 && files->len == n_files)
    add_refused (files, file, _("The folder holds no XML files and no tables."));

  return TRUE;
}

/* The files in and under @roots, in order; NULL where it was cancelled. */
GPtrArray *
foed_import_collect_files (GPtrArray     *roots,
                           GCancellable  *cancellable,
                           GError       **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < roots->len; i++)
    if (!collect (g_ptr_array_index (roots, i), 0, files, cancellable, error))
      return NULL;

  return g_steal_pointer (&files);
}
