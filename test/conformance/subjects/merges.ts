// Merged cells: how a script finds them, and what they hold.
import { documented, likely, type Subject } from '../../../src/platform/behaviour.ts';

const CELLS = 'reference/spreadsheet/range';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const namesIn = (sheet: Sheet, notation: string) =>
  sheet
    .getRange(notation)
    .getMergedRanges()
    .map((range) => range.getA1Notation());

export const merges: Subject = {
  title: 'Merged cells',
  behaviours: [
    documented(
      `${CELLS}#getMergedRanges`,
      'getMergedRanges has the merged cells that lie within the range',
      ['B2:B3'],
      ({ sheet }) => {
        sheet.getRange('B2:B3').merge();
        return namesIn(sheet, 'A1:C5');
      },
    ),
    documented(
      `${CELLS}#getMergedRanges`,
      'getMergedRanges has those whole that reach into the range',
      ['B2:C3'],
      ({ sheet }) => {
        sheet.getRange('B2:C3').merge();
        return namesIn(sheet, 'C3:D4');
      },
    ),
    documented(`${CELLS}#breakApart`, 'merged cells are parted by breakApart', [], ({ sheet }) => {
      sheet.getRange('B2:C3').merge().breakApart();
      return namesIn(sheet, 'A1:D4');
    }),
    likely(
      `${CELLS}#merge`,
      'of merged cells the first holds what it held, the others nothing',
      [['x'], ['']],
      ({ sheet }) =>
        sheet
          .getRange('B2:B3')
          .setValues([['x'], ['y']])
          .merge()
          .getValues(),
    ),
    likely(`${CELLS}#copyTo`, 'merged cells are copied as such', ['E5:E6'], ({ sheet }) => {
      const cells = sheet.getRange('B2:B3').merge();
      cells.copyTo(sheet.getRange('E5'));
      return namesIn(sheet, 'D4:F7');
    }),
  ],
};
