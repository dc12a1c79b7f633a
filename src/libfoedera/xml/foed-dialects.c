/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-dialects"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "dialect-resources.h"
#include "foed-dialect-private.h"
#include "foed-foreign-parser-private.h"
#include "foed-foreign-records-private.h"
#include "foed-transform-private.h"

#define BUNDLED_FOLDER "/io/github/foedera/Foedera/dialects"

/* By how much of its beginning a file is recognised. */
#define ELEMENTS_LOOKED_AT 400
#define BYTES_LOOKED_AT (128 << 10)

/* A text that is repeated in every document is not worth more. */
#define MEMORY_PER_BYTE 64
#define LEAST_MEMORY ((gsize) 256 << 20)

struct _FoedDialects
{
  GObject     parent_instance;
  GPtrArray  *dialects;
  FoedReport *report;
};

G_DEFINE_FINAL_TYPE (FoedDialects, foed_dialects, G_TYPE_OBJECT)

static void
foed_dialects_finalize (GObject *object)
{
  FoedDialects *self = FOED_DIALECTS (object);

  g_clear_pointer (&self->dialects, g_ptr_array_unref);
  g_clear_object (&self->report);

  G_OBJECT_CLASS (foed_dialects_parent_class)->finalize (object);
}

static void
foed_dialects_class_init (FoedDialectsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_dialects_finalize;
}

static void
foed_dialects_init (FoedDialects *self)
{
  self->dialects = g_ptr_array_new_with_free_func (g_object_unref);
  self->report = foed_report_new ();
}

static void
refuse_stylesheet (FoedDialects *self,
                   const char   *name,
                   const GError *error)
{
  foed_report_take_problem (self->report, foed_problem_new (FOED_SEVERITY_ERROR, name, 0, 0, NULL, "stylesheet",
                                                            error->message, NULL));
}

static void
add_stylesheet (FoedDialects *self,
                GBytes       *bytes,
                const char   *name,
                gboolean      is_bundled)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedDialect) dialect = foed_dialect_new (bytes, name, is_bundled, &error);

  if (dialect == NULL)
    refuse_stylesheet (self, name, error);
  else if (foed_dialects_find (self, foed_dialect_get_nick (dialect)) == NULL)
    g_ptr_array_add (self->dialects, g_steal_pointer (&dialect));
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Those of exports read nothing. */
static gboolean
is_stylesheet (const char *name)
{
  return (g_str_has_suffix (name, ".xsl") || g_str_has_suffix (name, ".xslt")) && !g_str_has_suffix (name, "-export.xsl");
}

/* The user's own, in the order of their names. No folder is no mistake. */
static void
add_folder (FoedDialects *self,
            GFile        *folder)
{
  g_autoptr (GFileEnumerator) enumerator = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GFileInfo *info;

  enumerator = g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  while (enumerator != NULL && g_file_enumerator_iterate (enumerator, &info, NULL, NULL, NULL) && info != NULL)
    if (is_stylesheet (g_file_info_get_name (info)))
      g_ptr_array_add (names, g_strdup (g_file_info_get_name (info)));

  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr (GFile) file = g_file_get_child (folder, name);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &error);

      if (bytes == NULL)
        refuse_stylesheet (self, name, error);
      else
        add_stylesheet (self, bytes, name, FALSE);
    }
}

