# SPDX-License-Identifier: GPL-3.0-or-later
"""Import, export and validate."""

import os
import subprocess

from foedera_cli import BUNDLED_XML, DONE, REFUSED, USAGE, LIBRARY, PROGRAM, CliTestCase, main

EMPTY = '<?xml version="1.0" encoding="UTF-8"?>\n<foedera xmlns="https://foedera.github.io/ns/1" version="1"/>\n'

PACT = '''<?xml version="1.0" encoding="UTF-8"?>
<foedera xmlns="https://foedera.github.io/ns/1" version="1">
  <alliance id="pact" begin="1900">
    <title>Pact</title>
    <party id="pact.party.{state}" state="{state}" role="party" begin="1900"/>
  </alliance>
</foedera>
'''


class ImportTest(CliTestCase):
    def count(self):
        return {listing: len(self.list_rows(listing)) for listing in ('alliances', 'states', 'clauses', 'events')}

    def test_twice_changes_nothing(self):
        before = self.run_cli('history', '--json').json
        report = self.run_cli('import', BUNDLED_XML, '--json').json
        for file in report['files']:
            self.assertEqual((file['new'], file['changed'], file['refused']), (0, 0, 0), file)
            self.assertGreater(file['unchanged'], 0)
        self.assertEqual(self.run_cli('history', '--json').json, before)

    def test_dry_run_tells_and_changes_nothing(self):
        before = self.count()
        report = self.run_cli('import', '--dry-run', self.write('pact.xml', PACT.format(state='france')),
                              '--json').json
        self.assertEqual(report['files'][0]['new'], 2)
        self.assertIn('pact', {change['id'] for change in report['changes']})
        self.assertEqual(self.count(), before)

    def test_dangling_reference_is_refused_and_others_are_read(self):
        good = self.write('good.xml', PACT.format(state='france'))
        bad = self.write('bad.xml', PACT.format(state='ruritania').replace('pact', 'other-pact'))
        report = self.run_cli('import', good, bad, '--json', status=REFUSED).json
        problems = {os.path.basename(file['path']): file['problems'] for file in report['files']}
        self.assertEqual([problem for problem in problems['good.xml'] if problem['severity'] == 'error'], [])
        errors = [problem for problem in problems['bad.xml'] if problem['severity'] == 'error']
        self.assertEqual(len(errors), 1)
        self.assertIn('ruritania', errors[0]['message'])
        self.assertEqual(errors[0]['line'], 5)
        titles = {row['id'] for row in self.list_rows('alliances')}
        self.assertIn('pact', titles)
        self.assertNotIn('other-pact', titles)

    def test_native_file_is_repaired_when_asked(self):
        broken = self.write('broken.xml', PACT.format(state='france').replace('Pact<', 'Pact & Entente&eacute;<')
                            .replace('</foedera>', ''))
        problem = self.run_cli('import', broken, '--json', status=REFUSED).json['files'][0]['problems'][0]
        self.assertEqual((problem['line'], problem['rule']), (4, 'well-formed'))
        file = self.run_cli('import', '--lenient', broken, '--json').json['files'][0]
        self.assertEqual((file['new'], file['refused']), (2, 0))
        self.assertEqual({problem['rule'] for problem in file['problems'] if problem['rule'] != 'citation'},
                         {'ampersand', 'entity', 'well-formed'})
        self.assertIn('Pact & Ententeé', {row['title'] for row in self.list_rows('alliances')})

    def test_a_pipe_is_refused_at_once(self):
        pipe = os.path.join(os.path.dirname(self.write('other.xml', EMPTY)), 'pipe.xml')
        os.mkfifo(pipe)
        outcome = self.run_cli('import', pipe, status=REFUSED)
        self.assertIn('pipe or a device', outcome.output + outcome.errors)

    def test_a_table_is_refused_as_a_table(self):
        table = self.write('twice.csv', 'stateabb,ccode,statenme,ccode\nALD,998,Aland,999\n')
        outcome = self.run_cli('import', table, status=REFUSED)
        self.assertIn('ccode', outcome.output + outcome.errors)
        self.assertNotIn('XML', outcome.output + outcome.errors)

    def test_problems_say_where_what_and_what_to_do(self):
        text = PACT.format(state='france').replace('role="party"', 'role="partner"')
        outcome = self.run_cli('import', self.write('typo.xml', text), status=REFUSED)
        self.assertRegex(outcome.output + outcome.errors, r'typo\.xml:5:\d+')
        self.assertIn('partner', outcome.output + outcome.errors)

    def test_nothing_there(self):
        self.run_cli('import', self.path('missing.xml'), status=REFUSED)
        self.run_cli('import', status=USAGE)

    def test_empty_folder(self):
        os.mkdir(self.path('empty'))
        outcome = self.run_cli('import', self.path('empty'), status=REFUSED)
        self.assertIn('empty', outcome.output + outcome.errors)

    def test_undo_names_the_import(self):
        self.run_cli('import', self.write('pact.xml', PACT.format(state='france')))
        self.assertIn('pact.xml', self.run_cli('history', '--json').json[0]['label'])
        self.run_cli('history', 'undo')
        self.assertNotIn('pact', {row['id'] for row in self.list_rows('alliances')})

    def test_report_is_kept(self):
        """What was told of an import is kept with the history, saved where asked, and gone with what undid it."""
        path = self.write('pact.xml', PACT.format(state='france'))
        self.run_cli('import', '--report', self.path('report.txt'), path)
        entry = self.run_cli('history', '--json').json[0]
        self.assertTrue(entry['has-report'])
        report = self.run_cli('history', 'report', str(entry['number'])).output
        self.assertIn('pact.xml', report)
        self.assertIn('2 new, 0 changed, 0 unchanged', report)
        with open(self.path('report.txt'), encoding='utf-8') as file:
            self.assertEqual(file.read(), report)
        self.run_cli('history', 'revert', str(entry['number']))
        reverted = self.run_cli('history', '--json').json[0]
        self.assertFalse(reverted['has-report'])
        self.run_cli('history', 'report', str(reverted['number']), status=REFUSED)

    def test_read_only_library(self):
        if os.geteuid() == 0:
            command = ['setpriv', '--reuid=65534', '--clear-groups', PROGRAM]
        else:
            command = [PROGRAM]
        os.chmod(self.folder, 0o755)
        os.chmod(self.library, 0o444)
        pact = self.write('pact.xml', PACT.format(state='france'))
        os.chmod(self.folder, 0o555)
        self.addCleanup(os.chmod, self.folder, 0o755)
        process = subprocess.run([*command, '--library', self.library, 'import', pact], capture_output=True, text=True,
                                 timeout=60, check=False)
        self.assertEqual(process.returncode, LIBRARY, process.stderr)
        self.assertIn('library.foedera', process.stderr)


