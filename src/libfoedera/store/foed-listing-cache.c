/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-listing-cache"

#include "config.h"

#include "foed-library-private.h"
#include "foed-listing-cache-private.h"
#include "foed-title-private.h"

/* As many queries are kept, and as many keys in all but for the last query: eight bytes each. */
#define MOST_QUERIES 8
#define MOST_KEYS 4000000
#define MOST_TITLES 20000

typedef struct
{
  FoedQuery *query;
  FoedDay    today;
  GArray    *keys;
} Entry;

struct _FoedListingCache
{
  gint64      version;
  GQueue      entries;       /* latest first */
  GHashTable *titles;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->query);
  g_clear_pointer (&entry->keys, g_array_unref);
  g_free (entry);
}

static void
foed_listing_cache_clear (FoedListingCache *self)
{
  g_queue_clear_full (&self->entries, entry_free);
  g_hash_table_remove_all (self->titles);
}

static void
foed_listing_cache_free (gpointer data)
{
  FoedListingCache *self = data;

  foed_listing_cache_clear (self);
  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_free (self);
}

/**
 * foed_listing_cache_get:
 * @library: a library
 * @connection: the connection of its reader, which is the calling thread
 * @error: (out): what went wrong
 *
 * Returns: (transfer none): what is kept of the library as it is now
 */
FoedListingCache *
foed_listing_cache_get (FoedLibrary     *library,
                        FoedConnection  *connection,
                        GError         **error)
{
  static GQuark quark;
  FoedListingCache *self;
  gint64 version;

  g_assert (FOED_IS_LIBRARY (library));

  if (!foed_connection_read_integer (connection, "PRAGMA data_version", &version, error))
    return NULL;

  quark = g_quark_from_static_string ("foed-listing-cache");
  self = g_object_get_qdata (G_OBJECT (library), quark);

  if (self == NULL)
    {
      self = g_new0 (FoedListingCache, 1);
      self->version = version;
      self->titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      g_object_set_qdata_full (G_OBJECT (library), quark, self, foed_listing_cache_free);
    }
  else if (self->version != version)
    {
      foed_listing_cache_clear (self);
      self->version = version;
    }

  return self;
}

/* Returns: (transfer full) (nullable): the keys of the rows of @query, in order */
GArray *
foed_listing_cache_lookup (FoedListingCache *self,
                           FoedQuery        *query)
{
  FoedDay today = foed_day_today ();

  g_assert (self != NULL);

  for (GList *link = self->entries.head; link != NULL; link = link->next)
    {
      Entry *entry = link->data;

      if (entry->today == today && foed_query_equal (entry->query, query))
        {
          g_queue_unlink (&self->entries, link);
          g_queue_push_head_link (&self->entries, link);

          return g_array_ref (entry->keys);
        }
    }

  return NULL;
}

void
foed_listing_cache_insert (FoedListingCache *self,
                           FoedQuery        *query,
                           GArray           *keys)
{
  Entry *entry = g_new (Entry, 1);
  gsize n_keys = 0;

  g_assert (self != NULL);

  *entry = (Entry) { g_object_ref (query), foed_day_today (), g_array_ref (keys) };
  g_queue_push_head (&self->entries, entry);

  for (GList *link = self->entries.head; link != NULL; link = link->next)
    n_keys += ((Entry *) link->data)->keys->len;

  while (self->entries.length > MOST_QUERIES || (n_keys > MOST_KEYS && self->entries.length > 1))
    {
      Entry *oldest = g_queue_pop_tail (&self->entries);

      n_keys -= oldest->keys->len;
      entry_free (oldest);
    }
}

/* Returns: (transfer none): what a person calls the record @id, until the next title is asked for; NULL on error */
const char *
foed_listing_cache_get_title (FoedListingCache  *self,
                              FoedConnection    *connection,
                              const char        *id,
                              GError           **error)
{
  char *title;

  g_assert (self != NULL);
  g_assert (id != NULL);

  title = g_hash_table_lookup (self->titles, id);
  if (title != NULL)
    return title;

  if (g_hash_table_size (self->titles) >= MOST_TITLES)
    g_hash_table_remove_all (self->titles);

  title = foed_title_read (connection, id, error);

  if (title != NULL)
    g_hash_table_insert (self->titles, g_strdup (id), title);

  return title;
}
