# SPDX-License-Identifier: GPL-3.0-or-later
"""Windows on a library of their own, for the tests of what is done with it."""

import json
import os
import shutil
import subprocess
import tempfile

from foedera_window import ENTRIES, WindowTestCase, wait_until

# The listings in the order in which the window offers them.
LISTINGS = ('Alliances', 'States', 'Treaties', 'Clauses', 'Obligations', 'Coordination mechanisms',
            'Sovereignty impacts', 'Events', 'Documents')

MISTAKEN_XML = '''<?xml version="1.0" encoding="UTF-8"?>
<foedera xmlns="https://foedera.github.io/ns/1" version="1">
  <alliance id="example" region="europa">
    <title>Example</title>
  </alliance>
</foedera>
'''

NEW_XML = '''<?xml version="1.0" encoding="UTF-8"?>
<foedera xmlns="https://foedera.github.io/ns/1" version="1">
  <source id="test.source" kind="archive">
    <title>Test archive</title>
  </source>
  <alliance id="test" begin="1900-01-01" end="1910" region="europe">
    <title>Pact of the Test</title>
    <summary>A pact that only tests know.</summary>
    <citation source="test.source" confidence="primary"/>
    <instrument id="test.treaty" form="treaty" begin="1900-01-01" end="1910">
      <title>Treaty of the Test</title>
      <citation source="test.source" confidence="primary"/>
      <clause id="test.treaty.1" kind="article" number="1" function="promises">
        <title>Help</title>
        <summary>Each helps the other.</summary>
        <citation source="test.source" confidence="primary"/>
        <obligation id="test.treaty.1.defence" kind="defence" strength="automatic">
          <citation source="test.source" confidence="primary"/>
        </obligation>
      </clause>
    </instrument>
    <party id="test.party.france" state="france" role="party" begin="1900-01-01" end="1910">
      <citation source="test.source" confidence="primary"/>
    </party>
    <party id="test.party.spain" state="spain" role="party" begin="1900-01-01" end="1910">
      <citation source="test.source" confidence="primary"/>
    </party>
  </alliance>
</foedera>
'''


class LibraryTestCase(WindowTestCase):
    """A test whose program has a data and a settings folder of its own, so that tests do not see each other."""

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='foedera-test-')
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.environment = {'XDG_DATA_HOME': self.path('data'), 'XDG_CONFIG_HOME': self.path('config'),
                            'GSETTINGS_BACKEND': 'keyfile'}
        shutil.copytree(os.environ['XDG_CONFIG_HOME'], self.path('config'))
        self.library = self.path('data/foedera/library.foedera')

    def path(self, *parts):
        """Returns where a file of the test is."""
        return os.path.join(self.folder, *parts)

    def write(self, name, text):
        """Writes a file of the test and returns its path."""
        with open(self.path(name), 'w', encoding='utf-8') as file:
            file.write(text)
        return self.path(name)

    def open(self, *arguments, environment=None):
        """Starts the program on the library of the test, fills the screen and shows the table."""
        window = super().open(*arguments, environment={**self.environment, **(environment or {})})
        window.maximise()
        return window

    def open_table(self, *arguments):
        """Starts the program and waits for the rows of the table."""
        window = self.open(*arguments)
        window.find('Table', role='push button').click()
        window.find(role='tree table').row()
        return window

    def run_cli(self, *arguments):
        """Runs foedera-cli, whatever its exit status, and returns what happened."""
        return subprocess.run([os.environ['FOEDERA_CLI'], *arguments], check=False, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, encoding='utf-8', env={**os.environ, **self.environment})

    def ask_cli(self, *arguments):
        """Runs foedera-cli with --json and returns what it answered."""
        done = self.run_cli(*arguments, '--json')
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def make_library(self, name, *files):
        """Makes a library of XML files and returns its path."""
        path = self.path(name)
        done = self.run_cli('--library', path, 'import', *files)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return path

    def set_day(self, window, text):
        """Types a day as a person would."""
        window.press('ctrl+d')
        window.write(text)
        window.press('Return')

    def choose_file(self, window, title, path):
        """Names a file in the chooser of files that has this title."""
        chooser = window.find(title)
        window.press('ctrl+l')
        entry = wait_until(lambda: next((widget for role in ENTRIES for widget in chooser.find_all(role=role)), None),
                           'where the file is named')
        # The chooser completes what is typed, and would do so amid fast typing.
        entry.type(path)
        wait_until(lambda: entry.text == path, 'the name of the file')
        window.press('Return')

    def choose_listing(self, window, label):
        """Lets the table list something else."""
        window.find('Listing', role='combo box').click()
        window.find(LISTINGS[-1], role='label')
        window.press('Home', *['Down'] * LISTINGS.index(label), 'Return')
        return window.find(label, role='tree table')

    def titles(self, window):
        """Returns what the rows of the table are called, from top to bottom."""
        return [row.label for row in window.find(role='tree table').row_widgets()]
