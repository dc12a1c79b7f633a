/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-import-report"

#include "config.h"

#include "foed-import-private.h"

struct _FoedImportReport
{
  GObject    parent_instance;
  GPtrArray *files;
  GPtrArray *changes;
  gboolean   dry_run;
};

static const char *const state_nicks[] = { "new", "changed", "unchanged", "refused", "left-out" };

G_DEFINE_FINAL_TYPE (FoedImportFile, foed_import_file, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (FoedImportReport, foed_import_report, G_TYPE_OBJECT)

static void
foed_import_file_finalize (GObject *object)
{
  FoedImportFile *self = FOED_IMPORT_FILE (object);

  g_clear_object (&self->file);
  g_clear_object (&self->report);
  g_ptr_array_unref (self->matches);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self->name);

  G_OBJECT_CLASS (foed_import_file_parent_class)->finalize (object);
}

static void
foed_import_file_class_init (FoedImportFileClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_import_file_finalize;
}

static void
foed_import_file_init (FoedImportFile *self)
{
  self->report = foed_report_new ();
  self->matches = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_match_free);
}

static void
foed_import_report_finalize (GObject *object)
{
  FoedImportReport *self = FOED_IMPORT_REPORT (object);

  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);

  G_OBJECT_CLASS (foed_import_report_parent_class)->finalize (object);
}

static void
foed_import_report_class_init (FoedImportReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_import_report_finalize;
}

static void
foed_import_report_init (FoedImportReport *self)
{
}

/* A file of which nothing is known yet but its size in bytes. */
FoedImportFile *
foed_import_file_new (GFile   *file,
                      guint64  size)
{
  FoedImportFile *self = g_object_new (FOED_TYPE_IMPORT_FILE, NULL);

  self->file = g_object_ref (file);
  self->name = g_file_get_parse_name (file);
  self->size = size;

  return self;
}

/* Adds an error. A second line of @message becomes the hint. */
void
foed_import_file_refuse (FoedImportFile *self,
                         const char     *message,
                         const char     *rule,
                         int             line)
{
  g_auto (GStrv) sentences = g_strsplit (message, "\n", 2);

  self->refused = TRUE;
  foed_report_take_problem (self->report, foed_problem_new (FOED_SEVERITY_ERROR, self->name, line, 0, NULL, rule,
                                                            sentences[0], sentences[1]));
}

static void
record_free (FoedImportRecord *record)
{
  g_free (record->id);
  g_free (record->title);
  g_clear_object (&record->change);
  g_free (record);
}

/* The file is gone through once more. */
void
foed_import_file_begin (FoedImportFile *self)
{
  self->counts = (FoedPutCounts) { 0 };
  g_ptr_array_set_size (self->matches, 0);
  g_clear_object (&self->report);
  self->report = foed_report_new ();

  if (self->records != NULL)
    g_ptr_array_set_size (self->records, 0);
}

/* Asks to remember each record of the file. */
void
foed_import_file_list_records (FoedImportFile *self)
{
  self->records = g_ptr_array_new_with_free_func ((GDestroyNotify) record_free);
}

static const char *
find_title (FoedRecord *record)
{
  static const FoedField fields[] = { FOED_FIELD_TITLE, FOED_FIELD_NUMBER, FOED_FIELD_STATE };
  FoedRecordKind kind = foed_record_get_kind (record);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (foed_record_kind_find_field (kind, fields[i]) >= 0 && foed_record_has_value (record, fields[i]))
      return fields[i] == FOED_FIELD_STATE ? foed_record_get_reference (record, fields[i])
                                           : foed_record_get_text (record, fields[i]);

  return NULL;
}

/* Remembers @record and all below it, as far as they have ids of their own. */
void
foed_import_file_add_record (FoedImportFile *self,
                             FoedRecord     *record,
                             guint           depth)
{
  FoedImportRecord *entry;

  if (self->records == NULL || !foed_record_kind_get_info (foed_record_get_kind (record))->has_id)
    return;

  entry = g_new0 (FoedImportRecord, 1);
  entry->id = g_strdup (foed_record_get_id (record));
  entry->kind = foed_record_get_kind (record);
  entry->title = g_strdup (find_title (record));
  entry->depth = depth;
  entry->state = FOED_IMPORT_UNCHANGED;
  g_ptr_array_add (self->records, entry);

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    foed_import_file_add_record (self, foed_record_get_child (record, i), depth + 1);
}

/* Takes note of what becomes of a record that was remembered last, with those it stands in. */
void
foed_import_file_mark (FoedImportFile  *self,
                       FoedRecord      *record,
                       FoedImportState  state)
{
  for (guint i = self->records == NULL ? 0 : self->records->len; i > 0; i--)
    {
      FoedImportRecord *entry = g_ptr_array_index (self->records, i - 1);

      if (g_str_equal (entry->id, foed_record_get_id (record)))
        entry->state = state;

      if (entry->depth == 0)
        break;
    }
}

