/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "analysis/foed-network.h"

G_BEGIN_DECLS

/**
 * ExplorerMeasured:
 *
 * A row of a table of measures: a node with its name. Immutable.
 */
#define EXPLORER_TYPE_MEASURED (explorer_measured_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerMeasured, explorer_measured, EXPLORER, MEASURED, GObject)

ExplorerMeasured      *explorer_measured_new       (const FoedNetworkNode *node,
                                                    const char            *title);
const FoedNetworkNode *explorer_measured_get_node  (ExplorerMeasured      *self);
const char            *explorer_measured_get_title (ExplorerMeasured      *self);
const char            *explorer_measured_get_key   (ExplorerMeasured      *self);

G_END_DECLS
