/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-foreign-parser"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "foed-foreign-parser-private.h"

/* A file in a foreign dialect is read as a whole, for a stylesheet to work on. No DTD is loaded, and nothing is taken
 * from one that stands in the file itself: what the file declares there is not even remembered. */

#define PARSER_OPTIONS (XML_PARSE_NONET | XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA)
#define MOST_REPAIRS 100

typedef struct
{
  const char *name;
  FoedReport *report;
  gboolean    is_lenient;
  guint       n_complaints;
  GHashTable *entities;        /* those already named */
  GError     *error;
} Parse;

void
foed_foreign_element_free (FoedForeignElement *self)
{
  g_free (self->name);
  g_free (self->attributes);
  g_free (self);
}

/* @message may quote any bytes. It may have a second line, which becomes the hint. What is refused is an error of @code, too. */
static void
add_problem (Parse        *self,
             FoedSeverity  severity,
             FoedXmlError  code,
             int           line,
             int           column,
             const char   *rule,
             const char   *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  g_auto (GStrv) parts = g_strsplit (valid, "\n", 2);

  if (severity == FOED_SEVERITY_ERROR && self->error == NULL)
    self->error = g_error_new (FOED_XML_ERROR, code, _("Line %d, column %d: %s"), line, column, parts[0]);

  if (self->report != NULL)
    foed_report_take_problem (self->report, foed_problem_new (severity, self->name, line, column, NULL, rule, parts[0],
                                                              parts[1]));
}

static void
refuse_entity (Parse      *self,
               const char *entity,
               int         line,
               int         column)
{
  g_autofree char *message = NULL;

  if (!g_hash_table_add (self->entities, g_strdup (entity)))
    return;

  message = g_strdup_printf (_("The entity “%s” is not one of the five of XML.\n"
                               "Import leniently to have it replaced, or write the character itself."),
                             entity);
  add_problem (self, FOED_SEVERITY_ERROR, FOED_XML_ERROR_NOT_ALLOWED, line, column, "entity", message);
}

static xmlEntity *
get_entity (void          *user_data,
            const xmlChar *name)
{
  xmlParserCtxt *context = user_data;

  /* A declaration asks, too, whether there is one already. */
  if (context->inSubset == 0 && context->input != NULL)
    refuse_entity (context->_private, (const char *) name, context->input->line, context->input->col);

  return NULL;
}

static xmlEntity *
get_parameter_entity (void          *user_data,
                      const xmlChar *name)
{
  return NULL;
}

static xmlParserInput *
resolve_entity (void          *user_data,
                const xmlChar *public_id,
                const xmlChar *system_id)
{
  return NULL;
}

static void
hear_complaint (void     *user_data,
                xmlError *complaint)
{
  xmlParserCtxt *context = user_data;
  Parse *self = context->_private;
  g_autofree char *message = g_strdup (complaint->message == NULL ? "" : complaint->message);

  if (complaint->level < XML_ERR_ERROR || complaint->code == XML_ERR_UNDECLARED_ENTITY
      || complaint->code == XML_WAR_UNDECLARED_ENTITY || complaint->domain == XML_FROM_NAMESPACE)
    return;

  g_strdelimit (g_strstrip (message), "\n", ' ');

  if (complaint->code == XML_ERR_NAME_REQUIRED && g_str_has_prefix (message, "xmlParseEntityRef"))
    {
      g_free (message);
      message = g_strdup (_("A bare “&” stands here.\nWrite &amp; in its place, or import leniently."));
    }

  if (complaint->domain == XML_FROM_VALID)
    {
      add_problem (self, FOED_SEVERITY_WARNING, FOED_XML_ERROR_NOT_WELL_FORMED, complaint->line, complaint->int2, "valid",
                   message);
      return;
    }

  self->n_complaints++;

  if (!self->is_lenient && self->error == NULL)
    add_problem (self, FOED_SEVERITY_ERROR, FOED_XML_ERROR_NOT_WELL_FORMED, complaint->line, complaint->int2,
                 "well-formed", message);
  else if (self->is_lenient && self->n_complaints <= MOST_REPAIRS)
    add_problem (self, FOED_SEVERITY_WARNING, FOED_XML_ERROR_NOT_WELL_FORMED, complaint->line, complaint->int2,
                 "well-formed", message);
}

/* What is said twice: hear_complaint() has it, too. */
static void
ignore_complaint (void       *user_data,
                  const char *format,
                  ...)
{
}

static void
close_doors (xmlSAXHandler *handler)
{
  handler->getEntity = get_entity;
  handler->getParameterEntity = get_parameter_entity;
  handler->resolveEntity = resolve_entity;
  handler->externalSubset = NULL;
  handler->entityDecl = NULL;
  handler->unparsedEntityDecl = NULL;
  handler->notationDecl = NULL;
  handler->attributeDecl = NULL;
  handler->elementDecl = NULL;
  handler->serror = hear_complaint;
  handler->warning = NULL;
  handler->error = NULL;
  handler->fatalError = NULL;
}

