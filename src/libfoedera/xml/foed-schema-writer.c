/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-schema-writer"

#include "config.h"

#include "foed-schema-writer.h"
#include "foed-xml-error.h"
#include "model/foed-record-kind.h"
#include "model/foed-spelling-private.h"

/* The RELAX NG schema of the native format, made from the tables of the model. Elements of fields come first and in
 * order; records may come in any order, so that files written by hand need not be sorted. That keeps every content
 * model deterministic, which lets libxml2 validate while it streams. */

static gboolean
is_attribute (const FoedFieldInfo *field)
{
  return !(field->flags & FOED_FIELD_ELEMENT);
}

static const char *
get_value_pattern (const FoedFieldInfo *field)
{
  switch (field->type)
    {
    case FOED_FIELD_TYPE_INTEGER:
      return "integer";

    case FOED_FIELD_TYPE_NUMBER:
      return "number";

    case FOED_FIELD_TYPE_BEGIN:
    case FOED_FIELD_TYPE_END:
      return "date";

    case FOED_FIELD_TYPE_TERM:
      return foed_vocabulary_get_nick (field->vocabulary);

    case FOED_FIELD_TYPE_REFERENCE:
      return "id";

    case FOED_FIELD_TYPE_REFERENCES:
      return "ids";

    case FOED_FIELD_TYPE_TEXT:
    default:
      return NULL;
    }
}

static void
add_attribute (GString             *schema,
               const FoedFieldInfo *field)
{
  const char *nick = foed_field_get_nick (field->field);
  const char *pattern = get_value_pattern (field);
  gboolean is_optional = !(field->flags & FOED_FIELD_REQUIRED);
  const char *indent = is_optional ? "  " : "";

  if (is_optional)
    g_string_append (schema, "      <optional>\n");

  if (pattern == NULL)
    g_string_append_printf (schema, "%s      <attribute name=\"%s\"/>\n", indent, nick);
  else
    g_string_append_printf (schema, "%s      <attribute name=\"%s\"><ref name=\"value.%s\"/></attribute>\n", indent,
                            nick, pattern);

  if (is_optional)
    g_string_append (schema, "      </optional>\n");

  if (field->flags & FOED_FIELD_CELL)
    g_string_append_printf (schema,
                            "      <optional>\n"
                            "        <attribute name=\"%s-cell\"><ref name=\"value.state-of-cell\"/></attribute>\n"
                            "      </optional>\n",
                            nick);
}

static void
add_attributes (GString                  *schema,
                const FoedRecordKindInfo *info)
{
  if (info->has_id)
    g_string_append (schema, "      <attribute name=\"id\"><ref name=\"value.id\"/></attribute>\n");

  for (guint i = 0; i < info->n_fields; i++)
    if (is_attribute (&info->fields[i]))
      add_attribute (schema, &info->fields[i]);
}

static void
add_element (GString             *schema,
             const FoedFieldInfo *field)
{
  const char *nick = foed_field_get_nick (field->field);

  if (field->flags & FOED_FIELD_REQUIRED)
    g_string_append_printf (schema, "      <element name=\"%s\"><text/></element>\n", nick);
  else
    g_string_append_printf (schema,
                            "      <optional>\n"
                            "        <element name=\"%s\"><text/></element>\n"
                            "      </optional>\n",
                            nick);
}

static void
add_children (GString              *schema,
              const FoedRecordKind *children)
{
  if (*children == FOED_RECORD_NONE)
    return;

  g_string_append (schema, "      <zeroOrMore>\n        <choice>\n");

  for (; *children != FOED_RECORD_NONE; children++)
    g_string_append_printf (schema, "          <ref name=\"%s\"/>\n", foed_record_kind_get_info (*children)->nick);

  g_string_append (schema, "        </choice>\n      </zeroOrMore>\n");
}

static gboolean
has_content (const FoedRecordKindInfo *info)
{
  for (guint i = 0; i < info->n_fields; i++)
    if (!is_attribute (&info->fields[i]))
      return TRUE;

  return *info->children != FOED_RECORD_NONE;
}

static void
add_kind (GString          *schema,
          FoedSchemaDetail  detail,
          FoedRecordKind    kind)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (kind);

  g_string_append_printf (schema,
                          "\n  <define name=\"%s\">\n"
                          "    <element name=\"%s\">\n",
                          info->nick, info->nick);

  if (detail == FOED_SCHEMA_COMPLETE)
    add_attributes (schema, info);
  else
    g_string_append (schema, "      <zeroOrMore><attribute><anyName/></attribute></zeroOrMore>\n");

  for (guint i = 0; i < info->n_fields; i++)
    if (!is_attribute (&info->fields[i]))
      add_element (schema, &info->fields[i]);

  add_children (schema, info->children);

  if (!has_content (info))
    g_string_append (schema, "      <empty/>\n");

  g_string_append (schema, "    </element>\n  </define>\n");
}

