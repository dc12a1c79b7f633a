# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a new user meets it: it opens on the bundled library, finds, filters, reads, imports and exports."""

import json
import os
import sqlite3
import subprocess
import tempfile

from foedera_window import WindowTestCase, main, wait_until


class FirstUse(WindowTestCase):

    def open_table(self, *arguments):
        """Opens the window on its table."""
        window = self.open(*arguments)
        window.maximise()
        window.press('alt+2')
        return window, window.find(role='tree table')

    def set_day(self, window, day):
        """Looks at the library on a day."""
        entry = window.find('Year or date')
        entry.point_and_click()
        window.press('ctrl+a')
        window.write(day)
        window.press('Return')

    def list_things(self, window, listing):
        """Chooses what the table lists."""
        chooser = window.find('Listing', role='combo box')
        chooser.click()
        chooser.find(listing, role='label').click()

    def wait_for_rows(self, table, expected, column=0):
        """Waits until the table shows the rows whose cells in @column are @expected."""
        def fits():
            return sorted(row[column] for row in table.rows()) == sorted(expected)
        try:
            wait_until(fits, 'the rows')
        except AssertionError:
            self.assertEqual(sorted(row[column] for row in table.rows()), sorted(expected))

    def test_bundled_library(self):
        """The window opens on the alliances that the command line lists"""
        _, table = self.open_table()
        listed = json.loads(self.command('list', 'alliances', '--json'))
        self.assertEqual(len(listed), 12)
        self.wait_for_rows(table, [row['title'] for row in listed])

    def test_july_1914(self):
        """Who was bound to defend France on 1 August 1914 is the same in the window and on the command line"""
        window, table = self.open_table()
        self.set_day(window, '1914-08-01')
        self.list_things(window, 'Obligations')
        window.find('Defence', role='check box').click()
        listed = json.loads(self.command('list', 'obligations', '--as-of', '1914-08-01', '--kind', 'defence', '--json'))
        titles = {row['id']: row['title'] for row in json.loads(self.command('list', 'alliances', '--json'))}
        expected = sorted([titles[row['alliance']], row['article']] for row in listed)
        wait_until(lambda: len(table.rows()) == len(expected), f'{len(expected)} rows')
        rows = table.rows()
        self.assertEqual(sorted(row[3:5] for row in rows), expected)
        for_france = [row for row in rows if 'France' in row[2]]
        self.assertTrue(for_france)
        for row in for_france:
            self.assertIn('Russia', row[1])
            self.assertEqual(row[3], 'Franco-Russian Alliance')
            self.assertRegex(row[4], '^1')

    def test_panels(self):
        """Every panel tells of the alliance that is selected"""
        window, table = self.open_table()
        table.row('North Atlantic Treaty Organization').click()
        for panel, told in (('Overview', 'Parties'), ('Clauses', 'Article 5'), ('Coordination', 'basis'),
                            ('Sovereignty', 'Use of force'), ('Enforcement', 'Duration'), ('Sources', 'Treaty Series')):
            window.find(panel, role='push button').click()
            wait_until(lambda told=told: told.lower() in window.text.lower(), f'{told} in {panel}')
        tops = {tab.box()[1] for tab in window.find('Panels').find_all(role='push button')}
        self.assertEqual(len(tops), 1, 'the panels are not beside each other')

    def test_panel_of_a_state(self):
        """What a state is owed and owes comes before what it is called and numbered"""
        window, table = self.open_table()
        self.list_things(window, 'States')
        table.row('Albania').click()
        window.find('Albania', role='heading')
        places = [window.find(heading, role='label').box()[1]
                  for heading in ('Is Owed by', 'Owes to', 'Existence', 'Names and Codes')]
        self.assertEqual(places, sorted(places))

    def test_import_and_undo(self):
        """A treaty is imported after a preview, and gone again when that is undone"""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'pact.xml')
            with open(path, 'w', encoding='utf-8') as file:
                file.write('<?xml version="1.0" encoding="UTF-8"?>\n'
                           '<foedera xmlns="https://foedera.github.io/ns/1" version="1">\n'
                           '  <alliance id="example-pact" begin="1879-10-15" region="europe">\n'
                           '    <title>Example Pact</title>\n'
                           '  </alliance>\n'
                           '</foedera>\n')
            window = self.open(path)
            window.find('Nothing has been written yet. You can undo the import afterwards.')
            listed = json.loads(self.command('list', 'alliances', '--json'))
            self.assertNotIn('Example Pact', [row['title'] for row in listed])

            dialog = window.frames()[-1]
            dialog.find('Import', role='push button').click()
            window.press('alt+2')
            table = window.find(role='tree table')
            table.row('Example Pact')
            window.press('ctrl+z')
            wait_until(lambda: 'Example Pact' not in [row[0] for row in table.rows()], 'the import to be undone')

    def test_refused_import(self):
        """A file with a mistake is refused with its place, and nothing can be imported"""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'mistaken.xml')
            with open(path, 'w', encoding='utf-8') as file:
                file.write('<?xml version="1.0" encoding="UTF-8"?>\n'
                           '<foedera xmlns="https://foedera.github.io/ns/1" version="1">\n'
                           '  <alliance id="example-pact" begin="1879-13" region="europe">\n'
                           '    <title>Example Pact</title>\n'
                           '  </alliance>\n'
                           '</foedera>\n')
            window = self.open(path)
            window.find('Nothing can be imported. Mend what is listed below and try again.')
            wait_until(lambda: 'Line 3' in window.text, 'the line of the mistake')
            self.assertFalse(window.frames()[-1].find('Import', role='push button').sensitive)

    def test_library_in_use(self):
        """A library that another program holds can be tried again"""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'used.foedera')
            subprocess.run([os.environ['FOEDERA_CLI'], 'backup', path], check=True, stdout=subprocess.DEVNULL)
            lock = sqlite3.connect(path, isolation_level=None)
            lock.execute('PRAGMA locking_mode = EXCLUSIVE')
            lock.execute('BEGIN EXCLUSIVE')
            window = self.open(path)
            window.find('The Library Is in Use')
            lock.close()
            window.find('Try Again', role='push button').click()
            window.press('alt+2')
            window.find(role='tree table').row('ANZUS')


if __name__ == '__main__':
    main()
