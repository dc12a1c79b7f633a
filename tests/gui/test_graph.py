# SPDX-License-Identifier: GPL-3.0-or-later
"""The graph with the keyboard and with the pointer: asking a tie why, and taking away a citation."""

from foedera_graph import PICTURE, click_node, click_tie
from foedera_library import LibraryTestCase
from foedera_window import ENTRIES, main, wait_until

NATO = 'North Atlantic Treaty Organization'
NATO_CITED = 'North Atlantic Treaty (signed 4 April 1949, entered into force 24 August 1949), 34 UNTS 243'


class GraphTest(LibraryTestCase):
    def open_graph(self, day):
        """Opens the window on the graph, as of a day."""
        window = self.open()
        self.set_day(window, day)
        window.press('alt+1')
        window.find(PICTURE)
        return window

    def paste(self, window):
        """Returns what the clipboard holds, by pasting it where a person would."""
        window.press('Escape')
        window.press('ctrl+f', 'ctrl+a', 'ctrl+v')

        def pasted():
            # The text of the year entry is one, too.
            texts = [widget.text for widget in window.look().walk()
                     if widget.role in ENTRIES and 'org.a11y.atspi.Text' in widget.interfaces]
            return next((text for text in texts if '(signed ' in text), None)
        return wait_until(pasted, 'a citation')

    def test_three_keys_to_a_citation(self):
        """From a node, W lists its ties, Return tells why the first is there, Return copies the citation."""
        window = self.open_graph('1960-01-01')
        click_node(window, NATO)
        window.press('w')
        ties = window.find('Ties', role='list')
        self.assertEqual(len(ties.find_all(role='list item')), 15)
        window.press('Return')
        window.find(f'Belgium in {NATO}')
        wait_until(lambda: window.find('Copy Citation', role='push button').sensitive, 'the reasons')
        window.press('Return')
        window.find('Citation Copied')
        self.assertIn(NATO_CITED, self.paste(window))

    def test_tells_why(self):
        """A click on a tie tells the treaty, the clause, the dates and the source, and each opens its record."""
        window = self.open_graph('1914-06-01')
        click_tie(window, 'Dual Alliance', 'Germany', 0.6)
        window.find('Germany in Dual Alliance')
        text = wait_until(lambda: 'Article I' in window.text and window.text, 'the reasons')
        self.assertIn('Signed 7 October 1879', text)
        self.assertIn('Owed by and to Germany', text)


if __name__ == '__main__':
    main()
