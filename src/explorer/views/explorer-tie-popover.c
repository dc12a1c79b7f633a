/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-tie-popover"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-tie-popover.h"
#include "explorer-tie-reasons.h"
#include "explorer/widgets/explorer-term-pill.h"

/* A picture of overlaps has an alliance at either end. */
#define N_ALLIANCES_MAX 2

struct _ExplorerTiePopover
{
  GtkPopover          parent_instance;

  ExplorerSession    *session;
  ExplorerGraphModel *model;

  GtkStack           *stack;
  GtkLabel           *list_title;
  GtkListBox         *list;
  GtkButton          *back;
  GtkLabel           *title;
  GtkScrolledWindow  *scroller;
  GtkBox             *reasons;
  GtkButton          *copy;

  guint               edge;
  FoedRecord         *alliances[N_ALLIANCES_MAX];
  guint               n_alliances;      /* how many there are to be read */
  guint               n_read;
  GCancellable       *cancellable;
};

G_DEFINE_FINAL_TYPE (ExplorerTiePopover, explorer_tie_popover, GTK_TYPE_POPOVER)

static const FoedGraphNode *
get_node (ExplorerTiePopover *self,
          guint               node)
{
  guint n_nodes;

  return &foed_graph_get_nodes (foed_graph_moment_get_graph (explorer_graph_model_get_moment (self->model)),
                                &n_nodes)[node];
}

static const FoedGraphEdge *
get_edge (ExplorerTiePopover *self,
          guint               edge)
{
  guint n_edges;

  return &foed_graph_get_edges (foed_graph_moment_get_graph (explorer_graph_model_get_moment (self->model)),
                                &n_edges)[edge];
}

static const char *
get_title (ExplorerTiePopover *self,
           guint               node)
{
  return explorer_graph_model_get_title (self->model, get_node (self, node)->id);
}

static void
forget (ExplorerTiePopover *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < N_ALLIANCES_MAX; i++)
    g_clear_object (&self->alliances[i]);
  self->n_alliances = self->n_read = 0;
}

static void
empty (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static char *
dup_title (ExplorerTiePopover *self,
           guint               edge)
{
  const FoedGraphEdge *tie = get_edge (self, edge);
  const char *from = get_title (self, tie->from);
  const char *to = get_title (self, tie->to);

  switch (explorer_graph_model_get_picture (self->model))
    {
    case FOED_GRAPH_MEMBERS:
      /* Translators: a state and the alliance it is in. */
      return g_strdup_printf (C_("tie", "%s in %s"), to, from);
    case FOED_GRAPH_TIES:
      /* Translators: two states and the alliance between them. */
      return g_strdup_printf (C_("tie", "%s and %s: %s"), from, to,
                              explorer_graph_model_get_title (self->model, tie->alliance));
    case FOED_GRAPH_OVERLAPS:
    case FOED_N_GRAPH_PICTURES:
    default:
      /* Translators: two alliances that share members. */
      return g_strdup_printf (C_("tie", "%s and %s"), from, to);
    }
}

static void
get_sides (ExplorerTiePopover *self,
           ExplorerTieSides   *sides)
{
  const FoedGraphEdge *tie = get_edge (self, self->edge);
  gboolean ties = explorer_graph_model_get_picture (self->model) == FOED_GRAPH_TIES;

  sides->from = get_title (self, ties ? tie->from : tie->to);
  sides->to = ties ? get_title (self, tie->to) : NULL;
}

static void
say (ExplorerTiePopover *self,
     const char         *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (self->reasons, label);
}

static void
tell (ExplorerTiePopover *self)
{
  g_autoptr(GArray) facts = explorer_graph_model_list_facts (self->model, self->edge);
  ExplorerTieSides sides;

  get_sides (self, &sides);
  empty (self->reasons);
  for (guint i = 0; i < self->n_alliances; i++)
    {
      g_autoptr(GArray) grounds = NULL;

      if (self->alliances[i] == NULL)
        continue;
      grounds = foed_grounds_find (self->alliances[i], (const FoedGraphFact *) (gpointer) facts->data, facts->len);
      explorer_tie_reasons_tell (self->reasons, self->session, self->alliances[i], grounds, &sides);
    }
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->copy));
}

