/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-graph-rows"

#include "config.h"

#include "foed-graph-rows-private.h"

/* What every node has before what lists tell of it, and what edges have. */
enum
{
  NODE_RECORD,
  NODE_TITLE,
  NODE_LABEL,
  NODE_SPELLS,
  N_NODE_ATTRIBUTES
};

enum
{
  EDGE_ALLIANCE,
  EDGE_OBLIGATION,
  EDGE_KIND,
  EDGE_STRENGTH,
  EDGE_CONDITIONAL,
  EDGE_WEIGHT,
  EDGE_STATES,
  EDGE_FIRST_DAY,
  EDGE_LAST_DAY,
  EDGE_SPELLS,
  N_EDGE_ATTRIBUTES
};

static const FoedGraphAttribute node_attributes[N_NODE_ATTRIBUTES] = {
  { "record", "Kind of record", FOED_COLUMN_TEXT },
  { "title", "Title", FOED_COLUMN_TEXT },
  { "label", "Code or short name", FOED_COLUMN_TEXT },
  { "spells", "Days in the graph", FOED_COLUMN_TEXT },
};

static const FoedGraphAttribute edge_attributes[N_EDGE_ATTRIBUTES] = {
  { "alliance", "Alliance", FOED_COLUMN_REFERENCE },
  { "obligation", "Obligation", FOED_COLUMN_REFERENCE },
  { "kind", "Kind of obligation", FOED_COLUMN_TERM },
  { "strength", "Strength of commitment", FOED_COLUMN_TERM },
  { "conditional", "Whether on a condition", FOED_COLUMN_INTEGER },
  { "weight", "Weight", FOED_COLUMN_INTEGER },
  { "states", "Shared members", FOED_COLUMN_REFERENCES },
  { "first_day", "First day", FOED_COLUMN_DATE },
  { "last_day", "Last day", FOED_COLUMN_DATE },
  { "spells", "Spells", FOED_COLUMN_TEXT },
};

/* What goes on while a graph is written down. */
typedef struct
{
  FoedGraphRows  *rows;
  FoedGraphData  *data;
  FoedGraph      *graph;
  const FoedDay  *day;
} Work;

static void
row_free (FoedGraphRow *row)
{
  g_free (row->id);
  g_free (row->label);
  g_strfreev (row->values);
  g_array_unref (row->spans);
  g_free (row);
}

static FoedGraphRow *
row_new (char   *id,
         char   *label,
         GArray *attributes)
{
  FoedGraphRow *row = g_new0 (FoedGraphRow, 1);

  row->id = id;
  row->label = label;
  row->values = g_new0 (char *, attributes->len + 1);
  row->spans = foed_spans_new ();

  return row;
}

/* What is not there ends a vector of strings, so that blanks are kept as such until it is freed. */
static void
row_fill (FoedGraphRow *row,
          guint         n_values)
{
  for (guint i = 0; i < n_values; i++)
    if (row->values[i] == NULL)
      row->values[i] = g_strdup ("");
}

static void
take_value (FoedGraphRow *row,
            guint         attribute,
            char         *value)
{
  g_free (row->values[attribute]);
  row->values[attribute] = value;
}

static gboolean
holds (Work                *work,
       const FoedGraphFact *fact)
{
  return work->day == NULL || (fact->first_day <= *work->day && *work->day <= fact->last_day);
}

static char *
format_day (FoedDay day)
{
  return day == FOED_DAY_FIRST || day == FOED_DAY_LAST ? g_strdup ("..") : foed_day_to_string (day);
}

/* ISO 8601 intervals, open ends as in EDTF, separated by spaces. */
static char *
format_spans (const GArray *spans)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      FoedSpan span = g_array_index (spans, FoedSpan, i);
      g_autofree char *first = format_day (span.first);
      g_autofree char *last = format_day (span.last);

      g_string_append_printf (text, "%s%s/%s", i > 0 ? " " : "", first, last);
    }

  return g_string_free (text, FALSE);
}

static guint
find_attribute (GArray           *attributes,
                const FoedColumn *column)
{
  FoedGraphAttribute attribute = { column->nick, foed_column_get_label (column), column->type };

  for (guint i = 0; i < attributes->len; i++)
    if (g_str_equal (g_array_index (attributes, FoedGraphAttribute, i).nick, column->nick))
      return i;

  g_array_append_val (attributes, attribute);

  return attributes->len - 1;
}

/* The columns of the lists of states and alliances, each once. */
static void
add_columns (FoedGraphRows *rows)
{
  const FoedListing listings[] = { FOED_LISTING_ALLIANCES, FOED_LISTING_STATES };

  for (guint i = rows->picture == FOED_GRAPH_TIES ? 1 : 0; i < (rows->picture == FOED_GRAPH_OVERLAPS ? 1u : 2u); i++)
    {
      guint n_columns;
      const FoedColumn *columns = foed_listing_get_columns (listings[i], &n_columns);

      for (guint j = 0; j < n_columns; j++)
        if (!g_str_equal (columns[j].nick, "id"))
          find_attribute (rows->node_attributes, &columns[j]);
    }
}

