# SPDX-License-Identifier: GPL-3.0-or-later
"""What changed between two days, as foedera-cli tells it about the bundled alliances."""

from foedera_cli import USAGE, CliTestCase, main


class ChangesTest(CliTestCase):
    def changes(self, first, last, *filters):
        """What changed, as JSON."""
        return self.run_cli('changes', '--from', first, '--to', last, *filters, '--json').json

    def test_who_entered_in_1955(self):
        changes = self.changes('1954', '1955', '--alliance', 'nato')
        entries = [change for change in changes if change['change'] == 'party']
        self.assertEqual(entries, [{
            'day': '1955-05-06', 'change': 'party', 'begins': True, 'alliance': 'nato', 'record': 'party',
            'id': 'nato.party.west-germany', 'state': 'west-germany', 'text': 'West Germany joins NATO'}])

    def test_table_tells_the_same(self):
        table = self.run_cli('changes', '--from', '1954', '--to', '1955').output
        for change in self.changes('1954', '1955'):
            self.assertIn(change['day'], table)
            self.assertIn(change['text'], table)
            self.assertIn(change['id'], table)

    def test_an_alliance_begins_with_its_parties(self):
        changes = self.changes('1948', '1949')
        self.assertIn(('alliance', True, 'nato'), {(change['change'], change['begins'], change['id'])
                                                   for change in changes})
        self.assertEqual(sum(change['change'] == 'party' and change['alliance'] == 'nato' for change in changes), 12)
        self.assertIn('instrument', {change['change'] for change in changes})
        self.assertEqual([change['day'] for change in changes], sorted(change['day'] for change in changes))

    def test_an_alliance_ends(self):
        changes = self.changes('1990', '1991', '--alliance', 'warsaw-pact')
        left = [change['state'] for change in changes if change['change'] == 'party' and not change['begins']]
        self.assertEqual(len(left), 6)
        self.assertIn('WTO ends', [change['text'] for change in changes])

    def test_two_halves_make_the_whole(self):
        """No alliance is forgotten for how long the time between the days is."""
        halves = [change for first, last in (('1815', '1914'), ('1914', '1949-08-24'), ('1949-08-24', '1991'),
                                             ('1991', '2030')) for change in self.changes(first, last)]
        self.assertEqual(halves, self.changes('1815', '2030'))
        self.assertEqual(len({(change['id'], change['begins']) for change in halves}), len(halves))

    def test_filters_narrow(self):
        narrowed = self.changes('1900', '2020', '--party', 'japan')
        self.assertEqual({change['alliance'] for change in narrowed}, {row['id'] for row in self.list_rows('alliances', '--party', 'japan')})
        self.assertLess(len(narrowed), len(self.changes('1900', '2020')))

    def test_alliances_go_by_their_english_short_names(self):
        texts = [change['text'] for change in self.changes('1882', '1955')]
        self.assertIn('Guatemala joins Rio Pact', texts)
        self.assertIn('Albania joins WTO', texts)
        self.assertNotIn('Triplice', ' '.join(texts))

    def test_nothing_changed(self):
        self.assertEqual(self.changes('1900-01-01', '1900-01-02'), [])

    def test_wrong_usage(self):
        for arguments in ([], ['--from', '1914'], ['--from', '1914', '--to', '1913'], ['--from', '1914', '--to', 'now'],
                          ['--from', '1914', '--to', '1915', '--as-of', '1914'], ['1914', '1915']):
            with self.subTest(arguments):
                outcome = self.run_cli('changes', *arguments, status=USAGE)
                self.assertEqual(outcome.output, '')
                self.assertTrue(outcome.errors)


if __name__ == '__main__':
    main()
