/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-list-model"

#include "config.h"

#include "foed-list-difference-private.h"
#include "foed-list-item-private.h"
#include "foed-list-model.h"
#include "foed-listing-page-private.h"
#include "foed-row-private.h"

/* Rows to a page, and pages that are kept: more than a view shows at once. */
#define PAGE_SIZE 64
#define MOST_PAGES 24

/* Pages that are read anew at once when the list may have changed, so that what has stayed is known again; and changes
 * that are told one by one. More than these are one change, which a view gets over sooner. */
#define MOST_PAGES_RELOADED 8
#define MOST_CHANGES 64

typedef struct
{
  guint         number;
  GList         link;
  GCancellable *cancellable;
  FoedListItem *items[PAGE_SIZE];
} Page;

struct _FoedListModel
{
  GObject       parent_instance;
  FoedLibrary  *library;
  FoedQuery    *query;
  GError       *error;

  /* What was asked before the last change of query or library is of an older generation. */
  guint         generation;
  GCancellable *reload;
  guint         n_reading;

  guint         n_items;
  GPtrArray    *changing;      /* the items while changes are told one by one; NULL else */
  GHashTable   *pages;         /* by number */
  GQueue        recent;        /* latest first */
};

/* What a page was asked for. */
typedef struct
{
  GWeakRef model;
  guint    generation;
  guint    page;
  gboolean is_reload;
} Question;

static void foed_list_model_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (FoedListModel, foed_list_model, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, foed_list_model_list_model_init))

