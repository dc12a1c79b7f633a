/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-document-index"

#include "config.h"

#include <string.h>

#include "foed-document-index-private.h"
#include "foed-import-choice-private.h"
#include "foed-text-sketch-private.h"
#include "store/foed-listing.h"

/* Words are only compared of documents whose titles share half of their words or that were signed on the same day: those
 * of the library are read for it, at most once each. */

/* From here on, two texts are nearly the same: editions that differ in spelling, not treaties on one model. */
#define LEAST_RESEMBLANCE 0.6
#define LEAST_TITLE_IN_COMMON 0.5

/* Before a day of signature, where an identifier has its scheme. */
#define SIGNED "signed:"

#define PAGE_SIZE 512

typedef struct
{
  char           *id;
  char           *title;
  char           *hash;
  char           *signed_on;
  char           *dialect;
  char          **identifiers;     /* scheme:value */
  GArray         *title_words;     /* their numbers, sorted, each once */
  FoedTextSketch *sketch;          /* NULL until it is needed */
} Entry;

struct _FoedDocumentIndex
{
  GPtrArray  *entries;
  guint       n_stored;            /* those of the library come first */

  /* Numbers of the words of titles, and the positions of entries by these, and by their hashes, identifiers and days. */
  GHashTable *words;
  GPtrArray  *titles;
  GHashTable *positions;
};

static void
entry_free (Entry *entry)
{
  g_free (entry->id);
  g_free (entry->title);
  g_free (entry->hash);
  g_free (entry->signed_on);
  g_free (entry->dialect);
  g_strfreev (entry->identifiers);
  g_array_unref (entry->title_words);
  g_clear_pointer (&entry->sketch, foed_text_sketch_free);
  g_free (entry);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static guint
number_word (FoedDocumentIndex *self,
             char              *word)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->words, word));

  if (number == 0)
    {
      number = g_hash_table_size (self->words) + 1;
      g_hash_table_insert (self->words, g_strdup (word), GUINT_TO_POINTER (number));
      g_ptr_array_add (self->titles, g_array_new (FALSE, FALSE, sizeof (guint)));
    }

  return number;
}

static GArray *
split_title (FoedDocumentIndex *self,
             const char        *title)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (title != NULL ? title : "", NULL, NULL);
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_kept = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint number = number_word (self, words[i]);

      g_array_append_val (numbers, number);
    }

  g_array_sort (numbers, compare_numbers);

  for (guint i = 0; i < numbers->len; i++)
    if (i == 0 || g_array_index (numbers, guint, i) != g_array_index (numbers, guint, i - 1))
      g_array_index (numbers, guint, n_kept++) = g_array_index (numbers, guint, i);

  g_array_set_size (numbers, n_kept);

  return numbers;
}

/* Words in both by words in either. */
static double
compare_titles (const GArray *a,
                const GArray *b)
{
  guint i = 0, j = 0, n_common = 0;

  if (MIN (a->len, b->len) < LEAST_TITLE_IN_COMMON * MAX (a->len, b->len))
    return 0;

  while (i < a->len && j < b->len)
    {
      guint first = g_array_index (a, guint, i);
      guint second = g_array_index (b, guint, j);

      n_common += first == second;
      i += first <= second;
      j += second <= first;
    }

  return n_common == 0 ? 0 : (double) n_common / (a->len + b->len - n_common);
}

/* Whether an identifier names one treaty and not a site, a volume or something else that holds many. */
static gboolean
is_telling (const char *identifier)
{
  static const char *const vague[] = { "url:", "series:", "isbn:" };

  for (guint i = 0; i < G_N_ELEMENTS (vague); i++)
    if (g_str_has_prefix (identifier, vague[i]))
      return FALSE;

  return TRUE;
}

