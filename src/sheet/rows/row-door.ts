// The door through which words, IDs and stamps come to rows: whatever other people do to the sheet meanwhile, they end in the row that
// they are for. Sheets can neither lock nor compare before it writes, so the sheet is read directly before the write and again after it.
import { RATINGS, splitRatings } from '../../domain/experiment/scoring.ts';
import { isBeyondSheet, ROUNDS } from '../best-effort.ts';
import { type CellValue, readerFor } from '../cell.ts';
import { type ColumnKey, type ColumnPlaces, placedColumns } from '../columns.ts';
import { type RowTexts, writeDueNotes } from '../register.ts';
import { makeRoom, takeBack, writeCells } from './cell-writing.ts';
import { rowsNow, untoldOf } from './found-rows.ts';
import { cellMaker, cellsIn, ownBelow, STAMPS, wholeRows } from './row-cells.ts';
import { isLaidOutAs, isUnmoved, mend } from './row-mending.ts';
import { DERIVED, readAfter, readNearKey, readTable, type SeenRows, tableOf, type WantedCell } from './sheet-table.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What became of changes. */
export interface Written {
  /** The rows, from 1, that the new rows stand in. */
  added: number[];
  /** The rows, from 1 and as they were seen, that were left alone: they have no ID, and moved and changed so that none or several say what was seen. */
  untold: number[];
  /** How many rows the sheet got before its last one. */
  grown: number;
}

/**
 * Writes texts into the rows of experiments, and new rows below everything else. `seen` is the register as it was read when the changes
 * were worked out: each change names its row by the number that it had there, and goes to where that row is by now. A row that is gone,
 * or that cannot be told from another, is left alone, and so is a cell that says something else by now: what was written later stands.
 * Where rows or columns move while this writes, what was hit gets back what stood there. Changes of nothing but what can be worked out anew
 * are written where the rows were seen. Throws a UserError if a column is missing or stands twice.
 */
export function writeRows(
  sheet: Sheet,
  seen: SeenRows,
  changed: readonly RowTexts[],
  more: readonly Omit<RowTexts, 'row'>[] = [],
  prepare?: (places: ColumnPlaces) => void,
): Written {
  const [changes, added] = [changed.map(inColumns(seen.places)), more.map(inColumns(seen.places))];
  if (changes.length + added.length === 0) return { added: [], untold: [], grown: 0 };
  if (added.length === 0 && !saysMoreThanWorkedOut(sheet, seen, changes)) {
    writeWorkedOut(sheet, seen, changes);
    return { added: [], untold: [], grown: 0 };
  }
  const columns = prepare === undefined && added.length === 0 ? columnsOf(sheet, seen, changes) : [];
  const readNear = () => (columns.length === 0 ? undefined : readNearKey(sheet, seen, columns));
  // Before the reading, so that nothing lies between that and the first write; once more where columns have moved since.
  prepare?.(seen.places);
  const near = readNear();
  const ownFrom = (places: ColumnPlaces, first: number) =>
    added.length === 0 ? [] : ownBelow(sheet, places, first, added.length);
  // Where new rows are to go by what was seen: read before the rest, too, and once more where that has changed.
  const expected = (seen.nextRow ?? 0) - 1;
  let own = expected < 1 ? [] : ownFrom(seen.places, expected);
  let now = near ?? readTable(sheet, seen.places);
  const layout = (places: ColumnPlaces) => JSON.stringify([...places]);
  if (layout(now.places) !== layout(seen.places)) prepare?.(now.places);
  const moved = rowsNow(seen, changes, now);
  const untold = untoldOf(seen, changes, moved, now);
  let rows = changes.flatMap((change, index) => (moved[index] === -1 ? [] : [{ ...change, row: moved[index] ?? 0 }]));
  const free = added.length === 0 ? -1 : now.freeRow();
  if (free >= now.values.length && (free !== expected || layout(now.places) !== layout(seen.places)))
    own = ownFrom(now.places, free);
  let newRows = added.map((change, index) => ({ ...change, row: free + index }));
  const valuesOf = new Map(seen.rows.map(({ row, values }) => [row, values]));
  const seenAt = new Map(changes.map(({ row }, index) => [moved[index], valuesOf.get(row)]));
  const [changedCells, filledCells, freshCells] = [cellsIn(now, seen.places), cellsIn(now), wholeRows(now)];
  let cells = [
    ...rows.flatMap((change) => changedCells(change, seenAt.get(change.row))),
    ...newRows.flatMap((change, index) =>
      free < now.values.length ? filledCells(change) : freshCells(change, own[index]),
    ),
  ];
  let grown = 0;
  for (let round = 1; ; round++) {
    grown += makeRoom(sheet, cells, now.values.length);
    const failure = writeCells(sheet, now.places, cells);
    const numbers = newRows.map(({ row }) => row);
    const nearAfter = round > 1 || near === undefined || failure !== undefined ? undefined : readNear();
    const isEnough = nearAfter !== undefined && isUnmoved(now, cells, numbers, nearAfter);
    const after = isEnough ? nearAfter : readAfter(sheet, seen.places);
    const { open, rowsAt } = mend(now, cells, numbers, after);
    // Blank rows or columns that are gone do not show in what is read.
    const isLaidOut = failure !== undefined && !isBeyondSheet(failure) && isLaidOutAs(now, after);
    if (failure !== undefined && (isLaidOut || round === ROUNDS)) {
      if (isLaidOut) takeBack(sheet, now, cells, after);
      throw failure;
    }
    const follow = <Row extends { row: number }>(list: Row[]) =>
      list.map((each) => ({ ...each, row: rowsAt(each.row) }));
    [rows, newRows, now, cells] = [follow(rows), follow(newRows), after, open];
    if (open.length === 0 || round === ROUNDS) break;
  }
  const there = [...rows, ...newRows].filter(({ row }) => row > 0);
  writeDueNotes(
    sheet,
    now.places,
    there.map((change) => ({ ...change, row: change.row + 1 })),
  );
  return { added: newRows.map(({ row }) => row + 1), untold, grown };
}

