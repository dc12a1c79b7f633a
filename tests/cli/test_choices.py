# SPDX-License-Identifier: GPL-3.0-or-later
"""What of an import is left out, and documents that say the same as others."""

import os
import re
import shutil

from foedera_cli import BUNDLED_XML, REFUSED, SOURCE_ROOT, CliTestCase, main

CORPUS = os.path.join(SOURCE_ROOT, '..', 'shared', 'corpus', 'tei')

WORDS = ('The high contracting parties declare that they shall remain friends and that each shall give the other all the '
         'help in its power by land and by sea whenever one of them is attacked without having given any cause for it ')
AKN = '''<?xml version="1.0" encoding="UTF-8"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><doc name="treaty"><meta>
<identification source="#a"><FRBRWork><FRBRthis value="{uri}"/><FRBRuri value="{uri}"/>
<FRBRdate date="1901-02-03" name="signed"/><FRBRauthor href="#a"/><FRBRcountry value="zz"/></FRBRWork>
<FRBRExpression><FRBRthis value="{uri}/{language}"/><FRBRuri value="{uri}/{language}"/><FRBRdate date="1901-02-03" name="x"/>
<FRBRauthor href="#a"/><FRBRlanguage language="{language}"/></FRBRExpression></identification></meta>
<preface><p><docTitle>{title}</docTitle></p></preface><mainBody>{articles}</mainBody></doc></akomaNtoso>
'''


def article(number, text):
    """An article of a treaty in Akoma Ntoso."""
    return f'<article><num>{number}</num><content><p>{text}</p></content></article>'


class LeaveOutTest(CliTestCase):
    def setUp(self):
        super().setUp()
        os.remove(self.library)

    def leave_out(self, *ids, paths=(BUNDLED_XML,)):
        """Imports all but some records and returns the warnings that this leads to."""
        options = [part for id_ in ids for part in ('--except', id_)]
        report = self.run_cli('import', *options, *paths, '--json').json
        self.run_cli('check')
        return {problem['message'] for file in report['files'] for problem in file['problems']
                if problem['rule'] == 'left-out'}

    def states_of(self, alliance):
        return {row['state'] for row in self.run_cli('show', alliance, '--json').json['party-records']}

    def test_with_all_below(self):
        self.leave_out('nato')
        self.assertNotIn('nato', {row['id'] for row in self.list_rows('alliances')})
        self.assertEqual([row for row in self.list_rows('clauses') if row['id'].startswith('nato.')], [])

    def test_what_needs_it_follows(self):
        """A party without its state is nothing; a treaty without its place is still a treaty."""
        warnings = self.leave_out('ukraine', 'vienna')
        self.assertIn('“asean.party.ukraine” is left out, too: it names “ukraine”, which is left out.', warnings)
        self.assertIn('“dual-alliance.treaty” comes without what names “vienna”, which is left out.', warnings)
        self.assertNotIn('ukraine', self.states_of('asean'))
        self.assertIn('russia', self.states_of('asean'))
        self.assertNotIn('place', self.run_cli('show', 'dual-alliance.treaty', '--json').json)

    def test_clause_takes_what_speaks_of_it(self):
        """An obligation whose condition is defined by a clause goes with that clause; nobody owes more than before."""
        warnings = self.leave_out('anzus.treaty.1')
        self.assertIn('“anzus.enforcement.negotiation” is left out, too: it names “anzus.treaty.1”, which is left out.',
                      warnings)
        self.assertNotIn('anzus.treaty.1', {row['id'] for row in self.list_rows('clauses')})
        self.assertIn('anzus.treaty.2', {row['id'] for row in self.list_rows('clauses')})

    def test_known_record_stays_as_it_is(self):
        """What the library has is not changed, though what is new below it comes."""
        self.run_cli('import', '--except', 'anzus.treaty.1', BUNDLED_XML)
        text = self.run_cli('export', '--alliance', 'anzus').output.replace('<title>ANZUS</title>', '<title>Other</title>')
        text = text.replace('<clause id="anzus.treaty.2"', '<clause id="anzus.treaty.new" kind="article" number="X"/>'
                            '<clause id="anzus.treaty.2"', 1)
        report = self.run_cli('import', '--dry-run', '--except', 'anzus', self.write('a.xml', text), '--json').json
        states = {record['id']: record['state'] for record in report['files'][0]['records']}
        self.assertEqual((states['anzus'], states['anzus.treaty.new'], states['anzus.treaty.2']),
                         ('left-out', 'new', 'unchanged'))
        self.run_cli('import', '--except', 'anzus', self.path('a.xml'))
        self.assertEqual(self.run_cli('show', 'anzus', '--json').json['title'], 'ANZUS')
        self.assertIn('anzus.treaty.new', {row['id'] for row in self.list_rows('clauses')})

    def test_unknown_id_imports_nothing(self):
        outcome = self.run_cli('import', '--except', 'nahto', BUNDLED_XML, status=REFUSED)
        self.assertIn('nahto', outcome.errors)
        self.assertEqual(self.list_rows('alliances'), [])

    def test_every_record_is_told(self):
        """The dry run tells each record, and the sums are those of the file."""
        report = self.run_cli('import', '--dry-run', BUNDLED_XML, self.write('bad.xml', '<foedera/>'), '--json',
                              status=REFUSED).json
        for file in report['files'][:-1]:
            states = [record['state'] for record in file['records']]
            self.assertEqual((states.count('new'), states.count('unchanged')), (file['new'], file['unchanged']))
        self.assertEqual(report['files'][-1]['records'], [])
        text = self.run_cli('export').output
        self.run_cli('import', BUNDLED_XML)
        wrong = self.run_cli('export', '--alliance', 'anzus').output.replace('</foedera>', '<alliance id="x"/></foedera>')
        refused = self.run_cli('import', '--dry-run', self.write('w.xml', wrong), '--json', status=REFUSED).json
        self.assertEqual({record['state'] for record in refused['files'][0]['records']}, {'refused'})
        self.assertIn('<foedera', text)


