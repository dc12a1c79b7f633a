# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scenes of build-aux/pictures are made of: the stage on which the window stands, and ways about in it."""

import os
import sqlite3
import subprocess
import tempfile

from foedera_graph import PICTURE
from foedera_library import LISTINGS
from foedera_window import Window, wait_until

SCENES = {}


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

    def copy_library(self, name):
        """Copies the library that comes with the program and returns the path of the copy."""
        self.command('backup', self.path(name))
        return self.path(name)

    def open_damaged(self, table, *keys):
        """Opens a library, goes somewhere by keys, and takes a table away that what is looked at next is read from."""
        path = self.copy_library('damaged.foedera')
        window = self.open(path)
        window.press(*keys)
        window.find('Search and filters')
        with sqlite3.connect(path) as database:
            database.execute(f'DROP TABLE {table}')
        return window

    def open_import(self, *paths):
        """Starts the program with files, which it asks about before they are imported."""
        window = self.open(*paths)
        window.find('Import', role='dialog').find('Cancel', role='push button')
        return window

    def set_day(self, text):
        """Types a year or date, and waits until it is on."""
        self.type_day(text)
        self.window.find('Clear All', role='push button')

    def type_day(self, text):
        """Types a year or date, or what is none."""
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
    names = {'Details', *window.catalogue.get('Details', ())}
    # Beside a side that lies over the view, GTK 4.8 finds the button at none of its points.
    button = next(widget for widget in window.look().walk() if widget.role == 'push button' and widget.label in names)
    if not button.checked:
        button.click()
    wait_until(lambda: button.checked, 'the details to open')


def select(stage, name, *arguments):
    """Opens the table and selects the alliance @name in it."""
    window = stage.open_table(*arguments)
    window.find(role='tree table').row(name).click()
    show_details(window)
    window.find('Overview')
    return window


def list_things(window, listing):
    """Chooses what the table lists."""
    window.find('Listing', role='combo box').click()
    window.find(LISTINGS[-2], role='label')
    window.press('Home', *['Down'] * LISTINGS.index(listing), 'Return')
    window.wait_until_gone(LISTINGS[-2], role='list item')


def open_panel(stage, alliance, panel, *arguments):
    """Selects an alliance and opens one of the panels about it."""
    window = select(stage, alliance, *arguments)
    tab = window.find(panel, role='push button')
    tab.click()
    wait_until(lambda: tab.checked, f'the panel {panel}')


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
        window.wait_until_gone(choice[-1], role='menu item')
    return window


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
