/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-writer.h"

G_BEGIN_DECLS

/**
 * FoedPin:
 * @layout: the nick of the layout, interned
 * @record: the id of the state or alliance, interned
 * @x: to the right, in the unit of layouts
 * @y: down
 *
 * Where the user wants something to be in a layout. Pins are the user's own: they are no part of a record, and importing
 * one leaves them alone. They are undone like everything else.
 */
typedef struct
{
  const char *layout;
  const char *record;
  double      x;
  double      y;
} FoedPin;

GArray  *foed_library_pins_sync (FoedLibrary   *self,
                                 GCancellable  *cancellable,
                                 GError       **error);

gboolean foed_writer_pin        (FoedWriter    *self,
                                 const FoedPin *pin,
                                 GError       **error);
gboolean foed_writer_unpin      (FoedWriter    *self,
                                 const char    *layout,
                                 const char    *record,
                                 GError       **error);

G_END_DECLS
