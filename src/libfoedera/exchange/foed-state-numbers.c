/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-state-numbers"

#include "config.h"

#include "foed-state-numbers.h"

typedef struct
{
  FoedRecord *state;
  FoedDay     first_day;
  FoedDay     last_day;
} Spell;

typedef struct
{
  GPtrArray *states;
  GArray    *spells;
  gboolean   is_sorted;
} Number;

struct _FoedStateNumbers
{
  GHashTable *numbers;
  GHashTable *states;
};

static void
number_free (Number *self)
{
  g_ptr_array_unref (self->states);
  g_array_unref (self->spells);
  g_free (self);
}

static Number *
number_new (void)
{
  Number *self = g_new0 (Number, 1);

  self->states = g_ptr_array_new_with_free_func (g_object_unref);
  self->spells = g_array_new (FALSE, FALSE, sizeof (Spell));

  return self;
}

/* Made up for a number that nobody had a state for. */
static gboolean
is_stopgap (FoedRecord *state)
{
  return g_str_has_prefix (foed_record_get_id (state), "state-");
}

static void
add_spells (Number     *number,
            FoedRecord *state)
{
  gboolean any = FALSE;

  for (guint i = 0; i < foed_record_get_n_children (state); i++)
    {
      FoedRecord *child = foed_record_get_child (state, i);
      Spell spell = { state, foed_record_get_first_day (child), foed_record_get_last_day (child) };

      if (foed_record_get_kind (child) != FOED_RECORD_SPELL)
        continue;

      g_array_append_val (number->spells, spell);
      any = TRUE;
    }

  if (!any)
    g_array_append_vals (number->spells, &(Spell) { state, FOED_DAY_FIRST, FOED_DAY_LAST }, 1);
}

static int
compare_spells (gconstpointer a,
                gconstpointer b)
{
  const Spell *one = a;
  const Spell *other = b;

  if (one->first_day != other->first_day)
    return one->first_day < other->first_day ? -1 : 1;

  return g_strcmp0 (foed_record_get_id (one->state), foed_record_get_id (other->state));
}

static Number *
find_number (FoedStateNumbers *self,
             int             number)
{
  Number *found = g_hash_table_lookup (self->numbers, GINT_TO_POINTER (number));

  if (found != NULL && !found->is_sorted)
    {
      gboolean has_own = FALSE;

      g_array_set_size (found->spells, 0);

      for (guint i = 0; i < found->states->len; i++)
        has_own |= !is_stopgap (g_ptr_array_index (found->states, i));

      for (guint i = 0; i < found->states->len; i++)
        if (!has_own || !is_stopgap (g_ptr_array_index (found->states, i)))
          add_spells (found, g_ptr_array_index (found->states, i));

      g_array_sort (found->spells, compare_spells);
      found->is_sorted = TRUE;
    }

  return found;
}

static gint64
measure_distance (const Spell *spell,
                  FoedDay      day)
{
  if (day < spell->first_day)
    return (gint64) spell->first_day - day;

  if (day > spell->last_day)
    return (gint64) day - spell->last_day;

  return 0;
}

static guint
find_nearest (Number  *number,
              FoedDay  day)
{
  guint nearest = 0;

  for (guint i = 1; i < number->spells->len; i++)
    if (measure_distance (&g_array_index (number->spells, Spell, i), day)
        < measure_distance (&g_array_index (number->spells, Spell, nearest), day))
      nearest = i;

  return nearest;
}

/**
 * foed_state_numbers_new:
 *
 * Returns: (transfer full): a finder without states
 */
FoedStateNumbers *
foed_state_numbers_new (void)
{
  FoedStateNumbers *self = g_new0 (FoedStateNumbers, 1);

  self->numbers = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) number_free);
  self->states = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);

  return self;
}

/**
 * foed_state_numbers_free:
 * @self: (transfer full): a finder
 */
void
foed_state_numbers_free (FoedStateNumbers *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->states);
  g_free (self);
}

/**
 * foed_state_numbers_add:
 * @self: a finder
 * @state: a state
 *
 * Adds @state, or puts it in the place of the one with the same id.
 */