static Entry *
entry_new (FoedDocumentIndex *self,
           FoedRecord        *document)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autoptr (GStrvBuilder) identifiers = g_strv_builder_new ();

  entry->id = g_strdup (foed_record_get_id (document));
  entry->hash = g_strdup (foed_record_get_text (document, FOED_FIELD_HASH));
  entry->dialect = g_strdup (foed_record_get_text (document, FOED_FIELD_DIALECT));
  entry->title = g_strdup (foed_record_get_text (document, FOED_FIELD_TITLE));
  entry->title_words = split_title (self, entry->title);

  for (guint i = 0; i < foed_record_get_n_children (document); i++)
    {
      FoedRecord *child = foed_record_get_child (document, i);

      if (foed_record_get_kind (child) == FOED_RECORD_INSTRUMENT && entry->signed_on == NULL)
        {
          entry->signed_on = foed_record_dup_string (child, FOED_FIELD_SIGNED);
        }
      else if (foed_record_get_kind (child) == FOED_RECORD_IDENTIFIER)
        {
          g_autofree char *identifier = g_strconcat (foed_record_get_term (child, FOED_FIELD_SCHEME)->nick, ":",
                                                     foed_record_get_text (child, FOED_FIELD_VALUE), NULL);

          g_strv_builder_add (identifiers, identifier);
        }
    }

  entry->identifiers = g_strv_builder_end (identifiers);

  return entry;
}

static guint
find_column (const char *nick)
{
  guint n_columns;
  const FoedColumn *columns = foed_listing_get_columns (FOED_LISTING_DOCUMENTS, &n_columns);
  guint i = 0;

  while (i < n_columns && strcmp (columns[i].nick, nick) != 0)
    i++;

  g_assert (i < n_columns);

  return i;
}

static Entry *
entry_new_from_row (FoedDocumentIndex *self,
                    FoedRow           *row)
{
  Entry *entry = g_new0 (Entry, 1);
  const char *identifiers = foed_row_get_value (row, find_column ("identifiers"));

  entry->id = g_strdup (foed_row_get_id (row));
  entry->hash = g_strdup (foed_row_get_value (row, find_column ("hash")));
  entry->dialect = g_strdup (foed_row_get_value (row, find_column ("dialect")));
  entry->signed_on = g_strdup (foed_row_get_value (row, find_column ("signed")));
  entry->title = g_strdup (foed_row_get_value (row, find_column ("title")));
  entry->title_words = split_title (self, entry->title);
  entry->identifiers = g_strsplit (identifiers != NULL ? identifiers : "", "; ", -1);

  return entry;
}

static void
note_position (FoedDocumentIndex *self,
               const char        *key,
               guint              position)
{
  GArray *positions = g_hash_table_lookup (self->positions, key);

  if (positions == NULL)
    {
      positions = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->positions, g_strdup (key), positions);
    }

  g_array_append_val (positions, position);
}

static GArray *
get_titles_with (FoedDocumentIndex *self,
                 guint              word)
{
  return g_ptr_array_index (self->titles, word - 1);
}

static void
note_day (FoedDocumentIndex *self,
          const char        *day,
          guint              position)
{
  g_autofree char *key = g_strconcat (SIGNED, day, NULL);

  note_position (self, key, position);
}

/* Makes what was put at @position be found. A hash has no colon, an identifier has. */
static void
note_entry (FoedDocumentIndex *self,
            guint              position)
{
  const Entry *entry = g_ptr_array_index (self->entries, position);

  if (entry->hash != NULL)
    note_position (self, entry->hash, position);

  if (entry->signed_on != NULL)
    note_day (self, entry->signed_on, position);

  for (guint i = 0; entry->identifiers[i] != NULL; i++)
    note_position (self, entry->identifiers[i], position);

  for (guint i = 0; i < entry->title_words->len; i++)
    g_array_append_val (get_titles_with (self, g_array_index (entry->title_words, guint, i)), position);
}

/* The transaction begins anew. */
void
foed_document_index_forget_added (FoedDocumentIndex *self)
{
  g_ptr_array_set_size (self->entries, self->n_stored);
  g_hash_table_remove_all (self->positions);

  for (guint i = 0; i < self->titles->len; i++)
    g_array_set_size (g_ptr_array_index (self->titles, i), 0);

  for (guint i = 0; i < self->n_stored; i++)
    note_entry (self, i);
}

