/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-import"

#include "config.h"

#include <string.h>

#include "foed-import-private.h"

/* How far the parser may be ahead, in bytes of XML; records take several times that. */
#define MOST_AHEAD (8 << 20)

struct _FoedImportFeed
{
  GPtrArray          *files;
  FoedDialects       *dialects;
  FoedForeignOptions  options;
  FoedImportFeedFunc  progress;
  gpointer            user_data;
  GCancellable       *cancellable;
  GThread            *thread;
  guint64             n_bytes_before;

  /* What follows is guarded by the mutex. */
  GMutex              mutex;
  GCond               changed;
  GQueue              items;
  guint64             cost;
  gboolean            is_stopped;
  gboolean            is_over;
  GError             *error;
};

void
foed_import_item_free (FoedImportItem *self)
{
  g_clear_object (&self->record);
  g_clear_object (&self->report);
  g_free (self);
}

/* Takes @item; FALSE where nobody wants any more. */
static gboolean
push_item (FoedImportFeed *self,
           FoedImportItem *item)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  while (self->cost > MOST_AHEAD && !self->is_stopped)
    g_cond_wait (&self->changed, &self->mutex);

  if (self->is_stopped)
    {
      foed_import_item_free (item);
      return FALSE;
    }

  self->cost += item->cost;
  g_queue_push_tail (&self->items, item);
  g_cond_broadcast (&self->changed);

  return TRUE;
}

static gboolean
push_record (FoedImportFeed *self,
             guint           position,
             FoedRecord     *record,
             guint64         cost)
{
  FoedImportItem *item = g_new0 (FoedImportItem, 1);

  item->position = position;
  item->record = record;
  item->cost = cost;

  return push_item (self, item);
}

static gboolean
push_end (FoedImportFeed *self,
          guint           position,
          FoedReport     *report,
          const char     *dialect,
          guint           n_records)
{
  FoedImportItem *item = g_new0 (FoedImportItem, 1);

  item->position = position;
  item->report = g_object_ref (report);
  item->dialect = dialect;
  item->n_records = n_records;

  return push_item (self, item);
}

static void
fail (FoedImportFeed *self,
      GError         *error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->error == NULL)
    self->error = error;
  else
    g_error_free (error);
}

/* Whether to go on with the next file. */
static gboolean
read_records (FoedImportFeed *self,
              guint           position,
              FoedFileReader  *reader)
{
  guint64 offset_before = 0;

  for (;;)
    {
      g_autoptr (GError) error = NULL;
      FoedRecord *record = NULL;
      guint64 offset;

      if (!foed_file_reader_next (reader, &record, self->cancellable, &error))
        {
          if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
            return TRUE;

          fail (self, g_steal_pointer (&error));
          return FALSE;
        }

      if (record == NULL)
        return TRUE;

      offset = foed_file_reader_get_offset (reader);
      self->progress (self->n_bytes_before + offset, foed_file_reader_get_name (reader), self->user_data);

      if (!push_record (self, position, record, offset - offset_before))
        return FALSE;

      offset_before = offset;
    }
}

static gboolean
read_file (FoedImportFeed *self,
           guint           position)
{
  FoedImportFile *file = g_ptr_array_index (self->files, position);
  g_autoptr (FoedFileReader) reader = NULL;
  g_autoptr (FoedReport) report = NULL;
  g_autoptr (GError) error = NULL;

  self->progress (self->n_bytes_before, file->name, self->user_data);
  reader = foed_file_reader_open (file->file, file->name, self->dialects, &self->options, self->cancellable, &error);

  if (reader != NULL)
    {
      if (!read_records (self, position, reader))
        return FALSE;

      self->n_bytes_before += file->size;

      return push_end (self, position, foed_file_reader_get_report (reader), foed_file_reader_get_dialect (reader),
                       foed_file_reader_get_n_records (reader));
    }

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      fail (self, g_steal_pointer (&error));
      return FALSE;
    }

  report = foed_report_new ();
  foed_report_take_problem (report, foed_problem_new (FOED_SEVERITY_ERROR, file->name, 0, 0, NULL, "file",
                                                      error->message, NULL));

  return push_end (self, position, report, NULL, 0);
}

static gpointer
run_feed (gpointer data)
{
  FoedImportFeed *self = data;

  for (guint i = 0; i < self->files->len; i++)
    {
      FoedImportFile *file = g_ptr_array_index (self->files, i);

      if (!file->refused && file->format == NULL && !read_file (self, i))
        break;
    }

  g_mutex_lock (&self->mutex);
  self->is_over = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);

  return NULL;
}

/* Begins to read those of @files that are not refused. @dialects and what @options name must outlive it. */
FoedImportFeed *
foed_import_feed_new (GPtrArray          *files,
                      FoedDialects       *dialects,
                      const FoedForeignOptions *options,
                      FoedImportFeedFunc  progress,
                      gpointer            user_data,
                      GCancellable       *cancellable)
{
  FoedImportFeed *self = g_new0 (FoedImportFeed, 1);

  self->files = g_ptr_array_ref (files);
  self->dialects = dialects;
  self->options = *options;
  self->progress = progress;
  self->user_data = user_data;
  self->cancellable = cancellable == NULL ? NULL : g_object_ref (cancellable);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->changed);
  g_queue_init (&self->items);
  self->thread = g_thread_new ("foed-import-feed", run_feed, self);

  return self;
}

/* Waits for the next item; NULL at the end, or with @error where it was cancelled. */
FoedImportItem *
foed_import_feed_next (FoedImportFeed  *self,
                       GError         **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  FoedImportItem *item;

  while (g_queue_is_empty (&self->items) && !self->is_over)
    g_cond_wait (&self->changed, &self->mutex);

  item = g_queue_pop_head (&self->items);

  if (item != NULL)
    {
      self->cost -= item->cost;
      g_cond_broadcast (&self->changed);
    }
  else if (self->error != NULL)
    {
      g_propagate_error (error, g_error_copy (self->error));
    }

  return item;
}

/* Stops reading. */
void
foed_import_feed_free (FoedImportFeed *self)
{
  g_mutex_lock (&self->mutex);
  self->is_stopped = TRUE;
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->mutex);

  g_thread_join (self->thread);
  g_queue_clear_full (&self->items, (GDestroyNotify) foed_import_item_free);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->changed);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->files);
  g_free (self);
}
