/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "explorer-histogram"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "explorer/explorer-compat.h"
#include "explorer-histogram.h"
#include "store/foed-listing.h"

#define LABEL_GAP 16
#define BARS_HEIGHT 30
#define MINIMUM_WIDTH 120

struct _ExplorerHistogram
{
  GtkWidget        parent_instance;

  ExplorerSession *session;
  GCancellable    *cancellable;
  FoedQuery       *query;
  GArray          *counts;
  int              first_year;
  guint            highest;

  /* Not seen: it takes the focus and the keys, and is what assistive technology moves. */
  GtkWidget       *scale;
  GtkAdjustment   *adjustment;
  guint            following : 1;    /* whether the scale is being moved to where the session is */
};

enum
{
  PROP_0,
  PROP_FIRST_YEAR,
  PROP_LAST_YEAR,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ExplorerHistogram, explorer_histogram, GTK_TYPE_WIDGET)

static guint
get_n_years (ExplorerHistogram *self)
{
  return self->counts != NULL ? self->counts->len : 0;
}

static int
get_year (ExplorerHistogram *self)
{
  int year;
  int month;
  int day;

  foed_day_to_calendar (explorer_session_get_day (self->session), &year, &month, &day);
  return year;
}

/* Brings the scale to the year that is looked at, and says in words what there is in it. */
static void
follow (ExplorerHistogram *self)
{
  g_autofree char *caption = explorer_histogram_dup_caption (self);

  self->following = TRUE;
  if (get_n_years (self) > 0)
    gtk_adjustment_configure (self->adjustment, get_year (self), self->first_year,
                              self->first_year + (int) self->counts->len - 1, 1, 10, 0);
  self->following = FALSE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, caption, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
histogram_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(ExplorerHistogram) self = user_data;
  g_autoptr(GError) error = NULL;
  int first_year = 0;
  g_autoptr(GArray) counts = foed_library_histogram_finish (FOED_LIBRARY (object), result, &first_year, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->session == NULL)
    return;
  g_clear_object (&self->cancellable);
  if (counts == NULL)
    {
      g_info ("The years could not be counted: %s", error->message);
      return;
    }
  g_clear_pointer (&self->counts, g_array_unref);
  self->counts = g_steal_pointer (&counts);
  self->first_year = first_year;
  self->highest = 0;
  for (guint i = 0; i < self->counts->len; i++)
    self->highest = MAX (self->highest, g_array_index (self->counts, guint, i));
  follow (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST_YEAR]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LAST_YEAR]);
}

static void
count (ExplorerHistogram *self)
{
  FoedLibrary *library = explorer_session_get_library (self->session);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (library == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  foed_library_histogram_async (library, self->query, self->cancellable, histogram_cb, g_object_ref (self));
}

/* The years are counted without the day and for alliances, so another day or listing changes nothing. */
static void
query_changed_cb (ExplorerHistogram *self)
{
  g_autoptr(FoedQuery) timeless = foed_query_without_day (explorer_session_get_query (self->session));
  g_autoptr(FoedQuery) query = foed_query_with_listing (timeless, FOED_LISTING_ALLIANCES);

  follow (self);
  if (self->query != NULL && foed_query_equal (self->query, query))
    return;
  g_set_object (&self->query, query);
  count (self);
}

static void
choose_year (ExplorerHistogram *self,
             int                year)
{
  guint n_years = get_n_years (self);

  if (n_years == 0)
    return;
  year = CLAMP (year, self->first_year, self->first_year + (int) n_years - 1);
  explorer_session_set_day (self->session, foed_day_from_calendar (year, 12, 31));
  explorer_session_set_day_on (self->session, TRUE);
}

static void
choose_at (ExplorerHistogram *self,
           double             x)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (width <= 0)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;
  choose_year (self, self->first_year + (int) floor (x / width * get_n_years (self)));
}

/* The pointer points at bars, which stand a little otherwise than the scale thinks; so that is not to know of it. */
static void
drag_begin_cb (ExplorerHistogram *self,
               double             x,
               double             y,
               GtkGesture        *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (self->scale);
  choose_at (self, x);
}

static void
drag_update_cb (ExplorerHistogram *self,
                double             offset_x,
                double             offset_y,
                GtkGestureDrag    *gesture)
{
  double x;
  double y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    choose_at (self, x + offset_x);
}

