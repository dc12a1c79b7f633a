/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-query"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-query.h"

struct _FoedQuery
{
  GObject       parent_instance;
  FoedListing   listing;
  char         *text;
  gboolean      has_day;
  FoedDay       day;
  char        **values[FOED_N_FACETS];
  char         *sort;
  gboolean      descending;
};

G_DEFINE_FINAL_TYPE (FoedQuery, foed_query, G_TYPE_OBJECT)

typedef struct
{
  const char     *nick;
  const char     *label;
  FoedVocabulary  vocabulary;
} FoedFacetInfo;

static const FoedFacetInfo facet_table[FOED_N_FACETS] = {
  [FOED_FACET_OBLIGATION] = { "obligation", NC_("facet", "Obligation"), FOED_VOCABULARY_OBLIGATION_KIND },
  [FOED_FACET_STRENGTH] = { "strength", NC_("facet", "Strength"), FOED_VOCABULARY_STRENGTH },
  [FOED_FACET_COORDINATION] = { "coordination", NC_("facet", "Coordination"), FOED_VOCABULARY_COORDINATION },
  [FOED_FACET_THREAT] = { "threat", NC_("facet", "Threat"), FOED_VOCABULARY_THREAT },
  [FOED_FACET_REGION] = { "region", NC_("facet", "Region"), FOED_VOCABULARY_REGION },
  [FOED_FACET_STATUS] = { "status", NC_("facet", "Status"), FOED_VOCABULARY_STATUS },
  [FOED_FACET_PARTY] = { "party", NC_("facet", "Party"), FOED_VOCABULARY_NONE },
  [FOED_FACET_PROMISOR] = { "promisor", NC_("facet", "Owed by"), FOED_VOCABULARY_NONE },
  [FOED_FACET_BENEFICIARY] = { "beneficiary", NC_("facet", "Owed to"), FOED_VOCABULARY_NONE },
  [FOED_FACET_SOVEREIGNTY] = { "sovereignty", NC_("facet", "Sovereignty"), FOED_VOCABULARY_SOVEREIGNTY },
  [FOED_FACET_ALLIANCE] = { "alliance", NC_("facet", "Alliance"), FOED_VOCABULARY_NONE },
  [FOED_FACET_EVENT] = { "event", NC_("facet", "Event"), FOED_VOCABULARY_EVENT_KIND },
};

static void
foed_query_finalize (GObject *object)
{
  FoedQuery *self = FOED_QUERY (object);

  for (guint i = 0; i < FOED_N_FACETS; i++)
    g_clear_pointer (&self->values[i], g_strfreev);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->sort, g_free);

  G_OBJECT_CLASS (foed_query_parent_class)->finalize (object);
}

static void
foed_query_class_init (FoedQueryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_query_finalize;
}

static void
foed_query_init (FoedQuery *self)
{
}

static FoedQuery *
copy_query (FoedQuery *self)
{
  FoedQuery *copy = g_object_new (FOED_TYPE_QUERY, NULL);

  copy->listing = self->listing;
  copy->text = g_strdup (self->text);
  copy->has_day = self->has_day;
  copy->day = self->day;
  copy->sort = g_strdup (self->sort);
  copy->descending = self->descending;

  for (guint i = 0; i < FOED_N_FACETS; i++)
    copy->values[i] = g_strdupv (self->values[i]);

  return copy;
}

static int
compare_values (gconstpointer a,
                gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The same values in the same order whatever the order in which they came; NULL for none. */
static char **
dup_sorted_values (const char *const *nicks)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; nicks != NULL && nicks[i] != NULL; i++)
    g_ptr_array_add (sorted, (gpointer) nicks[i]);

  if (sorted->len == 0)
    return NULL;

  g_ptr_array_sort (sorted, compare_values);

  for (guint i = 0; i < sorted->len; i++)
    if (i == 0 || strcmp (g_ptr_array_index (sorted, i - 1), g_ptr_array_index (sorted, i)) != 0)
      g_strv_builder_add (builder, g_ptr_array_index (sorted, i));

  return g_strv_builder_end (builder);
}

