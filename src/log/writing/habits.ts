// How a log has written things so far: which words, forms, gaps and order something new gets in it. Worked out once a document.
import { readDay } from '../../domain/calendar.ts';
import { readId } from '../../domain/experiment/id.ts';
import { isStatus, type Status } from '../../domain/experiment/status.ts';
import { FIELDS, type FieldKey, fieldOf } from '../../domain/experiment/template.ts';
import { ROWS } from '../../domain/register/log-shape.ts';
import type { ExperimentSource, LogDocument } from '../document.ts';
import { CELL_FORM, ITEM_FORM, type LabelForm, type LabelSlice, leadOf, TEMPLATE_FORM } from '../forms/label-forms.ts';
import { isOneParagraph, matchLabel } from '../reading/labels.ts';
import { experimentSources } from '../reading/read.ts';
import { toUnix } from '../reading/read-experiment.ts';
import { keyOfLabel, type Shape } from '../shape/shape.ts';
import { emojiOf, firstWords, isStatusWord, saysMore, statusWord } from '../shape/status-words.ts';
import { ORNAMENT, plainWord } from '../shape/words.ts';
import { dayLike, dayOfValue, firstDayOf } from '../text/dates.ts';
import { remarkOf } from '../text/values.ts';
import { isBlankBetween } from './edits.ts';

/** How a label is written. */
export interface Way {
  label: string;
  form: LabelForm;
  /** Whether its value starts on the line below. */
  isBelow: boolean;
  /** Whether a blank line stands before it. */
  isApart: boolean;
}

export interface Habits {
  /** Of a label where nothing nearby says how. */
  form: LabelForm;
  ways: ReadonlyMap<FieldKey, Way>;
  /** How most labels are written, and most of those with one line of text; their words mean nothing. */
  common: Way;
  commonLine: Way;
  /** Whether a blank line stands between a heading and its first label. */
  isHeadApart: boolean;
  /** The log's own words for statuses. */
  statuses: ReadonlyMap<Status, string>;
  /** A date as the log writes them; `''` without any. */
  date: string;
  isNewestFirst: boolean;
  /** What parts the titles of a board from what came of them; undefined where nothing does. */
  parting: string | undefined;
  /** The two lines above a table of fields, or the one above fields in a fence; `''` without one. */
  tableHead: string;
  /** The line below the first field of a table; `''` where tables have a head of their own. */
  rule: string;
  /** Of tables whose heads are the labels of the row below them: those, in order. */
  columns: readonly LabelSlice[];
  /** Of a field that was looked for: in how many more experiments another stands in front of it than behind it. */
  before: Map<FieldKey, Map<FieldKey, number>>;
}

const ORNAMENTS = new RegExp(ORNAMENT, 'u');
const TEMPLATE_WAY: Way = { label: '', form: TEMPLATE_FORM, isBelow: false, isApart: false };
/** The same for experiments that are items of a list, with no label yet. */
const ITEM_WAY: Way = { ...TEMPLATE_WAY, form: ITEM_FORM };

const known = new WeakMap<LogDocument, Habits>();

export function habitsOf(document: LogDocument): Habits {
  const found = known.get(document) ?? learn(document);
  known.set(document, found);
  return found;
}

class Tally<T> {
  private readonly counts = new Map<string, { value: T; count: number }>();

  add(name: string, value: T): void {
    const entry = this.counts.get(name) ?? { value, count: 0 };
    entry.count += 1;
    this.counts.set(name, entry);
  }

  get most(): T | undefined {
    let most: { value: T; count: number } | undefined;
    for (const entry of this.counts.values()) if (!most || entry.count > most.count) most = entry;
    return most?.value;
  }
}

