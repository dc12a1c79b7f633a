/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/relaxng.h>

G_BEGIN_DECLS

/* The compiled schema. Making one takes milliseconds, so that readers lend each other theirs; no two share one. */
typedef struct _FoedXmlGuard FoedXmlGuard;

FoedXmlGuard *foed_xml_guard_borrow     (void);
void          foed_xml_guard_give_back  (FoedXmlGuard *self);
xmlRelaxNG   *foed_xml_guard_get_schema (FoedXmlGuard *self);

G_END_DECLS
