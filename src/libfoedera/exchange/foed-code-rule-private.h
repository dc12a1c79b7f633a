/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No value in a table of codes: blank, not zero. */
#define FOED_CODE_BLANK G_MININT

typedef enum
{
  FOED_CODED_NOT,
  FOED_CODED_SILENT,
  FOED_CODED_STATED
} FoedCoded;

/* The value of the variable that is called @name. */
typedef int (*FoedCodeFunc) (gconstpointer  row,
                             const char    *name,
                             gsize          length);

FoedCoded  foed_code_rule_apply      (const char    *rule,
                                      gconstpointer  row,
                                      FoedCodeFunc   get_code);
char      *foed_code_rule_list_names (const char    *rule);

G_END_DECLS
