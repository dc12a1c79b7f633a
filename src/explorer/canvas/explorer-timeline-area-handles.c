/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-timeline-area"

#include "config.h"

#include "drawing/foed-timeline-words.h"
#include "explorer-timeline-area-private.h"

/* The lines that can be seen, and the marks of the line where the keyboard is, as buttons that draw nothing: they take
 * the keyboard, are read out, and can be pressed by assistive technology. What the pointer does is left to the area. */

/* How long what is shown has to stay before buttons are dealt out anew. */
#define SETTLE_MILLISECONDS 120

/* How near to the side of the plot a mark may be when the keyboard gets to it, in pixels. */
#define EDGE 24.0

static ExplorerTimelineHandle *
get_handle (ExplorerTimelineArea *self,
            guint                 i)
{
  return g_ptr_array_index (self->handles, i);
}

static ExplorerTimelineHandle *
find_handle (ExplorerTimelineArea *self,
             int                   line,
             int                   mark)
{
  for (guint i = 0; i < self->handles->len; i++)
    {
      ExplorerTimelineHandle *handle = get_handle (self, i);

      if (handle->line == line && handle->mark == mark)
        return handle;
    }
  return NULL;
}

static ExplorerTimelineHandle *
find_handle_of_button (ExplorerTimelineArea *self,
                       GtkWidget            *button)
{
  for (guint i = 0; i < self->handles->len; i++)
    {
      if (get_handle (self, i)->button == button)
        return get_handle (self, i);
    }
  return NULL;
}

static void
clicked_cb (ExplorerTimelineArea *self,
            GtkWidget            *button)
{
  ExplorerTimelineHandle *handle = find_handle_of_button (self, button);

  if (handle == NULL || handle->line < 0)
    return;
  self->current = handle->line;
  self->current_mark = handle->mark;
  gtk_widget_activate_action (GTK_WIDGET (self), "timeline-area.open", NULL);
}

static void
focus_changed_cb (ExplorerTimelineArea *self,
                  GParamSpec           *pspec,
                  GtkWidget            *button)
{
  ExplorerTimelineHandle *handle = find_handle_of_button (self, button);

  if (handle == NULL || handle->line < 0 || !gtk_widget_has_focus (button))
    return;
  self->current = handle->line;
  self->current_mark = handle->mark;
}

/* The button stays where the pointer finds it, but leaves what the pointer does to the area. */
static void
leave_pointer_alone (GtkWidget *button)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (button);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

