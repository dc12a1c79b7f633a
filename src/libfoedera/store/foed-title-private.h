/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-connection-private.h"

G_BEGIN_DECLS

char *foed_title_read (FoedConnection  *connection,
                       const char      *id,
                       GError         **error);

G_END_DECLS
