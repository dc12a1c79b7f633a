/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-spreadsheet"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <xlsxwriter.h>

#include "foed-table-writer-private.h"

struct _FoedSpreadsheet
{
  char          *folder;
  char          *path;
  lxw_workbook  *workbook;
  lxw_worksheet *sheet;
  lxw_format    *heading;
};

static gboolean
refuse (lxw_error   code,
        GError    **error)
{
  const char *message;

  if (code == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
    message = _("The table has more rows or columns than a spreadsheet can hold. Write it as CSV.");
  else if (code == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
    message = _("A text is longer than a cell of a spreadsheet can hold. Write it as CSV.");
  else
    message = lxw_strerror (code);

  g_set_error (error, FOED_TABLE_ERROR, FOED_TABLE_ERROR_CANNOT_WRITE, _("The spreadsheet can't be written: %s"), message);

  return FALSE;
}

FoedSpreadsheet *
foed_spreadsheet_new (GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("foedera-XXXXXX", error);
  FoedSpreadsheet *self;
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };

  if (folder == NULL)
    return NULL;

  self = g_new0 (FoedSpreadsheet, 1);
  self->path = g_build_filename (folder, "table.xlsx", NULL);
  self->folder = g_steal_pointer (&folder);
  options.tmpdir = self->folder;
  self->workbook = workbook_new_opt (self->path, &options);
  self->sheet = workbook_add_worksheet (self->workbook, NULL);
  self->heading = workbook_add_format (self->workbook);
  format_set_bold (self->heading);
  worksheet_freeze_panes (self->sheet, 1, 0);

  return self;
}

void
foed_spreadsheet_free (FoedSpreadsheet *self)
{
  if (self->workbook != NULL)
    workbook_close (self->workbook);

  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

/* Rows must come in order. Nothing is ever written as a formula. */
gboolean
foed_spreadsheet_write (FoedSpreadsheet  *self,
                        guint             row,
                        guint             column,
                        const char       *cell,
                        gboolean          is_number,
                        gboolean          is_heading,
                        GError          **error)
{
  lxw_error code;

  if (row >= LXW_ROW_MAX || column >= LXW_COL_MAX)
    return refuse (LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE, error);

  if (is_number)
    code = worksheet_write_number (self->sheet, row, (lxw_col_t) column, g_ascii_strtod (cell, NULL), NULL);
  else
    code = worksheet_write_string (self->sheet, row, (lxw_col_t) column, cell, is_heading ? self->heading : NULL);

  return code == LXW_NO_ERROR || refuse (code, error);
}

/* Copies the whole file to @stream. */
gboolean
foed_spreadsheet_end (FoedSpreadsheet  *self,
                      GOutputStream    *stream,
                      GCancellable     *cancellable,
                      GError          **error)
{
  lxw_error code = workbook_close (g_steal_pointer (&self->workbook));
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) input = NULL;

  if (code != LXW_NO_ERROR)
    return refuse (code, error);

  file = g_file_new_for_path (self->path);
  input = g_file_read (file, cancellable, error);

  return input != NULL
         && g_output_stream_splice (stream, G_INPUT_STREAM (input), G_OUTPUT_STREAM_SPLICE_NONE, cancellable, error) >= 0;
}
