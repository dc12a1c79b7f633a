# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenes of the window itself: its views, its panels, and what they show where there is nothing."""

import re

from foedera_graph import PICTURE, choose, click_node, drag_node, node
from foedera_library import NEW_XML
from foedera_stage import (draw_graph, list_things, open_graph, open_map, open_panel, open_timeline, scene, select,
                           show_details)
from foedera_window import Window, wait_until

NATO = 'North Atlantic Treaty Organization'


@scene
def first_look(stage):
    stage.open()


@scene
def graph(stage):
    stage.open().press('alt+1')


@scene
def graph_on_a_day(stage):
    open_graph(stage, '1914-08-01')


@scene
def graph_of_states(stage):
    draw_graph(stage, '1900', 'States')


@scene
def graph_of_overlaps(stage):
    draw_graph(stage, '1960', 'Overlaps')


@scene
def graph_by_region(stage):
    draw_graph(stage, '1960', 'Alliances & States', ('In a Circle by Region',))


@scene
def graph_by_community(stage):
    draw_graph(stage, '1960', 'Alliances & States', ('In a Circle by Community',))


@scene
def graph_as_on_the_map(stage):
    draw_graph(stage, '1960', 'Alliances & States', ('As on the Map',))


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
def graph_selected(stage):
    window = open_graph(stage, '1960')
    click_node(window, NATO)
    show_details(window)


@scene
def graph_menu(stage):
    open_graph(stage, '1960').find('Arrangement').click()


@scene
def graph_menu_of_sizes(stage):
    window = open_graph(stage, '1960')
    window.find('Arrangement').click()
    window.find('Size', role='menu item').click()
    window.find('By Closeness', role='menu item')


@scene
def menu_of_a_node(stage):
    window = open_graph(stage, '1914-06-01')
    click_node(window, 'Germany', button=3)
    window.find('Path From Here', role='menu item')


@scene
def menu_of_a_pinned_node(stage):
    pinned_node(stage)
    choose(stage.window, 'Italy', 'Path From Here')
    click_node(stage.window, 'Germany', button=3)
    stage.window.find('Unpin', role='menu item')


@scene
def pinned_node(stage):
    window = stage.open(stage.copy_library('pins.foedera'))
    stage.set_day('1914-06-01')
    window.find(PICTURE)
    drag_node(window, 'Germany', -80, 50)
    wait_until(lambda: ',' in node(window, 'Germany').description, 'the pin')


@scene
def graph_near(stage):
    window = open_graph(stage, '1914-06-01')
    choose(window, 'Italy', 'Show Only What Is Near')
    window.find('Show everything', role='push button')


@scene
def path_to_be_chosen(stage):
    window = open_graph(stage, '1914-06-01')
    choose(window, 'Germany', 'Path From Here')
    window.find('Show everything', role='push button')


@scene
def path(stage):
    path_to_be_chosen(stage)
    choose(stage.window, 'Italy', 'Path to Here')


@scene
def path_that_is_none(stage):
    path_to_be_chosen(stage)
    choose(stage.window, 'Russia', 'Path to Here')


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
def why_states_are_tied(stage):
    window = draw_graph(stage, '1914-06-01', 'States')
    click_node(window, 'Germany')
    window.press('w')
    window.find('Ties', role='list')
    window.press('Return')
    wait_until(lambda: window.find('Copy Citation', role='push button').sensitive, 'the reasons')


@scene
def graph_without_match(stage):
    stage.open()
    stage.set_day('1700')


@scene
def graph_that_failed(stage):
    window = stage.open_damaged('party', 'alt+2')
    window.press('alt+1')
    window.find('The Graph Can’t Be Drawn')


@scene
def map_of_alliances(stage):
    open_map(stage)


@scene
def map_on_a_day(stage):
    open_map(stage, '1914-08-01').find('Borders are those of today')


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
def map_why_a_tie(stage):
    map_of_obligations(stage)
    stage.window.press('w')
    stage.window.find('Ties', role='list')
    stage.window.press('Return')
    wait_until(lambda: stage.window.find('Copy Citation', role='push button').sensitive, 'the reasons')


@scene
def map_without_match(stage):
    window = stage.open()
    window.press('alt+4')
    stage.set_day('1700')


@scene
def map_that_failed(stage):
    window = stage.open_damaged('party', 'alt+2')
    window.press('alt+4')
    window.find('The Map Can’t Be Drawn')


@scene
def timeline(stage):
    open_timeline(stage)


def open_row(stage):
    """Shows the timeline and opens a row of it with the keyboard."""
    window = open_timeline(stage)
    timeline = window.find('Alliances over time', role='tree')
    timeline.find(NATO, role='tree item').point_and_click()
    wait_until(lambda: timeline.find(NATO, role='tree item').checked, 'the row to be selected')
    window.press('Return')
    timeline.find('Defence', role='tree item')
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
    window.wait_until_gone('By Region')


@scene
def timeline_menu(stage):
    window = open_timeline(stage)
    window.find('Arrange').click()
    window.find('By Region')


@scene
def timeline_on_a_day(stage):
    open_timeline(stage)
    stage.set_day('1914-08-01')


@scene
def timeline_without_match(stage):
    open_timeline(stage)
    stage.set_day('1700')


@scene
def timeline_that_failed(stage):
    window = stage.open_damaged('event', 'alt+2')
    window.press('alt+3')
    window.find('The Timeline Can’t Be Drawn')


