/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-network-export"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "foed-network-export.h"

/* What is known of a node before its measures: the day and names. */
static const struct
{
  const char     *nick;
  const char     *label;
  FoedColumnType  type;
} names[] = {
  { "day", NC_("column", "Day"), FOED_COLUMN_DATE },
  { "id", NC_("column", "Id"), FOED_COLUMN_TEXT },
  { "title", NC_("column", "Name"), FOED_COLUMN_TEXT },
  { "label", NC_("column", "Code or short name"), FOED_COLUMN_TEXT },
  { "cow", NC_("column", "COW number"), FOED_COLUMN_INTEGER },
};

/* As many digits as it takes to tell values apart, and no more than calculation gives. */
static char *
write_value (double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return isnan (value) ? NULL : g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.9g", value));
}

/**
 * foed_network_make_columns:
 * @measures: what is measured
 *
 * Returns: (transfer full) (element-type FoedTableColumn): the columns of a table of measured networks
 */
GPtrArray *
foed_network_make_columns (FoedMeasures measures)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_table_column_free);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_ptr_array_add (columns, foed_table_column_new (names[i].nick, g_dpgettext2 (GETTEXT_PACKAGE, "column", names[i].label),
                                                     NULL, names[i].type, FOED_VOCABULARY_NONE));

  for (guint i = 0; i < FOED_N_MEASURES; i++)
    if (measures & FOED_MEASURES (i))
      g_ptr_array_add (columns, foed_table_column_new (foed_measure_get_nick (i), foed_measure_get_label (i),
                                                       foed_measure_get_explanation (i),
                                                       foed_measure_is_whole (i) ? FOED_COLUMN_INTEGER : FOED_COLUMN_NUMBER,
                                                       FOED_VOCABULARY_NONE));

  return columns;
}

/**
 * foed_network_write_rows:
 * @network: a network
 * @data: what its graph was made from
 * @day: the day it is of
 * @writer: takes a row for each node; its columns are those of foed_network_make_columns()
 * @cancellable: (nullable): stops the work
 * @error: where to put what went wrong
 *
 * Returns: whether all could be written
 */
gboolean
foed_network_write_rows (FoedNetwork      *network,
                         FoedGraphData    *data,
                         FoedDay           day,
                         FoedTableWriter  *writer,
                         GCancellable     *cancellable,
                         GError          **error)
{
  FoedMeasures measures;
  const FoedNetworkNode *nodes;
  g_autofree char *date = foed_day_to_string (day);
  guint n_nodes;

  g_return_val_if_fail (network != NULL, FALSE);
  g_return_val_if_fail (data != NULL, FALSE);

  measures = foed_network_get_measures (network);
  nodes = foed_network_get_nodes (network, &n_nodes);
  for (guint i = 0; i < n_nodes; i++)
    {
      g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (cells, g_strdup (date));
      g_ptr_array_add (cells, g_strdup (nodes[i].id));
      g_ptr_array_add (cells, g_strdup (foed_graph_data_get_title (data, nodes[i].id)));
      g_ptr_array_add (cells, g_strdup (foed_graph_data_get_label (data, nodes[i].id)));
      g_ptr_array_add (cells, g_strdup (foed_graph_data_get_value (data, nodes[i].id, "cow")));
      for (guint j = 0; j < FOED_N_MEASURES; j++)
        if (measures & FOED_MEASURES (j))
          g_ptr_array_add (cells, write_value (nodes[i].values[j]));

      if (!foed_table_writer_write_row (writer, (const char * const *) cells->pdata, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

/* Not defined is null. */
static void
add_number (JsonBuilder *builder,
            const char  *name,
            double       value)
{
  json_builder_set_member_name (builder, name);
  if (isnan (value))
    json_builder_add_null_value (builder);
  else
    json_builder_add_double_value (builder, value);
}

static void
add_count (JsonBuilder *builder,
           const char  *name,
           gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
add_figures (JsonBuilder *builder,
             FoedNetwork *network)
{
  const FoedNetworkFigures *figures = foed_network_get_figures (network);
  FoedMeasures measures = foed_network_get_measures (network);

  add_count (builder, "n_nodes", figures->n_nodes);
  add_count (builder, "n_edges", figures->n_edges);
  add_number (builder, "density", figures->density);
  if (measures & FOED_MEASURES (FOED_MEASURE_CLUSTERING))
    add_number (builder, "transitivity", figures->transitivity);
  if (measures & FOED_MEASURES (FOED_MEASURE_COMMUNITY))
    {
      add_count (builder, "n_communities", figures->n_communities);
      add_number (builder, "modularity", figures->modularity);
    }
  if (measures & FOED_MEASURES (FOED_MEASURE_COMPONENT))
    add_count (builder, "n_components", figures->n_components);
}

static void
add_node (JsonBuilder           *builder,
          const FoedNetworkNode *node,
          FoedMeasures           measures,
          FoedGraphData         *data)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", node->id);
  add_string (builder, "record", foed_record_kind_get_info (node->kind)->nick);
  add_string (builder, "title", foed_graph_data_get_title (data, node->id));
  add_string (builder, "label", foed_graph_data_get_label (data, node->id));
  for (guint i = 0; i < FOED_N_MEASURES; i++)
    {
      if (!(measures & FOED_MEASURES (i)))
        continue;
      if (foed_measure_is_whole (i))
        add_count (builder, foed_measure_get_nick (i), (gint64) node->values[i]);
      else
        add_number (builder, foed_measure_get_nick (i), node->values[i]);
    }
  json_builder_end_object (builder);
}

/**
 * foed_json_add_network:
 * @builder: where to
 * @network: a network
 * @data: what its graph was made from
 * @day: the day it is of
 *
 * Adds @network as an object: the day, figures of the whole, and under `nodes` what was measured of each node.
 */
void
foed_json_add_network (JsonBuilder   *builder,
                       FoedNetwork   *network,
                       FoedGraphData *data,
                       FoedDay        day)
{
  const FoedNetworkNode *nodes;
  g_autofree char *date = foed_day_to_string (day);
  guint n_nodes;

  g_return_if_fail (JSON_IS_BUILDER (builder));
  g_return_if_fail (network != NULL);
  g_return_if_fail (data != NULL);

  nodes = foed_network_get_nodes (network, &n_nodes);
  json_builder_begin_object (builder);
  add_string (builder, "day", date);
  add_figures (builder, network);
  json_builder_set_member_name (builder, "nodes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_nodes; i++)
    add_node (builder, &nodes[i], foed_network_get_measures (network), data);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}
