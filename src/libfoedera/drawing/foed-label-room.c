/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-label-room"

#include "config.h"

#include <math.h>

#include "foed-label-room.h"

/* So many of the first are named even where that hides lesser nodes. */
#define N_INSISTENT 12

#define N_PLACES 8

/* From what on edges are taken to go to one side, and up or down. */
#define LEANING 0.35
#define UPRIGHT 0.85

#define GAP 2.0
#define CELL 48.0

/* Something that takes room, how much it matters (the less the more), and the next thing in the same cell. */
typedef struct
{
  FoedBox box;
  guint   rank;
  int     next;
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

struct _FoedLabelRoom
{
  FoedBox extents;
  Room    nodes;
  Room    names;
};

static gboolean
intersects (const FoedBox *a,
            const FoedBox *b)
{
  return a->first.x < b->last.x && b->first.x < a->last.x && a->first.y < b->last.y && b->first.y < a->last.y;
}

static gboolean
contains (const FoedBox *box,
          const FoedBox *other)
{
  return other->first.x >= box->first.x && other->first.y >= box->first.y && other->last.x <= box->last.x &&
         other->last.y <= box->last.y;
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

/* The cells that a box lies in: the first and the last column, the first and the last row. */
static void
room_get_cells (const Room    *room,
                const FoedBox *box,
                int            cells[4])
{
  cells[0] = CLAMP ((int) floor ((box->first.x - room->origin.x) / CELL), 0, room->n_columns - 1);
  cells[1] = CLAMP ((int) floor ((box->last.x - room->origin.x) / CELL), 0, room->n_columns - 1);
  cells[2] = CLAMP ((int) floor ((box->first.y - room->origin.y) / CELL), 0, room->n_rows - 1);
  cells[3] = CLAMP ((int) floor ((box->last.y - room->origin.y) / CELL), 0, room->n_rows - 1);
}

static void
room_take (Room          *room,
           const FoedBox *box,
           guint          rank)
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
room_is_free (const Room    *room,
              const FoedBox *box,
              guint          rank,
              gboolean       all)
{
  int cells[4];

  room_get_cells (room, box, cells);
  for (int row = cells[2]; row <= cells[3]; row++)
    for (int column = cells[0]; column <= cells[1]; column++)
      for (int i = room->heads[row * room->n_columns + column]; i >= 0;)
        {
          const Thing *thing = &g_array_index (room->things, Thing, i);

          if ((all ? thing->rank != rank : thing->rank < rank) && intersects (&thing->box, box))
            return FALSE;
          i = thing->next;
        }
  return TRUE;
}

/* What a name may do to stand over or under its node: move to the side, rather than be cut off. */
static double
slide_in (double         x,
          double         width,
          const FoedBox *extents)
{
  return MAX (MIN (x, extents->last.x - width - FOED_LABEL_PADDING), extents->first.x + FOED_LABEL_PADDING);
}

/* The places beside a node where its name can stand, the best first: under a square; beside a circle, in the direction of
 * reading unless its edges go there; at last askew. */
static void
get_places (const FoedLabel *label,
            const FoedBox   *extents,
            FoedPoint        places[N_PLACES])
{
  double away = label->radius + GAP;
  double askew = label->radius * 0.7 + GAP;
  double middle = slide_in (label->middle.x - label->width / 2, label->width, extents);
  FoedPoint below = { middle, label->middle.y + away };
  FoedPoint above = { middle, label->middle.y - away - label->height };
  FoedPoint right = { label->middle.x + away + GAP, label->middle.y - label->height / 2 };
  FoedPoint left = { label->middle.x - away - GAP - label->width, label->middle.y - label->height / 2 };
  gboolean square = label->shape == FOED_SHAPE_SQUARE;
  gboolean to_left = label->right_to_left ? label->lean.x > -LEANING : label->lean.x > LEANING;
  gboolean upwards = label->lean.y > LEANING;
  gboolean beside = !square && (fabs (label->lean.y) < UPRIGHT || fabs (label->lean.x) > LEANING);

  places[beside ? 2 : 0] = upwards ? above : below;
  places[beside ? 3 : 1] = upwards ? below : above;
  places[beside ? 0 : 2] = to_left ? left : right;
  places[beside ? 1 : 3] = to_left ? right : left;
  for (guint i = 0; i < 4; i++)
    {
      gboolean on_left = (i % 2 == 0) == to_left;
      gboolean on_top = (i < 2) == upwards;

      places[4 + i] = (FoedPoint) { label->middle.x + (on_left ? -askew - label->width : askew),
                                    label->middle.y + (on_top ? -askew - label->height : askew) };
    }
}

static FoedBox
get_box (FoedPoint        place,
         const FoedLabel *label)
{
  return (FoedBox) { { place.x - FOED_LABEL_PADDING, place.y },
                     { place.x + label->width + FOED_LABEL_PADDING, place.y + label->height } };
}

/* Chooses the first place that is free of names and nodes. The names of what matters most may stand over nodes that
 * matter less rather than not at all. None is cut off, but for those of nodes that are beyond the edge themselves. */
static gboolean
choose_place (FoedLabelRoom   *self,
              const FoedLabel *label,
              FoedPoint       *chosen)
{
  const FoedBox middle = { label->middle, label->middle };
  gboolean beyond = !contains (&self->extents, &middle);
  FoedPoint places[N_PLACES];

  get_places (label, &self->extents, places);
  for (guint pass = 0; pass < (label->rank < N_INSISTENT ? 2 : 1); pass++)
    for (guint i = 0; i < N_PLACES; i++)
      {
        FoedBox box = get_box (places[i], label);

        if ((beyond || contains (&self->extents, &box)) && room_is_free (&self->names, &box, G_MAXUINT, TRUE) &&
            room_is_free (&self->nodes, &box, label->rank, pass == 0))
          {
            *chosen = places[i];
            return TRUE;
          }
      }
  return FALSE;
}

/**
 * foed_label_room_new:
 * @width: how wide the picture is
 * @height: how high it is
 * @margin: how far beyond it labels may stand
 *
 * Returns: (transfer full): room in which nothing stands yet
 */
FoedLabelRoom *
foed_label_room_new (double width,
                     double height,
                     double margin)
{
  FoedLabelRoom *self = g_new0 (FoedLabelRoom, 1);

  self->extents.last = (FoedPoint) { width, height };
  room_init (&self->nodes, width, height, margin);
  room_init (&self->names, width, height, margin);
  return self;
}

void
foed_label_room_free (FoedLabelRoom *self)
{
  if (self == NULL)
    return;
  room_clear (&self->nodes);
  room_clear (&self->names);
  g_free (self);
}

/**
 * foed_label_room_take_node:
 * @self: room
 * @middle: where a node is
 * @radius: how large it is
 * @rank: how much it matters: the less the more
 *
 * Keeps names off a node, but for those that matter more.
 */
void
foed_label_room_take_node (FoedLabelRoom *self,
                           FoedPoint      middle,
                           double         radius,
                           guint          rank)
{
  FoedBox box = { { middle.x - radius, middle.y - radius }, { middle.x + radius, middle.y + radius } };

  g_return_if_fail (self != NULL);

  room_take (&self->nodes, &box, rank);
}

/**
 * foed_label_room_place:
 * @self: room
 * @label: a label
 * @place: (out): its upper left corner
 * @box: (out): what it takes
 *
 * Finds a place for a label, and takes it.
 *
 * Returns: whether there is one
 */
gboolean
foed_label_room_place (FoedLabelRoom   *self,
                       const FoedLabel *label,
                       FoedPoint       *place,
                       FoedBox         *box)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (label != NULL, FALSE);

  if (!choose_place (self, label, place))
    return FALSE;
  *box = get_box (*place, label);
  room_take (&self->names, box, label->rank);
  return TRUE;
}
