/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foed-report.h"
#include "foed-xml-error.h"

G_BEGIN_DECLS

/**
 * FoedTransform:
 *
 * An XSLT 1.0 stylesheet, ready to be applied to many files. It may read nothing but the file it is given, write
 * nothing but its result, and include nothing but fragments that come with Foedera (`foedera:NAME`). Immutable; threads
 * may share it.
 */
#define FOED_TYPE_TRANSFORM (foed_transform_get_type ())
G_DECLARE_FINAL_TYPE (FoedTransform, foed_transform, FOED, TRANSFORM, GObject)

/**
 * FoedTransformLimits:
 * @memory: bytes that it may hold at a time
 * @seconds: how long it may take
 * @steps: instructions and steps of expressions that it may take
 * @depth: templates that it may stand in at a time
 *
 * How much of the machine a transformation may use.
 */
typedef struct
{
  gsize  memory;
  guint  seconds;
  gulong steps;
  guint  depth;
} FoedTransformLimits;

FoedTransform *foed_transform_new             (GBytes                     *bytes,
                                               const char                 *name,
                                               GError                    **error);
const char    *foed_transform_get_name        (FoedTransform              *self);
char          *foed_transform_apply_to_string (FoedTransform              *self,
                                               GBytes                     *source,
                                               const FoedTransformLimits  *limits,
                                               GCancellable               *cancellable,
                                               GError                    **error);

G_END_DECLS
