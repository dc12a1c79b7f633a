/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-picture-view"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "explorer-picture-output.h"
#include "explorer-picture-view.h"
#include "explorer/explorer-compat.h"

/* Work that takes less than this shows nothing of it. */
#define PATIENCE_MILLISECONDS 250

#define ZOOM_FACTOR 1.5

typedef struct
{
  ExplorerSession      *session;
  ExplorerPictureModel *model;

  AdwBin               *picture;
  AdwBin               *tools;
  GtkStack             *stack;
  AdwStatusPage        *loading_page;
  GtkProgressBar       *progress;
  AdwStatusPage        *empty_page;
  AdwStatusPage        *nothing_page;
  GtkWidget            *any_time_button;
  GtkWidget            *clear_button;
  AdwStatusPage        *failed_page;

  guint                 patience;
  guint                 update_idle;
} ExplorerPictureViewPrivate;

enum
{
  PROP_0,
  PROP_CONTENT,
  PROP_EMPTY_DESCRIPTION,
  PROP_FAILED_TITLE,
  PROP_LOADING_TITLE,
  PROP_SESSION,
  PROP_TOOLS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* No type that says that it is abstract: tools make one to check its template. */
G_DEFINE_TYPE_WITH_PRIVATE (ExplorerPictureView, explorer_picture_view, GTK_TYPE_WIDGET)

static ExplorerPictureViewPrivate *
get_private (ExplorerPictureView *self)
{
  return explorer_picture_view_get_instance_private (self);
}

/* Says why there is nothing to see, and offers to undo what leaves nothing. */
static void
explain_nothing (ExplorerPictureView *self)
{
  ExplorerPictureViewPrivate *priv = get_private (self);
  gboolean narrowed = foed_query_is_narrowed (explorer_session_get_query (priv->session));
  gboolean day_on = explorer_session_get_day_on (priv->session);
  g_autoptr(FoedDate) date = foed_date_new_for_day (explorer_session_get_day (priv->session));
  g_autofree char *day = foed_date_format (date);
  g_autofree char *title = NULL;

  if (day_on && narrowed)
    title = g_strdup_printf (_("Nothing of This in Force on %s"), day);
  else if (day_on)
    title = g_strdup_printf (_("Nothing in Force on %s"), day);
  else
    title = g_strdup (_("Nothing Matches"));
  adw_status_page_set_title (priv->nothing_page, title);
  adw_status_page_set_description (priv->nothing_page, narrowed ? _("Take away a filter or search for other words.")
                                                                : _("Choose another year below, or look at any time."));
  gtk_widget_set_visible (priv->any_time_button, day_on);
  gtk_widget_set_visible (priv->clear_button, narrowed);
}

static gboolean
patience_cb (gpointer user_data)
{
  ExplorerPictureViewPrivate *priv = get_private (user_data);
  double progress;

  if (explorer_picture_model_get_progress (priv->model, &progress))
    gtk_progress_bar_set_fraction (priv->progress, progress);
  else
    gtk_progress_bar_pulse (priv->progress);
  gtk_stack_set_visible_child_name (priv->stack, "loading");
  return G_SOURCE_CONTINUE;
}

static gboolean
update_cb (gpointer user_data)
{
  ExplorerPictureView *self = user_data;

  get_private (self)->update_idle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    explorer_picture_view_update (self);
  return G_SOURCE_REMOVE;
}

static ExplorerPictureState
explorer_picture_view_real_get_state (ExplorerPictureView *self)
{
  return explorer_picture_model_get_state (get_private (self)->model);
}

static void
explorer_picture_view_zoom (GtkWidget  *widget,
                            const char *action_name,
                            GVariant   *parameter)
{
  EXPLORER_PICTURE_VIEW_GET_CLASS (widget)->zoom (EXPLORER_PICTURE_VIEW (widget),
                                                  g_str_equal (action_name, "picture.zoom-in") ? ZOOM_FACTOR
                                                                                               : 1 / ZOOM_FACTOR);
}

static void
explorer_picture_view_fit (GtkWidget  *widget,
                           const char *action_name,
                           GVariant   *parameter)
{
  EXPLORER_PICTURE_VIEW_GET_CLASS (widget)->fit (EXPLORER_PICTURE_VIEW (widget));
}

/* Not all that is shown can be put on a page yet while it is being read. */
static void
explorer_picture_view_output (GtkWidget  *widget,
                              const char *action_name,
                              GVariant   *parameter)
{
  ExplorerPictureView *self = EXPLORER_PICTURE_VIEW (widget);
  FoedPictureOptions options = { .size = FOED_N_MEASURES, .colour = FOED_N_MEASURES };
  FoedPage *page;

  if (EXPLORER_PICTURE_VIEW_GET_CLASS (self)->get_state (self) != EXPLORER_PICTURE_READY)
    return;
  page = EXPLORER_PICTURE_VIEW_GET_CLASS (self)->make_page (self, &options);
  foed_page_set_right_to_left (page, gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  if (g_str_equal (action_name, "picture.copy"))
    explorer_picture_output_copy (widget, page);
  else
    explorer_picture_output_save (widget, page, &options);
}

static void
explorer_picture_view_any_time (GtkWidget  *widget,
                                const char *action_name,
                                GVariant   *parameter)
{
  explorer_session_set_day_on (get_private (EXPLORER_PICTURE_VIEW (widget))->session, FALSE);
}

static void
explorer_picture_view_retry (GtkWidget  *widget,
                             const char *action_name,
                             GVariant   *parameter)
{
  explorer_picture_model_retry (get_private (EXPLORER_PICTURE_VIEW (widget))->model);
}

static void
explorer_picture_view_map (GtkWidget *widget)
{
  ExplorerPictureView *self = EXPLORER_PICTURE_VIEW (widget);

  GTK_WIDGET_CLASS (explorer_picture_view_parent_class)->map (widget);

  explorer_picture_model_set_active (get_private (self)->model, TRUE);
  explorer_picture_view_queue_update (self);
}

static void
explorer_picture_view_unmap (GtkWidget *widget)
{
  ExplorerPictureViewPrivate *priv = get_private (EXPLORER_PICTURE_VIEW (widget));

  explorer_picture_model_set_active (priv->model, FALSE);
  g_clear_handle_id (&priv->patience, g_source_remove);

  GTK_WIDGET_CLASS (explorer_picture_view_parent_class)->unmap (widget);
}

static void
explorer_picture_view_css_changed (GtkWidget         *widget,
                                   GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (explorer_picture_view_parent_class)->css_changed (widget, change);

  explorer_picture_view_queue_update (EXPLORER_PICTURE_VIEW (widget));
}

static void
explorer_picture_view_constructed (GObject *object)
{
  G_OBJECT_CLASS (explorer_picture_view_parent_class)->constructed (object);

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (explorer_picture_view_queue_update), object, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (explorer_picture_view_queue_update), object, G_CONNECT_SWAPPED);
}

static void
explorer_picture_view_dispose (GObject *object)
{
  ExplorerPictureViewPrivate *priv = get_private (EXPLORER_PICTURE_VIEW (object));

  g_clear_handle_id (&priv->patience, g_source_remove);
  g_clear_handle_id (&priv->update_idle, g_source_remove);
  if (priv->model != NULL)
    g_signal_handlers_disconnect_by_data (priv->model, object);
  if (priv->session != NULL)
    g_signal_handlers_disconnect_by_data (priv->session, object);
  explorer_compat_dispose (GTK_WIDGET (object));
  g_clear_object (&priv->model);
  g_clear_object (&priv->session);

  G_OBJECT_CLASS (explorer_picture_view_parent_class)->dispose (object);
}

static void
explorer_picture_view_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  ExplorerPictureViewPrivate *priv = get_private (EXPLORER_PICTURE_VIEW (object));

