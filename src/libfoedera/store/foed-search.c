/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-search"

#include "config.h"

#include <string.h>

#include "foed-library-private.h"
#include "foed-listing-cache-private.h"
#include "foed-listing.h"
#include "foed-search-private.h"
#include "foed-statement-private.h"

/* To rank is to look at every match. Where there are more than these, the words say too little to be worth it: then
 * only so many are looked at, those of them that have the words in their titles come first, and then any others. */
#define MOST_TO_RANK 5000

/* Titles weigh ten times as much as the rest. Names and identifiers lie in rows of their own, which lead to what they
 * name, so that more rows are read than hits are wanted. */
#define COUNT "SELECT count(*), max(rowid) FROM (SELECT rowid FROM search WHERE search MATCH ?1 LIMIT ?2)"
#define COLUMNS \
  "SELECT h.id, h.kind, h.alliance, snippet (search, -1, char (0x2068), char (0x2069), '…', 24) " \
  "FROM search JOIN record r ON r.key = search.rowid " \
  "JOIN record h ON h.id = CASE WHEN r.kind IN ('name', 'identifier', 'named-party', 'text', 'condition') " \
  "THEN r.parent ELSE r.id END WHERE search MATCH ?1 "
#define RANKED COLUMNS "AND search.rowid <= ?3 AND rank MATCH 'bm25(10.0, 1.0)' ORDER BY rank LIMIT ?2"
#define UNRANKED COLUMNS "LIMIT ?2"
#define ROWS_PER_HIT 3

/* The clauses of a number in alliances and treaties of a name. */
#define ARTICLES \
  "WITH named (id) AS (" \
  "SELECT t.id FROM alliance t WHERE t.id = lower (?1) OR t.title = ?1 COLLATE NOCASE " \
  "UNION SELECT t.id FROM instrument t WHERE t.id = lower (?1) OR t.title = ?1 COLLATE NOCASE " \
  "UNION SELECT x.parent FROM name t JOIN record x ON x.id = t.id WHERE t.value = ?1 COLLATE NOCASE) " \
  "SELECT c.id, r.kind, r.alliance, NULL FROM clause c JOIN record r ON r.id = c.id " \
  "JOIN derived_row d ON d.key = r.key " \
  "WHERE c.number = ?2 COLLATE NOCASE AND (r.alliance IN named OR r.parent IN named) " \
  "ORDER BY d.root, d.ordinal LIMIT ?3"

typedef struct
{
  const char *text;
  guint       limit;
} Request;

/* How many matches there are, up to one more than can be ranked, and the last that was counted. */
typedef struct
{
  guint  count;
  gint64 last;
} Matches;

/**
 * foed_search_hit_free:
 * @self: (transfer full): a hit
 *
 * Frees @self.
 */
void
foed_search_hit_free (FoedSearchHit *self)
{
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->alliance, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->snippet, g_free);
  g_free (self);
}

static gboolean
is_article_word (const char *word)
{
  static const char *const words[] = { "article", "art", "art.", "§", NULL };
  g_autofree char *folded = g_utf8_casefold (word, -1);

  return g_strv_contains (words, folded);
}

/* `5`, `42(7)`, `III`, but no year and no word. */
static gboolean
is_number (const char *word)
{
  gsize n_digits = strspn (word, "0123456789");
  gsize n_roman = strspn (word, "IVXLC");

  return (n_digits > 0 && n_digits < 4) || (n_roman > 0 && (word[n_roman] == '\0' || word[n_roman] == '('));
}

/* Takes “NATO 5”, “article 5 NATO” or “NATO art. 5” apart. */
static gboolean
scan_article (const char  *text,
              char       **name,
              char       **number)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  g_autoptr (GString) rest = g_string_new (NULL);
  const char *found = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gboolean after_article = i > 0 && is_article_word (words[i - 1]);

      if (words[i][0] == '\0' || is_article_word (words[i]))
        continue;

      if (is_number (words[i]) && (after_article || words[i + 1] == NULL) && found == NULL)
        found = words[i];
      else
        g_string_append_printf (rest, "%s%s", rest->len > 0 ? " " : "", words[i]);
    }

  if (found == NULL || rest->len == 0)
    return FALSE;

  *number = g_strdup (found);
  *name = g_string_free (g_steal_pointer (&rest), FALSE);

  return TRUE;
}

/* The number of a clause stands on a line of its own before its words; there it says nothing that the title doesn't. */
static char *
make_snippet (const char *snippet,
              const char *title)
{
  const char *end = snippet == NULL ? NULL : strchr (snippet, '\n');
  char *line;

  if (snippet == NULL)
    return g_strdup (title);

  if (end != NULL && end - snippet < 16 && memchr (snippet, ' ', end - snippet) == NULL &&
      g_strstr_len (snippet, end - snippet, "\u2068") == NULL)
    snippet = end + 1;

  line = g_strdelimit (g_strdup (snippet), "\n", ' ');

  return g_strstrip (line);
}

/* Adds what @statement found: id, kind, alliance and perhaps a snippet; unless it is there already. */
static gboolean
add_hit (GPtrArray         *hits,
         FoedStatement     *statement,
         FoedListingCache  *cache,
         FoedConnection    *connection,
         GError           **error)
{
  const char *id = foed_statement_get_text (statement, 0);
  const char *title;
  FoedSearchHit *hit;

  for (guint i = 0; i < hits->len; i++)
    if (strcmp (((FoedSearchHit *) g_ptr_array_index (hits, i))->id, id) == 0)
      return TRUE;

  title = foed_listing_cache_get_title (cache, connection, id, error);
  if (title == NULL)
    return FALSE;

  hit = g_new0 (FoedSearchHit, 1);
  hit->id = g_strdup (id);
  hit->kind = foed_record_kind_from_nick (foed_statement_get_text (statement, 1));
  hit->alliance = g_strdup (foed_statement_get_text (statement, 2));
  hit->title = g_strdup (title);
  hit->snippet = make_snippet (foed_statement_get_text (statement, 3), title);
  g_ptr_array_add (hits, hit);

  return TRUE;
}

