/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-record"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "foed-record-private.h"
#include "foed-spelling-private.h"
#include "foed-vocabulary-private.h"

G_DEFINE_QUARK (foed-record-error-quark, foed_record_error)

/* A vocabulary with no more terms than this is spelt out to whom it may help. */
#define SPELT_OUT_TERMS 16

static gboolean
has_block (const FoedFieldInfo *info)
{
  return info->type == FOED_FIELD_TYPE_TEXT || info->type == FOED_FIELD_TYPE_REFERENCE
         || info->type == FOED_FIELD_TYPE_REFERENCES;
}

/* Frees what @self holds, but leaves the state of the cell. */
void
foed_value_clear (FoedValue           *self,
                  const FoedFieldInfo *info)
{
  if (self->is_set && has_block (info))
    g_free (self->text);

  self->text = NULL;
  self->is_set = FALSE;
}

void
foed_value_copy (const FoedValue     *self,
                 const FoedFieldInfo *info,
                 FoedValue           *copy)
{
  *copy = *self;

  if (!self->is_set)
    return;

  if (info->type == FOED_FIELD_TYPE_REFERENCES)
    copy->references = foed_spelling_pack_ids ((const char * const *) self->references);
  else if (has_block (info))
    copy->text = g_strdup (self->text);
}

gboolean
foed_value_equal (const FoedValue     *a,
                  const FoedValue     *b,
                  const FoedFieldInfo *info)
{
  if (a->is_set != b->is_set || a->cell != b->cell)
    return FALSE;

  if (!a->is_set)
    return TRUE;

  switch (info->type)
    {
    case FOED_FIELD_TYPE_TEXT:
    case FOED_FIELD_TYPE_REFERENCE:
      return strcmp (a->text, b->text) == 0;

    case FOED_FIELD_TYPE_INTEGER:
      return a->integer == b->integer;

    case FOED_FIELD_TYPE_NUMBER:
      return a->number == b->number;

    case FOED_FIELD_TYPE_BEGIN:
    case FOED_FIELD_TYPE_END:
      return foed_date_equal (&a->date, &b->date);

    case FOED_FIELD_TYPE_TERM:
      return a->term == b->term;

    case FOED_FIELD_TYPE_REFERENCES:
      return g_strv_equal ((const char * const *) a->references, (const char * const *) b->references);

    default:
      g_assert_not_reached ();
    }
}

