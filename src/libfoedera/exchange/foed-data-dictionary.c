/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-data-dictionary"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-data-dictionary.h"

static const char * const types[] = {
  [FOED_COLUMN_TEXT] = "text",
  [FOED_COLUMN_INTEGER] = "integer",
  [FOED_COLUMN_NUMBER] = "number",
  [FOED_COLUMN_DATE] = "date",
  [FOED_COLUMN_TERM] = "term",
  [FOED_COLUMN_TERMS] = "terms",
  [FOED_COLUMN_REFERENCE] = "id",
  [FOED_COLUMN_REFERENCES] = "ids",
};

static const char *
explain_type (FoedColumnType type)
{
  switch (type)
    {
    case FOED_COLUMN_DATE:
      /* xgettext: no-c-format */
      return _("As precise as its source: a year, a month or a day; ~ approximate, ? uncertain, % both.");

    case FOED_COLUMN_TERMS:
      return _("Several are separated by spaces.");

    case FOED_COLUMN_REFERENCE:
      return _("The id of a record.");

    case FOED_COLUMN_REFERENCES:
      return _("Ids of records, separated by spaces.");

    case FOED_COLUMN_TEXT:
      return _("A text that a spreadsheet would take for a formula begins with an apostrophe.");

    case FOED_COLUMN_INTEGER:
    case FOED_COLUMN_NUMBER:
    case FOED_COLUMN_TERM:
    default:
      return NULL;
    }
}

static GPtrArray *
make_columns (void)
{
  static const struct
  {
    const char *nick;
    const char *label;
  } parts[] = {
    { "column", NC_("dictionary", "Column") }, { "value", NC_("dictionary", "Value") },
    { "label", NC_("dictionary", "Label") },   { "type", NC_("dictionary", "Type") },
    { "explanation", NC_("dictionary", "Explanation") },
    { "atop", NC_("dictionary", "In ATOP") },  { "cow", NC_("dictionary", "In COW") },
  };
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_table_column_free);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_ptr_array_add (columns, foed_table_column_new (parts[i].nick, g_dpgettext2 (NULL, "dictionary", parts[i].label),
                                                     NULL, FOED_COLUMN_TEXT, FOED_VOCABULARY_NONE));

  return columns;
}

static gboolean
write_column (FoedTableWriter        *writer,
              const FoedTableColumn  *column,
              GCancellable           *cancellable,
              GError                **error)
{
  const char *hint = explain_type (column->type);
  g_autofree char *explanation = NULL;
  const char *cells[] = { column->nick, NULL, column->label, types[column->type], NULL, NULL, NULL };
  const FoedTerm *terms;
  guint n_terms;

  explanation = column->explanation == NULL ? g_strdup (hint)
                                            : g_strjoin (" ", column->explanation, hint, NULL);
  cells[4] = explanation;

  if (!foed_table_writer_write_row (writer, cells, cancellable, error))
    return FALSE;

  if (column->vocabulary == FOED_VOCABULARY_NONE)
    return TRUE;

  terms = foed_vocabulary_get_terms (column->vocabulary, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    {
      const char *values[] = { column->nick, terms[i].nick, foed_term_get_label (&terms[i]), NULL,
                               foed_term_get_explanation (&terms[i]), terms[i].atop, terms[i].cow };

      if (!foed_table_writer_write_row (writer, values, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * foed_data_dictionary_write:
 * @columns: (element-type FoedTableColumn): the columns of a table
 * @format: how to write
 * @stream: where to
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_TABLE_ERROR or %G_IO_ERROR
 *
 * Writes what the columns of a table hold: a row a column, and after it a row a term, with the equivalents in the data
 * sets of the field.
 *
 * Returns: whether it was written
 */
gboolean
foed_data_dictionary_write (GPtrArray        *columns,
                            FoedTableFormat   format,
                            GOutputStream    *stream,
                            GCancellable     *cancellable,
                            GError          **error)
{
  g_autoptr (FoedTableWriter) writer = NULL;
  g_autoptr (GPtrArray) own_columns = NULL;

  g_return_val_if_fail (columns != NULL, FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  writer = foed_table_writer_new (format, stream);
  own_columns = make_columns ();

  if (!foed_table_writer_write_columns (writer, own_columns, FALSE, cancellable, error))
    return FALSE;

  for (guint i = 0; i < columns->len; i++)
    if (!write_column (writer, g_ptr_array_index (columns, i), cancellable, error))
      return FALSE;

  return foed_table_writer_end (writer, cancellable, error);
}