static gboolean
add_hits (GPtrArray         *hits,
          guint              limit,
          FoedStatement     *statement,
          FoedListingCache  *cache,
          FoedConnection    *connection,
          GError           **error)
{
  g_autoptr (GError) local_error = NULL;

  while (hits->len < limit && foed_statement_next (statement, &local_error))
    if (!add_hit (hits, statement, cache, connection, error))
      return FALSE;

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
find_articles (GPtrArray         *hits,
               const Request     *request,
               FoedListingCache  *cache,
               FoedConnection    *connection,
               GError           **error)
{
  g_autofree char *name = NULL;
  g_autofree char *number = NULL;
  g_autoptr (FoedStatement) statement = NULL;

  if (!scan_article (request->text, &name, &number))
    return TRUE;

  statement = foed_statement_new (connection, ARTICLES, error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, name);
  foed_statement_bind_text (statement, 2, number);
  foed_statement_bind_integer (statement, 3, request->limit);

  return add_hits (hits, request->limit, statement, cache, connection, error);
}

static gboolean
count_matches (FoedConnection  *connection,
               const char      *expression,
               Matches         *matches,
               GError         **error)
{
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, COUNT, error);

  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, expression);
  foed_statement_bind_integer (statement, 2, MOST_TO_RANK + 1);

  if (!foed_statement_next (statement, error))
    return FALSE;

  *matches = (Matches) { foed_statement_get_integer (statement, 0), foed_statement_get_integer (statement, 1) };

  return TRUE;
}

/* Adds the best of @expression up to the row @last, or where that is 0 any. */
static gboolean
add_matches (GPtrArray         *hits,
             const char        *expression,
             gint64             last,
             const Request     *request,
             FoedListingCache  *cache,
             FoedConnection    *connection,
             GError           **error)
{
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, last > 0 ? RANKED : UNRANKED, error);

  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, expression);
  foed_statement_bind_integer (statement, 2, (gint64) request->limit * ROWS_PER_HIT);

  if (last > 0)
    foed_statement_bind_integer (statement, 3, last);

  return add_hits (hits, request->limit, statement, cache, connection, error);
}

/* With words to leave out, that they are not in the title would say nothing. */
static gboolean
add_titles_first (GPtrArray         *hits,
                  const char        *expression,
                  gboolean           leaves_out,
                  gint64             last,
                  const Request     *request,
                  FoedListingCache  *cache,
                  FoedConnection    *connection,
                  GError           **error)
{
  g_autofree char *in_titles = g_strdup_printf ("{title} : (%s)", expression);

  return (leaves_out || add_matches (hits, in_titles, last, request, cache, connection, error)) &&
         (hits->len == request->limit || add_matches (hits, expression, 0, request, cache, connection, error));
}

/* To look for all words that begin as the last one is dear where there are many; a whole word that is found often
 * enough will do. */
static gboolean
find_words (GPtrArray              *hits,
            const FoedSearchWords  *words,
            const Request          *request,
            FoedListingCache       *cache,
            FoedConnection         *connection,
            GError                **error)
{
  const char *expression = words->whole != NULL ? words->whole : words->beginning;
  Matches matches;

  if (!count_matches (connection, expression, &matches, error))
    return FALSE;

  if (matches.count <= MOST_TO_RANK && words->whole != NULL)
    {
      expression = words->beginning;

      if (!count_matches (connection, expression, &matches, error))
        return FALSE;
    }

  if (matches.count == 0)
    return TRUE;

  if (matches.count <= MOST_TO_RANK)
    return add_matches (hits, expression, matches.last, request, cache, connection, error);

  return add_titles_first (hits, expression, words->leaves_out, matches.last, request, cache, connection, error);
}

static gpointer
search (FoedLibrary     *library,
        FoedConnection  *connection,
        gpointer         data,
        GCancellable    *cancellable,
        GError         **error)
{
  const Request *request = data;
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_search_hit_free);
  g_auto (FoedSearchWords) words = { 0 };
  FoedListingCache *cache;

  if (!foed_search_words_init (&words, request->text, error) ||
      (cache = foed_listing_cache_get (library, connection, error)) == NULL ||
      !find_articles (hits, request, cache, connection, error) ||
      !find_words (hits, &words, request, cache, connection, error))
    return NULL;

  return g_steal_pointer (&hits);
}

/**
 * foed_library_search_sync:
 * @self: a library
 * @text: words: all must occur; `OR` between two asks for either, `-` before one that it doesn't occur, quotes for
 *   words that follow each other; the last may be the beginning of a word. Case and accents do not matter. An alliance
 *   or treaty and a number, as in “NATO 5”, asks for the article.
 * @limit: how many hits to give at most
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong; of %FOED_LIBRARY_ERROR_QUERY where the words can't be understood
 *
 * Finds records by their words. Titles and names count more than the rest.
 *
 * Returns: (transfer full) (element-type FoedSearchHit): what was found, best first
 */
GPtrArray *
foed_library_search_sync (FoedLibrary   *self,
                          const char    *text,
                          guint          limit,
                          GCancellable  *cancellable,
                          GError       **error)
{
  Request request = { text, limit };

  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, search, &request, cancellable, error);
}