/* Which terms there are, for a person who wrote another word. */
static char *
describe_choice (FoedVocabulary  vocabulary,
                 const char     *word)
{
  const FoedTerm *suggestion = foed_vocabulary_suggest (vocabulary, word);
  g_autoptr (GString) nicks = NULL;
  const FoedTerm *terms;
  guint n_terms;

  if (suggestion != NULL)
    return g_strdup_printf (_("Did you mean “%s”?"), suggestion->nick);

  terms = foed_vocabulary_get_terms (vocabulary, &n_terms);

  if (n_terms > SPELT_OUT_TERMS)
    return g_strdup_printf (_("The vocabulary “%s” lists what is allowed."), foed_vocabulary_get_nick (vocabulary));

  nicks = g_string_new (NULL);

  for (guint i = 0; i < n_terms; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", terms[i].nick);

  return g_strdup_printf (_("Allowed are: %s."), nicks->str);
}

static gboolean
parse_term (FoedValue            *self,
            const FoedFieldInfo  *info,
            const char           *string,
            GError              **error)
{
  g_autofree char *quoted = NULL;
  g_autofree char *refusal = NULL;
  g_autofree char *choice = NULL;

  self->term = foed_vocabulary_find (info->vocabulary, string);

  if (self->term != NULL)
    return TRUE;

  quoted = foed_spelling_shorten (string);
  refusal = foed_vocabulary_describe_refusal (info->vocabulary, quoted);
  choice = describe_choice (info->vocabulary, string);
  g_set_error (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_UNKNOWN_TERM, "%s\n%s", refusal, choice);

  return FALSE;
}

static gboolean
parse_number (FoedValue            *self,
              const FoedFieldInfo  *info,
              const char           *string,
              GError              **error)
{
  g_autofree char *quoted = NULL;
  double number;

  if (!foed_spelling_scan_number (string, &number, error))
    return FALSE;

  quoted = foed_spelling_shorten (string);

  if (info->field == FOED_FIELD_LATITUDE && fabs (number) > 90)
    {
      g_set_error (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_RANGE,
                   _("“%s” is not a latitude.\nLatitudes run from -90 to 90 degrees."), quoted);
      return FALSE;
    }

  if (info->field == FOED_FIELD_LONGITUDE && fabs (number) > 180)
    {
      g_set_error (error, FOED_RECORD_ERROR, FOED_RECORD_ERROR_RANGE,
                   _("“%s” is not a longitude.\nLongitudes run from -180 to 180 degrees."), quoted);
      return FALSE;
    }

  self->number = number;

  return TRUE;
}

static gboolean
parse_date (FoedValue   *self,
            const char  *string,
            GError     **error)
{
  g_autoptr (GError) date_error = NULL;

  if (foed_date_init_parsed (&self->date, string, &date_error))
    return TRUE;

  g_set_error_literal (error, FOED_RECORD_ERROR,
                       g_error_matches (date_error, FOED_DATE_ERROR, FOED_DATE_ERROR_RANGE)
                         ? FOED_RECORD_ERROR_RANGE
                         : FOED_RECORD_ERROR_FORMAT,
                       date_error->message);

  return FALSE;
}

/* Reads the spelling of a value into @self, which is empty. @string is not blank. */
gboolean
foed_value_parse (FoedValue            *self,
                  const FoedFieldInfo  *info,
                  const char           *string,
                  GError              **error)
{
  gboolean parsed = FALSE;

  g_assert (!self->is_set);

  switch (info->type)
    {
    case FOED_FIELD_TYPE_TEXT:
      parsed = foed_spelling_check_text (string, error);
      self->text = parsed ? g_strdup (string) : NULL;
      break;

    case FOED_FIELD_TYPE_INTEGER:
      parsed = foed_spelling_scan_integer (string, &self->integer, error);
      break;

    case FOED_FIELD_TYPE_NUMBER:
      parsed = parse_number (self, info, string, error);
      break;

    case FOED_FIELD_TYPE_BEGIN:
    case FOED_FIELD_TYPE_END:
      parsed = parse_date (self, string, error);
      break;

    case FOED_FIELD_TYPE_TERM:
      parsed = parse_term (self, info, string, error);
      break;

    case FOED_FIELD_TYPE_REFERENCE:
      parsed = foed_spelling_check_id (string, error);
      self->text = parsed ? g_strdup (string) : NULL;
      break;

    case FOED_FIELD_TYPE_REFERENCES:
      self->references = foed_spelling_scan_ids (string, error);
      parsed = self->references != NULL;
      break;

    default:
      g_assert_not_reached ();
    }

  self->is_set = parsed;

  return parsed;
}

/* The canonical spelling, or NULL where there is no value. */
char *
foed_value_to_string (const FoedValue     *self,
                      const FoedFieldInfo *info)
{
  if (!self->is_set)
    return NULL;

  switch (info->type)
    {
    case FOED_FIELD_TYPE_TEXT:
    case FOED_FIELD_TYPE_REFERENCE:
      return g_strdup (self->text);

    case FOED_FIELD_TYPE_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, self->integer);

    case FOED_FIELD_TYPE_NUMBER:
      return foed_spelling_from_number (self->number);

    case FOED_FIELD_TYPE_BEGIN:
    case FOED_FIELD_TYPE_END:
      return foed_date_to_string (&self->date);

    case FOED_FIELD_TYPE_TERM:
      return g_strdup (self->term->nick);

    case FOED_FIELD_TYPE_REFERENCES:
      return g_strjoinv (" ", self->references);

    default:
      g_assert_not_reached ();
    }
}

static char *
display_set_value (const FoedValue     *self,
                   const FoedFieldInfo *info)
{
  switch (info->type)
    {
    case FOED_FIELD_TYPE_BEGIN:
    case FOED_FIELD_TYPE_END:
      return foed_date_format (&self->date);

    case FOED_FIELD_TYPE_TERM:
      return g_strdup (foed_term_get_label (self->term));

    case FOED_FIELD_TYPE_REFERENCES:
      return g_strjoinv (", ", self->references);

    case FOED_FIELD_TYPE_TEXT:
    case FOED_FIELD_TYPE_INTEGER:
    case FOED_FIELD_TYPE_NUMBER:
    case FOED_FIELD_TYPE_REFERENCE:
    default:
      return foed_value_to_string (self, info);
    }
}

/* What a person reads; NULL where there is nothing to say. An empty coded cell says why it is empty. */
char *
foed_value_to_display (const FoedValue     *self,
                       const FoedFieldInfo *info)
{
  g_autofree char *plain = NULL;
  const FoedTerm *cells;
  guint n_cells;

  cells = foed_vocabulary_get_terms (FOED_VOCABULARY_CELL, &n_cells);
  g_assert (self->cell < n_cells);

  if (!self->is_set)
    return info->flags & FOED_FIELD_CELL ? g_strdup (foed_term_get_label (&cells[self->cell])) : NULL;

  plain = display_set_value (self, info);

  if (info->flags & FOED_FIELD_CELL && self->cell == FOED_CELL_IMPLIED)
    return g_strdup_printf (C_("cell", "%s (implied by a companion instrument)"), plain);

  return g_steal_pointer (&plain);
}
