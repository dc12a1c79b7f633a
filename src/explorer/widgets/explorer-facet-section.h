/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "explorer/explorer-session.h"
#include "store/foed-listing.h"

G_BEGIN_DECLS

/**
 * ExplorerFacetSection:
 *
 * One facet: a heading and a line with a check box and a count for each value. Lines stay where they are while counts
 * change; a value that nothing has at the moment is dimmed. Long facets show the first few values until asked for all,
 * and a facet of states can be searched.
 */
#define EXPLORER_TYPE_FACET_SECTION (explorer_facet_section_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerFacetSection, explorer_facet_section, EXPLORER, FACET_SECTION, GtkWidget)

GtkWidget *explorer_facet_section_new    (ExplorerSession      *session,
                                          FoedFacet             facet);
void       explorer_facet_section_update (ExplorerFacetSection *self,
                                          GPtrArray            *counts);
void       explorer_facet_section_forget (ExplorerFacetSection *self);
void       explorer_facet_section_offer  (ExplorerFacetSection *self,
                                          gboolean              offered);

G_END_DECLS
