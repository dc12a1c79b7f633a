/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-connection-private.h"

G_BEGIN_DECLS

gboolean foed_history_begin (FoedConnection  *connection,
                             const char      *label,
                             gint64          *number,
                             GError         **error);
gboolean foed_history_end   (FoedConnection  *connection,
                             gint64           number,
                             guint            n_new,
                             guint            n_changed,
                             guint            n_removed,
                             GError         **error);

gboolean foed_history_set_report (FoedConnection  *connection,
                                  gint64           number,
                                  const char      *report,
                                  GError         **error);

G_END_DECLS
