/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-transform-guard"

#include "config.h"

#include <libxml/parser.h>
#include <malloc.h>
#include <stdlib.h>
#include <string.h>

#include "foed-transform-guard-private.h"

/* How often the clock is looked at. */
#define ALLOCATIONS_PER_LOOK 1024

static __thread FoedTransformGuard *guard;

/* Both XSLT and XPath look now and then whether to go on. */
static void
stop (FoedTransformStop why)
{
  if (guard->stop == FOED_TRANSFORM_GOING)
    guard->stop = why;

  guard->context->state = XSLT_STATE_STOPPED;
  guard->context->xpathCtxt->opLimit = 1;
  guard->context->xpathCtxt->opCount = 1;
}

static void
look_at_clock (void)
{
  if (g_cancellable_is_cancelled (guard->cancellable))
    stop (FOED_TRANSFORM_CANCELLED);
  else if (g_get_monotonic_time () > guard->deadline)
    stop (FOED_TRANSFORM_OUT_OF_TIME);
}

/* What is asked for at once and is beyond the limit is not given; what crosses the limit is, and is the last. */
static gboolean
may_allocate (gsize size)
{
  if (guard == NULL)
    return TRUE;

  if (++guard->n_allocations % ALLOCATIONS_PER_LOOK == 0)
    look_at_clock ();

  if (size <= guard->most_memory)
    return TRUE;

  stop (FOED_TRANSFORM_OUT_OF_MEMORY);

  return FALSE;
}

static void
count_allocation (void *memory)
{
  if (guard == NULL || memory == NULL)
    return;

  guard->used_memory += malloc_usable_size (memory);

  if (guard->used_memory > guard->most_memory)
    stop (FOED_TRANSFORM_OUT_OF_MEMORY);
}

static void
count_release (void *memory)
{
  if (guard != NULL && memory != NULL)
    guard->used_memory -= MIN (guard->used_memory, malloc_usable_size (memory));
}

static void *
guarded_malloc (size_t size)
{
  void *memory = may_allocate (size) ? malloc (size) : NULL;

  count_allocation (memory);

  return memory;
}

static void *
guarded_realloc (void   *memory,
                 size_t  size)
{
  gsize size_before = guard != NULL && memory != NULL ? malloc_usable_size (memory) : 0;
  void *moved = may_allocate (size) ? realloc (memory, size) : NULL;

  if (guard != NULL && moved != NULL)
    guard->used_memory -= MIN (guard->used_memory, size_before);

  count_allocation (moved);

  return moved;
}

static void
guarded_free (void *memory)
{
  count_release (memory);
  free (memory);
}

static char *
guarded_strdup (const char *text)
{
  gsize size = strlen (text) + 1;
  char *copy = guarded_malloc (size);

  return copy != NULL ? memcpy (copy, text, size) : NULL;
}

/* Makes libxml2 and libxslt allocate under watch. What they allocated before may be released under watch. */
void
foed_transform_guard_init (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      xmlMemSetup (guarded_free, guarded_malloc, guarded_realloc, guarded_strdup);
      xmlInitParser ();
      g_once_init_leave (&done, 1);
    }
}

/* From now on @self watches this thread. */
void
foed_transform_guard_enter (FoedTransformGuard *self)
{
  g_assert (guard == NULL);

  guard = self;
}

void
foed_transform_guard_leave (FoedTransformGuard *self)
{
  g_assert (guard == self);

  guard = NULL;
}
