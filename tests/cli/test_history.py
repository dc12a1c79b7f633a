# SPDX-License-Identifier: GPL-3.0-or-later
"""History, backup, check and info."""

import os

from foedera_cli import BUNDLED_XML, DONE, LIBRARY, REFUSED, USAGE, CliTestCase, main


class HistoryTest(CliTestCase):
    def list_titles(self):
        return {row['title'] for row in self.list_rows('alliances')}

    def change_title(self):
        """Imports the Dual Alliance under another title."""
        with open(os.path.join(BUNDLED_XML, 'dual-alliance.xml'), encoding='utf-8') as file:
            text = file.read()
        changed = text.replace('<title>Dual Alliance</title>', '<title>Two-Power Alliance</title>', 1)
        self.assertNotEqual(changed, text)
        self.run_cli('import', self.write('changed.xml', changed))

    def test_undo_and_redo_across_runs(self):
        before = self.list_titles()
        self.change_title()
        after = self.list_titles()
        self.assertIn('Two-Power Alliance', after)
        self.run_cli('history', 'undo')
        self.assertEqual(self.list_titles(), before)
        self.assertTrue(self.run_cli('history', '--json').json[0]['undone'])
        self.run_cli('history', 'redo')
        self.assertEqual(self.list_titles(), after)
        self.run_cli('check')

    def test_revert_a_whole_import(self):
        number = self.run_cli('history', '--json').json[0]['number']
        self.run_cli('history', 'revert', str(number))
        self.assertEqual(self.list_rows('alliances'), [])
        self.run_cli('check')
        self.run_cli('history', 'undo')
        self.assertEqual(len(self.list_rows('alliances')), 12)
        self.run_cli('check')

    def test_revert_of_what_others_build_on(self):
        number = self.run_cli('history', '--json').json[0]['number']
        self.change_title()
        before = self.list_rows('alliances')
        outcome = self.run_cli('history', 'revert', str(number), status=REFUSED)
        self.assertIn('dual-alliance', outcome.errors)
        self.assertEqual(self.list_rows('alliances'), before)

    def test_show_tells_fields(self):
        self.change_title()
        number = self.run_cli('history', '--json').json[0]['number']
        changes = self.run_cli('history', 'show', str(number), '--json').json
        self.assertEqual([change['id'] for change in changes], ['dual-alliance'])
        self.assertEqual(changes[0]['fields'],
                         [{'field': 'title', 'before': 'Dual Alliance', 'after': 'Two-Power Alliance'}])

    def test_nothing_to_undo(self):
        self.run_cli('history', 'undo')
        self.run_cli('history', 'undo', status=REFUSED)
        self.run_cli('history', 'redo')
        self.run_cli('history', 'redo', status=REFUSED)

    def test_wrong_usage(self):
        for arguments in (['forget'], ['revert'], ['revert', 'x'], ['undo', '3']):
            self.run_cli('history', *arguments, status=USAGE)
        self.run_cli('history', 'revert', '4711', status=REFUSED)


class MaintenanceTest(CliTestCase):
    def test_backup_is_a_library(self):
        copy = self.path('copy.foedera')
        self.run_cli('backup', copy)
        self.assertEqual(self.execute('--library', copy, 'list', 'alliances', '--json').json,
                         self.list_rows('alliances'))

    def test_backup_onto_itself(self):
        self.run_cli('backup', self.library, status=LIBRARY)
        self.assertEqual(len(self.list_rows('alliances')), 12)

    def test_bundled_library_is_sound(self):
        self.assertEqual(self.run_cli('check', '--json').json, [])

    def test_info(self):
        info = self.run_cli('info', '--json').json
        self.assertEqual(info['records']['alliance'], 12)

    def test_vocabularies(self):
        vocabularies = self.run_cli('info', '--vocabularies', '--json').json
        self.assertIn('defence', {term['nick'] for term in vocabularies['obligation-kind']})

    def test_not_a_library(self):
        for name, content in (('text.foedera', 'Dear diary'), ('short.foedera', b'SQLite format 3\0')):
            path = self.write(name, content)
            outcome = self.execute('--library', path, 'list', 'alliances')
            self.assertEqual(outcome.status, LIBRARY)
            self.assertIn(name, outcome.errors)

    def test_missing_library(self):
        outcome = self.execute('--library', self.path('none.foedera'), 'list', 'alliances')
        self.assertEqual(outcome.status, LIBRARY)
        self.assertFalse(os.path.exists(self.path('none.foedera')))

    def test_own_library_is_made_from_the_bundled_one(self):
        data = self.path('data')
        os.mkdir(data)
        os.rename(self.library, os.path.join(data, 'library.foedera'))
        environment = {'FOEDERA_DATADIR': data, 'XDG_DATA_HOME': self.path('home')}
        outcome = self.execute('list', 'alliances', '--json', environment=environment)
        self.assertEqual(outcome.status, DONE, outcome.errors)
        self.assertEqual(len(outcome.json), 12)
        self.assertTrue(os.path.exists(self.path('home/foedera/library.foedera')))


if __name__ == '__main__':
    main()