@scene
def table(stage):
    stage.open_table()


@scene
def table_of_states(stage):
    list_things(stage.open_table(), 'States')


@scene
def table_of_treaties(stage):
    list_things(stage.open_table(), 'Treaties')


@scene
def table_of_clauses(stage):
    list_things(stage.open_table(), 'Clauses')


@scene
def table_of_obligations(stage):
    list_things(stage.open_table(), 'Obligations')


@scene
def table_of_coordination_mechanisms(stage):
    list_things(stage.open_table(), 'Coordination mechanisms')


@scene
def table_of_sovereignty_impacts(stage):
    list_things(stage.open_table(), 'Sovereignty impacts')


@scene
def table_of_events(stage):
    list_things(stage.open_table(), 'Events')


@scene
def table_of_documents(stage):
    list_things(stage.open_table(), 'Documents')


@scene
def table_of_documents_with_a_filter(stage):
    table_of_documents(stage)
    stage.window.find('Defence', role='check box').click()
    stage.window.find('No Match')


@scene
def listings(stage):
    stage.open_table().find('Listing', role='combo box').click()


@scene
def columns(stage):
    stage.open_table().find('Columns', role='push button').click()


@scene
def filters(stage):
    window = stage.open_table()
    stage.set_day('1914-08-01')
    window.find('Defence', role='check box').click()


@scene
def many_filters(stage):
    window = stage.open_table()
    stage.set_day('1960')
    for label in ('Defence', 'Consultation', 'Military aid', 'Automatic', 'Liaison office', 'Standing body'):
        window.find(label, role='check box').click()


@scene
def all_facets(stage):
    window = stage.open_table()
    window.find(re.compile('6'), role='push button').click()


@scene
def no_match(stage):
    window = stage.open_table()
    stage.set_day('1700')
    window.find('No Match')


@scene
def rows_that_failed(stage):
    window = stage.open_damaged('derived_row', 'alt+1')
    window.press('alt+2')
    window.find('The Rows Could Not Be Read')


@scene
def search(stage, words='attack'):
    window = stage.open_table()
    window.press('ctrl+f')
    window.write(words)
    window.find('Search results')
    return window


@scene
def search_without_result(stage):
    window = stage.open_table()
    window.press('ctrl+f')
    window.write('zzzz')


@scene
def search_mistaken(stage):
    window = stage.open_table()
    window.press('ctrl+f')
    window.write('-attack')


@scene
def search_results(stage):
    search(stage)
    stage.window.find('Show All Results').click()


@scene
def nothing_selected(stage):
    show_details(stage.open_table())
    stage.window.find('Nothing Selected')


@scene
def overview(stage):
    select(stage, NATO)


@scene
def overview_on_a_day(stage):
    overview(stage)
    stage.set_day('1960')


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
    open_panel(stage, NATO, 'Clauses')


@scene
def clauses_of_a_secret_treaty(stage):
    open_panel(stage, 'Franco-Russian Alliance', 'Clauses')


@scene
def clauses_on_a_day(stage):
    open_panel(stage, 'Franco-Russian Alliance', 'Clauses')
    stage.set_day('1892-01-01')


@scene
def coordination(stage):
    open_panel(stage, NATO, 'Coordination')


@scene
def sovereignty(stage):
    open_panel(stage, 'Warsaw Pact', 'Sovereignty')


@scene
def enforcement(stage):
    open_panel(stage, 'Rio Treaty', 'Enforcement')


def open_bare_panel(stage, panel):
    """Opens a panel of an alliance of which little is known."""
    path = stage.copy_library('bare.foedera')
    stage.command('--library', path, 'import', stage.write('new.xml', NEW_XML))
    open_panel(stage, 'Pact of the Test', panel, path)


@scene
def coordination_not_coded(stage):
    open_bare_panel(stage, 'Coordination')


@scene
def sovereignty_not_coded(stage):
    open_bare_panel(stage, 'Sovereignty')


@scene
def enforcement_not_coded(stage):
    open_bare_panel(stage, 'Enforcement')


@scene
def sources(stage):
    open_panel(stage, 'Dual Alliance', 'Sources')


@scene
def source(stage):
    window = search(stage, 'treaty series')
    window.find('Search results').find(role='list item').click()
    show_details(window)


@scene
def record_that_failed(stage):
    window = stage.open_damaged('citation', 'alt+2')
    window.find(role='tree table').row(NATO).click()
    show_details(window)
    window.find('This Record Could Not Be Read')


@scene
def year_with_news(stage):
    window = stage.open()
    window.press('alt+1')
    slider = window.find('Alliances in force by year', role='slider')
    wait_until(lambda: slider.value > 1000, 'the years to be counted')
    slider.value = 1955


@scene
def speeds(stage):
    window = stage.open_table()
    window.find(re.compile('5'), role='push button').click()


@scene
def mistaken_date(stage):
    stage.open_table()
    stage.type_day('1914-13')
    stage.window.find(re.compile('1914-13'), role='label')


@scene
def changes_marked(stage):
    changes(stage)
    stage.window.press('Escape')
    stage.window.wait_until_gone('What Changed', role='dialog')


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
def narrow_window_with_filters(stage):
    narrow_window(stage)
    stage.window.find('Search and filters', role='push button').click()


@scene
def narrow_window_with_details(stage):
    narrow_window(stage)
    stage.window.find(role='tree table').row_widgets()[0].click()
    show_details(stage.window)
