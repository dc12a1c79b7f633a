# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures: pages with a graph, a timeline or a map, and series of them."""

import os
import struct
import xml.etree.ElementTree as ElementTree

from foedera_cli import DONE, REFUSED, USAGE, CliTestCase, main

SVG = '{http://www.w3.org/2000/svg}'


class PictureTest(CliTestCase):
    """Pictures of the graph, the timeline and the map."""

    def draw(self, *arguments, status=DONE):
        """Draws a picture and returns its bytes."""
        target = self.path('picture')
        self.run_cli('export', *arguments, '-o', target, status=status)
        if status != DONE:
            self.assertFalse(os.path.exists(target))
            return None
        with open(target, 'rb') as file:
            return file.read()

    def test_svg(self):
        """The picture of a day has fewer shapes than that of the whole period, and the same comes out each time."""
        day = self.draw('--format', 'svg', '--as-of', '1914')
        root = ElementTree.fromstring(day)
        self.assertEqual((root.tag, root.get('viewBox')), (f'{SVG}svg', '0 0 1200 800'))
        everything = ElementTree.fromstring(self.draw('--format', 'svg'))
        self.assertGreater(len(list(everything.iter(f'{SVG}path'))), len(list(root.iter(f'{SVG}path'))))
        self.assertEqual(day, self.draw('--format', 'svg', '--view', 'graph', '--as-of', '1914'))

    def test_measures_and_layouts(self):
        plain = self.draw('--format', 'svg', '--picture', 'ties', '--as-of', '1960')
        for arguments in (('--size-by', 'betweenness'), ('--colour-by', 'community'), ('--layout', 'regions')):
            with self.subTest(arguments):
                self.assertNotEqual(plain, self.draw('--format', 'svg', '--picture', 'ties', '--as-of', '1960', *arguments))

    def test_png(self):
        image = self.draw('--format', 'png', '--as-of', '1960', '--picture', 'overlaps')
        self.assertEqual(image[:8], b'\x89PNG\r\n\x1a\n')
        self.assertEqual(struct.unpack('>II', image[16:24]), (2400, 1600))

    def test_pdf(self):
        self.assertTrue(self.draw('--format', 'pdf').startswith(b'%PDF-'))

    def test_series(self):
        """A page for each year, numbered, in which nothing jumps."""
        folder = self.path('frames')
        self.run_cli('export', '--format', 'svg', '--from', '1955', '--to', '1957', '-o', folder)
        self.assertEqual(sorted(os.listdir(folder)), ['0001.svg', '0002.svg', '0003.svg'])

        def squares(name):
            return {path.get('d') for path in ElementTree.parse(os.path.join(folder, name)).getroot().iter(f'{SVG}path')
                    if path.get('d').count('C') == 4}
        first, last = squares('0001.svg'), squares('0003.svg')
        self.assertGreater(len(first & last), len(first) / 2)

    def test_animation(self):
        image = self.draw('--format', 'webp', '--from', '1945', '--to', '1955', '--step', '5')
        self.assertEqual((image[:4], image[8:12], image.count(b'ANMF')), (b'RIFF', b'WEBP', 3))

    def words(self, *arguments):
        """What can be read in a picture: its title, and what it says besides, with spaces that may break."""
        root = ElementTree.fromstring(self.draw('--format', 'svg', *arguments))
        return root.findtext(f'{SVG}title'), root.findtext(f'{SVG}desc').replace('\u00a0', ' ')

    def test_words(self):
        """Every page has a title, tells the day and how much there is, explains its signs, and says where it is from."""
        for view, title, content, meanings in (
                ('graph', 'Alliances and the States in Them', '6 alliances', ('State', 'Defence')),
                ('timeline', 'Alliances Through the Years', '6 alliances', ('Defence', 'Signed', 'Invoked')),
                ('map', 'States by Alliance', '47 states', ('Warsaw Pact', 'ANZUS', 'State not known'))):
            with self.subTest(view):
                found, words = self.words('--view', view, '--as-of', '1955')
                subtitle, legend, source = words.split('\n')
                self.assertEqual(found, title)
                self.assertTrue(subtitle.startswith('In force on 31 December 1955 · '), subtitle)
                self.assertIn(content, subtitle)
                self.assertNotIn('a part of the library', subtitle)
                self.assertEqual([meaning for meaning in meanings if meaning not in legend], [])
                self.assertTrue(source.startswith('Source: library.foedera · Foedera '), source)
        for view in ('graph', 'timeline', 'map'):
            with self.subTest(view):
                words = self.words('--view', view, '--party', 'France')[1]
                self.assertTrue(words.startswith('At any time · '), words)
                self.assertIn('a part of the library', words)

    def test_timeline(self):
        """A line for each alliance, and more where they are open; the page is as high as they take."""
        def height(*arguments):
            image = self.draw('--format', 'png', '--view', 'timeline', *arguments)
            size = struct.unpack('>II', image[16:24])
            self.assertEqual(size[0], 2400)
            return size[1]
        day, all_times, everything = height('--as-of', '1955'), height(), height('--open')
        self.assertLess(day, all_times)
        self.assertGreater(everything, 3 * all_times)
        plain = self.draw('--format', 'svg', '--view', 'timeline')
        for arguments in (('--group-by', 'region'), ('--order-by', 'members'), ('--select', 'nato'), ('--as-of', '1955')):
            with self.subTest(arguments):
                self.assertNotEqual(plain, self.draw('--format', 'svg', '--view', 'timeline', *arguments))
        self.assertEqual(plain, self.draw('--format', 'svg', '--view', 'timeline', '--order-by', 'begin'))
        self.assertIn(b'/Title (Alliances Through the Years)', self.draw('--format', 'pdf', '--view', 'timeline'))

    def test_map(self):
        """States by alliance, or by what they owe a state."""
        image = self.draw('--format', 'png', '--view', 'map', '--as-of', '1960')
        self.assertEqual(struct.unpack('>II', image[16:24]), (2400, 1600))
        title, words = self.words('--view', 'map', '--colour-by', 'obligations', '--select', 'JPN', '--as-of', '1960')
        self.assertEqual(title, 'Japan: What It Owes and Is Owed')
        self.assertIn('No obligation', words)
        self.assertNotIn('Stripes: in two and more', words)
        self.assertIn('Borders are those of today', words)
        self.assertNotIn('Borders are those of today', self.words('--view', 'map')[1])

    def test_map_series(self):
        image = self.draw('--format', 'webp', '--view', 'map', '--from', '1945', '--to', '1955', '--step', '5')
        self.assertEqual(image.count(b'ANMF'), 3)

    def test_whole_series(self):
        """Nothing is left of a series that can't be finished, and what was in the way stays."""
        target = self.write('taken', 'mine')
        outcome = self.run_cli('export', '--format', 'svg', '--from', '1955', '--to', '1956', '-o', target, status=REFUSED)
        self.assertIn(target, outcome.errors)
        self.assertEqual([name for name in os.listdir(self.folder) if name.startswith('.')], [])
        with open(target, encoding='utf-8') as file:
            self.assertEqual(file.read(), 'mine')

    def test_nothing_there(self):
        self.assertTrue(self.draw('--format', 'pdf', '--as-of', '1700').startswith(b'%PDF-'))

    def test_wrong_usage(self):
        for arguments in (('--view', 'mirror'), ('--picture', 'mona-lisa'), ('--layout', 'chaos'), ('--size-by', 'charm'),
                          ('--colour-by', 'charm'), ('states',), ('--from', '1955', '--to', '1950'),
                          ('--from', '1955', '--to', '1960', '--as-of', '1955'), ('--format', 'webp'),
                          ('--from', '1950', '--to', '1955', '--step', '-1'),
                          ('--view', 'timeline', '--layout', 'force'), ('--view', 'map', '--picture', 'ties'),
                          ('--view', 'map', '--size-by', 'degree'), ('--view', 'map', '--colour-by', 'degree'),
                          ('--view', 'map', '--colour-by', 'obligations'), ('--view', 'timeline', '--group-by', 'mood'),
                          ('--view', 'timeline', '--order-by', 'mood'), ('--order-by', 'name'), ('--open',),
                          ('--view', 'timeline', '--from', '1950', '--to', '1955')):
            with self.subTest(arguments):
                self.draw('--format', 'svg', *arguments, status=USAGE)
        outcome = self.run_cli('export', '--format', 'svg', '--view', 'map', '--open', status=USAGE)
        self.assertIn('--open is not for the view “map”.', outcome.errors)
        outcome = self.run_cli('export', '--format', 'svg', '--select', 'atlantis', status=REFUSED)
        self.assertIn('atlantis', outcome.errors)
        outcome = self.run_cli('export', '--format', 'svg', '-o', '/proc/nowhere/x.svg', status=REFUSED)
        self.assertIn('/proc/nowhere/x.svg', outcome.errors)


if __name__ == '__main__':
    main()
