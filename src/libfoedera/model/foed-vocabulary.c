/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-vocabulary"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-nick-table-private.h"
#include "foed-vocabulary-private.h"

static FoedNickTable *vocabulary_nicks;
static FoedNickTable *term_nicks[FOED_N_VOCABULARIES];

static const char *
get_vocabulary_nick (guint    position,
                     gpointer user_data)
{
  return foed_vocabulary_table[position].nick;
}

static const char *
get_term_nick (guint    position,
               gpointer user_data)
{
  const FoedVocabularyInfo *info = user_data;

  return info->terms[position].nick;
}

static void
ensure_nick_tables (void)
{
  static gsize made;

  if (g_once_init_enter (&made))
    {
      vocabulary_nicks = foed_nick_table_new (FOED_N_VOCABULARIES, get_vocabulary_nick, NULL);

      for (guint i = FOED_VOCABULARY_NONE + 1; i < FOED_N_VOCABULARIES; i++)
        term_nicks[i] = foed_nick_table_new (foed_vocabulary_table[i].n_terms, get_term_nick,
                                             (gpointer) &foed_vocabulary_table[i]);

      g_once_init_leave (&made, 1);
    }
}

static FoedVocabulary
find_vocabulary_of_term (const FoedTerm *term)
{
  for (guint i = FOED_VOCABULARY_NONE + 1; i < FOED_N_VOCABULARIES; i++)
    {
      const FoedVocabularyInfo *info = &foed_vocabulary_table[i];

      if (term >= info->terms && term < info->terms + info->n_terms)
        return i;
    }

  return FOED_VOCABULARY_NONE;
}

/**
 * foed_vocabulary_get_nick:
 * @vocabulary: a vocabulary
 *
 * Returns: (transfer none): its stable name
 */
const char *
foed_vocabulary_get_nick (FoedVocabulary vocabulary)
{
  g_return_val_if_fail (vocabulary > FOED_VOCABULARY_NONE && vocabulary < FOED_N_VOCABULARIES, NULL);

  return foed_vocabulary_table[vocabulary].nick;
}

/**
 * foed_vocabulary_get_label:
 * @vocabulary: a vocabulary
 *
 * Returns: (transfer none): what a person reads, in the user's language
 */
const char *
foed_vocabulary_get_label (FoedVocabulary vocabulary)
{
  g_return_val_if_fail (vocabulary > FOED_VOCABULARY_NONE && vocabulary < FOED_N_VOCABULARIES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "vocabulary", foed_vocabulary_table[vocabulary].label);
}

/**
 * foed_vocabulary_get_terms:
 * @vocabulary: a vocabulary
 * @n_terms: (out): how many terms it has
 *
 * Returns: (transfer none) (array length=n_terms): its terms, in the order in which people read them
 */
const FoedTerm *
foed_vocabulary_get_terms (FoedVocabulary  vocabulary,
                           guint          *n_terms)
{
  g_return_val_if_fail (vocabulary > FOED_VOCABULARY_NONE && vocabulary < FOED_N_VOCABULARIES, NULL);
  g_return_val_if_fail (n_terms != NULL, NULL);

  *n_terms = foed_vocabulary_table[vocabulary].n_terms;

  return foed_vocabulary_table[vocabulary].terms;
}

/**
 * foed_vocabulary_find:
 * @vocabulary: a vocabulary
 * @nick: the stable name of a term, exactly
 *
 * Returns: (transfer none) (nullable): the term, or %NULL where @vocabulary has none of that name
 */
const FoedTerm *
foed_vocabulary_find (FoedVocabulary  vocabulary,
                      const char     *nick)
{
  int position;

  g_return_val_if_fail (vocabulary > FOED_VOCABULARY_NONE && vocabulary < FOED_N_VOCABULARIES, NULL);
  g_return_val_if_fail (nick != NULL, NULL);

  ensure_nick_tables ();
  position = foed_nick_table_find (term_nicks[vocabulary], nick);

  return position < 0 ? NULL : &foed_vocabulary_table[vocabulary].terms[position];
}

