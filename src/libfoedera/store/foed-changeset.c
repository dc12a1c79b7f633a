/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-changeset"

#include "config.h"

#include <string.h>

#include "foed-changeset-private.h"
#include "foed-table-private.h"

/* Compressed bytes in one row of the history. */
#define PIECE_SIZE (256 * 1024)

/* A changeset is written once and seldom read. */
#define COMPRESSION_LEVEL 1

struct _FoedChangeset
{
  FoedConnection *connection;
  gint64          number;
  GPtrArray      *pieces;
};

/* Takes what the session extension writes. Pieces go to an array, or through a statement to the history. */
typedef struct
{
  GConverter    *compressor;
  GByteArray    *piece;
  GPtrArray     *pieces;
  FoedStatement *insert;
  gint64         n_pieces;
  gboolean       empty;
  GError        *error;
} FoedChangesetSink;

typedef struct
{
  GConverter    *decompressor;
  FoedChangeset *changeset;
  FoedStatement *select;
  guint          next;
  const guint8  *input;
  gsize          n_input;
  gboolean       finished;
  GError        *error;
} FoedChangesetSource;

static gboolean
flush_piece (FoedChangesetSink  *sink,
             GError            **error)
{
  if (sink->piece->len == 0)
    return TRUE;

  if (sink->insert == NULL)
    {
      g_ptr_array_add (sink->pieces, g_bytes_new (sink->piece->data, sink->piece->len));
    }
  else
    {
      foed_statement_bind_integer (sink->insert, 2, sink->n_pieces++);
      foed_statement_bind_bytes (sink->insert, 3, sink->piece->data, sink->piece->len);

      if (!foed_statement_execute (sink->insert, error))
        return FALSE;
    }

  g_byte_array_set_size (sink->piece, 0);

  return TRUE;
}

static gboolean
compress (FoedChangesetSink  *sink,
          const guint8       *data,
          gsize               length,
          gboolean            finish,
          GError            **error)
{
  GConverterResult result = G_CONVERTER_CONVERTED;

  while (length > 0 || (finish && result != G_CONVERTER_FINISHED))
    {
      guint filled = sink->piece->len;
      gsize n_read, n_written;

      g_byte_array_set_size (sink->piece, PIECE_SIZE);
      result = g_converter_convert (sink->compressor, data, length, sink->piece->data + filled, PIECE_SIZE - filled,
                                    finish ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &n_read, &n_written,
                                    error);
      if (result == G_CONVERTER_ERROR)
        return FALSE;

      g_byte_array_set_size (sink->piece, filled + n_written);
      data += n_read;
      length -= n_read;

      if (sink->piece->len == PIECE_SIZE && !flush_piece (sink, error))
        return FALSE;
    }

  return !finish || flush_piece (sink, error);
}

static int
write_some (void       *data,
            const void *bytes,
            int         length)
{
  FoedChangesetSink *sink = data;

  sink->empty = FALSE;

  return compress (sink, bytes, length, FALSE, &sink->error) ? SQLITE_OK : SQLITE_ABORT;
}

static void
propagate (FoedConnection  *connection,
           int              code,
           GError          *reason,
           GError         **error)
{
  if (reason != NULL)
    g_propagate_error (error, reason);
  else
    foed_connection_set_error (connection, code, error);
}

static gboolean
write_session (FoedConnection     *connection,
               sqlite3_session    *session,
               FoedChangesetSink  *sink,
               GError            **error)
{
  g_autoptr (GConverter) compressor = NULL;
  g_autoptr (GByteArray) piece = g_byte_array_sized_new (PIECE_SIZE);
  int code;

  compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION_LEVEL));
  sink->compressor = compressor;
  sink->piece = piece;

  code = sqlite3session_changeset_strm (session, write_some, sink);
  if (code == SQLITE_OK)
    return compress (sink, NULL, 0, TRUE, error);

  propagate (connection, code, g_steal_pointer (&sink->error), error);

  return FALSE;
}

/**
 * foed_changeset_record:
 * @connection: a connection that writes
 * @error: (out): why not
 *
 * Begins to record what changes in the records. What is derived from them is not recorded.
 *
 * Returns: (transfer full): the session; sqlite3session_delete() ends it
 */
