/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-xml-ids"

#include "config.h"

#include "foed-xml-ids-private.h"

/* Open addressing with linear probing; at most half of the slots are taken. */

#define FIRST_SLOTS 1024

static guint64
hash_id (const char *id)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (; *id != '\0'; id++)
    hash = (hash ^ (guchar) *id) * G_GUINT64_CONSTANT (1099511628211);

  return hash;
}

/* The slot of @hash, or the free one where it belongs. */
static FoedXmlId *
find_slot (FoedXmlIds *self,
           guint64     hash)
{
  guint mask = self->n_slots - 1;
  guint slot = (hash ^ (hash >> 32)) & mask;

  while (self->slots[slot].line != 0 && self->slots[slot].hash != hash)
    slot = (slot + 1) & mask;

  return &self->slots[slot];
}

static void
grow (FoedXmlIds *self)
{
  g_autofree FoedXmlId *before = self->slots;
  guint n_before = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (FoedXmlId, self->n_slots);

  for (guint i = 0; i < n_before; i++)
    if (before[i].line != 0)
      *find_slot (self, before[i].hash) = before[i];
}

void
foed_xml_ids_init (FoedXmlIds *self)
{
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (FoedXmlId, self->n_slots);
  self->n_ids = 0;
}

void
foed_xml_ids_clear (FoedXmlIds *self)
{
  g_clear_pointer (&self->slots, g_free);
}

/* Adds an id that stands on @line, from 1. Returns the line on which it stood before, or 0 where it is new. */
int
foed_xml_ids_add (FoedXmlIds *self,
                  const char *id,
                  int         line)
{
  guint64 hash = hash_id (id);
  FoedXmlId *slot = find_slot (self, hash);

  if (slot->line != 0)
    return slot->line;

  *slot = (FoedXmlId) { hash, line };

  if (++self->n_ids > self->n_slots / 2)
    grow (self);

  return 0;
}
