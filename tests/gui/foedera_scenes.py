# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenes that build-aux/pictures takes pictures of: each brings the window into a state worth looking at."""

import os
import re
import sqlite3
import subprocess
import tempfile

from foedera_graph import PICTURE, click_node
from foedera_window import Window, wait_until

SCENES = {}

MISTAKEN_XML = '''<?xml version="1.0" encoding="UTF-8"?>
<foedera xmlns="https://foedera.github.io/ns/1" version="1">
  <alliance id="Example" begin="1914-13" region="europa">
    <title>Example</title>
  </alliance>
</foedera>
'''


def scene(function):
    """Makes a function that is given a Stage a scene, named after it."""
    SCENES[function.__name__.replace('_', '-')] = function
    return function


class Stage:
    """Opens the window for a scene, in a folder that goes with it."""

    def __init__(self):
        self.window = None
        self.folder = tempfile.TemporaryDirectory()
        self.lock = None

    def path(self, name):
        """Returns where a file of the scene is."""
        return os.path.join(self.folder.name, name)

    def write(self, name, text):
        """Writes a file of the scene and returns its path."""
        with open(self.path(name), 'w', encoding='utf-8') as file:
            file.write(text)
        return self.path(name)

    def command(self, *arguments):
        """Runs foedera-cli and returns what it printed."""
        return subprocess.run([os.environ['FOEDERA_CLI'], *arguments], check=True, stdout=subprocess.PIPE,
                              encoding='utf-8').stdout

    def open(self, *arguments):
        """Starts the program and fills the screen with its window."""
        self.window = Window(*arguments)
        self.window.maximise()
        return self.window

    def open_table(self, *arguments):
        """Starts the program and shows the table."""
        window = self.open(*arguments)
        window.press('alt+2')
        window.find(role='tree table').look()
        return window

    def open_import(self, path):
        """Starts the program with a file, which it asks about before it is imported."""
        window = self.open(path)
        window.find('Import', role='dialog').find('Cancel', role='push button')
        return window

    def set_day(self, text):
        """Types a year or date."""
        self.window.press('ctrl+d')
        self.window.write(text)
        self.window.press('Return')

    def close(self):
        """Ends what was started."""
        if self.window is not None:
            self.window.process.terminate()
            self.window.process.wait()
        if self.lock is not None:
            self.lock.close()
        self.folder.cleanup()


def play(function, path):
    """Plays a scene, saves what the screen shows at its end, and returns what the program complained of."""
    stage = Stage()
    try:
        function(stage)
        stage.window.picture(path)
        cut_off = ['the window is larger than the screen'] if stage.window.larger_than_screen() else []
        return cut_off + stage.window.complaints()
    finally:
        stage.close()


def show_details(window):
    """Opens the details where there is no room for them beside the view."""
    button = window.find('Details')
    if not button.checked:
        button.click()
    wait_until(lambda: button.checked, 'the details to open')


def select(stage, name):
    """Opens the table and selects the alliance @name in it."""
    window = stage.open_table()
    window.find(role='tree table').row(name).click()
    show_details(window)
    window.find('Overview')
    return window


def list_things(window, listing):
    """Chooses what the table lists."""
    chooser = window.find('Listing', role='combo box')
    chooser.click()
    chooser.find(listing, role='label').click()


def open_panel(stage, alliance, panel):
    """Selects an alliance and opens one of the panels about it."""
    window = select(stage, alliance)
    tab = window.find(panel, role='push button')
    tab.click()
    wait_until(lambda: tab.checked, f'the panel {panel}')


@scene
def first_look(stage):
    stage.open()


@scene
def graph(stage):
    stage.open().press('alt+1')


def draw_graph(stage, day, picture, *choices):
    """Shows a picture of the graph on a day, and chooses what its menu of drawing offers."""
    window = stage.open()
    window.press('ctrl+d')
    window.write(day)
    window.press('Return', 'alt+1')
    window.find(picture, role='push button').click()
    for choice in choices:
        window.find('Arrangement').click()
        for label in choice:
            window.find(label, role='menu item').click()
    return window


@scene
def graph_by_measures(stage):
    draw_graph(stage, '1960', 'States', ('Size', 'By Betweenness'), ('Colour', 'By Community'))


@scene
def graph_with_table_of_measures(stage):
    draw_graph(stage, '1960', 'States', ('Table of Measures',), ('Colour', 'By Degree'))


@scene
def graph_with_minimap(stage):
    window = stage.open()
    window.press('alt+1')
    click_node(window, 'France')
    window.press('plus', 'plus')
    window.find('Minimap')


@scene
def graph_of_ties(stage):
    draw_graph(stage, '1900', 'States')


