/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-as-of-day-words"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-as-of-day.h"

/* Changes in words, the same wherever they are told. */

static const char *const nicks[FOED_N_CHANGE_KINDS] = {
  [FOED_CHANGE_OF_ALLIANCE] = "alliance",       [FOED_CHANGE_OF_INSTRUMENT] = "instrument",
  [FOED_CHANGE_BY_AMENDMENT] = "amendment",     [FOED_CHANGE_OF_CLAUSE] = "clause",
  [FOED_CHANGE_OF_OBLIGATION] = "obligation",   [FOED_CHANGE_OF_PARTY] = "party",
  [FOED_CHANGE_OF_ROLE] = "role",               [FOED_CHANGE_OF_SUSPENSION] = "suspension",
  [FOED_CHANGE_OF_MECHANISM] = "mechanism",
};

/* A short name in English, or in no language, is what alliances are called by everywhere. */
static gboolean
is_short_name (FoedRecord *record)
{
  const char *language;

  if (foed_record_get_kind (record) != FOED_RECORD_NAME ||
      !g_str_equal (foed_record_get_term (record, FOED_FIELD_KIND)->nick, "short"))
    return FALSE;

  language = foed_record_get_text (record, FOED_FIELD_LANGUAGE);

  return language == NULL || g_str_equal (language, "en");
}

static const char *
get_alliance_name (FoedRecord *alliance)
{
  for (guint i = 0; i < foed_record_get_n_children (alliance); i++)
    if (is_short_name (foed_record_get_child (alliance, i)))
      return foed_record_get_text (foed_record_get_child (alliance, i), FOED_FIELD_VALUE);

  return foed_record_get_text (alliance, FOED_FIELD_TITLE);
}

static const char *
get_title (GHashTable *titles,
           const char *id)
{
  const char *title = titles != NULL ? g_hash_table_lookup (titles, id) : NULL;

  return title != NULL ? title : id;
}

static const char *
get_label (FoedRecord *record,
           FoedField   field)
{
  const FoedTerm *term = foed_record_get_term (record, field);

  return term != NULL ? foed_term_get_label (term) : foed_record_kind_get_label (foed_record_get_kind (record));
}

static char *
get_text (FoedRecord *record)
{
  const char *text = foed_record_get_text (record, FOED_FIELD_TITLE);

  return g_strdup (text != NULL ? text : foed_record_kind_get_label (foed_record_get_kind (record)));
}

static char *
get_clause_name (FoedRecord *clause)
{
  const char *number = foed_record_get_text (clause, FOED_FIELD_NUMBER);

  if (number == NULL)
    return get_text (clause);

  /* Translators: a kind of clause and its number, as “Article 5”. */
  return g_strdup_printf (C_("clause", "%s %s"), get_label (clause, FOED_FIELD_KIND), number);
}

static char *
get_mechanism_name (FoedRecord *mechanism)
{
  const char *title = foed_record_get_text (mechanism, FOED_FIELD_TITLE);

  return g_strdup (title != NULL ? title : get_label (mechanism, FOED_FIELD_KIND));
}

static char *
describe_instrument (const FoedAsOfDayChange *change,
                     const char              *alliance)
{
  g_autofree char *title = get_text (change->record);

  if (change->begins)
    /* Translators: the title of a treaty and its alliance. */
    return g_strdup_printf (C_("change", "%s enters into force (%s)"), title, alliance);

  /* Translators: the title of a treaty and its alliance. */
  return g_strdup_printf (C_("change", "%s is no longer in force (%s)"), title, alliance);
}

/* What begins or ends apart from the treaty that it stands in. */
static char *
describe_part (char       *name,
               gboolean    begins,
               const char *alliance)
{
  g_autofree char *part = name;

  if (begins)
    /* Translators: a clause, a duty or a mechanism, and its alliance, as in “Begun: joint exercises (NATO)”. */
    return g_strdup_printf (C_("change", "Begun: %s (%s)"), part, alliance);

  /* Translators: a clause, a duty or a mechanism, and its alliance. */
  return g_strdup_printf (C_("change", "Ended: %s (%s)"), part, alliance);
}