/** The change with what is rated in its columns: it is one text of the experiment's. */
function inColumns(places: ColumnPlaces): <Row extends Pick<RowTexts, 'texts'>>(row: Row) => Row {
  const there = RATINGS.flatMap(({ key }) => (places.has(key) ? [key] : []));
  return (row) => {
    if (row.texts.score === undefined || there.length === 0) return row;
    const { score, ...texts } = row.texts;
    return { ...row, texts: { ...texts, ...splitRatings(score, there) } };
  };
}

/** What is seen once these changes are written, those of new rows too: from there they can be taken back. */
export function seenAfter<Seen extends SeenRows>(seen: Seen, changes: readonly RowTexts[]): Seen {
  const rows = new Map(seen.rows.map(({ row, values }) => [row, [...values]]));
  const columns = placedColumns(seen.places);
  for (const { row, texts } of changes.map(inColumns(seen.places))) {
    const values = rows.get(row) ?? Array.from(seen.header, () => '');
    for (const { key, number } of columns) {
      const text = texts[key];
      if (text !== undefined) values[number - 1] = text;
    }
    rows.set(row, values);
  }
  return { ...seen, rows: [...rows].map(([row, values]) => ({ row, values })) };
}

/** The columns that are to be written, from 0. */
function columnsOf(sheet: Sheet, { places, rows }: SeenRows, changes: readonly RowTexts[]): number[] {
  const read = readerFor(sheet.getParent());
  const valuesOf = new Map(rows.map(({ row, values }) => [row, values]));
  const isWritten = (key: ColumnKey, place: number) =>
    changes.some(({ row, texts }) => {
      const text = texts[key];
      return text !== undefined && (DERIVED.has(key) || text !== read(valuesOf.get(row)?.[place] ?? ''));
    });
  return [...places].flatMap(([key, place]) => (isWritten(key, place) ? [place] : []));
}

/** Whether the changes say anything but what the register works out anew at any time: words, an ID or a stamp. */
function saysMoreThanWorkedOut(sheet: Sheet, { places, rows }: SeenRows, changes: readonly RowTexts[]): boolean {
  const read = readerFor(sheet.getParent());
  const valuesOf = new Map(rows.map(({ row, values }) => [row, values]));
  const columns = placedColumns(places).filter(({ key }) => !DERIVED.has(key) || STAMPS.has(key));
  return changes.some(({ row, texts }) =>
    columns.some(({ key, number }) => {
      const text = texts[key];
      return text !== undefined && text !== read(valuesOf.get(row)?.[number - 1] ?? '');
    }),
  );
}

/**
 * Writes what the register works out anew at any time, due date, timing, findings and the note, into rows that were read just before, and
 * neither asks before nor looks after: where the rows have moved, it stands in the wrong one until that is edited or checked. Where somebody
 * has inserted or deleted a column at that moment, the stamps that it hit are put right.
 */
function writeWorkedOut(sheet: Sheet, seen: SeenRows, changes: readonly RowTexts[]): void {
  const { places, rows, header } = seen;
  const wantedCell = cellMaker(header, places);
  const columns = placedColumns(places).filter(({ key }) => DERIVED.has(key) && !STAMPS.has(key));
  const cells = changes.flatMap(({ row, texts }) =>
    columns.flatMap(({ key, kind, number }): WantedCell[] => {
      const text = texts[key];
      return text === undefined ? [] : [wantedCell(row - 1, number - 1, kind, text)];
    }),
  );
  const failure = writeCells(sheet, places, cells);
  if (sheet.getMaxColumns() !== seen.width) {
    const values: CellValue[][] = [[...seen.header]];
    for (const { row, values: cellsOfRow } of rows) values[row - 1] = [...cellsOfRow];
    for (let row = 0; row < values.length; row++) values[row] ??= [];
    const after = readAfter(sheet, seen.places);
    const { open } = mend(tableOf(sheet, values, seen.places), cells, [], after);
    writeCells(sheet, after.places, open);
  } else if (failure !== undefined) {
    // Rows that are gone need none of it.
    if (!isBeyondSheet(failure)) throw failure;
  } else writeDueNotes(sheet, places, changes);
}
