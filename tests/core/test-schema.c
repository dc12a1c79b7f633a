/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>

/* What is made from the tables of the model is also kept in the repository, for other programs and for people. */
static void
assert_file (const char *name,
             char       *expected)
{
  g_autofree char *owned = expected;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  if (strcmp (contents, expected) != 0)
    g_error ("%s is not what the tables give; run “meson compile update-schema” in the build folder", name);
}

static void
test_relax_ng (void)
{
  assert_file ("data/schema/foedera.rng", foed_schema_to_relax_ng (FOED_SCHEMA_COMPLETE));
}

static void
test_reference (void)
{
  assert_file ("doc/xml-reference.md", foed_schema_to_reference ());
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schema/relax-ng", test_relax_ng);
  g_test_add_func ("/schema/reference", test_reference);

  return g_test_run ();
}