  switch (prop_id)
    {
    case PROP_CONTENT:
      g_value_set_object (value, adw_bin_get_child (priv->picture));
      break;
    case PROP_EMPTY_DESCRIPTION:
      g_value_set_string (value, adw_status_page_get_description (priv->empty_page));
      break;
    case PROP_FAILED_TITLE:
      g_value_set_string (value, adw_status_page_get_title (priv->failed_page));
      break;
    case PROP_LOADING_TITLE:
      g_value_set_string (value, adw_status_page_get_title (priv->loading_page));
      break;
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_TOOLS:
      g_value_set_object (value, adw_bin_get_child (priv->tools));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_picture_view_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  ExplorerPictureViewPrivate *priv = get_private (EXPLORER_PICTURE_VIEW (object));

  switch (prop_id)
    {
    case PROP_CONTENT:
      adw_bin_set_child (priv->picture, g_value_get_object (value));
      break;
    case PROP_EMPTY_DESCRIPTION:
      adw_status_page_set_description (priv->empty_page, g_value_get_string (value));
      break;
    case PROP_FAILED_TITLE:
      adw_status_page_set_title (priv->failed_page, g_value_get_string (value));
      break;
    case PROP_LOADING_TITLE:
      adw_status_page_set_title (priv->loading_page, g_value_get_string (value));
      break;
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_TOOLS:
      adw_bin_set_child (priv->tools, g_value_get_object (value));
      gtk_widget_set_visible (GTK_WIDGET (priv->tools), g_value_get_object (value) != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_picture_view_class_init (ExplorerPictureViewClass *klass)
{
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  klass->get_state = explorer_picture_view_real_get_state;
  object_class->constructed = explorer_picture_view_constructed;
  object_class->dispose = explorer_picture_view_dispose;
  object_class->get_property = explorer_picture_view_get_property;
  object_class->set_property = explorer_picture_view_set_property;
  widget_class->css_changed = explorer_picture_view_css_changed;
  widget_class->map = explorer_picture_view_map;
  widget_class->unmap = explorer_picture_view_unmap;

  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, writable);
  properties[PROP_EMPTY_DESCRIPTION] = g_param_spec_string ("empty-description", NULL, NULL, NULL, writable);
  properties[PROP_FAILED_TITLE] = g_param_spec_string ("failed-title", NULL, NULL, NULL, writable);
  properties[PROP_LOADING_TITLE] = g_param_spec_string ("loading-title", NULL, NULL, NULL, writable);
  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, EXPLORER_TYPE_SESSION,
                                                  writable | G_PARAM_CONSTRUCT_ONLY);
  properties[PROP_TOOLS] = g_param_spec_object ("tools", NULL, NULL, GTK_TYPE_WIDGET, writable);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "picture.any-time", NULL, explorer_picture_view_any_time);
  gtk_widget_class_install_action (widget_class, "picture.copy", NULL, explorer_picture_view_output);
  gtk_widget_class_install_action (widget_class, "picture.fit", NULL, explorer_picture_view_fit);
  gtk_widget_class_install_action (widget_class, "picture.retry", NULL, explorer_picture_view_retry);
  gtk_widget_class_install_action (widget_class, "picture.save", NULL, explorer_picture_view_output);
  gtk_widget_class_install_action (widget_class, "picture.zoom-in", NULL, explorer_picture_view_zoom);
  gtk_widget_class_install_action (widget_class, "picture.zoom-out", NULL, explorer_picture_view_zoom);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/views/picture-view.ui");
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerPictureView, any_time_button);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerPictureView, clear_button);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerPictureView, empty_page);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerPictureView, failed_page);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerPictureView, loading_page);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerPictureView, nothing_page);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerPictureView, picture);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerPictureView, progress);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerPictureView, stack);
  gtk_widget_class_bind_template_child_private (widget_class, ExplorerPictureView, tools);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pictureview");
}

