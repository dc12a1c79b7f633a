/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What FoedXmlReader reads in; doc/xml-format.md names these limits. */
#define FOED_XML_LONGEST_FILE (G_GUINT64_CONSTANT (1) << 30)
#define FOED_XML_LONGEST_TEXT (8 << 20)
#define FOED_XML_LONGEST_MARKUP (256 << 10)
#define FOED_XML_LONGEST_RUN (64 << 20)
#define FOED_XML_MOST_ASIDES 10000
#define FOED_XML_DEEPEST_LEVEL 64
#define FOED_XML_MOST_ATTRIBUTES 256
#define FOED_XML_MOST_RECORDS 250000

typedef enum
{
  FOED_XML_INPUT_FINE,
  FOED_XML_INPUT_FAILED,
  FOED_XML_INPUT_WIDE,
  FOED_XML_INPUT_DOCTYPE,
  FOED_XML_INPUT_TOO_LONG,
  FOED_XML_INPUT_LONG_MARKUP,
  FOED_XML_INPUT_LONG_RUN,
  FOED_XML_INPUT_TOO_MANY_ATTRIBUTES
} FoedXmlInputState;

/* The bytes on their way to libxml2, which remembers no columns and no lines beyond 65535: it notes where each element
 * begins. It also stops what libxml2 would take long over. */
typedef struct _FoedXmlInput FoedXmlInput;

FoedXmlInput      *foed_xml_input_new             (GInputStream  *stream);
void               foed_xml_input_free            (FoedXmlInput  *self);

void               foed_xml_input_set_cancellable (FoedXmlInput  *self,
                                                   GCancellable  *cancellable);
int                foed_xml_input_read            (FoedXmlInput  *self,
                                                   char          *bytes,
                                                   int            n_bytes);
FoedXmlInputState  foed_xml_input_get_state       (FoedXmlInput  *self);
const GError      *foed_xml_input_get_error       (FoedXmlInput  *self);
gboolean           foed_xml_input_get_is_at_end   (FoedXmlInput  *self);
guint64            foed_xml_input_get_offset      (FoedXmlInput  *self);
void               foed_xml_input_get_position    (FoedXmlInput  *self,
                                                   int           *line,
                                                   int           *column);
gboolean           foed_xml_input_pop_element     (FoedXmlInput  *self,
                                                   int           *line,
                                                   int           *column);

G_END_DECLS
