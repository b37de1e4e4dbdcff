// One experiment as it stands in a log: its heading, its labels with their text, and what it owns besides.

import { emptyExperiment, type FieldKey, fieldOf } from '../../domain/experiment/template.ts';
import { ROWS } from '../../domain/register/log-shape.ts';
import type { ExperimentSource } from '../document.ts';
import { cellsOf } from '../forms/cells.ts';
import { readHeadLines } from '../forms/head-line.ts';
import { isHtmlRow } from '../forms/html-tables.ts';
import {
  CELL_FORM,
  HTML_CELL,
  ITEM_FORM,
  type LabelForm,
  type LabelSlice,
  OUTSIDE_FORM,
  plainValue,
  TEMPLATE_FORM,
} from '../forms/label-forms.ts';
import { isKnownLabel } from '../forms/label-lines.ts';
import { MESSAGES } from '../messages.ts';
import type { HeadingParts } from '../shape/heading-parts.ts';
import { ITEM, withoutClosing } from '../shape/headings.ts';
import { type Shape, templateKey } from '../shape/shape.ts';
import { statusEmojiIn } from '../shape/status-words.ts';
import { bareText, idWithin, undecorated } from '../shape/words.ts';
import { asRead, canonicalText } from '../text/canonical.ts';
import { decodedTitle, unescapeMarkdown } from '../text/escaping.ts';
import { fieldBit } from '../text/field-set.ts';
import { joinOther } from '../text/other.ts';
import { readDate, readStatus } from '../text/values.ts';
import { inlineSlices, isOneParagraph, readLabels } from './labels.ts';
import { BLANK, belowHeading, hasFlag, lineText, MASKED, type Outline, RULE } from './outline.ts';
import type { Item } from './structure.ts';
import type { Span } from './tiling.ts';

const EMPTY = emptyExperiment();

/** Reads an experiment, of several with its ID the one that `occurrence` says, from 1. */
export function readExperiment(
  outline: Outline,
  item: Item,
  shape: Shape,
  occurrenceOf: (id: string) => number,
): ExperimentSource {
  if (shape.experiment === ROWS) return readRow(outline, item, shape, occurrenceOf);
  const { text, starts, ends } = outline;
  const { line, endLine, fieldsEndLine } = item;
  const start = starts[line] ?? 0;
  const below = belowHeading(outline, line);
  const headingEnd = ends[below - 1] ?? start;
  const lineEnd = (ends[line] ?? start) - start;
  const parts: HeadingParts = item.parts ?? { family: '', title: { start: lineEnd, end: lineEnd } };
  const shifted = (span: Span): Span => ({ start: start + span.start, end: start + span.end });
  let next = below;
  if (parts.result && parts.statusPlace !== 'verdict') while (next < fieldsEndLine && isWords(outline, next)) next += 1;
  const head = readHeadLines(outline, next, fieldsEndLine, shape, parts);
  const rest = readLabels(outline, head.endLine, fieldsEndLine, shape);
  const behindTitle = labelsBehindTitle(text.slice(start, ends[next - 1]), item, start, shape);
  const labels = behindTitle.concat(head.labels, rest.labels);
  const behind = wordsBehindTitle(text.slice(start, start + (parts.labelsStart ?? lineEnd)), parts);
  const strays = [...behind.map(shifted), ...rest.strays];
  const end = ends[endLine - 1] ?? start;
  if (fieldsEndLine < endLine && shape.form !== 'summary') strays.push({ start: starts[fieldsEndLine] ?? end, end });
  const title = shifted(parts.title);
  const fields = { ...EMPTY };
  fields.title = titleFrom(withoutClosing(text.slice(title.start, title.end)), shape);
  const date = parts.date && shifted(parts.date);
  if (date) fields.date = readDate(text.slice(date.start, date.end), shape);
  const heading = { id: parts.id && shifted(parts.id), title, date };
  readFields(text, labels, fields, shape, heading);
  const id = heading.id ?? idOf(text, labels);
  fields.id = id ? bareText(text.slice(id.start, id.end)) : '';
  const inHeading = parts.status ? shifted(parts.status) : statusInResult(text, labels, fields, shape);
  const status = fields.status === '' ? inHeading : undefined;
  if (status) fields.status = readStatus(text.slice(status.start, status.end), shape);
  // In the template's form a status has a line of its own, and one left empty there is none.
  const isEmptied = shape.isTemplate && labels.some((label) => label.key === 'status');
  const isStatusOfSection = fields.status === '' && item.status !== undefined && !isEmptied;
  if (isStatusOfSection) fields.status = item.status ?? '';
  return {
    key: `${fields.id}#${occurrenceOf(fields.id)}`,
    line,
    endLine,
    start,
    end,
    id,
    title,
    date,
    status,
    columns: [],
    headingEnd,
    isStatusOfSection,
    labels,
    strays,
    fieldsEnd: lastFilledEnd(outline, line, fieldsEndLine),
    fields: asRead(fields),
  };
}

