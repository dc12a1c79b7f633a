/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-xml-input"

#include "config.h"

#include <string.h>

#include "foed-xml-input-private.h"

#define BUFFER_SIZE (64 * 1024)

/* Where in the markup the scan is. Only well-formed XML is told apart rightly, and only that matters: anything else
 * libxml2 refuses by itself. */
typedef enum
{
  SCAN_CONTENT,
  SCAN_OPEN,            /* after `<` */
  SCAN_BANG,            /* after `<!` */
  SCAN_TAG,             /* in the start of an element, outside of values */
  SCAN_VALUE,           /* in the value of an attribute */
  SCAN_SKIP             /* in a comment, a CDATA section, an instruction or the end of an element */
} ScanState;

typedef struct
{
  int line;
  int column;
} Position;

struct _FoedXmlInput
{
  GInputStream      *stream;
  GCancellable      *cancellable;
  GError            *error;
  FoedXmlInputState  state;
  guint64            offset;
  gboolean           is_at_end;

  char              *buffer;
  gsize              n_buffered;
  gsize              n_taken;

  ScanState          scan;
  char               quote;
  const char        *skip_until;
  char               tail[2];
  guint64            markup_offset;
  guint64            tag_offset;
  guint              n_asides;
  guint              n_attributes;
  char               bang[8];
  guint              n_bang;
  Position           position;

  /* A ring of the elements that libxml2 has been given and the reader has not met. */
  Position          *elements;
  guint              n_allocated;
  guint              first_element;
  guint              n_elements;
};

static void
push_element (FoedXmlInput *self)
{
  if (self->n_elements == self->n_allocated)
    {
      guint n_allocated = self->n_allocated * 2;
      Position *elements = g_new (Position, n_allocated);

      for (guint i = 0; i < self->n_elements; i++)
        elements[i] = self->elements[(self->first_element + i) & (self->n_allocated - 1)];

      g_free (self->elements);
      self->elements = elements;
      self->n_allocated = n_allocated;
      self->first_element = 0;
    }

  self->elements[(self->first_element + self->n_elements) & (self->n_allocated - 1)] = self->position;
  self->n_elements++;
}

/* Moves the position past bytes; continuation bytes of UTF-8 are no columns. */
static void
advance (FoedXmlInput *self,
         const char   *bytes,
         const char   *end)
{
  const char *newline;
  int n_columns = 0;

  while ((newline = memchr (bytes, '\n', end - bytes)) != NULL)
    {
      self->position.line++;
      self->position.column = 1;
      bytes = newline + 1;
    }

  for (; bytes < end; bytes++)
    n_columns += ((guchar) *bytes & 0xc0) != 0x80;

  self->position.column += n_columns;
}

static void
begin_skip (FoedXmlInput *self,
            const char   *until)
{
  self->scan = SCAN_SKIP;
  self->skip_until = until;
}

/* libxml2 reads on until it meets the begin or end of an element, and keeps all that comes before. */
static void
count_aside (FoedXmlInput *self)
{
  if (++self->n_asides > FOED_XML_MOST_ASIDES)
    self->state = FOED_XML_INPUT_LONG_RUN;
}

static void
begin_tag (FoedXmlInput *self)
{
  self->n_asides = 0;
  self->tag_offset = self->markup_offset;
}

static void
scan_open (FoedXmlInput *self,
           char          c)
{
  if (c == '!')
    {
      self->scan = SCAN_BANG;
      self->n_bang = 0;
      count_aside (self);
    }
  else if (c == '?')
    {
      begin_skip (self, "?>");
      count_aside (self);
    }
  else if (c == '/')
    {
      begin_skip (self, ">");
      begin_tag (self);
    }
  else
    {
      begin_tag (self);
      self->scan = SCAN_TAG;
      self->n_attributes = 0;
      self->position.column--;
      push_element (self);
      self->position.column++;
    }
}

