/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-citation"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-citation.h"

/* The series that treaties are cited by, the best known first. */
static const char * const series[] = { "unts", "lnts", "ust", "tias", "celex", "series" };

/* The clause above @clause in @record; %NULL where it stands right under an instrument. */
static FoedRecord *
find_parent (FoedRecord *record,
             FoedRecord *clause)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      FoedRecord *found;

      if (child == clause)
        return foed_record_get_kind (record) == FOED_RECORD_CLAUSE ? record : NULL;
      if (foed_record_get_kind (child) != FOED_RECORD_CLAUSE)
        continue;
      found = find_parent (child, clause);
      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The clause whose kind is told: Article 2(2)(b) is a paragraph, and cited as an article. */
static FoedRecord *
find_outermost (FoedRecord *instrument,
                FoedRecord *clause)
{
  const char *number = foed_record_get_text (clause, FOED_FIELD_NUMBER);
  FoedRecord *outermost = clause;

  for (FoedRecord *parent = find_parent (instrument, clause); parent != NULL && number != NULL;
       parent = find_parent (instrument, parent))
    {
      const char *outer = foed_record_get_text (parent, FOED_FIELD_NUMBER);

      if (outer == NULL || !g_str_has_prefix (number, outer))
        break;
      outermost = parent;
    }
  return outermost;
}

/**
 * foed_citation_dup_place:
 * @instrument: an instrument
 * @clause: a clause in it
 *
 * Returns: (transfer full) (nullable): where in the instrument it stands, for people, such as “Article 5”; %NULL where it
 *   has neither number nor title
 */
char *
foed_citation_dup_place (FoedRecord *instrument,
                         FoedRecord *clause)
{
  const char *number;
  const FoedTerm *kind;

  g_return_val_if_fail (FOED_IS_RECORD (instrument), NULL);
  g_return_val_if_fail (FOED_IS_RECORD (clause), NULL);

  number = foed_record_get_text (clause, FOED_FIELD_NUMBER);
  if (number == NULL)
    return g_strdup (foed_record_get_text (clause, FOED_FIELD_TITLE));
  kind = foed_record_get_term (find_outermost (instrument, clause), FOED_FIELD_KIND);
  /* Translators: where something stands in a treaty, such as "Article 5". */
  return g_strdup_printf (C_("citation", "%s %s"), foed_term_get_label (kind), number);
}

static char *
dup_name (FoedRecord *work)
{
  const char *title = foed_record_get_text (work, FOED_FIELD_TITLE);
  g_autofree char *signature = NULL;
  g_autofree char *begin = NULL;

  if (foed_record_get_kind (work) == FOED_RECORD_INSTRUMENT && foed_record_has_value (work, FOED_FIELD_SIGNED))
    signature = foed_date_format_plain (foed_record_get_date (work, FOED_FIELD_SIGNED));
  if (foed_record_has_value (work, FOED_FIELD_BEGIN))
    begin = foed_date_format_plain (foed_record_get_date (work, FOED_FIELD_BEGIN));
  if (signature != NULL && begin != NULL)
    /* Translators: a treaty and two dates, as treaties are cited. */
    return g_strdup_printf (C_("citation", "%s (signed %s, entered into force %s)"), title, signature, begin);
  if (signature != NULL)
    return g_strdup_printf (C_("citation", "%s (signed %s)"), title, signature);
  if (begin != NULL)
    return g_strdup_printf (C_("citation", "%s (entered into force %s)"), title, begin);
  return g_strdup (title);
}

static const char *
find_number (FoedRecord *work)
{
  for (guint i = 0; i < G_N_ELEMENTS (series); i++)
    for (guint j = 0; j < foed_record_get_n_children (work); j++)
      {
        FoedRecord *child = foed_record_get_child (work, j);

        if (foed_record_get_kind (child) == FOED_RECORD_IDENTIFIER &&
            g_str_equal (foed_record_get_term (child, FOED_FIELD_SCHEME)->nick, series[i]))
          return foed_record_get_text (child, FOED_FIELD_VALUE);
      }
  return NULL;
}

/* The first source that @record rests on, and where in it. */
static char *
dup_source (FoedRecord *record,
            GHashTable *titles)
{
  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      const char *source;
      const char *pinpoint;
      const char *title;

      if (foed_record_get_kind (child) != FOED_RECORD_CITATION ||
          foed_record_get_text (child, FOED_FIELD_STATES_OTHERWISE) != NULL)
        continue;
      source = foed_record_get_reference (child, FOED_FIELD_SOURCE);
      pinpoint = foed_record_get_text (child, FOED_FIELD_PINPOINT);
      title = titles != NULL ? g_hash_table_lookup (titles, source) : NULL;
      if (pinpoint == NULL)
        return g_strdup_printf (C_("citation", "in: %s"), title != NULL ? title : source);
      /* Translators: where a treaty is printed: a source and the place in it. */
      return g_strdup_printf (C_("citation", "in: %s, %s"), title != NULL ? title : source, pinpoint);
    }
  return NULL;
}

/**
 * foed_citation_dup_text:
 * @work: an instrument, or an alliance where no instrument is known
 * @clauses: (array length=n_clauses) (nullable): clauses in it
 * @n_clauses: how many
 * @titles: (nullable): titles by id, for the names of sources
 *
 * Cites a treaty as one line of text, as lawyers do: title, dates, series and clause. Where it stands in no series, the
 * source it was taken from is named.
 *
 * Returns: (transfer full): the citation, in the user's language
 */
char *
foed_citation_dup_text (FoedRecord         *work,
                        FoedRecord * const *clauses,
                        guint               n_clauses,
                        GHashTable         *titles)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  const char *number;
  char *source = NULL;

  g_return_val_if_fail (FOED_IS_RECORD (work), NULL);
  g_return_val_if_fail (clauses != NULL || n_clauses == 0, NULL);

  g_ptr_array_add (parts, dup_name (work));
  number = find_number (work);
  if (number != NULL)
    g_ptr_array_add (parts, g_strdup (number));
  for (guint i = 0; i < n_clauses; i++)
    {
      char *place = foed_citation_dup_place (work, clauses[i]);

      if (place != NULL)
        g_ptr_array_add (parts, place);
    }
  if (number == NULL && n_clauses > 0)
    source = dup_source (clauses[0], titles);
  if (number == NULL && source == NULL)
    source = dup_source (work, titles);
  if (source != NULL)
    g_ptr_array_add (parts, source);
  g_ptr_array_add (parts, NULL);
  /* Translators: stands between the parts of a citation. */
  return g_strjoinv (C_("citation", ", "), (char **) parts->pdata);
}