/* Those without a declaration are fragments for others to include. */
static void
add_bundled (FoedDialects *self)
{
  g_auto (GStrv) names = g_resource_enumerate_children (foed_dialect_get_resource (), BUNDLED_FOLDER,
                                                        G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (BUNDLED_FOLDER "/", names[i], NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (foed_dialect_get_resource (), path,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (!g_str_has_prefix (names[i], "fragment-") && is_stylesheet (names[i]))
        add_stylesheet (self, bytes, names[i], TRUE);
    }
}

/**
 * foed_dialects_new:
 * @folder: (nullable): where the user's own stylesheets are; they go before those of the same name that come with
 *   Foedera
 *
 * Returns: (transfer full): the dialects; see foed_dialects_get_report() for stylesheets that can't be used
 */
FoedDialects *
foed_dialects_new (GFile *folder)
{
  FoedDialects *self = g_object_new (FOED_TYPE_DIALECTS, NULL);

  g_return_val_if_fail (folder == NULL || G_IS_FILE (folder), NULL);

  if (folder != NULL)
    add_folder (self, folder);

  add_bundled (self);

  return self;
}

/**
 * foed_dialects_new_default:
 *
 * Returns: (transfer full): the dialects with the user's own from `$XDG_DATA_HOME/foedera/dialects`
 */
FoedDialects *
foed_dialects_new_default (void)
{
  g_autoptr (GFile) folder = g_file_new_build_filename (g_get_user_data_dir (), "foedera", "dialects", NULL);

  return foed_dialects_new (folder);
}

/**
 * foed_dialects_get_report:
 * @self: dialects
 *
 * Returns: (transfer none): what is wrong with stylesheets that were left out
 */
FoedReport *
foed_dialects_get_report (FoedDialects *self)
{
  g_return_val_if_fail (FOED_IS_DIALECTS (self), NULL);

  return self->report;
}

/**
 * foed_dialects_get_n:
 * @self: dialects
 *
 * Returns: how many there are
 */
guint
foed_dialects_get_n (FoedDialects *self)
{
  g_return_val_if_fail (FOED_IS_DIALECTS (self), 0);

  return self->dialects->len;
}

/**
 * foed_dialects_get:
 * @self: dialects
 * @position: which
 *
 * Returns: (transfer none): a dialect
 */
FoedDialect *
foed_dialects_get (FoedDialects *self,
                   guint         position)
{
  g_return_val_if_fail (FOED_IS_DIALECTS (self), NULL);
  g_return_val_if_fail (position < self->dialects->len, NULL);

  return g_ptr_array_index (self->dialects, position);
}

/**
 * foed_dialects_find:
 * @self: dialects
 * @nick: the name of one
 *
 * Returns: (transfer none) (nullable): the dialect of that name
 */
FoedDialect *
foed_dialects_find (FoedDialects *self,
                    const char   *nick)
{
  g_return_val_if_fail (FOED_IS_DIALECTS (self), NULL);
  g_return_val_if_fail (nick != NULL, NULL);

  for (guint i = 0; i < self->dialects->len; i++)
    if (strcmp (foed_dialect_get_nick (g_ptr_array_index (self->dialects, i)), nick) == 0)
      return g_ptr_array_index (self->dialects, i);

  return NULL;
}

/* The first elements of a file. Those of most are there as it is; where something stops the parser, it is repaired: whether
 * the file is refused for it is decided elsewhere. */
static GPtrArray *
list_first_elements (GBytes *bytes)
{
  g_autoptr (GBytes) head = g_bytes_new_from_bytes (bytes, 0, MIN (g_bytes_get_size (bytes), BYTES_LOOKED_AT));
  g_autoptr (GPtrArray) elements = foed_foreign_list_elements (head, ELEMENTS_LOOKED_AT);
  g_autoptr (GBytes) readable = NULL;

  if (elements->len >= ELEMENTS_LOOKED_AT)
    return g_steal_pointer (&elements);

  readable = foed_foreign_repair (head, NULL, NULL);

  return foed_foreign_list_elements (readable, ELEMENTS_LOOKED_AT);
}

/**
 * foed_dialects_recognise:
 * @self: dialects
 * @bytes: a file, or its beginning
 * @root: (out) (optional) (nullable): the local name of its root element
 *
 * Looks at the first elements only: what comes after them may be broken. Neither the name of the file nor a namespace
 * matters.
 *
 * Returns: (transfer none) (nullable): the dialect that it is in
 */
FoedDialect *
foed_dialects_recognise (FoedDialects  *self,
                         GBytes        *bytes,
                         char         **root)
{
  g_autoptr (GPtrArray) elements = NULL;
  FoedDialect *best = NULL;
  guint best_likeness = 0;

  g_return_val_if_fail (FOED_IS_DIALECTS (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  elements = list_first_elements (bytes);

  for (guint i = 0; i < self->dialects->len; i++)
    {
      FoedDialect *dialect = g_ptr_array_index (self->dialects, i);
      guint likeness = foed_dialect_match (dialect, elements);

      if (likeness > best_likeness)
        {
          best = dialect;
          best_likeness = likeness;
        }
    }

  if (root != NULL)
    *root = elements->len == 0 ? NULL : g_strdup (((FoedForeignElement *) g_ptr_array_index (elements, 0))->name);

  return best;
}

/* Why @bytes are in no known dialect: mostly because they are no XML at all. */
static void
refuse_unknown (GBytes      *bytes,
                const char  *name,
                gboolean     is_lenient,
                FoedReport  *report,
                GError     **error)
{
  xmlDoc *document = foed_foreign_parse (bytes, name, is_lenient, report, error);
  g_autofree char *message = NULL;
  const xmlNode *node;
  int line;

  if (document == NULL)
    return;

  node = xmlDocGetRootElement (document);
  line = xmlGetLineNo (node);

  if (g_ascii_strcasecmp ((const char *) node->name, "html") == 0)
    message = g_strdup (_("The file is a web page, not treaty XML."));
  else
    message = g_strdup_printf (_("A file that begins with <%s> is in no dialect that is known."),
                               (const char *) node->name);

  xmlFreeDoc (document);
  foed_report_take_problem (report, foed_problem_new (FOED_SEVERITY_ERROR, name, line, 0, NULL, "root", message, NULL));
  g_set_error_literal (error, FOED_XML_ERROR, FOED_XML_ERROR_NOT_NATIVE, message);
}

static FoedDialect *
choose_dialect (FoedDialects              *self,
                GBytes                    *bytes,
                const char                *name,
                const FoedForeignOptions  *options,
                FoedReport                *report,
                GError                   **error)
{
  FoedDialect *dialect;

  if (options->dialect == NULL)
    {
      dialect = foed_dialects_recognise (self, bytes, NULL);

      if (dialect == NULL)
        refuse_unknown (bytes, name, options->is_lenient, report, error);

      return dialect;
    }

  dialect = foed_dialects_find (self, options->dialect);

  if (dialect == NULL)
    g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_NOT_NATIVE, _("There is no dialect “%s”."), options->dialect);

  return dialect;
}

static GPtrArray *
transform (FoedDialect               *dialect,
           xmlDoc                    *document,
           GBytes                    *bytes,
           const char                *name,
           const FoedForeignOptions  *options,
           FoedReport                *report,
           GCancellable              *cancellable,
           GError                   **error)
{
  gsize length = g_bytes_get_size (bytes);
  FoedTransformLimits limits = { LEAST_MEMORY + MEMORY_PER_BYTE * length, 120, 2000000000, 1000 };
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  FoedForeignSource source = { name, foed_dialect_get_nick (dialect), hash, options->states, report };
  g_autoptr (GError) transform_error = NULL;
  GPtrArray *records = NULL;
  xmlDoc *result;

  result = foed_transform_apply (foed_dialect_get_transform (dialect), document, name, &limits, report, cancellable,
                                 &transform_error);

  if (result != NULL)
    {
      records = foed_foreign_make_records (result, &source, error);
      xmlFreeDoc (result);
      return records;
    }

  g_propagate_error (error, g_steal_pointer (&transform_error));

  return NULL;
}

/**
 * foed_dialects_read:
 * @self: dialects
 * @bytes: a file in one of them
 * @name: what the user calls the file
 * @options: how to read it
 * @report: where what is wrong with the file goes
 * @dialect: (out) (optional) (transfer none) (nullable): the dialect that it is in
 * @cancellable: (nullable): stops it
 * @error: return location for an error of domain %FOED_XML_ERROR or %G_IO_ERROR
 *
 * Reads a whole file, without any DTD, entity, network or other file.
 *
 * Returns: (transfer full) (element-type FoedRecord) (nullable): records from the top level, mostly one document; or
 *   %NULL with @error set
 */
GPtrArray *
foed_dialects_read (FoedDialects              *self,
                    GBytes                    *bytes,
                    const char                *name,
                    const FoedForeignOptions  *options,
                    FoedReport                *report,
                    FoedDialect              **dialect,
                    GCancellable              *cancellable,
                    GError                   **error)
{
  FoedDialect *chosen;
  g_autoptr (GError) read_error = NULL;
  GPtrArray *records = NULL;
  xmlDoc *document = NULL;

  g_return_val_if_fail (FOED_IS_DIALECTS (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (FOED_IS_REPORT (report), NULL);

  chosen = choose_dialect (self, bytes, name, options, report, &read_error);

  if (chosen != NULL && !g_cancellable_set_error_if_cancelled (cancellable, &read_error))
    document = foed_foreign_parse (bytes, name, options->is_lenient, report, &read_error);

  if (document != NULL)
    {
      records = transform (chosen, document, bytes, name, options, report, cancellable, &read_error);
      xmlFreeDoc (document);
    }

  if (records == NULL && read_error->domain == FOED_XML_ERROR && foed_report_get_n_errors (report) == 0)
    foed_report_take_problem (report, foed_problem_new (FOED_SEVERITY_ERROR, name, 0, 0, NULL, "dialect",
                                                        read_error->message, NULL));

  if (dialect != NULL)
    *dialect = chosen;

  if (read_error != NULL)
    g_propagate_error (error, g_steal_pointer (&read_error));

  return records;
}
