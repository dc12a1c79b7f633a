/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-atop-rows"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-atop-private.h"

#define MOST_MEMBERS 200

static const char * const variable_names[N_ATOP_VARIABLES] = {
#define ATOP_NAME(NAME, name) #name,
  ATOP_VARIABLES (ATOP_NAME)
#undef ATOP_NAME
};

/* The position of a variable, or -1. */
int
foed_atop_find_variable (const char *name,
                         gsize       length)
{
  int low = 0;
  int high = N_ATOP_VARIABLES - 1;

  while (low <= high)
    {
      int middle = (low + high) / 2;
      int order = strncmp (name, variable_names[middle], length);

      if (order == 0)
        order = variable_names[middle][length] == '\0' ? 0 : -1;

      if (order == 0)
        return middle;

      if (order < 0)
        high = middle - 1;
      else
        low = middle + 1;
    }

  return -1;
}

const char *
foed_atop_get_name (AtopVariable variable)
{
  return variable_names[variable];
}

/* A FoedCodeFunc over rows. */
int
foed_atop_get_code (gconstpointer  row,
                    const char    *name,
                    gsize          length)
{
  int variable = foed_atop_find_variable (name, length);

  return variable < 0 ? FOED_CODE_BLANK : ((const AtopRow *) row)->codes[variable];
}

void
foed_atop_row_free (AtopRow *self)
{
  foed_member_clear (&self->member);
  g_free (self);
}

/* Where the variables stand; they may be in any order, and some may be missing. */
int *
foed_atop_find_columns (FoedDataSetRun *run)
{
  int *columns = g_new (int, N_ATOP_VARIABLES);

  for (guint i = 0; i < N_ATOP_VARIABLES; i++)
    columns[i] = foed_table_reader_find_column (run->table, variable_names[i]);

  return columns;
}

/* Negative codes stand for something that could not be coded, as blanks do. */
void
foed_atop_read_codes (FoedDataSetRun *run,
                      const int      *columns,
                      AtopRow        *row)
{
  for (guint i = 0; i < N_ATOP_VARIABLES; i++)
    {
      gint64 code;

      if (!foed_table_reader_scan_integer (run->table, columns[i], &code) || code < 0)
        row->codes[i] = FOED_CODE_BLANK;
      else
        row->codes[i] = (int) MIN (code, 9999999);
    }
}

/* Whether a code that nothing can be told without is there. */
gboolean
foed_atop_check_code (FoedDataSetRun *run,
                      const AtopRow  *row,
                      AtopVariable    variable,
                      int             column)
{
  if (row->codes[variable] > 0)
    return TRUE;

  foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR, column, "blank",
                                 _("This cell must hold a number above zero."), NULL);

  return FALSE;
}

static char *
clean_version (const char *version)
{
  double number = version == NULL ? 0 : g_ascii_strtod (version, NULL);
  char text[32];

  if (number < 1 || number > 99)
    return NULL;

  g_ascii_formatd (text, sizeof text, "%.2f", number);
  if (g_str_has_suffix (text, "0"))
    text[strlen (text) - 1] = '\0';

  return g_strdup (text);
}

/* The source is made with the first row, which tells the version. */
void
foed_atop_start (FoedDataSetRun *run,
                 const char     *version)
{
  g_autofree char *clean = clean_version (version);
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;

  if (run->source != NULL)
    return;

  id = clean == NULL ? g_strdup ("atop-data") : g_strconcat ("atop-", clean, NULL);
  title = clean == NULL ? g_strdup ("Alliance Treaty Obligations and Provisions")
                        : g_strconcat ("Alliance Treaty Obligations and Provisions, version ", clean, NULL);
  foed_data_set_start_source (run, id, title, "Brett Ashley Leeds and others", NULL,
                              "Read from a table. An alliance is dated by signature or accession; what is open was in "
                              "effect when the data end.");
}

static gboolean
read_row (FoedDataSetRun *run,
          const int      *columns,
          const int      *dates,
          AtopRow        *row)
{
  foed_atop_read_codes (run, columns, row);

  if (!foed_data_set_read_date (run, dates[0], dates[1], dates[2], &row->member.entry)
      || !foed_data_set_read_date (run, dates[3], dates[4], dates[5], &row->member.exit)
      || !foed_atop_check_code (run, row, ATOP_ATOPID, columns[ATOP_ATOPID])
      || !foed_atop_check_code (run, row, ATOP_MEMBER, columns[ATOP_MEMBER]))
    return FALSE;

  if (!foed_coded_date_is_known (row->member.entry))
    {
      foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR, dates[0], "blank",
                                     _("This cell must not be blank."), NULL);
      return FALSE;
    }

  if (foed_coded_date_get_last_day (row->member.exit) < foed_coded_date_get_first_day (row->member.entry))
    {
      foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR, dates[3], "order",
                                     _("The exit comes before the entry."), NULL);
      return FALSE;
    }

  return TRUE;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return GPOINTER_TO_INT (a) - GPOINTER_TO_INT (b);
}

static void
add_alliances (FoedDataSetRun *run,
               GHashTable     *alliances,
               gboolean        is_coarse)
{
  g_autoptr (GList) numbers = g_list_sort (g_hash_table_get_keys (alliances), compare_numbers);

  for (GList *link = numbers; link != NULL; link = link->next)
    foed_atop_add_alliance (run, GPOINTER_TO_INT (link->data), g_hash_table_lookup (alliances, link->data), is_coarse);
}

