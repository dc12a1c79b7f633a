/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-panel-row"

#include "config.h"

#include <string.h>

#include "foed-panel-private.h"

/* Adds a text, or a blank cell for NULL. */
void
foed_panel_row_add (FoedPanelRow *self,
                    const char   *cell)
{
  foed_panel_row_take (self, g_strdup (cell));
}

void
foed_panel_row_take (FoedPanelRow *self,
                     char         *cell)
{
  g_ptr_array_add (self->cells, cell);
}

void
foed_panel_row_add_number (FoedPanelRow *self,
                           gint64        number)
{
  foed_panel_row_take (self, g_strdup_printf ("%" G_GINT64_FORMAT, number));
}

void
foed_panel_row_add_field (FoedPanelRow *self,
                          FoedRecord   *record,
                          FoedField     field)
{
  foed_panel_row_take (self, record != NULL && foed_record_has_value (record, field)
                             ? foed_record_dup_string (record, field) : NULL);
}

/* Adds the value of a coded cell and its state; both are blank where there is no record. */
void
foed_panel_row_add_coded (FoedPanelRow *self,
                          FoedRecord   *record,
                          FoedField     field)
{
  foed_panel_row_add_field (self, record, field);
  foed_panel_row_add (self, record == NULL ? NULL : foed_cell_get_term (foed_record_get_cell (record, field))->nick);
}

/* Adds 1, 0 or a blank for something that is there, is not, or is not known, and which of the five it is. */
void
foed_panel_row_add_presence (FoedPanelRow *self,
                             FoedCell      cell)
{
  gboolean is_there = cell == FOED_CELL_STATED || cell == FOED_CELL_IMPLIED;

  foed_panel_row_add (self, is_there ? "1" : cell == FOED_CELL_SILENT ? "0" : NULL);
  foed_panel_row_add (self, foed_cell_get_term (cell)->nick);
}

/* Adds a day; an open end is blank. */
void
foed_panel_row_add_day (FoedPanelRow *self,
                        FoedDay       day)
{
  foed_panel_row_take (self, day == FOED_DAY_FIRST || day == FOED_DAY_LAST ? NULL : foed_day_to_string (day));
}

/* Adds strings separated by spaces; none is a blank. */
void
foed_panel_row_add_list (FoedPanelRow *self,
                         GPtrArray    *strings)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < strings->len; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ", (const char *) strings->pdata[i]);

  foed_panel_row_add (self, text->len == 0 ? NULL : text->str);
}

/* Adds the id of a state, its title and its two codes. */
void
foed_panel_row_add_state (FoedPanelRow *self,
                          FoedPanelRun *run,
                          const char   *state)
{
  FoedRecord *record = g_hash_table_lookup (run->states, state);

  foed_panel_row_add (self, state);
  foed_panel_row_add_field (self, record, FOED_FIELD_TITLE);
  foed_panel_row_add_field (self, record, FOED_FIELD_ISO3);
  foed_panel_row_add_field (self, record, FOED_FIELD_COW);
}

/* Writes the row and begins the next. */
gboolean
foed_panel_row_write (FoedPanelRow  *self,
                      FoedPanelRun  *run,
                      GError       **error)
{
  gboolean written = foed_table_writer_write_row (run->writer, (const char * const *) self->cells->pdata,
                                                  run->cancellable, error);

  g_ptr_array_set_size (self->cells, 0);

  return written;
}

/* What is known where several things tell of the same: that it is there counts most, that nobody looked least. */
FoedCell
foed_panel_join_cells (FoedCell a,
                       FoedCell b)
{
  static const guint8 weights[] = {
    [FOED_CELL_STATED] = 4,
    [FOED_CELL_IMPLIED] = 3,
    [FOED_CELL_SILENT] = 2,
    [FOED_CELL_TEXT_MISSING] = 1,
    [FOED_CELL_NOT_CODED] = 0,
  };

  return weights[a] >= weights[b] ? a : b;
}

static char *
make_name (const char *prefix,
           const char *nick)
{
  char *name = g_strconcat (prefix, nick, NULL);

  return g_strdelimit (name, "-", '_');
}

void
foed_panel_add_column (GPtrArray      *columns,
                       const char     *nick,
                       const char     *label,
                       FoedColumnType  type,
                       FoedVocabulary  vocabulary)
{
  g_ptr_array_add (columns, foed_table_column_new (nick, label, NULL, type, vocabulary));
}

/* The column that tells in which of the five states the one before it is. */
void
foed_panel_add_cell_column (GPtrArray  *columns,
                            const char *nick)
{
  g_autofree char *name = g_strconcat (nick, "_cell", NULL);

  g_ptr_array_add (columns, foed_table_column_new (name, foed_vocabulary_get_label (FOED_VOCABULARY_CELL), NULL,
                                                   FOED_COLUMN_TERM, FOED_VOCABULARY_CELL));
}

/* Two columns for each term of @vocabulary. */
void
foed_panel_add_term_columns (GPtrArray      *columns,
                             const char     *prefix,
                             FoedVocabulary  vocabulary,
                             const char     *explanation)
{
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (vocabulary, &n_terms);

  for (guint i = 0; i < n_terms; i++)
    {
      g_autofree char *name = make_name (prefix, terms[i].nick);
      g_autofree char *text = g_strjoin (" ", foed_term_get_explanation (&terms[i]), explanation, NULL);

      g_ptr_array_add (columns, foed_table_column_new (name, foed_term_get_label (&terms[i]), text, FOED_COLUMN_INTEGER,
                                                       FOED_VOCABULARY_NONE));
      foed_panel_add_cell_column (columns, name);
    }
}

/* The columns that foed_panel_row_add_state() fills. */
void
foed_panel_add_state_columns (GPtrArray  *columns,
                              const char *prefix,
                              const char *label)
{
  static const struct
  {
    const char    *suffix;
    FoedField      field;
    FoedColumnType type;
  } parts[] = {
    { "", FOED_FIELD_NONE, FOED_COLUMN_REFERENCE },
    { "_title", FOED_FIELD_TITLE, FOED_COLUMN_TEXT },
    { "_iso3", FOED_FIELD_ISO3, FOED_COLUMN_TEXT },
    { "_cow", FOED_FIELD_COW, FOED_COLUMN_INTEGER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat (prefix, parts[i].suffix, NULL);
      const char *field = parts[i].field == FOED_FIELD_NONE ? NULL : foed_field_get_label (parts[i].field);

      g_ptr_array_add (columns, foed_table_column_new (name, label, field, parts[i].type, FOED_VOCABULARY_NONE));
    }
}
