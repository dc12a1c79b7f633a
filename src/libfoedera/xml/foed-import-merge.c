/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-import-merge"

#include "config.h"

#include <string.h>

#include "foed-import-choice-private.h"
#include "model/foed-record-private.h"

/* How a document gets what another that says the same adds: values where it has none, names, identifiers and wordings
 * that it lacks, and whole instruments, clauses and events. What it has stays. Records that nothing is added to may be
 * left out of the result: a transaction leaves them as they are. */

typedef struct
{
  /* Of records that are in both: from the id in the one to that in the other. */
  GHashTable *ids;
} Merge;

static FoedRecord *merge_record (Merge      *self,
                                 FoedRecord *kept,
                                 FoedRecord *added);

/* Gives a builder the value that one record has of a field. */
static void
copy_field (FoedRecordBuilder   *builder,
            FoedRecord          *record,
            const FoedFieldInfo *info)
{
  g_autofree char *value = foed_record_dup_string (record, info->field);

  if (value != NULL)
    foed_record_builder_parse_string (builder, info->field, value, NULL);

  if (info->flags & FOED_FIELD_CELL)
    foed_record_builder_set_cell (builder, info->field, foed_record_get_cell (record, info->field));
}

/* The values of @first, and those of @second where it has none. */
FoedRecordBuilder *
foed_import_fill_values (FoedRecord *first,
                         FoedRecord *second)
{
  FoedRecordKind kind = foed_record_get_kind (first);
  const FoedRecordKindInfo *info = foed_record_kind_get_info (kind);
  FoedRecordBuilder *builder = foed_record_builder_new (kind, info->has_id ? foed_record_get_id (first) : NULL);

  for (guint i = 0; i < info->n_fields; i++)
    copy_field (builder, foed_record_has_value (first, info->fields[i].field) ? first : second, &info->fields[i]);

  foed_record_builder_set_line (builder, foed_record_get_line (second));

  return builder;
}

static gboolean
has_same (FoedRecord *a,
          FoedRecord *b,
          FoedField   field)
{
  g_autofree char *here = foed_record_dup_string (a, field);
  g_autofree char *there = foed_record_dup_string (b, field);

  return g_strcmp0 (here, there) == 0;
}

static gboolean
has_same_values (FoedRecord *a,
                 FoedRecord *b)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (foed_record_get_kind (a));

  for (guint i = 0; i < info->n_fields; i++)
    if (!has_same (a, b, info->fields[i].field))
      return FALSE;

  return TRUE;
}

/* Whether two records without ids of their own, of one kind, are the same. A wording is, in one language. */
static gboolean
is_same_part (FoedRecord *a,
              FoedRecord *b)
{
  switch ((guint) foed_record_get_kind (a))
    {
    case FOED_RECORD_TEXT:
      return has_same (a, b, FOED_FIELD_LANGUAGE);

    case FOED_RECORD_NAMED_PARTY:
      return foed_record_has_value (a, FOED_FIELD_STATE) ? has_same (a, b, FOED_FIELD_STATE)
                                                         : has_same (a, b, FOED_FIELD_VALUE);

    default:
      return has_same_values (a, b);
    }
}

/* The place of a record among those of its kind, and for clauses of the same sort, that have no number. */
static guint
get_ordinal (FoedRecord *parent,
             FoedRecord *child)
{
  guint ordinal = 0;

  for (guint i = 0; i < foed_record_get_n_children (parent); i++)
    {
      FoedRecord *other = foed_record_get_child (parent, i);

      if (other == child)
        break;

      ordinal += foed_record_get_kind (other) == foed_record_get_kind (child)
                 && (foed_record_get_kind (child) != FOED_RECORD_CLAUSE
                     || (!foed_record_has_value (other, FOED_FIELD_NUMBER) && has_same (other, child, FOED_FIELD_KIND)));
    }

  return ordinal;
}

static gboolean
is_same_instrument (FoedRecord *a,
                    FoedRecord *b)
{
  return has_same (a, b, FOED_FIELD_FORM)
         && (has_same (a, b, FOED_FIELD_TITLE)
             || (foed_record_has_value (a, FOED_FIELD_SIGNED) && has_same (a, b, FOED_FIELD_SIGNED)));
}

