# SPDX-License-Identifier: GPL-3.0-or-later
"""Undo, redo and the history: what was done can be taken back, also after a restart."""

import re

from foedera_library import LibraryTestCase, NEW_XML
from foedera_window import main


class HistoryTest(LibraryTestCase):
    def open_after_import(self):
        """Starts the program on a library into which one file was imported."""
        window = self.open_table()
        self.assertEqual(window.close(), 0)
        self.assertEqual(self.run_cli('import', self.write('new.xml', NEW_XML)).returncode, 0)
        window = self.open_table()
        window.find('13 rows')
        return window

    def test_undoes_and_does_again(self):
        """The menu says what would be undone; undoing takes the rows away, doing it again brings them back."""
        window = self.open_after_import()
        window.press('F10')
        window.find('Undo: Import of “new.xml”', role='menu item').click()
        window.find('Undone: Import of “new.xml”')
        window.find('12 rows')
        window.press('F10')
        window.find('Redo: Import of “new.xml”', role='menu item').click()
        window.find('13 rows')

    def test_undoes_with_keys(self):
        """Ctrl+Z undoes and Ctrl+Shift+Z does it again."""
        window = self.open_after_import()
        window.press('ctrl+z')
        window.find('12 rows')
        window.press('ctrl+shift+z')
        window.find('13 rows')

    def test_takes_one_change_back(self):
        """The history lists each change, and taking one back asks first."""
        window = self.open_after_import()
        window.press('ctrl+h')
        history = window.find('History', role='dialog')
        history.find('Import of “new.xml”', role='label')
        history.find('Take back: Import of “new.xml”', role='push button').click()
        window.find('Take This Change Back?')
        window.find(re.compile('Take Back$'), role='push button').click()
        window.find('Taken back: Import of “new.xml”')
        window.find('12 rows')

    def test_shows_and_saves_the_report(self):
        """What was told of an import is there after a restart, and can be saved as the command line prints it."""
        window = self.open_after_import()
        window.press('ctrl+h')
        history = window.find('History', role='dialog')
        history.find('Report: Import of “new.xml”', role='push button').click()
        report = window.find('Report of the Import', role='dialog')
        report.find('Save…', role='push button').click()
        self.choose_file(window, 'Save Report', self.path('report.txt'))
        window.find('Saved as “report.txt”')
        with open(self.path('report.txt'), encoding='utf-8') as file:
            text = file.read()
        self.assertIn('7 new, 0 changed, 0 unchanged', text)
        number = self.ask_cli('history')[0]['number']
        self.assertEqual(text, self.run_cli('history', 'report', str(number)).stdout)

    def test_selection_goes_with_what_was_undone(self):
        """Undoing the import of what is selected leaves the panels with a message instead of what is gone."""
        window = self.open_after_import()
        window.find(role='tree table').row('Pact of the Test').click()
        window.find('Pact of the Test', role='heading')
        window.press('ctrl+z')
        window.find('12 rows')
        window.wait_until_gone('Pact of the Test', role='heading')


if __name__ == '__main__':
    main()
