// A team's own tab as the register itself: which of its columns become the register's, which of their cells change, which lines leave it.
import { RATINGS, type RatingKey } from '../../domain/experiment/scoring.ts';
import { type Experiment, FIELDS, type FieldKey, hasField } from '../../domain/experiment/template.ts';
import { columnsFor } from '../../sheet/columns.ts';
import { PERSON, type SourceTable, type TableReading } from '../../tracker/index.ts';
import type { IntendedRow } from './intent.ts';

/** A cell that says something else afterwards. */
export interface PlacedCell {
  /** The row as it is before, from 1. */
  row: number;
  key: FieldKey;
  from: string;
  to: string;
}

/** What becomes of a tab. Rows count from 1, columns from 0. */
export interface Placing {
  /** The header row afterwards, as far as the tab has columns. */
  header: string[];
  /** The tab's column that becomes a field's. */
  taken: ReadonlyMap<FieldKey | RatingKey, number>;
  /** Headers that cannot stay, since the register has a column of that name. */
  renamed: { from: string; to: string }[];
  /** Labels of the columns that are added at the right. */
  added: string[];
  /** Rows that leave the tab. */
  lines: number[];
  cells: PlacedCell[];
}

/** Fields whose cells may hold nothing but one of the register's own words or days. */
const STRICT: ReadonlySet<FieldKey> = new Set(
  FIELDS.filter(({ kind }) => kind === 'date' || kind === 'choice').map(({ key }) => key),
);

/** What a cell that is more than words is read as, whatever it is shown as: plain numbers, days, boxes. */
const READ_ALIKE = /^(?:-?\d+(?:\.\d+)?|\d{4}-\d\d-\d\d|TRUE|FALSE|)$/;

/**
 * Works out what becomes of a tab whose rows are to say what is `intended`, one for each row of the reading; `fields`: the optional fields that
 * the register has.
 */
export function placeTab(
  table: SourceTable,
  reading: TableReading,
  intended: readonly IntendedRow[],
  fields: readonly string[],
): Placing {
  const ours = columnsFor(fields);
  const cells: PlacedCell[] = [];
  const taken = new Map<FieldKey | RatingKey, number>();
  for (const { key } of FIELDS) {
    const isOne = (use: string) => use === key || (use === 'person' && key === PERSON);
    const columns = reading.columns.filter(({ use, label, filled }) => isOne(use) && (label !== '' || filled > 0));
    const [column] = columns;
    if (column === undefined || columns.length > 1 || key === 'other' || !hasField(key, fields)) continue;
    const changes = changesOf(key, column.place, table, reading, intended);
    if (changes === undefined) continue;
    taken.set(key, column.place);
    cells.push(...changes);
  }
  // Their numbers stay as they stand.
  for (const { key } of RATINGS) {
    const column = reading.columns.find(({ use }) => use === key);
    if (column !== undefined && hasField(key, fields)) taken.set(key, column.place);
  }
  const width = Math.max(0, ...table.texts.map((line) => line.length));
  const fieldAt = new Map([...taken].map(([key, place]) => [place, key]));
  const renamed: Placing['renamed'] = [];
  const header = Array.from({ length: width }, (_, place) => {
    const label = (reading.columns.find((column) => column.place === place)?.label ?? '').trim();
    const owner = ours.find((column) => column.label.toLowerCase() === label.toLowerCase());
    const key = fieldAt.get(place);
    if (key !== undefined && label === '') return ours.find((column) => column.key === key)?.label ?? '';
    if (owner === undefined || owner.key === key) return label;
    const to = `${label} (${reading.name})`;
    renamed.push({ from: label, to });
    return to;
  });
  const kept = new Set([reading.header, ...reading.rows.map(({ row }) => row)]);
  const isLeft = (row: number) =>
    row < reading.header || (table.texts[row - 1] ?? []).some((text) => text.trim() !== '');
  const lines = table.texts.map((_, at) => at + 1).filter((row) => !kept.has(row) && isLeft(row));
  const added = ours.filter(({ key }) => !taken.has(key as FieldKey | RatingKey)).map(({ label }) => label);
  return { header, taken, renamed, added, lines, cells };
}

/**
 * The cells of a column that would say something else as this field's; undefined where it cannot be that field's: where a number, a day, a
 * box or a formula would become words, an ID would, or a text would go.
 */
function changesOf(
  key: FieldKey,
  place: number,
  { texts, isMore, linked }: SourceTable,
  { rows }: TableReading,
  intended: readonly IntendedRow[],
): PlacedCell[] | undefined {
  const cells: PlacedCell[] = [];
  for (const [at, { row }] of rows.entries()) {
    const from = (texts[row - 1]?.[place] ?? '').trim();
    const to = wordOf(intended[at]?.experiment, key);
    const isMoreThanWords = isMore?.[row - 1]?.[place] === true;
    const link = linked?.[row - 1]?.[place];
    // A link stays one, whether a text or a formula.
    if (isMoreThanWords && link === undefined && !READ_ALIKE.test(from)) return undefined;
    if (plain(to) === plain(from) || plain(to) === plain(link ?? from)) continue;
    if (from !== '' && (key === 'id' || isMoreThanWords)) return undefined;
    // A problem that stands for the title stays where it stands.
    if (to === '' && !STRICT.has(key)) continue;
    cells.push({ row, key, from, to });
  }
  return cells;
}

function wordOf(experiment: Experiment | undefined, key: FieldKey): string {
  return experiment?.[key] ?? '';
}

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
