/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-cow-alliances"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-code-rule-private.h"
#include "foed-members-private.h"

/* The promises of a member. The columns are what counts: the words of ss_type are wrong for type IIa, which is
 * neutrality by the release notes but is labelled “Non-Aggression Pact” as IIb is. */
static const struct
{
  const char *column;
  const char *nick;
  const char *type;
  const char *trigger;
  const char *response;
  const char *word;
} promises[] = {
  { "defense", "defence", "I", "armed-attack", "all-means", "defence" },
  { "neutrality", "neutrality", "IIa", NULL, "neutrality", "neutrality" },
  { "nonaggression", "non-aggression", "IIb", NULL, NULL, "non-aggression" },
  { "entente", "consultation", "III", NULL, "consultation", "consultation" },
};

#define N_PROMISES G_N_ELEMENTS (promises)

typedef struct
{
  FoedMember     member;
  int            promises[N_PROMISES];
  FoedCodedDate  begin;
  FoedCodedDate  end;
  gboolean       began_earlier;
  char           type[8];
} Row;

typedef struct
{
  int alliance;
  int number;
  int name;
  int type;
  int left_censor;
  int version;
  int promises[N_PROMISES];
  int all_begin[3];
  int all_end[3];
  int begin[3];
  int end[3];
} Columns;

static void
row_free (Row *self)
{
  foed_member_clear (&self->member);
  g_free (self);
}

static void
find_date (FoedDataSetRun *run,
           const char     *prefix,
           int            *columns)
{
  static const char * const parts[] = { "year", "month", "day" };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strconcat (prefix, "_", parts[i], NULL);

      columns[i] = foed_table_reader_find_column (run->table, name);
    }
}

static Columns
find_columns (FoedDataSetRun *run)
{
  Columns columns = {
    .alliance = foed_table_reader_find_column (run->table, "version4id"),
    .number = foed_table_reader_find_column (run->table, "ccode"),
    .name = foed_table_reader_find_column (run->table, "state_name"),
    .type = foed_table_reader_find_column (run->table, "ss_type"),
    .left_censor = foed_table_reader_find_column (run->table, "left_censor"),
    .version = foed_table_reader_find_column (run->table, "version"),
  };

  find_date (run, "all_st", columns.all_begin);
  find_date (run, "all_end", columns.all_end);
  find_date (run, "mem_st", columns.begin);
  find_date (run, "mem_end", columns.end);

  for (guint i = 0; i < N_PROMISES; i++)
    columns.promises[i] = foed_table_reader_find_column (run->table, promises[i].column);

  return columns;
}

/* “Type IIa: …” gives IIa. Plain II is neutrality, too. */
static void
read_type (const char *cell,
           char       *type,
           gsize       size)
{
  const char *begin = cell == NULL ? NULL : strstr (cell, "Type ");
  gsize length;

  type[0] = '\0';
  if (begin == NULL)
    return;

  begin += strlen ("Type ");
  length = strspn (begin, "Iab");

  if (length == strlen ("II") && strncmp (begin, "II", length) == 0)
    g_strlcpy (type, "IIa", size);
  else
    g_strlcpy (type, begin, MIN (length + 1, size));
}

static gboolean
read_number (FoedDataSetRun *run,
             int             column,
             int            *number)
{
  gint64 value;

  if (foed_table_reader_scan_integer (run->table, column, &value) && value > 0 && value <= 9999999)
    {
      *number = (int) value;
      return TRUE;
    }

  foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR, column, "blank",
                                 _("This cell must hold a number above zero."), NULL);

  return FALSE;
}