/* `<!--`, `<![CDATA[` or `<!DOCTYPE`; the last is refused before libxml2 comes to it. */
static void
scan_bang (FoedXmlInput *self,
           char          c)
{
  self->bang[self->n_bang++] = c;

  if (self->n_bang == 2 && memcmp (self->bang, "--", 2) == 0)
    begin_skip (self, "-->");
  else if (self->n_bang == 7 && memcmp (self->bang, "[CDATA[", 7) == 0)
    begin_skip (self, "]]>");
  else if (self->n_bang == 7 && memcmp (self->bang, "DOCTYPE", 7) == 0)
    self->state = FOED_XML_INPUT_DOCTYPE;
  else if (self->n_bang == 7)
    self->scan = SCAN_CONTENT;
}

/* Whether the `>` at @at ends what is skipped. Its other letters may have come with the bytes before. */
static gboolean
is_end_of_skip (FoedXmlInput *self,
                const char   *bytes,
                const char   *at)
{
  gsize length = strlen (self->skip_until);

  for (gsize i = 1; i < length; i++)
    {
      gsize n_here = at - bytes;
      char c = i <= n_here ? at[-(gssize) i] : self->tail[1 - (i - n_here - 1)];

      if (c != self->skip_until[length - 1 - i])
        return FALSE;
    }

  return TRUE;
}

static void
scan_tag (FoedXmlInput *self,
          char          c)
{
  if (c == '>')
    {
      self->scan = SCAN_CONTENT;
    }
  else if (c == '"' || c == '\'')
    {
      self->scan = SCAN_VALUE;
      self->quote = c;

      if (++self->n_attributes > FOED_XML_MOST_ATTRIBUTES)
        self->state = FOED_XML_INPUT_TOO_MANY_ATTRIBUTES;
    }
}

/* The next byte that changes the state of the scan. */
static const char *
find_change (FoedXmlInput *self,
             const char   *bytes,
             const char   *end)
{
  switch (self->scan)
    {
    case SCAN_CONTENT:
      return memchr (bytes, '<', end - bytes);

    case SCAN_VALUE:
      return memchr (bytes, self->quote, end - bytes);

    case SCAN_SKIP:
      return memchr (bytes, '>', end - bytes);

    case SCAN_TAG:
      while (bytes < end && *bytes != '>' && *bytes != '"' && *bytes != '\'')
        bytes++;

      return bytes == end ? NULL : bytes;

    case SCAN_OPEN:
    case SCAN_BANG:
    default:
      return bytes;
    }
}

static void
scan_change (FoedXmlInput *self,
             const char   *bytes,
             const char   *at)
{
  switch (self->scan)
    {
    case SCAN_CONTENT:
      self->scan = SCAN_OPEN;
      self->markup_offset = self->offset + (at - bytes);
      break;

    case SCAN_VALUE:
      self->scan = SCAN_TAG;
      break;

    case SCAN_SKIP:
      if (is_end_of_skip (self, bytes, at))
        self->scan = SCAN_CONTENT;
      break;

    case SCAN_TAG:
      scan_tag (self, *at);
      break;

    case SCAN_OPEN:
      scan_open (self, *at);
      break;

    case SCAN_BANG:
    default:
      scan_bang (self, *at);
      break;
    }
}

static void
remember_tail (FoedXmlInput *self,
               const char   *bytes,
               gsize         n_bytes)
{
  self->tail[0] = n_bytes > 1 ? bytes[n_bytes - 2] : self->tail[1];
  self->tail[1] = bytes[n_bytes - 1];
}

static void
check_lengths (FoedXmlInput *self,
               guint64       offset)
{
  if (offset - self->tag_offset > FOED_XML_LONGEST_RUN)
    self->state = FOED_XML_INPUT_LONG_RUN;

  if (self->scan == SCAN_CONTENT || (self->scan == SCAN_SKIP && self->skip_until[0] == ']'))
    return;

  if (offset - self->markup_offset > FOED_XML_LONGEST_MARKUP)
    self->state = FOED_XML_INPUT_LONG_MARKUP;
}

static void
scan_bytes (FoedXmlInput *self,
            const char   *bytes,
            gsize         n_bytes)
{
  const char *end = bytes + n_bytes;
  const char *position = bytes;

  while (position < end && self->state == FOED_XML_INPUT_FINE)
    {
      const char *change = find_change (self, position, end);

      advance (self, position, change == NULL ? end : change);

      if (change == NULL)
        break;

      scan_change (self, bytes, change);
      self->position.column++;
      position = change + 1;
    }

  if (n_bytes > 0)
    remember_tail (self, bytes, n_bytes);

  if (self->state == FOED_XML_INPUT_FINE)
    check_lengths (self, self->offset + n_bytes);
}

