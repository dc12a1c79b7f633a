/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-panel.h"

G_BEGIN_DECLS

/**
 * ExplorerEnforcementPanel:
 *
 * What the texts provide when a duty is not met, and how the treaties end.
 */
#define EXPLORER_TYPE_ENFORCEMENT_PANEL (explorer_enforcement_panel_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerEnforcementPanel, explorer_enforcement_panel, EXPLORER, ENFORCEMENT_PANEL, ExplorerPanel)

G_END_DECLS
