/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "atop.h"
#include "model/foed-span.h"

static const struct
{
  const char *column;
  const char *kind;
} kinds[] = {
  { "defense", "defence" },    { "offense", "offence" },        { "neutral", "neutrality" },
  { "nonagg", "non-aggression" }, { "consul", "consultation" },
};

/* A line of the file. */
typedef struct
{
  const char *alliance;
  const char *state;
  FoedSpan    span;
  gboolean    promises[G_N_ELEMENTS (kinds)];
  gboolean    conditional;
} Line;

typedef struct
{
  Atop       *atop;
  GHashTable *ids;        /* of COW number to state id */
} States;

static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *element,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  States *states = user_data;
  const char *id = NULL;

  if (!g_str_equal (element, "state"))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "id"))
        id = g_intern_string (values[i]);
    }
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "cow"))
        g_hash_table_insert (states->ids, g_strdup (values[i]), (gpointer) id);
      else if (g_str_equal (names[i], "iso3"))
        g_hash_table_insert (states->atop->codes, (gpointer) id, (gpointer) g_intern_string (values[i]));
      else if (g_str_equal (names[i], "region"))
        g_hash_table_insert (states->atop->regions, (gpointer) id, (gpointer) g_intern_string (values[i]));
    }
}

static gboolean
load_states (States      *states,
             const char  *path,
             GError     **error)
{
  static const GMarkupParser parser = { .start_element = start_element_cb };
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, states, NULL);
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (path, &text, &length, error) &&
         g_markup_parse_context_parse (context, text, (gssize) length, error);
}

static const char *
get_cell (char      **cells,
          GHashTable *columns,
          const char *name)
{
  guint column = GPOINTER_TO_UINT (g_hash_table_lookup (columns, name));

  g_assert (column > 0);
  return cells[column - 1];
}

static int
get_number (char      **cells,
            GHashTable *columns,
            const char *name)
{
  return (int) g_ascii_strtod (get_cell (cells, columns, name), NULL);
}

static FoedSpan
read_span (char      **cells,
           GHashTable *columns)
{
  int first_year = get_number (cells, columns, "yrent");
  int last_year = get_number (cells, columns, "yrexit");
  FoedSpan span = { 0, FOED_DAY_LAST };

  span.first = foed_day_from_calendar (first_year, MAX (get_number (cells, columns, "moent"), 1),
                                       CLAMP (get_number (cells, columns, "dayent"), 1, 28));
  if (last_year > 0)
    span.last = foed_day_from_calendar (last_year, MAX (get_number (cells, columns, "moexit"), 1),
                                        CLAMP (get_number (cells, columns, "dayexit"), 1, 28));
  return span;
}

static Line
read_line (char      **cells,
           GHashTable *columns,
           GHashTable *ids)
{
  const char *number = get_cell (cells, columns, "member");
  const char *id = g_hash_table_lookup (ids, number);
  g_autofree char *alliance = g_strconcat ("atop-", get_cell (cells, columns, "atopid"), NULL);
  g_autofree char *unknown = g_strconcat ("cow-", number, NULL);
  Line line = {
    .alliance = g_intern_string (alliance),
    .state = id != NULL ? id : g_intern_string (unknown),
    .span = read_span (cells, columns),
    .conditional = get_number (cells, columns, "conditio") == 1,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    line.promises[i] = get_number (cells, columns, kinds[i].column) == 1;
  return line;
}

static void
add_ties (Atop       *self,
          const Line *promisor,
          const Line *beneficiary)
{
  FoedSpan span = foed_span_intersect (promisor->span, beneficiary->span);

  if (promisor->state == beneficiary->state || foed_span_is_empty (span))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *obligation = g_strconcat (promisor->alliance, "-", kinds[i].kind, NULL);
      FoedTie tie = {
        promisor->alliance, g_intern_string (obligation), g_intern_static_string (kinds[i].kind),
        g_intern_static_string ("discretion"), promisor->state, beneficiary->state, promisor->conditional,
        span.first, span.last,
      };

      if (promisor->promises[i])
        g_array_append_val (self->ties, tie);
    }
}

/* Loads the members. States are named as in the states of the bundled library, where those have a COW number. */
Atop *
atop_load (const char  *members_path,
           const char  *states_path,
           GError     **error)
{
  g_autoptr(Atop) self = g_new0 (Atop, 1);
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autofree char *text = NULL;
  g_auto(GStrv) rows = NULL;
  g_auto(GStrv) names = NULL;
  States states = { self, ids };

  self->memberships = g_array_new (FALSE, FALSE, sizeof (FoedMembership));
  self->ties = g_array_new (FALSE, FALSE, sizeof (FoedTie));
  self->codes = g_hash_table_new (g_str_hash, g_str_equal);
  self->regions = g_hash_table_new (g_str_hash, g_str_equal);
  if (!load_states (&states, states_path, error) || !g_file_get_contents (members_path, &text, NULL, error))
    return NULL;

  rows = g_strsplit (text, "\n", -1);
  names = g_strsplit (g_strchomp (rows[0]), ",", -1);
  for (guint i = 0; names[i] != NULL; i++)
    g_hash_table_insert (columns, g_strdup (names[i]), GUINT_TO_POINTER (i + 1));
  for (guint i = 1; rows[i] != NULL && *rows[i] != '\0'; i++)
    {
      g_auto(GStrv) cells = g_strsplit (rows[i], ",", -1);
      Line line = read_line (cells, columns, ids);
      FoedMembership membership = { line.alliance, line.state, "party", line.span.first, line.span.last };

      g_array_append_val (lines, line);
      g_array_append_val (self->memberships, membership);
    }
  for (guint i = 0; i < lines->len; i++)
    for (guint j = 0; j < lines->len; j++)
      {
        const Line *promisor = &g_array_index (lines, Line, i);
        const Line *beneficiary = &g_array_index (lines, Line, j);

        if (promisor->alliance == beneficiary->alliance)
          add_ties (self, promisor, beneficiary);
      }
  return g_steal_pointer (&self);
}

void
atop_free (Atop *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->memberships, g_array_unref);
  g_clear_pointer (&self->ties, g_array_unref);
  g_clear_pointer (&self->codes, g_hash_table_unref);
  g_clear_pointer (&self->regions, g_hash_table_unref);
  g_free (self);
}