static void
value_changed_cb (ExplorerHistogram *self)
{
  if (!self->following)
    choose_year (self, (int) lround (gtk_adjustment_get_value (self->adjustment)));
}

static void
snapshot_bars (ExplorerHistogram *self,
               GtkSnapshot       *snapshot,
               int                width,
               int                height)
{
  guint n_years = get_n_years (self);
  double bar = (double) width / n_years;
  int chosen = explorer_session_get_day_on (self->session) ? get_year (self) - self->first_year : -1;
  gboolean reverse = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  GdkRGBA colour;
  GdkRGBA faint;

  explorer_compat_get_colour (GTK_WIDGET (self), &colour);
  faint = colour;
  faint.alpha *= 0.4f;
  for (guint i = 0; i < n_years; i++)
    {
      guint number = g_array_index (self->counts, guint, i);
      double tall = self->highest > 0 ? (double) number / self->highest * height : 0;
      double x = reverse ? width - (i + 1) * bar : i * bar;
      double gap = bar >= 3 ? 1 : 0;

      if ((int) i == chosen)
        gtk_snapshot_append_color (snapshot, &colour,
                                   &GRAPHENE_RECT_INIT ((float) x, 0, (float) MAX (bar - gap, 3), (float) height));
      else if (number > 0)
        gtk_snapshot_append_color (snapshot, &faint,
                                   &GRAPHENE_RECT_INIT ((float) x, (float) (height - tall), (float) (bar - gap),
                                                        (float) tall));
    }
  gtk_snapshot_append_color (snapshot, &faint, &GRAPHENE_RECT_INIT (0, (float) height, (float) width, 1));
}

/* Labels stand at round years, as many as find room. */
static void
snapshot_labels (ExplorerHistogram *self,
                 GtkSnapshot       *snapshot,
                 int                width,
                 int                top)
{
  static const int steps[] = { 1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000 };
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0000");
  gboolean reverse = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint n_years = get_n_years (self);
  double bar = (double) width / n_years;
  int step = steps[G_N_ELEMENTS (steps) - 1];
  int label_width;
  int label_height;
  GdkRGBA colour;

  pango_layout_get_pixel_size (layout, &label_width, &label_height);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (steps[i] * bar >= label_width + LABEL_GAP)
        {
          step = steps[i];
          break;
        }
    }
  explorer_compat_get_colour (gtk_widget_get_parent (GTK_WIDGET (self)), &colour);
  colour.alpha *= 0.7f;
  for (int year = (self->first_year + step - 1) / step * step; year < self->first_year + (int) n_years; year += step)
    {
      g_autofree char *text = g_strdup_printf ("%d", year);
      double middle = (year - self->first_year + 0.5) * bar;
      double wanted;
      double x;

      pango_layout_set_text (layout, text, -1);
      pango_layout_get_pixel_size (layout, &label_width, NULL);
      wanted = (reverse ? width - middle : middle) - label_width / 2.0;
      x = CLAMP (wanted, 0, MAX (width - label_width, 0));
      /* Moved in from the edge by more, it would run into the next. */
      if (ABS (x - wanted) > LABEL_GAP / 2.0)
        continue;
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) top));
      gtk_snapshot_append_layout (snapshot, layout, &colour);
      gtk_snapshot_restore (snapshot);
    }
}

static int
get_label_height (ExplorerHistogram *self)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "0000");
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

static void
explorer_histogram_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  ExplorerHistogram *self = EXPLORER_HISTOGRAM (widget);
  int width = gtk_widget_get_width (widget);
  int bars_height = gtk_widget_get_height (widget) - get_label_height (self) - 3;

  gtk_widget_snapshot_child (widget, self->scale, snapshot);
  if (get_n_years (self) == 0 || bars_height <= 0 || width <= 0)
    return;
  snapshot_bars (self, snapshot, width, bars_height);
  snapshot_labels (self, snapshot, width, bars_height + 3);
}

static void
explorer_histogram_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  gtk_widget_measure (EXPLORER_HISTOGRAM (widget)->scale, orientation, for_size, NULL, NULL, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MINIMUM_WIDTH;
      *natural = 400;
    }
  else
    *minimum = *natural = BARS_HEIGHT + 3 + get_label_height (EXPLORER_HISTOGRAM (widget));
}