@scene
def graph_of_overlaps(stage):
    draw_graph(stage, '1960', 'Overlaps')


def open_timeline(stage, *arguments):
    """Starts the program and shows the timeline."""
    window = stage.open(*arguments)
    window.press('alt+3')
    window.find('Alliances over time').find(role='tree item')
    return window


def open_graph(stage, day):
    """Shows the graph as of a day, and something selected in it."""
    window = stage.open()
    stage.set_day(day)
    window.find(PICTURE)
    return window


def open_map(stage, day=None):
    """Shows the map, as of a day."""
    window = stage.open()
    window.press('alt+4')
    window.find('Map of states by alliance')
    if day is not None:
        stage.set_day(day)
    return window


@scene
def map_of_alliances(stage):
    open_map(stage)


@scene
def map_of_obligations(stage):
    window = open_map(stage, '1914-08-01')
    window.find('Colours').find('By Obligation').click()
    click_node(window, 'Russia', picture='Map of')


@scene
def map_without_selection(stage):
    window = open_map(stage, '1960')
    window.find('Colours').find('By Obligation').click()
    window.find('Map of states by obligation')


@scene
def map_with_minimap(stage):
    window = open_map(stage, '1914-08-01')
    for _ in range(3):
        window.find('Zoom in', role='push button').click()
    window.find('Minimap')


@scene
def timeline(stage):
    open_timeline(stage)


def open_row(stage):
    """Shows the timeline and opens a row of it with the keyboard."""
    window = open_timeline(stage)
    window.find('Triple Alliance', role='tree item').point_and_click()
    window.press('Return')
    wait_until(lambda: window.is_there('Defence', role='tree item'), 'the obligations')
    return window


@scene
def timeline_opened(stage):
    open_row(stage)


@scene
def timeline_near(stage):
    open_row(stage).press('Right', 'Right', *['plus'] * 9)


@scene
def timeline_by_region(stage):
    window = open_timeline(stage)
    window.find('Arrange').click()
    window.find('By Region').click()
    wait_until(lambda: window.is_there('Europe (5)', role='tree item'), 'the regions')


@scene
def graph_of_states(stage):
    stage.open().find('States').click()


@scene
def graph_of_overlaps(stage):
    stage.open().find('Overlaps').click()


@scene
def graph_without_match(stage):
    stage.open()
    stage.set_day('1700')


@scene
def graph_on_a_day(stage):
    stage.open()
    stage.set_day('1914-08-01')


@scene
def view_alone(stage):
    window = stage.open()
    for name in ('Search and filters', 'Details'):
        button = window.find(name)
        if button.checked:
            button.click()


@scene
def narrow_window(stage):
    stage.window = Window()
    stage.window.press('alt+2')
    stage.window.xdotool('windowsize', stage.window.xdotool('getactivewindow').strip(), '400', '700')


@scene
def mistaken_date(stage):
    stage.open_table()
    stage.set_day('1914-13')


@scene
def ties_of_an_alliance(stage):
    window = open_graph(stage, '1914-06-01')
    click_node(window, 'Triple Alliance')
    window.press('w')
    window.find('Ties', role='list')


@scene
def why_a_tie(stage):
    window = open_graph(stage, '1914-06-01')
    click_node(window, 'Triple Alliance')
    window.press('w')
    window.find('Ties', role='list')
    window.press('Return')
    wait_until(lambda: window.find('Copy Citation', role='push button').sensitive, 'the reasons')


@scene
def table(stage):
    stage.open_table()


@scene
def table_of_obligations(stage):
    window = stage.open_table()
    list_things(window, 'Obligations')


@scene
def columns(stage):
    stage.open_table().find('Columns', role='push button').click()


@scene
def filters(stage):
    window = stage.open_table()
    stage.set_day('1914-08-01')
    window.find('Defence', role='check box').click()


@scene
def no_match(stage):
    window = stage.open_table()
    stage.set_day('1700')
    window.find('No Match')


@scene
def search(stage):
    window = stage.open_table()
    window.press('ctrl+f')
    window.write('attack')
    window.find('Search results')


@scene
def search_without_result(stage):
    window = stage.open_table()
    window.press('ctrl+f')
    window.write('zzzz')


@scene
def search_results(stage):
    search(stage)
    stage.window.find('Show All Results').click()


@scene
def overview(stage):
    select(stage, 'North Atlantic Treaty Organization')


@scene
def overview_of_a_state(stage):
    window = stage.open()
    click_node(window, 'France')
    show_details(window)


@scene
def overview_of_a_state_on_a_day(stage):
    overview_of_a_state(stage)
    stage.set_day('1914-08-01')