sqlite3_session *
foed_changeset_record (FoedConnection  *connection,
                       GError         **error)
{
  sqlite3_session *session = NULL;
  int code;

  code = sqlite3session_create (foed_connection_get_handle (connection), "main", &session);

  if (code == SQLITE_OK)
    code = sqlite3session_attach (session, "record");

  for (guint i = FOED_RECORD_NONE + 1; code == SQLITE_OK && i < FOED_N_RECORD_KINDS; i++)
    code = sqlite3session_attach (session, foed_table_get (i)->plain_name);

  if (code == SQLITE_OK)
    code = sqlite3session_attach (session, "reference");

  if (code == SQLITE_OK)
    return session;

  foed_connection_set_error (connection, code, error);
  g_clear_pointer (&session, sqlite3session_delete);

  return NULL;
}

/**
 * foed_changeset_new:
 * @connection: a connection that writes
 * @session: what was recorded
 * @error: (out): what went wrong
 *
 * Returns: (transfer full): the changeset of the transaction so far
 */
FoedChangeset *
foed_changeset_new (FoedConnection   *connection,
                    sqlite3_session  *session,
                    GError          **error)
{
  g_autoptr (FoedChangeset) self = g_new0 (FoedChangeset, 1);
  FoedChangesetSink sink = { 0 };

  g_assert (session != NULL);

  self->connection = connection;
  self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  sink.pieces = self->pieces;

  return write_session (connection, session, &sink, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * foed_changeset_save:
 * @connection: a connection that writes
 * @session: what was recorded
 * @number: the number in the history, where it stands already
 * @empty: (out): whether nothing changed
 * @error: (out): what went wrong
 *
 * Writes the changeset of the transaction so far into the history.
 *
 * Returns: whether it was written
 */
gboolean
foed_changeset_save (FoedConnection   *connection,
                     sqlite3_session  *session,
                     gint64            number,
                     gboolean         *empty,
                     GError          **error)
{
  g_autoptr (FoedStatement) insert = NULL;
  FoedChangesetSink sink = { .empty = TRUE };

  g_assert (session != NULL);

  insert = foed_statement_new (connection, "INSERT INTO history_changeset (number, piece, content) VALUES (?, ?, ?)",
                               error);
  if (insert == NULL)
    return FALSE;

  foed_statement_bind_integer (insert, 1, number);
  sink.insert = insert;

  if (!write_session (connection, session, &sink, error))
    return FALSE;

  *empty = sink.empty;

  return TRUE;
}

/**
 * foed_changeset_open:
 * @connection: a connection
 * @number: a number in the history
 *
 * Returns: (transfer full): the changeset of that entry; it is read when it is used
 */
FoedChangeset *
foed_changeset_open (FoedConnection *connection,
                     gint64          number)
{
  FoedChangeset *self = g_new0 (FoedChangeset, 1);

  self->connection = connection;
  self->number = number;

  return self;
}

void
foed_changeset_free (FoedChangeset *self)
{
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_free (self);
}

FoedConnection *
foed_changeset_get_connection (FoedChangeset *self)
{
  g_assert (self != NULL);

  return self->connection;
}

/* Sets the next piece as input. At the end there is no input left. */
static gboolean
next_piece (FoedChangesetSource *source)
{
  GPtrArray *pieces = source->changeset->pieces;

  source->n_input = 0;

  if (pieces != NULL)
    {
      if (source->next < pieces->len)
        source->input = g_bytes_get_data (pieces->pdata[source->next++], &source->n_input);
    }
  else if (foed_statement_next (source->select, &source->error))
    {
      source->input = sqlite3_column_blob (foed_statement_get_handle (source->select), 0);
      source->n_input = sqlite3_column_bytes (foed_statement_get_handle (source->select), 0);
    }

  return source->error == NULL;
}

static int
read_some (void *data,
           void *bytes,
           int  *length)
{
  FoedChangesetSource *source = data;
  gsize n_read, n_written = 0;

  while (!source->finished && n_written == 0)
    {
      GConverterResult result;

      if (source->n_input == 0 && !next_piece (source))
        return SQLITE_ABORT;

      result = g_converter_convert (source->decompressor, source->input, source->n_input, bytes, *length,
                                    source->n_input == 0 ? G_CONVERTER_INPUT_AT_END : G_CONVERTER_NO_FLAGS, &n_read,
                                    &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        return SQLITE_CORRUPT;

      source->finished = result == G_CONVERTER_FINISHED;
      source->input += n_read;
      source->n_input -= n_read;
    }

  *length = n_written;

  return SQLITE_OK;
}

static gboolean
foed_changeset_source_init (FoedChangesetSource  *self,
                            FoedChangeset        *changeset,
                            GError              **error)
{
  memset (self, 0, sizeof *self);
  self->changeset = changeset;

  if (changeset->pieces == NULL)
    {
      self->select = foed_statement_new (changeset->connection,
                                         "SELECT content FROM history_changeset WHERE number = ? ORDER BY piece", error);
      if (self->select == NULL)
        return FALSE;

      foed_statement_bind_integer (self->select, 1, changeset->number);
    }

  self->decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));

  return TRUE;
}

static void
foed_changeset_source_clear (FoedChangesetSource *self)
{
  g_clear_object (&self->decompressor);
  g_clear_pointer (&self->select, foed_statement_release);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoedChangesetSource, foed_changeset_source_clear)

static gboolean
visit (sqlite3_changeset_iter  *iterator,
       FoedChangesetFunc        func,
       gpointer                 data,
       GError                 **error)
{
  const char *table;
  int n_columns, operation, indirect;

  sqlite3changeset_op (iterator, &table, &n_columns, &operation, &indirect);

  return func (iterator, table, operation, data, error);
}

/**
 * foed_changeset_foreach:
 * @self: a changeset
 * @func: (scope call): what to do with each change
 * @data: handed to @func
 * @error: (out): what went wrong
 *
 * Returns: whether all changes were visited
 */
gboolean
foed_changeset_foreach (FoedChangeset      *self,
                        FoedChangesetFunc   func,
                        gpointer            data,
                        GError            **error)
{
  g_auto (FoedChangesetSource) source = { 0 };
  sqlite3_changeset_iter *iterator = NULL;
  gboolean stopped = FALSE;
  int code;

  g_assert (func != NULL);

  if (!foed_changeset_source_init (&source, self, error))
    return FALSE;

  code = sqlite3changeset_start_strm (&iterator, read_some, &source);

  while (code == SQLITE_OK && !stopped && sqlite3changeset_next (iterator) == SQLITE_ROW)
    stopped = !visit (iterator, func, data, error);

  if (code == SQLITE_OK)
    code = sqlite3changeset_finalize (iterator);

  if (stopped)
    return FALSE;

  if (code != SQLITE_OK)
    propagate (self->connection, code, g_steal_pointer (&source.error), error);

  return code == SQLITE_OK;
}

static int
filter_table (void       *data,
              const char *table)
{
  return strcmp (table, "record") == 0 || strcmp (table, "reference") == 0 || foed_table_find (table) != NULL;
}

/**
 * foed_changeset_apply_rows:
 * @self: a changeset
 * @invert: whether to do the opposite
 * @conflict: (scope call): called where a row is not as the changeset expects it, as SQLite says it
 * @data: handed to @conflict
 * @error: (out): what else went wrong; where @conflict knows better, it is to be asked first
 *
 * Applies the changeset to the tables that are recorded.
 *
 * Returns: whether all rows were changed
 */
gboolean
foed_changeset_apply_rows (FoedChangeset          *self,
                           gboolean                invert,
                           FoedChangesetConflict   conflict,
                           gpointer                data,
                           GError                **error)
{
  g_auto (FoedChangesetSource) source = { 0 };
  int code;

  g_assert (conflict != NULL);

  if (!foed_changeset_source_init (&source, self, error))
    return FALSE;

  code = sqlite3changeset_apply_v2_strm (foed_connection_get_handle (self->connection), read_some, &source, filter_table,
                                         conflict, data, NULL, NULL, invert ? SQLITE_CHANGESETAPPLY_INVERT : 0);
  if (code != SQLITE_OK)
    propagate (self->connection, code, g_steal_pointer (&source.error), error);

  return code == SQLITE_OK;
}
