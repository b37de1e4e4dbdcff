// The door through which words, IDs and stamps come to rows: whatever other people do to the sheet meanwhile, they end in the row that
// they are for. Sheets can neither lock nor compare before it writes, so the sheet is read directly before the write and again after it.
import { RATINGS, splitRatings } from '../../domain/experiment/scoring.ts';
import { isBeyondSheet, ROUNDS } from '../best-effort.ts';
import { asWritten, type CellValue, readerFor, writeValues } from '../cell.ts';
import { COLUMNS, type ColumnKey, type ColumnPlaces } from '../columns.ts';
import { formulaInRow, scorePlaces } from '../derived/score-formula.ts';
import { type RegisterRow, type RowTexts, VALUE_OF, writeDueNotes } from '../register.ts';
import { type Line, matchLines } from './row-matching.ts';
import { isLaidOutAs, isUnmoved, mend } from './row-mending.ts';
import {
  BLANK,
  DERIVED,
  keyOf,
  readAfter,
  readNearKey,
  readTable,
  type SeenRows,
  type Table,
  tableOf,
  type WantedCell,
} from './sheet-table.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The derived cells that nothing can work out anew from the row. */
const STAMPS: ReadonlySet<ColumnKey> = new Set(['started', 'closed', 'state']);

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
  const free = now.freeRow();
  if (free >= now.values.length && (free !== expected || layout(now.places) !== layout(seen.places)))
    own = ownFrom(now.places, free);
  let newRows = added.map((change, index) => ({ ...change, row: free + index }));
  const seenAt = new Map(changes.map(({ row }, index) => [moved[index], seen.rows.find((each) => each.row === row)]));
  let cells = [
    ...rows.flatMap((change) => cellsOf(now, change, seenAt.get(change.row)?.values, seen.places)),
    ...newRows.flatMap((change, index) =>
      free < now.values.length ? cellsOf(now, change) : wholeRow(now, change, own[index]),
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
    const { score, ...texts } = row.texts;
    return score === undefined ? row : { ...row, texts: { ...texts, ...splitRatings(score, there) } };
  };
}