/* The documents that the library has. */
FoedDocumentIndex *
foed_document_index_new (FoedLibrary   *library,
                         GCancellable  *cancellable,
                         GError       **error)
{
  g_autoptr (FoedDocumentIndex) self = g_new0 (FoedDocumentIndex, 1);
  g_autoptr (FoedQuery) query = foed_query_new (FOED_LISTING_DOCUMENTS);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->titles = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->positions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);

  for (guint offset = 0;; offset += PAGE_SIZE)
    {
      g_autoptr (GPtrArray) rows = foed_library_list_sync (library, query, offset, PAGE_SIZE, cancellable, error);

      if (rows == NULL)
        return NULL;

      for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add (self->entries, entry_new_from_row (self, g_ptr_array_index (rows, i)));

      if (rows->len < PAGE_SIZE)
        break;
    }

  self->n_stored = self->entries->len;
  foed_document_index_forget_added (self);

  return g_steal_pointer (&self);
}

void
foed_document_index_free (FoedDocumentIndex *self)
{
  g_ptr_array_unref (self->entries);
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->titles);
  g_hash_table_unref (self->positions);
  g_free (self);
}

static gboolean
may_say_the_same (const Entry *a,
                  const Entry *b)
{
  return (a->signed_on != NULL && g_strcmp0 (a->signed_on, b->signed_on) == 0)
         || compare_titles (a->title_words, b->title_words) >= LEAST_TITLE_IN_COMMON;
}

/* A publisher's own number may be that of a volume; then the documents look different. */
static gboolean
tells_the_same (const char  *identifier,
                const Entry *a,
                const Entry *b)
{
  return !g_str_has_prefix (identifier, "own:")
         || (g_strcmp0 (a->dialect, b->dialect) == 0 && may_say_the_same (a, b));
}

/* The first entry but @sought itself that has @key, as a hash or an identifier, and is before @end; or @end. */
static guint
find_position (FoedDocumentIndex *self,
               const char        *key,
               const Entry       *sought,
               guint              end)
{
  const GArray *positions = key == NULL ? NULL : g_hash_table_lookup (self->positions, key);

  for (guint i = 0; positions != NULL && i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);
      const Entry *entry = g_ptr_array_index (self->entries, position);

      if (position >= end)
        break;

      if (strcmp (entry->id, sought->id) != 0 && tells_the_same (key, entry, sought))
        return position;
    }

  return end;
}

static const Entry *
find_by_identifier (FoedDocumentIndex *self,
                    const Entry       *sought)
{
  g_autofree char *same_as = g_strconcat (FOED_IMPORT_SAME_AS ":", sought->id, NULL);
  guint end = self->entries->len;
  guint found = find_position (self, same_as, sought, end);

  for (guint i = 0; sought->identifiers[i] != NULL; i++)
    if (is_telling (sought->identifiers[i]))
      found = find_position (self, sought->identifiers[i], sought, found);

  return found < end ? g_ptr_array_index (self->entries, found) : NULL;
}

/* A record that can't be read any more resembles nothing. */
static double
compare_words_of (Entry      *entry,
                  Entry      *sketch,
                  FoedWriter *writer,
                  FoedRecord *document)
{
  if (entry->sketch == NULL)
    {
      g_autoptr (FoedRecord) record = foed_writer_get_record (writer, entry->id, NULL);

      if (record == NULL)
        return 0;

      entry->sketch = foed_text_sketch_new (record);
    }

  if (sketch->sketch == NULL)
    sketch->sketch = foed_text_sketch_new (document);

  return foed_text_sketch_compare (entry->sketch, sketch->sketch);
}

