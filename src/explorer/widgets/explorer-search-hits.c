/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-search-hits"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer/explorer-compat.h"
#include "explorer-search-hits.h"
#include "store/foed-listing.h"

#define N_SHORT 5
#define N_LONG 100

struct _ExplorerSearchHits
{
  GtkWidget        parent_instance;

  ExplorerSession *session;
  GCancellable    *cancellable;
  char            *text;
  char            *problem;

  GtkLabel        *heading;
  GtkListBox      *list;
  GtkButton       *more;

  guint            expanded : 1;
};

typedef struct
{
  FoedLibrary *library;
  char        *text;
  guint        limit;
} Search;

enum
{
  PROP_0,
  PROP_PROBLEM,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerSearchHits, explorer_search_hits, GTK_TYPE_WIDGET)

static void
search_free (Search *search)
{
  g_object_unref (search->library);
  g_free (search->text);
  g_free (search);
}

static void
set_problem (ExplorerSearchHits *self,
             const char         *problem)
{
  if (g_strcmp0 (self->problem, problem) == 0)
    return;
  g_free (self->problem);
  self->problem = g_strdup (problem);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

static void
clear (ExplorerSearchHits *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

/* The library marks matches with isolates; on screen they are bold. */
static char *
mark_up (const char *snippet)
{
  g_autofree char *escaped = g_markup_escape_text (snippet, -1);
  g_autoptr(GString) markup = g_string_new (escaped);

  g_string_replace (markup, "\u2068", "<b>", 0);
  g_string_replace (markup, "\u2069", "</b>", 0);
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

/* A match in the title is told by the title already. */
static gboolean
repeats_title (const FoedSearchHit *hit)
{
  g_autoptr(GString) plain = g_string_new (hit->snippet);

  g_string_replace (plain, "\u2068", "", 0);
  g_string_replace (plain, "\u2069", "", 0);
  return g_str_equal (plain->str, hit->title);
}

static GtkWidget *
make_label (const char *text,
            gboolean    markup,
            const char *class)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (markup)
    gtk_label_set_markup (GTK_LABEL (label), text);
  else
    gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
make_row (ExplorerSearchHits  *self,
          const FoedSearchHit *hit)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  const char *kind = foed_record_kind_get_label (hit->kind);
  g_autofree char *where = NULL;
  g_autofree char *snippet = mark_up (hit->snippet);
  g_autofree char *title = repeats_title (hit) ? g_strdup (snippet) : g_markup_escape_text (hit->title, -1);

  if (hit->alliance != NULL && g_strcmp0 (hit->alliance, hit->id) != 0)
    {
      /* Translators: the kind of a record and the alliance it belongs to, as in "Clause · North Atlantic Treaty". */
      where = g_strdup_printf (C_("search hit", "%s · %s"), kind,
                               explorer_session_get_title (self->session, hit->alliance));
    }
  gtk_box_append (GTK_BOX (box), make_label (title, TRUE, "hit-title"));
  gtk_box_append (GTK_BOX (box), make_label (where != NULL ? where : kind, FALSE, "hit-where"));
  if (*snippet != '\0' && !repeats_title (hit))
    gtk_box_append (GTK_BOX (box), make_label (snippet, TRUE, "hit-snippet"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, hit->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, where != NULL ? where : kind, -1);
  g_object_set_data_full (G_OBJECT (row), "record", g_strdup (hit->id), g_free);
  g_object_set_data_full (G_OBJECT (row), "root", g_strdup (hit->alliance != NULL ? hit->alliance : hit->id), g_free);
  return row;
}

static void
show_hits (ExplorerSearchHits *self,
           GPtrArray          *hits)
{
  gboolean all = self->expanded ? hits->len < N_LONG : hits->len <= N_SHORT;
  guint n_shown = MIN (hits->len, self->expanded ? N_LONG : N_SHORT);

  clear (self);
  for (guint i = 0; i < n_shown; i++)
    gtk_list_box_append (self->list, make_row (self, g_ptr_array_index (hits, i)));
  gtk_label_set_label (self->heading, hits->len > 0 ? _("Found in") : _("Found nowhere"));
  gtk_widget_set_visible (GTK_WIDGET (self->list), hits->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more), !self->expanded && !all);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
search_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  Search *search = task_data;
  GError *error = NULL;
  GPtrArray *hits = foed_library_search_sync (search->library, search->text, search->limit, cancellable, &error);

  if (hits == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, hits, (GDestroyNotify) g_ptr_array_unref);
}

static void
search_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  ExplorerSearchHits *self = EXPLORER_SEARCH_HITS (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) hits = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (hits == NULL)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      set_problem (self, error->message);
      return;
    }
  set_problem (self, NULL);
  show_hits (self, hits);
}

