/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-import"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-import-private.h"

/* Which files the references that lead nowhere stand in. Only when there are some are the files read once more for it:
 * to remember where each of millions of records came from would cost memory every time. */

typedef struct
{
  GHashTable     *by_record;
  FoedImportFile *file;
  gboolean        found;
} Blame;

static gboolean
names (FoedRecord *record,
       FoedField   field,
       const char *target)
{
  int position = foed_record_kind_find_field (foed_record_get_kind (record), field);
  const FoedFieldInfo *info;

  if (position < 0)
    return FALSE;

  info = &foed_record_kind_get_info (foed_record_get_kind (record))->fields[position];

  if (info->type == FOED_FIELD_TYPE_REFERENCE)
    return g_strcmp0 (foed_record_get_reference (record, field), target) == 0;

  return g_strv_contains (foed_record_get_references (record, field), target);
}

static void
add_problem (Blame              *blame,
             FoedRecord         *record,
             const char         *path,
             const FoedDangling *dangling)
{
  const char *nick = foed_field_get_nick (dangling->field);
  FoedRecordKind kind = foed_record_get_kind (record);
  const FoedFieldInfo *info
    = &foed_record_kind_get_info (kind)->fields[foed_record_kind_find_field (kind, dangling->field)];
  const char *target_kind = foed_record_kind_get_info (info->target)->nick;
  g_autofree char *step = g_strdup_printf ("%s/@%s", path, nick);
  g_autofree char *message = NULL;

  message = g_strdup_printf (_("“%s” names “%s”, but there is no <%s> of that id."), nick, dangling->target,
                             target_kind);
  foed_report_take_problem (blame->file->report,
                            foed_problem_new (FOED_SEVERITY_ERROR, blame->file->name, foed_record_get_line (record), 0,
                                              step, "reference", message,
                                              _("It is neither in the files that were imported nor in the library.")));
  blame->file->refused = TRUE;
  blame->found = TRUE;
}

static void
look_into (Blame      *blame,
           FoedRecord *record,
           const char *parent_path)
{
  const char *id = foed_record_get_id (record);
  GPtrArray *list = g_hash_table_lookup (blame->by_record, id);
  const char *nick = foed_record_kind_get_info (foed_record_get_kind (record))->nick;
  g_autofree char *path = g_strdup_printf ("%s/%s[%s]", parent_path, nick, id);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const FoedDangling *dangling = g_ptr_array_index (list, i);

      if (names (record, dangling->field, dangling->target))
        add_problem (blame, record, path, dangling);
    }

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    look_into (blame, foed_record_get_child (record, i), path);
}

static gboolean
look_into_file (Blame                     *blame,
                FoedDialects              *dialects,
                const FoedForeignOptions  *options,
                GCancellable              *cancellable,
                GError                   **error)
{
  FoedImportFile *file = blame->file;
  g_autoptr (FoedFileReader) reader = NULL;
  g_autoptr (GError) read_error = NULL;

  reader = foed_file_reader_open (file->file, file->name, dialects, options, cancellable, &read_error);

  while (reader != NULL)
    {
      g_autoptr (FoedRecord) record = NULL;

      if (!foed_file_reader_next (reader, &record, cancellable, &read_error) || record == NULL)
        break;

      look_into (blame, record, "/foedera");
    }

  if (g_error_matches (read_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&read_error));
      return FALSE;
    }

  /* It could be read a moment ago. */
  if (read_error != NULL)
    {
      foed_import_file_refuse (file, read_error->message, "file", 0);
      blame->found = TRUE;
    }

  if (file->refused)
    {
      file->n_refused = file->counts.n_new + file->counts.n_changed + file->counts.n_unchanged;
      file->counts = (FoedPutCounts) { 0 };
    }

  return TRUE;
}

static GHashTable *
sort_by_record (GPtrArray *dangling)
{
  GHashTable *by_record = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < dangling->len; i++)
    {
      FoedDangling *one = g_ptr_array_index (dangling, i);
      GPtrArray *list = g_hash_table_lookup (by_record, one->record);

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (by_record, one->record, list);
        }

      g_ptr_array_add (list, one);
    }

  return by_record;
}

/* Refuses those of @files in which references of @dangling stand. */
gboolean
foed_import_blame (GPtrArray                 *files,
                   FoedDialects              *dialects,
                   const FoedForeignOptions  *options,
                   GPtrArray                 *dangling,
                   GCancellable              *cancellable,
                   GError                   **error)
{
  g_autoptr (GHashTable) by_record = sort_by_record (dangling);
  const FoedDangling *first = g_ptr_array_index (dangling, 0);
  Blame blame = { by_record, NULL, FALSE };

  for (guint i = 0; i < files->len; i++)
    {
      blame.file = g_ptr_array_index (files, i);

      if (!blame.file->refused && blame.file->format == NULL
          && !look_into_file (&blame, dialects, options, cancellable, error))
        return FALSE;
    }

  if (blame.found)
    return TRUE;

  g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_DANGLING,
               _("“%s” names “%s”, which is not there."), first->record, first->target);

  return FALSE;
}
