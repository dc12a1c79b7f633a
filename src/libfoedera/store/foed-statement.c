/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-statement"

#include "config.h"

#include "foed-statement-private.h"

/* How many idle statements a connection keeps. One is some kilobytes. */
#define CACHE_SIZE 128

struct _FoedStatement
{
  FoedConnection *connection;
  sqlite3_stmt   *handle;
  char           *sql;
  GList           link;
};

/* Idle statements, by text and by how long they were not needed. A statement that is borrowed is in neither, so it is
 * never handed out twice: a second one of the same text is prepared, and the later to come back is kept. */
struct _FoedStatementCache
{
  GHashTable *idle;
  GQueue      order;
};

static void
foed_statement_free (FoedStatement *self)
{
  sqlite3_finalize (self->handle);
  g_free (self->sql);
  g_free (self);
}

static void
drop (FoedStatementCache *cache,
      FoedStatement      *statement)
{
  g_queue_unlink (&cache->order, &statement->link);
  g_hash_table_remove (cache->idle, statement->sql);
  foed_statement_free (statement);
}

FoedStatementCache *
foed_statement_cache_new (void)
{
  FoedStatementCache *self = g_new0 (FoedStatementCache, 1);

  self->idle = g_hash_table_new (g_str_hash, g_str_equal);
  g_queue_init (&self->order);

  return self;
}

void
foed_statement_cache_free (FoedStatementCache *self)
{
  g_assert (self != NULL);

  while (self->order.head != NULL)
    drop (self, self->order.head->data);

  g_hash_table_unref (self->idle);
  g_free (self);
}

static FoedStatement *
take_idle (FoedStatementCache *cache,
           const char         *sql)
{
  FoedStatement *statement = g_hash_table_lookup (cache->idle, sql);

  if (statement != NULL)
    {
      g_queue_unlink (&cache->order, &statement->link);
      g_hash_table_remove (cache->idle, sql);
    }

  return statement;
}

/**
 * foed_statement_new:
 * @connection: a connection of the calling thread
 * @sql: one statement; values are parameters, never part of the text
 * @error: (out): what went wrong
 *
 * Borrows a statement. The same text is prepared once only as long as it stays in the cache.
 *
 * Returns: (transfer full): a statement with no values bound
 */
FoedStatement *
foed_statement_new (FoedConnection  *connection,
                    const char      *sql,
                    GError         **error)
{
  FoedStatement *self;
  sqlite3_stmt *handle = NULL;
  int code;

  g_assert (connection != NULL);
  g_assert (sql != NULL);

  if ((self = take_idle (foed_connection_get_statements (connection), sql)))
    return self;

  code = sqlite3_prepare_v3 (foed_connection_get_handle (connection), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, NULL);
  if (code != SQLITE_OK)
    {
      foed_connection_set_error (connection, code, error);
      return NULL;
    }

  self = g_new0 (FoedStatement, 1);
  self->connection = connection;
  self->handle = handle;
  self->sql = g_strdup (sql);
  self->link.data = self;

  return self;
}

/**
 * foed_statement_release:
 * @self: (transfer full): a statement
 *
 * Hands a statement back to its connection.
 */
void
foed_statement_release (FoedStatement *self)
{
  FoedStatementCache *cache;
  FoedStatement *twin;

  g_assert (self != NULL);

  cache = foed_connection_get_statements (self->connection);
  sqlite3_reset (self->handle);
  sqlite3_clear_bindings (self->handle);

  if ((twin = g_hash_table_lookup (cache->idle, self->sql)))
    drop (cache, twin);

  g_hash_table_insert (cache->idle, self->sql, self);
  g_queue_push_head_link (&cache->order, &self->link);

  if (cache->order.length > CACHE_SIZE)
    drop (cache, cache->order.tail->data);
}

sqlite3_stmt *
foed_statement_get_handle (FoedStatement *self)
{
  g_assert (self != NULL);

  return self->handle;
}

static void
check_bound (FoedStatement *self,
             int            code)
{
  if (code != SQLITE_OK)
    g_error ("A value cannot be bound to “%s”: %s", self->sql, sqlite3_errstr (code));
}

/**
 * foed_statement_bind_text:
 * @self: a statement
 * @parameter: the number of the parameter, from 1
 * @text: (nullable): the value; not copied
 */
void
foed_statement_bind_text (FoedStatement *self,
                          int            parameter,
                          const char    *text)
{
  g_assert (self != NULL);

  check_bound (self, sqlite3_bind_text (self->handle, parameter, text, -1, SQLITE_STATIC));
}

/**
 * foed_statement_take_text:
 * @self: a statement
 * @parameter: the number of the parameter, from 1
 * @text: (transfer full): the value
 */
