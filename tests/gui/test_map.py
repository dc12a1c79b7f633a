# SPDX-License-Identifier: GPL-3.0-or-later
"""The map: states and countries by their names, what they are coloured by, and why two of them are tied."""

from foedera_graph import click_node, move_to, middle, node
from foedera_library import LibraryTestCase
from foedera_window import main, wait_until

MAP = 'Map of'


class MapTest(LibraryTestCase):
    def open_map(self, day):
        """Opens the window on the map, as of a day."""
        window = self.open()
        self.set_day(window, day)
        window.press('alt+4')
        window.find('Map of states by alliance')
        return window

    def test_states_of_the_day(self):
        """The states of the day are there, and the legend names their alliances."""
        window = self.open_map('1914-08-01')
        window.find('5 states')
        window.find('Borders are those of today')
        for state in ('Austria-Hungary', 'France', 'Germany', 'Italy', 'Russia'):
            self.assertRegex(node(window, state, MAP).description, r'State in [12] alliances?')
        self.assertFalse(window.find('Map of states by alliance').is_there('Czechoslovakia'))
        window.find('Franco-Russian Alliance')
        self.set_day(window, '2020-01-01')
        wait_until(lambda: not window.is_there('Borders are those of today'), 'the note to go')

    def test_obligations_of_a_state(self):
        """A state that is selected shows what it is owed, and a tie tells why."""
        window = self.open_map('1914-08-01')
        window.find('Colours').find('By Obligation').click()
        window.find('Map of states by obligation')
        window.find('Select a state to see what it owes and is owed.')
        click_node(window, 'France', picture=MAP)
        window.wait_until_gone('Select a state to see what it owes and is owed.')
        window.find('France', role='heading')
        # Defence stands in the legend now, beside the filter of that name.
        wait_until(lambda: len(window.look().find_all('Defence')) > 1, 'the legend')
        window.press('w')
        window.find('Ties', role='list')
        window.press('Return')
        wait_until(lambda: 'military convention' in window.text.lower(), 'the reasons')

    def test_a_country_stands_for_its_state(self):
        """Clicking anywhere in a country selects the state that held it."""
        window = self.open_map('1914-08-01')
        x, y = middle(window, 'Russia', MAP)
        left, _ = middle(window, 'Germany', MAP)
        # Somewhat east of Moscow, on the way to the Urals.
        move_to(window, 'Russia', x + 0.3 * (x - left), y, MAP)
        window.xdotool('click', '1')
        window.find('Russia', role='heading')

    def test_minimap(self):
        """Where only a part of the earth is seen, a minimap shows all of it, and goes where it is pointed at."""
        window = self.open_map('2020-01-01')
        self.assertFalse(window.is_there('Minimap'))
        for _ in range(3):
            window.find('Map of states by alliance').parent.find('Zoom in', role='push button').click()
        minimap = window.find('Minimap')
        self.assertEqual(minimap.description, 'The arrow keys move the part of the picture that is seen.')
        # Towards America.
        left, top, width, height = minimap.box()
        x, y = window.origin(minimap)
        window.xdotool('mousemove', str(x + left + width // 4), str(y + top + height // 3), 'click', '1')
        before, _ = middle(window, 'Canada', MAP)
        self.assertTrue(minimap.has_state('focused'))
        window.press('Left')
        wait_until(lambda: abs(middle(window, 'Canada', MAP)[0] - before - 80) < 3, 'the picture to move')

        window.find('Picture', role='push button').click()
        window.find('Minimap', role='menu item').click()
        wait_until(lambda: not window.is_there('Minimap', role='image'), 'the minimap to go')


if __name__ == '__main__':
    main()
