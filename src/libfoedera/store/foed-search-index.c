/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-search-index"

#include "config.h"

#include "foed-search-index-private.h"
#include "foed-statement-private.h"

/* The index has no copy of the words: it asks the view search_source for them. What is taken out of it must be exactly
 * what was put in, so words go out before their record changes and in after it. Each row is a statement with plain
 * values: a statement that selects what it inserts makes SQLite write the index out every time. */

/* The words of a kind of record, as in the view. A body of several fields has a line for each. */
typedef struct
{
  FoedField title;
  FoedField body[4];
} FoedSearchedFields;

static const FoedSearchedFields searched_fields[FOED_N_RECORD_KINDS] = {
  [FOED_RECORD_SOURCE] = { FOED_FIELD_TITLE, { FOED_FIELD_AUTHOR, FOED_FIELD_PUBLISHER, FOED_FIELD_NOTE } },
  [FOED_RECORD_PLACE] = { FOED_FIELD_TITLE, { FOED_FIELD_NOTE } },
  [FOED_RECORD_STATE] = { FOED_FIELD_TITLE, { FOED_FIELD_ISO3, FOED_FIELD_NOTE } },
  [FOED_RECORD_ALLIANCE] = { FOED_FIELD_TITLE, { FOED_FIELD_SUMMARY, FOED_FIELD_NOTE } },
  [FOED_RECORD_DOCUMENT] = { FOED_FIELD_TITLE, { FOED_FIELD_SUMMARY, FOED_FIELD_NOTE } },
  [FOED_RECORD_NAME] = { FOED_FIELD_VALUE, { FOED_FIELD_NONE } },
  [FOED_RECORD_IDENTIFIER] = { FOED_FIELD_VALUE, { FOED_FIELD_NONE } },
  [FOED_RECORD_INSTRUMENT] = { FOED_FIELD_TITLE, { FOED_FIELD_DEPOSITARY, FOED_FIELD_SUMMARY, FOED_FIELD_NOTE } },
  [FOED_RECORD_NAMED_PARTY] = { FOED_FIELD_VALUE, { FOED_FIELD_NONE } },
  [FOED_RECORD_CLAUSE] = { FOED_FIELD_TITLE, { FOED_FIELD_NUMBER, FOED_FIELD_SUMMARY, FOED_FIELD_NOTE } },
  [FOED_RECORD_TEXT] = { FOED_FIELD_NONE, { FOED_FIELD_CONTENT } },
  [FOED_RECORD_OBLIGATION] = { FOED_FIELD_NONE, { FOED_FIELD_SUMMARY, FOED_FIELD_NOTE } },
  [FOED_RECORD_CONDITION] = { FOED_FIELD_NONE, { FOED_FIELD_NOTE } },
  [FOED_RECORD_PARTY] = { FOED_FIELD_NONE, { FOED_FIELD_NOTE } },
  [FOED_RECORD_SUSPENSION] = { FOED_FIELD_NONE, { FOED_FIELD_NOTE } },
  [FOED_RECORD_MECHANISM] = { FOED_FIELD_TITLE, { FOED_FIELD_SUMMARY, FOED_FIELD_NOTE } },
  [FOED_RECORD_IMPACT] = { FOED_FIELD_NONE, { FOED_FIELD_SUMMARY } },
  [FOED_RECORD_ENFORCEMENT] = { FOED_FIELD_NONE, { FOED_FIELD_SUMMARY } },
  [FOED_RECORD_EVENT] = { FOED_FIELD_TITLE, { FOED_FIELD_SUMMARY } },
};

#define INSERT "INSERT INTO search (rowid, title, body) VALUES (?1, ?2, ?3)"
#define DELETE "INSERT INTO search (search, rowid, title, body) VALUES ('delete', ?1, ?2, ?3)"

static gboolean
write_row (FoedConnection  *connection,
           const char      *sql,
           gint64           key,
           const char      *title,
           const char      *body,
           GError         **error)
{
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, sql, error);

  if (statement == NULL)
    return FALSE;

  foed_statement_bind_integer (statement, 1, key);
  foed_statement_bind_text (statement, 2, title);
  foed_statement_bind_text (statement, 3, body);

  return foed_statement_execute (statement, error);
}