static void
add_start (GString *schema)
{
  g_string_append_printf (schema,
                          "\n  <start>\n"
                          "    <element name=\"%s\">\n"
                          "      <attribute name=\"version\"><value type=\"string\">%s</value></attribute>\n",
                          foed_record_kind_get_info (FOED_RECORD_NONE)->nick, FOED_XML_VERSION);
  add_children (schema, foed_record_kind_get_info (FOED_RECORD_NONE)->children);
  g_string_append (schema, "    </element>\n  </start>\n");
}

static void
add_vocabulary (GString        *schema,
                FoedVocabulary  vocabulary)
{
  const FoedTerm *terms;
  guint n_terms;

  terms = foed_vocabulary_get_terms (vocabulary, &n_terms);
  g_string_append_printf (schema, "\n  <define name=\"value.%s\">\n    <choice>\n",
                          foed_vocabulary_get_nick (vocabulary));

  for (guint i = 0; i < n_terms; i++)
    g_string_append_printf (schema, "      <value type=\"string\">%s</value>\n", terms[i].nick);

  g_string_append (schema, "    </choice>\n  </define>\n");
}

static void
add_patterned_type (GString    *schema,
                    const char *name,
                    const char *pattern)
{
  g_string_append_printf (schema,
                          "\n  <define name=\"value.%s\">\n"
                          "    <data type=\"string\"><param name=\"pattern\">%s</param></data>\n"
                          "  </define>\n",
                          name, pattern);
}

static void
add_types (GString *schema)
{
  g_autofree char *id = g_strdup_printf ("[a-z][a-z0-9.\\-]{0,%d}", FOED_LONGEST_ID - 1);

  add_patterned_type (schema, "id", id);
  g_string_append (schema,
                   "\n  <define name=\"value.ids\">\n"
                   "    <list><oneOrMore><ref name=\"value.id\"/></oneOrMore></list>\n"
                   "  </define>\n");
  add_patterned_type (schema, "date", "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[~?%]?");
  add_patterned_type (schema, "integer", "0*[0-9]{1,10}");
  add_patterned_type (schema, "number", "-?[0-9]+(\\.[0-9]+)?");
  g_string_append (schema,
                   "\n  <define name=\"value.state-of-cell\">\n"
                   "    <choice>\n"
                   "      <value type=\"string\">implied</value>\n"
                   "      <value type=\"string\">silent</value>\n"
                   "      <value type=\"string\">text-missing</value>\n"
                   "    </choice>\n"
                   "  </define>\n");
}

/* A vocabulary that no field uses is none of the schema's business. */
static gboolean
is_used (FoedVocabulary vocabulary)
{
  for (guint i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    {
      const FoedRecordKindInfo *info = foed_record_kind_get_info (i);

      for (guint j = 0; j < info->n_fields; j++)
        if (info->fields[j].vocabulary == vocabulary)
          return TRUE;
    }

  return FALSE;
}

/**
 * foed_schema_to_relax_ng:
 * @detail: how much it shall say
 *
 * Returns: (transfer full): the RELAX NG schema of the native format
 */
char *
foed_schema_to_relax_ng (FoedSchemaDetail detail)
{
  g_autoptr (GString) schema = g_string_sized_new (65536);

  g_string_append_printf (schema,
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<!-- SPDX-License-Identifier: GPL-3.0-or-later -->\n"
                          "<!-- Made from src/libfoedera/model by foed-write-schema. Don't edit. -->\n"
                          "<grammar xmlns=\"http://relaxng.org/ns/structure/1.0\" ns=\"%s\"\n"
                          "         datatypeLibrary=\"http://www.w3.org/2001/XMLSchema-datatypes\">\n",
                          FOED_XML_NAMESPACE);
  add_start (schema);

  for (guint i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    add_kind (schema, detail, i);

  if (detail == FOED_SCHEMA_COMPLETE)
    {
      add_types (schema);

      for (guint i = FOED_VOCABULARY_NONE + 1; i < FOED_N_VOCABULARIES; i++)
        if (is_used (i))
          add_vocabulary (schema, i);
    }

  g_string_append (schema, "</grammar>\n");

  return g_string_free (g_steal_pointer (&schema), FALSE);
}
