/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "explorer-sidebar.h"
#include "explorer-window.h"
#include "explorer-year-bar.h"

G_BEGIN_DECLS

struct _ExplorerWindow
{
  AdwApplicationWindow  parent_instance;

  ExplorerSession      *session;
  GSettings            *settings;
  GCancellable         *cancellable;

  /* The library that was asked for last, open or not. */
  GFile                *file;
  /* Files to import once there is a library. */
  GListModel           *waiting_files;

  AdwToastOverlay      *toasts;
  GtkStack             *pages;
  AdwFlap              *sidebar_flap;
  GtkBox               *sidebar_box;
  AdwFlap              *details_flap;
  GtkBox               *details_box;
  GtkBox               *middle;
  GtkStack             *views;
  GtkBox               *view_buttons;
  GtkMenuButton        *view_menu_button;
  AdwSqueezer          *view_switch;
  GtkSpinner           *busy;
  GtkSpinner           *opening;
  AdwStatusPage        *problem_page;
  GtkBox               *problem_buttons;
  GtkToggleButton      *sidebar_button;
  GtkToggleButton      *details_button;
  GMenu                *undo_section;

  ExplorerSidebar      *sidebar;
  ExplorerYearBar      *year_bar;
  GtkWidget            *changes_dialog;   /* weak */
};

void _explorer_window_class_actions_init    (ExplorerWindowClass *klass);
void _explorer_window_actions_init          (ExplorerWindow      *self);
void _explorer_window_update_actions        (ExplorerWindow      *self);

void _explorer_window_class_exchange_init   (ExplorerWindowClass *klass);
void _explorer_window_exchange_init         (ExplorerWindow      *self);
void _explorer_window_update_exchange       (ExplorerWindow      *self);
void _explorer_window_import_waiting        (ExplorerWindow      *self);

void _explorer_window_class_library_init    (ExplorerWindowClass *klass);
void _explorer_window_library_init          (ExplorerWindow      *self);
void _explorer_window_update_page           (ExplorerWindow      *self);

G_END_DECLS
