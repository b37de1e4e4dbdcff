// How the sheets Patterns and Rules look.
import { choicesOf } from '../../domain/experiment/template.ts';
import type { EntryField } from '../../domain/learnt/kinds.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { tryWherePossible } from '../best-effort.ts';
import { textFormat } from '../cell.ts';
import { columnLetters, rowsBelow } from '../columns.ts';
import { belowIn, DATES, formatHeader, setWidths } from './formatting.ts';
import { openList } from './validation.ts';

/** Header, widths, formats and dropdowns; `number` is a column's, from 1. Never touches a cell's value. */
export function formatEntries(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  columns: readonly { field: EntryField; number: number }[],
  settings: Settings,
): void {
  const lettered = columns.map((column) => ({ ...column, letters: columnLetters(column.number - 1) }));
  sheet.setFrozenRows(1);
  formatHeader(sheet.getRangeList(lettered.map(({ letters }) => `${letters}1`)));
  setWidths(
    sheet,
    columns.map(({ field, number }) => [number, field.width]),
  );
  const below = belowIn(sheet, lettered);
  below.setVerticalAlignment('top').setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
  const rows = rowsBelow(sheet);
  tryWherePossible(
    sheet,
    () => below.setNumberFormat(textFormat()),
    ...columns.map(({ field, number }) => () => {
      const cells = sheet.getRange(2, number, rows, 1);
      if (field.kind === 'date') cells.setNumberFormat(DATES);
      const words = field.kind === 'choice' ? choicesOf(field, settings) : [];
      if (words.length > 0) cells.setDataValidation(openList(words, field.note));
    }),
  );
}
