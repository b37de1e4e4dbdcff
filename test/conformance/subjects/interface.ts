// Menus, toasts and what the user interface hands out; what needs a person's answer is not here.
import { documented, errorOf, likely, type Subject } from '../../../src/platform/behaviour.ts';

const UI = 'reference/base/ui';

export const userInterface: Subject = {
  title: 'User interface',
  behaviours: [
    documented(`${UI}#createMenu`, 'a menu is built item by item', null, () =>
      errorOf(() => {
        const ui = SpreadsheetApp.getUi();
        const inner = ui.createMenu('More').addItem('Run all', 'showConformance');
        ui.createMenu('Conformance').addItem('Run all', 'showConformance').addSeparator().addSubMenu(inner);
      }),
    ),
    documented(`${UI}#createAddonMenu`, 'a menu of the add-on is built without a title', null, () =>
      errorOf(() => SpreadsheetApp.getUi().createAddonMenu().addItem('Run all', 'showConformance')),
    ),
    documented('reference/base/button', 'buttons are an enumeration', ['YES', 'NO', 'CLOSE'], () => {
      const { Button } = SpreadsheetApp.getUi();
      return [String(Button.YES), String(Button.NO), String(Button.CLOSE)];
    }),
    documented(
      'reference/spreadsheet/spreadsheet#toast',
      'a toast takes title and seconds, or none',
      [null, null],
      ({ spreadsheet }) => [
        errorOf(() => spreadsheet.toast('The specification is running')),
        errorOf(() => spreadsheet.toast('The specification is running', 'Conformance', 1)),
      ],
    ),
    documented(
      'reference/spreadsheet/range#activate',
      'an activated range is the active one',
      'B2:C3',
      ({ spreadsheet, sheet }) => {
        sheet.getRange('B2:C3').activate();
        return spreadsheet.getActiveRange()?.getA1Notation() ?? null;
      },
    ),
    documented(
      'reference/spreadsheet/sheet#setActiveSelection',
      'a selection can be set by its name',
      'D4',
      ({ sheet }) => {
        sheet.setActiveSelection('D4');
        return sheet.getActiveRange()?.getA1Notation() ?? null;
      },
    ),
    likely(
      `${UI}#alert`,
      'an alert without words is refused',
      true,
      () => errorOf(() => Reflect.apply(SpreadsheetApp.getUi().alert, SpreadsheetApp.getUi(), [])) !== null,
    ),
    likely(
      `${UI}#showSidebar`,
      'what is no page is refused',
      true,
      () => errorOf(() => Reflect.apply(SpreadsheetApp.getUi().showSidebar, SpreadsheetApp.getUi(), [null])) !== null,
    ),
  ],
};
