/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cli-table"

#include "config.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli-table.h"

#define MAX_CELL_WIDTH 40

struct _CliTable
{
  GPtrArray *rows;
  guint      n_columns;
  guint     *widths;
};

static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!g_unichar_iszerowidth (character))
        width += g_unichar_iswide (character) ? 2 : 1;
    }

  return width;
}

static char *
cut (const char *text,
     guint       max_width)
{
  GString *shortened;
  guint width = 0;

  if (measure (text) <= max_width)
    return g_strdup (text);

  shortened = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      guint step = g_unichar_iszerowidth (character) ? 0 : g_unichar_iswide (character) ? 2 : 1;

      if (width + step + 1 > max_width)
        break;

      g_string_append_unichar (shortened, character);
      width += step;
    }

  g_string_append (shortened, "…");

  return g_string_free (shortened, FALSE);
}

/* Unlimited where the output goes to a file or another program. */
static guint
get_line_width (void)
{
  struct winsize size = { 0 };

  if (!isatty (STDOUT_FILENO) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return G_MAXUINT;

  return size.ws_col;
}

static void
print_row (CliTable *self,
           char    **cells,
           guint     line_width)
{
  guint max_width = line_width == G_MAXUINT ? G_MAXUINT : MAX_CELL_WIDTH;
  g_autoptr (GString) line = g_string_new (NULL);
  guint start = 0;

  for (guint i = 0; i < self->n_columns && start < line_width; i++)
    {
      gboolean is_last = i + 1 == self->n_columns;
      guint width = MIN (self->widths[i], max_width);
      g_autofree char *cell = cut (cells[i], is_last ? line_width - start : MIN (width, line_width - start));

      g_string_append (line, cell);
      if (!is_last)
        g_string_append_printf (line, "%*s", (int) (width - measure (cell) + 2), "");

      start += width + 2;
    }

  g_print ("%s\n", g_strchomp (line->str));
}

/**
 * cli_table_new:
 * @headings: the headings, translated
 * @n_columns: how many
 *
 * Returns: (transfer full): an empty table
 */
CliTable *
cli_table_new (const char * const *headings,
               guint               n_columns)
{
  CliTable *self = g_new0 (CliTable, 1);
  char **cells = g_new0 (char *, n_columns + 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->n_columns = n_columns;
  self->widths = g_new0 (guint, n_columns);

  for (guint i = 0; i < n_columns; i++)
    cells[i] = g_strdup (headings[i]);

  cli_table_take_row (self, cells);

  return self;
}

void
cli_table_free (CliTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self->widths);
  g_free (self);
}

/**
 * cli_table_take_row:
 * @self: a table
 * @cells: (transfer full): as many texts as there are columns, without line breaks
 *
 * Adds a row.
 */
void
cli_table_take_row (CliTable *self,
                    char    **cells)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (g_strv_length (cells) == self->n_columns);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_strdelimit (cells[i], "\n\r\t", ' ');
      self->widths[i] = MAX (self->widths[i], measure (cells[i]));
    }

  g_ptr_array_add (self->rows, cells);
}

/**
 * cli_table_print:
 * @self: a table
 *
 * Prints the headings and all rows.
 */
void
cli_table_print (CliTable *self)
{
  guint line_width = get_line_width ();

  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->rows->len; i++)
    print_row (self, g_ptr_array_index (self->rows, i), line_width);
}
