/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-session.h"

G_BEGIN_DECLS

/**
 * ExplorerNews:
 *
 * Who enters and who leaves as time passes, among the alliances that the session's filter leaves.
 *
 * Property `session` (construct only). Signal `changed`: another library or filter, and so other news.
 */
#define EXPLORER_TYPE_NEWS (explorer_news_get_type ())
G_DECLARE_FINAL_TYPE (ExplorerNews, explorer_news, EXPLORER, NEWS, GObject)

ExplorerNews *explorer_news_new  (ExplorerSession *session);
char         *explorer_news_tell (ExplorerNews    *self,
                                  FoedDay          from,
                                  FoedDay          to);

G_END_DECLS
