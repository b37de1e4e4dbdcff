// What a write hit because somebody moved rows or columns at that moment, and how it is put right: worked out from how the sheet was
// directly before and how it is now.
import { asWritten } from '../cell.ts';
import { type Line, matchLines } from './row-matching.ts';
import { BLANK, DERIVED, keyOf, type Table, type WantedCell } from './sheet-table.ts';

/**
 * What is still to be written, where rows or columns moved before it was: into the cells that were hit what stood there, and what did
 * not come to its cell once more. `rowsAt` says where a row of `now` is afterwards, -1 if nowhere.
 */
export function mend(
  now: Table,
  cells: readonly WantedCell[],
  newRows: readonly number[],
  after: Table,
): { open: WantedCell[]; rowsAt: (row: number) => number } {
  if (isUnmoved(now, cells, newRows, after)) return { open: [], rowsAt: (row) => row };
  const columns = matchColumns(now, after);
  const rows = matchRows(now, cells, newRows, after, columns);

  const at = (row: number, column: number) => `${row} ${column}`;
  const owners = new Map([...rows].map(([row, place]) => [place, row]));
  const ownersOfColumns = new Map(columns.map((place, column) => [place, column]));
  const targetOf = (cell: WantedCell) => ({ row: rows.get(cell.row) ?? -1, column: columns[cell.column] ?? -1 });
  const landing = new Set(cells.map((cell) => at(targetOf(cell).row, targetOf(cell).column)));
  const writtenAt = new Map(cells.map((cell) => [at(cell.row, cell.column), cell]));
  /** Whether what was written there stands there: of a formula the words are not known, unless it met a column of texts. */
  const stands = (row: number, column: number) => {
    const { text, value } = writtenAt.get(at(row, column)) ?? {};
    const there = after.text(row, column);
    return text === undefined
      ? value !== undefined && [there, after.formula(row, column)].includes(String(value))
      : there === text;
  };
  const open: WantedCell[] = [];

  const hitRows = new Set<number>();
  const giveBack = ({ row, column }: WantedCell, there: string) => {
    const [owner, ownColumn] = [owners.get(row), ownersOfColumns.get(column)];
    const isKnown = owner !== undefined && ownColumn !== undefined;
    const before = isKnown ? now.text(owner, ownColumn) : '';
    if (before === there) return;
    hitRows.add(row);
    const value = isKnown ? (now.values[owner]?.[ownColumn] ?? '') : '';
    open.push({ row, column, value: asWritten(value), text: before });
  };
  const hits = cells.filter(({ row, column }) => !landing.has(at(row, column)));
  for (const cell of hits) {
    const there = after.text(cell.row, cell.column);
    if (cell.text === there) giveBack(cell, there);
  }
  // A formula that does not read as it was written was there if the rest was, or if nothing else can have brought words there.
  for (const cell of hits) {
    const { row, column, text } = cell;
    if (text !== undefined) continue;
    const isThere = hitRows.has(row) || owners.get(row) === undefined || stands(row, column);
    if (isThere) giveBack(cell, after.text(row, column));
  }

  const reopened = new Set<number>();
  const again = (cell: WantedCell) => open.push({ ...cell, ...targetOf(cell) });
  for (const cell of cells) {
    const { row, column } = targetOf(cell);
    if (cell.text === undefined || row === -1 || column === -1) continue;
    const text = after.text(row, column);
    // Else somebody has typed there since.
    const isOld = text === now.text(cell.row, cell.column) || stands(row, column);
    if (text === cell.text || !isOld) continue;
    reopened.add(cell.row);
    again(cell);
  }
  for (const cell of cells) {
    const { row, column } = targetOf(cell);
    if (cell.text === undefined && reopened.has(cell.row) && row !== -1 && column !== -1) again(cell);
  }
  return {
    open: [...open, ...givenBack(now, cells, newRows, rows, columns, after)],
    rowsAt: (row) => rows.get(row) ?? -1,
  };
}

