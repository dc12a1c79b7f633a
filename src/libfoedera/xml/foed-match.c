/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-match"

#include "config.h"

#include "foed-match.h"

static void
disagreement_free (FoedDisagreement *self)
{
  g_free (self->here);
  g_free (self->there);
  g_free (self);
}

/**
 * foed_match_new:
 * @record: the id of an imported record
 * @other: the id of the record that describes the same
 * @kind: how it was found
 *
 * Returns: (transfer full): a match without disagreements
 */
FoedMatch *
foed_match_new (const char    *record,
                const char    *other,
                FoedMatchKind  kind)
{
  FoedMatch *self;

  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (other != NULL, NULL);

  self = g_new0 (FoedMatch, 1);
  self->record = g_strdup (record);
  self->other = g_strdup (other);
  self->kind = kind;
  self->disagreements = g_ptr_array_new_with_free_func ((GDestroyNotify) disagreement_free);

  return self;
}

/**
 * foed_match_free:
 * @self: (transfer full): a match
 */
void
foed_match_free (FoedMatch *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->record);
  g_free (self->other);
  g_free (self->other_title);
  g_ptr_array_unref (self->disagreements);
  g_free (self);
}

/**
 * foed_match_disagree:
 * @self: a match
 * @field: (transfer none): a static string: what they disagree on
 * @here: (nullable): what the imported record says
 * @there: (nullable): what the other says
 *
 * Adds a disagreement.
 */
void
foed_match_disagree (FoedMatch  *self,
                     const char *field,
                     const char *here,
                     const char *there)
{
  FoedDisagreement *disagreement;

  g_return_if_fail (self != NULL);
  g_return_if_fail (field != NULL);

  disagreement = g_new0 (FoedDisagreement, 1);
  disagreement->field = field;
  disagreement->here = g_strdup (here);
  disagreement->there = g_strdup (there);
  g_ptr_array_add (self->disagreements, disagreement);
}

/**
 * foed_match_get_kind_nick:
 * @self: a match
 *
 * Returns: (transfer none): `identifier`, `members`, `bytes` or `text`, as in JSON
 */
const char *
foed_match_get_kind_nick (const FoedMatch *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->kind)
    {
    case FOED_MATCH_IDENTIFIER:
      return "identifier";

    case FOED_MATCH_MEMBERS:
      return "members";

    case FOED_MATCH_BYTES:
      return "bytes";

    case FOED_MATCH_TEXT:
    default:
      return "text";
    }
}
