/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-panel.h"

G_BEGIN_DECLS

/**
 * ExplorerSourcesPanel:
 *
 * The sources of everything under the selected record, and where they disagree.
 */
#define EXPLORER_TYPE_SOURCES_PANEL (explorer_sources_panel_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerSourcesPanel, explorer_sources_panel, EXPLORER, SOURCES_PANEL, ExplorerPanel)

G_END_DECLS
