/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-changeset-private.h"
#include "foed-table-private.h"

G_BEGIN_DECLS

/**
 * FoedRecorder:
 *
 * What a transaction changes in the records, for the history. SQLite's session extension records it; rows that are
 * known to be new are written down by the recorder itself, without SQLite looking at them again, in the same format.
 */
typedef struct _FoedRecorder FoedRecorder;

FoedRecorder  *foed_recorder_new              (FoedConnection        *connection,
                                               const char            *label,
                                               GError               **error);
void           foed_recorder_free             (FoedRecorder          *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedRecorder, foed_recorder_free)

void           foed_recorder_begin_new        (FoedRecorder          *self);
gboolean       foed_recorder_end_new          (FoedRecorder          *self,
                                               GError               **error);
void           foed_recorder_add_place        (FoedRecorder          *self,
                                               gint64                 key,
                                               const char            *id,
                                               FoedRecordKind         kind,
                                               const char            *parent,
                                               gint64                 position,
                                               const char            *alliance);
void           foed_recorder_begin_values     (FoedRecorder          *self,
                                               FoedRecordKind         kind,
                                               const char            *id);
void           foed_recorder_add_value        (FoedRecorder          *self,
                                               const FoedTableValue  *value);
void           foed_recorder_add_reference    (FoedRecorder          *self,
                                               const char            *id,
                                               FoedField              field,
                                               gint64                 position,
                                               FoedRecordKind         kind,
                                               const char            *target);
void           foed_recorder_note_touched     (FoedRecorder          *self);

gboolean       foed_recorder_begin_savepoint  (FoedRecorder          *self,
                                               GError               **error);
void           foed_recorder_release          (FoedRecorder          *self);
void           foed_recorder_roll_back        (FoedRecorder          *self);

gint64         foed_recorder_get_number       (FoedRecorder          *self);
FoedChangeset *foed_recorder_finish           (FoedRecorder          *self,
                                               guint                  n_new,
                                               guint                  n_changed,
                                               guint                  n_removed,
                                               GError               **error);

G_END_DECLS