/* What was only known when all was written. */
static void
settle_records (FoedImportFile *self,
                GHashTable     *changes)
{
  for (guint i = 0; self->records != NULL && i < self->records->len; i++)
    {
      FoedImportRecord *entry = g_ptr_array_index (self->records, i);
      FoedChange *change = g_hash_table_lookup (changes, entry->id);

      if (self->refused)
        entry->state = FOED_IMPORT_REFUSED;
      else if (change != NULL && g_set_object (&entry->change, change) && entry->state != FOED_IMPORT_LEFT_OUT)
        entry->state = foed_change_get_kind (change) == FOED_CHANGE_NEW ? FOED_IMPORT_NEW : FOED_IMPORT_CHANGED;
    }
}

/* What became of @files, and the changes where they were asked for. */
FoedImportReport *
foed_import_report_new (GPtrArray *files,
                        GPtrArray *changes,
                        gboolean   dry_run)
{
  FoedImportReport *self = g_object_new (FOED_TYPE_IMPORT_REPORT, NULL);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  self->files = g_ptr_array_ref (files);
  self->changes = changes == NULL ? NULL : g_ptr_array_ref (changes);
  self->dry_run = dry_run;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    g_hash_table_insert (by_id, (gpointer) foed_change_get_id (g_ptr_array_index (changes, i)),
                         g_ptr_array_index (changes, i));

  for (guint i = 0; i < files->len; i++)
    settle_records (g_ptr_array_index (files, i), by_id);

  return self;
}

/**
 * foed_import_state_get_nick:
 * @state: what becomes of a record
 *
 * Returns: (transfer none): its name in JSON
 */
const char *
foed_import_state_get_nick (FoedImportState state)
{
  g_return_val_if_fail (state <= FOED_IMPORT_LEFT_OUT, NULL);

  return state_nicks[state];
}

/**
 * foed_import_file_get_file:
 * @self: a file of an import
 *
 * Returns: (transfer none): the file
 */
GFile *
foed_import_file_get_file (FoedImportFile *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_FILE (self), NULL);

  return self->file;
}

/**
 * foed_import_file_get_name:
 * @self: a file of an import
 *
 * Returns: (transfer none): what problems call the file
 */
const char *
foed_import_file_get_name (FoedImportFile *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_FILE (self), NULL);

  return self->name;
}

/**
 * foed_import_file_get_dialect:
 * @self: a file of an import
 *
 * Returns: (transfer none) (nullable): the dialect it was read as; %NULL where it could not be opened
 */
const char *
foed_import_file_get_dialect (FoedImportFile *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_FILE (self), NULL);

  return self->dialect;
}

/**
 * foed_import_file_get_refused:
 * @self: a file of an import
 *
 * Returns: whether it changed nothing because of an error
 */
gboolean
foed_import_file_get_refused (FoedImportFile *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_FILE (self), FALSE);

  return self->refused;
}

/**
 * foed_import_file_get_n_new:
 * @self: a file of an import
 *
 * Returns: how many of its records the library did not have
 */
guint
foed_import_file_get_n_new (FoedImportFile *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_FILE (self), 0);

  return self->counts.n_new;
}

/**
 * foed_import_file_get_n_changed:
 * @self: a file of an import
 *
 * Returns: how many of its records the library had otherwise
 */
guint
foed_import_file_get_n_changed (FoedImportFile *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_FILE (self), 0);

  return self->counts.n_changed;
}

/**
 * foed_import_file_get_n_unchanged:
 * @self: a file of an import
 *
 * Returns: how many of its records the library had just so
 */
guint
foed_import_file_get_n_unchanged (FoedImportFile *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_FILE (self), 0);

  return self->counts.n_unchanged;
}

/**
 * foed_import_file_get_n_refused:
 * @self: a file of an import
 *
 * Returns: how many of its records were refused: all that were met, or none
 */
guint
foed_import_file_get_n_refused (FoedImportFile *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_FILE (self), 0);

  return self->n_refused;
}

/**
 * foed_import_file_get_n_matches:
 * @self: a file of an import
 *
 * Returns: how many of its records describe what another of the library describes, too
 */
guint
foed_import_file_get_n_matches (FoedImportFile *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_FILE (self), 0);

  return self->matches->len;
}

/**
 * foed_import_file_get_match:
 * @self: a file of an import
 * @position: less than foed_import_file_get_n_matches()
 *
 * Returns: (transfer none): a match
 */
const FoedMatch *
foed_import_file_get_match (FoedImportFile *self,
                            guint           position)
{
  g_return_val_if_fail (FOED_IS_IMPORT_FILE (self), NULL);
  g_return_val_if_fail (position < self->matches->len, NULL);

  return g_ptr_array_index (self->matches, position);
}

/**
 * foed_import_file_get_n_records:
 * @self: a file of an import
 *
 * Returns: how many records it was found to hold; 0 where foed_import_set_list_changes() did not ask for them
 */
guint
foed_import_file_get_n_records (FoedImportFile *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_FILE (self), 0);

  return self->records == NULL ? 0 : self->records->len;
}

/**
 * foed_import_file_get_record:
 * @self: a file of an import
 * @position: less than foed_import_file_get_n_records()
 *
 * Returns: (transfer none): what becomes of one of its records; a record comes before those below it
 */
