// What was made out in a text, for a person to look at before anything is written.
import { isStatus } from '../../domain/experiment/status.ts';
import { type FieldKey, fieldOf } from '../../domain/experiment/template.ts';
import { LINES, ROWS } from '../../domain/register/log-shape.ts';
import type { LogDocument } from '../document.ts';
import { cellsOf } from '../forms/cells.ts';
import { withHtmlRows } from '../forms/html-tables.ts';
import { isQuoted, type LabelForm } from '../forms/label-forms.ts';
import { shorten } from '../messages.ts';
import { lineText, type Outline } from '../reading/outline.ts';
import { experimentSources } from '../reading/read.ts';
import { headingsAndItems } from '../shape/heading-lines.ts';
import { meaningOfLabel } from '../shape/label-words.ts';
import { keyOfLabel, templateKey } from '../shape/shape.ts';
import { statusWord } from '../shape/status-words.ts';
import { plainWord, titleWord } from '../shape/words.ts';
import { count, mostOf } from '../text/counts.ts';
import { orderIn } from '../text/dates.ts';
import { oncePerText } from '../text/once.ts';
import { isExampleSection } from '../text/sections.ts';
import { readStatus } from '../text/values.ts';
import { rowTables, tablesOf } from './tables.ts';

/** A word of the log, how often it stands there, and what it was taken for; `''` where nobody knows. */
export interface FoundWord {
  part: 'labels' | 'statuses' | 'sections';
  /** As it stands, and as answers are filed under. */
  word: string;
  plain: string;
  count: number;
  meaning: string;
}

export interface LogDescription {
  experiments: number;
  /** The level of their headings, `ROWS` or `LINES`. */
  level: number;
  /** One of their headings, or the head of the table. */
  heading: string;
  /** How most labels are written. */
  labels: LabelForm['kind'] | 'bold' | 'quote' | 'none';
  /** Those that nobody knows first. */
  words: FoundWord[];
  /** Whether the log has dates that can be read in either order. */
  isOrderAsked: boolean;
  dayFirst: boolean | undefined;
  /** The first experiments as the register would have them: ID, title, and what each field says. */
  first: { id: string; title: string; fields: [label: string, text: string][] }[];
  /** What stays as text, with its line from 1. */
  left: { line: number; text: string }[];
}

/** How many are shown. */
const FIRST = 3;
const MOST_LEFT = 50;

export function describeLog(document: LogDocument): LogDescription {
  const { shape, outline, text } = document;
  const sources = experimentSources(document);
  const forms = new Map<LabelForm, number>();
  const dates = new Set<string>();
  for (const { labels, date } of sources) {
    if (date) dates.add(text.slice(date.start, date.end));
    for (const { form, key, value } of labels) {
      count(forms, form);
      if (key === 'date' || key === 'started') dates.add(text.slice(value.start, value.end));
    }
  }
  const kinds = new Map<LogDescription['labels'], number>();
  for (const [form, times] of forms) {
    const kind = form.kind === 'plain' && form.open !== '' ? 'bold' : form.kind;
    count(kinds, isQuoted(form) ? 'quote' : kind, times);
  }
  const labels = mostOf(kinds) ?? 'none';
  const orders = new Set([...dates].map(orderIn));
  const isSaid = orders.has('day') !== orders.has('month');
  const line = sources[0]?.line;
  const head =
    shape.experiment === ROWS
      ? rowTables(outline, shape).find(({ lines }) => line !== undefined && lines.includes(line))?.head
      : line;
  return {
    experiments: sources.length,
    level: shape.experiment,
    heading: head === undefined ? '' : shown(outline, head),
    labels,
    words: [...labelWords(document), ...statusWords(document), ...sectionWords(document)].sort(
      (a, b) => Number(a.meaning !== '') - Number(b.meaning !== ''),
    ),
    isOrderAsked: orders.has('either') && !isSaid,
    dayFirst: shape.dayFirst,
    first: sources.slice(0, FIRST).map(({ fields }) => ({
      id: fields.id,
      title: fields.title,
      fields: (Object.keys(fields) as FieldKey[])
        .filter((key) => key !== 'id' && key !== 'title' && fields[key] !== '')
        .map((key): [string, string] => [fieldOf(key).label, shorten(fields[key])]),
    })),
    left: leftText(document),
  };
}

/** The head of a table, or a heading, as people read it. */
const shown = (outline: Outline, line: number): string =>
  shorten(
    lineText(outline, line)
      .replace(/<[^>]*>\s*/g, ' ')
      .trim(),
  );

class Words {
  private readonly found = new Map<string, FoundWord>();
  private readonly part: FoundWord['part'];

  constructor(part: FoundWord['part']) {
    this.part = part;
  }

  add(word: string, meaning: string, plain = plainWord(word)): void {
    const known = this.found.get(plain);
    if (known) known.count += 1;
    else if (plain !== '') this.found.set(plain, { part: this.part, word: shorten(word), plain, count: 1, meaning });
  }

  get all(): FoundWord[] {
    return [...this.found.values()];
  }
}

