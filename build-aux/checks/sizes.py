#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that files and functions stay small: no file over 1200 lines; lists files over 700 and functions over 80."""

import re

from tap import Report, read, source_files

SOFT_LINES = 700
HARD_LINES = 1200
FUNCTION_LINES = 80


def long_functions(path):
    """Yields the name and length of each function of a C file that is too long to take in at a glance."""
    name = start = None
    for number, line in enumerate(read(path).splitlines(), 1):
        declared = re.match(r'^(?:[A-Za-z_][\w *]*?)?(\w+) \(', line)
        if declared:
            name = declared[1]
        elif line == '{':
            start = number
        elif line == '}' and start:
            if number - start - 1 > FUNCTION_LINES and name:
                yield f'{path}: {name}() has {number - start - 1} lines'
            name = start = None


def main():
    report = Report()
    too_long, long = [], []
    for path in source_files('src', 'tests', 'build-aux', 'ui', endings=('.c', '.h', '.py', '.ui', '.css')):
        n_lines = read(path).count('\n')
        if n_lines > HARD_LINES:
            too_long.append(f'{path} has {n_lines} lines: split it by aspect')
        elif n_lines > SOFT_LINES:
            long.append(f'{path} has {n_lines} lines: does it still hold one thing?')
    report.case(f'no file has more than {HARD_LINES} lines', too_long, long)

    functions = [line for path in source_files('src', endings=('.c',)) for line in long_functions(path)]
    report.case('long functions are known', [], functions)
    report.end()


if __name__ == '__main__':
    main()
