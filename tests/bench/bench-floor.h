/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The floor of an import: SQLite that writes the same rows and the same words into the same tables by statements that
 * are prepared, without knowing what they are. */

/**
 * BenchFloor:
 * @BENCH_FLOOR_BARE: without history and foreign keys
 * @BENCH_FLOOR_SAFE: with foreign keys, and with a changeset of the session extension kept in the history, as every
 *   change of a library needs them
 */
typedef enum
{
  BENCH_FLOOR_BARE,
  BENCH_FLOOR_SAFE
} BenchFloor;

/* Seconds of the processor, and by the clock. */
typedef struct
{
  double processor;
  double clock;
} BenchTime;

gint64    bench_get_time    (void);
BenchTime bench_write_floor (const char *path,
                             const char *library,
                             BenchFloor  floor);
gint64    bench_count_rows  (const char *path);

G_END_DECLS
