// Rows of tables, and fields that stand in one: their labels in its head, their values in the row below its rule.
import type { FieldKey } from '../../domain/experiment/template.ts';
import { BLANK, hasFlag, lineText, MASKED, type Outline } from '../reading/outline.ts';
import type { Span } from '../reading/tiling.ts';
import { htmlCellsOf, isHtmlRow } from './html-tables.ts';

/** The line below a table's head. */
export const TABLE_RULE = /^[ \t]*\|?[ \t:|-]*-[ \t:|-]*$/;

/** The cells of a row, without the blanks around each: offsets in the line. */
export function cellsOf(text: string): Span[] {
  if (isHtmlRow(text)) return htmlCellsOf(text);
  const cells: Span[] = [];
  const end = text.trimEnd().length;
  let at = text.search(/\S/);
  if (at < 0) return cells;
  if (text.charAt(at) === '|') at += 1;
  for (let from = at; from < end; ) {
    let to = from;
    let isCode = false;
    for (; to < end; to += 1) {
      const sign = text.charAt(to);
      if (sign === '\\') to += 1;
      else if (sign === '`') isCode = !isCode;
      else if (sign === '|' && !isCode) break;
    }
    // A code span that nothing closes is none.
    if (isCode && to >= end)
      for (to = from; to < end && text.charAt(to) !== '|'; to += 1) if (text.charAt(to) === '\\') to += 1;
    let [start, stop] = [from, Math.min(to, end)];
    while (start < stop && ' \t'.includes(text.charAt(start))) start += 1;
    while (stop > start && ' \t'.includes(text.charAt(stop - 1))) stop -= 1;
    cells.push({ start, end: stop });
    from = to + 1;
  }
  return cells;
}

/** The words of a label in a cell, without the marks of bold around them and the colon behind them. */
export const labelOfCell = (cell: string): string =>
  cell.replace(/^(?:\*\*|__)|[ \t]*[:：]?[ \t]*(?:\*\*|__)?[:：]?$/g, '');

/** A column of a table with one row: its head, and where in the row its value stands. */
export interface FieldColumn {
  label: string;
  value: Span;
}

/**
 * The columns of a table that begins at a line, if it has one row and most of two or more heads are labels, the second among them. What has a
 * column for titles lists experiments.
 */
export function fieldColumns(
  outline: Outline,
  line: number,
  keyOf: (label: string) => FieldKey | '' | undefined,
): FieldColumn[] {
  const isRow = (at: number): boolean =>
    at < outline.starts.length && !hasFlag(outline, at, BLANK | MASKED) && /^[ \t]*\|/.test(lineText(outline, at));
  if (!isRow(line) || !isRow(line + 2) || isRow(line + 3) || !TABLE_RULE.test(lineText(outline, line + 1))) return [];
  const text = lineText(outline, line);
  const row = lineText(outline, line + 2);
  const values = cellsOf(row);
  const columns = cellsOf(text).map(({ start, end }, index) => ({
    label: labelOfCell(text.slice(start, end)),
    value: values[index] ?? { start: row.length, end: row.length },
  }));
  const keys = columns.map(({ label }) => keyOf(label));
  const known = keys.filter((key) => key !== undefined);
  const areFields = known.some((key) => key !== '') && known.length * 2 > keys.length && keys[1] !== undefined;
  return areFields && known.length > 1 && !keys.includes('title') ? columns : [];
}
