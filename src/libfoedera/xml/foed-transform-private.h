/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>
#include <libxslt/xsltInternals.h>

#include "foed-transform.h"

G_BEGIN_DECLS

/* What the stylesheet says about itself: the first element of this name in our namespace at its top level. */
const xmlNode *foed_transform_find_declaration (FoedTransform              *self,
                                                const char                 *element);

/* Messages of the stylesheet become warnings of @report. */
xmlDoc        *foed_transform_apply            (FoedTransform              *self,
                                                xmlDoc                     *source,
                                                const char                 *source_name,
                                                const FoedTransformLimits  *limits,
                                                FoedReport                 *report,
                                                GCancellable               *cancellable,
                                                GError                    **error);

/* The functions that stylesheets may call: foed:line() and foed:date(). */
void           foed_transform_add_functions    (xsltTransformContext       *context);

G_END_DECLS
