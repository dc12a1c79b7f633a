/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-timeline-area"

#include "config.h"

#include "explorer-timeline-area-private.h"

/* Which lines there are and in what order, and how much time. */

/* The line of the same row, whichever timeline it came from; -1 where there is none. */
static int
find_line (ExplorerTimelineArea  *self,
           const FoedTimelineRow *row)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const FoedTimelineRow *other = g_array_index (self->lines, FoedTimelineLine, i).row;

      if (other != NULL && other->kind == row->kind && other->alliance == row->alliance && other->state == row->state &&
          (row->kind != FOED_RECORD_OBLIGATION || other->term == row->term))
        return (int) i;
    }
  return -1;
}

/* The line that stays where it is when the lines change: where the keyboard is, else the first that is seen. */
static int
get_anchor (ExplorerTimelineArea *self)
{
  guint first;
  guint n_visible;

  foed_timeline_get_visible_lines (self->lines, &self->frame, &first, &n_visible);
  if (self->current >= (int) first && self->current < (int) (first + n_visible))
    return self->current;
  for (guint i = first; i < first + n_visible; i++)
    {
      if (g_array_index (self->lines, FoedTimelineLine, i).row != NULL)
        return (int) i;
    }
  return -1;
}

/* Lays the lines out anew and keeps what is looked at in its place. @before keeps the rows of the lines alive. */
static void
lay_out (ExplorerTimelineArea *self)
{
  g_autoptr(GArray) before = g_steal_pointer (&self->lines);
  const FoedTimelineRow *anchor_row = NULL;
  const FoedTimelineRow *current_row = NULL;
  double y = 0;
  int anchor;

  self->lines = before;
  anchor = get_anchor (self);
  if (anchor >= 0)
    {
      anchor_row = g_array_index (before, FoedTimelineLine, anchor).row;
      y = anchor * self->frame.pitch - self->frame.scroll;
    }
  if (self->current >= 0 && self->current < (int) before->len)
    current_row = g_array_index (before, FoedTimelineLine, self->current).row;
  self->lines = self->timeline != NULL
                  ? foed_timeline_list_lines (self->timeline, self->grouping, self->order, self->open)
                  : g_array_new (FALSE, FALSE, sizeof (FoedTimelineLine));
  anchor = anchor_row != NULL ? find_line (self, anchor_row) : -1;
  if (anchor >= 0)
    self->frame.scroll = anchor * self->frame.pitch - y;
  self->current = current_row != NULL ? find_line (self, current_row) : -1;
  self->look.hovered = -1;
  explorer_timeline_area_forget_handles (self);
  explorer_timeline_area_note_move (self);
}

/* Opens a row that is closed, and closes one that is open. */
void
explorer_timeline_area_toggle (ExplorerTimelineArea *self,
                               int                   line)
{
  const FoedTimelineLine *toggled = explorer_timeline_area_get_line (self, line);

  if (toggled == NULL || !foed_timeline_can_open (toggled))
    return;
  if (!g_hash_table_add (self->open, (gpointer) toggled->row->alliance))
    g_hash_table_remove (self->open, toggled->row->alliance);
  lay_out (self);
}

/* The line of the selected alliance, or -1. */
int
explorer_timeline_area_find_root (ExplorerTimelineArea *self)
{
  for (guint i = 0; self->root != NULL && i < self->lines->len; i++)
    {
      const FoedTimelineRow *row = g_array_index (self->lines, FoedTimelineLine, i).row;

      if (row != NULL && g_str_equal (row->alliance, self->root))
        return (int) i;
    }
  return -1;
}

/* Brings the selected alliance into sight, as far as it has to move. */
void
explorer_timeline_area_reveal_root (ExplorerTimelineArea *self)
{
  double page = explorer_timeline_area_get_page (self);
  int line = explorer_timeline_area_find_root (self);
  double top = line * self->frame.pitch;

  if (line >= 0 && (top < self->frame.scroll || top + self->frame.pitch > self->frame.scroll + page))
    explorer_timeline_area_move (self, self->frame.scale.offset, MAX (top - page / 3, 0));
}

