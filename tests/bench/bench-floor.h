/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The floor of an import: SQLite that writes the same rows and the same words into the same tables by statements that
 * are prepared, without knowing what they are, without history and foreign keys. Times are of the processor. */

gint64 bench_get_time    (void);
double bench_write_floor (const char *path,
                          const char *library);
gint64 bench_count_rows  (const char *path);

G_END_DECLS
