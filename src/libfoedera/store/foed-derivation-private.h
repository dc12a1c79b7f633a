/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-statement-private.h"
#include "model/foed-force.h"

G_BEGIN_DECLS

enum
{
  FOED_DERIVATION_KEY,
  FOED_DERIVATION_ROW,
  FOED_DERIVATION_OBLIGATION,
  FOED_DERIVATION_THREAT,
  FOED_DERIVATION_OWING,
  FOED_DERIVATION_SIDE,
  FOED_DERIVATION_FACET,
  FOED_N_DERIVATION_STATEMENTS
};

/* What is being derived from one record and everything under it. */
typedef struct
{
  FoedStatement *statements[FOED_N_DERIVATION_STATEMENTS];
  FoedRecord    *root;
  FoedForce     *force;       /* NULL but for an alliance */
  GHashTable    *keys;        /* id of an obligation to its key */
  GHashTable    *facets;
  gint64         ordinal;
} FoedDerivation;

gboolean    foed_derivation_write_obligation (FoedDerivation    *self,
                                              FoedRecord        *obligation,
                                              const FoedPeriod  *period,
                                              gint64             key,
                                              gint64             clause,
                                              GError           **error);
gboolean    foed_derivation_write_extensions (FoedDerivation    *self,
                                              GError           **error);
gboolean    foed_derivation_write_owings     (FoedDerivation    *self,
                                              GError           **error);

void        foed_derivation_note_facet       (FoedDerivation    *self,
                                              const char        *facet,
                                              const char        *value,
                                              const FoedPeriod  *period);
gboolean    foed_derivation_is_present       (FoedRecord        *record);
const char *foed_derivation_get_nick         (FoedRecord        *record,
                                              FoedField          field);

G_END_DECLS
