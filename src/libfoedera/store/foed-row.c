/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-row"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-row-private.h"

/* What stands in one column. Terms and references are also kept one by one, references with what people call them. */
typedef struct
{
  char  *value;
  char **values;
  char **titles;
} Cell;

struct _FoedRow
{
  GObject           parent_instance;
  FoedListing       listing;
  char             *id;
  char             *alliance;
  const FoedColumn *columns;
  guint             n_columns;
  Cell             *cells;
};

G_DEFINE_FINAL_TYPE (FoedRow, foed_row, G_TYPE_OBJECT)

static void
foed_row_finalize (GObject *object)
{
  FoedRow *self = FOED_ROW (object);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->cells[i].value);
      g_strfreev (self->cells[i].values);
      g_strfreev (self->cells[i].titles);
    }

  g_clear_pointer (&self->cells, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->alliance, g_free);

  G_OBJECT_CLASS (foed_row_parent_class)->finalize (object);
}

static void
foed_row_class_init (FoedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_row_finalize;
}

static void
foed_row_init (FoedRow *self)
{
}

static gboolean
is_list (const FoedColumn *column)
{
  return column->type == FOED_COLUMN_TERMS || column->type == FOED_COLUMN_REFERENCES;
}

static int
compare_terms (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  FoedVocabulary vocabulary = GPOINTER_TO_UINT (user_data);
  const FoedTerm *left = foed_vocabulary_find (vocabulary, *(const char *const *) a);
  const FoedTerm *right = foed_vocabulary_find (vocabulary, *(const char *const *) b);

  if (left == NULL || right == NULL)
    return (left == NULL) - (right == NULL);

  return foed_vocabulary_get_position (vocabulary, left) - foed_vocabulary_get_position (vocabulary, right);
}

/* A row without values yet. @alliance is NULL for a row that belongs to none. */
FoedRow *
foed_row_new (FoedListing  listing,
              const char  *id,
              const char  *alliance)
{
  FoedRow *self = g_object_new (FOED_TYPE_ROW, NULL);

  self->listing = listing;
  self->id = g_strdup (id);
  self->alliance = g_strdup (alliance);
  self->columns = foed_listing_get_columns (listing, &self->n_columns);
  self->cells = g_new0 (Cell, self->n_columns);

  return self;
}

/* Terms are put into the order of their vocabulary. */
void
foed_row_take_value (FoedRow *self,
                     guint    column,
                     char    *value)
{
  Cell *cell = &self->cells[column];

  g_assert (column < self->n_columns);

  cell->value = value;

  if (!is_list (&self->columns[column]) || value == NULL)
    return;

  cell->values = g_strsplit (value, " ", -1);

  if (self->columns[column].type == FOED_COLUMN_TERMS)
    {
      g_qsort_with_data (cell->values, g_strv_length (cell->values), sizeof (char *), compare_terms,
                         GUINT_TO_POINTER (self->columns[column].vocabulary));
      g_free (cell->value);
      cell->value = g_strjoinv (" ", cell->values);
    }
}

void
foed_row_take_titles (FoedRow  *self,
                      guint     column,
                      char    **titles)
{
  g_assert (column < self->n_columns);

  g_strfreev (self->cells[column].titles);
  self->cells[column].titles = titles;
}

static const char *
get_term_label (const FoedColumn *column,
                const char       *nick)
{
  const FoedTerm *term = foed_vocabulary_find (column->vocabulary, nick);

  return term == NULL ? nick : foed_term_get_label (term);
}

static char *
join_labels (const FoedColumn  *column,
             char             **nicks)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; nicks[i] != NULL; i++)
    g_ptr_array_add (labels, (gpointer) get_term_label (column, nicks[i]));

  g_ptr_array_add (labels, NULL);

  /* Translators: what stands between the things of a list. */
  return g_strjoinv (C_("list", ", "), (char **) labels->pdata);
}