static int
compare_titles_with (gconstpointer a,
                     gconstpointer b,
                     gpointer      user_data)
{
  guint first = get_titles_with (user_data, *(const guint *) a)->len;
  guint second = get_titles_with (user_data, *(const guint *) b)->len;

  return first < second ? -1 : first > second;
}

/* The positions, in order, of all entries that may say the same as @sought, and of some that don't. Who shares half of the
 * words shares one of any half, and most of all one of the rare half. */
static GArray *
list_candidates (FoedDocumentIndex *self,
                 const Entry       *sought)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) words = g_array_copy (sought->title_words);
  guint n_common = (guint) (words->len * LEAST_TITLE_IN_COMMON + 0.5);

  g_array_sort_with_data (words, compare_titles_with, self);

  for (guint i = 0; i + n_common <= words->len && i < words->len; i++)
    {
      const GArray *titles = get_titles_with (self, g_array_index (words, guint, i));

      g_array_append_vals (candidates, titles->data, titles->len);
    }

  if (sought->signed_on != NULL)
    {
      g_autofree char *key = g_strconcat (SIGNED, sought->signed_on, NULL);
      const GArray *positions = g_hash_table_lookup (self->positions, key);

      if (positions != NULL)
        g_array_append_vals (candidates, positions->data, positions->len);
    }

  g_array_sort (candidates, compare_numbers);

  return candidates;
}

/* The entry whose words are most like those of @document. */
static const Entry *
find_by_text (FoedDocumentIndex *self,
              FoedWriter        *writer,
              FoedRecord        *document,
              Entry             *sought,
              double            *best)
{
  g_autoptr (GArray) candidates = list_candidates (self, sought);
  const Entry *found = NULL;

  *best = LEAST_RESEMBLANCE;

  for (guint i = 0; i < candidates->len; i++)
    {
      guint position = g_array_index (candidates, guint, i);
      Entry *entry = g_ptr_array_index (self->entries, position);
      double resemblance;

      if ((i > 0 && position == g_array_index (candidates, guint, i - 1)) || !may_say_the_same (entry, sought)
          || strcmp (entry->id, sought->id) == 0)
        continue;

      resemblance = compare_words_of (entry, sought, writer, document);

      if (resemblance >= *best)
        {
          *best = resemblance;
          found = entry;
        }
    }

  return found;
}

static FoedMatch *
make_match (const Entry   *sought,
            const Entry   *other,
            FoedMatchKind  kind)
{
  FoedMatch *match = foed_match_new (sought->id, other->id, kind);

  match->other_title = g_strdup (other->title);
  match->is_document = TRUE;

  return match;
}

/* Finds the document that says what @document does, which is about to be written: that of the same bytes, else of the same
 * identifier, else the one whose words are most alike. One that matches none is added. */
FoedMatch *
foed_document_index_match (FoedDocumentIndex *self,
                           FoedWriter        *writer,
                           FoedRecord        *document)
{
  Entry *sought = entry_new (self, document);
  guint end = self->entries->len;
  guint by_bytes = find_position (self, sought->hash, sought, end);
  const Entry *by_identifier = by_bytes < end ? NULL : find_by_identifier (self, sought);
  const Entry *by_text = NULL;
  FoedMatch *match = NULL;
  double resemblance = 0;

  if (by_bytes == end && by_identifier == NULL)
    by_text = find_by_text (self, writer, document, sought, &resemblance);

  if (by_bytes < end)
    match = make_match (sought, g_ptr_array_index (self->entries, by_bytes), FOED_MATCH_BYTES);
  else if (by_identifier != NULL)
    match = make_match (sought, by_identifier, FOED_MATCH_IDENTIFIER);
  else if (by_text != NULL)
    match = make_match (sought, by_text, FOED_MATCH_TEXT);

  if (by_text != NULL)
    match->resemblance = resemblance;

  /* Later ones may match it; its words are not looked at twice. */
  if (match == NULL)
    {
      g_ptr_array_add (self->entries, sought);
      note_entry (self, end);
    }
  else
    {
      entry_free (sought);
    }

  return match;
}
