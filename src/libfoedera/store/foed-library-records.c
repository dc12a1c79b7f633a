/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-library-records"

#include "config.h"

#include "foed-library-private.h"
#include "foed-loader-private.h"
#include "foed-migration-private.h"
#include "foed-table-private.h"

/* The simple questions: one record, all ids, all titles, the counts. */

static gpointer
do_get_record (FoedLibrary     *library,
               FoedConnection  *connection,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  return foed_loader_load (connection, data, error);
}

/**
 * foed_library_get_record_sync:
 * @self: a library
 * @id: an id
 * @cancellable: (nullable): ends it
 * @error: (out): why not; %FOED_LIBRARY_ERROR_NOT_FOUND where there is no such record
 *
 * Returns: (transfer full): the record with everything under it
 */
FoedRecord *
foed_library_get_record_sync (FoedLibrary   *self,
                              const char    *id,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, do_get_record, (char *) id, cancellable, error);
}

/**
 * foed_library_get_record_async:
 * @self: a library
 * @id: an id
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * See foed_library_get_record_sync().
 */
void
foed_library_get_record_async (FoedLibrary         *self,
                               const char          *id,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (self));
  g_return_if_fail (id != NULL);

  foed_library_run_async (self, FOED_LIBRARY_READER, do_get_record, g_strdup (id), g_free, g_object_unref, cancellable,
                          foed_library_get_record_async, callback, user_data);
}

/**
 * foed_library_get_record_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: (out): why not
 *
 * Returns: (transfer full): the record with everything under it
 */
FoedRecord *
foed_library_get_record_finish (FoedLibrary   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_finish (self, result, foed_library_get_record_async, error);
}

static gpointer
do_list_ids (FoedLibrary     *library,
             FoedConnection  *connection,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  return foed_loader_list_ids (connection, GPOINTER_TO_UINT (data), error);
}

/**
 * foed_library_list_ids_sync:
 * @self: a library
 * @kind: a kind of record
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids of all records of that kind, sorted byte by byte
 */
char **
foed_library_list_ids_sync (FoedLibrary     *self,
                            FoedRecordKind   kind,
                            GCancellable    *cancellable,
                            GError         **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (kind > FOED_RECORD_NONE && kind < FOED_N_RECORD_KINDS, NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, do_list_ids, GUINT_TO_POINTER (kind), cancellable, error);
}

static GHashTable *
read_titles (FoedConnection  *connection,
             GError         **error)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = foed_statement_new (connection,
                                  "SELECT id, title FROM state UNION ALL SELECT id, title FROM place "
                                  "UNION ALL SELECT id, title FROM source UNION ALL SELECT id, title FROM alliance "
                                  "UNION ALL SELECT id, title FROM instrument",
                                  error);
  if (statement == NULL)
    return NULL;

  while (foed_statement_next (statement, &local_error))
    g_hash_table_insert (titles, g_strdup (foed_statement_get_text (statement, 0)),
                         g_strdup (foed_statement_get_text (statement, 1)));

  if (local_error == NULL)
    return g_steal_pointer (&titles);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static GHashTable *
peek_titles (FoedLibrary *self,
             guint       *generation)
{
  GHashTable *titles;

  g_mutex_lock (&self->mutex);
  titles = self->titles != NULL ? g_hash_table_ref (self->titles) : NULL;
  *generation = self->generation;
  g_mutex_unlock (&self->mutex);

  return titles;
}

/* Titles that were read before a change must not be kept after it. */
static gpointer
do_dup_titles (FoedLibrary     *library,
               FoedConnection  *connection,
               gpointer         data,
               GCancellable    *cancellable,
               GError         **error)
{
  guint generation;
  g_autoptr (GHashTable) titles = peek_titles (library, &generation);

  if (titles != NULL)
    return g_steal_pointer (&titles);

  if (!(titles = read_titles (connection, error)))
    return NULL;

  g_mutex_lock (&library->mutex);

  if (generation == library->generation && library->titles == NULL)
    library->titles = g_hash_table_ref (titles);

  g_mutex_unlock (&library->mutex);

  return g_steal_pointer (&titles);
}

