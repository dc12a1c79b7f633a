/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-foreign-records"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "foed-foreign-records-private.h"
#include "model/foed-record.h"

/* What a stylesheet makes of a file is native XML in which much may be left to us: ids, blank values, dates that mean
 * nothing, the states behind codes and names. Three attributes are for us: `line` (of the file), `language` (of all
 * wordings below) and, of a named party, `on` (the day on which it was called so, if not that of the instrument). Events
 * in an instrument become events of the document. */

#define DEEPEST_LEVEL 64
#define MOST_RECORDS 250000
#define LONGEST_ID 190
#define LONGEST_STEM 80
#define LONGEST_STEP 16
#define WORDS_TO_GUESS_BY 4096

typedef struct
{
  const FoedForeignSource *source;
  GHashTable              *ids;
  GPtrArray               *events;      /* builders of those that stand in instruments */
  guint                    n_records;
  guint                    n_errors;
  gboolean                 has_guessed;    /* a language */
  gboolean                 has_unescaped;
} Conversion;

/* What a record takes from those it stands in. */
typedef struct
{
  FoedRecordKind  kind;
  const char     *id;
  const char     *document;            /* id */
  const char     *title;
  char           *language;
  const char     *guess;               /* of the language of the instrument, or NULL */
  int             line;
  FoedDay         day;                 /* of the instrument, for the states behind its parties */
  guint           n_children;          /* those with ids of their own */
  int             depth;
} Level;

static FoedRecord *convert_record (Conversion    *self,
                                   const xmlNode *node,
                                   Level         *parent);

static void
add_problem (Conversion   *self,
             FoedSeverity  severity,
             int           line,
             const char   *rule,
             const char   *message)
{
  g_auto (GStrv) parts = g_strsplit (message, "\n", 2);

  if (severity == FOED_SEVERITY_ERROR)
    self->n_errors++;

  foed_report_take_problem (self->source->report, foed_problem_new (severity, self->source->name, line, 0, NULL, rule,
                                                                    parts[0], parts[1]));
}

G_GNUC_PRINTF (4, 5)
static void
warn (Conversion *self,
      int         line,
      const char *rule,
      const char *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  add_problem (self, FOED_SEVERITY_WARNING, line, rule, message);
}

static char *
dup_attribute (const xmlNode *node,
               const char    *name)
{
  xmlChar *value = xmlGetNoNsProp (node, (const xmlChar *) name);
  char *folded = value == NULL ? NULL : foed_foreign_fold_blanks ((const char *) value);

  xmlFree (value);

  if (folded != NULL && *folded == '\0')
    g_clear_pointer (&folded, g_free);

  return folded;
}

/* Whether @id is still free; then it is taken. */
static gboolean
take_id (Conversion *self,
         const char *id)
{
  return strlen (id) <= LONGEST_ID && g_hash_table_add (self->ids, g_strdup (id));
}

/* The id of something that stands in a document, from the id of its parent and its number or place: an article IV is
 * …iv, a second IV …iv-2, what has no number …n3. */
static char *
make_id (Conversion *self,
         Level      *parent,
         const char *number)
{
  g_autofree char *slug = number == NULL ? NULL : foed_foreign_make_slug (number, LONGEST_STEP);
  g_autofree char *stem = NULL;
  g_autofree char *id = NULL;

  if (slug == NULL || *slug == '\0')
    stem = g_strdup_printf ("%s.n%u", parent->id, parent->n_children);
  else
    stem = g_strdup_printf ("%s.%s", parent->id, slug);

  if (take_id (self, stem))
    return g_steal_pointer (&stem);

  for (guint i = 2; strlen (stem) < LONGEST_ID - 8 && id == NULL; i++)
    {
      id = g_strdup_printf ("%s-%u", stem, i);

      if (!take_id (self, id))
        g_clear_pointer (&id, g_free);
    }

  if (id == NULL)
    {
      id = g_strdup_printf ("%s.r%u", parent->document, self->n_records);
      take_id (self, id);
    }

  return g_steal_pointer (&id);
}

/* The id of a document: the dialect, what the stylesheet calls the file, and its hash. Another file that says the same of
 * itself is another document, until somebody says that they are one. */
