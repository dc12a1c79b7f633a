/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerYearBar:
 *
 * Under the view: the day to look at, or "any time". The entry takes a year, a month or a full date; a year stands for
 * its 31 December.
 *
 * Property `session` (construct only).
 */
#define EXPLORER_TYPE_YEAR_BAR (explorer_year_bar_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerYearBar, explorer_year_bar, EXPLORER, YEAR_BAR, GtkWidget)

void explorer_year_bar_focus_entry (ExplorerYearBar *self);

G_END_DECLS