static gboolean
read_dates (FoedDataSetRun *run,
            const Columns  *columns,
            Row            *row)
{
  FoedMember *member = &row->member;

  if (!foed_data_set_read_date (run, columns->all_begin[0], columns->all_begin[1], columns->all_begin[2], &row->begin)
      || !foed_data_set_read_date (run, columns->all_end[0], columns->all_end[1], columns->all_end[2], &row->end)
      || !foed_data_set_read_date (run, columns->begin[0], columns->begin[1], columns->begin[2], &member->entry)
      || !foed_data_set_read_date (run, columns->end[0], columns->end[1], columns->end[2], &member->exit))
    return FALSE;

  if (foed_coded_date_get_last_day (row->end) < foed_coded_date_get_first_day (row->begin))
    {
      foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR, columns->all_begin[0], "order",
                                     _("The alliance ends before it begins."), NULL);
      return FALSE;
    }

  if (foed_coded_date_is_known (member->entry)
      && foed_coded_date_get_last_day (member->exit) >= foed_coded_date_get_first_day (member->entry))
    return TRUE;

  foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR, columns->begin[0], "order",
                                 _("The entry is missing or comes after the exit."), NULL);

  return FALSE;
}

static void
read_promises (FoedDataSetRun *run,
               const Columns  *columns,
               Row            *row)
{
  gboolean any = FALSE;

  read_type (foed_table_reader_get_cell (run->table, columns->type), row->type, sizeof row->type);

  for (guint i = 0; i < N_PROMISES; i++)
    {
      gint64 code;

      row->promises[i] = FOED_CODE_BLANK;
      if (foed_table_reader_scan_integer (run->table, columns->promises[i], &code) && code >= 0)
        row->promises[i] = code > 0;

      any |= row->promises[i] != FOED_CODE_BLANK;
    }

  /* With nothing in the columns, the type is all there is. */
  for (guint i = 0; !any && i < N_PROMISES; i++)
    if (g_str_equal (row->type, promises[i].type))
      row->promises[i] = 1;
}

static Row *
read_row (FoedDataSetRun *run,
          const Columns  *columns,
          int            *alliance)
{
  Row *row = g_new0 (Row, 1);
  g_autofree char *entry = NULL;
  gint64 left_censor = 0;

  if (!read_number (run, columns->alliance, alliance) || !read_number (run, columns->number, &row->member.number)
      || !read_dates (run, columns, row))
    {
      row_free (row);
      return NULL;
    }

  read_promises (run, columns, row);
  foed_table_reader_scan_integer (run->table, columns->left_censor, &left_censor);
  row->began_earlier = left_censor == 1;

  entry = foed_coded_date_to_string (row->member.entry);
  row->member.way_out = "withdrawal";
  row->member.pinpoint = g_strdup_printf ("alliance %d, member %d from %s", *alliance, row->member.number, entry);

  return row;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const Row *one = *(const Row *const *) a;
  const Row *other = *(const Row *const *) b;

  return foed_member_compare (&one->member, &other->member);
}

/* The members that promise alike: 1 who promise, 0 who don't. */
static GPtrArray *
list_states (GPtrArray *rows,
             guint      promise,
             int        code)
{
  GPtrArray *states = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      if (row->promises[promise] == code)
        foed_member_list_states (&row->member, states);
    }

  return states;
}

static gboolean
is_alike (GPtrArray *rows,
          guint      promise)
{
  for (guint i = 1; i < rows->len; i++)
    if (((const Row *) g_ptr_array_index (rows, i))->promises[promise]
        != ((const Row *) g_ptr_array_index (rows, 0))->promises[promise])
      return FALSE;

  return TRUE;
}