static void
read_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(ExplorerTiePopover) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(FoedRecord) record = foed_library_get_record_finish (FOED_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->cancellable == NULL)
    return;
  self->n_read++;
  if (record == NULL)
    {
      empty (self->reasons);
      say (self, error->message);
      return;
    }
  for (guint i = 0; i < self->n_alliances; i++)
    {
      if (self->alliances[i] == NULL)
        {
          self->alliances[i] = g_steal_pointer (&record);
          break;
        }
    }
  if (self->n_read == self->n_alliances && explorer_graph_model_get_moment (self->model) != NULL)
    tell (self);
}

static void
read_alliance (ExplorerTiePopover *self,
               const char         *id)
{
  FoedLibrary *library = explorer_session_get_library (self->session);

  self->n_alliances++;
  if (library != NULL)
    foed_library_get_record_async (library, id, self->cancellable, read_cb, g_object_ref (self));
}

static void
show_tie (ExplorerTiePopover *self,
          guint               edge)
{
  const FoedGraphEdge *tie = get_edge (self, edge);
  g_autofree char *title = dup_title (self, edge);

  forget (self);
  self->edge = edge;
  self->cancellable = g_cancellable_new ();
  gtk_label_set_label (self->title, title);
  gtk_button_set_label (self->copy, _("_Copy Citation"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->copy), FALSE);
  empty (self->reasons);
  say (self, _("Reading…"));
  gtk_stack_set_visible_child_name (self->stack, "tie");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);

  if (tie->alliance != NULL)
    read_alliance (self, tie->alliance);
  else
    read_alliance (self, get_node (self, tie->from)->id);
  if (explorer_graph_model_get_picture (self->model) == FOED_GRAPH_OVERLAPS)
    read_alliance (self, get_node (self, tie->to)->id);
}

static void
point_at (ExplorerTiePopover *self,
          const GdkRectangle *place)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self), place);
  gtk_popover_popup (GTK_POPOVER (self));
}

/* What a tie of @node is called among its ties: what it leads to, and by which alliance. */
static char *
dup_short_title (ExplorerTiePopover *self,
                 const FoedGraphEdge *tie,
                 guint                node)
{
  const char *other = get_title (self, tie->from == node ? tie->to : tie->from);

  if (tie->alliance == NULL)
    return g_strdup (other);
  /* Translators: a state and the alliance that ties another to it. */
  return g_strdup_printf (C_("tie", "%s: %s"), other, explorer_graph_model_get_title (self->model, tie->alliance));
}

static void
add_row (ExplorerTiePopover *self,
         guint               edge,
         guint               node)
{
  const FoedGraphEdge *tie = get_edge (self, edge);
  FoedGraphMoment *moment = explorer_graph_model_get_moment (self->model);
  const FoedTerm *kind = explorer_graph_model_get_picture (self->model) == FOED_GRAPH_TIES
                           ? foed_graph_moment_get_edges (moment)[edge].kind
                           : foed_graph_moment_get_nodes (moment)[tie->from == node ? tie->to : tie->from].kind;
  g_autofree char *title = dup_short_title (self, tie, node);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  if (kind != NULL)
    gtk_box_append (GTK_BOX (box), explorer_term_pill_new (FOED_VOCABULARY_OBLIGATION_KIND, kind));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (row), "edge", GUINT_TO_POINTER (edge));
  gtk_list_box_append (self->list, row);
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  ExplorerTiePopover *self = user_data;
  const FoedGraphEdge *first = get_edge (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (a), "edge")));
  const FoedGraphEdge *second = get_edge (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (b), "edge")));
  const char *titles[] = {
    get_title (self, first->from), get_title (self, second->from), get_title (self, first->to),
    get_title (self, second->to),
  };
  int order = g_utf8_collate (titles[0], titles[1]);

  return order != 0 ? order : g_utf8_collate (titles[2], titles[3]);
}

static void
row_activated_cb (ExplorerTiePopover *self,
                  GtkListBoxRow      *row)
{
  gtk_widget_set_visible (GTK_WIDGET (self->back), TRUE);
  show_tie (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "edge")));
}

static void
focus_first (ExplorerTiePopover *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, 0);

  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
back_cb (ExplorerTiePopover *self)
{
  forget (self);
  gtk_stack_set_visible_child_name (self->stack, "list");
  focus_first (self);
}

