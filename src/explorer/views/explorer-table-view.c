/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-table-view"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "explorer-table-sorter.h"
#include "explorer-table-view.h"
#include "explorer/explorer-compat.h"
#include "store/foed-list-model.h"
#include "widgets/explorer-cell.h"

/* How long rows stay at least while nothing but the day changes. */
#define MILLISECONDS_OF_DAY 400

struct _ExplorerTableView
{
  GtkWidget            parent_instance;

  ExplorerSession     *session;
  GSettings           *settings;
  GSimpleActionGroup  *column_actions;
  FoedListModel       *model;
  GtkSingleSelection  *selection;
  ExplorerTableSorter *sorter;
  /* The place that was chosen before its row had been read. */
  FoedListItem        *awaited;

  FoedListing          listing;
  /* The position of the column that says what a row is. */
  guint                main_column;

  /* How far the table is scrolled away from its end at the right. */
  double               distance;
  guint                place_source;

  /* When the rows were asked for last, and what asks for those of another day. */
  gint64               asked_moment;
  guint                day_source;

  GtkDropDown         *listing_chooser;
  GtkLabel            *row_count;
  GtkMenuButton       *columns_button;
  GtkStack            *stack;
  GtkScrolledWindow   *scroller;
  GtkColumnView       *view;
  AdwStatusPage       *empty_page;
  GtkButton           *clear_button;
  GtkButton           *import_button;

  guint                syncing : 1;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerTableView, explorer_table_view, GTK_TYPE_WIDGET)

/* Whether a row stands for what is selected: the record itself, or the alliance or state that holds it. */
static gboolean
is_selected (ExplorerTableView *self,
             FoedRow           *row)
{
  const char *id = foed_row_get_id (row);

  return g_strcmp0 (id, explorer_session_get_selected (self->session)) == 0 ||
         g_strcmp0 (id, explorer_session_get_root (self->session)) == 0;
}

static void
mark_if_selected (ExplorerTableView *self,
                  FoedListItem      *item)
{
  FoedRow *row = foed_list_item_get_row (item);
  guint position = foed_list_item_get_position (item);

  if (row == NULL || !is_selected (self, row) || gtk_single_selection_get_selected (self->selection) == position)
    return;
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->syncing = FALSE;
}

static void
item_row_cb (ExplorerTableView *self,
             GParamSpec        *pspec,
             FoedListItem      *item)
{
  mark_if_selected (self, item);
}

static void
cell_setup_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *list_item,
               ExplorerTableView        *self)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "position"));

  gtk_list_item_set_child (list_item, explorer_cell_new (self->listing, position, position == self->main_column));
}

