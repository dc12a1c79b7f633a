/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-panel.h"

G_BEGIN_DECLS

/* What it takes to make a table again and to know that it is the same. */
typedef struct
{
  FoedTableFormat          format;
  const FoedPanelOptions  *panel;
  FoedQuery               *query;
  GPtrArray               *columns;
  gboolean                 labels;
  guint                    n_rows;
  const char              *file;
  const char              *file_hash;
  const char              *library;
  const char              *library_hash;
} FoedReplication;

char     *foed_replication_hash_library (FoedLibrary            *library,
                                         GCancellable           *cancellable,
                                         GError                **error);
gboolean  foed_replication_log          (const FoedReplication  *self,
                                         GFile                  *log,
                                         GCancellable           *cancellable,
                                         GError                **error);

G_END_DECLS
