/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-dcad"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-members-private.h"

#define MONTHS_A_YEAR 12
#define N_CATEGORIES 3
#define INDEFINITE -77
#define AUTOMATIC -66
#define NO_RENEWAL -44

/* What an agreement is about; the last words are those of the data. */
static const struct
{
  const char *category;
  const char *what;
  const char *mechanism;
  const char *title;
} categories[] = {
  { "DCA", "defence cooperation agreement", NULL, NULL },
  { "DIC", "defence industry agreement", "procurement", "Cooperation of defence industries" },
  { "TREX", "military training agreement", "training-exchange", "Training and exchange" },
  { "PROCUREMENT", "arms procurement agreement", "procurement", "Procurement of arms" },
  { "COMMISSION", "defence commission agreement", "standing-body", "Joint defence commission" },
  { "RESEARCH", "defence research agreement", "procurement", "Research for defence" },
};

typedef struct
{
  FoedMember     first;
  FoedMember     second;
  FoedCodedDate  signature;
  FoedCodedDate  in_force;
  FoedCodedDate  begin;
  int            end_year;
  gboolean       end_is_estimate;
  char          *id;
} Agreement;

static void
agreement_clear (Agreement *self)
{
  foed_member_clear (&self->first);
  foed_member_clear (&self->second);
  g_free (self->id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Agreement, agreement_clear)

static const char *
get_text (FoedDataSetRun *run,
          const char     *name)
{
  return foed_table_reader_get_cell (run->table, foed_table_reader_find_column (run->table, name));
}

static gboolean
get_number (FoedDataSetRun *run,
            const char     *name,
            gint64         *number)
{
  return foed_table_reader_scan_integer (run->table, foed_table_reader_find_column (run->table, name), number);
}

static gboolean
read_date (FoedDataSetRun *run,
           const char     *prefix,
           FoedCodedDate  *date)
{
  g_autofree char *year = g_strconcat (prefix, "year", NULL);
  g_autofree char *month = g_strconcat (prefix, "month", NULL);
  g_autofree char *day = g_strconcat (prefix, "day", NULL);

  return foed_data_set_read_date (run, foed_table_reader_find_column (run->table, year),
                                  foed_table_reader_find_column (run->table, month),
                                  foed_table_reader_find_column (run->table, day), date);
}

/* “DCADv1.0-0001” gives dcad-0001. */
static char *
make_id (const char *text)
{
  const char *dash = text == NULL ? NULL : strrchr (text, '-');
  const char *digits = dash == NULL ? text : dash + 1;

  if (digits == NULL || *digits == '\0' || strlen (digits) > 12 || strspn (digits, "0123456789") != strlen (digits))
    return NULL;

  return g_strconcat ("dcad-", digits, NULL);
}

static gboolean
read_member (FoedDataSetRun *run,
             const char     *number_name,
             const char     *name_name,
             FoedMember     *member)
{
  gint64 number = 0;

  if (!get_number (run, number_name, &number) || number <= 0 || number > 9999999)
    {
      foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR,
                                     foed_table_reader_find_column (run->table, number_name), "blank",
                                     _("This cell must hold a number above zero."), NULL);
      return FALSE;
    }

  member->number = (int) number;
  foed_data_set_need_state (run, member->number, get_text (run, name_name));

  return TRUE;
}

/* An agreement whose end nobody knows is estimated to end with its term; the last year of the data is no end. */
static void
read_end (FoedDataSetRun *run,
          Agreement      *agreement)
{
  gint64 terminated = 0;
  gint64 year = 0;

  get_number (run, "terminated", &terminated);
  if (!get_number (run, "endyearestimate", &year) || terminated == 0 || year >= 2010 || year < agreement->begin.year)
    return;

  agreement->end_year = (int) year;
  agreement->end_is_estimate = terminated != 1;
}

static gboolean
read_agreement (FoedDataSetRun *run,
                Agreement      *agreement)
{
  agreement->id = make_id (get_text (run, "dcaid"));

  if (agreement->id == NULL)
    {
      foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR,
                                     foed_table_reader_find_column (run->table, "dcaid"), "blank",
                                     _("The number of the agreement is missing."), NULL);
      return FALSE;
    }

  if (!read_date (run, "sign", &agreement->signature) || !read_date (run, "eif", &agreement->in_force))
    return FALSE;

  agreement->begin = foed_coded_date_is_known (agreement->in_force) ? agreement->in_force : agreement->signature;

  if (!foed_coded_date_is_known (agreement->begin))
    {
      foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR,
                                     foed_table_reader_find_column (run->table, "signyear"), "blank",
                                     _("There is neither a date of signature nor one of entry into force."), NULL);
      return FALSE;
    }

  if (!read_member (run, "ccode1", "cowname1", &agreement->first)
      || !read_member (run, "ccode2", "cowname2", &agreement->second))
    return FALSE;

  read_end (run, agreement);

  return TRUE;
}

