/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-foreign-repair"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "foed-foreign-parser-private.h"

/* What is repaired in the bytes: letters in another encoding than the file says, entities that only a DTD could
 * explain, and bare ampersands. What is not well-formed beyond that, libxml2 mends when asked to. */

#define LONGEST_DECLARATION 256
#define LONGEST_ENTITY 64

typedef struct
{
  const char *bytes;
  const char *end;
  const char *at;
  GString    *repaired;
  const char *name;
  FoedReport *report;
  GHashTable *entities;        /* of the file's own DTD: name to text */
  int         line;
  const char *line_start;
  const char *counted_to;      /* so far the letters of the line are counted, as its column */
  int         column;
} Repair;

/* A file may be one line, and a warning may stand at each of its letters: no letter is counted twice. */
static int
get_column (Repair *self)
{
  if (self->counted_to < self->line_start)
    {
      self->counted_to = self->line_start;
      self->column = 1;
    }

  for (; self->counted_to < self->at; self->counted_to++)
    self->column += ((guchar) *self->counted_to & 0xc0) != 0x80;

  return self->column;
}

static void
add_warning (Repair     *self,
             const char *rule,
             char       *message)
{
  if (self->report != NULL)
    foed_report_take_problem (self->report, foed_problem_new (FOED_SEVERITY_WARNING, self->name, self->line,
                                                              get_column (self), NULL, rule, message, NULL));

  g_free (message);
}

/* The encoding that the XML declaration names, in small letters, or NULL. */
static char *
dup_declared_encoding (const char *bytes,
                       gsize       length)
{
  g_autofree char *head = NULL;
  const char *end;
  const char *value;
  const char *close;

  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    bytes += 3, length -= 3;

  if (length < 5 || memcmp (bytes, "<?xml", 5) != 0)
    return NULL;

  head = g_strndup (bytes, MIN (length, LONGEST_DECLARATION));
  end = strstr (head, "?>");
  value = strstr (head, "encoding");

  if (end == NULL || value == NULL || value > end || (value = strpbrk (value, "\"'")) == NULL
      || (close = strchr (value + 1, *value)) == NULL)
    return NULL;

  return g_ascii_strdown (value + 1, close - value - 1);
}

static gboolean
is_one_byte_encoding (const char *encoding)
{
  return g_str_has_prefix (encoding, "iso-8859") || g_str_has_prefix (encoding, "windows-125")
         || g_str_has_prefix (encoding, "cp125") || g_str_equal (encoding, "us-ascii")
         || g_str_equal (encoding, "ascii") || g_str_equal (encoding, "latin1") || g_str_equal (encoding, "latin-1");
}

static gboolean
is_known_encoding (const char *encoding)
{
  xmlCharEncodingHandler *handler = xmlFindCharEncodingHandler (encoding);

  if (handler != NULL)
    xmlCharEncCloseFunc (handler);

  return handler != NULL;
}

static const char *
find_letter_beyond_ascii (const char *bytes,
                          gsize       length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) bytes[i] >= 0x80)
      return bytes + i;

  return NULL;
}

/* Whether a file, by its first letter, has two or four bytes a letter. */
static gboolean
is_wide (const char *bytes,
         gsize       length)
{
  return length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0 || bytes[0] == '\0'
                         || bytes[1] == '\0');
}

/* Whether the letters of a file can be what it says that they are. Text in an encoding of one byte a letter that
 * happens to be flawless UTF-8 throughout is UTF-8. */
FoedEncodingFault
foed_foreign_check_encoding (GBytes  *bytes,
                             char   **declared,
                             gsize   *offset)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *encoding = length == 0 ? NULL : dup_declared_encoding (text, length);
  const char *fault;

  *declared = NULL;

  if (length == 0 || is_wide (text, length))
    return FOED_ENCODING_FINE;

  if ((fault = memchr (text, '\0', length)) != NULL)
    {
      *offset = fault - text;
      return FOED_ENCODING_ZEROS;
    }

  if (encoding == NULL || g_str_equal (encoding, "utf-8") || g_str_equal (encoding, "utf8"))
    {
      if (g_utf8_validate_len (text, length, &fault))
        return FOED_ENCODING_FINE;

      *offset = fault - text;
      return FOED_ENCODING_NOT_UTF_8;
    }

  if (!is_known_encoding (encoding))
    {
      *offset = 0;
      *declared = g_steal_pointer (&encoding);
      return FOED_ENCODING_UNKNOWN;
    }

  if (!is_one_byte_encoding (encoding) || (fault = find_letter_beyond_ascii (text, length)) == NULL
      || !g_utf8_validate_len (text, length, NULL))
    return FOED_ENCODING_FINE;

  *offset = fault - text;
  *declared = g_steal_pointer (&encoding);

  return FOED_ENCODING_UTF_8_UNDECLARED;
}

