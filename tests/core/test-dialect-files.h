/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <foedera.h>

#include "test-records.h"

G_BEGIN_DECLS

/* A file in a foreign dialect, read by the bundled stylesheets. */
typedef struct
{
  FoedRecord *document;      /* NULL where it was refused */
  const char *dialect;
  FoedReport *report;
  GPtrArray  *strings;
} TestFile;

TestFile       *test_file_read           (const char      *xml);
TestFile       *test_file_read_with      (const char      *xml,
                                          gboolean         is_lenient,
                                          FoedStateIndex  *states);
TestFile       *test_file_read_bytes     (GBytes          *bytes,
                                          const char      *name,
                                          gboolean         is_lenient,
                                          FoedStateIndex  *states);
void            test_file_free           (TestFile        *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TestFile, test_file_free)

FoedRecord     *test_file_get_instrument (TestFile        *self,
                                          guint            position);
void            test_assert_problem      (TestFile        *self,
                                          const char      *rule,
                                          int              line,
                                          const char      *says);
void            test_assert_native       (FoedRecord      *record);

/* @kind is the nick in the record's kind, where it has one. */
guint           test_count               (FoedRecord      *record,
                                          FoedRecordKind   record_kind,
                                          const char      *kind);
FoedRecord     *test_find                (FoedRecord      *record,
                                          FoedRecordKind   kind,
                                          FoedField        field,
                                          const char      *value);
const char     *test_get_wording         (FoedRecord      *record,
                                          const char      *kind,
                                          const char      *number);
const char     *test_get_language        (FoedRecord      *record,
                                          const char      *kind,
                                          const char      *number);
gboolean        test_has_identifier      (FoedRecord      *record,
                                          const char      *scheme,
                                          const char      *value);
const char     *test_get_value           (TestFile        *self,
                                          FoedRecord      *record,
                                          FoedField        field);

FoedStateIndex *test_states              (const char      *states);

G_END_DECLS