class DuplicateTest(CliTestCase):
    def write_treaty(self, name, uri='/akn/zz/treaty/1', language='en', title='Treaty of the Example', articles=None):
        if articles is None:
            articles = article('1', WORDS) + article('2', WORDS.replace('land', 'air').replace('friends', 'allies'))
        return self.write(name, AKN.format(uri=uri, language=language, title=title, articles=articles))

    def import_file(self, *arguments):
        """Imports one file and returns what is told of it."""
        return self.run_cli('import', *arguments, '--json').json['files'][0]

    def documents(self):
        return {row['id']: row for row in self.list_rows('documents')}

    def test_same_bytes(self):
        """The same file twice in one run, and once more later, is one document."""
        path = self.write_treaty('a.xml')
        shutil.copy(path, self.path('b.xml'))
        report = self.run_cli('import', path, self.path('b.xml'), '--json').json['files']
        self.assertGreater(report[0]['new'], 0)
        self.assertEqual((report[1]['new'], report[1]['changed']), (0, 0))
        self.assertIn('duplicate', [problem['rule'] for problem in report[1]['problems']])
        self.assertEqual(self.import_file(path)['new'], 0)
        self.assertEqual(len(self.documents()), 1)

    def test_same_bytes_in_two_dialects(self):
        """A file that was read as something else is found by its bytes."""
        path = self.write('tei.xml', '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Treaty'
                          '</title></titleStmt></fileDesc></teiHeader><text><body><p>Words.</p></body></text></TEI>')
        self.import_file('--dialect', 'tei', path)
        match = self.import_file('--dialect', 'tei-tcp', path)['matches'][0]
        self.assertEqual((match['by'], match['merged']), ('bytes', False))

    def test_same_identifier_merges_a_translation(self):
        """Another language of the same work is found; merging adds its wordings and keeps the id, in one change."""
        first = self.import_file(self.write_treaty('en.xml'))
        kept = next(iter(self.documents()))
        other = self.write_treaty('fr.xml', language='fr', title='Traité',
                                  articles=article('1', 'Les parties restent amies.') + article('3', 'Ce traité est secret.'))
        match = self.import_file('--dry-run', other)['matches'][0]
        self.assertEqual((match['by'], match['other'], match['merged']), ('identifier', kept, False))
        self.assertEqual(len(self.documents()), 1)

        merged = self.import_file('--merge', match['id'], other)
        self.assertTrue(merged['matches'][0]['merged'])
        self.assertEqual((merged['new'], merged['changed']), (1, 2))
        self.assertEqual(list(self.documents()), [kept])
        clauses = {row['number']: row['id'] for row in self.list_rows('clauses') if row['id'].startswith(kept)
                   or row['id'].startswith('akoma-ntoso')}
        self.assertEqual(set(clauses), {'1', '2', '3'})
        texts = self.run_cli('show', clauses['1'], '--json').json['text-records']
        self.assertEqual({text['language'] for text in texts}, {'en', 'fr'})
        self.assertEqual(self.run_cli('show', kept, '--json').json['title'], 'Treaty of the Example')
        self.run_cli('check')

        self.assertEqual(self.import_file(other)['matches'][0]['other'], kept)
        self.run_cli('history', 'undo')
        self.run_cli('history', 'undo')
        self.assertEqual(len([row for row in self.list_rows('clauses') if row['id'].startswith('akoma')]),
                         first['new'] - 2 - len([row for row in self.list_rows('events') if row['id'].startswith('akoma')]))

    def test_nearly_the_same_words(self):
        """Another spelling is found by its words, another treaty of the same day and title is not."""
        self.import_file(self.write_treaty('a.xml'))
        near = article('1', WORDS.replace('help', 'aid')) + article('2', WORDS.replace('land', 'air').replace('friends', 'allies'))
        match = self.import_file('--dry-run', self.write_treaty('b.xml', uri='/b', articles=near))['matches'][0]
        self.assertEqual(match['by'], 'text')
        self.assertGreaterEqual(match['resemblance-percent'], 60)
        far = article('1', ' '.join(reversed(WORDS.split()))) + article('2', 'Nothing else is agreed upon between the two.')
        self.assertEqual(self.import_file('--dry-run', self.write_treaty('c.xml', uri='/c', articles=far))['matches'], [])

    def test_merging_what_matches_nothing(self):
        outcome = self.run_cli('import', '--merge', 'nothing', self.write_treaty('a.xml'), status=REFUSED)
        self.assertIn('nothing', outcome.errors)
        self.assertEqual(self.documents(), {})

    def test_real_files(self):
        """Two editions of a treaty in the corpus are found to be one; the parts of an act are not."""
        if not os.path.isdir(CORPUS):
            self.skipTest('tei is not beside the sources')
        report = self.run_cli('import', CORPUS, os.path.join(CORPUS, '..', 'formex'), os.path.join(CORPUS, '..', 'tota'),
                              '--json', status=REFUSED).json
        pairs = {tuple(sorted(re.sub('-[0-9a-f]{8}$', '', match[end]) for end in ('id', 'other')))
                 for file in report['files'] for match in file['matches']}
        self.assertEqual(pairs, {('tei-p4-treaty-00001', 'tei-p4-treaty-00001'),
                                 ('tei-p4-treaty-00002', 'tei-p4-treaty-00002')})


if __name__ == '__main__':
    main()
