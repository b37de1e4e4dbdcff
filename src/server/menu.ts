// The add-on's menu and the dialogs it opens.

/** Items name public functions; a typed list, so that renaming one of them does not break the menu unseen. */
export type MenuEntry = { label: string; functionName: string } | { label: string; entries: readonly MenuEntry[] };

/** Builds the menu. Needs no permission, so that it works before the add-on was ever used. */
export function buildMenu(entries: readonly MenuEntry[]): void {
  menuOf('Kaizen Log', entries).addToUi();
}

function menuOf(title: string, entries: readonly MenuEntry[]): GoogleAppsScript.Base.Menu {
  const menu = SpreadsheetApp.getUi().createMenu(title);
  for (const entry of entries) {
    if ('entries' in entry) menu.addSubMenu(menuOf(entry.label, entry.entries));
    else menu.addItem(entry.label, entry.functionName);
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
  page: string,
  title: string,
  width: number,
  height: number,
  place: 'over' | 'beside' = 'over',
): void {
  const output = pageOf(page).setWidth(width).setHeight(height);
  const ui = SpreadsheetApp.getUi();
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
