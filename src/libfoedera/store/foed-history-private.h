/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-changeset-private.h"

G_BEGIN_DECLS

gboolean foed_history_record (FoedConnection   *connection,
                              sqlite3_session  *session,
                              const char       *label,
                              guint             n_new,
                              guint             n_changed,
                              guint             n_removed,
                              gboolean         *recorded,
                              GError          **error);

G_END_DECLS
