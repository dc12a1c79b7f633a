/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-panel.h"

G_BEGIN_DECLS

/**
 * ExplorerClausesPanel:
 *
 * The clauses of an alliance's treaties, with what each promises.
 */
#define EXPLORER_TYPE_CLAUSES_PANEL (explorer_clauses_panel_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerClausesPanel, explorer_clauses_panel, EXPLORER, CLAUSES_PANEL, ExplorerPanel)

G_END_DECLS
