/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-library-resolve"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "foed-library-private.h"
#include "foed-statement-private.h"

/* What a person calls a record. An id wins over a code, and a code over a title or name. */

/* So many candidates are spelt out in an error. */
#define MAX_CANDIDATES 6

typedef struct
{
  FoedRecordKind  kind;
  const char     *name;
} FoedResolution;

typedef struct
{
  char     *id;
  char     *title;
  gboolean  exists;
  guint     rank;
} FoedCandidate;

static void
foed_candidate_free (FoedCandidate *candidate)
{
  g_free (candidate->id);
  g_free (candidate->title);
  g_free (candidate);
}

static gboolean
matches_kind (FoedResolution *resolution,
              const char     *nick)
{
  return resolution->kind == FOED_RECORD_NONE || resolution->kind == foed_record_kind_from_nick (nick);
}

/* Treaties are called like their alliances, and clauses like each other. Whoever says nothing else means the larger. */
static guint
rank_kind (FoedRecordKind kind)
{
  switch ((guint) kind)
    {
    case FOED_RECORD_ALLIANCE:
      return 0;

    case FOED_RECORD_STATE:
      return 1;

    case FOED_RECORD_INSTRUMENT:
      return 2;

    default:
      return 3;
    }
}

static void
add_candidate (GPtrArray     *candidates,
               FoedStatement *statement)
{
  FoedCandidate *candidate;

  for (guint i = 0; i < candidates->len; i++)
    if (strcmp (((FoedCandidate *) candidates->pdata[i])->id, foed_statement_get_text (statement, 0)) == 0)
      return;

  candidate = g_new0 (FoedCandidate, 1);
  candidate->id = g_strdup (foed_statement_get_text (statement, 0));
  candidate->title = g_strdup (foed_statement_get_text (statement, 1));
  candidate->exists = foed_statement_get_integer (statement, 2) != 0;
  candidate->rank = rank_kind (foed_record_kind_from_nick (foed_statement_get_text (statement, 3)));
  g_ptr_array_add (candidates, candidate);
}

static gboolean
find_by_id (FoedConnection  *connection,
            FoedResolution  *resolution,
            gboolean        *found,
            GError         **error)
{
  g_autoptr (FoedStatement) statement = foed_statement_new (connection, "SELECT kind FROM record WHERE id = ?", error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, resolution->name);
  *found = foed_statement_next (statement, &local_error) &&
           matches_kind (resolution, foed_statement_get_text (statement, 0));

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* States share codes: COW gives Prussia and Germany one number. The third column tells those that exist to this day. */
static gboolean
find_by_code (FoedConnection  *connection,
              FoedResolution  *resolution,
              GPtrArray       *candidates,
              GError         **error)
{
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *code = NULL;
  guint64 number = 0;

  if (resolution->kind != FOED_RECORD_NONE && resolution->kind != FOED_RECORD_STATE)
    return TRUE;

  statement = foed_statement_new (connection,
                                  "SELECT s.id, s.title, EXISTS (SELECT 1 FROM record r JOIN spell p ON p.id = r.id "
                                  "WHERE r.parent = s.id AND p.end IS NULL), 'state' "
                                  "FROM state s WHERE s.iso3 = ?1 OR s.cow = ?2 ORDER BY s.id",
                                  error);
  if (statement == NULL)
    return FALSE;

  code = g_ascii_strup (resolution->name, -1);
  foed_statement_bind_text (statement, 1, code);

  if (g_ascii_string_to_unsigned (resolution->name, 10, 1, G_MAXINT32, &number, NULL))
    foed_statement_bind_integer (statement, 2, number);

  while (foed_statement_next (statement, &local_error))
    add_candidate (candidates, statement);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

/* A phrase of the search index; quotes in it are doubled. */
static char *
make_phrase (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "\"", -1);
  g_autofree char *quoted = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("{title} : \"%s\"", quoted);
}

/* The search index finds the few rows that may have that title, whatever the case; what is exactly it is decided here.
 * A name or a number in a series stands for the record that it belongs to. */
static gboolean
find_by_title (FoedConnection  *connection,
               FoedResolution  *resolution,
               GPtrArray       *candidates,
               GError         **error)
{
  g_autofree char *phrase = make_phrase (resolution->name);
  g_autofree char *wanted = fold (resolution->name);
  g_autoptr (FoedStatement) statement = NULL;
  g_autoptr (GError) local_error = NULL;

  statement = foed_statement_new (connection,
                                  "SELECT o.id, search.title, 0, o.kind FROM search "
                                  "CROSS JOIN record r ON r.key = search.rowid "
                                  "CROSS JOIN record o ON o.id = iif (r.kind IN ('name', 'identifier'), r.parent, r.id) "
                                  "WHERE search MATCH ?1 ORDER BY o.id",
                                  error);
  if (statement == NULL)
    return FALSE;

  foed_statement_bind_text (statement, 1, phrase);

  while (foed_statement_next (statement, &local_error))
    {
      const char *title = foed_statement_get_text (statement, 1);
      g_autofree char *folded = title != NULL ? fold (title) : NULL;

      if (g_strcmp0 (folded, wanted) == 0 && matches_kind (resolution, foed_statement_get_text (statement, 3)))
        add_candidate (candidates, statement);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static void
set_unknown_error (FoedResolution  *resolution,
                   GError         **error)
{
  if (resolution->kind == FOED_RECORD_NONE)
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND, _("There is no “%s” in the library."),
                 resolution->name);
  else
    /* Translators: the first is what was asked for, the second the kind of record, such as “State”. */
    g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_NOT_FOUND, _("There is no “%s” in the library (%s)."),
                 resolution->name, foed_record_kind_get_label (resolution->kind));
}

static void
set_ambiguous_error (FoedResolution  *resolution,
                     GPtrArray       *candidates,
                     GError         **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < MIN (candidates->len, MAX_CANDIDATES); i++)
    {
      FoedCandidate *candidate = candidates->pdata[i];

      g_string_append_printf (list, "%s%s (%s)", i > 0 ? ", " : "", candidate->id, candidate->title);
    }

  if (candidates->len > MAX_CANDIDATES)
    g_string_append (list, ", …");

  g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_AMBIGUOUS,
               _("“%s” may be any of these: %s. Use the id of the one you mean."), resolution->name, list->str);
}

