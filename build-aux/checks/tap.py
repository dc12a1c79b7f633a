# SPDX-License-Identifier: GPL-3.0-or-later
"""The few lines of TAP that the checks share."""

import os
import sys

SOURCE_ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), '..', '..'))


class Report:
    """Prints one case after another and, at the end, how many there were."""

    def __init__(self):
        self.n_cases = 0
        self.failed = False

    def case(self, name, problems, notes=()):
        """Reports the case @name, which holds unless there are @problems; @notes are printed either way."""
        self.n_cases += 1
        problems = list(problems)
        print(f'{"not ok" if problems else "ok"} {self.n_cases} {name}', flush=True)
        # Meson shows of a program that speaks TAP only what it writes to standard error.
        for line in [*problems, *notes]:
            print(line, file=sys.stderr)
        self.failed = self.failed or bool(problems)

    def end(self):
        """Prints the plan and leaves the program."""
        print(f'1..{self.n_cases}')
        sys.exit(1 if self.failed else 0)


def source_files(*folders, endings):
    """Yields the paths, from the root of the sources, of the files below @folders whose names have one of @endings."""
    for folder in folders:
        for path, subfolders, names in os.walk(os.path.join(SOURCE_ROOT, folder)):
            subfolders[:] = sorted(name for name in subfolders
                                   if not name.startswith(('.', '_build')) and name != '__pycache__')
            for name in sorted(names):
                if name.endswith(endings):
                    yield os.path.relpath(os.path.join(path, name), SOURCE_ROOT)


def read(path):
    """Returns the text of the file at @path, from the root of the sources."""
    with open(os.path.join(SOURCE_ROOT, path), encoding='utf-8') as file:
        return file.read()
