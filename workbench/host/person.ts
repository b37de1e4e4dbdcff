// What a person's action does to the book, judged by the rules, before any script hears of it.

import type { AlertRequest, Area, PersonAction } from '../protocol.ts';
import { around, holds, overlap, runsWithout, type Shift } from './model/area.ts';
import { type BookModel, MOST_CELLS } from './model/book-model.ts';
import { styledCell } from './model/looks.ts';
import type { SheetModel } from './model/sheet-model.ts';
import { sortedRows } from './model/sort.ts';
import { type ActionResult, enter, refusedWhole } from './person-entries.ts';
import { moveCells } from './person-moves.ts';

/** What Sheets asks before it lets a person change cells under a protection that only warns. */
export const WARNING: AlertRequest = {
  title: 'Heads up!',
  message: "You're trying to edit part of this sheet that shouldn't be changed accidentally. Edit anyway?",
  buttons: ['ok', 'cancel'],
};

function touchedCells(action: PersonAction): [row: number, column: number][] {
  if (action.kind === 'set' || action.kind === 'enter') return action.cells.map(([row, column]) => [row, column]);
  if (action.kind !== 'type') return [];
  return action.text.flatMap((texts, down) =>
    texts.map((_, across): [number, number] => [action.row + down, action.column + across]),
  );
}

/** Whether the action changes cells under a protection that only warns, or cuts them. To take something back is no accident. */
export function isWarned(book: BookModel, action: PersonAction): boolean {
  const sheet = 'sheet' in action ? book.sheet(action.sheet) : undefined;
  if (!sheet || (action.kind === 'set' && (action.cause === 'undo' || action.cause === 'redo'))) return false;
  const { emptied = undefined } = action.kind === 'enter' ? action : {};
  const home = emptied && book.sheet(emptied.sheet);
  if (home && warnedAreas(home).some((area) => overlap(area, emptied.area))) return true;
  const warned = warnedAreas(sheet);
  if (warned.length === 0) return false;
  return touchedCells(action).some(([row, column]) => warned.some((area) => holds(area, row, column)));
}

function warnedAreas(sheet: SheetModel): Area[] {
  return sheet.protections.filter(({ warningOnly }) => warningOnly).map(({ area }) => area ?? sheet.area);
}

/** Has the cells of an action that is not to be told once more: the window that sent it shows what was entered. */
export function repaintCells(book: BookModel, action: PersonAction): void {
  const sheet = 'sheet' in action ? book.sheet(action.sheet) : undefined;
  for (const [row, column] of touchedCells(action)) sheet?.repaint(row, column);
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
    const runs = runsWithout(at, count, action.kind === 'delete-rows' ? action.except : []);
    if (runs[0]?.[1] === most) return refusedWhole(`You can't delete all the ${axis} on the sheet.`);
    // The last ones first: those before them keep their places.
    for (const [from, length] of runs.reverse()) book.shift(sheet, { axis, kind: 'delete', at: from, count: length });
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
  if (action.kind === 'set-filter') return undefined;
  // Not all that was sorted or filtered: the column.
  if ((action.kind === 'sort' || action.kind === 'filter') && action.area)
    return { row: action.area.row, column: action.column, rows: 1, columns: 1 };
  if ('area' in action) return action.area ?? undefined;
  if ((action.kind === 'set' || action.kind === 'enter') && action.cells.length > 0) return around(action.cells);
  if ('at' in action && action.kind.endsWith('rows'))
    return { row: action.at, column: 0, rows: action.count, columns: 1 };
  return undefined;
}

/** Where the first of the cells is; there must be one. */
function cornerOf({ cells }: Extract<PersonAction, { kind: 'enter' }>): Pick<Area, 'row' | 'column'> {
  const { row, column } = around(cells);
  return { row, column };
}

function isInside(sheet: SheetModel, { row, column, rows, columns }: Area): boolean {
  return row >= 0 && column >= 0 && row + rows <= sheet.rows && column + columns <= sheet.columns;
}

function formatArea(
  sheet: SheetModel,
  { area, style, except }: Extract<PersonAction, { kind: 'format' }>,
): ActionResult {
  const { row, column, rows, columns } = area;
  if (!isInside(sheet, area)) return refusedWhole('There are no such cells in the sheet.');
  const left = new Set(except);
  for (let down = row; down < row + rows; down++) {
    if (left.has(down)) continue;
    for (let right = column; right < column + columns; right++) {
      sheet.put(down, right, styledCell(sheet.cell(down, right), style));
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
    const sheet = book.addSheet(action.name, book.sheets.length);
    // Who adds a sheet is shown it.
    book.activeSheet = sheet.id;
    book.isSelectionNew = true;
    if (action.text === undefined) return { refused: [] };
    const { refused } = enter(book, sheet, { kind: 'type', sheet: sheet.id, row: 0, column: 0, text: action.text });
    return { refused };
  }
  if (action.kind === 'rename-book') {
    const name = action.name.trim();
    if (name === '' || name.length > 200) return refusedWhole('A name has 1 to 200 characters.');
    book.name = name;
    book.changes.book();
    return { refused: [] };
  }
  const sheet = book.sheet(action.sheet);
  if (!sheet) return refusedWhole('This sheet is not there any more: somebody has deleted it.');
  let result: ActionResult = { refused: [] };
  switch (action.kind) {
    case 'enter':
      if (!action.emptied || action.cells.length === 0) return enter(book, sheet, action);
      return moveCells(book, action.emptied, sheet, cornerOf(action));
    case 'type':
    case 'set':
      return enter(book, sheet, action);
    case 'sort':
      book.compute();
      book.reorder(
        sheet,
        action.area,
        sortedRows(sheet, action.area, [{ column: action.column, ascending: action.ascending }], book.switches),
      );
      if (sheet.filter) sheet.setFilter(sheet.filter);
      break;
    case 'set-filter':
      if (action.area && !isInside(sheet, action.area)) return refusedWhole('There are no such cells in the sheet.');
      sheet.setFilter(action.area ? { area: action.area, rules: {} } : undefined);
      break;
    case 'filter': {
      const area = sheet.filter?.area ?? action.area;
      if (!area || !isInside(sheet, area))
        return refusedWhole('There is no filter in this sheet any more: somebody has taken it off.');
      const { [action.column]: _old, ...others } = sheet.filter?.rules ?? {};
      const rules = action.rule ? { ...others, [action.column]: action.rule } : others;
      sheet.setFilter({ area, rules });
      break;
    }
    case 'make-table':
      // The columns' own rules take the place of the cells'.
      sheet.setValidation(action.area, undefined);
      sheet.tables.push(action.area);
      sheet.told();
      break;
    case 'merge':
      sheet.merge(action.area);
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

/** Makes a Table of each sheet that people see and that has a header, and is none yet: from its first line with several cells filled, down to its end. */
export function makeTables(book: BookModel): void {
  for (const sheet of book.sheets) {
    if (sheet.hidden || sheet.tables.length > 0) continue;
    const lines = Array.from({ length: sheet.rows }, (_, row) => filledIn(sheet, row));
    const row = lines.findIndex((filled) => filled.length > 1);
    const columns = (lines[row]?.at(-1) ?? -1) + 1;
    if (columns > 0)
      applyAction(book, {
        kind: 'make-table',
        sheet: sheet.id,
        area: { row, column: 0, rows: sheet.rows - row, columns },
      });
  }
}

/** The columns of a row whose cells hold something. */
function filledIn(sheet: SheetModel, row: number): number[] {
  return Array.from({ length: sheet.columns }, (_, column) => column).filter(
    (column) => sheet.cell(row, column)?.value !== undefined,
  );
}
