#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that every string for the user reaches the translators and that each translation is whole and sound.

Usage: translations.py
"""

import os
import re
import subprocess
import tempfile

from tap import Report, SOURCE_ROOT, read, source_files


def listed(path):
    """Returns the entries of a file like POTFILES."""
    return [line for line in read(path).splitlines() if line and not line.startswith('#')]


def run(*command, **options):
    """Runs a command in the root of the sources and returns its outcome with the text it printed."""
    environment = {**os.environ, 'LC_ALL': 'C.UTF-8'}
    return subprocess.run(command, cwd=SOURCE_ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          encoding='utf-8', check=False, **options)


def extract(paths, template):
    """Writes the strings of @paths to @template and returns the outcome."""
    return run('xgettext', *listed('po/xgettext-options'), '--files-from=-', '--add-location=file',
               '--package-name=foedera', f'--output={template}', input='\n'.join(paths))


def files_with_strings(template):
    """Returns the files that the messages of a template come from."""
    with open(template, encoding='utf-8') as file:
        return {path for line in file if line.startswith('#: ') for path in line[3:].split()}


def check_potfiles(report, folder):
    candidates = [
        *source_files('src', endings=('.c', '.h')),
        *source_files('ui', endings=('.ui',)),
        *(path for path in source_files('data', endings=('.desktop.in', '.metainfo.xml.in', '.mime.xml.in',
                                                         '.gschema.xml', '.gschema.xml.in'))),
    ]
    potfiles = listed('po/POTFILES')
    template = os.path.join(folder, 'everything.pot')
    outcome = extract(candidates, template)
    report.case('the strings can be extracted', [outcome.stdout] if outcome.returncode != 0 else [])
    found = files_with_strings(template)
    report.case('each file with strings stands in po/POTFILES', sorted(found - set(potfiles)))
    report.case('each file in po/POTFILES has strings', sorted(set(potfiles) - found))
    report.case('po/POTFILES is sorted', [] if potfiles == sorted(potfiles) else ['sort it with LC_ALL=C'])


def check_marked(report):
    """What a .ui file shows to the user must be marked as translatable."""
    shown = re.compile(r'<(?:property|attribute) name="(label|title|subtitle|tooltip[-_]text|placeholder[-_]text|'
                       r'description|heading|body|value-text)"([^>]*)>([^<]*[A-Za-z]{2}[^<]*)<')
    report.case('what a .ui file shows is translatable',
                (f'{path}: {text}' for path in source_files('ui', endings=('.ui',))
                 for _, attributes, text in shown.findall(read(path)) if 'translatable' not in attributes and text != 'Foedera'))


def check_unbroken(report):
    """The extraction ends at a macro, such as that of a format: what stands behind it would be lost."""
    string = r'"(?:[^"\\]|\\.)*"'
    broken = re.compile(rf'\b(?:N?C?_|ngettext) ?\((?:{string}[\s,]*)*{string}\s+[A-Z]')
    report.case('no string is broken by a macro',
                (f'{path}: {found[0]}' for path in source_files('src', endings=('.c', '.h'))
                 for found in broken.finditer(read(path))))


def check_language(report, language, template, folder):
    path = f'po/{language}.po'
    outcome = run('msgfmt', '--check', '--output-file=/dev/null', path)
    report.case(f'{language}: no mistake of form', [outcome.stdout] if outcome.returncode != 0 else [])

    merged = os.path.join(folder, f'{language}.po')
    run('msgmerge', '--quiet', '--no-fuzzy-matching', f'--output-file={merged}', path, template)
    outcome = run('msgfmt', '--statistics', '--output-file=/dev/null', merged)
    whole = re.fullmatch(r'\d+ translated messages?\.', outcome.stdout.strip())
    missing = run('msgattrib', '--untranslated', '--no-obsolete', '--no-location', merged).stdout
    report.case(f'{language}: every string is translated', [] if whole else [
        outcome.stdout, 'run build-aux/update-translations and translate:', *missing.split('\n\n', 1)[1:]])


def main():
    report = Report()
    with tempfile.TemporaryDirectory() as folder:
        check_potfiles(report, folder)
        check_marked(report)
        check_unbroken(report)
        template = os.path.join(folder, 'foedera.pot')
        extract(listed('po/POTFILES'), template)
        for language in listed('po/LINGUAS'):
            check_language(report, language, template, folder)
    report.end()


if __name__ == '__main__':
    main()
