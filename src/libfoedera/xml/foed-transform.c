/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-transform"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltutils.h>
#include <string.h>

#include "dialect-resources.h"
#include "foed-foreign-parser-private.h"
#include "foed-transform-guard-private.h"
#include "foed-transform-private.h"

#define FRAGMENT_SCHEME "foedera:"
#define FRAGMENT_FOLDER "/io/github/foedera/Foedera/dialects/"
#define LARGEST_STYLESHEET (4 << 20)

struct _FoedTransform
{
  GObject         parent_instance;
  char           *name;
  xsltStylesheet *stylesheet;
};

G_DEFINE_FINAL_TYPE (FoedTransform, foed_transform, G_TYPE_OBJECT)

static const FoedTransformLimits default_limits = { (gsize) 1 << 30, 120, 2000000000, 1000 };

/* libxslt reports what is wrong with a stylesheet to one function of the process. */
static GMutex compiling;
static GString *complaints;

static void
foed_transform_finalize (GObject *object)
{
  FoedTransform *self = FOED_TRANSFORM (object);

  g_clear_pointer (&self->stylesheet, xsltFreeStylesheet);
  g_free (self->name);

  G_OBJECT_CLASS (foed_transform_parent_class)->finalize (object);
}

static void
foed_transform_class_init (FoedTransformClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_transform_finalize;
}

static void
foed_transform_init (FoedTransform *self)
{
}

G_GNUC_PRINTF (2, 3)
static void
hear_complaint (void       *user_data,
                const char *format,
                ...)
{
  GString *text = user_data;
  va_list arguments;

  va_start (arguments, format);
  g_string_append_vprintf (text, format, arguments);
  va_end (arguments);
}

static void
hear_xml_complaint (void     *user_data,
                    xmlError *complaint)
{
  GString *text = user_data;

  if (complaint->message != NULL)
    g_string_append (text, complaint->message);
}

/* What libxslt and libxml2 would print besides. */
G_GNUC_PRINTF (2, 3)
static void
ignore_complaint (void       *user_data,
                  const char *format,
                  ...)
{
}

static GBytes *
look_fragment_up (const char *uri)
{
  g_autofree char *path = NULL;

  if (!g_str_has_prefix (uri, FRAGMENT_SCHEME) || strchr (uri, '/') != NULL)
    return NULL;

  path = g_strconcat (FRAGMENT_FOLDER, uri + strlen (FRAGMENT_SCHEME), NULL);

  return g_resource_lookup_data (foed_dialect_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

/* What xsl:include, xsl:import and document() get to see: the fragments that come with Foedera, for the first two. */
static xmlDoc *
load_document (const xmlChar *uri,
               xmlDict       *dictionary,
               int            options,
               void          *context,
               xsltLoadType   type)
{
  g_autoptr (GBytes) fragment = type == XSLT_LOAD_STYLESHEET ? look_fragment_up ((const char *) uri) : NULL;
  g_autofree char *message = g_strdup_printf (_("The stylesheet may not include “%s”."), (const char *) uri);

  if (fragment != NULL)
    return foed_foreign_parse_stylesheet (fragment, (const char *) uri, dictionary, NULL);

  if (type == XSLT_LOAD_STYLESHEET && complaints != NULL)
    g_string_append_printf (complaints, "%s\n", message);

  return NULL;
}

static void
init_library (void)
{
  static gsize done;

  if (g_once_init_enter (&done))
    {
      foed_transform_guard_init ();
      xsltInit ();
      xsltSetLoaderFunc (load_document);
      xsltSetGenericErrorFunc (NULL, ignore_complaint);
      g_once_init_leave (&done, 1);
    }
}

/* The first line of what libxslt had to say, on one line. */
static char *
dup_first_complaint (GString *text)
{
  g_auto (GStrv) lines = g_strsplit (g_strstrip (text->str), "\n", 3);

  if (lines[0] == NULL)
    return g_strdup (_("The stylesheet can't be used."));

  /* libxslt names the place on the first line and what is wrong on the second. */
  if (lines[1] != NULL && (g_str_has_prefix (lines[0], "compilation error") || g_str_has_prefix (lines[0], "runtime")))
    return g_strdup_printf ("%s: %s", lines[0], lines[1]);

  return g_strdup (lines[0]);
}

/* Takes @document in any case. */
static xsltStylesheet *
compile (xmlDoc  *document,
         char   **complaint)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&compiling);
  g_autoptr (GString) text = g_string_new (NULL);
  xsltStylesheet *stylesheet;

  complaints = text;
  xsltSetGenericErrorFunc (text, hear_complaint);
  xmlSetStructuredErrorFunc (text, hear_xml_complaint);
  stylesheet = xsltParseStylesheetDoc (document);
  xmlSetStructuredErrorFunc (NULL, NULL);
  xsltSetGenericErrorFunc (NULL, ignore_complaint);
  complaints = NULL;

  if (stylesheet == NULL)
    {
      xmlFreeDoc (document);
    }
  else if (stylesheet->errors > 0)
    {
      xsltFreeStylesheet (stylesheet);
      stylesheet = NULL;
    }

  if (stylesheet == NULL)
    *complaint = dup_first_complaint (text);

  return stylesheet;
}

