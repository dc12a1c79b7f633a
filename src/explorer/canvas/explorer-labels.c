/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-labels"

#include "config.h"

#include <math.h>

#include "explorer-labels.h"
#include "explorer/explorer-compat.h"

/* From this zoom on names are written out. */
#define ZOOM_TITLES 0.9

/* The longest label, in characters; what is longer is cut off. */
#define LONGEST 26

/* No person reads more at a time, and no more nodes than that are tried. */
#define N_LABELS_MAX 450
#define N_TRIES_MAX 2500

/* So many of the first are named wherever they are. */
#define N_INSISTENT 12

/* From what on edges are taken to go to one side, and up or down. */
#define LEANING 0.35
#define UPRIGHT 0.85

#define GAP 2.0
#define PADDING 2.0
#define CELL 48.0

/* Texts are thrown away when there are more. */
#define N_TEXTS_MAX 4000

typedef struct
{
  PangoLayout *layout;
  double       width;
  double       height;
} Text;

/* Something that takes room, how much it matters (the less the more), and the next thing in the same cell. */
typedef struct
{
  ExplorerBox box;
  guint       rank;
  int         next;
} Thing;

/* What takes room, by cells. A thing that lies in several cells is in the list of each. */
typedef struct
{
  FoedPoint origin;
  int       n_columns;
  int       n_rows;
  int      *heads;
  GArray   *things;
} Room;

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

static void
room_init (Room   *room,
           double  width,
           double  height,
           double  margin)
{
  room->origin = (FoedPoint) { -margin, -margin };
  room->n_columns = (int) ceil ((width + 2 * margin) / CELL) + 1;
  room->n_rows = (int) ceil ((height + 2 * margin) / CELL) + 1;
  room->heads = g_new (int, room->n_columns * room->n_rows);
  for (int i = 0; i < room->n_columns * room->n_rows; i++)
    room->heads[i] = -1;
  room->things = g_array_new (FALSE, FALSE, sizeof (Thing));
}

static void
room_clear (Room *room)
{
  g_free (room->heads);
  g_array_unref (room->things);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Room, room_clear)

/* The cells that a box lies in: the first and the last column, the first and the last row. */
static void
room_get_cells (const Room        *room,
                const ExplorerBox *box,
                int                cells[4])
{
  cells[0] = CLAMP ((int) floor ((box->first.x - room->origin.x) / CELL), 0, room->n_columns - 1);
  cells[1] = CLAMP ((int) floor ((box->last.x - room->origin.x) / CELL), 0, room->n_columns - 1);
  cells[2] = CLAMP ((int) floor ((box->first.y - room->origin.y) / CELL), 0, room->n_rows - 1);
  cells[3] = CLAMP ((int) floor ((box->last.y - room->origin.y) / CELL), 0, room->n_rows - 1);
}

static void
room_take (Room              *room,
           const ExplorerBox *box,
           guint              rank)
{
  int cells[4];

  room_get_cells (room, box, cells);
  for (int row = cells[2]; row <= cells[3]; row++)
    for (int column = cells[0]; column <= cells[1]; column++)
      {
        int *head = &room->heads[row * room->n_columns + column];
        Thing thing = { *box, rank, *head };

        *head = (int) room->things->len;
        g_array_append_val (room->things, thing);
      }
}

