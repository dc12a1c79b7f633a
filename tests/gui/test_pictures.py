# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures that leave the window: what is shown is what is saved."""

import os
import re

from foedera_graph import click_node, save_picture
from foedera_library import LibraryTestCase
from foedera_window import main

MAP = 'Map of'


class PicturesTest(LibraryTestCase):
    def read(self, path):
        """What is in a picture, but for the numbers that Cairo gives its surfaces as it makes them."""
        with open(path, encoding='utf-8') as file:
            return re.sub(r'surface[0-9]+', 'surface', file.read())

    def assert_drawn(self, path, *arguments):
        """Asserts that the command line draws the same."""
        drawn = self.path('drawn.svg')
        self.run_cli('export', '--format', 'svg', *arguments, '-o', drawn)
        self.assertEqual(self.read(path), self.read(drawn))

    def test_timeline(self):
        """The timeline is saved as it is arranged, opened and filtered."""
        window = self.open()
        window.press('alt+3')
        window.find('Alliances over time', role='tree').find('ANZUS', role='tree item')
        self.assert_drawn(save_picture(self, window, 'Arrange', 'SVG', 'all.svg'), '--view', 'timeline')
        window.find('Alliances over time', role='tree').find('ANZUS', role='tree item').click()
        window.find('ANZUS', role='heading')
        window.find('Arrange', role='push button').click()
        window.find('By Region').click()
        window.find('Alliances over time', role='tree').find('North Atlantic (1)', role='tree item')
        window.find('Arrange', role='push button').click()
        window.find('Expand All').click()
        window.find('Alliances over time', role='tree').find('New Zealand', role='tree item')
        self.assert_drawn(save_picture(self, window, 'Arrange', 'SVG', 'open.svg'), '--view', 'timeline', '--open',
                          '--group-by', 'region', '--select', 'anzus')
        self.set_day(window, '1914-08-01')
        window.find('3 alliances')
        words = self.read(save_picture(self, window, 'Arrange', 'SVG', 'day.svg')).replace('\u00a0', ' ')
        self.assertIn('<desc>In force on 1 August 1914 · 3 alliances\n', words)
        self.assertIn('Neutrality', words)
        self.assertNotIn('Base access', words)

    def test_map(self):
        """The map is saved with its colours, and with the ties of what is selected."""
        window = self.open()
        self.set_day(window, '1914-08-01')
        window.press('alt+4')
        window.find('Map of states by alliance')
        window.find('5 states')
        click_node(window, 'France', picture=MAP)
        window.find('France', role='heading')
        self.assert_drawn(save_picture(self, window, 'Picture', 'SVG', 'alliances.svg'), '--view', 'map', '--as-of',
                          '1914-08-01', '--select', 'FRA')
        window.find('Colours').find('By Obligation').click()
        window.find('Map of states by obligation')
        self.assert_drawn(save_picture(self, window, 'Picture', 'SVG', 'france.svg'), '--view', 'map', '--as-of',
                          '1914-08-01', '--colour-by', 'obligations', '--select', 'FRA')
        window.find('Picture', role='push button').click()
        window.find('Copy Picture', role='menu item').click()
        window.find('The picture was copied')

    def save_series(self, window, format_name, path):
        """Asks for a page for each of the years up to the one that is looked at."""
        window.find('Picture', role='push button').click()
        window.find('Save Picture…', role='menu item').click()
        dialog = window.find('Save Picture', role='dialog')
        dialog.find('A Page for Each Year', role='check box').click()
        window.find(format_name, role='radio button').click()
        dialog.find('Save…', role='push button').click()
        window.find('Save Picture As' if format_name == 'WebP' else 'Save Pages in a New Folder')
        window.press('ctrl+a')
        window.write(path)
        window.press('Return')

    def test_series(self):
        """A page for each year is drawn as the command line draws it; what is stopped leaves nothing behind."""
        window = self.open()
        self.set_day(window, '1915')
        window.press('alt+4')
        window.find('Map of states by alliance')
        frames = self.path('frames')
        self.save_series(window, 'SVG', frames)
        window.find('Saved as “frames”')
        drawn = self.path('drawn')
        self.run_cli('export', '--format', 'svg', '--view', 'map', '--from', '1895', '--to', '1915', '-o', drawn)
        self.assertEqual(sorted(os.listdir(frames)), [f'{number:04}.svg' for number in range(1, 22)])
        for name in os.listdir(frames):
            self.assertEqual(self.read(os.path.join(frames, name)), self.read(os.path.join(drawn, name)))

        self.save_series(window, 'PNG', self.path('stopped'))
        window.find('Drawing Pages…')
        window.find('Save Picture', role='dialog').find('Cancel', role='push button').click()
        window.find('Nothing was saved')
        self.assertEqual([name for name in os.listdir(self.folder) if 'stopped' in name], [])


if __name__ == '__main__':
    main()
