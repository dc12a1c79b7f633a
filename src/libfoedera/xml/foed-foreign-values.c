/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-foreign-values"

#include "config.h"

#include <string.h>

#include "foed-foreign-records-private.h"

/* Files are full of values that mean nothing: drafts carry the year 2999, tables the year 9999 for "open", and empty
 * databases the year 1. */
#define FIRST_SENTINEL_YEAR 2900

/* ISO 639-2 codes of languages that treaties are in, and what ISO 639-1 has for them. */
static const char *const languages[][2] = {
  { "eng", "en" }, { "fra", "fr" }, { "fre", "fr" }, { "deu", "de" }, { "ger", "de" }, { "spa", "es" }, { "ita", "it" },
  { "por", "pt" }, { "nld", "nl" }, { "dut", "nl" }, { "lat", "la" }, { "rus", "ru" }, { "zho", "zh" }, { "chi", "zh" },
  { "ara", "ar" }, { "jpn", "ja" }, { "kor", "ko" }, { "ell", "el" }, { "gre", "el" }, { "fin", "fi" }, { "swe", "sv" },
  { "dan", "da" }, { "nor", "no" }, { "pol", "pl" }, { "ces", "cs" }, { "cze", "cs" }, { "slk", "sk" }, { "slo", "sk" },
  { "hun", "hu" }, { "ron", "ro" }, { "rum", "ro" }, { "bul", "bg" }, { "hrv", "hr" }, { "slv", "sl" }, { "est", "et" },
  { "lav", "lv" }, { "lit", "lt" }, { "mlt", "mt" }, { "gle", "ga" }, { "tur", "tr" }, { "ukr", "uk" }, { "fas", "fa" },
  { "per", "fa" }, { "heb", "he" }, { "hin", "hi" }, { "isl", "is" }, { "ice", "is" }, { "sqi", "sq" }, { "alb", "sq" },
  { "srp", "sr" }, { "mkd", "mk" }, { "mac", "mk" }, { "swa", "sw" }, { "urd", "ur" }, { "vie", "vi" }, { "tha", "th" },
  { "ind", "id" }, { "msa", "ms" }, { "may", "ms" }, { "mri", "mi" }, { "mao", "mi" }, { "ltz", "lb" }, { "cat", "ca" },
};

/* Words of articles, in the languages of treaties, in small letters. */
static const char *const article_words[] = {
  "article", "art.", "art", "articles", "artikel", "artículo", "articulo", "articolo", "artigo", "artykuł", "artikla",
  "section", "sec.", "sect.", "άρθρο", "статья", NULL,
};

/* Frequent small words, by which the language of a text is guessed. */
static const struct
{
  const char *language;
  const char *words;
} small_words[] = {
  { "en", " the of and to in that shall for by be which with any this is are or as on from " },
  { "fr", " le la les des du et à en que qui dans par pour une un sur est sont au aux ou ce " },
  { "de", " der die das und den von des zu mit für im auf ist ein eine nach dem werden oder " },
  { "es", " el la los las de y que en del por con una se para al un su lo es o " },
  { "it", " il la le di e che del della in per con dei un una è al nel sono gli o " },
  { "pt", " o a os as de e que do da em no na por com um uma para ao dos das " },
  { "nl", " de het een en van in op met voor te zijn dat die door bij aan of worden wordt " },
  { "la", " et in ad ut cum non quod sive vel ac per ex pro qui quae nec seu eius " },
};

#define GUESSING_LENGTH 4000
#define LEAST_SMALL_WORDS 6

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Runs of blanks are one space, and there are none at the ends. */
char *
foed_foreign_fold_blanks (const char *text)
{
  GString *folded = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text++)
    if (!is_blank (*text))
      g_string_append_c (folded, *text);
    else if (folded->len > 0 && folded->str[folded->len - 1] != ' ')
      g_string_append_c (folded, ' ');

  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);

  return g_string_free (folded, FALSE);
}

