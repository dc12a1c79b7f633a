/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-graph-export"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-graph-rows-private.h"
#include "xml/foed-atomic-file.h"

/* Where libxml2 writes to; the first failure is kept, for its functions tell none. */
typedef struct
{
  GOutputStream *stream;
  GCancellable  *cancellable;
  GError        *error;
} Sink;

typedef struct
{
  FoedQuery        *query;
  FoedGraphPicture  picture;
  FoedGraphFormat   format;
  GFile            *file;
} Request;

static const struct
{
  const char *nick;
  const char *label;
} formats[FOED_N_GRAPH_FORMATS] = {
  [FOED_GRAPH_GRAPHML] = { "graphml", "GraphML" },
  [FOED_GRAPH_GEXF] = { "gexf", "GEXF" },
};

static void
request_free (Request *request)
{
  g_clear_object (&request->query);
  g_clear_object (&request->file);
  g_free (request);
}

static int
write_cb (void       *context,
          const char *buffer,
          int         length)
{
  Sink *sink = context;

  if (sink->error == NULL)
    g_output_stream_write_all (sink->stream, buffer, (gsize) length, NULL, sink->cancellable, &sink->error);

  return sink->error == NULL ? length : -1;
}

static int
close_cb (void *context)
{
  return 0;
}

static gboolean
write_rows (FoedGraphRows    *rows,
            FoedGraphFormat   format,
            GOutputStream    *stream,
            GCancellable     *cancellable,
            GError          **error)
{
  Sink sink = { stream, cancellable, NULL };
  xmlOutputBuffer *buffer = xmlOutputBufferCreateIO (write_cb, close_cb, &sink, NULL);
  xmlTextWriter *writer = xmlNewTextWriter (buffer);

  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterSetIndentString (writer, (const xmlChar *) "  ");
  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  if (format == FOED_GRAPH_GEXF)
    foed_graph_write_gexf (rows, writer);
  else
    foed_graph_write_graphml (rows, writer);
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);

  if (sink.error == NULL)
    return TRUE;

  g_propagate_error (error, sink.error);

  return FALSE;
}

static void
export_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  const Request *request = data;
  g_autoptr (GError) error = NULL;

  if (foed_graph_export_sync (FOED_LIBRARY (source), request->query, request->picture, request->format, request->file,
                              cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * foed_graph_format_get_nick:
 * @self: a format
 *
 * Returns: its stable name, which is how its files end too
 */
const char *
foed_graph_format_get_nick (FoedGraphFormat self)
{
  g_return_val_if_fail (self < FOED_N_GRAPH_FORMATS, NULL);

  return formats[self].nick;
}

/**
 * foed_graph_format_get_label:
 * @self: a format
 *
 * Returns: its name, which is the same in all languages
 */
const char *
foed_graph_format_get_label (FoedGraphFormat self)
{
  g_return_val_if_fail (self < FOED_N_GRAPH_FORMATS, NULL);

  return formats[self].label;
}

/**
 * foed_graph_format_from_nick:
 * @nick: the stable name of a format
 * @format: (out): which one
 *
 * Returns: whether there is such a format
 */
gboolean
foed_graph_format_from_nick (const char      *nick,
                             FoedGraphFormat *format)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; i < FOED_N_GRAPH_FORMATS; i++)
    if (g_str_equal (formats[i].nick, nick))
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * foed_graph_export_to_stream_sync:
 * @library: a library
 * @query: tells which alliances and obligations count; with a day, only what is in force on it is written
 * @picture: what is joined with what
 * @format: how to write
 * @stream: where to
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong
 *
 * Writes a graph with all that lists tell of its nodes. States that owe each other something are joined by an edge for
 * each obligation, from who owes to who is owed; members and overlaps by one edge without direction. Days are those on
 * which something holds, from the first to the last.
 *
 * Returns: whether all was written
 */
gboolean
foed_graph_export_to_stream_sync (FoedLibrary       *library,
                                  FoedQuery         *query,
                                  FoedGraphPicture   picture,
                                  FoedGraphFormat    format,
                                  GOutputStream     *stream,
                                  GCancellable      *cancellable,
                                  GError           **error)
{
  g_autoptr (FoedGraphData) data = NULL;
  g_autoptr (FoedGraphRows) rows = NULL;
  FoedDay day;
  gboolean has_day;

  g_return_val_if_fail (FOED_IS_LIBRARY (library), FALSE);
  g_return_val_if_fail (FOED_IS_QUERY (query), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  data = foed_graph_data_new_sync (library, query, cancellable, error);
  if (data == NULL)
    return FALSE;

  has_day = foed_query_get_day (query, &day);
  rows = foed_graph_rows_new (data, picture, has_day ? &day : NULL);

  return write_rows (rows, format, stream, cancellable, error);
}

/**
 * foed_graph_export_sync:
 * @library: a library
 * @query: tells which alliances and obligations count, and on which day
 * @picture: what is joined with what
 * @format: how to write
 * @file: where to; it is replaced as a whole or not at all
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong
 *
 * Does what foed_graph_export_to_stream_sync() does, into a file.
 *
 * Returns: whether all was written
 */
gboolean
foed_graph_export_sync (FoedLibrary       *library,
                        FoedQuery         *query,
                        FoedGraphPicture   picture,
                        FoedGraphFormat    format,
                        GFile             *file,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_autoptr (FoedAtomicFile) target = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_parse_name (file);
  target = foed_atomic_file_new (file, cancellable, error);
  if (target != NULL
      && foed_graph_export_to_stream_sync (library, query, picture, format, foed_atomic_file_get_stream (target),
                                           cancellable, error)
      && foed_atomic_file_commit (target, cancellable, error))
    return TRUE;

  if (error != NULL && (*error)->domain == G_IO_ERROR && !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_prefix_error (error, _("“%s” can't be written: "), name);

  return FALSE;
}

/**
 * foed_graph_export_async:
 * @library: a library
 * @query: tells which alliances and obligations count, and on which day
 * @picture: what is joined with what
 * @format: how to write
 * @file: where to
 * @cancellable: (nullable): stops the work
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * Does in a worker thread what foed_graph_export_sync() does.
 */
void
foed_graph_export_async (FoedLibrary         *library,
                         FoedQuery           *query,
                         FoedGraphPicture     picture,
                         FoedGraphFormat      format,
                         GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Request *request;

  g_return_if_fail (FOED_IS_LIBRARY (library));
  g_return_if_fail (FOED_IS_QUERY (query));
  g_return_if_fail (G_IS_FILE (file));

  request = g_new0 (Request, 1);
  *request = (Request) { g_object_ref (query), picture, format, g_object_ref (file) };
  task = g_task_new (library, cancellable, callback, user_data);
  g_task_set_source_tag (task, foed_graph_export_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, export_thread);
}

/**
 * foed_graph_export_finish:
 * @library: a library
 * @result: what the callback was given
 * @error: where to put what went wrong
 *
 * Returns: whether all was written
 */
gboolean
foed_graph_export_finish (FoedLibrary   *library,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, library), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
