/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "foed-problem"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "foed-problem.h"
#include "foed-xml-error.h"

struct _FoedProblem
{
  GObject       parent_instance;
  FoedSeverity  severity;
  int           line;
  int           column;
  char         *file;
  char         *path;
  char         *rule;
  char         *message;
  char         *hint;
};

G_DEFINE_FINAL_TYPE (FoedProblem, foed_problem, G_TYPE_OBJECT)
G_DEFINE_QUARK (foed-xml-error-quark, foed_xml_error)

static void
foed_problem_finalize (GObject *object)
{
  FoedProblem *self = FOED_PROBLEM (object);

  g_free (self->file);
  g_free (self->path);
  g_free (self->rule);
  g_free (self->message);
  g_free (self->hint);

  G_OBJECT_CLASS (foed_problem_parent_class)->finalize (object);
}

static void
foed_problem_class_init (FoedProblemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = foed_problem_finalize;
}

static void
foed_problem_init (FoedProblem *self)
{
}

/**
 * foed_problem_new:
 * @severity: how bad it is
 * @file: (nullable): what the user calls the file
 * @line: the line, from 1; 0 where it concerns the whole file
 * @column: the column in characters, from 1; 0 for none
 * @path: (nullable): the elements that lead there, such as `/foedera/alliance[nato]/@begin`
 * @rule: the stable name of the rule that is broken
 * @message: a sentence that says what is wrong, in the user's language
 * @hint: (nullable): a sentence that says what to do, in the user's language
 *
 * Returns: (transfer full): a problem
 */
FoedProblem *
foed_problem_new (FoedSeverity  severity,
                  const char   *file,
                  int           line,
                  int           column,
                  const char   *path,
                  const char   *rule,
                  const char   *message,
                  const char   *hint)
{
  FoedProblem *self;

  g_return_val_if_fail (rule != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  self = g_object_new (FOED_TYPE_PROBLEM, NULL);
  self->severity = severity;
  self->line = line;
  self->column = column;
  self->file = g_strdup (file);
  self->path = g_strdup (path);
  self->rule = g_strdup (rule);
  self->message = g_utf8_make_valid (message, -1);
  self->hint = g_strdup (hint);

  return self;
}

/**
 * foed_problem_get_severity:
 * @self: a problem
 *
 * Returns: how bad it is
 */
FoedSeverity
foed_problem_get_severity (FoedProblem *self)
{
  g_return_val_if_fail (FOED_IS_PROBLEM (self), FOED_SEVERITY_ERROR);

  return self->severity;
}

/**
 * foed_problem_get_severity_nick:
 * @self: a problem
 *
 * Returns: (transfer none): `error` or `warning`, as in JSON
 */
const char *
foed_problem_get_severity_nick (FoedProblem *self)
{
  g_return_val_if_fail (FOED_IS_PROBLEM (self), NULL);

  return self->severity == FOED_SEVERITY_ERROR ? "error" : "warning";
}

/**
 * foed_problem_get_file:
 * @self: a problem
 *
 * Returns: (transfer none) (nullable): what the user calls the file
 */
const char *
foed_problem_get_file (FoedProblem *self)
{
  g_return_val_if_fail (FOED_IS_PROBLEM (self), NULL);

  return self->file;
}

/**
 * foed_problem_get_line:
 * @self: a problem
 *
 * Returns: the line, from 1; 0 where it concerns the whole file
 */
int
foed_problem_get_line (FoedProblem *self)
{
  g_return_val_if_fail (FOED_IS_PROBLEM (self), 0);

  return self->line;
}

/**
 * foed_problem_get_column:
 * @self: a problem
 *
 * Returns: the column in characters, from 1; 0 for none
 */
int
foed_problem_get_column (FoedProblem *self)
{
  g_return_val_if_fail (FOED_IS_PROBLEM (self), 0);

  return self->column;
}

/**
 * foed_problem_get_path:
 * @self: a problem
 *
 * Returns: (transfer none) (nullable): the elements that lead there
 */
const char *
foed_problem_get_path (FoedProblem *self)
{
  g_return_val_if_fail (FOED_IS_PROBLEM (self), NULL);

  return self->path;
}

/**
 * foed_problem_get_rule:
 * @self: a problem
 *
 * Returns: (transfer none): the stable name of the rule that is broken
 */
const char *
foed_problem_get_rule (FoedProblem *self)
{
  g_return_val_if_fail (FOED_IS_PROBLEM (self), NULL);

  return self->rule;
}

/**
 * foed_problem_get_message:
 * @self: a problem
 *
 * Returns: (transfer none): what is wrong, in the user's language
 */
const char *
foed_problem_get_message (FoedProblem *self)
{
  g_return_val_if_fail (FOED_IS_PROBLEM (self), NULL);

  return self->message;
}

/**
 * foed_problem_get_hint:
 * @self: a problem
 *
 * Returns: (transfer none) (nullable): what to do about it, in the user's language
 */
const char *
foed_problem_get_hint (FoedProblem *self)
{
  g_return_val_if_fail (FOED_IS_PROBLEM (self), NULL);

  return self->hint;
}

/**
 * foed_problem_is_of_form:
 * @self: a problem
 *
 * Tells what a lenient reading of a file may repair, and as a warning, what it did repair.
 *
 * Returns: whether the problem is that a file is not well-formed, has entities that nobody defined, or is not in the
 *   encoding that it declares
 */
gboolean
foed_problem_is_of_form (FoedProblem *self)
{
  static const char *const rules[] = { "well-formed", "entity", "ampersand", "encoding", NULL };

  g_return_val_if_fail (FOED_IS_PROBLEM (self), FALSE);

  return g_strv_contains (rules, self->rule);
}

/**
 * foed_problem_to_string:
 * @self: a problem
 *
 * Returns: (transfer full): the problem on one line, as compilers write it:
 *   `file:line:column: error: message hint (path; rule)`
 */
char *
foed_problem_to_string (FoedProblem *self)
{
  g_autoptr (GString) text = NULL;

  g_return_val_if_fail (FOED_IS_PROBLEM (self), NULL);

  text = g_string_new (self->file);

  if (self->line > 0)
    g_string_append_printf (text, ":%d", self->line);

  if (self->column > 0)
    g_string_append_printf (text, ":%d", self->column);

  if (text->len > 0)
    g_string_append (text, ": ");

  g_string_append_printf (text, "%s: %s",
                          self->severity == FOED_SEVERITY_ERROR ? C_("severity", "error") : C_("severity", "warning"),
                          self->message);

  if (self->hint != NULL)
    g_string_append_printf (text, " %s", self->hint);

  if (self->path != NULL)
    g_string_append_printf (text, " (%s; %s)", self->path, self->rule);
  else
    g_string_append_printf (text, " (%s)", self->rule);

  return g_strdelimit (g_string_free (g_steal_pointer (&text), FALSE), "\n\r\t", ' ');
}
