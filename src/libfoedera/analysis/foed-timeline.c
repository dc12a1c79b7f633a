/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-timeline"

#include "config.h"

#include "foed-timeline.h"
#include "model/foed-span.h"

struct _FoedTimeline
{
  GArray       *rows;        /* FoedTimelineRow */
  GStringChunk *words;
  guint         n_alliances;
};

G_DEFINE_BOXED_TYPE (FoedTimeline, foed_timeline, foed_timeline_ref, foed_timeline_unref)

/* A row that is being put together. */
typedef struct
{
  FoedTimelineRow  row;
  GArray          *bars;
  GArray          *marks;
  guint            order;
} Draft;

/* The rows of one alliance. */
typedef struct
{
  FoedTimeline *timeline;
  Draft        *alliance;
  GPtrArray    *obligations;
  GPtrArray    *parties;
} Sheet;

typedef struct
{
  const char           *nick;
  FoedTimelineMarkKind  kind;
} MarkInfo;

/* What the kinds of events are on a timeline; all others are of note, and no more. */
static const MarkInfo mark_infos[] = {
  { "signed", FOED_TIMELINE_SIGNATURE },    { "amended", FOED_TIMELINE_AMENDMENT },
  { "renewed", FOED_TIMELINE_AMENDMENT },   { "extended", FOED_TIMELINE_EXTENSION },
  { "invoked", FOED_TIMELINE_INVOCATION },  { "consulted", FOED_TIMELINE_INVOCATION },
  { "honoured", FOED_TIMELINE_INVOCATION }, { "refused", FOED_TIMELINE_BREACH },
  { "violated", FOED_TIMELINE_BREACH },
};

static FoedTimelineMarkKind
get_mark_kind (const FoedTerm *event)
{
  for (guint i = 0; event != NULL && i < G_N_ELEMENTS (mark_infos); i++)
    {
      if (g_str_equal (mark_infos[i].nick, event->nick))
        return mark_infos[i].kind;
    }
  return FOED_TIMELINE_OTHER;
}

static Draft *
draft_new (FoedRecordKind  kind,
           const char     *alliance,
           guint           order)
{
  Draft *draft = g_new0 (Draft, 1);

  draft->row.kind = kind;
  draft->row.alliance = alliance;
  draft->bars = g_array_new (FALSE, FALSE, sizeof (FoedTimelineBar));
  draft->marks = g_array_new (FALSE, FALSE, sizeof (FoedTimelineMark));
  draft->order = order;
  return draft;
}

static void
draft_free (Draft *draft)
{
  g_clear_pointer (&draft->bars, g_array_unref);
  g_clear_pointer (&draft->marks, g_array_unref);
  g_free (draft);
}

static const char *
keep (FoedTimeline *self,
      const char   *word)
{
  return word != NULL ? g_string_chunk_insert_const (self->words, word) : NULL;
}

static void
add_bar (FoedTimeline         *self,
         Draft                *draft,
         const FoedOccurrence *occurrence)
{
  const FoedTimelineBar bar = {
    .record = occurrence->record,
    .kind = occurrence->kind,
    .term = occurrence->kind == FOED_RECORD_ALLIANCE ? NULL : occurrence->term,
    .begin = keep (self, occurrence->begin),
    .end = keep (self, occurrence->end),
    .first_day = occurrence->first_day,
    .last_day = occurrence->last_day,
    .certain_first_day = occurrence->certain_first_day,
    .certain_last_day = occurrence->certain_last_day,
  };

  if (occurrence->first_day <= occurrence->last_day)
    g_array_append_val (draft->bars, bar);
}

/* What is told twice, by an event and by its instrument, is marked once. */
static gboolean
is_marked (Draft                  *draft,
           const FoedTimelineMark *mark)
{
  for (guint i = 0; i < draft->marks->len; i++)
    {
      const FoedTimelineMark *other = &g_array_index (draft->marks, FoedTimelineMark, i);

      if (other->kind == mark->kind && other->first_day == mark->first_day && other->last_day == mark->last_day)
        return TRUE;
    }
  return FALSE;
}

