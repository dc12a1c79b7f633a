#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the laws of the layers: who may include whom, and which libraries each layer may see.

Usage: layering.py BUILD-ROOT
"""

import json
import os
import re
import sys

from tap import Report, SOURCE_ROOT, read, source_files

INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)
TOOLKIT = re.compile(r'^(gtk|gdk|gsk|adwaita|adw)[/.-]')

# What each layer may include of the others: public headers, and inside the library the model's private ones, too.
MAY_INCLUDE = {
    'libfoedera/model': set(),
    'libfoedera/store': {'libfoedera/model'},
    'libfoedera/xml': {'libfoedera/model', 'libfoedera/store'},
    'libfoedera/exchange': {'libfoedera/model', 'libfoedera/store', 'libfoedera/xml', 'libfoedera/analysis',
                            'libfoedera/drawing'},
    'libfoedera/analysis': {'libfoedera/model'},
    'libfoedera/drawing': {'libfoedera/model', 'libfoedera/analysis'},
    'cli': {'libfoedera', 'libfoedera/model', 'libfoedera/store', 'libfoedera/xml', 'libfoedera/exchange',
            'libfoedera/analysis', 'libfoedera/drawing'},
    'explorer': {'libfoedera', 'libfoedera/model', 'libfoedera/store', 'libfoedera/xml', 'libfoedera/exchange',
                 'libfoedera/analysis', 'libfoedera/drawing'},
}

# What views have in common stands in their parents.
PARENTS = ('src/explorer/views/explorer-canvas-view.h', 'src/explorer/views/explorer-picture-view.h')

# Libraries that one layer alone may see.
OWN_LIBRARY = {
    'sqlite3.h': ('libfoedera/store',),
    'libxml/': ('libfoedera/xml', 'libfoedera/exchange'),
    'libxslt/': ('libfoedera/xml',),
    'igraph': ('libfoedera/analysis',),
    'cairo': ('libfoedera/drawing', 'explorer'),
    'webp/': ('libfoedera/drawing',),
    'pango': ('libfoedera/drawing', 'explorer'),
}


def layer_of(path):
    """Returns the layer of a source file, e.g. libfoedera/store."""
    parts = path.split('/')[1:]
    return '/'.join(parts[:2]) if parts[0] == 'libfoedera' and len(parts) > 2 else parts[0]


def folder_in_explorer(path):
    """Returns views, panels, … for a file of the explorer, or an empty string."""
    parts = path.split('/')
    return parts[2] if parts[1] == 'explorer' and len(parts) > 3 else ''


class Includes:
    """Every include of every source file, resolved to the header it means."""

    def __init__(self):
        self.files = list(source_files('src', endings=('.c', '.h')))
        headers = {}
        for path in self.files:
            headers.setdefault(os.path.basename(path), []).append(path)
        self.own = []
        self.foreign = []
        for path in self.files:
            for name in INCLUDE.findall(read(path)):
                meant = [header for header in headers.get(os.path.basename(name), [])
                         if header.endswith('/' + name) or os.path.dirname(header) == os.path.dirname(path)]
                if meant:
                    self.own.extend((path, header) for header in meant)
                else:
                    self.foreign.append((path, name))

    def problems_of_layers(self):
        for path, header in self.own:
            layer, other = layer_of(path), layer_of(header)
            if layer == other or layer not in MAY_INCLUDE:
                continue
            if other not in MAY_INCLUDE[layer]:
                yield f'{path} includes {header}: {layer} must not know {other}'
            elif header.endswith('-private.h') and not (other == 'libfoedera/model' and layer.startswith('libfoedera')):
                yield f'{path} includes {header}: private to {other}'

    def problems_of_toolkit(self):
        for path, name in self.foreign:
            if layer_of(path) != 'explorer' and TOOLKIT.match(name):
                yield f'{path} includes <{name}>: only the explorer knows the toolkit'

    def problems_of_libraries(self):
        for path, name in self.foreign:
            for library, layers in OWN_LIBRARY.items():
                if name.startswith(library) and layer_of(path) not in layers:
                    yield f'{path} includes <{name}>: only {" and ".join(layers)} may'

    def problems_of_explorer(self):
        for path, header in self.own:
            folder, other = folder_in_explorer(path), folder_in_explorer(header)
            own = os.path.splitext(path)[0] == os.path.splitext(header)[0]
            if {folder, other} == {'views', 'panels'}:
                yield f'{path} includes {header}: views and panels meet only in the session'
            elif folder == other and not own and header not in PARENTS and re.search(r'-\w+-(view|panel)\.h$', header) \
                    and re.search(r'-(view|panel)\.[ch]$', path):
                yield f'{path} includes {header}: views and panels meet only in the session'
            elif folder in ('widgets', 'canvas') and other in ('views', 'panels', 'dialogs'):
                yield f'{path} includes {header}: {folder} are used by {other}, not the other way'


def problems_of_umbrella():
    """Yields the public headers that foedera.h leaves out, so that one include is enough for who uses the library."""
    umbrella = read('src/libfoedera/foedera.h')
    for path in source_files('src/libfoedera', endings=('.h',)):
        name = path[len('src/libfoedera/'):]
        if '/' in name and not name.endswith('-private.h') and f'#include <{name}>' not in umbrella:
            yield f'src/libfoedera/foedera.h does not include <{name}>'


def problems_of_compilation(build_root):
    """Yields the files below the explorer that are compiled with the toolkit in reach."""
    with open(os.path.join(build_root, 'compile_commands.json'), encoding='utf-8') as file:
        commands = json.load(file)
    n_seen = 0
    for command in commands:
        path = os.path.relpath(os.path.realpath(os.path.join(command['directory'], command['file'])), SOURCE_ROOT)
        if path.startswith(('src/libfoedera/', 'src/cli/')):
            n_seen += 1
            if re.search(r'/gtk-4\.0|/libadwaita-1', command['command']):
                yield f'{path} is compiled with the headers of the toolkit'
    if n_seen == 0:
        yield 'no file of the library is compiled'


def main():
    includes = Includes()
    report = Report()
    report.case('each layer includes only what it may know', includes.problems_of_layers())
    report.case('only the explorer includes the toolkit', includes.problems_of_toolkit())
    report.case('each library is seen by its own layer only', includes.problems_of_libraries())
    report.case('the umbrella header includes every public header', problems_of_umbrella())
    report.case('views and panels do not know each other', includes.problems_of_explorer())
    report.case('the library and the command line are compiled without the toolkit', problems_of_compilation(sys.argv[1]))
    report.end()


if __name__ == '__main__':
    main()
