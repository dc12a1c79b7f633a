/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-title"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-statement-private.h"
#include "foed-title-private.h"
#include "model/foed-record-kind.h"

/* How the title of a kind of record is read: words, else the label of a term, else that of the kind. */
typedef struct
{
  const char     *sql;
  FoedVocabulary  vocabulary;
} TitleSource;

static const TitleSource sources[FOED_N_RECORD_KINDS] = {
  [FOED_RECORD_SOURCE] = { "SELECT title FROM source WHERE id = ?1", FOED_VOCABULARY_NONE },
  [FOED_RECORD_PLACE] = { "SELECT title FROM place WHERE id = ?1", FOED_VOCABULARY_NONE },
  [FOED_RECORD_STATE] = { "SELECT title FROM state WHERE id = ?1", FOED_VOCABULARY_NONE },
  [FOED_RECORD_ALLIANCE] = { "SELECT title FROM alliance WHERE id = ?1", FOED_VOCABULARY_NONE },
  [FOED_RECORD_DOCUMENT] = { "SELECT title FROM document WHERE id = ?1", FOED_VOCABULARY_NONE },
  [FOED_RECORD_INSTRUMENT] = { "SELECT title FROM instrument WHERE id = ?1", FOED_VOCABULARY_NONE },
  [FOED_RECORD_CLAUSE] = { "SELECT title, kind, number FROM clause WHERE id = ?1", FOED_VOCABULARY_CLAUSE_KIND },
  [FOED_RECORD_OBLIGATION] = { "SELECT NULL, kind FROM obligation WHERE id = ?1", FOED_VOCABULARY_OBLIGATION_KIND },
  [FOED_RECORD_PARTY] = { "SELECT s.title FROM party p JOIN state s ON s.id = p.state WHERE p.id = ?1",
                          FOED_VOCABULARY_NONE },
  [FOED_RECORD_MECHANISM] = { "SELECT title FROM mechanism WHERE id = ?1", FOED_VOCABULARY_NONE },
  [FOED_RECORD_IMPACT] = { "SELECT NULL, domain FROM impact WHERE id = ?1", FOED_VOCABULARY_SOVEREIGNTY },
  [FOED_RECORD_ENFORCEMENT] = { "SELECT NULL, kind FROM enforcement WHERE id = ?1", FOED_VOCABULARY_ENFORCEMENT },
  [FOED_RECORD_EVENT] = { "SELECT title FROM event WHERE id = ?1", FOED_VOCABULARY_NONE },
};

static gboolean
read_kind (FoedConnection  *connection,
           const char      *id,
           FoedRecordKind  *kind,
           GError         **error)
{
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, "SELECT kind FROM record WHERE id = ?1", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  *kind = FOED_RECORD_NONE;
  foed_statement_bind_text (statement, 1, id);

  if (foed_statement_next (statement, &local_error))
    *kind = foed_record_kind_from_nick (foed_statement_get_text (statement, 0));

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static char *
make_clause_title (const char *kind,
                   const char *number,
                   const char *title)
{
  if (title == NULL)
    /* Translators: a kind of clause and its number, as “Article 5”. */
    return g_strdup_printf (C_("clause", "%s %s"), kind, number);

  /* Translators: a kind of clause, its number and its title, as “Article 5: Common defence”. */
  return g_strdup_printf (C_("clause", "%s %s: %s"), kind, number, title);
}

static char *
make_title (FoedStatement     *statement,
            FoedRecordKind     kind,
            const TitleSource *source)
{
  const char *title = foed_statement_get_text (statement, 0);
  const FoedTerm *term = NULL;

  if (source->vocabulary != FOED_VOCABULARY_NONE && foed_statement_get_text (statement, 1) != NULL)
    term = foed_vocabulary_find (source->vocabulary, foed_statement_get_text (statement, 1));

  if (kind == FOED_RECORD_CLAUSE && term != NULL && foed_statement_get_text (statement, 2) != NULL)
    return make_clause_title (foed_term_get_label (term), foed_statement_get_text (statement, 2), title);

  if (title != NULL)
    return g_strdup (title);

  return g_strdup (term != NULL ? foed_term_get_label (term) : foed_record_kind_get_label (kind));
}

/**
 * foed_title_read:
 * @connection: the connection of the calling thread
 * @id: the id of a record
 * @error: (out): what went wrong
 *
 * Reads what a person calls a record; what has no title is called by what it is.
 *
 * Returns: (transfer full): a title, which is @id itself where there is no such record; %NULL on error
 */
char *
foed_title_read (FoedConnection  *connection,
                 const char      *id,
                 GError         **error)
{
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *title = NULL;
  FoedRecordKind kind;

  g_assert (connection != NULL);
  g_assert (id != NULL);

  if (!read_kind (connection, id, &kind, error))
    return NULL;

  if (kind == FOED_RECORD_NONE)
    return g_strdup (id);

  if (sources[kind].sql == NULL)
    return g_strdup (foed_record_kind_get_label (kind));

  statement = foed_statement_new (connection, sources[kind].sql, error);
  if (statement == NULL)
    return NULL;

  foed_statement_bind_text (statement, 1, id);

  if (foed_statement_next (statement, &local_error))
    title = make_title (statement, kind, &sources[kind]);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  return title != NULL ? g_steal_pointer (&title) : g_strdup (id);
}
