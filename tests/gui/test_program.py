# SPDX-License-Identifier: GPL-3.0-or-later
"""The program itself: starting, the sides, dialogs about the program, and what is remembered."""

import os
import subprocess

from foedera_library import LibraryTestCase
from foedera_window import main


class ProgramTest(LibraryTestCase):
    def test_starts_and_ends(self):
        """The first start makes the library, shows it and ends well, without a word."""
        done = subprocess.run([os.environ['FOEDERA_PROGRAM'], '--exit-after-startup'], check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding='utf-8',
                              env={**os.environ, **self.environment}, timeout=60)
        self.assertEqual((done.returncode, done.stdout), (0, ''))
        self.assertEqual(len(self.ask_cli('list', 'alliances')), 12)
        self.assertEqual(self.run_cli('check').returncode, 0)

    def test_tells_its_version(self):
        """--version names the program and the libraries it runs on."""
        done = subprocess.run([os.environ['FOEDERA_PROGRAM'], '--version'], check=True, stdout=subprocess.PIPE,
                              encoding='utf-8', env={**os.environ, **self.environment})
        self.assertRegex(done.stdout, r'^Foedera \d+\.\d+\.\d+ \(GTK 4\.\d+\.\d+, libadwaita 1\.\d+\.\d+\)$')

    def test_shows_what_is_selected(self):
        """Selecting a row shows it beside the table, and the way back leads to what was selected before."""
        window = self.open_table()
        window.find('Nothing Selected')
        window.find(role='tree table').row('ANZUS').click()
        window.find('ANZUS', role='heading')
        window.find(role='tree table').row('Warsaw Pact').click()
        window.find('Warsaw Pact', role='heading')
        window.press('alt+Left')
        window.find('ANZUS', role='heading')

    def test_selecting_a_clause_opens_its_panel(self):
        """A row that stands for a part of an alliance brings the panel to the front that shows it."""
        window = self.open_table()
        table = self.choose_listing(window, 'Coordination mechanisms')
        table.row_widgets()[0].click()
        panel = window.find('Coordination', role='push button')
        self.assertTrue(panel.checked)

    def test_hides_and_shows_the_sides(self):
        """The buttons in the header bar hide filters and details, and the next start remembers it."""
        window = self.open_table()
        window.find('Search', role='entry')
        window.press('F9')
        window.wait_until_gone('Search', role='entry')
        window.find('Details', role='push button').click()
        window.wait_until_gone('Nothing Selected')
        self.assertEqual(window.close(), 0)
        window = self.open_table()
        self.assertFalse(window.is_there('Search', role='entry'))
        self.assertFalse(window.is_there('Nothing Selected'))
        window.press('ctrl+f')
        window.find('Search', role='entry')

    def test_tells_about_itself(self):
        """The menu leads to the shortcuts and to what the program is."""
        window = self.open_table()
        window.press('ctrl+question')
        window.find('Show or hide details')
        window.write('date')
        window.find('Go to a year or date')
        window.press('Escape', 'Escape')
        window.wait_until_gone('Go to a year or date')
        window.press('F10')
        window.find('About Foedera', role='menu item').click()
        window.find('Foedera', role='label')

    def test_remembers_what_was_looked_at(self):
        """The listing and the day of the last time come back."""
        window = self.open_table()
        self.set_day(window, '1914-08-01')
        self.choose_listing(window, 'States')
        self.assertEqual(window.close(), 0)
        window = self.open_table()
        window.find('States', role='tree table')
        window.find('Remove the filter “In force on 1 August 1914”')

    def test_remembers_how_views_look(self):
        """What the graph, the timeline and the map show comes back, and how."""
        window = self.open()
        window.press('alt+1')
        window.find('States', role='push button').click()
        window.find('Picture of states and what they owe each other')
        window.find('Arrangement', role='push button').click()
        window.find('Minimap', role='menu item').click()
        window.press('alt+3')
        window.find('Arrange').click()
        window.find('By Region').click()
        window.press('alt+4')
        window.find('By Obligation', role='push button').click()
        window.find('Map of states by obligation')
        self.assertEqual(window.close(), 0)

        window = self.open()
        window.find('Map of states by obligation')
        window.press('alt+3')
        window.find('Europe (5)', role='tree item')
        window.press('alt+1')
        window.find('Picture of states and what they owe each other')
        window.find('Arrangement', role='push button').click()
        self.assertFalse(window.find('Minimap', role='menu item').checked)


if __name__ == '__main__':
    main()
