# SPDX-License-Identifier: GPL-3.0-or-later
"""The graph with the keyboard and with the pointer: asking a tie why, and taking away a citation."""

import re

from foedera_graph import PICTURE, choose, click_node, click_tie, drag_node, middle, node
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

    def nodes(self, window):
        """Returns what the nodes are called that show."""
        return {widget.label for widget in window.look().walk()
                if widget.role == 'push button' and widget.description.startswith(('State in ', 'Alliance of '))}

    def wait_for_pin(self, window, pinned):
        """Waits until Germany is pinned, or is not any more."""
        wait_until(lambda: node(window, 'Germany').description.endswith(', pinned') == pinned, f'pinned: {pinned}')

    def test_pins(self):
        """A node that is dragged stays there, after a restart too, until that is undone."""
        window = self.open_graph('1914-06-01')
        before = middle(window, 'Germany'), middle(window, 'Russia')
        drag_node(window, 'Germany', -120, 90)
        self.wait_for_pin(window, True)
        after = middle(window, 'Germany'), middle(window, 'Russia')
        self.assertAlmostEqual(after[0][0] - before[0][0], -120, delta=3)
        self.assertAlmostEqual(after[0][1] - before[0][1], 90, delta=3)
        self.assertEqual(after[1], before[1])
        wait_until(lambda: any(entry['label'] == 'Pin Germany' for entry in self.ask_cli('history')), 'the history')
        window.close()

        window = self.open_graph('1914-06-01')
        self.wait_for_pin(window, True)
        window.press('ctrl+z')
        self.wait_for_pin(window, False)

    def test_near(self):
        """Only what is near a node shows when that is asked for, and everything again after."""
        window = self.open_graph('1914-06-01')
        wait_until(lambda: len(self.nodes(window)) == 8, 'all nodes')
        choose(window, 'Russia', 'Show Only What Is Near')
        wait_until(lambda: self.nodes(window) == {'Russia', 'Franco-Russian Alliance', 'France'}, 'what is near')
        window.find('Near Russia')
        window.find('Show everything', role='push button').click()
        wait_until(lambda: len(self.nodes(window)) == 8, 'all nodes again')

    def test_path(self):
        """The way from one state to another is told, or that there is none."""
        window = self.open_graph('1914-06-01')
        choose(window, 'Germany', 'Path From Here')
        window.find('Path from Germany: choose where to in the menu of another node, or go there and press P')
        choose(window, 'Italy', 'Path to Here')
        window.find('Germany → Triple Alliance → Italy')
        choose(window, 'Germany', 'Path From Here')
        choose(window, 'Russia', 'Path to Here')
        window.find('No path from Germany to Russia')

    def test_near_and_path_by_keyboard(self):
        """P asks for a path; N shows what is near a node, and again what is farther; Backspace shows everything."""
        window = self.open_graph('1914-06-01')
        wait_until(lambda: len(self.nodes(window)) == 8, 'all nodes')
        click_node(window, 'Germany')
        window.press('p')
        window.find(re.compile('Path from Germany'))
        window.press('Right')
        wait_until(lambda: node(window, 'Italy').has_state('focused'), 'Italy to have the keyboard')
        window.press('p')
        window.find('Germany → Triple Alliance → Italy')

        window.press('n')
        allies = {'Italy', 'Triple Alliance', 'Germany', 'Austria-Hungary'}
        wait_until(lambda: self.nodes(window) == allies, 'allies')
        window.find('Near Italy')
        window.press('n')
        wait_until(lambda: self.nodes(window) == allies | {'Dual Alliance'}, 'their alliances')
        window.press('BackSpace')
        wait_until(lambda: len(self.nodes(window)) == 8, 'all nodes again')
        window.wait_until_gone('Near Italy')

    def test_find_flies(self):
        """What is opened from the search is selected in the graph and brought into its middle."""
        window = self.open_graph('1960-01-01')
        picture = window.find(PICTURE)
        before = middle(window, 'New Zealand')
        window.press('ctrl+f')
        window.write('ANZUS')
        window.find('Search results', role='list').find(role='list item').click()
        wait_until(lambda: node(window, 'ANZUS').checked, 'ANZUS to be selected')
        left, top, width, height = picture.box()
        x, y = middle(window, 'ANZUS')
        self.assertNotEqual(before, (x, y))
        self.assertAlmostEqual(x, left + width / 2, delta=40)
        self.assertAlmostEqual(y, top + height / 2, delta=40)


if __name__ == '__main__':
    main()
