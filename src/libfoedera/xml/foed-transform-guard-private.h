/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libxslt/xsltInternals.h>

G_BEGIN_DECLS

/* Why a transformation was stopped. */
typedef enum
{
  FOED_TRANSFORM_GOING,
  FOED_TRANSFORM_CANCELLED,
  FOED_TRANSFORM_OUT_OF_TIME,
  FOED_TRANSFORM_OUT_OF_MEMORY
} FoedTransformStop;

/* Watches what a transformation in this thread allocates. libxslt limits depth and steps by itself, but neither memory
 * nor time: a few lines that double a string forty times would take all memory there is. */
typedef struct
{
  gsize                 most_memory;
  gint64                deadline;        /* as g_get_monotonic_time() counts */
  GCancellable         *cancellable;
  xsltTransformContext *context;
  gsize                 used_memory;
  guint                 n_allocations;
  FoedTransformStop     stop;
} FoedTransformGuard;

void foed_transform_guard_init  (void);
void foed_transform_guard_enter (FoedTransformGuard *self);
void foed_transform_guard_leave (FoedTransformGuard *self);

G_END_DECLS
