# SPDX-License-Identifier: GPL-3.0-or-later
"""The graph as a person finds things in it: nodes by their names, ties by the nodes at their ends."""

from foedera_window import wait_until

PICTURE = 'Picture of alliances and states'


def node(window, label):
    """Waits for a node: a button that the pointer goes through, so nothing is found where it is."""
    def search():
        return next((widget for widget in window.look().walk()
                     if widget.label == label and widget.role == 'push button' and widget.description), None)
    return wait_until(search, f'the node {label}')


def middle(window, label):
    """Returns where in its window the middle of a node is, once the picture stands still."""
    places = []
    while len(places) < 3 or places[-1] != places[-3]:
        left, top, width, height = node(window, label).box()
        places.append((left + width / 2, top + height / 2))
    return places[-1]


def move_to(window, label, x, y):
    """Moves the pointer to a place in the window that the node @label stands in."""
    origin = window.origin(node(window, label))
    window.xdotool('mousemove', str(origin[0] + round(x)), str(origin[1] + round(y)))


def click_node(window, label, button=1):
    """Clicks a node with the pointer."""
    move_to(window, label, *middle(window, label))
    window.xdotool('click', str(button))
    if button == 1:
        wait_until(lambda: node(window, label).checked, f'{label} to be selected')


def click_tie(window, first, second, share=0.5):
    """Clicks the line between two nodes with the pointer, @share of the way along."""
    a, b = middle(window, first), middle(window, second)
    move_to(window, first, a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)
    window.xdotool('click', '1')