/* The time that can be shown only grows as long as there is a timeline, so that nothing jumps when a filter changes. */
static void
take_time (ExplorerTimelineArea *self,
           gboolean              anew)
{
  FoedDay first;
  FoedDay last;

  if (!foed_timeline_get_time (self->timeline, &first, &last))
    return;
  if (!anew)
    {
      first = MIN (first, self->frame.scale.first_day);
      last = MAX (last, self->frame.scale.last_day);
    }
  foed_time_scale_set_time (&self->frame.scale, first, last);
  if (self->fitted)
    foed_time_scale_fit (&self->frame.scale);
}

/**
 * explorer_timeline_area_set_timeline:
 * @self: an area
 * @timeline: (nullable): another timeline
 *
 * Shows another timeline. Rows that stay are kept in their place.
 */
void
explorer_timeline_area_set_timeline (ExplorerTimelineArea *self,
                                     FoedTimeline         *timeline)
{
  g_autoptr(FoedTimeline) before = NULL;

  g_return_if_fail (EXPLORER_IS_TIMELINE_AREA (self));

  if (self->timeline == timeline)
    return;
  before = g_steal_pointer (&self->timeline);
  self->timeline = timeline != NULL ? foed_timeline_ref (timeline) : NULL;
  if (timeline != NULL)
    take_time (self, before == NULL);
  else
    g_hash_table_remove_all (self->open);
  g_clear_pointer (&self->items, g_array_unref);
  lay_out (self);
  if (before == NULL)
    explorer_timeline_area_reveal_root (self);
}

/**
 * explorer_timeline_area_arrange:
 * @self: an area
 * @grouping: how alliances are put together
 * @order: in what order
 *
 * Arranges the rows anew, and begins at the top, or where the selected alliance is.
 */
void
explorer_timeline_area_arrange (ExplorerTimelineArea *self,
                                FoedTimelineGrouping  grouping,
                                FoedTimelineOrder     order)
{
  g_return_if_fail (EXPLORER_IS_TIMELINE_AREA (self));

  if (self->grouping == grouping && self->order == order)
    return;
  self->grouping = grouping;
  self->order = order;
  lay_out (self);
  explorer_timeline_area_move (self, self->frame.scale.offset, 0);
  explorer_timeline_area_reveal_root (self);
}

/**
 * explorer_timeline_area_fit:
 * @self: an area
 *
 * Shows the whole time of what there is now.
 */
void
explorer_timeline_area_fit (ExplorerTimelineArea *self)
{
  g_return_if_fail (EXPLORER_IS_TIMELINE_AREA (self));

  self->fitted = TRUE;
  if (self->timeline != NULL)
    take_time (self, TRUE);
  explorer_timeline_area_note_move (self);
}

/**
 * explorer_timeline_area_set_all_open:
 * @self: an area
 * @open: whether to open all alliances, or to close them
 */
void
explorer_timeline_area_set_all_open (ExplorerTimelineArea *self,
                                     gboolean              open)
{
  g_return_if_fail (EXPLORER_IS_TIMELINE_AREA (self));

  g_hash_table_remove_all (self->open);
  for (guint i = 0; open && i < self->lines->len; i++)
    {
      const FoedTimelineRow *row = g_array_index (self->lines, FoedTimelineLine, i).row;

      if (row != NULL)
        g_hash_table_add (self->open, (gpointer) row->alliance);
    }
  lay_out (self);
}

/**
 * explorer_timeline_area_get_subject:
 * @self: an area with a timeline
 * @subject: (out): what it shows, as long as nothing changes: all lines, and so much time as can be seen
 */
void
explorer_timeline_area_get_subject (ExplorerTimelineArea *self,
                                    FoedTimelineSubject  *subject)
{
  const FoedTimeScale *scale;

  g_return_if_fail (EXPLORER_IS_TIMELINE_AREA (self));
  g_return_if_fail (self->timeline != NULL);
  g_return_if_fail (subject != NULL);

  scale = &self->frame.scale;
  *subject = (FoedTimelineSubject) {
    .timeline = self->timeline,
    .grouping = self->grouping,
    .order = self->order,
    .open = self->open,
    .first_day = foed_time_scale_get_day (scale, 0),
    .last_day = foed_time_scale_get_day (scale, scale->width),
    .selected = self->selected,
    .root = self->root,
  };
}
