/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "foed-derived-private.h"
#include "foed-library-private.h"
#include "foed-recorder-private.h"
#include "foed-table-private.h"
#include "foed-writer.h"

G_BEGIN_DECLS

/* Where a record is. */
typedef struct
{
  gint64          key;
  FoedRecordKind  kind;
  gint64          position;
  char           *id;
  char           *parent;
  char           *alliance;
} FoedPlace;

void foed_place_free (FoedPlace *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoedPlace, foed_place_free)

struct _FoedWriter
{
  FoedConnection  *connection;
  GCancellable    *cancellable;
  FoedRecorder    *recorder;
  gboolean         dry_run;
  char            *report;

  /* Statements that are needed all the time stay borrowed. */
  FoedStatement   *find;
  FoedStatement   *insert_record;
  FoedStatement   *insert_reference;
  FoedStatement   *insert[FOED_N_RECORD_KINDS];

  /* Records from this key on are new in this transaction. */
  gint64           first_new_key;
  guint            n_new;
  guint            n_removed;

  /* The keys of older records that changed, and the same in the order in which they did. */
  GHashTable      *changed;
  GArray          *changed_order;

  /* Records that were removed, id to key. Put again, one gets its old key: a changeset has one row for it then. */
  GHashTable      *lost;
  GArray          *savepoints;

  /* Ids that are known to exist, and of which kind they are; not all of them. */
  GHashTable      *known;
  GPtrArray       *dangling;

  /* What is derived of records that are new as a whole, and the top-level records of which it has to be made anew. */
  FoedDerived     *derived;
  GHashTable      *stale;
};

gboolean       foed_writer_find           (FoedWriter     *self,
                                           const char     *id,
                                           FoedPlace     **place,
                                           GError        **error);
FoedStatement *foed_writer_borrow         (FoedWriter     *self,
                                           FoedStatement **slot,
                                           const char     *sql,
                                           GError        **error);
void           foed_writer_know           (FoedWriter     *self,
                                           const char     *id,
                                           FoedRecordKind  kind);
void           foed_writer_note_changed   (FoedWriter     *self,
                                           gint64          key);
gboolean       foed_writer_is_indexed     (FoedWriter     *self,
                                           gint64          key);
void           foed_writer_note_touched   (FoedWriter     *self,
                                           gint64          key);
void           foed_writer_note_stale     (FoedWriter     *self,
                                           const char     *id,
                                           const char     *alliance);

gboolean       foed_writer_check_alive    (FoedWriter     *self,
                                           GError        **error);
gboolean       foed_writer_check_targets  (FoedWriter     *self,
                                           FoedRecord     *record,
                                           GError        **error);
gboolean       foed_writer_forget_settled (FoedWriter     *self,
                                           guint           first,
                                           GError        **error);
gboolean       foed_writer_check_dangling (FoedWriter     *self,
                                           GError        **error);

gboolean       foed_writer_delete_tree    (FoedWriter     *self,
                                           FoedPlace      *place,
                                           GError        **error);

G_END_DECLS
