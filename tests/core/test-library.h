/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/foed-listing.h"

G_BEGIN_DECLS

/* A library of its own, in a folder of its own, for the time of a test. */
typedef struct
{
  FoedLibrary *library;
  char        *folder;
  GPtrArray   *strings;
} TestLibrary;

void        test_library_init     (TestLibrary       *self);
void        test_library_open     (TestLibrary       *self);
void        test_library_close    (TestLibrary       *self);
void        test_library_clear    (TestLibrary       *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestLibrary, test_library_clear)

void        test_library_put      (TestLibrary       *self,
                                   GPtrArray         *records);
void        test_library_put_xml  (TestLibrary       *self,
                                   const char        *xml);
GPtrArray  *test_library_load_bundled (const char    *folder);

guint       test_library_count    (TestLibrary       *self,
                                   FoedQuery         *query);
const char *test_library_list     (TestLibrary       *self,
                                   FoedQuery         *query,
                                   const char        *column);

guint       test_find_column      (FoedListing        listing,
                                   const char        *nick);
void        test_take             (FoedQuery        **query,
                                   FoedQuery         *changed);

G_END_DECLS