static char *
make_document_id (Conversion    *self,
                  const xmlNode *node)
{
  g_autofree char *hint = dup_attribute (node, "id");
  g_autofree char *slug = foed_foreign_make_slug (hint == NULL ? "" : hint, LONGEST_STEM);
  g_autofree char *stem = NULL;
  g_autofree char *id = NULL;

  stem = g_strdup_printf ("%s%s%s-%.8s", self->source->dialect, *slug == '\0' ? "" : "-", slug, self->source->hash);
  id = g_strdup (stem);

  for (guint i = 2; !take_id (self, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", stem, i);
    }

  return g_steal_pointer (&id);
}

static void
set_string (Conversion          *self,
            FoedRecordBuilder   *builder,
            const FoedFieldInfo *info,
            const char          *text,
            int                  line)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *unescaped = info->type == FOED_FIELD_TYPE_TEXT ? foed_foreign_unescape (text) : NULL;

  if (unescaped != NULL && !self->has_unescaped)
    warn (self, line, "escaped", _("Characters that were escaped twice were read as what was meant."));

  self->has_unescaped |= unescaped != NULL;

  if (foed_record_builder_set_string (builder, info->field, unescaped != NULL ? unescaped : text, &error))
    return;

  if (info->type == FOED_FIELD_TYPE_BEGIN || info->type == FOED_FIELD_TYPE_END)
    warn (self, line, "date", _("The date “%s” (%s) is left out.\n%s"), text, foed_field_get_nick (info->field),
          error->message);
  else
    warn (self, line, "value", _("The value of “%s” is left out.\n%s"), foed_field_get_nick (info->field),
          error->message);
}

static void
set_date (Conversion          *self,
          FoedRecordBuilder   *builder,
          const FoedFieldInfo *info,
          const char          *text,
          int                  line)
{
  g_autofree char *date = foed_foreign_fold_date (text);

  if (foed_foreign_is_sentinel (date))
    warn (self, line, "sentinel", _("The date “%s” (%s) stands for none and is left out."), text,
          foed_field_get_nick (info->field));
  else
    set_string (self, builder, info, date, line);
}

static void
set_field (Conversion          *self,
           FoedRecordBuilder   *builder,
           const FoedFieldInfo *info,
           const char          *text,
           gboolean             is_article,
           int                  line)
{
  g_autofree char *folded = NULL;

  if (info->type == FOED_FIELD_TYPE_BEGIN || info->type == FOED_FIELD_TYPE_END)
    {
      set_date (self, builder, info, text, line);
    }
  else if (info->field == FOED_FIELD_LANGUAGE)
    {
      folded = foed_foreign_fold_language (text);
      set_string (self, builder, info, folded, line);
    }
  else if (info->field == FOED_FIELD_NUMBER)
    {
      folded = foed_foreign_fold_number (text, is_article);
      set_string (self, builder, info, folded, line);
    }
  else
    {
      set_string (self, builder, info, text, line);
    }
}

static void
set_attributes (Conversion        *self,
                FoedRecordBuilder *builder,
                const xmlNode     *node,
                int                line)
{
  const FoedRecordKindInfo *kind = foed_record_kind_get_info (foed_record_builder_get_kind (builder));
  g_autofree char *term = dup_attribute (node, "kind");
  gboolean is_article = g_strcmp0 (term, "article") == 0;

  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_autofree char *text = NULL;

      if (kind->fields[i].flags & FOED_FIELD_ELEMENT)
        continue;

      text = dup_attribute (node, foed_field_get_nick (kind->fields[i].field));

      if (text != NULL)
        set_field (self, builder, &kind->fields[i], text, is_article, line);
    }
}

static gboolean
is_ours (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && node->ns != NULL
         && strcmp ((const char *) node->ns->href, FOED_XML_NAMESPACE) == 0;
}

/* Elements of fields. Wordings and notes may have lines; titles are one. */
static void
set_elements (Conversion        *self,
              FoedRecordBuilder *builder,
              const xmlNode     *node,
              int                line)
{
  FoedRecordKind kind = foed_record_builder_get_kind (builder);

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *text = NULL;
      const FoedFieldInfo *info;
      FoedField field;
      int position;

      if (!is_ours (child))
        continue;

      field = foed_field_from_nick ((const char *) child->name);
      position = field == FOED_FIELD_NONE ? -1 : foed_record_kind_find_field (kind, field);

      if (position < 0)
        continue;

      info = &foed_record_kind_get_info (kind)->fields[position];

      if (!(info->flags & FOED_FIELD_ELEMENT))
        continue;

      text = field == FOED_FIELD_TITLE ? foed_foreign_dup_title (child) : foed_foreign_dup_content (child);

      if (*text != '\0')
        set_string (self, builder, info, text, line);
    }
}