static void
add_mark (FoedTimeline         *self,
          Draft                *draft,
          const FoedOccurrence *occurrence)
{
  g_autoptr(FoedDate) date = occurrence->begin != NULL ? foed_date_parse (occurrence->begin, NULL) : NULL;
  gboolean instrument = occurrence->kind == FOED_RECORD_INSTRUMENT;
  FoedTimelineMark mark = {
    .record = occurrence->record,
    .kind = !instrument          ? get_mark_kind (occurrence->term)
            : occurrence->amends ? FOED_TIMELINE_AMENDMENT
                                 : FOED_TIMELINE_SIGNATURE,
    .term = instrument ? NULL : occurrence->term,
    .threat = occurrence->threat,
    .title = keep (self, occurrence->title),
    .date = keep (self, occurrence->begin),
  };

  if (date == NULL)
    return;
  mark.first_day = foed_date_get_first_day (date);
  mark.last_day = foed_date_get_last_day (date);
  if (!instrument || !is_marked (draft, &mark))
    g_array_append_val (draft->marks, mark);
}

static Draft *
get_obligations (Sheet                *sheet,
                 const FoedOccurrence *occurrence)
{
  Draft *draft;

  for (guint i = 0; i < sheet->obligations->len; i++)
    {
      draft = g_ptr_array_index (sheet->obligations, i);
      if (draft->row.term == occurrence->term)
        return draft;
    }
  draft = draft_new (FOED_RECORD_OBLIGATION, occurrence->alliance,
                     (guint) foed_vocabulary_get_position (FOED_VOCABULARY_OBLIGATION_KIND, occurrence->term));
  draft->row.term = occurrence->term;
  draft->row.title = foed_term_get_label (occurrence->term);
  g_ptr_array_add (sheet->obligations, draft);
  return draft;
}

static Draft *
find_party (Sheet      *sheet,
            const char *state)
{
  for (guint i = 0; i < sheet->parties->len; i++)
    {
      Draft *draft = g_ptr_array_index (sheet->parties, i);

      if (draft->row.state == state)
        return draft;
    }
  return NULL;
}

static Draft *
get_party (Sheet                *sheet,
           const FoedOccurrence *occurrence)
{
  Draft *draft = find_party (sheet, occurrence->state);

  if (draft != NULL)
    return draft;
  draft = draft_new (FOED_RECORD_PARTY, occurrence->alliance, sheet->parties->len);
  draft->row.state = occurrence->state;
  draft->row.title = keep (sheet->timeline, occurrence->title != NULL ? occurrence->title : occurrence->state);
  g_ptr_array_add (sheet->parties, draft);
  return draft;
}

/* What is said of a state that was never in it is left to the alliance. */
static void
take_of_state (Sheet                *sheet,
               const FoedOccurrence *occurrence)
{
  Draft *party = find_party (sheet, occurrence->state);

  if (party == NULL)
    return;
  if (occurrence->kind == FOED_RECORD_EVENT)
    add_mark (sheet->timeline, party, occurrence);
  else
    add_bar (sheet->timeline, party, occurrence);
}

static void
take (Sheet                *sheet,
      const FoedOccurrence *occurrence)
{
  switch ((guint) occurrence->kind)
    {
    case FOED_RECORD_ALLIANCE:
      sheet->alliance->row.title = keep (sheet->timeline, occurrence->title);
      sheet->alliance->row.short_title = keep (sheet->timeline, occurrence->short_title);
      sheet->alliance->row.term = occurrence->term;
      add_bar (sheet->timeline, sheet->alliance, occurrence);
      break;
    case FOED_RECORD_OBLIGATION:
      if (occurrence->term != NULL)
        add_bar (sheet->timeline, get_obligations (sheet, occurrence), occurrence);
      break;
    case FOED_RECORD_PARTY:
      add_bar (sheet->timeline, get_party (sheet, occurrence), occurrence);
      break;
    case FOED_RECORD_EVENT:
      if (occurrence->state == NULL)
        add_mark (sheet->timeline, sheet->alliance, occurrence);
      break;
    default:
      break;
    }
}

/* Instruments come after events, which tell more of the same; and what is said of states after the states. */
static void
take_rest (Sheet                *sheet,
           const FoedOccurrence *occurrence)
{
  if (occurrence->kind == FOED_RECORD_INSTRUMENT)
    add_mark (sheet->timeline, sheet->alliance, occurrence);
  else if (occurrence->state != NULL && occurrence->kind != FOED_RECORD_PARTY)
    take_of_state (sheet, occurrence);
}

static int
compare_bars (const FoedTimelineBar *a,
              const FoedTimelineBar *b)
{
  if (a->first_day != b->first_day)
    return a->first_day < b->first_day ? -1 : 1;
  if (a->last_day != b->last_day)
    return a->last_day < b->last_day ? -1 : 1;
  return g_strcmp0 (a->record, b->record);
}