static char *
format_date (const char *spelling)
{
  g_autoptr (FoedDate) date = foed_date_parse (spelling, NULL);

  return date == NULL ? g_strdup (spelling) : foed_date_format_plain (date);
}

/**
 * foed_row_get_listing:
 * @self: a row
 *
 * Returns: of what it is a row
 */
FoedListing
foed_row_get_listing (FoedRow *self)
{
  g_return_val_if_fail (FOED_IS_ROW (self), FOED_LISTING_ALLIANCES);

  return self->listing;
}

/**
 * foed_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): the id of the record that it stands for
 */
const char *
foed_row_get_id (FoedRow *self)
{
  g_return_val_if_fail (FOED_IS_ROW (self), NULL);

  return self->id;
}

/**
 * foed_row_get_alliance:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): the id of the alliance, or document, that the record belongs to or is
 */
const char *
foed_row_get_alliance (FoedRow *self)
{
  g_return_val_if_fail (FOED_IS_ROW (self), NULL);

  return self->alliance;
}

/**
 * foed_row_get_value:
 * @self: a row
 * @column: the position of a column of its listing
 *
 * Returns: (transfer none) (nullable): what stands there, in canonical spelling; several terms or ids are separated by
 *   spaces
 */
const char *
foed_row_get_value (FoedRow *self,
                    guint    column)
{
  g_return_val_if_fail (FOED_IS_ROW (self), NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);

  return self->cells[column].value;
}

/**
 * foed_row_get_values:
 * @self: a row
 * @column: the position of a column of its listing
 *
 * Returns: (transfer none) (nullable): the terms or ids there, one by one; %NULL where there are none or the column
 *   does not hold several
 */
const char *const *
foed_row_get_values (FoedRow *self,
                     guint    column)
{
  g_return_val_if_fail (FOED_IS_ROW (self), NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);

  return (const char *const *) self->cells[column].values;
}

/**
 * foed_row_dup_display:
 * @self: a row
 * @column: the position of a column of its listing
 *
 * Returns: (transfer full): what a person reads there, in the user's language; empty where there is nothing
 */
char *
foed_row_dup_display (FoedRow *self,
                      guint    column)
{
  const FoedColumn *info;
  const Cell *cell;

  g_return_val_if_fail (FOED_IS_ROW (self), NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);

  info = &self->columns[column];
  cell = &self->cells[column];

  if (cell->value == NULL)
    return g_strdup ("");

  switch (info->type)
    {
    case FOED_COLUMN_DATE:
      return format_date (cell->value);

    case FOED_COLUMN_TERM:
      return g_strdup (get_term_label (info, cell->value));

    case FOED_COLUMN_TERMS:
      return join_labels (info, cell->values);

    case FOED_COLUMN_REFERENCE:
    case FOED_COLUMN_REFERENCES:
      return cell->titles != NULL ? g_strjoinv (C_("list", ", "), cell->titles) : g_strdup (cell->value);

    case FOED_COLUMN_TEXT:
    case FOED_COLUMN_INTEGER:
    case FOED_COLUMN_NUMBER:
    default:
      return g_strdup (cell->value);
    }
}

static gboolean
are_equal (char **one,
           char **other)
{
  if (one == NULL || other == NULL)
    return one == other;

  return g_strv_equal ((const char *const *) one, (const char *const *) other);
}

/* Whether two rows of the same listing say the same of the same record. */
gboolean
foed_row_equal (FoedRow *self,
                FoedRow *other)
{
  if (self->listing != other->listing || !g_str_equal (self->id, other->id) ||
      g_strcmp0 (self->alliance, other->alliance) != 0)
    return FALSE;

  for (guint i = 0; i < self->n_columns; i++)
    if (g_strcmp0 (self->cells[i].value, other->cells[i].value) != 0 ||
        !are_equal (self->cells[i].titles, other->cells[i].titles))
      return FALSE;

  return TRUE;
}
