/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a put of many records takes, against two floors: the same rows in a database that can do no more, and in one
 * that checks references and can undo, which a library owes its user. */

#include <stdlib.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

#include "bench-floor.h"
#include "store/foed-maintenance.h"
#include "store/foed-writer.h"

#define N_STATES 100
#define N_PARTIES 4
#define N_CLAUSES 9

typedef struct
{
  guint       n_alliances;
  GPtrArray  *records;
  GPtrArray  *states;
} BenchData;

static FoedRecordBuilder *
begin (FoedRecordKind  kind,
       char           *id)
{
  g_autofree char *owned = id;

  return foed_record_builder_new (kind, owned);
}

static void
set (FoedRecordBuilder *builder,
     FoedField          field,
     const char        *string)
{
  g_autoptr (GError) error = NULL;

  if (!foed_record_builder_set_string (builder, field, string, &error))
    g_error ("%s", error->message);
}

static void
take (FoedRecordBuilder *parent,
      FoedRecordBuilder *child)
{
  foed_record_builder_take_child (parent, foed_record_builder_end (child));
  foed_record_builder_free (child);
}

/* Words from a vocabulary of some thousands, the common ones often: like prose, to the index. */
static void
set_prose (FoedRecordBuilder *builder,
           FoedField          field,
           guint              n_words)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      double chance = g_test_rand_double ();

      g_string_append_printf (text, "%sword%d", i > 0 ? " " : "", (int) (8000 * chance * chance * chance));
    }

  set (builder, field, text->str);
}

static void
add_citation (FoedRecordBuilder *parent)
{
  FoedRecordBuilder *citation = begin (FOED_RECORD_CITATION, NULL);

  set (citation, FOED_FIELD_SOURCE, "source");
  set (citation, FOED_FIELD_PINPOINT, "vol. 1, p. 6");
  set (citation, FOED_FIELD_CONFIDENCE, "primary");
  take (parent, citation);
}

static void
add_clause (FoedRecordBuilder *instrument,
            guint              alliance,
            guint              number)
{
  FoedRecordBuilder *clause = begin (FOED_RECORD_CLAUSE, g_strdup_printf ("alliance-%u.treaty.%u", alliance, number));
  FoedRecordBuilder *obligation, *condition;
  g_autofree char *label = g_strdup_printf ("%u", number);

  set (clause, FOED_FIELD_KIND, "article");
  set (clause, FOED_FIELD_NUMBER, label);
  set_prose (clause, FOED_FIELD_TITLE, 3);
  set_prose (clause, FOED_FIELD_SUMMARY, 40);

  if (number % 3 == 0)
    {
      obligation = begin (FOED_RECORD_OBLIGATION, g_strdup_printf ("alliance-%u.treaty.%u.defence", alliance, number));
      set (obligation, FOED_FIELD_KIND, "defence");
      set (obligation, FOED_FIELD_STRENGTH, "automatic");
      condition = begin (FOED_RECORD_CONDITION, NULL);
      set (condition, FOED_FIELD_KIND, "trigger");
      set (condition, FOED_FIELD_THREAT, "armed-attack");
      take (obligation, condition);
      take (clause, obligation);
    }

  take (instrument, clause);
}

static void
add_instrument (FoedRecordBuilder *parent,
                guint              alliance)
{
  FoedRecordBuilder *instrument = begin (FOED_RECORD_INSTRUMENT, g_strdup_printf ("alliance-%u.treaty", alliance));

  set (instrument, FOED_FIELD_FORM, "treaty");
  set (instrument, FOED_FIELD_SIGNED, "1900-06-15");
  set (instrument, FOED_FIELD_BEGIN, "1900-07-01");
  set_prose (instrument, FOED_FIELD_TITLE, 6);
  add_citation (instrument);

  for (guint i = 1; i <= N_CLAUSES; i++)
    add_clause (instrument, alliance, i);

  take (parent, instrument);
}

static void
add_party (FoedRecordBuilder *parent,
           guint              alliance,
           guint              number)
{
  FoedRecordBuilder *party = begin (FOED_RECORD_PARTY, g_strdup_printf ("alliance-%u.party.%u", alliance, number));
  g_autofree char *state = g_strdup_printf ("state-%u", (alliance * 7 + number * 13) % N_STATES);
  g_autofree char *treaty = g_strdup_printf ("alliance-%u.treaty", alliance);

  set (party, FOED_FIELD_STATE, state);
  set (party, FOED_FIELD_ROLE, "party");
  set (party, FOED_FIELD_BEGIN, "1900-07-01");
  set (party, FOED_FIELD_END, "1914");
  set (party, FOED_FIELD_INSTRUMENT, treaty);
  take (parent, party);
}