enum
{
  PROP_0,
  PROP_ERROR,
  PROP_ITEM_TYPE,
  PROP_LIBRARY,
  PROP_LOADING,
  PROP_N_ITEMS,
  PROP_QUERY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static Page *
page_new (guint number,
          guint n_items)
{
  Page *page = g_new0 (Page, 1);

  page->number = number;
  page->link.data = page;

  for (guint i = 0; i < MIN (PAGE_SIZE, n_items - number * PAGE_SIZE); i++)
    page->items[i] = foed_list_item_new (number * PAGE_SIZE + i);

  return page;
}

/* Nobody waits any more for the rows of a page that is let go. */
static void
page_free (gpointer data)
{
  Page *page = data;

  if (page->cancellable != NULL)
    g_cancellable_cancel (page->cancellable);

  g_clear_object (&page->cancellable);

  for (guint i = 0; i < PAGE_SIZE; i++)
    g_clear_object (&page->items[i]);

  g_free (page);
}

/* Takes the rows of a page, which begin with the one at @first. */
static void
page_fill (Page      *page,
           GPtrArray *rows,
           guint      first)
{
  for (guint i = 0; i < PAGE_SIZE && first + i < rows->len; i++)
    if (page->items[i] != NULL)
      foed_list_item_set_row (page->items[i], g_ptr_array_index (rows, first + i));
}

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->model);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
take_error (FoedListModel *self,
            GError        *error)
{
  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
change_reading (FoedListModel *self,
                int            change)
{
  gboolean was_reading = self->n_reading > 0;

  self->n_reading += change;

  if (was_reading != (self->n_reading > 0))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
drop_pages (FoedListModel *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_init (&self->recent);
}

static void
keep_page (FoedListModel *self,
           Page          *page)
{
  g_hash_table_insert (self->pages, GUINT_TO_POINTER (page->number), page);
  g_queue_push_head_link (&self->recent, &page->link);

  if (self->recent.length > MOST_PAGES)
    {
      Page *oldest = self->recent.tail->data;

      g_queue_unlink (&self->recent, &oldest->link);
      g_hash_table_remove (self->pages, GUINT_TO_POINTER (oldest->number));
    }
}

/* One change of the list, whatever it held before. */
static void
replace_items (FoedListModel   *self,
               FoedListingPage *answer)
{
  guint n_before = self->n_items;

  drop_pages (self);
  self->n_items = answer != NULL ? answer->n_rows : 0;

  for (guint i = 0; answer != NULL && i * PAGE_SIZE < answer->rows->len; i++)
    {
      Page *page = page_new (i, self->n_items);

      page_fill (page, answer->rows, i * PAGE_SIZE);
      keep_page (self, page);
    }

  if (n_before > 0 || self->n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->n_items);

  if (n_before != self->n_items)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* The items from the top whose rows are known. */
static GPtrArray *
collect_known (FoedListModel *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < MIN (self->n_items, MOST_PAGES_RELOADED * PAGE_SIZE); i++)
    {
      Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (i / PAGE_SIZE));

      if (page == NULL || foed_list_item_get_row (page->items[i % PAGE_SIZE]) == NULL)
        break;

      g_ptr_array_add (items, g_object_ref (page->items[i % PAGE_SIZE]));
    }

  return items;
}

static GArray *
compare (const GPtrArray *items,
         const GPtrArray *rows)
{
  g_autoptr (GPtrArray) before = g_ptr_array_new ();
  g_autoptr (GPtrArray) after = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (before, (gpointer) foed_row_get_id (foed_list_item_get_row (g_ptr_array_index (items, i))));

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (after, (gpointer) foed_row_get_id (g_ptr_array_index (rows, i)));

  return foed_list_difference_new (before, after);
}

/* Makes one change of the items that are known, and tells of it. */
static void
make_change (FoedListModel        *self,
             const FoedListChange *change,
             const GPtrArray      *rows)
{
  if (change->n_removed > 0)
    g_ptr_array_remove_range (self->changing, change->position, change->n_removed);

  for (guint i = 0; i < change->n_added; i++)
    {
      FoedListItem *item = foed_list_item_new (change->position + i);

      foed_list_item_set_row (item, g_ptr_array_index (rows, change->position + i));
      g_ptr_array_insert (self->changing, (int) (change->position + i), item);
    }

  self->n_items = self->n_items - change->n_removed + change->n_added;
  g_list_model_items_changed (G_LIST_MODEL (self), change->position, change->n_removed, change->n_added);
}

/* Deals the items that are known out to pages again, each with its row as it is now. */
static void
make_pages (FoedListModel   *self,
            GPtrArray       *items,
            FoedListingPage *answer)
{
  drop_pages (self);

  for (guint i = 0; i < items->len; i++)
    {
      FoedListItem *item = g_ptr_array_index (items, i);
      FoedRow *row = g_ptr_array_index (answer->rows, i);
      Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (i / PAGE_SIZE));

      if (page == NULL)
        {
          page = page_new (i / PAGE_SIZE, answer->n_rows);
          keep_page (self, page);
        }

      g_set_object (&page->items[i % PAGE_SIZE], item);
      foed_list_item_set_position (item, i);

      if (!foed_row_equal (foed_list_item_get_row (item), row))
        foed_list_item_set_row (item, row);
    }
}

static guint
count_removed (const GArray *changes)
{
  guint n_removed = 0;

  for (guint i = 0; i < changes->len; i++)
    n_removed += g_array_index (changes, FoedListChange, i).n_removed;

  return n_removed;
}

/* Changes what is different, and keeps the items that are still there: a view then keeps what it shows of them. */
static void
change_items (FoedListModel   *self,
              FoedListingPage *answer)
{
  guint n_before = self->n_items;
  g_autoptr (GPtrArray) items = collect_known (self);
  g_autoptr (GArray) changes = compare (items, answer->rows);
  guint n_rest = n_before - items->len;
  guint n_known = answer->rows->len;

  if (count_removed (changes) == items->len || changes->len > MOST_CHANGES)
    {
      replace_items (self, answer);
      return;
    }

  self->changing = items;
  for (guint i = 0; i < changes->len; i++)
    make_change (self, &g_array_index (changes, FoedListChange, i), answer->rows);
  self->changing = NULL;

  make_pages (self, items, answer);
  self->n_items = answer->n_rows;

  /* What comes after is another, for all that is known. */
  if (n_rest > 0 || self->n_items > n_known)
    g_list_model_items_changed (G_LIST_MODEL (self), n_known, n_rest, self->n_items - n_known);

  if (n_before != self->n_items)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void reload (FoedListModel *self);

static void
use_answer (FoedListModel   *self,
            const Question  *question,
            FoedListingPage *answer)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (question->page));

  if (question->is_reload)
    {
      take_error (self, NULL);
      change_items (self, answer);
    }
  else if (answer->n_rows != self->n_items)
    {
      /* The library has changed, and the signal that says so is still under way. */
      reload (self);
    }
  else if (page != NULL)
    {
      g_clear_object (&page->cancellable);
      page_fill (page, answer->rows, 0);
    }
}