static void
add_obligation (FoedDataSetRun    *run,
                const char        *alliance,
                GPtrArray         *rows,
                guint              promise,
                int                code,
                FoedRecordBuilder *clause)
{
  g_autoptr (GPtrArray) states = list_states (rows, promise, code);
  gboolean alike = is_alike (rows, promise);
  g_autofree char *id = NULL;
  g_autofree char *pinpoint = NULL;
  FoedRecordBuilder *builder, *condition;

  if (states->len == 0)
    return;

  id = g_strdup_printf ("%s.treaty.terms.%s%s", alliance, promises[promise].nick, alike || code == 1 ? "" : "-none");
  builder = foed_record_builder_new (FOED_RECORD_OBLIGATION, id);
  foed_data_set_set (builder, FOED_FIELD_KIND, promises[promise].nick);

  if (!alike)
    foed_data_set_set_list (builder, FOED_FIELD_PROMISORS, states);

  if (code == 0)
    foed_data_set_set (builder, FOED_FIELD_PRESENCE, "silent");
  else if (promises[promise].response != NULL)
    foed_data_set_set (builder, FOED_FIELD_RESPONSE, promises[promise].response);

  if (code == 1 && promises[promise].trigger != NULL)
    {
      condition = foed_record_builder_new (FOED_RECORD_CONDITION, NULL);
      foed_data_set_set (condition, FOED_FIELD_KIND, "trigger");
      foed_data_set_set (condition, FOED_FIELD_THREAT, promises[promise].trigger);
      foed_data_set_take (builder, condition);
    }

  pinpoint = g_strdup_printf ("alliance %s: %s", alliance + strlen ("cow-"), promises[promise].column);
  foed_data_set_cite (run, builder, pinpoint);
  foed_data_set_take (clause, builder);
}

static void
add_instrument (FoedDataSetRun    *run,
                const char        *alliance,
                GPtrArray         *rows,
                FoedRecordBuilder *parent)
{
  const Row *row = g_ptr_array_index (rows, 0);
  g_autofree char *id = g_strconcat (alliance, ".treaty", NULL);
  g_autofree char *clause_id = g_strconcat (id, ".terms", NULL);
  g_autofree char *title = g_strdup_printf ("Treaty of alliance, %d", row->begin.year);
  FoedRecordBuilder *builder = foed_record_builder_new (FOED_RECORD_INSTRUMENT, id);
  FoedRecordBuilder *clause = foed_record_builder_new (FOED_RECORD_CLAUSE, clause_id);

  foed_data_set_set (builder, FOED_FIELD_FORM, "treaty");
  foed_coded_date_set (row->begin, builder, FOED_FIELD_BEGIN);
  foed_coded_date_set (row->end, builder, FOED_FIELD_END);
  foed_data_set_set (builder, FOED_FIELD_TITLE, title);
  foed_data_set_set (builder, FOED_FIELD_NOTE, "The data do not tell its form.");

  foed_data_set_set (clause, FOED_FIELD_KIND, "part");
  foed_data_set_set (clause, FOED_FIELD_FUNCTION, "promises");
  foed_data_set_set (clause, FOED_FIELD_TITLE, "Terms as coded");

  for (guint i = 0; i < N_PROMISES; i++)
    {
      add_obligation (run, alliance, rows, i, 1, clause);
      add_obligation (run, alliance, rows, i, 0, clause);
    }

  foed_data_set_take (builder, clause);
  foed_data_set_take (parent, builder);
}

static void
set_summary (GPtrArray         *rows,
             FoedRecordBuilder *builder)
{
  g_autoptr (GString) summary = g_string_new (NULL);
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  const char *words[N_PROMISES];
  guint n_words = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      gpointer number = GINT_TO_POINTER (((const Row *) g_ptr_array_index (rows, i))->member.number);

      if (!g_ptr_array_find (numbers, number, NULL))
        g_ptr_array_add (numbers, number);
    }

  for (guint i = 0; i < N_PROMISES; i++)
    {
      g_autoptr (GPtrArray) states = list_states (rows, i, 1);

      if (states->len > 0)
        words[n_words++] = promises[i].word;
    }

  g_string_append (summary, numbers->len == 2 ? "A bilateral alliance" : "A multilateral alliance");

  for (guint i = 0; i < n_words; i++)
    g_string_append_printf (summary, "%s%s", i == 0 ? " of " : i + 1 == n_words ? " and " : ", ", words[i]);

  g_string_append_c (summary, '.');
  foed_data_set_set (builder, FOED_FIELD_SUMMARY, summary->str);
}

