/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-recorder"

#include "config.h"

#include <string.h>

#include "foed-history-private.h"
#include "foed-recorder-private.h"

/* A row that the session extension records costs it a look before the row is written, a place in memory until the end,
 * and a look at the row then. Most rows of an import are new, and everything about them is known when they are written:
 * for these the session is paused, and the changeset, whose format SQLite documents, is written here.
 *
 * A changeset must not have two changes of one row. Where a row that is new in the transaction is touched again, which
 * is rare, SQLite is asked to merge in the end. */

/* So much is gathered before it is compressed. */
#define PIECE_SIZE (1024 * 1024)

/* A savepoint copies what is gathered, unless it is more. */
#define MAX_COPY (16 * 1024)

/* The tables in the order of their kinds; the places of the records stand for no kind. */
#define N_TABLES (FOED_N_RECORD_KINDS + 1)
#define PLACES FOED_RECORD_NONE
#define REFERENCES FOED_N_RECORD_KINDS

typedef struct
{
  guint  n_pieces;
  char  *copies[N_TABLES];
  gsize  lengths[N_TABLES];
} FoedRecorderSavepoint;

struct _FoedRecorder
{
  FoedConnection  *connection;
  sqlite3_session *session;
  FoedChangeset   *changeset;
  gint64           number;
  gboolean         touched;
  GArray          *savepoints;

  /* New rows, by table, and how many bytes they are in all. */
  GByteArray      *rows[N_TABLES];
  gsize            n_bytes;
  GByteArray      *current;
};

static void
foed_recorder_savepoint_clear (FoedRecorderSavepoint *savepoint)
{
  for (guint i = 0; i < N_TABLES; i++)
    g_clear_pointer (&savepoint->copies[i], g_free);
}

static sqlite3_session *
start_session (FoedConnection  *connection,
               GError         **error)
{
  sqlite3_session *session = NULL;
  int code = sqlite3session_create (foed_connection_get_handle (connection), "main", &session);

  if (code == SQLITE_OK)
    code = sqlite3session_attach (session, "record");

  for (guint i = FOED_RECORD_NONE + 1; code == SQLITE_OK && i < FOED_N_RECORD_KINDS; i++)
    code = sqlite3session_attach (session, foed_table_get (i)->plain_name);

  if (code == SQLITE_OK)
    code = sqlite3session_attach (session, "reference");

  if (code == SQLITE_OK)
    code = sqlite3session_attach (session, "pin");

  if (code == SQLITE_OK)
    return session;

  foed_connection_set_error (connection, code, error);
  g_clear_pointer (&session, sqlite3session_delete);

  return NULL;
}

/* Numbers of seven bits, the most significant first, as SQLite writes them; 32 bits are enough here. */
static void
add_varint (GByteArray *bytes,
            guint32     number)
{
  guint8 digits[5];
  guint n_digits = 0;

  do
    {
      n_digits++;
      digits[G_N_ELEMENTS (digits) - n_digits] = (number & 0x7f) | (n_digits > 1 ? 0x80 : 0);
      number >>= 7;
    }
  while (number > 0);

  g_byte_array_append (bytes, digits + G_N_ELEMENTS (digits) - n_digits, n_digits);
}

static void
add_null (GByteArray *bytes)
{
  guint8 type = SQLITE_NULL;

  g_byte_array_append (bytes, &type, 1);
}

static void
add_text (GByteArray *bytes,
          const char *text)
{
  guint8 type = SQLITE_TEXT;
  gsize length;

  if (text == NULL)
    {
      add_null (bytes);
      return;
    }

  length = strlen (text);
  g_byte_array_append (bytes, &type, 1);
  add_varint (bytes, length);
  g_byte_array_append (bytes, (const guint8 *) text, length);
}

static void
add_eight_bytes (GByteArray *bytes,
                 guint8      type,
                 guint64     number)
{
  guint64 big_endian = GUINT64_TO_BE (number);

  g_byte_array_append (bytes, &type, 1);
  g_byte_array_append (bytes, (const guint8 *) &big_endian, sizeof big_endian);
}

static void
add_integer (GByteArray *bytes,
             gint64      integer)
{
  add_eight_bytes (bytes, SQLITE_INTEGER, integer);
}

static void
add_number (GByteArray *bytes,
            double      number)
{
  guint64 bits;

  memcpy (&bits, &number, sizeof bits);
  add_eight_bytes (bytes, SQLITE_FLOAT, bits);
}

/* A change begins with what it is and whether a trigger made it. */
static GByteArray *
begin_row (FoedRecorder *self,
           guint         table)
{
  const guint8 insertion[] = { SQLITE_INSERT, 0 };

  self->current = self->rows[table];
  self->n_bytes -= self->current->len;
  g_byte_array_append (self->current, insertion, sizeof insertion);

  return self->current;
}

static void
end_row (FoedRecorder *self)
{
  self->n_bytes += self->current->len;
  self->current = NULL;
}

