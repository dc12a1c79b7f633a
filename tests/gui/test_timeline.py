# SPDX-License-Identifier: GPL-3.0-or-later
"""The timeline: rows and marks by their labels, opening, selection and day shared with the rest of the window."""

from foedera_library import LibraryTestCase
from foedera_window import main, wait_until

NATO = 'North Atlantic Treaty Organization'


class Timeline(LibraryTestCase):

    def open_timeline(self):
        """Opens the window on its timeline."""
        window = self.open()
        window.press('alt+3')
        timeline = window.find('Alliances over time', role='tree')
        timeline.find(NATO, role='tree item')
        return window, timeline

    def rows(self, timeline):
        """Returns what the rows are called, from top to bottom."""
        return [row.label for row in sorted(timeline.find_all(role='tree item'), key=lambda row: row.box()[1])]

    def test_rows(self):
        """Each alliance has a row that tells its life, and the rows can be grouped and sorted"""
        window, timeline = self.open_timeline()
        listed = self.ask_cli('list', 'alliances')
        self.assertEqual(sorted(self.rows(timeline)), sorted(row['title'] for row in listed))
        self.assertEqual(self.rows(timeline)[0], 'Dual Alliance')
        row = timeline.find('Warsaw Pact', role='tree item')
        self.assertRegex(row.description, r'5 June 1955 – 1 July 1991; 8 members in all; Defence')

        window.find('Arrange').click()
        window.find('By Name').click()
        wait_until(lambda: self.rows(timeline) == sorted(self.rows(timeline)), 'the order of names')
        window.find('Arrange').click()
        window.find('By Region').click()
        wait_until(lambda: self.rows(timeline)[:3] == ['North Atlantic (1)', NATO, 'Europe (5)'], 'the regions')

    def test_open_and_select(self):
        """A row opens on its obligations and members, and what is chosen is selected everywhere"""
        window, timeline = self.open_timeline()
        timeline.find('ANZUS', role='tree item').point_and_click()
        window.find('Overview')
        wait_until(lambda: timeline.find('ANZUS', role='tree item').checked, 'the row to be selected')
        window.press('Return')
        state = timeline.find('New Zealand', role='tree item')
        self.assertIn('since 29 April 1952', state.description)
        self.assertTrue(timeline.is_there('Defence', role='tree item'))
        # From mark to mark: each is read out with its date.
        window.press('Right', 'Right', 'Right')
        wait_until(lambda: any(mark.has_state('focused') for mark in timeline.find_all(role='push button')), 'a mark')
        mark = next(mark for mark in timeline.find_all(role='push button') if mark.has_state('focused'))
        self.assertEqual(mark.label, '4 August 1952, Consulted: The Council meets for the first time')
        window.press('Escape', 'Down')
        wait_until(lambda: timeline.find('Defence', role='tree item').has_state('focused'), 'the next row')

        window.press('alt+2')
        window.find(role='tree table').row(NATO).click()
        window.press('alt+3')
        wait_until(lambda: timeline.find(NATO, role='tree item').checked, 'the selection of the table')

    def test_day_and_filter(self):
        """A day and a filter leave the same alliances as in the table, and the day can be taken from the axis"""
        window, timeline = self.open_timeline()
        self.set_day(window, '1914-08-01')
        listed = self.ask_cli('list', 'alliances', '--as-of', '1914-08-01')
        wait_until(lambda: sorted(self.rows(timeline)) == sorted(row['title'] for row in listed), 'the day')
        window.find('Neutrality', role='check box').click()
        listed = self.ask_cli('list', 'alliances', '--as-of', '1914-08-01', '--kind', 'neutrality')
        wait_until(lambda: sorted(self.rows(timeline)) == sorted(row['title'] for row in listed), 'the filter')

        left, top, width, _ = timeline.box()
        x, y = window.origin(timeline)
        window.xdotool('mousemove', str(x + left + width // 2), str(y + top + 10), 'click', '1')
        entry = window.find('Year or date')
        wait_until(lambda: entry.text not in ('1914-08-01', '1 August 1914'), 'another day')

    def test_nothing(self):
        """Where a day leaves nothing, it is said why, and one can look at any time again"""
        window, timeline = self.open_timeline()
        self.set_day(window, '1700')
        window.find('Nothing in Force on 31 December 1700')
        window.find('Any Time', role='push button').click()
        wait_until(lambda: len(self.rows(timeline)) == 12, 'all alliances')


if __name__ == '__main__':
    main()
