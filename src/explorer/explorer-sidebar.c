/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-sidebar"

#include "config.h"

#include <glib/gi18n.h>

#include "explorer-compat.h"
#include "explorer-sidebar.h"
#include "widgets/explorer-facet-section.h"
#include "widgets/explorer-search-hits.h"

/* In the order in which they stand. Who owes and who is owed are asked of obligations only. */
static const FoedFacet facets[] = {
  FOED_FACET_OBLIGATION,   FOED_FACET_STRENGTH, FOED_FACET_PROMISOR, FOED_FACET_BENEFICIARY,
  FOED_FACET_COORDINATION, FOED_FACET_THREAT,   FOED_FACET_REGION,   FOED_FACET_STATUS,
  FOED_FACET_PARTY,
};

struct _ExplorerSidebar
{
  GtkWidget           parent_instance;

  ExplorerSession    *session;
  GCancellable       *cancellable;
  FoedQuery          *query;         /* what is being counted */
  GtkWidget          *sections[G_N_ELEMENTS (facets)];

  GtkSearchEntry     *search;
  GtkLabel           *problem;
  GtkBox             *content;
  ExplorerSearchHits *hits;

  /* Whether the counts are those of an older query. */
  guint               stale : 1;
  /* Whether another day has come since the counting began. */
  guint               behind : 1;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerSidebar, explorer_sidebar, GTK_TYPE_WIDGET)

static void count (ExplorerSidebar *self);

static void
facets_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(ExplorerSidebar) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) counts = foed_library_facets_finish (FOED_LIBRARY (object), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (self->behind)
    count (self);
  if (counts == NULL)
    {
      g_info ("The facets could not be counted: %s", error->message);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    explorer_facet_section_update (EXPLORER_FACET_SECTION (self->sections[i]), counts);
}

/* The former counts stay on screen until the new ones are there, and while years pass, the next are counted only then.
 * What can't be seen is not counted. */
static void
count (ExplorerSidebar *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);
  FoedQuery *query = explorer_session_get_query (self->session);

  self->stale = !gtk_widget_get_mapped (GTK_WIDGET (self));
  self->behind = !self->stale && self->cancellable != NULL && foed_query_equal_but_day (self->query, query);
  if (self->behind)
    return;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (library == NULL || self->stale)
    return;
  g_set_object (&self->query, query);
  self->cancellable = g_cancellable_new ();
  foed_library_facets_async (library, query, self->cancellable, facets_cb, g_object_ref (self));
}

static void
offer_facets (ExplorerSidebar *self)
{
  gboolean obligations =
    foed_query_get_listing (explorer_session_get_query (self->session)) == FOED_LISTING_OBLIGATIONS;

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      gboolean offered = obligations || (facets[i] != FOED_FACET_PROMISOR && facets[i] != FOED_FACET_BENEFICIARY);

      explorer_facet_section_offer (EXPLORER_FACET_SECTION (self->sections[i]), offered);
    }
}

static void
query_changed_cb (ExplorerSidebar *self)
{
  const char *text = foed_query_get_text (explorer_session_get_query (self->session));
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));

  if (g_strcmp0 (text != NULL ? text : "", typed) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->search), text != NULL ? text : "");
  offer_facets (self);
  count (self);
}

static void
library_changed_cb (ExplorerSidebar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    explorer_facet_section_forget (EXPLORER_FACET_SECTION (self->sections[i]));
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  count (self);
}

static void
problem_cb (ExplorerSidebar *self)
{
  const char *problem = explorer_search_hits_get_problem (self->hits);

  gtk_label_set_label (self->problem, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), problem != NULL);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->search), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->search), "error");
}

static void
search_changed_cb (ExplorerSidebar *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search))));
  g_autoptr(FoedQuery) query = NULL;

  query = foed_query_with_text (explorer_session_get_query (self->session), *text != '\0' ? text : NULL);
  explorer_session_set_query (self->session, query);
}

static void
search_activate_cb (ExplorerSidebar *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
stop_search_cb (ExplorerSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

static void
explorer_sidebar_map (GtkWidget *widget)
{
  ExplorerSidebar *self = EXPLORER_SIDEBAR (widget);

  GTK_WIDGET_CLASS (explorer_sidebar_parent_class)->map (widget);

  if (self->stale)
    count (self);
}

static void
explorer_sidebar_constructed (GObject *object)
{
  ExplorerSidebar *self = EXPLORER_SIDEBAR (object);

  G_OBJECT_CLASS (explorer_sidebar_parent_class)->constructed (object);

  self->hits = g_object_new (EXPLORER_TYPE_SEARCH_HITS, "session", self->session, NULL);
  gtk_box_append (self->content, GTK_WIDGET (self->hits));
  g_signal_connect_object (self->hits, "notify::problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);

  for (guint i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      self->sections[i] = explorer_facet_section_new (self->session, facets[i]);
      gtk_box_append (self->content, self->sections[i]);
    }
  offer_facets (self);
  g_signal_connect_object (self->session, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::titles", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::library", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
explorer_sidebar_dispose (GObject *object)
{
  ExplorerSidebar *self = EXPLORER_SIDEBAR (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->query);
  g_clear_object (&self->session);
  explorer_compat_dispose (GTK_WIDGET (self));

  G_OBJECT_CLASS (explorer_sidebar_parent_class)->dispose (object);
}

static void
explorer_sidebar_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, EXPLORER_SIDEBAR (object)->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_sidebar_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      EXPLORER_SIDEBAR (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_sidebar_class_init (ExplorerSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = explorer_sidebar_constructed;
  object_class->dispose = explorer_sidebar_dispose;
  object_class->get_property = explorer_sidebar_get_property;
  object_class->set_property = explorer_sidebar_set_property;
  widget_class->map = explorer_sidebar_map;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, EXPLORER_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerSidebar, content);
  gtk_widget_class_bind_template_child (widget_class, ExplorerSidebar, problem);
  gtk_widget_class_bind_template_child (widget_class, ExplorerSidebar, search);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);

  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
explorer_sidebar_init (ExplorerSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * explorer_sidebar_focus_search:
 * @self: a sidebar
 *
 * Puts the cursor into the search entry, with what stands there selected.
 */
void
explorer_sidebar_focus_search (ExplorerSidebar *self)
{
  g_return_if_fail (EXPLORER_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (GTK_EDITABLE (self->search), 0, -1);
}
