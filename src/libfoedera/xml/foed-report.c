/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-report"

#include "config.h"

#include "foed-report.h"

/* Who gets a thousand problems does not read the next. */
#define MOST_PROBLEMS 1000
#define LATEST_PROBLEMS 100

struct _FoedReport
{
  GObject    parent_instance;
  GPtrArray *problems;
  guint      n_errors;
  guint      n_warnings;
};

G_DEFINE_FINAL_TYPE (FoedReport, foed_report, G_TYPE_OBJECT)

static void
foed_report_finalize (GObject *object)
{
  FoedReport *self = FOED_REPORT (object);

  g_ptr_array_unref (self->problems);

  G_OBJECT_CLASS (foed_report_parent_class)->finalize (object);
}

static void
foed_report_class_init (FoedReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_report_finalize;
}

static void
foed_report_init (FoedReport *self)
{
  self->problems = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * foed_report_new:
 *
 * Returns: (transfer full): a report without problems
 */
FoedReport *
foed_report_new (void)
{
  return g_object_new (FOED_TYPE_REPORT, NULL);
}

/**
 * foed_report_take_problem:
 * @self: a report
 * @problem: (transfer full): a problem
 *
 * Counts @problem, and keeps it unless there are a thousand already.
 */
void
foed_report_take_problem (FoedReport  *self,
                          FoedProblem *problem)
{
  g_return_if_fail (FOED_IS_REPORT (self));
  g_return_if_fail (FOED_IS_PROBLEM (problem));

  if (foed_problem_get_severity (problem) == FOED_SEVERITY_ERROR)
    self->n_errors++;
  else
    self->n_warnings++;

  if (self->problems->len < MOST_PROBLEMS)
    g_ptr_array_add (self->problems, problem);
  else
    g_object_unref (problem);
}

/**
 * foed_report_get_n_problems:
 * @self: a report
 *
 * Returns: how many problems it keeps; foed_report_get_n_errors() and foed_report_get_n_warnings() count all
 */
guint
foed_report_get_n_problems (FoedReport *self)
{
  g_return_val_if_fail (FOED_IS_REPORT (self), 0);

  return self->problems->len;
}

/**
 * foed_report_get_problem:
 * @self: a report
 * @position: less than foed_report_get_n_problems()
 *
 * Returns: (transfer none): a problem
 */
FoedProblem *
foed_report_get_problem (FoedReport *self,
                         guint       position)
{
  g_return_val_if_fail (FOED_IS_REPORT (self), NULL);
  g_return_val_if_fail (position < self->problems->len, NULL);

  return g_ptr_array_index (self->problems, position);
}

/**
 * foed_report_has_error_at:
 * @self: a report
 * @path: the elements that lead to a place
 *
 * Returns: whether one of the latest problems is an error just there
 */
gboolean
foed_report_has_error_at (FoedReport *self,
                          const char *path)
{
  guint oldest;

  g_return_val_if_fail (FOED_IS_REPORT (self), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  oldest = self->problems->len > LATEST_PROBLEMS ? self->problems->len - LATEST_PROBLEMS : 0;

  for (guint i = self->problems->len; i > oldest; i--)
    {
      FoedProblem *problem = g_ptr_array_index (self->problems, i - 1);

      if (foed_problem_get_severity (problem) == FOED_SEVERITY_ERROR
          && g_strcmp0 (foed_problem_get_path (problem), path) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * foed_report_get_n_errors:
 * @self: a report
 *
 * Returns: how many errors there were; with one, the file is refused
 */
guint
foed_report_get_n_errors (FoedReport *self)
{
  g_return_val_if_fail (FOED_IS_REPORT (self), 0);

  return self->n_errors;
}

/**
 * foed_report_get_n_warnings:
 * @self: a report
 *
 * Returns: how many warnings there were
 */
guint
foed_report_get_n_warnings (FoedReport *self)
{
  g_return_val_if_fail (FOED_IS_REPORT (self), 0);

  return self->n_warnings;
}
