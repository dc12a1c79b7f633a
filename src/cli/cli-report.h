/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "foedera.h"

G_BEGIN_DECLS

void cli_report_add_problems   (JsonBuilder *builder,
                                FoedReport  *report);
void cli_report_print_problems (FoedReport  *report);

G_END_DECLS
