// What a person cuts and pastes, or drags: judged by the rules where it comes to.

import type { ActionOutcome, Area, PersonAction } from '../protocol.ts';
import { around, holds, overlap } from './model/area.ts';
import type { BookModel } from './model/book-model.ts';
import { keepsRule } from './model/judge.ts';
import type { SheetModel } from './model/sheet-model.ts';
import { type ActionResult, grow, refusal, refusedWhole, TOO_MUCH } from './person-entries.ts';

type Cut = NonNullable<Extract<PersonAction, { kind: 'enter' }>['emptied']>;
type Spot = Pick<Area, 'row' | 'column'>;

/** What was cut comes to its new place as it stands by now, with its rules; or nothing is moved, where a rule that is there already refuses a cell. */
export function moveCells(book: BookModel, cut: Cut, sheet: SheetModel, to: Spot): ActionResult {
  const home = book.sheet(cut.sheet);
  const area = home && overlap(cut.area, home.area);
  if (!area) return refusedWhole('What was cut is not there any more: somebody has deleted it.');
  const target = { ...area, ...to };
  if (!grow(book, sheet, target)) return refusedWhole(TOO_MUCH);
  const before = book.sheets.map((each) => [each, each.snapshot()] as const);
  const isBound = boundCells(home, area);
  book.moveCells(home, area, sheet, target);
  book.compute();
  const refused: ActionOutcome['refused'] = [];
  for (let row = target.row; row < target.row + target.rows; row++) {
    for (let column = target.column; column < target.column + target.columns; column++) {
      const rule = sheet.validationAt(row, column);
      const isFree = !rule || rule.allowInvalid || isBound(row - target.row, column - target.column);
      if (!isFree && !keepsRule(book, sheet, rule, sheet.cell(row, column), row, column))
        refused.push(refusal(book, rule, row, column));
    }
  }
  if (refused.length === 0) {
    const places = home === sheet ? [area, target] : [target];
    return { refused, edit: { sheet, area: around(places.flatMap(cornersOf)) } };
  }
  for (const [each, snapshot] of before) each.restore(snapshot);
  book.compute();
  for (const { row, column } of refused) sheet.repaint(row, column);
  return { refused };
}

/** Whether a cell of the area, counted from its corner, has a rule now. */
function boundCells(sheet: SheetModel, { row, column }: Area): (down: number, right: number) => boolean {
  const rules = sheet.validations;
  return (down, right) => rules.some(({ area }) => holds(area, row + down, column + right));
}

function cornersOf({ row, column, rows, columns }: Area): [row: number, column: number][] {
  return [
    [row, column],
    [row + rows - 1, column + columns - 1],
  ];
}
