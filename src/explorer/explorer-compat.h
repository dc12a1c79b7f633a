/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * ExplorerFilesFunc:
 * @files: (transfer none): the GFiles that were chosen; never empty
 * @user_data: what was handed to the call
 *
 * Told of files that a person has chosen. It is not called where the choice was cancelled.
 */
typedef void (*ExplorerFilesFunc) (GListModel *files,
                                   gpointer    user_data);

/**
 * ExplorerAnswerFunc:
 * @answer: the name of the answer
 * @user_data: what was handed to the call
 *
 * Told what a person has answered.
 */
typedef void (*ExplorerAnswerFunc) (const char *answer,
                                    gpointer    user_data);

GtkFileFilter *explorer_compat_new_filter    (const char           *name,
                                              const char           *suffix,
                                              const char           *mime_type);
void           explorer_compat_choose_files  (GtkWidget            *parent,
                                              GtkFileChooserAction  action,
                                              const char           *title,
                                              const char           *accept_label,
                                              const char           *name,
                                              GtkFileFilter        *filter,
                                              ExplorerFilesFunc     func,
                                              gpointer              user_data);
void           explorer_compat_ask           (GtkWidget            *parent,
                                              const char           *heading,
                                              const char           *body,
                                              const char           *accept_label,
                                              gboolean              destructive,
                                              ExplorerAnswerFunc    func,
                                              gpointer              user_data);
void           explorer_compat_show_about    (GtkWindow            *parent);
void           explorer_compat_get_colour    (GtkWidget            *widget,
                                              GdkRGBA              *colour);
void           explorer_compat_look_up_colour (GtkWidget          *widget,
                                              const char           *name,
                                              GdkRGBA              *colour);
void           explorer_compat_scroll_to_row (GtkColumnView        *view,
                                              guint                 position);
void           explorer_compat_dispose       (GtkWidget            *widget);
void           explorer_compat_label         (GtkWidget            *widget,
                                              const char           *label);
void           explorer_compat_label_row     (GtkWidget            *cell,
                                              const char           *label);
void           explorer_compat_announce      (GtkWidget            *widget,
                                              const char           *text);

G_END_DECLS
