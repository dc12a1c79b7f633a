/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>

#include "explorer/views/explorer-canvas-view.h"

/* gtk4-builder-tool finds the types inside of a template by their functions, but the parents of templates only if they
 * are registered. */
static void __attribute__ ((constructor))
register_parents (void)
{
  g_type_ensure (ADW_TYPE_APPLICATION_WINDOW);
  g_type_ensure (ADW_TYPE_PREFERENCES_WINDOW);
  g_type_ensure (ADW_TYPE_WINDOW);
  g_type_ensure (EXPLORER_TYPE_CANVAS_VIEW);
}
