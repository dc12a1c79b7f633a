/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-import-choice"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-import-choice-private.h"

/* What a person chose of an import: records that are left out, and documents that are merged with others that say the
 * same. What names a record that is left out comes without the name where it can be without, and else is left out, too. */

#define MERGE_ALL "all"

struct _FoedImportChoice
{
  GHashTable        *left_out;   /* ids that were chosen */
  GHashTable        *gone;       /* ids that something named and that are not there without them */
  GHashTable        *merged;
  FoedDocumentIndex *documents;

  /* Of one pass over the files. */
  GHashTable        *met;        /* ids of those chosen that were there */
  GHashTable        *dropped;    /* ids of all that was left out and is not in the library */
  GHashTable        *read;       /* ids of documents, and the files in which they were */
};

static GHashTable *
make_set (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GHashTable *
make_map (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

FoedImportChoice *
foed_import_choice_new (void)
{
  FoedImportChoice *self = g_new0 (FoedImportChoice, 1);

  self->left_out = make_set ();
  self->gone = make_set ();
  self->merged = make_set ();
  self->met = make_set ();
  self->dropped = make_set ();
  self->read = make_map ();

  return self;
}

void
foed_import_choice_free (FoedImportChoice *self)
{
  g_hash_table_unref (self->left_out);
  g_hash_table_unref (self->gone);
  g_hash_table_unref (self->merged);
  g_hash_table_unref (self->met);
  g_hash_table_unref (self->dropped);
  g_hash_table_unref (self->read);
  g_clear_pointer (&self->documents, foed_document_index_free);
  g_free (self);
}

void
foed_import_choice_leave_out (FoedImportChoice *self,
                              const char       *id)
{
  g_hash_table_add (self->left_out, g_strdup (id));
}

/* A document that matches another; "all" for every one. */
void
foed_import_choice_merge (FoedImportChoice *self,
                          const char       *id)
{
  g_hash_table_add (self->merged, g_strdup (id));
}

/* Takes the documents that the library has. */
void
foed_import_choice_take_documents (FoedImportChoice  *self,
                                   FoedDocumentIndex *documents)
{
  g_clear_pointer (&self->documents, foed_document_index_free);
  self->documents = documents;
}

/* The files are gone through once more from the beginning. */
void
foed_import_choice_begin (FoedImportChoice *self)
{
  g_hash_table_remove_all (self->met);
  g_hash_table_remove_all (self->dropped);
  g_hash_table_remove_all (self->read);
  foed_document_index_forget_added (self->documents);
}

/* Takes note of what was left out and is named by something that was not. Returns whether there was anything new. */
gboolean
foed_import_choice_follow (FoedImportChoice *self,
                           GPtrArray        *dangling)
{
  gboolean any = FALSE;

  for (guint i = 0; i < dangling->len; i++)
    {
      const FoedDangling *one = g_ptr_array_index (dangling, i);

      if (g_hash_table_contains (self->dropped, one->target))
        any |= g_hash_table_add (self->gone, g_strdup (one->target));
    }

  return any;
}

/* One of the ids that was chosen and not there. */
static const char *
find_unmet (FoedImportChoice *self,
            GHashTable       *chosen)
{
  GHashTableIter iterator;
  gpointer id;

  g_hash_table_iter_init (&iterator, chosen);

  while (g_hash_table_iter_next (&iterator, &id, NULL))
    if (strcmp (id, MERGE_ALL) != 0 && !g_hash_table_contains (self->met, id))
      return id;

  return NULL;
}

/* Whether everything that was chosen was there to be chosen. */
gboolean
foed_import_choice_check (FoedImportChoice  *self,
                          GError           **error)
{
  const char *left_out = find_unmet (self, self->left_out);
  const char *merged = find_unmet (self, self->merged);

  if (left_out != NULL)
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND,
                 _("There is no record “%s” in the files. Nothing was imported."), left_out);
  else if (merged != NULL)
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND,
                 _("There is no document “%s” in the files that matches another. Nothing was imported."), merged);

  return left_out == NULL && merged == NULL;
}

static void
note_dropped (FoedImportChoice *self,
              FoedImportFile   *file,
              FoedRecord       *record)
{
  const char *id = foed_record_get_id (record);

  g_hash_table_add (self->dropped, g_strdup (id));
  foed_import_file_mark (file, record, FOED_IMPORT_LEFT_OUT);

  if (g_hash_table_contains (self->left_out, id))
    g_hash_table_add (self->met, g_strdup (id));

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    note_dropped (self, file, foed_record_get_child (record, i));
}

static void
warn_follows (FoedImportFile *file,
              FoedRecord     *record,
              gboolean        is_left_out,
              const char     *target)
{
  const char *id = foed_record_get_id (record);
  g_autofree char *message = NULL;

  if (is_left_out)
    message = g_strdup_printf (_("“%s” is left out, too: it names “%s”, which is left out."), id, target);
  else
    message = g_strdup_printf (_("“%s” comes without what names “%s”, which is left out."), id, target);

  foed_report_take_problem (file->report,
                            foed_problem_new (FOED_SEVERITY_WARNING, file->name, foed_record_get_line (record), 0, NULL,
                                              "left-out", message, NULL));
}