static int
compare_marks (const FoedTimelineMark *a,
               const FoedTimelineMark *b)
{
  if (a->first_day != b->first_day)
    return a->first_day < b->first_day ? -1 : 1;
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  return g_strcmp0 (a->record, b->record);
}

/* Obligations of one kind that overlap or follow each other become one bar. */
static void
merge_bars (GArray *bars)
{
  guint n_kept = 0;

  for (guint i = 0; i < bars->len; i++)
    {
      FoedTimelineBar bar = g_array_index (bars, FoedTimelineBar, i);
      FoedTimelineBar *last = n_kept > 0 ? &g_array_index (bars, FoedTimelineBar, n_kept - 1) : NULL;

      if (last == NULL || (last->last_day != FOED_DAY_LAST && last->last_day + 1 < bar.first_day))
        {
          g_array_index (bars, FoedTimelineBar, n_kept++) = bar;
          continue;
        }
      if (bar.last_day > last->last_day)
        {
          last->last_day = bar.last_day;
          last->end = bar.end;
        }
      last->certain_first_day = MIN (last->certain_first_day, bar.certain_first_day);
      last->certain_last_day = MAX (last->certain_last_day, bar.certain_last_day);
    }
  g_array_set_size (bars, n_kept);
}

static int
compare_drafts (Draft **a,
                Draft **b)
{
  return (*a)->order < (*b)->order ? -1 : (*a)->order > (*b)->order;
}

/* The state that came first stands first; of those that came together the one that the document names first. */
static int
compare_parties (Draft **a,
                 Draft **b)
{
  const GArray *bars_a = (*a)->bars;
  const GArray *bars_b = (*b)->bars;
  FoedDay first_a = bars_a->len > 0 ? g_array_index (bars_a, FoedTimelineBar, 0).first_day : FOED_DAY_LAST;
  FoedDay first_b = bars_b->len > 0 ? g_array_index (bars_b, FoedTimelineBar, 0).first_day : FOED_DAY_LAST;

  if (first_a != first_b)
    return first_a < first_b ? -1 : 1;
  return compare_drafts (a, b);
}

static void
finish_row (Sheet *sheet,
            Draft *draft)
{
  FoedTimelineRow row = draft->row;

  g_array_sort (draft->marks, (GCompareFunc) compare_marks);
  row.n_bars = draft->bars->len;
  row.bars = g_memdup2 (draft->bars->data, draft->bars->len * sizeof (FoedTimelineBar));
  row.n_marks = draft->marks->len;
  row.marks = g_memdup2 (draft->marks->data, draft->marks->len * sizeof (FoedTimelineMark));
  if (row.title == NULL)
    row.title = row.alliance;
  g_array_append_val (sheet->timeline->rows, row);
}

static gboolean
is_member (Draft *party)
{
  for (guint i = 0; i < party->bars->len; i++)
    {
      const FoedTimelineBar *bar = &g_array_index (party->bars, FoedTimelineBar, i);

      if (bar->kind == FOED_RECORD_PARTY && (bar->term == NULL || !g_str_equal (bar->term->nick, "observer")))
        return TRUE;
    }
  return FALSE;
}

static void
sort_bars (gpointer data,
           gpointer user_data)
{
  g_array_sort (((Draft *) data)->bars, (GCompareFunc) compare_bars);
}

static void
finish (Sheet *sheet)
{
  FoedTimelineRow *row = &sheet->alliance->row;

  g_ptr_array_foreach (sheet->obligations, sort_bars, NULL);
  g_ptr_array_foreach (sheet->parties, sort_bars, NULL);
  g_ptr_array_sort (sheet->obligations, (GCompareFunc) compare_drafts);
  g_ptr_array_sort (sheet->parties, (GCompareFunc) compare_parties);
  row->n_obligations = sheet->obligations->len;
  row->n_parties = sheet->parties->len;
  for (guint i = 0; i < sheet->parties->len; i++)
    row->n_members += is_member (g_ptr_array_index (sheet->parties, i));
  finish_row (sheet, sheet->alliance);
  for (guint i = 0; i < sheet->obligations->len; i++)
    {
      Draft *draft = g_ptr_array_index (sheet->obligations, i);

      merge_bars (draft->bars);
      finish_row (sheet, draft);
    }
  for (guint i = 0; i < sheet->parties->len; i++)
    finish_row (sheet, g_ptr_array_index (sheet->parties, i));
}

