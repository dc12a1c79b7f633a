/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoedSchemaDetail:
 * @FOED_SCHEMA_COMPLETE: elements, attributes and values; what data/schema/foedera.rng holds
 * @FOED_SCHEMA_STRUCTURE: elements with any attributes; quick to validate against, for a reader that checks attributes
 *   by itself
 *
 * How much a schema says.
 */
typedef enum
{
  FOED_SCHEMA_COMPLETE,
  FOED_SCHEMA_STRUCTURE
} FoedSchemaDetail;

char *foed_schema_to_relax_ng  (FoedSchemaDetail detail);
char *foed_schema_to_reference (void);

G_END_DECLS
