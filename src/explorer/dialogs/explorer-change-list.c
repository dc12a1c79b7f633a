/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-change-list"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-change-list.h"

/* One field of a change, for the lines below its record. */
#define EXPLORER_TYPE_FIELD_LINE (explorer_field_line_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerFieldLine, explorer_field_line, EXPLORER, FIELD_LINE, GObject)

struct _ExplorerFieldLine
{
  GObject     parent_instance;

  /* Holds the field. */
  FoedChange *change;
  guint       position;
};

struct _ExplorerChangeList
{
  GtkWidget        parent_instance;

  ExplorerSession *session;
  GtkWidget       *scroller;
  GtkListView     *view;
};

G_DEFINE_FINAL_TYPE (ExplorerFieldLine, explorer_field_line, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (ExplorerChangeList, explorer_change_list, GTK_TYPE_WIDGET)

static void
explorer_field_line_dispose (GObject *object)
{
  ExplorerFieldLine *self = EXPLORER_FIELD_LINE (object);

  g_clear_object (&self->change);

  G_OBJECT_CLASS (explorer_field_line_parent_class)->dispose (object);
}

static void
explorer_field_line_class_init (ExplorerFieldLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = explorer_field_line_dispose;
}

static void
explorer_field_line_init (ExplorerFieldLine *self)
{
}

static GListModel *
make_fields (gpointer item,
             gpointer user_data)
{
  FoedChange *change;
  GListStore *lines;
  guint n_fields;

  if (!FOED_IS_CHANGE (item))
    return NULL;
  change = FOED_CHANGE (item);
  n_fields = foed_change_get_n_fields (change);
  if (n_fields == 0)
    return NULL;
  lines = g_list_store_new (EXPLORER_TYPE_FIELD_LINE);
  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr(ExplorerFieldLine) line = g_object_new (EXPLORER_TYPE_FIELD_LINE, NULL);

      line->change = g_object_ref (change);
      line->position = i;
      g_list_store_append (lines, line);
    }
  return G_LIST_MODEL (lines);
}

static const char *
get_kind_label (FoedChangeKind kind)
{
  switch (kind)
    {
    case FOED_CHANGE_NEW:
      return C_("change of a record", "New");
    case FOED_CHANGE_CHANGED:
      return C_("change of a record", "Changed");
    case FOED_CHANGE_REMOVED:
    default:
      return C_("change of a record", "Removed");
    }
}

static const char *
get_kind_class (FoedChangeKind kind)
{
  switch (kind)
    {
    case FOED_CHANGE_NEW:
      return "change-new";
    case FOED_CHANGE_CHANGED:
      return "change-changed";
    case FOED_CHANGE_REMOVED:
    default:
      return "change-removed";
    }
}

/* The title it has, or gets; else its id. */
static const char *
find_title (ExplorerChangeList *self,
            FoedChange         *change)
{
  for (guint i = 0; i < foed_change_get_n_fields (change); i++)
    {
      const FoedFieldChange *field = foed_change_get_field (change, i);

      if (field->field == FOED_FIELD_TITLE)
        return field->after != NULL ? field->after : field->before;
    }
  return explorer_session_get_title (self->session, foed_change_get_id (change));
}

static void
show_change (ExplorerChangeList *self,
             FoedChange         *change,
             GtkLabel           *tag,
             GtkLabel           *text)
{
  FoedChangeKind kind = foed_change_get_kind (change);
  const char *classes[] = { "change-tag", get_kind_class (kind), NULL };
  /* Translators: the kind of a record and its title, as in "Clause: Collective defence". */
  g_autofree char *label = g_strdup_printf (C_("record", "%s: %s"),
                                            foed_record_kind_get_label (foed_change_get_record_kind (change)),
                                            find_title (self, change));

  gtk_widget_set_css_classes (GTK_WIDGET (tag), classes);
  gtk_label_set_label (tag, get_kind_label (kind));
  gtk_widget_set_visible (GTK_WIDGET (tag), TRUE);
  gtk_label_set_label (text, label);
}

static void
show_field (ExplorerFieldLine *line,
            GtkLabel          *tag,
            GtkLabel          *text)
{
  const FoedFieldChange *field = foed_change_get_field (line->change, line->position);
  const char *name = foed_field_get_label (field->field);
  g_autofree char *markup = NULL;

  gtk_widget_set_visible (GTK_WIDGET (tag), FALSE);
  if (field->before == NULL)
    /* Translators: a field and the value that it gets. */
    markup = g_markup_printf_escaped (C_("change of a field", "<b>%s:</b> %s"), name,
                                      field->after != NULL ? field->after : "");
  else if (field->after == NULL)
    /* Translators: a field and the value that it loses. */
    markup = g_markup_printf_escaped (C_("change of a field", "<b>%s:</b> <s>%s</s>"), name, field->before);
  else
    /* Translators: a field, the value that it has and the value that it gets. */
    markup = g_markup_printf_escaped (C_("change of a field", "<b>%s:</b> <s>%s</s> → %s"), name, field->before,
                                      field->after);
  gtk_label_set_markup (text, markup);
}

static void
line_setup_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               ExplorerChangeList       *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *tag = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);

  gtk_widget_set_valign (tag, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (text), 6);
  gtk_box_append (GTK_BOX (box), tag);
  gtk_box_append (GTK_BOX (box), text);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (list_item, expander);
}

static void
line_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              ExplorerChangeList       *self)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  GtkWidget *box = gtk_tree_expander_get_child (expander);
  GtkLabel *tag = GTK_LABEL (gtk_widget_get_first_child (box));
  GtkLabel *text = GTK_LABEL (gtk_widget_get_last_child (box));
  g_autoptr(GObject) item = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  if (FOED_IS_CHANGE (item))
    show_change (self, FOED_CHANGE (item), tag, text);
  else
    show_field (EXPLORER_FIELD_LINE (item), tag, text);
}

static void
row_activated_cb (ExplorerChangeList *self,
                  guint               position)
{
  g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->view)), position);

  gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
explorer_change_list_dispose (GObject *object)
{
  ExplorerChangeList *self = EXPLORER_CHANGE_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_change_list_parent_class)->dispose (object);
}

static void
explorer_change_list_class_init (ExplorerChangeListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_change_list_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
explorer_change_list_init (ExplorerChangeList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (line_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (line_bind_cb), self, 0);

  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "changes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Records that change"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * explorer_change_list_new:
 * @session: the session that knows titles
 *
 * Returns: (transfer full): an empty list
 */
GtkWidget *
explorer_change_list_new (ExplorerSession *session)
{
  ExplorerChangeList *self = g_object_new (EXPLORER_TYPE_CHANGE_LIST, NULL);

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * explorer_change_list_set_changes:
 * @self: a list
 * @changes: (transfer none): a list of #FoedChange
 */
void
explorer_change_list_set_changes (ExplorerChangeList *self,
                                  GListModel         *changes)
{
  GtkTreeListModel *tree;
  g_autoptr(GtkNoSelection) selection = NULL;

  g_return_if_fail (EXPLORER_IS_CHANGE_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (changes));

  tree = gtk_tree_list_model_new (g_object_ref (changes), FALSE, FALSE, make_fields, NULL, NULL);
  selection = gtk_no_selection_new (G_LIST_MODEL (tree));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}