/* Whether @box touches nothing that matters more than @rank, nor anything but what has this rank itself where @all. */
static gboolean
room_is_free (const Room        *room,
              const ExplorerBox *box,
              guint              rank,
              gboolean           all)
{
  int cells[4];

  room_get_cells (room, box, cells);
  for (int row = cells[2]; row <= cells[3]; row++)
    for (int column = cells[0]; column <= cells[1]; column++)
      for (int i = room->heads[row * room->n_columns + column]; i >= 0;)
        {
          const Thing *thing = &g_array_index (room->things, Thing, i);

          if ((all ? thing->rank != rank : thing->rank < rank) && explorer_box_intersects (&thing->box, box))
            return FALSE;
          i = thing->next;
        }
  return TRUE;
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

/* The places beside a node where its name can stand, the best first: under a square; beside a circle, in the direction of
 * reading unless its edges go there. */
static void
get_places (const ExplorerPictureNode *node,
            FoedPoint                  lean,
            FoedPoint                  middle,
            double                     radius,
            const Text                *text,
            gboolean                   right_to_left,
            FoedPoint                  places[4])
{
  double away = radius + GAP;
  FoedPoint below = { middle.x - text->width / 2, middle.y + away };
  FoedPoint above = { middle.x - text->width / 2, middle.y - away - text->height };
  FoedPoint right = { middle.x + away + GAP, middle.y - text->height / 2 };
  FoedPoint left = { middle.x - away - GAP - text->width, middle.y - text->height / 2 };
  gboolean square = node->shape == FOED_SHAPE_SQUARE;
  gboolean to_left = right_to_left ? lean.x > -LEANING : lean.x > LEANING;
  gboolean upwards = lean.y > LEANING;
  gboolean beside = !square && (fabs (lean.y) < UPRIGHT || fabs (lean.x) > LEANING);

  places[beside ? 2 : 0] = upwards ? above : below;
  places[beside ? 3 : 1] = upwards ? below : above;
  places[beside ? 0 : 2] = to_left ? left : right;
  places[beside ? 1 : 3] = to_left ? right : left;
}

static ExplorerBox
get_box (FoedPoint   place,
         const Text *text)
{
  return (ExplorerBox) { { place.x - PADDING, place.y }, { place.x + text->width + PADDING, place.y + text->height } };
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
  area = GRAPHENE_RECT_INIT ((float) (place.x - PADDING), (float) place.y, (float) (text->width + 2 * PADDING),
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
take_nodes (Room             *room,
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
      ExplorerBox box = { { middle.x - radius, middle.y - radius }, { middle.x + radius, middle.y + radius } };

      if (is_within (middle, width, height, margin))
        room_take (room, &box, i);
    }
}

/* Chooses the first place that is free of names and nodes and within the widget; or where there is none, free of what
 * matters more; or beyond the widget. The very first names may stand over any node rather than not at all. */
static gboolean
choose_place (const Room        *nodes,
              const Room        *names,
              const ExplorerBox *widget,
              const FoedPoint    places[4],
              const Text        *text,
              guint              rank,
              FoedPoint         *chosen)
{
  for (guint pass = 0; pass < 4; pass++)
    for (guint i = 0; i < 4; i++)
      {
        ExplorerBox box = get_box (places[i], text);

        if (pass < 2 && !explorer_box_contains (widget, &box))
          continue;
        if (room_is_free (names, &box, G_MAXUINT, TRUE) &&
            (pass == 3 ? rank < N_INSISTENT : room_is_free (nodes, &box, rank, pass == 0)))
          {
            *chosen = places[i];
            return TRUE;
          }
      }
  return FALSE;
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
  ExplorerBox widget = { { 0, 0 }, { 0, 0 } };
  g_auto(Room) room = { 0 };
  g_auto(Room) labels = { 0 };
  GdkRGBA colour;
  GdkRGBA ground;
  guint n_nodes;
  guint n_written = 0;
  const ExplorerPictureNode *nodes = explorer_picture_get_nodes (picture, &n_nodes);
  double width;
  double height;

  explorer_viewport_get_size (viewport, &width, &height);
  widget.last = (FoedPoint) { width, height };
  room_init (&room, width, height, margin);
  room_init (&labels, width, height, margin);
  take_nodes (&room, picture, viewport, ranking, n_ranked, margin);
  explorer_compat_get_colour (self->widget, &colour);
  explorer_compat_look_up_colour (self->widget, "view_bg_color", &ground);
  ground.alpha = 0.72f;
  for (guint i = 0; i < MIN (n_ranked, N_TRIES_MAX) && n_written < N_LABELS_MAX; i++)
    {
      const ExplorerPictureNode *node = &nodes[ranking[i]];
      const char *words = i < n_full || zoom >= ZOOM_TITLES ? node->title : node->label;
      FoedPoint middle = explorer_viewport_to_widget (viewport, node->point);
      FoedPoint places[4];
      FoedPoint place;
      ExplorerBox box;
      const Text *text;

      if (*words == '\0' || !is_within (middle, width, height, margin))
        continue;
      text = get_text (self, words, node->shape == FOED_SHAPE_SQUARE);
      get_places (node, explorer_picture_get_lean (picture, ranking[i]), middle,
                  node->radius * explorer_picture_get_scale (zoom), text, right_to_left, places);
      if (!choose_place (&room, &labels, &widget, places, text, i, &place))
        continue;
      box = get_box (place, text);
      room_take (&labels, &box, i);
      if (boxes != NULL)
        g_array_append_val (boxes, box);
      write_text (snapshot, text, place, &colour, &ground);
      n_written++;
    }
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}