function learn(document: LogDocument): Habits {
  const { text, shape, outline } = document;
  const sources = experimentSources(document);
  const ways = new Map<FieldKey, Tally<Way>>();
  const all = new Tally<Way>();
  const ofLines = new Tally<Way>();
  const heads = new Tally<boolean>();
  const statuses = new Map<Status, Tally<string>>();
  const remarked = new Map<Status, Tally<string>>();
  const noteStatus = (raw: string): void => {
    const value = raw.slice(0, raw.length - remarkOf(raw, shape).length);
    const status = shape.statuses.get(statusWord(value));
    if (!status) return;
    // The template's word in other capitals is the template's word.
    const isTemplates = plainWord(value) === status.toLowerCase() && !/[^\s\p{L}]/u.test(value) && shape.isTemplate;
    const word = isTemplates ? status : value;
    // `Superseded by 6` is a word with a remark: no other experiment gets that, and none at all what says more than its status, as `Failed` does.
    const lead = firstWords(value);
    if (saysMore(value) || saysMore(lead)) return;
    if (isStatusWord(value) || !isStatusWord(lead))
      tallyOf(raw === value ? statuses : remarked, status).add(word, word);
    else if (shape.statuses.get(statusWord(lead)) === status) tallyOf(remarked, status).add(lead, lead);
  };
  const first = shape.form === 'item' ? ITEM_WAY : TEMPLATE_WAY;
  let date = '';
  let parting: string | undefined;
  let tableHead = '';
  let rule = '';
  let columns: readonly LabelSlice[] = [];
  for (const source of sources) {
    if (source.date) date ||= firstDayOf(text.slice(source.date.start, source.date.end), shape.dayFirst);
    if (source.status) noteStatus(text.slice(source.status.start, source.status.end));
    let last: LabelSlice | undefined;
    for (const slice of source.labels) {
      const from = last?.end ?? source.headingEnd;
      const isNext = slice.form.kind !== 'cell' && isBlankBetween(text, from, slice.start);
      const isApart = isNext ? isBlankLineBetween(text, from, slice.start) : slice.gap === undefined;
      if (isNext && last === undefined) heads.add(String(isApart), isApart);
      if (slice.form.rule !== undefined) rule ||= slice.form.rule;
      else if ((slice.form.kind === 'row' || shape.isFenced) && last === undefined)
        tableHead ||= linesOf(text, source.headingEnd, slice.start);
      const isColumn = slice.form.kind === 'cell' && shape.experiment !== ROWS;
      if (isColumn && slice.form === CELL_FORM && columns.length === 0) {
        columns = source.labels.filter(({ form, line }) => form === slice.form && line === slice.line);
        tableHead = linesOf(text, outline.starts[slice.line - 2] ?? 0, outline.ends[slice.line - 1] ?? 0);
      }
      const way: Way = {
        label: slice.label,
        // Below its experiment's other columns there is no place for one more.
        form: isColumn ? first.form : unnumbered(slice.form),
        isBelow: slice.below,
        isApart: last === undefined ? false : isApart,
      };
      const name = JSON.stringify([slice.form, way.isBelow, way.isApart]);
      // What any label is like: without the emoji that only this one has.
      const bare = { ...way, form: unadorned(slice.form) };
      const common = JSON.stringify([bare.form, way.isBelow, way.isApart]);
      if (!isColumn && slice.label !== '' && (last !== undefined || source.labels.length === 1)) all.add(common, bare);
      last = slice;
      const value = text.slice(slice.value.start, slice.value.end);
      // Of a span of days the first: how long another experiment takes is its own.
      if ((slice.key === 'date' || slice.key === 'started') && dayOfValue(value, shape.dayFirst))
        date ||= firstDayOf(value, shape.dayFirst);
      if (slice.label === '') parting ||= slice.form.parting;
      // A day that stands alone is no way to write a label.
      if (slice.key === undefined || slice.label === '') continue;
      if (!isColumn && isOneParagraph(fieldOf(slice.key))) ofLines.add(common, bare);
      tallyOf(ways, slice.key).add(`${name}${slice.label}`, way);
      if (slice.key === 'status') noteStatus(value);
    }
  }
  const plain = sources.flatMap(({ labels }) =>
    labels.filter(({ label, form }) => label !== '' && form.kind === 'plain'),
  );
  // Rather by a field than by a label that an experiment has for itself: such come with any text that is typed.
  const { form } = plain.find(({ key }) => key !== undefined) ?? plain[0] ?? first;
  const most = <K, T>(tallies: Map<K, Tally<T>>): Map<K, T> =>
    new Map([...tallies].flatMap(([key, { most: value }]) => (value === undefined ? [] : [[key, value]])));
  return {
    form: shape.isTemplate ? form : (all.most?.form ?? form),
    ways: most(ways),
    commonLine: ofLines.most ?? all.most ?? first,
    common: all.most ?? first,
    isHeadApart: heads.most ?? shape.form === 'summary',
    statuses: new Map([...most(remarked), ...most(statuses)]),
    date,
    isNewestFirst: isNewestFirst(sources),
    parting,
    tableHead,
    rule,
    columns,
    before: new Map(),
  };
}