/* The first of the records that a field names that is gone; @n_left tells how many are not. */
static const char *
find_gone (FoedImportChoice    *self,
           FoedRecord          *record,
           const FoedFieldInfo *info,
           guint               *n_left)
{
  const char *one = NULL;
  const char *const *ids;

  *n_left = 0;

  if (info->type == FOED_FIELD_TYPE_REFERENCE)
    {
      one = foed_record_get_reference (record, info->field);
      return one != NULL && g_hash_table_contains (self->gone, one) ? one : NULL;
    }

  if (info->type != FOED_FIELD_TYPE_REFERENCES)
    return NULL;

  for (ids = foed_record_get_references (record, info->field); *ids != NULL; ids++)
    if (!g_hash_table_contains (self->gone, *ids))
      (*n_left)++;
    else if (one == NULL)
      one = *ids;

  return one;
}

/* What a record names and can't be without: a list that becomes empty means everybody, and what says something about a
 * clause or an obligation says nothing without. */
static const char *
find_needed (FoedImportChoice *self,
             FoedRecord       *record)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (foed_record_get_kind (record));
  const char *needed = NULL;

  for (guint i = 0; i < info->n_fields && needed == NULL; i++)
    {
      const FoedFieldInfo *field = &info->fields[i];
      guint n_left;
      const char *gone = find_gone (self, record, field, &n_left);
      gboolean can_go = field->type == FOED_FIELD_TYPE_REFERENCES
                        ? n_left > 0
                        : !(field->flags & FOED_FIELD_REQUIRED)
                          && (field->target == FOED_RECORD_PLACE || field->target == FOED_RECORD_STATE
                              || field->target == FOED_RECORD_INSTRUMENT);

      if (gone != NULL && !can_go)
        needed = gone;
    }

  /* An obligation without one of its conditions is another. */
  for (guint i = 0; i < foed_record_get_n_children (record) && needed == NULL; i++)
    if (foed_record_get_kind (foed_record_get_child (record, i)) == FOED_RECORD_CONDITION)
      needed = find_needed (self, foed_record_get_child (record, i));

  return needed;
}

/* A builder of @record, still without what is below it, that names nothing that is gone. */
static FoedRecordBuilder *
copy_values (FoedImportChoice *self,
             FoedImportFile   *file,
             FoedRecord       *record)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (foed_record_get_kind (record));
  FoedRecordBuilder *builder = foed_import_fill_values (record, record);

  for (guint i = 0; i < info->n_fields; i++)
    {
      const FoedFieldInfo *field = &info->fields[i];
      g_autoptr (GPtrArray) left = g_ptr_array_new ();
      guint n_left;
      const char *gone = find_gone (self, record, field, &n_left);

      if (gone == NULL)
        continue;

      warn_follows (file, record, FALSE, gone);

      if (field->type == FOED_FIELD_TYPE_REFERENCE)
        {
          foed_record_builder_set_text (builder, field->field, NULL);
          continue;
        }

      for (const char *const *ids = foed_record_get_references (record, field->field); *ids != NULL; ids++)
        if (!g_hash_table_contains (self->gone, *ids))
          g_ptr_array_add (left, (gpointer) *ids);

      g_ptr_array_add (left, NULL);
      foed_record_builder_set_references (builder, field->field, (const char *const *) left->pdata);
    }

  return builder;
}

/* A record without an id of its own; NULL where it can't be without what is gone. */
static FoedRecord *
choose_part (FoedImportChoice *self,
             FoedImportFile   *file,
             FoedRecord       *part)
{
  const char *needed = find_needed (self, part);
  g_autoptr (FoedRecordBuilder) builder = NULL;

  if (needed != NULL)
    {
      warn_follows (file, part, TRUE, needed);
      return NULL;
    }

  builder = copy_values (self, file, part);

  for (guint i = 0; i < foed_record_get_n_children (part); i++)
    {
      FoedRecord *chosen = choose_part (self, file, foed_record_get_child (part, i));

      if (chosen != NULL)
        foed_record_builder_take_child (builder, chosen);
    }

  return foed_record_builder_end (builder);
}

static gboolean
has_id (FoedRecord *record)
{
  return foed_record_kind_get_info (foed_record_get_kind (record))->has_id;
}

