/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-graph-measures"

#include "config.h"

#include "explorer-graph-measures.h"

struct _ExplorerGraphMeasures
{
  GObject             parent_instance;

  ExplorerGraphModel *model;
  FoedMeasures        wanted;
  FoedNetwork        *network;
  GCancellable       *cancellable;
  guint               running : 1;
  guint               behind : 1;     /* whether there is something else to measure than what was begun last */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ExplorerGraphMeasures, explorer_graph_measures, G_TYPE_OBJECT)

static void begin (ExplorerGraphMeasures *self);

static void
measured_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(ExplorerGraphMeasures) self = user_data;
  g_autoptr(GError) error = NULL;
  FoedNetwork *network = foed_network_new_finish (result, &error);

  self->running = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (network == NULL)
    g_warning ("%s", error->message);
  g_clear_pointer (&self->network, foed_network_unref);
  self->network = network;
  g_signal_emit (self, signals[CHANGED], 0);
  begin (self);
}

static void
begin (ExplorerGraphMeasures *self)
{
  FoedGraphMoment *moment = self->model != NULL ? explorer_graph_model_get_moment (self->model) : NULL;

  if (!self->behind || self->running || self->wanted == 0 || moment == NULL)
    return;
  self->behind = FALSE;
  self->running = TRUE;
  foed_network_new_async (moment, self->wanted, self->cancellable, measured_cb, g_object_ref (self));
}

static void
model_changed_cb (ExplorerGraphMeasures *self)
{
  self->behind = TRUE;
  begin (self);
}

static void
explorer_graph_measures_dispose (GObject *object)
{
  ExplorerGraphMeasures *self = EXPLORER_GRAPH_MEASURES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (explorer_graph_measures_parent_class)->dispose (object);
}

static void
explorer_graph_measures_finalize (GObject *object)
{
  ExplorerGraphMeasures *self = EXPLORER_GRAPH_MEASURES (object);

  g_clear_pointer (&self->network, foed_network_unref);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (explorer_graph_measures_parent_class)->finalize (object);
}

static void
explorer_graph_measures_class_init (ExplorerGraphMeasuresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = explorer_graph_measures_dispose;
  object_class->finalize = explorer_graph_measures_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
explorer_graph_measures_init (ExplorerGraphMeasures *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * explorer_graph_measures_new:
 * @model: what to measure
 *
 * Returns: (transfer full): measures of @model, none at first
 */
ExplorerGraphMeasures *
explorer_graph_measures_new (ExplorerGraphModel *model)
{
  ExplorerGraphMeasures *self;

  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (model), NULL);

  self = g_object_new (EXPLORER_TYPE_GRAPH_MEASURES, NULL);
  self->model = g_object_ref (model);
  self->behind = TRUE;
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * explorer_graph_measures_set_wanted:
 * @self: measures
 * @wanted: what to measure from now on; nothing costs nothing
 */
void
explorer_graph_measures_set_wanted (ExplorerGraphMeasures *self,
                                    FoedMeasures           wanted)
{
  g_return_if_fail (EXPLORER_IS_GRAPH_MEASURES (self));

  if (self->wanted == wanted)
    return;
  self->behind = TRUE;
  self->wanted = wanted;
  if (wanted == 0)
    g_clear_pointer (&self->network, foed_network_unref);
  begin (self);
}

/**
 * explorer_graph_measures_is_ready:
 * @self: measures
 *
 * Returns: whether what is wanted is there, of what there is now
 */
gboolean
explorer_graph_measures_is_ready (ExplorerGraphMeasures *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MEASURES (self), FALSE);

  return self->wanted == 0 || (!self->behind && !self->running);
}

/**
 * explorer_graph_measures_get_network:
 * @self: measures
 *
 * Returns: (transfer none) (nullable): what was measured last
 */
FoedNetwork *
explorer_graph_measures_get_network (ExplorerGraphMeasures *self)
{
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MEASURES (self), NULL);

  return self->network;
}
