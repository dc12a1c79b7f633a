# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenes of what comes over the window and in place of it: menus, dialogs, and libraries that can't be shown."""

import os
import re
import sqlite3
import subprocess

from foedera_library import NEW_XML
from foedera_scenes import year_with_news
from foedera_stage import open_graph, scene
from foedera_window import wait_until

# Alliances of the Correlates of War, as their file has them.
DATA_SET = os.path.join(os.path.dirname(__file__), '..', 'data', 'cow-alliances-by-member.csv')

MISTAKEN_XML = '''<?xml version="1.0" encoding="UTF-8"?>
<foedera xmlns="https://foedera.github.io/ns/1" version="1">
  <alliance id="Example" begin="1914-13" region="europa">
    <title>Example</title>
  </alliance>
</foedera>
'''


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
def changes(stage):
    year_with_news(stage)
    stage.window.press('ctrl+shift+d')
    stage.window.find('Changes in the order of time')


@scene
def changes_from_mistaken_date(stage):
    changes(stage)
    entry = stage.window.find('Earlier year or date')
    entry.point_and_click()
    entry.type('once')
    stage.window.press('Return')


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
    stage.window.find(role='dialog').find_all(role='push button')[-1].click()


@scene
def empty_history(stage):
    path = stage.copy_library('unchanged.foedera')
    with sqlite3.connect(path) as database:
        database.execute('DELETE FROM history_changeset')
        database.execute('DELETE FROM history')
    stage.open_table(path).press('ctrl+h')
    stage.window.find('No Changes Yet')


@scene
def history_that_failed(stage):
    stage.open_damaged('history', 'alt+2').press('ctrl+h')
    stage.window.find('The History Could Not Be Read')


@scene
def report_of_an_import(stage):
    path = stage.copy_library('imported.foedera')
    stage.command('--library', path, 'import', stage.write('new.xml', NEW_XML))
    stage.open_table(path).press('ctrl+h')
    wait_until(lambda: stage.window.find_all('Report', role='label'), 'the report to be offered')
    stage.window.find_all('Report', role='label')[0].parent.click()
    stage.window.find('Report of the Import', role='dialog')


@scene
def export(stage):
    stage.open_table().press('ctrl+e')


@scene
def export_of_what_is_selected(stage):
    window = stage.open_table()
    window.find(role='tree table').row('ANZUS').click()
    window.press('ctrl+e')
    dialog = window.find('Export', role='dialog')
    dialog.find('What Is Selected', role='radio button').click()
    dialog.find('Format', role='combo box').click()


@scene
def save_picture(stage):
    window = open_graph(stage, '1960')
    window.find('Arrangement').click()
    window.find('Save Picture…', role='menu item').click()
    window.find('Save Picture', role='dialog')


@scene
def import_preview(stage):
    stage.open_import(stage.write('changed.xml', stage.command('export', '--alliance', 'anzus')
                                  .replace('Security Treaty', 'Treaty of Security')))


@scene
def import_preview_of_records(stage):
    import_preview(stage)
    dialog = stage.window.find('Import', role='dialog')
    dialog.find('Records', role='page tab').click()
    stage.window.press('Tab', 'Down', 'Up', 'shift+Right')


@scene
def import_of_something_new(stage):
    stage.open_import(stage.write('new.xml', NEW_XML))


@scene
def import_with_records_left_out(stage):
    import_of_something_new(stage)
    dialog = stage.window.find('Import', role='dialog')
    dialog.find('Records', role='page tab').click()
    dialog.find(role='check box').click()


@scene
def import_of_some_refused(stage):
    stage.open_import(stage.write('new.xml', NEW_XML), stage.write('mistaken.xml', MISTAKEN_XML))


@scene
def import_of_a_document(stage):
    stage.open_import(stage.write('anzus.akn.xml', stage.command('export', '--format', 'akn', '--alliance', 'anzus')))


@scene
def import_of_the_same_document(stage):
    path = stage.copy_library('documents.foedera')
    document = stage.command('export', '--format', 'akn', '--alliance', 'anzus')
    stage.command('--library', path, 'import', stage.write('one.xml', document))
    again = document.replace('<docTitle>ANZUS</docTitle>', '<docTitle>Pacific Pact</docTitle>')
    stage.open_import(path, stage.write('two.xml', again))


@scene
def import_of_a_data_set(stage):
    stage.open_import(DATA_SET)


@scene
def import_of_a_folder_without_xml(stage):
    folder = stage.path('empty')
    os.mkdir(folder)
    stage.open_import(folder)


@scene
def imported(stage):
    import_preview(stage)
    stage.window.find('Import', role='dialog').find('Import', role='push button').click()
    stage.window.wait_until_gone('Import', role='dialog')


@scene
def import_of_nothing_new(stage):
    stage.open_import(stage.write('anzus.xml', stage.command('export', '--alliance', 'anzus')))


@scene
def import_refused(stage):
    stage.open_import(stage.write('mistaken.xml', MISTAKEN_XML))


@scene
def import_report(stage):
    import_refused(stage)
    stage.window.find('Report…', role='push button').click()
    stage.window.find('Report of the Import', role='dialog')


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
def damaged_library_put_aside(stage):
    damaged_library(stage)
    stage.window.find('Start Afresh…', role='push button').click()
    stage.window.find('Start Afresh?')


@scene
def library_in_use(stage):
    path = stage.path('used.foedera')
    stage.command('--library', path, 'import', stage.write('anzus.xml', stage.command('export', '--alliance', 'anzus')))
    stage.lock = sqlite3.connect(path, isolation_level=None)
    stage.lock.execute('PRAGMA locking_mode = EXCLUSIVE')
    stage.lock.execute('BEGIN EXCLUSIVE')
    stage.open(path).find('The Library Is in Use', timeout=60)
