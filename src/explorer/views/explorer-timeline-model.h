/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-timeline.h"
#include "explorer-picture-model.h"
#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerTimelineModel:
 *
 * What a view of the timeline draws: the lives of the alliances that the session's query leaves.
 */
#define EXPLORER_TYPE_TIMELINE_MODEL (explorer_timeline_model_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerTimelineModel, explorer_timeline_model, EXPLORER, TIMELINE_MODEL, GObject)

ExplorerTimelineModel *explorer_timeline_model_new          (ExplorerSession       *session);

FoedTimeline          *explorer_timeline_model_get_timeline (ExplorerTimelineModel *self);

G_END_DECLS
