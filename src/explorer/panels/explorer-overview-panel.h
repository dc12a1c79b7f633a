/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-panel.h"

G_BEGIN_DECLS

/**
 * ExplorerOverviewPanel:
 *
 * What the selected record is: for an alliance its parties, treaties and events; for a state its spells and alliances.
 */
#define EXPLORER_TYPE_OVERVIEW_PANEL (explorer_overview_panel_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerOverviewPanel, explorer_overview_panel, EXPLORER, OVERVIEW_PANEL, ExplorerPanel)

G_END_DECLS
