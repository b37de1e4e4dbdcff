// The add-on's menu and the dialogs it opens.

import { menuWords } from '../domain/messages.ts';

/**
 * Whether this is the published add-on, and not a script bound to one spreadsheet: nothing at run time tells. Written by the build, false
 * unless `npm run release` builds for its deployment.
 */
declare const IS_PUBLISHED: boolean;

/** What Google finds by its name: in the built script only these names are whole. */
type PublicFunction = keyof typeof import('./entry.ts');

/** An item is its word and the public function that it calls; a typed list, so that renaming a function does not break the menu unseen. */
export type MenuEntry = readonly [word: keyof typeof menuWords, calls: PublicFunction | readonly MenuEntry[]];

/**
 * Builds the menu: a bound script's own beside *Help*, a published add-on's under *Extensions*, where Google puts its name over it.
 * Needs no permission, so that it works in `AuthMode.NONE`, before the add-on was ever used here.
 */
export function buildMenu(entries: readonly MenuEntry[]): void {
  const ui = SpreadsheetApp.getUi();
  filled(IS_PUBLISHED ? ui.createAddonMenu() : ui.createMenu('Kaizen Log'), entries).addToUi();
}

function filled(menu: GoogleAppsScript.Base.Menu, entries: readonly MenuEntry[]): GoogleAppsScript.Base.Menu {
  for (const [word, calls] of entries) {
    const label = menuWords[word];
    if (typeof calls === 'string') menu.addItem(label, calls);
    else menu.addSubMenu(filled(SpreadsheetApp.getUi().createMenu(label), calls));
  }
  return menu;
}

/** What the sidebar begins with; what Check register finds is a page of its own there. */
export type SidebarView = 'attention' | 'new' | 'selected' | 'learnt' | 'set up' | 'check';

/**
 * Opens one of the bundle's pages as a dialog. Width and height in pixels. `over`: the sheet waits until it is closed;
 * `beside`: the sheet can be used meanwhile. `view`: what the page is opened for, where that is something else.
 */
export function showDialog(
  page: 'sidebar' | 'dashboard' | 'check' | 'import' | 'export' | 'self-check' | 'columns' | 'help',
  width: number,
  height: number,
  place: 'over' | 'beside' = 'over',
  view: 'sheet' | 'pattern' | 'rule' | `trial:${string}` | '' = '',
): void {
  const output = pageOf(page, view).setWidth(width).setHeight(height);
  const ui = SpreadsheetApp.getUi();
  const title = titleOf(view in menuWords ? (view as keyof typeof menuWords) : page);
  if (place === 'over') ui.showModalDialog(output, title);
  else ui.showModelessDialog(output, title);
}

/** Opens the sidebar, in place of one that is open; there is one at a time. */
export function showSidebar(view: SidebarView): void {
  const [page, title] = view === 'check' ? [view, titleOf(view)] : ['sidebar', 'Kaizen Log'];
  SpreadsheetApp.getUi().showSidebar(pageOf(page, view).setTitle(title));
}

/** A page's title: its word in the menu, without the dots. */
function titleOf(word: keyof typeof menuWords): string {
  return menuWords[word].replace('…', '');
}

function pageOf(page: string, view: string): GoogleAppsScript.HTML.HtmlOutput {
  const template = HtmlService.createTemplateFromFile(page);
  template.view = view;
  template.spreadsheet = SpreadsheetApp.getActiveSpreadsheet().getId();
  return template.evaluate();
}