static void
cell_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *list_item,
              ExplorerTableView        *self)
{
  FoedListItem *item = gtk_list_item_get_item (list_item);

  explorer_cell_bind (EXPLORER_CELL (gtk_list_item_get_child (list_item)), item);
  if (GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "position")) == self->main_column)
    {
      g_signal_handlers_disconnect_by_func (item, item_row_cb, self);
      g_signal_connect_object (item, "notify::row", G_CALLBACK (item_row_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
cell_unbind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *list_item,
                ExplorerTableView        *self)
{
  explorer_cell_unbind (EXPLORER_CELL (gtk_list_item_get_child (list_item)));
}

static GtkColumnViewColumn *
make_column (ExplorerTableView *self,
             const FoedColumn  *column,
             guint              position)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkColumnViewColumn *view_column;

  g_object_set_data (G_OBJECT (factory), "position", GUINT_TO_POINTER (position));
  g_signal_connect_object (factory, "setup", G_CALLBACK (cell_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (cell_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (cell_unbind_cb), self, 0);

  view_column = gtk_column_view_column_new (foed_column_get_label (column), factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, position == self->main_column);
  return view_column;
}

/* The columns that a person chose for the listing, or NULL for the usual ones. */
static char **
dup_chosen_columns (ExplorerTableView *self)
{
  g_autoptr(GVariant) chosen = g_settings_get_value (self->settings, "columns");
  char **nicks = NULL;

  g_variant_lookup (chosen, foed_listing_get_nick (self->listing), "^as", &nicks);
  return nicks;
}

static GVariant *
make_chosen_columns (ExplorerTableView *self)
{
  GVariantBuilder builder;
  g_auto(GStrv) actions = g_action_group_list_actions (G_ACTION_GROUP (self->column_actions));

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; actions[i] != NULL; i++)
    {
      g_autoptr(GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (self->column_actions), actions[i]);

      if (g_variant_get_boolean (state))
        g_variant_builder_add (&builder, "s", actions[i]);
    }
  return g_variant_builder_end (&builder);
}

/* Keeps what was chosen for other listings. */
static void
store_chosen_columns (ExplorerTableView *self)
{
  g_autoptr(GVariant) former = g_settings_get_value (self->settings, "columns");
  const char *listing = foed_listing_get_nick (self->listing);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key;
  GVariant *value;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  g_variant_iter_init (&iter, former);
  while (g_variant_iter_loop (&iter, "{&s@as}", &key, &value))
    {
      if (!g_str_equal (key, listing))
        g_variant_builder_add (&builder, "{s@as}", key, value);
    }
  g_variant_builder_add (&builder, "{s@as}", listing, make_chosen_columns (self));
  g_settings_set_value (self->settings, "columns", g_variant_builder_end (&builder));
}

static void
column_state_cb (GSimpleAction       *action,
                 GVariant            *state,
                 GtkColumnViewColumn *column)
{
  ExplorerTableView *self = g_object_get_data (G_OBJECT (action), "view");

  g_simple_action_set_state (action, state);
  gtk_column_view_column_set_visible (column, g_variant_get_boolean (state));
  store_chosen_columns (self);
}

static void
add_column (ExplorerTableView  *self,
            const FoedColumn   *column,
            guint               position,
            const char * const *chosen,
            GMenu              *menu)
{
  g_autoptr(GtkColumnViewColumn) view_column = make_column (self, column, position);
  g_autofree char *detailed = g_strconcat ("columns.", column->nick, NULL);
  gboolean visible = chosen != NULL ? g_strv_contains (chosen, column->nick) : column->shown;

  explorer_table_sorter_add_column (self->sorter, view_column, column->nick);
  gtk_column_view_append_column (self->view, view_column);

  /* A table without the column that says what a row is would be of no use. */
  if (position != self->main_column)
    {
      g_autoptr(GSimpleAction) action =
        g_simple_action_new_stateful (column->nick, NULL, g_variant_new_boolean (visible));

      gtk_column_view_column_set_visible (view_column, visible);
      g_object_set_data (G_OBJECT (action), "view", self);
      g_signal_connect_object (action, "change-state", G_CALLBACK (column_state_cb), view_column, 0);
      g_action_map_add_action (G_ACTION_MAP (self->column_actions), G_ACTION (action));
      g_menu_append (menu, foed_column_get_label (column), detailed);
    }
}

/* The title; or, for what has none, the first column that is shown. */
static guint
find_main_column (const FoedColumn *columns,
                  guint             n_columns)
{
  guint first_shown = n_columns;

  for (guint i = 0; i < n_columns; i++)
    {
      if (g_str_equal (columns[i].nick, "title"))
        return i;
      if (first_shown == n_columns && columns[i].shown)
        first_shown = i;
    }
  return first_shown < n_columns ? first_shown : 0;
}

static void
clear_columns (ExplorerTableView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
}

static void
make_columns (ExplorerTableView *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_auto(GStrv) chosen = NULL;
  const char *label = foed_listing_get_label (self->listing);
  guint n_columns;
  const FoedColumn *columns = foed_listing_get_columns (self->listing, &n_columns);

  self->syncing = TRUE;
  clear_columns (self);
  g_clear_object (&self->sorter);
  self->sorter = explorer_table_sorter_new (self->view);
  g_clear_object (&self->column_actions);
  self->column_actions = g_simple_action_group_new ();
  chosen = dup_chosen_columns (self);
  self->main_column = find_main_column (columns, n_columns);
  for (guint i = 0; i < n_columns; i++)
    add_column (self, &columns[i], i, (const char * const *) chosen, menu);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "columns", G_ACTION_GROUP (self->column_actions));
  gtk_menu_button_set_menu_model (self->columns_button, G_MENU_MODEL (menu));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  self->syncing = FALSE;
}

static void
order_changed_cb (ExplorerTableView *self)
{
  g_autoptr(FoedQuery) query = NULL;
  const char *nick;
  gboolean descending;

  if (self->syncing)
    return;
  nick = explorer_table_sorter_get_order (self->sorter, &descending);
  query = foed_query_with_sort (explorer_session_get_query (self->session), nick, descending);
  explorer_session_set_query (self->session, query);
}

static void
show_order (ExplorerTableView *self)
{
  gboolean descending = FALSE;
  const char *nick = foed_query_get_sort (explorer_session_get_query (self->session), &descending);

  explorer_table_sorter_set_order (self->sorter, nick, descending);
}

static void
set_listing (ExplorerTableView *self,
             FoedListing        listing)
{
  self->listing = listing;
  self->distance = 0;
  make_columns (self);
  g_signal_connect_object (self->sorter, "changed", G_CALLBACK (order_changed_cb), self, G_CONNECT_SWAPPED);
  self->syncing = TRUE;
  gtk_drop_down_set_selected (self->listing_chooser, listing);
  self->syncing = FALSE;
}

static const char *
describe_emptiness (FoedQuery *query,
                    gboolean   narrowed)
{
  if (!narrowed)
    return _("The library holds no such records. Import a file that does.");
  for (guint i = 0; foed_query_get_listing (query) == FOED_LISTING_DOCUMENTS && i < FOED_N_FACETS; i++)
    if (foed_query_get_values (query, i) != NULL)
      return _("The filters that are on are about alliances. Documents have no duties and no parties of that kind: "
               "clear the filters to see them, and search for words in them instead.");
  return _("Nothing in the library meets all the filters that are on.");
}

static void
show_empty_page (ExplorerTableView *self)
{
  FoedQuery *query = explorer_session_get_query (self->session);
  FoedDay day;
  gboolean narrowed = foed_query_is_narrowed (query) || foed_query_get_day (query, &day);

  adw_status_page_set_icon_name (self->empty_page, narrowed ? "edit-find-symbolic" : "x-office-document-symbolic");
  adw_status_page_set_title (self->empty_page, narrowed ? _("No Match") : _("Nothing Here Yet"));
  adw_status_page_set_description (self->empty_page, describe_emptiness (query, narrowed));
  gtk_widget_set_visible (GTK_WIDGET (self->clear_button), narrowed);
  gtk_widget_set_visible (GTK_WIDGET (self->import_button), !narrowed);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

static void
update_count (ExplorerTableView *self)
{
  guint n_rows = self->model != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->model)) : 0;
  g_autofree char *text = g_strdup_printf (ngettext ("%'u row", "%'u rows", n_rows), n_rows);

  gtk_label_set_label (self->row_count, text);
}

