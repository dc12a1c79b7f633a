/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-details"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "explorer-clauses-panel.h"
#include "explorer-coordination-panel.h"
#include "explorer-details.h"
#include "explorer-enforcement-panel.h"
#include "explorer-overview-panel.h"
#include "explorer-panel-content.h"
#include "explorer-sources-panel.h"
#include "explorer-sovereignty-panel.h"
#include "explorer/widgets/explorer-record-text.h"
#include "explorer/widgets/explorer-term-pill.h"
#include "explorer/widgets/explorer-wrap-layout.h"

struct _ExplorerDetails
{
  GtkWidget        parent_instance;

  ExplorerSession *session;

  GtkWidget       *stack;
  AdwStatusPage   *status;
  GtkWidget       *back;
  GtkLabel        *title;
  GtkLabel        *subtitle;
  GtkBox          *pills;
  GtkBox          *tabs;
  GtkStack        *panels;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerDetails, explorer_details, GTK_TYPE_WIDGET)

typedef struct
{
  const char *nick;
  const char *label;
  GType     (*get_type) (void);
} PanelInfo;

static const PanelInfo panel_infos[] = {
  { "overview", NC_("panel", "Overview"), explorer_overview_panel_get_type },
  { "clauses", NC_("panel", "Clauses"), explorer_clauses_panel_get_type },
  { "coordination", NC_("panel", "Coordination"), explorer_coordination_panel_get_type },
  { "sovereignty", NC_("panel", "Sovereignty"), explorer_sovereignty_panel_get_type },
  { "enforcement", NC_("panel", "Enforcement"), explorer_enforcement_panel_get_type },
  { "sources", NC_("panel", "Sources"), explorer_sources_panel_get_type },
};

static void
empty_pills (ExplorerDetails *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pills))) != NULL)
    gtk_box_remove (self->pills, child);
}

/* What kinds of thing the alliance promises, each once, in the order of the vocabulary. */
static void
fill_pills (ExplorerDetails *self,
            FoedRecord      *record)
{
  g_autoptr (GPtrArray) obligations = explorer_panel_list_records (record, FOED_RECORD_OBLIGATION);
  guint n_terms;
  const FoedTerm *terms = foed_vocabulary_get_terms (FOED_VOCABULARY_OBLIGATION_KIND, &n_terms);

  empty_pills (self);

  for (guint i = 0; i < n_terms; i++)
    for (guint j = 0; j < obligations->len; j++)
      {
        FoedRecord *obligation = g_ptr_array_index (obligations, j);

        if (foed_record_get_term (obligation, FOED_FIELD_KIND) != &terms[i] || explorer_panel_is_silent (obligation))
          continue;

        gtk_box_append (self->pills, explorer_term_pill_new (FOED_VOCABULARY_OBLIGATION_KIND, &terms[i]));
        break;
      }

  gtk_widget_set_visible (GTK_WIDGET (self->pills), gtk_widget_get_first_child (GTK_WIDGET (self->pills)) != NULL);
}

static gboolean
is_party_on (FoedRecord *party,
             FoedDay     day)
{
  const FoedTerm *role = foed_record_get_term (party, FOED_FIELD_ROLE);

  return role != NULL && !g_str_equal (role->nick, "observer") &&
         foed_record_get_first_day (party) <= day && day <= foed_record_get_last_day (party);
}

static guint
count_parties (ExplorerDetails *self,
               FoedRecord      *record)
{
  g_autoptr (GPtrArray) parties = explorer_panel_list_records (record, FOED_RECORD_PARTY);
  g_autoptr (GHashTable) states = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean day_on = explorer_session_get_day_on (self->session);
  FoedDay day = explorer_session_get_day (self->session);

  for (guint i = 0; i < parties->len; i++)
    if (!day_on || is_party_on (g_ptr_array_index (parties, i), day))
      g_hash_table_add (states, (gpointer) foed_record_get_reference (g_ptr_array_index (parties, i),
                                                                      FOED_FIELD_STATE));

  return g_hash_table_size (states);
}

