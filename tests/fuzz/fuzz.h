/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <foedera.h>

G_BEGIN_DECLS

/* A fuzz target is a program with this one function, which libFuzzer calls with all the bytes it can think of; built
 * without libFuzzer, main.c calls it with files. It ends the program where something is wrong. */
int  LLVMFuzzerTestOneInput     (const guint8 *data,
                                 gsize         size);

/* As g_error(), but by the signal that libFuzzer hears. */
void fuzz_fail                  (const char   *format,
                                 ...) G_GNUC_PRINTF (1, 2) G_GNUC_NORETURN;
void fuzz_assert_native         (GPtrArray    *records);
void fuzz_assert_readable       (FoedReport   *report);

G_END_DECLS