void
foed_statement_take_text (FoedStatement *self,
                          int            parameter,
                          char          *text)
{
  g_assert (self != NULL);

  check_bound (self, sqlite3_bind_text (self->handle, parameter, text, -1, g_free));
}

void
foed_statement_bind_integer (FoedStatement *self,
                             int            parameter,
                             gint64         integer)
{
  g_assert (self != NULL);

  check_bound (self, sqlite3_bind_int64 (self->handle, parameter, integer));
}

void
foed_statement_bind_number (FoedStatement *self,
                            int            parameter,
                            double         number)
{
  g_assert (self != NULL);

  check_bound (self, sqlite3_bind_double (self->handle, parameter, number));
}

/**
 * foed_statement_bind_bytes:
 * @self: a statement
 * @parameter: the number of the parameter, from 1
 * @bytes: the value; not copied
 * @length: how many bytes
 */
void
foed_statement_bind_bytes (FoedStatement *self,
                           int            parameter,
                           gconstpointer  bytes,
                           gsize          length)
{
  g_assert (self != NULL);

  check_bound (self, sqlite3_bind_blob64 (self->handle, parameter, bytes, length, SQLITE_STATIC));
}

void
foed_statement_bind_null (FoedStatement *self,
                          int            parameter)
{
  g_assert (self != NULL);

  check_bound (self, sqlite3_bind_null (self->handle, parameter));
}

/**
 * foed_statement_next:
 * @self: a statement
 * @error: (out): what went wrong
 *
 * Goes on to the next row.
 *
 * Returns: whether there is one; where there is none, and @error is not set, all rows were read
 */
gboolean
foed_statement_next (FoedStatement  *self,
                     GError        **error)
{
  int code;

  g_assert (self != NULL);

  code = sqlite3_step (self->handle);
  if (code == SQLITE_ROW)
    return TRUE;

  if (code != SQLITE_DONE)
    foed_connection_set_error (self->connection, code, error);

  return FALSE;
}

/**
 * foed_statement_execute:
 * @self: a statement whose rows, if any, are of no interest
 * @error: (out): what went wrong
 *
 * Runs the statement to its end and makes it ready to be run again; its values stay bound.
 *
 * Returns: whether it was done
 */
gboolean
foed_statement_execute (FoedStatement  *self,
                        GError        **error)
{
  int code;

  g_assert (self != NULL);

  do
    code = sqlite3_step (self->handle);
  while (code == SQLITE_ROW);

  if (code != SQLITE_DONE)
    foed_connection_set_error (self->connection, code, error);

  sqlite3_reset (self->handle);

  return code == SQLITE_DONE;
}

/**
 * foed_statement_try:
 * @self: a statement that inserts a row
 * @taken: (out): whether there is such a row already; nothing was done then
 * @error: (out): what else went wrong
 *
 * Like foed_statement_execute(), for an insertion that may be in vain.
 *
 * Returns: whether nothing else went wrong
 */
gboolean
foed_statement_try (FoedStatement  *self,
                    gboolean       *taken,
                    GError        **error)
{
  int code;

  g_assert (self != NULL);
  g_assert (taken != NULL);

  code = sqlite3_step (self->handle);
  *taken = code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY;

  if (code != SQLITE_DONE && !*taken)
    foed_connection_set_error (self->connection, code, error);

  sqlite3_reset (self->handle);

  return code == SQLITE_DONE || *taken;
}

/**
 * foed_statement_reset:
 * @self: a statement
 *
 * Makes the statement ready to be run again; its values stay bound.
 */
void
foed_statement_reset (FoedStatement *self)
{
  g_assert (self != NULL);

  sqlite3_reset (self->handle);
}

gboolean
foed_statement_is_null (FoedStatement *self,
                        int            column)
{
  g_assert (self != NULL);

  return sqlite3_column_type (self->handle, column) == SQLITE_NULL;
}

/**
 * foed_statement_get_text:
 * @self: a statement on a row
 * @column: the number of the column, from 0
 *
 * Returns: (transfer none) (nullable): its text, until the statement goes on
 */
const char *
foed_statement_get_text (FoedStatement *self,
                         int            column)
{
  g_assert (self != NULL);

  return (const char *) sqlite3_column_text (self->handle, column);
}

gint64
foed_statement_get_integer (FoedStatement *self,
                            int            column)
{
  g_assert (self != NULL);

  return sqlite3_column_int64 (self->handle, column);
}

double
foed_statement_get_number (FoedStatement *self,
                           int            column)
{
  g_assert (self != NULL);

  return sqlite3_column_double (self->handle, column);
}