static void
drop_lesser (GPtrArray *candidates)
{
  guint best = G_MAXUINT;

  for (guint i = 0; i < candidates->len; i++)
    best = MIN (best, ((FoedCandidate *) candidates->pdata[i])->rank);

  for (guint i = candidates->len; i > 0; i--)
    if (((FoedCandidate *) candidates->pdata[i - 1])->rank > best)
      g_ptr_array_remove_index (candidates, i - 1);
}

/* One candidate is the answer; so is the only one among several that exists to this day. */
static char *
choose (FoedResolution  *resolution,
        GPtrArray       *candidates,
        GError         **error)
{
  FoedCandidate *chosen;
  guint n_existing = 0;

  drop_lesser (candidates);
  chosen = candidates->len == 1 ? candidates->pdata[0] : NULL;

  for (guint i = 0; i < candidates->len; i++)
    {
      FoedCandidate *candidate = candidates->pdata[i];

      if (candidate->exists && n_existing++ == 0 && chosen == NULL)
        chosen = candidate;
    }

  if (candidates->len > 1 && n_existing != 1)
    {
      set_ambiguous_error (resolution, candidates, error);
      return NULL;
    }

  return g_strdup (chosen->id);
}

static gpointer
do_resolve (FoedLibrary     *library,
            FoedConnection  *connection,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  FoedResolution *resolution = data;
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_candidate_free);
  gboolean found;

  if (!find_by_id (connection, resolution, &found, error))
    return NULL;

  if (found)
    return g_strdup (resolution->name);

  if (!find_by_code (connection, resolution, candidates, error) ||
      (candidates->len == 0 && !find_by_title (connection, resolution, candidates, error)))
    return NULL;

  if (candidates->len > 0)
    return choose (resolution, candidates, error);

  set_unknown_error (resolution, error);

  return NULL;
}

/**
 * foed_library_resolve_sync:
 * @self: a library
 * @kind: the kind of record that is meant, or %FOED_RECORD_NONE for any
 * @name: an id; for a state also an ISO 3166-1 alpha-3 code or a COW number; or a title, name (in any language) or
 *   number in a series, whole, in upper or lower case
 * @cancellable: (nullable): ends it
 * @error: (out): why not: %FOED_LIBRARY_ERROR_NOT_FOUND, or %FOED_LIBRARY_ERROR_AMBIGUOUS with the candidates
 *
 * Finds the id behind what a person calls a record. A code that several states had, one after the other, means the one
 * that still exists; the others are named by id. A name without a @kind means an alliance rather than a state, a state
 * rather than a treaty, and a treaty rather than anything else.
 *
 * Returns: (transfer full): the id
 */
char *
foed_library_resolve_sync (FoedLibrary     *self,
                           FoedRecordKind   kind,
                           const char      *name,
                           GCancellable    *cancellable,
                           GError         **error)
{
  FoedResolution resolution = { kind, name };

  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (kind < FOED_N_RECORD_KINDS, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return foed_library_run_sync (self, FOED_LIBRARY_READER, do_resolve, &resolution, cancellable, error);
}
