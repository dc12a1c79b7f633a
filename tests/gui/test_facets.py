# SPDX-License-Identifier: GPL-3.0-or-later
"""Facets, chips and the day: what narrows the table."""

from foedera_library import LibraryTestCase
from foedera_window import main, wait_until


class FacetsTest(LibraryTestCase):
    def count(self, window, label):
        """Returns what a check box says about how many records it would leave."""
        return window.find(label, role='check box').description

    def test_counts_are_those_of_the_rows(self):
        """A facet promises as many rows as the table then shows."""
        window = self.open_table()
        self.assertEqual(self.count(window, 'Neutrality'), '2 records')
        window.find('Neutrality', role='check box').click()
        window.find('2 rows')
        self.assertEqual(set(self.titles(window)), {'Dual Alliance', 'Triple Alliance'})

    def test_counts_follow_other_facets(self):
        """Counts change with what is on elsewhere; a value that nothing has stays in its place."""
        window = self.open_table()
        self.assertEqual(self.count(window, 'Europe'), '5 records')
        window.find('Neutrality', role='check box').click()
        wait_until(lambda: self.count(window, 'Europe') == '2 records', 'the count of Europe')
        self.assertEqual(self.count(window, 'Americas'), '0 records')

    def test_chips_say_what_is_on_and_take_it_away(self):
        """What narrows the table stands over it, and a click takes it away."""
        window = self.open_table()
        window.find('Neutrality', role='check box').click()
        window.find('Consultation', role='check box').click()
        window.find('Remove the filter “Obligation: Neutrality”', role='push button').click()
        window.wait_until_gone('Remove the filter “Obligation: Neutrality”')
        self.assertFalse(window.find('Neutrality', role='check box').checked)
        self.assertTrue(window.find('Consultation', role='check box').checked)
        window.find('Clear All', role='push button').click()
        window.find('12 rows')
        self.assertFalse(window.find('Consultation', role='check box').checked)
        self.assertFalse(window.is_there('Clear All'))

    def test_shows_all_values_when_asked(self):
        """A long facet shows its first values until it is asked for all."""
        window = self.open_table()
        self.assertFalse(window.is_there('Exclusivity', role='check box'))
        window.find('Show 6 More', role='push button').click()
        window.find('Exclusivity', role='check box')

    def test_finds_a_party(self):
        """A state is found among the parties by a part of its name, and narrows the table to its alliances."""
        window = self.open_table()
        window.find('Find in Party', role='entry').type('austr')
        window.wait_until_gone('United States', role='check box')
        window.find('Austria-Hungary', role='check box').click()
        wait_until(lambda: set(self.titles(window)) == {'Dual Alliance', 'Triple Alliance'},
                   'the alliances of Austria-Hungary')

    def test_asks_who_is_owed(self):
        """The table of obligations can be narrowed to what is owed to one state."""
        window = self.open_table()
        self.assertFalse(window.is_there('Owed to', role='label'))
        self.set_day(window, '1914-08-01')
        self.choose_listing(window, 'Obligations')
        window.find('Find in Owed to', role='entry')
        expected = self.ask_cli('list', 'obligations', '--as-of', '1914-08-01', '--beneficiary', 'france')
        boxes = [box for box in window.find_all('France', role='check box')
                 if box.description == f'{len(expected)} records']
        boxes[-1].click()
        window.find(f'{len(expected)} rows')

    def test_takes_a_day_as_it_is_written(self):
        """A year, a month and a full date are taken; what is none of these is marked, told so and changes nothing."""
        window = self.open_table()
        for text, chip in (('1914', '31 December 1914'), ('1914-06', '30 June 1914'), ('1914-08-01', '1 August 1914')):
            self.set_day(window, text)
            window.find(f'Remove the filter “In force on {chip}”')
        self.assertFalse(window.find('Year or date').mistaken)
        self.set_day(window, 'yesterday')
        window.find('“yesterday” is not a day. Write 1914, 1914-08 or 1914-08-01.')
        self.assertTrue(window.find('Year or date').mistaken)
        self.assertTrue(window.is_there('Remove the filter “In force on 1 August 1914”'))

    def test_steps_by_years(self):
        """The buttons beside the day go one year back and forth; “Any Time” lets go of the day."""
        window = self.open_table()
        self.set_day(window, '1915')
        window.find('One year earlier').click()
        window.find('Remove the filter “In force on 31 December 1914”')
        window.find('One year later').click()
        window.find('Remove the filter “In force on 31 December 1915”')
        window.find('Any Time', role='push button').click()
        window.find('12 rows')


if __name__ == '__main__':
    main()
