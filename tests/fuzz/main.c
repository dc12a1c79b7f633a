/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs a fuzz target over the files of folders: what fuzzing began with, and what it found. */

#include "config.h"

#include "fuzz.h"

static void
run_file (gconstpointer data)
{
  const char *path = data;
  g_autofree char *content = NULL;
  g_autofree guint8 *copy = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);

  /* Without the zero that GLib adds, so that a sanitizer sees who looks beyond the end. */
  copy = g_memdup2 (content, length);
  g_assert_cmpint (LLVMFuzzerTestOneInput (copy, length), ==, 0);
}

static void
add_folder (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  g_autofree char *target = g_path_get_basename (path);
  const char *name;

  g_assert_no_error (error);

  while ((name = g_dir_read_name (folder)))
    {
      g_autofree char *test = g_strdup_printf ("/fuzz/%s/%s", target, name);

      g_test_add_data_func_full (test, g_build_filename (path, name, NULL), run_file, g_free);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (int i = 1; i < argc; i++)
    add_folder (argv[i]);

  return g_test_run ();
}
