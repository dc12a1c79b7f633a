/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-chips"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer/explorer-colours.h"
#include "explorer-chips.h"
#include "explorer-wrap-layout.h"

struct _ExplorerChips
{
  GtkWidget        parent_instance;

  ExplorerSession *session;
};

typedef enum
{
  CHIP_TEXT,
  CHIP_DAY,
  CHIP_SINCE,
  CHIP_VALUE
} ChipKind;

typedef struct
{
  ChipKind   kind;
  FoedFacet  facet;
  char      *nick;
} Chip;

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerChips, explorer_chips, GTK_TYPE_WIDGET)

static void
chip_free (Chip *chip)
{
  g_free (chip->nick);
  g_free (chip);
}

static void
chip_clicked_cb (ExplorerChips *self,
                 GtkButton     *button)
{
  const Chip *chip = g_object_get_data (G_OBJECT (button), "chip");
  FoedQuery *query = explorer_session_get_query (self->session);
  g_autoptr(FoedQuery) narrower = NULL;

  /* The chips are made anew by what follows: the focus must not go down with the one that was clicked. */
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  switch (chip->kind)
    {
    case CHIP_SINCE:
      explorer_session_unmark_changes (self->session);
      return;
    case CHIP_TEXT:
      narrower = foed_query_with_text (query, NULL);
      break;
    case CHIP_DAY:
      narrower = foed_query_without_day (query);
      break;
    case CHIP_VALUE:
      narrower = foed_query_with_value (query, chip->facet, chip->nick, FALSE);
      break;
    default:
      g_assert_not_reached ();
    }
  explorer_session_set_query (self->session, narrower);
}

static GtkWidget *
make_swatch (FoedVocabulary  vocabulary,
             const FoedTerm *term)
{
  GtkWidget *swatch = g_object_new (GTK_TYPE_BOX, "css-name", "swatch", "valign", GTK_ALIGN_CENTER, "accessible-role",
                                    GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  explorer_colours_apply (swatch, vocabulary, term);
  return swatch;
}

static void
add_chip (ExplorerChips  *self,
          ChipKind        kind,
          FoedFacet       facet,
          const char     *nick,
          const FoedTerm *term,
          const char     *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);
  g_autofree char *tooltip = g_strdup_printf (_("Remove the filter “%s”"), text);
  Chip *chip = g_new0 (Chip, 1);

  chip->kind = kind;
  chip->facet = facet;
  chip->nick = g_strdup (nick);
  g_object_set_data_full (G_OBJECT (button), "chip", chip, (GDestroyNotify) chip_free);

  if (term != NULL && term->colour != NULL)
    gtk_box_append (GTK_BOX (box), make_swatch (foed_facet_get_vocabulary (facet), term));
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("window-close-symbolic"));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
add_text_chip (ExplorerChips *self,
               const char    *text)
{
  g_autofree char *label = g_strdup_printf (_("“%s”"), text);

  add_chip (self, CHIP_TEXT, 0, NULL, NULL, label);
}

static void
add_day_chip (ExplorerChips *self,
              FoedDay        day)
{
  g_autoptr(FoedDate) date = foed_date_new_for_day (day);
  g_autofree char *formatted = foed_date_format (date);
  g_autofree char *label = g_strdup_printf (_("In force on %s"), formatted);

  add_chip (self, CHIP_DAY, 0, NULL, NULL, label);
}

static void
add_since_chip (ExplorerChips *self,
                FoedDay        since)
{
  g_autoptr(FoedDate) date = foed_date_new_for_day (since);
  g_autofree char *formatted = foed_date_format (date);
  g_autofree char *label = g_strdup_printf (_("Changes since %s"), formatted);

  add_chip (self, CHIP_SINCE, 0, NULL, NULL, label);
}

static void
add_facet_chips (ExplorerChips *self,
                 FoedQuery     *query,
                 FoedFacet      facet)
{
  const char * const *nicks = foed_query_get_values (query, facet);
  FoedVocabulary vocabulary = foed_facet_get_vocabulary (facet);

  for (guint i = 0; nicks != NULL && nicks[i] != NULL; i++)
    {
      const FoedTerm *term = vocabulary != FOED_VOCABULARY_NONE ? foed_vocabulary_find (vocabulary, nicks[i]) : NULL;
      const char *value = term != NULL ? foed_term_get_label (term)
                                       : explorer_session_get_title (self->session, nicks[i]);
      /* Translators: a facet and one of its values, as in "Strength: Automatic". */
      g_autofree char *label = g_strdup_printf (C_("filter", "%s: %s"), foed_facet_get_label (facet), value);

      add_chip (self, CHIP_VALUE, facet, nicks[i], term, label);
    }
}

static void
add_clear_button (ExplorerChips *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Clear All"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.clear-filters");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "chip-clear");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
}

static void
clear (ExplorerChips *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
}

static void
update (ExplorerChips *self)
{
  FoedQuery *query = explorer_session_get_query (self->session);
  const char *text = foed_query_get_text (query);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  FoedDay day;
  FoedDay since;

  clear (self);
  if (text != NULL && *text != '\0')
    add_text_chip (self, text);
  if (foed_query_get_day (query, &day))
    add_day_chip (self, day);
  if (explorer_session_get_since (self->session, &since))
    add_since_chip (self, since);
  for (FoedFacet facet = 0; facet < FOED_N_FACETS; facet++)
    add_facet_chips (self, query, facet);

  gtk_widget_set_visible (GTK_WIDGET (self), gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    add_clear_button (self);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
explorer_chips_constructed (GObject *object)
{
  ExplorerChips *self = EXPLORER_CHIPS (object);

  G_OBJECT_CLASS (explorer_chips_parent_class)->constructed (object);

  g_signal_connect_object (self->session, "notify::query", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::since", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::since-on", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::titles", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
explorer_chips_dispose (GObject *object)
{
  ExplorerChips *self = EXPLORER_CHIPS (object);

  clear (self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_chips_parent_class)->dispose (object);
}

static void
explorer_chips_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, EXPLORER_CHIPS (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_chips_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      EXPLORER_CHIPS (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_chips_class_init (ExplorerChipsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = explorer_chips_constructed;
  object_class->dispose = explorer_chips_dispose;
  object_class->get_property = explorer_chips_get_property;
  object_class->set_property = explorer_chips_set_property;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, EXPLORER_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chips");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
explorer_chips_init (ExplorerChips *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), explorer_wrap_layout_new (6, 6));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filters that are on"), -1);
}
