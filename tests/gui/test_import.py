# SPDX-License-Identifier: GPL-3.0-or-later
"""Importing: nothing is written before a person has seen what would change."""

import re

from foedera_library import LibraryTestCase, MISTAKEN_XML, NEW_XML
from foedera_window import main, wait_until


class ImportTest(LibraryTestCase):
    def count_alliances(self):
        """Returns how many alliances the library holds."""
        return len(self.ask_cli('list', 'alliances'))

    def test_previews_and_imports(self):
        """The preview tells numbers and records; importing adds them, and the message offers to undo it."""
        window = self.open_table(self.write('new.xml', NEW_XML))
        preview = window.find('Import', role='dialog')
        preview.find('7 new')
        preview.find('Nothing has been written yet. You can undo the import afterwards.')
        preview.find('Records', role='page tab').click()
        preview.find('Alliance: Pact of the Test')
        self.assertEqual(self.count_alliances(), 12)

        preview.find('Import', role='push button').click()
        # The message goes by itself after a while, so it is used first.
        window.find('Imported: 7 new')
        self.assertEqual(self.count_alliances(), 13)
        window.find(re.compile('Undo'), role='push button').click()
        window.find('12 rows')
        self.assertEqual(self.count_alliances(), 12)

    def test_cancelling_changes_nothing(self):
        """Cancelling the preview leaves the library as it was."""
        window = self.open_table(self.write('new.xml', NEW_XML))
        preview = window.find('Import', role='dialog')
        preview.find('7 new')
        preview.find('Cancel', role='push button').click()
        window.wait_until_gone('Import', role='dialog')
        window.find('12 rows')
        self.assertEqual(self.count_alliances(), 12)

    def test_refuses_a_file_with_a_mistake(self):
        """A file with a mistake is refused whole: the preview says where and what helps, and can't be imported."""
        window = self.open_table(self.write('mistaken.xml', MISTAKEN_XML))
        preview = window.find('Import', role='dialog')
        preview.find('Nothing to Import')
        preview.find('“europa” is not a region.', role='label')
        preview.find('Did you mean “europe”?')
        self.assertIn('Line 3', preview.text)
        self.assertFalse(preview.find('Import', role='push button').sensitive)
        preview.find('Cancel', role='push button').click()
        window.wait_until_gone('Import', role='dialog')
        self.assertEqual(self.count_alliances(), 12)

    def test_repairs_a_file_and_tries_again(self):
        """A file that is not well-formed is refused; repaired on demand, it says what was mended and can be imported."""
        broken = NEW_XML.replace('Pact of the Test', 'Pact & Test of the &eacute;tat')
        window = self.open_table(self.write('broken.xml', broken))
        preview = window.find('Import', role='dialog')
        preview.find('Nothing to Import')
        preview.find('Repair and Try Again', role='push button').click()
        preview.find('7 new')
        preview.find(re.compile('^2 places were repaired'))
        preview.find('The entity “eacute” was read as “é”, as in HTML.')
        self.assertEqual(self.count_alliances(), 12)
        preview.find('Import', role='push button').click()
        window.find('13 rows')
        self.assertIn('Pact & Test of the état', self.titles(window))

    def test_offers_no_repair_of_what_is_wrong_otherwise(self):
        """Only mistakes of form can be repaired: a wrong value is for a person to mend."""
        window = self.open_table(self.write('mistaken.xml', MISTAKEN_XML))
        preview = window.find('Import', role='dialog')
        preview.find('Nothing to Import')
        self.assertFalse(preview.is_there('Repair and Try Again'))

    def test_takes_the_good_files_and_leaves_the_bad(self):
        """Of two files, the one with a mistake is left out and the other one imported."""
        window = self.open_table(self.write('new.xml', NEW_XML), self.write('mistaken.xml', MISTAKEN_XML))
        preview = window.find('Import', role='dialog')
        preview.find('1 file has problems and is left out.')
        preview.find('Import', role='push button').click()
        window.find('13 rows')
        wait_until(lambda: 'Pact of the Test' in self.titles(window), 'the row of the alliance')

    def test_shows_what_changes_field_by_field(self):
        """A record that changes shows its field with the value before and after."""
        changed = self.run_cli('export', '--alliance', 'anzus').stdout
        self.assertIn('<title>ANZUS</title>', changed)
        window = self.open_table(self.write('changed.xml', changed.replace('<title>ANZUS</title>',
                                                                           '<title>ANZUS Pact</title>')))
        preview = window.find('Import', role='dialog')
        preview.find('Records', role='page tab').click()
        preview.find('Alliance: ANZUS Pact').click()
        window.press('Return')
        preview.find('Title: ANZUS → ANZUS Pact')

    def test_importing_twice_changes_nothing(self):
        """What the library already holds is said to change nothing."""
        window = self.open_table(self.write('anzus.xml', self.run_cli('export', '--alliance', 'anzus').stdout))
        preview = window.find('Import', role='dialog')
        preview.find('The library already holds all of this. Nothing would change.')
        self.assertFalse(preview.find('Import', role='push button').sensitive)

    def test_imports_into_a_library_that_is_open(self):
        """The button asks for files, and what is chosen there is previewed."""
        path = self.write('new.xml', NEW_XML)
        window = self.open_table()
        window.find('Import', role='push button').click()
        self.choose_file(window, 'Import Treaties', path)
        window.find('7 new')

    def test_leaves_records_out(self):
        """A party that is unticked is not imported; unticking the alliance unticks all in it, and a part brings it back."""
        window = self.open_table(self.write('new.xml', NEW_XML))
        preview = window.find('Import', role='dialog')
        preview.find('Records', role='page tab').click()
        preview.find('Alliance: Pact of the Test').click()
        window.press('Return')
        preview.find('Import Party: Spain', role='check box').click()
        preview.find(re.compile('^1 record is left out'))
        alliance = preview.find('Import Alliance: Pact of the Test', role='check box')
        alliance.click()
        wait_until(lambda: not preview.find('Import Party: France', role='check box').checked, 'the parties to follow')
        preview.find('Import Party: France', role='check box').click()
        wait_until(lambda: alliance.checked, 'the alliance to come back')
        preview.find('Import', role='push button').click()
        window.find('13 rows')
        parties = self.ask_cli('show', 'test')['party-records']
        self.assertEqual([party['state'] for party in parties], ['france'])
        self.assertEqual(self.ask_cli('show', 'test').get('instrument-records', []), [])

    def test_offers_to_merge_documents(self):
        """A document with the identifier of another can be merged with it; then there is still one."""
        first = self.run_cli('export', '--format', 'akn', '--alliance', 'anzus').stdout
        self.open_table().close()
        self.assertEqual(self.run_cli('import', self.write('one.xml', first)).returncode, 0)
        again = first.replace('<docTitle>ANZUS</docTitle>', '<docTitle>Pacific Pact</docTitle>')
        window = self.open_table(self.write('two.xml', again))
        preview = window.find('Import', role='dialog')
        preview.find('Merge with “ANZUS”', role='check box').click()
        preview.find(re.compile('1 changed'))
        preview.find('Import', role='push button').click()
        window.wait_until_gone('Import', role='dialog')
        self.assertEqual([row['title'] for row in self.ask_cli('list', 'documents')], ['ANZUS'])


if __name__ == '__main__':
    main()
