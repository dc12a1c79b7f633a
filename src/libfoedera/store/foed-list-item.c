/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-list-item"

#include "config.h"

#include "foed-list-item-private.h"

struct _FoedListItem
{
  GObject  parent_instance;
  guint    position;
  FoedRow *row;
};

G_DEFINE_FINAL_TYPE (FoedListItem, foed_list_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_POSITION,
  PROP_ROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
foed_list_item_finalize (GObject *object)
{
  FoedListItem *self = FOED_LIST_ITEM (object);

  g_clear_object (&self->row);

  G_OBJECT_CLASS (foed_list_item_parent_class)->finalize (object);
}

static void
foed_list_item_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  FoedListItem *self = FOED_LIST_ITEM (object);

  switch (prop_id)
    {
    case PROP_POSITION:
      g_value_set_uint (value, foed_list_item_get_position (self));
      break;

    case PROP_ROW:
      g_value_set_object (value, foed_list_item_get_row (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foed_list_item_class_init (FoedListItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = foed_list_item_finalize;
  object_class->get_property = foed_list_item_get_property;

  properties[PROP_POSITION] =
    g_param_spec_uint ("position", NULL, NULL, 0, G_MAXUINT, 0, (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  properties[PROP_ROW] =
    g_param_spec_object ("row", NULL, NULL, FOED_TYPE_ROW, (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
foed_list_item_init (FoedListItem *self)
{
}

/* An item whose row is not known yet. */
FoedListItem *
foed_list_item_new (guint position)
{
  FoedListItem *self = g_object_new (FOED_TYPE_LIST_ITEM, NULL);

  self->position = position;

  return self;
}

void
foed_list_item_set_position (FoedListItem *self,
                             guint         position)
{
  g_assert (FOED_IS_LIST_ITEM (self));

  if (self->position == position)
    return;

  self->position = position;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_POSITION]);
}

void
foed_list_item_set_row (FoedListItem *self,
                        FoedRow      *row)
{
  g_assert (FOED_IS_LIST_ITEM (self));

  if (g_set_object (&self->row, row))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}

/**
 * foed_list_item_get_position:
 * @self: an item
 *
 * Returns: its position in its list, from 0; it changes when others come or go before it
 */
guint
foed_list_item_get_position (FoedListItem *self)
{
  g_return_val_if_fail (FOED_IS_LIST_ITEM (self), 0);

  return self->position;
}

/**
 * foed_list_item_get_row:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): its row, or %NULL until it has been read; the property is notified when it has
 */
FoedRow *
foed_list_item_get_row (FoedListItem *self)
{
  g_return_val_if_fail (FOED_IS_LIST_ITEM (self), NULL);

  return self->row;
}