@scene
def overview_of_a_state_without_alliance(stage):
    overview_of_a_state(stage)
    stage.set_day('1930')


@scene
def clauses(stage):
    open_panel(stage, 'North Atlantic Treaty Organization', 'Clauses')


@scene
def clauses_of_a_secret_treaty(stage):
    open_panel(stage, 'Franco-Russian Alliance', 'Clauses')


@scene
def coordination(stage):
    open_panel(stage, 'North Atlantic Treaty Organization', 'Coordination')


@scene
def sovereignty(stage):
    open_panel(stage, 'Warsaw Pact', 'Sovereignty')


@scene
def enforcement(stage):
    open_panel(stage, 'Rio Treaty', 'Enforcement')


@scene
def panel_with_nothing(stage):
    open_panel(stage, 'Dual Alliance', 'Enforcement')


@scene
def clauses_on_a_day(stage):
    open_panel(stage, 'Franco-Russian Alliance', 'Clauses')
    stage.set_day('1892-01-01')


@scene
def sources(stage):
    open_panel(stage, 'Dual Alliance', 'Sources')


@scene
def main_menu(stage):
    stage.open_table().press('F10')


@scene
def keyboard_shortcuts(stage):
    window = stage.open_table()
    window.press('ctrl+question')


@scene
def about(stage):
    window = stage.open_table()
    window.press('F10')
    window.find('About Foedera').click()


@scene
def year_with_news(stage):
    window = stage.open()
    window.press('alt+1')
    slider = window.find('Alliances in force by year', role='slider')
    wait_until(lambda: slider.value > 1000, 'the years to be counted')
    slider.value = 1955


@scene
def changes(stage):
    year_with_news(stage)
    stage.window.press('ctrl+shift+d')
    stage.window.find('Changes in the order of time')


@scene
def changes_marked(stage):
    changes(stage)
    stage.window.press('Escape')
    stage.window.wait_until_gone('What Changed', role='dialog')


@scene
def no_changes(stage):
    window = stage.open_table()
    window.press('ctrl+d')
    window.write('1905')
    window.press('Return')
    window.press('ctrl+shift+d')
    window.find('Nothing Changed')


@scene
def history(stage):
    stage.open_table().press('ctrl+h')


@scene
def history_taken_back(stage):
    history(stage)
    stage.window.find('Take back: Import of 15 files').click()


@scene
def export(stage):
    stage.open_table().press('ctrl+e')


@scene
def import_preview(stage):
    stage.open_import(stage.write('changed.xml', stage.command('export', '--alliance', 'anzus')
                                  .replace('Security Treaty', 'Treaty of Security')))


@scene
def imported(stage):
    import_preview(stage)
    stage.window.find('Import', role='dialog').find('Import', role='push button').click()
    stage.window.find(re.compile('^Imported'))


@scene
def import_of_nothing_new(stage):
    stage.open_import(stage.write('anzus.xml', stage.command('export', '--alliance', 'anzus')))


@scene
def import_refused(stage):
    stage.open_import(stage.write('mistaken.xml', MISTAKEN_XML))


@scene
def empty_library(stage):
    path = stage.path('empty.foedera')
    source = stage.write('nothing.xml', MISTAKEN_XML)
    subprocess.run([os.environ['FOEDERA_CLI'], '--library', path, 'import', source], check=False,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    stage.open(path)


@scene
def not_a_library(stage):
    stage.open(stage.write('letter.foedera', 'Dear Sir,\n' * 500))


@scene
def no_such_library(stage):
    stage.open(stage.path('missing.foedera'))


@scene
def library_from_the_future(stage):
    path = stage.path('future.foedera')
    stage.command('--library', path, 'import', stage.write('anzus.xml', stage.command('export', '--alliance', 'anzus')))
    database = sqlite3.connect(path)
    database.execute('PRAGMA user_version = 9999')
    database.close()
    stage.open(path)


@scene
def damaged_library(stage):
    path = stage.path('damaged.foedera')
    stage.command('--library', path, 'import', stage.write('anzus.xml', stage.command('export', '--alliance', 'anzus')))
    with open(path, 'r+b') as file:
        file.seek(100)
        file.write(b'\xff' * 20000)
    stage.open(path)


@scene
def library_in_use(stage):
    path = stage.path('used.foedera')
    stage.command('--library', path, 'import', stage.write('anzus.xml', stage.command('export', '--alliance', 'anzus')))
    stage.lock = sqlite3.connect(path, isolation_level=None)
    stage.lock.execute('PRAGMA locking_mode = EXCLUSIVE')
    stage.lock.execute('BEGIN EXCLUSIVE')
    stage.open(path).find('The Library Is in Use', timeout=60)
