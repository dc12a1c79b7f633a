/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define FOED_XML_ERROR (foed_xml_error_quark ())

/* The namespace of the native format: a name, never fetched. */
#define FOED_XML_NAMESPACE "https://foedera.github.io/ns/1"
#define FOED_XML_VERSION "1"

/**
 * FoedXmlError:
 * @FOED_XML_ERROR_CANNOT_READ: there is no such file, it is a folder, or there is no permission to read it
 * @FOED_XML_ERROR_NOT_WELL_FORMED: the file is not XML, or ends too early
 * @FOED_XML_ERROR_NOT_ALLOWED: the file uses what is refused for safety: a DOCTYPE, an entity, another encoding
 * @FOED_XML_ERROR_LIMIT: the file is larger or nested deeper than is read
 * @FOED_XML_ERROR_NOT_NATIVE: the file is XML, but not of the native format
 * @FOED_XML_ERROR_VERSION: the file is of another version of the native format
 * @FOED_XML_ERROR_CANNOT_WRITE: the file can't be written
 */
typedef enum
{
  FOED_XML_ERROR_CANNOT_READ,
  FOED_XML_ERROR_NOT_WELL_FORMED,
  FOED_XML_ERROR_NOT_ALLOWED,
  FOED_XML_ERROR_LIMIT,
  FOED_XML_ERROR_NOT_NATIVE,
  FOED_XML_ERROR_VERSION,
  FOED_XML_ERROR_CANNOT_WRITE
} FoedXmlError;

GQuark foed_xml_error_quark (void);

G_END_DECLS