/* While rows are on their way, the former page stays. */
static void
update_page (ExplorerTableView *self)
{
  gboolean loading = FALSE;
  g_autoptr(GError) error = NULL;

  if (self->model == NULL)
    return;
  g_object_get (self->model, "loading", &loading, "error", &error, NULL);
  if (loading)
    return;
  update_count (self);
  if (error != NULL)
    {
      g_autofree char *message = g_markup_escape_text (error->message, -1);

      show_empty_page (self);
      gtk_widget_set_visible (GTK_WIDGET (self->import_button), FALSE);
      adw_status_page_set_icon_name (self->empty_page, "dialog-warning-symbolic");
      adw_status_page_set_title (self->empty_page, _("The Rows Could Not Be Read"));
      adw_status_page_set_description (self->empty_page, message);
    }
  else if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0)
    show_empty_page (self);
  else
    gtk_stack_set_visible_child_name (self->stack, "rows");
}

static void
select_row (ExplorerTableView *self,
            FoedRow           *row)
{
  explorer_session_select (self->session, foed_row_get_id (row), foed_row_get_alliance (row));
}

static void
awaited_cb (ExplorerTableView *self,
            GParamSpec        *pspec,
            FoedListItem      *item)
{
  FoedRow *row = foed_list_item_get_row (item);

  if (row == NULL || item != self->awaited)
    return;
  g_signal_handlers_disconnect_by_func (item, awaited_cb, self);
  g_clear_object (&self->awaited);
  select_row (self, row);
}

