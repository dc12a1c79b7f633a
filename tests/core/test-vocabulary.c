/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>

static gboolean
is_nick (const char *text)
{
  if (text == NULL || *text == '\0' || *text == '-')
    return FALSE;

  for (; *text != '\0'; text++)
    if (!g_ascii_islower (*text) && !g_ascii_isdigit (*text) && *text != '-')
      return FALSE;

  return text[-1] != '-';
}

static void
assert_sentence (const char *text)
{
  g_assert_nonnull (text);
  g_assert_cmpuint (strlen (text), >, 3);
  g_assert_true (g_unichar_isupper (g_utf8_get_char (text)));
  g_assert_true (g_str_has_suffix (text, "."));
}

static void
assert_colour (const char *colour)
{
  g_assert_cmpuint (strlen (colour), ==, 7);
  g_assert_cmpint (colour[0], ==, '#');

  for (guint i = 1; i < 7; i++)
    g_assert_true (g_ascii_isxdigit (colour[i]));
}

static void
check_term (FoedVocabulary  vocabulary,
            const FoedTerm *term,
            guint           position,
            GHashTable     *nicks,
            GHashTable     *labels)
{
  g_assert_true (is_nick (term->nick));
  g_assert_true (g_hash_table_add (nicks, (gpointer) term->nick));
  g_assert_cmpstr (foed_term_get_label (term), !=, "");
  g_assert_true (g_hash_table_add (labels, (gpointer) foed_term_get_label (term)));
  assert_sentence (foed_term_get_explanation (term));
  g_assert_true (foed_vocabulary_find (vocabulary, term->nick) == term);
  g_assert_true (foed_vocabulary_suggest (vocabulary, term->nick) == term);
  g_assert_cmpint (foed_vocabulary_get_position (vocabulary, term), ==, position);

  if (term->colour != NULL)
    assert_colour (term->colour);
}

static void
test_tables (void)
{
  g_autoptr (GHashTable) vocabularies = g_hash_table_new (g_str_hash, g_str_equal);

  for (FoedVocabulary i = FOED_VOCABULARY_NONE + 1; i < FOED_N_VOCABULARIES; i++)
    {
      g_autoptr (GHashTable) nicks = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
      const FoedTerm *terms;
      guint n_terms;

      g_assert_true (is_nick (foed_vocabulary_get_nick (i)));
      g_assert_true (g_hash_table_add (vocabularies, (gpointer) foed_vocabulary_get_nick (i)));
      g_assert_cmpint (foed_vocabulary_from_nick (foed_vocabulary_get_nick (i)), ==, i);
      g_assert_cmpstr (foed_vocabulary_get_label (i), !=, "");
      terms = foed_vocabulary_get_terms (i, &n_terms);
      g_assert_cmpuint (n_terms, >, 1);

      for (guint j = 0; j < n_terms; j++)
        check_term (i, &terms[j], j, nicks, labels);
    }
}

static void
test_misses (void)
{
  const FoedTerm *defence = foed_vocabulary_find (FOED_VOCABULARY_OBLIGATION_KIND, "defence");

  g_assert_nonnull (defence);
  g_assert_null (foed_vocabulary_find (FOED_VOCABULARY_OBLIGATION_KIND, "defense"));
  g_assert_null (foed_vocabulary_find (FOED_VOCABULARY_OBLIGATION_KIND, ""));
  g_assert_null (foed_vocabulary_find (FOED_VOCABULARY_STRENGTH, "defence"));
  g_assert_cmpint (foed_vocabulary_get_position (FOED_VOCABULARY_STRENGTH, defence), ==, -1);
  g_assert_cmpint (foed_vocabulary_from_nick ("obligations"), ==, FOED_VOCABULARY_NONE);
}

