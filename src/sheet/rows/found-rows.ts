// Rows that were seen a while ago, found again by what they say: others may have sorted, inserted and deleted meanwhile.
import { idPlaces } from '../../domain/register/evaluation.ts';
import type { CellValue } from '../cell.ts';
import { COLUMNS, type ColumnKey, type ColumnPlaces } from '../columns.ts';
import type { RegisterRow, RowTexts } from '../register.ts';
import { type Line, matchLines } from './row-matching.ts';
import { BLANK, DERIVED, keyOf, type SeenRows, type Table } from './sheet-table.ts';

/** Where the rows that the changes are for stand now, from 0; -1 for one that is gone or cannot be told from another. */
export function rowsNow(seen: SeenRows, changes: readonly Pick<RowTexts, 'row'>[], now: Table): number[] {
  const { rows } = seen;
  // What an ID tells that stands once on both sides, needs no look at what the rows say.
  const there = idPlaces(now.values.map((values, place) => [place === 0 ? '' : idOf(values, now.places), place]));
  const names = new Map<number, string>();
  for (const [id, [row = 0, ...twins]] of idPlaces(rows.map(({ row, values }) => [idOf(values, seen.places), row])))
    if (twins.length === 0) names.set(row, id);
  const named = changes.map(({ row }) => {
    const [place = -1, ...twins] = there.get(names.get(row) ?? '') ?? [];
    return twins.length === 0 ? place : -1;
  });
  if (!named.includes(-1)) return named;
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

function idOf(values: readonly CellValue[], places: ColumnPlaces): string {
  return keyOf(values[places.get('id') ?? -1] ?? '');
}

/** Of rows that were not found again, those without an ID where one without an ID is left that may be it: the others were deleted. */
export function untoldOf(
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
  return {
    name: idOf(values, places).trim(),
    cells: COLUMNS.flatMap(({ key }) => (DERIVED.has(key) ? [] : [at(key)])),
  };
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