/* The changes of a table stand behind its name, how many columns it has, and which of them are its primary key. */
static void
add_header (GByteArray *bytes,
            guint       table)
{
  static const guint8 place_key[] = { 1, 0, 0, 0, 0, 0 };
  static const guint8 reference_key[] = { 1, 2, 3, 0, 0 };
  const char *name;

  g_byte_array_append (bytes, (const guint8 *) "T", 1);

  if (table == PLACES)
    {
      name = "record";
      add_varint (bytes, sizeof place_key);
      g_byte_array_append (bytes, place_key, sizeof place_key);
    }
  else if (table == REFERENCES)
    {
      name = "reference";
      add_varint (bytes, sizeof reference_key);
      g_byte_array_append (bytes, reference_key, sizeof reference_key);
    }
  else
    {
      guint n_columns = foed_table_get (table)->n_columns + 1;
      guint first = bytes->len;

      name = foed_table_get (table)->plain_name;
      add_varint (bytes, n_columns);
      first = bytes->len;
      g_byte_array_set_size (bytes, first + n_columns);
      memset (bytes->data + first, 0, n_columns);
      bytes->data[first] = 1;
    }

  g_byte_array_append (bytes, (const guint8 *) name, strlen (name) + 1);
}

static gboolean
flush (FoedRecorder  *self,
       GError       **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (self->n_bytes + 4096);

  for (guint i = 0; i < N_TABLES; i++)
    {
      if (self->rows[i]->len == 0)
        continue;

      add_header (bytes, i);
      g_byte_array_append (bytes, self->rows[i]->data, self->rows[i]->len);
      g_byte_array_set_size (self->rows[i], 0);
    }

  self->n_bytes = 0;

  return foed_changeset_append (self->changeset, bytes->data, bytes->len, error);
}

/**
 * foed_recorder_new:
 * @connection: a connection that writes, in a transaction
 * @label: (nullable): what is done; %NULL for a dry run, which the history does not keep
 * @error: (out): what went wrong
 *
 * Begins to record, and with a label to make an entry of the history.
 *
 * Returns: (transfer full): a recorder
 */
FoedRecorder *
foed_recorder_new (FoedConnection  *connection,
                   const char      *label,
                   GError         **error)
{
  g_autoptr (FoedRecorder) self = g_new0 (FoedRecorder, 1);

  self->connection = connection;
  self->savepoints = g_array_new (FALSE, TRUE, sizeof (FoedRecorderSavepoint));
  g_array_set_clear_func (self->savepoints, (GDestroyNotify) foed_recorder_savepoint_clear);

  for (guint i = 0; i < N_TABLES; i++)
    self->rows[i] = g_byte_array_new ();

  if (label != NULL && !foed_history_begin (connection, label, &self->number, error))
    return NULL;

  self->changeset = foed_changeset_new (connection, self->number);
  self->session = start_session (connection, error);

  return self->session != NULL ? g_steal_pointer (&self) : NULL;
}

void
foed_recorder_free (FoedRecorder *self)
{
  g_clear_pointer (&self->session, sqlite3session_delete);
  g_clear_pointer (&self->changeset, foed_changeset_free);
  g_clear_pointer (&self->savepoints, g_array_unref);

  for (guint i = 0; i < N_TABLES; i++)
    g_clear_pointer (&self->rows[i], g_byte_array_unref);

  g_free (self);
}

/**
 * foed_recorder_begin_new:
 * @self: a recorder
 *
 * Announces that rows are written that are new, and that were not there earlier in the transaction either.
 */
void
foed_recorder_begin_new (FoedRecorder *self)
{
  sqlite3session_enable (self->session, FALSE);
}

/**
 * foed_recorder_end_new:
 * @self: a recorder
 * @error: (out): what went wrong
 *
 * From here on SQLite records again.
 *
 * Returns: whether what was recorded is kept
 */
gboolean
foed_recorder_end_new (FoedRecorder  *self,
                       GError       **error)
{
  sqlite3session_enable (self->session, TRUE);

  return self->n_bytes < PIECE_SIZE || flush (self, error);
}

void
foed_recorder_add_place (FoedRecorder   *self,
                         gint64          key,
                         const char     *id,
                         FoedRecordKind  kind,
                         const char     *parent,
                         gint64          position,
                         const char     *alliance)
{
  GByteArray *row = begin_row (self, PLACES);

  add_integer (row, key);
  add_text (row, id);
  add_text (row, foed_record_kind_get_info (kind)->nick);
  add_text (row, parent);
  add_integer (row, position);
  add_text (row, alliance);
  end_row (self);
}

/**
 * foed_recorder_begin_values:
 * @self: a recorder
 * @kind: a kind of record
 * @id: the id of the record
 *
 * Begins the row of the values of a record. foed_recorder_add_value() follows for each column after the id.
 */
