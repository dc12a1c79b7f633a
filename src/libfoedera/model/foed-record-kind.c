/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-record-kind"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-nick-table-private.h"
#include "foed-record-kind-private.h"

static FoedNickTable *kind_nicks;
static FoedNickTable *field_nicks;
static gint8 field_positions[FOED_N_RECORD_KINDS][FOED_N_FIELDS];

static const char *
get_kind_nick (guint    position,
               gpointer user_data)
{
  return position == FOED_RECORD_NONE ? NULL : foed_record_kind_table[position].nick;
}

static const char *
get_field_nick (guint    position,
                gpointer user_data)
{
  return foed_field_names[position].nick;
}

static void
ensure_tables (void)
{
  static gsize made;

  if (g_once_init_enter (&made))
    {
      kind_nicks = foed_nick_table_new (FOED_N_RECORD_KINDS, get_kind_nick, NULL);
      field_nicks = foed_nick_table_new (FOED_N_FIELDS, get_field_nick, NULL);
      memset (field_positions, -1, sizeof field_positions);

      for (guint i = 0; i < FOED_N_RECORD_KINDS; i++)
        for (guint j = 0; j < foed_record_kind_table[i].n_fields; j++)
          field_positions[i][foed_record_kind_table[i].fields[j].field] = j;

      g_once_init_leave (&made, 1);
    }
}

/**
 * foed_record_kind_get_info:
 * @kind: a kind of record; %FOED_RECORD_NONE stands for the root of a file
 *
 * Returns: (transfer none): the description of @kind
 */
const FoedRecordKindInfo *
foed_record_kind_get_info (FoedRecordKind kind)
{
  g_return_val_if_fail (kind < FOED_N_RECORD_KINDS, NULL);

  return &foed_record_kind_table[kind];
}

/**
 * foed_record_kind_from_nick:
 * @nick: the name of a kind, as in XML
 *
 * Returns: the kind, or %FOED_RECORD_NONE where there is none of that name
 */
FoedRecordKind
foed_record_kind_from_nick (const char *nick)
{
  int position;

  g_return_val_if_fail (nick != NULL, FOED_RECORD_NONE);

  ensure_tables ();
  position = foed_nick_table_find (kind_nicks, nick);

  return position < 0 ? FOED_RECORD_NONE : (FoedRecordKind) position;
}

/**
 * foed_record_kind_get_label:
 * @kind: a kind of record
 *
 * Returns: (transfer none): what a person reads, in the user's language
 */
const char *
foed_record_kind_get_label (FoedRecordKind kind)
{
  g_return_val_if_fail (kind > FOED_RECORD_NONE && kind < FOED_N_RECORD_KINDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "record", foed_record_kind_table[kind].label);
}

/**
 * foed_record_kind_may_hold:
 * @parent: a kind of record; %FOED_RECORD_NONE stands for the root of a file
 * @child: a kind of record
 *
 * Returns: whether a record of kind @parent may have a child of kind @child
 */
gboolean
foed_record_kind_may_hold (FoedRecordKind parent,
                           FoedRecordKind child)
{
  g_return_val_if_fail (parent < FOED_N_RECORD_KINDS, FALSE);

  for (const FoedRecordKind *kind = foed_record_kind_table[parent].children; *kind != FOED_RECORD_NONE; kind++)
    if (*kind == child)
      return TRUE;

  return FALSE;
}

/**
 * foed_record_kind_find_field:
 * @kind: a kind of record
 * @field: a field
 *
 * Returns: the position of @field among the fields of @kind, or -1 where @kind has no such field
 */
int
foed_record_kind_find_field (FoedRecordKind kind,
                             FoedField      field)
{
  g_return_val_if_fail (kind < FOED_N_RECORD_KINDS, -1);
  g_return_val_if_fail (field < FOED_N_FIELDS, -1);

  ensure_tables ();

  return field_positions[kind][field];
}

/**
 * foed_field_get_nick:
 * @field: a field
 *
 * Returns: (transfer none): its name in XML and JSON; in SQL, hyphens become underscores
 */
const char *
foed_field_get_nick (FoedField field)
{
  g_return_val_if_fail (field > FOED_FIELD_NONE && field < FOED_N_FIELDS, NULL);

  return foed_field_names[field].nick;
}

/**
 * foed_field_get_label:
 * @field: a field
 *
 * Returns: (transfer none): what a person reads, in the user's language
 */
const char *
foed_field_get_label (FoedField field)
{
  g_return_val_if_fail (field > FOED_FIELD_NONE && field < FOED_N_FIELDS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "field", foed_field_names[field].label);
}

/**
 * foed_field_from_nick:
 * @nick: the name of a field, as in XML
 *
 * Returns: the field, or %FOED_FIELD_NONE where there is none of that name
 */
FoedField
foed_field_from_nick (const char *nick)
{
  int position;

  g_return_val_if_fail (nick != NULL, FOED_FIELD_NONE);

  ensure_tables ();
  position = foed_nick_table_find (field_nicks, nick);

  return position < 0 ? FOED_FIELD_NONE : (FoedField) position;
}