static void
fill_node (Work                *work,
           FoedGraphRow        *row,
           const FoedGraphNode *node)
{
  FoedRow *listed = foed_graph_data_get_row (work->data, node->id);
  guint n_columns = 0;
  const FoedColumn *columns = listed != NULL ? foed_listing_get_columns (foed_row_get_listing (listed), &n_columns) : NULL;

  take_value (row, NODE_RECORD, g_strdup (foed_record_kind_get_info (node->kind)->nick));
  take_value (row, NODE_LABEL, g_strdup (foed_graph_data_get_label (work->data, node->id)));

  for (guint i = 0; i < n_columns; i++)
    {
      const char * const *values = foed_row_get_values (listed, i);
      const char *value = foed_row_get_value (listed, i);

      if (g_str_equal (columns[i].nick, "id"))
        continue;

      if (values != NULL && values[0] != NULL)
        take_value (row, find_attribute (work->rows->node_attributes, &columns[i]), g_strjoinv (" ", (char **) values));
      else if (value != NULL)
        take_value (row, find_attribute (work->rows->node_attributes, &columns[i]), g_strdup (value));
    }
}

static void
add_spans (GArray       *spans,
           const GArray *added)
{
  for (guint i = 0; i < added->len; i++)
    foed_spans_add (spans, g_array_index (added, FoedSpan, i));
}

/* An edge, and what it tells of the days of its nodes. */
static void
take_edge (Work         *work,
           FoedGraphRow *row)
{
  FoedSpan first = g_array_index (row->spans, FoedSpan, 0);
  FoedSpan last = g_array_index (row->spans, FoedSpan, row->spans->len - 1);

  row->id = g_strdup_printf ("e%u", work->rows->edges->len);
  if (first.first != FOED_DAY_FIRST)
    take_value (row, EDGE_FIRST_DAY, foed_day_to_string (first.first));
  if (last.last != FOED_DAY_LAST)
    take_value (row, EDGE_LAST_DAY, foed_day_to_string (last.last));
  take_value (row, EDGE_SPELLS, format_spans (row->spans));
  row_fill (row, N_EDGE_ATTRIBUTES);
  add_spans (((FoedGraphRow *) work->rows->nodes->pdata[row->from])->spans, row->spans);
  add_spans (((FoedGraphRow *) work->rows->nodes->pdata[row->to])->spans, row->spans);
  g_ptr_array_add (work->rows->edges, row);
}

static FoedGraphRow *
begin_edge (Work                *work,
            const FoedGraphEdge *edge,
            const FoedGraphFact *fact)
{
  const char *label = fact->kind != NULL ? fact->kind->nick : "";
  FoedGraphRow *row = row_new (NULL, g_strdup (label), work->rows->edge_attributes);

  row->from = edge->from;
  row->to = edge->to;

  return row;
}

/* An edge for each obligation that one owes the other, in the direction in which it goes. */
static void
add_ties (Work                *work,
          const FoedGraphEdge *edge,
          const FoedGraphFact *facts)
{
  g_autoptr (GHashTable) by_duty = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  for (guint i = 0; i < edge->n_facts; i++)
    {
      const FoedGraphFact *fact = &facts[i];
      g_autofree char *key = g_strdup_printf ("%d %s", fact->direction, fact->obligation);
      FoedGraphRow *row = g_hash_table_lookup (by_duty, key);

      if (!holds (work, fact))
        continue;

      if (row == NULL)
        {
          row = begin_edge (work, edge, fact);
          if (fact->direction == FOED_GRAPH_BACKWARD)
            {
              row->from = edge->to;
              row->to = edge->from;
            }
          take_value (row, EDGE_ALLIANCE, g_strdup (fact->alliance));
          take_value (row, EDGE_OBLIGATION, g_strdup (fact->obligation));
          take_value (row, EDGE_KIND, g_strdup (fact->kind != NULL ? fact->kind->nick : ""));
          take_value (row, EDGE_STRENGTH, g_strdup (fact->strength));
          take_value (row, EDGE_CONDITIONAL, g_strdup (fact->conditional ? "1" : "0"));
          take_value (row, EDGE_WEIGHT, g_strdup ("1"));
          g_hash_table_insert (by_duty, g_steal_pointer (&key), row);
          g_ptr_array_add (rows, row);
        }

      foed_spans_add (row->spans, (FoedSpan) { fact->first_day, fact->last_day });
    }

  for (guint i = 0; i < rows->len; i++)
    take_edge (work, rows->pdata[i]);
}