static GHashTable *
alliances_new (void)
{
  return g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
}

static void
take_row (GHashTable *alliances,
          AtopRow    *row)
{
  gpointer number = GINT_TO_POINTER (row->codes[ATOP_ATOPID]);
  GPtrArray *rows = g_hash_table_lookup (alliances, number);

  if (rows == NULL)
    {
      rows = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_atop_row_free);
      g_hash_table_insert (alliances, number, rows);
    }

  g_ptr_array_add (rows, row);
}

/* The states that threaten are named by number, too. */
static void
need_states (FoedDataSetRun *run,
             const AtopRow  *row)
{
  static const AtopVariable variables[] = { ATOP_MEMBER, ATOP_STATTHR1, ATOP_STATTHR2 };

  for (guint i = 0; i < G_N_ELEMENTS (variables); i++)
    if (row->codes[variables[i]] > 0)
      foed_data_set_need_state (run, row->codes[variables[i]], NULL);
}

/* Reads a table of the member level: a row a member and phase. */
gboolean
foed_atop_members_read (FoedDataSetRun  *run,
                        GCancellable    *cancellable,
                        GError         **error)
{
  static const char * const date_names[] = { "yrent", "moent", "dayent", "yrexit", "moexit", "dayexit" };
  g_autofree int *columns = foed_atop_find_columns (run);
  g_autoptr (GHashTable) alliances = alliances_new ();
  int version = foed_table_reader_find_column (run->table, "version");
  int dates[G_N_ELEMENTS (date_names)];
  gboolean at_end = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (date_names); i++)
    dates[i] = foed_table_reader_find_column (run->table, date_names[i]);

  while (TRUE)
    {
      AtopRow *row;

      if (!foed_data_set_next (run, &at_end, cancellable, error))
        return FALSE;

      if (at_end)
        break;

      row = g_new0 (AtopRow, 1);
      if (!read_row (run, columns, dates, row))
        {
          foed_atop_row_free (row);
          continue;
        }

      foed_atop_start (run, foed_table_reader_get_cell (run->table, version));
      need_states (run, row);
      take_row (alliances, row);
    }

  add_alliances (run, alliances, FALSE);

  return TRUE;
}

static guint
find_member_columns (FoedDataSetRun *run,
                     int            *members)
{
  guint n_members = 0;

  while (n_members < MOST_MEMBERS)
    {
      g_autofree char *name = g_strdup_printf ("mem%u", n_members + 1);

      members[n_members] = foed_table_reader_find_column (run->table, name);
      if (members[n_members] < 0)
        break;

      n_members++;
    }

  return n_members;
}

/* One row for each member of an alliance, with the codes of the whole; returns how many. */
static guint
take_members (FoedDataSetRun *run,
              GHashTable     *alliances,
              const AtopRow  *alliance,
              const int      *members,
              guint           n_members)
{
  guint n_taken = 0;

  for (guint i = 0; i < n_members; i++)
    {
      AtopRow *row;
      gint64 number;

      if (!foed_table_reader_scan_integer (run->table, members[i], &number) || number <= 0)
        continue;

      row = g_memdup2 (alliance, sizeof *alliance);
      row->codes[ATOP_MEMBER] = (int) MIN (number, 9999999);
      need_states (run, row);
      take_row (alliances, row);
      n_taken++;
    }

  return n_taken;
}

/* Reads a table of the alliance level: a row an alliance. */
gboolean
foed_atop_alliances_read (FoedDataSetRun  *run,
                          GCancellable    *cancellable,
                          GError         **error)
{
  static const char * const date_names[] = { "begyr", "begmo", "begday", "endyr", "endmo", "endday" };
  g_autofree int *columns = foed_atop_find_columns (run);
  g_autofree int *members = g_new (int, MOST_MEMBERS);
  g_autoptr (GHashTable) alliances = alliances_new ();
  guint n_members = find_member_columns (run, members);
  guint n_taken = 0;
  int version = foed_table_reader_find_column (run->table, "version");
  int dates[G_N_ELEMENTS (date_names)];
  gboolean at_end = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (date_names); i++)
    dates[i] = foed_table_reader_find_column (run->table, date_names[i]);

  while (TRUE)
    {
      AtopRow row = { 0 };

      if (!foed_data_set_next (run, &at_end, cancellable, error))
        return FALSE;

      if (at_end)
        break;

      columns[ATOP_MEMBER] = members[0];
      if (!read_row (run, columns, dates, &row))
        continue;

      if (g_hash_table_contains (alliances, GINT_TO_POINTER (row.codes[ATOP_ATOPID])))
        {
          foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR, columns[ATOP_ATOPID], "double",
                                         _("An earlier row has the same number."), NULL);
          continue;
        }

      foed_atop_start (run, foed_table_reader_get_cell (run->table, version));
      n_taken += take_members (run, alliances, &row, members, n_members);
      if (n_taken > FOED_DATA_SET_MOST_ROWS)
        return foed_data_set_refuse_more (run, error);
    }

  add_alliances (run, alliances, TRUE);

  return TRUE;
}
