/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-transform.h"
#include "model/foed-state-index.h"

G_BEGIN_DECLS

/* The dialect that Foedera writes. */
#define FOED_DIALECT_NATIVE "native"

/**
 * FoedDialect:
 *
 * A foreign dialect of treaty XML and the stylesheet that reads it. Immutable.
 */
#define FOED_TYPE_DIALECT (foed_dialect_get_type ())
G_DECLARE_FINAL_TYPE (FoedDialect, foed_dialect, FOED, DIALECT, GObject)

FoedDialect *foed_dialect_new             (GBytes       *stylesheet,
                                           const char   *name,
                                           gboolean      is_bundled,
                                           GError      **error);
const char  *foed_dialect_get_nick        (FoedDialect  *self);
char        *foed_dialect_dup_label       (FoedDialect  *self);
char        *foed_dialect_dup_cannot_tell (FoedDialect  *self);
gboolean     foed_dialect_is_bundled      (FoedDialect  *self);

/**
 * FoedDialects:
 *
 * The dialects that are known: those that come with Foedera and the user's own, which go first. Immutable; threads may
 * share it.
 */
#define FOED_TYPE_DIALECTS (foed_dialects_get_type ())
G_DECLARE_FINAL_TYPE (FoedDialects, foed_dialects, FOED, DIALECTS, GObject)

/**
 * FoedForeignOptions:
 * @dialect: (nullable): the nick of the dialect that the file is in, or %NULL to recognise it
 * @is_lenient: whether to repair what is not well-formed or in a wrong encoding, and to tell
 * @states: (nullable): where the states behind codes and names are looked up; without it parties stay text
 *
 * How a file is read.
 */
typedef struct
{
  const char     *dialect;
  gboolean        is_lenient;
  FoedStateIndex *states;
} FoedForeignOptions;

FoedDialects *foed_dialects_new           (GFile                     *folder);
FoedDialects *foed_dialects_new_default   (void);
FoedReport   *foed_dialects_get_report    (FoedDialects              *self);
guint         foed_dialects_get_n         (FoedDialects              *self);
FoedDialect  *foed_dialects_get           (FoedDialects              *self,
                                           guint                      position);
FoedDialect  *foed_dialects_find          (FoedDialects              *self,
                                           const char                *nick);
FoedDialect  *foed_dialects_recognise     (FoedDialects              *self,
                                           GBytes                    *bytes,
                                           char                     **root);
GPtrArray    *foed_dialects_read          (FoedDialects              *self,
                                           GBytes                    *bytes,
                                           const char                *name,
                                           const FoedForeignOptions  *options,
                                           FoedReport                *report,
                                           FoedDialect              **dialect,
                                           GCancellable              *cancellable,
                                           GError                   **error);

G_END_DECLS
