/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerYearBar:
 *
 * Under the view: the day to look at, or "any time". The entry takes a year, a month or a full date; a year stands for
 * its 31 December. Years can be stepped through, and pass by themselves. Keys work where nothing in it uses them: the
 * arrows step by years, with Shift by days; the space bar plays.
 *
 * Properties: `session` (construct only), `speed` (int, notifies): how many years pass in a second.
 */
#define EXPLORER_TYPE_YEAR_BAR (explorer_year_bar_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerYearBar, explorer_year_bar, EXPLORER, YEAR_BAR, GtkWidget)

void explorer_year_bar_focus_entry (ExplorerYearBar *self);
void explorer_year_bar_toggle_playing (ExplorerYearBar *self);

G_END_DECLS