/** Whether the same experiments stand in the same rows and columns: what Google refused then has another reason. */
export function isLaidOutAs(now: Table, after: Table): boolean {
  const layout = ({ values, places }: Table) =>
    JSON.stringify([values[0], values.map((row) => keyOf(row[places.get('id') ?? -1] ?? ''))]);
  return layout(now) === layout(after);
}

/** Whether the rows that were written are where they were, with the same columns. */
export function isUnmoved(now: Table, cells: readonly WantedCell[], newRows: readonly number[], after: Table): boolean {
  const added = new Set(newRows);
  const isNew = (row: number) => added.has(row);
  const written = new Set(cells.filter(({ row }) => !isNew(row)).map(({ column }) => column));
  if (JSON.stringify(now.values[0]) !== JSON.stringify(after.values[0])) return false;
  const derived = new Set([...DERIVED].map((key) => now.places.get(key)));
  const columns = (after.values[0] ?? []).flatMap((_, column) => (derived.has(column) ? [] : [column]));
  const unlike = (row: number) =>
    columns.some(
      (column) =>
        !(written.has(column) && !isNew(row)) &&
        keyOf(after.values[row]?.[column] ?? '') !== keyOf(now.values[row]?.[column] ?? ''),
    );
  const touched = new Set(cells.map(({ row }) => row));
  // Whatever has moved above them shows in the row that new ones were to follow.
  for (const row of newRows) if (!isNew(row - 1)) touched.add(row - 1);
  const news = new Map<number, WantedCell[]>();
  for (const cell of cells) {
    if (!isNew(cell.row)) continue;
    const fresh = news.get(cell.row);
    if (fresh === undefined) news.set(cell.row, [cell]);
    else fresh.push(cell);
  }
  return [...touched].every((row) => {
    if (row === 0) return true;
    const fresh = news.get(row);
    if (fresh === undefined) return !unlike(row);
    const writtenAt: WantedCell[] = [];
    for (const cell of fresh) writtenAt[cell.column] = cell;
    return columns.every((column) => {
      const text = after.text(row, column);
      const cell = writtenAt[column];
      return (cell === undefined ? now.text(row, column) : (cell.text ?? text)) === text;
    });
  });
}

function matchColumns(now: Table, after: Table): number[] {
  const lines = ({ values }: Table): Line[] => {
    const width = values[0]?.length ?? 0;
    return Array.from({ length: width }, (_, column) => ({
      name: String(values[0]?.[column] ?? '')
        .trim()
        .toLowerCase(),
      cells: values.slice(1).map((row) => keyOf(row[column] ?? '')),
    }));
  };
  const found = matchLines(lines(now), lines(after));
  // One that nothing tells, as a blank one without a header, is where it was, unless another is there now.
  return found.map((place, column) =>
    place === -1 && !found.includes(column) && column < (after.values[0]?.length ?? 0) ? column : place,
  );
}