static xmlDoc *
parse (Parse   *self,
       GBytes  *bytes,
       xmlDict *dictionary,
       int      options)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  xmlParserCtxt *context = xmlNewParserCtxt ();
  xmlDoc *document;
  gboolean is_well_formed;

  if (dictionary != NULL)
    {
      xmlDictFree (context->dict);
      context->dict = dictionary;
      xmlDictReference (dictionary);
    }

  context->_private = self;
  close_doors (context->sax);
  context->vctxt.error = ignore_complaint;
  context->vctxt.warning = ignore_complaint;
  document = xmlCtxtReadMemory (context, text, length, self->name, NULL, options);
  is_well_formed = context->wellFormed;
  xmlFreeParserCtxt (context);

  if (document != NULL && (self->error != NULL || (!is_well_formed && !self->is_lenient)
                           || xmlDocGetRootElement (document) == NULL))
    g_clear_pointer (&document, xmlFreeDoc);

  if (document == NULL && self->error == NULL)
    add_problem (self, FOED_SEVERITY_ERROR, FOED_XML_ERROR_NOT_WELL_FORMED, 1, 1, "well-formed",
                 length == 0 ? _("The file is empty.") : _("The file is not XML."));

  return document;
}

static void
refuse_encoding (Parse  *self,
                 GBytes *bytes)
{
  g_autofree char *declared = NULL;
  g_autofree char *message = NULL;
  gsize offset = 0;
  int line, column;
  FoedEncodingFault fault = foed_foreign_check_encoding (bytes, &declared, &offset);

  if (fault == FOED_ENCODING_FINE)
    return;

  foed_foreign_locate (bytes, offset, &line, &column);

  if (fault == FOED_ENCODING_ZEROS)
    message = g_strdup (_("There is a byte of zero, which no text has.\n"
                          "Import leniently to have such bytes left out, or mend the file."));
  else if (fault == FOED_ENCODING_NOT_UTF_8)
    message = g_strdup (_("The letters from here on are not UTF-8.\n"
                          "Import leniently to have them read as Windows-1252, or convert the file."));
  else if (fault == FOED_ENCODING_UNKNOWN)
    message = g_strdup_printf (_("The file says that it is %s, which is no known encoding.\n"
                                 "Import leniently to have it read as UTF-8, or mend its first line."),
                               declared);
  else
    message = g_strdup_printf (_("The file says that it is %s, but it is UTF-8.\n"
                                 "Import leniently to have it read as UTF-8, or mend its first line."),
                               declared);

  add_problem (self, FOED_SEVERITY_ERROR, FOED_XML_ERROR_NOT_ALLOWED, line, column, "encoding", message);
}

/* Stylesheets match elements by their local names: what namespace an element is in differs from file to file. */
static void
drop_namespaces (xmlDoc *document)
{
  xmlNode *node = xmlDocGetRootElement (document);

  while (node != NULL)
    {
      if (node->type == XML_ELEMENT_NODE)
        {
          node->ns = NULL;

          for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
            if (attribute->ns != NULL && strcmp ((const char *) attribute->ns->href, (const char *) XML_XML_NAMESPACE) != 0
                && xmlHasNsProp (node, attribute->name, NULL) == NULL)
              attribute->ns = NULL;
        }

      if (node->type == XML_ELEMENT_NODE && node->children != NULL)
        {
          node = node->children;
          continue;
        }

      while (node != NULL && node->next == NULL)
        node = node->parent == (xmlNode *) document ? NULL : node->parent;

      node = node == NULL ? NULL : node->next;
    }
}

static gboolean
check_length (Parse  *self,
              GBytes *bytes)
{
  g_autofree char *message = NULL;

  if (g_bytes_get_size (bytes) <= FOED_FOREIGN_LONGEST_FILE)
    return TRUE;

  message = g_strdup_printf (_("The file is larger than %d MB.\nSplit it into several."),
                             FOED_FOREIGN_LONGEST_FILE >> 20);
  add_problem (self, FOED_SEVERITY_ERROR, FOED_XML_ERROR_LIMIT, 0, 0, "limit", message);

  return FALSE;
}

/* A tree whose elements are in no namespace. What is wrong goes to @report; what makes the file unreadable is @error
 * too. */
xmlDoc *
foed_foreign_parse (GBytes      *bytes,
                    const char  *name,
                    gboolean     is_lenient,
                    FoedReport  *report,
                    GError     **error)
{
  g_autoptr (GHashTable) entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GBytes) readable = NULL;
  Parse self = { .name = name, .report = report, .is_lenient = is_lenient, .entities = entities };
  xmlDoc *document = NULL;

  if (check_length (&self, bytes))
    {
      readable = is_lenient ? foed_foreign_repair (bytes, name, report) : g_bytes_ref (bytes);

      if (!is_lenient)
        refuse_encoding (&self, bytes);

      if (self.error == NULL)
        document = parse (&self, readable, NULL, PARSER_OPTIONS | (is_lenient ? XML_PARSE_RECOVER : 0));
    }

  if (document != NULL)
    drop_namespaces (document);
  else
    g_propagate_error (error, g_steal_pointer (&self.error));

  g_clear_error (&self.error);

  return document;
}

