# SPDX-License-Identifier: GPL-3.0-or-later
"""Libraries that can't be shown: each gets a page that says why and what to do."""

import os
import re
import sqlite3

from foedera_library import LibraryTestCase, NEW_XML
from foedera_window import main, wait_until


class ProblemsTest(LibraryTestCase):
    def make(self, name):
        """Makes a small library and returns its path."""
        source = self.write('states.xml', NEW_XML.replace('state="france"', 'state="a"').replace('state="spain"', 'state="b"')
                            .replace('<alliance ', '<state id="a"><title>A</title></state>\n'
                                     '<state id="b"><title>B</title></state>\n<alliance ', 1))
        return self.make_library(name, source)

    def test_offers_the_bundled_library_in_place_of_an_empty_one(self):
        """An empty library offers to import or to restore what came with the program; restoring can be undone."""
        path = self.make('empty.foedera')
        self.assertEqual(self.run_cli('--library', path, 'history', 'undo').returncode, 0)
        window = self.open(path)
        window.find('The Library Is Empty')
        window.find('Import…', role='push button')
        window.find('Restore the Bundled Library', role='push button').click()
        window.find('Table', role='push button').click()
        window.find('12 rows')
        window.press('ctrl+z')
        window.find('The Library Is Empty')

    def test_says_that_a_file_is_no_library(self):
        """A file of another kind is named as such, and the own library can be opened from there."""
        window = self.open(self.write('letter.foedera', 'Dear Sir,\n' * 500))
        window.find('This Is Not a Library')
        window.find('Open Your Library', role='push button').click()
        window.find('Table', role='push button').click()
        window.find('12 rows')

    def test_says_that_a_library_is_missing(self):
        """A library that does not exist is said to be missing; once it is there, trying again opens it."""
        path = self.path('late.foedera')
        window = self.open(path)
        window.find('The Library Can’t Be Opened')
        os.rename(self.make('made.foedera'), path)
        window.find('Try Again', role='push button').click()
        window.find('Table', role='push button').click()
        window.find('1 row')

    def test_refuses_a_library_from_the_future(self):
        """A library of a newer version is refused and left alone."""
        path = self.make('future.foedera')
        with sqlite3.connect(path) as database:
            database.execute('PRAGMA user_version = 9999')
        window = self.open(path)
        window.find('The Library Is Too New')
        with sqlite3.connect(path) as database:
            self.assertEqual(database.execute('PRAGMA user_version').fetchone(), (9999,))

    def test_keeps_a_damaged_library_when_starting_afresh(self):
        """A damaged library is put aside under another name, and the bundled one takes its place."""
        window = self.open_table()
        self.assertEqual(window.close(), 0)
        with open(self.library, 'r+b') as file:
            file.seek(100)
            file.write(b'\xff' * 20000)
            file.seek(0)
            damaged = file.read()
        window = self.open()
        window.find('The Library Is Damaged')
        window.find('Start Afresh…', role='push button').click()
        window.find('Start Afresh?')
        window.find(re.compile('Start Afresh$'), role='push button').click()
        window.find('Table', role='push button').click()
        window.find('12 rows')
        folder = os.path.dirname(self.library)
        kept = [name for name in os.listdir(folder) if name.endswith('.damaged')]
        self.assertEqual(len(kept), 1)
        with open(os.path.join(folder, kept[0]), 'rb') as file:
            self.assertEqual(file.read(), damaged)

    def test_waits_for_a_library_in_use(self):
        """A library that another program holds is said to be in use; once it is free, trying again opens it."""
        path = self.make('used.foedera')
        lock = sqlite3.connect(path, isolation_level=None)
        lock.execute('PRAGMA locking_mode = EXCLUSIVE')
        lock.execute('BEGIN EXCLUSIVE')
        window = self.open(path)
        window.find('The Library Is in Use', timeout=60)
        lock.close()
        window.find('Try Again', role='push button').click()
        window.find('Table', role='push button').click()
        window.find('1 row')

    def test_opens_the_last_library_again(self):
        """The library that was open last is opened by the next start."""
        path = self.make('mine.foedera')
        window = self.open_table(path)
        window.find('1 row')
        self.assertEqual(window.close(), 0)
        window = self.open_table()
        window.find('1 row')
        wait_until(lambda: self.titles(window) == ['Pact of the Test'], 'the row of the library')


if __name__ == '__main__':
    main()
