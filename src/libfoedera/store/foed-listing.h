/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-library.h"
#include "foed-query.h"
#include "model/foed-tie.h"

G_BEGIN_DECLS

/**
 * FoedRow:
 *
 * One row of a listing. Immutable. Values are canonical spellings (nicks, ids, EDTF dates, numbers).
 */
#define FOED_TYPE_ROW (foed_row_get_type ())
G_DECLARE_FINAL_TYPE (FoedRow, foed_row, FOED, ROW, GObject)

FoedListing         foed_row_get_listing   (FoedRow     *self);
const char         *foed_row_get_id        (FoedRow     *self);
const char         *foed_row_get_alliance  (FoedRow     *self);
const char         *foed_row_get_value     (FoedRow     *self,
                                            guint        column);
const char * const *foed_row_get_values    (FoedRow     *self,
                                            guint        column);
char               *foed_row_dup_display   (FoedRow     *self,
                                            guint        column);

/**
 * FoedFacetCount:
 * @facet: the facet
 * @nick: the term or the id of the state
 * @label: what a person reads, translated
 * @count: how many rows there would be with this value alone in the facet, the other facets as they are
 *
 * One line of a facet.
 */
typedef struct
{
  FoedFacet  facet;
  char      *nick;
  char      *label;
  guint      count;
} FoedFacetCount;

void       foed_facet_count_free       (FoedFacetCount       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedFacetCount, foed_facet_count_free)

gboolean   foed_library_count_sync     (FoedLibrary          *self,
                                        FoedQuery            *query,
                                        guint                *count,
                                        GCancellable         *cancellable,
                                        GError              **error);
GPtrArray *foed_library_list_sync      (FoedLibrary          *self,
                                        FoedQuery            *query,
                                        guint                 offset,
                                        guint                 limit,
                                        GCancellable         *cancellable,
                                        GError              **error);
GPtrArray *foed_library_facets_sync    (FoedLibrary          *self,
                                        FoedQuery            *query,
                                        GCancellable         *cancellable,
                                        GError              **error);
void       foed_library_facets_async   (FoedLibrary          *self,
                                        FoedQuery            *query,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);
GPtrArray *foed_library_facets_finish  (FoedLibrary          *self,
                                        GAsyncResult         *result,
                                        GError              **error);

/**
 * FoedSearchHit:
 * @id: the record
 * @kind: its kind
 * @alliance: (nullable): the alliance it belongs to
 * @title: its title
 * @snippet: the words around the match; matches stand between U+2068 and U+2069
 *
 * Something that a search found, best first.
 */
typedef struct
{
  char           *id;
  FoedRecordKind  kind;
  char           *alliance;
  char           *title;
  char           *snippet;
} FoedSearchHit;

void       foed_search_hit_free        (FoedSearchHit        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedSearchHit, foed_search_hit_free)

GPtrArray *foed_library_search_sync    (FoedLibrary          *self,
                                        const char           *text,
                                        guint                 limit,
                                        GCancellable         *cancellable,
                                        GError              **error);

/* Arrays of FoedMembership and FoedTie, of the alliances that @query leaves; its day, where it has one, is applied,
 * otherwise all spells are given. Ties are narrowed by the facets of obligations too. */
GArray    *foed_library_memberships_sync   (FoedLibrary          *self,
                                            FoedQuery            *query,
                                            GCancellable         *cancellable,
                                            GError              **error);
void       foed_library_memberships_async  (FoedLibrary          *self,
                                            FoedQuery            *query,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GArray    *foed_library_memberships_finish (FoedLibrary          *self,
                                            GAsyncResult         *result,
                                            GError              **error);
GArray    *foed_library_ties_sync          (FoedLibrary          *self,
                                            FoedQuery            *query,
                                            GCancellable         *cancellable,
                                            GError              **error);
void       foed_library_ties_async         (FoedLibrary          *self,
                                            FoedQuery            *query,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GArray    *foed_library_ties_finish        (FoedLibrary          *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/* Alliances in force on 31 December of each year from *first_year on, for the query without its day. */
GArray    *foed_library_histogram_sync     (FoedLibrary          *self,
                                            FoedQuery            *query,
                                            int                  *first_year,
                                            GCancellable         *cancellable,
                                            GError              **error);
void       foed_library_histogram_async    (FoedLibrary          *self,
                                            FoedQuery            *query,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
GArray    *foed_library_histogram_finish   (FoedLibrary          *self,
                                            GAsyncResult         *result,
                                            int                  *first_year,
                                            GError              **error);

/* The alliances in which something begins or ends between two days, whole. */
GPtrArray *foed_library_changing_alliances_sync (FoedLibrary     *self,
                                            FoedQuery            *query,
                                            FoedDay               from,
                                            FoedDay               to,
                                            GCancellable         *cancellable,
                                            GError              **error);

G_END_DECLS
