/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>

/* Writes what is made from the tables of the model into the source folder that is named. */

static gboolean
write_file (const char *folder,
            const char *name,
            char       *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *owned = contents;
  g_autoptr (GError) error = NULL;

  if (g_file_set_contents (path, owned, -1, &error))
    return TRUE;

  g_printerr ("%s\n", error->message);

  return FALSE;
}

int
main (int   argc,
      char *argv[])
{
  if (argc != 2)
    {
      g_printerr ("Usage: foed-write-schema SOURCE-FOLDER\n");
      return 2;
    }

  if (!write_file (argv[1], "data/schema/foedera.rng", foed_schema_to_relax_ng (FOED_SCHEMA_COMPLETE))
      || !write_file (argv[1], "doc/xml-reference.md", foed_schema_to_reference ()))
    return 1;

  return 0;
}
