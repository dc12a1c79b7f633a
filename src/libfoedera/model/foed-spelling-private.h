/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOED_LONGEST_ID 200

/* In the messages of errors a newline parts what is wrong from what to do. */
void      foed_spelling_join_hint    (GError       *error);

char     *foed_spelling_shorten      (const char   *text);
gboolean  foed_spelling_is_blank     (const char   *text);
gboolean  foed_spelling_check_text   (const char   *text,
                                      GError      **error);
gboolean  foed_spelling_check_id     (const char   *text,
                                      GError      **error);
gboolean  foed_spelling_scan_integer (const char   *text,
                                      gint64       *integer,
                                      GError      **error);
gboolean  foed_spelling_scan_number  (const char   *text,
                                      double       *number,
                                      GError      **error);
double    foed_spelling_round_number (double        number);
char     *foed_spelling_from_number  (double        number);
char    **foed_spelling_scan_ids     (const char   *text,
                                      GError      **error);
char    **foed_spelling_pack_ids     (const char * const *ids);

G_END_DECLS