/* An edge for a state in an alliance, or for two alliances that share members. */
static void
add_shared (Work                *work,
            const FoedGraphEdge *edge,
            const FoedGraphFact *facts)
{
  FoedGraphRow *row = NULL;
  g_autoptr (GHashTable) states = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < edge->n_facts; i++)
    {
      if (!holds (work, &facts[i]))
        continue;

      if (row == NULL)
        row = begin_edge (work, edge, &facts[i]);
      foed_spans_add (row->spans, (FoedSpan) { facts[i].first_day, facts[i].last_day });
      if (g_hash_table_add (states, (gpointer) facts[i].state))
        g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", facts[i].state);
    }

  if (row == NULL)
    return;

  take_value (row, EDGE_WEIGHT, g_strdup_printf ("%u", g_hash_table_size (states)));
  if (work->rows->picture == FOED_GRAPH_OVERLAPS)
    take_value (row, EDGE_STATES, g_strdup (names->str));
  else
    take_value (row, EDGE_ALLIANCE, g_strdup (facts[0].alliance));
  take_edge (work, row);
}

static void
add_nodes (Work *work)
{
  guint n_nodes;
  const FoedGraphNode *nodes = foed_graph_get_nodes (work->graph, &n_nodes);

  for (guint i = 0; i < n_nodes; i++)
    {
      FoedGraphRow *row = row_new (g_strdup (nodes[i].id), g_strdup (foed_graph_data_get_title (work->data, nodes[i].id)),
                                   work->rows->node_attributes);
      const FoedGraphFact *facts = nodes[i].n_facts > 0 ? foed_graph_get_node_facts (work->graph, i) : NULL;

      fill_node (work, row, &nodes[i]);
      for (guint j = 0; j < nodes[i].n_facts; j++)
        if (facts[j].kind == NULL && holds (work, &facts[j]))
          foed_spans_add (row->spans, (FoedSpan) { facts[j].first_day, facts[j].last_day });
      g_ptr_array_add (work->rows->nodes, row);
    }
}

/* Takes away the nodes that are not there, and tells edges where the others went. */
static void
drop_absent (FoedGraphRows *rows)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autofree guint *places = g_new0 (guint, rows->nodes->len);

  for (guint i = 0; i < rows->nodes->len; i++)
    {
      FoedGraphRow *row = rows->nodes->pdata[i];

      places[i] = left->len;
      if (row->spans->len == 0)
        {
          row_free (row);
          continue;
        }
      take_value (row, NODE_SPELLS, format_spans (row->spans));
      row_fill (row, rows->node_attributes->len);
      g_ptr_array_add (left, row);
    }

  for (guint i = 0; i < rows->edges->len; i++)
    {
      FoedGraphRow *row = rows->edges->pdata[i];

      row->from = places[row->from];
      row->to = places[row->to];
    }

  g_ptr_array_set_free_func (rows->nodes, NULL);
  g_ptr_array_unref (rows->nodes);
  rows->nodes = g_steal_pointer (&left);
}

FoedGraphRows *
foed_graph_rows_new (FoedGraphData    *data,
                     FoedGraphPicture  picture,
                     const FoedDay    *day)
{
  FoedGraphRows *self = g_new0 (FoedGraphRows, 1);
  g_autoptr (FoedGraph) graph = foed_graph_data_make_graph (data, picture);
  Work work = { self, data, graph, day };
  guint n_edges;
  const FoedGraphEdge *edges = foed_graph_get_edges (graph, &n_edges);

  self->picture = picture;
  self->directed = picture == FOED_GRAPH_TIES;
  self->day = day != NULL ? foed_day_to_string (*day) : NULL;
  self->node_attributes = g_array_new (FALSE, FALSE, sizeof (FoedGraphAttribute));
  self->edge_attributes = g_array_new (FALSE, FALSE, sizeof (FoedGraphAttribute));
  g_array_append_vals (self->node_attributes, node_attributes, N_NODE_ATTRIBUTES);
  g_array_append_vals (self->edge_attributes, edge_attributes, N_EDGE_ATTRIBUTES);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  self->edges = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  add_columns (self);
  add_nodes (&work);

  for (guint i = 0; i < n_edges; i++)
    {
      const FoedGraphFact *facts = foed_graph_get_edge_facts (graph, i);

      if (picture == FOED_GRAPH_TIES)
        add_ties (&work, &edges[i], facts);
      else
        add_shared (&work, &edges[i], facts);
    }

  drop_absent (self);

  return self;
}

void
foed_graph_rows_free (FoedGraphRows *self)
{
  g_free (self->day);
  g_array_unref (self->node_attributes);
  g_array_unref (self->edge_attributes);
  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->edges);
  g_free (self);
}
