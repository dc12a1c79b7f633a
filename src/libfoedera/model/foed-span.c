/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-span"

#include "config.h"

#include "foed-span.h"

/* Whether @a ends on the day before @b begins, or later. */
static gboolean
reaches (FoedSpan a,
         FoedSpan b)
{
  return a.last == FOED_DAY_LAST || a.last + 1 >= b.first;
}

gboolean
foed_span_is_empty (FoedSpan span)
{
  return span.last < span.first;
}

FoedSpan
foed_span_intersect (FoedSpan a,
                     FoedSpan b)
{
  return (FoedSpan) { MAX (a.first, b.first), MIN (a.last, b.last) };
}

GArray *
foed_spans_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (FoedSpan));
}

/* Adds the days of @span; spans that come to touch become one. */
void
foed_spans_add (GArray   *spans,
                FoedSpan  span)
{
  guint position = 0;

  g_assert (spans != NULL);

  if (foed_span_is_empty (span))
    return;

  while (position < spans->len && !reaches (g_array_index (spans, FoedSpan, position), span))
    position++;

  while (position < spans->len && reaches (span, g_array_index (spans, FoedSpan, position)))
    {
      FoedSpan other = g_array_index (spans, FoedSpan, position);

      span = (FoedSpan) { MIN (span.first, other.first), MAX (span.last, other.last) };
      g_array_remove_index (spans, position);
    }

  g_array_insert_val (spans, position, span);
}

/* Takes the days of @span away. */
void
foed_spans_remove (GArray   *spans,
                   FoedSpan  span)
{
  g_assert (spans != NULL);

  if (foed_span_is_empty (span))
    return;

  for (guint i = spans->len; i-- > 0;)
    {
      FoedSpan whole = g_array_index (spans, FoedSpan, i);
      FoedSpan after = { span.last, whole.last };

      if (foed_span_is_empty (foed_span_intersect (whole, span)))
        continue;

      g_array_remove_index (spans, i);

      if (span.last < whole.last)
        {
          after.first = span.last + 1;
          g_array_insert_val (spans, i, after);
        }

      if (whole.first < span.first)
        {
          whole.last = span.first - 1;
          g_array_insert_val (spans, i, whole);
        }
    }
}

/* Returns: (transfer full): the days that are in both */
GArray *
foed_spans_intersect (const GArray *a,
                      const GArray *b)
{
  GArray *both = foed_spans_new ();
  guint i = 0;
  guint j = 0;

  g_assert (a != NULL);
  g_assert (b != NULL);

  while (i < a->len && j < b->len)
    {
      FoedSpan left = g_array_index (a, FoedSpan, i);
      FoedSpan right = g_array_index (b, FoedSpan, j);
      FoedSpan common = foed_span_intersect (left, right);

      if (!foed_span_is_empty (common))
        g_array_append_val (both, common);

      if (left.last < right.last)
        i++;
      else
        j++;
    }

  return both;
}
