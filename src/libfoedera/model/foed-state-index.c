/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-state-index"

#include "config.h"

#include "foed-state-index.h"

struct _FoedStateIndex
{
  GObject     parent_instance;
  GPtrArray  *states;
  GHashTable *by_key;        /* "iso3 …", "cow …" or "name …" to an array of states */
  GHashTable *by_id;
};

G_DEFINE_FINAL_TYPE (FoedStateIndex, foed_state_index, G_TYPE_OBJECT)

static void
foed_state_index_finalize (GObject *object)
{
  FoedStateIndex *self = FOED_STATE_INDEX (object);

  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);
  g_clear_pointer (&self->states, g_ptr_array_unref);

  G_OBJECT_CLASS (foed_state_index_parent_class)->finalize (object);
}

static void
foed_state_index_class_init (FoedStateIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_state_index_finalize;
}

static void
foed_state_index_init (FoedStateIndex *self)
{
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

/* A name as it is compared: without case, accents of composition and doubled blanks, and without an article. */
static char *
fold_name (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = normal == NULL ? g_strdup ("") : g_utf8_casefold (normal, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\r\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || (text->len == 0 && g_str_equal (words[i], "the")))
        continue;

      if (text->len > 0)
        g_string_append_c (text, ' ');

      g_string_append (text, words[i]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_key (FoedStateIndex *self,
         char           *key,
         FoedRecord     *state)
{
  GPtrArray *states = g_hash_table_lookup (self->by_key, key);

  if (states == NULL)
    {
      states = g_ptr_array_new ();
      g_hash_table_insert (self->by_key, key, states);
    }
  else
    {
      g_free (key);
    }

  if (!g_ptr_array_find (states, state, NULL))
    g_ptr_array_add (states, state);
}

static void
add_name (FoedStateIndex *self,
          const char     *name,
          FoedRecord     *state)
{
  g_autofree char *folded = fold_name (name);

  add_key (self, g_strconcat ("name ", folded, NULL), state);
}

static void
add_state (FoedStateIndex *self,
           FoedRecord     *state)
{
  const char *iso3 = foed_record_get_text (state, FOED_FIELD_ISO3);

  g_hash_table_insert (self->by_id, (gpointer) foed_record_get_id (state), state);
  add_name (self, foed_record_get_text (state, FOED_FIELD_TITLE), state);

  if (iso3 != NULL)
    add_key (self, g_strconcat ("iso3 ", iso3, NULL), state);

  if (foed_record_has_value (state, FOED_FIELD_COW))
    add_key (self, g_strdup_printf ("cow %" G_GINT64_FORMAT, foed_record_get_integer (state, FOED_FIELD_COW)), state);

  for (guint i = 0; i < foed_record_get_n_children (state); i++)
    {
      FoedRecord *child = foed_record_get_child (state, i);

      if (foed_record_get_kind (child) == FOED_RECORD_NAME)
        add_name (self, foed_record_get_text (child, FOED_FIELD_VALUE), state);
    }
}

/* A state without spells has always been. */
static gboolean
existed_on (FoedRecord *state,
            FoedDay     day)
{
  gboolean has_spells = FALSE;

  for (guint i = 0; i < foed_record_get_n_children (state); i++)
    {
      FoedRecord *child = foed_record_get_child (state, i);

      if (foed_record_get_kind (child) != FOED_RECORD_SPELL)
        continue;

      has_spells = TRUE;

      if (foed_record_get_first_day (child) <= day && day <= foed_record_get_last_day (child))
        return TRUE;
    }

  return !has_spells;
}

static gboolean
was_succeeded_by (FoedRecord *state,
                  FoedRecord *successor)
{
  for (guint i = 0; i < foed_record_get_n_children (state); i++)
    {
      FoedRecord *child = foed_record_get_child (state, i);

      if (foed_record_get_kind (child) == FOED_RECORD_SUCCESSION
          && g_strcmp0 (foed_record_get_reference (child, FOED_FIELD_STATE), foed_record_get_id (successor)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A code of today may stand for a state of another time: of those that @state took over from, the only one that was
 * there on @day and had the same number. */
static FoedRecord *
find_predecessor (FoedStateIndex *self,
                  FoedRecord     *state,
                  FoedDay         day)
{
  FoedRecord *found = NULL;

  for (guint i = 0; i < self->states->len; i++)
    {
      FoedRecord *candidate = g_ptr_array_index (self->states, i);

      if (candidate == state || !existed_on (candidate, day) || !was_succeeded_by (candidate, state)
          || !foed_record_has_value (state, FOED_FIELD_COW) || !foed_record_has_value (candidate, FOED_FIELD_COW)
          || foed_record_get_integer (candidate, FOED_FIELD_COW) != foed_record_get_integer (state, FOED_FIELD_COW))
        continue;

      if (found != NULL)
        return NULL;

      found = candidate;
    }

  return found;
}

/* The only state of @key that was there on @day. */
static const char *
find (FoedStateIndex *self,
      const char     *key,
      FoedDay         day)
{
  GPtrArray *states = g_hash_table_lookup (self->by_key, key);
  FoedRecord *found = NULL;

  for (guint i = 0; states != NULL && i < states->len; i++)
    {
      FoedRecord *state = g_ptr_array_index (states, i);

      if (!existed_on (state, day))
        continue;

      if (found != NULL)
        return NULL;

      found = state;
    }

  if (found == NULL && states != NULL && states->len == 1)
    found = find_predecessor (self, g_ptr_array_index (states, 0), day);

  return found == NULL ? NULL : foed_record_get_id (found);
}

/**
 * foed_state_index_new:
 * @states: (element-type FoedRecord): states with their names, spells and successions
 *
 * Returns: (transfer full): an index of @states
 */
FoedStateIndex *
foed_state_index_new (GPtrArray *states)
{
  FoedStateIndex *self;

  g_return_val_if_fail (states != NULL, NULL);

  self = g_object_new (FOED_TYPE_STATE_INDEX, NULL);
  self->states = g_ptr_array_copy (states, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->states, g_object_unref);

  for (guint i = 0; i < self->states->len; i++)
    add_state (self, g_ptr_array_index (self->states, i));

  return self;
}

/**
 * foed_state_index_find_iso3:
 * @self: an index
 * @code: an ISO 3166-1 alpha-3 code
 * @day: the day on which the code was used
 *
 * Returns: (transfer none) (nullable): the id of the only state that @code meant on @day: one of that code, or the
 *   state that one of that code continues under the same COW number
 */
const char *
foed_state_index_find_iso3 (FoedStateIndex *self,
                            const char     *code,
                            FoedDay         day)
{
  g_autofree char *key = NULL;
  g_autofree char *capital = NULL;

  g_return_val_if_fail (FOED_IS_STATE_INDEX (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  capital = g_ascii_strup (code, -1);
  key = g_strconcat ("iso3 ", capital, NULL);

  return find (self, key, day);
}

/**
 * foed_state_index_find_cow:
 * @self: an index
 * @number: a COW country number
 * @day: the day on which the number was used
 *
 * Returns: (transfer none) (nullable): the id of the only state that @number meant on @day
 */
const char *
foed_state_index_find_cow (FoedStateIndex *self,
                           gint64          number,
                           FoedDay         day)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (FOED_IS_STATE_INDEX (self), NULL);

  key = g_strdup_printf ("cow %" G_GINT64_FORMAT, number);

  return find (self, key, day);
}

/**
 * foed_state_index_find_name:
 * @self: an index
 * @name: what a text calls a state
 * @day: the day on which it did
 *
 * Returns: (transfer none) (nullable): the id of the only state that had this name, now or ever, and was there on @day
 */
const char *
foed_state_index_find_name (FoedStateIndex *self,
                            const char     *name,
                            FoedDay         day)
{
  g_autofree char *folded = NULL;
  g_autofree char *key = NULL;

  g_return_val_if_fail (FOED_IS_STATE_INDEX (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  folded = fold_name (name);
  key = g_strconcat ("name ", folded, NULL);

  return find (self, key, day);
}
