// A table of an experiment's fields: its rows with a label each, or its columns with a single row.
import { BLANK, hasFlag, lineText, MASKED, type Outline, RULE } from '../reading/outline.ts';
import { keyOfLabel, type Shape } from '../shape/shape.ts';
import { cellsOf, type FieldColumn, fieldColumns, labelOfCell, TABLE_RULE } from './cells.ts';
import { CELL_FORM, type LabelSlice } from './label-forms.ts';

/** The rows of a table of two columns, if one of the template's labels is in its first column, or the columns of one with a single row. */
export function readTable(
  outline: Outline,
  first: number,
  to: number,
  shape: Shape,
): { labels: LabelSlice[]; endLine: number } {
  const none = { labels: [], endLine: first };
  if (first + 1 >= to || hasFlag(outline, first, MASKED) || !lineText(outline, first).includes('|')) return none;
  if (!TABLE_RULE.test(lineText(outline, first + 1))) return none;
  const columns = fieldColumns(outline, first, (label) => keyOfLabel(label, shape));
  if (columns.length > 0) return { labels: columnSlices(outline, first + 2, columns, shape), endLine: first + 3 };
  const labels: LabelSlice[] = [];
  let line = first + 2;
  for (; line < to && !hasFlag(outline, line, BLANK | MASKED | RULE); line += 1) {
    const row = rowAt(outline, line, shape);
    if (!row) break;
    labels.push(row);
  }
  if (labels.every(({ key }) => key === undefined)) return none;
  const head = rowAt(outline, first, shape);
  if (head && saysField(outline, head)) labels.unshift(asHead(outline, head));
  return { labels, endLine: line };
}

/** What stands in a row, each below its label; the last goes to the end of the line. */
function columnSlices(
  { starts, ends }: Outline,
  line: number,
  columns: readonly FieldColumn[],
  shape: Shape,
): LabelSlice[] {
  const lineStart = starts[line] ?? 0;
  return columns.map(({ label, value }, index) => {
    const [start, end] = [lineStart + value.start, lineStart + value.end];
    const isLast = index === columns.length - 1;
    return {
      label,
      key: keyOfLabel(label, shape) || undefined,
      form: CELL_FORM,
      line,
      start,
      labelEnd: start,
      end: isLast ? (ends[line] ?? end) : end,
      value: { start, end },
      below: false,
      ...(index > 0 && { gap: start }),
    };
  });
}

function rowAt(outline: Outline, line: number, shape: Shape): LabelSlice | undefined {
  const text = lineText(outline, line);
  const [cell, value = { start: text.length, end: text.length }, ...others] = cellsOf(text);
  if (!cell || others.length > 0 || !text.includes('|')) return undefined;
  const name = text.slice(cell.start, cell.end);
  const label = labelOfCell(name);
  const at = name.indexOf(label);
  const start = outline.starts[line] ?? 0;
  return {
    label,
    key: keyOfLabel(label, shape) || undefined,
    form: {
      kind: 'row',
      open: text.slice(0, cell.start + at),
      close: name.slice(at + label.length),
      ...(!/^[ \t]*\|/.test(text) && { after: '' }),
    },
    line,
    start,
    labelEnd: start + cell.end,
    end: start + text.length,
    value: { start: start + value.start, end: start + value.end },
    below: false,
  };
}

/** Whether the first row of a table, which Markdown has above its rule, is one of its fields, and no `Field | Value`. */
const saysField = ({ text }: Outline, { key, value }: LabelSlice): boolean =>
  key !== undefined &&
  key !== 'title' &&
  value.start < value.end &&
  (key !== 'id' || /\d/.test(text.slice(value.start, value.end)));

/** The rule below it is a part of how it is written. */
function asHead(outline: Outline, row: LabelSlice): LabelSlice {
  const rule = lineText(outline, row.line + 1);
  return { ...row, end: outline.ends[row.line + 1] ?? row.end, form: { ...row.form, rule } };
}
