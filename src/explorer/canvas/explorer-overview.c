/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-overview"

#include "config.h"

#include "explorer-overview.h"

/* The room that an overview takes at most, and at least where a picture is long and narrow, in pixels. */
#define WIDTH_MOST 184.0
#define HEIGHT_MOST 124.0
#define SIDE_LEAST 48.0

/* What is left free around the picture, for nodes that stand at its edge. */
#define MARGIN 6.0

/* So many pixels of the picture may lie outside before that is worth an overview. */
#define SLACK 1.0

/* A frame is never smaller than this, or it could not be seen. */
#define FRAME_LEAST 6.0

/**
 * explorer_overview_measure:
 * @bounds: where there is something to see
 * @width: (out): the width of an overview of that in pixels
 * @height: (out): its height
 */
void
explorer_overview_measure (const ExplorerBox *bounds,
                           double            *width,
                           double            *height)
{
  double x;
  double y;
  double zoom;

  g_return_if_fail (bounds != NULL);
  g_return_if_fail (width != NULL);
  g_return_if_fail (height != NULL);

  x = MAX (bounds->last.x - bounds->first.x, 1);
  y = MAX (bounds->last.y - bounds->first.y, 1);
  zoom = MIN ((WIDTH_MOST - 2 * MARGIN) / x, (HEIGHT_MOST - 2 * MARGIN) / y);
  *width = MAX (x * zoom + 2 * MARGIN, SIDE_LEAST);
  *height = MAX (y * zoom + 2 * MARGIN, SIDE_LEAST);
}

/**
 * explorer_overview_fit:
 * @overview: the viewport of an overview, whose size is known
 * @seen: which part of the same picture is seen
 *
 * Makes @overview show all that there is.
 */
void
explorer_overview_fit (ExplorerViewport *overview,
                       ExplorerViewport *seen)
{
  ExplorerBox bounds;

  g_return_if_fail (EXPLORER_IS_VIEWPORT (overview));
  g_return_if_fail (EXPLORER_IS_VIEWPORT (seen));

  explorer_viewport_get_bounds (seen, &bounds);
  explorer_viewport_set_bounds (overview, &bounds);
  explorer_viewport_fit (overview, &bounds, MARGIN, MARGIN, MARGIN);
}

/* Makes what lies between @first and @last at least as long as a frame has to be, and keeps it between 0 and @most. */
static void
clip (double *first,
      double *last,
      double  most)
{
  double middle = CLAMP ((*first + *last) / 2, 0, most);

  if (*last - *first < FRAME_LEAST)
    {
      *first = middle - FRAME_LEAST / 2;
      *last = middle + FRAME_LEAST / 2;
    }
  *first = CLAMP (*first, 0, MAX (most - FRAME_LEAST, 0));
  *last = CLAMP (*last, *first + MIN (FRAME_LEAST, most), most);
}

/**
 * explorer_overview_get_frame:
 * @overview: the viewport of an overview
 * @seen: which part of the same picture is seen
 * @frame: (out): what of the overview to frame, in its pixels
 */
void
explorer_overview_get_frame (ExplorerViewport *overview,
                             ExplorerViewport *seen,
                             ExplorerBox      *frame)
{
  ExplorerBox visible;
  double width;
  double height;

  g_return_if_fail (EXPLORER_IS_VIEWPORT (overview));
  g_return_if_fail (EXPLORER_IS_VIEWPORT (seen));
  g_return_if_fail (frame != NULL);

  explorer_viewport_get_size (overview, &width, &height);
  explorer_viewport_get_visible (seen, 0, &visible);
  frame->first = explorer_viewport_to_widget (overview, visible.first);
  frame->last = explorer_viewport_to_widget (overview, visible.last);
  clip (&frame->first.x, &frame->last.x, width);
  clip (&frame->first.y, &frame->last.y, height);
}

/**
 * explorer_overview_get_aim:
 * @overview: the viewport of an overview
 * @place: where in the overview a person points at
 * @grip: how far from the middle of the frame they have taken hold of it; (0, 0) where they have pointed beside it
 *
 * Returns: what of the picture to bring into the middle
 */
FoedPoint
explorer_overview_get_aim (ExplorerViewport *overview,
                           FoedPoint         place,
                           FoedPoint         grip)
{
  return explorer_viewport_to_world (overview, (FoedPoint) { place.x - grip.x, place.y - grip.y });
}

/**
 * explorer_overview_is_needed:
 * @seen: which part of a picture is seen
 * @content: where there is something of it
 *
 * Returns: whether there is more than what is seen
 */
gboolean
explorer_overview_is_needed (ExplorerViewport  *seen,
                             const ExplorerBox *content)
{
  ExplorerBox visible;
  double width;
  double height;

  g_return_val_if_fail (EXPLORER_IS_VIEWPORT (seen), FALSE);
  g_return_val_if_fail (content != NULL, FALSE);

  explorer_viewport_get_size (seen, &width, &height);
  if (width <= 0 || height <= 0 || explorer_box_is_empty (content))
    return FALSE;
  explorer_viewport_get_visible (seen, SLACK, &visible);
  return !explorer_box_contains (&visible, content);
}
