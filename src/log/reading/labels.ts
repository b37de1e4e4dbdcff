// Labelled text, in each of the forms in which people write it: bold or plain words, list items, sub-headings, rows of a table of fields.
import { type Field, type FieldKey, fieldOf, placeOf } from '../../domain/experiment/template.ts';
import { cellsOf, type FieldColumn, fieldColumns, labelOfCell, TABLE_RULE } from '../forms/cells.ts';
import { definitionAt } from '../forms/definitions.ts';
import { htmlFieldOf, htmlText, isHtmlRow, textOfHtml } from '../forms/html-tables.ts';
import { boldLead, furtherLabels, LIKE_LABEL, labelForm, leadOfLabel, leadOfLine } from '../forms/label-lines.ts';
import { type LabelWord, wordOfLabel } from '../shape/label-words.ts';
import { keyOfLabel, keyOfWord, type Shape, TEMPLATE_SHAPE } from '../shape/shape.ts';
import { UNSEEN } from '../shape/words.ts';
import { cellText, textOfCell } from '../text/escaping.ts';
import { oncePerText } from '../text/once.ts';
import { isWholeValue, WORDS } from '../text/values.ts';
import { BLANK, CAPTURED, FENCE, hasFlag, lineText, MASKED, type Outline, RULE } from './outline.ts';
import type { Span } from './tiling.ts';

/** How a label is written: what stands before and behind its words, `**` and `:**` in the template. */
export interface LabelForm {
  /** On a line of its own as bold or plain words, as a sub-heading, a list item, a row of a table of fields, or a cell below its column's head. */
  kind: 'plain' | 'heading' | 'bullet' | 'row' | 'cell';
  open: string;
  close: string;
  /** On the line of a title: what stands there in front of its words, in place of `open` on a line below. */
  parting?: string;
  /** Of a row in HTML: what parts its label from the value; of that and of one without a bar at its end: what closes it. */
  between?: string;
  after?: string;
  /** Of a row above the rule of its table, where there has to be one: that rule. */
  rule?: string;
  /** Whether its value stands behind it although no mark parts the two. */
  isBesideValue?: true;
}

/** A label and what belongs to it. */
export interface LabelSlice extends Span {
  label: string;
  /** The template's field; none for a label the template does not know, and for a label that stands a second time. */
  key: FieldKey | undefined;
  /** True where the label is one of the template's but another slice holds the field. */
  repeated?: true;
  form: LabelForm;
  /** From 0. */
  line: number;
  /** Behind the label's last star. */
  labelEnd: number;
  end: number;
  value: Span;
  /** The value starts below the label's own line. */
  below: boolean;
  /** Where what parts it from the label before it on its line begins; none for the first of a line. */
  gap?: number;
}

/** `**Label:**` and `**Label**:`, as people write both. */
const LABEL = /^\*\*([^*:\\\s](?:[^*:\\\r\n]{0,78}[^*:\\\s])?)[ \t]*(:\*\*|\*\*:)/;

export const TEMPLATE_FORM: LabelForm = { kind: 'plain', open: '**', close: ':**' };
export const OUTSIDE_FORM: LabelForm = { kind: 'plain', open: '**', close: '**:' };
/** Below the head of its column. */
export const CELL_FORM: LabelForm = { kind: 'cell', open: '', close: '' };
/** Below an item of a list. */
export const ITEM_FORM: LabelForm = { kind: 'bullet', open: '  - **', close: ':**' };

interface FoundLabel {
  label: string;
  word: LabelWord;
  length: number;
  form: LabelForm;
}

/** The label in bold that a line starts with, and its length with all its stars; none for other lines. */
export function matchLabel(line: string): FoundLabel | undefined {
  if (!line.startsWith('**')) return undefined;
  const bold = boldLead(line);
  return bold?.endsWith(':**') ? labelOfBold(bold) : labelOf(line);
}

function labelOf(line: string): FoundLabel | undefined {
  const [whole, label = '', close] = LABEL.exec(line) ?? [];
  if (whole === undefined) return undefined;
  const form = close === TEMPLATE_FORM.close ? TEMPLATE_FORM : OUTSIDE_FORM;
  return { label, word: wordOfLabel(label), length: whole.length, form };
}

const labelOfBold = oncePerText(labelOf);

/** A value of one line, or of lines that no blank line parts: what follows a blank line does not belong to it. */
export function isOneParagraph(field: Field | undefined): boolean {
  if (field === undefined) return false;
  const place = placeOf(field);
  return place === 'line' || place === 'closing';
}

/** What was read of some lines: labelled slices, and the text that no label claims, both in the order of the text. */
export interface LabelReading {
  labels: LabelSlice[];
  strays: Span[];
}

