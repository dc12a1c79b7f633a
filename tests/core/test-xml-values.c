/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <foedera.h>

/* Every rule that the schema has for an attribute or a value: one file that is right, and one for each way to break the
 * rule. The schema itself is made from the same tables. */

typedef struct
{
  FoedRecordKind kind;
  const char    *name;       /* the attribute or element that is not as it should be */
  const char    *value;      /* NULL where it is missing */
} Fault;

static const char *
get_good_value (const FoedFieldInfo *field)
{
  switch (field->type)
    {
    case FOED_FIELD_TYPE_INTEGER:
    case FOED_FIELD_TYPE_NUMBER:
      return "1";

    case FOED_FIELD_TYPE_BEGIN:
    case FOED_FIELD_TYPE_END:
      return "1900";

    case FOED_FIELD_TYPE_TERM:
      return foed_vocabulary_get_terms (field->vocabulary, &(guint) { 0 })->nick;

    case FOED_FIELD_TYPE_REFERENCE:
    case FOED_FIELD_TYPE_REFERENCES:
      return "something";

    case FOED_FIELD_TYPE_TEXT:
    default:
      return "Text";
    }
}

static const char *
get_bad_value (const FoedFieldInfo *field)
{
  static const char *const values[] = {
    [FOED_FIELD_TYPE_TEXT] = NULL,
    [FOED_FIELD_TYPE_INTEGER] = "many",
    [FOED_FIELD_TYPE_NUMBER] = "1,5",
    [FOED_FIELD_TYPE_BEGIN] = "1914-13",
    [FOED_FIELD_TYPE_END] = "28 June 1914",
    [FOED_FIELD_TYPE_TERM] = "nonsense",
    [FOED_FIELD_TYPE_REFERENCE] = "No Id!",
    [FOED_FIELD_TYPE_REFERENCES] = "something No!",
  };

  return values[field->type];
}

static FoedRecordKind
get_parent (FoedRecordKind kind)
{
  if (foed_record_kind_may_hold (FOED_RECORD_NONE, kind))
    return FOED_RECORD_NONE;

  for (guint parent = FOED_RECORD_NONE + 1; parent < FOED_N_RECORD_KINDS; parent++)
    if (parent != kind && foed_record_kind_may_hold (parent, kind))
      return parent;

  g_assert_not_reached ();
}

static gboolean
is_faulty (const Fault    *fault,
           FoedRecordKind  kind,
           const char     *name)
{
  return fault != NULL && fault->kind == kind && g_str_equal (fault->name, name);
}

/* One record on a line of its own, with what it must have, around @inside. */
static char *
make_record (FoedRecordKind  kind,
             const Fault    *fault,
             const char     *inside)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (kind);
  g_autoptr (GString) attributes = g_string_new (NULL);
  g_autoptr (GString) elements = g_string_new (NULL);

  if (info->has_id && !is_faulty (fault, kind, "id"))
    g_string_append_printf (attributes, " id=\"the-%s\"", info->nick);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const char *name = foed_field_get_nick (info->fields[i].field);

      if (!(info->fields[i].flags & FOED_FIELD_REQUIRED) || is_faulty (fault, kind, name))
        continue;

      if (info->fields[i].flags & FOED_FIELD_ELEMENT)
        g_string_append_printf (elements, "<%s>Text</%s>", name, name);
      else
        g_string_append_printf (attributes, " %s=\"%s\"", name, get_good_value (&info->fields[i]));
    }

  if (fault != NULL && fault->kind == kind && fault->value != NULL)
    g_string_append_printf (attributes, " %s=\"%s\"", fault->name, fault->value);

  return g_strdup_printf ("\n<%s%s>%s%s</%s>", info->nick, attributes->str, elements->str, inside, info->nick);
}

static FoedReport *
read_file (FoedRecordKind  kind,
           const Fault    *fault)
{
  g_autofree char *text = g_strdup ("");
  g_autofree char *file = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (FoedXmlReader) reader = NULL;
  FoedRecord *record = NULL;

  for (; kind != FOED_RECORD_NONE; kind = get_parent (kind))
    {
      g_autofree char *inside = g_steal_pointer (&text);

      text = make_record (kind, fault, inside);
    }

  file = g_strdup_printf ("<foedera xmlns=\"https://foedera.github.io/ns/1\" version=\"1\">%s</foedera>", text);
  stream = g_memory_input_stream_new_from_data (file, strlen (file), NULL);
  reader = foed_xml_reader_new (stream, "values.xml");

  while (foed_xml_reader_next (reader, &record, NULL, NULL) && record != NULL)
    g_clear_object (&record);

  return g_object_ref (foed_xml_reader_get_report (reader));
}

static void
assert_refused (FoedRecordKind  kind,
                const char     *name,
                const char     *value)
{
  const Fault fault = { kind, name, value };
  const char *nick = foed_record_kind_get_info (kind)->nick;
  g_autoptr (FoedReport) report = read_file (kind, &fault);
  FoedProblem *problem;

  if (foed_report_get_n_errors (report) == 0)
    g_error ("<%s> with %s “%s” is not refused", nick, name, value != NULL ? value : "missing");

  problem = foed_report_get_problem (report, 0);
  g_assert_cmpint (foed_problem_get_severity (problem), ==, FOED_SEVERITY_ERROR);

  if (foed_problem_get_line (problem) < 2 || foed_problem_get_column (problem) < 1 ||
      strstr (foed_problem_get_path (problem), nick) == NULL || *foed_problem_get_rule (problem) == '\0' ||
      foed_problem_get_hint (problem) == NULL)
    {
      g_autofree char *text = foed_problem_to_string (problem);

      g_error ("<%s> with %s “%s”: line %d, column %d, path %s, rule %s, hint %s: %s", nick, name,
               value != NULL ? value : "missing", foed_problem_get_line (problem), foed_problem_get_column (problem),
               foed_problem_get_path (problem), foed_problem_get_rule (problem), foed_problem_get_hint (problem), text);
    }
}

static void
check_field (FoedRecordKind       kind,
             const FoedFieldInfo *field)
{
  const char *name = foed_field_get_nick (field->field);

  if (field->flags & FOED_FIELD_REQUIRED)
    assert_refused (kind, name, NULL);

  if (get_bad_value (field) != NULL)
    assert_refused (kind, name, get_bad_value (field));

  if (field->flags & FOED_FIELD_CELL)
    {
      g_autofree char *cell = g_strconcat (name, "-cell", NULL);

      assert_refused (kind, cell, "perhaps");
    }
}

static void
test_kind (gconstpointer data)
{
  FoedRecordKind kind = GPOINTER_TO_UINT (data);
  const FoedRecordKindInfo *info = foed_record_kind_get_info (kind);
  g_autoptr (FoedReport) report = read_file (kind, NULL);

  if (foed_report_get_n_errors (report) > 0)
    {
      g_autofree char *text = foed_problem_to_string (foed_report_get_problem (report, 0));

      g_error ("%s", text);
    }

  assert_refused (kind, "nonsense", "1");

  if (info->has_id)
    {
      assert_refused (kind, "id", NULL);
      assert_refused (kind, "id", "No Id!");
    }

  for (guint i = 0; i < info->n_fields; i++)
    check_field (kind, &info->fields[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint kind = FOED_RECORD_NONE + 1; kind < FOED_N_RECORD_KINDS; kind++)
    {
      g_autofree char *path = g_strconcat ("/xml/values/", foed_record_kind_get_info (kind)->nick, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (kind), test_kind);
    }

  return g_test_run ();
}
