# SPDX-License-Identifier: GPL-3.0-or-later
"""Akoma Ntoso out: a file for each record, that reads as the same treaty."""

import os
import xml.etree.ElementTree as ElementTree

from foedera_cli import REFUSED, USAGE, CliTestCase, main

AKN = '{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}'


class AknTest(CliTestCase):
    def export(self, *arguments, **options):
        return self.run_cli('export', '--format', 'akn', *arguments, **options)

    def test_one_alliance(self):
        """Titles, parties and articles of an alliance stand where Akoma Ntoso has them."""
        root = ElementTree.fromstring(self.export('--alliance', 'anzus').output.encode())
        treaty = root.find(f'.//{AKN}component/{AKN}doc')
        self.assertEqual(root.tag, f'{AKN}akomaNtoso')
        self.assertEqual(root.find(f'.//{AKN}docTitle').text, 'ANZUS')
        self.assertLessEqual({'Australia', 'New Zealand', 'United States'},
                             {party.text for party in treaty.iter(f'{AKN}party')})
        articles = self.list_rows('clauses', '--alliance', 'anzus')
        self.assertEqual({row['id'] for row in articles if row['kind'] == 'article'},
                         {article.get('eId') for article in root.iter(f'{AKN}article')})

    def test_several_go_to_a_folder(self):
        """Each becomes a file named by its id; there is no way to write several to standard output."""
        folder = self.path('akn')
        self.export('-o', folder)
        self.assertEqual(sorted(os.listdir(folder)), sorted(f'{row["id"]}.xml' for row in self.list_rows('alliances')))
        self.export(status=USAGE)
        self.export('anzus', status=USAGE)

    def test_comes_back(self):
        """What was written is imported as a document with the same articles."""
        path = self.path('anzus.xml')
        self.export('--alliance', 'anzus', '-o', path)
        report = self.run_cli('import', '--json', path).json['files'][0]
        self.assertEqual((report['dialect'], report['refused']), ('akoma-ntoso', 0))
        documents = self.list_rows('documents')
        self.assertEqual([(row['title'], row['dialect'], row['kind']) for row in documents],
                         [('ANZUS', 'akoma-ntoso', 'treaty')])
        self.assertLessEqual({'australia', 'new-zealand', 'united-states'}, set(documents[0]['states']))
        again = self.run_cli('import', '--dry-run', '--json', path).json['files'][0]
        self.assertEqual((again['new'], again['changed'], again['unchanged']), (0, 0, report['new']))

    def test_own_stylesheet(self):
        """A stylesheet of the user's own goes before the one that comes with the program."""
        folder = os.path.join(self.class_folder, 'data', 'foedera', 'dialects')
        path = os.path.join(folder, 'akn-export.xsl')
        os.makedirs(folder, exist_ok=True)
        self.addCleanup(os.remove, path)
        with open(path, 'w', encoding='utf-8') as file:
            file.write('<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">'
                       '<xsl:template match="/"><mine/></xsl:template></xsl:stylesheet>')
        self.assertIn('<mine/>', self.export('--alliance', 'anzus').output)
        self.run_cli('import', '--dry-run', self.write('a.xml', self.run_cli('export').output))

    def test_refusals(self):
        """What is no alliance, and where nothing can be written."""
        self.export('--alliance', 'france', status=REFUSED)
        self.export('--alliance', 'anzus', '-o', '/nowhere/a.xml', status=REFUSED)


if __name__ == '__main__':
    main()