static FoedDate *
dup_date (const xmlNode *node,
          const char    *field)
{
  g_autofree char *text = dup_attribute (node, field);
  g_autofree char *folded = text == NULL ? NULL : foed_foreign_fold_date (text);

  return folded == NULL || foed_foreign_is_sentinel (folded) ? NULL : foed_date_parse (folded, NULL);
}

/* The first day that an instrument tells of itself, or the last of all days. */
static FoedDay
get_first_day (const xmlNode *node)
{
  g_autoptr (FoedDate) signed_on = dup_date (node, "signed");
  g_autoptr (FoedDate) begin = dup_date (node, "begin");

  return MIN (signed_on == NULL ? FOED_DAY_LAST : foed_date_get_first_day (signed_on),
              begin == NULL ? FOED_DAY_LAST : foed_date_get_first_day (begin));
}

/* What ends before it begins was given a wrong date. */
static void
check_period (Conversion        *self,
              FoedRecordBuilder *builder,
              const xmlNode     *node,
              int                line)
{
  g_autoptr (FoedDate) begin = dup_date (node, "begin");
  g_autoptr (FoedDate) end = dup_date (node, "end");
  g_autofree char *text = NULL;

  if (begin == NULL || end == NULL || foed_date_get_first_day (begin) <= foed_date_get_last_day (end)
      || !foed_record_builder_has_value (builder, FOED_FIELD_END))
    return;

  text = foed_date_to_string (end);
  foed_record_builder_set_date (builder, FOED_FIELD_END, NULL);
  warn (self, line, "dates", _("The end (%s) lies before the beginning and is left out."), text);
}

static void
find_state (Conversion        *self,
            FoedRecordBuilder *builder,
            const xmlNode     *node,
            Level             *parent,
            int                line)
{
  FoedStateIndex *states = self->source->states;
  g_autofree char *iso3 = dup_attribute (node, "iso3");
  g_autofree char *cow = dup_attribute (node, "cow");
  g_autofree char *value = dup_attribute (node, "value");
  g_autoptr (FoedDate) on = dup_date (node, "on");
  FoedDay day = on == NULL ? parent->day : foed_date_get_first_day (on);
  const char *id = NULL;

  if (states == NULL || value == NULL || foed_record_builder_has_value (builder, FOED_FIELD_STATE))
    return;

  if (iso3 != NULL)
    id = foed_state_index_find_iso3 (states, iso3, day);

  if (id == NULL && cow != NULL)
    id = foed_state_index_find_cow (states, g_ascii_strtoll (cow, NULL, 10), day);

  if (id == NULL && iso3 == NULL && cow == NULL)
    id = foed_state_index_find_name (states, value, day);

  if (id != NULL)
    foed_record_builder_set_text (builder, FOED_FIELD_STATE, id);
  else
    warn (self, line, "party", _("No state of the library was called “%s” on that day.\nThe party is kept as text."),
          value);
}

/* The beginning of all that is said under @node. */
static void
gather_words (const xmlNode *node,
              GString       *words)
{
  for (const xmlNode *child = node->children; child != NULL && words->len < WORDS_TO_GUESS_BY; child = child->next)
    if (child->type == XML_TEXT_NODE)
      g_string_append (words, (const char *) child->content);
    else if (child->type == XML_ELEMENT_NODE)
      gather_words (child, words);
}

static const char *
guess_language (const xmlNode *node)
{
  g_autoptr (GString) words = g_string_new (NULL);

  gather_words (node, words);

  return foed_foreign_guess_language (words->str);
}

/* What the file says, else what a wording looks like, else what its treaty does. */
static const char *
choose_language (Conversion    *self,
                 const xmlNode *node,
                 Level         *level)
{
  const char *guess;

  if (strcmp (level->language, "und") != 0)
    return level->language;

  guess = guess_language (node);

  if (guess == NULL)
    guess = level->guess;

  if (guess == NULL)
    return "und";

  if (!self->has_guessed)
    warn (self, 0, "language", _("The file does not say in which language it is. “%s” was told from the words."), guess);

  self->has_guessed = TRUE;

  return guess;
}

