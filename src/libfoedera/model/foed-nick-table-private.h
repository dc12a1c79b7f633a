/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An index of stable names, made once from a static table and never freed: position by name in constant time. */
typedef struct _FoedNickTable FoedNickTable;

typedef const char *(*FoedNickFunc) (guint    position,
                                     gpointer user_data);

FoedNickTable *foed_nick_table_new   (guint                n_nicks,
                                      FoedNickFunc         get_nick,
                                      gpointer             user_data);
int            foed_nick_table_find  (const FoedNickTable *self,
                                      const char          *nick);
int            foed_nick_table_guess (const FoedNickTable *self,
                                      const char          *misspelt);
const char    *foed_nick_guess       (guint                n_nicks,
                                      FoedNickFunc         get_nick,
                                      gpointer             user_data,
                                      const char          *misspelt);

G_END_DECLS
