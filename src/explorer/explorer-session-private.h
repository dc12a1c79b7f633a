/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-session.h"

G_BEGIN_DECLS

struct _ExplorerSession
{
  GObject       parent_instance;

  FoedLibrary  *library;
  FoedQuery    *query;
  FoedDay       day;
  FoedDay       since;
  GHashTable   *titles;

  char         *selected;
  char         *root;
  FoedRecord   *record;
  GError       *error;
  GQueue        steps;

  const char   *view;
  const char   *panel;
  guint         n_busy;

  GCancellable *titles_cancellable;
  GCancellable *record_cancellable;

  guint         day_on : 1;
  guint         since_on : 1;
};

enum
{
  EXPLORER_SESSION_PROP_0,
  PROP_BUSY,
  PROP_CAN_GO_BACK,
  PROP_DAY,
  PROP_DAY_ON,
  PROP_ERROR,
  PROP_LIBRARY,
  PROP_PANEL,
  PROP_QUERY,
  PROP_RECORD,
  PROP_ROOT,
  PROP_SELECTED,
  PROP_SINCE,
  PROP_SINCE_ON,
  PROP_TITLES,
  PROP_VIEW,
  N_PROPS
};

extern GParamSpec *explorer_session_properties[N_PROPS];

/* explorer-session.c */
void explorer_session_cancel           (GCancellable    **cancellable);

/* explorer-session-selection.c */
void explorer_session_read_record      (ExplorerSession  *self);
void explorer_session_forget_selection (ExplorerSession  *self);
void explorer_session_clear_steps      (ExplorerSession  *self);

/* explorer-session-titles.c */
void explorer_session_read_titles      (ExplorerSession  *self);

G_END_DECLS
