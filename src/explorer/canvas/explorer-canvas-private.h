/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "explorer-canvas.h"
#include "explorer-ground-layer.h"
#include "explorer-highlight-layer.h"
#include "explorer-kinetic.h"
#include "explorer-label-layer.h"

G_BEGIN_DECLS

/* A node that is there as a button. */
typedef struct
{
  GtkWidget *button;
  int        node;
} ExplorerHandle;

struct _ExplorerCanvas
{
  GtkWidget               parent_instance;

  ExplorerViewport       *viewport;
  ExplorerPicture        *picture;
  GtkWidget              *ground;        /* NULL for what has none */
  FoedMapStyle           *map;
  GtkWidget              *edges;
  GtkWidget              *nodes;
  GtkWidget              *labels;
  ExplorerHighlightLayer *highlight;
  GtkWidget              *legend;        /* weak; what lies over it below, or NULL */

  ExplorerViewport       *overview;      /* what an overview shows; NULL where there is none */

  char                   *selected;
  int                     hovered;       /* the node under the pointer, or -1 */
  int                     hovered_edge;  /* the edge under the pointer where no node is, or -1 */
  int                     focused;       /* the node that has the keyboard, or -1 */
  GArray                 *handles;       /* ExplorerHandle */
  guint                   handles_timeout;

  AdwAnimation           *flight;
  FoedPoint               flight_from;
  FoedPoint               flight_to;
  double                  flight_zoom_from;
  double                  flight_zoom_to;

  ExplorerKinetic         kinetic_x;
  ExplorerKinetic         kinetic_y;
  gint64                  kinetic_begin;
  double                  kinetic_done_x;
  double                  kinetic_done_y;
  guint                   kinetic_tick;

  int                     dragged;       /* the node that is dragged, or -1 */
  FoedPoint               dragged_from;
  double                  drag_x;
  double                  drag_y;
  double                  pinch;
  double                  pointer_x;
  double                  pointer_y;

  ExplorerBox             fit_box;       /* what was brought into view last */
  int                     fit_width;     /* and how large the canvas was then */
  int                     fit_height;

  guint                   fitted : 1;    /* whether the picture has been brought into view */
  guint                   moved : 1;     /* whether a person has moved it since */
  guint                   walking : 1;   /* whether a person goes from node to node with the keyboard */
};

/* explorer-canvas.c */
void     explorer_canvas_stop             (ExplorerCanvas *self);
void     explorer_canvas_fly              (ExplorerCanvas *self,
                                           FoedPoint       centre,
                                           double          zoom);
void     explorer_canvas_update_highlight (ExplorerCanvas *self);
gboolean explorer_canvas_get_extents      (ExplorerCanvas *self,
                                           gboolean        only_visible,
                                           ExplorerBox    *box);

/* explorer-canvas-input.c */
void     explorer_canvas_add_input        (ExplorerCanvas *self);
void     explorer_canvas_install_input    (GtkWidgetClass *widget_class);

/* explorer-canvas-handles.c */
void     explorer_canvas_init_handles     (ExplorerCanvas *self);
void     explorer_canvas_clear_handles    (ExplorerCanvas *self);
void     explorer_canvas_queue_handles    (ExplorerCanvas *self);
void     explorer_canvas_place_handles    (ExplorerCanvas *self);
void     explorer_canvas_focus_node       (ExplorerCanvas *self,
                                           int             node);
gboolean explorer_canvas_move_focus       (GtkWidget        *widget,
                                           GtkDirectionType  direction);

G_END_DECLS
