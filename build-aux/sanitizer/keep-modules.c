/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Linked into every program of a build under a sanitizer: modules stay loaded, so that a leak that was allocated by one
 * can be told by its name and suppressed or mended. */

int dlclose (void *handle);

/* Weak, for it is linked into libraries that are linked together. */
__attribute__ ((weak)) int
dlclose (void *handle)
{
  return 0;
}