static void
test_suggestions (void)
{
  static const struct
  {
    FoedVocabulary vocabulary;
    const char *misspelt;
    const char *meant;
  } suggestions[] = {
    { FOED_VOCABULARY_OBLIGATION_KIND, "defense", "defence" },
    { FOED_VOCABULARY_OBLIGATION_KIND, "Defence", "defence" },
    { FOED_VOCABULARY_OBLIGATION_KIND, "defnece", "defence" },
    { FOED_VOCABULARY_OBLIGATION_KIND, "offense", "offence" },
    { FOED_VOCABULARY_OBLIGATION_KIND, "nonaggression", "non-aggression" },
    { FOED_VOCABULARY_OBLIGATION_KIND, "Non Aggression", "non-aggression" },
    { FOED_VOCABULARY_OBLIGATION_KIND, "consult", "consultation" },
    { FOED_VOCABULARY_OBLIGATION_KIND, "intelligence_sharing", "intelligence-sharing" },
    { FOED_VOCABULARY_PLACE_KIND, "ctiy", "city" },
    { FOED_VOCABULARY_CELL, "stated ", "stated" },
    { FOED_VOCABULARY_OBLIGATION_KIND, "zebra", NULL },
    { FOED_VOCABULARY_OBLIGATION_KIND, "", NULL },
    { FOED_VOCABULARY_OBLIGATION_KIND, "a duty to come to the aid of an ally that is attacked by another", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (suggestions); i++)
    {
      const FoedTerm *term = foed_vocabulary_suggest (suggestions[i].vocabulary, suggestions[i].misspelt);

      g_assert_cmpstr (term == NULL ? NULL : term->nick, ==, suggestions[i].meant);
    }
}

static void
check_field (FoedRecordKind       kind,
             const FoedFieldInfo *field,
             guint                position)
{
  g_assert_true (is_nick (foed_field_get_nick (field->field)));
  g_assert_cmpstr (foed_field_get_label (field->field), !=, "");
  g_assert_cmpint (foed_field_from_nick (foed_field_get_nick (field->field)), ==, field->field);
  g_assert_cmpint (foed_record_kind_find_field (kind, field->field), ==, position);
  g_assert_cmpint (field->type == FOED_FIELD_TYPE_TERM, ==, field->vocabulary != FOED_VOCABULARY_NONE);

  /* Only text may be an element, no element comes before an attribute, and a coded cell may be empty. */
  if (field->flags & FOED_FIELD_ELEMENT)
    g_assert_cmpint (field->type, ==, FOED_FIELD_TYPE_TEXT);
  else if (position > 0)
    g_assert_false ((field - 1)->flags & FOED_FIELD_ELEMENT);

  if (field->flags & FOED_FIELD_CELL)
    g_assert_false (field->flags & FOED_FIELD_REQUIRED);

  /* A reference names a record that has an id. */
  if (field->type == FOED_FIELD_TYPE_REFERENCE || field->type == FOED_FIELD_TYPE_REFERENCES)
    g_assert_true (foed_record_kind_get_info (field->target)->has_id);
  else
    g_assert_cmpint (field->target, ==, FOED_RECORD_NONE);
}

static void
test_kinds (void)
{
  gboolean reachable[FOED_N_RECORD_KINDS] = { FALSE };

  for (FoedRecordKind i = FOED_RECORD_NONE; i < FOED_N_RECORD_KINDS; i++)
    {
      const FoedRecordKindInfo *info = foed_record_kind_get_info (i);
      gboolean seen[FOED_N_RECORD_KINDS] = { FALSE };

      g_assert_true (is_nick (info->nick));

      if (i != FOED_RECORD_NONE)
        {
          g_assert_cmpint (foed_record_kind_from_nick (info->nick), ==, i);
          g_assert_cmpstr (foed_record_kind_get_label (i), !=, "");
        }

      for (guint j = 0; j < info->n_fields; j++)
        check_field (i, &info->fields[j], j);

      for (const FoedRecordKind *child = info->children; *child != FOED_RECORD_NONE; child++)
        {
          g_assert_false (seen[*child]);
          g_assert_true (foed_record_kind_may_hold (i, *child));
          seen[*child] = TRUE;
          reachable[*child] = TRUE;
        }
    }

  for (FoedRecordKind i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    g_assert_true (reachable[i]);

  g_assert_cmpint (foed_record_kind_from_nick ("foedera"), ==, FOED_RECORD_NONE);
  g_assert_false (foed_record_kind_may_hold (FOED_RECORD_NONE, FOED_RECORD_CLAUSE));
  g_assert_cmpint (foed_record_kind_find_field (FOED_RECORD_NAME, FOED_FIELD_BEGIN), ==, -1);
}

/* An element of a field and a record of the same name under one parent could not be told apart. */
static void
test_elements_are_unambiguous (void)
{
  for (FoedRecordKind i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    {
      const FoedRecordKindInfo *info = foed_record_kind_get_info (i);

      for (guint j = 0; j < info->n_fields; j++)
        if (info->fields[j].flags & FOED_FIELD_ELEMENT)
          g_assert_false (
            foed_record_kind_may_hold (i, foed_record_kind_from_nick (foed_field_get_nick (info->fields[j].field))));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vocabulary/tables", test_tables);
  g_test_add_func ("/vocabulary/misses", test_misses);
  g_test_add_func ("/vocabulary/suggestions", test_suggestions);
  g_test_add_func ("/record-kind/tables", test_kinds);
  g_test_add_func ("/record-kind/elements-are-unambiguous", test_elements_are_unambiguous);

  return g_test_run ();
}