/** Whether a line goes on with the words above it. */
function isWords(outline: Outline, line: number): boolean {
  const text = lineText(outline, line).trimStart();
  return !hasFlag(outline, line, BLANK | MASKED | RULE) && !ITEM.test(text) && !isKnownLabel(text);
}

/** The labels on the line of a title. What has several lines goes below it, as an item of its list. */
function labelsBehindTitle(text: string, { line, parts }: Item, start: number, shape: Shape): LabelSlice[] {
  if (parts?.labelsStart === undefined) return [];
  const end = start + text.length;
  const title = { line, start, end, value: { start: start + parts.title.start, end } };
  const { labelsStart, result } = parts;
  if (result) {
    const from = start + result.start;
    const parting = text.slice(labelsStart, result.start).trimEnd();
    const form: LabelForm = { kind: 'bullet', open: '  ', close: '', parting };
    const value = { start: from, end: parts.statusPlace === 'verdict' ? start + result.end : end };
    const place = { start: from, end: value.end, labelEnd: from, value, below: false, gap: start + labelsStart };
    return [{ ...title, ...place, label: '', key: 'actualResult', form }];
  }
  return inlineSlices(text, title, shape).map((slice) => {
    const { open, close } = slice.form;
    const parting = text.slice((slice.gap ?? start) - start, slice.start - start) + open;
    // Behind a sentence no other label would be one.
    const form: LabelForm = parting.startsWith('.')
      ? ITEM_FORM
      : { kind: 'bullet', open: `  - ${open}`, close, parting };
    return { ...slice, form };
  });
}

/** Words behind a title in bold that are neither its status nor its date: free text. */
function wordsBehindTitle(line: string, { boldEnd, status, date }: HeadingParts): Span[] {
  if (boldEnd === undefined) return [];
  const said = [status, date].flatMap((span) => (span && span.start >= boldEnd ? [span] : []));
  const [before, behind] = [Math.min(line.length, ...said.map((span) => span.start)), said.map((span) => span.end)];
  return [
    { start: boldEnd, end: before },
    ...(said.length > 0 ? [{ start: Math.max(...behind), end: line.length }] : []),
  ].flatMap(({ start, end }) => {
    const from = start + line.slice(start, end).search(/[\p{L}\p{N}]|$/u);
    const words = line.slice(from, end).replace(/[^\p{L}\p{N}.!?)]+$|(?<!\([^(]*)\)$/u, '');
    // One word in front of a day says what was that day.
    const isOfDay = end === date?.start && /^\p{L}+$/u.test(words);
    return words === '' || isOfDay ? [] : [{ start: from, end: from + words.length }];
  });
}

/** The emoji in front of a result, which says the status: the result is what stands behind it. */
function statusInResult(
  text: string,
  labels: readonly LabelSlice[],
  fields: ExperimentSource['fields'],
  shape: Shape,
): Span | undefined {
  const slice = labels.find(({ key }) => key === 'actualResult');
  if (fields.status !== '' || !slice || !shape.statusPlaces.has('result')) return undefined;
  const { start, end } = slice.value;
  const emoji = statusEmojiIn(text.slice(start, start + 4));
  if (emoji?.start !== 0) return undefined;
  const blanks = /^[ \t]*/.exec(text.slice(start + emoji.end, end))?.[0].length ?? 0;
  slice.labelEnd = start + emoji.end;
  slice.value = { start: slice.labelEnd + blanks, end };
  fields.actualResult = readValue(text, slice, 'actualResult', shape);
  return { start, end: slice.labelEnd };
}

/** Reads a row of a log that is a table; a cell that the row lacks is an empty one at its end. */
function readRow(
  outline: Outline,
  { line, status, columns = [] }: Item,
  shape: Shape,
  occurrenceOf: (id: string) => number,
): ExperimentSource {
  const { text, starts, ends } = outline;
  const start = starts[line] ?? 0;
  const end = ends[line] ?? start;
  const cells = cellsOf(text.slice(start, end));
  const form: LabelForm = isHtmlRow(text.slice(start, end)) ? HTML_CELL : CELL_FORM;
  const labels: LabelSlice[] = [];
  const fields = { ...EMPTY };
  let title: Span = { start: end, end };
  for (const [index, { label, key }] of columns.entries()) {
    const cell = cells[index];
    const value = cell ? { start: start + cell.start, end: start + cell.end } : { start: end, end };
    const slice = {
      label,
      key: key || undefined,
      form,
      line,
      start: value.start,
      labelEnd: value.start,
      end: value.end,
      value,
      below: false,
    };
    if (key === 'title') {
      const bare = titleWithin(text.slice(value.start, value.end));
      title = { start: value.start + bare.start, end: value.start + bare.end };
    } else labels.push(slice);
  }
  fields.title = titleFrom(plainValue(form, text.slice(title.start, title.end)), shape);
  readFields(text, labels, fields, shape, { title });
  const id = idOf(text, labels);
  fields.id = id ? text.slice(id.start, id.end) : '';
  const isStatusOfSection = fields.status === '' && status !== undefined;
  if (isStatusOfSection) fields.status = status ?? '';
  const key = `${fields.id}#${occurrenceOf(fields.id)}`;
  return {
    key,
    line,
    endLine: line + 1,
    start,
    end,
    id,
    title,
    columns,
    headingEnd: start,
    isStatusOfSection,
    labels,
    strays: [],
    fieldsEnd: end,
    fields: asRead(fields),
  };
}

