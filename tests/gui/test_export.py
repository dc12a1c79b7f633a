# SPDX-License-Identifier: GPL-3.0-or-later
"""Exporting: what was selected, what is shown, or everything, as a file that can be imported again."""

import os

from foedera_library import LibraryTestCase
from foedera_window import main, wait_until


class ExportTest(LibraryTestCase):
    def export(self, window, choice, name, format_name=None):
        """Exports what @choice says and returns the path of the file."""
        path = self.path(name)
        window.press('ctrl+e')
        dialog = window.find('Export', role='dialog')
        dialog.find(choice, role='radio button').click()
        if format_name:
            dialog.find('Format', role='combo box').click()
            window.find(format_name, role='label')
            window.press('Down', 'Return')
        dialog.find('Export…', role='push button').click()
        self.choose_file(window, 'Export Treaties', path)
        wait_until(lambda: os.path.exists(path), 'the file')
        window.find(f'Exported to “{name}”')
        return path

    def alliances_of(self, path):
        """Returns the ids of the alliances that a file holds, checking that it is well formed."""
        with open(path, encoding='utf-8') as file:
            text = file.read()
        return {part.split('"')[1] for part in text.split('<alliance ')[1:]}

    def test_exports_what_is_selected(self):
        """The selected alliance alone is written, just as the command line writes it."""
        window = self.open_table()
        window.find(role='tree table').row('ANZUS').click()
        window.find('ANZUS', role='heading')
        path = self.export(window, 'What Is Selected', 'one.xml')
        with open(path, encoding='utf-8') as file:
            self.assertEqual(file.read(), self.run_cli('export', '--alliance', 'anzus').stdout)

    def test_exports_what_is_shown(self):
        """Filters decide which alliances are written."""
        window = self.open_table()
        window.find('Neutrality', role='check box').click()
        window.find('2 rows')
        path = self.export(window, 'The Alliances Shown', 'shown.xml')
        self.assertEqual(self.alliances_of(path), {'dual-alliance', 'triple-alliance'})

    def test_exports_everything(self):
        """The whole library is written, and importing it again changes nothing."""
        window = self.open_table()
        path = self.export(window, 'Everything', 'all.xml')
        self.assertEqual(len(self.alliances_of(path)), 12)
        report = self.ask_cli('import', '--dry-run', path)
        self.assertEqual([(file['new'], file['changed']) for file in report['files']], [(0, 0)])

    def test_exports_akoma_ntoso(self):
        """The selected alliance is written in another format, just as the command line writes it."""
        window = self.open_table()
        window.find(role='tree table').row('ANZUS').click()
        window.find('ANZUS', role='heading')
        path = self.export(window, 'What Is Selected', 'one.xml', 'Akoma Ntoso 3.0')
        with open(path, encoding='utf-8') as file:
            self.assertEqual(file.read(), self.run_cli('export', '--format', 'akn', '--alliance', 'anzus').stdout)


if __name__ == '__main__':
    main()
