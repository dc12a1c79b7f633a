/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-dialect"

#include "config.h"

#include <string.h>

#include "foed-dialect.h"

/**
 * foed_dialect_is_known:
 * @nick: the name of a dialect
 *
 * Returns: whether files of that dialect can be read
 */
gboolean
foed_dialect_is_known (const char *nick)
{
  g_return_val_if_fail (nick != NULL, FALSE);

  return strcmp (nick, FOED_DIALECT_NATIVE) == 0;
}

/**
 * foed_dialect_open:
 * @file: a file
 * @name: what problems call it
 * @dialect: (nullable): the dialect it is written in; %NULL to look at the file
 * @used: (out): the dialect it is read as
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for an error of domain %FOED_XML_ERROR
 *
 * Opens a file of any known dialect.
 *
 * Returns: (transfer full): a reader of its records, or %NULL
 */
FoedXmlReader *
foed_dialect_open (GFile         *file,
                   const char    *name,
                   const char    *dialect,
                   const char   **used,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (dialect == NULL || foed_dialect_is_known (dialect), NULL);
  g_return_val_if_fail (used != NULL, NULL);

  *used = FOED_DIALECT_NATIVE;

  return foed_xml_reader_new_for_file (file, name, cancellable, error);
}
