# SPDX-License-Identifier: GPL-3.0-or-later
"""Data sets of the field: what comes in, and the counts that their authors give."""

import csv
import os
import shutil
import unittest
import xml.etree.ElementTree as ElementTree

from foedera_cli import REFUSED, SOURCE_ROOT, CliTestCase, main

CORPUS = os.path.join(SOURCE_ROOT, '..', 'shared', 'corpus')
FIXTURE = os.path.join(SOURCE_ROOT, 'tests', 'data', 'cow-alliances-by-member.csv')
NATIVE = '{https://foedera.github.io/ns/1}'
KINDS_IN_ATOP_4 = {'defence': 275, 'offence': 81, 'neutrality': 122, 'non-aggression': 399, 'consultation': 377}


def corpus(*names):
    """The path of a file of the corpus; skips the test where it is missing."""
    path = os.path.join(CORPUS, *names)
    if not os.path.exists(path):
        raise unittest.SkipTest(f'{"/".join(names)} is not beside the sources')
    return path


class EmptyCase(CliTestCase):
    """A test that begins with an empty library."""

    def setUp(self):
        super().setUp()
        os.remove(self.library)

    def count(self, *arguments):
        return len(self.list_rows(*arguments))


class RowsTest(EmptyCase):
    """What goes in comes out: rows by Python's reader of CSV, and what of them is cited in the library."""

    def test_rows_in_and_out(self):
        print(f'# {"file":<28} {"rows":>6} {"cited":>6} {"alliances":>9} {"parties":>7}')
        for folder, name, rows_of_party in (('atop', 'atop5_1m.csv', 1), ('atop', 'atop-member-level.csv', 1),
                                            ('dcad', 'DCAD-v1.0-main.csv', 2)):
            with self.subTest(name):
                path = corpus(folder, name)
                self.library = self.path(f'{name}.foedera')
                self.run_cli('import', path)
                root = ElementTree.fromstring(self.run_cli('export').output.encode())
                parties = list(root.iter(f'{NATIVE}party'))
                cited = {citation.get('pinpoint') for party in parties for citation in party.iter(f'{NATIVE}citation')}
                with open(path, encoding='latin-1', newline='') as file:
                    n_rows = len(list(csv.reader(file))) - 1
                n_alliances = len(list(root.iter(f'{NATIVE}alliance')))
                print(f'# {name:<28} {n_rows:>6} {len(cited):>6} {n_alliances:>9} {len(parties):>7}')
                if rows_of_party == 1:
                    self.assertEqual(len(cited), n_rows)
                else:
                    self.assertEqual(n_alliances, n_rows)


class AtopFourTest(EmptyCase):
    def test_counts_of_members(self):
        self.check_counts('atop-member-level.csv')

    def test_counts_of_alliances(self):
        self.check_counts('atop-alliance-level.csv')

    def check_counts(self, name):
        self.run_cli('import', corpus('atop', name))
        self.assertEqual(self.count('alliances'), 745)
        for kind, number in KINDS_IN_ATOP_4.items():
            with self.subTest(kind):
                self.assertEqual(self.count('alliances', '--obligation', kind), number)
        self.assertEqual(self.count('alliances', '--text', 'bilateral'), 638)
        self.assertEqual(self.count('alliances', '--as-of', '2016-12-31'), 334)

    def test_alliance_level_does_not_take_the_place_of_members(self):
        self.run_cli('import', corpus('atop', 'atop-member-level.csv'))
        report = self.run_cli('import', corpus('atop', 'atop-alliance-level.csv'), '--json').json['files'][0]
        self.assertEqual((report['new'], report['changed']), (0, 0))
        self.assertEqual(len(report['matches']), 745)
        self.assertEqual([match for match in report['matches'] if match['disagreements']], [])


