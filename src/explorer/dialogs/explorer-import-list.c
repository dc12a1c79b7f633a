/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-import-list"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-import-line.h"
#include "explorer-import-list.h"

/* So many lines are opened by themselves to show what changes below them. */
#define MOST_OPENED 500

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

struct _ExplorerImportList
{
  GtkWidget        parent_instance;

  ExplorerSession *session;
  GtkWidget       *scroller;
  GtkListView     *view;
};

G_DEFINE_FINAL_TYPE (ExplorerFieldLine, explorer_field_line, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (ExplorerImportList, explorer_import_list, GTK_TYPE_WIDGET)

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

/* The fields of a record that differ, and the records below it. */
static GListModel *
make_lines (gpointer item,
            gpointer user_data)
{
  g_autoptr(GListStore) fields = g_list_store_new (EXPLORER_TYPE_FIELD_LINE);
  g_autoptr(GListStore) both = NULL;
  FoedChange *change;
  GListModel *children;
  guint n_fields;

  if (!EXPLORER_IS_IMPORT_LINE (item))
    return NULL;
  change = explorer_import_line_get_record (item)->change;
  children = explorer_import_line_get_children (item);
  n_fields = change != NULL ? foed_change_get_n_fields (change) : 0;
  if (n_fields == 0 && g_list_model_get_n_items (children) == 0)
    return NULL;
  for (guint i = 0; i < n_fields; i++)
    {
      g_autoptr(ExplorerFieldLine) line = g_object_new (EXPLORER_TYPE_FIELD_LINE, NULL);

      line->change = g_object_ref (change);
      line->position = i;
      g_list_store_append (fields, line);
    }
  both = g_list_store_new (G_TYPE_LIST_MODEL);
  g_list_store_append (both, fields);
  g_list_store_append (both, children);
  return G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (g_steal_pointer (&both))));
}

static const char *
get_state_label (FoedImportState state)
{
  switch (state)
    {
    case FOED_IMPORT_NEW:
      return C_("change of a record", "New");
    case FOED_IMPORT_CHANGED:
      return C_("change of a record", "Changed");
    case FOED_IMPORT_REFUSED:
      return C_("change of a record", "Refused");
    case FOED_IMPORT_LEFT_OUT:
      return C_("change of a record", "Left out");
    case FOED_IMPORT_UNCHANGED:
    default:
      return C_("change of a record", "Unchanged");
    }
}

/* The most letters that a state takes, so that what stands behind it is in line. */
static int
count_state_letters (void)
{
  static const FoedImportState states[] = {
    FOED_IMPORT_NEW, FOED_IMPORT_CHANGED, FOED_IMPORT_UNCHANGED, FOED_IMPORT_REFUSED, FOED_IMPORT_LEFT_OUT
  };
  glong n_letters = 0;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    n_letters = MAX (n_letters, g_utf8_strlen (get_state_label (states[i]), -1));
  return (int) n_letters;
}

static const char *
get_state_class (FoedImportState state)
{
  switch (state)
    {
    case FOED_IMPORT_NEW:
      return "change-new";
    case FOED_IMPORT_CHANGED:
      return "change-changed";
    case FOED_IMPORT_REFUSED:
      return "change-removed";
    case FOED_IMPORT_LEFT_OUT:
    case FOED_IMPORT_UNCHANGED:
    default:
      return "change-none";
    }
}

static char *
dup_label (ExplorerImportList     *self,
           const FoedImportRecord *record)
{
  const char *title = record->title;

  /* A party is called by its state. */
  if (title == NULL || record->kind == FOED_RECORD_PARTY)
    title = explorer_session_get_title (self->session, title != NULL ? title : record->id);
  /* Translators: the kind of a record and its title, as in "Clause: Collective defence". */
  return g_strdup_printf (C_("record", "%s: %s"), foed_record_kind_get_label (record->kind), title);
}

