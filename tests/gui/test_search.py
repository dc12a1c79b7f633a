# SPDX-License-Identifier: GPL-3.0-or-later
"""Searching: what is typed narrows the table, and what it was found in can be opened."""

from foedera_library import LibraryTestCase
from foedera_window import main, wait_until


class SearchTest(LibraryTestCase):
    def search(self, window, text):
        """Types into the search entry as a person would."""
        window.press('ctrl+f')
        window.write(text)

    def test_narrows_as_one_types(self):
        """Words narrow the table to the alliances that hold them, and stand over it as a chip."""
        window = self.open_table()
        self.search(window, 'Mediterranean')
        window.find('Remove the filter ““Mediterranean””')
        expected = {row['title'] for row in self.ask_cli('list', 'alliances', '--text', 'Mediterranean')}
        self.assertTrue(0 < len(expected) < 12)
        wait_until(lambda: set(self.titles(window)) == expected, 'the alliances that hold the word')

    def test_opens_what_was_found(self):
        """A result names its alliance, and opening it shows the clause beside the table."""
        window = self.open_table()
        self.search(window, 'submarine')
        results = window.find('Search results', role='list')
        row = results.find(role='list item')
        row.click()
        alliance = row.description.split(' · ')[-1]
        window.find(alliance, role='heading')

    def test_says_that_nothing_was_found(self):
        """Words that are nowhere are said to be, and Escape lets go of them."""
        window = self.open_table()
        self.search(window, 'zzzzz')
        window.find('Found nowhere')
        window.find('No Match')
        window.press('Escape')
        window.find('12 rows')
        self.assertFalse(window.is_there('Found nowhere'))

    def test_says_what_is_wrong_with_the_words(self):
        """Words that can't be understood are told so under the entry, and others are found after them."""
        window = self.open_table()
        self.search(window, '-attack')
        window.find('A search needs a word that is to occur, not only words that are not.')
        self.search(window, 'attack')
        window.find('Search results', role='list')
        window.wait_until_gone('A search needs a word that is to occur, not only words that are not.')


if __name__ == '__main__':
    main()
