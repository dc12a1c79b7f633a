/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "foed-report.h"
#include "foed-xml-error.h"
#include "model/foed-state-index.h"

G_BEGIN_DECLS

/* What the file was, for the documents made of it. */
typedef struct
{
  const char     *name;       /* what the user calls it */
  const char     *dialect;
  const char     *hash;
  FoedStateIndex *states;     /* or NULL */
  FoedReport     *report;
} FoedForeignSource;

GPtrArray *foed_foreign_make_records  (xmlDoc                   *result,
                                       const FoedForeignSource  *source,
                                       GError                  **error);

/* How what a stylesheet writes becomes what a field holds. */
char      *foed_foreign_dup_title     (const xmlNode            *node);
char      *foed_foreign_dup_content   (const xmlNode            *node);
char      *foed_foreign_fold_blanks   (const char               *text);
char      *foed_foreign_unescape      (const char               *text);
char      *foed_foreign_fold_date     (const char               *text);
gboolean   foed_foreign_is_sentinel   (const char               *date);
char      *foed_foreign_fold_language (const char               *text);
char      *foed_foreign_fold_number   (const char               *text,
                                       gboolean                  is_article);
const char *foed_foreign_guess_language (const char              *text);
char      *foed_foreign_make_slug     (const char               *text,
                                       gsize                     longest);

G_END_DECLS