/* What a record can't be without, and can be given. */
static void
fill_gaps (Conversion        *self,
           FoedRecordBuilder *builder,
           const xmlNode     *node,
           Level             *level,
           Level             *parent,
           int                line)
{
  switch ((guint) foed_record_builder_get_kind (builder))
    {
    case FOED_RECORD_DOCUMENT:
      foed_record_builder_set_text (builder, FOED_FIELD_DIALECT, self->source->dialect);
      foed_record_builder_set_text (builder, FOED_FIELD_HASH, self->source->hash);

      if (!foed_record_builder_has_value (builder, FOED_FIELD_TITLE))
        {
          foed_record_builder_set_text (builder, FOED_FIELD_TITLE, level->title);
          warn (self, line, "title", _("The file has no title; its name stands for it."));
        }
      break;

    case FOED_RECORD_INSTRUMENT:
      if (!foed_record_builder_has_value (builder, FOED_FIELD_TITLE))
        foed_record_builder_set_text (builder, FOED_FIELD_TITLE, parent->title != NULL ? parent->title
                                                                                       : self->source->name);
      break;

    case FOED_RECORD_TEXT:
      if (!foed_record_builder_has_value (builder, FOED_FIELD_LANGUAGE))
        foed_record_builder_set_text (builder, FOED_FIELD_LANGUAGE, choose_language (self, node, level));
      break;

    default:
      break;
    }
}

/* Wordings without words, parties without a name and the like are nothing. */
static gboolean
is_whole (Conversion        *self,
          FoedRecordBuilder *builder,
          int                line)
{
  FoedRecordKind kind = foed_record_builder_get_kind (builder);
  const FoedRecordKindInfo *info = foed_record_kind_get_info (kind);

  for (guint i = 0; i < info->n_fields; i++)
    {
      g_autofree char *message = NULL;

      if (!(info->fields[i].flags & FOED_FIELD_REQUIRED)
          || foed_record_builder_has_value (builder, info->fields[i].field))
        continue;

      if (info->has_id && kind != FOED_RECORD_EVENT)
        {
          message = g_strdup_printf (_("The stylesheet made a <%s> without “%s”."), info->nick,
                                     foed_field_get_nick (info->fields[i].field));
          add_problem (self, FOED_SEVERITY_ERROR, line, "stylesheet", message);
        }

      return FALSE;
    }

  return TRUE;
}

static void
convert_children (Conversion        *self,
                  FoedRecordBuilder *builder,
                  const xmlNode     *node,
                  Level             *level)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      FoedRecordKind kind;
      FoedRecord *record;

      if (!is_ours (child))
        continue;

      kind = foed_record_kind_from_nick ((const char *) child->name);

      if (kind == FOED_RECORD_NONE)
        continue;

      record = convert_record (self, child, level);

      if (record == NULL)
        continue;

      if (kind == FOED_RECORD_EVENT && level->kind == FOED_RECORD_INSTRUMENT)
        g_ptr_array_add (self->events, record);
      else
        foed_record_builder_take_child (builder, record);
    }
}

static char *
dup_language (const xmlNode *node,
              Level         *parent)
{
  g_autofree char *language = dup_attribute (node, "language");

  return language != NULL ? foed_foreign_fold_language (language) : g_strdup (parent->language);
}

static int
get_line (const xmlNode *node,
          Level         *parent)
{
  g_autofree char *line = dup_attribute (node, "line");

  return line == NULL ? parent->line : CLAMP (g_ascii_strtoll (line, NULL, 10), 0, G_MAXINT);
}

/* What a document is called: by itself, or else by its file. */
static char *
dup_title_of_document (Conversion     *self,
                       const xmlNode  *node,
                       FoedRecordKind  kind)
{
  if (kind != FOED_RECORD_DOCUMENT)
    return NULL;

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_ours (child) && strcmp ((const char *) child->name, "title") == 0)
      {
        g_autofree char *title = foed_foreign_dup_title (child);

        if (*title != '\0')
          return g_steal_pointer (&title);
      }

  return g_path_get_basename (self->source->name);
}

static gboolean
may_stand (Conversion    *self,
           const xmlNode *node,
           FoedRecordKind kind,
           Level         *parent,
           int            line)
{
  g_autofree char *message = NULL;

  if (parent->depth >= DEEPEST_LEVEL || self->n_records >= MOST_RECORDS)
    message = g_strdup (_("The stylesheet makes too much of the file."));
  else if (!foed_record_kind_may_hold (parent->kind, kind)
           && !(kind == FOED_RECORD_EVENT && parent->kind == FOED_RECORD_INSTRUMENT))
    message = g_strdup_printf (_("The stylesheet put a <%s> where none may stand."), (const char *) node->name);
  else
    return TRUE;

  if (self->n_errors == 0)
    add_problem (self, FOED_SEVERITY_ERROR, line, "stylesheet", message);

  return FALSE;
}