class AtopFiveTest(CliTestCase):
    """ATOP 5.1 beside the bundled library."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.table = corpus('atop', 'atop5_1m.csv')
        cls.nato = cls.execute('--library', cls.bundled, 'show', 'nato', '--json').output
        cls.n_bundled = len(cls.execute('--library', cls.bundled, 'list', 'alliances', '--json').json)
        cls.dry_run = cls.execute('--library', cls.bundled, 'import', '--dry-run', cls.table, '--json').json['files'][0]
        cls.n_after_dry_run = len(cls.execute('--library', cls.bundled, 'list', 'alliances', '--json').json)
        cls.report = cls.execute('--library', cls.bundled, 'import', cls.table, '--json').json['files'][0]

    def test_counts(self):
        self.assertEqual(self.report['dialect'], 'atop-members')
        self.assertEqual(self.report['problems'], [])
        self.assertEqual(len(self.list_rows('alliances')), self.n_bundled + 789)
        in_effect = [row for row in self.list_rows('alliances', '--as-of', '2018-12-31') if row['id'].startswith('atop-')]
        self.assertEqual(len(in_effect), 372)
        self.run_cli('check')

    def test_dry_run_tells_the_same(self):
        # It lists the records too, so that some can be left out.
        new = [record for record in self.dry_run['records'] if record['state'] == 'new']
        self.assertEqual(len(new), self.report['new'])
        self.assertEqual({**self.dry_run, 'records': []}, self.report)
        self.assertEqual(self.n_after_dry_run, self.n_bundled)

    def test_twice_changes_nothing(self):
        report = self.run_cli('import', self.table, '--json').json['files'][0]
        self.assertEqual((report['new'], report['changed']), (0, 0))

    def test_native_xml_and_back(self):
        exported = self.path('atop.xml')
        self.run_cli('export', '-o', exported)
        report = self.run_cli('import', exported, '--json').json['files'][0]
        self.assertEqual((report['new'], report['changed']), (0, 0))

    def test_known_alliances_stand_side_by_side(self):
        match = next(match for match in self.report['matches'] if match['other'] == 'nato')
        self.assertEqual((match['id'], match['by']), ('atop-3180', 'identifier'))
        self.assertIn({'field': 'begin', 'here': '1949-04-04', 'there': '1949-08-24'}, match['disagreements'])
        self.assertEqual(self.run_cli('show', 'nato', '--json').output, self.nato)
        self.assertEqual(self.run_cli('show', 'atop-3180', '--json').json['begin'], '1949-04-04')

    def test_states_of_the_library_are_used(self):
        states = {row['id'] for row in self.list_rows('states')}
        self.assertNotIn('state-220', states)
        parties = {(party['state'], party.get('begin'), party.get('end'))
                   for party in self.run_cli('show', 'atop-1350', '--json').json['party-records']}
        self.assertIn(('italy', '1882-05-20', '1915-05-23'), parties)

    def test_undo(self):
        self.run_cli('history', 'undo')
        self.assertEqual(len(self.list_rows('alliances')), self.n_bundled)


class CowTest(EmptyCase):
    def test_fixture(self):
        report = self.run_cli('import', FIXTURE, '--json').json['files'][0]
        self.assertEqual(report['dialect'], 'cow-alliances')
        self.assertEqual(self.count('alliances'), 4)
        self.assertEqual(self.count('alliances', '--obligation', 'neutrality'), 1)

    def test_every_table_of_the_corpus(self):
        corpus('atop')
        report = self.run_cli('import', *(os.path.join(CORPUS, name) for name in ('cow', 'dcad')), '--json').json
        self.assertEqual(sorted(file['dialect'] for file in report['files']), ['cow-codes', 'cow-states', 'dcad'])
        self.assertEqual(self.count('alliances'), 1871)
        self.assertEqual(self.count('states'), 217)


class OrderTest(EmptyCase):
    def test_order_of_files_does_not_matter(self):
        """States are read before alliances that need them."""
        target = self.path('data')
        os.mkdir(target)
        shutil.copy(corpus('cow', 'states2016.csv'), os.path.join(target, 'z.csv'))
        shutil.copy(FIXTURE, os.path.join(target, 'a.csv'))
        report = self.run_cli('import', target, '--json').json
        self.assertEqual({file['dialect'] for file in report['files']}, {'cow-states', 'cow-alliances'})
        self.assertEqual([file['refused'] for file in report['files']], [0, 0])


class FaultTest(EmptyCase):
    def refuse(self, name, content):
        before = self.run_cli('list', 'alliances', '--json').output if os.path.exists(self.library) else '[]\n'
        outcome = self.run_cli('import', self.write(name, content), '--json', status=REFUSED)
        self.assertEqual(self.run_cli('list', 'alliances', '--json').output.strip(), before.strip())
        return outcome.json['files'][0]['problems'][0]

    def test_faults(self):
        with open(FIXTURE, 'rb') as file:
            table = file.read()
        header, first = table.splitlines(keepends=True)[:2]
        for name, content, line, rule in (
                ('cut.csv', table[:-20], 11, 'columns'),
                ('quote.csv', header + first.replace(b'"Aland', b'"Al"and'), 2, 'quote'),
                ('open.csv', header + first + b'"', 3, 'quote'),
                ('nul.csv', header + first + b'9001\0,', 3, 'text'),
                ('mixed.csv', header + first.replace(b'Aland', 'Åland'.encode()) + first.replace(b'Aland', b'\xc5land'), 3,
                 'encoding'),
                ('wide.csv', header + first.strip() + b',1\n', 2, 'columns'),
                ('other.csv', b'name,age\nX,7\n', 1, 'columns')):
            with self.subTest(name):
                problem = self.refuse(name, content)
                self.assertEqual((problem['line'], problem['rule']), (line, rule), problem)
                self.assertTrue(problem['message'])

    def test_name_says_nothing(self):
        """A table is known by its columns, whatever its file is called."""
        path = self.path('notes.txt')
        shutil.copy(FIXTURE, path)
        self.assertEqual(self.run_cli('import', path, '--json').json['files'][0]['dialect'], 'cow-alliances')


if __name__ == '__main__':
    main()