void
foed_recorder_begin_values (FoedRecorder   *self,
                            FoedRecordKind  kind,
                            const char     *id)
{
  GByteArray *row = begin_row (self, kind);

  add_text (row, id);
  end_row (self);
  self->current = row;
}

void
foed_recorder_add_value (FoedRecorder         *self,
                         const FoedTableValue *value)
{
  GByteArray *row = self->current;

  self->n_bytes -= row->len;

  switch (value->type)
    {
    case SQLITE_TEXT:
      add_text (row, value->text);
      break;

    case SQLITE_INTEGER:
      add_integer (row, value->integer);
      break;

    case SQLITE_FLOAT:
      add_number (row, value->number);
      break;

    default:
      add_null (row);
      break;
    }

  self->n_bytes += row->len;
}

void
foed_recorder_add_reference (FoedRecorder   *self,
                             const char     *id,
                             FoedField       field,
                             gint64          position,
                             FoedRecordKind  kind,
                             const char     *target)
{
  GByteArray *row = begin_row (self, REFERENCES);

  add_text (row, id);
  add_text (row, foed_field_get_nick (field));
  add_integer (row, position);
  add_text (row, foed_record_kind_get_info (kind)->nick);
  add_text (row, target);
  end_row (self);
}

/**
 * foed_recorder_note_touched:
 * @self: a recorder
 *
 * Takes note that a row that is new in the transaction may change once more.
 */
void
foed_recorder_note_touched (FoedRecorder *self)
{
  self->touched = TRUE;
}

/**
 * foed_recorder_begin_savepoint:
 * @self: a recorder
 * @error: (out): what went wrong
 *
 * Remembers what is recorded. To be called before SQLite's own savepoint begins.
 *
 * Returns: whether it is remembered
 */
gboolean
foed_recorder_begin_savepoint (FoedRecorder  *self,
                               GError       **error)
{
  FoedRecorderSavepoint savepoint = { 0 };

  if (self->n_bytes > MAX_COPY && !flush (self, error))
    return FALSE;

  savepoint.n_pieces = foed_changeset_get_n_pieces (self->changeset);

  for (guint i = 0; i < N_TABLES; i++)
    {
      savepoint.lengths[i] = self->rows[i]->len;
      savepoint.copies[i] = g_memdup2 (self->rows[i]->data, self->rows[i]->len);
    }

  g_array_append_val (self->savepoints, savepoint);

  return TRUE;
}

void
foed_recorder_release (FoedRecorder *self)
{
  g_array_set_size (self->savepoints, self->savepoints->len - 1);
}

/**
 * foed_recorder_roll_back:
 * @self: a recorder
 *
 * Forgets what was recorded since the last savepoint. To be called when SQLite has rolled back. What the session recorded
 * of rows that are gone may meet new rows of the same keys.
 */
void
foed_recorder_roll_back (FoedRecorder *self)
{
  FoedRecorderSavepoint *savepoint;

  savepoint = &g_array_index (self->savepoints, FoedRecorderSavepoint, self->savepoints->len - 1);
  foed_changeset_truncate (self->changeset, savepoint->n_pieces);
  self->n_bytes = 0;
  self->touched = TRUE;

  for (guint i = 0; i < N_TABLES; i++)
    {
      g_byte_array_set_size (self->rows[i], 0);
      g_byte_array_append (self->rows[i], (const guint8 *) savepoint->copies[i], savepoint->lengths[i]);
      self->n_bytes += savepoint->lengths[i];
    }

  g_array_set_size (self->savepoints, self->savepoints->len - 1);
}

/**
 * foed_recorder_finish:
 * @self: a recorder
 * @n_new: records made
 * @n_changed: records changed
 * @n_removed: records removed
 * @error: (out): what went wrong
 *
 * Puts everything that was recorded into one changeset and finishes the entry of the history. What was undone before
 * can't be done again after it, so that is forgotten. A changeset without pieces tells that nothing is other than before;
 * the caller then rolls back.
 *
 * Returns: (transfer full): the changeset
 */
FoedChangeset *
foed_recorder_finish (FoedRecorder  *self,
                      guint          n_new,
                      guint          n_changed,
                      guint          n_removed,
                      GError       **error)
{
  if (!flush (self, error))
    return NULL;

  if (!sqlite3session_isempty (self->session) &&
      !(self->touched ? foed_changeset_merge_session (self->changeset, self->session, error)
                      : foed_changeset_append_session (self->changeset, self->session, error)))
    return NULL;

  if (self->number != 0 && foed_changeset_get_n_pieces (self->changeset) > 0 &&
      !foed_history_end (self->connection, self->number, n_new, n_changed, n_removed, error))
    return NULL;

  return g_steal_pointer (&self->changeset);
}

/* The number of the entry of the history, 0 for a dry run. */
gint64
foed_recorder_get_number (FoedRecorder *self)
{
  return self->number;
}
