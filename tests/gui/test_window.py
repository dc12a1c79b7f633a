# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a new user meets it: it opens on the bundled library, filters and reads."""

import re

from foedera_library import LibraryTestCase
from foedera_window import main, wait_until


class FirstUse(LibraryTestCase):
    def test_bundled_library(self):
        """The window opens on the alliances that the command line lists"""
        window = self.open_table()
        listed = sorted(row['title'] for row in self.ask_cli('list', 'alliances'))
        self.assertEqual(len(listed), 12)
        wait_until(lambda: sorted(self.titles(window)) == listed, f'{listed}')

    def test_july_1914(self):
        """Who was bound to defend France on 1 August 1914 is the same in the window and on the command line"""
        window = self.open_table()
        self.set_day(window, '1914-08-01')
        table = self.choose_listing(window, 'Obligations')
        window.find('Defence', role='check box').click()
        listed = self.ask_cli('list', 'obligations', '--as-of', '1914-08-01', '--kind', 'defence')
        titles = {row['id']: row['title'] for row in self.ask_cli('list', 'alliances')}
        expected = sorted([titles[row['alliance']], row['article']] for row in listed)
        wait_until(lambda: sorted(row[3:5] for row in table.rows()) == expected, f'{expected}')
        for_france = [row for row in table.rows() if 'France' in row[2]]
        self.assertTrue(for_france)
        for row in for_france:
            self.assertIn('Russia', row[1])
            self.assertEqual(row[3], 'Franco-Russian Alliance')
            self.assertRegex(row[4], '^1')

    def test_panels(self):
        """Every panel tells of the alliance that is selected"""
        window = self.open_table()
        window.find(role='tree table').row('North Atlantic Treaty Organization').click()
        for panel, told in (('Overview', 'Parties'), ('Clauses', re.compile('Article 5')),
                            ('Coordination', 'How the Allies Act Together'), ('Sovereignty', re.compile('Use of force')),
                            ('Enforcement', 'Duration and Exit'), ('Sources', re.compile('Treaty Series'))):
            window.find(panel, role='push button').click()
            window.find(told)
        tops = {tab.box()[1] for tab in window.find('Panels').find_all(role='push button')}
        self.assertEqual(len(tops), 1, 'the panels are not beside each other')

    def test_panel_of_a_state(self):
        """What a state is owed and owes comes before what it is called and numbered"""
        window = self.open_table()
        self.choose_listing(window, 'States').row('Albania').click()
        window.find('Albania', role='heading')
        places = [window.find(heading, role='label').box()[1]
                  for heading in ('Is Owed by', 'Owes to', 'Existence', 'Names and Codes')]
        self.assertEqual(places, sorted(places))


if __name__ == '__main__':
    main()
