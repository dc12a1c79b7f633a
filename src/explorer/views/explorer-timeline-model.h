/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/foed-timeline.h"
#include "explorer/explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerTimelineState:
 * @EXPLORER_TIMELINE_LOADING: the lives of alliances are being read
 * @EXPLORER_TIMELINE_READY: there is something to draw
 * @EXPLORER_TIMELINE_EMPTY: the library holds no alliances
 * @EXPLORER_TIMELINE_NOTHING: nothing of it is left by the filter, or in force on the day
 * @EXPLORER_TIMELINE_FAILED: it could not be read
 */
typedef enum
{
  EXPLORER_TIMELINE_LOADING,
  EXPLORER_TIMELINE_READY,
  EXPLORER_TIMELINE_EMPTY,
  EXPLORER_TIMELINE_NOTHING,
  EXPLORER_TIMELINE_FAILED
} ExplorerTimelineState;

/**
 * ExplorerTimelineModel:
 *
 * What a view of the timeline draws: the lives of the alliances that the session's query leaves. It reads nothing until
 * it is active.
 *
 * Signal `changed`: there is something else to draw, or another state.
 */
#define EXPLORER_TYPE_TIMELINE_MODEL (explorer_timeline_model_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerTimelineModel, explorer_timeline_model, EXPLORER, TIMELINE_MODEL, GObject)

ExplorerTimelineModel *explorer_timeline_model_new          (ExplorerSession       *session);

void                   explorer_timeline_model_set_active   (ExplorerTimelineModel *self,
                                                             gboolean               active);
void                   explorer_timeline_model_retry        (ExplorerTimelineModel *self);
ExplorerTimelineState  explorer_timeline_model_get_state    (ExplorerTimelineModel *self);
const GError          *explorer_timeline_model_get_error    (ExplorerTimelineModel *self);
FoedTimeline          *explorer_timeline_model_get_timeline (ExplorerTimelineModel *self);

G_END_DECLS
