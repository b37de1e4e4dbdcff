// What a person chose to take over: tabs of this spreadsheet, or a file, as tables that are read.
import * as z from 'zod/mini';
import { RATINGS } from '../../domain/experiment/scoring.ts';
import { STATUSES } from '../../domain/experiment/status.ts';
import { DECISIONS, FIELDS, fieldOf } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { UserError } from '../../domain/user-error.ts';
import { columnsFor, headerOf } from '../../sheet/columns.ts';
import { placesOfOwn } from '../../sheet/own-columns.ts';
import { findTab, readTab } from '../../sheet/tabs.ts';
import {
  type ColumnUse,
  OPTIONAL_TEXTS,
  PERSON,
  readSeparated,
  readTable,
  type SourceTable,
  type TableReading,
} from '../../tracker/index.ts';
import type { RegisterContext } from '../context.ts';
import { recordOf } from '../record-schema.ts';
import { wholeNumber } from '../rows/row-schema.ts';

const USES: readonly string[] = [
  ...FIELDS.map(({ key }) => key),
  ...RATINGS.map(({ key }) => key),
  ...(['person', 'end', 'due', 'closed', 'progress', 'mark', 'own', 'none'] as const),
];
const answersSchema = z.object({
  header: z.optional(wholeNumber(1)),
  columns: z.optional(recordOf(z.custom<ColumnUse>((use) => USES.includes(String(use))))),
  statuses: z.optional(recordOf(z.enum([...STATUSES, 'idea', '']))),
  decisions: z.optional(recordOf(z.enum([...DECISIONS, '']))),
  dayFirst: z.optional(z.boolean()),
});

export const sheetRequestSchema = z.object({
  /** IDs of tabs. */
  tabs: z.optional(z.array(z.string())),
  file: z.optional(z.object({ name: z.string(), text: z.string() })),
  /** What a person said of each, by its key. */
  answers: z.optional(recordOf(answersSchema)),
  /** What rows become that are only ideas. */
  ideas: z.optional(z.enum(['candidates', 'proposed'])),
  /** Whether the register gets copies, or the tab becomes the register itself. */
  way: z.optional(z.enum(['copy', 'in-place'])),
});
/** Tabs or a file, with what a person said of them. */
export type SheetRequest = z.infer<typeof sheetRequestSchema>;

/** One table of what was chosen. */
export interface Source {
  /** A tab's ID, or `file:` and a fingerprint of the file's name. */
  key: string;
  table: SourceTable;
  reading: TableReading;
  /** Lines of a file whose quotes do not match. */
  wrongQuotes: number[];
  /** By its place from 0, how each of the table's own columns is called in the register. */
  labels: ReadonlyMap<number, string>;
  /** The optional fields of the register. */
  fields: readonly string[];
}

/**
 * Reads what was chosen, as `context`, the register if there is one, would have it: a column that says who does it brings the field for that,
 * unless the register has a column of people's own that is called so, or the tab itself becomes the register and has several. Throws a UserError where a tab is gone or a file holds nothing.
 */
export function readSources(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  { tabs = [], file, answers = {}, way }: SheetRequest,
  today: string,
  context?: Pick<RegisterContext, 'experiments' | 'settings'>,
): Source[] {
  const sources = tabs.map((id): Omit<Source, 'reading' | 'labels' | 'fields'> => {
    const sheet = findTab(spreadsheet, id);
    if (sheet === undefined) throw new UserError('tab-gone');
    return { key: id, table: readTab(sheet), wrongQuotes: [] };
  });
  if (file !== undefined) {
    const { cells, wrongQuotes } = readSeparated(file.text);
    // Of a file nobody knows what its formulas come to.
    const formulas = cells.map((row) => row.map((cell) => (/^=./.test(cell) ? cell : '')));
    sources.push({
      key: `file:${fingerprint(file.name)}`,
      table: { name: file.name, texts: cells, formulas },
      wrongQuotes,
    });
  }
  if (sources.every(({ table }) => table.texts.every((row) => row.every((cell) => cell.trim() === '')))) {
    throw new UserError('sheet-blank');
  }
  const read = (fields: readonly string[]) =>
    sources.map((source): Source => {
      const hasPerson = fields.some((key) => key === PERSON);
      const ratings = RATINGS.flatMap(({ key }) => (fields.includes(key) ? [key] : []));
      const optional = OPTIONAL_TEXTS.filter((key) => fields.includes(key));
      const reading = readTable(source.table, { ...answers[source.key], hasPerson, ratings, optional }, today);
      return { ...source, reading, fields, labels: ownLabels(reading, fields) };
    });
  const held = context?.settings.optionalFields ?? [];
  const found = read(held);
  const people = found.flatMap(({ reading }) =>
    reading.columns.filter(({ use, filled }) => isPerson(use) && filled > 0).map(({ label }) => label),
  );
  const isUnclear = people.length === 0 || (way === 'in-place' && people.length > 1);
  const isTheirs = isUnclear || held.some((key) => key === PERSON);
  if (PERSON === undefined || isTheirs) return found;
  const own = placesOfOwn(context === undefined ? [] : headerOf(context.experiments), [
    ...people,
    fieldOf(PERSON).label,
  ]);
  return own.size > 0 ? found : read([...held, PERSON]);
}

function isPerson(use: ColumnUse): boolean {
  return use === 'person' || use === PERSON;
}

/** Names for own columns that no other column of the register has. */
function ownLabels({ columns, name }: TableReading, fields: readonly string[]): Map<number, string> {
  const labels = new Map<number, string>();
  const ours = new Set(columnsFor(fields).map(({ label }) => label.toLowerCase()));
  const taken = new Set(ours);
  const hasPerson = fields.some((key) => key === PERSON);
  for (const { place, label, use, filled } of columns) {
    if (!(use === 'own' || (isPerson(use) && !hasPerson)) || filled === 0) continue;
    const plain = label.replace(/\s+/g, ' ').trim() || `${name} ${place + 1}`;
    let wanted = ours.has(plain.toLowerCase()) ? `${plain} (${name})` : plain;
    for (let count = 2; taken.has(wanted.toLowerCase()); count += 1) wanted = `${plain} ${count}`;
    taken.add(wanted.toLowerCase());
    labels.set(place, wanted);
  }
  return labels;
}

const REFERENCE = /(?<![A-Za-z0-9_!'.])\$?([A-Z]{1,2})\$?(\d{1,7})(?![\d(A-Za-z_])/g;

/** Stands in a kept formula in front of and behind the name of a column of the same row. */
export const COLUMN_MARK = '\u0001';

/**
 * A formula of an own column with names in place of cells, where all that it looks at are own columns of the same row; undefined where it
 * looks at anything else. `row` counts from 1.
 */
export function movableFormula(formula: string, row: number, labels: ReadonlyMap<number, string>): string | undefined {
  if (formula === '' || /["'!]/.test(formula.replace(/"[^"]*"/g, ''))) return undefined;
  let isMovable = true;
  const moved = formula.replace(REFERENCE, (_, letters: string, number: string) => {
    const place = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    const label = labels.get(place);
    if (label === undefined || Number(number) !== row) isMovable = false;
    return COLUMN_MARK + (label ?? '') + COLUMN_MARK;
  });
  // A column as a whole, or a name, is not of this row.
  return isMovable && !/\$?[A-Z]{1,3}:\$?[A-Z]{1,3}/.test(moved) ? moved : undefined;
}
