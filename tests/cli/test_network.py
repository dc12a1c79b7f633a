# SPDX-License-Identifier: GPL-3.0-or-later
"""Networks: what is measured of states on a day and over years."""

import csv
import io
import xml.etree.ElementTree as ElementTree

from foedera_cli import DONE, REFUSED, USAGE, CliTestCase, main

GRAPHML = '{http://graphml.graphdrawing.org/xmlns}'
GEXF = '{http://gexf.net/1.3}'
MEASURES = ['degree', 'betweenness', 'closeness', 'eigenvector', 'clustering', 'community', 'component']


class NetworkTest(CliTestCase):
    def measure(self, *arguments):
        """The networks of all days, each with its nodes by id."""
        outcome = self.run_cli('network', *arguments, '--json').json
        for day in outcome['days']:
            day['nodes'] = {node['id']: node for node in day['nodes']}
        return outcome

    def test_dual_alliance(self):
        """Three states in 1900 in two alliances, and two in another: the parallel ties of two of them count once."""
        network = self.measure('--as-of', '1900', '--alliance', 'dual-alliance', '--alliance', 'triple-alliance',
                               '--alliance', 'franco-russian-alliance')['days'][0]
        self.assertEqual(network['day'], '1900-12-31')
        self.assertEqual((network['n_nodes'], network['n_edges'], network['n_components']), (5, 4, 2))
        self.assertEqual(network['density'], 0.4)
        self.assertEqual({node['label']: node['degree'] for node in network['nodes'].values()},
                         {'Austria-Hungary': 2, 'DEU': 2, 'ITA': 2, 'FRA': 1, 'RUS': 1})
        self.assertEqual({node['label']: node['component'] for node in network['nodes'].values()},
                         {'Austria-Hungary': 1, 'DEU': 1, 'ITA': 1, 'FRA': 2, 'RUS': 2})
        self.assertIsNone(network['nodes'][self.state('FRA')]['clustering'])
        self.assertEqual(network['nodes'][self.state('ITA')]['clustering'], 1)

    def state(self, code):
        """The id of the state with an ISO code."""
        return next(row['id'] for row in self.list_rows('states') if row['iso3'] == code)

    def test_series(self):
        series = self.measure('--from', '1948', '--to', '1956', '--step', '4', '--measure', 'degree')
        self.assertEqual([day['day'] for day in series['days']], ['1948-12-31', '1952-12-31', '1956-12-31'])
        us = self.state('USA')
        degrees = [day['nodes'][us]['degree'] for day in series['days']]
        self.assertEqual(degrees, sorted(degrees))
        self.assertLess(degrees[0], degrees[1])
        # Nothing else was asked for.
        self.assertNotIn('closeness', series['days'][0]['nodes'][us])
        self.assertEqual(series['days'][2]['nodes'][us], self.measure('--as-of', '1956', '--measure', 'degree')['days'][0]
                         ['nodes'][us])

    def test_filters(self):
        network = self.measure('--as-of', '1955', '--alliance', 'warsaw-pact')['days'][0]
        self.assertEqual({node['degree'] for node in network['nodes'].values()}, {7})
        self.assertEqual(len(network['nodes']), 8)
        self.assertEqual(self.measure('--as-of', '1800')['days'][0]['nodes'], {})

    def test_pictures(self):
        members = self.measure('--as-of', '1955', '--picture', 'members')['days'][0]
        self.assertEqual(members['nodes']['anzus']['degree'], 3)
        self.assertEqual(members['nodes']['anzus']['record'], 'alliance')
        overlaps = self.measure('--as-of', '1955', '--picture', 'overlaps')['days'][0]
        self.assertEqual(overlaps['nodes']['warsaw-pact']['degree'], 0)
        self.assertGreater(overlaps['nodes']['nato']['degree'], 0)

    def test_table(self):
        target = self.path('n.csv')
        self.run_cli('network', '--from', '1955', '--to', '1956', '--format', 'csv', '-o', target)
        with open(target, encoding='utf-8', newline='') as file:
            rows = list(csv.DictReader(file, strict=True))
        self.assertEqual(list(rows[0]), ['day', 'id', 'title', 'label', 'cow', *MEASURES])
        expected = self.measure('--from', '1955', '--to', '1956')
        self.assertEqual(len(rows), sum(day['n_nodes'] for day in expected['days']))
        for row in rows:
            node = expected['days'][int(row['day'][:4]) - 1955]['nodes'][row['id']]
            for measure in MEASURES:
                if node[measure] is None:
                    self.assertEqual(row[measure], '')
                else:
                    self.assertAlmostEqual(float(row[measure]), node[measure], places=8)

    def test_printed(self):
        lines = self.run_cli('network', '--as-of', '1955', '--measure', 'degree').output.splitlines()
        self.assertEqual(lines[0].split(), ['Name', 'Degree'])
        self.assertEqual(lines[1].split(), ['United', 'States', '37'])
        output = self.run_cli('network', '--as-of', '1955', '--measure', 'degree', '--format', 'csv').output
        self.assertEqual(next(csv.DictReader(io.StringIO(output)))['title'], 'Albania')

    def test_wrong_usage(self):
        for arguments in ((), ('--as-of', '1955', '--measure', 'charm'), ('--as-of', '1955', '--from', '1900'),
                          ('--from', '1900'), ('--from', '1900', '--to', '1890'), ('--as-of', '1955', 'x'),
                          ('--from', '1900', '--to', '1910', '--step', '0'), ('--as-of', 'yesterday'),
                          ('--as-of', '1955', '--picture', 'mona-lisa'), ('--as-of', '1955', '--format', 'papyrus'),
                          ('--as-of', '1955', '--measure', 'degree', '--sort', 'closeness')):
            with self.subTest(arguments):
                self.run_cli('network', *arguments, status=USAGE)

    def test_unwritable(self):
        outcome = self.run_cli('network', '--as-of', '1955', '-o', '/proc/nowhere/x.csv', status=REFUSED)
        self.assertIn('/proc/nowhere', outcome.errors)


class ExportTest(CliTestCase):
    """Graphs as files for other programs."""

    def test_graphml(self):
        target = self.path('n.graphml')
        self.run_cli('export', '--format', 'graphml', '--as-of', '1955', '--alliance', 'warsaw-pact', '-o', target)
        root = ElementTree.parse(target).getroot()
        nodes = list(root.iter(f'{GRAPHML}node'))
        self.assertEqual(len(nodes), 8)
        ends = {(edge.get('source'), edge.get('target')) for edge in root.iter(f'{GRAPHML}edge')}
        self.assertEqual(len(ends), 8 * 7)
        self.assertEqual(root.find(f'{GRAPHML}graph').get('edgedefault'), 'directed')

    def test_gexf(self):
        output = self.run_cli('export', '--format', 'gexf', '--picture', 'members', '--alliance', 'anzus').output
        root = ElementTree.fromstring(output)
        self.assertEqual(len(list(root.iter(f'{GEXF}node'))), 4)
        spells = [spell.get('start') for edge in root.iter(f'{GEXF}edge') for spell in edge.iter(f'{GEXF}spell')]
        self.assertEqual(spells, ['1952-04-29'] * 3)

    def test_wrong_usage(self):
        for arguments in (('--picture', 'mona-lisa'), ('states',), ('--panel', 'alliance')):
            with self.subTest(arguments):
                self.run_cli('export', '--format', 'gexf', *arguments, status=USAGE)
        self.run_cli('export', '--format', 'gexf', '-o', '/proc/nowhere/x.gexf', status=REFUSED)


if __name__ == '__main__':
    main()