/** A title in a cell: without emoji around it, and without bold where all of it is. */
export function titleWithin(cell: string): Span {
  const { start, end } = undecorated(cell);
  const marks = /^(\*\*|__)[^*_]+\1$/.exec(cell.slice(start, end))?.[1]?.length ?? 0;
  return { start: start + marks, end: end - marks };
}

const titleFrom = (written: string, { isTemplate }: Shape): string =>
  canonicalText('title', isTemplate ? written : decodedTitle(written));

/** Where a label or a cell says the ID. */
function idOf(text: string, labels: readonly LabelSlice[]): Span | undefined {
  const value = labels.find(({ key }) => key === 'id')?.value;
  if (value === undefined) return undefined;
  const { start, end } = idWithin(text.slice(value.start, value.end));
  return { start: value.start + start, end: value.start + end };
}

/** Behind the last line before `endLine` that is not blank. */
function lastFilledEnd(outline: Outline, line: number, endLine: number): number {
  let last = endLine - 1;
  while (last > line && outline.starts[last] === outline.ends[last]) last -= 1;
  return outline.ends[last] ?? outline.text.length;
}

/** Gives each label its field. Of a label that stands twice the first counts, unless only a later one holds anything, or is called so. */
function readFields(
  text: string,
  labels: readonly LabelSlice[],
  fields: ExperimentSource['fields'],
  shape: Shape,
  heading: { id?: Span | undefined; title: Span; date?: Span | undefined },
): void {
  let said = 0;
  for (let at = 0; at < labels.length; at += 1) {
    const slice = labels[at];
    if (slice?.key === undefined) continue;
    // What the heading says already is a label of the log's own.
    const isSaid =
      (slice.key === 'id' && heading.id) ||
      (slice.key === 'title' && fields.title !== '') ||
      (slice.key === 'date' && heading.date);
    if (isSaid) {
      slice.key = undefined;
      continue;
    }
    const value = readValue(text, slice, slice.key, shape);
    const field = fieldBit(slice.key);
    if (!(said & field)) {
      said |= field;
      fields[slice.key] = value;
      continue;
    }
    const first = labels.find(({ key }) => key === slice.key) ?? slice;
    const isBare = first.label === '' && slice.key !== 'actualResult';
    const isLater = value !== '' && (isBare || fields[slice.key] === '');
    if (isLater) fields[slice.key] = value;
    const loser = isLater ? first : slice;
    loser.key = undefined;
    loser.repeated = true;
  }
  const others: string[] = [];
  for (const slice of labels) {
    if (slice.key !== undefined || slice.repeated || slice.label === '') continue;
    const isEmptyCell = slice.form.kind === 'cell' && slice.value.start === slice.value.end;
    if (!isEmptyCell) others.push(otherText(text, slice));
  }
  fields.other = joinOther(others);
  if (fields.started === fields.date) fields.started = '';
}

/** The text of a labelled slice as the field has it. */
function readValue(text: string, slice: LabelSlice, key: FieldKey, shape: Shape): string {
  const raw = plainValue(slice.form, toUnix(text.slice(slice.value.start, slice.value.end)), slice.below);
  if (key === 'title') return titleFrom(raw, shape);
  const value = canonicalText(key, unescapeMarkdown(raw, slice.below, isOneParagraph(fieldOf(key)), !shape.isTemplate));
  if (key === 'date' || key === 'started') return readDate(value.replace(/^\u00a0+|\u00a0+$/g, ''), shape);
  return key === 'status' ? readStatus(value, shape) : value;
}

/** A label that the template does not know, with its text, as the field `other` has it. */
export function otherText(text: string, slice: LabelSlice): string {
  const isAsItStands = slice.form === TEMPLATE_FORM || slice.form === OUTSIDE_FORM;
  if (isAsItStands && templateKey(slice.label) === undefined) return toUnix(text.slice(slice.start, slice.end));
  const value = plainValue(slice.form, toUnix(text.slice(slice.value.start, slice.value.end)), slice.below);
  return `**${otherLabel(slice.label)}:**${slice.below ? '\n' : ' '}${value}`.trimEnd();
}

/** What a label is called in Other fields: one that the template would take for its own says that it is the log's. */
export function otherLabel(label: string): string {
  return templateKey(label) === undefined ? label : MESSAGES.ownLabel(label);
}

export function toUnix(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}
