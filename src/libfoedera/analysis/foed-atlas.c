/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-atlas"

#include "config.h"

#include "foed-atlas.h"
#include "model/foed-record.h"
#include "model/foed-state-index.h"

/* What the id of a state and this make is the id of its territory. */
#define TERRITORY ".territory"

struct _FoedAtlas
{
  FoedStateIndex *states;
  GHashTable     *places;         /* place records, by id */
  GHashTable     *territories;    /* of each state that has a record of it, the place that is its country */
  GHashTable     *sites;          /* FoedDegrees of each state, by id */
};

static void
clear (FoedAtlas *self)
{
  g_clear_object (&self->states);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->territories, g_hash_table_unref);
  g_clear_pointer (&self->sites, g_hash_table_unref);
}

static FoedRecord *
get_capital (FoedAtlas  *self,
             FoedRecord *state)
{
  const char *capital = foed_record_get_reference (state, FOED_FIELD_CAPITAL);

  return capital != NULL ? g_hash_table_lookup (self->places, capital) : NULL;
}

static gboolean
has_sovereigns (FoedRecord *place)
{
  for (guint i = 0; i < foed_record_get_n_children (place); i++)
    {
      if (foed_record_get_kind (foed_record_get_child (place, i)) == FOED_RECORD_SOVEREIGN)
        return TRUE;
    }

  return FALSE;
}

/* A country is the place that is called the territory of its state, or else the one around its capital that has had
 * sovereigns. */
static FoedRecord *
find_territory (FoedAtlas  *self,
                FoedRecord *state)
{
  g_autofree char *id = g_strconcat (foed_record_get_id (state), TERRITORY, NULL);
  FoedRecord *place = g_hash_table_lookup (self->places, id);

  if (place == NULL)
    place = get_capital (self, state);

  /* No chain of places is longer than there are places, even one that leads in a circle. */
  for (guint i = 0; place != NULL && i < g_hash_table_size (self->places); i++)
    {
      const char *within = foed_record_get_reference (place, FOED_FIELD_WITHIN);

      if (has_sovereigns (place))
        return place;

      place = within != NULL ? g_hash_table_lookup (self->places, within) : NULL;
    }

  return NULL;
}

static gboolean
find_site (FoedAtlas   *self,
           FoedRecord  *state,
           FoedDegrees *site)
{
  FoedRecord *capital = get_capital (self, state);
  const char *iso3 = foed_record_get_text (state, FOED_FIELD_ISO3);
  gint64 cow = foed_record_get_integer (state, FOED_FIELD_COW);
  guint n_outlines;
  const FoedOutline *outlines = foed_outlines_get (&n_outlines);

  if (capital != NULL && foed_record_has_value (capital, FOED_FIELD_LATITUDE)
      && foed_record_has_value (capital, FOED_FIELD_LONGITUDE))
    {
      *site = (FoedDegrees) { foed_record_get_number (capital, FOED_FIELD_LONGITUDE),
                              foed_record_get_number (capital, FOED_FIELD_LATITUDE) };
      return TRUE;
    }

  for (guint i = 0; i < n_outlines; i++)
    {
      if ((iso3 != NULL && g_strcmp0 (outlines[i].iso3, iso3) == 0) || (cow != 0 && outlines[i].cow == cow))
        {
          *site = outlines[i].point;
          return TRUE;
        }
    }

  return FALSE;
}

/* Which state a country has the code of. */
static const char *
find_by_code (FoedAtlas         *self,
              const FoedOutline *outline,
              FoedDay            day)
{
  const char *state = outline->iso3 != NULL ? foed_state_index_find_iso3 (self->states, outline->iso3, day) : NULL;

  if (state == NULL && outline->cow != 0)
    state = foed_state_index_find_cow (self->states, outline->cow, day);

  return state;
}

/**
 * foed_atlas_new:
 * @states: (element-type FoedRecord): the states, with their spells
 * @places: (element-type FoedRecord): the places, with their sovereigns
 *
 * Returns: (transfer full): an atlas of them
 */