static void
explorer_histogram_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  gtk_widget_allocate (EXPLORER_HISTOGRAM (widget)->scale, width, height, baseline, NULL);
}

static gboolean
explorer_histogram_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (EXPLORER_HISTOGRAM (widget)->scale);
}

static void
explorer_histogram_constructed (GObject *object)
{
  ExplorerHistogram *self = EXPLORER_HISTOGRAM (object);

  G_OBJECT_CLASS (explorer_histogram_parent_class)->constructed (object);

  g_signal_connect_object (self->session, "notify::query", G_CALLBACK (query_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::titles", G_CALLBACK (count), self, G_CONNECT_SWAPPED);
  query_changed_cb (self);
}

static void
explorer_histogram_dispose (GObject *object)
{
  ExplorerHistogram *self = EXPLORER_HISTOGRAM (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->query);
  g_clear_object (&self->session);
  g_clear_pointer (&self->counts, g_array_unref);
  g_clear_pointer (&self->scale, gtk_widget_unparent);

  G_OBJECT_CLASS (explorer_histogram_parent_class)->dispose (object);
}

static void
explorer_histogram_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ExplorerHistogram *self = EXPLORER_HISTOGRAM (object);

  switch (prop_id)
    {
    case PROP_FIRST_YEAR:
      g_value_set_int (value, self->first_year);
      break;
    case PROP_LAST_YEAR:
      g_value_set_int (value, self->first_year + MAX ((int) get_n_years (self) - 1, 0));
      break;
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_histogram_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_SESSION:
      EXPLORER_HISTOGRAM (object)->session = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
explorer_histogram_class_init (ExplorerHistogramClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = explorer_histogram_constructed;
  object_class->dispose = explorer_histogram_dispose;
  object_class->get_property = explorer_histogram_get_property;
  object_class->set_property = explorer_histogram_set_property;
  widget_class->grab_focus = explorer_histogram_grab_focus;
  widget_class->measure = explorer_histogram_measure;
  widget_class->size_allocate = explorer_histogram_size_allocate;
  widget_class->snapshot = explorer_histogram_snapshot;

  properties[PROP_FIRST_YEAR] = g_param_spec_int ("first-year", NULL, NULL, G_MININT, G_MAXINT, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LAST_YEAR] = g_param_spec_int ("last-year", NULL, NULL, G_MININT, G_MAXINT, 0,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, EXPLORER_TYPE_SESSION,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "histogram");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
explorer_histogram_init (ExplorerHistogram *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->adjustment = gtk_adjustment_new (0, 0, 0, 1, 10, 0);
  self->scale = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, self->adjustment);
  gtk_range_set_round_digits (GTK_RANGE (self->scale), 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Alliances in force by year"), -1);
  gtk_widget_set_parent (self->scale, GTK_WIDGET (self));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (value_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/**
 * explorer_histogram_dup_caption:
 * @self: a histogram
 *
 * Returns: (transfer full): how many alliances are in force in the year that is looked at, as in "1914: 23 alliances"
 */
char *
explorer_histogram_dup_caption (ExplorerHistogram *self)
{
  guint position;
  guint number;

  g_return_val_if_fail (EXPLORER_IS_HISTOGRAM (self), NULL);

  if (!explorer_session_get_day_on (self->session))
    return g_strdup (_("Any time"));
  position = (guint) (get_year (self) - self->first_year);
  number = position < get_n_years (self) ? g_array_index (self->counts, guint, position) : 0;
  /* Translators: a year, and how many alliances are in force at its end. */
  return g_strdup_printf (ngettext ("%d: %u alliance", "%d: %u alliances", number), get_year (self), number);
}

/**
 * explorer_histogram_describe:
 * @self: a histogram
 * @description: what there is in the year that is looked at
 *
 * Tells it to who moves the years and can't see. On GTK 4.8 the text of a slider's value is not told, its description is,
 * whenever it changes.
 */
void
explorer_histogram_describe (ExplorerHistogram *self,
                             const char        *description)
{
  g_return_if_fail (EXPLORER_IS_HISTOGRAM (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}