/**
 * foed_transform_new:
 * @bytes: an XSLT 1.0 stylesheet
 * @name: what the user calls it
 * @error: return location for an error of domain %FOED_XML_ERROR
 *
 * Returns: (transfer full): the stylesheet, ready to be applied, or %NULL with @error set
 */
FoedTransform *
foed_transform_new (GBytes      *bytes,
                    const char  *name,
                    GError     **error)
{
  g_autoptr (FoedTransform) self = NULL;
  g_autofree char *complaint = NULL;
  xmlDoc *document;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  init_library ();

  if (g_bytes_get_size (bytes) > LARGEST_STYLESHEET)
    {
      g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_LIMIT, _("The stylesheet “%s” is too large."), name);
      return NULL;
    }

  document = foed_foreign_parse_stylesheet (bytes, name, NULL, error);

  if (document == NULL)
    return NULL;

  self = g_object_new (FOED_TYPE_TRANSFORM, NULL);
  self->name = g_strdup (name);
  self->stylesheet = compile (document, &complaint);

  if (self->stylesheet == NULL)
    {
      g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_NOT_ALLOWED, _("The stylesheet “%s” can't be used: %s"), name,
                   complaint);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * foed_transform_get_name:
 * @self: a stylesheet
 *
 * Returns: (transfer none): what the user calls it
 */
const char *
foed_transform_get_name (FoedTransform *self)
{
  g_return_val_if_fail (FOED_IS_TRANSFORM (self), NULL);

  return self->name;
}

const xmlNode *
foed_transform_find_declaration (FoedTransform *self,
                                 const char    *element)
{
  const xmlNode *root = xmlDocGetRootElement (self->stylesheet->doc);

  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && node->ns != NULL && strcmp ((const char *) node->name, element) == 0
        && strcmp ((const char *) node->ns->href, FOED_XML_NAMESPACE) == 0)
      return node;

  return NULL;
}

static xsltSecurityPrefs *
make_preferences (void)
{
  xsltSecurityPrefs *preferences = xsltNewSecurityPrefs ();

  xsltSetSecurityPrefs (preferences, XSLT_SECPREF_READ_FILE, xsltSecurityForbid);
  xsltSetSecurityPrefs (preferences, XSLT_SECPREF_WRITE_FILE, xsltSecurityForbid);
  xsltSetSecurityPrefs (preferences, XSLT_SECPREF_CREATE_DIRECTORY, xsltSecurityForbid);
  xsltSetSecurityPrefs (preferences, XSLT_SECPREF_READ_NETWORK, xsltSecurityForbid);
  xsltSetSecurityPrefs (preferences, XSLT_SECPREF_WRITE_NETWORK, xsltSecurityForbid);

  return preferences;
}

static xsltTransformContext *
make_context (FoedTransform             *self,
              xmlDoc                    *source,
              const FoedTransformLimits *limits,
              xsltSecurityPrefs         *preferences,
              GString                   *text)
{
  xsltTransformContext *context = xsltNewTransformContext (self->stylesheet, source);

  xsltSetCtxtSecurityPrefs (preferences, context);
  xsltSetTransformErrorFunc (context, text, hear_complaint);
  foed_transform_add_functions (context);
  context->maxTemplateDepth = limits->depth;
  context->opLimit = limits->steps;
  context->xpathCtxt->opLimit = limits->steps;

  return context;
}

/* Each line that xsl:message wrote. */
static void
report_messages (GString    *text,
                 const char *source_name,
                 FoedReport *report)
{
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);

  for (guint i = 0; report != NULL && lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      foed_report_take_problem (report, foed_problem_new (FOED_SEVERITY_WARNING, source_name, 0, 0, NULL, "stylesheet",
                                                          lines[i], NULL));
}

