# SPDX-License-Identifier: GPL-3.0-or-later
"""The graph without a pointer: its nodes are told, walked through by keys, and what is selected is told and read."""

from foedera_graph import PICTURE, node
from foedera_library import LibraryTestCase
from foedera_window import main, wait_until


class Selection(LibraryTestCase):

    def open_graph(self):
        """Starts the program and waits until the nodes of the graph are told."""
        window = self.open()
        window.press('alt+1')
        canvas = window.find(PICTURE)
        node(window, 'North Atlantic Treaty Organization')
        return window, canvas

    def nodes(self, canvas):
        """Returns the nodes that are told. The pointer goes through them, so they are not found at a point."""
        return [told for told in canvas.look().walk() if told.role == 'push button']

    def focused(self, canvas):
        """Returns the node that has the keyboard, or None."""
        return next((told for told in self.nodes(canvas) if told.has_state('focused')), None)

    def press_until(self, window, canvas, keys, fits):
        """Presses keys one after another until the node that has the keyboard @fits, and returns it."""
        for key in keys:
            window.press(key)
            for _ in range(5):
                told = self.focused(canvas)
                if told is not None and fits(told):
                    return told
        raise AssertionError(f'{keys} lead nowhere')

    def test_told(self):
        """The picture and its nodes are told by name and by what they are"""
        window, canvas = self.open_graph()
        self.assertRegex(canvas.description, '^12 alliances, 10[0-9] states$')
        self.assertRegex(node(window, 'North Atlantic Treaty Organization').description,
                         r'^Alliance of \d+ states: Defence$')
        self.assertRegex(node(window, 'France').description, r'^State in \d+ alliances$')

    def test_keyboard(self):
        """Arrows walk from node to node, and Enter opens the one that has the keyboard in the details"""
        window, canvas = self.open_graph()
        window.find('Alliances & States').point_and_click()
        # Past the other pictures and the arrangement, into the graph.
        first = self.press_until(window, canvas, ['Tab'] * 8, lambda told: True)
        second = self.press_until(window, canvas, ['Left', 'Right', 'Up', 'Down'], lambda told: told.path != first.path)
        window.press('Return')
        window.find(second.label, role='heading')
        wait_until(lambda: node(window, second.label).has_state('selected'), f'{second.label} to be told as selected')
        self.assertEqual([told.label for told in self.nodes(canvas) if told.has_state('selected')], [second.label])

    def test_selected_elsewhere(self):
        """What is selected in the table is selected in the graph"""
        window, _ = self.open_graph()
        window.press('alt+2')
        window.find(role='tree table').row('Warsaw Pact').click()
        window.find('Warsaw Pact', role='heading')
        window.press('alt+1')
        window.find(PICTURE)
        wait_until(lambda: node(window, 'Warsaw Pact').has_state('selected'), 'the Warsaw Pact to be selected')


if __name__ == '__main__':
    main()
