/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/tree.h>

#include "foed-report.h"
#include "foed-xml-error.h"

G_BEGIN_DECLS

/* How much of a file in a foreign dialect is read. */
#define FOED_FOREIGN_LONGEST_FILE (64 << 20)

/* The first elements of a file, by which a dialect is recognised. */
typedef struct
{
  char     *name;
  char     *attributes;        /* "name=value" each on its line */
  gboolean  is_below_root;     /* a child of the root */
} FoedForeignElement;

void       foed_foreign_element_free      (FoedForeignElement  *self);

GPtrArray *foed_foreign_list_elements     (GBytes              *bytes,
                                           guint                most_elements);
xmlDoc    *foed_foreign_parse             (GBytes              *bytes,
                                           const char          *name,
                                           gboolean             is_lenient,
                                           FoedReport          *report,
                                           GError             **error);
xmlDoc    *foed_foreign_parse_stylesheet  (GBytes              *bytes,
                                           const char          *name,
                                           xmlDict             *dictionary,
                                           GError             **error);

GBytes    *foed_foreign_mend              (GBytes              *bytes,
                                           const char          *name,
                                           FoedReport          *report);

/* What the lenient pass does to the bytes before libxml2 sees them; it tells in @report, if any, what it repaired. */
GBytes    *foed_foreign_repair            (GBytes              *bytes,
                                           const char          *name,
                                           FoedReport          *report);

/* The first place that is not the encoding that the file declares, and what it is instead. */
typedef enum
{
  FOED_ENCODING_FINE,
  FOED_ENCODING_ZEROS,
  FOED_ENCODING_NOT_UTF_8,
  FOED_ENCODING_UTF_8_UNDECLARED,
  FOED_ENCODING_UNKNOWN
} FoedEncodingFault;

FoedEncodingFault foed_foreign_check_encoding (GBytes      *bytes,
                                               char       **declared,
                                               gsize       *offset);
void              foed_foreign_locate         (GBytes      *bytes,
                                               gsize        offset,
                                               int         *line,
                                               int         *column);

G_END_DECLS
