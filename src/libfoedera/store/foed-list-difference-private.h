/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A change of a list: so many items go and so many come at a position, after the changes before it. */
typedef struct
{
  guint position;
  guint n_removed;
  guint n_added;
} FoedListChange;

GArray *foed_list_difference_new (const GPtrArray *before,
                                  const GPtrArray *after);

G_END_DECLS
