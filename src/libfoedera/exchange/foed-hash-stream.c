/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-hash-stream"

#include "config.h"

#include "foed-hash-stream-private.h"

struct _FoedHashStream
{
  GOutputStream  parent_instance;
  GOutputStream *stream;
  GChecksum     *checksum;
};

G_DEFINE_FINAL_TYPE (FoedHashStream, foed_hash_stream, G_TYPE_OUTPUT_STREAM)

static gssize
foed_hash_stream_write (GOutputStream  *stream,
                        const void     *buffer,
                        gsize           count,
                        GCancellable   *cancellable,
                        GError        **error)
{
  FoedHashStream *self = FOED_HASH_STREAM (stream);
  gssize n_written = (gssize) MIN (count, G_MAXSSIZE);

  if (self->stream != NULL)
    n_written = g_output_stream_write (self->stream, buffer, count, cancellable, error);

  if (n_written > 0)
    g_checksum_update (self->checksum, buffer, n_written);

  return n_written;
}

static void
foed_hash_stream_finalize (GObject *object)
{
  FoedHashStream *self = FOED_HASH_STREAM (object);

  g_clear_object (&self->stream);
  g_checksum_free (self->checksum);

  G_OBJECT_CLASS (foed_hash_stream_parent_class)->finalize (object);
}

static void
foed_hash_stream_class_init (FoedHashStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_hash_stream_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = foed_hash_stream_write;
}

static void
foed_hash_stream_init (FoedHashStream *self)
{
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
}

/* @stream may be NULL. It is not closed. */
FoedHashStream *
foed_hash_stream_new (GOutputStream *stream)
{
  FoedHashStream *self = g_object_new (FOED_TYPE_HASH_STREAM, NULL);

  if (stream != NULL)
    self->stream = g_object_ref (stream);

  return self;
}

/* Nothing may be written after it was asked for. */
const char *
foed_hash_stream_get_hash (FoedHashStream *self)
{
  return g_checksum_get_string (self->checksum);
}
