# SPDX-License-Identifier: GPL-3.0-or-later
"""Tables out: listings and panels as CSV, TSV and spreadsheets."""

import csv
import hashlib
import json
import os
import unittest
import xml.etree.ElementTree as ElementTree
import zipfile

from foedera_cli import REFUSED, SOURCE_ROOT, USAGE, CliTestCase, main

ATOP = os.path.join(SOURCE_ROOT, '..', 'shared', 'corpus', 'atop', 'atop5_1m.csv')
SHEET = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
KINDS = {'defence': 'defense', 'offence': 'offense', 'neutrality': 'neutral', 'non_aggression': 'nonagg',
         'consultation': 'consul'}


def read_csv(path, delimiter=','):
    """The rows of a table, each a dictionary."""
    with open(path, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file, delimiter=delimiter, strict=True))


class SheetReader:
    """The cells of the first sheet of a spreadsheet, and how each is marked."""

    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.root = ElementTree.fromstring(archive.read('xl/worksheets/sheet1.xml'))
            strings = (ElementTree.fromstring(archive.read('xl/sharedStrings.xml'))
                       if 'xl/sharedStrings.xml' in archive.namelist() else [])
            self.strings = [''.join(text.text or '' for text in item.iter(f'{SHEET}t')) for item in strings]

    @property
    def rows(self):
        return [[self.value(cell) for cell in row] for row in self.root.iter(f'{SHEET}row')]

    def value(self, cell):
        kind = cell.get('t')
        if kind == 'inlineStr':
            return ''.join(text.text or '' for text in cell.iter(f'{SHEET}t'))
        value = cell.find(f'{SHEET}v').text
        return self.strings[int(value)] if kind == 's' else float(value)

    @property
    def formulas(self):
        return list(self.root.iter(f'{SHEET}f'))


class ListTest(CliTestCase):
    def test_rows_are_those_of_the_list(self):
        rows = self.list_rows('obligations', '--party', 'FRA', '--as-of', '1900')
        target = self.path('o.csv')
        self.run_cli('export', '--format', 'csv', 'obligations', '--party', 'FRA', '--as-of', '1900', '--columns',
                     'id,kind,promisors,strength', '-o', target)
        self.assertEqual([(row['id'], row['kind'], row['promisors'], row['strength']) for row in read_csv(target)],
                         [(row['id'], row['kind'], ' '.join(row['promisors']), row['strength'] or '') for row in rows])

    def test_pages(self):
        """More rows than are read at a time."""
        states = ''.join(f'<state id="a{number}"><title>A {number}</title></state>' for number in range(1200))
        self.run_cli('import', self.write('states.xml', '<foedera xmlns="https://foedera.github.io/ns/1" version="1">'
                                                        f'{states}</foedera>'))
        target = self.path('c.tsv')
        self.run_cli('export', '--format', 'tsv', 'states', '-o', target)
        rows = self.list_rows('states')
        self.assertGreater(len(rows), 1200)
        self.assertEqual([row['id'] for row in read_csv(target, '\t')], [row['id'] for row in rows])

    def test_standard_output(self):
        output = self.run_cli('export', '--format', 'csv', 'states', '--columns', 'iso3,title', '--sort', 'iso3').output
        self.assertEqual(output.splitlines()[0], 'iso3,title')
        self.assertIn('FRA,France', output.splitlines())

    def test_spreadsheet(self):
        target = self.path('s.xlsx')
        self.run_cli('export', '--format', 'xlsx', 'states', '--columns', 'title,cow', '-o', target)
        sheet = SheetReader(target)
        self.assertEqual(sheet.rows[0], ['title', 'cow'])
        self.assertIn(['France', 220.0], sheet.rows)
        self.assertEqual(len(sheet.rows), 1 + len(self.list_rows('states')))

    def test_formulas_are_texts(self):
        evil = '<foedera xmlns="https://foedera.github.io/ns/1" version="1"><alliance id="evil"><title>{}</title>' \
               '</alliance></foedera>'
        self.run_cli('import', self.write('evil.xml', evil.format('=cmd|"/c calc"!A1')))
        target = self.path('e.xlsx')
        self.run_cli('export', '--format', 'xlsx', 'alliances', '-o', target)
        sheet = SheetReader(target)
        self.assertEqual(sheet.formulas, [])
        self.assertIn('=cmd|"/c calc"!A1', {value for row in sheet.rows for value in row})
        target = self.path('e.csv')
        self.run_cli('export', '--format', 'csv', 'alliances', '-o', target)
        self.assertIn('\'=cmd|"/c calc"!A1', {row['title'] for row in read_csv(target)})

    def test_wrong_usage(self):
        for arguments in (('--format', 'csv', 'kings'), ('--format', 'csv', '--panel', 'kings'),
                          ('--format', 'csv', '--panel', 'state-day'), ('--format', 'csv', '--columns', 'colour'),
                          ('--format', 'csv', 'states', '--panel', 'alliance'), ('--format', 'native', 'states'),
                          ('--format', 'csv', '--panel', 'dyad-year', '--years', '1914-1900'),
                          ('--format', 'papyrus',), ('a', 'b')):
            with self.subTest(arguments):
                self.run_cli('export', *arguments, status=USAGE)

    def test_unwritable(self):
        outcome = self.run_cli('export', '--format', 'csv', '-o', '/proc/nowhere/x.csv', status=REFUSED)
        self.assertIn('/proc/nowhere/x.csv', outcome.errors)


