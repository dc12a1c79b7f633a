/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Takes the SHA-256 of what passes through it on its way to another stream, or to nowhere. */
#define FOED_TYPE_HASH_STREAM (foed_hash_stream_get_type ())
G_DECLARE_FINAL_TYPE (FoedHashStream, foed_hash_stream, FOED, HASH_STREAM, GOutputStream)

FoedHashStream *foed_hash_stream_new      (GOutputStream  *stream);
const char     *foed_hash_stream_get_hash (FoedHashStream *self);

G_END_DECLS
