/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-replication-log"

#include "config.h"

#include <json-glib/json-glib.h>

#include "foed-hash-stream-private.h"
#include "foed-replication-log-private.h"
#include "xml/foed-export.h"

static void
add_string (JsonBuilder *builder,
            const char  *member,
            const char  *value)
{
  json_builder_set_member_name (builder, member);

  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_time (JsonBuilder *builder)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *text = g_date_time_format_iso8601 (now);

  add_string (builder, "time", text);
}

static void
add_filters (JsonBuilder *builder,
             FoedQuery   *query)
{
  g_autofree char *day_text = NULL;
  FoedDay day;

  json_builder_set_member_name (builder, "filters");
  json_builder_begin_object (builder);

  if (foed_query_get_day (query, &day))
    {
      day_text = foed_day_to_string (day);
      add_string (builder, "as-of", day_text);
    }

  if (foed_query_get_text (query) != NULL)
    add_string (builder, "text", foed_query_get_text (query));

  for (guint i = 0; i < FOED_N_FACETS; i++)
    {
      const char * const *values = foed_query_get_values (query, i);

      if (values == NULL || values[0] == NULL)
        continue;

      json_builder_set_member_name (builder, foed_facet_get_nick (i));
      json_builder_begin_array (builder);

      for (; *values != NULL; values++)
        json_builder_add_string_value (builder, *values);

      json_builder_end_array (builder);
    }

  json_builder_end_object (builder);
}

static void
add_sort (JsonBuilder *builder,
          FoedQuery   *query)
{
  gboolean descending = FALSE;
  const char *sort = foed_query_get_sort (query, &descending);

  if (sort == NULL)
    return;

  add_string (builder, "sort", sort);
  json_builder_set_member_name (builder, "descending");
  json_builder_add_boolean_value (builder, descending);
}

static void
add_panel (JsonBuilder            *builder,
           const FoedPanelOptions *panel)
{
  add_string (builder, "panel", foed_panel_get_nick (panel->panel));
  add_string (builder, "rules", foed_panel_get_rules (panel->panel));

  if (panel->first_year != 0)
    {
      json_builder_set_member_name (builder, "first-year");
      json_builder_add_int_value (builder, panel->first_year);
    }

  if (panel->last_year != 0)
    {
      json_builder_set_member_name (builder, "last-year");
      json_builder_add_int_value (builder, panel->last_year);
    }
}

static void
add_columns (JsonBuilder *builder,
             GPtrArray   *columns)
{
  json_builder_set_member_name (builder, "columns");
  json_builder_begin_array (builder);

  for (guint i = 0; i < columns->len; i++)
    json_builder_add_string_value (builder, ((const FoedTableColumn *) g_ptr_array_index (columns, i))->nick);

  json_builder_end_array (builder);
}

static char *
make_entry (const FoedReplication *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_time (builder);
  add_string (builder, "foedera", PACKAGE_VERSION);
  add_string (builder, "library", self->library);
  add_string (builder, "library-sha256", self->library_hash);
  add_string (builder, "file", self->file);
  add_string (builder, "file-sha256", self->file_hash);
  add_string (builder, "format", foed_table_format_get_nick (self->format));

  if (self->panel != NULL)
    {
      add_panel (builder, self->panel);
    }
  else
    {
      add_string (builder, "listing", foed_listing_get_nick (foed_query_get_listing (self->query)));
      add_sort (builder, self->query);
    }

  add_filters (builder, self->query);
  json_builder_set_member_name (builder, "labels");
  json_builder_add_boolean_value (builder, self->labels);
  json_builder_set_member_name (builder, "rows");
  json_builder_add_int_value (builder, self->n_rows);
  add_columns (builder, self->columns);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, FALSE);
}

/* The SHA-256 of the whole library as native XML, which anybody can take again with `export | sha256sum`: the library
 * file itself changes when nothing in it does. */
char *
foed_replication_hash_library (FoedLibrary   *library,
                               GCancellable  *cancellable,
                               GError       **error)
{
  g_autoptr (FoedHashStream) stream = foed_hash_stream_new (NULL);

  if (!foed_export_to_stream_sync (library, NULL, G_OUTPUT_STREAM (stream), cancellable, error))
    return NULL;

  return g_strdup (foed_hash_stream_get_hash (stream));
}

/* Adds a line of JSON to the end of @log. */
gboolean
foed_replication_log (const FoedReplication  *self,
                      GFile                  *log,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_autofree char *entry = make_entry (self);
  g_autofree char *line = g_strconcat (entry, "\n", NULL);
  g_autoptr (GFileOutputStream) stream = g_file_append_to (log, G_FILE_CREATE_NONE, cancellable, error);

  return stream != NULL
         && g_output_stream_write_all (G_OUTPUT_STREAM (stream), line, strlen (line), NULL, cancellable, error)
         && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);
}
