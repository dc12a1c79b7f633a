/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-panel.h"

G_BEGIN_DECLS

/**
 * ExplorerCoordinationPanel:
 *
 * How the allies act together, on what basis, and what the texts do not provide.
 */
#define EXPLORER_TYPE_COORDINATION_PANEL (explorer_coordination_panel_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerCoordinationPanel, explorer_coordination_panel, EXPLORER, COORDINATION_PANEL, ExplorerPanel)

G_END_DECLS
