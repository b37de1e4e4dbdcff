// What a person's action does to the book, judged by the rules, before any script hears of it.

import type { ActionOutcome, AlertRequest, Area, Cell, PersonAction } from '../protocol.ts';
import { around, holds, type Shift } from './model/area.ts';
import { type BookModel, MOST_CELLS } from './model/book-model.ts';
import { type Entry, enteredCell, readEntry, TYPED } from './model/entry.ts';
import { keepsRule, refusalText } from './model/judge.ts';
import type { SheetModel } from './model/sheet-model.ts';
import { sortedRows } from './model/sort.ts';

const MOST_CHARACTERS = 50_000;

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

type SetAction = Extract<PersonAction, { kind: 'set' }>;
type Wanted = [row: number, column: number, cellFor: (old: Cell | undefined) => Cell | undefined];

/** What Sheets asks before it lets a person change cells under a protection that only warns. */
export const WARNING: AlertRequest = {
  title: 'Heads up!',
  message: "You're trying to edit part of this sheet that shouldn't be changed accidentally. Edit anyway?",
  buttons: ['ok', 'cancel'],
};

function touchedCells(action: PersonAction): [row: number, column: number][] {
  if (action.kind === 'set') return action.cells.map(([row, column]) => [row, column]);
  if (action.kind !== 'type') return [];
  return action.text.flatMap((texts, down) =>
    texts.map((_, across): [number, number] => [action.row + down, action.column + across]),
  );
}

/** Whether the action changes cells under a protection that only warns. To take something back is no accident. */
export function isWarned(book: BookModel, action: PersonAction): boolean {
  const sheet = 'sheet' in action ? book.sheet(action.sheet) : undefined;
  if (!sheet || (action.kind === 'set' && (action.cause === 'undo' || action.cause === 'redo'))) return false;
  const warned = sheet.protections.filter(({ warningOnly }) => warningOnly).map(({ area }) => area ?? sheet.area);
  if (warned.length === 0) return false;
  return touchedCells(action).some(([row, column]) => warned.some((area) => holds(area, row, column)));
}

/** Has the cells of an action that is not to be told once more: the window that sent it shows what was entered. */
export function repaintCells(book: BookModel, action: PersonAction): void {
  const sheet = 'sheet' in action ? book.sheet(action.sheet) : undefined;
  for (const [row, column] of touchedCells(action)) sheet?.repaint(row, column);
}

/** Refused as a whole: there is no cell to name. */
function refusedWhole(message: string): ActionResult {
  return { refused: [{ row: -1, column: -1, message }] };
}