const FoedImportRecord *
foed_import_file_get_record (FoedImportFile *self,
                             guint           position)
{
  g_return_val_if_fail (FOED_IS_IMPORT_FILE (self), NULL);
  g_return_val_if_fail (self->records != NULL && position < self->records->len, NULL);

  return g_ptr_array_index (self->records, position);
}

/**
 * foed_import_file_get_report:
 * @self: a file of an import
 *
 * Returns: (transfer none): its problems
 */
FoedReport *
foed_import_file_get_report (FoedImportFile *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_FILE (self), NULL);

  return self->report;
}

/**
 * foed_import_report_to_text:
 * @self: a report
 *
 * Returns: (transfer full): what became of the files, in the user's language, as it is kept with the history
 */
char *
foed_import_report_to_text (FoedImportReport *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (self), NULL);

  return foed_import_files_to_text (self->files);
}

/**
 * foed_import_report_get_n_files:
 * @self: a report
 *
 * Returns: how many files there were
 */
guint
foed_import_report_get_n_files (FoedImportReport *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (self), 0);

  return self->files->len;
}

/**
 * foed_import_report_get_file:
 * @self: a report
 * @position: less than foed_import_report_get_n_files()
 *
 * Returns: (transfer none): what became of one file; they come in the order in which they were given, those of a folder
 *   by name
 */
FoedImportFile *
foed_import_report_get_file (FoedImportReport *self,
                             guint             position)
{
  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (self), NULL);
  g_return_val_if_fail (position < self->files->len, NULL);

  return g_ptr_array_index (self->files, position);
}

/**
 * foed_import_report_get_dry_run:
 * @self: a report
 *
 * Returns: whether nothing was written
 */
gboolean
foed_import_report_get_dry_run (FoedImportReport *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (self), FALSE);

  return self->dry_run;
}

static guint
sum_files (FoedImportReport *self,
           guint           (*count) (FoedImportFile *file))
{
  guint sum = 0;

  for (guint i = 0; i < self->files->len; i++)
    sum += count (g_ptr_array_index (self->files, i));

  return sum;
}

static guint
count_refused_file (FoedImportFile *file)
{
  return file->refused;
}

static guint
count_errors (FoedImportFile *file)
{
  return foed_report_get_n_errors (file->report);
}

static guint
count_warnings (FoedImportFile *file)
{
  return foed_report_get_n_warnings (file->report);
}

/**
 * foed_import_report_get_n_new:
 * @self: a report
 *
 * Returns: how many records the library did not have
 */
guint
foed_import_report_get_n_new (FoedImportReport *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (self), 0);

  return sum_files (self, foed_import_file_get_n_new);
}

/**
 * foed_import_report_get_n_changed:
 * @self: a report
 *
 * Returns: how many records the library had otherwise
 */
guint
foed_import_report_get_n_changed (FoedImportReport *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (self), 0);

  return sum_files (self, foed_import_file_get_n_changed);
}

/**
 * foed_import_report_get_n_unchanged:
 * @self: a report
 *
 * Returns: how many records the library had just so
 */
guint
foed_import_report_get_n_unchanged (FoedImportReport *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (self), 0);

  return sum_files (self, foed_import_file_get_n_unchanged);
}

/**
 * foed_import_report_get_n_refused:
 * @self: a report
 *
 * Returns: how many records were refused
 */
guint
foed_import_report_get_n_refused (FoedImportReport *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (self), 0);

  return sum_files (self, foed_import_file_get_n_refused);
}

/**
 * foed_import_report_get_n_refused_files:
 * @self: a report
 *
 * Returns: how many files were refused
 */
guint
foed_import_report_get_n_refused_files (FoedImportReport *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (self), 0);

  return sum_files (self, count_refused_file);
}

/**
 * foed_import_report_get_n_errors:
 * @self: a report
 *
 * Returns: how many errors there were in all files
 */
guint
foed_import_report_get_n_errors (FoedImportReport *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (self), 0);

  return sum_files (self, count_errors);
}

/**
 * foed_import_report_get_n_warnings:
 * @self: a report
 *
 * Returns: how many warnings there were in all files
 */
guint
foed_import_report_get_n_warnings (FoedImportReport *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (self), 0);

  return sum_files (self, count_warnings);
}

/**
 * foed_import_report_get_n_changes:
 * @self: a report
 *
 * Returns: how many records became or would become other; 0 where foed_import_set_list_changes() did not ask for them
 */
guint
foed_import_report_get_n_changes (FoedImportReport *self)
{
  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (self), 0);

  return self->changes == NULL ? 0 : self->changes->len;
}

/**
 * foed_import_report_get_change:
 * @self: a report
 * @position: less than foed_import_report_get_n_changes()
 *
 * Returns: (transfer none): what was or would be done to one record, field by field
 */
FoedChange *
foed_import_report_get_change (FoedImportReport *self,
                               guint             position)
{
  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (self), NULL);
  g_return_val_if_fail (self->changes != NULL && position < self->changes->len, NULL);

  return g_ptr_array_index (self->changes, position);
}