/* The line and column of a byte. Bytes in the middle of letters of UTF-8 are no columns. */
void
foed_foreign_locate (GBytes *bytes,
                     gsize   offset,
                     int    *line,
                     int    *column)
{
  const char *text = g_bytes_get_data (bytes, NULL);
  const char *end = text + offset;
  const char *newline;

  *line = 1;
  *column = 1;

  while ((newline = memchr (text, '\n', end - text)) != NULL)
    {
      (*line)++;
      text = newline + 1;
    }

  for (; text < end; text++)
    *column += ((guchar) *text & 0xc0) != 0x80;
}

/* Appends bytes that are no UTF-8 as the letters they are in Windows-1252, which contains ISO-8859-1. */
static void
append_windows_letter (GString *text,
                       char     byte)
{
  g_autofree char *letter = g_convert (&byte, 1, "UTF-8", "WINDOWS-1252", NULL, NULL, NULL);

  g_string_append (text, letter == NULL ? "\xef\xbf\xbd" : letter);
}

static GBytes *
mend_letters (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end = text + length;
  g_autoptr (GString) mended = g_string_sized_new (length + length / 16);

  while (text < end)
    {
      const char *fault;

      g_utf8_validate_len (text, end - text, &fault);
      g_string_append_len (mended, text, fault - text);

      if (fault < end)
        append_windows_letter (mended, *fault++);

      text = fault;
    }

  return g_string_free_to_bytes (g_steal_pointer (&mended));
}

static GBytes *
drop_zeros (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (GString) rest = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    if (text[i] != '\0')
      g_string_append_c (rest, text[i]);

  return g_string_free_to_bytes (g_steal_pointer (&rest));
}

/* Makes the declaration say UTF-8. */
static GBytes *
declare_utf_8 (GBytes *bytes)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *end = g_strstr_len (text, length, "?>");
  g_autoptr (GString) declared = g_string_sized_new (length + 32);

  g_assert (end != NULL);
  g_string_append (declared, "<?xml version=\"1.0\" encoding=\"UTF-8\"");
  g_string_append_len (declared, end, text + length - end);

  return g_string_free_to_bytes (g_steal_pointer (&declared));
}

static GBytes *
repair_fault (GBytes            *bytes,
              FoedEncodingFault  fault)
{
  if (fault == FOED_ENCODING_ZEROS)
    return drop_zeros (bytes);

  return fault == FOED_ENCODING_NOT_UTF_8 ? mend_letters (bytes) : declare_utf_8 (bytes);
}

static GBytes *
repair_encoding (GBytes     *bytes,
                 const char *name,
                 FoedReport *report)
{
  g_autofree char *declared = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GBytes) repaired = NULL;
  gsize offset = 0;
  int line, column;
  FoedEncodingFault fault = foed_foreign_check_encoding (bytes, &declared, &offset);

  if (fault == FOED_ENCODING_FINE)
    return g_bytes_ref (bytes);

  foed_foreign_locate (bytes, offset, &line, &column);

  if (fault == FOED_ENCODING_ZEROS)
    message = g_strdup (_("Bytes of zero, which no text has, were left out."));
  else if (fault == FOED_ENCODING_NOT_UTF_8)
    message = g_strdup (_("Letters that are not UTF-8 were read as Windows-1252."));
  else if (fault == FOED_ENCODING_UNKNOWN)
    message = g_strdup_printf (_("The file says that it is %s, which is no known encoding. It was read as UTF-8."), declared);
  else
    message = g_strdup_printf (_("The file says that it is %s, but it is UTF-8 and was read so."), declared);

  if (report != NULL)
    foed_report_take_problem (report, foed_problem_new (FOED_SEVERITY_WARNING, name, line, column, NULL, "encoding",
                                                        message, NULL));

  repaired = repair_fault (bytes, fault);

  /* What has no zeros any more, or now says that it is UTF-8, may still be something else. */
  if (fault == FOED_ENCODING_ZEROS || fault == FOED_ENCODING_UNKNOWN)
    return repair_encoding (repaired, name, report);

  return g_steal_pointer (&repaired);
}

