/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-data-set"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-data-set-private.h"

#define MOST_NEEDED 12

typedef struct
{
  const char      *nick;
  const char      *label;
  gboolean         holds_states;
  FoedDataSetFunc  read;
  const char      *needed[MOST_NEEDED];
  const char      *foreign;
} FoedDataSetInfo;

/* @needed are the columns that must be there; @foreign is one that must not, because another data set has it besides
 * the same others. */
static const FoedDataSetInfo data_sets[FOED_N_DATA_SETS] = {
  [FOED_DATA_SET_ATOP_MEMBERS] = {
    "atop-members", NC_("data-set", "ATOP, member level"), FALSE, foed_atop_members_read,
    { "atopid", "member", "yrent", "moent", "yrexit", "moexit", "phase", "defense", "nonagg", "consul" }, NULL },
  [FOED_DATA_SET_ATOP_ALLIANCES] = {
    "atop-alliances", NC_("data-set", "ATOP, alliance level"), FALSE, foed_atop_alliances_read,
    { "atopid", "begyr", "endyr", "ineffect", "defense", "nonagg", "consul", "mem1", "mem2" }, NULL },
  [FOED_DATA_SET_COW_ALLIANCES] = {
    "cow-alliances", NC_("data-set", "COW Formal Alliances, by member"), FALSE, foed_cow_alliances_read,
    { "version4id", "ccode", "all_st_year", "all_end_year", "mem_st_year", "mem_end_year", "defense", "neutrality",
      "nonaggression", "entente" }, NULL },
  [FOED_DATA_SET_COW_STATES] = {
    "cow-states", NC_("data-set", "COW state system membership"), TRUE, foed_cow_states_read,
    { "ccode", "statenme", "styear", "stmonth", "stday", "endyear", "endmonth", "endday" }, NULL },
  [FOED_DATA_SET_COW_CODES] = {
    "cow-codes", NC_("data-set", "COW country codes"), TRUE, foed_cow_codes_read,
    { "stateabb", "ccode", "statenme" }, "styear" },
  [FOED_DATA_SET_DCAD] = {
    "dcad", NC_("data-set", "Defense Cooperation Agreements"), FALSE, foed_dcad_read,
    { "dcaid", "ccode1", "ccode2", "signyear", "type", "category1", "terminated" }, NULL },
};

struct _FoedDataSetReader
{
  GObject         parent_instance;
  FoedDataSetRun  run;
  FoedDataSet     data_set;
  gboolean        was_read;
  guint           position;
};

G_DEFINE_FINAL_TYPE (FoedDataSetReader, foed_data_set_reader, G_TYPE_OBJECT)

static gboolean
has_column (const char * const *columns,
            const char         *name)
{
  for (guint i = 0; columns[i] != NULL; i++)
    if (g_ascii_strcasecmp (columns[i], name) == 0)
      return TRUE;

  return FALSE;
}

static guint
count_columns (const FoedDataSetInfo *info,
               const char * const    *columns,
               const char           **missing)
{
  guint n_found = 0;

  for (guint i = 0; i < MOST_NEEDED && info->needed[i] != NULL; i++)
    if (has_column (columns, info->needed[i]))
      n_found++;
    else if (missing != NULL && *missing == NULL)
      *missing = info->needed[i];

  return n_found;
}

static gboolean
fits (const FoedDataSetInfo *info,
      const char * const    *columns)
{
  const char *missing = NULL;

  count_columns (info, columns, &missing);

  return missing == NULL && (info->foreign == NULL || !has_column (columns, info->foreign));
}

/* Names the data set that comes nearest and what is missing. */
static gboolean
refuse_columns (FoedDataSetReader  *self,
                GError            **error)
{
  const char * const *columns = foed_table_reader_get_columns (self->run.table);
  const char *missing = NULL;
  guint best_count = 1;
  FoedDataSet best = FOED_DATA_SET_NONE;
  g_autofree char *hint = NULL;

  for (guint i = 1; i < FOED_N_DATA_SETS; i++)
    {
      guint count = count_columns (&data_sets[i], columns, NULL);

      if (count > best_count)
        {
          best = i;
          best_count = count;
        }
    }

  if (best != FOED_DATA_SET_NONE)
    {
      count_columns (&data_sets[best], columns, &missing);
      hint = g_strdup_printf (_("It comes nearest to “%s”, but lacks the column “%s”."),
                              foed_data_set_get_label (best), missing == NULL ? "" : missing);
    }

  foed_table_reader_add_problem (self->run.table, FOED_SEVERITY_ERROR, -1, "columns",
                                 _("The columns are those of no data set that is known."), hint);
  g_set_error (error, FOED_TABLE_ERROR, FOED_TABLE_ERROR_UNKNOWN, "%s %s",
               _("The columns are those of no data set that is known."), hint == NULL ? "" : hint);

  return FALSE;
}

static gboolean
read_all (FoedDataSetReader  *self,
          GCancellable       *cancellable,
          GError            **error)
{
  if (!foed_table_reader_read_columns (self->run.table, cancellable, error))
    return FALSE;

  self->data_set = foed_data_set_recognise (foed_table_reader_get_columns (self->run.table));
  if (self->data_set == FOED_DATA_SET_NONE)
    return refuse_columns (self, error);

  if (!data_sets[self->data_set].read (&self->run, cancellable, error))
    return FALSE;

  foed_data_set_sort_records (&self->run);

  return TRUE;
}