static gboolean
fill_buffer (FoedXmlInput *self)
{
  gssize n_read = -1;

  /* Not every stream looks. */
  if (!g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
    n_read = g_input_stream_read (self->stream, self->buffer, BUFFER_SIZE, self->cancellable, &self->error);

  if (n_read < 0)
    {
      self->state = FOED_XML_INPUT_FAILED;
      return FALSE;
    }

  self->n_taken = 0;
  self->n_buffered = n_read;
  self->is_at_end = n_read == 0;

  return TRUE;
}

/* In UTF-16 and UTF-32, the first letter has a byte of 0 or a mark before it. */
static gboolean
is_wide (const char *bytes,
         gsize       n_bytes)
{
  static const char little_end[] = { '\xff', '\xfe' };
  static const char big_end[] = { '\xfe', '\xff' };

  if (n_bytes < 2)
    return FALSE;

  return memcmp (bytes, little_end, 2) == 0 || memcmp (bytes, big_end, 2) == 0 || bytes[0] == '\0' || bytes[1] == '\0';
}

/* Begins to read @stream. */
FoedXmlInput *
foed_xml_input_new (GInputStream *stream)
{
  FoedXmlInput *self = g_new0 (FoedXmlInput, 1);

  self->stream = g_object_ref (stream);
  self->buffer = g_malloc (BUFFER_SIZE);
  self->position = (Position) { 1, 1 };
  self->n_allocated = 64;
  self->elements = g_new (Position, self->n_allocated);

  return self;
}

void
foed_xml_input_free (FoedXmlInput *self)
{
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  g_free (self->buffer);
  g_free (self->elements);
  g_free (self);
}

void
foed_xml_input_set_cancellable (FoedXmlInput *self,
                                GCancellable *cancellable)
{
  g_set_object (&self->cancellable, cancellable);
}

/* Hands bytes to libxml2: how many, 0 at the end, or -1 where reading must stop. */
int
foed_xml_input_read (FoedXmlInput *self,
                     char         *bytes,
                     int           n_bytes)
{
  gsize n_ready;

  if (self->state != FOED_XML_INPUT_FINE)
    return -1;

  if (self->n_taken == self->n_buffered && !fill_buffer (self))
    return -1;

  n_ready = MIN (self->n_buffered - self->n_taken, (gsize) n_bytes);

  if (self->offset == 0 && is_wide (self->buffer, n_ready))
    self->state = FOED_XML_INPUT_WIDE;
  else if (self->offset + n_ready > FOED_XML_LONGEST_FILE)
    self->state = FOED_XML_INPUT_TOO_LONG;
  else
    scan_bytes (self, self->buffer + self->n_taken, n_ready);

  if (self->state != FOED_XML_INPUT_FINE)
    return -1;

  memcpy (bytes, self->buffer + self->n_taken, n_ready);
  self->n_taken += n_ready;
  self->offset += n_ready;

  return n_ready;
}

FoedXmlInputState
foed_xml_input_get_state (FoedXmlInput *self)
{
  return self->state;
}

const GError *
foed_xml_input_get_error (FoedXmlInput *self)
{
  return self->error;
}

/* Whether libxml2 has been told that there is no more. */
gboolean
foed_xml_input_get_is_at_end (FoedXmlInput *self)
{
  return self->is_at_end;
}

/* How many bytes libxml2 has been given. */
guint64
foed_xml_input_get_offset (FoedXmlInput *self)
{
  return self->offset;
}

/* Where the scan has come to. */
void
foed_xml_input_get_position (FoedXmlInput *self,
                             int          *line,
                             int          *column)
{
  *line = self->position.line;
  *column = self->position.column;
}

/* Where the next element begins; to be called for each element that the reader meets. */
gboolean
foed_xml_input_pop_element (FoedXmlInput *self,
                            int          *line,
                            int          *column)
{
  if (self->n_elements == 0)
    return FALSE;

  *line = self->elements[self->first_element].line;
  *column = self->elements[self->first_element].column;
  self->first_element = (self->first_element + 1) & (self->n_allocated - 1);
  self->n_elements--;

  return TRUE;
}