/* @bytes as they are where they are well-formed and in the encoding that they declare, else what can be made of them;
 * %NULL where that is nothing. */
GBytes *
foed_foreign_mend (GBytes     *bytes,
                   const char *name,
                   FoedReport *report)
{
  g_autoptr (GHashTable) entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (FoedReport) repairs = foed_report_new ();
  g_autoptr (GBytes) readable = NULL;
  Parse self = { .name = name, .report = repairs, .is_lenient = TRUE, .entities = entities };
  xmlDoc *document;
  xmlChar *text;
  int length;

  if (g_bytes_get_size (bytes) > FOED_FOREIGN_LONGEST_FILE)
    return NULL;

  readable = foed_foreign_repair (bytes, name, repairs);
  document = parse (&self, readable, NULL, PARSER_OPTIONS | XML_PARSE_RECOVER);
  g_clear_error (&self.error);

  if (document == NULL)
    return NULL;

  if (foed_report_get_n_problems (repairs) == 0)
    {
      xmlFreeDoc (document);
      return g_bytes_ref (bytes);
    }

  xmlDocDumpMemoryEnc (document, &text, &length, "UTF-8");
  xmlFreeDoc (document);

  for (guint i = 0; i < foed_report_get_n_problems (repairs); i++)
    foed_report_take_problem (report, g_object_ref (foed_report_get_problem (repairs, i)));

  return g_bytes_new_with_free_func (text, length, (GDestroyNotify) xmlFree, text);
}

/* A tree for libxslt, which wants its own dictionary in what is included. */
xmlDoc *
foed_foreign_parse_stylesheet (GBytes      *bytes,
                               const char  *name,
                               xmlDict     *dictionary,
                               GError     **error)
{
  g_autoptr (GHashTable) entities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Parse self = { .name = name, .entities = entities };
  xmlDoc *document = parse (&self, bytes, dictionary, PARSER_OPTIONS);

  if (document == NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&self.error), "%s: ", name);

  g_clear_error (&self.error);

  return document;
}

typedef struct
{
  GPtrArray     *elements;
  guint          most_elements;
  int            depth;
  xmlParserCtxt *context;
} Listing;

static void
start_listed_element (void           *user_data,
                      const xmlChar  *name,
                      const xmlChar  *prefix,
                      const xmlChar  *uri,
                      int             n_namespaces,
                      const xmlChar **namespaces,
                      int             n_attributes,
                      int             n_defaulted,
                      const xmlChar **attributes)
{
  Listing *self = ((xmlParserCtxt *) user_data)->_private;
  FoedForeignElement *element;
  g_autoptr (GString) text = NULL;

  if (self->elements->len == self->most_elements)
    {
      xmlStopParser (self->context);
      return;
    }

  text = g_string_new (NULL);

  /* Five each: name, prefix, namespace, beginning and end of the value. */
  for (int i = 0; i < n_attributes; i++)
    {
      const xmlChar **attribute = attributes + 5 * i;

      g_string_append_printf (text, "%s=%.*s\n", (const char *) attribute[0], (int) (attribute[4] - attribute[3]),
                              (const char *) attribute[3]);
    }

  element = g_new0 (FoedForeignElement, 1);
  element->name = g_strdup ((const char *) name);
  element->attributes = g_string_free (g_steal_pointer (&text), FALSE);
  element->is_below_root = self->depth == 1;
  self->depth++;
  g_ptr_array_add (self->elements, element);
}

static void
end_listed_element (void          *user_data,
                    const xmlChar *name,
                    const xmlChar *prefix,
                    const xmlChar *uri)
{
  Listing *self = ((xmlParserCtxt *) user_data)->_private;

  self->depth--;
}

static void
ignore_structured_complaint (void     *user_data,
                             xmlError *complaint)
{
}

/* The first elements as they stand there, for as long as the file is readable. */
GPtrArray *
foed_foreign_list_elements (GBytes *bytes,
                            guint   most_elements)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  xmlParserCtxt *context = xmlNewParserCtxt ();
  xmlSAXHandler handler = { .initialized = XML_SAX2_MAGIC };
  Listing self = { .most_elements = most_elements, .context = context };

  self.elements = g_ptr_array_new_with_free_func ((GDestroyNotify) foed_foreign_element_free);
  handler.startElementNs = start_listed_element;
  handler.endElementNs = end_listed_element;
  handler.serror = ignore_structured_complaint;
  *context->sax = handler;
  context->_private = &self;
  xmlFreeDoc (xmlCtxtReadMemory (context, text, length, NULL, NULL, PARSER_OPTIONS | XML_PARSE_RECOVER));
  xmlFreeParserCtxt (context);

  return self.elements;
}
