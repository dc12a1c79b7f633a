/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-connection-private.h"

G_BEGIN_DECLS

/* "FOED" */
#define FOED_APPLICATION_ID 0x464F4544

/* One more with each file in migrations/. */
#define FOED_SCHEMA_VERSION 2

gboolean foed_migration_check (FoedConnection  *connection,
                               GError         **error);
gboolean foed_migration_run   (FoedConnection  *connection,
                               gboolean         create,
                               GError         **error);

G_END_DECLS