static char *
make_id_of_kind (Conversion     *self,
                 const xmlNode  *node,
                 FoedRecordKind  kind,
                 Level          *parent)
{
  g_autofree char *number = NULL;

  if (!foed_record_kind_get_info (kind)->has_id)
    return NULL;

  if (parent->kind == FOED_RECORD_NONE)
    return make_document_id (self, node);

  number = kind == FOED_RECORD_EVENT ? g_strdup ("event") : dup_attribute (node, "number");

  return make_id (self, parent, number);
}

static FoedRecord *
finish (Conversion        *self,
        FoedRecordBuilder *builder,
        Level             *level,
        int                line)
{
  if (level->kind == FOED_RECORD_DOCUMENT)
    {
      for (guint i = 0; i < self->events->len; i++)
        foed_record_builder_take_child (builder, g_object_ref (g_ptr_array_index (self->events, i)));

      g_ptr_array_set_size (self->events, 0);
    }

  if (!is_whole (self, builder, line))
    return NULL;

  foed_record_builder_set_line (builder, line);

  return foed_record_builder_end (builder);
}

static void
prepare_instrument (const xmlNode *node,
                    Level         *level)
{
  level->day = get_first_day (node);
  level->guess = strcmp (level->language, "und") == 0 ? guess_language (node) : NULL;
}

static FoedRecord *
convert_record (Conversion    *self,
                const xmlNode *node,
                Level         *parent)
{
  FoedRecordKind kind = foed_record_kind_from_nick ((const char *) node->name);
  int line = get_line (node, parent);
  g_autofree char *language = dup_language (node, parent);
  g_autofree char *id = NULL;
  g_autofree char *title = dup_title_of_document (self, node, kind);
  g_autoptr (FoedRecordBuilder) builder = NULL;
  Level level = *parent;

  if (!may_stand (self, node, kind, parent, line))
    return NULL;

  self->n_records++;
  parent->n_children += foed_record_kind_get_info (kind)->has_id;
  id = make_id_of_kind (self, node, kind, parent);
  builder = foed_record_builder_new (kind, id);
  level.kind = kind;
  level.id = id != NULL ? id : parent->id;
  level.language = language;
  level.line = line;
  level.title = title != NULL ? title : parent->title;
  level.depth++;
  level.n_children = 0;
  set_attributes (self, builder, node, line);
  set_elements (self, builder, node, line);
  check_period (self, builder, node, line);

  if (kind == FOED_RECORD_DOCUMENT)
    level.document = level.id;
  else if (kind == FOED_RECORD_INSTRUMENT)
    prepare_instrument (node, &level);
  else if (kind == FOED_RECORD_NAMED_PARTY)
    find_state (self, builder, node, parent, line);
  else if (kind == FOED_RECORD_EVENT && parent->kind == FOED_RECORD_INSTRUMENT)
    foed_record_builder_set_text (builder, FOED_FIELD_INSTRUMENT, parent->id);

  fill_gaps (self, builder, node, &level, parent, line);
  convert_children (self, builder, node, &level);

  return finish (self, builder, &level, line);
}

/* The records that a stylesheet made of a file. What is wrong with them goes to the report; an error there is @error,
 * too. */
GPtrArray *
foed_foreign_make_records (xmlDoc                   *result,
                           const FoedForeignSource  *source,
                           GError                  **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  Conversion self = { .source = source, .ids = ids, .events = events };
  Level level = { .kind = FOED_RECORD_NONE, .language = (char *) "und", .day = FOED_DAY_LAST };
  const xmlNode *root = xmlDocGetRootElement (result);

  for (const xmlNode *node = root == NULL ? NULL : root->children; node != NULL; node = node->next)
    {
      FoedRecord *record;

      if (!is_ours (node) || foed_record_kind_from_nick ((const char *) node->name) == FOED_RECORD_NONE)
        continue;

      record = convert_record (&self, node, &level);

      if (record != NULL)
        g_ptr_array_add (records, record);
    }

  if (self.n_errors > 0)
    g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_NOT_NATIVE, _("The stylesheet of “%s” makes what can't be kept."),
                 source->dialect);
  else if (records->len == 0)
    g_set_error (error, FOED_XML_ERROR, FOED_XML_ERROR_NOT_NATIVE, _("The stylesheet of “%s” found nothing to keep."),
                 source->dialect);
  else
    return g_steal_pointer (&records);

  return NULL;
}
