# SPDX-License-Identifier: GPL-3.0-or-later
"""The graph as a person finds things in it: nodes by their names, ties by the nodes at their ends."""

import os

from foedera_window import wait_until

PICTURE = 'Picture of alliances and states'


def translate_beginning(window, beginning):
    """Returns what begins so, and how the same begins in the language of the program."""
    return beginning, *(word for key, words in window.catalogue.items() if key.startswith(beginning) for word in words)


def node(window, label, picture='Picture of'):
    """Waits for a node: a button that the pointer goes through, so nothing is found where it is. @picture is how what
    it stands in begins; the pictures of views that are not shown are there, too."""
    names = translate_beginning(window, picture)

    def search():
        return next((widget for shown in window.look().walk() if shown.label.startswith(names) for widget in shown.walk()
                     if widget.label == label and widget.role == 'push button' and widget.description), None)
    return wait_until(search, f'the node {label}')


def middle(window, label, picture='Picture of'):
    """Returns where in its window the middle of a node is, once the picture stands still."""
    places = []
    while len(places) < 3 or places[-1] != places[-3]:
        left, top, width, height = node(window, label, picture).box()
        places.append((left + width / 2, top + height / 2))
    return places[-1]


def move_to(window, label, x, y, picture='Picture of'):
    """Moves the pointer to a place in the window that the node @label stands in."""
    origin = window.origin(node(window, label, picture))
    window.xdotool('mousemove', str(origin[0] + round(x)), str(origin[1] + round(y)))


def click_node(window, label, button=1, picture='Picture of'):
    """Clicks a node with the pointer."""
    move_to(window, label, *middle(window, label, picture), picture)
    window.xdotool('click', str(button))
    if button == 1:
        wait_until(lambda: node(window, label, picture).checked, f'{label} to be selected')


def click_tie(window, first, second, share=0.5):
    """Clicks the line between two nodes with the pointer, @share of the way along."""
    a, b = middle(window, first), middle(window, second)
    move_to(window, first, a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
    window.xdotool('click', '1')


def drag_node(window, label, x, y):
    """Drags a node by so many pixels."""
    left, top = middle(window, label)
    move_to(window, label, left, top)
    window.xdotool('mousedown', '1')
    for share in (0.1, 0.4, 0.7, 1):
        move_to(window, label, left + x * share, top + y * share)
    window.xdotool('mouseup', '1')


def choose(window, label, item):
    """Chooses something from the menu of a node. After a menu that was used without the pointer, as here, the next press
    may do no more than end its grab; then it takes another."""
    click_node(window, label, button=3)
    try:
        window.find(item, role='menu item', timeout=15)
    except AssertionError:
        click_node(window, label, button=3)
    window.find(item, role='menu item').click()


def save_picture(case, window, button, format_name, name):
    """Saves what is shown, from the menu behind @button, and returns the path of the file."""
    path = case.path(name)
    window.find(button, role='push button').click()
    window.find('Save Picture…', role='menu item').click()
    dialog = window.find('Save Picture', role='dialog')
    dialog.find(format_name, role='radio button').click()
    dialog.find('Save…', role='push button').click()
    case.choose_file(window, 'Save Picture As', path)
    wait_until(lambda: os.path.exists(path), 'the file')
    window.find(f'Saved as “{name}”')
    return path