/* Whether a record itself is left out. Then @kept is what the library has in its place, or NULL. */
static gboolean
is_left_out (FoedImportChoice  *self,
             FoedImportFile    *file,
             FoedWriter        *writer,
             FoedRecord        *record,
             FoedRecord       **kept)
{
  const char *id = foed_record_get_id (record);
  const char *needed = find_needed (self, record);

  if (!g_hash_table_contains (self->left_out, id) && needed == NULL)
    return FALSE;

  if (!g_hash_table_contains (self->left_out, id))
    warn_follows (file, record, TRUE, needed);

  *kept = foed_writer_get_record (writer, id, NULL);

  if (*kept != NULL && foed_record_get_kind (*kept) != foed_record_get_kind (record))
    g_clear_object (kept);

  if (*kept == NULL)
    {
      note_dropped (self, file, record);
      return TRUE;
    }

  g_hash_table_add (self->met, g_strdup (id));
  foed_import_file_mark (file, record, FOED_IMPORT_LEFT_OUT);

  return TRUE;
}

/* The record without what is left out below it; NULL where nothing is left. What the library has already stays as it is
 * there, though what is new below it may come. */
static FoedRecord *
choose_below (FoedImportChoice *self,
              FoedImportFile   *file,
              FoedWriter       *writer,
              FoedRecord       *record)
{
  g_autoptr (FoedRecord) kept = NULL;
  g_autoptr (FoedRecordBuilder) builder = NULL;

  if (is_left_out (self, file, writer, record, &kept) && kept == NULL)
    return NULL;

  builder = kept != NULL ? foed_import_fill_values (kept, kept) : copy_values (self, file, record);

  for (guint i = 0; kept != NULL && i < foed_record_get_n_children (kept); i++)
    if (!has_id (foed_record_get_child (kept, i)))
      foed_record_builder_take_child (builder, g_object_ref (foed_record_get_child (kept, i)));

  for (guint i = 0; i < foed_record_get_n_children (record); i++)
    {
      FoedRecord *child = foed_record_get_child (record, i);
      FoedRecord *chosen = NULL;

      if (has_id (child))
        chosen = choose_below (self, file, writer, child);
      else if (kept == NULL)
        chosen = choose_part (self, file, child);

      if (chosen != NULL)
        foed_record_builder_take_child (builder, chosen);
    }

  foed_record_builder_set_line (builder, foed_record_get_line (record));

  return foed_record_builder_end (builder);
}

static void
warn_read_twice (FoedImportChoice *self,
                 FoedImportFile   *file,
                 FoedRecord       *document)
{
  const char *id = foed_record_get_id (document);
  const char *other = g_hash_table_lookup (self->read, id);
  g_autofree char *message = NULL;

  if (other == NULL)
    {
      g_hash_table_insert (self->read, g_strdup (id), g_strdup (file->name));
      return;
    }

  message = g_strdup_printf (_("The file is the same as “%s”, byte for byte, and is read only once."), other);
  foed_report_take_problem (file->report, foed_problem_new (FOED_SEVERITY_WARNING, file->name, 0, 0, NULL, "duplicate",
                                                            message, NULL));
}

/* Looks whether a document that is new says what another does, and merges it where that was chosen. */
static gboolean
match_document (FoedImportChoice  *self,
                FoedImportFile    *file,
                FoedWriter        *writer,
                FoedRecord       **document,
                GError           **error)
{
  const char *id = foed_record_get_id (*document);
  g_autoptr (FoedMatch) match = NULL;
  g_autoptr (FoedRecord) other = NULL;
  FoedRecord *merged;

  warn_read_twice (self, file, *document);

  if (foed_writer_has (writer, id))
    return TRUE;

  match = foed_document_index_match (self->documents, writer, *document);

  if (match == NULL)
    return TRUE;

  match->merged = g_hash_table_contains (self->merged, MERGE_ALL) || g_hash_table_contains (self->merged, id);
  g_hash_table_add (self->met, g_strdup (id));

  if (match->merged)
    {
      other = foed_writer_get_record (writer, match->other, error);

      if (other == NULL)
        return FALSE;

      merged = foed_import_merge_documents (other, *document);
      g_object_unref (*document);
      *document = merged;
    }

  g_ptr_array_add (file->matches, g_steal_pointer (&match));

  return TRUE;
}

/* What is written of a record: all, a part, what it becomes together with another, or nothing (NULL). */
gboolean
foed_import_choice_apply (FoedImportChoice  *self,
                          FoedImportFile    *file,
                          FoedWriter        *writer,
                          FoedRecord        *record,
                          FoedRecord       **chosen,
                          GError           **error)
{
  g_autoptr (FoedRecord) whole = g_object_ref (record);
  gboolean is_document = foed_record_get_kind (record) == FOED_RECORD_DOCUMENT
                         && foed_record_has_value (record, FOED_FIELD_HASH)
                         && !g_hash_table_contains (self->left_out, foed_record_get_id (record));

  if (is_document && !match_document (self, file, writer, &whole, error))
    return FALSE;

  foed_import_file_add_record (file, whole, 0);
  *chosen = g_hash_table_size (self->left_out) == 0 ? g_steal_pointer (&whole) : choose_below (self, file, writer, whole);

  return TRUE;
}