/* The character that `&#8211;` or `&#x2013;` at the beginning of @text stands for, and where it ends; or 0. */
static gunichar
read_reference (const char  *text,
                const char **end)
{
  char *stop;
  guint64 letter;

  if (!g_str_has_prefix (text, "&#") || !g_ascii_isxdigit (text[text[2] == 'x' ? 3 : 2]))
    return 0;

  letter = text[2] == 'x' ? g_ascii_strtoull (text + 3, &stop, 16) : g_ascii_strtoull (text + 2, &stop, 10);

  if (*stop != ';' || letter < 0x20 || letter > 0x10ffff || !g_unichar_validate (letter))
    return 0;

  *end = stop + 1;

  return letter;
}

/* What was escaped twice stands in a text as a reference. Returns NULL where there is none. */
char *
foed_foreign_unescape (const char *text)
{
  GString *plain;
  const char *end;

  if (strstr (text, "&#") == NULL)
    return NULL;

  plain = g_string_new (NULL);

  while (*text != '\0')
    {
      gunichar letter = *text == '&' ? read_reference (text, &end) : 0;

      if (letter != 0)
        {
          g_string_append_unichar (plain, letter);
          text = end;
        }
      else
        {
          g_string_append_c (plain, *text++);
        }
    }

  return g_string_free (plain, FALSE);
}

static gboolean
is_break (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, "break") == 0;
}

static void
append_folded (GString    *text,
               const char *raw)
{
  for (; *raw != '\0'; raw++)
    if (!is_blank (*raw))
      g_string_append_c (text, *raw);
    else if (text->len > 0 && text->str[text->len - 1] != ' ' && text->str[text->len - 1] != '\n')
      g_string_append_c (text, ' ');
}

static void
append_break (GString *text)
{
  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);

  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append_c (text, '\n');
}

/* The lines of @raw stay; blanks at their ends and more than one empty line at a time don't. */
static void
append_lines (GString    *text,
              const char *raw)
{
  while (*raw != '\0')
    {
      gsize length = strcspn (raw, "\n");
      gsize kept = length;

      while (kept > 0 && is_blank (raw[kept - 1]))
        kept--;

      g_string_append_len (text, raw, kept);
      raw += length;

      if (*raw == '\n')
        {
          raw++;

          if (text->len > 0 && !g_str_has_suffix (text->str, "\n\n"))
            g_string_append_c (text, '\n');
        }
    }
}

static void
append_content (GString       *text,
                const xmlNode *node,
                gboolean       keeps_lines)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_break (child))
      append_break (text);
    else if (child->type == XML_ELEMENT_NODE)
      append_content (text, child, keeps_lines);
    else if (child->content == NULL || (child->type != XML_TEXT_NODE && child->type != XML_CDATA_SECTION_NODE))
      continue;
    else if (keeps_lines)
      append_lines (text, (const char *) child->content);
    else
      append_folded (text, (const char *) child->content);
}

/* The reading text: blanks are folded and <break/> begins a line, unless xml:space asks to keep lines as they are. */
char *
foed_foreign_dup_content (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  append_content (text, node, xmlNodeGetSpacePreserve (node) == 1);

  while (text->len > 0 && is_blank (text->str[text->len - 1]))
    g_string_truncate (text, text->len - 1);

  return g_string_free (text, FALSE);
}

/* One line. */
char *
foed_foreign_dup_title (const xmlNode *node)
{
  g_autofree char *content = foed_foreign_dup_content (node);

  return foed_foreign_fold_blanks (content);
}

/* 1992-08-07T00:00:00Z, 1992-08-07+01:00, 19920807 and [1992-08-07]. are 1992-08-07. */
char *
foed_foreign_fold_date (const char *text)
{
  g_autofree char *date = g_strstrip (g_strdelimit (g_strdup (text), "[]().,;", ' '));
  gsize length = strlen (date);

  if (length == 8 && strspn (date, "0123456789") == 8)
    return g_strdup_printf ("%.4s-%.2s-%.2s", date, date + 4, date + 6);

  if (length > 10 && strspn (date, "0123456789-") >= 10 && strchr ("T+-Z ", date[10]) != NULL)
    date[10] = '\0';

  return g_steal_pointer (&date);
}

