/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-library"

#include "config.h"

#include <glib/gstdio.h>

#include "store/foed-writer.h"
#include "test-library.h"
#include "test-records.h"

static char *
get_path (TestLibrary *self)
{
  return g_build_filename (self->folder, "test.foedera", NULL);
}

void
test_library_init (TestLibrary *self)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("foedera-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  test_library_open (self);
}

/* Opens the file, or makes it where there is none yet. */
void
test_library_open (TestLibrary *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = get_path (self);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  self->library = foed_library_open_sync (file, FOED_LIBRARY_CREATE, NULL, &error);
  g_assert_no_error (error);
}

/* Closes the file. A thread of the library may hold on to it for a moment, but nothing may for long. */
void
test_library_close (TestLibrary *self)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  GWeakRef library;
  gboolean is_gone = FALSE;

  g_weak_ref_init (&library, self->library);
  g_clear_object (&self->library);

  while (!is_gone && g_get_monotonic_time () < deadline)
    {
      g_autoptr (FoedLibrary) left = g_weak_ref_get (&library);

      is_gone = left == NULL;
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }

  g_assert_true (is_gone);
  g_weak_ref_clear (&library);
}

void
test_library_clear (TestLibrary *self)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *path = NULL;

  if (self->folder == NULL)
    return;

  test_library_close (self);
  path = get_path (self);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_remove (name);
    }

  g_rmdir (self->folder);
  g_clear_pointer (&self->strings, g_ptr_array_unref);
  g_clear_pointer (&self->folder, g_free);
}

static gboolean
put_records (FoedWriter    *writer,
             gpointer       user_data,
             GCancellable  *cancellable,
             GError       **error)
{
  GPtrArray *records = user_data;

  for (guint i = 0; i < records->len; i++)
    {
      FoedPutCounts counts = { 0 };

      if (!foed_writer_put (writer, g_ptr_array_index (records, i), &counts, error))
        return FALSE;
    }

  return TRUE;
}

/* Puts @records into the library. */
void
test_library_put (TestLibrary *self,
                  GPtrArray   *records)
{
  g_autoptr (GError) error = NULL;

  foed_library_write_sync (self->library, "Test", FOED_WRITE_DEFAULT, put_records, records, NULL, NULL, &error);
  g_assert_no_error (error);
}

/* Puts what @xml holds into the library. */
void
test_library_put_xml (TestLibrary *self,
                      const char  *xml)
{
  g_autoptr (GPtrArray) records = test_records_parse (xml);

  test_library_put (self, records);
}

/* Returns: (transfer full): all records of the bundled library */
GPtrArray *
test_library_load_bundled (const char *folder)
{
  static const char *const first[] = { "sources.xml", "places.xml", "states.xml" };
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);
  const char *name;

  g_assert_nonnull (dir);

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (paths, g_build_filename (folder, first[i], NULL));

  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".xml"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GPtrArray) records = NULL;

      if (i >= G_N_ELEMENTS (first) && (g_str_has_suffix (g_ptr_array_index (paths, i), "/sources.xml") ||
                                        g_str_has_suffix (g_ptr_array_index (paths, i), "/places.xml") ||
                                        g_str_has_suffix (g_ptr_array_index (paths, i), "/states.xml")))
        continue;

      records = test_records_load (g_ptr_array_index (paths, i));
      g_ptr_array_extend_and_steal (all, g_steal_pointer (&records));
    }

  return all;
}

/* Returns: how many rows @query has, counted and listed */
guint
test_library_count (TestLibrary *self,
                    FoedQuery   *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint count;

  foed_library_count_sync (self->library, query, &count, NULL, &error);
  g_assert_no_error (error);
  rows = foed_library_list_sync (self->library, query, 0, G_MAXUINT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, count);

  return count;
}

/* Returns: (transfer none): the values of @column in all rows of @query, separated by semicolons; "-" for none */
const char *
test_library_list (TestLibrary *self,
                   FoedQuery   *query,
                   const char  *column)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = foed_library_list_sync (self->library, query, 0, G_MAXUINT, NULL, &error);
  GString *text = g_string_new (NULL);
  guint position = test_find_column (foed_query_get_listing (query), column);

  g_assert_no_error (error);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *value = foed_row_get_value (g_ptr_array_index (rows, i), position);

      g_string_append_printf (text, "%s%s", i == 0 ? "" : "; ", value == NULL ? "-" : value);
    }

  g_ptr_array_add (self->strings, g_string_free (text, FALSE));

  return g_ptr_array_index (self->strings, self->strings->len - 1);
}

/* Returns: the position of the column @nick, which must exist */
guint
test_find_column (FoedListing  listing,
                  const char  *nick)
{
  guint n_columns;
  const FoedColumn *columns = foed_listing_get_columns (listing, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (g_str_equal (columns[i].nick, nick))
      return i;

  g_error ("There is no column “%s”.", nick);
}

/* Replaces *query by @changed, which the caller owns. */
void
test_take (FoedQuery **query,
           FoedQuery  *changed)
{
  g_object_unref (*query);
  *query = changed;
}