class LogTest(CliTestCase):
    def test_log(self):
        target, log = self.path('a.csv'), self.path('log.jsonl')
        for _ in range(2):
            self.run_cli('export', '--format', 'csv', '--panel', 'alliance', '--region', 'europe', '-o', target, '--log', log)
        with open(log, encoding='utf-8') as file:
            entries = [json.loads(line) for line in file]
        self.assertEqual(len(entries), 2)
        entry = entries[0]
        self.assertEqual(entry['file-sha256'], entries[1]['file-sha256'])
        with open(target, 'rb') as file:
            self.assertEqual(entry['file-sha256'], hashlib.sha256(file.read()).hexdigest())
        exported = self.run_cli('export').output.encode()
        self.assertEqual(entry['library-sha256'], hashlib.sha256(exported).hexdigest())
        self.assertEqual(entry['filters'], {'region': ['europe']})
        self.assertEqual(entry['panel'], 'alliance')
        self.assertEqual(entry['rows'], len(read_csv(target)))
        self.assertEqual(entry['columns'], list(read_csv(target)[0]))
        self.assertTrue(entry['foedera'] and entry['time'] and entry['rules'])

    def test_dictionary(self):
        target = self.path('d.csv')
        self.run_cli('export', '--format', 'csv', '--panel', 'directed-dyad-year', '--years', '1913', '-o', target)
        words = read_csv(self.path('d.dictionary.csv'))
        self.assertEqual([row['column'] for row in words if not row['value']], list(read_csv(target)[0]))
        cells = {row['value'] for row in words if row['column'] == 'defence_cell' and row['value']}
        self.assertEqual(cells, {'stated', 'implied', 'silent', 'not-coded', 'text-missing'})


class AtopPanelTest(CliTestCase):
    """Panels of ATOP 5.1 beside the same taken from its table."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if not os.path.exists(ATOP):
            raise unittest.SkipTest('atop/atop5_1m.csv is not beside the sources')
        os.remove(cls.bundled)
        cls.execute('--library', cls.bundled, 'import', ATOP)
        cls.atop = read_csv(ATOP)

    def panel(self, name, *arguments):
        target = self.path('panel.csv')
        self.run_cli('export', '--format', 'csv', '--panel', name, *arguments, '-o', target)
        return read_csv(target)

    def test_alliances(self):
        rows = {row['atop']: row for row in self.panel('alliance')}
        self.assertEqual(len(rows), 789)
        for kind, column in KINDS.items():
            for atop, row in rows.items():
                coded = [member[column] for member in self.atop if member['atopid'] == atop]
                self.assertEqual(row[kind], max(coded), (atop, kind))
                self.assertEqual(row[f'{kind}_cell'], 'stated' if max(coded) == '1' else 'silent', (atop, kind))

    def test_blank_is_not_zero(self):
        """The cells that ATOP left blank are those that the panel leaves blank."""
        for atop, row in {row['atop']: row for row in self.panel('alliance')}.items():
            coded = {member['intcom'] for member in self.atop if member['atopid'] == atop}
            expected = '1' if '1' in coded else '0' if '0' in coded else ''
            self.assertEqual(row['mechanism_integrated_command'], expected, atop)

    def test_party_spells(self):
        spells = {(row['alliance'], row['state_cow']) for row in self.panel('party-spell')}
        self.assertEqual(spells, {(f'atop-{int(row["atopid"]):04}', row['member']) for row in self.atop})

    def test_directed_dyads(self):
        """Who owed defence to whom at the end of 1913 and 1955, by the rows of the table alone."""
        for year in (1913, 1955):
            day = (year, 12, 31)
            expected = set()
            active = [row for row in self.atop if self.date(row, 'ent') <= day and self.date(row, 'exit', True) >= day]
            for row in active:
                for other in active:
                    if (row['defense'], row['atopid'], row['phase']) == ('1', other['atopid'], other['phase']) \
                            and row['member'] != other['member']:
                        expected.add((row['member'], other['member']))
            rows = self.panel('directed-dyad-year', '--years', str(year))
            owed = {(row['promisor_cow'], row['beneficiary_cow']) for row in rows if row['defence'] == '1'}
            self.assertEqual(owed, expected)
            self.assertGreater(len(owed), 10)

    @staticmethod
    def date(row, which, is_end=False):
        """A date of a row; what is open never ends, and a day that is not known is the last of an end."""
        year, month, day = (int(row[f'{part}{which}'] or 0) for part in ('yr', 'mo', 'day'))
        if year == 0:
            return (9999, 12, 31)
        return (year, month, day or (31 if is_end else 1))

    def test_state_years_and_dyads_agree(self):
        owes = {}
        for row in self.panel('directed-dyad-year', '--years', '1980'):
            if row['consultation'] == '1':
                owes[row['promisor']] = owes.get(row['promisor'], 0) + 1
        states = self.panel('state-year', '--years', '1980')
        self.assertEqual({row['state']: int(row['owes_consultation']) for row in states
                          if row['owes_consultation'] not in ('', '0')}, owes)


if __name__ == '__main__':
    main()