static void
prepare_member (FoedDataSetRun *run,
                Agreement      *agreement,
                FoedMember     *member)
{
  member->entry = agreement->begin;
  member->exit.year = agreement->end_year;
  member->pinpoint = g_strdup_printf ("agreement %s, state %d", agreement->id + strlen ("dcad-"), member->number);
  foed_member_find_states (member, run);
}

static int
find_category (const char *category)
{
  for (guint i = 0; category != NULL && i < G_N_ELEMENTS (categories); i++)
    if (g_ascii_strcasecmp (categories[i].category, category) == 0)
      return (int) i;

  return -1;
}

static void
set_end (Agreement         *agreement,
         FoedRecordBuilder *builder)
{
  g_autofree char *end = NULL;

  if (agreement->end_year == 0)
    return;

  end = g_strdup_printf ("%04d%s", agreement->end_year, agreement->end_is_estimate ? "~" : "");
  foed_data_set_set (builder, FOED_FIELD_END, end);
}

/* Years of the data as months; the signs below zero say why there are none. */
static void
set_months (FoedRecordBuilder *builder,
            FoedField          field,
            gint64             years)
{
  if (years > 0 && years < 1000)
    foed_record_builder_set_integer (builder, field, years * MONTHS_A_YEAR);
  else if (years == INDEFINITE || years == NO_RENEWAL)
    foed_record_builder_set_cell (builder, field, FOED_CELL_SILENT);
}

static void
set_term (FoedDataSetRun    *run,
          GString           *note,
          FoedRecordBuilder *builder)
{
  gint64 span = 0, renewal = 0, kind = 0;

  get_number (run, "span", &span);
  get_number (run, "renewtype", &kind);

  if (get_number (run, "renewyears", &renewal) && renewal > 0)
    set_months (builder, FOED_FIELD_RENEWAL_MONTHS, renewal);
  else if (kind == NO_RENEWAL)
    set_months (builder, FOED_FIELD_RENEWAL_MONTHS, kind);

  set_months (builder, FOED_FIELD_TERM_MONTHS, span);

  if (span == INDEFINITE)
    g_string_append (note, "Made without limit of time. ");

  if (kind == AUTOMATIC)
    g_string_append (note, "Renewed automatically. ");
}

static void
add_instrument (FoedDataSetRun    *run,
                Agreement         *agreement,
                const char        *title,
                FoedRecordBuilder *parent)
{
  g_autofree char *id = g_strconcat (agreement->id, ".agreement", NULL);
  g_autofree char *pinpoint = g_strdup_printf ("agreement %s: span, renewType", agreement->id + strlen ("dcad-"));
  g_autoptr (GString) note = g_string_new (NULL);
  FoedRecordBuilder *builder = foed_record_builder_new (FOED_RECORD_INSTRUMENT, id);
  const char *registration = get_text (run, "unts");

  foed_data_set_set (builder, FOED_FIELD_FORM, "treaty");
  foed_data_set_set_text (run, builder, FOED_FIELD_TITLE, title);
  foed_coded_date_set (agreement->signature, builder, FOED_FIELD_SIGNED);
  foed_coded_date_set (agreement->begin, builder, FOED_FIELD_BEGIN);
  set_end (agreement, builder);
  set_term (run, note, builder);

  if (!foed_coded_date_is_known (agreement->in_force))
    g_string_append (note, "When it entered into force is not known; counted from signature. ");

  g_string_append (note, "The data do not tell its form.");
  foed_data_set_set (builder, FOED_FIELD_NOTE, note->str);

  if (registration != NULL && strspn (registration, "0123456789-A") == strlen (registration))
    foed_data_set_identify (builder, "unts-registration", registration);

  foed_data_set_cite (run, builder, pinpoint);
  foed_data_set_take (parent, builder);
}

static void
add_mechanism (FoedDataSetRun    *run,
               Agreement         *agreement,
               int                category,
               FoedRecordBuilder *parent)
{
  g_autofree char *nick = g_ascii_strdown (categories[category].category, -1);
  g_autofree char *id = g_strdup_printf ("%s.mechanism.%s", agreement->id, nick);
  g_autofree char *instrument = g_strconcat (agreement->id, ".agreement", NULL);
  g_autofree char *pinpoint = g_strdup_printf ("agreement %s: category %s", agreement->id + strlen ("dcad-"),
                                               categories[category].category);
  FoedRecordBuilder *builder = foed_record_builder_new (FOED_RECORD_MECHANISM, id);

  foed_data_set_set (builder, FOED_FIELD_KIND, categories[category].mechanism);
  foed_data_set_set (builder, FOED_FIELD_BASIS, "text");
  foed_data_set_set (builder, FOED_FIELD_TITLE, categories[category].title);
  foed_data_set_set (builder, FOED_FIELD_INSTRUMENT, instrument);
  foed_data_set_cite (run, builder, pinpoint);
  foed_data_set_take (parent, builder);
}

