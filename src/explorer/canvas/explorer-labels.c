/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-labels"

#include "config.h"

#include <math.h>

#include "drawing/foed-label-room.h"
#include "explorer-labels.h"
#include "explorer/explorer-compat.h"

/* From this zoom on names are written out. */
#define ZOOM_TITLES 0.9

/* The longest label, in characters; what is longer is cut off. */
#define LONGEST 26

/* No person reads more at a time, and no more nodes than that are tried. */
#define N_LABELS_MAX 450
#define N_TRIES_MAX 2500

/* Texts are thrown away when there are more. */
#define N_TEXTS_MAX 4000

typedef struct
{
  PangoLayout *layout;
  double       width;
  double       height;
} Text;

struct _ExplorerLabels
{
  GtkWidget  *widget;
  GHashTable *texts[2];      /* plain and bold, by their words */
};

static void
text_free (Text *text)
{
  g_object_unref (text->layout);
  g_free (text);
}

static const Text *
get_text (ExplorerLabels *self,
          const char     *words,
          gboolean        bold)
{
  GHashTable *texts = self->texts[bold ? 1 : 0];
  Text *text = g_hash_table_lookup (texts, words);
  g_autoptr(PangoAttrList) attributes = NULL;
  g_autofree char *shortened = NULL;
  int width;
  int height;

  if (text != NULL)
    return text;
  if (g_hash_table_size (texts) >= N_TEXTS_MAX)
    g_hash_table_remove_all (texts);
  if (g_utf8_strlen (words, -1) > LONGEST)
    {
      g_autofree char *begin = g_utf8_substring (words, 0, LONGEST - 1);

      shortened = g_strconcat (g_strchomp (begin), "…", NULL);
    }
  text = g_new0 (Text, 1);
  text->layout = gtk_widget_create_pango_layout (self->widget, shortened != NULL ? shortened : words);
  if (bold)
    {
      attributes = pango_attr_list_new ();
      pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));
      pango_layout_set_attributes (text->layout, attributes);
    }
  pango_layout_get_pixel_size (text->layout, &width, &height);
  text->width = width;
  text->height = height;
  g_hash_table_insert (texts, g_strdup (words), text);
  return text;
}

static void
write_text (GtkSnapshot   *snapshot,
            const Text    *text,
            FoedPoint      place,
            const GdkRGBA *colour,
            const GdkRGBA *ground)
{
  GskRoundedRect outline;
  graphene_rect_t area;

  place = (FoedPoint) { round (place.x), round (place.y) };
  area = GRAPHENE_RECT_INIT ((float) (place.x - FOED_LABEL_PADDING), (float) place.y, (float) (text->width + 2 * FOED_LABEL_PADDING),
                             (float) text->height);
  gsk_rounded_rect_init_from_rect (&outline, &area, 4);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, ground, &area);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) place.x, (float) place.y));
  gtk_snapshot_append_layout (snapshot, text->layout, colour);
  gtk_snapshot_restore (snapshot);
}

static gboolean
is_within (FoedPoint middle,
           double    width,
           double    height,
           double    margin)
{
  return middle.x >= -margin && middle.y >= -margin && middle.x <= width + margin && middle.y <= height + margin;
}

/* Nodes take room too, so that no name is written over one. */
static void
take_nodes (FoedLabelRoom    *room,
            ExplorerPicture  *picture,
            ExplorerViewport *viewport,
            const guint      *ranking,
            guint             n_ranked,
            double            margin)
{
  double scale = explorer_picture_get_scale (explorer_viewport_get_zoom (viewport));
  guint n_nodes;
  const ExplorerPictureNode *nodes = explorer_picture_get_nodes (picture, &n_nodes);
  double width;
  double height;

  explorer_viewport_get_size (viewport, &width, &height);
  for (guint i = 0; i < MIN (n_ranked, N_TRIES_MAX); i++)
    {
      FoedPoint middle = explorer_viewport_to_widget (viewport, nodes[ranking[i]].point);
      double radius = nodes[ranking[i]].radius * scale;

      if (is_within (middle, width, height, margin))
        foed_label_room_take_node (room, middle, radius, i);
    }
}

/**
 * explorer_labels_new:
 * @widget: whose font and colours to use; it must live as long as the labels
 *
 * Returns: (transfer full): labels
 */
ExplorerLabels *
explorer_labels_new (GtkWidget *widget)
{
  ExplorerLabels *self = g_new0 (ExplorerLabels, 1);

  self->widget = widget;
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    self->texts[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) text_free);
  return self;
}

void
explorer_labels_free (ExplorerLabels *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_hash_table_unref (self->texts[i]);
  g_free (self);
}

/**
 * explorer_labels_forget:
 * @self: labels
 *
 * Throws the texts away: the font or its size has changed.
 */
void
explorer_labels_forget (ExplorerLabels *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_hash_table_remove_all (self->texts[i]);
}

/**
 * explorer_labels_write:
 * @self: labels
 * @picture: a picture
 * @viewport: what is shown of it
 * @ranking: (array length=n_ranked): the nodes to name, the most important first
 * @n_ranked: how many
 * @n_full: how many of the first to name in full at any zoom
 * @margin: how many pixels beyond the widget to name too
 * @boxes: (nullable) (element-type ExplorerBox): takes where labels stand
 *
 * Returns: (transfer full) (nullable): the labels, placed in pixels of the widget
 */
GskRenderNode *
explorer_labels_write (ExplorerLabels   *self,
                       ExplorerPicture  *picture,
                       ExplorerViewport *viewport,
                       const guint      *ranking,
                       guint             n_ranked,
                       guint             n_full,
                       double            margin,
                       GArray           *boxes)
{
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  gboolean right_to_left = gtk_widget_get_direction (self->widget) == GTK_TEXT_DIR_RTL;
  double zoom = explorer_viewport_get_zoom (viewport);
  g_autoptr(FoedLabelRoom) room = NULL;
  GdkRGBA colour;
  GdkRGBA ground;
  guint n_nodes;
  guint n_written = 0;
  const ExplorerPictureNode *nodes = explorer_picture_get_nodes (picture, &n_nodes);
  double width;
  double height;

  explorer_viewport_get_size (viewport, &width, &height);
  room = foed_label_room_new (width, height, margin);
  take_nodes (room, picture, viewport, ranking, n_ranked, margin);
  explorer_compat_get_colour (self->widget, &colour);
  explorer_compat_look_up_colour (self->widget, "view_bg_color", &ground);
  ground.alpha = 0.72f;
  for (guint i = 0; i < MIN (n_ranked, N_TRIES_MAX) && n_written < N_LABELS_MAX; i++)
    {
      const ExplorerPictureNode *node = &nodes[ranking[i]];
      const char *words = i < n_full || zoom >= ZOOM_TITLES ? node->title : node->label;
      FoedPoint middle = explorer_viewport_to_widget (viewport, node->point);
      FoedPoint place;
      ExplorerBox box;
      const Text *text;
      FoedLabel label;

      if (*words == '\0' || !is_within (middle, width, height, margin))
        continue;
      text = get_text (self, words, node->shape == FOED_SHAPE_SQUARE);
      label = (FoedLabel) {
        node->shape, middle, node->radius * explorer_picture_get_scale (zoom),
        explorer_picture_get_lean (picture, ranking[i]), text->width, text->height, i, right_to_left,
      };
      if (!foed_label_room_place (room, &label, &place, &box))
        continue;
      if (boxes != NULL)
        g_array_append_val (boxes, box);
      write_text (snapshot, text, place, &colour, &ground);
      n_written++;
    }
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}
