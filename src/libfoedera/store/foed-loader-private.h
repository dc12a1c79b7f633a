/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-connection-private.h"
#include "model/foed-record.h"

G_BEGIN_DECLS

FoedRecord *foed_loader_load (FoedConnection  *connection,
                              const char      *id,
                              GError         **error);
char      **foed_loader_list_ids (FoedConnection  *connection,
                                  FoedRecordKind   kind,
                                  GError         **error);

G_END_DECLS