static void
search (ExplorerSearchHits *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);
  g_autoptr(GTask) task = NULL;
  Search *search;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (library == NULL || self->text == NULL || *self->text == '\0')
    {
      clear (self);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      set_problem (self, NULL);
      return;
    }
  self->cancellable = g_cancellable_new ();
  search = g_new0 (Search, 1);
  search->library = g_object_ref (library);
  search->text = g_strdup (self->text);
  search->limit = self->expanded ? N_LONG : N_SHORT + 1;
  task = g_task_new (self, self->cancellable, search_cb, NULL);
  g_task_set_source_tag (task, search_cb);
  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  g_task_run_in_thread (task, search_thread);
}

static void
query_changed_cb (ExplorerSearchHits *self)
{
  const char *text = foed_query_get_text (explorer_session_get_query (self->session));

  if (g_strcmp0 (self->text, text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  self->expanded = FALSE;
  search (self);
}

static void
row_activated_cb (ExplorerSearchHits *self,
                  GtkListBoxRow      *row)
{
  explorer_session_select (self->session, g_object_get_data (G_OBJECT (row), "record"),
                           g_object_get_data (G_OBJECT (row), "root"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-detail", NULL);
}

static void
more_cb (ExplorerSearchHits *self)
{
  self->expanded = TRUE;
  search (self);
}

static void
explorer_search_hits_constructed (GObject *object)
{
  ExplorerSearchHits *self = EXPLORER_SEARCH_HITS (object);

  G_OBJECT_CLASS (explorer_search_hits_parent_class)->constructed (object);

  g_signal_connect_object (self->session, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::titles", G_CALLBACK (search), self, G_CONNECT_SWAPPED);
}

static void
explorer_search_hits_dispose (GObject *object)
{
  ExplorerSearchHits *self = EXPLORER_SEARCH_HITS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->problem, g_free);
  explorer_compat_dispose (GTK_WIDGET (self));

  G_OBJECT_CLASS (explorer_search_hits_parent_class)->dispose (object);
}

static void
explorer_search_hits_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ExplorerSearchHits *self = EXPLORER_SEARCH_HITS (object);

  switch (prop_id)
    {
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_search_hits_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ExplorerSearchHits *self = EXPLORER_SEARCH_HITS (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_search_hits_class_init (ExplorerSearchHitsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = explorer_search_hits_constructed;
  object_class->dispose = explorer_search_hits_dispose;
  object_class->get_property = explorer_search_hits_get_property;
  object_class->set_property = explorer_search_hits_set_property;

  properties[PROP_PROBLEM] =
    g_param_spec_string ("problem", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, EXPLORER_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/widgets/search-hits.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerSearchHits, heading);
  gtk_widget_class_bind_template_child (widget_class, ExplorerSearchHits, list);
  gtk_widget_class_bind_template_child (widget_class, ExplorerSearchHits, more);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "searchhits");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
explorer_search_hits_init (ExplorerSearchHits *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * explorer_search_hits_get_problem:
 * @self: a list of hits
 *
 * Returns: (transfer none) (nullable): why the words can't be understood
 */
const char *
explorer_search_hits_get_problem (ExplorerSearchHits *self)
{
  g_return_val_if_fail (EXPLORER_IS_SEARCH_HITS (self), NULL);

  return self->problem;
}