void
foed_state_numbers_add (FoedStateNumbers *self,
                      FoedRecord     *state)
{
  FoedRecord *old;
  Number *number;
  int cow;

  g_return_if_fail (self != NULL);
  g_return_if_fail (FOED_IS_RECORD (state) && foed_record_get_kind (state) == FOED_RECORD_STATE);

  old = g_hash_table_lookup (self->states, foed_record_get_id (state));
  if (old != NULL && foed_record_has_value (old, FOED_FIELD_COW))
    {
      number = g_hash_table_lookup (self->numbers, GINT_TO_POINTER ((int) foed_record_get_integer (old, FOED_FIELD_COW)));
      number->is_sorted = FALSE;
      g_ptr_array_remove (number->states, old);
    }

  g_hash_table_replace (self->states, (gpointer) foed_record_get_id (state), g_object_ref (state));

  if (!foed_record_has_value (state, FOED_FIELD_COW))
    return;

  cow = (int) foed_record_get_integer (state, FOED_FIELD_COW);
  number = g_hash_table_lookup (self->numbers, GINT_TO_POINTER (cow));

  if (number == NULL)
    {
      number = number_new ();
      g_hash_table_insert (self->numbers, GINT_TO_POINTER (cow), number);
    }

  number->is_sorted = FALSE;
  g_ptr_array_add (number->states, g_object_ref (state));
}

/**
 * foed_state_numbers_has:
 * @self: a finder
 * @number: a number of the state system
 *
 * Returns: whether any state has @number
 */
gboolean
foed_state_numbers_has (FoedStateNumbers *self,
                      int             number)
{
  Number *found;

  g_return_val_if_fail (self != NULL, FALSE);

  found = find_number (self, number);

  return found != NULL && found->spells->len > 0;
}

/**
 * foed_state_numbers_find:
 * @self: a finder
 * @number: a number of the state system
 * @day: a day
 * @exists: (out) (optional): whether the state exists on @day
 *
 * Returns: (transfer none) (nullable): the state that has @number and exists on @day; where none does, the one that
 *   existed last before it or first after it, whichever is nearer
 */
FoedRecord *
foed_state_numbers_find (FoedStateNumbers *self,
                       int             number,
                       FoedDay         day,
                       gboolean       *exists)
{
  Number *found;
  Spell *spell;

  g_return_val_if_fail (self != NULL, NULL);

  found = find_number (self, number);
  if (found == NULL || found->spells->len == 0)
    return NULL;

  spell = &g_array_index (found->spells, Spell, find_nearest (found, day));
  if (exists != NULL)
    *exists = measure_distance (spell, day) == 0;

  return spell->state;
}

/**
 * foed_state_numbers_list:
 * @self: a finder
 * @number: a number of the state system
 * @first_day: a day
 * @last_day: a later day
 *
 * Tells which states @number means from @first_day to @last_day. A state that ceases to exist for a time is the same
 * state all the while, unless another has its number then; the first and the last state reach to the two days even
 * where they don't exist then.
 *
 * Returns: (transfer full) (element-type FoedStateSpan): one span or several, none where no state has @number
 */
GArray *
foed_state_numbers_list (FoedStateNumbers *self,
                       int             number,
                       FoedDay         first_day,
                       FoedDay         last_day)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (FoedStateSpan));
  Number *found;
  FoedStateSpan span = { NULL, first_day, last_day };

  g_return_val_if_fail (self != NULL, spans);

  found = find_number (self, number);
  if (found == NULL || found->spells->len == 0)
    return spans;

  for (guint i = find_nearest (found, first_day); i < found->spells->len; i++)
    {
      Spell *spell = &g_array_index (found->spells, Spell, i);
      const char *state = foed_record_get_id (spell->state);

      if (span.state == NULL)
        {
          span.state = state;
        }
      else if (spell->first_day > last_day)
        {
          break;
        }
      else if (g_strcmp0 (state, span.state) != 0)
        {
          Spell *before = &g_array_index (found->spells, Spell, i - 1);

          span.last_day = MIN (before->last_day, spell->first_day - 1);
          if (span.last_day >= span.first_day)
            g_array_append_val (spans, span);

          span = (FoedStateSpan) { state, MAX (spell->first_day, first_day), last_day };
        }
    }

  g_array_append_val (spans, span);

  return spans;
}

/**
 * foed_state_numbers_get_state:
 * @self: a finder
 * @id: an id
 *
 * Returns: (transfer none) (nullable): the state with @id
 */
FoedRecord *
foed_state_numbers_get_state (FoedStateNumbers *self,
                            const char     *id)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->states, id);
}

/**
 * foed_state_number_to_id:
 * @number: a number of the state system
 *
 * Returns: (transfer full): the id of a state that is made because the library has none with @number
 */
char *
foed_state_number_to_id (int number)
{
  return g_strdup_printf ("state-%d", number);
}
