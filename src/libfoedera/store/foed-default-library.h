/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile    *foed_default_library_get_file    (void);
GFile    *foed_default_library_get_bundled (void);
gboolean  foed_default_library_ensure      (GCancellable  *cancellable,
                                            GError       **error);
gboolean  foed_default_library_restore     (GFile         *target,
                                            GCancellable  *cancellable,
                                            GError       **error);

G_END_DECLS
