/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "canvas/explorer-legend.h"
#include "canvas/explorer-timeline-area.h"
#include "explorer-picture-view.h"
#include "explorer-timeline-model.h"

G_BEGIN_DECLS

/**
 * ExplorerTimelineView:
 *
 * Shows the lives of the alliances that the session's query leaves, with their obligations and members, along an axis
 * of time.
 */
#define EXPLORER_TYPE_TIMELINE_VIEW (explorer_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerTimelineView, explorer_timeline_view, EXPLORER, TIMELINE_VIEW, ExplorerPictureView)

G_END_DECLS
