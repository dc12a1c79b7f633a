/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * ExplorerApplication:
 *
 * The program: one window, opened by a start, by a file, or over D-Bus.
 */
#define EXPLORER_TYPE_APPLICATION (explorer_application_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerApplication, explorer_application, EXPLORER, APPLICATION, AdwApplication)

ExplorerApplication *explorer_application_new (void);

G_END_DECLS
