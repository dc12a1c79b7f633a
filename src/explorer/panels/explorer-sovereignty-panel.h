/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-panel.h"

G_BEGIN_DECLS

/**
 * ExplorerSovereigntyPanel:
 *
 * What the alliance takes from, or safeguards for, the freedom of each party.
 */
#define EXPLORER_TYPE_SOVEREIGNTY_PANEL (explorer_sovereignty_panel_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerSovereigntyPanel, explorer_sovereignty_panel, EXPLORER, SOVEREIGNTY_PANEL, ExplorerPanel)

G_END_DECLS
