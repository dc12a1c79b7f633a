#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks every XML file of the sources, the bundled library against its schema and its rules, and the manual page.

Usage: xml.py FOEDERA-CLI LIBRARY   (the program, and the library that the build made with it)
"""

import glob
import os
import subprocess
import sys

from tap import SOURCE_ROOT, Report, read, source_files

SCHEMA = os.path.join(SOURCE_ROOT, 'data', 'schema', 'foedera.rng')
LIBRARY = sorted(glob.glob(os.path.join(SOURCE_ROOT, 'data', 'library', '*.xml')))
MANUAL = os.path.join(SOURCE_ROOT, 'doc', 'foedera-cli.1')


def problems_of(*command):
    """Runs a command and yields what it printed if it failed."""
    outcome = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding='utf-8', check=False)
    if outcome.returncode != 0:
        yield f'{os.path.basename(command[0])} {" ".join(command[1:4])} … (exit status {outcome.returncode})'
        yield outcome.stdout


def unlisted_files():
    """Yields the files of the library that the build does not import."""
    listed = read(os.path.join('data', 'library', 'meson.build'))
    for path in LIBRARY:
        if f"'{os.path.basename(path)}'" not in listed:
            yield f'{path} is not listed in data/library/meson.build'


def main():
    program, library = sys.argv[1:3]
    every_file = [os.path.join(SOURCE_ROOT, path)
                  for path in source_files('data', 'ui', 'src', endings=('.xml', '.ui', '.svg', '.rng', '.xsl'))]
    report = Report()
    report.case('every XML file is well formed', problems_of('xmllint', '--noout', '--nonet', *every_file))
    report.case('the bundled library follows the schema',
                problems_of('xmllint', '--noout', '--nonet', '--relaxng', SCHEMA, *LIBRARY))
    report.case('the bundled library follows the rules', problems_of(program, 'validate', *LIBRARY))
    report.case('the bundled library is imported whole', unlisted_files())
    report.case('nothing in the bundled library is implausible', problems_of(program, '--library', library, 'check'))
    report.case('the manual page is sound', problems_of('mandoc', '-T', 'lint', '-W', 'warning', MANUAL))
    report.end()


if __name__ == '__main__':
    main()