static void
add_mechanisms (FoedDataSetRun    *run,
                Agreement         *agreement,
                FoedRecordBuilder *parent)
{
  gboolean seen[G_N_ELEMENTS (categories)] = { FALSE };

  for (guint i = 0; i < N_CATEGORIES; i++)
    {
      g_autofree char *name = g_strdup_printf ("category%u", i + 1);
      const char *text = get_text (run, name);
      int category = find_category (text);

      if (category < 0 && text != NULL)
        foed_table_reader_add_problem (run->table, FOED_SEVERITY_WARNING,
                                       foed_table_reader_find_column (run->table, name), "category",
                                       _("This category is not known; it is left out."), NULL);

      if (category < 0 || seen[category] || categories[category].mechanism == NULL)
        continue;

      seen[category] = TRUE;
      add_mechanism (run, agreement, category, parent);
    }
}

static void
set_note (FoedDataSetRun    *run,
          Agreement         *agreement,
          FoedRecordBuilder *builder)
{
  static const char * const others[] = { "type", "categoryconf", "asymmetry", "fulltext", "source" };
  g_autoptr (GString) note = g_string_new (NULL);

  if (agreement->end_year == 0)
    g_string_append (note, "Not known to have ended when the data end; it may have ended since. ");
  else if (agreement->end_is_estimate)
    g_string_append (note, "Its end is an estimate. ");

  g_string_append (note, "Coded: ");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const char *text = get_text (run, others[i]);

      if (text != NULL)
        g_string_append_printf (note, "%s = %s; ", others[i], text);
    }

  g_string_truncate (note, note->len - 2);
  g_string_append_c (note, '.');
  foed_data_set_set_text (run, builder, FOED_FIELD_NOTE, note->str);
}

static void
add_agreement (FoedDataSetRun *run,
               Agreement      *agreement)
{
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new (FOED_RECORD_ALLIANCE, agreement->id);
  g_autoptr (GPtrArray) members = g_ptr_array_new ();
  g_autofree char *title = NULL;
  g_autofree char *pinpoint = g_strdup_printf ("agreement %s", agreement->id + strlen ("dcad-"));
  FoedCodedDate end = { .year = agreement->end_year };
  int category = find_category (get_text (run, "category1"));

  prepare_member (run, agreement, &agreement->first);
  prepare_member (run, agreement, &agreement->second);
  g_ptr_array_add (members, &agreement->first);
  g_ptr_array_add (members, &agreement->second);

  title = foed_members_make_title (run, members,
                                   foed_coded_date_is_known (agreement->signature) ? agreement->signature
                                                                                   : agreement->begin,
                                   category < 0 ? "defence cooperation agreement" : categories[category].what);
  foed_data_set_set_text (run, builder, FOED_FIELD_TITLE, title);
  foed_data_set_set (builder, FOED_FIELD_SUMMARY, "A bilateral agreement on cooperation of armed forces; no alliance by "
                                                  "itself.");
  set_note (run, agreement, builder);
  foed_coded_date_set (agreement->begin, builder, FOED_FIELD_BEGIN);
  set_end (agreement, builder);
  foed_data_set_identify (builder, "dcad", agreement->id + strlen ("dcad-"));
  foed_data_set_cite (run, builder, pinpoint);
  add_instrument (run, agreement, title, builder);
  foed_members_add_parties (run, &(FoedMemberTime) { agreement->id, agreement->begin, end, agreement->end_year == 0, FALSE },
                            members, builder);
  add_mechanisms (run, agreement, builder);

  g_ptr_array_add (run->records, foed_record_builder_end (builder));
}

/* Reads a table of Defense Cooperation Agreements: a row an agreement. */
gboolean
foed_dcad_read (FoedDataSetRun  *run,
                GCancellable    *cancellable,
                GError         **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  foed_data_set_start_source (run, "dcad-1.0", "Defense Cooperation Agreement Dataset, version 1.0", "Brandon J. Kinne",
                              NULL, "Bilateral agreements from 1980 to 2010.");

  while (TRUE)
    {
      g_auto (Agreement) agreement = { 0 };
      gboolean at_end;

      if (!foed_data_set_next (run, &at_end, cancellable, error))
        return FALSE;

      if (at_end)
        return TRUE;

      if (!read_agreement (run, &agreement))
        continue;

      if (!g_hash_table_add (seen, g_strdup (agreement.id)))
        foed_table_reader_add_problem (run->table, FOED_SEVERITY_ERROR,
                                       foed_table_reader_find_column (run->table, "dcaid"), "double",
                                       _("An earlier row has the same number."), NULL);
      else
        add_agreement (run, &agreement);
    }
}
