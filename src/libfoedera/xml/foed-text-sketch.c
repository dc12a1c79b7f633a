/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-text-sketch"

#include "config.h"

#include <string.h>

#include "foed-text-sketch-private.h"

/* The resemblance of two texts is the share of the runs of words (shingles) that both have among all that either has. It
 * is estimated from the runs with the smallest hashes: A. Z. Broder, “On the resemblance and containment of documents”,
 * Compression and Complexity of Sequences, 1997. */

#define WORDS_OF_RUN 4
#define SIZE_OF_SAMPLE 256

/* Of a text with fewer runs, two words in common say nothing. */
#define FEWEST_RUNS 24

struct _FoedTextSketch
{
  /* Small to large, without repetitions. */
  guint64 sample[SIZE_OF_SAMPLE];
  guint   n_sampled;

  guint64 words[WORDS_OF_RUN];
  guint   n_words;
};

/* splitmix64 (S. Vigna): spreads what FNV-1a leaves close together. */
static guint64
spread (guint64 hash)
{
  hash ^= hash >> 30;
  hash *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  hash ^= hash >> 27;
  hash *= G_GUINT64_CONSTANT (0x94d049bb133111eb);

  return hash ^ (hash >> 31);
}

static void
add_run (FoedTextSketch *self,
         guint64         hash)
{
  guint low = 0, high = self->n_sampled;

  if (high == SIZE_OF_SAMPLE && hash >= self->sample[high - 1])
    return;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (self->sample[middle] < hash)
        low = middle + 1;
      else
        high = middle;
    }

  if (low < self->n_sampled && self->sample[low] == hash)
    return;

  if (self->n_sampled < SIZE_OF_SAMPLE)
    self->n_sampled++;

  memmove (&self->sample[low + 1], &self->sample[low], (self->n_sampled - 1 - low) * sizeof (guint64));
  self->sample[low] = hash;
}

static void
add_word (FoedTextSketch *self,
          guint64         word)
{
  guint64 run = 0;

  memmove (self->words, self->words + 1, sizeof (guint64) * (WORDS_OF_RUN - 1));
  self->words[WORDS_OF_RUN - 1] = word;

  if (++self->n_words < WORDS_OF_RUN)
    return;

  for (guint i = 0; i < WORDS_OF_RUN; i++)
    run = spread (run + self->words[i]);

  add_run (self, run);
}

/* Words are letters and digits, whatever their case; the long s is an s. */
static void
add_text (FoedTextSketch *self,
          const char     *text)
{
  const guint64 start = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  guint64 word = start;

  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar letter = *text & 0x80 ? g_utf8_get_char (text) : (guchar) *text;

      if (letter == 0x17f)
        letter = 's';

      if (letter < 0x80 ? g_ascii_isalnum ((char) letter) : g_unichar_isalnum (letter))
        {
          letter = letter < 0x80 ? (gunichar) g_ascii_tolower ((char) letter) : g_unichar_tolower (letter);
          word = (word ^ letter) * G_GUINT64_CONSTANT (0x100000001b3);
        }
      else if (word != start)
        {
          add_word (self, word);
          word = start;
        }
    }

  if (word != start)
    add_word (self, word);
}

static void
add_record (FoedTextSketch *self,
            FoedRecord     *record)
{
  if (foed_record_get_kind (record) == FOED_RECORD_TEXT)
    add_text (self, foed_record_get_text (record, FOED_FIELD_CONTENT));
  else if (foed_record_get_kind (record) == FOED_RECORD_CLAUSE)
    add_text (self, foed_record_get_text (record, FOED_FIELD_TITLE));

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    add_record (self, foed_record_get_child (record, i));
}

/* The wordings and headings of everything under @record. */
FoedTextSketch *
foed_text_sketch_new (FoedRecord *record)
{
  FoedTextSketch *self = g_new0 (FoedTextSketch, 1);

  add_record (self, record);

  return self;
}

void
foed_text_sketch_free (FoedTextSketch *self)
{
  g_free (self);
}

/* The resemblance, from 0 to 1; 0 also where there is too little to tell. */
double
foed_text_sketch_compare (const FoedTextSketch *a,
                          const FoedTextSketch *b)
{
  guint i = 0, j = 0, n_all = 0, n_common = 0;

  if (MIN (a->n_sampled, b->n_sampled) < FEWEST_RUNS)
    return 0;

  while (n_all < SIZE_OF_SAMPLE && i < a->n_sampled && j < b->n_sampled)
    {
      n_common += a->sample[i] == b->sample[j];
      n_all++;

      if (a->sample[i] == b->sample[j])
        {
          i++;
          j++;
        }
      else if (a->sample[i] < b->sample[j])
        {
          i++;
        }
      else
        {
          j++;
        }
    }

  n_all += MIN (SIZE_OF_SAMPLE - n_all, (a->n_sampled - i) + (b->n_sampled - j));

  return (double) n_common / n_all;
}
