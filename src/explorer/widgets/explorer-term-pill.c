/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-term-pill"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer/explorer-colours.h"
#include "explorer-term-pill.h"

struct _ExplorerTermPill
{
  GtkWidget       parent_instance;

  const FoedTerm *term;
  char           *suffix;
  GtkWidget      *swatch;
  GtkLabel       *label;
};

G_DEFINE_FINAL_TYPE (ExplorerTermPill, explorer_term_pill, GTK_TYPE_WIDGET)

static void
update_label (ExplorerTermPill *self)
{
  const char *label = self->term != NULL ? foed_term_get_label (self->term) : "";

  g_assert (EXPLORER_IS_TERM_PILL (self));

  if (self->suffix != NULL)
    {
      /* Translators: two terms that belong together, as in "Defence · Automatic". */
      g_autofree char *text = g_strdup_printf (C_("pill", "%s · %s"), label, self->suffix);

      gtk_label_set_label (self->label, text);
    }
  else
    gtk_label_set_label (self->label, label);
}

static void
explorer_term_pill_dispose (GObject *object)
{
  ExplorerTermPill *self = EXPLORER_TERM_PILL (object);

  g_clear_pointer (&self->swatch, gtk_widget_unparent);
  g_clear_pointer ((GtkWidget **) &self->label, gtk_widget_unparent);
  g_clear_pointer (&self->suffix, g_free);

  G_OBJECT_CLASS (explorer_term_pill_parent_class)->dispose (object);
}

static void
explorer_term_pill_class_init (ExplorerTermPillClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_term_pill_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pill");
}

static void
explorer_term_pill_init (ExplorerTermPill *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);

  self->swatch = g_object_new (GTK_TYPE_BOX, "css-name", "swatch", "valign", GTK_ALIGN_CENTER, "accessible-role",
                               GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->swatch, GTK_WIDGET (self));

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (GTK_WIDGET (self->label), GTK_WIDGET (self));
}

/**
 * explorer_term_pill_new:
 * @vocabulary: the vocabulary of @term
 * @term: a term
 *
 * Returns: (transfer full): a pill that shows @term
 */
GtkWidget *
explorer_term_pill_new (FoedVocabulary  vocabulary,
                        const FoedTerm *term)
{
  GtkWidget *self = g_object_new (EXPLORER_TYPE_TERM_PILL, NULL);

  explorer_term_pill_set_term (EXPLORER_TERM_PILL (self), vocabulary, term);
  return self;
}

/**
 * explorer_term_pill_set_term:
 * @self: a pill
 * @vocabulary: the vocabulary of @term
 * @term: (nullable): another term
 */
void
explorer_term_pill_set_term (ExplorerTermPill *self,
                             FoedVocabulary    vocabulary,
                             const FoedTerm   *term)
{
  g_return_if_fail (EXPLORER_IS_TERM_PILL (self));

  self->term = term;
  explorer_colours_apply (GTK_WIDGET (self), vocabulary, term);
  gtk_widget_set_visible (self->swatch, term != NULL && term->colour != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), term != NULL ? foed_term_get_explanation (term) : NULL);
  update_label (self);
}

/**
 * explorer_term_pill_set_suffix:
 * @self: a pill
 * @suffix: (nullable): the label of a second term, as the strength of an obligation
 *
 * Shows a second term after the first.
 */
void
explorer_term_pill_set_suffix (ExplorerTermPill *self,
                               const char       *suffix)
{
  g_return_if_fail (EXPLORER_IS_TERM_PILL (self));

  if (g_strcmp0 (self->suffix, suffix) == 0)
    return;
  g_free (self->suffix);
  self->suffix = g_strdup (suffix);
  update_label (self);
}
