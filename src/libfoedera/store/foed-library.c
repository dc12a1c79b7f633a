/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-library"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-library-private.h"

enum
{
  PROP_0,
  PROP_FILE,
  PROP_READ_ONLY,
  PROP_REDO_LABEL,
  PROP_UNDO_LABEL,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (FoedLibrary, foed_library, G_TYPE_OBJECT)

G_DEFINE_QUARK (foed-library-error-quark, foed_library_error)

static void
foed_library_dispose (GObject *object)
{
  FoedLibrary *self = FOED_LIBRARY (object);

  g_clear_object (&self->monitor);
  foed_library_stop_threads (self);

  if (self->announcement != NULL)
    g_source_destroy (self->announcement);

  g_clear_pointer (&self->announcement, g_source_unref);

  G_OBJECT_CLASS (foed_library_parent_class)->dispose (object);
}

static void
foed_library_finalize (GObject *object)
{
  FoedLibrary *self = FOED_LIBRARY (object);

  g_clear_pointer (&self->titles, g_hash_table_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->path, g_free);
  g_clear_object (&self->file);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (foed_library_parent_class)->finalize (object);
}

static void
foed_library_get_property (GObject    *object,
                           guint       property_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  FoedLibrary *self = FOED_LIBRARY (object);

  switch (property_id)
    {
    case PROP_FILE:
      g_value_set_object (value, foed_library_get_file (self));
      break;

    case PROP_READ_ONLY:
      g_value_set_boolean (value, foed_library_get_read_only (self));
      break;

    case PROP_REDO_LABEL:
      g_value_set_string (value, foed_library_get_redo_label (self));
      break;

    case PROP_UNDO_LABEL:
      g_value_set_string (value, foed_library_get_undo_label (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
foed_library_class_init (FoedLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = foed_library_dispose;
  object_class->finalize = foed_library_finalize;
  object_class->get_property = foed_library_get_property;

  properties[PROP_FILE] =
    g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_READ_ONLY] =
    g_param_spec_boolean ("read-only", NULL, NULL, FALSE, (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_REDO_LABEL] =
    g_param_spec_string ("redo-label", NULL, NULL, NULL, (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  properties[PROP_UNDO_LABEL] =
    g_param_spec_string ("undo-label", NULL, NULL, NULL, (G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * FoedLibrary::changed:
   * @self: the library
   *
   * Something was written, perhaps by another program.
   */
  signals[CHANGED] =
    g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
foed_library_init (FoedLibrary *self)
{
  g_mutex_init (&self->mutex);
}

static gpointer
read_state (FoedLibrary     *self,
            FoedConnection  *connection,
            gpointer         data,
            GCancellable    *cancellable,
            GError         **error)
{
  foed_library_read_labels (self, connection);

  return self;
}

static FoedLibrary *
open_library (GFile             *file,
              FoedLibraryFlags   flags,
              GMainContext      *context,
              GCancellable      *cancellable,
              GError           **error)
{
  g_autoptr (FoedLibrary) self = g_object_new (FOED_TYPE_LIBRARY, NULL);

  self->file = g_object_ref (file);
  self->path = g_file_get_path (file);
  self->read_only = !!(flags & FOED_LIBRARY_READ_ONLY);
  self->context = g_main_context_ref (context);

  if (self->path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, FOED_LIBRARY_ERROR, FOED_LIBRARY_ERROR_CANNOT_OPEN,
                   _("“%s” is not on this computer. Copy the library to a disk of this computer."), name);
      return NULL;
    }

  if (!foed_library_start_threads (self, flags, cancellable, error) ||
      !foed_library_run_sync (self, FOED_LIBRARY_READER, read_state, NULL, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * foed_library_open_sync:
 * @file: a file of this computer
 * @flags: how to open it
 * @cancellable: (nullable): gives up the opening
 * @error: (out): why it can't be opened, in words for people
 *
 * Opens a library. It is closed when its last reference goes.
 *
 * Returns: (transfer full): the library
 */
FoedLibrary *
foed_library_open_sync (GFile             *file,
                        FoedLibraryFlags   flags,
                        GCancellable      *cancellable,
                        GError           **error)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);

  return open_library (file, flags, context, cancellable, error);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  FoedLibrary *self;

  self = open_library (g_object_get_data (G_OBJECT (task), "file"), GPOINTER_TO_UINT (data),
                       g_task_get_context (task), cancellable, &error);

  if (self != NULL)
    g_task_return_pointer (task, self, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * foed_library_open_async:
 * @file: a file of this computer
 * @flags: how to open it
 * @cancellable: (nullable): gives up the opening
 * @callback: called when it is open, or can't be
 * @user_data: handed to @callback
 *
 * Opens a library. It is closed when its last reference goes.
 */
void
foed_library_open_async (GFile               *file,
                         FoedLibraryFlags     flags,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, foed_library_open_async);
  g_task_set_task_data (task, GUINT_TO_POINTER (flags), NULL);
  g_object_set_data_full (G_OBJECT (task), "file", g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, open_in_thread);
}

/* The window stays open while others may write to the file; they show in its write-ahead log. */
static void
watch_for_others (FoedLibrary *self)
{
  g_autofree char *path = g_strconcat (self->path, "-wal", NULL);
  g_autoptr (GFile) log = g_file_new_for_path (path);

  self->monitor = g_file_monitor_file (log, G_FILE_MONITOR_NONE, NULL, NULL);

  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (foed_library_look_for_others), self,
                             G_CONNECT_SWAPPED);
}

/**
 * foed_library_open_finish:
 * @result: what the callback was given
 * @error: (out): why it can't be opened, in words for people
 *
 * Returns: (transfer full): the library
 */
FoedLibrary *
foed_library_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  FoedLibrary *self;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, foed_library_open_async), NULL);

  self = g_task_propagate_pointer (G_TASK (result), error);

  if (self != NULL && !self->read_only)
    watch_for_others (self);

  return self;
}

/**
 * foed_library_get_file:
 * @self: a library
 *
 * Returns: (transfer none): its file
 */
GFile *
foed_library_get_file (FoedLibrary *self)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  return self->file;
}

/**
 * foed_library_get_read_only:
 * @self: a library
 *
 * Returns: whether it was opened for reading only
 */
gboolean
foed_library_get_read_only (FoedLibrary *self)
{
  g_return_val_if_fail (FOED_IS_LIBRARY (self), FALSE);

  return self->read_only;
}

/**
 * foed_library_get_undo_label:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): what undo would undo; %NULL where there is nothing
 */
const char *
foed_library_get_undo_label (FoedLibrary *self)
{
  const char *label;

  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  g_mutex_lock (&self->mutex);
  label = self->undo_label;
  g_mutex_unlock (&self->mutex);

  return label;
}

/**
 * foed_library_get_redo_label:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): what redo would do again; %NULL where there is nothing
 */
const char *
foed_library_get_redo_label (FoedLibrary *self)
{
  const char *label;

  g_return_val_if_fail (FOED_IS_LIBRARY (self), NULL);

  g_mutex_lock (&self->mutex);
  label = self->redo_label;
  g_mutex_unlock (&self->mutex);

  return label;
}