static gboolean
is_same_child (FoedRecord *parent_of_a,
               FoedRecord *a,
               FoedRecord *parent_of_b,
               FoedRecord *b)
{
  switch ((guint) foed_record_get_kind (a))
    {
    case FOED_RECORD_INSTRUMENT:
      return is_same_instrument (a, b)
             || (has_same (a, b, FOED_FIELD_FORM) && get_ordinal (parent_of_a, a) == get_ordinal (parent_of_b, b));

    case FOED_RECORD_CLAUSE:
      return has_same (a, b, FOED_FIELD_KIND) && has_same (a, b, FOED_FIELD_NUMBER)
             && (foed_record_has_value (a, FOED_FIELD_NUMBER)
                 || get_ordinal (parent_of_a, a) == get_ordinal (parent_of_b, b));

    default:
      return has_same (a, b, FOED_FIELD_KIND) && has_same (a, b, FOED_FIELD_BEGIN);
    }
}

static FoedRecord *
find_child (FoedRecord *kept,
            FoedRecord *added,
            FoedRecord *child)
{
  gboolean has_id = foed_record_kind_get_info (foed_record_get_kind (child))->has_id;

  for (guint i = 0; i < foed_record_get_n_children (kept); i++)
    {
      FoedRecord *other = foed_record_get_child (kept, i);

      if (foed_record_get_kind (other) == foed_record_get_kind (child)
          && (has_id ? is_same_child (kept, other, added, child) : is_same_part (other, child)))
        return other;
    }

  return NULL;
}

/* A record as it is, but that it names what is kept where it named what was merged. */
static FoedRecord *
lead_to_kept (Merge      *self,
              FoedRecord *record)
{
  const FoedRecordKindInfo *info = foed_record_kind_get_info (foed_record_get_kind (record));
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new_copy (record);

  for (guint i = 0; i < info->n_fields; i++)
    if (info->fields[i].type == FOED_FIELD_TYPE_REFERENCE)
      {
        const char *target = foed_record_get_reference (record, info->fields[i].field);
        const char *kept = target == NULL ? NULL : g_hash_table_lookup (self->ids, target);

        if (kept != NULL)
          foed_record_builder_set_text (builder, info->fields[i].field, kept);
      }

  return foed_record_builder_end (builder);
}

static void
keep_parts (FoedRecordBuilder *builder,
            FoedRecord        *kept)
{
  for (guint i = 0; i < foed_record_get_n_children (kept); i++)
    {
      FoedRecord *child = foed_record_get_child (kept, i);

      if (!foed_record_kind_get_info (foed_record_get_kind (child))->has_id)
        foed_record_builder_take_child (builder, g_object_ref (child));
    }
}

static FoedRecord *
merge_record (Merge      *self,
              FoedRecord *kept,
              FoedRecord *added)
{
  g_autoptr (FoedRecordBuilder) builder = foed_import_fill_values (kept, added);

  g_hash_table_insert (self->ids, (gpointer) foed_record_get_id (added), (gpointer) foed_record_get_id (kept));
  keep_parts (builder, kept);

  for (guint i = 0; i < foed_record_get_n_children (added); i++)
    {
      FoedRecord *child = foed_record_get_child (added, i);
      FoedRecord *other = find_child (kept, added, child);

      if (other == NULL)
        foed_record_builder_take_child (builder, lead_to_kept (self, child));
      else if (foed_record_kind_get_info (foed_record_get_kind (child))->has_id
               && foed_record_get_kind (child) != FOED_RECORD_EVENT)
        foed_record_builder_take_child (builder, merge_record (self, other, child));
    }

  return foed_record_builder_end (builder);
}

/* What @kept becomes with what @added adds. An identifier tells which record was merged, so that it is found again. */
FoedRecord *
foed_import_merge_documents (FoedRecord *kept,
                             FoedRecord *added)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (FoedRecordBuilder) identifier = foed_record_builder_new (FOED_RECORD_IDENTIFIER, NULL);
  g_autoptr (FoedRecordBuilder) builder = foed_record_builder_new_copy (added);
  g_autoptr (FoedRecord) linked = NULL;
  Merge self = { ids };

  foed_record_builder_set_term (identifier, FOED_FIELD_SCHEME,
                                foed_vocabulary_find (FOED_VOCABULARY_IDENTIFIER_SCHEME, FOED_IMPORT_SAME_AS));
  foed_record_builder_set_text (identifier, FOED_FIELD_VALUE, foed_record_get_id (added));
  foed_record_builder_take_child (builder, foed_record_builder_end (identifier));
  linked = foed_record_builder_end (builder);

  return merge_record (&self, kept, linked);
}
