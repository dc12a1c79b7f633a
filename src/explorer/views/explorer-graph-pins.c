/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-pins"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-graph-pins.h"

static gboolean
pin_cb (FoedWriter    *writer,
        gpointer       user_data,
        GCancellable  *cancellable,
        GError       **error)
{
  return foed_writer_pin (writer, user_data, error);
}

static gboolean
unpin_cb (FoedWriter    *writer,
          gpointer       user_data,
          GCancellable  *cancellable,
          GError       **error)
{
  const FoedPin *pin = user_data;

  return foed_writer_unpin (writer, pin->layout, pin->record, error);
}

static void
written_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  if (!foed_library_write_finish (FOED_LIBRARY (object), result, NULL, &error))
    g_info ("The pin could not be kept: %s", error->message);
}

/* What can't be written is pinned until the window closes. */
static void
write_pin (ExplorerSession *session,
           const char      *label,
           FoedWriteFunc    func,
           const FoedPin   *pin)
{
  FoedLibrary *library = explorer_session_get_library (session);

  if (library != NULL && !foed_library_get_read_only (library))
    foed_library_write_async (library, label, FOED_WRITE_DEFAULT, func, g_memdup2 (pin, sizeof *pin), g_free, NULL,
                              written_cb, NULL);
}

/**
 * explorer_graph_pins_read:
 * @pins: (nullable) (element-type FoedPin): the pins of a library
 * @tables: (array length=FOED_N_LAYOUT_KINDS): take #FoedPoint by id, for each kind of layout
 *
 * Sorts pins by layout. What the tables held before goes.
 */
void
explorer_graph_pins_read (const GArray  *pins,
                          GHashTable   **tables)
{
  for (guint i = 0; i < FOED_N_LAYOUT_KINDS; i++)
    g_hash_table_remove_all (tables[i]);
  for (guint i = 0; pins != NULL && i < pins->len; i++)
    {
      const FoedPin *pin = &g_array_index (pins, FoedPin, i);
      const FoedPoint point = { pin->x, pin->y };
      FoedLayoutKind kind;

      if (foed_layout_kind_from_nick (pin->layout, &kind))
        g_hash_table_insert (tables[kind], (gpointer) pin->record, g_memdup2 (&point, sizeof point));
    }
}

/**
 * explorer_graph_pins_write:
 * @session: the session, whose library keeps the pin
 * @layout: a kind of layout
 * @id: the id of an alliance or a state
 * @point: where the user wants it
 *
 * Keeps a pin, as a change that can be undone.
 */
void
explorer_graph_pins_write (ExplorerSession *session,
                           FoedLayoutKind   layout,
                           const char      *id,
                           FoedPoint        point)
{
  const FoedPin pin = { foed_layout_kind_get_nick (layout), g_intern_string (id), point.x, point.y };
  /* Translators: what the history says of a state or alliance that was put in its place in the graph. */
  g_autofree char *label = g_strdup_printf (_("Pin %s"), explorer_session_get_title (session, id));

  write_pin (session, label, pin_cb, &pin);
}

/**
 * explorer_graph_pins_remove:
 * @session: the session, whose library keeps pins
 * @layout: a kind of layout
 * @id: (nullable): the id of an alliance or a state; %NULL for all
 *
 * Lets go of a pin, as a change that can be undone.
 */
void
explorer_graph_pins_remove (ExplorerSession *session,
                            FoedLayoutKind   layout,
                            const char      *id)
{
  const FoedPin pin = { foed_layout_kind_get_nick (layout), id != NULL ? g_intern_string (id) : NULL, 0, 0 };
  g_autofree char *label = id != NULL ? g_strdup_printf (_("Unpin %s"), explorer_session_get_title (session, id))
                                      : g_strdup (_("Unpin everything"));

  write_pin (session, label, unpin_cb, &pin);
}
