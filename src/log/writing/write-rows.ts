// What happens to the experiments of a log that is one table: cells changed, rows taken out, moved, and put in.

import { type Experiment, FIELDS, type FieldKey } from '../../domain/experiment/template.ts';
import type { ExperimentSource, LogDocument, Section } from '../document.ts';
import { cellsOf } from '../forms/cells.ts';
import { htmlRowWith, isHtmlRow } from '../forms/html-tables.ts';
import { CELL_FORM, formValue, HTML_CELL, type LabelForm, plainValue } from '../forms/label-forms.ts';
import { type RowTable, rowTables } from '../learning/tables.ts';
import { lineEnd, lineText } from '../reading/outline.ts';
import { otherLabel, titleWithin } from '../reading/read-experiment.ts';
import type { Column } from '../shape/shape.ts';
import { bareText, plainWord } from '../shape/words.ts';
import { codedTitle } from '../text/escaping.ts';
import { splitOther } from '../text/other.ts';
import type { TemplateSection } from '../text/sections.ts';
import { applyEdits, type Edit } from './edits.ts';
import { habitsOf, ownValue } from './habits.ts';

const formOf = (isHtml: boolean): LabelForm => (isHtml ? HTML_CELL : CELL_FORM);

/** A row with its changed cells; what the table has no column for is in no row. */
export function changedRowText(document: LogDocument, source: ExperimentSource, wanted: Experiment): string {
  const { columns } = source;
  const row = document.text.slice(source.start, source.end);
  const cells = cellsOf(row);
  const form = formOf(isHtmlRow(row));
  const values = columns.map(({ key, label }, index) => {
    const cell = cells[index];
    const raw = cell ? row.slice(cell.start, cell.end) : '';
    if (key === '') return isOtherChanged(source, wanted) ? formValue(form, otherValue(wanted, label)) : raw;
    if (wanted[key] === source.fields[key]) return raw;
    const value = cellOf(document, form, key, wanted, raw);
    return key === 'title' && raw !== '' ? raw.replace(bareText(raw), () => value) : value;
  });
  if (isHtmlRow(row)) {
    const last = values.reduce((most, value, index) => (value === '' && !cells[index] ? most : index + 1), 0);
    return htmlRowWith(row, values.slice(0, last));
  }
  const edits = cells.flatMap((cell, index): Edit[] => {
    const value = values[index];
    const raw = row.slice(cell.start, cell.end);
    if (value === undefined || value === raw) return [];
    const isTight = cell.start === cell.end && row.charAt(cell.end) === '|';
    return [{ ...cell, text: isTight ? `${row.charAt(cell.start - 1) === '|' ? ' ' : ''}${value} ` : value }];
  });
  // Cells that the row lacks come at its end, up to the last that says something.
  const missing = values.slice(cells.length);
  while (missing.length > 0 && missing[missing.length - 1] === '') missing.pop();
  const isOpen = !/(?<!\\)\|[ \t]*$/.test(row);
  if (missing.length > 0)
    edits.push({ start: row.length, end: row.length, text: `${isOpen ? ' |' : ''} ${missing.join(' | ')} |` });
  return applyEdits(row, edits);
}

/** A new row of a table. */
export function newRowText(
  document: LogDocument,
  { columns, lines, head, isHtml = false }: RowTable,
  experiment: Experiment,
  isStatusSaid: boolean,
): string {
  const form = formOf(isHtml);
  const cells = columns.map(({ key, label }) => {
    if (key === '') return formValue(form, otherValue(experiment, label));
    return key === 'status' && isStatusSaid ? '' : cellOf(document, form, key, experiment, '');
  });
  if (!isHtml) return rowOf(cells);
  // Like the row above it.
  return htmlRowWith(
    lineText(document.outline, lines[lines.length - 1] ?? head).replace(/(<\/?)th\b/gi, '$1td'),
    cells,
  );
}