static void
explorer_picture_view_init (ExplorerPictureView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * explorer_picture_view_get_session:
 * @self: a view
 *
 * Returns: (transfer none): what the window looks at
 */
ExplorerSession *
explorer_picture_view_get_session (ExplorerPictureView *self)
{
  g_return_val_if_fail (EXPLORER_IS_PICTURE_VIEW (self), NULL);

  return get_private (self)->session;
}

/**
 * explorer_picture_view_set_model:
 * @self: a view that has no model yet
 * @model: what it draws
 *
 * Begins to follow @model.
 */
void
explorer_picture_view_set_model (ExplorerPictureView  *self,
                                 ExplorerPictureModel *model)
{
  ExplorerPictureViewPrivate *priv;

  g_return_if_fail (EXPLORER_IS_PICTURE_VIEW (self));
  g_return_if_fail (EXPLORER_IS_PICTURE_MODEL (model));

  priv = get_private (self);
  g_return_if_fail (priv->model == NULL);

  priv->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (explorer_picture_view_update), self, G_CONNECT_SWAPPED);
}

/**
 * explorer_picture_view_keep:
 * @self: a view
 * @key: the name of a setting
 * @property: a property of @self
 *
 * Keeps @property from one run of the program to the next.
 */
void
explorer_picture_view_keep (ExplorerPictureView *self,
                            const char          *key,
                            const char          *property)
{
  g_autoptr(GSettings) settings = NULL;

  g_return_if_fail (EXPLORER_IS_PICTURE_VIEW (self));

  settings = g_settings_new (APPLICATION_ID);
  g_settings_bind (settings, key, self, property, G_SETTINGS_BIND_DEFAULT);
}

