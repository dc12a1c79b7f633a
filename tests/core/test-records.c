/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "test-records"

#include "config.h"

#include "test-records.h"

typedef struct
{
  GPtrArray *builders;
  GPtrArray *records;
  GString   *text;
} Reader;

static void
set_cell (FoedRecordBuilder *builder,
          const char        *attribute,
          const char        *value)
{
  g_autofree char *nick = g_strndup (attribute, strlen (attribute) - strlen ("-cell"));
  const FoedTerm *term = foed_vocabulary_find (FOED_VOCABULARY_CELL, value);

  g_assert_nonnull (term);
  foed_record_builder_set_cell (builder, foed_field_from_nick (nick),
                                foed_vocabulary_get_position (FOED_VOCABULARY_CELL, term));
}

static FoedRecordBuilder *
build_record (FoedRecordKind   kind,
              const char     **names,
              const char     **values)
{
  FoedRecordBuilder *builder;
  const char *id = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "id"))
      id = values[i];

  builder = foed_record_builder_new (kind, id);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;

      if (g_str_has_suffix (names[i], "-cell"))
        set_cell (builder, names[i], values[i]);
      else if (!g_str_equal (names[i], "id"))
        foed_record_builder_set_string (builder, foed_field_from_nick (names[i]), values[i], &error);

      g_assert_no_error (error);
    }

  return builder;
}

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  Reader *reader = user_data;
  FoedRecordKind kind = foed_record_kind_from_nick (element);

  g_string_truncate (reader->text, 0);

  if (kind != FOED_RECORD_NONE)
    g_ptr_array_add (reader->builders, build_record (kind, names, values));
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *element,
                gpointer              user_data,
                GError              **error)
{
  Reader *reader = user_data;
  g_autoptr (FoedRecordBuilder) ended = NULL;
  FoedRecordBuilder *builder = NULL;

  if (g_str_equal (element, "foedera"))
    return;

  builder = g_ptr_array_index (reader->builders, reader->builders->len - 1);

  if (foed_record_kind_from_nick (element) == FOED_RECORD_NONE)
    {
      foed_record_builder_set_string (builder, foed_field_from_nick (element), reader->text->str, error);
      return;
    }

  if (g_str_equal (element, "text"))
    foed_record_builder_set_string (builder, FOED_FIELD_CONTENT, reader->text->str, error);

  ended = g_ptr_array_steal_index (reader->builders, reader->builders->len - 1);

  if (reader->builders->len == 0)
    g_ptr_array_add (reader->records, foed_record_builder_end (builder));
  else
    foed_record_builder_take_child (g_ptr_array_index (reader->builders, reader->builders->len - 1),
                                    foed_record_builder_end (builder));
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Reader *reader = user_data;

  g_string_append_len (reader->text, text, length);
}

/* Returns: (transfer full): the records that @xml holds at the top level */
GPtrArray *
test_records_parse (const char *xml)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) builders = g_ptr_array_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  GPtrArray *records = g_ptr_array_new_with_free_func (g_object_unref);
  Reader reader = { builders, records, text };

  context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  g_markup_parse_context_parse (context, xml, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  return records;
}

/* Returns: (transfer full): the one record that @xml is */
FoedRecord *
test_records_parse_one (const char *xml)
{
  g_autoptr (GPtrArray) records = test_records_parse (xml);

  g_assert_cmpuint (records->len, ==, 1);

  return g_object_ref (g_ptr_array_index (records, 0));
}

/* Returns: (transfer full): the records of the file @path */
GPtrArray *
test_records_load (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = NULL;

  g_file_get_contents (path, &xml, NULL, &error);
  g_assert_no_error (error);

  return test_records_parse (xml);
}

/* Returns: the day that @text spells */
FoedDay
test_day (const char *text)
{
  g_autoptr (GError) error = NULL;
  FoedDay day;

  foed_day_parse (text, &day, &error);
  g_assert_no_error (error);

  return day;
}
