/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-derived-rows-private.h"
#include "foed-statement-private.h"
#include "model/foed-force.h"

G_BEGIN_DECLS

/* What is being derived from one record and everything under it. */
typedef struct
{
  FoedDerivedRows *rows;
  FoedStatement   *find_key;  /* NULL where the keys are given */
  const gint64    *next_key;
  FoedRecord      *root;
  FoedForce       *force;     /* NULL but for an alliance */
  GHashTable      *keys;      /* id of an obligation to its key */
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

void        foed_derivation_note_facet       (FoedDerivation    *self,
                                              const char        *facet,
                                              const char        *value,
                                              const FoedPeriod  *period);
gboolean    foed_derivation_is_present       (FoedRecord        *record);
const char *foed_derivation_get_nick         (FoedRecord        *record,
                                              FoedField          field);

G_END_DECLS
