// The add-on's menu and the dialogs it opens.

/** Items name public functions; a typed list, so that renaming one of them does not break the menu unseen. */
export interface MenuEntry {
  label: string;
  functionName: string;
}

/** Builds the menu. Needs no permission, so that it works before the add-on was ever used. */
export function buildMenu(entries: readonly MenuEntry[]): void {
  const menu = SpreadsheetApp.getUi().createMenu('Kaizen Log');
  for (const { label, functionName } of entries) menu.addItem(label, functionName);
  menu.addToUi();
}

/** Opens one of the bundle's pages as a dialog. Width and height in pixels. */
export function showDialog(page: string, title: string, width: number, height: number): void {
  const html = HtmlService.createHtmlOutputFromFile(page).setWidth(width).setHeight(height);
  SpreadsheetApp.getUi().showModalDialog(html, title);
}