gboolean
foed_foreign_is_sentinel (const char *date)
{
  gint64 year = g_ascii_strtoll (date, NULL, 10);

  return year >= FIRST_SENTINEL_YEAR || (year <= 1 && strlen (date) >= 4);
}

/* FRA, fra, FR, …/language/FRA and fr-CA are fr, fr, fr, fr and fr-CA. */
char *
foed_foreign_fold_language (const char *text)
{
  const char *slash = strrchr (text, '/');
  g_autofree char *code = g_strstrip (g_strdup (slash == NULL ? text : slash + 1));
  gsize length = strcspn (code, "-_");
  g_autofree char *primary = g_ascii_strdown (code, length);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (strcmp (primary, languages[i][0]) == 0)
      return g_strdup (languages[i][1]);

  if (length < 2 || length > 8 || strspn (code, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") < length)
    return g_strdup ("und");

  return g_strconcat (primary, code + length, NULL);
}

/* "ARTICLE 1", "Art. 1er A.-" and "Artikel 5" are 1, 1er A and 5: that they are articles is told otherwise. Points and
 * dashes after a number are none of it. */
char *
foed_foreign_fold_number (const char *text,
                          gboolean    is_article)
{
  static const char *const ends[] = { ".", ":", ";", ",", "-", "–", "—", " " };
  g_autofree char *number = foed_foreign_fold_blanks (text);
  gsize length = strcspn (number, " ");
  g_autofree char *word = g_utf8_strdown (number, length);
  gsize end = 0;

  if (is_article && number[length] == ' ' && g_strv_contains (article_words, word))
    memmove (number, number + length + 1, strlen (number + length + 1) + 1);

  while (end != strlen (number))
    {
      end = strlen (number);

      for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
        if (g_str_has_suffix (number, ends[i]) && strlen (ends[i]) < strlen (number))
          number[strlen (number) - strlen (ends[i])] = '\0';
    }

  return g_steal_pointer (&number);
}

/* The language whose small words are the most by far, or NULL. */
const char *
foed_foreign_guess_language (const char *text)
{
  g_autofree char *head = g_strndup (text, GUESSING_LENGTH);
  g_autofree char *valid = g_utf8_make_valid (head, -1);
  g_autofree char *lower = g_utf8_strdown (valid, -1);
  g_auto (GStrv) words = g_strsplit_set (lower, " \n,.;:()", -1);
  guint counts[G_N_ELEMENTS (small_words)] = { 0 };
  guint best = 0;
  guint second = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *padded = g_strconcat (" ", words[i], " ", NULL);

      for (guint j = 0; padded[2] != '\0' && j < G_N_ELEMENTS (small_words); j++)
        counts[j] += strstr (small_words[j].words, padded) != NULL;
    }

  for (guint j = 1; j < G_N_ELEMENTS (small_words); j++)
    if (counts[j] > counts[best])
      best = j;

  for (guint j = 0; j < G_N_ELEMENTS (small_words); j++)
    if (j != best)
      second = MAX (second, counts[j]);

  return counts[best] >= LEAST_SMALL_WORDS && counts[best] * 2 > second * 3 ? small_words[best].language : NULL;
}

/* A part of an id: small letters and digits, with "-" for anything else. */
char *
foed_foreign_make_slug (const char *text,
                        gsize       longest)
{
  g_autofree char *ascii = g_str_to_ascii (text, "C");
  GString *slug = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && slug->len < longest; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (slug, g_ascii_tolower (*c));
    else if (slug->len > 0 && slug->str[slug->len - 1] != '-' && *c != '?')
      g_string_append_c (slug, '-');

  while (slug->len > 0 && slug->str[slug->len - 1] == '-')
    g_string_truncate (slug, slug->len - 1);

  return g_string_free (slug, FALSE);
}
