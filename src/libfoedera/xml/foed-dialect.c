/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-dialect"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-dialect-private.h"
#include "foed-foreign-parser-private.h"
#include "foed-transform-private.h"

/* A stylesheet declares its dialect by an element at its top level:
 *
 *   <foedera:dialect name="tota" root="treaty" child="meta" mark="partyisocode">
 *     <foedera:label>…</foedera:label>
 *     <foedera:cannot-tell>…</foedera:cannot-tell>
 *   </foedera:dialect>
 *
 * `root` and `child` are local names and `mark` is an element that stands near the beginning, perhaps with an attribute:
 * `idno[type=DLPS]`. Of several, separated by blanks, one is enough. */

struct _FoedDialect
{
  GObject         parent_instance;
  FoedTransform  *transform;
  const char     *nick;
  char           *label;
  char           *cannot_tell;
  char          **roots;
  char          **children;
  char          **marks;
  gboolean        is_bundled;
};

G_DEFINE_FINAL_TYPE (FoedDialect, foed_dialect, G_TYPE_OBJECT)

static void
foed_dialect_finalize (GObject *object)
{
  FoedDialect *self = FOED_DIALECT (object);

  g_clear_object (&self->transform);
  g_free (self->label);
  g_free (self->cannot_tell);
  g_strfreev (self->roots);
  g_strfreev (self->children);
  g_strfreev (self->marks);

  G_OBJECT_CLASS (foed_dialect_parent_class)->finalize (object);
}

static void
foed_dialect_class_init (FoedDialectClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_dialect_finalize;
}

static void
foed_dialect_init (FoedDialect *self)
{
}

static char *
dup_attribute (const xmlNode *declaration,
               const char    *name)
{
  xmlChar *value = xmlGetNoNsProp (declaration, (const xmlChar *) name);
  char *copy = value == NULL ? g_strdup ("") : g_strstrip (g_strdup ((const char *) value));

  xmlFree (value);

  return copy;
}

static char *
dup_element (const xmlNode *declaration,
             const char    *name)
{
  g_autofree char *text = NULL;

  for (const xmlNode *child = declaration->children; child != NULL && text == NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, name) == 0)
      {
        xmlChar *content = xmlNodeGetContent (child);
        g_auto (GStrv) words = g_strsplit_set (content == NULL ? "" : (const char *) content, " \t\r\n", -1);
        g_autoptr (GString) joined = g_string_new (NULL);

        for (guint i = 0; words[i] != NULL; i++)
          if (*words[i] != '\0')
            g_string_append_printf (joined, "%s%s", joined->len == 0 ? "" : " ", words[i]);

        xmlFree (content);
        text = g_string_free (g_steal_pointer (&joined), FALSE);
      }

  return g_steal_pointer (&text);
}

/* Words separated by blanks, or NULL for none. */
static char **
split_names (char *names)
{
  g_auto (GStrv) words = g_strsplit_set (names, " \t\r\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (kept, g_strdup (words[i]));

  g_free (names);

  if (kept->len == 0)
    return NULL;

  g_ptr_array_add (kept, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&kept), FALSE);
}

static gboolean
read_declaration (FoedDialect  *self,
                  const char   *name,
                  GError      **error)
{
  const xmlNode *declaration = foed_transform_find_declaration (self->transform, "dialect");
  g_autofree char *nick = NULL;

  if (declaration == NULL)
    {
      g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_NOT_NATIVE,
                   _("The stylesheet “%s” does not declare its dialect."), name);
      return FALSE;
    }

  nick = dup_attribute (declaration, "name");
  self->nick = g_intern_string (nick);
  self->roots = split_names (dup_attribute (declaration, "root"));
  self->children = split_names (dup_attribute (declaration, "child"));
  self->marks = split_names (dup_attribute (declaration, "mark"));
  self->label = dup_element (declaration, "label");
  self->cannot_tell = dup_element (declaration, "cannot-tell");

  if (!g_regex_match_simple ("^[a-z][a-z0-9-]{0,31}$", self->nick, 0, 0) || self->roots == NULL)
    {
      g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_NOT_NATIVE,
                   _("The stylesheet “%s” gives its dialect no name of small letters or no root."), name);
      return FALSE;
    }

  return TRUE;
}