/* Copies everything up to and with @until, or to the end. */
static void
copy_until (Repair     *self,
            const char *until)
{
  const char *found = g_strstr_len (self->at, self->end - self->at, until);
  const char *stop = found == NULL ? self->end : found + strlen (until);

  for (const char *c = self->at; c < stop; c++)
    if (*c == '\n')
      {
        self->line++;
        self->line_start = c + 1;
      }

  g_string_append_len (self->repaired, self->at, stop - self->at);
  self->at = stop;
}

/* `<!ENTITY name "text">`, where the text is nothing but text. */
static void
note_entity (Repair     *self,
             const char *declaration,
             const char *end)
{
  const char *name = declaration + strlen ("<!ENTITY");
  const char *name_end;
  const char *close;

  while (name < end && g_ascii_isspace (*name))
    name++;

  for (name_end = name; name_end < end && !g_ascii_isspace (*name_end); name_end++)
    continue;

  declaration = name_end;

  while (declaration < end && g_ascii_isspace (*declaration))
    declaration++;

  if (name_end == name || *name == '%' || declaration >= end || (*declaration != '"' && *declaration != '\'')
      || (close = memchr (declaration + 1, *declaration, end - declaration - 1)) == NULL
      || close - declaration > LONGEST_DECLARATION || memchr (declaration, '&', close - declaration) != NULL
      || memchr (declaration, '<', close - declaration) != NULL || memchr (declaration, '%', close - declaration) != NULL)
    return;

  g_hash_table_replace (self->entities, g_strndup (name, name_end - name),
                        g_strndup (declaration + 1, close - declaration - 1));
}

/* The bytes need not end with a zero. */
static gboolean
begins_with (Repair     *self,
             const char *at,
             const char *prefix)
{
  gsize length = strlen (prefix);

  return (gsize) (self->end - at) >= length && strncmp (at, prefix, length) == 0;
}

/* Leaves the DOCTYPE out, but for its lines, and remembers the plain entities that it declares. */
static void
skip_doctype (Repair *self)
{
  int depth = 0;
  char quote = '\0';

  for (; self->at < self->end; self->at++)
    {
      char c = *self->at;

      if (c == '\n')
        {
          g_string_append_c (self->repaired, '\n');
          self->line++;
          self->line_start = self->at + 1;
        }

      if (quote != '\0')
        {
          quote = c == quote ? '\0' : quote;
          continue;
        }

      if (begins_with (self, self->at, "<!--"))
        {
          const char *close = g_strstr_len (self->at, self->end - self->at, "-->");

          self->at = close == NULL ? self->end - 1 : close + 2;
        }
      else if (c == '"' || c == '\'')
        {
          quote = c;
        }
      else if (c == '<' || c == '[')
        {
          depth++;

          if (begins_with (self, self->at, "<!ENTITY"))
            note_entity (self, self->at, self->end);
        }
      else if (c == '>' || c == ']')
        {
          depth--;

          if (depth == 0)
            {
              self->at++;
              return;
            }
        }
    }
}

/* The five of XML become numbers: when libxml2 has mended something, it no longer replaces entities. */
static char
get_predefined (const char *entity)
{
  static const struct
  {
    const char *name;
    char letter;
  } predefined[] = { { "amp", '&' }, { "lt", '<' }, { "gt", '>' }, { "quot", '"' }, { "apos", '\'' } };

  for (guint i = 0; i < G_N_ELEMENTS (predefined); i++)
    if (strcmp (predefined[i].name, entity) == 0)
      return predefined[i].letter;

  return '\0';
}

static void
append_plain_text (GString    *text,
                   const char *plain)
{
  for (; *plain != '\0'; plain++)
    if (strchr ("<>&\"'", *plain) != NULL)
      g_string_append_printf (text, "&#%d;", *plain);
    else
      g_string_append_c (text, *plain);
}