static void
draw (ExplorerPictureView *self,
      const char          *page)
{
  if (EXPLORER_PICTURE_VIEW_GET_CLASS (self)->draw (self))
    gtk_stack_set_visible_child_name (get_private (self)->stack, page);
}

/**
 * explorer_picture_view_update:
 * @self: a view
 *
 * Draws what there is now, or says why there is nothing.
 */
void
explorer_picture_view_update (ExplorerPictureView *self)
{
  ExplorerPictureViewPrivate *priv;
  ExplorerPictureState state;

  g_return_if_fail (EXPLORER_IS_PICTURE_VIEW (self));

  priv = get_private (self);
  state = EXPLORER_PICTURE_VIEW_GET_CLASS (self)->get_state (self);
  if (state == EXPLORER_PICTURE_LOADING)
    {
      if (priv->patience == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
        priv->patience = g_timeout_add (PATIENCE_MILLISECONDS, patience_cb, self);
      return;
    }
  g_clear_handle_id (&priv->patience, g_source_remove);
  switch (state)
    {
    case EXPLORER_PICTURE_READY:
      draw (self, "picture");
      break;
    case EXPLORER_PICTURE_EMPTY:
      draw (self, "empty");
      break;
    case EXPLORER_PICTURE_FAILED:
      adw_status_page_set_description (priv->failed_page, explorer_picture_model_get_error (priv->model)->message);
      gtk_stack_set_visible_child_name (priv->stack, "failed");
      break;
    case EXPLORER_PICTURE_NOTHING:
    case EXPLORER_PICTURE_LOADING:
    default:
      explain_nothing (self);
      draw (self, "nothing");
      break;
    }
}

/**
 * explorer_picture_view_queue_update:
 * @self: a view
 *
 * Draws what there is soon, once for however often this was called: colours have changed, which can be asked for once
 * the style has, or what is selected, perhaps several times in a row.
 */
void
explorer_picture_view_queue_update (ExplorerPictureView *self)
{
  ExplorerPictureViewPrivate *priv;

  g_return_if_fail (EXPLORER_IS_PICTURE_VIEW (self));

  priv = get_private (self);
  if (priv->update_idle == 0 && priv->model != NULL)
    priv->update_idle = g_idle_add (update_cb, self);
}
