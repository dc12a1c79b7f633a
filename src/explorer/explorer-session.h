/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/foed-record.h"
#include "store/foed-library.h"
#include "store/foed-query.h"

G_BEGIN_DECLS

/**
 * ExplorerSession:
 *
 * What the window looks at. All view state lives here; views and panels bind to it and never to each other. It is used
 * in the main thread only and never blocks.
 *
 * Properties (each notifies):
 *  - `library` (#FoedLibrary, nullable): the open library
 *  - `query` (#FoedQuery): what is shown: listing, words, facets, sort, and the day while one is on; never %NULL
 *  - `day` (int, a #FoedDay): the day that was chosen last; part of the query only while `day-on`
 *  - `day-on` (boolean): whether a day is on; otherwise "any time"
 *  - `since` (int, a #FoedDay): the day since when changes are marked; not part of the query
 *  - `since-on` (boolean): whether changes are marked
 *  - `titles` (GHashTable of id to title, nullable): titles of states, places, sources, alliances and instruments
 *  - `selected` (string, nullable): the id of the selected record, of any kind
 *  - `root` (string, nullable): the id of the alliance, state, source or place that holds it; often the same
 *  - `record` (#FoedRecord, nullable): the root with everything under it; %NULL until it has been read
 *  - `error` (GError, nullable): why the root could not be read
 *  - `view` (string): the nick of the view in the middle: `graph`, `table`
 *  - `panel` (string): the nick of the panel on the right: `overview`, `clauses`, `coordination`, `sovereignty`,
 *    `enforcement`, `sources`
 *  - `can-go-back` (boolean): whether something else was selected before
 *  - `busy` (boolean): whether long work is under way
 */
#define EXPLORER_TYPE_SESSION (explorer_session_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerSession, explorer_session, EXPLORER, SESSION, GObject)

ExplorerSession *explorer_session_new                 (void);

FoedLibrary     *explorer_session_get_library         (ExplorerSession    *self);
void             explorer_session_set_library         (ExplorerSession    *self,
                                                       FoedLibrary        *library);

FoedQuery       *explorer_session_get_query           (ExplorerSession    *self);
void             explorer_session_set_query           (ExplorerSession    *self,
                                                       FoedQuery          *query);
FoedDay          explorer_session_get_day             (ExplorerSession    *self);
void             explorer_session_set_day             (ExplorerSession    *self,
                                                       FoedDay             day);
gboolean         explorer_session_get_day_on          (ExplorerSession    *self);
void             explorer_session_set_day_on          (ExplorerSession    *self,
                                                       gboolean            day_on);
gboolean         explorer_session_get_since           (ExplorerSession    *self,
                                                       FoedDay            *since);
void             explorer_session_mark_changes        (ExplorerSession    *self,
                                                       FoedDay             since);
void             explorer_session_unmark_changes      (ExplorerSession    *self);

const char      *explorer_session_get_title           (ExplorerSession    *self,
                                                       const char         *id);
char            *explorer_session_dup_titles_of       (ExplorerSession    *self,
                                                       const char * const *ids);

void             explorer_session_select              (ExplorerSession    *self,
                                                       const char         *id,
                                                       const char         *root);
void             explorer_session_go_back             (ExplorerSession    *self);
gboolean         explorer_session_get_can_go_back     (ExplorerSession    *self);
const char      *explorer_session_get_selected        (ExplorerSession    *self);
const char      *explorer_session_get_root            (ExplorerSession    *self);
FoedRecord      *explorer_session_get_record          (ExplorerSession    *self);
FoedRecord      *explorer_session_get_selected_record (ExplorerSession    *self);
const GError    *explorer_session_get_error           (ExplorerSession    *self);

const char      *explorer_session_get_view            (ExplorerSession    *self);
void             explorer_session_set_view            (ExplorerSession    *self,
                                                       const char         *view);
const char      *explorer_session_get_panel           (ExplorerSession    *self);
void             explorer_session_set_panel           (ExplorerSession    *self,
                                                       const char         *panel);

gboolean         explorer_session_get_busy            (ExplorerSession    *self);
void             explorer_session_hold_busy           (ExplorerSession    *self);
void             explorer_session_release_busy        (ExplorerSession    *self);

G_END_DECLS