FoedAtlas *
foed_atlas_new (GPtrArray *states,
                GPtrArray *places)
{
  FoedAtlas *self;

  g_return_val_if_fail (states != NULL, NULL);
  g_return_val_if_fail (places != NULL, NULL);

  self = g_atomic_rc_box_new0 (FoedAtlas);
  self->states = foed_state_index_new (states);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->territories = g_hash_table_new (g_str_hash, g_str_equal);
  self->sites = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < places->len; i++)
    {
      FoedRecord *place = g_ptr_array_index (places, i);

      g_hash_table_insert (self->places, (gpointer) foed_record_get_id (place), g_object_ref (place));
    }

  for (guint i = 0; i < states->len; i++)
    {
      FoedRecord *state = g_ptr_array_index (states, i);
      FoedRecord *territory = find_territory (self, state);
      FoedDegrees site;

      if (territory != NULL)
        g_hash_table_insert (self->territories, (gpointer) foed_record_get_id (state), territory);

      if (find_site (self, state, &site))
        g_hash_table_insert (self->sites, (gpointer) foed_record_get_id (state), g_memdup2 (&site, sizeof site));
    }

  return self;
}

FoedAtlas *
foed_atlas_ref (FoedAtlas *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
foed_atlas_unref (FoedAtlas *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, (GDestroyNotify) clear);
}

static const char *
find_sovereign (FoedRecord *territory,
                FoedDay     day)
{
  for (guint i = 0; i < foed_record_get_n_children (territory); i++)
    {
      FoedRecord *child = foed_record_get_child (territory, i);

      if (foed_record_get_kind (child) == FOED_RECORD_SOVEREIGN && foed_record_get_first_day (child) <= day
          && day <= foed_record_get_last_day (child))
        return foed_record_get_reference (child, FOED_FIELD_STATE);
    }

  return NULL;
}

/**
 * foed_atlas_find_holder:
 * @self: an atlas
 * @outline: the outline of a country of today
 * @day: a day; %FOED_DAY_LAST for today
 *
 * Finds the state that the country belonged to: by the sovereigns that the library records of the place whose id is
 * that of its state and “.territory”, or of the place around its capital; else the state of its code or the one that
 * this state took over from. Borders that have
 * moved since are not known. Territories that have codes of their own belonged to nobody that is known before the year
 * 2000, for the outlines tell only whose they are now.
 *
 * Returns: (transfer none) (nullable): the id of the state, %NULL where none is known
 */
const char *
foed_atlas_find_holder (FoedAtlas         *self,
                        const FoedOutline *outline,
                        FoedDay            day)
{
  const char *today;
  FoedRecord *territory;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (outline != NULL, NULL);

  if (outline->of != NULL)
    return day >= foed_day_from_calendar (2000, 1, 1) ? foed_state_index_find_iso3 (self->states, outline->of, day)
                                                      : NULL;

  today = find_by_code (self, outline, FOED_DAY_LAST);
  territory = today != NULL ? g_hash_table_lookup (self->territories, today) : NULL;

  return territory != NULL ? find_sovereign (territory, day) : find_by_code (self, outline, day);
}

/**
 * foed_atlas_find_place:
 * @self: an atlas
 * @state: the id of a state
 * @place: (out): where its capital is, or else a place within the country that has its code today
 *
 * Returns: whether that is known
 */
gboolean
foed_atlas_find_place (FoedAtlas   *self,
                       const char  *state,
                       FoedDegrees *place)
{
  const FoedDegrees *site;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (state != NULL, FALSE);
  g_return_val_if_fail (place != NULL, FALSE);

  site = g_hash_table_lookup (self->sites, state);
  if (site != NULL)
    *place = *site;

  return site != NULL;
}

/**
 * foed_atlas_get_places:
 * @self: an atlas
 *
 * Returns: (transfer none) (element-type utf8 FoedDegrees): where states are, by id; see foed_atlas_find_place()
 */
GHashTable *
foed_atlas_get_places (FoedAtlas *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->sites;
}
