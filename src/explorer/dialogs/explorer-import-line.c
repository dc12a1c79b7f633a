/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-import-line"

#include "config.h"

#include "explorer-import-line.h"

struct _ExplorerImportLine
{
  GObject                 parent_instance;

  /* Holds the record. */
  FoedImportFile         *file;
  const FoedImportRecord *record;
  ExplorerImportLine     *above;
  GListStore             *children;
  guint                   included : 1;
  guint                   has_news_below : 1;
};

enum
{
  PROP_0,
  PROP_INCLUDED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];
static guint choice_changed;

G_DEFINE_FINAL_TYPE (ExplorerImportLine, explorer_import_line, G_TYPE_OBJECT)

static gboolean
is_new (ExplorerImportLine *self)
{
  return self->record->change != NULL && foed_change_get_kind (self->record->change) == FOED_CHANGE_NEW;
}

static void
set_one (ExplorerImportLine *self,
         gboolean            included)
{
  if (self->included == included)
    return;
  self->included = included;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCLUDED]);
}

static void
set_below (ExplorerImportLine *self,
           gboolean            included)
{
  guint n_children = g_list_model_get_n_items (G_LIST_MODEL (self->children));

  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr(ExplorerImportLine) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      if (explorer_import_line_is_choosable (child))
        set_one (child, included);
      set_below (child, included);
    }
}