/** A value as an edit's event carries it; undefined for none. */
export function eventText(value: Cell['value']): string | undefined {
  if (value === undefined || value === '') return undefined;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

/** A cell as the page sends it: its value or formula always counts, its looks only where it has any. */
function setCell(old: Cell | undefined, cell: Cell | null): Cell | undefined {
  if (cell === null) return enteredCell(old, {});
  const entry: Entry =
    cell.formula === undefined ? { value: cell.value === '' ? undefined : cell.value } : { formula: cell.formula };
  const next: Cell = { ...enteredCell(old, entry) };
  if (cell.format !== undefined) next.format = cell.format;
  if (cell.note !== undefined) next.note = cell.note;
  if (cell.style !== undefined) next.style = cell.style;
  return Object.keys(next).length === 0 ? undefined : next;
}

function wantedCells(book: BookModel, action: Extract<PersonAction, { kind: 'type' | 'set' }>): Wanted[] {
  if (action.kind === 'set')
    return action.cells.map(([row, column, cell]) => [row, column, (old) => setCell(old, cell)]);
  const rules = book.rules;
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

/** Adds the rows and columns that a paste needs. */
function grow(book: BookModel, sheet: SheetModel, wanted: Wanted[]): boolean {
  const { row, column, rows, columns } = around(wanted);
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

function edit(
  book: BookModel,
  sheet: SheetModel,
  action: Extract<PersonAction, { kind: 'type' | 'set' }>,
): ActionResult {
  const wanted = wantedCells(book, action);
  if (wanted.length === 0) return { refused: [] };
  if (!grow(book, sheet, wanted)) return refusedWhole('A spreadsheet has at most 10 million cells: paste less.');
  const cause: SetAction['cause'] = action.kind === 'type' ? 'type' : action.cause;
  const isJudged = cause !== 'undo' && cause !== 'redo';
  const refused: ActionOutcome['refused'] = [];
  const before = wanted.map(([row, column]) => sheet.cell(row, column));
  wanted.forEach(([row, column, cellFor], index) => {
    const old = before[index];
    const next = cellFor(old);
    const length = Math.max(String(next?.value ?? '').length, next?.formula?.length ?? 0);
    if (length > MOST_CHARACTERS) {
      const message = `Your input contains more than the maximum of ${MOST_CHARACTERS} characters in a single cell.`;
      refused.push({ row, column, message });
    } else sheet.put(row, column, next);
  });
  book.compute();
  const done: typeof wanted = [];
  wanted.forEach((one, index) => {
    const [row, column] = one;
    if (refused.some((refusal) => refusal.row === row && refusal.column === column)) return;
    const rule = sheet.validationAt(row, column);
    const isKept =
      !isJudged || !rule || rule.allowInvalid || keepsRule(book, sheet, rule, sheet.cell(row, column), row, column);
    if (isKept) {
      done.push(one);
      return;
    }
    sheet.put(row, column, before[index]);
    refused.push({ row, column, message: rule.helpText ?? refusalText(book, rule, row, column) });
  });
  book.compute();
  for (const { row, column } of refused) sheet.repaint(row, column);
  // Looks and notes are no edit to a script.
  if (done.length === 0 || cause === 'format') return { refused };
  const result: ActionResult = { refused, edit: { sheet, area: around(done) } };
  const [only] = done;
  const isSingle = wanted.length === 1 && cause !== 'paste' && cause !== 'fill' && cause !== 'move';
  if (only && isSingle && result.edit) {
    const [row, column] = only;
    result.edit.single = { value: eventText(sheet.cell(row, column)?.value), oldValue: eventText(before[0]?.value) };
  }
  return result;
}

function place(book: BookModel, sheet: SheetModel, action: Extract<PersonAction, { at: number }>): ActionResult {
  const { at, count } = action;
  const axis = action.kind.endsWith('rows') ? 'rows' : 'columns';
  const [most, frozen] = axis === 'rows' ? [sheet.rows, sheet.frozenRows] : [sheet.columns, sheet.frozenColumns];
  if (action.kind === 'insert-rows' || action.kind === 'insert-columns') {
    if (at < 0 || at > most || count < 1) return refusedWhole(`There is no such place in the sheet to insert ${axis}.`);
    const other = axis === 'rows' ? sheet.columns : sheet.rows;
    if ((most + count) * other > MOST_CELLS)
      return refusedWhole(`A spreadsheet has at most 10 million cells: insert fewer ${axis}.`);
    // The first row under a frozen header looks like the rows below it, not like the header.
    const like = at === 0 || (at === frozen && at < most) ? 'after' : 'before';
    book.shift(sheet, { axis, kind: 'insert', at, count, like });
    return { refused: [] };
  }
  if (at < 0 || count < 1 || at + count > most) return refusedWhole(`There are no such ${axis} in the sheet.`);
  if (action.kind === 'delete-rows' || action.kind === 'delete-columns') {
    if (count === most) return refusedWhole(`You can't delete all the ${axis} on the sheet.`);
    book.shift(sheet, { axis, kind: 'delete', at, count });
    return { refused: [] };
  }
  const places = axis === 'rows' ? sheet.hiddenRows : sheet.hiddenColumns;
  for (let index = at; index < at + count; index++) {
    if (action.kind.startsWith('hide')) places.add(index);
    else places.delete(index);
  }
  sheet.told();
  return { refused: [] };
}

function moveColumns(
  book: BookModel,
  sheet: SheetModel,
  action: Extract<PersonAction, { kind: 'move-columns' }>,
): ActionResult {
  const { from, count, to } = action;
  const isSound = from >= 0 && count > 0 && from + count <= sheet.columns && to >= 0 && to <= sheet.columns;
  if (!isSound) return refusedWhole('There are no such columns in the sheet.');
  const shift: Shift = { axis: 'columns', kind: 'move', at: from, count, to };
  if (to < from || to > from + count) book.shift(sheet, shift);
  return { refused: [] };
}

function nameProblem(book: BookModel, name: string, own?: SheetModel): string | undefined {
  if (name.trim() === '' || name.length > 100) return 'A sheet name has 1 to 100 characters.';
  const holder = book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
  if (holder && holder !== own) return `A sheet with the name "${name}" already exists. Please enter another name.`;
  return undefined;
}

/** Where an action that is no edit was done; undefined where there is no one place. */
export function placeOf(action: PersonAction): Area | undefined {
  if ('area' in action) return action.area;
  if (action.kind === 'set' && action.cells.length > 0) return around(action.cells);
  if ('at' in action && action.kind.endsWith('rows'))
    return { row: action.at, column: 0, rows: action.count, columns: 1 };
  return undefined;
}

function styled(old: Cell | undefined, style: Extract<PersonAction, { kind: 'format' }>['style']): Cell | undefined {
  const { style: _, ...rest } = old ?? {};
  const looks = Object.entries({ ...old?.style, ...style }).filter(([, look]) => look !== null);
  const next: Cell = looks.length === 0 ? rest : { ...rest, style: Object.fromEntries(looks) };
  return Object.keys(next).length === 0 ? undefined : next;
}

function formatArea(sheet: SheetModel, { area, style }: Extract<PersonAction, { kind: 'format' }>): ActionResult {
  const { row, column, rows, columns } = area;
  const isInside = row >= 0 && column >= 0 && row + rows <= sheet.rows && column + columns <= sheet.columns;
  if (!isInside) return refusedWhole('There are no such cells in the sheet.');
  for (let down = row; down < row + rows; down++) {
    for (let right = column; right < column + columns; right++) {
      sheet.put(down, right, styled(sheet.cell(down, right), style));
    }
  }
  return { refused: [] };
}

function freeze(sheet: SheetModel, { rows, columns }: Extract<PersonAction, { kind: 'freeze' }>): ActionResult {
  if (rows < 0 || columns < 0 || rows >= sheet.rows || columns >= sheet.columns)
    return refusedWhole('At least one row and one column have to scroll: freeze fewer.');
  sheet.frozenRows = rows;
  sheet.frozenColumns = columns;
  sheet.told();
  return { refused: [] };
}

/** Applies an action. What the rules forbid is left as it was and told in `refused`; row and column are -1 where the whole
 *  action is refused. Formulas are up to date afterwards. */
export function applyAction(book: BookModel, action: Exclude<PersonAction, { kind: 'undo' | 'redo' }>): ActionResult {
  if (action.kind === 'add-sheet') {
    const problem = nameProblem(book, action.name);
    if (problem !== undefined) return refusedWhole(problem);
    book.activeSheet = book.addSheet(action.name, book.sheets.length).id;
    return { refused: [] };
  }
  const sheet = book.sheet(action.sheet);
  if (!sheet) return refusedWhole('This sheet is not there any more: somebody has deleted it.');
  let result: ActionResult = { refused: [] };
  switch (action.kind) {
    case 'type':
    case 'set':
      return edit(book, sheet, action);
    case 'sort':
      book.compute();
      book.reorder(
        sheet,
        action.area,
        sortedRows(sheet, action.area, [{ column: action.column, ascending: action.ascending }]),
      );
      break;
    case 'make-table':
      // The columns' own rules take the place of the cells'.
      sheet.setValidation(action.area, undefined);
      sheet.tables.push(action.area);
      sheet.told();
      break;
    case 'resize-column':
      sheet.columnWidths.set(action.column, action.width);
      sheet.told();
      break;
    case 'format':
      result = formatArea(sheet, action);
      break;
    case 'freeze':
      result = freeze(sheet, action);
      break;
    case 'move-columns':
      result = moveColumns(book, sheet, action);
      break;
    case 'rename-sheet': {
      const problem = nameProblem(book, action.name, sheet);
      if (problem !== undefined) return refusedWhole(problem);
      book.renameSheet(sheet, action.name);
      break;
    }
    case 'delete-sheet':
      if (!book.sheets.some((other) => other !== sheet && !other.hidden)) {
        return refusedWhole("You can't remove all the sheets in a document.");
      }
      book.removeSheet(sheet);
      break;
    case 'select':
      book.activeSheet = sheet.id;
      book.selections.set(sheet.id, action.area);
      break;
    default:
      result = place(book, sheet, action);
  }
  book.compute();
  return result;
}
