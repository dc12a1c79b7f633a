/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-canvas"

#include "config.h"

#include "explorer-canvas-private.h"

/* The nodes that matter, as buttons that draw nothing: they take the keyboard, are read out, and can be pressed by
 * assistive technology. The pointer goes through them to the canvas. */

#define N_HANDLES_MAX 64

/* How long what is shown has to stay before buttons are dealt out anew. */
#define SETTLE_MILLISECONDS 120

/* How near to the edge of the canvas a node may be when the keyboard gets to it, in pixels. */
#define EDGE 36.0

static const ExplorerPictureNode *
get_node (ExplorerCanvas *self,
          int             node)
{
  guint n_nodes;

  return &explorer_picture_get_nodes (self->picture, &n_nodes)[node];
}

static ExplorerHandle *
find_handle (ExplorerCanvas *self,
             int             node)
{
  for (guint i = 0; i < self->handles->len; i++)
    {
      ExplorerHandle *handle = &g_array_index (self->handles, ExplorerHandle, i);

      if (handle->node == node)
        return handle;
    }
  return NULL;
}

static ExplorerHandle *
find_handle_of_button (ExplorerCanvas *self,
                       GtkWidget      *button)
{
  for (guint i = 0; i < self->handles->len; i++)
    {
      ExplorerHandle *handle = &g_array_index (self->handles, ExplorerHandle, i);

      if (handle->button == button)
        return handle;
    }
  return NULL;
}

static void
clicked_cb (ExplorerCanvas *self,
            GtkWidget      *button)
{
  ExplorerHandle *handle = find_handle_of_button (self, button);

  if (handle != NULL && handle->node >= 0 && self->picture != NULL)
    g_signal_emit_by_name (self, "node-opened", get_node (self, handle->node)->id);
}

static void
focus_changed_cb (ExplorerCanvas *self,
                  GParamSpec     *pspec,
                  GtkWidget      *button)
{
  ExplorerHandle *handle = find_handle_of_button (self, button);

  if (handle == NULL)
    return;
  if (gtk_widget_has_focus (button))
    self->focused = handle->node;
  else if (self->focused == handle->node)
    self->focused = -1;
  explorer_canvas_update_highlight (self);
}

static GtkWidget *
make_button (ExplorerCanvas *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_widget_add_css_class (button, "handle");
  gtk_widget_set_can_target (button, FALSE);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "notify::has-focus", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* Lets @handle stand for @node, -1 for none, and says so. */
static void
give (ExplorerCanvas *self,
      ExplorerHandle *handle,
      int             node)
{
  const ExplorerPictureNode *given = node >= 0 ? get_node (self, node) : NULL;

  handle->node = node;
  gtk_widget_set_child_visible (handle->button, given != NULL);
  gtk_widget_set_visible (handle->button, given != NULL);
  if (given == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (handle->button), GTK_ACCESSIBLE_PROPERTY_LABEL, given->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, given->description, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (handle->button), GTK_ACCESSIBLE_STATE_SELECTED,
                               g_strcmp0 (given->id, self->selected) == 0, -1);
}

/* The nodes to have as buttons, the most important first: what can be seen, what is selected, what has the keyboard. */
static GArray *
list_wanted (ExplorerCanvas *self)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (int));
  guint n_visible = 0;
  const guint *ranking = NULL;
  ExplorerBox box;
  int selected;

  if (self->picture == NULL)
    return wanted;
  ranking = explorer_picture_get_ranking (self->picture, &n_visible);
  selected = self->selected != NULL ? explorer_picture_find (self->picture, self->selected) : -1;
  explorer_viewport_get_visible (self->viewport, 0, &box);
  if (self->focused >= 0 && get_node (self, self->focused)->visible)
    g_array_append_val (wanted, self->focused);
  if (selected >= 0 && selected != self->focused && get_node (self, selected)->visible)
    g_array_append_val (wanted, selected);
  for (guint i = 0; i < n_visible && wanted->len < N_HANDLES_MAX; i++)
    {
      int node = (int) ranking[i];
      FoedPoint point = get_node (self, node)->point;

      if (node != self->focused && node != selected && point.x >= box.first.x && point.x <= box.last.x &&
          point.y >= box.first.y && point.y <= box.last.y)
        g_array_append_val (wanted, node);
    }
  return wanted;
}

