# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives Foedera's real window from outside, as assistive technology does: by the labels that a person is told.

A test is a WindowTestCase run by main() under build-aux/with-display. Nothing here knows a class of the toolkit.
Where there is no label for something, give it one: who can't see needs it too.
"""

import contextlib
import gettext
import os
import re
import subprocess
import sys
import tempfile
import time
import unittest

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, Gio, GLib  # noqa: E402

TIMEOUT = float(os.environ.get('FOEDERA_TEST_TIMEOUT', '30'))
COMPLAINT = re.compile(r'\b(WARNING|CRITICAL|ERROR)\b \*\*|runtime error:|AddressSanitizer|LeakSanitizer')
ROOT = '/org/a11y/atspi/accessible/root'

# What GTK 4.8 calls what has no name.
NAMELESS = re.compile(r'^(Gtk|Adw|Explorer)[A-Z]\w*$')

# What some versions of GTK and AT-SPI call what others call otherwise.
ROLES = {'button': 'push button', 'toggle button': 'push button'}

# The roles of what holds a text that can be changed, and the actions that press something.
ENTRIES = ('entry', 'text', 'password text')
ACTIONS = ('click', 'toggle', 'activate', 'press')


def wait_until(condition, what, timeout=TIMEOUT):
    """Waits until @condition returns something true, and returns that; fails with @what after @timeout seconds."""
    end = time.monotonic() + timeout
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise AssertionError(f'waited {timeout:g} s for {what}')
        time.sleep(0.1)


def read_catalogue():
    """Returns what each string of the program may be in the language it is tested in."""
    path = os.environ.get('FOEDERA_CATALOGUE')
    if not path or not os.path.exists(path):
        return {}
    with open(path, 'rb') as file:
        catalogue = gettext.GNUTranslations(file)._catalog
    words = {}
    for key, word in catalogue.items():
        if isinstance(key, str):
            words.setdefault(key.rpartition('\4')[2].replace('_', ''), set()).add(word.replace('_', ''))
    return words


def plain_spaces(text):
    """Returns a text as it is read: a space that keeps words on one line is a space."""
    return text.replace('\N{NO-BREAK SPACE}', ' ')


def plain_label(label):
    """Returns what a thing is called, without what GTK 4.8 makes of it."""
    if NAMELESS.match(label):
        return ''
    label = plain_spaces(label)
    # A button with a mnemonic is told as “_Open Open”.
    half = label.find(' ', len(label) // 2)
    if half > 0 and label[:half].replace('_', '') == label[half + 1:]:
        return label[half + 1:]
    return label


class Bus:
    """The bus on which programs tell what is on the screen."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                    Gio.DBusCallFlags.NONE, -1, None)[0]
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None, None)

    def call(self, name, path, interface, method, signature=None, *values):
        """Calls a method of AT-SPI and returns its results."""
        arguments = GLib.Variant(signature, values) if signature else None
        return self.connection.call_sync(name, path, f'org.a11y.atspi.{interface}', method, arguments, None,
                                         Gio.DBusCallFlags.NONE, -1, None)

    def children(self, name, paths):
        """Returns what stands in each of @paths, asked for all at once."""
        found = {path: [] for path in paths}
        waiting = set(paths)

        def answered(connection, result, path):
            waiting.discard(path)
            try:
                found[path] = [child for _, child in connection.call_finish(result)[0]]
            except GLib.Error:
                # It went away meanwhile.
                pass

        for path in paths:
            self.connection.call(name, path, 'org.a11y.atspi.Accessible', 'GetChildren', None, None,
                                 Gio.DBusCallFlags.NONE, -1, None, answered, path)
        while waiting:
            GLib.MainContext.default().iteration(True)
        return found

    def application(self, process_id):
        """Returns the name under which a process tells what it shows, or None."""
        for name, _ in self.call('org.a11y.atspi.Registry', ROOT, 'Accessible', 'GetChildren')[0]:
            owner = self.connection.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                                              'GetConnectionUnixProcessID', GLib.Variant('(s)', (name,)), None,
                                              Gio.DBusCallFlags.NONE, -1, None)[0]
            if owner == process_id:
                return name
        return None


