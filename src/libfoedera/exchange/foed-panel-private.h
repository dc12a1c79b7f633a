/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-panel.h"
#include "model/foed-force.h"

G_BEGIN_DECLS

/* A row that is being filled, in the order of the columns. */
typedef struct
{
  GPtrArray *cells;
} FoedPanelRow;

/* What all panels need while they are written. */
typedef struct
{
  const FoedPanelOptions *options;
  FoedLibrary            *library;
  FoedTableWriter        *writer;
  GCancellable           *cancellable;
  GHashTable             *states;
  FoedPanelRow            row;
} FoedPanelRun;

typedef gboolean (*FoedPanelRecordFunc) (FoedPanelRun  *run,
                                         FoedRecord    *alliance,
                                         FoedForce     *force,
                                         gpointer       user_data,
                                         GError       **error);

void        foed_panel_row_add           (FoedPanelRow         *self,
                                          const char           *cell);
void        foed_panel_row_take          (FoedPanelRow         *self,
                                          char                 *cell);
void        foed_panel_row_add_number    (FoedPanelRow         *self,
                                          gint64                number);
void        foed_panel_row_add_field     (FoedPanelRow         *self,
                                          FoedRecord           *record,
                                          FoedField             field);
void        foed_panel_row_add_coded     (FoedPanelRow         *self,
                                          FoedRecord           *record,
                                          FoedField             field);
void        foed_panel_row_add_presence  (FoedPanelRow         *self,
                                          FoedCell              cell);
void        foed_panel_row_add_day       (FoedPanelRow         *self,
                                          FoedDay               day);
void        foed_panel_row_add_list      (FoedPanelRow         *self,
                                          GPtrArray            *strings);
void        foed_panel_row_add_state     (FoedPanelRow         *self,
                                          FoedPanelRun         *run,
                                          const char           *state);
gboolean    foed_panel_row_write         (FoedPanelRow         *self,
                                          FoedPanelRun         *run,
                                          GError              **error);

gboolean    foed_panel_for_each_alliance (FoedPanelRun         *run,
                                          FoedPanelRecordFunc   func,
                                          gpointer              user_data,
                                          GError              **error);
gboolean    foed_panel_is_wanted         (FoedPanelRun         *run,
                                          FoedForce            *force,
                                          FoedRecord           *record);
FoedCell    foed_panel_join_cells        (FoedCell              a,
                                          FoedCell              b);

void        foed_panel_add_column        (GPtrArray            *columns,
                                          const char           *nick,
                                          const char           *label,
                                          FoedColumnType        type,
                                          FoedVocabulary        vocabulary);
void        foed_panel_add_cell_column   (GPtrArray            *columns,
                                          const char           *nick);
void        foed_panel_add_term_columns  (GPtrArray            *columns,
                                          const char           *prefix,
                                          FoedVocabulary        vocabulary,
                                          const char           *explanation);
void        foed_panel_add_state_columns (GPtrArray            *columns,
                                          const char           *prefix,
                                          const char           *label);

void        foed_panel_add_alliance_columns (GPtrArray         *columns);
void        foed_panel_add_party_columns (GPtrArray            *columns);
void        foed_panel_add_obligation_columns (GPtrArray       *columns);
void        foed_panel_add_state_time_columns (GPtrArray       *columns,
                                          gboolean              is_day);
void        foed_panel_add_dyad_columns  (GPtrArray            *columns,
                                          gboolean              is_directed);

gboolean    foed_panel_write_alliances   (FoedPanelRun         *run,
                                          GError              **error);
gboolean    foed_panel_write_parties     (FoedPanelRun         *run,
                                          GError              **error);
gboolean    foed_panel_write_obligations (FoedPanelRun         *run,
                                          GError              **error);
gboolean    foed_panel_write_times       (FoedPanelRun         *run,
                                          GError              **error);

G_END_DECLS
