/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Linked into every program of a build under a sanitizer. GLib keeps the names of its quarks in a table that only
 * grows, and drops the old table, on purpose, for others may be reading it. LeakSanitizer must not tell of that, and
 * can't know it by name, for GLib is built without frame pointers. So the table is made while it looks away, with room
 * for all that a program needs. */

#include <glib.h>
#include <sanitizer/lsan_interface.h>

#define N_QUARKS 16384

/* Runs before the constructors of the libraries, and so before GLib makes its table. */
static void
look_away (void)
{
  __lsan_disable ();
}

__attribute__ ((section (".preinit_array"), used)) static void (*const look_away_first) (void) = look_away;

/* Runs after the constructors of the libraries. */
__attribute__ ((constructor)) static void
fill_table (void)
{
  for (guint i = 0; i < N_QUARKS; i++)
    {
      g_autofree char *name = g_strdup_printf ("quark %u", i);

      g_quark_from_string (name);
    }

  __lsan_enable ();
}