static void
read_page_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (FoedListModel) self = g_weak_ref_get (&question->model);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedListingPage) answer = NULL;

  answer = foed_library_read_page_finish (FOED_LIBRARY (object), result, &error);

  if (self == NULL)
    return;

  if (question->generation == self->generation)
    {
      if (answer != NULL)
        {
          use_answer (self, question, answer);
        }
      else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          if (question->is_reload)
            replace_items (self, NULL);

          take_error (self, g_steal_pointer (&error));
        }
    }

  change_reading (self, -1);
}

static void
ask (FoedListModel *self,
     guint          page,
     guint          n_pages,
     gboolean       is_reload,
     GCancellable  *cancellable)
{
  Question *question = g_new0 (Question, 1);

  g_weak_ref_init (&question->model, self);
  question->generation = self->generation;
  question->page = page;
  question->is_reload = is_reload;

  change_reading (self, 1);
  foed_library_read_page_async (self->library, self->query, page * PAGE_SIZE, n_pages * PAGE_SIZE, cancellable,
                                read_page_cb, question);
}

static void
cancel_reload (FoedListModel *self)
{
  if (self->reload != NULL)
    g_cancellable_cancel (self->reload);

  g_clear_object (&self->reload);
}

/* How many pages from the top a view has asked for: at least the first. */
static guint
count_pages (FoedListModel *self)
{
  guint n_pages = 0;

  while (n_pages < MOST_PAGES_RELOADED && g_hash_table_contains (self->pages, GUINT_TO_POINTER (n_pages)))
    n_pages++;

  return MAX (n_pages, 1);
}

/* Starts a new generation. The old items stay until the new ones are known. */
static void
reload (FoedListModel *self)
{
  self->generation++;
  cancel_reload (self);

  if (self->library == NULL || self->query == NULL)
    {
      replace_items (self, NULL);
      return;
    }

  self->reload = g_cancellable_new ();
  ask (self, 0, count_pages (self), TRUE, self->reload);
}

static Page *
ensure_page (FoedListModel *self,
             guint          number)
{
  Page *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (number));

  if (page != NULL)
    {
      g_queue_unlink (&self->recent, &page->link);
      g_queue_push_head_link (&self->recent, &page->link);

      return page;
    }

  page = page_new (number, self->n_items);
  page->cancellable = g_cancellable_new ();
  keep_page (self, page);
  ask (self, number, 1, FALSE, page->cancellable);

  return page;
}

static GType
foed_list_model_get_item_type (GListModel *model)
{
  return FOED_TYPE_LIST_ITEM;
}

static guint
foed_list_model_get_n_items (GListModel *model)
{
  return FOED_LIST_MODEL (model)->n_items;
}

static gpointer
foed_list_model_get_item (GListModel *model,
                          guint       position)
{
  FoedListModel *self = FOED_LIST_MODEL (model);
  Page *page;

  if (position >= self->n_items)
    return NULL;

  /* What is not known is told of at last, and is then another. */
  if (self->changing != NULL)
    return position < self->changing->len ? g_object_ref (g_ptr_array_index (self->changing, position))
                                          : foed_list_item_new (position);

  page = ensure_page (self, position / PAGE_SIZE);

  return g_object_ref (page->items[position % PAGE_SIZE]);
}

static void
foed_list_model_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = foed_list_model_get_item_type;
  interface->get_n_items = foed_list_model_get_n_items;
  interface->get_item = foed_list_model_get_item;
}

