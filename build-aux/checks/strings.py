#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what may not stand in a file: paths of one machine; and what must: the licence on top."""

import os
import re

from tap import Report, read, source_files

TEXT = ('.c', '.h', '.py', '.ui', '.css', '.sql', '.xml', '.in', '.md', '.build', '.txt', '.json', '.rng', '.xsl', '.1',
        '.po', '.svg', '.supp')
LICENSED = ('.c', '.h', '.py', '.ui', '.css', '.sql', '.rng', '.xsl')
MACHINE_PATH = re.compile(r'(?<![\w.$}])/(?:work|farm|root|home/\w+|mnt|opt/\w+)/')


def scripts():
    """Yields the programs of the project that have no ending."""
    for path in source_files('build-aux', '.ci', endings=('',)):
        if '.' not in os.path.basename(path):
            yield path


def main():
    report = Report()
    report.case('no path of one machine',
                (f'{path}:{number}: {line.strip()[:120]}'
                 for path in [*source_files('.', endings=TEXT), *scripts()]
                 for number, line in enumerate(read(path).splitlines(), 1)
                 if MACHINE_PATH.search(line)))
    report.case('each source file names its licence on top',
                (path for path in [*source_files('src', 'tests', 'build-aux', 'ui', 'data', endings=LICENSED), *scripts()]
                 if 'SPDX-License-Identifier: GPL-3.0-or-later' not in '\n'.join(read(path).splitlines()[:4])))
    report.end()


if __name__ == '__main__':
    main()