/**
 * Reads the lines from `from` up to and not including `to`. A slice ends before the next label, at a rule, or, for a field that is one
 * paragraph, at a blank line. Where the lines begin with a list of labels or a table of fields, these are labels too. `key` is set on
 * every known label.
 */
export function readLabels(outline: Outline, from: number, to: number, shape: Shape = TEMPLATE_SHAPE): LabelReading {
  let first = from;
  while (first < to && hasFlag(outline, first, BLANK)) first += 1;
  const reading: LabelReading = { labels: [], strays: [] };
  const leadOf = (text: string): string => leadOfLine(text, shape.isQuoted, shape.form);
  const isInList = first < to && !hasFlag(outline, first, MASKED | RULE);
  const top = isInList ? lineText(outline, first) : '';
  let hasBullets = isBullet(top.slice(leadOf(top).length), shape);
  let current: LabelSlice | undefined;
  let isParagraph = false;
  let stray: { start: number; end: number } | undefined;
  let isAfterBlank = false;
  const { flags, starts, ends } = outline;
  for (let line = first; line < to; line += 1) {
    const flag = flags[line] ?? 0;
    if (flag & (RULE | CAPTURED | FENCE)) {
      current = undefined;
      stray = undefined;
      continue;
    }
    if (flag & BLANK) {
      isAfterBlank = true;
      if (current && isParagraph && !isEmpty(current)) current = undefined;
      continue;
    }
    const start = starts[line] ?? 0;
    const end = ends[line] ?? 0;
    const masked = (flag & MASKED) !== 0;
    // In a log of another shape a table of fields may stand behind other words.
    if (line === first || (isAfterBlank && !current && !shape.isTemplate)) {
      const table = readTable(outline, line, to, shape);
      reading.labels.push(...table.labels);
      if (table.endLine > line) {
        line = table.endLine - 1;
        stray = undefined;
        continue;
      }
    }
    const term = shape.isDefined && !masked ? termAt(outline, line, shape) : undefined;
    if (term && line + 1 < to) {
      current = term;
      reading.labels.push(term);
      isParagraph = isOneParagraph(term.key && fieldOf(term.key));
      stray = undefined;
      isAfterBlank = false;
      line += 1;
      continue;
    }
    const text = lineText(outline, line);
    const lead = masked ? '' : leadOf(text);
    const isQuote = lead.includes('>');
    if (isQuote && lead.length === text.length) {
      if (current && isParagraph && !isEmpty(current)) current = undefined;
      continue;
    }
    // In a log of another shape a list of labels may stand behind other words.
    if (!hasBullets && !masked && !current && !shape.isTemplate) hasBullets = isBullet(text.slice(lead.length), shape);
    const found = masked ? undefined : labelBehind(lead, text, hasBullets, shape);
    if (current && isQuote !== isQuoted(current.form)) current = undefined;
    if (current?.form.kind === 'bullet' && !isQuoted(current.form)) {
      // A quote is in no list unless it is as indented.
      if (text.startsWith('>') || (isAfterBlank && !/^[ \t]/.test(text))) current = undefined;
    }
    // A paragraph in a list ends at the next item: what stands there goes with no other field's value.
    const isNextItem = current?.form.kind === 'bullet' && !found && isParagraph && !masked && !shape.isTemplate;
    if (current && isNextItem && !isEmpty(current) && /^ ?[-*+][ \t]/.test(text) && /^ ?[-*+]/.test(current.form.open))
      current = undefined;
    isAfterBlank = false;
    // Prose right below a status or a day says more than these do.
    const held =
      current && !found && !shape.isTemplate ? outline.text.slice(current.value.start, current.value.end) : '';
    if (held !== '' && isWholeValue(current?.key, held, shape)) current = undefined;
    if (found) {
      const after = start + found.length;
      const below = end <= after;
      const { label, form } = found;
      const key = keyOfWord(found.word, shape.labels) || undefined;
      const isWord = key && WORDS.includes(key);
      const blanks = isWord ? ' \t\u00a0' : ' \t';
      let valueStart = after;
      while (valueStart < end && blanks.includes(outline.text.charAt(valueStart))) valueStart += 1;
      const unseen = isWord && !shape.isTemplate ? UNSEEN.exec(text.slice(valueStart - start)) : null;
      const tail = found.form.after ?? (unseen?.index ? unseen[0] : '');
      const value = { start: valueStart, end: below ? after : end - tail.length };
      current = { label, key, form, line, start, labelEnd: after, end, value, below };
      reading.labels.push(current);
      if (shape.isInline && !below) {
        const further = inlineSlices(text, current, shape);
        reading.labels.push(...further);
        current = further[further.length - 1] ?? current;
      }
      // One of the log's own that others share a line with says no more than that line.
      isParagraph = current.key ? isOneParagraph(fieldOf(current.key)) : current.gap !== undefined;
      stray = undefined;
    } else if (current && !(masked && isParagraph && (isEmpty(current) || text.startsWith('<!--')))) {
      if (isEmpty(current)) current.value = { start, end };
      else current.value = { start: current.value.start, end };
      current.end = end;
    } else if (stray) {
      stray.end = end;
    } else {
      current = undefined;
      stray = { start, end };
      reading.strays.push(stray);
    }
  }
  return reading;
}

