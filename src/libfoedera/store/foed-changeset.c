/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-changeset"

#include "config.h"

#include <string.h>

#include "foed-changeset-private.h"
#include "foed-table-private.h"

/* What the session extension writes is gathered before it is compressed. */
#define PIECE_SIZE (1024 * 1024)

/* A changeset is written once and seldom read. */
#define COMPRESSION_LEVEL 1

/* Pieces in memory, or else, with a number, in the history. Each is compressed by itself, so that pieces at the end can
 * be taken back. */
struct _FoedChangeset
{
  FoedConnection *connection;
  gint64          number;
  guint           n_pieces;
  GPtrArray      *pieces;
};

/* Takes what SQLite writes bit by bit. */
typedef struct
{
  FoedChangeset *changeset;
  GByteArray    *buffer;
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
  gboolean       in_piece;
  GError        *error;
} FoedChangesetSource;

static gboolean
store_piece (FoedChangeset  *self,
             GByteArray     *piece,
             GError        **error)
{
  g_autoptr (FoedStatement) statement = NULL;

  self->n_pieces++;

  if (self->pieces != NULL)
    {
      g_ptr_array_add (self->pieces, g_bytes_new (piece->data, piece->len));
      return TRUE;
    }

  statement = foed_statement_new (self->connection,
                                  "INSERT INTO history_changeset (number, piece, content) VALUES (?, ?, ?)", error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_integer (statement, 1, self->number);
  foed_statement_bind_integer (statement, 2, self->n_pieces);
  foed_statement_bind_bytes (statement, 3, piece->data, piece->len);

  return foed_statement_execute (statement, error);
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

static int
write_some (void       *data,
            const void *bytes,
            int         length)
{
  FoedChangesetSink *sink = data;

  g_byte_array_append (sink->buffer, bytes, length);

  if (sink->buffer->len < PIECE_SIZE)
    return SQLITE_OK;

  if (!foed_changeset_append (sink->changeset, sink->buffer->data, sink->buffer->len, &sink->error))
    return SQLITE_ABORT;

  g_byte_array_set_size (sink->buffer, 0);

  return SQLITE_OK;
}

/* Appends what @write writes to a sink. */
static gboolean
append_stream (FoedChangeset  *self,
               int           (*write) (gpointer object, FoedChangesetSink *sink),
               gpointer        object,
               GError        **error)
{
  g_autoptr (GByteArray) buffer = g_byte_array_new ();
  FoedChangesetSink sink = { self, buffer, NULL };
  int code = write (object, &sink);

  if (code == SQLITE_OK)
    return foed_changeset_append (self, buffer->data, buffer->len, error);

  propagate (self->connection, code, sink.error, error);

  return FALSE;
}

static int
write_session (gpointer           object,
               FoedChangesetSink *sink)
{
  return sqlite3session_changeset_strm (object, write_some, sink);
}

static int
write_group (gpointer           object,
             FoedChangesetSink *sink)
{
  return sqlite3changegroup_output_strm (object, write_some, sink);
}

/**
 * foed_changeset_new:
 * @connection: a connection that writes
 * @number: the number of an entry of the history to keep it in, or 0 to keep it in memory
 *
 * Returns: (transfer full): a changeset without changes
 */
FoedChangeset *
foed_changeset_new (FoedConnection *connection,
                    gint64          number)
{
  FoedChangeset *self = foed_changeset_open (connection, number);

  if (number == 0)
    self->pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  return self;
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

/**
 * foed_changeset_get_n_pieces:
 * @self: a changeset that is being written
 *
 * Returns: how many pieces it has; none where it has no changes
 */
guint
foed_changeset_get_n_pieces (FoedChangeset *self)
{
  g_assert (self != NULL);

  return self->n_pieces;
}

/**
 * foed_changeset_append:
 * @self: a changeset that is being written
 * @bytes: part of a changeset as SQLite defines it; parts may end anywhere
 * @length: how much
 * @error: (out): what went wrong
 *
 * Compresses and keeps a piece.
 *
 * Returns: whether it is kept
 */
gboolean
foed_changeset_append (FoedChangeset  *self,
                       const guint8   *bytes,
                       gsize           length,
                       GError        **error)
{
  g_autoptr (GConverter) compressor = NULL;
  g_autoptr (GByteArray) piece = NULL;
  GConverterResult result = G_CONVERTER_CONVERTED;

  if (length == 0)
    return TRUE;

  compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, COMPRESSION_LEVEL));
  piece = g_byte_array_new ();

  while (result != G_CONVERTER_FINISHED)
    {
      guint filled = piece->len;
      gsize n_read, n_written;

      g_byte_array_set_size (piece, filled + length / 4 + 256);
      result = g_converter_convert (compressor, bytes, length, piece->data + filled, piece->len - filled,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, error);
      if (result == G_CONVERTER_ERROR)
        return FALSE;

      g_byte_array_set_size (piece, filled + n_written);
      bytes += n_read;
      length -= n_read;
    }

  return store_piece (self, piece, error);
}

/**
 * foed_changeset_append_session:
 * @self: a changeset that is being written
 * @session: what SQLite recorded
 * @error: (out): what went wrong
 *
 * Appends the changes of a session. No row may have been changed by the changeset before.
 *
 * Returns: whether it was done
 */
gboolean
foed_changeset_append_session (FoedChangeset    *self,
                               sqlite3_session  *session,
                               GError          **error)
{
  return append_stream (self, write_session, session, error);
}

/**
 * foed_changeset_truncate:
 * @self: a changeset that is being written
 * @n_pieces: how many pieces shall stay; those in the history must have been rolled back
 */
void
foed_changeset_truncate (FoedChangeset *self,
                         guint          n_pieces)
{
  g_assert (n_pieces <= self->n_pieces);

  self->n_pieces = n_pieces;

  if (self->pieces != NULL)
    g_ptr_array_set_size (self->pieces, n_pieces);
}

static gboolean
clear_pieces (FoedChangeset  *self,
              GError        **error)
{
  g_autoptr (FoedStatement) statement = NULL;

  foed_changeset_truncate (self, 0);

  if (self->pieces != NULL)
    return TRUE;

  statement = foed_statement_new (self->connection, "DELETE FROM history_changeset WHERE number = ?", error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_integer (statement, 1, self->number);

  return foed_statement_execute (statement, error);
}

/* Goes on to the next piece, if there is one. */
static gboolean
next_piece (FoedChangesetSource *source)
{
  GPtrArray *pieces = source->changeset->pieces;

  if (pieces != NULL && source->next < pieces->len)
    {
      source->input = g_bytes_get_data (pieces->pdata[source->next++], &source->n_input);
      source->in_piece = TRUE;
    }
  else if (pieces == NULL && foed_statement_next (source->select, &source->error))
    {
      source->input = sqlite3_column_blob (foed_statement_get_handle (source->select), 0);
      source->n_input = sqlite3_column_bytes (foed_statement_get_handle (source->select), 0);
      source->in_piece = TRUE;
    }

  return source->error == NULL;
}

/* SQLite asks for little at a time: a piece that was read to its end may still have more to give. */
static int
read_some (void *data,
           void *bytes,
           int  *length)
{
  FoedChangesetSource *source = data;
  gsize n_read, n_written = 0;

  while (n_written == 0)
    {
      GConverterResult result;

      if (!source->in_piece && !next_piece (source))
        return SQLITE_ABORT;

      if (!source->in_piece)
        break;

      result = g_converter_convert (source->decompressor, source->input, source->n_input, bytes, *length,
                                    G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL);
      if (result == G_CONVERTER_ERROR)
        return SQLITE_CORRUPT;

      source->input += n_read;
      source->n_input -= n_read;

      if (result == G_CONVERTER_FINISHED)
        {
          g_converter_reset (source->decompressor);
          source->in_piece = FALSE;
        }
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
add_to_group (sqlite3_changegroup  *group,
              FoedChangeset        *changeset,
              GError              **error)
{
  g_auto (FoedChangesetSource) source = { 0 };
  int code;

  if (!foed_changeset_source_init (&source, changeset, error))
    return FALSE;

  code = sqlite3changegroup_add_strm (group, read_some, &source);
  if (code != SQLITE_OK)
    propagate (changeset->connection, code, g_steal_pointer (&source.error), error);

  return code == SQLITE_OK;
}

/**
 * foed_changeset_merge_session:
 * @self: a changeset that is being written
 * @session: what SQLite recorded
 * @error: (out): what went wrong
 *
 * Adds the changes of a session that come after those of the changeset, perhaps to the same rows. All of it is in memory
 * for that.
 *
 * Returns: whether it was done
 */
gboolean
foed_changeset_merge_session (FoedChangeset    *self,
                              sqlite3_session  *session,
                              GError          **error)
{
  g_autoptr (FoedChangeset) later = foed_changeset_new (self->connection, 0);
  sqlite3_changegroup *group = NULL;
  gboolean merged;
  int code = sqlite3changegroup_new (&group);

  if (code != SQLITE_OK)
    {
      foed_connection_set_error (self->connection, code, error);
      return FALSE;
    }

  merged = foed_changeset_append_session (later, session, error) && add_to_group (group, self, error) &&
           add_to_group (group, later, error) && clear_pieces (self, error) &&
           append_stream (self, write_group, group, error);
  sqlite3changegroup_delete (group);

  return merged;
}

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
  return strcmp (table, "record") == 0 || strcmp (table, "reference") == 0 || strcmp (table, "pin") == 0 ||
         foed_table_find (table) != NULL;
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