/* Deals the buttons out anew. A button whose node is still wanted keeps it, so that the keyboard stays where it is. */
static void
deal (ExplorerCanvas *self)
{
  g_autoptr(GArray) wanted = list_wanted (self);
  g_autoptr(GHashTable) open = g_hash_table_new (NULL, NULL);
  gboolean lost = FALSE;
  guint next = 0;

  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_add (open, GINT_TO_POINTER (g_array_index (wanted, int, i) + 1));
  for (guint i = 0; i < self->handles->len; i++)
    {
      ExplorerHandle *handle = &g_array_index (self->handles, ExplorerHandle, i);

      if (handle->node >= 0 && g_hash_table_remove (open, GINT_TO_POINTER (handle->node + 1)))
        give (self, handle, handle->node);
      else
        handle->node = -1;
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      int node = g_array_index (wanted, int, i);

      if (!g_hash_table_contains (open, GINT_TO_POINTER (node + 1)))
        continue;
      while (next < self->handles->len && g_array_index (self->handles, ExplorerHandle, next).node >= 0)
        next++;
      if (next == self->handles->len)
        {
          ExplorerHandle handle = { make_button (self), -1 };

          g_array_append_val (self->handles, handle);
        }
      give (self, &g_array_index (self->handles, ExplorerHandle, next), node);
    }
  for (guint i = 0; i < self->handles->len; i++)
    {
      ExplorerHandle *handle = &g_array_index (self->handles, ExplorerHandle, i);

      if (handle->node >= 0)
        continue;
      lost |= gtk_widget_has_focus (handle->button);
      if (gtk_widget_get_visible (handle->button))
        give (self, handle, -1);
    }
  if (lost)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
settle_cb (gpointer user_data)
{
  ExplorerCanvas *self = user_data;

  self->handles_timeout = 0;
  deal (self);
  return G_SOURCE_REMOVE;
}

void
explorer_canvas_init_handles (ExplorerCanvas *self)
{
  self->handles = g_array_new (FALSE, FALSE, sizeof (ExplorerHandle));
}

void
explorer_canvas_clear_handles (ExplorerCanvas *self)
{
  g_clear_handle_id (&self->handles_timeout, g_source_remove);
  for (guint i = 0; i < self->handles->len; i++)
    gtk_widget_unparent (g_array_index (self->handles, ExplorerHandle, i).button);
  g_array_set_size (self->handles, 0);
}

/* Deals the buttons out anew once the picture has come to rest. Those of another picture are forgotten at once. */
void
explorer_canvas_queue_handles (ExplorerCanvas *self)
{
  guint n_nodes = 0;

  if (self->picture != NULL)
    explorer_picture_get_nodes (self->picture, &n_nodes);
  for (guint i = 0; i < self->handles->len; i++)
    {
      ExplorerHandle *handle = &g_array_index (self->handles, ExplorerHandle, i);

      if (handle->node >= (int) n_nodes)
        give (self, handle, -1);
    }
  if (self->handles_timeout == 0)
    self->handles_timeout = g_timeout_add (SETTLE_MILLISECONDS, settle_cb, self);
}

/* Puts each button where its node is. */
void
explorer_canvas_place_handles (ExplorerCanvas *self)
{
  double scale = explorer_picture_get_scale (explorer_viewport_get_zoom (self->viewport));

  for (guint i = 0; i < self->handles->len; i++)
    {
      const ExplorerHandle *handle = &g_array_index (self->handles, ExplorerHandle, i);
      const ExplorerPictureNode *node;
      GtkAllocation allocation;
      FoedPoint middle;
      int side;

      if (handle->node < 0 || self->picture == NULL)
        continue;
      node = get_node (self, handle->node);
      middle = explorer_viewport_to_widget (self->viewport, node->point);
      side = MAX ((int) (2 * node->radius * scale) + 2, 8);
      allocation = (GtkAllocation) { (int) middle.x - side / 2, (int) middle.y - side / 2, side, side };
      gtk_widget_measure (handle->button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (handle->button, &allocation, -1);
    }
}

/* Moves the picture as little as it takes to see @node well. */
static void
bring_in (ExplorerCanvas *self,
          int             node)
{
  double zoom = explorer_viewport_get_zoom (self->viewport);
  FoedPoint centre = explorer_viewport_get_centre (self->viewport);
  FoedPoint place = explorer_viewport_to_widget (self->viewport, get_node (self, node)->point);
  double width;
  double height;
  FoedPoint beyond;

  explorer_viewport_get_size (self->viewport, &width, &height);
  beyond = (FoedPoint) { place.x - CLAMP (place.x, MIN (EDGE, width / 2), MAX (width - EDGE, width / 2)),
                         place.y - CLAMP (place.y, MIN (EDGE, height / 2), MAX (height - EDGE, height / 2)) };
  if (beyond.x == 0 && beyond.y == 0)
    return;
  self->moved = TRUE;
  explorer_canvas_fly (self, (FoedPoint) { centre.x + beyond.x / zoom, centre.y + beyond.y / zoom }, zoom);
}

/* Gives @node the keyboard, and a button where it has none. */
void
explorer_canvas_focus_node (ExplorerCanvas *self,
                            int             node)
{
  ExplorerHandle *handle;

  g_assert (self->picture != NULL);

  bring_in (self, node);
  self->focused = node;
  if (find_handle (self, node) == NULL)
    deal (self);
  handle = find_handle (self, node);
  if (handle == NULL)
    return;
  gtk_widget_grab_focus (handle->button);
  self->focused = node;
  explorer_canvas_update_highlight (self);
}

/* The node after @node in the order of importance, among those that have buttons; from -1 on, the first. -1 at the end. */
static int
get_following (ExplorerCanvas *self,
               int             node,
               gboolean        forward)
{
  guint n_visible;
  const guint *ranking = explorer_picture_get_ranking (self->picture, &n_visible);
  int last = -1;
  gboolean passed = node < 0;

  for (guint i = 0; i < n_visible; i++)
    {
      int other = (int) ranking[forward ? i : n_visible - 1 - i];

      if (find_handle (self, other) == NULL)
        continue;
      if (passed)
        return other;
      passed = other == node;
    }
  return last;
}

/* Tab goes from node to node and then leaves the canvas. Coming in, it goes to what is selected. */
gboolean
explorer_canvas_move_focus (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  ExplorerCanvas *self = EXPLORER_CANVAS (widget);
  gboolean forward = direction == GTK_DIR_TAB_FORWARD;
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL || gtk_widget_has_focus (widget);
  int selected = -1;
  int node;

  if (self->picture == NULL || (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD))
    return !inside && gtk_widget_grab_focus (widget);
  deal (self);
  if (!inside && self->selected != NULL)
    selected = explorer_picture_find (self->picture, self->selected);
  node = selected >= 0 && find_handle (self, selected) != NULL ? selected
                                                               : get_following (self, inside ? self->focused : -1, forward);
  self->walking = inside;
  if (node >= 0)
    explorer_canvas_focus_node (self, node);
  else if (!inside)
    return gtk_widget_grab_focus (widget);
  return node >= 0;
}