class ExportTest(CliTestCase):
    def read(self, path):
        with open(path, 'rb') as file:
            return file.read()

    def test_one_alliance_and_back(self):
        target = self.path('nato.xml')
        self.run_cli('export', '--alliance', 'NATO', '-o', target)
        self.assertIn(b'<alliance id="nato"', self.read(target))
        report = self.run_cli('import', target, '--json').json
        self.assertEqual(report['files'][0]['changed'] + report['files'][0]['new'], 0)

    def test_everything_into_an_empty_library(self):
        target = self.path('all.xml')
        other = self.path('other.foedera')
        self.run_cli('export', '-o', target)
        self.assertEqual(self.execute('--library', other, 'import', target).status, DONE)
        again = self.path('again.xml')
        self.assertEqual(self.execute('--library', other, 'export', '-o', again).status, DONE)
        self.assertEqual(self.read(again), self.read(target))

    def test_bundled_files_come_out_as_they_went_in(self):
        for name in ('dual-alliance', 'nato', 'ukusa'):
            bundled = self.read(os.path.join(BUNDLED_XML, name + '.xml'))
            exported = self.run_cli('export', '--alliance', name).output.encode()
            start = exported.index(b'  <alliance ')
            self.assertEqual(exported[start:], bundled[bundled.index(b'  <alliance '):])

    def test_as_of(self):
        exported = self.run_cli('export', '--as-of', '1900-01-01').output
        self.assertIn('<alliance id="dual-alliance"', exported)
        self.assertNotIn('<alliance id="nato"', exported)

    def test_unwritable_target(self):
        outcome = self.run_cli('export', '-o', '/proc/nowhere/x.xml', status=REFUSED)
        self.assertIn('/proc/nowhere/x.xml', outcome.errors)

    def test_unknown(self):
        self.run_cli('export', '--alliance', 'Holy League', status=REFUSED)
        self.run_cli('export', '--format', 'papyrus', status=USAGE)


class ValidateTest(CliTestCase):
    def test_bundled_files_are_valid(self):
        names = sorted(os.listdir(BUNDLED_XML))
        self.run_cli('validate', *(os.path.join(BUNDLED_XML, name) for name in names if name.endswith('.xml')))

    def test_empty_root_is_valid(self):
        self.run_cli('validate', self.write('empty.xml', EMPTY))

    def test_faults(self):
        for name, content in (('nothing.xml', ''), ('cut.xml', PACT[:200]), ('other.xml', '<html/>'),
                              ('new.xml', EMPTY.replace('version="1"/', 'version="2"/')),
                              ('latin.xml', PACT.format(state='france').replace('Pact', 'P\xe4ct').encode('latin-1'))):
            with self.subTest(name):
                outcome = self.run_cli('validate', self.write(name, content), '--json', status=REFUSED)
                problem = outcome.json['files'][0]['problems'][0]
                self.assertTrue(problem['message'])
                self.assertIn('line', problem)

    def test_no_library_is_needed(self):
        self.assertEqual(self.execute('--library', '/proc/nowhere', 'validate', self.write('e.xml', EMPTY)).status, DONE)


if __name__ == '__main__':
    main()
