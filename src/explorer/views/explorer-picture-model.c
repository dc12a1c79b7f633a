/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-picture-model"

#include "config.h"

#include "explorer-picture-model.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_INTERFACE (ExplorerPictureModel, explorer_picture_model, G_TYPE_OBJECT)

static void
explorer_picture_model_default_init (ExplorerPictureModelInterface *iface)
{
  signals[CHANGED] = g_signal_new ("changed", EXPLORER_TYPE_PICTURE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

/**
 * explorer_picture_model_set_active:
 * @self: a model
 * @active: whether someone looks at it
 *
 * Begins to follow the session, or leaves off.
 */
void
explorer_picture_model_set_active (ExplorerPictureModel *self,
                                   gboolean              active)
{
  g_return_if_fail (EXPLORER_IS_PICTURE_MODEL (self));

  EXPLORER_PICTURE_MODEL_GET_IFACE (self)->set_active (self, active);
}

/**
 * explorer_picture_model_retry:
 * @self: a model
 *
 * Reads everything again, after it could not be read.
 */
void
explorer_picture_model_retry (ExplorerPictureModel *self)
{
  g_return_if_fail (EXPLORER_IS_PICTURE_MODEL (self));

  EXPLORER_PICTURE_MODEL_GET_IFACE (self)->retry (self);
}

/**
 * explorer_picture_model_get_state:
 * @self: a model
 *
 * Returns: whether there is something to draw, or why not
 */
ExplorerPictureState
explorer_picture_model_get_state (ExplorerPictureModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_PICTURE_MODEL (self), EXPLORER_PICTURE_LOADING);

  return EXPLORER_PICTURE_MODEL_GET_IFACE (self)->get_state (self);
}

/**
 * explorer_picture_model_get_error:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): why it could not be read
 */
const GError *
explorer_picture_model_get_error (ExplorerPictureModel *self)
{
  g_return_val_if_fail (EXPLORER_IS_PICTURE_MODEL (self), NULL);

  return EXPLORER_PICTURE_MODEL_GET_IFACE (self)->get_error (self);
}

/**
 * explorer_picture_model_get_progress:
 * @self: a model
 * @progress: (out): how far it has come while it is loading, from 0 to 1
 *
 * Returns: whether it can tell
 */
gboolean
explorer_picture_model_get_progress (ExplorerPictureModel *self,
                                     double               *progress)
{
  g_return_val_if_fail (EXPLORER_IS_PICTURE_MODEL (self), FALSE);
  g_return_val_if_fail (progress != NULL, FALSE);

  if (EXPLORER_PICTURE_MODEL_GET_IFACE (self)->get_progress == NULL)
    return FALSE;
  *progress = EXPLORER_PICTURE_MODEL_GET_IFACE (self)->get_progress (self);
  return TRUE;
}

/**
 * explorer_picture_model_changed:
 * @self: a model
 *
 * Says that there is something else to draw, or another state. For those who implement it.
 */
void
explorer_picture_model_changed (ExplorerPictureModel *self)
{
  g_return_if_fail (EXPLORER_IS_PICTURE_MODEL (self));

  g_signal_emit (self, signals[CHANGED], 0);
}
