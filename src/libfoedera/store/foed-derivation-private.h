/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-derived-rows-private.h"
#include "foed-statement-private.h"
#include "model/foed-force.h"

G_BEGIN_DECLS

/* An obligation: its key, its clause, whether there is such a duty, and when. */
typedef struct
{
  gint64     key;
  gint64     clause;
  gboolean   is_present;
  FoedPeriod period;
} FoedDerivedDuty;

/* One value of a facet: when it holds for the whole, and for which obligations. */
typedef struct
{
  const char *facet;
  const char *value;
  GArray     *spans;
  GArray     *tallies;
} FoedFacetValue;

/* What is being derived from one record and everything under it. */
typedef struct
{
  FoedDerivedRows *rows;
  FoedStatement   *find_key;  /* NULL where the keys are given */
  const gint64    *next_key;
  FoedRecord      *root;
  FoedForce       *force;     /* NULL but for an alliance */
  GHashTable      *duties;    /* by the id of the obligation */
  GHashTable      *facets;
  gint64           ordinal;
} FoedDerivation;

void        foed_derivation_add_obligation   (FoedDerivation    *self,
                                              FoedRecord        *obligation,
                                              const FoedPeriod  *period,
                                              gint64             key,
                                              gint64             clause);
void        foed_derivation_add_extensions   (FoedDerivation    *self);
void        foed_derivation_add_owings       (FoedDerivation    *self);

void        foed_derivation_tally            (FoedDerivation    *self,
                                              const char        *facet,
                                              const char        *value,
                                              const FoedDerivedDuty *duty,
                                              FoedDay            first_day,
                                              FoedDay            last_day);
void        foed_derivation_add_counts       (FoedDerivation    *self);

FoedFacetValue *foed_derivation_get_facet    (FoedDerivation    *self,
                                              const char        *facet,
                                              const char        *value);
void        foed_derivation_note_facet       (FoedDerivation    *self,
                                              const char        *facet,
                                              const char        *value,
                                              const FoedPeriod  *period);
gboolean    foed_derivation_is_present       (FoedRecord        *record);
const char *foed_derivation_get_nick         (FoedRecord        *record,
                                              FoedField          field);

G_END_DECLS
