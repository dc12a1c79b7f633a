/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-xml-guard"

#include "config.h"

#include <glib.h>
#include <libxml/parser.h>
#include <string.h>

#include "foed-schema-writer.h"
#include "foed-xml-guard-private.h"

struct _FoedXmlGuard
{
  xmlRelaxNG   *schema;
  FoedXmlGuard *next;
};

static GMutex mutex;
static FoedXmlGuard *idle_guards;

/* The reader checks attributes by itself, in better words than the schema would; libxml2 would take twice as long for
 * them as for all the rest. */
static xmlRelaxNG *
make_schema (void)
{
  g_autofree char *text = foed_schema_to_relax_ng (FOED_SCHEMA_STRUCTURE);
  xmlRelaxNGParserCtxt *context = xmlRelaxNGNewMemParserCtxt (text, strlen (text));
  xmlRelaxNG *schema;

  g_assert (context != NULL);
  schema = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  g_assert (schema != NULL);

  return schema;
}

/* A guard that nobody else uses. */
FoedXmlGuard *
foed_xml_guard_borrow (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  FoedXmlGuard *self = idle_guards;

  if (self != NULL)
    {
      idle_guards = self->next;
      self->next = NULL;
      return self;
    }

  xmlInitParser ();
  self = g_new0 (FoedXmlGuard, 1);
  self->schema = make_schema ();

  return self;
}

void
foed_xml_guard_give_back (FoedXmlGuard *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  self->next = idle_guards;
  idle_guards = self;
}

xmlRelaxNG *
foed_xml_guard_get_schema (FoedXmlGuard *self)
{
  return self->schema;
}