class Widget:
    """Something on the screen, as it is told to those who do not see it.

    What it is called and what stands in it are as they were when it was found; its state and place are asked for anew.
    """

    def __init__(self, window, path, parent):
        self.window = window
        self.path = path
        self.parent = parent
        self.children = []
        self.label = ''
        self.role = ''
        self.description = ''
        self.interfaces = ()
        self.hidden = False

    def call(self, interface, method, signature=None, *values):
        """Calls a method of AT-SPI on it."""
        return self.window.bus.call(self.window.name, self.path, interface, method, signature, *values)

    def has_state(self, state):
        """Whether it is in a state of Atspi.StateType now, given by name: checked, selected, focused, …"""
        return has_state(self.call('Accessible', 'GetState')[0], state)

    @property
    def checked(self):
        """Whether a check box, toggle or tab is on."""
        return self.has_state('checked') or self.has_state('pressed') or self.has_state('selected')

    @property
    def sensitive(self):
        """Whether it can be used now."""
        return self.has_state('sensitive')

    @property
    def mistaken(self):
        """Whether what is typed in it is told to be a mistake; GTK 4.8 says it by the state of what is no more."""
        return self.has_state('invalid') or self.has_state('invalid_entry')

    @property
    def showing(self):
        """Whether it is on the screen now, or could be scrolled there: its page is open, and nothing hides it."""
        try:
            if self.window.newer:
                return self.has_state('showing') and min(self.box()[2:]) > 0
            return self._is_found_at_a_point()
        except GLib.Error:
            # It went away meanwhile.
            return False

    def _is_found_at_a_point(self):
        widget = self
        # What can't be used is not found at a point, nor is the text of an entry; what it stands in is.
        while widget.parent is not None and (not widget.sensitive or widget.role in ENTRIES):
            widget = widget.parent
        if 'org.a11y.atspi.Component' not in widget.interfaces:
            return True
        left, top, width, height = widget.box()
        if width <= 0 or height <= 0:
            return False
        points = ((width // 2, height // 2), (2, 2), (width - 2, height - 2), (2, height // 2), (width // 2, 2))
        return any(widget.call('Component', 'GetAccessibleAtPoint', '(iiu)', left + x, top + y, 1)[0][1]
                   != '/org/a11y/atspi/null' for x, y in points)

    def box(self):
        """Returns where in its window it is: left, top, width and height in pixels."""
        # Asking for the place on the screen, which GTK does not know, makes the program warn.
        return self.call('Component', 'GetExtents', '(u)', 1)[0]

    def walk(self):
        """Yields it and everything below it, each before what stands in it, but nothing that is hidden for good."""
        if self.hidden:
            return
        yield self
        for child in self.children:
            yield from child.walk()

    def look(self):
        """Looks again at what stands in it now."""
        self.window.look_at(self)
        return self

    def find_all(self, label=None, role=None):
        """Returns everything below that shows now and has this label (a string, or a compiled pattern) and role."""
        words = self.window.catalogue.get(label, ())
        role = ROLES.get(role, role)

        def fits(widget):
            if widget is self or role not in (None, widget.role):
                return False
            if isinstance(label, re.Pattern):
                return label.search(widget.label) is not None
            return label in (None, widget.label) or widget.label in words
        return [widget for widget in self.look().walk() if fits(widget) and widget.showing]

    def find(self, label=None, role=None, timeout=TIMEOUT):
        """Waits for something that has this label and role, and returns the first."""
        wanted = ' '.join(str(part) for part in (role, repr(label)) if part)
        return wait_until(lambda: self.find_all(label, role), wanted, timeout)[0]

    def is_there(self, label=None, role=None):
        """Whether something with this label and role shows now."""
        return bool(self.find_all(label, role))

    def wait_until_gone(self, label=None, role=None, timeout=TIMEOUT):
        """Waits until nothing with this label and role shows any more."""
        wait_until(lambda: not self.is_there(label, role), f'{role or ""} {label!r} to go', timeout)

    @property
    def text(self):
        """What is written in it now: of an entry its text, else the labels in it, one a line."""
        if self.role in ENTRIES:
            # On GTK 4.8 the end of the text cannot be asked for as -1.
            return self.call('Text', 'GetText', '(ii)', 0, 1 << 30)[0]
        return '\n'.join(widget.label for widget in self.look().walk()
                         if widget.role in ('label', 'static', 'link', 'heading') and widget.label)

    @property
    def told(self):
        """How it is described now."""
        return plain_spaces(self._property('Get', '(ss)', 'org.a11y.atspi.Accessible', 'Description')[0])

    @property
    def value(self):
        """Where a slider stands now."""
        return self._property('Get', '(ss)', 'org.a11y.atspi.Value', 'CurrentValue')[0]

    @value.setter
    def value(self, value):
        self._property('Set', '(ssv)', 'org.a11y.atspi.Value', 'CurrentValue', GLib.Variant('d', value))

    def _property(self, method, signature, *values):
        return self.window.bus.connection.call_sync(
            self.window.name, self.path, 'org.freedesktop.DBus.Properties', method, GLib.Variant(signature, values), None,
            Gio.DBusCallFlags.NONE, -1, None)

    def actions(self):
        """Returns the names of what can be done with it."""
        if 'org.a11y.atspi.Action' not in self.interfaces:
            return []
        return [name for name, _, _ in self.call('Action', 'GetActions')[0]]

    def do(self, action):
        """Does one of actions()."""
        self.call('Action', 'DoAction', '(i)', self.actions().index(action))

    def click(self):
        """Presses it: by its own action if it has one, else with the pointer in its middle.

        GTK 4.18 tells of no action of check boxes and radio buttons, and where they are only roughly, as places there
        leave out how far the parts of a thing are from its edges: a key and the row a button stands in do the same.
        """
        for widget in self.look().walk():
            if widget.role in ('label', 'static', 'entry'):
                continue
            for action in widget.actions():
                if action.lower() in ACTIONS:
                    widget.do(action)
                    # A press is shown for a quarter of a second before it has its effect; the program may be busy then.
                    time.sleep(0.3)
                    self.window.frames()
                    return
        if self.window.newer and self.role == 'check box':
            self.focus()
            self.window.press('space')
        elif self.window.newer and self.role == 'radio button':
            next((row for row in self.ancestors() if row.role == 'list item'), self).point_and_click()
        else:
            self.point_and_click()

    def focus(self):
        """Moves the keyboard's focus on until it has it."""
        for _ in range(300):
            if self.has_state('focused'):
                return
            self.window.press('Tab')
            time.sleep(0.1)
        raise AssertionError(f'{self.role} “{self.label}” cannot be reached with the keyboard')

    def labels(self):
        """Returns the text of what is said to label it."""
        try:
            paths = [path for relation, targets in self.call('Accessible', 'GetRelationSet')[0]
                     if relation == int(Atspi.RelationType.LABELLED_BY) for _, path in targets]
            return ' '.join(self.window.bus.call(self.window.name, path, 'Text', 'GetText', '(ii)', 0, 1 << 30)[0]
                            for path in paths)
        except GLib.Error:
            # It went away meanwhile.
            return ''

    def scroll_to(self):
        """Turns the mouse wheel until some of it can be seen."""
        for _ in range(300):
            hidden = self.hidden_by()
            if hidden is None:
                return
            widget, below, beside = hidden
            x, y = widget.middle()
            wheel = '5' if below > 0 else '4' if below < 0 else '7' if beside > 0 else '6'
            self.window.xdotool('mousemove', str(x), str(y), 'click', wheel)
            time.sleep(0.02)
        raise AssertionError(f'{self.role} “{self.label}” cannot be scrolled to')

    def hidden_by(self):
        """Returns what it has to be scrolled in to be seen, and how far down and to the right; or None."""
        left, top, width, height = self.box()
        for widget in self.ancestors():
            other = widget.box()
            if min(left + width, other[0] + other[2]) - max(left, other[0]) < min(width, 8) or \
                    min(top + height, other[1] + other[3]) - max(top, other[1]) < min(height, 8):
                return widget, top + height // 2 - other[1] - other[3] // 2, left - other[0]
        return None

    def ancestors(self):
        """Yields what it stands in and is cut off by, from the inside out."""
        inner = self
        while inner.parent.parent is not None:
            outer = inner.parent
            if 'org.a11y.atspi.Component' in outer.interfaces:
                # A list or menu that a button opens lies over the window.
                if outer.role in ('combo box', 'push button') and inner.box()[3] > outer.box()[3]:
                    return
                yield outer
            inner = outer

    def middle(self):
        """Returns where on the screen the middle is of what can be seen of it."""
        left, top, width, height = self.box()
        right, bottom = left + width, top + height
        for widget in self.ancestors():
            other = widget.box()
            left, top = max(left, other[0]), max(top, other[1])
            right, bottom = min(right, other[0] + other[2]), min(bottom, other[1] + other[3])
        origin = self.window.origin(self)
        return origin[0] + (left + right) // 2, origin[1] + (top + bottom) // 2

    def point(self):
        """Moves the pointer over it, as soon as it stays where it is."""
        self.scroll_to()
        place = None
        while place != self.box():
            place = self.box()
            time.sleep(0.1)
        x, y = self.middle()
        self.window.xdotool('mousemove', str(x), str(y))

    def point_and_click(self, button=1, repeat=1):
        """Clicks it with the pointer."""
        self.point()
        self.window.xdotool('click', '--repeat', str(repeat), str(button))

    def type(self, text):
        """Replaces the text of an entry, as if typed."""
        self.call('EditableText', 'SetTextContents', '(s)', text)

    def row_widgets(self):
        """Returns the rows of a table or list that exist now, without the row of titles."""
        return [widget for widget in self.look().walk()
                if widget.role in ('table row', 'list item', 'tree item')
                and any(cell.role in ('table cell', 'label', 'static') for cell in widget.children)]

    def rows(self):
        """Returns the rows of a table or list that exist now, each a list of the texts of its cells."""
        return [row.cells() for row in self.row_widgets()]

    def cells(self):
        """Returns the texts of the cells of a row."""
        def text(cell):
            return '\n'.join(widget.label for widget in cell.walk() if widget.role in ('label', 'static', 'link')
                             and widget.label)
        return [text(cell) for cell in [child for child in self.children if child.role == 'table cell'] or [self]]

    def row(self, *texts, timeout=TIMEOUT):
        """Waits for the row that has a cell with each of @texts and returns it."""
        def search():
            return next((row for row in self.row_widgets() if set(texts) <= set(row.cells())), None)
        return wait_until(search, f'a row with {texts}', timeout)


def has_state(words, state):
    """Whether a state of Atspi.StateType, given by name, is among the two words of bits that AT-SPI tells."""
    position = int(getattr(Atspi.StateType, state.upper()))
    return bool(words[position // 32] >> (position % 32) & 1)


class Window(Widget):
    """The program, started with @arguments, and its windows."""

    def __init__(self, *arguments, environment=None):
        self.log = tempfile.TemporaryFile('w+', encoding='utf-8', errors='replace')
        self.process = subprocess.Popen([os.environ['FOEDERA_PROGRAM'], *arguments], stdin=subprocess.DEVNULL,
                                        stdout=self.log, stderr=self.log, env={**os.environ, **(environment or {})})
        self.catalogue = read_catalogue()
        self.bus = Bus()
        self.name = wait_until(self._find_application, 'the program to show itself')
        # What GTK tells has changed. Of a page that is not open, it told all as if it showed, and now tells nothing.
        self.newer = self.toolkit_version() >= (4, 10)
        super().__init__(self, ROOT, None)
        self.frame()

    def _find_application(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}:\n{self.output()}')
        return self.bus.application(self.process.pid)

    def toolkit_version(self):
        """Returns which GTK the program runs on, as numbers."""
        version = self.bus.connection.call_sync(
            self.name, ROOT, 'org.freedesktop.DBus.Properties', 'Get',
            GLib.Variant('(ss)', ('org.a11y.atspi.Application', 'Version')), None, Gio.DBusCallFlags.NONE, -1, None)[0]
        return tuple(int(number) for number in version.split('.'))

    def look_at(self, top):
        """Asks anew what stands in @top."""
        level = {top.path: top}
        found = dict(level)
        while level:
            below = {}
            for path, children in self.bus.children(self.name, list(level)).items():
                level[path].children = []
                for child in children:
                    if child not in found:
                        found[child] = below[child] = Widget(self, child, level[path])
                        level[path].children.append(below[child])
            level = below
        for (_, path), _, _, _, _, interfaces, label, role, description, states in \
                self.bus.call(self.name, '/org/a11y/atspi/cache', 'Cache', 'GetItems')[0]:
            widget = found.get(path)
            if widget is not None:
                widget.label = plain_label(label)
                name = Atspi.role_get_name(Atspi.Role(role))
                widget.role = ROLES.get(name, name)
                widget.description = plain_spaces(description)
                widget.interfaces = interfaces
                widget.hidden = path != ROOT and not has_state(states, 'visible')
                # GTK 4.18 hides what is written in the items of a menu, and so does not find their names.
                if self.newer and widget.role == 'menu item':
                    widget.label = widget.label or widget.labels()

    def frames(self):
        """Returns the windows that are open: the main window and its dialogs."""
        return list(self.look().children)

    def frame(self):
        """Waits for a window and returns the first."""
        return wait_until(self.frames, 'a window')[0]

    def output(self):
        """Returns what the program has printed so far."""
        self.log.seek(0)
        return self.log.read()

    def complaints(self):
        """Returns the warnings that the program has printed so far."""
        return [line for line in self.output().splitlines() if COMPLAINT.search(line)]

    @contextlib.contextmanager
    def listen(self, signal):
        """Hears what the program tells of itself; yields a function that returns (role, what, value) of each so far."""
        self.look()
        heard = []
        # Programs tell only those what they have asked for.
        self.bus.call('org.a11y.atspi.Registry', '/org/a11y/atspi/registry', 'Registry', 'RegisterEvent', '(sass)',
                      f'object:{re.sub("(?<!^)(?=[A-Z])", "-", signal).lower()}', [], '')
        subscription = self.bus.connection.signal_subscribe(
            None, 'org.a11y.atspi.Event.Object', signal, None, None, Gio.DBusSignalFlags.NONE,
            lambda connection, sender, path, interface, name, values: heard.append((path, values.unpack())))

        def read():
            while GLib.MainContext.default().iteration(False):
                pass
            roles = {widget.path: widget.role for widget in self.walk()}
            return [(roles.get(path), values[0], values[3]) for path, values in heard]
        try:
            yield read
        finally:
            self.bus.connection.signal_unsubscribe(subscription)

    def xdotool(self, *arguments):
        """Lets xdotool move the pointer or press keys, and returns what it prints."""
        return subprocess.run(['xdotool', *arguments], check=True, stdout=subprocess.PIPE, encoding='utf-8').stdout

    def origin(self, widget):
        """Returns where on the screen the window begins that @widget stands in."""
        while widget.parent.parent is not None:
            widget = widget.parent
        box = widget.box()
        # A dialog is active while it shows; the outline of a window is as wide on every side.
        geometry = dict(re.findall(r'(\w+)=(\d+)', self.xdotool('getactivewindow', 'getwindowgeometry', '--shell')))
        left, top, width, height = (int(geometry[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT'))
        # GTK 4.18 tells the place of a window as if it began where its border ends, and what stands in it likewise.
        return left + (width - box[2]) // 2 - 2 * box[0], top + (height - box[3]) // 2 - 2 * box[1]

    def press(self, *keys):
        """Presses keys as xdotool names them, for example ctrl+f or Escape."""
        self.xdotool('key', *keys)

    def write(self, text):
        """Types @text on the keyboard."""
        self.xdotool('type', '--delay', '5', '--', text)

    def maximise(self):
        """Fills the screen with the window."""
        if not self.fills_screen():
            self.frame().do('window.toggle-maximized')
            wait_until(self.fills_screen, 'the window to fill the screen')

    def fills_screen(self):
        """Whether the first window is as large as the screen, but for its outline."""
        width, height = (int(length) for length in self.xdotool('getdisplaygeometry').split())
        box = self.frame().box()
        return width - box[2] < 20 and height - box[3] < 20

    def larger_than_screen(self):
        """Whether a window needs more room than the screen has, so that some of it is cut off."""
        width, height = (int(length) for length in self.xdotool('getdisplaygeometry').split())
        return any(frame.box()[2] > width or frame.box()[3] > height for frame in self.frames())

    def picture(self, path):
        """Saves what the screen shows as soon as it keeps still."""
        self.xdotool('mousemove', '0', '0')
        seen, n_same = None, 0
        for _ in range(100):
            time.sleep(0.1)
            shown = subprocess.run(['import', '-window', 'root', '-depth', '8', 'rgb:-'], check=True,
                                   stdout=subprocess.PIPE).stdout
            n_same = n_same + 1 if shown == seen else 0
            if n_same == 5:
                break
            seen = shown
        size = 'x'.join(self.xdotool('getdisplaygeometry').split())
        subprocess.run(['convert', '-size', size, '-depth', '8', 'rgb:-', path], check=True, input=shown)

    def close(self):
        """Closes the windows and returns the exit status of the program."""
        try:
            wait_until(self._close_one, 'the program to end')
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
        return self.process.returncode

    def _close_one(self):
        try:
            if self.process.poll() is None:
                for frame in self.frames()[-1:]:
                    frame.do('window.close')
        except GLib.Error:
            # It ended while it was asked.
            pass
        time.sleep(0.1)
        return self.process.poll() is not None


class WindowTestCase(unittest.TestCase):
    """A test with windows of its own; each must end well and without a warning."""

    def open(self, *arguments, environment=None):
        """Starts the program and returns its window, which is closed and examined when the test ends."""
        window = Window(*arguments, environment=environment)
        self.addCleanup(self._close, window)
        return window

    def _close(self, window):
        status = window.close()
        complaints = window.complaints()
        output = window.output()
        window.log.close()
        self.assertEqual(complaints, [], 'the program complained')
        self.assertEqual(status, 0, output)


class TapResult(unittest.TestResult):
    """Prints each test as a line of TAP, so that meson counts it."""

    def startTest(self, test):
        super().startTest(test)
        self.skip_reason = None
        self.details = []

    def addError(self, test, err):
        super().addError(test, err)
        self.details.append(self.errors[-1][1])

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.details.append(self.failures[-1][1])

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.skip_reason = reason

    def stopTest(self, test):
        title = (test.shortDescription() or test.id().split('.', 1)[-1]).replace('#', '')
        skipped = f' # SKIP {self.skip_reason}' if self.skip_reason else ''
        print(f'{"not ok" if self.details else "ok"} {self.testsRun} {title}{skipped}')
        sys.stdout.flush()
        # Meson shows of a program that speaks TAP only what it writes to standard error.
        for details in self.details:
            print(details, file=sys.stderr)
        super().stopTest(test)


def main():
    """Runs the tests of the program's file and leaves."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    print(f'1..{suite.countTestCases()}')
    result = TapResult()
    suite.run(result)
    sys.exit(0 if result.wasSuccessful() else 1)