static void
foed_list_model_constructed (GObject *object)
{
  FoedListModel *self = FOED_LIST_MODEL (object);

  G_OBJECT_CLASS (foed_list_model_parent_class)->constructed (object);

  if (self->library != NULL)
    g_signal_connect_object (self->library, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);

  reload (self);
}

static void
foed_list_model_dispose (GObject *object)
{
  FoedListModel *self = FOED_LIST_MODEL (object);

  self->generation++;
  cancel_reload (self);
  drop_pages (self);
  g_clear_object (&self->query);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (foed_list_model_parent_class)->dispose (object);
}

static void
foed_list_model_finalize (GObject *object)
{
  FoedListModel *self = FOED_LIST_MODEL (object);

  g_clear_pointer (&self->pages, g_hash_table_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (foed_list_model_parent_class)->finalize (object);
}

static void
foed_list_model_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  FoedListModel *self = FOED_LIST_MODEL (object);

  switch (prop_id)
    {
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;

    case PROP_ITEM_TYPE:
      g_value_set_gtype (value, FOED_TYPE_LIST_ITEM);
      break;

    case PROP_LIBRARY:
      g_value_set_object (value, self->library);
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, self->n_reading > 0);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, self->n_items);
      break;

    case PROP_QUERY:
      g_value_set_object (value, self->query);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foed_list_model_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  FoedListModel *self = FOED_LIST_MODEL (object);

  switch (prop_id)
    {
    case PROP_LIBRARY:
      self->library = g_value_dup_object (value);
      break;

    case PROP_QUERY:
      foed_list_model_set_query (self, g_value_get_object (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
foed_list_model_class_init (FoedListModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = foed_list_model_constructed;
  object_class->dispose = foed_list_model_dispose;
  object_class->finalize = foed_list_model_finalize;
  object_class->get_property = foed_list_model_get_property;
  object_class->set_property = foed_list_model_set_property;

  properties[PROP_ERROR] =
    g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  properties[PROP_ITEM_TYPE] =
    g_param_spec_gtype ("item-type", NULL, NULL, G_TYPE_OBJECT, (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  properties[PROP_LIBRARY] =
    g_param_spec_object ("library", NULL, NULL, FOED_TYPE_LIBRARY,
                         (G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
  properties[PROP_QUERY] =
    g_param_spec_object ("query", NULL, NULL, FOED_TYPE_QUERY,
                         (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
foed_list_model_init (FoedListModel *self)
{
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, page_free);
  g_queue_init (&self->recent);
}

/**
 * foed_list_model_new:
 * @library: (nullable): a library
 * @query: (nullable): what to list
 *
 * Makes a list that is empty until the first page has been read.
 *
 * Returns: (transfer full): a list of #FoedListItem
 */
FoedListModel *
foed_list_model_new (FoedLibrary *library,
                     FoedQuery   *query)
{
  g_return_val_if_fail (library == NULL || FOED_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (query == NULL || FOED_IS_QUERY (query), NULL);

  return g_object_new (FOED_TYPE_LIST_MODEL, "library", library, "query", query, NULL);
}

/**
 * foed_list_model_get_query:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): what it lists, or will when it has been read
 */
FoedQuery *
foed_list_model_get_query (FoedListModel *self)
{
  g_return_val_if_fail (FOED_IS_LIST_MODEL (self), NULL);

  return self->query;
}

/**
 * foed_list_model_set_query:
 * @self: a list
 * @query: (nullable): what to list
 *
 * Lists something else. The rows there are stay until the new ones are known; then those change that are different, and
 * the items of the others stay.
 */
void
foed_list_model_set_query (FoedListModel *self,
                           FoedQuery     *query)
{
  g_return_if_fail (FOED_IS_LIST_MODEL (self));
  g_return_if_fail (query == NULL || FOED_IS_QUERY (query));

  if (self->query == query || (self->query != NULL && query != NULL && foed_query_equal (self->query, query)))
    return;

  g_set_object (&self->query, query);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
  reload (self);
}
