/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/foed-history.h"
#include "store/foed-library.h"
#include "store/foed-maintenance.h"
#include "store/foed-writer.h"

#include "test-records.h"

G_BEGIN_DECLS

/* Real library files in a folder of their own, which goes when the test ends. What is not expected to fail ends the
 * test where it does. */

typedef struct
{
  char        *folder;
  char        *path;
  FoedLibrary *library;
} TestStore;

void           test_store_set_up      (TestStore    *self,
                                         gconstpointer   data);
void           test_store_tear_down   (TestStore    *self,
                                         gconstpointer   data);
void           test_store_open        (TestStore    *self,
                                         FoedLibraryFlags flags);
void           test_store_close       (TestStore    *self);

FoedPutCounts  test_store_put         (TestStore    *self,
                                         const char     *label,
                                         const char     *xml);
gboolean       test_store_try_put     (TestStore    *self,
                                         const char     *xml,
                                         FoedWriteFlags  flags,
                                         GPtrArray     **changes,
                                         GError        **error);
gboolean       test_store_remove      (TestStore    *self,
                                         const char     *id,
                                         GError        **error);
void           test_store_undo        (TestStore    *self,
                                         const char     *label);
void           test_store_redo        (TestStore    *self,
                                         const char     *label);
FoedRecord    *test_store_get         (TestStore    *self,
                                         const char     *id);
char          *test_store_dup_field   (TestStore    *self,
                                         const char     *id,
                                         FoedField       field);
gboolean       test_store_has         (TestStore    *self,
                                         const char     *id);

/* All contents of all tables, also the derived ones and the search index, as text; not the history. */
char          *test_store_dump        (TestStore    *self);

/* One value, read by another connection to the file. */
char          *test_store_query       (TestStore    *self,
                                         const char     *sql);
void           test_store_execute     (TestStore    *self,
                                         const char     *sql);

/* A state, a place and a source, and a small alliance of the two states aland and borduria. */
#define TEST_GROUNDWORK \
  "<source id='series' kind='treaty-series'><title>Example Treaty Series</title></source>" \
  "<place id='exampleville' kind='city' latitude='48.2' longitude='16.37'><title>Exampleville</title></place>" \
  "<state id='aland' iso3='ALD' cow='998' region='europe'><title>Aland</title><spell begin='1816'/></state>" \
  "<state id='borduria' iso3='BOR' cow='999' region='europe' capital='exampleville'><title>Borduria</title>" \
  "<name kind='official' language='en' value='Kingdom of Borduria'/>" \
  "<spell begin='1816-01-01' end='1918-11-12'/><succession state='aland' on='1918-11-13'/></state>"

#define TEST_ALLIANCE \
  "<alliance id='pact' begin='1879-10-15' end='1918' end-mode='defeat' region='europe'><title>Example Pact</title>" \
  "<summary>A defensive pact of two states against a named third.</summary>" \
  "<name kind='short' value='EP'/><identifier scheme='atop' value='9999'/>" \
  "<citation source='series' pinpoint='vol. 1, p. 6' confidence='primary'/>" \
  "<citation source='series' pinpoint='vol. 2, p. 9' confidence='secondary' field='begin' " \
  "states-otherwise='1879-10-07'/>" \
  "<instrument id='pact.treaty' form='treaty' force='binding' secrecy='secret' signed='1879-10-07' " \
  "place='exampleville' begin='1879-10-15' end='1918' term-months='60' notice-months-cell='silent'>" \
  "<title>Treaty of Alliance</title><citation source='series' pinpoint='vol. 1, p. 6' confidence='primary'/>" \
  "<clause id='pact.treaty.1' kind='article' number='I' function='promises'><title>Common defence</title>" \
  "<summary>If the third state attacks one, the other helps with all its forces.</summary>" \
  "<obligation id='pact.treaty.1.defence' kind='defence' strength='automatic' response='all-means' " \
  "promisors='aland borduria'>" \
  "<condition kind='trigger' threat='armed-attack'/><condition kind='adversary' adversary='named' states='aland'/>" \
  "</obligation></clause></instrument>" \
  "<party id='pact.party.aland' state='aland' role='party' begin='1879-10-15' end='1918' " \
  "instrument='pact.treaty'/>" \
  "<party id='pact.party.borduria' state='borduria' role='party' begin='1879-10-15' end='1918' " \
  "instrument='pact.treaty'/>" \
  "<mechanism id='pact.mechanism.talks' kind='joint-planning' basis='practice' begin='1882~'>" \
  "<title>Staff talks</title><summary>The general staffs talked.</summary>" \
  "<citation source='series' pinpoint='p. 40' confidence='secondary'/></mechanism>" \
  "<impact id='pact.impact.force' domain='use-of-force' level='3' direction='limits' " \
  "obligation='pact.treaty.1.defence'><summary>Peace or war is decided by the attack.</summary>" \
  "<citation source='series' confidence='primary'/></impact>" \
  "<event id='pact.event.signed' kind='signed' begin='1879-10-07' states='aland borduria' " \
  "instrument='pact.treaty' place='exampleville'><title>Signed at Exampleville</title>" \
  "<citation source='series' confidence='primary'/></event></alliance>"

#define TEST_FILE(content) "<foedera xmlns='https://foedera.github.io/ns/1' version='1'>" content "</foedera>"

G_END_DECLS
