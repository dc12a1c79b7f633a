/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foed-report.h"
#include "store/foed-writer.h"

G_BEGIN_DECLS

/**
 * FoedImportFormat:
 * @recognise: tells by the first bytes of a file whether it is of the format: the nick of what it is, a static string,
 *   or %NULL. @order is the place among files of such formats: those with lower numbers are read first
 * @read: reads a file. Returns its records, or %NULL with @error set where the run must end; that the file is no good is
 *   told by an error in @report. #FoedMatch is added to @matches for what the library has already
 *
 * A format of files that are not XML and are read when all others are written, because what they mean depends on the
 * library. Static.
 */
typedef struct
{
  const char *(*recognise) (const char    *head,
                            gsize          length,
                            int           *order);
  GPtrArray  *(*read)      (FoedWriter    *writer,
                            GInputStream  *stream,
                            const char    *name,
                            FoedReport    *report,
                            GPtrArray     *matches,
                            GCancellable  *cancellable,
                            GError       **error);
} FoedImportFormat;

G_END_DECLS
