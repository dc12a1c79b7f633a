/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-schema-reference"

#include "config.h"

#include "foed-schema-writer.h"
#include "model/foed-record-kind.h"

/* The reference of the native format for people, made from the tables of the model. */

static void
add_value (GString             *reference,
           const FoedFieldInfo *field)
{
  switch (field->type)
    {
    case FOED_FIELD_TYPE_TEXT:
      g_string_append (reference, "text");
      break;

    case FOED_FIELD_TYPE_INTEGER:
      g_string_append (reference, "whole number");
      break;

    case FOED_FIELD_TYPE_NUMBER:
      g_string_append (reference, "number");
      break;

    case FOED_FIELD_TYPE_BEGIN:
    case FOED_FIELD_TYPE_END:
      g_string_append (reference, "date");
      break;

    case FOED_FIELD_TYPE_TERM:
      g_string_append_printf (reference, "[%1$s](#%1$s)", foed_vocabulary_get_nick (field->vocabulary));
      break;

    case FOED_FIELD_TYPE_REFERENCE:
      g_string_append_printf (reference, "id of %s", foed_record_kind_get_info (field->target)->nick);
      break;

    case FOED_FIELD_TYPE_REFERENCES:
      g_string_append_printf (reference, "ids of %s", foed_record_kind_get_info (field->target)->nick);
      break;

    default:
      g_assert_not_reached ();
    }
}

static void
add_field (GString             *reference,
           const FoedFieldInfo *field)
{
  gboolean is_element = (field->flags & FOED_FIELD_ELEMENT) != 0;

  g_string_append_printf (reference, is_element ? "| `<%s>` | " : "| `%s` | ", foed_field_get_nick (field->field));
  add_value (reference, field);
  g_string_append_printf (reference, " | %s |\n",
                          field->flags & FOED_FIELD_REQUIRED ? "required"
                          : field->flags & FOED_FIELD_CELL   ? "coded cell"
                                                             : "");
}

static void
add_children (GString              *reference,
              const FoedRecordKind *children)
{
  g_string_append (reference, "\nHolds ");

  for (guint i = 0; children[i] != FOED_RECORD_NONE; i++)
    g_string_append_printf (reference, "%s[%s](#element-%s)", i > 0 ? ", " : "",
                            foed_record_kind_get_info (children[i])->nick,
                            foed_record_kind_get_info (children[i])->nick);

  g_string_append (reference, ".\n");
}

static void
add_kind (GString        *reference,
          FoedRecordKind  kind)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (kind);

  g_string_append_printf (reference, "\n### Element `%s`\n\n", info->nick);

  if (kind == FOED_RECORD_NONE)
    g_string_append (reference, "The root.\n\n");
  else
    g_string_append_printf (reference, "%s.\n\n", info->label);

  g_string_append (reference, "| attribute or element | value | |\n|---|---|---|\n");

  if (kind == FOED_RECORD_NONE)
    g_string_append (reference, "| `version` | `1` | required |\n");

  if (info->has_id)
    g_string_append (reference, "| `id` | id | required |\n");

  for (guint i = 0; i < info->n_fields; i++)
    add_field (reference, &info->fields[i]);

  if (*info->children != FOED_RECORD_NONE)
    add_children (reference, info->children);
}

static void
add_vocabulary (GString        *reference,
                FoedVocabulary  vocabulary)
{
  const FoedTerm *terms;
  guint n_terms;

  terms = foed_vocabulary_get_terms (vocabulary, &n_terms);
  g_string_append_printf (reference,
                          "\n### %s\n\n"
                          "| value | label | meaning | ATOP | COW |\n"
                          "|---|---|---|---|---|\n",
                          foed_vocabulary_get_nick (vocabulary));

  for (guint i = 0; i < n_terms; i++)
    g_string_append_printf (reference, "| `%s` | %s | %s | %s | %s |\n", terms[i].nick, terms[i].label,
                            terms[i].explanation, terms[i].atop == NULL ? "" : terms[i].atop,
                            terms[i].cow == NULL ? "" : terms[i].cow);
}

/**
 * foed_schema_to_reference:
 *
 * Returns: (transfer full): the reference of elements and vocabularies in Markdown, in English, which
 *   doc/xml-reference.md holds
 */
char *
foed_schema_to_reference (void)
{
  g_autoptr (GString) reference = g_string_sized_new (65536);

  g_string_append (reference,
                   "# The native XML format: elements and values\n\n"
                   "Made from `src/libfoedera/model` by `foed-write-schema`; don't edit. The rules are in\n"
                   "[xml-format.md](xml-format.md). Attributes and elements stand in canonical order. A coded cell\n"
                   "also has an attribute of its name and `-cell`: `implied`, `silent` or `text-missing`.\n\n"
                   "## Elements\n");

  for (guint i = FOED_RECORD_NONE; i < FOED_N_RECORD_KINDS; i++)
    add_kind (reference, i);

  g_string_append (reference, "\n## Vocabularies\n");

  for (guint i = FOED_VOCABULARY_NONE + 1; i < FOED_N_VOCABULARIES; i++)
    add_vocabulary (reference, i);

  return g_string_free (g_steal_pointer (&reference), FALSE);
}