/** What is seen once these changes are written, those of new rows too: from there they can be taken back. */
export function seenAfter<Seen extends SeenRows>(seen: Seen, changes: readonly RowTexts[]): Seen {
  const rows = new Map(seen.rows.map(({ row, values }) => [row, [...values]]));
  for (const { row, texts } of changes.map(inColumns(seen.places))) {
    const values = rows.get(row) ?? Array.from(seen.header, () => '');
    for (const { key } of COLUMNS) {
      const [text, place] = [texts[key], seen.places.get(key)];
      if (text !== undefined && place !== undefined) values[place] = text;
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
  return changes.some(({ row, texts }) =>
    COLUMNS.some(({ key }) => {
      const [text, place] = [texts[key], places.get(key)];
      const isOurs = text !== undefined && place !== undefined && (!DERIVED.has(key) || STAMPS.has(key));
      return isOurs && text !== read(valuesOf.get(row)?.[place] ?? '');
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
  const cells = changes.flatMap(({ row, texts }) =>
    COLUMNS.flatMap(({ key, kind }): WantedCell[] => {
      const [text, column] = [texts[key], places.get(key)];
      if (text === undefined || column === undefined || !DERIVED.has(key) || STAMPS.has(key)) return [];
      return [wantedCell(row - 1, column, kind, text)];
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

/** Where the rows that the changes are for stand now, from 0; -1 for one that is gone or cannot be told from another. */
export function rowsNow(seen: SeenRows, changes: readonly Pick<RowTexts, 'row'>[], now: Table): number[] {
  const { rows } = seen;
  const after = now.values.map((values, index) => (index === 0 ? BLANK : lineOf(values, now.places)));
  const before = rows.map(({ values }) => lineOf(values, seen.places));
  const found = matchLines(before, after);
  const taken = new Set(found);
  const said = before.map((line) => JSON.stringify(line));
  const times = new Map<string, number>();
  for (const text of said) times.set(text, (times.get(text) ?? 0) + 1);
  const at = new Map(
    rows.map(({ row }, index) => {
      const place = found[index] ?? -1;
      // Two that say the same are told by their place, as long as nothing has moved there.
      const [there, line, text] = [after[row - 1], before[index], said[index] ?? ''];
      const isSame = JSON.stringify(there) === text;
      // So is one that somebody is still writing into another one; not where two said the same, or a blank one has come in between.
      const isFree = place === -1 && !taken.has(row - 1) && times.get(text) === 1;
      const isFilled = there?.cells.some((words) => words !== '') === true;
      const isBegun = isFree && isFilled && line?.name === '' && there?.name === '';
      return [row, place !== row - 1 && (isSame || isBegun) ? row - 1 : place];
    }),
  );
  return changes.map(({ row }) => at.get(row) ?? -1);
}

/** Of rows that were not found again, those without an ID where one without an ID is left that may be it: the others were deleted. */
function untoldOf(
  seen: SeenRows,
  changes: readonly Pick<RowTexts, 'row'>[],
  found: readonly number[],
  now: Table,
): number[] {
  const lost = new Set(changes.flatMap(({ row }, index) => (found[index] === -1 ? [row] : [])));
  if (lost.size === 0) return [];
  const isOpen = ({ name, cells }: Line) => name === '' && cells.some((text) => text !== '');
  const untold = seen.rows.filter(({ row, values }) => lost.has(row) && isOpen(lineOf(values, seen.places)));
  const taken = new Set(rowsNow(seen, seen.rows, now));
  const isLeft = now.values.some((values, row) => row > 0 && !taken.has(row) && isOpen(lineOf(values, now.places)));
  return isLeft ? untold.map(({ row }) => row) : [];
}

/** A row as people know it: its ID, and all that they write. */
function lineOf(values: readonly CellValue[], places: ColumnPlaces): Line {
  const at = (key: ColumnKey) => keyOf(values[places.get(key) ?? -1] ?? '');
  return { name: at('id').trim(), cells: COLUMNS.flatMap(({ key }) => (DERIVED.has(key) ? [] : [at(key)])) };
}

/** Whether a row says in all that people write what was seen of it. `place` counts from 0. */
export function isUnchanged(
  seen: Pick<RegisterRow, 'values'>,
  places: ColumnPlaces,
  now: Table,
  place: number,
): boolean {
  const line = lineOf(now.values[place] ?? [], now.places);
  return JSON.stringify(line) === JSON.stringify(lineOf(seen.values, places));
}

/**
 * The cells that a change is about: those that people write too only where they still say what was seen and are to say something else;
 * the derived ones all, side by side.
 */
function cellsOf(
  now: Table,
  { row, texts }: Pick<RowTexts, 'row' | 'texts'>,
  seen?: readonly CellValue[],
  seenPlaces: ColumnPlaces = now.places,
): WantedCell[] {
  const cells: WantedCell[] = [];
  const wantedCell = cellMaker(now.values[0], now.places);
  for (const { key, kind } of COLUMNS) {
    const [text, column] = [texts[key], now.places.get(key)];
    if (text === undefined || column === undefined) continue;
    const held = now.text(row, column);
    if (!DERIVED.has(key) && held === text) continue;
    const isOurs = !DERIVED.has(key) || STAMPS.has(key);
    if (isOurs && seen !== undefined && now.read(seen[seenPlaces.get(key) ?? -1] ?? '') !== held) continue;
    cells.push(wantedCell(row, column, kind, text));
  }
  return cells;
}

/** From the first of the register's columns to the last, people's own between them. */
function reachOf(places: ColumnPlaces): [from: number, to: number] {
  return [Math.min(...places.values()), Math.max(...places.values())];
}

/**
 * What people have in rows below everything else, in own columns between the register's: a formula that says nothing yet, a box that is not
 * ticked. One read where there are such columns.
 */
function ownBelow(sheet: Sheet, places: ColumnPlaces, first: number, count: number): CellValue[][] {
  const [from, to] = reachOf(places);
  const there = Math.min(count, sheet.getMaxRows() - first);
  if (to - from + 1 === places.size || there < 1) return [];
  const cells = sheet.getRange(first + 1, from + 1, there, to - from + 1);
  const values: CellValue[][] = cells.getValues();
  return cells
    .getFormulas()
    .map((line, row) => line.map((formula, column) => formula || asWritten(values[row]?.[column])));
}

/** A row below everything else, from its first to its last cell: written with one write, it is there whole or not at all. */
function wholeRow(
  { places, values, read }: Table,
  { row, texts }: Pick<RowTexts, 'row' | 'texts'>,
  own: readonly CellValue[] = [],
): WantedCell[] {
  const wantedCell = cellMaker(values[0], places);
  const [from, to] = reachOf(places);
  const columns = new Map(COLUMNS.map((column) => [places.get(column.key), column]));
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const column = columns.get(from + index);
    if (column !== undefined) return wantedCell(row, from + index, column.kind, texts[column.key] ?? '');
    const value = own[index] ?? '';
    const isKnown = value === '' || typeof value === 'boolean';
    return { row, column: from + index, value, text: isKnown ? read(value) : undefined };
  });
}

function cellMaker(header: readonly CellValue[] = [], places: ColumnPlaces) {
  const placeOf = scorePlaces(header, places as ReadonlyMap<string, number>);
  return (row: number, column: number, kind: keyof typeof VALUE_OF, said: string): WantedCell => {
    const text = kind === 'score' ? formulaInRow(said, row + 1, placeOf) : said;
    const isFormula = (kind === 'computed' || kind === 'score') && text.startsWith('=');
    return { row, column, value: VALUE_OF[kind](text), text: isFormula ? undefined : text };
  };
}

/**
 * Adds the rows that cells lie below the sheet's end, which is known to hold something in so many rows. Hands out how many came before its
 * last row, as they do where that is blank: whatever reaches to the sheet's end, as a protection does, takes these in.
 */
function makeRoom(sheet: Sheet, cells: readonly WantedCell[], held: number): number {
  const last = cells.reduce((most, { row }) => Math.max(most, row + 1), 0);
  const missing = last > held ? last - sheet.getMaxRows() : 0;
  if (missing <= 0) return 0;
  const end = last - missing;
  sheet.insertRowsAfter(held < end ? end - 1 : end, missing);
  return held < end ? missing : 0;
}

/**
 * Writes cells, one write for each block of them. What people wrote comes first, then stamps, then what can be worked out anew, then IDs, and
 * what is known of the row last, with the stamps that stand beside it: a row whose writing ended half-way has no ID and is known by that, and
 * nothing that says it ever had one; a status whose day was not stamped yet still stands beside what was kept for the status before. Hands out
 * what Google refused: what was to come after it is not written.
 */
export function writeCells(sheet: Sheet, places: ColumnPlaces, cells: readonly WantedCell[]): unknown {
  const order = ({ column, values }: Block) => {
    const holds = (key: ColumnKey) => {
      const place = places.get(key) ?? -1;
      return column <= place && place < column + (values[0]?.length ?? 1);
    };
    if (holds('state')) return 4;
    if (holds('id')) return 3;
    return holds('started') || holds('closed') ? 1 : [...DERIVED].some(holds) ? 2 : 0;
  };
  try {
    for (const { row, column, values } of blocksOf(cells).sort((a, b) => order(a) - order(b))) {
      writeValues(sheet.getRange(row + 1, column + 1, values.length, values[0]?.length ?? 1), values);
    }
  } catch (error) {
    // Columns or rows may have moved, and with them the rules. Where they have not, this is the end.
    return error;
  }
  return undefined;
}

/**
 * Gives cells back what they held, where a write that was refused in part has changed them: it is done whole or not at all. Where a formula
 * stood, the next check works it out anew.
 */
function takeBack(sheet: Sheet, now: Table, cells: readonly WantedCell[], after: Table): void {
  const there = cells.flatMap((cell): WantedCell[] => {
    const { row, column, text } = cell;
    const value = now.values[row]?.[column] ?? '';
    const isChanged =
      after.text(row, column) !== now.read(value) && (text === undefined || text === after.text(row, column));
    return isChanged && typeof value !== 'number' ? [{ ...cell, value: asWritten(value) }] : [];
  });
  writeCells(sheet, now.places, there);
}

interface Block {
  row: number;
  column: number;
  values: CellValue[][];
}

/** Cells as rectangles: runs of neighbours in a row, and rows below each other that fill the very same columns. */
function blocksOf(cells: readonly WantedCell[]): Block[] {
  const blocks: Block[] = [];
  const sorted = [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (let from = 0; from < sorted.length; ) {
    const first = sorted[from] as WantedCell;
    let to = from + 1;
    while (sorted[to]?.row === first.row && sorted[to]?.column === first.column + to - from) to++;
    blocks.push({ row: first.row, column: first.column, values: [sorted.slice(from, to).map(({ value }) => value)] });
    from = to;
  }
  const growing = new Map<string, Block>();
  return blocks.filter((block) => {
    const key = `${block.column} ${block.values[0]?.length}`;
    const above = growing.get(key);
    if (above !== undefined && above.row + above.values.length === block.row) {
      above.values.push(...block.values);
      return false;
    }
    growing.set(key, block);
    return true;
  });
}
