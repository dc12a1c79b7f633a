/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * FoedSeverity:
 * @FOED_SEVERITY_ERROR: what it stands in is refused
 * @FOED_SEVERITY_WARNING: it is taken, but somebody should look
 *
 * How bad a problem is.
 */
typedef enum
{
  FOED_SEVERITY_ERROR,
  FOED_SEVERITY_WARNING
} FoedSeverity;

/**
 * FoedProblem:
 *
 * Something that is wrong with a file: where, by which rule, and what to do about it. Immutable.
 */
#define FOED_TYPE_PROBLEM (foed_problem_get_type ())
G_DECLARE_FINAL_TYPE (FoedProblem, foed_problem, FOED, PROBLEM, GObject)

FoedProblem  *foed_problem_new               (FoedSeverity  severity,
                                              const char   *file,
                                              int           line,
                                              int           column,
                                              const char   *path,
                                              const char   *rule,
                                              const char   *message,
                                              const char   *hint);
FoedSeverity  foed_problem_get_severity      (FoedProblem  *self);
const char   *foed_problem_get_severity_nick (FoedProblem  *self);
const char   *foed_problem_get_file          (FoedProblem  *self);
int           foed_problem_get_line          (FoedProblem  *self);
int           foed_problem_get_column        (FoedProblem  *self);
const char   *foed_problem_get_path          (FoedProblem  *self);
const char   *foed_problem_get_rule          (FoedProblem  *self);
const char   *foed_problem_get_message       (FoedProblem  *self);
const char   *foed_problem_get_hint          (FoedProblem  *self);
gboolean      foed_problem_is_of_form        (FoedProblem  *self);
char         *foed_problem_to_string         (FoedProblem  *self);

G_END_DECLS
