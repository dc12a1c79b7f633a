/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-measured"

#include "config.h"

#include "explorer-measured.h"

struct _ExplorerMeasured
{
  GObject          parent_instance;

  FoedNetworkNode  node;
  char            *title;
  char            *key;      /* what the title is sorted by */
};

G_DEFINE_FINAL_TYPE (ExplorerMeasured, explorer_measured, G_TYPE_OBJECT)

static void
explorer_measured_finalize (GObject *object)
{
  ExplorerMeasured *self = EXPLORER_MEASURED (object);

  g_free (self->title);
  g_free (self->key);

  G_OBJECT_CLASS (explorer_measured_parent_class)->finalize (object);
}

static void
explorer_measured_class_init (ExplorerMeasuredClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = explorer_measured_finalize;
}

static void
explorer_measured_init (ExplorerMeasured *self)
{
}

/**
 * explorer_measured_new:
 * @node: a node that was measured
 * @title: its name
 *
 * Returns: (transfer full): a row for it
 */
ExplorerMeasured *
explorer_measured_new (const FoedNetworkNode *node,
                       const char            *title)
{
  ExplorerMeasured *self;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (EXPLORER_TYPE_MEASURED, NULL);
  self->node = *node;
  self->title = g_strdup (title);
  self->key = g_utf8_collate_key (title, -1);
  return self;
}

const FoedNetworkNode *
explorer_measured_get_node (ExplorerMeasured *self)
{
  g_return_val_if_fail (EXPLORER_IS_MEASURED (self), NULL);

  return &self->node;
}

const char *
explorer_measured_get_title (ExplorerMeasured *self)
{
  g_return_val_if_fail (EXPLORER_IS_MEASURED (self), NULL);

  return self->title;
}

/**
 * explorer_measured_get_key:
 * @self: a row
 *
 * Returns: (transfer none): what its title is sorted by, in the order of the user's language
 */
const char *
explorer_measured_get_key (ExplorerMeasured *self)
{
  g_return_val_if_fail (EXPLORER_IS_MEASURED (self), NULL);

  return self->key;
}
