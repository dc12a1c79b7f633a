/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-picture-maker.h"

G_BEGIN_DECLS

/**
 * FoedSeriesFormat:
 * @FOED_SERIES_SVG: a folder of numbered pages
 * @FOED_SERIES_PDF: likewise
 * @FOED_SERIES_PNG: likewise
 * @FOED_SERIES_WEBP: one animated image
 *
 * What a series of pages becomes.
 */
typedef enum
{
  FOED_SERIES_SVG = FOED_PAGE_SVG,
  FOED_SERIES_PDF = FOED_PAGE_PDF,
  FOED_SERIES_PNG = FOED_PAGE_PNG,
  FOED_SERIES_WEBP = FOED_N_PAGE_FORMATS
} FoedSeriesFormat;

/**
 * FoedSeries:
 * @from: the first year
 * @to: the last
 * @step: from one year to the next
 * @format: what becomes of the pages
 *
 * A page for the last day of each of some years.
 */
typedef struct
{
  int              from;
  int              to;
  int              step;
  FoedSeriesFormat format;
} FoedSeries;

/**
 * FoedSeriesProgress:
 * @fraction: how much is done, from 0 to 1
 * @user_data: as given
 *
 * Called in the thread that does the work.
 */
typedef void (*FoedSeriesProgress) (double   fraction,
                                    gpointer user_data);

gboolean foed_series_animate_sync  (const FoedSeries          *self,
                                    FoedPictureMaker          *maker,
                                    GOutputStream             *stream,
                                    FoedSeriesProgress         progress,
                                    gpointer                   progress_data,
                                    GCancellable              *cancellable,
                                    GError                   **error);
gboolean foed_series_export_sync   (const FoedSeries          *self,
                                    FoedPictureMaker          *maker,
                                    GFile                     *target,
                                    FoedSeriesProgress         progress,
                                    gpointer                   progress_data,
                                    GCancellable              *cancellable,
                                    GError                   **error);
void     foed_series_export_async  (const FoedSeries          *self,
                                    FoedLibrary               *library,
                                    FoedQuery                 *query,
                                    const FoedPictureOptions  *options,
                                    GFile                     *target,
                                    FoedSeriesProgress         progress,
                                    gpointer                   progress_data,
                                    GCancellable              *cancellable,
                                    GAsyncReadyCallback        callback,
                                    gpointer                   user_data);
gboolean foed_series_export_finish (GAsyncResult              *result,
                                    GError                   **error);

G_END_DECLS
