# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures of the graph: as sizes and colours with a legend that says so, as a table, and what is saved of it."""

import re
import xml.etree.ElementTree as ElementTree

from foedera_graph import PICTURE, save_picture
from foedera_library import LibraryTestCase
from foedera_window import main, wait_until


class MeasuresTest(LibraryTestCase):
    def open_graph(self):
        """Opens the window on states and their ties in 1960."""
        window = self.open()
        window.maximise()
        self.set_day(window, '1960')
        window.press('alt+1')
        window.find(PICTURE)
        window.find('States', role='push button').click()
        window.find('Picture of states and what they owe each other')
        window.find('Larger: ties to more states')
        return window

    def choose(self, window, *labels):
        """Chooses from the menu of the graph."""
        window.find('Arrangement', role='push button').click()
        for label in labels:
            window.find(label, role='menu item').click()

    def measured(self):
        """What the command line measures, by name."""
        network = self.ask_cli('network', '--as-of', '1960')['days'][0]
        return {node['title']: node for node in network['nodes']}

    def test_table(self):
        """The table says what the command line says, and sorts by any column."""
        window = self.open_graph()
        self.choose(window, 'Table of Measures')
        table = window.find('Table of measures')
        table.row('United States', '37')
        nodes = self.measured()
        for row in table.rows():
            node = nodes[row[0]]
            self.assertEqual(row[1:4], [str(node['degree']), f'{node["betweenness"]:.3f}', f'{node["closeness"]:.3f}'])
        self.assertEqual(table.rows()[0][0], 'United States')
        table.find('Name', role='label').point_and_click()

        def sorted_by_name():
            # GTK 4.18 keeps the row where it was that had the focus, and tells only of the rows around it.
            names = [row[0] for row in table.rows()]
            return len(names) > 10 and names == sorted(names)
        wait_until(sorted_by_name, 'the rows in the order of names')
        window.find(re.compile('46 nodes · 351 pairs joined · 3 communities'))

    def test_sizes_and_colours(self):
        """The legend says what sizes and colours stand for, and nothing else."""
        window = self.open_graph()
        self.choose(window, 'Size', 'By Betweenness')
        highest = max(node['betweenness'] for node in self.measured().values())
        window.find(f'Betweenness 0.000–{highest:.3f}')
        self.assertFalse(window.is_there('Larger: ties to more states'))
        self.choose(window, 'Colour', 'By Community')
        window.find('Community 3')
        self.assertFalse(window.is_there('Community 4'))
        self.assertFalse(window.is_there('State', role='label'))

    def test_saves(self):
        """A picture is saved as it is drawn by the command line, and the data behind it likewise."""
        window = self.open_graph()
        saved = ElementTree.parse(save_picture(self, window, 'Arrangement', 'SVG', 'states.svg')).getroot()
        self.assertEqual(saved.get('viewBox'), '0 0 1200 800')
        self.run_cli('export', '--format', 'svg', '--picture', 'ties', '--as-of', '1960', '-o', self.path('cli.svg'))
        drawn = ElementTree.parse(self.path('cli.svg')).getroot()
        self.assertEqual(len(list(saved.iter())), len(list(drawn.iter())))
        path = save_picture(self, window, 'Arrangement', 'GraphML', 'states.graphml')
        with open(path, encoding='utf-8') as file:
            text = file.read()
        self.assertEqual(text, self.run_cli('export', '--format', 'graphml', '--as-of', '1960').stdout)
        self.choose(window, 'Copy Picture')
        window.find('The picture was copied')


if __name__ == '__main__':
    main()
