// Labelled text, in each of the forms in which people write it.
import { type Field, fieldOf, placeOf } from '../../domain/experiment/template.ts';
import { definitionAt } from '../forms/definitions.ts';
import { readTable } from '../forms/field-table.ts';
import { htmlFieldOf, isHtmlRow } from '../forms/html-tables.ts';
import { isQuoted, type LabelForm, type LabelSlice, OUTSIDE_FORM, TEMPLATE_FORM } from '../forms/label-forms.ts';
import { boldLead, furtherLabels, LIKE_LABEL, labelForm, leadOfLabel, leadOfLine } from '../forms/label-lines.ts';
import { type LabelWord, wordOfLabel } from '../shape/label-words.ts';
import { keyOfLabel, keyOfWord, type Shape, TEMPLATE_SHAPE } from '../shape/shape.ts';
import { UNSEEN } from '../shape/words.ts';
import { oncePerText } from '../text/once.ts';
import { isWholeValue, WORDS } from '../text/values.ts';
import { BLANK, CAPTURED, FENCE, hasFlag, lineText, MASKED, type Outline, RULE } from './outline.ts';
import type { Span } from './tiling.ts';

/** `**Label:**` and `**Label**:`, as people write both. */
const LABEL = /^\*\*([^*:\\\s](?:[^*:\\\r\n]{0,78}[^*:\\\s])?)[ \t]*(:\*\*|\*\*:)/;

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

function isEmpty(slice: LabelSlice): boolean {
  return slice.value.end <= slice.value.start;
}