static void
selection_cb (ExplorerTableView *self)
{
  FoedListItem *item = gtk_single_selection_get_selected_item (self->selection);
  FoedRow *row;

  if (self->awaited != NULL)
    g_signal_handlers_disconnect_by_func (self->awaited, awaited_cb, self);
  g_clear_object (&self->awaited);
  if (self->syncing || item == NULL)
    return;
  row = foed_list_item_get_row (item);
  if (row != NULL)
    select_row (self, row);
  else
    {
      self->awaited = g_object_ref (item);
      g_signal_connect_object (item, "notify::row", G_CALLBACK (awaited_cb), self, G_CONNECT_SWAPPED);
    }
}

static void
row_activated_cb (ExplorerTableView *self,
                  guint              position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-detail", NULL);
}

static void
session_selected_cb (ExplorerTableView *self)
{
  FoedListItem *item = gtk_single_selection_get_selected_item (self->selection);
  FoedRow *row = item != NULL ? foed_list_item_get_row (item) : NULL;

  if (row == NULL || is_selected (self, row))
    return;
  self->syncing = TRUE;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  self->syncing = FALSE;
}

static void apply_query (ExplorerTableView *self);

static gboolean
day_cb (gpointer user_data)
{
  ExplorerTableView *self = user_data;

  self->day_source = 0;
  apply_query (self);
  return G_SOURCE_REMOVE;
}

/* On GTK 4.8 a column view makes all its rows anew for another list, which takes longer than a year may last while years
 * pass. So where nothing but the day changes, rows stay for a while. */
static gboolean
waits_for_day (ExplorerTableView *self,
               FoedQuery         *query)
{
  gint64 since = (g_get_monotonic_time () - self->asked_moment) / 1000;
  gboolean hurried = since < MILLISECONDS_OF_DAY && self->model != NULL &&
                     foed_query_equal_but_day (foed_list_model_get_query (self->model), query);

  if (!hurried)
    g_clear_handle_id (&self->day_source, g_source_remove);
  else if (self->day_source == 0)
    self->day_source = g_timeout_add (MILLISECONDS_OF_DAY - (guint) since, day_cb, self);
  return hurried;
}

static void
apply_query (ExplorerTableView *self)
{
  FoedQuery *query = explorer_session_get_query (self->session);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)) || waits_for_day (self, query))
    return;
  self->asked_moment = g_get_monotonic_time ();
  if (foed_query_get_listing (query) != self->listing)
    set_listing (self, foed_query_get_listing (query));
  show_order (self);
  if (self->model != NULL)
    foed_list_model_set_query (self->model, query);
}

static void
make_model (ExplorerTableView *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);

  g_clear_object (&self->model);
  if (library != NULL)
    {
      self->model = foed_list_model_new (library, explorer_session_get_query (self->session));
      g_signal_connect_object (self->model, "notify::loading", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->model, "notify::error", G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (self->model, "items-changed", G_CALLBACK (update_page), self,
                               G_CONNECT_SWAPPED | G_CONNECT_AFTER);
    }
  self->syncing = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  self->syncing = FALSE;
  update_page (self);
}

/* Told while the table is being laid out, which takes no notice of what is asked of it meanwhile. From right to left, the
 * first column is at the right: the table keeps its distance from there. */