/* The role of a widget can't be changed later, so lines and marks have buttons of their own. */
static ExplorerTimelineHandle *
make_handle (ExplorerTimelineArea *self,
             gboolean              of_mark)
{
  ExplorerTimelineHandle *handle = g_new0 (ExplorerTimelineHandle, 1);

  handle->button = g_object_new (GTK_TYPE_BUTTON, "accessible-role",
                                 of_mark ? GTK_ACCESSIBLE_ROLE_BUTTON : GTK_ACCESSIBLE_ROLE_TREE_ITEM, NULL);
  handle->line = -1;
  handle->mark = of_mark ? 0 : -1;
  gtk_widget_add_css_class (handle->button, "handle");
  leave_pointer_alone (handle->button);
  gtk_widget_set_parent (handle->button, GTK_WIDGET (self));
  g_signal_connect_object (handle->button, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (handle->button, "notify::has-focus", G_CALLBACK (focus_changed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->handles, handle);
  return handle;
}

static void
describe_line (ExplorerTimelineArea *self,
               GtkAccessible        *button,
               int                   position)
{
  const FoedTimelineLine *line = explorer_timeline_area_get_line (self, position);
  const FoedTimelineRow *row = line->row;
  g_autofree char *label = row != NULL ? g_strdup (row->title) : foed_timeline_describe_group (line);
  g_autofree char *description = row != NULL ? foed_timeline_describe_row (row) : NULL;
  gboolean under = row != NULL && row->kind != FOED_RECORD_ALLIANCE;
  int level = 1 + (self->grouping != FOED_TIMELINE_UNGROUPED && row != NULL) + under;

  gtk_accessible_update_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", GTK_ACCESSIBLE_PROPERTY_LEVEL, level, -1);
  gtk_accessible_update_state (button, GTK_ACCESSIBLE_STATE_SELECTED,
                               row != NULL && !under && g_strcmp0 (row->alliance, self->root) == 0, -1);
  gtk_accessible_update_relation (button, GTK_ACCESSIBLE_RELATION_POS_IN_SET, position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) self->lines->len, -1);
  if (foed_timeline_can_open (line))
    gtk_accessible_update_state (button, GTK_ACCESSIBLE_STATE_EXPANDED, line->open, -1);
  else
    gtk_accessible_reset_state (button, GTK_ACCESSIBLE_STATE_EXPANDED);
}

/* Lets @handle stand for a line, or for a mark in it; a line of -1 is none. */
static void
give (ExplorerTimelineArea   *self,
      ExplorerTimelineHandle *handle,
      int                     position,
      int                     mark)
{
  const FoedTimelineLine *line = explorer_timeline_area_get_line (self, position);

  handle->line = line != NULL ? position : -1;
  if (line != NULL && mark >= 0)
    {
      g_autofree char *label = foed_timeline_describe_mark (&line->row->marks[mark]);

      handle->mark = mark;
      gtk_accessible_update_property (GTK_ACCESSIBLE (handle->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  else if (line != NULL)
    describe_line (self, GTK_ACCESSIBLE (handle->button), position);
  gtk_widget_set_child_visible (handle->button, line != NULL);
  gtk_widget_set_visible (handle->button, line != NULL);
}

/* What is to have a button: for each line the line itself, and in one of them the marks. */
static GArray *
list_wanted (ExplorerTimelineArea *self)
{
  GArray *wanted = g_array_new (FALSE, FALSE, sizeof (ExplorerTimelineHandle));
  const FoedTimelineLine *current = explorer_timeline_area_get_line (self, self->current);
  guint first;
  guint n_visible;

  foed_timeline_get_visible_lines (self->lines, &self->frame, &first, &n_visible);
  for (guint i = first; i < first + n_visible; i++)
    {
      const ExplorerTimelineHandle handle = { NULL, (int) i, -1 };

      g_array_append_val (wanted, handle);
    }
  if (current == NULL)
    return wanted;
  if (self->current < (int) first || self->current >= (int) (first + n_visible))
    {
      const ExplorerTimelineHandle handle = { NULL, self->current, -1 };

      g_array_append_val (wanted, handle);
    }
  for (guint i = 0; current->row != NULL && i < current->row->n_marks; i++)
    {
      const ExplorerTimelineHandle handle = { NULL, self->current, (int) i };

      g_array_append_val (wanted, handle);
    }
  return wanted;
}

static ExplorerTimelineHandle *
get_free_handle (ExplorerTimelineArea *self,
                 GHashTable           *taken,
                 gboolean              of_mark)
{
  for (guint i = 0; i < self->handles->len; i++)
    {
      ExplorerTimelineHandle *handle = get_handle (self, i);

      if ((handle->mark >= 0) == of_mark && !g_hash_table_contains (taken, handle))
        return handle;
    }
  return make_handle (self, of_mark);
}

/* Deals the buttons out anew. What is still wanted keeps its button, so that the keyboard stays where it is. */
static void
deal (ExplorerTimelineArea *self)
{
  g_autoptr(GArray) wanted = list_wanted (self);
  g_autoptr(GHashTable) taken = g_hash_table_new (NULL, NULL);
  gboolean lost = FALSE;

  for (guint i = 0; i < wanted->len; i++)
    {
      ExplorerTimelineHandle *want = &g_array_index (wanted, ExplorerTimelineHandle, i);
      ExplorerTimelineHandle *handle = find_handle (self, want->line, want->mark);

      if (handle == NULL)
        continue;
      g_hash_table_add (taken, handle);
      give (self, handle, want->line, want->mark);
      want->line = -1;
    }
  for (guint i = 0; i < wanted->len; i++)
    {
      const ExplorerTimelineHandle *want = &g_array_index (wanted, ExplorerTimelineHandle, i);
      ExplorerTimelineHandle *handle;

      if (want->line < 0)
        continue;
      handle = get_free_handle (self, taken, want->mark >= 0);
      g_hash_table_add (taken, handle);
      give (self, handle, want->line, want->mark);
    }
  for (guint i = 0; i < self->handles->len; i++)
    {
      ExplorerTimelineHandle *handle = get_handle (self, i);

      if (g_hash_table_contains (taken, handle))
        continue;
      lost |= gtk_widget_has_focus (handle->button);
      if (handle->line >= 0)
        give (self, handle, -1, -1);
    }
  if (lost)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  explorer_timeline_area_place_handles (self);
}

static gboolean
settle_cb (gpointer user_data)
{
  ExplorerTimelineArea *self = user_data;

  self->handles_timeout = 0;
  deal (self);
  return G_SOURCE_REMOVE;
}

void
explorer_timeline_area_clear_handles (ExplorerTimelineArea *self)
{
  g_clear_handle_id (&self->handles_timeout, g_source_remove);
  for (guint i = 0; i < self->handles->len; i++)
    gtk_widget_unparent (get_handle (self, i)->button);
  g_ptr_array_set_size (self->handles, 0);
}

/* Deals the buttons out anew once what is shown has come to rest. */
void
explorer_timeline_area_queue_handles (ExplorerTimelineArea *self)
{
  if (self->handles_timeout == 0)
    self->handles_timeout = g_timeout_add (SETTLE_MILLISECONDS, settle_cb, self);
}

/* Lets go of the buttons when lines have changed, but for the one that has the keyboard if its line is still there. */
void
explorer_timeline_area_forget_handles (ExplorerTimelineArea *self)
{
  const FoedTimelineLine *current = explorer_timeline_area_get_line (self, self->current);
  gboolean lost = FALSE;

  if (current == NULL || current->row == NULL || self->current_mark >= (int) current->row->n_marks)
    self->current_mark = -1;
  for (guint i = 0; i < self->handles->len; i++)
    {
      ExplorerTimelineHandle *handle = get_handle (self, i);
      gboolean focused = gtk_widget_has_focus (handle->button);

      if (focused && current != NULL && (handle->mark >= 0) == (self->current_mark >= 0))
        give (self, handle, self->current, self->current_mark);
      else if (handle->line >= 0)
        {
          give (self, handle, -1, -1);
          lost |= focused;
        }
    }
  if (lost)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* Puts each button where its line or mark is. */
void
explorer_timeline_area_place_handles (ExplorerTimelineArea *self)
{
  const FoedTimelineFrame *frame = &self->frame;

  for (guint i = 0; i < self->handles->len; i++)
    {
      const ExplorerTimelineHandle *handle = get_handle (self, i);
      const FoedTimelineLine *line = explorer_timeline_area_get_line (self, handle->line);
      GtkAllocation box = { 0, (int) (frame->axis + handle->line * frame->pitch - frame->scroll), (int) frame->width,
                            (int) frame->pitch };

      if (line == NULL)
        continue;
      if (handle->mark >= 0 && (line->row == NULL || handle->mark >= (int) line->row->n_marks))
        continue;
      if (handle->mark >= 0)
        {
          const FoedTimelineMark *mark = &line->row->marks[handle->mark];
          FoedDay middle = mark->first_day + (mark->last_day - mark->first_day) / 2;

          box.width = (int) (frame->pitch * 0.7);
          box.x = (int) foed_timeline_frame_get_x (frame, middle) - box.width / 2;
        }
      gtk_widget_measure (handle->button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (handle->button, &box, -1);
    }
}

/* Moves what is shown as little as it takes to see a line, or a mark in it, well. */
static void
bring_in (ExplorerTimelineArea *self,
          int                   position,
          int                   mark)
{
  const FoedTimelineFrame *frame = &self->frame;
  const FoedTimelineLine *line = explorer_timeline_area_get_line (self, position);
  double page = frame->height - frame->axis;
  double top = position * frame->pitch;
  double scroll = CLAMP (frame->scroll, top + frame->pitch - page, top);
  double offset = frame->scale.offset;

  if (mark >= 0)
    {
      const FoedTimelineMark *stood_for = &line->row->marks[mark];
      FoedDay middle = stood_for->first_day + (stood_for->last_day - stood_for->first_day) / 2;
      double x = foed_time_scale_get_x (&frame->scale, middle) + offset;

      offset = CLAMP (offset, x + EDGE - frame->scale.width, MAX (x - EDGE, x + EDGE - frame->scale.width));
    }
  if (scroll != frame->scroll || offset != frame->scale.offset)
    explorer_timeline_area_move (self, offset, scroll);
}

/* Gives the keyboard to a line, or to a mark in it. */
void
explorer_timeline_area_focus (ExplorerTimelineArea *self,
                              int                   line,
                              int                   mark)
{
  ExplorerTimelineHandle *handle;

  if (explorer_timeline_area_get_line (self, line) == NULL)
    return;
  self->current = line;
  self->current_mark = mark;
  bring_in (self, line, mark);
  deal (self);
  handle = find_handle (self, line, mark);
  if (handle != NULL)
    gtk_widget_grab_focus (handle->button);
}

/* Tab comes in to the line where the keyboard was last, or to what is selected, and goes out again: the area is one
 * stop among others, as a list is. */
gboolean
explorer_timeline_area_move_focus (GtkWidget        *widget,
                                   GtkDirectionType  direction)
{
  ExplorerTimelineArea *self = EXPLORER_TIMELINE_AREA (widget);
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL || gtk_widget_has_focus (widget);
  int line = self->current >= 0 ? self->current : explorer_timeline_area_find_root (self);

  if (inside)
    return FALSE;
  if (self->lines->len == 0)
    return gtk_widget_grab_focus (widget);
  explorer_timeline_area_focus (self, MAX (line, 0), -1);
  return TRUE;
}