static void
set_note (const Row         *row,
          FoedRecordBuilder *builder)
{
  g_autoptr (GString) note = g_string_new (NULL);

  if (row->began_earlier)
    g_string_append (note, "It began before the data do. ");

  if (!foed_coded_date_is_known (row->end))
    g_string_append (note, "In effect when the data end; it may have ended since. ");

  if (row->type[0] != '\0')
    g_string_append_printf (note, "Type %s. ", row->type);

  if (note->len == 0)
    return;

  g_string_truncate (note, note->len - 1);
  foed_data_set_set (builder, FOED_FIELD_NOTE, note->str);
}

static void
add_alliance (FoedDataSetRun *run,
              int             number,
              GPtrArray      *rows)
{
  g_autofree char *id = g_strdup_printf ("cow-%d", number);
  g_autofree char *identifier = g_strdup_printf ("%d", number);
  g_autofree char *pinpoint = g_strdup_printf ("alliance %d", number);
  g_autofree char *title = NULL;
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_ALLIANCE, id);
  Row *first;

  for (guint i = 0; i < rows->len; i++)
    foed_member_find_states (&((Row *) g_ptr_array_index (rows, i))->member, run);

  g_ptr_array_sort (rows, compare_rows);
  first = g_ptr_array_index (rows, 0);
  if (!foed_coded_date_is_known (first->begin))
    first->begin = first->member.entry;

  title = foed_members_make_title (run, rows, first->begin, "alliance");
  foed_data_set_set_text (run, builder, FOED_FIELD_TITLE, title);
  set_summary (rows, builder);
  set_note (first, builder);
  foed_coded_date_set (first->begin, builder, FOED_FIELD_BEGIN);
  foed_coded_date_set (first->end, builder, FOED_FIELD_END);
  foed_data_set_identify (builder, "cow", identifier);
  foed_data_set_cite (run, builder, pinpoint);
  add_instrument (run, id, rows, builder);
  foed_members_add_parties (run, &(FoedMemberTime) { id, first->begin, first->end,
                                                     !foed_coded_date_is_known (first->end), TRUE }, rows, builder);

  g_ptr_array_add (run->records, foed_record_builder_end (builder));
}

static void
start_source (FoedDataSetRun *run,
              const char     *version)
{
  g_autofree char *id = NULL;
  g_autofree char *title = NULL;

  if (run->source != NULL)
    return;

  if (version == NULL || strspn (version, "0123456789.") != strlen (version) || version[0] == '.')
    version = "4";

  id = g_strconcat ("cow-alliances-", version, NULL);
  title = g_strconcat ("Correlates of War Formal Alliances, version ", version, NULL);
  foed_data_set_start_source (run, id, title, "Douglas M. Gibler", NULL,
                              "Read from a table of members. What is open was in effect when the data end.");
}

/* Reads a table of Formal Alliances: a row a spell of membership. */
gboolean
foed_cow_alliances_read (FoedDataSetRun  *run,
                         GCancellable    *cancellable,
                         GError         **error)
{
  Columns columns = find_columns (run);
  g_autoptr (GHashTable) alliances = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();

  while (TRUE)
    {
      Row *row;
      GPtrArray *rows;
      int alliance = 0;
      gboolean at_end;

      if (!foed_data_set_next (run, &at_end, cancellable, error))
        return FALSE;

      if (at_end)
        break;

      row = read_row (run, &columns, &alliance);
      if (row == NULL)
        continue;

      start_source (run, foed_table_reader_get_cell (run->table, columns.version));
      foed_data_set_need_state (run, row->member.number, foed_table_reader_get_cell (run->table, columns.name));
      rows = g_hash_table_lookup (alliances, GINT_TO_POINTER (alliance));

      if (rows == NULL)
        {
          rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
          g_hash_table_insert (alliances, GINT_TO_POINTER (alliance), rows);
          g_ptr_array_add (order, GINT_TO_POINTER (alliance));
        }

      g_ptr_array_add (rows, row);
    }

  for (guint i = 0; i < order->len; i++)
    add_alliance (run, GPOINTER_TO_INT (order->pdata[i]), g_hash_table_lookup (alliances, order->pdata[i]));

  return TRUE;
}
