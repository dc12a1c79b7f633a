/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-colours"

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "explorer-colours.h"

/* What WCAG 2 asks of text that is read, with something to spare for the tint behind a pill. */
#define CONTRAST_WANTED 4.8

static const GdkRGBA dark_background = { 0.19f, 0.19f, 0.19f, 1.0f };

static double
linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
luminance (const GdkRGBA *colour)
{
  return 0.2126 * linear (colour->red) + 0.7152 * linear (colour->green) + 0.0722 * linear (colour->blue);
}

static double
contrast (const GdkRGBA *a,
          const GdkRGBA *b)
{
  double first = luminance (a) + 0.05;
  double second = luminance (b) + 0.05;

  return MAX (first, second) / MIN (first, second);
}

/* The table's colours are made for a light ground; on a dark one they are mixed with white until they can be read. */
static void
lighten (GdkRGBA *colour)
{
  const GdkRGBA original = *colour;

  for (guint step = 1; step <= 20 && contrast (colour, &dark_background) < CONTRAST_WANTED; step++)
    {
      float white = step / 20.0f;

      colour->red = original.red + (1.0f - original.red) * white;
      colour->green = original.green + (1.0f - original.green) * white;
      colour->blue = original.blue + (1.0f - original.blue) * white;
    }
}

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
  g_return_val_if_fail (term != NULL, FALSE);
  g_return_val_if_fail (colour != NULL, FALSE);

  if (term->colour == NULL || !gdk_rgba_parse (colour, term->colour))
    return FALSE;
  if (adw_style_manager_get_dark (adw_style_manager_get_default ()))
    lighten (colour);
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
