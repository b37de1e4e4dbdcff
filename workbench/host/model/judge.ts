// Whether a cell's entry keeps to its data validation rule.

import type { Cell, Validation } from '../../protocol.ts';
import { offsetFormula } from '../formula/tokens.ts';
import { areaName, parseArea } from './area.ts';
import type { BookModel } from './book-model.ts';
import { readEntry, TYPED } from './entry.ts';
import { displayText, isDateFormat } from './number-format.ts';
import type { SheetModel } from './sheet-model.ts';

/** The values that a list rule offers. */
function listValues(book: BookModel, rule: Validation): string[] {
  if (rule.kind !== 'list-from-range') return rule.values;
  const found = parseArea(rule.values[0] ?? '', (name) => (name === undefined ? undefined : book.sheetNamed(name)));
  const sheet = found?.sheetName === undefined ? undefined : book.sheetNamed(found.sheetName);
  if (!found || !sheet) return [];
  const values: string[] = [];
  for (let row = found.area.row; row < found.area.row + found.area.rows; row++) {
    for (let column = found.area.column; column < found.area.column + found.area.columns; column++) {
      const text = displayText(sheet.cell(row, column));
      if (text !== '') values.push(text);
    }
  }
  return values;
}

function isOffered(book: BookModel, rule: Validation, text: string): boolean {
  const isAnyCase = book.switches.listCase === 'any' && !rule.allowInvalid;
  const cased = (each: string) => (isAnyCase ? each.toLowerCase() : each);
  const isRead = book.switches.listWords === 'read' && !rule.allowInvalid;
  const isText = (word: string) => readEntry(word, undefined, book.rules, TYPED).value === word;
  return listValues(book, rule).some((value) => cased(value) === cased(text) && (!isRead || isText(value)));
}

function keepsDate(cell: Cell, [operator, ...limits]: string[]): boolean {
  if (typeof cell.value !== 'number' || !isDateFormat(cell.format)) return false;
  const [from = 0, to = 0] = limits.map(Number);
  const day = Math.floor(cell.value);
  switch (operator) {
    case undefined:
      return true;
    case 'on-or-after':
      return day >= from;
    case 'after':
      return day > from;
    case 'on-or-before':
      return day <= from;
    case 'before':
      return day < from;
    case 'equal-to':
      return day === from;
    default:
      return day >= from && day <= to;
  }
}

/** Whether `cell`, put at this place, keeps to the rule. An empty cell always does. A formula is judged by its value,
 *  and so is a rule's own formula: the cell must already stand in the sheet for it. */
export function keepsRule(
  book: BookModel,
  sheet: SheetModel,
  rule: Validation,
  cell: Cell | undefined,
  row: number,
  column: number,
): boolean {
  if (cell?.value === undefined || cell.value === '') return true;
  switch (rule.kind) {
    case 'list':
    case 'list-from-range':
      return isOffered(book, rule, displayText(cell)) || isOffered(book, rule, String(cell.value));
    case 'date':
      return keepsDate(cell, rule.values);
    case 'checkbox':
      return rule.values.length > 0 ? rule.values.includes(String(cell.value)) : typeof cell.value === 'boolean';
    case 'formula': {
      const [first = ''] = rule.values;
      const formula = offsetFormula(first, row - rule.area.row, column - rule.area.column);
      const result = book.evaluateAt(formula, sheet, row, column);
      return result === true || (typeof result === 'number' && result !== 0);
    }
  }
}

/** Sheets' message for an entry that a rule rejects. */
export function refusalText(book: BookModel, rule: Validation, row: number, column: number): string {
  const place = areaName({ row, column, rows: 1, columns: 1 });
  const text = `The data you entered in cell ${place} violates the data validation rules set on this cell.`;
  if (rule.kind !== 'list' && rule.kind !== 'list-from-range') return text;
  return `${text} Please enter one of the following values: ${listValues(book, rule).join(', ')}.`;
}
