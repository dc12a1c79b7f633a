/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-pins"

#include "config.h"

#include "foed-pins.h"
#include "foed-writer-private.h"

static gpointer
read_pins (FoedLibrary     *library,
           FoedConnection  *connection,
           gpointer         data,
           GCancellable    *cancellable,
           GError         **error)
{
  g_autoptr (GArray) pins = g_array_new (FALSE, FALSE, sizeof (FoedPin));
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, "SELECT layout, record, x, y FROM pin", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return NULL;

  while (foed_statement_next (statement, &local_error))
    {
      FoedPin pin = {
        .layout = g_intern_string (foed_statement_get_text (statement, 0)),
        .record = g_intern_string (foed_statement_get_text (statement, 1)),
        .x = foed_statement_get_number (statement, 2),
        .y = foed_statement_get_number (statement, 3),
      };

      g_array_append_val (pins, pin);
    }

  if (local_error == NULL)
    return g_steal_pointer (&pins);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * foed_library_pins_sync:
 * @self: a library
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong
 *
 * Lists what the user has put in its place in any layout.
 *
 * Returns: (transfer full) (element-type FoedPin): the pins
 */
GArray *
foed_library_pins_sync (FoedLibrary   *self,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, read_pins, NULL, cancellable, error);
}

/**
 * foed_writer_pin:
 * @self: a transaction
 * @pin: what to put where
 * @error: (out): what went wrong
 *
 * Puts something in its place. An older pin of it in the same layout goes.
 *
 * Returns: whether it is done
 */
gboolean
foed_writer_pin (FoedWriter     *self,
                 const FoedPin  *pin,
                 GError        **error)
{
  g_autoptr (FoedStatement) statement = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (pin != NULL, FALSE);

  statement = foed_statement_new (self->connection,
                                  "INSERT INTO pin (layout, record, x, y) VALUES (?, ?, ?, ?) "
                                  "ON CONFLICT (layout, record) DO UPDATE SET x = excluded.x, y = excluded.y",
                                  error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, pin->layout);
  foed_statement_bind_text (statement, 2, pin->record);
  foed_statement_bind_number (statement, 3, pin->x);
  foed_statement_bind_number (statement, 4, pin->y);

  return foed_statement_execute (statement, error);
}

/**
 * foed_writer_unpin:
 * @self: a transaction
 * @layout: the nick of a layout
 * @record: (nullable): the id of a record; %NULL for all
 * @error: (out): what went wrong
 *
 * Lets something go to where the layout puts it.
 *
 * Returns: whether it is done
 */
gboolean
foed_writer_unpin (FoedWriter  *self,
                   const char  *layout,
                   const char  *record,
                   GError     **error)
{
  g_autoptr (FoedStatement) statement = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (layout != NULL, FALSE);

  statement = foed_statement_new (self->connection, "DELETE FROM pin WHERE layout = ? AND record = ifnull (?, record)",
                                  error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, layout);
  foed_statement_bind_text (statement, 2, record);

  return foed_statement_execute (statement, error);
}
