// What a person enters: typed, pasted, filled or cleared cells, judged by the rules one by one.

import type { ActionOutcome, Area, Cell, Entered, PersonAction, Validation } from '../protocol.ts';
import { around } from './model/area.ts';
import { type BookModel, MOST_CELLS } from './model/book-model.ts';
import { type Entry, type EntryRules, enteredCell, readEntry, TYPED } from './model/entry.ts';
import { keepsRule, refusalText } from './model/judge.ts';
import type { SheetModel } from './model/sheet-model.ts';

const MOST_CHARACTERS = 50_000;

export const TOO_MUCH = 'A spreadsheet has at most 10 million cells: paste less.';

/** An edit that `onEdit` hears of. */
export interface Edit {
  sheet: SheetModel;
  area: Area;
  /** Only of a single cell that was typed, cleared, undone or redone; undefined = empty. */
  single?: { value: string | undefined; oldValue: string | undefined };
}

export interface ActionResult extends ActionOutcome {
  edit?: Edit;
}

/** Enters, pastes, fills or clears. */
export type EntryAction = Extract<PersonAction, { kind: 'type' | 'set' | 'enter' }>;
type Cause = Extract<PersonAction, { kind: 'set' | 'enter' }>['cause'];
type Wanted = [row: number, column: number, cellFor: (old: Cell | undefined) => Cell | undefined];

/** Refused as a whole: there is no cell to name. */
export function refusedWhole(message: string): ActionResult {
  return { refused: [{ row: -1, column: -1, message }] };
}

/** A value as an edit's event carries it; undefined for none. */
export function eventText(value: Cell['value']): string | undefined {
  if (value === undefined || value === '') return undefined;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** What was entered as the event carries it. */
function entryText({ switches }: BookModel, cell: Cell = {}): string | undefined {
  const { formula, value } = cell;
  return formula !== undefined && switches.editValues === 'pasted' ? formula : eventText(value);
}

const UNDONE: ReadonlySet<Cause> = new Set<Cause>(['undo', 'redo']);

/** A cell as the page sends it: its value or formula always counts, its looks only where it has any, or where a cell was moved. */
function setCell(before: Cell | undefined, cell: Cell | null, isMoved: boolean): Cell | undefined {
  const old = isMoved ? undefined : before;
  if (cell === null) return enteredCell(old, {});
  const entry: Entry =
    cell.formula === undefined ? { value: cell.value === '' ? undefined : cell.value } : { formula: cell.formula };
  const next: Cell = { ...enteredCell(old, entry) };
  if (cell.format !== undefined) next.format = cell.format;
  if (cell.note !== undefined) next.note = cell.note;
  if (cell.style !== undefined) next.style = cell.style;
  // The page shows none: what it sends with the same words is about looks.
  const links = cell.links ?? (next.value === old?.value ? old?.links : undefined);
  if (links !== undefined) next.links = links;
  return Object.keys(next).length === 0 ? undefined : next;
}

/** A cell after a paste or a replacement: a copied cell brings its format and looks along. */
function enterCell(old: Cell | undefined, { text, cell, style }: Entered, rules: EntryRules): Cell | undefined {
  const { note, format, style: looks, ...entry } = cell ?? {};
  const base: Cell = { ...old };
  if (cell) delete base.format;
  if (cell || style) delete base.style;
  if (style && Object.keys(style).length > 0) base.style = style;
  if (looks) base.style = looks;
  if (format !== undefined) base.format = format;
  if (note !== undefined) base.note = note;
  return enteredCell(base, cell ? entry : readEntry(text ?? '', base.format, rules, TYPED));
}

function wantedCells(book: BookModel, action: EntryAction): Wanted[] {
  const rules = book.rules;
  switch (action.kind) {
    case 'set':
      return action.cells.map(([row, column, cell]) => [
        row,
        column,
        (old) => setCell(old, cell, action.cause === 'move'),
      ]);
    case 'enter':
      return action.cells.map(([row, column, entered]) => [row, column, (old) => enterCell(old, entered, rules)]);
    case 'type':
      return action.text.flatMap((texts, down) =>
        texts.map(
          (text, across): Wanted => [
            action.row + down,
            action.column + across,
            (old) => enteredCell(old, readEntry(text, old?.format, rules, TYPED)),
          ],
        ),
      );
  }
}

/** Adds the rows and columns that a paste into the area needs; false where it cannot be. */
export function grow(book: BookModel, sheet: SheetModel, { row, column, rows, columns }: Area): boolean {
  if (row < 0 || column < 0) return false;
  const [needRows, needColumns] = [Math.max(sheet.rows, row + rows), Math.max(sheet.columns, column + columns)];
  if (needRows * needColumns > MOST_CELLS) return false;
  const add = (axis: 'rows' | 'columns', at: number, count: number) => {
    if (count > 0) book.shift(sheet, { axis, kind: 'insert', at, count, like: 'before' });
  };
  add('rows', sheet.rows, needRows - sheet.rows);
  add('columns', sheet.columns, needColumns - sheet.columns);
  return true;
}

/** Enters what the rules let in; what they refuse leaves its cell as it was. Formulas are up to date afterwards. */
export function enter(book: BookModel, sheet: SheetModel, action: EntryAction): ActionResult {
  const wanted = wantedCells(book, action);
  if (wanted.length === 0) return { refused: [] };
  if (!grow(book, sheet, around(wanted))) return refusedWhole(TOO_MUCH);
  const cause: Cause = action.kind === 'type' ? 'type' : action.cause;
  const isJudged = cause !== 'undo' && cause !== 'redo';
  const refused: ActionOutcome['refused'] = [];
  const before = wanted.map(([row, column]) => sheet.cell(row, column));
  const tooLong = wanted.map(([row, column, cellFor], index) => {
    const next = cellFor(before[index]);
    const length = Math.max(String(next?.value ?? '').length, next?.formula?.length ?? 0);
    if (length <= MOST_CHARACTERS) sheet.put(row, column, next);
    return length > MOST_CHARACTERS;
  });
  book.compute();
  const done: Wanted[] = [];
  wanted.forEach((one, index) => {
    const [row, column] = one;
    const rule = sheet.validationAt(row, column);
    const isFree = !isJudged || !rule || rule.allowInvalid;
    if (tooLong[index]) {
      const message = `Your input contains more than the maximum of ${MOST_CHARACTERS} characters in a single cell.`;
      refused.push({ row, column, message });
    } else if (isFree || keepsRule(book, sheet, rule, sheet.cell(row, column), row, column)) done.push(one);
    else {
      sheet.put(row, column, before[index]);
      refused.push(refusal(book, rule, row, column));
    }
  });
  book.compute();
  for (const { row, column } of refused) sheet.repaint(row, column);
  // Looks and notes are no edit to a script.
  if (done.length === 0 || cause === 'format') return { refused };
  const result: ActionResult = { refused, edit: { sheet, area: around(done) } };
  const [only] = done;
  const isTold = book.switches.editValues === 'pasted' ? !UNDONE.has(cause) : cause !== 'paste';
  const isSingle = wanted.length === 1 && isTold && cause !== 'fill' && cause !== 'move';
  if (only && isSingle && result.edit) {
    const [row, column] = only;
    result.edit.single = { value: entryText(book, sheet.cell(row, column)), oldValue: eventText(before[0]?.value) };
  }
  return result;
}

/** What Sheets says of an entry that breaks the rule, or the rule's own words. */
export function refusal(
  book: BookModel,
  rule: Validation,
  row: number,
  column: number,
): ActionOutcome['refused'][number] {
  return { row, column, message: rule.helpText ?? refusalText(book, rule, row, column) };
}
