/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ExplorerPictureState:
 * @EXPLORER_PICTURE_LOADING: what there is to draw is being read, or laid out
 * @EXPLORER_PICTURE_READY: there is something to draw
 * @EXPLORER_PICTURE_EMPTY: the library holds nothing to draw
 * @EXPLORER_PICTURE_NOTHING: nothing of it is left by the filter, or in force on the day
 * @EXPLORER_PICTURE_FAILED: it could not be read
 */
typedef enum
{
  EXPLORER_PICTURE_LOADING,
  EXPLORER_PICTURE_READY,
  EXPLORER_PICTURE_EMPTY,
  EXPLORER_PICTURE_NOTHING,
  EXPLORER_PICTURE_FAILED
} ExplorerPictureState;

/**
 * ExplorerPictureModel:
 *
 * What a view draws a picture of. It follows the session while someone looks at the picture, and reads nothing before.
 *
 * Signal `changed`: there is something else to draw, or another state.
 */
#define EXPLORER_TYPE_PICTURE_MODEL (explorer_picture_model_get_type ())
G_DECLARE_INTERFACE (ExplorerPictureModel, explorer_picture_model, EXPLORER, PICTURE_MODEL, GObject)

/**
 * ExplorerPictureModelInterface:
 * @set_active: begins to follow the session, or leaves off
 * @retry: reads everything again
 * @get_state: whether there is something to draw, or why not
 * @get_error: why it could not be read
 * @get_progress: how far it has come while it is loading, from 0 to 1; %NULL where it can't tell
 */
struct _ExplorerPictureModelInterface
{
  GTypeInterface parent_interface;

  void                 (*set_active)   (ExplorerPictureModel *self,
                                        gboolean              active);
  void                 (*retry)        (ExplorerPictureModel *self);
  ExplorerPictureState (*get_state)    (ExplorerPictureModel *self);
  const GError        *(*get_error)    (ExplorerPictureModel *self);
  double               (*get_progress) (ExplorerPictureModel *self);
};

void                 explorer_picture_model_set_active   (ExplorerPictureModel *self,
                                                          gboolean              active);
void                 explorer_picture_model_retry        (ExplorerPictureModel *self);
ExplorerPictureState explorer_picture_model_get_state    (ExplorerPictureModel *self);
const GError        *explorer_picture_model_get_error    (ExplorerPictureModel *self);
gboolean             explorer_picture_model_get_progress (ExplorerPictureModel *self,
                                                          double               *progress);
void                 explorer_picture_model_changed      (ExplorerPictureModel *self);

G_END_DECLS