static char *
dup_alliance_subtitle (ExplorerDetails *self,
                       FoedRecord      *record)
{
  g_autofree char *period = explorer_record_text_dup_period (record);
  guint n_parties = count_parties (self, record);
  g_autofree char *parties = g_strdup_printf (ngettext ("%u party", "%u parties", n_parties), n_parties);

  if (period == NULL)
    return g_steal_pointer (&parties);

  if (!explorer_session_get_day_on (self->session))
    /* Translators: when an alliance was in force and how many parties it ever had. */
    return g_strdup_printf (C_("alliance", "In force %s · %s in all"), period, parties);

  {
    g_autoptr (FoedDate) date = foed_date_new_for_day (explorer_session_get_day (self->session));
    g_autofree char *day = foed_date_format (date);

    /* Translators: when an alliance was in force, how many parties it had, and on which day. */
    return g_strdup_printf (C_("alliance", "In force %s · %s on %s"), period, parties, day);
  }
}

static char *
dup_subtitle (ExplorerDetails *self,
              FoedRecord      *record)
{
  if (foed_record_get_kind (record) == FOED_RECORD_ALLIANCE)
    return dup_alliance_subtitle (self, record);

  return g_strdup (foed_record_kind_get_label (foed_record_get_kind (record)));
}

static void
show_status (ExplorerDetails *self)
{
  const GError *error = explorer_session_get_error (self->session);

  if (error != NULL)
    {
      g_autofree char *message = g_markup_escape_text (error->message, -1);

      adw_status_page_set_title (self->status, _("This Record Could Not Be Read"));
      adw_status_page_set_description (self->status, message);
    }
  else
    {
      adw_status_page_set_title (self->status, _("Nothing Selected"));
      adw_status_page_set_description (self->status, _("Select an alliance or a state to read about it here."));
    }

  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "status");
}

static void
update (ExplorerDetails *self)
{
  FoedRecord *record = explorer_session_get_record (self->session);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (record == NULL)
    {
      /* While a record is read, the last one stays in sight. */
      if (explorer_session_get_root (self->session) == NULL || explorer_session_get_error (self->session) != NULL)
        show_status (self);
      return;
    }

  title = explorer_record_text_dup_title (self->session, record);
  subtitle = dup_subtitle (self, record);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  fill_pills (self, record);
  gtk_widget_set_visible (GTK_WIDGET (self->tabs), foed_record_get_kind (record) == FOED_RECORD_ALLIANCE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "details");
}

static GtkWidget *
find_tab (ExplorerDetails *self,
          const char      *nick)
{
  for (GtkWidget *tab = gtk_widget_get_first_child (GTK_WIDGET (self->tabs)); tab != NULL;
       tab = gtk_widget_get_next_sibling (tab))
    if (g_str_equal (gtk_widget_get_name (tab), nick))
      return tab;

  return NULL;
}

/* Only an alliance has more than an overview; what was chosen for the last one comes back with the next. */
static void
show_panel (ExplorerDetails *self)
{
  FoedRecord *record = explorer_session_get_record (self->session);
  const char *nick = explorer_session_get_panel (self->session);
  GtkWidget *tab = find_tab (self, nick);

  if (tab != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);

  if (record != NULL && foed_record_get_kind (record) != FOED_RECORD_ALLIANCE)
    nick = "overview";
  if (gtk_stack_get_child_by_name (self->panels, nick) != NULL)
    gtk_stack_set_visible_child_name (self->panels, nick);
}

static void
explorer_details_changed_cb (ExplorerDetails *self)
{
  update (self);
  show_panel (self);
}

static void
explorer_details_tab_toggled_cb (ExplorerDetails *self,
                                 GtkToggleButton *tab)
{
  if (gtk_toggle_button_get_active (tab))
    explorer_session_set_panel (self->session, gtk_widget_get_name (GTK_WIDGET (tab)));
}

static void
explorer_details_back_cb (ExplorerDetails *self)
{
  explorer_session_go_back (self->session);
}

