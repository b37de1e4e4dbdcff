// Protections of ranges and of a whole sheet, as their owner sees them.
import { documented, likely, type Seen, type Subject, unknown } from '../../../src/platform/behaviour.ts';

const PROTECTION = 'reference/spreadsheet/protection';

type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** Looks at a new protection and takes it away again. */
function seenOf(protection: Protection, see: (protection: Protection) => Seen): Seen {
  try {
    return see(protection);
  } finally {
    protection.remove();
  }
}

export const protection: Subject = {
  title: 'Protection',
  behaviours: [
    documented(`${PROTECTION}#setDescription`, 'a protection keeps its description', 'Worked out', ({ sheet }) =>
      seenOf(sheet.getRange('A1:B2').protect(), (one) => one.setDescription('Worked out').getDescription()),
    ),
    documented(
      `${PROTECTION}#setWarningOnly`,
      'a protection forbids until it is told only to warn',
      [false, true],
      ({ sheet }) =>
        seenOf(sheet.getRange('A1:B2').protect(), (one) => [
          one.isWarningOnly(),
          one.setWarningOnly(true).isWarningOnly(),
        ]),
    ),
    documented(`${PROTECTION}#getRange`, 'a protection knows its range and its kind', ['A1:B2', 'RANGE'], ({ sheet }) =>
      seenOf(sheet.getRange('A1:B2').protect(), (one) => [
        one.getRange().getA1Notation(),
        String(one.getProtectionType()),
      ]),
    ),
    documented(`${PROTECTION}#setRange`, 'a protection takes another range', 'A1:A3', ({ sheet }) =>
      seenOf(sheet.getRange('A1:B2').protect(), (one) =>
        one.setRange(sheet.getRange('A1:A3')).getRange().getA1Notation(),
      ),
    ),
    documented('reference/spreadsheet/sheet#protect', 'a sheet can be protected whole', 'SHEET', ({ sheet }) =>
      seenOf(sheet.protect(), (one) => String(one.getProtectionType())),
    ),
    documented(
      'reference/spreadsheet/sheet#protect',
      'a sheet that is protected gives its protection again',
      ['kept', 1],
      ({ sheet }) =>
        seenOf(sheet.protect().setDescription('kept'), () => [
          sheet.protect().getDescription(),
          sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length,
        ]),
    ),
    documented(
      'reference/spreadsheet/range#protect',
      'a range that is protected gets a second protection',
      2,
      ({ sheet }) =>
        seenOf(sheet.getRange('A1').protect(), () =>
          seenOf(
            sheet.getRange('A1').protect(),
            () => sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length,
          ),
        ),
    ),
    documented('reference/spreadsheet/sheet#getProtections', 'protections are listed by kind', [1, 0], ({ sheet }) =>
      seenOf(sheet.getRange('A1').protect(), () => [
        sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length,
        sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length,
      ]),
    ),
    documented(`${PROTECTION}#remove`, 'a protection that is removed is listed no more', 0, ({ sheet }) => {
      sheet.getRange('A1').protect().remove();
      return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length;
    }),
    documented(
      `${PROTECTION}#canEdit`,
      'the owner may edit what is protected, and a script the owner runs may too',
      [true, 'in'],
      ({ sheet }) =>
        seenOf(sheet.getRange('A1').protect(), (one) => [
          one.canEdit(),
          sheet.getRange('A1').setValue('in').getValue(),
        ]),
    ),
    unknown(
      `${PROTECTION}#getRange`,
      'a row inserted right before a protected range is protected with it',
      'A2:B4',
      ({ sheet }) =>
        seenOf(sheet.getRange('A2:B3').protect(), () => {
          sheet.insertRowBefore(2);
          const [found] = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
          return found?.getRange().getA1Notation() ?? null;
        }),
    ),
    likely(
      `${PROTECTION}#remove`,
      'a protection that has moved can still be changed and removed',
      ['A4:B5', 'moved', 0],
      ({ sheet }) => {
        const one = sheet.getRange('A2:B3').protect();
        sheet.insertRowsBefore(1, 2);
        const seen = [one.getRange().getA1Notation(), one.setDescription('moved').getDescription()];
        one.remove();
        return [...seen, sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).length];
      },
    ),
    likely(`${PROTECTION}#getRange`, 'a protection moves with inserted rows', 'A4:B5', ({ sheet }) =>
      seenOf(sheet.getRange('A2:B3').protect().setDescription('moves'), () => {
        sheet.insertRowsBefore(1, 2);
        const [found] = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
        return found?.getRange().getA1Notation() ?? null;
      }),
    ),
  ],
};
