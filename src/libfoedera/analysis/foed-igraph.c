/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-igraph"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-igraph-private.h"

static GMutex lock;
static GCancellable *current_cancellable;
static FoedIgraphTick current_tick;
static gpointer current_user_data;

/* igraph leaves it to the handler to free what the interrupted calculation held. */
static igraph_error_t
interruption_cb (void *data)
{
  if (current_tick != NULL)
    current_tick (current_user_data);
  if (!g_cancellable_is_cancelled (current_cancellable))
    return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE ();
  return IGRAPH_INTERRUPTED;
}

/* Waits until nobody else uses igraph, and begins a row of random numbers that @seed alone decides. */
void
foed_igraph_enter (guint32         seed,
                   FoedIgraphTick  tick,
                   gpointer        user_data,
                   GCancellable   *cancellable)
{
  g_mutex_lock (&lock);
  current_cancellable = cancellable;
  current_tick = tick;
  current_user_data = user_data;
  igraph_set_error_handler (igraph_error_handler_ignore);
  igraph_set_interruption_handler (interruption_cb);
  igraph_rng_seed (igraph_rng_default (), seed);
}

void
foed_igraph_leave (void)
{
  igraph_set_interruption_handler (NULL);
  current_cancellable = NULL;
  current_tick = NULL;
  current_user_data = NULL;
  g_mutex_unlock (&lock);
}

/* Puts what igraph answered into words. */
gboolean
foed_igraph_check (igraph_error_t   code,
                   GCancellable    *cancellable,
                   GError         **error)
{
  if (code == IGRAPH_SUCCESS)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The graph could not be analysed: %s"), igraph_strerror (code));
  return FALSE;
}
