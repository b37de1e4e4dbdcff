// The door through which cells of people's own columns come to rows of experiments: each row is known by its ID, each column by its header.

import { ROUNDS } from '../best-effort.ts';
import { asWritten, textValue } from '../cell.ts';
import type { ColumnPlaces } from '../columns.ts';
import { ownValue, placesOfOwn } from '../own-columns.ts';
import type { Undo } from '../restoring.ts';
import { writeCells } from './cell-writing.ts';
import { mend } from './row-mending.ts';
import { readAfter, type Table, type WantedCell } from './sheet-table.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What is to stand in an experiment's own cells, by header. */
export interface OwnRow {
  id: string;
  texts: Readonly<Record<string, string>>;
  /** In place of the text, for the row, from 1, that it stands in and the columns of all headers. */
  formulas(row: number, places: ReadonlyMap<string, number>): Readonly<Record<string, string>>;
}

/**
 * Writes own cells of rows that are there; others are left alone. A column that none has the header of yet goes behind all others, and its header
 * is written along; the sheet has room for it. Where rows or columns move while this writes, what was hit gets back what stood there. `undo` is told beforehand how
 * it is taken back.
 */
export function writeOwnRows(
  sheet: Sheet,
  places: ColumnPlaces,
  labels: readonly string[],
  rows: readonly OwnRow[],
  undo: Undo,
): void {
  const known = new Map(rows.map((row) => [row.id, row]));
  const rowsIn = (table: Table) =>
    table.values.flatMap((_, at) => {
      const row = at === 0 ? undefined : known.get(table.text(at, table.places.get('id') ?? -1).trim());
      return row === undefined ? [] : [{ row, at }];
    });
  const columnsIn = ({ values }: Table) => placesOfOwn((values[0] ?? []).map(String), labels);
  let now = readAfter(sheet, places);
  const there = columnsIn(now);
  const width = now.values[0]?.length ?? 0;
  const headers = labels.filter((label) => !there.has(label)).map((label, at) => [label, width + at] as const);
  const columns = [...there, ...headers];
  const held = new Map<string, WantedCell>();
  let cells = rowsIn(now).flatMap(({ row, at }) => {
    const formulas = row.formulas(at + 1, new Map(columns));
    return columns.map(([label, column]): WantedCell => {
      const [formula, text] = [now.formula(at, column), now.text(at, column)];
      const value = asWritten(now.values[at]?.[column]);
      const before = { row: at, column, ...(formula === '' ? { value, text } : { value: formula, text: undefined }) };
      held.set(`${row.id} ${label}`, before);
      const [moved, said] = [formulas[label], row.texts[label]];
      if (moved !== undefined) return { ...before, value: moved, text: undefined };
      return said === undefined ? before : { ...before, value: ownValue(said), text: said };
    });
  });
  if (headers.length === 0 && cells.every(({ value }) => value === '')) return;
  undo(() => {
    const table = readAfter(sheet, places);
    const back = [...columnsIn(table)].flatMap(([label, column]): WantedCell[] => [
      ...(there.has(label) ? [] : [{ row: 0, column, value: '', text: '' }]),
      ...rowsIn(table).flatMap(({ row, at }) => {
        const before = held.get(`${row.id} ${label}`);
        return before === undefined ? [] : [{ ...before, row: at, column }];
      }),
    ]);
    writeCells(sheet, table.places, back);
  });
  for (const [label, column] of headers) {
    cells.push({ row: 0, column, value: textValue(label), text: label });
    // As it is from then on, so that nothing seems to have moved.
    const [line = []] = now.values;
    while (line.length < column) line.push('');
    line[column] = label;
  }
  for (let round = 1; cells.length > 0; round++) {
    const failure = writeCells(sheet, now.places, cells);
    const after = readAfter(sheet, places);
    const { open } = mend(now, cells, [], after);
    if (failure !== undefined && (open.length === 0 || round === ROUNDS)) throw failure;
    [now, cells] = [after, round === ROUNDS ? [] : open];
  }
}