/* Makes the rows of the alliance that @occurrences are of. */
static void
add_alliance (FoedTimeline         *self,
              const FoedOccurrence *occurrences,
              guint                 n_occurrences)
{
  Sheet sheet = {
    .timeline = self,
    .alliance = draft_new (FOED_RECORD_ALLIANCE, occurrences[0].alliance, 0),
    .obligations = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_free),
    .parties = g_ptr_array_new_with_free_func ((GDestroyNotify) draft_free),
  };

  for (guint i = 0; i < n_occurrences; i++)
    take (&sheet, &occurrences[i]);
  for (guint i = 0; i < n_occurrences; i++)
    take_rest (&sheet, &occurrences[i]);
  finish (&sheet);
  self->n_alliances++;
  draft_free (sheet.alliance);
  g_ptr_array_unref (sheet.obligations);
  g_ptr_array_unref (sheet.parties);
}

static void
row_clear (FoedTimelineRow *row)
{
  g_clear_pointer (&row->bars, g_free);
  g_clear_pointer (&row->marks, g_free);
}

static void
foed_timeline_clear (FoedTimeline *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->words, g_string_chunk_free);
}

/**
 * foed_timeline_new:
 * @occurrences: (array length=n_occurrences): what happens in alliances, alliance by alliance
 * @n_occurrences: how many
 *
 * Returns: (transfer full): a timeline of them, with the alliances in the order given
 */
FoedTimeline *
foed_timeline_new (const FoedOccurrence *occurrences,
                   guint                 n_occurrences)
{
  FoedTimeline *self;
  guint first = 0;

  g_return_val_if_fail (occurrences != NULL || n_occurrences == 0, NULL);

  self = g_atomic_rc_box_new0 (FoedTimeline);
  self->rows = g_array_new (FALSE, FALSE, sizeof (FoedTimelineRow));
  self->words = g_string_chunk_new (4096);
  g_array_set_clear_func (self->rows, (GDestroyNotify) row_clear);
  for (guint i = 1; i <= n_occurrences; i++)
    {
      if (i < n_occurrences && g_str_equal (occurrences[i].alliance, occurrences[first].alliance))
        continue;
      add_alliance (self, &occurrences[first], i - first);
      first = i;
    }
  return self;
}

FoedTimeline *
foed_timeline_ref (FoedTimeline *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
foed_timeline_unref (FoedTimeline *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) foed_timeline_clear);
}

/**
 * foed_timeline_get_rows:
 * @self: a timeline
 * @n_rows: (out): how many
 *
 * Returns: (transfer none) (array length=n_rows): the rows: each alliance is followed by the kinds of its obligations
 *   and then by the states in it
 */
const FoedTimelineRow *
foed_timeline_get_rows (FoedTimeline *self,
                        guint        *n_rows)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n_rows != NULL, NULL);

  *n_rows = self->rows->len;
  return (const FoedTimelineRow *) (gpointer) self->rows->data;
}

/**
 * foed_timeline_get_n_alliances:
 * @self: a timeline
 *
 * Returns: how many alliances it shows
 */
guint
foed_timeline_get_n_alliances (FoedTimeline *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_alliances;
}

static void
stretch (FoedSpan *span,
         FoedDay   day)
{
  if (day == FOED_DAY_FIRST || day == FOED_DAY_LAST)
    return;
  span->first = MIN (span->first, day);
  span->last = MAX (span->last, day);
}

/**
 * foed_timeline_get_extents:
 * @self: a timeline
 * @present: what is open reaches to this day at least
 * @first_day: (out): the first day on which there is something
 * @last_day: (out): the last
 *
 * Returns: whether there is anything that has a date
 */
gboolean
foed_timeline_get_extents (FoedTimeline *self,
                           FoedDay       present,
                           FoedDay      *first_day,
                           FoedDay      *last_day)
{
  FoedSpan span = FOED_SPAN_NEVER;
  gboolean open = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (first_day != NULL && last_day != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const FoedTimelineRow *row = &g_array_index (self->rows, FoedTimelineRow, i);

      for (guint j = 0; j < row->n_bars; j++)
        {
          stretch (&span, row->bars[j].first_day);
          stretch (&span, row->bars[j].last_day);
          open |= row->bars[j].last_day == FOED_DAY_LAST;
        }
      for (guint j = 0; j < row->n_marks; j++)
        {
          stretch (&span, row->marks[j].first_day);
          stretch (&span, row->marks[j].last_day);
        }
    }
  if (open)
    stretch (&span, present);
  *first_day = span.first;
  *last_day = span.last;
  return !foed_span_is_empty (span);
}
