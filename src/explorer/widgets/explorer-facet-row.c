/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-facet-row"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer/explorer-colours.h"
#include "explorer-facet-row.h"

struct _ExplorerFacetRow
{
  GtkWidget       parent_instance;

  FoedFacet       facet;
  char           *nick;
  char           *label;
  guint           count;

  GtkCheckButton *check;
  GtkWidget      *swatch;
  GtkLabel       *name_label;
  GtkLabel       *count_label;
};

enum
{
  PROP_0,
  PROP_ACTIVE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerFacetRow, explorer_facet_row, GTK_TYPE_WIDGET)

static void
explorer_facet_row_toggled_cb (ExplorerFacetRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

/* The words and the count can be clicked too. */
static void
explorer_facet_row_released_cb (ExplorerFacetRow *self,
                                int               n_press,
                                double            x,
                                double            y)
{
  if (gtk_widget_contains (GTK_WIDGET (self), x, y))
    gtk_widget_activate (GTK_WIDGET (self->check));
}

static void
explorer_facet_row_dispose (GObject *object)
{
  ExplorerFacetRow *self = EXPLORER_FACET_ROW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (explorer_facet_row_parent_class)->dispose (object);
}

static void
explorer_facet_row_finalize (GObject *object)
{
  ExplorerFacetRow *self = EXPLORER_FACET_ROW (object);

  g_free (self->nick);
  g_free (self->label);

  G_OBJECT_CLASS (explorer_facet_row_parent_class)->finalize (object);
}

static void
explorer_facet_row_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_ACTIVE:
      g_value_set_boolean (value, explorer_facet_row_get_active (EXPLORER_FACET_ROW (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_facet_row_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_ACTIVE:
      explorer_facet_row_set_active (EXPLORER_FACET_ROW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_facet_row_class_init (ExplorerFacetRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_facet_row_dispose;
  object_class->finalize = explorer_facet_row_finalize;
  object_class->get_property = explorer_facet_row_get_property;
  object_class->set_property = explorer_facet_row_set_property;

  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "facetrow");
}

static void
explorer_facet_row_init (ExplorerFacetRow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->check = GTK_CHECK_BUTTON (gtk_check_button_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->check), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->check), GTK_WIDGET (self));
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (explorer_facet_row_toggled_cb), self, G_CONNECT_SWAPPED);

  self->swatch = g_object_new (GTK_TYPE_BOX, "css-name", "swatch", "valign", GTK_ALIGN_CENTER, "visible", FALSE,
                               "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->swatch, GTK_WIDGET (self));

  self->name_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->name_label, 0);
  gtk_label_set_wrap (self->name_label, TRUE);
  gtk_label_set_wrap_mode (self->name_label, PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (GTK_WIDGET (self->name_label), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->name_label), GTK_WIDGET (self));

  self->count_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "numeric");
  gtk_widget_add_css_class (GTK_WIDGET (self->count_label), "dim-label");
  gtk_widget_set_parent (GTK_WIDGET (self->count_label), GTK_WIDGET (self));

  g_signal_connect_swapped (click, "released", G_CALLBACK (explorer_facet_row_released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

static void
show_value (ExplorerFacetRow *self)
{
  FoedVocabulary vocabulary = foed_facet_get_vocabulary (self->facet);
  const FoedTerm *term = vocabulary != FOED_VOCABULARY_NONE ? foed_vocabulary_find (vocabulary, self->nick) : NULL;

  gtk_label_set_label (self->name_label, self->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  if (term == NULL)
    return;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), foed_term_get_explanation (term));
  gtk_widget_set_visible (self->swatch, term->colour != NULL);
  explorer_colours_apply (self->swatch, vocabulary, term);
}

/**
 * explorer_facet_row_new:
 * @facet: the facet
 * @nick: the value
 * @label: what a person calls it
 *
 * Returns: (transfer full): a line for the value
 */
GtkWidget *
explorer_facet_row_new (FoedFacet   facet,
                        const char *nick,
                        const char *label)
{
  ExplorerFacetRow *self = g_object_new (EXPLORER_TYPE_FACET_ROW, NULL);

  self->facet = facet;
  self->nick = g_strdup (nick);
  self->label = g_strdup (label);
  show_value (self);
  self->count = G_MAXUINT;
  explorer_facet_row_set_count (self, 0);
  return GTK_WIDGET (self);
}

/**
 * explorer_facet_row_get_nick:
 * @self: a line
 *
 * Returns: (transfer none): the value
 */
const char *
explorer_facet_row_get_nick (ExplorerFacetRow *self)
{
  g_return_val_if_fail (EXPLORER_IS_FACET_ROW (self), NULL);

  return self->nick;
}

/**
 * explorer_facet_row_get_label:
 * @self: a line
 *
 * Returns: (transfer none): what a person calls the value
 */
const char *
explorer_facet_row_get_label (ExplorerFacetRow *self)
{
  g_return_val_if_fail (EXPLORER_IS_FACET_ROW (self), NULL);

  return self->label;
}

/**
 * explorer_facet_row_get_count:
 * @self: a line
 *
 * Returns: how many records have the value
 */
guint
explorer_facet_row_get_count (ExplorerFacetRow *self)
{
  g_return_val_if_fail (EXPLORER_IS_FACET_ROW (self), 0);

  return self->count;
}

/**
 * explorer_facet_row_set_count:
 * @self: a line
 * @count: how many records have the value
 */
void
explorer_facet_row_set_count (ExplorerFacetRow *self,
                              guint             count)
{
  g_autofree char *text = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (EXPLORER_IS_FACET_ROW (self));

  if (self->count == count)
    return;
  self->count = count;
  text = g_strdup_printf ("%'u", count);
  gtk_label_set_label (self->count_label, text);
  description = g_strdup_printf (ngettext ("%u record", "%u records", count), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  if (count == 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "none");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "none");
}

/**
 * explorer_facet_row_get_active:
 * @self: a line
 *
 * Returns: whether the value is on
 */
gboolean
explorer_facet_row_get_active (ExplorerFacetRow *self)
{
  g_return_val_if_fail (EXPLORER_IS_FACET_ROW (self), FALSE);

  return gtk_check_button_get_active (self->check);
}

/**
 * explorer_facet_row_set_active:
 * @self: a line
 * @active: whether the value is on
 */
void
explorer_facet_row_set_active (ExplorerFacetRow *self,
                               gboolean          active)
{
  g_return_if_fail (EXPLORER_IS_FACET_ROW (self));

  gtk_check_button_set_active (self->check, active);
}
