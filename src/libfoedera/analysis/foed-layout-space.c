/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-layout-space"

#include "config.h"

#include <math.h>
#include <string.h>

#include "foed-layout-private.h"

/* Making room: nodes that overlap are moved apart, components that hang apart are laid side by side. */

/* Rounds of pushing before the whole is blown up a little, and how often that is done before giving up. */
#define N_ROUNDS 120
#define N_BLOWS 40
#define BLOW 1.06

/* How much wider than high the whole may become. */
#define ASPECT 1.5

/* The cells in which components are laid out, and with it their distance. */
#define CELL (FOED_LAYOUT_SPACING / 2)

/* The nodes, cell by cell of a grid. No two overlap that are not in the same or in touching cells. */
typedef struct
{
  double     cell;
  FoedPoint  origin;
  int        n_columns;
  int        n_rows;
  guint     *firsts;    /* of each cell, the place of its first node in @nodes; one more for the end */
  guint      n_firsts;
  guint     *nodes;
  guint     *cells;     /* the cell of each node */
} Grid;

static void
grid_clear (Grid *grid)
{
  g_free (grid->firsts);
  g_free (grid->nodes);
  g_free (grid->cells);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

/* Lays the grid over all nodes. Where they are far apart its cells grow, so that there are never many more than nodes. */
static void
grid_measure (Grid                 *grid,
              const FoedLayoutWork *work)
{
  FoedPoint last = { -G_MAXDOUBLE, -G_MAXDOUBLE };
  double cell = 1;

  grid->origin = (FoedPoint) { G_MAXDOUBLE, G_MAXDOUBLE };
  for (guint i = 0; i < work->n_nodes; i++)
    {
      FoedPoint point = work->points[i];

      grid->origin = (FoedPoint) { MIN (grid->origin.x, point.x), MIN (grid->origin.y, point.y) };
      last = (FoedPoint) { MAX (last.x, point.x), MAX (last.y, point.y) };
      cell = MAX (cell, 2 * work->radii[i]);
    }
  grid->cell = MAX (cell, sqrt ((last.x - grid->origin.x) * (last.y - grid->origin.y) / (4.0 * work->n_nodes)));
  grid->n_columns = (int) ((last.x - grid->origin.x) / grid->cell) + 1;
  grid->n_rows = (int) ((last.y - grid->origin.y) / grid->cell) + 1;
}

static void
grid_fill (Grid                 *grid,
           const FoedLayoutWork *work)
{
  guint n_cells;

  grid_measure (grid, work);
  n_cells = (guint) grid->n_columns * (guint) grid->n_rows;
  if (grid->n_firsts < n_cells + 2)
    {
      grid->n_firsts = n_cells + 2;
      grid->firsts = g_renew (guint, grid->firsts, grid->n_firsts);
    }
  memset (grid->firsts, 0, (n_cells + 2) * sizeof (guint));
  for (guint i = 0; i < work->n_nodes; i++)
    {
      int column = (int) ((work->points[i].x - grid->origin.x) / grid->cell);
      int row = (int) ((work->points[i].y - grid->origin.y) / grid->cell);

      grid->cells[i] = (guint) (row * grid->n_columns + column);
      grid->firsts[grid->cells[i] + 2]++;
    }
  for (guint i = 2; i < n_cells + 2; i++)
    grid->firsts[i] += grid->firsts[i - 1];
  /* Filling a cell moves the mark of the next one to where that begins. */
  for (guint i = 0; i < work->n_nodes; i++)
    grid->nodes[grid->firsts[grid->cells[i] + 1]++] = i;
}

/* Moves two nodes apart where they overlap. Of two at the same place, the indices tell the direction. */
static gboolean
push (FoedLayoutWork *work,
      guint           a,
      guint           b)
{
  double x = work->points[b].x - work->points[a].x;
  double y = work->points[b].y - work->points[a].y;
  double wanted = work->radii[a] + work->radii[b];
  double square = x * x + y * y;
  double mobility = work->mobilities[a] + work->mobilities[b];
  double distance;
  double share;

  if (square >= wanted * wanted || mobility <= 0)
    return FALSE;
  distance = sqrt (square);
  if (distance < 1e-6)
    {
      x = cos (a * 2.4 + b);
      y = sin (a * 2.4 + b);
      distance = 1;
      share = wanted;
    }
  else
    share = (wanted * 1.02 - distance) / distance;
  work->points[a].x -= x * share * work->mobilities[a] / mobility;
  work->points[a].y -= y * share * work->mobilities[a] / mobility;
  work->points[b].x += x * share * work->mobilities[b] / mobility;
  work->points[b].y += y * share * work->mobilities[b] / mobility;
  return TRUE;
}

/* Pushes a node away from those in the cells of a row of the grid that come after it. */
static gboolean
push_row (FoedLayoutWork *work,
          const Grid     *grid,
          guint           node,
          int             first_column,
          int             last_column,
          int             row)
{
  guint first;
  guint last;
  gboolean pushed = FALSE;

  if (row < 0 || row >= grid->n_rows)
    return FALSE;
  first = (guint) (row * grid->n_columns + MAX (first_column, 0));
  last = (guint) (row * grid->n_columns + MIN (last_column, grid->n_columns - 1));
  for (guint i = grid->firsts[first]; i < grid->firsts[last + 1]; i++)
    {
      if (grid->nodes[i] > node)
        pushed |= push (work, node, grid->nodes[i]);
    }
  return pushed;
}

static gboolean
push_all (FoedLayoutWork *work,
          Grid           *grid)
{
  gboolean pushed = FALSE;

  grid_fill (grid, work);
  for (guint i = 0; i < work->n_nodes; i++)
    {
      int column = (int) grid->cells[i] % grid->n_columns;
      int row = (int) grid->cells[i] / grid->n_columns;

      for (int other = row - 1; other <= row + 1; other++)
        pushed |= push_row (work, grid, i, column - 1, column + 1, other);
    }
  return pushed;
}

/* Moves nodes apart until none overlap. Where pushing does not get there, all is blown up a little. */
void
foed_layout_spread (FoedLayoutWork *work)
{
  g_auto(Grid) grid = { .nodes = g_new (guint, work->n_nodes), .cells = g_new (guint, work->n_nodes) };
  gboolean any_fixed = FALSE;

  for (guint i = 0; i < work->n_nodes; i++)
    any_fixed |= work->mobilities[i] <= 0;
  for (guint blow = 0; work->n_nodes > 1 && blow < N_BLOWS; blow++)
    {
      for (guint round = 0; round < N_ROUNDS; round++)
        {
          if (!push_all (work, &grid) || g_cancellable_is_cancelled (work->cancellable))
            return;
        }
      for (guint i = 0; i < work->n_nodes && !any_fixed; i++)
        {
          work->points[i].x *= BLOW;
          work->points[i].y *= BLOW;
        }
    }
}

/* A component and the cells that its nodes and edges cover. */
typedef struct
{
  guint   id;
  guint   n_nodes;
  GArray *cells;
} Part;

typedef struct
{
  int column;
  int row;
} Cell;

/* What a cell is called in a set of cells. */
static gpointer
name_cell (int column,
           int row)
{
  return GUINT_TO_POINTER (((guint) (guint16) (gint16) column << 16) | (guint16) (gint16) row);
}

static void
part_clear (Part *part)
{
  g_array_unref (part->cells);
}

static int
compare_parts (const Part *a,
               const Part *b)
{
  if (a->n_nodes != b->n_nodes)
    return a->n_nodes > b->n_nodes ? -1 : 1;
  return a->id < b->id ? -1 : 1;
}

static int
compare_cells (const Cell *a,
               const Cell *b)
{
  return a->column != b->column ? a->column - b->column : a->row - b->row;
}

static void
cover_disc (GArray    *cells,
            FoedPoint  centre,
            double     radius)
{
  Cell last = { (int) floor ((centre.x + radius) / CELL),
                (int) floor ((centre.y + radius) / CELL) };

  for (int column = (int) floor ((centre.x - radius) / CELL); column <= last.column; column++)
    for (int row = (int) floor ((centre.y - radius) / CELL); row <= last.row; row++)
      {
        Cell cell = { column, row };

        g_array_append_val (cells, cell);
      }
}

static void
cover_line (GArray    *cells,
            FoedPoint  from,
            FoedPoint  to)
{
  int n_steps = (int) ceil (hypot (to.x - from.x, to.y - from.y) / (CELL / 2));

  for (int i = 1; i < n_steps; i++)
    {
      double along = (double) i / n_steps;
      Cell cell = { (int) floor ((from.x + (to.x - from.x) * along) / CELL),
                    (int) floor ((from.y + (to.y - from.y) * along) / CELL) };

      g_array_append_val (cells, cell);
    }
}

/* Sorts the cells and leaves each only once. */
static void
tidy_cells (GArray *cells)
{
  guint n_kept = 0;

  g_array_sort (cells, (GCompareFunc) compare_cells);
  for (guint i = 0; i < cells->len; i++)
    {
      if (n_kept == 0 || compare_cells (&g_array_index (cells, Cell, i), &g_array_index (cells, Cell, n_kept - 1)) != 0)
        g_array_index (cells, Cell, n_kept++) = g_array_index (cells, Cell, i);
    }
  g_array_set_size (cells, n_kept);
}

static GArray *
measure_parts (FoedLayoutWork *work,
               const guint    *components,
               guint           n_components)
{
  GArray *parts = g_array_sized_new (FALSE, FALSE, sizeof (Part), n_components);

  g_array_set_clear_func (parts, (GDestroyNotify) part_clear);
  for (guint i = 0; i < n_components; i++)
    {
      Part part = { i, 0, g_array_new (FALSE, FALSE, sizeof (Cell)) };

      g_array_append_val (parts, part);
    }
  for (guint i = 0; i < work->n_nodes; i++)
    {
      Part *part = &g_array_index (parts, Part, components[i]);

      part->n_nodes++;
      cover_disc (part->cells, work->points[i], work->radii[i]);
    }
  for (guint i = 0; i < work->edges->len; i++)
    {
      const FoedLayoutEdge *edge = &g_array_index (work->edges, FoedLayoutEdge, i);

      cover_line (g_array_index (parts, Part, components[edge->from]).cells, work->points[edge->from],
                  work->points[edge->to]);
    }
  for (guint i = 0; i < n_components; i++)
    tidy_cells (g_array_index (parts, Part, i).cells);
  g_array_sort (parts, (GCompareFunc) compare_parts);
  return parts;
}

static gboolean
has_room (GHashTable *taken,
          const Part *part,
          Cell        offset)
{
  for (guint i = 0; i < part->cells->len; i++)
    {
      Cell cell = g_array_index (part->cells, Cell, i);

      if (g_hash_table_contains (taken, name_cell (cell.column + offset.column, cell.row + offset.row)))
        return FALSE;
    }
  return TRUE;
}

/* Looks for the nearest place to the middle where @part fits, along ever wider ellipses. */
static Cell
find_room (GHashTable *taken,
           const Part *part)
{
  for (int ring = 0; ring < G_MAXINT16 / 2; ring++)
    {
      int n_places = MAX (1, 8 * ring);

      for (int i = 0; i < n_places; i++)
        {
          double angle = 2 * G_PI * i / n_places;
          Cell offset = { (int) round (ring * ASPECT * cos (angle)), (int) round (ring * sin (angle)) };

          if (has_room (taken, part, offset))
            return offset;
        }
    }
  return (Cell) { 0, 0 };
}

/* Lays the components side by side, the largest in the middle. Each must lie around (0, 0). */
void
foed_layout_pack (FoedLayoutWork *work,
                  const guint    *components,
                  guint           n_components)
{
  g_autoptr(GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) parts = measure_parts (work, components, n_components);
  g_autofree Cell *offsets = g_new0 (Cell, n_components);

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      Cell offset = find_room (taken, part);

      /* A margin of a cell all round keeps the components apart for the eye. */
      for (guint j = 0; j < part->cells->len; j++)
        {
          Cell cell = g_array_index (part->cells, Cell, j);

          for (int dx = -1; dx <= 1; dx++)
            for (int dy = -1; dy <= 1; dy++)
              g_hash_table_add (taken, name_cell (cell.column + offset.column + dx, cell.row + offset.row + dy));
        }
      offsets[part->id] = offset;
    }
  for (guint i = 0; i < work->n_nodes; i++)
    {
      work->points[i].x += offsets[components[i]].column * CELL;
      work->points[i].y += offsets[components[i]].row * CELL;
    }
}
