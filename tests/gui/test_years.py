# SPDX-License-Identifier: GPL-3.0-or-later
"""The years under every view: moved by slider, keys and typing, and passing by themselves."""

import re

from foedera_library import LibraryTestCase
from foedera_window import main, wait_until

SLIDER = 'Alliances in force by year'


class YearsTest(LibraryTestCase):
    def slider(self, window):
        """Returns the slider, once the years have been counted."""
        slider = window.find(SLIDER, role='slider')
        wait_until(lambda: slider.value > 1000, 'the years to be counted')
        return slider

    def lists(self, changes, expected):
        """Whether a list of changes tells what is @expected, from its beginning."""
        lines = [row.label for row in changes.look().walk() if row.role == 'list item']
        # GTK 4.18 tells only of the lines that can be seen.
        n_told = min(len(expected), max(len(lines), 4)) if changes.window.newer else len(expected)
        return lines == expected[:n_told]

    def count(self, year):
        """Returns how many alliances are in force at the end of @year."""
        return len(self.ask_cli('list', 'alliances', '--as-of', str(year)))

    def wait_for_year(self, window, slider, year):
        """Waits until @year is looked at, as slider, entry and words under the view tell."""
        number = self.count(year)
        words = f'{year}: {number} alliance' + ('' if number == 1 else 's')
        wait_until(lambda: slider.value == year, f'{year}, not {slider.value:g}')
        wait_until(lambda: slider.told.split('. ')[0] == words, f'“{words}”, not “{slider.told}”')
        self.assertEqual(window.find('Year or date').text, str(year))
        window.find(words, role='label')

    def test_slider_for_assistive_technology(self):
        """The years are a slider that tells the year and how many alliances are in force, and that can be moved."""
        window = self.open_table()
        slider = self.slider(window)
        self.assertEqual(slider.told, 'Any time')
        slider.value = 1914
        self.wait_for_year(window, slider, 1914)
        window.find('Remove the filter “In force on 31 December 1914”')
        slider.value = 1954
        slider.value = 1955
        self.wait_for_year(window, slider, 1955)
        window.find(f'{self.count(1955)} rows')

    def test_dragging(self):
        """A click on the bars chooses their year, and dragging goes on from there."""
        window = self.open_table()
        slider = self.slider(window)
        first, last = 1879, max(int(slider.value), 2024)
        slider.point_and_click()
        wait_until(lambda: slider.told != 'Any time', 'a year to be chosen')
        self.assertAlmostEqual(slider.value, (first + last) / 2, delta=3)
        self.wait_for_year(window, slider, int(slider.value))
        clicked = slider.value
        slider.point()
        window.xdotool('mousedown', '1')
        for way in ('a later year', 'a year later still'):
            window.xdotool('mousemove_relative', '30', '0')
            wait_until(lambda: slider.value > clicked, f'{way} than {clicked:g}, not “{slider.told}”')
            clicked = slider.value
        window.xdotool('mouseup', '1')
        self.wait_for_year(window, slider, int(clicked))
        slider.point()
        self.wait_for_year(window, slider, int(clicked))

    def test_keys(self):
        """The arrows go a year back and forth, with Shift a day; the pages go ten years."""
        window = self.open_table()
        slider = self.slider(window)
        slider.point_and_click()
        slider.value = 1950
        self.wait_for_year(window, slider, 1950)
        for key, year in (('Left', 1949), ('Right', 1950), ('Page_Up', 1960), ('Page_Down', 1950), ('Up', 1951),
                          ('Down', 1950)):
            window.press(key)
            self.wait_for_year(window, slider, year)
        window.press('shift+Left')
        window.find('Remove the filter “In force on 30 December 1950”')
        window.press('shift+Right', 'shift+Right')
        window.find('Remove the filter “In force on 1 January 1951”')
        window.press('Home')
        self.wait_for_year(window, slider, 1879)
        window.press('alt+Page_Up')
        self.wait_for_year(window, slider, 1880)

    def test_keys_in_the_entry(self):
        """Where a day is typed, the arrows step too, but the space bar is a letter."""
        window = self.open_table()
        slider = self.slider(window)
        self.set_day(window, '1950')
        self.wait_for_year(window, slider, 1950)
        window.press('Up')
        self.wait_for_year(window, slider, 1951)
        window.press('Down', 'Down')
        self.wait_for_year(window, slider, 1949)
        window.press('shift+Up')
        window.find('Remove the filter “In force on 1 January 1950”')
        window.press('End', 'space')
        wait_until(lambda: window.find('Year or date').text == '1 January 1950 ', 'the space')
        self.assertTrue(window.is_there('Play', role='push button'))

    def test_counts_what_the_filter_leaves(self):
        """The years are counted for the alliances that the filter leaves."""
        window = self.open_table()
        slider = self.slider(window)
        slider.value = 1985
        self.wait_for_year(window, slider, 1985)
        everything = slider.told
        window.find('Offence', role='check box').click()
        number = len(self.ask_cli('list', 'alliances', '--as-of', '1985', '--obligation', 'offence'))
        wait_until(lambda: slider.told != everything, 'the years to be counted anew')
        self.assertTrue(slider.told.startswith(f'1985: {number} '), slider.told)

    def test_tells_who_enters_and_who_leaves(self):
        """What happened in a year is written under the view, and told to who can't see as it changes."""
        window = self.open_table()
        slider = self.slider(window)
        with window.listen('PropertyChange') as events:
            slider.value = 1955
            news = '1955: WTO begins · Guatemala joins Rio Pact · West Germany joins NATO'
            window.find(news, role='alert')
            self.wait_for_year(window, slider, 1955)
            self.assertEqual(slider.told, f'1955: {self.count(1955)} alliances. {news}')
            wait_until(lambda: ('alert', 'accessible-name', news) in events(), 'the news to be told')
            wait_until(lambda: ('slider', 'accessible-description', slider.told) in events(), 'the year to be told')
        slider.value = 1953
        self.wait_for_year(window, slider, 1953)
        self.assertEqual(slider.told, f'1953: {self.count(1953)} alliances')

    def test_plays(self):
        """The years pass from the one looked at to the last, at the speed that was chosen; the space bar stops them."""
        window = self.open_table()
        slider = self.slider(window)
        slider.point_and_click()
        slider.value = 1940
        self.wait_for_year(window, slider, 1940)
        window.find(re.compile('^Speed: 5 years a second')).click()
        window.find('20', role='menu item').click()
        window.find('Speed: 20 years a second')
        window.press('Escape')
        slider.point_and_click()
        slider.value = 1940
        window.press('space')
        window.find('Pause', role='push button')
        wait_until(lambda: slider.value > 1950, 'years to pass')
        window.press('space')
        window.find('Play', role='push button')
        stopped = int(slider.value)
        self.wait_for_year(window, slider, stopped)
        self.assertGreater(stopped, 1950)
        slider.value = 2015
        window.press('ctrl+space')
        wait_until(lambda: slider.value > 2015, 'years to pass again')
        window.find('Play', role='push button')
        last = int(slider.value)
        self.assertGreaterEqual(last, 2024)
        window.find('Play', role='push button').click()
        wait_until(lambda: slider.value < last, 'the years to begin anew')

    def test_lists_what_changed(self):
        """What changed between two days is listed as the command line tells it, and each line leads to its record."""
        window = self.open_table()
        self.slider(window).value = 1955
        window.find('What Changed…', role='push button').click()
        dialog = window.find('What Changed', role='dialog')
        window.find('Remove the filter “Changes since 31 December 1954”')
        changes = dialog.find('Changes in the order of time')
        expected = [change['text'] for change in self.ask_cli('changes', '--from', '1954', '--to', '1955')]
        self.assertIn('West Germany joins NATO', expected)
        wait_until(lambda: self.lists(changes, expected), f'{expected}')
        n_entries = sum(' joins ' in text for text in expected)
        dialog.find(f'1 alliance begins · {n_entries} entries')

        entry = dialog.find('Earlier year or date')
        entry.point_and_click()
        entry.type('1954-12-31')
        dialog.find('Later year or date').type('1955-05-08')
        window.press('Return')
        expected = [change['text'] for change in self.ask_cli('changes', '--from', '1954', '--to', '1955-05-08')]
        wait_until(lambda: self.lists(changes, expected), f'{expected}')
        window.find('Remove the filter “In force on 8 May 1955”')

        changes.find('West Germany joins NATO', role='list item').point_and_click()
        window.find('North Atlantic Treaty Organization', role='heading')
        window.find('Remove the filter “Changes since 31 December 1954”').click()
        window.wait_until_gone('What Changed', role='dialog')

    def test_nothing_changed(self):
        """A time without changes says so, and a day that is none is refused."""
        window = self.open_table()
        self.slider(window).value = 1905
        window.press('ctrl+shift+d')
        dialog = window.find('What Changed', role='dialog')
        dialog.find('Nothing Changed')
        entry = dialog.find('Earlier year or date')
        entry.point_and_click()
        entry.type('once')
        window.press('Return')
        dialog.find('“once” is not a day. Write 1914, 1914-08 or 1914-08-01.')
        window.press('Escape')
        window.wait_until_gone('What Changed', role='dialog')


if __name__ == '__main__':
    main()