static void
foed_data_set_reader_finalize (GObject *object)
{
  FoedDataSetReader *self = FOED_DATA_SET_READER (object);

  g_clear_object (&self->run.table);
  g_clear_pointer (&self->run.made_states, g_hash_table_unref);
  g_clear_pointer (&self->run.records, g_ptr_array_unref);
  g_clear_pointer (&self->run.source, g_free);

  G_OBJECT_CLASS (foed_data_set_reader_parent_class)->finalize (object);
}

static void
foed_data_set_reader_class_init (FoedDataSetReaderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_data_set_reader_finalize;
}

static void
foed_data_set_reader_init (FoedDataSetReader *self)
{
  self->run.made_states = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->run.records = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * foed_data_set_get_nick:
 * @self: a data set
 *
 * Returns: (transfer none) (nullable): its stable name, as in JSON
 */
const char *
foed_data_set_get_nick (FoedDataSet self)
{
  g_return_val_if_fail (self < FOED_N_DATA_SETS, NULL);

  return data_sets[self].nick;
}

/**
 * foed_data_set_get_label:
 * @self: a data set
 *
 * Returns: (transfer none) (nullable): what a person reads, translated
 */
const char *
foed_data_set_get_label (FoedDataSet self)
{
  g_return_val_if_fail (self < FOED_N_DATA_SETS, NULL);

  return data_sets[self].label == NULL ? NULL : g_dpgettext2 (NULL, "data-set", data_sets[self].label);
}

/**
 * foed_data_set_holds_states:
 * @self: a data set
 *
 * Returns: whether it tells about states, so that it is best read before those that name them
 */
gboolean
foed_data_set_holds_states (FoedDataSet self)
{
  g_return_val_if_fail (self < FOED_N_DATA_SETS, FALSE);

  return data_sets[self].holds_states;
}

/**
 * foed_data_set_recognise:
 * @columns: the columns of a table
 *
 * Returns: the data set that has them, %FOED_DATA_SET_NONE for none
 */
FoedDataSet
foed_data_set_recognise (const char * const *columns)
{
  g_return_val_if_fail (columns != NULL, FOED_DATA_SET_NONE);

  for (guint i = 1; i < FOED_N_DATA_SETS; i++)
    if (fits (&data_sets[i], columns))
      return i;

  return FOED_DATA_SET_NONE;
}

/**
 * foed_data_set_reader_new:
 * @stream: a table
 * @name: (nullable): what problems call it
 * @states: (transfer none): the states of the library; states that are made are added. It must outlive the reader
 *
 * Returns: (transfer full): a reader
 */
FoedDataSetReader *
foed_data_set_reader_new (GInputStream   *stream,
                          const char     *name,
                          FoedStateNumbers *states)
{
  FoedDataSetReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (states != NULL, NULL);

  self = g_object_new (FOED_TYPE_DATA_SET_READER, NULL);
  self->run.table = foed_table_reader_new (stream, name);
  self->run.states = states;

  return self;
}

/**
 * foed_data_set_reader_next:
 * @self: a reader
 * @record: (out) (transfer full) (nullable): the next record with everything under it; %NULL at the end
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_TABLE_ERROR, which foed_data_set_reader_get_report() holds too,
 *   or %G_IO_ERROR_CANCELLED
 *
 * Reads on. The report tells of rows that were passed over: whoever takes a file as a whole refuses it where
 * foed_report_get_n_errors() is not 0 at the end.
 *
 * Returns: whether the table could be read
 */
gboolean
foed_data_set_reader_next (FoedDataSetReader  *self,
                           FoedRecord        **record,
                           GCancellable       *cancellable,
                           GError            **error)
{
  g_return_val_if_fail (FOED_IS_DATA_SET_READER (self), FALSE);
  g_return_val_if_fail (record != NULL, FALSE);

  *record = NULL;

  if (!self->was_read)
    {
      if (!read_all (self, cancellable, error))
        return FALSE;

      self->was_read = TRUE;
    }

  if (self->position < self->run.records->len)
    *record = g_object_ref (g_ptr_array_index (self->run.records, self->position++));

  return TRUE;
}

/**
 * foed_data_set_reader_get_data_set:
 * @self: a reader
 *
 * Returns: what the table is, once foed_data_set_reader_next() was called
 */
FoedDataSet
foed_data_set_reader_get_data_set (FoedDataSetReader *self)
{
  g_return_val_if_fail (FOED_IS_DATA_SET_READER (self), FOED_DATA_SET_NONE);

  return self->data_set;
}

/**
 * foed_data_set_reader_get_report:
 * @self: a reader
 *
 * Returns: (transfer none): the problems so far
 */
FoedReport *
foed_data_set_reader_get_report (FoedDataSetReader *self)
{
  g_return_val_if_fail (FOED_IS_DATA_SET_READER (self), NULL);

  return foed_table_reader_get_report (self->run.table);
}

/**
 * foed_data_set_reader_get_offset:
 * @self: a reader
 *
 * Returns: how many bytes were read
 */
guint64
foed_data_set_reader_get_offset (FoedDataSetReader *self)
{
  g_return_val_if_fail (FOED_IS_DATA_SET_READER (self), 0);

  return foed_table_reader_get_offset (self->run.table);
}

/**
 * foed_data_set_reader_get_n_rows:
 * @self: a reader
 *
 * Returns: how many rows the table has
 */
guint
foed_data_set_reader_get_n_rows (FoedDataSetReader *self)
{
  g_return_val_if_fail (FOED_IS_DATA_SET_READER (self), 0);

  return foed_table_reader_get_n_rows (self->run.table);
}
