/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *foed_prose_date_find (const char *text);

G_END_DECLS
