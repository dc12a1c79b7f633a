/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-session"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-session-private.h"

static void
titles_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ExplorerSession) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GHashTable) titles = foed_library_dup_titles_finish (FOED_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || FOED_LIBRARY (object) != self->library)
    return;

  g_clear_object (&self->titles_cancellable);
  if (titles == NULL)
    {
      g_info ("The titles could not be read: %s", error->message);
      return;
    }
  g_clear_pointer (&self->titles, g_hash_table_unref);
  self->titles = g_steal_pointer (&titles);
  g_object_notify_by_pspec (G_OBJECT (self), explorer_session_properties[PROP_TITLES]);
}

/* Reads the titles of everything anew. */
void
explorer_session_read_titles (ExplorerSession *self)
{
  g_assert (EXPLORER_IS_SESSION (self));

  explorer_session_cancel (&self->titles_cancellable);
  if (self->library == NULL)
    return;
  self->titles_cancellable = g_cancellable_new ();
  foed_library_dup_titles_async (self->library, self->titles_cancellable, titles_cb, g_object_ref (self));
}

/**
 * explorer_session_get_title:
 * @self: a session
 * @id: the id of a record
 *
 * Returns: (transfer none): the title of the record, or @id where it has none or titles have not been read yet
 */
const char *
explorer_session_get_title (ExplorerSession *self,
                            const char      *id)
{
  const char *title = NULL;

  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (self->titles != NULL)
    title = g_hash_table_lookup (self->titles, id);
  return title != NULL ? title : id;
}

/**
 * explorer_session_dup_titles_of:
 * @self: a session
 * @ids: (array zero-terminated=1): ids of records
 *
 * Returns: (transfer full): the titles, one after another as the language lists them
 */
char *
explorer_session_dup_titles_of (ExplorerSession    *self,
                                const char * const *ids)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) titles = NULL;

  g_return_val_if_fail (EXPLORER_IS_SESSION (self), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    g_strv_builder_add (builder, explorer_session_get_title (self, ids[i]));
  titles = g_strv_builder_end (builder);
  /* Translators: stands between the members of a list, as in "France, Russia". */
  return g_strjoinv (C_("list", ", "), titles);
}