/**
 * foed_library_dup_titles_sync:
 * @self: a library
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (element-type utf8 utf8): the titles of all states, places, sources, alliances and
 *   instruments by id; shared, so not to be changed
 */
GHashTable *
foed_library_dup_titles_sync (FoedLibrary   *self,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, do_dup_titles, NULL, cancellable, error);
}

/**
 * foed_library_dup_titles_async:
 * @self: a library
 * @cancellable: (nullable): ends it
 * @callback: called when it is done
 * @user_data: handed to @callback
 *
 * See foed_library_dup_titles_sync().
 */
void
foed_library_dup_titles_async (FoedLibrary         *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (FOED_IS_LIBRARY (self));

  foed_library_run_async (self, FOED_LIBRARY_READER, do_dup_titles, NULL, NULL, (GDestroyNotify) g_hash_table_unref,
                          cancellable, foed_library_dup_titles_async, callback, user_data);
}

/**
 * foed_library_dup_titles_finish:
 * @self: a library
 * @result: what the callback was given
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (element-type utf8 utf8): titles by id; shared, so not to be changed
 */
GHashTable *
foed_library_dup_titles_finish (FoedLibrary   *self,
                                GAsyncResult  *result,
                                GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_finish (self, result, foed_library_dup_titles_async, error);
}

static gboolean
count_records (FoedConnection   *connection,
               GVariantBuilder  *counts,
               GError          **error)
{
  for (guint i = FOED_RECORD_NONE + 1; i < FOED_N_RECORD_KINDS; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", foed_table_get (i)->name);
      gint64 count;

      if (!foed_connection_read_integer (connection, sql, &count, error))
        return FALSE;

      g_variant_builder_add (counts, "{sx}", foed_record_kind_get_info (i)->nick, count);
    }

  return TRUE;
}

static gpointer
do_dup_info (FoedLibrary     *library,
             FoedConnection  *connection,
             gpointer         data,
             GCancellable    *cancellable,
             GError         **error)
{
  g_auto (GVariantBuilder) counts = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a{sx}"));
  g_auto (GVariantDict) info = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *name = g_filename_display_name (library->path);
  gint64 version, size, n_changes, moment;

  if (!count_records (connection, &counts, error) ||
      !foed_connection_read_integer (connection, "PRAGMA user_version", &version, error) ||
      !foed_connection_read_integer (connection, "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size",
                                     &size, error) ||
      !foed_connection_read_integer (connection, "SELECT count(*) FROM history", &n_changes, error) ||
      !foed_connection_read_integer (connection, "SELECT max (moment) FROM history", &moment, error))
    return NULL;

  g_variant_dict_insert (&info, "path", "s", name);
  g_variant_dict_insert (&info, "read-only", "b", library->read_only);
  g_variant_dict_insert (&info, "schema-version", "x", version);
  g_variant_dict_insert (&info, "size", "x", size);
  g_variant_dict_insert (&info, "sqlite-version", "s", sqlite3_libversion ());
  g_variant_dict_insert (&info, "changes", "x", n_changes);
  g_variant_dict_insert_value (&info, "records", g_variant_builder_end (&counts));

  if (n_changes > 0)
    g_variant_dict_insert (&info, "last-change", "x", moment);

  return g_variant_ref_sink (g_variant_dict_end (&info));
}

/**
 * foed_library_dup_info_sync:
 * @self: a library
 * @cancellable: (nullable): ends it
 * @error: (out): what went wrong
 *
 * Returns: (transfer full): a vardict: `path` (s), `read-only` (b), `schema-version` (x), `size` in bytes (x),
 *   `sqlite-version` (s), `changes` in the history (x), `last-change` in seconds since 1970 UTC (x, where there is one),
 *   and `records`, how many there are by nick of their kind (a{sx})
 */
GVariant *
foed_library_dup_info_sync (FoedLibrary   *self,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, do_dup_info, NULL, cancellable, error);
}