static FoedRecord *
make_alliance (guint alliance)
{
  g_autoptr (FoedRecordBuilder) builder = begin (FOED_RECORD_ALLIANCE, g_strdup_printf ("alliance-%u", alliance));

  set (builder, FOED_FIELD_BEGIN, "1900-07-01");
  set (builder, FOED_FIELD_REGION, "europe");
  set_prose (builder, FOED_FIELD_TITLE, 4);
  set_prose (builder, FOED_FIELD_SUMMARY, 30);
  add_citation (builder);
  add_instrument (builder, alliance);

  for (guint i = 0; i < N_PARTIES; i++)
    add_party (builder, alliance, i);

  return foed_record_builder_end (builder);
}

static void
make_ground (BenchData *data)
{
  g_autoptr (FoedRecordBuilder) source = begin (FOED_RECORD_SOURCE, g_strdup ("source"));

  set (source, FOED_FIELD_KIND, "treaty-series");
  set (source, FOED_FIELD_TITLE, "Series");
  g_ptr_array_add (data->records, foed_record_builder_end (source));

  for (guint i = 0; i < N_STATES; i++)
    {
      g_autoptr (FoedRecordBuilder) state = begin (FOED_RECORD_STATE, g_strdup_printf ("state-%u", i));

      set_prose (state, FOED_FIELD_TITLE, 2);
      g_ptr_array_add (data->records, foed_record_builder_end (state));
    }
}

static gboolean
put_all (FoedWriter    *writer,
         gpointer       user_data,
         GCancellable  *cancellable,
         GError       **error)
{
  BenchData *data = user_data;

  for (guint i = 0; i < data->records->len; i++)
    if (!foed_writer_put (writer, data->records->pdata[i], NULL, error))
      return FALSE;

  return TRUE;
}

static double
import (const char *path,
        BenchData  *data)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (FoedLibrary) library = foed_library_open_sync (file, FOED_LIBRARY_CREATE, NULL, &error);
  gint64 start;
  double seconds;

  if (library == NULL)
    g_error ("%s", error->message);

  start = bench_get_time ();

  if (!foed_library_write_sync (library, "Bench", FOED_WRITE_DEFAULT, put_all, data, NULL, NULL, &error))
    g_error ("%s", error->message);

  seconds = (bench_get_time () - start) / (double) G_USEC_PER_SEC;
  start = bench_get_time ();

  if (!foed_library_write_sync (library, "Bench", FOED_WRITE_DEFAULT, put_all, data, NULL, NULL, &error))
    g_error ("%s", error->message);

  g_print ("the same once more     %6.2f s\n", (bench_get_time () - start) / (double) G_USEC_PER_SEC);

  return seconds;
}

int
main (int    argc,
      char **argv)
{
  BenchData data = { argc > 1 ? atoi (argv[1]) : 5000, g_ptr_array_new_with_free_func (g_object_unref), NULL };
  g_autofree char *folder = g_dir_make_tmp ("foedera-bench-XXXXXX", NULL);
  g_autofree char *library = g_build_filename (folder, "library.foedera", NULL);
  g_autofree char *floor_path = g_build_filename (folder, "floor.db", NULL);
  g_autofree char *safe_floor_path = g_build_filename (folder, "safe-floor.db", NULL);
  g_autofree char *command = g_strdup_printf ("rm -r '%s'", folder);
  struct rusage before, after;
  double seconds, least, least_safe;
  gint64 n_rows;

  g_test_init (&argc, &argv, "--seed", "R02S0", NULL);
  make_ground (&data);

  for (guint i = 0; i < data.n_alliances; i++)
    g_ptr_array_add (data.records, make_alliance (i));

  getrusage (RUSAGE_SELF, &before);
  seconds = import (library, &data);
  getrusage (RUSAGE_SELF, &after);
  n_rows = bench_count_rows (library);
  least = bench_write_floor (floor_path, library, BENCH_FLOOR_BARE).processor;
  least_safe = bench_write_floor (safe_floor_path, library, BENCH_FLOOR_SAFE).processor;

  g_print ("rows                   %6" G_GINT64_FORMAT "\n", n_rows);
  g_print ("put                    %6.2f s  %8.0f rows/s\n", seconds, n_rows / seconds);
  g_print ("floor                  %6.2f s  %8.0f rows/s\n", least, n_rows / least);
  g_print ("ratio                  %6.2f\n", seconds / least);
  g_print ("floor with references\n"
           "and a changeset        %6.2f s  %8.0f rows/s\n", least_safe, n_rows / least_safe);
  g_print ("ratio                  %6.2f\n", seconds / least_safe);
  g_print ("memory beside records  %6.1f MiB\n", (after.ru_maxrss - before.ru_maxrss) / 1024.0);

  g_ptr_array_unref (data.records);

  return system (command);
}