/** A sub-heading's form without the number that only the one has. */
const unnumbered = (form: LabelForm): LabelForm =>
  form.kind === 'heading' && /\d/.test(form.open) ? { ...form, open: form.open.replace(/\d[\d.]*[ \t]+/, '') } : form;

/** Some lines as an experiment's text has them: `\n` line ends. */
const linesOf = (text: string, start: number, end: number): string => toUnix(text.slice(start, end)).trim();

/** A label's form without what only the one label has: emoji, the number of a sub-heading, and the rule of its table. */
export function unadorned(form: LabelForm): LabelForm {
  const open = unnumbered(form).open.replace(ORNAMENTS, '');
  const { rule, ...bare } = form;
  return open === form.open && rule === undefined ? form : { ...bare, open };
}

/** The form for a label: one that the log does not know is one in bold alone. */
export function formFor(form: LabelForm, label: string, shape: Shape): LabelForm {
  const isKnown =
    keyOfLabel(label, shape) !== undefined || (matchLabel(`**${label}${form.close}`) && /\*\*$/.test(form.open));
  if (isKnown || form.kind === 'row' || form.kind === 'cell') return form;
  const lead = form.kind === 'heading' ? '' : leadOf(form);
  return lead === '' ? TEMPLATE_FORM : { kind: form.kind, open: `${lead}**`, close: ':**' };
}

function tallyOf<K, T>(tallies: Map<K, Tally<T>>, key: K): Tally<T> {
  const tally = tallies.get(key) ?? new Tally<T>();
  tallies.set(key, tally);
  return tally;
}

function isBlankLineBetween(text: string, start: number, end: number): boolean {
  return (text.slice(start, end).match(/\r\n|\n|\r/g)?.length ?? 0) > 1;
}

/** Whether dates, or numbers where there are none, fall rather than rise from one experiment to the next. */
function isNewestFirst(sources: readonly ExperimentSource[]): boolean {
  let falls = 0;
  const ageOf = ({ fields }: ExperimentSource): number => readDay(fields.started || fields.date) ?? -1;
  for (const [index, source] of sources.entries()) {
    const next = sources[index + 1];
    if (!next) break;
    const days = [ageOf(source), ageOf(next)] as const;
    const numbers = [readId(source.fields.id)?.number ?? 0, readId(next.fields.id)?.number ?? 0] as const;
    const [now, then] = days[0] > 0 && days[1] > 0 ? days : numbers;
    falls += Math.sign(now - then);
  }
  return falls > 0 && sources.length > 2;
}

/** The label that the log has, or gets, for a field. */
export function labelFor(document: LogDocument, key: FieldKey): string {
  return habitsOf(document).ways.get(key)?.label ?? document.shape.fallbacks.get(key) ?? fieldOf(key).label;
}

/** A value as the log writes it: a status in its own word, a day in its own form; `raw` is what stands there now, whose remark stays. */
export function ownValue(document: LogDocument, key: FieldKey, value: string, raw = ''): string {
  const { shape } = document;
  if (key === 'status') {
    if (!isStatus(value)) return value;
    const isEmoji = raw !== '' && plainWord(raw) === '';
    const word = habitsOf(document).statuses.get(value) ?? ((isEmoji && emojiOf(value)) || value);
    return word + remarkOf(raw, shape);
  }
  if ((key !== 'date' && key !== 'started') || readDay(value) === undefined) return value;
  const like = dayOfValue(raw, shape.dayFirst) === undefined ? habitsOf(document).date : raw;
  const written = dayLike(like, value, shape.dayFirst, shape.language);
  return dayOfValue(written, shape.dayFirst) === value ? written : value;
}

/** Whether a field stands in front of this one: as in several more of the log's experiments than not, else as in the template. */
export function orderOf(document: LogDocument, key: FieldKey): (other: FieldKey) => boolean {
  const { before } = habitsOf(document);
  const counts = before.get(key) ?? new Map<FieldKey, number>();
  if (!before.has(key)) {
    before.set(key, counts);
    for (const { labels } of experimentSources(document)) {
      const own = labels.findIndex((label) => label.key === key);
      if (own < 0) continue;
      for (const [at, { key: other }] of labels.entries()) {
        if (other !== undefined) counts.set(other, (counts.get(other) ?? 0) + (at < own ? 1 : -1));
      }
    }
  }
  const template: FieldKey[] = FIELDS.map((field) => field.key);
  return (other) => {
    const count = counts.get(other) ?? 0;
    return Math.abs(count) > 1 ? count > 0 : template.indexOf(other) < template.indexOf(key);
  };
}
