/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "foed-report.h"
#include "foed-xml-error.h"
#include "model/foed-record.h"

G_BEGIN_DECLS

/**
 * FoedXmlReader:
 *
 * Reads native XML as a stream, one source, place, state or alliance with everything under it at a time, and checks it
 * against the schema and the rules that a schema can't say. It never loads a DTD, expands an entity or opens another
 * file. Not to be used by two threads at a time.
 */
#define FOED_TYPE_XML_READER (foed_xml_reader_get_type ())
G_DECLARE_FINAL_TYPE (FoedXmlReader, foed_xml_reader, FOED, XML_READER, GObject)

FoedXmlReader *foed_xml_reader_new           (GInputStream   *stream,
                                              const char     *name);
FoedXmlReader *foed_xml_reader_new_for_file  (GFile          *file,
                                              const char     *name,
                                              GCancellable   *cancellable,
                                              GError        **error);
gboolean       foed_xml_reader_next          (FoedXmlReader  *self,
                                              FoedRecord    **record,
                                              GCancellable   *cancellable,
                                              GError        **error);
FoedReport    *foed_xml_reader_get_report    (FoedXmlReader  *self);
const char    *foed_xml_reader_get_name      (FoedXmlReader  *self);
guint64        foed_xml_reader_get_offset    (FoedXmlReader  *self);
guint          foed_xml_reader_get_n_records (FoedXmlReader  *self);

G_END_DECLS
