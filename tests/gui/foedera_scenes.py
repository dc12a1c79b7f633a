# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenes that build-aux/pictures takes pictures of: each brings the window into a state worth looking at."""

from foedera_window import Window

SCENES = {}


def scene(function):
    """Makes a function that is given a Stage a scene, named after it."""
    SCENES[function.__name__.replace('_', '-')] = function
    return function


class Stage:
    """Opens the window for a scene."""

    def __init__(self):
        self.window = None

    def open(self, *arguments, environment=None):
        """Starts the program and fills the screen with its window."""
        self.window = Window(*arguments, environment=environment)
        self.window.maximise()
        return self.window


def play(function, path):
    """Plays a scene, saves what the screen shows at its end, and returns what the program complained of."""
    stage = Stage()
    try:
        function(stage)
        stage.window.picture(path)
        return stage.window.complaints()
    finally:
        if stage.window is not None:
            stage.window.process.terminate()
            stage.window.process.wait()


@scene
def graph(stage):
    """What is seen first."""
    stage.open().find('Graph').click()


@scene
def table(stage):
    window = stage.open()
    window.find('Table').click()
    window.find('Alliances')
