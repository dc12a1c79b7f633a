# SPDX-License-Identifier: GPL-3.0-or-later
"""The table: what it lists, in which order, and which columns."""

import re

from foedera_library import LibraryTestCase
from foedera_window import main, wait_until


class TableTest(LibraryTestCase):
    def test_lists_the_bundled_alliances(self):
        """The table lists the twelve bundled alliances and says how many there are."""
        window = self.open_table()
        rows = self.ask_cli('list', 'alliances')
        self.assertEqual(len(rows), 12)
        self.assertEqual(sorted(self.titles(window)), sorted(row['title'] for row in rows))
        window.find('12 rows')

    def test_sorts_by_a_column(self):
        """A click on a heading sorts by it, a second one the other way."""
        window = self.open_table()
        heading = window.find('From', role='label')
        heading.point_and_click()
        wait_until(lambda: self.titles(window)[0] == 'Dual Alliance', 'the oldest alliance to come first')
        heading.point_and_click()
        wait_until(lambda: self.titles(window)[0] == 'European Union mutual assistance clause',
                   'the youngest alliance to come first')

    def test_lists_other_records(self):
        """Each listing shows as many rows as the command line lists."""
        window = self.open_table()
        for label, name in (('States', 'states'), ('Treaties', 'instruments'), ('Clauses', 'clauses'),
                            ('Coordination mechanisms', 'mechanisms'), ('Sovereignty impacts', 'impacts'),
                            ('Events', 'events')):
            with self.subTest(label):
                self.choose_listing(window, label)
                window.find(f'{len(self.ask_cli("list", name))} rows')

    def test_lists_documents(self):
        """What was imported from another dialect is listed, and shows its parts when it is selected."""
        self.open_table().close()
        path = self.write('anzus.xml', self.run_cli('export', '--format', 'akn', '--alliance', 'anzus').stdout)
        self.assertEqual(self.run_cli('import', path).returncode, 0)
        window = self.open_table()
        table = self.choose_listing(window, 'Documents')
        window.find('1 row')
        table.row('ANZUS', 'akoma-ntoso').click()
        window.find('ANZUS', role='heading')
        window.find('Defence', role='check box').click()
        window.find(re.compile('^The filters that are on are about alliances'))
        window.find('Clear Filters', role='push button').click()
        window.find('1 row')

    def test_says_who_was_bound_to_defend_france(self):
        """On 1 August 1914, the table of obligations says that Russia was bound to defend France, and by which article."""
        window = self.open_table()
        self.set_day(window, '1914-08-01')
        table = self.choose_listing(window, 'Obligations')
        window.find('Defence', role='check box').click()
        expected = self.ask_cli('list', 'obligations', '--as-of', '1914-08-01', '--kind', 'defence')
        window.find(f'{len(expected)} rows')
        cells = table.row('Russia', 'France', 'Franco-Russian Alliance').cells()
        self.assertEqual(cells[:3], ['Defence', 'Russia', 'France'])
        self.assertIn('1(1)', cells)

    def test_chooses_columns_and_remembers_them(self):
        """A column that was taken away stays away when the program is started again, and so does the order."""
        window = self.open_table()
        window.find('From', role='label').point_and_click()
        wait_until(lambda: self.titles(window)[0] == 'Dual Alliance', 'the order')
        window.find('Columns', role='push button').click()
        window.find('Status', role='menu item').click()
        window.press('Escape')
        window.find(role='tree table').wait_until_gone('Status', role='label')
        self.assertEqual(window.close(), 0)

        window = self.open_table()
        table = window.find(role='tree table')
        wait_until(lambda: self.titles(window)[:1] == ['Dual Alliance'], 'the order of the last time')
        self.assertFalse(table.is_there('Status', role='label'))
        self.assertTrue(table.is_there('To', role='label'))

    def test_opens_the_selected_row_with_the_keyboard(self):
        """The arrow keys select a row, and what it stands for is shown beside."""
        window = self.open_table()
        window.find(role='tree table').row('ANZUS').click()
        window.find('ANZUS', role='heading')
        window.press('Down')
        window.find('Association of Southeast Asian Nations', role='heading')
        window.press('Return')
        self.assertEqual(window.find('Overview').role, 'push button')

    def test_says_what_to_do_where_nothing_matches(self):
        """A day on which nothing was in force gives an empty page that leads back."""
        window = self.open_table()
        self.set_day(window, '1700')
        window.find('No Match')
        window.find('Clear Filters', role='push button').click()
        window.find('12 rows')
        window.find(role='tree table').row('ANZUS')


if __name__ == '__main__':
    main()
