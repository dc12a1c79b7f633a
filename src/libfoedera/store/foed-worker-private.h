/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FoedWorker:
 *
 * A thread with a queue of jobs, done one after the other in the order in which they came.
 */
typedef struct _FoedWorker FoedWorker;

typedef void (*FoedWorkerFunc) (gpointer data);

FoedWorker *foed_worker_new        (const char     *name);
void        foed_worker_free       (FoedWorker     *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedWorker, foed_worker_free)

void        foed_worker_push       (FoedWorker     *self,
                                    FoedWorkerFunc  func,
                                    gpointer        data);
void        foed_worker_run        (FoedWorker     *self,
                                    FoedWorkerFunc  func,
                                    gpointer        data);
gboolean    foed_worker_is_current (FoedWorker     *self);

G_END_DECLS
