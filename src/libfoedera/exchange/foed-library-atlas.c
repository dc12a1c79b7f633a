/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-library-atlas"

#include "config.h"

#include "foed-library-atlas.h"

static GPtrArray *
read_records (FoedLibrary     *library,
              FoedRecordKind   kind,
              GCancellable    *cancellable,
              GError         **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) ids = foed_library_list_ids_sync (library, kind, cancellable, error);

  if (ids == NULL)
    return NULL;

  for (guint i = 0; ids[i] != NULL; i++)
    {
      FoedRecord *record = foed_library_get_record_sync (library, ids[i], cancellable, error);

      if (record == NULL)
        return NULL;

      g_ptr_array_add (records, record);
    }

  return g_steal_pointer (&records);
}

/**
 * foed_library_make_atlas_sync:
 * @library: a library
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong: %FOED_LIBRARY_ERROR, %G_IO_ERROR_CANCELLED
 *
 * Reads all states and places of @library.
 *
 * Returns: (transfer full) (nullable): an atlas of them, or %NULL with @error set
 */
FoedAtlas *
foed_library_make_atlas_sync (FoedLibrary   *library,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autoptr (GPtrArray) states = NULL;
  g_autoptr (GPtrArray) places = NULL;

  g_return_val_if_fail (FOED_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  states = read_records (library, FOED_RECORD_STATE, cancellable, error);
  if (states != NULL)
    places = read_records (library, FOED_RECORD_PLACE, cancellable, error);

  return places != NULL ? foed_atlas_new (states, places) : NULL;
}
