// The same operations as people usually write them, on the same register and by the same rules: only how cells are reached differs.
// Compared with the add-on by bench/usual-way.ts.

import { type Experiment, emptyExperiment, FIELDS } from '../../src/domain/experiment/template.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/register/settings.ts';
import { type CellValue, dateValue, readerFor, textValue } from '../../src/sheet/cell.ts';
import { COLUMNS, type ColumnKey, findColumns } from '../../src/sheet/columns.ts';
import { deriveCells } from '../../src/sheet/derived/derived-cells.ts';
import { EXPERIMENTS_SHEET } from '../../src/sheet/sheet-names.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** How a run of cells in one row is read and written. Rows and columns count from 1. */
interface Access {
  read(sheet: Sheet, row: number, width: number): CellValue[];
  write(sheet: Sheet, row: number, column: number, values: readonly string[]): void;
}

const ACCESS: Record<'cells' | 'rows', Access> = {
  cells: {
    read: (sheet, row, width) =>
      Array.from({ length: width }, (_, index) => sheet.getRange(row, index + 1).getValue() as CellValue),
    write: (sheet, row, column, values) => {
      for (const [index, value] of values.entries()) sheet.getRange(row, column + index).setValue(value);
    },
  },
  rows: {
    read: (sheet, row, width) => sheet.getRange(row, 1, 1, width).getValues()[0] ?? [],
    write: (sheet, row, column, values) => {
      sheet.getRange(row, column, 1, values.length).setValues([[...values]]);
    },
  },
};

type Way = keyof typeof ACCESS;

const TODAY = '2026-03-02';

/** The register, reached in one of the ways. */
function open(way: Way) {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(EXPERIMENTS_SHEET);
  if (sheet === null) throw new Error('There is no register.');
  const access = ACCESS[way];
  const width = sheet.getLastColumn();
  const { places } = findColumns(access.read(sheet, 1, width).map(String));
  const asText = readerFor(sheet.getParent());
  const read = (row: number) => {
    const values = access.read(sheet, row, width);
    const text = (key: ColumnKey) => asText(values[places.get(key) ?? -1] ?? '');
    const experiment = emptyExperiment();
    for (const { key } of FIELDS) experiment[key] = text(key);
    return { experiment, closed: text('closed') };
  };
  const write = (row: number, keys: readonly ColumnKey[], texts: Partial<Record<ColumnKey, string>>) => {
    // Columns that nobody has switched on are not there; neighbours are written together.
    const found = keys.map((key) => ({ key, place: places.get(key) ?? -1 })).filter(({ place }) => place >= 0);
    found.sort((one, other) => one.place - other.place);
    for (let at = 0, end = 1; at < found.length; at = end, end++) {
      while (end < found.length && found[end]?.place === (found[end - 1]?.place ?? 0) + 1) end++;
      const run = found.slice(at, end);
      const values = run.map(({ key }) => cellValue(key, texts[key] ?? ''));
      access.write(sheet, row, (run[0]?.place ?? 0) + 1, values);
    }
  };
  return { sheet, read, write };
}

/** A formula as its text: it costs the same call, and the local host need not compute all of them again for every read. */
function cellValue(key: ColumnKey, text: string): string {
  const kind = COLUMNS.find((column) => column.key === key)?.kind;
  return kind === 'date' ? dateValue(text) : textValue(text);
}

const KEPT: readonly ColumnKey[] = ['started', 'closed', 'due', 'timing', 'findings'];
const TYPED = COLUMNS.map(({ key }) => key).filter((key) => !KEPT.includes(key));

/** Every row is looked at again, and gets what the register keeps about it. */
export function check(way: Way): void {
  const { sheet, read, write } = open(way);
  const last = sheet.getLastRow();
  for (let row = 2; row <= last; row++) {
    const { experiment, closed } = read(row);
    write(row, KEPT, deriveCells(experiment, closed, DEFAULT_SETTINGS, TODAY).texts);
  }
}

/** How many experiments there are, all of them read. */
export function readAll(way: Way): number {
  const { sheet, read } = open(way);
  return Array.from({ length: sheet.getLastRow() - 1 }, (_, index) => read(index + 2)).length;
}

/** New rows below the last. */
export function append(way: Way, experiments: readonly Experiment[]): void {
  const { sheet, write } = open(way);
  const first = sheet.getLastRow() + 1;
  for (const [index, experiment] of experiments.entries()) {
    if (first + index > sheet.getMaxRows()) sheet.insertRowAfter(sheet.getMaxRows());
    write(first + index, TYPED, experiment);
    write(first + index, KEPT, deriveCells(experiment, '', DEFAULT_SETTINGS, TODAY).texts);
  }
}
