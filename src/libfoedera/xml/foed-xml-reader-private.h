/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libxml/xmlreader.h>

#include "foed-xml-ids-private.h"
#include "foed-xml-input-private.h"
#include "foed-xml-reader.h"

G_BEGIN_DECLS

/* An element that is open: the root, or a record. */
typedef struct
{
  FoedRecordBuilder *builder;             /* NULL for the root */
  const char        *id;                  /* NULL where it has none or that is refused */
  FoedRecordKind     kind;
  int                line;
  int                column;
  int                last_field;          /* the position of the last element of a field, or -1 */
  gboolean           is_cited;            /* it, or what it stands in, has a citation */
  guint              number;              /* its place among those of its kind */
  guint              n_children[FOED_N_RECORD_KINDS];
} FoedXmlFrame;

/* What a name in the file means. */
typedef struct
{
  const xmlChar  *name;
  FoedRecordKind  kind;
  FoedField       field;
  FoedField       cell;
} FoedXmlName;

#define FOED_XML_N_NAMES 256

/* What libxml2 said first. */
typedef struct
{
  int   code;
  int   line;
  int   column;
  char *message;
  char *subject;
} FoedXmlComplaint;

struct _FoedXmlReader
{
  GObject               parent_instance;
  FoedXmlInput         *input;
  xmlTextReader        *reader;
  struct _FoedXmlGuard *guard;
  char                 *name;
  FoedReport           *report;
  const xmlChar        *namespace_uri;
  GError               *fatal;
  FoedXmlComplaint      complaint;
  FoedXmlComplaint      schema_complaint;
  gboolean              is_at_end;

  FoedXmlIds            ids;
  guint                 n_records;
  guint                 n_records_in_tree;
  guint                 n_errors_before;
  FoedRecord           *ready;

  FoedXmlName           names[FOED_XML_N_NAMES];
  FoedXmlFrame          frames[FOED_XML_DEEPEST_LEVEL + 1];
  guint                 n_frames;

  /* The element of a field that is open, or that of an element that is passed over. */
  FoedField             text_field;
  GString              *text;
  int                   text_line;
  int                   text_column;
  int                   skip_depth;
};

/* A message may have a second line, which becomes the hint. */
void  foed_xml_reader_add_problem  (FoedXmlReader *self,
                                    FoedSeverity   severity,
                                    int            line,
                                    int            column,
                                    const char    *path,
                                    const char    *rule,
                                    const char    *message);
void  foed_xml_reader_fail         (FoedXmlReader *self,
                                    FoedXmlError   code,
                                    int            line,
                                    int            column,
                                    const char    *rule,
                                    const char    *message);
char *foed_xml_reader_dup_path     (FoedXmlReader *self,
                                    const char    *step);
FoedXmlFrame *foed_xml_reader_get_frame (FoedXmlReader *self);

void  foed_xml_reader_fail_parse       (FoedXmlReader  *self);
void  foed_xml_reader_fail_doctype     (FoedXmlReader  *self,
                                        int             line,
                                        int             column);
void  foed_xml_reader_refuse_attribute (FoedXmlReader  *self,
                                        const xmlAttr  *attribute,
                                        const char     *element,
                                        const char     *step,
                                        int             line,
                                        int             column);
const FoedXmlName *foed_xml_reader_look_up (FoedXmlReader *self,
                                            const xmlChar *name);
const char *foed_xml_reader_get_value  (const xmlAttr  *attribute,
                                        xmlChar       **buffer);

void  foed_xml_reader_handle_element   (FoedXmlReader  *self);
void  foed_xml_reader_handle_end       (FoedXmlReader  *self);
void  foed_xml_reader_handle_text      (FoedXmlReader  *self);

void  foed_xml_reader_start_record     (FoedXmlReader  *self,
                                        FoedRecordKind  kind,
                                        const xmlNode  *node,
                                        int             line,
                                        int             column);
void  foed_xml_reader_end_record       (FoedXmlReader  *self);
void  foed_xml_reader_start_field      (FoedXmlReader  *self,
                                        int             position,
                                        const xmlNode  *node,
                                        int             line,
                                        int             column);
void  foed_xml_reader_end_field        (FoedXmlReader  *self);
void  foed_xml_reader_check_cells      (FoedXmlReader  *self,
                                        FoedXmlFrame   *frame);
void  foed_xml_reader_check_rules      (FoedXmlReader  *self,
                                        FoedRecord     *record,
                                        FoedXmlFrame   *frame);

GFileInputStream *foed_xml_open_file (GFile         *file,
                                      const char    *name,
                                      GCancellable  *cancellable,
                                      GError       **error);

G_END_DECLS
