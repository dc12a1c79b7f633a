#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what the desktop reads: desktop file, metainfo, settings, icons, types of file, D-Bus service, flatpak.

Usage: desktop.py BUILD-ROOT
"""

import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from tap import Report, SOURCE_ROOT

APPLICATION = 'io.github.foedera.Foedera'
DATA = os.path.join(SOURCE_ROOT, 'data')
ICONS = os.path.join(DATA, 'icons', 'hicolor')
LIBRARY_TYPE = 'application/x-foedera-library'
XML_TYPE = 'application/x-foedera+xml'
NATIVE_XML = '<?xml version="1.0" encoding="UTF-8"?>\n<foedera xmlns="https://foedera.github.io/ns/1" version="1"/>\n'


def problems_of(*command, forbidden=None, folder=None):
    """Runs a command in @folder and yields what it printed if it failed, or printed what is @forbidden."""
    outcome = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding='utf-8', check=False,
                             cwd=folder)
    if outcome.returncode != 0 or (forbidden and re.search(forbidden, outcome.stdout)):
        yield f'{" ".join(command)} (exit status {outcome.returncode})'
        yield outcome.stdout


def content_type(path, data_home):
    """Returns the type of a file as GIO tells it."""
    outcome = subprocess.run(['gio', 'info', '--attributes=standard::content-type', path], stdout=subprocess.PIPE,
                             encoding='utf-8', check=False, env={**os.environ, 'XDG_DATA_HOME': data_home})
    found = re.search(r'standard::content-type: (.*)', outcome.stdout)
    return found[1] if found else ''


def make_database(path, application_id):
    """Makes an SQLite file that bears @application_id in its header."""
    database = sqlite3.connect(path)
    database.execute(f'PRAGMA application_id = {application_id}')
    database.execute('CREATE TABLE something (value TEXT)')
    database.commit()
    database.close()


def problems_of_types(folder, mime_file):
    """Yields the files that are not recognised for what they are."""
    packages = os.path.join(folder, 'mime', 'packages')
    os.makedirs(packages)
    shutil.copy(mime_file, packages)
    # The types that ours derive from come from the system's own list.
    for system in os.environ.get('XDG_DATA_DIRS', '/usr/local/share:/usr/share').split(':'):
        common = os.path.join(system, 'mime', 'packages', 'freedesktop.org.xml')
        if os.path.exists(common):
            shutil.copy(common, packages)
            break
    problems = list(problems_of('update-mime-database', '-V', os.path.join(folder, 'mime'), forbidden='(?i)error|warn'))
    if problems:
        yield from problems
        return

    with open(os.path.join(folder, 'mime', 'XMLnamespaces'), encoding='utf-8') as file:
        if f'https://foedera.github.io/ns/1 foedera {XML_TYPE}\n' not in file.read():
            yield 'the root element of treaty XML is not registered'

    def texts():
        yield 'native', NATIVE_XML, XML_TYPE
        yield 'alliances.foedera.xml', NATIVE_XML, XML_TYPE
        yield 'other', '<?xml version="1.0"?>\n<other/>\n', 'application/xml'

    for name, application_id, expected in (('named.foedera', 0x464F4544, LIBRARY_TYPE),
                                           ('unnamed', 0x464F4544, LIBRARY_TYPE),
                                           ('another', 0x12345678, 'application/vnd.sqlite3')):
        make_database(os.path.join(folder, name), application_id)
        found = content_type(os.path.join(folder, name), folder)
        if found != expected:
            yield f'the SQLite file {name} is taken for {found}, not {expected}'
    for name, text, expected in texts():
        with open(os.path.join(folder, name), 'w', encoding='utf-8') as file:
            file.write(text)
        found = content_type(os.path.join(folder, name), folder)
        if found != expected:
            yield f'the text file {name} is taken for {found}, not {expected}'


def problems_of_icons(folder):
    """Yields what is wrong with the icons: they must exist, render, and have the sizes that the theme says."""
    for path, size in ((f'scalable/apps/{APPLICATION}.svg', 128), (f'symbolic/apps/{APPLICATION}-symbolic.svg', 16)):
        full = os.path.join(ICONS, path)
        rendered = os.path.join(folder, 'icon.png')
        yield from problems_of('xmllint', '--noout', '--nonet', full)
        yield from problems_of('rsvg-convert', '--output', rendered, full)
        with open(full, encoding='utf-8') as file:
            if f'viewBox="0 0 {size} {size}"' not in file.read():
                yield f'{path} is not {size} pixels wide and high'


def problems_of_names(build_root):
    """Yields where the files that name the application to the desktop disagree."""
    def text(name):
        with open(os.path.join(build_root, 'data', name), encoding='utf-8') as file:
            return file.read()

    desktop, metainfo = text(f'{APPLICATION}.desktop'), text(f'{APPLICATION}.metainfo.xml')
    types = set(re.search(r'^MimeType=(.*)$', desktop, re.MULTILINE)[1].strip(';').split(';'))
    defined = set(re.findall(r'<mime-type type="([^"]+)"', text(f'{APPLICATION}.xml')))
    provided = set(re.findall(r'<mediatype>([^<]+)<', metainfo))
    if not types == defined == provided:
        yield f'types of file: {types} opened, {defined} defined, {provided} provided'
    if f'Icon={APPLICATION}\n' not in desktop:
        yield 'the desktop file does not name the icon'
    if f'Name={APPLICATION}\n' not in text(f'{APPLICATION}.service'):
        yield 'the D-Bus service has another name'
    with open(os.path.join(SOURCE_ROOT, 'flatpak', f'{APPLICATION}.json'), encoding='utf-8') as file:
        if json.load(file)['id'] != APPLICATION:
            yield 'the flatpak has another name'


def main():
    build_root = sys.argv[1]
    built = os.path.join(build_root, 'data', APPLICATION)
    schema = os.path.join(DATA, f'{APPLICATION}.gschema.xml')
    manifest = os.path.join(SOURCE_ROOT, 'flatpak', f'{APPLICATION}.json')

    report = Report()
    report.case('the desktop file is valid', problems_of('desktop-file-validate', f'{built}.desktop', forbidden='.'))
    report.case('the metainfo is valid', problems_of('appstreamcli', 'validate', '--no-net', '--explain',
                                                     f'{built}.metainfo.xml', forbidden='[EW]: '))
    report.case('the settings compile', problems_of('glib-compile-schemas', '--strict', '--dry-run', DATA,
                                                    forbidden='.'))
    report.case('the settings follow their DTD', problems_of(
        'xmllint', '--noout', '--nonet', '--dtdvalid', '/usr/share/glib-2.0/schemas/gschema.dtd', schema))
    report.case('the names agree', problems_of_names(build_root))
    with tempfile.TemporaryDirectory() as folder:
        report.case('the manifest of the flatpak is valid', problems_of(
            'flatpak-builder', '--show-manifest', manifest, forbidden='WARNING|[Ee]rror', folder=folder))
        report.case('the types of file are recognised', problems_of_types(folder, f'{built}.xml'))
        report.case('the icons render', problems_of_icons(folder))
    report.end()


if __name__ == '__main__':
    main()