/* An entity becomes the letter that HTML has by its name, the text that the file itself declares, or its name. */
static void
replace_entity (Repair     *self,
                const char *entity)
{
  const char *text = g_hash_table_lookup (self->entities, entity);
  const htmlEntityDesc *letter = htmlEntityLookup ((const xmlChar *) entity);

  if (text != NULL)
    {
      append_plain_text (self->repaired, text);
      add_warning (self, "entity", g_strdup_printf (_("The entity “%s” was read as “%s”, as the file declares it."),
                                                    entity, text));
    }
  else if (letter != NULL)
    {
      g_autofree char *plain = g_malloc0 (8);

      g_unichar_to_utf8 (letter->value, plain);
      g_string_append_printf (self->repaired, "&#%u;", letter->value);
      add_warning (self, "entity", g_strdup_printf (_("The entity “%s” was read as “%s”, as in HTML."), entity, plain));
    }
  else
    {
      g_string_append_printf (self->repaired, "[%s]", entity);
      add_warning (self, "entity", g_strdup_printf (_("The entity “%s” is not defined; “[%s]” stands in its place."),
                                                    entity, entity));
    }
}

static void
repair_reference (Repair *self)
{
  const char *semicolon = memchr (self->at, ';', MIN (self->end - self->at, LONGEST_ENTITY));
  g_autofree char *entity = NULL;

  if (semicolon != NULL && self->at[1] == '#')
    {
      g_string_append_len (self->repaired, self->at, semicolon + 1 - self->at);
      self->at = semicolon + 1;
      return;
    }

  if (semicolon != NULL)
    {
      const char *c = self->at + 1;

      while (c < semicolon && (g_ascii_isalnum (*c) || *c == '.' || *c == '-' || *c == '_' || *c == ':'))
        c++;

      if (c == semicolon && g_ascii_isalpha (self->at[1]))
        entity = g_strndup (self->at + 1, semicolon - self->at - 1);
    }

  if (entity == NULL)
    {
      add_warning (self, "ampersand", g_strdup (_("A bare “&” was read as the character.")));
      g_string_append (self->repaired, "&#38;");
      self->at++;
      return;
    }

  if (get_predefined (entity) != '\0')
    g_string_append_printf (self->repaired, "&#%d;", get_predefined (entity));
  else
    replace_entity (self, entity);

  self->at = semicolon + 1;
}

static void
repair_text (Repair *self)
{
  while (self->at < self->end)
    {
      const char *c = self->at;

      while (c < self->end && *c != '&' && *c != '<' && *c != '\n')
        c++;

      g_string_append_len (self->repaired, self->at, c - self->at);
      self->at = c;

      if (c == self->end)
        break;

      if (*c == '&')
        {
          repair_reference (self);
        }
      else if (*c == '\n')
        {
          g_string_append_c (self->repaired, '\n');
          self->line++;
          self->line_start = ++self->at;
        }
      else if (begins_with (self, c, "<!--"))
        {
          copy_until (self, "-->");
        }
      else if (begins_with (self, c, "<![CDATA["))
        {
          copy_until (self, "]]>");
        }
      else if (begins_with (self, c, "<?"))
        {
          copy_until (self, "?>");
        }
      else if (begins_with (self, c, "<!DOCTYPE"))
        {
          skip_doctype (self);
        }
      else
        {
          g_string_append_c (self->repaired, '<');
          self->at++;
        }
    }
}

GBytes *
foed_foreign_repair (GBytes     *bytes,
                     const char *name,
                     FoedReport *report)
{
  g_autoptr (GBytes) readable = repair_encoding (bytes, name, report);
  g_autoptr (GHashTable) entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gsize length;
  const char *text = g_bytes_get_data (readable, &length);
  Repair repair = { 0 };

  /* Files of several bytes a letter are none of our business. */
  if (length == 0 || is_wide (text, length))
    return g_steal_pointer (&readable);

  repair.repaired = g_string_sized_new (length + 1);
  repair.at = repair.line_start = repair.counted_to = text;
  repair.end = text + length;
  repair.name = name;
  repair.report = report;
  repair.entities = entities;
  repair.line = repair.column = 1;
  repair_text (&repair);

  return g_string_free_to_bytes (repair.repaired);
}
