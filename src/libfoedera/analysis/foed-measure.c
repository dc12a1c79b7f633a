/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-measure"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "foed-measure.h"

static const struct
{
  const char *nick;
  const char *label;
  const char *explanation;
} measures[FOED_N_MEASURES] = {
  [FOED_MEASURE_DEGREE] = { "degree", NC_("measure", "Degree"), N_("How many others it is joined with") },
  [FOED_MEASURE_BETWEENNESS] = {
    "betweenness", NC_("measure", "Betweenness"), N_("How often it lies on the shortest way between two others, from 0 to 1")
  },
  [FOED_MEASURE_CLOSENESS] = {
    "closeness", NC_("measure", "Closeness"), N_("How near it is to all others, from 0 to 1")
  },
  [FOED_MEASURE_EIGENVECTOR] = {
    "eigenvector", NC_("measure", "Eigenvector"), N_("How much those it is joined with count themselves, from 0 to 1")
  },
  [FOED_MEASURE_CLUSTERING] = {
    "clustering", NC_("measure", "Clustering"), N_("How many of those it is joined with are joined too, from 0 to 1")
  },
  [FOED_MEASURE_COMMUNITY] = {
    "community", NC_("measure", "Community"), N_("The group, by who is joined with whom; 1 is the largest")
  },
  [FOED_MEASURE_COMPONENT] = {
    "component", NC_("measure", "Component"), N_("The part that hangs together; 1 is the largest")
  },
};

/**
 * foed_measure_get_nick:
 * @self: a measure
 *
 * Returns: its stable name
 */
const char *
foed_measure_get_nick (FoedMeasure self)
{
  g_return_val_if_fail (self < FOED_N_MEASURES, NULL);

  return measures[self].nick;
}

/**
 * foed_measure_get_label:
 * @self: a measure
 *
 * Returns: its name for people, translated
 */
const char *
foed_measure_get_label (FoedMeasure self)
{
  g_return_val_if_fail (self < FOED_N_MEASURES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "measure", measures[self].label);
}

/**
 * foed_measure_get_explanation:
 * @self: a measure
 *
 * Returns: what it tells, translated
 */
const char *
foed_measure_get_explanation (FoedMeasure self)
{
  g_return_val_if_fail (self < FOED_N_MEASURES, NULL);

  return _(measures[self].explanation);
}

/**
 * foed_measure_from_nick:
 * @nick: the stable name of a measure
 * @measure: (out): which one
 *
 * Returns: whether there is such a measure
 */
gboolean
foed_measure_from_nick (const char  *nick,
                        FoedMeasure *measure)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (measure != NULL, FALSE);

  for (guint i = 0; i < FOED_N_MEASURES; i++)
    {
      if (g_str_equal (measures[i].nick, nick))
        {
          *measure = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * foed_measure_is_whole:
 * @self: a measure
 *
 * Returns: whether its values are whole numbers
 */
gboolean
foed_measure_is_whole (FoedMeasure self)
{
  return self == FOED_MEASURE_DEGREE || foed_measure_is_group (self);
}

/**
 * foed_measure_is_group:
 * @self: a measure
 *
 * Returns: whether its values are numbers of groups, which are no more or less than one another
 */
gboolean
foed_measure_is_group (FoedMeasure self)
{
  return self == FOED_MEASURE_COMMUNITY || self == FOED_MEASURE_COMPONENT;
}

/**
 * foed_measure_format:
 * @self: a measure
 * @value: a value of it
 *
 * Returns: (transfer full): the value as people read it; nothing where it is not defined
 */
char *
foed_measure_format (FoedMeasure self,
                     double      value)
{
  if (isnan (value))
    return g_strdup ("");
  return foed_measure_is_whole (self) ? g_strdup_printf ("%.0f", value) : g_strdup_printf ("%.3f", value);
}
