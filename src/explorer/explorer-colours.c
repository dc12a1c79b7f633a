/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-colours"

#include "config.h"

#include <adwaita.h>

#include "explorer-colours.h"
#include "explorer-compat.h"

static char *
make_class (FoedVocabulary  vocabulary,
            const FoedTerm *term)
{
  return g_strconcat ("term-", foed_vocabulary_get_nick (vocabulary), "-", term->nick, NULL);
}

static void
load (GtkCssProvider *provider)
{
  g_autoptr(GString) css = g_string_new (NULL);

  for (FoedVocabulary vocabulary = FOED_VOCABULARY_NONE + 1; vocabulary < FOED_N_VOCABULARIES; vocabulary++)
    {
      guint n_terms;
      const FoedTerm *terms = foed_vocabulary_get_terms (vocabulary, &n_terms);

      for (guint i = 0; i < n_terms; i++)
        {
          GdkRGBA colour;

          if (explorer_colours_get (&terms[i], &colour))
            {
              g_autofree char *name = make_class (vocabulary, &terms[i]);
              g_autofree char *value = gdk_rgba_to_string (&colour);

              g_string_append_printf (css, ".%s { color: %s; }\n", name, value);
            }
        }
    }
  gtk_css_provider_load_from_data (provider, css->str, (gssize) css->len);
}

/**
 * explorer_colours_install:
 * @display: the display
 *
 * Makes a style class of every term that has a colour, for all widgets on @display, and follows the dark style.
 */
void
explorer_colours_install (GdkDisplay *display)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  g_return_if_fail (GDK_IS_DISPLAY (display));

  load (provider);
  g_signal_connect_object (adw_style_manager_get_for_display (display), "notify::dark", G_CALLBACK (load), provider,
                           G_CONNECT_SWAPPED);
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/**
 * explorer_colours_from:
 * @colour: a colour as pictures have it
 *
 * Returns: the same as the toolkit has it
 */
GdkRGBA
explorer_colours_from (FoedColour colour)
{
  return (GdkRGBA) { colour.red, colour.green, colour.blue, colour.alpha };
}

/**
 * explorer_colours_to:
 * @colour: a colour as the toolkit has it
 *
 * Returns: the same as pictures have it
 */
FoedColour
explorer_colours_to (const GdkRGBA *colour)
{
  return (FoedColour) { colour->red, colour->green, colour->blue, colour->alpha };
}

/**
 * explorer_colours_get_palette:
 * @widget: where a picture is shown
 *
 * Returns: what it is drawn with and on, in the style that is on
 */
FoedPalette
explorer_colours_get_palette (GtkWidget *widget)
{
  GdkRGBA ink;
  GdkRGBA ground;

  explorer_compat_get_colour (widget, &ink);
  explorer_compat_look_up_colour (widget, "view_bg_color", &ground);
  return (FoedPalette) { explorer_colours_to (&ink), explorer_colours_to (&ground),
                         adw_style_manager_get_dark (adw_style_manager_get_default ()) };
}

/**
 * explorer_colours_get:
 * @term: a term
 * @colour: (out): its colour
 *
 * The colour that stands for @term in pictures, fit for the light or the dark style that is on.
 *
 * Returns: whether the term has a colour
 */
gboolean
explorer_colours_get (const FoedTerm *term,
                      GdkRGBA        *colour)
{
  FoedColour drawn;

  g_return_val_if_fail (term != NULL, FALSE);
  g_return_val_if_fail (colour != NULL, FALSE);

  if (!foed_colour_of_term (term, adw_style_manager_get_dark (adw_style_manager_get_default ()), &drawn))
    return FALSE;
  *colour = explorer_colours_from (drawn);
  return TRUE;
}

/**
 * explorer_colours_apply:
 * @widget: a widget
 * @vocabulary: the vocabulary of @term
 * @term: (nullable): a term; %NULL for none
 *
 * Gives @widget the colour of @term, and takes away that of another term it had before.
 */
void
explorer_colours_apply (GtkWidget      *widget,
                        FoedVocabulary  vocabulary,
                        const FoedTerm *term)
{
  g_auto(GStrv) classes = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  classes = gtk_widget_get_css_classes (widget);
  for (guint i = 0; classes[i] != NULL; i++)
    {
      if (g_str_has_prefix (classes[i], "term-"))
        gtk_widget_remove_css_class (widget, classes[i]);
    }
  if (term != NULL && term->colour != NULL)
    {
      g_autofree char *name = make_class (vocabulary, term);

      gtk_widget_add_css_class (widget, name);
    }
}