static char *
describe_suspension (const FoedAsOfDayChange *change,
                     const char              *alliance)
{
  if (change->begins)
    return g_strdup_printf (C_("change", "Duties are suspended in %s"), alliance);

  return g_strdup_printf (C_("change", "Suspended duties revive in %s"), alliance);
}

static char *
describe_role (const FoedAsOfDayChange *change,
               const char              *alliance,
               GHashTable              *titles)
{
  /* Translators: a state, an alliance and the role that the state has in it from then on. */
  return g_strdup_printf (C_("change", "%s changes its role in %s: %s"),
                          get_title (titles, foed_record_get_reference (change->record, FOED_FIELD_STATE)), alliance,
                          get_label (change->record, FOED_FIELD_ROLE));
}

/**
 * foed_as_of_day_change_get_nick:
 * @kind: a kind of change
 *
 * Returns: (transfer none): its name in files and on the command line
 */
const char *
foed_as_of_day_change_get_nick (FoedAsOfDayChangeKind kind)
{
  g_return_val_if_fail (kind < FOED_N_CHANGE_KINDS, NULL);

  return nicks[kind];
}

/**
 * foed_as_of_day_tell_alliance:
 * @begins: whether it begins rather than ends
 * @alliance: the name of an alliance
 *
 * Returns: (transfer full): a sentence without a full stop
 */
char *
foed_as_of_day_tell_alliance (gboolean    begins,
                              const char *alliance)
{
  g_return_val_if_fail (alliance != NULL, NULL);

  if (begins)
    /* Translators: the name of an alliance, as in “NATO begins”. */
    return g_strdup_printf (C_("change", "%s begins"), alliance);

  /* Translators: the name of an alliance, as in “Warsaw Pact ends”. */
  return g_strdup_printf (C_("change", "%s ends"), alliance);
}

/**
 * foed_as_of_day_tell_party:
 * @begins: whether the state enters rather than leaves
 * @state: the name of a state
 * @alliance: the name of an alliance
 *
 * Returns: (transfer full): a sentence without a full stop
 */
char *
foed_as_of_day_tell_party (gboolean    begins,
                           const char *state,
                           const char *alliance)
{
  g_return_val_if_fail (state != NULL && alliance != NULL, NULL);

  if (begins)
    /* Translators: a state and an alliance, as in “Federal Republic of Germany joins NATO”. */
    return g_strdup_printf (C_("change", "%s joins %s"), state, alliance);

  /* Translators: a state and an alliance, as in “Albania leaves Warsaw Pact”. */
  return g_strdup_printf (C_("change", "%s leaves %s"), state, alliance);
}

/**
 * foed_as_of_day_change_describe:
 * @change: a change
 * @titles: (nullable) (element-type utf8 utf8): the titles of states, by id
 *
 * Returns: (transfer full): what changed, as a sentence without a full stop that names the alliance
 */
char *
foed_as_of_day_change_describe (const FoedAsOfDayChange *change,
                                GHashTable              *titles)
{
  const char *alliance;

  g_return_val_if_fail (change != NULL, NULL);

  alliance = get_alliance_name (change->alliance);

  switch (change->kind)
    {
    case FOED_CHANGE_OF_ALLIANCE:
      return foed_as_of_day_tell_alliance (change->begins, alliance);

    case FOED_CHANGE_OF_INSTRUMENT:
    case FOED_CHANGE_BY_AMENDMENT:
      return describe_instrument (change, alliance);

    case FOED_CHANGE_OF_CLAUSE:
      return describe_part (get_clause_name (change->record), change->begins, alliance);

    case FOED_CHANGE_OF_OBLIGATION:
      return describe_part (g_strdup (get_label (change->record, FOED_FIELD_KIND)), change->begins, alliance);

    case FOED_CHANGE_OF_MECHANISM:
      return describe_part (get_mechanism_name (change->record), change->begins, alliance);

    case FOED_CHANGE_OF_PARTY:
      return foed_as_of_day_tell_party (
        change->begins, get_title (titles, foed_record_get_reference (change->record, FOED_FIELD_STATE)), alliance);

    case FOED_CHANGE_OF_ROLE:
      return describe_role (change, alliance, titles);

    case FOED_CHANGE_OF_SUSPENSION:
      return describe_suspension (change, alliance);

    case FOED_N_CHANGE_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }
}