static void
copy_cb (ExplorerTiePopover *self)
{
  g_autoptr(GArray) facts = explorer_graph_model_list_facts (self->model, self->edge);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GHashTable) titles = NULL;
  g_autofree char *text = NULL;

  g_object_get (self->session, "titles", &titles, NULL);
  for (guint i = 0; i < self->n_alliances; i++)
    {
      g_autoptr(GArray) grounds = NULL;

      if (self->alliances[i] == NULL)
        continue;
      grounds = foed_grounds_find (self->alliances[i], (const FoedGraphFact *) (gpointer) facts->data, facts->len);
      g_ptr_array_add (lines, explorer_tie_reasons_dup_citation (self->alliances[i], grounds, titles));
    }
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n", (char **) lines->pdata);
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  gtk_button_set_label (self->copy, _("Citation Copied"));
}

static void
closed_cb (ExplorerTiePopover *self)
{
  forget (self);
}

/* What is shown is of a picture that has gone. */
static void
model_changed_cb (ExplorerTiePopover *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
explorer_tie_popover_dispose (GObject *object)
{
  ExplorerTiePopover *self = EXPLORER_TIE_POPOVER (object);

  forget (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), EXPLORER_TYPE_TIE_POPOVER);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_tie_popover_parent_class)->dispose (object);
}

static void
explorer_tie_popover_class_init (ExplorerTiePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = explorer_tie_popover_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/views/tie-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerTiePopover, back);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTiePopover, copy);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTiePopover, list);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTiePopover, list_title);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTiePopover, reasons);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTiePopover, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTiePopover, stack);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTiePopover, title);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
explorer_tie_popover_init (ExplorerTiePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_sort_func (self->list, (GtkListBoxSortFunc) compare_rows, self, NULL);
  g_signal_connect_object (self, "closed", G_CALLBACK (closed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * explorer_tie_popover_new:
 * @session: the session, in which links select
 * @model: the graph
 *
 * Returns: (transfer floating): a popover that does not show yet
 */
GtkWidget *
explorer_tie_popover_new (ExplorerSession    *session,
                          ExplorerGraphModel *model)
{
  ExplorerTiePopover *self;

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);
  g_return_val_if_fail (EXPLORER_IS_GRAPH_MODEL (model), NULL);

  self = g_object_new (EXPLORER_TYPE_TIE_POPOVER, NULL);
  self->session = g_object_ref (session);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * explorer_tie_popover_show_tie:
 * @self: a popover
 * @edge: the index of an edge of the graph
 * @place: where it is, in the widget that the popover belongs to
 *
 * Tells what the tie rests on.
 */
void
explorer_tie_popover_show_tie (ExplorerTiePopover *self,
                               guint               edge,
                               const GdkRectangle *place)
{
  g_return_if_fail (EXPLORER_IS_TIE_POPOVER (self));

  if (explorer_graph_model_get_moment (self->model) == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->back), FALSE);
  show_tie (self, edge);
  point_at (self, place);
}

/**
 * explorer_tie_popover_show_ties_of:
 * @self: a popover
 * @id: the id of a node
 * @place: where it is, in the widget that the popover belongs to
 *
 * Lists the ties of a node that there are now, for a person to choose one.
 */
void
explorer_tie_popover_show_ties_of (ExplorerTiePopover *self,
                                   const char         *id,
                                   const GdkRectangle *place)
{
  FoedGraphMoment *moment;
  g_autofree char *title = NULL;
  GtkListBoxRow *row;
  guint n_edges;
  int node;

  g_return_if_fail (EXPLORER_IS_TIE_POPOVER (self));
  g_return_if_fail (id != NULL);

  moment = explorer_graph_model_get_moment (self->model);
  node = moment != NULL ? foed_graph_find_node (foed_graph_moment_get_graph (moment), id) : -1;
  if (node < 0)
    return;
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  foed_graph_get_edges (foed_graph_moment_get_graph (moment), &n_edges);
  for (guint i = 0; i < n_edges; i++)
    {
      const FoedGraphEdge *tie = get_edge (self, i);

      if (foed_graph_moment_get_edges (moment)[i].n_facts > 0 && (tie->from == (guint) node || tie->to == (guint) node))
        add_row (self, i, (guint) node);
    }
  title = g_strdup_printf (_("Ties of %s"), get_title (self, (guint) node));
  gtk_label_set_label (self->list_title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_stack_set_visible_child_name (self->stack, "list");
  point_at (self, place);
  focus_first (self);
}
