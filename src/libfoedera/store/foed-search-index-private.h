/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-connection-private.h"
#include "model/foed-record.h"

G_BEGIN_DECLS

gboolean foed_search_index_add        (FoedConnection  *connection,
                                       gint64           key,
                                       GError         **error);
gboolean foed_search_index_add_record (FoedConnection  *connection,
                                       gint64           key,
                                       FoedRecord      *record,
                                       GError         **error);
gboolean foed_search_index_add_from   (FoedConnection  *connection,
                                       gint64           first_key,
                                       GError         **error);
gboolean foed_search_index_remove     (FoedConnection  *connection,
                                       gint64           key,
                                       GError         **error);
gboolean foed_search_index_holds      (FoedRecordKind   kind,
                                       FoedField        field);

G_END_DECLS
