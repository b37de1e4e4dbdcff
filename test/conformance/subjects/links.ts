// Links in texts: what a script that looks for them is told. Bold letters part a text as links do; nobody asks for them here.
import { documented, likely, type Subject, shown } from '../../../src/platform/behaviour.ts';

const CELLS = 'reference/spreadsheet/range';
const TEXT = 'reference/spreadsheet/rich-text-value';
const RUNS = 'developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/cells';

/** `see the till and the shop`, with two links, in the first cell. */
function linkedCell({ sheet }: { sheet: GoogleAppsScript.Spreadsheet.Sheet }): GoogleAppsScript.Spreadsheet.Range {
  const text = SpreadsheetApp.newRichTextValue()
    .setText('see the till and the shop')
    .setLinkUrl(4, 12, 'https://example.com/till')
    .setLinkUrl(17, 25, 'https://example.com/shop')
    .build();
  return sheet.getRange('A1').setRichTextValue(text);
}

const runsOf = (cell: GoogleAppsScript.Spreadsheet.Range) =>
  (cell.getRichTextValues()[0]?.[0]?.getRuns() ?? []).map((run) => [run.getText(), run.getLinkUrl()]);

export const links: Subject = {
  title: 'Links',
  behaviours: [
    documented(
      `${CELLS}#getRichTextValues`,
      'getRichTextValues has a text for each cell that holds one, by row and then by column',
      [
        ['A', 'B'],
        ['C', 'D'],
      ],
      ({ sheet }) => {
        const cells = sheet.getRange('A1:B2').setValues([
          ['A', 'B'],
          ['C', 'D'],
        ]);
        return cells.getRichTextValues().map((line) => line.map((text) => text?.getText() ?? ''));
      },
    ),
    likely(`${CELLS}#getRichTextValues`, 'a number and a box have no links', [[], []], ({ sheet }) => {
      const cells = sheet.getRange('A1:B1').setValues([[5, true]]);
      const texts = cells.getRichTextValues()[0] ?? [];
      return texts.map((text) => (text?.getRuns() ?? []).flatMap((run) => run.getLinkUrl() ?? []));
    }),
    documented(
      `${TEXT}#getText`,
      'getText is the text with nothing of its links',
      'see the till and the shop',
      (bench) => linkedCell(bench).getRichTextValue()?.getText() ?? '',
    ),
    documented(
      `${TEXT}#getRuns`,
      'getRuns parts a text where links begin and end',
      [
        ['see ', null],
        ['the till', 'https://example.com/till'],
        [' and ', null],
        ['the shop', 'https://example.com/shop'],
      ],
      (bench) => runsOf(linkedCell(bench)),
    ),
    documented(`${TEXT}#getRuns`, 'a text without any link is one run', [['plain', null]], ({ sheet }) =>
      runsOf(sheet.getRange('A1').setValue('plain')),
    ),
    documented(
      `${TEXT}#getLinkUrl`,
      'a text with several links has no link of its own',
      null,
      (bench) => linkedCell(bench).getRichTextValue()?.getLinkUrl() ?? null,
    ),
    documented(
      `${TEXT}#getLinkUrl`,
      'a piece of a text has the link that stands there, up to its end and without it',
      ['https://example.com/till', null],
      (bench) => {
        const text = linkedCell(bench).getRichTextValue();
        return [text?.getLinkUrl(4, 12) ?? null, text?.getLinkUrl(0, 4) ?? null];
      },
    ),
    shown('tanaikech.github.io/tags/hyperlink')(
      `${CELLS}#setRichTextValue`,
      'a cell may have several links',
      ['https://example.com/till', 'https://example.com/shop'],
      (bench) => runsOf(linkedCell(bench)).flatMap(([, url]) => url ?? []),
    ),
    documented(RUNS, 'links go with the text that is written over', [['see the till and the shop', null]], (bench) =>
      runsOf(linkedCell(bench).setValue('see the till and the shop')),
    ),
    documented(`${CELLS}#copyTo`, 'links are copied with their cell', 'https://example.com/till', (bench) => {
      const cell = linkedCell(bench);
      cell.copyTo(bench.sheet.getRange('C3'));
      return bench.sheet.getRange('C3').getRichTextValue()?.getLinkUrl(4, 12) ?? null;
    }),
  ],
};
