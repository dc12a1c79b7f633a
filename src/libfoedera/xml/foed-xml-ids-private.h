/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The ids of a file and the lines they stand on. Sixteen bytes each: a file may hold millions, so that only a hash of
 * each is kept. Among five million, two that differ are taken for the same once in a million files. */
typedef struct
{
  guint64 hash;
  int     line;
} FoedXmlId;

typedef struct
{
  FoedXmlId *slots;
  guint      n_slots;
  guint      n_ids;
} FoedXmlIds;

void foed_xml_ids_init  (FoedXmlIds *self);
void foed_xml_ids_clear (FoedXmlIds *self);
int  foed_xml_ids_add   (FoedXmlIds *self,
                         const char *id,
                         int         line);

G_END_DECLS