/** The label that is a term with its definition below. */
function termAt(outline: Outline, line: number, shape: Shape): LabelSlice | undefined {
  const found = definitionAt(outline, line);
  const key = found && keyOfLabel(found.label, shape);
  if (found === undefined || key === undefined) return undefined;
  const { label, open, close, labelEnd, value } = found;
  const place = {
    line,
    start: outline.starts[line] ?? 0,
    labelEnd,
    end: Math.max(labelEnd, value.end),
    value,
    below: false,
  };
  return { label, key: key || undefined, form: { kind: 'plain', open, close }, ...place };
}

/** The labels that stand on a line behind its first, or behind a title; each ends where the next begins. */
export function inlineSlices(
  text: string,
  first: Pick<LabelSlice, 'line' | 'start' | 'end' | 'value'>,
  shape: Shape,
): LabelSlice[] {
  const { line, start: lineStart, end } = first;
  let before = first;
  return furtherLabels(text, first.value.start - lineStart).map((found) => {
    const {
      form: { open, label, close },
      valueStart,
    } = found;
    const labelEnd = lineStart + found.start + open.length + label.length + close.length;
    const value = { start: valueStart < 0 ? end : lineStart + valueStart, end };
    const place = { start: lineStart + found.start, end, labelEnd, value, gap: lineStart + found.gap };
    const key = keyOfWord(found.word, shape.labels) || undefined;
    const slice = { label, key, form: { kind: 'plain' as const, open, close }, line, below: false, ...place };
    before.end = place.gap;
    before.value = { start: Math.min(before.value.start, place.gap), end: place.gap };
    before = slice;
    return slice;
  });
}

/** A label behind the marks of a quote or the blanks of a list. */
function labelBehind(lead: string, text: string, hasBullets: boolean, shape: Shape): FoundLabel | undefined {
  if (lead === '') return labelAt(text, hasBullets, shape);
  const rest = text.slice(lead.length);
  const found = rest.startsWith('#') ? undefined : labelAt(rest, true, shape);
  if (!found) return undefined;
  const form: LabelForm = { kind: 'bullet', open: lead + found.form.open, close: found.form.close };
  return { ...found, length: lead.length + found.length, form };
}

/** Whether a label stands in a quote. */
export const isQuoted = ({ kind, open }: LabelForm): boolean => kind === 'bullet' && /^ {0,3}>/.test(open);

function isBullet(line: string, shape: Shape): boolean {
  const lead = leadOfLabel(line, true, true);
  return (
    lead > 0 &&
    /^ ?[-*+]/.test(line) &&
    (line.startsWith('**', lead) || plainLabelAt(line.slice(lead), shape) !== undefined)
  );
}

/** What a label that is no plain words begins with, and one in an item of a list. */
const SIGNS = '*_#< \t';
const ITEM_SIGNS = `${SIGNS}-+`;

function labelAt(line: string, hasBullets: boolean, shape: Shape): FoundLabel | undefined {
  // Where labels are no plain words, most lines show by their first sign that they begin with none.
  const isMarked = line.charCodeAt(0) > 127 || (hasBullets ? ITEM_SIGNS : SIGNS).includes(line.charAt(0));
  if (!isMarked && !shape.isPlain && !shape.isLoose) return undefined;
  const html = shape.isFenced && isHtmlRow(line) ? htmlFieldOf(line) : undefined;
  if (html) return { label: html.label, word: wordOfLabel(html.label), length: html.valueStart, form: html.form };
  if (line.startsWith('#')) return headingLabelAt(line, shape);
  const bold = matchLabel(line);
  if (bold || !LIKE_LABEL.test(line)) return bold;
  const lead = line.slice(0, leadOfLabel(line, hasBullets, !shape.isTemplate));
  const isItem = hasBullets && /^ ?[-*+]/.test(lead);
  const rest = line.slice(lead.length);
  const match = lead === '' ? undefined : matchLabel(rest);
  if (match) {
    const form: LabelForm = { kind: isItem ? 'bullet' : 'plain', open: `${lead}**`, close: match.form.close };
    return { ...match, length: lead.length + match.length, form };
  }
  const found = plainLabelAt(rest, shape);
  if (!found) return undefined;
  const { kind, open } = found.form;
  return {
    label: found.label,
    word: found.word,
    length: lead.length + found.length,
    form: { ...found.form, kind: isItem ? 'bullet' : kind, open: lead + open },
  };
}