static void
add_panel (ExplorerDetails *self,
           const PanelInfo *info,
           GtkToggleButton *group)
{
  const char *label = g_dpgettext2 (GETTEXT_PACKAGE, "panel", info->label);
  GtkWidget *panel = g_object_new (info->get_type (), "session", self->session, NULL);
  GtkWidget *tab = gtk_toggle_button_new_with_label (label);

  gtk_accessible_update_property (GTK_ACCESSIBLE (panel), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_stack_add_named (self->panels, panel, info->nick);

  gtk_widget_set_name (tab, info->nick);
  gtk_widget_add_css_class (tab, "flat");
  gtk_widget_add_css_class (tab, "panel-tab");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (tab), group);
  g_signal_connect_object (tab, "toggled", G_CALLBACK (explorer_details_tab_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (self->tabs, tab);
}

static void
connect_session (ExplorerDetails *self)
{
  static const char * const signals[] = {
    "notify::record", "notify::root", "notify::error", "notify::titles", "notify::day", "notify::day-on",
    "notify::panel"
  };

  for (guint i = 0; i < G_N_ELEMENTS (panel_infos); i++)
    {
      GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->tabs));

      add_panel (self, &panel_infos[i], first != NULL ? GTK_TOGGLE_BUTTON (first) : NULL);
    }

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->session, signals[i], G_CALLBACK (explorer_details_changed_cb), self,
                             G_CONNECT_SWAPPED);

  g_object_bind_property (self->session, "can-go-back", self->back, "sensitive", G_BINDING_SYNC_CREATE);
  show_status (self);
  explorer_details_changed_cb (self);
}

static void
explorer_details_dispose (GObject *object)
{
  ExplorerDetails *self = EXPLORER_DETAILS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), EXPLORER_TYPE_DETAILS);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (explorer_details_parent_class)->dispose (object);
}

static void
explorer_details_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, explorer_details_get_session (EXPLORER_DETAILS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_details_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      explorer_details_set_session (EXPLORER_DETAILS (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_details_class_init (ExplorerDetailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = explorer_details_dispose;
  object_class->get_property = explorer_details_get_property;
  object_class->set_property = explorer_details_set_property;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, EXPLORER_TYPE_SESSION,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/foedera/Foedera/ui/panels/details.ui");
  gtk_widget_class_bind_template_child (widget_class, ExplorerDetails, back);
  gtk_widget_class_bind_template_child (widget_class, ExplorerDetails, panels);
  gtk_widget_class_bind_template_child (widget_class, ExplorerDetails, pills);
  gtk_widget_class_bind_template_child (widget_class, ExplorerDetails, stack);
  gtk_widget_class_bind_template_child (widget_class, ExplorerDetails, status);
  gtk_widget_class_bind_template_child (widget_class, ExplorerDetails, subtitle);
  gtk_widget_class_bind_template_child (widget_class, ExplorerDetails, tabs);
  gtk_widget_class_bind_template_child (widget_class, ExplorerDetails, title);
  gtk_widget_class_bind_template_callback (widget_class, explorer_details_back_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
explorer_details_init (ExplorerDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->pills), explorer_wrap_layout_new (6, 6));
  gtk_widget_set_layout_manager (GTK_WIDGET (self->tabs), explorer_wrap_layout_new_even (2, 0));
}

/**
 * explorer_details_new:
 * @session: the session whose selection is shown
 *
 * Returns: (transfer floating): the right side of the window
 */
GtkWidget *
explorer_details_new (ExplorerSession *session)
{
  return g_object_new (EXPLORER_TYPE_DETAILS, "session", session, NULL);
}

/**
 * explorer_details_get_session:
 * @self: the details
 *
 * Returns: (transfer none) (nullable): the session
 */
ExplorerSession *
explorer_details_get_session (ExplorerDetails *self)
{
  g_return_val_if_fail (EXPLORER_IS_DETAILS (self), NULL);

  return self->session;
}

/**
 * explorer_details_set_session:
 * @self: the details
 * @session: the session; it is set once
 *
 * Sets the session whose selection is shown.
 */
void
explorer_details_set_session (ExplorerDetails *self,
                              ExplorerSession *session)
{
  g_return_if_fail (EXPLORER_IS_DETAILS (self));
  g_return_if_fail (session == NULL || EXPLORER_IS_SESSION (session));
  g_return_if_fail (self->session == NULL);

  if (session == NULL)
    return;

  self->session = g_object_ref (session);
  connect_session (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}