static void
explorer_import_line_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_INCLUDED:
      g_value_set_boolean (value, explorer_import_line_get_included (EXPLORER_IMPORT_LINE (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_import_line_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_INCLUDED:
      explorer_import_line_set_included (EXPLORER_IMPORT_LINE (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_import_line_dispose (GObject *object)
{
  ExplorerImportLine *self = EXPLORER_IMPORT_LINE (object);

  g_clear_object (&self->children);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (explorer_import_line_parent_class)->dispose (object);
}

static void
explorer_import_line_class_init (ExplorerImportLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = explorer_import_line_get_property;
  object_class->set_property = explorer_import_line_set_property;
  object_class->dispose = explorer_import_line_dispose;

  properties[PROP_INCLUDED] = g_param_spec_boolean ("included", NULL, NULL, TRUE,
                                                    G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  choice_changed = g_signal_new ("choice-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
explorer_import_line_init (ExplorerImportLine *self)
{
  self->children = g_list_store_new (EXPLORER_TYPE_IMPORT_LINE);
  self->included = TRUE;
}

/* A record that comes after others of its file; @stack holds the last one of each depth. */
static void
append_line (GListStore             *top,
             GPtrArray              *stack,
             FoedImportFile         *file,
             const FoedImportRecord *record)
{
  ExplorerImportLine *line = g_object_new (EXPLORER_TYPE_IMPORT_LINE, NULL);

  line->file = g_object_ref (file);
  line->record = record;
  line->included = record->state != FOED_IMPORT_LEFT_OUT;
  g_ptr_array_set_size (stack, MIN (stack->len, record->depth));
  line->above = stack->len > 0 ? g_ptr_array_index (stack, stack->len - 1) : NULL;
  g_list_store_append (line->above != NULL ? line->above->children : top, line);
  g_ptr_array_add (stack, line);
  if (explorer_import_line_is_choosable (line))
    for (ExplorerImportLine *above = line->above; above != NULL; above = above->above)
      above->has_news_below = TRUE;
  g_object_unref (line);
}

/* Where there is nothing to do comes last; the rest stays in its order. */
static GListModel *
sort_lines (GListStore *top)
{
  GListStore *sorted = g_list_store_new (EXPLORER_TYPE_IMPORT_LINE);
  guint n_lines = g_list_model_get_n_items (G_LIST_MODEL (top));

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < n_lines; i++)
      {
        g_autoptr(ExplorerImportLine) line = g_list_model_get_item (G_LIST_MODEL (top), i);
        gboolean is_idle = line->record->state == FOED_IMPORT_UNCHANGED && !line->has_news_below;

        if (is_idle == (pass == 1))
          g_list_store_append (sorted, line);
      }
  return G_LIST_MODEL (sorted);
}

/**
 * explorer_import_lines_new:
 * @report: what an import would do, record by record
 *
 * Returns: (transfer full): the records that stand alone, in the order of the files, those that do not change last
 */
GListModel *
explorer_import_lines_new (FoedImportReport *report)
{
  g_autoptr(GListStore) top = g_list_store_new (EXPLORER_TYPE_IMPORT_LINE);
  g_autoptr(GPtrArray) stack = g_ptr_array_new ();
  guint n_files;

  g_return_val_if_fail (FOED_IS_IMPORT_REPORT (report), NULL);

  n_files = foed_import_report_get_n_files (report);
  for (guint i = 0; i < n_files; i++)
    {
      FoedImportFile *file = foed_import_report_get_file (report, i);
      guint n_records = foed_import_file_get_n_records (file);

      for (guint j = 0; j < n_records; j++)
        append_line (top, stack, file, foed_import_file_get_record (file, j));
    }
  return sort_lines (top);
}

/**
 * explorer_import_line_get_record:
 * @self: a line
 *
 * Returns: (transfer none): what it is about
 */
const FoedImportRecord *
explorer_import_line_get_record (ExplorerImportLine *self)
{
  g_return_val_if_fail (EXPLORER_IS_IMPORT_LINE (self), NULL);

  return self->record;
}

/**
 * explorer_import_line_get_children:
 * @self: a line
 *
 * Returns: (transfer none): the lines below it
 */
GListModel *
explorer_import_line_get_children (ExplorerImportLine *self)
{
  g_return_val_if_fail (EXPLORER_IS_IMPORT_LINE (self), NULL);

  return G_LIST_MODEL (self->children);
}

/**
 * explorer_import_line_is_choosable:
 * @self: a line
 *
 * Returns: whether the record would do something that it need not do
 */
gboolean
explorer_import_line_is_choosable (ExplorerImportLine *self)
{
  g_return_val_if_fail (EXPLORER_IS_IMPORT_LINE (self), FALSE);

  return self->record->state != FOED_IMPORT_UNCHANGED && self->record->state != FOED_IMPORT_REFUSED;
}

/**
 * explorer_import_line_has_news_below:
 * @self: a line
 *
 * Returns: whether a line below it can be chosen
 */
gboolean
explorer_import_line_has_news_below (ExplorerImportLine *self)
{
  g_return_val_if_fail (EXPLORER_IS_IMPORT_LINE (self), FALSE);

  return self->has_news_below;
}

/**
 * explorer_import_line_get_included:
 * @self: a line
 *
 * Returns: whether it is imported
 */
gboolean
explorer_import_line_get_included (ExplorerImportLine *self)
{
  g_return_val_if_fail (EXPLORER_IS_IMPORT_LINE (self), FALSE);

  return self->included;
}

/**
 * explorer_import_line_set_included:
 * @self: a line that can be chosen
 * @included: whether to import it
 *
 * Leaves it out, or takes it in again, with what it can't be without and what can't be without it.
 */
void
explorer_import_line_set_included (ExplorerImportLine *self,
                                   gboolean            included)
{
  ExplorerImportLine *line;

  g_return_if_fail (EXPLORER_IS_IMPORT_LINE (self));

  if (self->included == !!included)
    return;
  set_one (self, included);
  if (is_new (self))
    set_below (self, included);
  for (line = self; line->above != NULL; line = line->above)
    if (included && is_new (line->above))
      set_one (line->above, TRUE);
  g_signal_emit (line, choice_changed, 0);
}

/**
 * explorer_import_line_list_left_out:
 * @self: a line
 * @ids: (element-type utf8): where the ids go of it and those below it that are left out
 * @n_included: (inout): how many are imported is added
 */
void
explorer_import_line_list_left_out (ExplorerImportLine *self,
                                    GPtrArray          *ids,
                                    guint              *n_included)
{
  guint n_children;

  g_return_if_fail (EXPLORER_IS_IMPORT_LINE (self));
  g_return_if_fail (ids != NULL && n_included != NULL);

  n_children = g_list_model_get_n_items (G_LIST_MODEL (self->children));
  if (!self->included)
    g_ptr_array_add (ids, g_strdup (self->record->id));
  else if (explorer_import_line_is_choosable (self))
    (*n_included)++;
  for (guint i = 0; i < n_children; i++)
    {
      g_autoptr(ExplorerImportLine) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      explorer_import_line_list_left_out (child, ids, n_included);
    }
}
