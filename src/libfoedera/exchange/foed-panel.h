/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-table-writer.h"
#include "store/foed-library.h"

G_BEGIN_DECLS

/**
 * FoedPanel:
 * @FOED_PANEL_ALLIANCES: a row an alliance, with what was coded of it
 * @FOED_PANEL_PARTY_SPELLS: a row a spell of a state in an alliance
 * @FOED_PANEL_OBLIGATIONS: a row an obligation
 * @FOED_PANEL_STATE_YEARS: a row a state and year
 * @FOED_PANEL_STATE_DAYS: a row a state, on one day
 * @FOED_PANEL_DYAD_YEARS: a row two states and a year
 * @FOED_PANEL_DIRECTED_DYAD_YEARS: a row a state that owes, a state that is owed, and a year
 *
 * The tables that statistical work begins with.
 */
typedef enum
{
  FOED_PANEL_ALLIANCES,
  FOED_PANEL_PARTY_SPELLS,
  FOED_PANEL_OBLIGATIONS,
  FOED_PANEL_STATE_YEARS,
  FOED_PANEL_STATE_DAYS,
  FOED_PANEL_DYAD_YEARS,
  FOED_PANEL_DIRECTED_DYAD_YEARS,
  FOED_N_PANELS
} FoedPanel;

/**
 * FoedPanelOptions:
 * @panel: which panel
 * @query: which alliances count; its day, if it has one, asks for what is in force on it
 * @first_year: the first year; 0 for that in which the first party came
 * @last_year: the last year; 0 for the last in which a party came or left
 *
 * What a panel is made of.
 */
typedef struct
{
  FoedPanel  panel;
  FoedQuery *query;
  int        first_year;
  int        last_year;
} FoedPanelOptions;

const char *foed_panel_get_nick        (FoedPanel                self);
const char *foed_panel_get_label       (FoedPanel                self);
const char *foed_panel_get_rules       (FoedPanel                self);
gboolean    foed_panel_from_nick       (const char              *nick,
                                        FoedPanel               *panel);
GPtrArray  *foed_panel_make_columns    (FoedPanel                self);
gboolean    foed_panel_write_sync      (const FoedPanelOptions  *options,
                                        FoedLibrary             *library,
                                        FoedTableWriter         *writer,
                                        GCancellable            *cancellable,
                                        GError                 **error);

G_END_DECLS
