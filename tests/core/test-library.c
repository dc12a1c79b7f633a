/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-library"

#include "config.h"

#include <glib/gstdio.h>

#include "test-library.h"

static char *
get_path (TestLibrary *self)
{
  return g_build_filename (self->folder, "test.foedera", NULL);
}

void
test_library_init (TestLibrary *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("foedera-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = get_path (self);
  file = g_file_new_for_path (path);
  self->strings = g_ptr_array_new_with_free_func (g_free);
  self->library = foed_library_open_sync (file, FOED_LIBRARY_CREATE, NULL, &error);
  g_assert_no_error (error);
}

void
test_library_clear (TestLibrary *self)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *path = NULL;

  if (self->library == NULL)
    return;

  path = get_path (self);
  g_assert_finalize_object (g_steal_pointer (&self->library));

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *name = g_strconcat (path, suffixes[i], NULL);

      g_remove (name);
    }

  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_clear_pointer (&self->strings, g_ptr_array_unref);
  g_clear_pointer (&self->folder, g_free);
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
