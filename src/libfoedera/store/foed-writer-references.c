/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-writer-references"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-writer-private.h"

/* A reference may be written before what it names. SQLite would tell at the end that one leads nowhere, but not which;
 * so those that led nowhere when they were written are remembered. */

static FoedDangling *
foed_dangling_new (FoedRecord *record,
                   FoedField   field,
                   const char *target)
{
  FoedDangling *self = g_new0 (FoedDangling, 1);

  self->record = g_strdup (foed_record_get_id (record));
  self->field = field;
  self->target = g_strdup (target);
  self->line = foed_record_get_line (record);

  return self;
}

static FoedDangling *
foed_dangling_copy (const FoedDangling *dangling)
{
  FoedDangling *self = g_memdup2 (dangling, sizeof *dangling);

  self->record = g_strdup (dangling->record);
  self->target = g_strdup (dangling->target);

  return self;
}

/* Whether there is a record of that id and, where @kind is one, of that kind. */
static gboolean
look_for (FoedWriter      *self,
          const char      *id,
          FoedRecordKind   kind,
          gboolean        *found,
          GError         **error)
{
  FoedRecordKind known = GPOINTER_TO_UINT (g_hash_table_lookup (self->known, id));
  g_autoptr (FoedPlace) place = NULL;

  if (known == FOED_RECORD_NONE)
    {
      if (!foed_writer_find (self, id, &place, error))
        return FALSE;

      if (place != NULL)
        {
          known = place->kind;
          foed_writer_know (self, id, known);
        }
    }

  *found = known != FOED_RECORD_NONE && (kind == FOED_RECORD_NONE || kind == known);

  return TRUE;
}

static gboolean
check_target (FoedWriter           *self,
              FoedRecord           *record,
              const FoedFieldInfo  *info,
              const char           *target,
              GError              **error)
{
  gboolean found;

  if (!look_for (self, target, info->target, &found, error))
    return FALSE;

  if (!found)
    g_ptr_array_add (self->dangling, foed_dangling_new (record, info->field, target));

  return TRUE;
}

/* Remembers the references of a record that lead nowhere yet. */
gboolean
foed_writer_check_targets (FoedWriter  *self,
                           FoedRecord  *record,
                           GError     **error)
{
  const FoedTable *table = foed_table_get (foed_record_get_kind (record));

  for (guint i = 0; i < table->n_references; i++)
    {
      const FoedFieldInfo *info = table->references[i];
      const char *const *targets;

      if (info->type == FOED_FIELD_TYPE_REFERENCE)
        {
          const char *target = foed_record_get_reference (record, info->field);

          if (target != NULL && !check_target (self, record, info, target, error))
            return FALSE;

          continue;
        }

      for (targets = foed_record_get_references (record, info->field); *targets != NULL; targets++)
        if (!check_target (self, record, info, *targets, error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
is_still_said (FoedWriter          *self,
               const FoedTable     *table,
               const FoedFieldInfo *info,
               const FoedDangling  *dangling)
{
  g_autoptr (FoedStatement) statement = NULL;
  g_autofree char *column = g_strdelimit (g_strdup (foed_field_get_nick (info->field)), "-", '_');
  g_autofree char *sql = NULL;

  if (info->type == FOED_FIELD_TYPE_REFERENCES)
    sql = g_strdup ("SELECT 1 FROM reference WHERE record = ?1 AND field = ?2 AND target = ?3");
  else
    sql = g_strdup_printf ("SELECT 1 FROM %s WHERE id = ?1 AND ?2 IS NOT NULL AND \"%s\" = ?3", table->name, column);

  if (!(statement = foed_statement_new (self->connection, sql, NULL)))
    return FALSE;

  foed_statement_bind_text (statement, 1, dangling->record);
  foed_statement_bind_text (statement, 2, foed_field_get_nick (info->field));
  foed_statement_bind_text (statement, 3, dangling->target);

  return foed_statement_next (statement, NULL);
}

/* Whether the reference is still there and still leads nowhere. */
static gboolean
look_again (FoedWriter          *self,
            const FoedDangling  *dangling,
            gboolean            *dangles,
            GError             **error)
{
  g_autoptr (FoedPlace) place = NULL;
  const FoedFieldInfo *info;
  gboolean found;
  int position;

  *dangles = FALSE;

  if (!foed_writer_find (self, dangling->record, &place, error))
    return FALSE;

  if (place == NULL || (position = foed_record_kind_find_field (place->kind, dangling->field)) < 0)
    return TRUE;

  info = &foed_record_kind_get_info (place->kind)->fields[position];

  if (!look_for (self, dangling->target, info->target, &found, error))
    return FALSE;

  *dangles = !found && is_still_said (self, foed_table_get (place->kind), info, dangling);

  return TRUE;
}

/* Forgets those remembered since @first that lead somewhere now. */
gboolean
foed_writer_forget_settled (FoedWriter  *self,
                            guint        first,
                            GError     **error)
{
  for (guint i = self->dangling->len; i > first; i--)
    {
      gboolean dangles;

      if (!look_again (self, self->dangling->pdata[i - 1], &dangles, error))
        return FALSE;

      if (!dangles)
        g_ptr_array_remove_index (self->dangling, i - 1);
    }

  return TRUE;
}

/* Refuses to end a transaction in which a reference leads nowhere. */
gboolean
foed_writer_check_dangling (FoedWriter  *self,
                            GError     **error)
{
  const FoedDangling *first;

  if (!foed_writer_forget_settled (self, 0, error))
    return FALSE;

  if (self->dangling->len == 0)
    return TRUE;

  first = self->dangling->pdata[0];
  g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_DANGLING,
               _("“%s” refers to “%s” (%s), which is not in the library or is something else. Nothing was changed."),
               first->record, first->target, foed_field_get_label (first->field));

  return FALSE;
}

/**
 * foed_writer_list_dangling:
 * @self: a transaction
 * @error: (out): what went wrong
 *
 * Returns: (transfer full) (element-type FoedDangling): the references that lead nowhere, or to a record of a kind that
 *   the field does not take; with any left, the transaction can't be committed
 */
GPtrArray *
foed_writer_list_dangling (FoedWriter  *self,
                           GError     **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_dangling_free);

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->dangling->len; i++)
    {
      gboolean dangles;

      if (!look_again (self, self->dangling->pdata[i], &dangles, error))
        return NULL;

      if (dangles)
        g_ptr_array_add (list, foed_dangling_copy (self->dangling->pdata[i]));
    }

  return g_steal_pointer (&list);
}
