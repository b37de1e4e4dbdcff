// The add-on's menu and the dialogs it opens.

import { menuWords } from '../domain/messages.ts';

/** An item is its word and the public function that it calls; a typed list, so that renaming a function does not break the menu unseen. */
export type MenuEntry = readonly [word: keyof typeof menuWords, calls: string | readonly MenuEntry[]];

/** Builds the menu. Needs no permission, so that it works before the add-on was ever used. */
export function buildMenu(entries: readonly MenuEntry[]): void {
  menuOf('Kaizen Log', entries).addToUi();
}

function menuOf(title: string, entries: readonly MenuEntry[]): GoogleAppsScript.Base.Menu {
  const menu = SpreadsheetApp.getUi().createMenu(title);
  for (const [word, calls] of entries) {
    const label = menuWords[word];
    if (typeof calls === 'string') menu.addItem(label, calls);
    else menu.addSubMenu(menuOf(label, calls));
  }
  return menu;
}

/** What the sidebar begins with. */
export type SidebarView = 'attention' | 'new' | 'selected' | 'set up';

/**
 * Opens one of the bundle's pages as a dialog. Width and height in pixels. `over`: the sheet waits until it is closed;
 * `beside`: the sheet can be used meanwhile.
 */
export function showDialog(
  page: 'dashboard' | 'check' | 'import' | 'export' | 'self-check',
  width: number,
  height: number,
  place: 'over' | 'beside' = 'over',
): void {
  const output = pageOf(page).setWidth(width).setHeight(height);
  const ui = SpreadsheetApp.getUi();
  const title = menuWords[page].replace('…', '');
  if (place === 'over') ui.showModalDialog(output, title);
  else ui.showModelessDialog(output, title);
}

/** Opens the sidebar, in place of one that is open. */
export function showSidebar(view: SidebarView): void {
  SpreadsheetApp.getUi().showSidebar(pageOf('sidebar', view).setTitle('Kaizen Log'));
}

function pageOf(page: string, view = ''): GoogleAppsScript.HTML.HtmlOutput {
  const template = HtmlService.createTemplateFromFile(page);
  template.view = view;
  template.spreadsheet = SpreadsheetApp.getActiveSpreadsheet().getId();
  return template.evaluate();
}
