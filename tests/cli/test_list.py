# SPDX-License-Identifier: GPL-3.0-or-later
"""What list, show and search answer about the bundled alliances."""

from foedera_cli import REFUSED, USAGE, CliTestCase, main


class ListTest(CliTestCase):
    def test_who_was_bound_to_defend_france(self):
        rows = self.list_rows('obligations', '--as-of', '1914-08-01', '--kind', 'defence', '--beneficiary', 'france')
        self.assertTrue(rows)
        self.assertEqual({row['alliance'] for row in rows}, {'franco-russian-alliance'})
        self.assertIn('russia', {state for row in rows for state in row['promisors']})
        self.assertTrue(all(row['article'].startswith('1') for row in rows), rows)

    def test_both_halves_of_the_convention(self):
        """Article 1 of the military convention binds Russia for France and France for Russia, each in two cases."""
        rows = [row for row in self.list_rows('obligations', '--as-of', '1914-08-01', '--kind', 'defence')
                if row['instrument'] == 'franco-russian-alliance.convention']
        self.assertEqual(sorted((row['promisors'], row['beneficiaries'], row['article']) for row in rows),
                         [(['france'], ['russia'], '1(2)')] * 2 + [(['russia'], ['france'], '1(1)')] * 2)
        adversaries = {}
        for row in rows:
            conditions = self.run_cli('show', row['id'], '--json').json['condition-records']
            adversaries.setdefault(row['article'], []).append(
                {state for condition in conditions for state in condition.get('states') or []})
        self.assertCountEqual(adversaries['1(1)'], [{'germany'}, {'italy', 'germany'}])
        self.assertCountEqual(adversaries['1(2)'], [{'germany'}, {'austria-hungary', 'germany'}])

    def test_nobody_was_bound_before_the_convention(self):
        rows = self.list_rows('obligations', '--as-of', '1890-01-01', '--kind', 'defence', '--beneficiary', 'france')
        self.assertEqual(rows, [])

    def test_states_have_many_names(self):
        by_name = [self.list_rows('alliances', '--party', name) for name in ('france', 'FRA', '220', 'France')]
        self.assertTrue(by_name[0])
        for rows in by_name[1:]:
            self.assertEqual(rows, by_name[0])

    def test_unknown_state(self):
        outcome = self.run_cli('list', 'alliances', '--party', 'Ruritania', status=REFUSED)
        self.assertIn('Ruritania', outcome.errors)

    def test_misspelt_kind_is_suggested(self):
        outcome = self.run_cli('list', 'obligations', '--kind', 'defense', status=USAGE)
        self.assertIn('defence', outcome.errors)

    def test_sorting(self):
        begins = [row['begin'] for row in self.list_rows('alliances', '--sort', 'begin')]
        self.assertEqual(begins, sorted(begins))
        self.assertEqual(begins[0][:4], '1879')
        backwards = [row['begin'] for row in self.list_rows('alliances', '--sort', 'begin', '--descending')]
        self.assertEqual(backwards, begins[::-1])

    def test_limit_and_offset(self):
        rows = self.list_rows('clauses')
        self.assertGreater(len(rows), 100)
        self.assertEqual(self.list_rows('clauses', '--offset', '10', '--limit', '5'), rows[10:15])

    def test_every_listing_answers(self):
        for listing in ('alliances', 'states', 'instruments', 'clauses', 'obligations', 'mechanisms', 'impacts',
                        'events'):
            with self.subTest(listing):
                rows = self.list_rows(listing)
                self.assertTrue(rows)
                self.assertEqual(len({row['id'] for row in rows}), len(rows))
                self.assertIn(rows[0]['id'], self.run_cli('list', listing, '--all-columns').output)

    def test_wrong_usage(self):
        for arguments in (['list'], ['list', 'treaties'], ['list', 'alliances', '--sort', 'colour'],
                          ['list', 'alliances', '--as-of', '1914-13-01'], ['list', 'alliances', '--no-such-option'],
                          ['lists'], ['list', 'alliances', '--offset', '-1']):
            with self.subTest(arguments):
                outcome = self.run_cli(*arguments, status=USAGE)
                self.assertEqual(outcome.output, '')
                self.assertTrue(outcome.errors)


class ShowTest(CliTestCase):
    def test_show_by_id_and_by_name(self):
        by_id = self.run_cli('show', 'nato', '--json').json
        self.assertEqual(by_id['record'], 'alliance')
        self.assertEqual(self.run_cli('show', 'NATO', '--json').json, by_id)
        self.assertIn('instrument-records', by_id)

    def test_cells_keep_their_state(self):
        record = self.run_cli('show', 'nato.treaty', '--json').json
        for cell in ('term-months-cell', 'renewal-months-cell', 'notice-months-cell', 'secrecy-cell'):
            self.assertIn(record[cell], ('stated', 'implied', 'silent', 'not-coded', 'text-missing'))

    def test_article_5(self):
        record = self.run_cli('show', 'nato.treaty.5', '--json').json
        self.assertEqual(record['number'], '5')
        self.assertIn('defence', {obligation['kind'] for obligation in record['obligation-records']})

    def test_not_found(self):
        outcome = self.run_cli('show', 'no-such-thing', status=REFUSED)
        self.assertIn('no-such-thing', outcome.errors)


class SearchTest(CliTestCase):
    def test_finds_and_marks(self):
        hits = self.run_cli('search', 'benevolent neutrality', '--json').json
        self.assertTrue(hits)
        self.assertIn('dual-alliance', {hit['alliance'] for hit in hits})
        self.assertTrue(any('\u2068' in hit['snippet'] for hit in hits))

    def test_nothing_found(self):
        self.assertEqual(self.run_cli('search', 'xyzzyplugh', '--json', status=REFUSED).json, [])

    def test_hostile_words(self):
        for words in ('"', '"unclosed', "'; DROP TABLE record; --", 'NEAR(', 'a AND', '*', '^', 'title:x', '(((', '\x01',
                      '-', 'OR', 'x' * 100000, '\u202e', '% _ \\'):
            with self.subTest(words[:20]):
                outcome = self.execute('--library', self.library, 'search', '--', words)
                self.assertIn(outcome.status, (0, 1, 2), outcome.errors)
                self.assertNotIn('SQL', outcome.errors)
                self.assertNotIn('fts5', outcome.errors)
        self.assertEqual(self.run_cli('check').status, 0)


if __name__ == '__main__':
    main()