/** By row of `now`, where it is afterwards; -1 where it is gone, or lies under what was written. */
function matchRows(
  now: Table,
  cells: readonly WantedCell[],
  newRows: readonly number[],
  after: Table,
  columns: readonly number[],
): Map<number, number> {
  const derived = new Set([...DERIVED].map((key) => now.places.get(key)));
  const idPlace = now.places.get('id') ?? -1;
  const rows = new Map<number, number>([[0, 0]]);
  const taken = new Set<number>([0]);
  const held = new Set(now.values.map((values) => keyOf(values[idPlace] ?? '')).filter((id) => id !== ''));
  const isHeld = (place: number) => held.has(keyOf(after.values[place]?.[columns[idPlace] ?? -1] ?? ''));
  for (const row of newRows) {
    const own = cells.filter((cell) => cell.row === row && cell.text !== undefined && !derived.has(cell.column));
    const count = (place: number, columnOf: (column: number) => number) =>
      own.filter(({ column, text }) => text !== '' && after.text(place, columnOf(column)) === text).length;
    // Where it was written, whatever columns it met; else wherever it has moved to.
    const score = (place: number) =>
      Math.max(
        count(place, (column) => columns[column] ?? -1),
        place === row ? count(place, (column) => column) : 0,
      );
    const [best] = [row, ...after.values.keys()]
      .filter((place) => !taken.has(place) && !isHeld(place))
      .map((place) => ({ place, score: score(place) }))
      .sort((one, other) => other.score - one.score);
    const place = best !== undefined && best.score > 0 ? best.place : -1;
    rows.set(row, place);
    if (place !== -1) taken.add(place);
  }
  // Cells of new rows are no reason not to know the others by theirs.
  const changed = new Set(cells.filter(({ row }) => !newRows.includes(row)).map(({ column }) => column));
  const telling = columns.flatMap((place, column) =>
    place === -1 || derived.has(column) || changed.has(column) ? [] : [[column, place] as const],
  );
  const isNamed = !changed.has(idPlace);
  const line = ({ values }: Table, row: number, side: 0 | 1): Line => ({
    name: isNamed ? keyOf(values[row]?.[side === 0 ? idPlace : (columns[idPlace] ?? -1)] ?? '') : '',
    cells: telling.map((pair) => keyOf(values[row]?.[pair[side]] ?? '')),
  });
  const before = now.values.map((_, row) => (row === 0 || newRows.includes(row) ? BLANK : line(now, row, 0)));
  const found = matchLines(
    before,
    after.values.map((_, row) => (taken.has(row) ? BLANK : line(after, row, 1))),
  );
  for (const place of found) if (place !== -1) taken.add(place);
  const isFilled = ({ values }: Table, row: number) => values[row]?.some((value) => value !== '') === true;
  for (const [row, place] of found.entries()) {
    if (row === 0 || newRows.includes(row)) continue;
    // One that nothing tells any more, as somebody is writing in it, is where it was, unless another is there now.
    const isThere = place === -1 && !taken.has(row) && isFilled(now, row) && isFilled(after, row);
    rows.set(row, isThere ? row : place);
  }
  return rows;
}

/** What lies under a new row that somebody's inserted row has pushed another one to: that one's cells, and the new row once more, below. */
function givenBack(
  now: Table,
  cells: readonly WantedCell[],
  newRows: readonly number[],
  rows: Map<number, number>,
  columns: readonly number[],
  after: Table,
): WantedCell[] {
  const open: WantedCell[] = [];
  const ours = new Map(newRows.map((row) => [rows.get(row) ?? -1, row]));
  let free = after.freeRow();
  let shift = 0;
  for (let row = 1; row < now.values.length; row++) {
    const place = rows.get(row) ?? -1;
    if (newRows.includes(row)) continue;
    if (place !== -1) shift = place - row;
    else {
      const fresh = ours.get(row + shift);
      if (fresh === undefined || now.values[row]?.every((value) => value === '')) continue;
      const hit = cells.filter((cell) => cell.row === fresh);
      for (const { column } of hit) {
        const value = now.values[row]?.[column] ?? '';
        const before = { value: asWritten(value), text: now.text(row, column) };
        // Where that one was to be changed, too, it gets the change.
        const wanted = cells.find((cell) => cell.row === row && cell.column === column) ?? before;
        open.push({ value: wanted.value, text: wanted.text, row: row + shift, column: columns[column] ?? -1 });
      }
      for (const cell of hit) open.push({ ...cell, row: free, column: columns[cell.column] ?? -1 });
      rows.set(row, row + shift);
      rows.set(fresh, free);
      free += 1;
    }
  }
  // Nor may a new row be missing that met columns which refused it.
  for (const row of newRows) {
    if (rows.get(row) !== -1) continue;
    for (const cell of cells)
      if (cell.row === row) open.push({ ...cell, row: free, column: columns[cell.column] ?? -1 });
    rows.set(row, free);
    free += 1;
  }
  return open.filter(({ column }) => column !== -1);
}