/* Writes what the view says about the record, if anything. */
static gboolean
write_source (FoedConnection  *connection,
              const char      *sql,
              gint64           key,
              GError         **error)
{
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = foed_statement_new (connection, "SELECT title, body FROM search_source WHERE key = ?", error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_integer (statement, 1, key);

  if (foed_statement_next (statement, &local_error))
    return write_row (connection, sql, key, foed_statement_get_text (statement, 0),
                      foed_statement_get_text (statement, 1), error);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* Several fields are joined as the view joins them: a field without a value is an empty line. */
static char *
join_body (const FoedField *fields,
           FoedRecord      *record)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; fields[i] != FOED_FIELD_NONE; i++)
    {
      const char *text = foed_record_get_text (record, fields[i]);

      if (i > 0)
        g_string_append_c (body, '\n');

      if (text != NULL)
        g_string_append (body, text);
    }

  return g_string_free (g_steal_pointer (&body), FALSE);
}

static gboolean
has_words (const FoedSearchedFields *fields,
           FoedRecord               *record)
{
  if (fields->title != FOED_FIELD_NONE && foed_record_has_value (record, fields->title))
    return TRUE;

  for (guint i = 0; fields->body[i] != FOED_FIELD_NONE; i++)
    if (foed_record_has_value (record, fields->body[i]))
      return TRUE;

  return FALSE;
}

/**
 * foed_search_index_add:
 * @connection: a connection that writes
 * @key: the key of a record that is not in the index
 * @error: (out): what went wrong
 *
 * Puts the words of a record, as it is in the library, into the index.
 *
 * Returns: whether nothing went wrong
 */
gboolean
foed_search_index_add (FoedConnection  *connection,
                       gint64           key,
                       GError         **error)
{
  return write_source (connection, INSERT, key, error);
}

/**
 * foed_search_index_add_record:
 * @connection: a connection that writes
 * @key: the key of a record that is not in the index
 * @record: the same record, just as it was written
 * @error: (out): what went wrong
 *
 * Does what foed_search_index_add() does without reading the record again.
 *
 * Returns: whether nothing went wrong
 */
gboolean
foed_search_index_add_record (FoedConnection  *connection,
                              gint64           key,
                              FoedRecord      *record,
                              GError         **error)
{
  const FoedSearchedFields *fields = &searched_fields[foed_record_get_kind (record)];
  g_autofree char *joined = NULL;
  const char *title = NULL;
  const char *body = NULL;

  if (!has_words (fields, record))
    return TRUE;

  if (fields->title != FOED_FIELD_NONE)
    title = foed_record_get_text (record, fields->title);

  if (fields->body[0] != FOED_FIELD_NONE && fields->body[1] == FOED_FIELD_NONE)
    body = foed_record_get_text (record, fields->body[0]);
  else if (fields->body[0] != FOED_FIELD_NONE)
    body = joined = join_body (fields->body, record);

  return write_row (connection, INSERT, key, title, body, error);
}

/**
 * foed_search_index_add_from:
 * @connection: a connection that writes
 * @first_key: records from this key on are not in the index
 * @error: (out): what went wrong
 *
 * Puts the words of many records, as they are in the library, into the index. SQLite writes out what the index has in
 * memory at each savepoint; whoever needs many of these does better to index at the end.
 *
 * Returns: whether nothing went wrong
 */
gboolean
foed_search_index_add_from (FoedConnection  *connection,
                            gint64           first_key,
                            GError         **error)
{
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = foed_statement_new (connection, "SELECT key, title, body FROM search_source WHERE key >= ?", error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_integer (statement, 1, first_key);

  while (foed_statement_next (statement, &local_error))
    if (!write_row (connection, INSERT, foed_statement_get_integer (statement, 0), foed_statement_get_text (statement, 1),
                    foed_statement_get_text (statement, 2), error))
      return FALSE;

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/**
 * foed_search_index_remove:
 * @connection: a connection that writes
 * @key: the key of a record; it may have no words
 * @error: (out): what went wrong
 *
 * Takes the words of a record out of the index. To be called before the record changes or goes.
 *
 * Returns: whether nothing went wrong
 */
gboolean
foed_search_index_remove (FoedConnection  *connection,
                          gint64           key,
                          GError         **error)
{
  return write_source (connection, DELETE, key, error);
}

/**
 * foed_search_index_holds:
 * @kind: a kind of record
 * @field: a field of it
 *
 * Returns: whether the words of that field are in the index
 */
gboolean
foed_search_index_holds (FoedRecordKind kind,
                         FoedField      field)
{
  const FoedSearchedFields *fields = &searched_fields[kind];

  if (fields->title == field)
    return TRUE;

  for (guint i = 0; fields->body[i] != FOED_FIELD_NONE; i++)
    if (fields->body[i] == field)
      return TRUE;

  return FALSE;
}
