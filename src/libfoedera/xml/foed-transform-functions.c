/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-transform-functions"

#include "config.h"

#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>

#include "foed-prose-date-private.h"
#include "foed-transform-private.h"

/* foed:line (): the line of the source file on which the current node begins. */
static void
get_line (xmlXPathParserContext *context,
          int                    n_arguments)
{
  if (n_arguments != 0)
    {
      xmlXPathSetArityError (context);
      return;
    }

  xmlXPathReturnNumber (context, MAX (xmlGetLineNo (context->context->node), 0));
}

/* foed:date (text): the first date in @text as EDTF, or an empty string. */
static void
get_date (xmlXPathParserContext *context,
          int                    n_arguments)
{
  g_autofree char *date = NULL;
  xmlChar *text;

  if (n_arguments != 1)
    {
      xmlXPathSetArityError (context);
      return;
    }

  text = xmlXPathPopString (context);

  if (xmlXPathCheckError (context))
    return;

  date = text == NULL ? NULL : foed_prose_date_find ((const char *) text);
  xmlFree (text);
  xmlXPathReturnString (context, xmlStrdup ((const xmlChar *) (date == NULL ? "" : date)));
}

void
foed_transform_add_functions (xsltTransformContext *context)
{
  const xmlChar *namespace_uri = (const xmlChar *) FOED_XML_NAMESPACE;

  xsltRegisterExtFunction (context, (const xmlChar *) "line", namespace_uri, get_line);
  xsltRegisterExtFunction (context, (const xmlChar *) "date", namespace_uri, get_date);
}