static gboolean
values_equal (char **a,
              char **b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
has_column (FoedListing  listing,
            const char  *nick)
{
  guint n_columns;
  const FoedColumn *columns = foed_listing_get_columns (listing, &n_columns);

  for (guint i = 0; i < n_columns; i++)
    if (strcmp (columns[i].nick, nick) == 0)
      return TRUE;

  return FALSE;
}

/**
 * foed_facet_get_nick:
 * @facet: a facet
 *
 * Returns: (transfer none): its stable name, on the command line and in JSON
 */
const char *
foed_facet_get_nick (FoedFacet facet)
{
  g_return_val_if_fail (facet < FOED_N_FACETS, NULL);

  return facet_table[facet].nick;
}

/**
 * foed_facet_get_label:
 * @facet: a facet
 *
 * Returns: (transfer none): what a person reads, in the user's language
 */
const char *
foed_facet_get_label (FoedFacet facet)
{
  g_return_val_if_fail (facet < FOED_N_FACETS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "facet", facet_table[facet].label);
}

/**
 * foed_facet_from_nick:
 * @nick: the name of a facet
 * @facet: (out): the facet
 *
 * Returns: whether there is a facet of that name
 */
gboolean
foed_facet_from_nick (const char *nick,
                      FoedFacet  *facet)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (facet != NULL, FALSE);

  for (guint i = 0; i < FOED_N_FACETS; i++)
    if (strcmp (facet_table[i].nick, nick) == 0)
      {
        *facet = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * foed_facet_get_vocabulary:
 * @facet: a facet
 *
 * Returns: whose terms it takes; %FOED_VOCABULARY_NONE where it takes ids
 */
FoedVocabulary
foed_facet_get_vocabulary (FoedFacet facet)
{
  g_return_val_if_fail (facet < FOED_N_FACETS, FOED_VOCABULARY_NONE);

  return facet_table[facet].vocabulary;
}

/**
 * foed_query_new:
 * @listing: what to list
 *
 * Returns: (transfer full): a query for all of it, at any time
 */
FoedQuery *
foed_query_new (FoedListing listing)
{
  FoedQuery *self;

  g_return_val_if_fail (listing < FOED_N_LISTINGS, NULL);

  self = g_object_new (FOED_TYPE_QUERY, NULL);
  self->listing = listing;

  return self;
}

/**
 * foed_query_with_listing:
 * @self: a query
 * @listing: what to list
 *
 * The same for another listing. It stays sorted as it was if there is such a column.
 *
 * Returns: (transfer full): a query
 */
FoedQuery *
foed_query_with_listing (FoedQuery   *self,
                         FoedListing  listing)
{
  FoedQuery *copy;

  g_return_val_if_fail (FOED_IS_QUERY (self), NULL);
  g_return_val_if_fail (listing < FOED_N_LISTINGS, NULL);

  copy = copy_query (self);
  copy->listing = listing;

  if (copy->sort != NULL && !has_column (listing, copy->sort))
    {
      g_clear_pointer (&copy->sort, g_free);
      copy->descending = FALSE;
    }

  return copy;
}

/**
 * foed_query_with_text:
 * @self: a query
 * @text: (nullable): words to look for, in the user's spelling; see foed_library_search_sync()
 *
 * Returns: (transfer full): a query
 */
FoedQuery *
foed_query_with_text (FoedQuery  *self,
                      const char *text)
{
  FoedQuery *copy;

  g_return_val_if_fail (FOED_IS_QUERY (self), NULL);

  copy = copy_query (self);
  g_free (copy->text);
  copy->text = text == NULL ? NULL : g_strstrip (g_strdup (text));

  if (copy->text != NULL && copy->text[0] == '\0')
    g_clear_pointer (&copy->text, g_free);

  return copy;
}

/**
 * foed_query_with_day:
 * @self: a query
 * @day: the day that counts
 *
 * Returns: (transfer full): a query
 */
FoedQuery *
foed_query_with_day (FoedQuery *self,
                     FoedDay    day)
{
  FoedQuery *copy;

  g_return_val_if_fail (FOED_IS_QUERY (self), NULL);

  copy = copy_query (self);
  copy->has_day = TRUE;
  copy->day = day;

  return copy;
}

/**
 * foed_query_without_day:
 * @self: a query
 *
 * Returns: (transfer full): a query that asks for any time
 */
FoedQuery *
foed_query_without_day (FoedQuery *self)
{
  FoedQuery *copy;

  g_return_val_if_fail (FOED_IS_QUERY (self), NULL);

  copy = copy_query (self);
  copy->has_day = FALSE;
  copy->day = 0;

  return copy;
}

/**
 * foed_query_with_values:
 * @self: a query
 * @facet: a facet
 * @nicks: (nullable) (array zero-terminated=1): the values, any of which will do; none or %NULL for all
 *
 * Returns: (transfer full): a query
 */
FoedQuery *
foed_query_with_values (FoedQuery         *self,
                        FoedFacet          facet,
                        const char *const *nicks)
{
  FoedQuery *copy;

  g_return_val_if_fail (FOED_IS_QUERY (self), NULL);
  g_return_val_if_fail (facet < FOED_N_FACETS, NULL);

  copy = copy_query (self);
  g_strfreev (copy->values[facet]);
  copy->values[facet] = dup_sorted_values (nicks);

  return copy;
}

/**
 * foed_query_with_value:
 * @self: a query
 * @facet: a facet
 * @nick: one value
 * @on: whether it is wanted
 *
 * Returns: (transfer full): a query
 */
FoedQuery *
foed_query_with_value (FoedQuery  *self,
                       FoedFacet   facet,
                       const char *nick,
                       gboolean    on)
{
  g_autoptr (GPtrArray) nicks = NULL;

  g_return_val_if_fail (FOED_IS_QUERY (self), NULL);
  g_return_val_if_fail (facet < FOED_N_FACETS, NULL);
  g_return_val_if_fail (nick != NULL, NULL);

  nicks = g_ptr_array_new ();

  for (guint i = 0; self->values[facet] != NULL && self->values[facet][i] != NULL; i++)
    if (strcmp (self->values[facet][i], nick) != 0)
      g_ptr_array_add (nicks, self->values[facet][i]);

  if (on)
    g_ptr_array_add (nicks, (gpointer) nick);

  g_ptr_array_add (nicks, NULL);

  return foed_query_with_values (self, facet, (const char *const *) nicks->pdata);
}

/**
 * foed_query_with_sort:
 * @self: a query
 * @column: (nullable): the nick of a column of the listing; %NULL for the order that is natural for it
 * @descending: whether the last comes first
 *
 * Returns: (transfer full): a query
 */
FoedQuery *
foed_query_with_sort (FoedQuery  *self,
                      const char *column,
                      gboolean    descending)
{
  FoedQuery *copy;

  g_return_val_if_fail (FOED_IS_QUERY (self), NULL);
  g_return_val_if_fail (column == NULL || has_column (self->listing, column), NULL);

  copy = copy_query (self);
  g_free (copy->sort);
  copy->sort = g_strdup (column);
  copy->descending = column != NULL && descending;

  return copy;
}

/**
 * foed_query_cleared:
 * @self: a query
 *
 * Returns: (transfer full): a query for all of the listing, as of the same day and sorted in the same way
 */
FoedQuery *
foed_query_cleared (FoedQuery *self)
{
  FoedQuery *copy;

  g_return_val_if_fail (FOED_IS_QUERY (self), NULL);

  copy = copy_query (self);
  g_clear_pointer (&copy->text, g_free);

  for (guint i = 0; i < FOED_N_FACETS; i++)
    g_clear_pointer (&copy->values[i], g_strfreev);

  return copy;
}

/**
 * foed_query_get_listing:
 * @self: a query
 *
 * Returns: what it lists
 */
FoedListing
foed_query_get_listing (FoedQuery *self)
{
  g_return_val_if_fail (FOED_IS_QUERY (self), FOED_LISTING_ALLIANCES);

  return self->listing;
}

/**
 * foed_query_get_text:
 * @self: a query
 *
 * Returns: (transfer none) (nullable): the words it looks for
 */
const char *
foed_query_get_text (FoedQuery *self)
{
  g_return_val_if_fail (FOED_IS_QUERY (self), NULL);

  return self->text;
}

/**
 * foed_query_get_day:
 * @self: a query
 * @day: (out) (optional): the day that counts
 *
 * Returns: whether it asks as of a day
 */
gboolean
foed_query_get_day (FoedQuery *self,
                    FoedDay   *day)
{
  g_return_val_if_fail (FOED_IS_QUERY (self), FALSE);

  if (day != NULL && self->has_day)
    *day = self->day;

  return self->has_day;
}

/**
 * foed_query_get_values:
 * @self: a query
 * @facet: a facet
 *
 * Returns: (transfer none) (nullable): its values, sorted; %NULL where the facet is off
 */
const char *const *
foed_query_get_values (FoedQuery *self,
                       FoedFacet  facet)
{
  g_return_val_if_fail (FOED_IS_QUERY (self), NULL);
  g_return_val_if_fail (facet < FOED_N_FACETS, NULL);

  return (const char *const *) self->values[facet];
}

/**
 * foed_query_has_value:
 * @self: a query
 * @facet: a facet
 * @nick: a value
 *
 * Returns: whether the value is on
 */
gboolean
foed_query_has_value (FoedQuery  *self,
                      FoedFacet   facet,
                      const char *nick)
{
  g_return_val_if_fail (FOED_IS_QUERY (self), FALSE);
  g_return_val_if_fail (facet < FOED_N_FACETS, FALSE);
  g_return_val_if_fail (nick != NULL, FALSE);

  return self->values[facet] != NULL && g_strv_contains ((const char *const *) self->values[facet], nick);
}

/**
 * foed_query_get_sort:
 * @self: a query
 * @descending: (out) (optional): whether the last comes first
 *
 * Returns: (transfer none) (nullable): the nick of the column it is sorted by; %NULL for the natural order
 */
const char *
foed_query_get_sort (FoedQuery *self,
                     gboolean  *descending)
{
  g_return_val_if_fail (FOED_IS_QUERY (self), NULL);

  if (descending != NULL)
    *descending = self->descending;

  return self->sort;
}

/**
 * foed_query_is_narrowed:
 * @self: a query
 *
 * Returns: whether words or facets leave something out; a day does not count
 */
gboolean
foed_query_is_narrowed (FoedQuery *self)
{
  g_return_val_if_fail (FOED_IS_QUERY (self), FALSE);

  for (guint i = 0; i < FOED_N_FACETS; i++)
    if (self->values[i] != NULL)
      return TRUE;

  return self->text != NULL;
}

/**
 * foed_query_equal:
 * @a: a query
 * @b: another
 *
 * Returns: whether they ask for the same in the same order
 */
gboolean
foed_query_equal (FoedQuery *a,
                  FoedQuery *b)
{
  g_return_val_if_fail (FOED_IS_QUERY (a), FALSE);
  g_return_val_if_fail (FOED_IS_QUERY (b), FALSE);

  for (guint i = 0; i < FOED_N_FACETS; i++)
    if (!values_equal (a->values[i], b->values[i]))
      return FALSE;

  return a->listing == b->listing && g_strcmp0 (a->text, b->text) == 0 && a->has_day == b->has_day &&
         a->day == b->day && g_strcmp0 (a->sort, b->sort) == 0 && a->descending == b->descending;
}

/**
 * foed_query_equal_but_day:
 * @a: a query
 * @b: another query
 *
 * Returns: whether both show the same, apart from the day
 */
gboolean
foed_query_equal_but_day (FoedQuery *a,
                          FoedQuery *b)
{
  g_autoptr (FoedQuery) timeless_a = NULL;
  g_autoptr (FoedQuery) timeless_b = NULL;

  g_return_val_if_fail (FOED_IS_QUERY (a), FALSE);
  g_return_val_if_fail (FOED_IS_QUERY (b), FALSE);

  timeless_a = foed_query_without_day (a);
  timeless_b = foed_query_without_day (b);

  return foed_query_equal (timeless_a, timeless_b);
}
