/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-graph-formats"

#include "config.h"

#include "foed-graph-rows-private.h"

#define GRAPHML_NAMESPACE "http://graphml.graphdrawing.org/xmlns"
#define GEXF_NAMESPACE "http://gexf.net/1.3"

/* libxml2's functions want its own strings. */
#define X(string) ((const xmlChar *) (string))

static void
begin (xmlTextWriter *writer,
       const char    *element)
{
  xmlTextWriterStartElement (writer, X (element));
}

static void
attribute (xmlTextWriter *writer,
           const char    *name,
           const char    *value)
{
  xmlTextWriterWriteAttribute (writer, X (name), X (value));
}

static void
end (xmlTextWriter *writer)
{
  xmlTextWriterEndElement (writer);
}

static gboolean
is_number (FoedColumnType type)
{
  return type == FOED_COLUMN_INTEGER || type == FOED_COLUMN_NUMBER;
}

static void
write_keys (xmlTextWriter *writer,
            const char    *domain,
            const char    *prefix,
            GArray        *attributes)
{
  for (guint i = 0; i < attributes->len; i++)
    {
      const FoedGraphAttribute *key = &g_array_index (attributes, FoedGraphAttribute, i);
      g_autofree char *id = g_strdup_printf ("%s%u", prefix, i);

      begin (writer, "key");
      attribute (writer, "id", id);
      attribute (writer, "for", domain);
      attribute (writer, "attr.name", key->nick);
      attribute (writer, "attr.type", is_number (key->type) ? "double" : "string");
      xmlTextWriterWriteElement (writer, X ("desc"), X (key->label));
      end (writer);
    }
}

static void
write_data (xmlTextWriter      *writer,
            const char         *prefix,
            GArray             *attributes,
            const FoedGraphRow *row)
{
  for (guint i = 0; i < attributes->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u", prefix, i);

      if (*row->values[i] == '\0')
        continue;

      begin (writer, "data");
      attribute (writer, "key", id);
      xmlTextWriterWriteString (writer, X (row->values[i]));
      end (writer);
    }
}

void
foed_graph_write_graphml (FoedGraphRows *rows,
                          xmlTextWriter *writer)
{
  xmlTextWriterStartElementNS (writer, NULL, X ("graphml"), X (GRAPHML_NAMESPACE));
  write_keys (writer, "node", "n", rows->node_attributes);
  write_keys (writer, "edge", "e", rows->edge_attributes);
  begin (writer, "graph");
  attribute (writer, "id", foed_graph_picture_get_nick (rows->picture));
  attribute (writer, "edgedefault", rows->directed ? "directed" : "undirected");

  for (guint i = 0; i < rows->nodes->len; i++)
    {
      const FoedGraphRow *row = rows->nodes->pdata[i];

      begin (writer, "node");
      attribute (writer, "id", row->id);
      write_data (writer, "n", rows->node_attributes, row);
      end (writer);
    }

  for (guint i = 0; i < rows->edges->len; i++)
    {
      const FoedGraphRow *row = rows->edges->pdata[i];

      begin (writer, "edge");
      attribute (writer, "id", row->id);
      attribute (writer, "source", ((const FoedGraphRow *) rows->nodes->pdata[row->from])->id);
      attribute (writer, "target", ((const FoedGraphRow *) rows->nodes->pdata[row->to])->id);
      write_data (writer, "e", rows->edge_attributes, row);
      end (writer);
    }

  end (writer);
  end (writer);
}

static void
declare_attributes (xmlTextWriter *writer,
                    const char    *domain,
                    GArray        *attributes)
{
  begin (writer, "attributes");
  attribute (writer, "class", domain);
  attribute (writer, "mode", "static");

  for (guint i = 0; i < attributes->len; i++)
    {
      const FoedGraphAttribute *declared = &g_array_index (attributes, FoedGraphAttribute, i);

      begin (writer, "attribute");
      attribute (writer, "id", declared->nick);
      attribute (writer, "title", declared->label);
      attribute (writer, "type", is_number (declared->type) ? "double" : "string");
      end (writer);
    }

  end (writer);
}

static void
write_values (xmlTextWriter      *writer,
              GArray             *attributes,
              const FoedGraphRow *row)
{
  begin (writer, "attvalues");

  for (guint i = 0; i < attributes->len; i++)
    if (*row->values[i] != '\0')
      {
        begin (writer, "attvalue");
        attribute (writer, "for", g_array_index (attributes, FoedGraphAttribute, i).nick);
        attribute (writer, "value", row->values[i]);
        end (writer);
      }

  end (writer);
}

/* An end that is open has no attribute. */
static void
write_spells (xmlTextWriter      *writer,
              const FoedGraphRow *row)
{
  begin (writer, "spells");

  for (guint i = 0; i < row->spans->len; i++)
    {
      FoedSpan span = g_array_index (row->spans, FoedSpan, i);
      g_autofree char *first = foed_day_to_string (span.first);
      g_autofree char *last = foed_day_to_string (span.last);

      begin (writer, "spell");
      if (span.first != FOED_DAY_FIRST)
        attribute (writer, "start", first);
      if (span.last != FOED_DAY_LAST)
        attribute (writer, "end", last);
      end (writer);
    }

  end (writer);
}

static void
write_meta (FoedGraphRows *rows,
            xmlTextWriter *writer)
{
  g_autofree char *today = foed_day_to_string (foed_day_today ());

  begin (writer, "meta");
  attribute (writer, "lastmodifieddate", today);
  xmlTextWriterWriteElement (writer, X ("creator"), X ("Foedera " PACKAGE_VERSION));
  if (rows->day != NULL)
    xmlTextWriterWriteElement (writer, X ("description"), X (rows->day));
  end (writer);
}

void
foed_graph_write_gexf (FoedGraphRows *rows,
                       xmlTextWriter *writer)
{
  xmlTextWriterStartElementNS (writer, NULL, X ("gexf"), X (GEXF_NAMESPACE));
  attribute (writer, "version", "1.3");
  write_meta (rows, writer);
  begin (writer, "graph");
  attribute (writer, "mode", "dynamic");
  attribute (writer, "timeformat", "date");
  attribute (writer, "timerepresentation", "interval");
  attribute (writer, "defaultedgetype", rows->directed ? "directed" : "undirected");
  declare_attributes (writer, "node", rows->node_attributes);
  declare_attributes (writer, "edge", rows->edge_attributes);
  begin (writer, "nodes");

  for (guint i = 0; i < rows->nodes->len; i++)
    {
      const FoedGraphRow *row = rows->nodes->pdata[i];

      begin (writer, "node");
      attribute (writer, "id", row->id);
      attribute (writer, "label", row->label);
      write_values (writer, rows->node_attributes, row);
      write_spells (writer, row);
      end (writer);
    }

  end (writer);
  begin (writer, "edges");

  for (guint i = 0; i < rows->edges->len; i++)
    {
      const FoedGraphRow *row = rows->edges->pdata[i];

      begin (writer, "edge");
      attribute (writer, "id", row->id);
      attribute (writer, "source", ((const FoedGraphRow *) rows->nodes->pdata[row->from])->id);
      attribute (writer, "target", ((const FoedGraphRow *) rows->nodes->pdata[row->to])->id);
      if (*row->label != '\0')
        {
          attribute (writer, "kind", row->label);
          attribute (writer, "label", row->label);
        }
      write_values (writer, rows->edge_attributes, row);
      write_spells (writer, row);
      end (writer);
    }

  end (writer);
  end (writer);
  end (writer);
}
