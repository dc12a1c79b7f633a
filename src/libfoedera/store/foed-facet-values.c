/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-facet-values"

#include "config.h"

#include "foed-facet-values-private.h"

/* The SQL that finds what has which value of a facet, with all facets on but that one. */

gboolean
foed_facet_is_of_obligations (const FoedListingFilter *self,
                              FoedFacet                facet)
{
  if (self->listing == FOED_LISTING_EVENTS && facet == FOED_FACET_THREAT)
    return FALSE;

  return (FOED_FACETS_OF_OBLIGATIONS & FOED_FACET_BIT (facet)) != 0;
}

/* The facets that the rows are not narrowed by while @facet is counted. Those of obligations must be met by one and the
 * same obligation, so they are left to the SQL that finds the values. */
guint
foed_facet_get_left_out (const FoedListingFilter *self,
                         FoedFacet                facet)
{
  if (!foed_facet_is_of_obligations (self, facet))
    return FOED_FACET_BIT (facet);

  if (self->listing == FOED_LISTING_EVENTS)
    return FOED_FACETS_OF_OBLIGATIONS & ~FOED_FACET_BIT (FOED_FACET_THREAT);

  return FOED_FACETS_OF_OBLIGATIONS;
}

/* SELECT of who owes or is owed, and by what. Where the other side is asked for, pairs must be looked at. */
static void
add_owing_values (const FoedListingFilter *self,
                  FoedFacet                facet,
                  const char              *select,
                  const char              *unit,
                  guint                    without,
                  GString                 *sql)
{
  const char *side = facet == FOED_FACET_PROMISOR ? "promisor" : "beneficiary";
  guint both = FOED_FACET_BIT (FOED_FACET_PROMISOR) | FOED_FACET_BIT (FOED_FACET_BENEFICIARY);

  if ((self->facets & ~without & both) != 0)
    g_string_append_printf (sql, "%s w.%s AS value, o.%s AS unit FROM derived_owing w "
                                 "JOIN derived_obligation o ON o.key = w.obligation WHERE ",
                            select, side, unit);
  else
    g_string_append_printf (sql, "%s w.state AS value, o.%s AS unit FROM derived_side w "
                                 "JOIN derived_obligation o ON o.key = w.obligation WHERE w.side = '%s' AND ",
                            select, unit, side);

  foed_listing_filter_add_obligations (self, without | both, sql);
  foed_listing_filter_add_owings (self, without, sql);
}

static void
add_threat_values (const FoedListingFilter *self,
                   const char              *select,
                   const char              *unit,
                   guint                    without,
                   GString                 *sql)
{
  g_string_append_printf (sql, "%s t.threat AS value, o.%s AS unit FROM derived_obligation o "
                               "JOIN derived_threat t ON t.obligation = o.key%s WHERE ",
                          select, unit, self->day_counts ? " AND t.first_day <= :day" : "");
  foed_listing_filter_add_obligations (self, without, sql);
}

/* SELECT, or SELECT DISTINCT, of the values of a facet of obligations, with what has them: root, clause or key. */
void
foed_facet_add_obligation_values (const FoedListingFilter *self,
                                  FoedFacet                facet,
                                  const char              *select,
                                  const char              *unit,
                                  GString                 *sql)
{
  guint without = FOED_FACET_BIT (facet);
  const char *column = facet == FOED_FACET_STRENGTH ? "strength" : "kind";

  if (self->listing == FOED_LISTING_EVENTS)
    without |= FOED_FACET_BIT (FOED_FACET_THREAT);

  if (facet == FOED_FACET_PROMISOR || facet == FOED_FACET_BENEFICIARY)
    {
      add_owing_values (self, facet, select, unit, without, sql);
    }
  else if (facet == FOED_FACET_THREAT)
    {
      add_threat_values (self, select, unit, without, sql);
    }
  else
    {
      g_string_append_printf (sql, "%s o.%s AS value, o.%s AS unit FROM derived_obligation o "
                                   "WHERE o.%s IS NOT NULL AND ",
                              select, column, unit, column);
      foed_listing_filter_add_obligations (self, without, sql);
    }
}

/* Whether other facets of obligations are on, so that obligations must be looked at one by one. */
gboolean
foed_facet_needs_obligations (const FoedListingFilter *self,
                              FoedFacet                facet)
{
  guint facets = self->facets & FOED_FACETS_OF_OBLIGATIONS & ~FOED_FACET_BIT (facet);

  if (self->listing == FOED_LISTING_EVENTS)
    facets &= ~FOED_FACET_BIT (FOED_FACET_THREAT);

  return facets != 0;
}

/* SELECT of the values of @facet, with the alliances that have them. */
void
foed_facet_add_alliance_values (const FoedListingFilter *self,
                                FoedFacet                facet,
                                GString                 *sql)
{
  if (foed_facet_is_of_obligations (self, facet) && foed_facet_needs_obligations (self, facet))
    {
      foed_facet_add_obligation_values (self, facet, "SELECT DISTINCT", "root", sql);
    }
  else if (facet == FOED_FACET_STATUS)
    {
      g_string_append (sql, "SELECT " FOED_SQL_STATUS ("a") " AS value, a.root AS unit FROM derived_row a "
                            "WHERE a.kind = 'alliance'");
    }
  else if (facet == FOED_FACET_ALLIANCE)
    {
      g_string_append (sql, "SELECT a.root AS value, a.root AS unit FROM derived_row a WHERE a.kind = 'alliance'");
    }
  else
    {
      g_string_append_printf (sql, "SELECT DISTINCT f.value AS value, f.root AS unit FROM derived_facet f "
                                   "WHERE f.facet = '%s'",
                              foed_facet_get_nick (facet));
      foed_listing_filter_add_day (self, "f", sql);
    }
}
