/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "explorer/explorer-session.h"

G_BEGIN_DECLS

void explorer_nothing_explain (ExplorerSession *session,
                               AdwStatusPage   *page,
                               GtkWidget       *any_time_button,
                               GtkWidget       *clear_button);

G_END_DECLS