/* Whether @element is what `idno[type=DLPS]` or `idno` asks for. */
static gboolean
is_marked (FoedForeignElement *element,
           const char         *mark)
{
  gsize length = strcspn (mark, "[");
  g_autofree char *attribute = NULL;
  g_auto (GStrv) lines = NULL;

  if (strlen (element->name) != length || strncmp (element->name, mark, length) != 0)
    return FALSE;

  if (mark[length] == '\0')
    return TRUE;

  attribute = g_strndup (mark + length + 1, strcspn (mark + length + 1, "]"));
  lines = g_strsplit (element->attributes, "\n", -1);

  return g_strv_contains ((const char *const *) lines, attribute);
}

static gboolean
has_mark (FoedDialect *self,
          GPtrArray   *elements)
{
  for (guint i = 0; i < elements->len; i++)
    for (guint j = 0; self->marks[j] != NULL; j++)
      if (is_marked (g_ptr_array_index (elements, i), self->marks[j]))
        return TRUE;

  return FALSE;
}

static gboolean
has_child (FoedDialect *self,
           GPtrArray   *elements)
{
  for (guint i = 1; i < elements->len; i++)
    {
      FoedForeignElement *element = g_ptr_array_index (elements, i);

      if (element->is_below_root && g_strv_contains ((const char *const *) self->children, element->name))
        return TRUE;
    }

  return FALSE;
}

/* A child and a mark each make it surer; a dialect that asks for one and does not find it is another. */
guint
foed_dialect_match (FoedDialect *self,
                    GPtrArray   *elements)
{
  FoedForeignElement *root = elements->len == 0 ? NULL : g_ptr_array_index (elements, 0);
  guint likeness = 1;

  if (root == NULL || !g_strv_contains ((const char *const *) self->roots, root->name))
    return 0;

  if (self->children != NULL)
    {
      if (!has_child (self, elements))
        return 0;

      likeness++;
    }

  if (self->marks != NULL)
    {
      if (!has_mark (self, elements))
        return 0;

      likeness++;
    }

  return likeness;
}

FoedTransform *
foed_dialect_get_transform (FoedDialect *self)
{
  return self->transform;
}

/**
 * foed_dialect_new:
 * @stylesheet: an XSLT 1.0 stylesheet that declares a dialect
 * @name: what the user calls the stylesheet
 * @is_bundled: whether it came with Foedera
 * @error: return location for an error of domain %FOED_XML_ERROR
 *
 * Returns: (transfer full): the dialect, or %NULL with @error set
 */
FoedDialect *
foed_dialect_new (GBytes      *stylesheet,
                  const char  *name,
                  gboolean     is_bundled,
                  GError     **error)
{
  g_autoptr (FoedDialect) self = NULL;

  g_return_val_if_fail (stylesheet != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (FOED_TYPE_DIALECT, NULL);
  self->is_bundled = is_bundled;
  self->transform = foed_transform_new (stylesheet, name, error);

  if (self->transform == NULL || !read_declaration (self, name, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * foed_dialect_get_nick:
 * @self: a dialect
 *
 * Returns: (transfer none): its name on the command line and in documents
 */
const char *
foed_dialect_get_nick (FoedDialect *self)
{
  g_return_val_if_fail (FOED_IS_DIALECT (self), NULL);

  return self->nick;
}

static char *
dup_translated (FoedDialect *self,
                const char  *text)
{
  return g_strdup (self->is_bundled ? g_dgettext (GETTEXT_PACKAGE, text) : text);
}

/**
 * foed_dialect_dup_label:
 * @self: a dialect
 *
 * Returns: (transfer full): what a person calls it
 */
char *
foed_dialect_dup_label (FoedDialect *self)
{
  g_return_val_if_fail (FOED_IS_DIALECT (self), NULL);

  return dup_translated (self, self->label != NULL ? self->label : self->nick);
}

/**
 * foed_dialect_dup_cannot_tell:
 * @self: a dialect
 *
 * Returns: (transfer full) (nullable): what an import from it can't tell
 */
char *
foed_dialect_dup_cannot_tell (FoedDialect *self)
{
  g_return_val_if_fail (FOED_IS_DIALECT (self), NULL);

  return self->cannot_tell == NULL ? NULL : dup_translated (self, self->cannot_tell);
}

/**
 * foed_dialect_is_bundled:
 * @self: a dialect
 *
 * Returns: whether it came with Foedera; otherwise it is the user's own
 */
gboolean
foed_dialect_is_bundled (FoedDialect *self)
{
  g_return_val_if_fail (FOED_IS_DIALECT (self), FALSE);

  return self->is_bundled;
}