/** A label in a form that only some logs have, if it is one of this log's. */
function plainLabelAt(line: string, shape: Shape): FoundLabel | undefined {
  const match = labelForm(line, shape.isPlain, shape.isLoose);
  if (match === undefined) return undefined;
  const { open, label, word, close, length } = match;
  // No sentence has two colons.
  const key = keyOfWord(word, shape.labels) ?? (close.startsWith('::') ? '' : undefined);
  // In the template words in italics are text, and so is what is in bold without being one of its fields.
  if (key === undefined || (shape.isTemplate && (open.length === 1 || (open !== '' && key === '')))) return undefined;
  const isBesideValue = !/[:：.?–—-]/.test(close) && length < line.length;
  return { label, word, length, form: { kind: 'plain', open, close, ...(isBesideValue && { isBesideValue }) } };
}

/** A sub-heading that is a label: of the level that the log has for them, and not the experiment's own words. */
function headingLabelAt(line: string, shape: Shape): FoundLabel | undefined {
  const { subheading } = shape;
  const [whole, marks = '', words = ''] =
    (subheading > 0 && /^(#{1,6}[ \t]+(?:\d{1,3}(?:\.\d{1,3})+\.?[ \t]+)?)(.*?)[ \t]*#*$/.exec(line)) || [];
  if (whole === undefined || /^#*/.exec(marks)?.[0].length !== subheading) return undefined;
  const label = words.replace(/[:：]$/, '');
  const word = wordOfLabel(label);
  if (label === '' || keyOfWord(word, shape.labels) === undefined) return undefined;
  return {
    label,
    word,
    length: line.length,
    form: { kind: 'heading', open: marks, close: line.slice(marks.length + label.length) },
  };
}

/** Whether a heading is a label of the log's. */
export const isLabelHeading = (line: string, shape: Shape): boolean => headingLabelAt(line, shape) !== undefined;

/** The rows of a table of two columns, if one of the template's labels is in its first column, or the columns of one with a single row. */
function readTable(
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

/** Whether a label of this form stands on a line of its own. */
export const isLone = ({ kind, close, isBesideValue }: LabelForm): boolean =>
  kind === 'plain' && !isBesideValue && !/[:：.?–—-]/.test(close);

function isEmpty(slice: LabelSlice): boolean {
  return slice.value.end <= slice.value.start;
}

/** What stands before a label's own marks: those of its quote and of its list. */
export const leadOf = ({ open }: LabelForm): string => /^[ \t>]*(?:[-*+][ \t]+)?/.exec(open)?.[0] ?? '';

/** What begins each further line of an item's value: the marks of its quote, and blanks for those of its list. */
const furtherLead = (form: LabelForm): string => leadOf(form).replace(/[-*+]/, ' ');

/** A cell of a table in HTML. */
export const HTML_CELL: LabelForm = { kind: 'cell', open: '<td>', close: '</td>' };
const isHtml = ({ open }: LabelForm): boolean => /<t[dh]\b/i.test(open);

/** What stands for a value in its form, as plain text: the inverse of `formValue`. LF line ends. */
export function plainValue(form: LabelForm, raw: string, below = false): string {
  if (form.kind === 'plain' || form.kind === 'heading') return raw;
  if (isHtml(form)) return textOfHtml(raw);
  if (form.kind === 'row' || form.kind === 'cell') return textOfCell(raw);
  if (!below && !raw.includes('\n')) return raw;
  const lead = furtherLead(form);
  const like = new RegExp(`^(?: {0,3}>[ \\t]?)?(?: {1,${Math.max(lead.replace(/.*>/, '').length, 1)}}|\\t)?`);
  const plain = (line: string): string =>
    line.slice(line.startsWith(lead) ? lead.length : (like.exec(line)?.[0].length ?? 0));
  return raw
    .split('\n')
    .map((line, index) => (index === 0 && !below ? line : plain(line)))
    .join('\n');
}

/** Whether a value begins with blanks, which only count at the beginning of a line. */
export const isIndented = (value: string): boolean => /^[ \t]/.test(value);

/** A value as it is written in this form. */
export function formValue(form: LabelForm, typed: string): string {
  const value = form.kind !== 'plain' && form.kind !== 'heading' && isIndented(typed) ? `\n${typed}` : typed;
  if (isHtml(form)) return htmlText(value);
  if (form.kind === 'row' || form.kind === 'cell') return cellText(value);
  if (form.kind !== 'bullet') return value;
  const lead = furtherLead(form);
  const blank = isQuoted(form) ? lead.trimEnd() : '';
  return value.replace(/\n(.*)/g, (_, line: string) => `\n${line === '' ? blank : lead + line}`);
}