static gboolean
keep_place_cb (gpointer user_data)
{
  ExplorerTableView *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) -
                              gtk_adjustment_get_page_size (adjustment) - self->distance);
  gtk_widget_queue_allocate (GTK_WIDGET (self->view));
  self->place_source = 0;
  return G_SOURCE_REMOVE;
}

static void
width_changed_cb (ExplorerTableView *self)
{
  if (self->place_source == 0)
    self->place_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, keep_place_cb, self, NULL);
}

static void
scrolled_cb (ExplorerTableView *self,
             GtkAdjustment     *adjustment)
{
  if (self->place_source == 0)
    self->distance = MAX (gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) -
                          gtk_adjustment_get_value (adjustment), 0);
}

static void
listing_chosen_cb (ExplorerTableView *self)
{
  g_autoptr(FoedQuery) query = NULL;

  if (self->syncing)
    return;
  query = foed_query_with_listing (explorer_session_get_query (self->session),
                                   (FoedListing) gtk_drop_down_get_selected (self->listing_chooser));
  explorer_session_set_query (self->session, query);
}

static void
explorer_table_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (explorer_table_view_parent_class)->map (widget);

  apply_query (EXPLORER_TABLE_VIEW (widget));
}

static void
explorer_table_view_constructed (GObject *object)
{
  ExplorerTableView *self = EXPLORER_TABLE_VIEW (object);
  g_autoptr(GtkStringList) labels = gtk_string_list_new (NULL);

  G_OBJECT_CLASS (explorer_table_view_parent_class)->constructed (object);

  self->settings = g_settings_new (APPLICATION_ID);
  self->syncing = TRUE;
  for (FoedListing listing = 0; listing < FOED_N_LISTINGS; listing++)
    gtk_string_list_append (labels, foed_listing_get_label (listing));
  gtk_drop_down_set_model (self->listing_chooser, G_LIST_MODEL (labels));
  /* Newer versions of GTK call it by what is chosen, instead of by its label. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->listing_chooser), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  self->syncing = FALSE;

  self->selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_cb), self, G_CONNECT_SWAPPED);
  set_listing (self, foed_query_get_listing (explorer_session_get_query (self->session)));

  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "changed",
                           G_CALLBACK (width_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "value-changed",
                           G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::library", G_CALLBACK (make_model), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::query", G_CALLBACK (apply_query), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::selected", G_CALLBACK (session_selected_cb), self, G_CONNECT_SWAPPED);
  make_model (self);
}

static void
explorer_table_view_dispose (GObject *object)
{
  ExplorerTableView *self = EXPLORER_TABLE_VIEW (object);

  g_clear_handle_id (&self->place_source, g_source_remove);
  g_clear_handle_id (&self->day_source, g_source_remove);
  g_clear_object (&self->awaited);
  g_clear_object (&self->sorter);
  g_clear_object (&self->model);
  g_clear_object (&self->selection);
  g_clear_object (&self->column_actions);
  g_clear_object (&self->settings);
  g_clear_object (&self->session);
  explorer_compat_dispose (GTK_WIDGET (self));

  G_OBJECT_CLASS (explorer_table_view_parent_class)->dispose (object);
}

static void
explorer_table_view_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, EXPLORER_TABLE_VIEW (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_table_view_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      EXPLORER_TABLE_VIEW (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_table_view_class_init (ExplorerTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = explorer_table_view_constructed;
  object_class->dispose = explorer_table_view_dispose;
  object_class->get_property = explorer_table_view_get_property;
  object_class->set_property = explorer_table_view_set_property;
  widget_class->map = explorer_table_view_map;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, EXPLORER_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/views/table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerTableView, clear_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTableView, columns_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTableView, empty_page);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTableView, import_button);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTableView, listing_chooser);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTableView, row_count);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTableView, scroller);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTableView, stack);
  gtk_widget_class_bind_template_child (widget_class, ExplorerTableView, view);
  gtk_widget_class_bind_template_callback (widget_class, listing_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_set_css_name (widget_class, "tableview");
}

static void
explorer_table_view_init (ExplorerTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