static void
show_record (ExplorerImportList *self,
             ExplorerImportLine *line,
             GtkWidget          *check,
             GtkLabel           *tag,
             GtkLabel           *text)
{
  const FoedImportRecord *record = explorer_import_line_get_record (line);
  gboolean choosable = explorer_import_line_is_choosable (line);
  const char *classes[] = { "change-tag", get_state_class (record->state), NULL };
  g_autofree char *label = dup_label (self, record);
  /* Translators: a record that can be left out of an import. */
  g_autofree char *name = g_strdup_printf (_("Import %s"), label);

  gtk_widget_set_css_classes (GTK_WIDGET (tag), classes);
  gtk_label_set_label (tag, get_state_label (record->state));
  gtk_widget_set_visible (GTK_WIDGET (tag), TRUE);
  gtk_label_set_label (text, label);
  gtk_widget_set_visible (check, TRUE);
  gtk_widget_set_opacity (check, choosable ? 1 : 0);
  gtk_widget_set_sensitive (check, choosable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (choosable)
    g_object_set_data_full (G_OBJECT (check), "binding",
                            g_object_ref (g_object_bind_property (line, "included", check, "active",
                                                                  G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE)),
                            g_object_unref);
}

static void
show_field (ExplorerFieldLine *line,
            GtkWidget         *check,
            GtkLabel          *tag,
            GtkLabel          *text)
{
  const FoedFieldChange *field = foed_change_get_field (line->change, line->position);
  const char *name = foed_field_get_label (field->field);
  g_autofree char *markup = NULL;

  gtk_widget_set_visible (check, FALSE);
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
               ExplorerImportList       *self)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *tag = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (tag, GTK_ALIGN_CENTER);
  gtk_label_set_width_chars (GTK_LABEL (tag), count_state_letters ());
  gtk_widget_set_hexpand (text, TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (text), 6);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), tag);
  gtk_box_append (GTK_BOX (box), text);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (list_item, expander);
}

static void
line_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              ExplorerImportList       *self)
{
  GtkTreeListRow *row = gtk_list_item_get_item (list_item);
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  GtkWidget *box = gtk_tree_expander_get_child (expander);
  GtkWidget *check = gtk_widget_get_first_child (box);
  GtkLabel *tag = GTK_LABEL (gtk_widget_get_next_sibling (check));
  GtkLabel *text = GTK_LABEL (gtk_widget_get_last_child (box));
  g_autoptr(GObject) item = gtk_tree_list_row_get_item (row);

  gtk_tree_expander_set_list_row (expander, row);
  if (EXPLORER_IS_IMPORT_LINE (item))
    show_record (self, EXPLORER_IMPORT_LINE (item), check, tag, text);
  else
    show_field (EXPLORER_FIELD_LINE (item), check, tag, text);
}

static void
line_unbind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                ExplorerImportList       *self)
{
  GtkTreeExpander *expander = GTK_TREE_EXPANDER (gtk_list_item_get_child (list_item));
  GtkWidget *check = gtk_widget_get_first_child (gtk_tree_expander_get_child (expander));
  GBinding *binding = g_object_get_data (G_OBJECT (check), "binding");

  if (binding != NULL)
    g_binding_unbind (binding);
  g_object_set_data (G_OBJECT (check), "binding", NULL);
}

/* What is not new itself is opened where there is something new below it. */
static void
open_lines (GListModel *tree)
{
  for (guint i = 0; i < MIN (g_list_model_get_n_items (tree), MOST_OPENED); i++)
    {
      g_autoptr(GtkTreeListRow) row = g_list_model_get_item (tree, i);
      g_autoptr(GObject) item = gtk_tree_list_row_get_item (row);

      if (EXPLORER_IS_IMPORT_LINE (item) && explorer_import_line_has_news_below (EXPLORER_IMPORT_LINE (item))
          && explorer_import_line_get_record (EXPLORER_IMPORT_LINE (item))->state != FOED_IMPORT_NEW)
        gtk_tree_list_row_set_expanded (row, TRUE);
    }
}

static void
row_activated_cb (ExplorerImportList *self,
                  guint               position)
{
  g_autoptr(GtkTreeListRow) row = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->view)), position);

  gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
explorer_import_list_dispose (GObject *object)
{
  ExplorerImportList *self = EXPLORER_IMPORT_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_import_list_parent_class)->dispose (object);
}

static void
explorer_import_list_class_init (ExplorerImportListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_import_list_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
explorer_import_list_init (ExplorerImportList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (line_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (line_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (line_unbind_cb), self, 0);

  self->view = GTK_LIST_VIEW (gtk_list_view_new (NULL, factory));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "changes");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Records of the import"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * explorer_import_list_new:
 * @session: the session that knows titles
 *
 * Returns: (transfer full): an empty list
 */
GtkWidget *
explorer_import_list_new (ExplorerSession *session)
{
  ExplorerImportList *self = g_object_new (EXPLORER_TYPE_IMPORT_LIST, NULL);

  g_return_val_if_fail (EXPLORER_IS_SESSION (session), NULL);

  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * explorer_import_list_set_lines:
 * @self: a list
 * @lines: (transfer none): a list of #ExplorerImportLine
 */
void
explorer_import_list_set_lines (ExplorerImportList *self,
                                GListModel         *lines)
{
  GtkTreeListModel *tree;
  g_autoptr(GtkNoSelection) selection = NULL;

  g_return_if_fail (EXPLORER_IS_IMPORT_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (lines));

  tree = gtk_tree_list_model_new (g_object_ref (lines), FALSE, FALSE, make_lines, NULL, NULL);
  open_lines (G_LIST_MODEL (tree));
  selection = gtk_no_selection_new (G_LIST_MODEL (tree));
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}