static void
set_error (FoedTransform      *self,
           FoedTransformGuard *guard,
           GString            *text,
           GError            **error)
{
  g_autofree char *complaint = NULL;

  switch (guard->stop)
    {
    case FOED_TRANSFORM_CANCELLED:
      g_cancellable_set_error_if_cancelled (guard->cancellable, error);
      return;

    case FOED_TRANSFORM_OUT_OF_TIME:
      g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_LIMIT,
                   _("The stylesheet “%s” took too long and was stopped."), self->name);
      return;

    case FOED_TRANSFORM_OUT_OF_MEMORY:
      g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_LIMIT,
                   _("The stylesheet “%s” wanted too much memory and was stopped."), self->name);
      return;

    case FOED_TRANSFORM_GOING:
    default:
      complaint = dup_first_complaint (text);
      g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_LIMIT, _("The stylesheet “%s” failed: %s"), self->name,
                   complaint);
    }
}

static xmlDoc *
run (FoedTransform        *self,
     xsltTransformContext *context,
     FoedTransformGuard   *guard,
     xmlDoc               *source,
     GString              *text)
{
  xmlDoc *result;

  guard->context = context;
  xmlSetStructuredErrorFunc (text, hear_xml_complaint);
  xmlSetGenericErrorFunc (NULL, ignore_complaint);
  foed_transform_guard_enter (guard);
  result = xsltApplyStylesheetUser (self->stylesheet, source, NULL, NULL, NULL, context);
  foed_transform_guard_leave (guard);
  xmlSetGenericErrorFunc (NULL, NULL);
  xmlSetStructuredErrorFunc (NULL, NULL);

  if (result != NULL && (context->state != XSLT_STATE_OK || guard->stop != FOED_TRANSFORM_GOING))
    g_clear_pointer (&result, xmlFreeDoc);

  return result;
}

xmlDoc *
foed_transform_apply (FoedTransform              *self,
                      xmlDoc                     *source,
                      const char                 *source_name,
                      const FoedTransformLimits  *limits,
                      FoedReport                 *report,
                      GCancellable               *cancellable,
                      GError                    **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  xsltSecurityPrefs *preferences = make_preferences ();
  FoedTransformGuard guard = { 0 };
  xsltTransformContext *context;
  xmlDoc *result;

  if (limits == NULL)
    limits = &default_limits;

  guard.most_memory = limits->memory;
  guard.deadline = g_get_monotonic_time () + limits->seconds * G_TIME_SPAN_SECOND;
  guard.cancellable = cancellable;
  context = make_context (self, source, limits, preferences, text);
  result = run (self, context, &guard, source, text);

  if (result == NULL)
    set_error (self, &guard, text, error);
  else
    report_messages (text, source_name, report);

  xsltFreeTransformContext (context);
  xsltFreeSecurityPrefs (preferences);

  return result;
}

/**
 * foed_transform_apply_to_string:
 * @self: a stylesheet
 * @source: an XML file
 * @limits: (nullable): how much it may use, or %NULL for what is usual
 * @cancellable: (nullable): stops it
 * @error: return location for an error of domain %FOED_XML_ERROR or %G_IO_ERROR
 *
 * Returns: (transfer full): what the stylesheet makes of @source, written as its xsl:output asks, or %NULL with @error
 *   set
 */
char *
foed_transform_apply_to_string (FoedTransform              *self,
                                GBytes                     *source,
                                const FoedTransformLimits  *limits,
                                GCancellable               *cancellable,
                                GError                    **error)
{
  xmlDoc *document;
  xmlDoc *result;
  xmlChar *text = NULL;
  char *copy;
  int length;

  g_return_val_if_fail (FOED_IS_TRANSFORM (self), NULL);
  g_return_val_if_fail (source != NULL, NULL);

  document = foed_foreign_parse_stylesheet (source, self->name, NULL, error);

  if (document == NULL)
    return NULL;

  result = foed_transform_apply (self, document, self->name, limits, NULL, cancellable, error);
  xmlFreeDoc (document);

  if (result == NULL)
    return NULL;

  xsltSaveResultToString (&text, &length, result, self->stylesheet);
  xmlFreeDoc (result);
  copy = g_strndup ((const char *) text, text == NULL ? 0 : length);
  xmlFree (text);

  return copy;
}