/** The labels that are not the template's own. */
function labelWords(document: LogDocument): FoundWord[] {
  const words = new Words('labels');
  // What names experiments is shown where a column does that the tables have no such word for.
  const isName = (key: string): boolean => key === 'id' || key === 'title';
  const isOwn = (label: string, key: string): boolean =>
    key !== '' && (isName(key) ? meaningOfLabel(label)?.key : templateKey(label)) === key;
  for (const { label, key } of document.shape.tables.flat()) {
    if (isName(key) && !isOwn(label, key)) words.add(label, key);
  }
  const keyOf = oncePerText((label) => {
    const key = keyOfLabel(label, document.shape) ?? '';
    return isName(key) || isOwn(label, key) ? undefined : key;
  });
  for (const { labels } of experimentSources(document)) {
    for (const { label, repeated } of labels) {
      const key = keyOf(label);
      if (!repeated && key !== undefined) words.add(label, key);
    }
  }
  return words.all;
}

function statusWords(document: LogDocument): FoundWord[] {
  const words = new Words('statuses');
  for (const source of experimentSources(document)) {
    const place = source.status ?? source.labels.find(({ key }) => key === 'status')?.value;
    if (!place) continue;
    const text = document.text.slice(place.start, place.end);
    const status = readStatus(text, document.shape);
    if (status !== text || !isStatus(text)) words.add(text, status === text ? '' : status, statusWord(text));
  }
  return words.all;
}

/** The sections that hold experiments or ideas, where their words are the log's own. */
function sectionWords({ sections, outline, shape }: LogDocument): FoundWord[] {
  const words = new Words('sections');
  for (const { kind, status, line, items } of sections) {
    if (line < 0 || isExampleSection(kind)) continue;
    const heading = lineText(outline, line);
    const meaning = status ?? (kind === 'candidates' ? kind : '');
    // Where each experiment states its status, nothing is asked of the section.
    const isOpen = items.some(
      ({ experiment }) => experiment && (experiment.isStatusOfSection || !experiment.fields.status),
    );
    const isOwn = shape.sections.has(titleWord(heading)) || (kind === 'unknown' && isOpen);
    if (isOwn) words.add(heading.replace(/^[ \t#]+|[ \t#]+$/g, ''), meaning, titleWord(heading));
  }
  return words.all;
}

/** The first line of what stands in no field: loose text of experiments, and sections that are nobody's. */
function leftText(document: LogDocument): LogDescription['left'] {
  const { sections, outline, text } = document;
  const left: LogDescription['left'] = [];
  let line = 0;
  const lineOf = (offset: number): number => {
    while (line + 1 < outline.starts.length && (outline.starts[line + 1] ?? 0) <= offset) line += 1;
    return line + 1;
  };
  for (const section of sections) {
    if (section.kind === 'unknown' && section.line >= 0 && section.items.length === 0) {
      const start = outline.starts[section.line] ?? 0;
      left.push({ line: lineOf(start), text: shorten(lineText(outline, section.line)) });
    }
    for (const { experiment } of section.items) {
      for (const { start, end } of experiment?.strays ?? [])
        left.push({ line: lineOf(start), text: shorten(text.slice(start, end)) });
    }
  }
  return left.slice(0, MOST_LEFT);
}

/** What a person can point to where nothing was made out by itself. */
export interface LogSurvey {
  headings: { level: number; count: number; example: string }[];
  /** The widest tables, by their heads. */
  rows: number;
  table: string;
  /** The items of its lists, and the first. */
  items: number;
  item: string;
  /** Where there are several: each with the title above it, as it stands and as `KeptShape.list` has it. */
  lists: { title: string; list: string; count: number; example: string }[];
}

export function surveyLog(document: Pick<LogDocument, 'outline'>): LogSurvey {
  const outline = withHtmlRows(document.outline);
  const byLevel = new Map<number, { level: number; count: number; example: string }>();
  for (const { line, depth } of outline.headings) {
    // A bold line or an item is pointed to by nobody.
    if (depth >= LINES) continue;
    const found = byLevel.get(depth) ?? { level: depth, count: 0, example: shorten(lineText(outline, line)) };
    found.count += 1;
    byLevel.set(depth, found);
  }
  let rows = 0;
  let table = '';
  for (const { head, lines } of tablesOf(outline)) {
    if (lines.length <= rows || cellsOf(lineText(outline, head)).length < 3) continue;
    rows = lines.length;
    table = shown(outline, head);
  }
  const lists = new Map<string, LogSurvey['lists'][number]>();
  let title = '';
  let items = 0;
  let item = '';
  for (const { line, depth } of headingsAndItems(outline)) {
    const text = lineText(outline, line);
    if (depth < LINES) title = text;
    else {
      const example = shorten(text);
      const list = titleWord(title);
      const found = lists.get(list) ?? { title: shorten(title), list, count: 0, example };
      lists.set(list, found);
      found.count += 1;
      items += 1;
      item ||= example;
    }
  }
  return {
    headings: [...byLevel.values()].sort((a, b) => a.level - b.level),
    rows,
    table,
    items,
    item,
    lists: lists.size > 1 ? [...lists.values()].filter(({ count }) => count > 1) : [],
  };
}