/**
 * foed_vocabulary_suggest:
 * @vocabulary: a vocabulary
 * @misspelt: a word that is no term of it
 *
 * Returns: (transfer none) (nullable): the term that was probably meant, or %NULL where none is near
 */
const FoedTerm *
foed_vocabulary_suggest (FoedVocabulary  vocabulary,
                         const char     *misspelt)
{
  int position;

  g_return_val_if_fail (vocabulary > FOED_VOCABULARY_NONE && vocabulary < FOED_N_VOCABULARIES, NULL);
  g_return_val_if_fail (misspelt != NULL, NULL);

  ensure_nick_tables ();
  position = foed_nick_table_guess (term_nicks[vocabulary], misspelt);

  return position < 0 ? NULL : &foed_vocabulary_table[vocabulary].terms[position];
}

/**
 * foed_vocabulary_get_position:
 * @vocabulary: a vocabulary
 * @term: a term
 *
 * Returns: the position of @term in @vocabulary, or -1 where it is a term of another
 */
int
foed_vocabulary_get_position (FoedVocabulary  vocabulary,
                              const FoedTerm *term)
{
  const FoedVocabularyInfo *info;

  g_return_val_if_fail (vocabulary > FOED_VOCABULARY_NONE && vocabulary < FOED_N_VOCABULARIES, -1);
  g_return_val_if_fail (term != NULL, -1);

  info = &foed_vocabulary_table[vocabulary];

  if (term < info->terms || term >= info->terms + info->n_terms)
    return -1;

  return term - info->terms;
}

/**
 * foed_vocabulary_from_nick:
 * @nick: the stable name of a vocabulary
 *
 * Returns: the vocabulary, or %FOED_VOCABULARY_NONE where there is none of that name
 */
FoedVocabulary
foed_vocabulary_from_nick (const char *nick)
{
  int position;

  g_return_val_if_fail (nick != NULL, FOED_VOCABULARY_NONE);

  ensure_nick_tables ();
  position = foed_nick_table_find (vocabulary_nicks, nick);

  return position < 0 ? FOED_VOCABULARY_NONE : (FoedVocabulary) position;
}

/**
 * foed_vocabulary_describe_refusal: (skip)
 * @vocabulary: a vocabulary
 * @word: a word that is no term of it
 *
 * Returns: (transfer full): a sentence that says so, in the user's language
 */
char *
foed_vocabulary_describe_refusal (FoedVocabulary  vocabulary,
                                  const char     *word)
{
  g_autoptr (GString) sentence = NULL;

  g_assert (vocabulary > FOED_VOCABULARY_NONE && vocabulary < FOED_N_VOCABULARIES);
  g_assert (word != NULL);

  sentence = g_string_new (g_dgettext (GETTEXT_PACKAGE, foed_vocabulary_table[vocabulary].refusal));
  g_string_replace (sentence, "{word}", word, 1);

  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

/**
 * foed_term_get_label:
 * @term: a term
 *
 * Returns: (transfer none): what a person reads, in the user's language
 */
const char *
foed_term_get_label (const FoedTerm *term)
{
  FoedVocabulary vocabulary;

  g_return_val_if_fail (term != NULL, NULL);

  vocabulary = find_vocabulary_of_term (term);
  g_return_val_if_fail (vocabulary != FOED_VOCABULARY_NONE, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, foed_vocabulary_table[vocabulary].nick, term->label);
}

/**
 * foed_term_get_explanation:
 * @term: a term
 *
 * Returns: (transfer none): one sentence that says what the term means, in the user's language
 */
const char *
foed_term_get_explanation (const FoedTerm *term)
{
  g_return_val_if_fail (term != NULL, NULL);

  return g_dgettext (GETTEXT_PACKAGE, term->explanation);
}
