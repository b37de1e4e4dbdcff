// What ranges are asked for by, what they call themselves, and whole rows and columns.
import { documented, errorOf, likely, type Subject } from '../../../src/platform/behaviour.ts';
import { peer } from '../peer.ts';

const RANGE = 'reference/spreadsheet/sheet#getRange';
const NAME = 'reference/spreadsheet/range#getA1Notation';
const shown = peer('testsheets');
const whole = peer('testsheetsdeveloper');

export const notations: Subject = {
  title: 'Names of ranges',
  behaviours: [
    documented(NAME, 'a range is named by its corners', ['A1', 'A1:B5'], ({ sheet }) => [
      sheet.getRange(1, 1).getA1Notation(),
      sheet.getRange(1, 1, 5, 2).getA1Notation(),
    ]),
    documented(RANGE, 'a range can be asked for by a name with its sheet', 'A1:D4', ({ sheet }) =>
      sheet.getRange(`'${sheet.getName()}'!A1:D4`).getA1Notation(),
    ),
    documented(RANGE, 'R5C3 is a cell by its numbers', ['C5', 5, 3], ({ sheet }) => {
      const range = sheet.getRange('R5C3');
      return [range.getA1Notation(), range.getRow(), range.getColumn()];
    }),
    shown(RANGE, 'R2C2:R4C5 is a range by its numbers', ['B2:E4', 3, 4], ({ sheet }) => {
      const range = sheet.getRange('R2C2:R4C5');
      return [range.getA1Notation(), range.getNumRows(), range.getNumColumns()];
    }),
    shown(RANGE, 'corners by numbers may stand in the wrong order', 'B1:E10', ({ sheet }) =>
      sheet.getRange('R10C5:R1C2').getA1Notation(),
    ),
    shown(RANGE, 'rows and columns by numbers may be written small', 'A1:B2', ({ sheet }) =>
      sheet.getRange('r1c1:r2c2').getA1Notation(),
    ),
    likely(
      RANGE,
      'RC1 is a cell of the column RC, and refused where the sheet has not so many',
      [true, 'RC1'],
      ({ sheet }) => {
        const isMissing = errorOf(() => sheet.getRange('RC1')) !== null;
        sheet.insertColumnsAfter(10, 480);
        return [isMissing, sheet.getRange('RC1').getA1Notation()];
      },
    ),
    likely(RANGE, 'R5C3 may come behind the name of a sheet', 'C5', ({ sheet }) =>
      sheet.getRange(`'${sheet.getName()}'!R5C3`).getA1Notation(),
    ),
    peer('testsheetsdatavalidations')(
      RANGE,
      'an exclamation mark without a name before it means the sheet itself',
      [4, 3],
      ({ sheet }) => {
        const range = sheet.getRange('!c2:e5');
        return [range.getNumRows(), range.getNumColumns()];
      },
    ),
    whole(NAME, 'whole rows are named by their numbers', ['5:7', 3, 10], ({ sheet }) => {
      const range = sheet.getRange('5:7');
      return [range.getA1Notation(), range.getNumRows(), range.getNumColumns()];
    }),
    whole(NAME, 'whole columns are named by their letters', ['D:F', 30, 3], ({ sheet }) => {
      const range = sheet.getRange('D:F');
      return [range.getA1Notation(), range.getNumRows(), range.getNumColumns()];
    }),
    whole(NAME, 'whole rows in the wrong order are named in the right one', '5:7', ({ sheet }) =>
      sheet.getRange('7:5').getA1Notation(),
    ),
    whole(NAME, 'whole columns in the wrong order are named in the right one', 'D:F', ({ sheet }) =>
      sheet.getRange('F:D').getA1Notation(),
    ),
    whole(NAME, 'dollar signs are no part of a name', 'C3', ({ sheet }) => sheet.getRange('$C$3').getA1Notation()),
  ],
};
