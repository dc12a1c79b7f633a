/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foed-xml-error.h"
#include "model/foed-record.h"

G_BEGIN_DECLS

/**
 * FoedXmlWriter:
 *
 * Writes records as native XML in canonical form: what it writes is read and written byte for byte the same. Records
 * stand in the order in which they are given, which is canonical where they are sorted by kind and id.
 */
#define FOED_TYPE_XML_WRITER (foed_xml_writer_get_type ())
G_DECLARE_FINAL_TYPE (FoedXmlWriter, foed_xml_writer, FOED, XML_WRITER, GObject)

FoedXmlWriter *foed_xml_writer_new   (GOutputStream  *stream);
gboolean       foed_xml_writer_write (FoedXmlWriter  *self,
                                      FoedRecord     *record,
                                      GCancellable   *cancellable,
                                      GError        **error);
gboolean       foed_xml_writer_end   (FoedXmlWriter  *self,
                                      GCancellable   *cancellable,
                                      GError        **error);

G_END_DECLS
