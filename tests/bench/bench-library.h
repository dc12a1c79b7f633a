/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../core/test-library.h"

G_BEGIN_DECLS

/* A large library of invented treaties, the same at every run. FOEDERA_BENCH_CLAUSES says how large; where
 * FOEDERA_BENCH_LIBRARY names a file, it is kept there for the next run. */

typedef void (*BenchFunc) (gpointer data);

guint  bench_library_init (TestLibrary *self,
                           guint        n_clauses);
void   bench_library_clear (TestLibrary *self);
double bench_measure      (BenchFunc    func,
                           gpointer     data,
                           guint        n_times);

G_END_DECLS
