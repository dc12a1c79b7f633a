# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs foedera-cli as a person would, in a home of its own, and reads what it prints."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ.get('FOEDERA_CLI', 'foedera-cli')
SOURCE_ROOT = os.path.realpath(os.path.join(os.path.dirname(__file__), '..', '..'))
BUNDLED_XML = os.path.join(SOURCE_ROOT, 'data', 'library')

DONE, REFUSED, USAGE, LIBRARY = range(4)


class Outcome:
    """What a run of the program left."""

    def __init__(self, process):
        self.status = process.returncode
        self.output = process.stdout
        self.errors = process.stderr

    @property
    def json(self):
        """The output, read as JSON."""
        return json.loads(self.output)


class CliTestCase(unittest.TestCase):
    """A test with a folder of its own and a library in it that holds the bundled alliances."""

    bundled = None

    @classmethod
    def setUpClass(cls):
        cls.class_folder = tempfile.mkdtemp(prefix='foedera-cli-')
        cls.bundled = os.path.join(cls.class_folder, 'bundled.foedera')
        outcome = cls.execute('--library', cls.bundled, 'import', BUNDLED_XML)
        if outcome.status != DONE:
            raise AssertionError(f'the bundled alliances could not be imported:\n{outcome.output}{outcome.errors}')

    @classmethod
    def tearDownClass(cls):
        shutil.rmtree(cls.class_folder)

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix='foedera-cli-')
        self.addCleanup(shutil.rmtree, self.folder)
        self.library = self.path('library.foedera')
        shutil.copy(self.bundled, self.library)

    def path(self, name):
        """The path of @name in the test's folder."""
        return os.path.join(self.folder, name)

    def write(self, name, content):
        """Writes a file into the test's folder and returns its path."""
        path = self.path(name)
        with open(path, 'wb') as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    @classmethod
    def execute(cls, *arguments, **options):
        """Runs the program with just these arguments."""
        home = cls.class_folder
        environment = dict(os.environ, HOME=home, XDG_DATA_HOME=os.path.join(home, 'data'),
                           XDG_CONFIG_HOME=os.path.join(home, 'config'), XDG_CACHE_HOME=os.path.join(home, 'cache'))
        environment.update(options.pop('environment', {}))
        return Outcome(subprocess.run([PROGRAM, *arguments], env=environment, capture_output=True, text=True,
                                      stdin=subprocess.DEVNULL, timeout=300, check=False, **options))

    def run_cli(self, *arguments, status=DONE):
        """Runs a command on the test's library and checks how it ends."""
        outcome = self.execute('--library', self.library, *arguments)
        self.assertEqual(outcome.status, status, outcome.output + outcome.errors)
        self.assertNotIn('CRITICAL', outcome.errors)
        self.assertNotIn('WARNING', outcome.errors)
        return outcome

    def list_rows(self, *arguments):
        """The rows of a listing."""
        return self.run_cli('list', *arguments, '--json').json


class TapResult(unittest.TestResult):
    """Tells the outcome of each test in TAP."""

    def __init__(self):
        super().__init__()
        self.n_cases = 0

    def tell(self, test, verdict, details='', directive=''):
        """Prints a line for @test."""
        self.n_cases += 1
        print(f'{verdict} {self.n_cases} {test.id().removeprefix("__main__.")}{directive}')
        for line in details.splitlines():
            print(f'# {line}')
        sys.stdout.flush()

    def addSuccess(self, test):
        super().addSuccess(test)
        self.tell(test, 'ok')

    def addError(self, test, err):
        super().addError(test, err)
        self.tell(test, 'not ok', self.errors[-1][1])

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.tell(test, 'not ok', self.failures[-1][1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.tell(test, 'ok', directive=f' # SKIP {reason}')


def main():
    """Runs the tests of the calling program."""
    result = TapResult()
    unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__']).run(result)
    print(f'1..{result.n_cases}')
    sys.exit(0 if result.wasSuccessful() else 1)
