/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-timeline-words"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-timeline-words.h"

/* What a timeline shows, in words: for hints, and for those who can't see it. */

static char *
format_date (const char *spelling)
{
  g_autoptr(FoedDate) date = spelling != NULL ? foed_date_parse (spelling, NULL) : NULL;

  return date != NULL ? foed_date_format (date) : NULL;
}

/* Its own dates as the source spells them; what it has from the alliance around it as days. */
static char *
format_end (const char *spelling,
            FoedDay     day)
{
  g_autoptr(FoedDate) date = NULL;

  if (spelling != NULL)
    return format_date (spelling);
  if (day == FOED_DAY_FIRST || day == FOED_DAY_LAST)
    return NULL;
  date = foed_date_new_for_day (day);
  return foed_date_format (date);
}

static char *
format_period (const FoedTimelineBar *bar)
{
  g_autofree char *begin = format_end (bar->begin, bar->first_day);
  g_autofree char *end = bar->last_day == FOED_DAY_LAST ? NULL : format_end (bar->end, bar->last_day);

  if (begin != NULL && end != NULL)
    /* Translators: from one date to another. */
    return g_strdup_printf (C_("period", "%s – %s"), begin, end);
  if (begin != NULL)
    return g_strdup_printf (C_("period", "since %s"), begin);
  if (end != NULL)
    return g_strdup_printf (C_("period", "until %s"), end);
  return g_strdup (C_("period", "at any time"));
}

/**
 * foed_timeline_get_mark_label:
 * @kind: a kind of mark
 *
 * Returns: (transfer none): what it stands for
 */
const char *
foed_timeline_get_mark_label (FoedTimelineMarkKind kind)
{
  static const char * const labels[FOED_N_TIMELINE_MARK_KINDS] = {
    [FOED_TIMELINE_SIGNATURE] = NC_("mark", "Signed"),
    [FOED_TIMELINE_AMENDMENT] = NC_("mark", "Amended or renewed"),
    [FOED_TIMELINE_INVOCATION] = NC_("mark", "Invoked"),
    [FOED_TIMELINE_BREACH] = NC_("mark", "Broken"),
    [FOED_TIMELINE_EXTENSION] = NC_("mark", "Extended to a new threat"),
    [FOED_TIMELINE_OTHER] = NC_("mark", "Other event"),
  };

  g_return_val_if_fail (kind < FOED_N_TIMELINE_MARK_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "mark", labels[kind]);
}

/**
 * foed_timeline_describe_mark:
 * @mark: a mark
 *
 * Returns: (transfer full): when what happened, as what it counts, and to which threat it is about
 */
char *
foed_timeline_describe_mark (const FoedTimelineMark *mark)
{
  g_autofree char *date = NULL;
  g_autofree char *title = NULL;
  const char *label;

  g_return_val_if_fail (mark != NULL, NULL);

  date = format_date (mark->date);
  label = mark->term != NULL ? foed_term_get_label (mark->term) : foed_timeline_get_mark_label (mark->kind);
  if (mark->title == NULL)
    title = g_strdup (label);
  else
    /* Translators: the kind of an event and its title, as in "Invoked: Article 5 after the attacks". */
    title = g_strdup_printf (C_("event", "%s: %s"), label, mark->title);
  if (mark->threat != NULL)
    /* Translators: an event on a line with its date, and the threat it is about. */
    return g_strdup_printf (C_("event", "%s, %s (%s)"), date, title, foed_term_get_label (mark->threat));
  /* Translators: an event on a line with its date. */
  return g_strdup_printf (C_("event", "%s, %s"), date, title);
}

/**
 * foed_timeline_describe_bar:
 * @bar: a bar
 *
 * Returns: (transfer full): from when to when, and as what
 */
char *
foed_timeline_describe_bar (const FoedTimelineBar *bar)
{
  g_autofree char *period = NULL;

  g_return_val_if_fail (bar != NULL, NULL);

  period = format_period (bar);
  if (bar->kind == FOED_RECORD_SUSPENSION)
    return g_strdup_printf (C_("bar", "Suspended: %s"), period);
  if (bar->kind == FOED_RECORD_PARTY && bar->term != NULL)
    /* Translators: the role of a state in an alliance and from when to when. */
    return g_strdup_printf (C_("bar", "%s, %s"), foed_term_get_label (bar->term), period);
  return g_steal_pointer (&period);
}

static char *
join (GStrvBuilder *builder)
{
  g_auto(GStrv) words = g_strv_builder_end (builder);

  /* Translators: stands between parts of a description. */
  return g_strjoinv (C_("description", "; "), words);
}

static char *
list_obligations (const FoedTimelineRow *alliance)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) labels = NULL;

  for (guint i = 1; i <= alliance->n_obligations; i++)
    g_strv_builder_add (builder, alliance[i].title);
  labels = g_strv_builder_end (builder);
  return g_strjoinv (C_("list", ", "), labels);
}

/**
 * foed_timeline_describe_row:
 * @row: a row
 *
 * Returns: (transfer full): what lasts in it from when to when, and what there is in it besides
 */
char *
foed_timeline_describe_row (const FoedTimelineRow *row)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();

  g_return_val_if_fail (row != NULL, NULL);

  for (guint i = 0; i < row->n_bars; i++)
    {
      g_autofree char *bar = foed_timeline_describe_bar (&row->bars[i]);

      g_strv_builder_add (builder, bar);
    }
  if (row->kind == FOED_RECORD_ALLIANCE && row->n_bars == 0)
    g_strv_builder_add (builder, _("Never in force"));
  if (row->n_members > 0)
    {
      g_autofree char *members = g_strdup_printf (ngettext ("%u member in all", "%u members in all", row->n_members),
                                                  row->n_members);

      g_strv_builder_add (builder, members);
    }
  if (row->kind == FOED_RECORD_ALLIANCE && row->n_obligations > 0)
    {
      g_autofree char *obligations = list_obligations (row);

      g_strv_builder_add (builder, obligations);
    }
  if (row->n_marks > 0)
    {
      g_autofree char *marks = g_strdup_printf (ngettext ("%u event", "%u events", row->n_marks), row->n_marks);

      g_strv_builder_add (builder, marks);
    }
  return join (builder);
}

/**
 * foed_timeline_describe_group:
 * @line: the heading of a group
 *
 * Returns: (transfer full): what the group has in common and how many alliances there are in it
 */
char *
foed_timeline_describe_group (const FoedTimelineLine *line)
{
  g_return_val_if_fail (line != NULL && line->row == NULL, NULL);

  /* Translators: the heading of a group of alliances and how many there are in it. */
  return g_strdup_printf (C_("timeline", "%s (%u)"),
                          line->group != NULL ? foed_term_get_label (line->group) : C_("timeline", "Not known"),
                          line->n_alliances);
}
