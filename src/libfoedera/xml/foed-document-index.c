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

#define PAGE_SIZE 512

typedef struct
{
  char           *id;
  char           *title;
  char           *hash;
  char           *signed_on;
  char           *dialect;
  char          **identifiers;     /* scheme:value */
  char          **title_words;     /* sorted, each once */
  FoedTextSketch *sketch;          /* NULL until it is needed */
} Entry;

struct _FoedDocumentIndex
{
  GPtrArray  *entries;
  guint       n_stored;            /* those of the library come first */
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
  g_strfreev (entry->title_words);
  g_clear_pointer (&entry->sketch, foed_text_sketch_free);
  g_free (entry);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char **
split_title (const char *title)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (title != NULL ? title : "", NULL, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint n_words = g_strv_length (words);

  qsort (words, n_words, sizeof *words, compare_words);

  for (guint i = 0; i < n_words; i++)
    if (i == 0 || strcmp (words[i], words[i - 1]) != 0)
      g_strv_builder_add (builder, words[i]);

  return g_strv_builder_end (builder);
}

/* Words in both by words in either. */
static double
compare_titles (char **a,
                char **b)
{
  guint n_all = 0, n_common = 0;

  while (*a != NULL || *b != NULL)
    {
      int order = *a == NULL ? 1 : *b == NULL ? -1 : strcmp (*a, *b);

      n_all++;
      n_common += order == 0;
      a += order <= 0;
      b += order >= 0;
    }

  return n_all == 0 ? 0 : (double) n_common / n_all;
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
entry_new (FoedRecord *document)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autoptr (GStrvBuilder) identifiers = g_strv_builder_new ();

  entry->id = g_strdup (foed_record_get_id (document));
  entry->hash = g_strdup (foed_record_get_text (document, FOED_FIELD_HASH));
  entry->dialect = g_strdup (foed_record_get_text (document, FOED_FIELD_DIALECT));
  entry->title = g_strdup (foed_record_get_text (document, FOED_FIELD_TITLE));
  entry->title_words = split_title (entry->title);

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
entry_new_from_row (FoedRow *row)
{
  Entry *entry = g_new0 (Entry, 1);
  const char *identifiers = foed_row_get_value (row, find_column ("identifiers"));

  entry->id = g_strdup (foed_row_get_id (row));
  entry->hash = g_strdup (foed_row_get_value (row, find_column ("hash")));
  entry->dialect = g_strdup (foed_row_get_value (row, find_column ("dialect")));
  entry->signed_on = g_strdup (foed_row_get_value (row, find_column ("signed")));
  entry->title = g_strdup (foed_row_get_value (row, find_column ("title")));
  entry->title_words = split_title (entry->title);
  entry->identifiers = g_strsplit (identifiers != NULL ? identifiers : "", "; ", -1);

  return entry;
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

  for (guint offset = 0;; offset += PAGE_SIZE)
    {
      g_autoptr (GPtrArray) rows = foed_library_list_sync (library, query, offset, PAGE_SIZE, cancellable, error);

      if (rows == NULL)
        return NULL;

      for (guint i = 0; i < rows->len; i++)
        g_ptr_array_add (self->entries, entry_new_from_row (g_ptr_array_index (rows, i)));

      if (rows->len < PAGE_SIZE)
        break;
    }

  self->n_stored = self->entries->len;

  return g_steal_pointer (&self);
}

void
foed_document_index_free (FoedDocumentIndex *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/* The transaction begins anew. */
void
foed_document_index_forget_added (FoedDocumentIndex *self)
{
  g_ptr_array_set_size (self->entries, self->n_stored);
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
shares_identifier (const Entry *a,
                   const Entry *b)
{
  g_autofree char *same_as = g_strconcat (FOED_IMPORT_SAME_AS ":", b->id, NULL);

  if (g_strv_contains ((const char *const *) a->identifiers, same_as))
    return TRUE;

  for (guint i = 0; b->identifiers[i] != NULL; i++)
    if (is_telling (b->identifiers[i])
        && (!g_str_has_prefix (b->identifiers[i], "own:")
            || (g_strcmp0 (a->dialect, b->dialect) == 0 && may_say_the_same (a, b)))
        && g_strv_contains ((const char *const *) a->identifiers, b->identifiers[i]))
      return TRUE;

  return FALSE;
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
  Entry *sought = entry_new (document);
  FoedMatch *match = NULL;
  const Entry *by_identifier = NULL;
  const Entry *by_text = NULL;
  const Entry *by_bytes = NULL;
  double best = LEAST_RESEMBLANCE;

  for (guint i = 0; i < self->entries->len && by_bytes == NULL; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      if (strcmp (entry->id, sought->id) == 0)
        continue;

      if (g_strcmp0 (entry->hash, sought->hash) == 0)
        by_bytes = entry;
      else if (by_identifier == NULL && shares_identifier (entry, sought))
        by_identifier = entry;
    }

  for (guint i = 0; i < self->entries->len && by_bytes == NULL && by_identifier == NULL; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);
      double resemblance;

      if (strcmp (entry->id, sought->id) == 0 || !may_say_the_same (entry, sought))
        continue;

      resemblance = compare_words_of (entry, sought, writer, document);

      if (resemblance >= best)
        {
          best = resemblance;
          by_text = entry;
        }
    }

  if (by_bytes != NULL)
    match = make_match (sought, by_bytes, FOED_MATCH_BYTES);
  else if (by_identifier != NULL)
    match = make_match (sought, by_identifier, FOED_MATCH_IDENTIFIER);
  else if (by_text != NULL)
    match = make_match (sought, by_text, FOED_MATCH_TEXT);

  if (by_text != NULL)
    match->resemblance = best;

  /* Later ones may match it; its words are not looked at twice. */
  if (match == NULL)
    g_ptr_array_add (self->entries, sought);
  else
    entry_free (sought);

  return match;
}
