/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoedSearchWords:
 * @beginning: what to look for, where the last word may be the beginning of one
 * @whole: (nullable): the same where it may not; %NULL where that makes no difference
 * @leaves_out: whether there are words that must not occur
 *
 * What the user typed, for FTS5. Nothing of it stands outside quotes.
 */
typedef struct
{
  char     *beginning;
  char     *whole;
  gboolean  leaves_out;
} FoedSearchWords;

gboolean foed_search_words_init  (FoedSearchWords  *self,
                                  const char       *text,
                                  GError          **error);
void     foed_search_words_clear (FoedSearchWords  *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoedSearchWords, foed_search_words_clear)

G_END_DECLS
