/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-state-names"

#include "config.h"

#include "exchange-resources.h"
#include "foed-data-set-private.h"

typedef struct
{
  char *name;
  char *region;
} StateName;

static void
read_names (GHashTable *names)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (FoedTableReader) reader = NULL;
  gboolean at_end;
  gint64 number = 0;

  stream = g_resource_open_stream (foed_exchange_get_resource (), "/io/github/foedera/Foedera/exchange/state-names.csv",
                                   G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert (stream != NULL);
  reader = foed_table_reader_new (stream, NULL);

  while (foed_table_reader_next (reader, &at_end, NULL, NULL) && !at_end)
    {
      StateName *name = g_new0 (StateName, 1);

      foed_table_reader_scan_integer (reader, 0, &number);
      name->name = g_strdup (foed_table_reader_get_cell (reader, 1));
      name->region = g_strdup (foed_table_reader_get_cell (reader, 2));
      g_hash_table_insert (names, GINT_TO_POINTER ((int) number), name);
    }
}

/* The name of a state of the state system and its region, from its number alone; FALSE where nothing is known. */
gboolean
foed_state_names_find (int          number,
                       const char **name,
                       const char **region)
{
  static GHashTable *names;
  const StateName *found;

  if (g_once_init_enter (&names))
    {
      GHashTable *made = g_hash_table_new (NULL, NULL);

      read_names (made);
      g_once_init_leave (&names, made);
    }

  found = g_hash_table_lookup (names, GINT_TO_POINTER (number));
  if (found == NULL)
    return FALSE;

  *name = found->name;
  *region = found->region;

  return TRUE;
}