const rowOf = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => (cell === '' ? '' : `${cell} `)).join('| ')}|`;

/** A row as it stands in another table; undefined where that has no column for one of its cells. */
export function movedRowText(row: string, from: readonly Column[], table: RowTable): string | undefined {
  const { columns, isHtml = false } = table;
  if (isHtml !== isHtmlRow(row)) return undefined;
  if (from === columns) return row;
  if (isHtml) return undefined;
  const cells = cellsOf(row).map(({ start, end }) => row.slice(start, end));
  const isThe = (one: Column, other: Column): boolean =>
    one.key === '' ? plainWord(one.label) === plainWord(other.label) : one.key === other.key;
  const lacks = from.some((column, index) => cells[index] && !columns.some((other) => isThe(column, other)));
  if (lacks || cells.length > from.length) return undefined;
  return rowOf(columns.map((column) => cells[from.findIndex((one) => isThe(column, one))] ?? ''));
}

function cellOf(document: LogDocument, form: LabelForm, key: FieldKey, experiment: Experiment, raw: string): string {
  const own = ownValue(document, key, experiment[key], plainValue(form, raw));
  const { start, end } = titleWithin(own);
  // Emoji at the ends of a title would be taken for what stands around it, and so would bold.
  return formValue(form, key === 'title' && end - start < own.length ? codedTitle(own) : own);
}

/** What Other fields say under a column's head. */
function otherValue({ other }: Experiment, label: string): string {
  const item =
    other === ''
      ? undefined
      : splitOther(other).find((one) => one.label.toLowerCase() === otherLabel(label).toLowerCase());
  return item ? item.text.replace(/^\*\*[^*]*\*\*:?[ \t\n]*/, '') : '';
}

const isOtherChanged = ({ fields }: ExperimentSource, { other }: Experiment): boolean => fields.other !== other;

/** What its table can say of an experiment: fields without a column stay as they were read. */
export function sayable({ columns, fields: read }: ExperimentSource, wanted: Experiment): Experiment {
  const keys = new Set(columns.map(({ key }) => key));
  const said = { ...wanted };
  for (const { key } of FIELDS) if (key !== 'other' && key !== 'status' && !keys.has(key)) said[key] = read[key];
  return said;
}

/** The edits of a section's rows. */
export function rowEdits(
  document: LogDocument,
  section: Section,
  changed: ReadonlyMap<ExperimentSource, string>,
  gone: ReadonlySet<ExperimentSource>,
  arriving: readonly string[],
): Edit[] {
  const { outline, newline, text } = document;
  const edits: Edit[] = [];
  for (const { experiment } of section.items) {
    if (!experiment) continue;
    const { start, end, line } = experiment;
    const row = changed.get(experiment);
    if (row !== undefined) edits.push({ start, end, text: row });
    if (gone.has(experiment)) edits.push({ start, end: lineEnd(outline, line), text: '' });
  }
  if (arriving.length === 0) return edits;
  const table = tablesOfSections(document).get(section);
  if (!table) return edits;
  const isAtTop = habitsOf(document).isNewestFirst;
  const last = isAtTop
    ? (table.lines[0] ?? table.head + 2) - 1
    : (table.lines[table.lines.length - 1] ?? table.head + 1);
  const start = lineEnd(outline, last);
  const isEnd = start >= text.length && !/[\r\n]$/.test(text);
  const rows = (isAtTop ? [...arriving].reverse() : arriving)
    .map((row) => (isEnd ? newline + row : row + newline))
    .join('');
  edits.push({ start, end: start, text: rows });
  return edits;
}

/** The table of each section that takes new rows, its last. */
export function tablesOfSections(document: LogDocument): Map<Section | TemplateSection, RowTable> {
  const found = new Map<Section | TemplateSection, RowTable>();
  let at = 0;
  for (const table of rowTables(document.outline, document.shape)) {
    while ((document.sections[at]?.endLine ?? Number.POSITIVE_INFINITY) <= table.head) at += 1;
    const section = document.sections[at];
    if (section) found.set(section, table);
  }
  return found;
}
