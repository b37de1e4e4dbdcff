// What a script's writes become: entries, judged by the rules of their cells.

import type { Cell } from '../../../protocol.ts';
import { holds, overlap } from '../../model/area.ts';
import { dateEntry, type Entry, enteredCell, readEntry } from '../../model/entry.ts';
import { keepsRule, refusalText } from '../../model/judge.ts';
import { isDateFormat } from '../../model/number-format.ts';
import type { Runtime } from '../../runtime.ts';
import { ServiceError } from '../../service.ts';
import type { Switches } from '../../switches.ts';
import { type RangeLooks, readCells } from './range-looks.ts';

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const MOST_CHARACTERS = 50_000;

/** Reads what a script writes into a cell. */
export function entryReader(runtime: Runtime): (value: unknown, cell: Cell | undefined) => Entry {
  const rules = runtime.book.rules;
  return (value, cell) => {
    if (value === null || value === undefined) return {};
    if (typeof value === 'boolean') return { value };
    if (typeof value === 'number') return { value: Number.isFinite(value) ? value : '#NUM!' };
    if (value instanceof Date)
      return Number.isNaN(value.getTime()) ? { value: '#NUM!' } : dateEntry(value.getTime(), rules, runtime.switches);
    const text = String(value);
    checkLength(text);
    const entry = readEntry(text, cell?.format, rules, runtime.switches);
    // In a cell of a plain number format a day shows as a date, or stays the number that it is.
    const staysNumber = runtime.switches.details === 'other' && cell?.format !== undefined;
    if (!staysNumber || !isDateFormat(entry.format)) return entry;
    const { format: _, ...number } = entry;
    return number;
  };
}

function checkLength(text: string): void {
  if (text.length <= MOST_CHARACTERS) return;
  throw new ServiceError(
    `Your input contains more than the maximum of ${MOST_CHARACTERS} characters in a single cell.`,
  );
}

/** The entry that a formula is, with or without its `=`. */
export function formulaEntry(formula: string | undefined, { details }: Pick<Switches, 'details'>): Entry {
  const text = String(formula ?? '');
  checkLength(text);
  if (text === '') return {};
  if (details === 'other' && !text.startsWith('=')) throw new ServiceError('The formula must begin with =.');
  return { formula: text.startsWith('=') ? text : `=${text}` };
}

const withMark = (cell: Cell = {}): Cell => ({ ...cell, value: `'${cell.value}` });

/** Writes entries; if one breaks a rule that rejects, nothing is written, or, where a switch says so or rejection waits for the flush, all but that. */
export function write(
  runtime: Runtime,
  range: RangeLooks,
  entryOf: (cell: Cell | undefined, row: number, column: number) => Entry,
): void {
  const { area, sheetModel } = range;
  const isClosed = sheetModel.protections.some(
    (kept) => kept.isClosed === true && overlap(kept.area ?? sheetModel.area, area) !== undefined,
  );
  if (isClosed) throw new ServiceError(PROTECTED);
  const old: [row: number, column: number, cell: Cell | undefined][] = [];
  const next: (Cell | undefined)[] = [];
  const marked = new Set<number>();
  const isMarkJudged = runtime.switches.listMarks === 'judged';
  readCells(range, (cell, row, column) => {
    const entry = entryOf(cell, row, column);
    if (entry.isMarked && isMarkJudged) marked.add(next.length);
    old.push([area.row + row, area.column + column, cell]);
    next.push(enteredCell(cell, entry));
  });
  old.forEach(([row, column], index) => {
    sheetModel.put(row, column, next[index]);
  });
  const rules = sheetModel.validations.filter((rule) => !rule.allowInvalid);
  if (rules.length === 0) return;
  runtime.book.compute();
  const refused = old.flatMap(([row, column, cell], index) => {
    const rule = rules.find((candidate) => holds(candidate.area, row, column));
    if (!rule) return [];
    const judged = marked.has(index) && rule.kind.startsWith('list') ? withMark(next[index]) : undefined;
    if (keepsRule(runtime.book, sheetModel, rule, judged ?? sheetModel.cell(row, column), row, column)) return [];
    return [{ row, column, cell, error: new ServiceError(refusalText(runtime.book, rule, row, column)) }];
  });
  const [first] = refused;
  if (first === undefined) return;
  const { rejectsAt, refusedWrites, details } = runtime.switches;
  if (details === 'specified') for (const { row, column, cell } of refused) sheetModel.put(row, column, cell);
  if (rejectsAt === 'flush') {
    runtime.rejected.push(...refused.map(({ error }) => error));
    return;
  }
  if (refusedWrites === 'nothing' && details === 'specified')
    for (const [row, column, cell] of old) sheetModel.put(row, column, cell);
  throw first.error;
}
