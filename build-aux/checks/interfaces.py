#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks each .ui file with gtk4-builder-tool, which is lent the types of the explorer.

Usage: interfaces.py MODULE   (on a display; MODULE is the explorer as a shared library)
"""

import os
import re
import subprocess
import sys
import tempfile

from tap import SOURCE_ROOT, Report, read, source_files


def problems_of(path, module, folder):
    """Yields what the tool says against the file at @path."""
    # The tool stands in for a template's own class, and so lacks the functions that its signals name.
    text = re.sub(r'<signal\b[^>]*/>', '', read(path))
    copy = os.path.join(folder, os.path.basename(path))
    with open(copy, 'w', encoding='utf-8') as file:
        file.write(text)
    # Newer versions of it make the widgets, which complain of what only the program gives them.
    environment = {**os.environ, 'G_DEBUG': '', 'GTK_A11Y': 'none', 'LD_PRELOAD': module}
    outcome = subprocess.run(['gtk4-builder-tool', 'validate', copy], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                             encoding='utf-8', check=False, env=environment)
    if outcome.returncode != 0:
        yield path
        yield outcome.stdout


def main():
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        for path in source_files('ui', endings=('.ui',)):
            report.case(path, problems_of(path, sys.argv[1], folder))
    report.end()


if __name__ == '__main__':
    main()
