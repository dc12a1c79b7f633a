/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <sqlite3.h>

#include "foed-query.h"

G_BEGIN_DECLS

/* In all SQL of listings, d is the row of derived_row, r that of record, and t that of the kind's own table; :day is
 * the day that counts or NULL, :status_day the day by which status is told. */

/* Whether what the row @alias stands for counts on the day. */
#define FOED_SQL_ON_DAY(alias) \
  "(:day IS NULL OR (" alias ".first_day <= :day AND " alias ".last_day >= :day))"

/* The status of an alliance or instrument; @alias is a row of derived_row. */
#define FOED_SQL_STATUS(alias) \
  "CASE WHEN :status_day < " alias ".first_day OR " alias ".last_day < " alias ".first_day THEN 'not-yet' " \
  "WHEN :status_day > " alias ".last_day THEN 'ended' " \
  "WHEN :status_day BETWEEN " alias ".certain_first_day AND " alias ".certain_last_day THEN 'in-force' " \
  "ELSE 'uncertain' END"

/* How a column is read, and sorted where that is not by its value. */
typedef struct
{
  const char *value;
  const char *sort;
} FoedColumnSql;

const FoedColumnSql *foed_listing_get_column_sql    (FoedListing       listing);
const char          *foed_listing_get_kind          (FoedListing       listing);
char                *foed_listing_dup_order         (FoedListing       listing,
                                                     const char       *column,
                                                     gboolean          descending,
                                                     gboolean         *needs_record);

char                *foed_listing_make_sort_key     (const char       *text);
char                *foed_listing_make_number_key   (const char       *text);

/* To every connection: the functions foed_sort_key (text), foed_number_key (text), foed_term_position (vocabulary,
 * nick) and foed_count_words (list), and the table temp.found, which holds the keys and roots of what words were found
 * in, for as long as a transaction needs them. */
int                  foed_listing_equip             (sqlite3          *handle);

G_END_DECLS
