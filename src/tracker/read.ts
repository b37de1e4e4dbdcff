// A table read as experiments: every row is one, an idea, or named with the reason why it is neither.
import { entryOf } from '../domain/duration/lexicon.ts';
import { ratingsText } from '../domain/experiment/scoring.ts';
import { statusRow } from '../domain/experiment/status.ts';
import { emptyExperiment, type FieldKey } from '../domain/experiment/template.ts';
import { joinOther, plainWord } from '../log/index.ts';
import { readColumns } from './columns.ts';
import { orderOf, readDays } from './days.ts';
import { findHeader } from './headers.ts';
import { kindsOf } from './kinds.ts';
import { isDitto, OPTIONAL_TEXTS, PERSON } from './meanings.ts';
import { stateReader } from './states.ts';
import type { ReadRow, SkippedRow, SourceTable, TableAnswers, TableColumn, TableReading, UnreadCell } from './table.ts';
import type { StatusWord } from './words/cells.ts';
import type { ColumnUse } from './words/columns.ts';

const DAY_USES: readonly ColumnUse[] = ['date', 'started', 'end', 'due', 'closed'];
/** Fields that take their cells' text as it is, several columns one below the other. */
const TEXT_USES: readonly FieldKey[] = ['hypothesis', 'expectedResult', 'risks', 'actualResult', 'learning'];
/** Columns whose links stay where they stand. */
const IN_WORDS: ReadonlySet<ColumnUse> = new Set([...TEXT_USES, ...OPTIONAL_TEXTS, 'other', 'own']);
/** Fields of one cell. */
const PLAIN_USES = ['id', 'layer', 'entity'] as const;

/** Reads a table. `today` is yyyy-mm-dd: a last day before it is over. */
export function readTable(table: SourceTable, answers: TableAnswers, today: string): TableReading {
  const { texts, name } = table;
  const found = findHeader(table, answers.header === undefined ? undefined : answers.header - 1);
  const reading: TableReading = {
    name,
    header: 0,
    columns: [],
    words: [],
    rows: [],
    skipped: [],
    unread: [],
    isOrderAsked: false,
    dayFirst: answers.dayFirst,
  };
  const skip = (row: number, why: SkippedRow['why']) => {
    const text = (texts[row] ?? []).map((cell) => cell.trim()).find((cell) => cell !== '') ?? '';
    reading.skipped.push({ row: row + 1, why, text: text.replace(/\s+/g, ' ').slice(0, 80) });
  };
  if (found === undefined) {
    for (const [row, line] of texts.entries()) skip(row, line.every((cell) => cell.trim() === '') ? 'blank' : 'above');
    return reading;
  }
  reading.header = found.row + 1;
  for (let row = 0; row <= found.last; row += 1) skip(row, row < found.row ? 'above' : 'header');
  const below = texts.slice(found.last + 1);
  reading.columns = readColumns(found.labels, below, answers);
  const kindOf = kindsOf(reading.columns, found.labels);
  const kinds = below.map(kindOf);
  const signs = new Map<string, StatusWord>();
  for (const { sign } of kinds) if (sign) signs.set(...sign);
  const lines = below.map((cells, at) => ({ cells, at, kind: kinds[at] })).filter(({ kind }) => kind?.is === 'row');
  const days = dayColumns(
    reading,
    lines.map(({ cells }) => cells),
    answers,
    today,
  );
  const states = stateReader(reading.columns, answers, signs, name);
  let group: StatusWord | undefined;
  let line = 0;
  const above = new Map<number, string>();
  const shared = sharedCells(table);
  for (const [at, kind] of kinds.entries()) {
    const row = found.last + 1 + at;
    if (kind.is !== 'row') {
      skip(row, kind.is);
      if (kind.is === 'group') group = kind.group;
      continue;
    }
    const cells = reading.columns.map(({ place, use }) => {
      const text = below[at]?.[place] ?? '';
      // What several rows share each of them says, but not that they are one and the same.
      const isShared = use !== 'title' && use !== 'id' && shared.has(`${row} ${place}`);
      const said = isDitto(text) || isShared ? (above.get(place) ?? text) : text;
      if (said.trim() !== '') above.set(place, said);
      return said;
    });
    const own = line;
    line += 1;
    reading.rows.push(
      readRow({
        columns: reading.columns,
        cells,
        linked: table.linked?.[row] ?? [],
        row: row + 1,
        day: (place) => days.get(place)?.[own],
        states,
        group,
        today,
        texts: [...TEXT_USES, ...(answers.optional ?? [])],
        hasPerson: answers.hasPerson === true && PERSON !== undefined,
        unread: reading.unread,
      }),
    );
  }
  reading.words = states.words();
  return reading;
}

/** The cells below the first of those that are merged down a column, by row and column. */
function sharedCells({ merged = [] }: SourceTable): Set<string> {
  return new Set(
    merged.flatMap(({ row, column, rows }) => Array.from({ length: rows - 1 }, (_, at) => `${row + at + 1} ${column}`)),
  );
}

type Days = ReturnType<typeof readDays>;

/** The days of each column that holds any, a row each; says what the reading makes of their order. */
function dayColumns(
  reading: TableReading,
  lines: readonly (readonly string[])[],
  answers: TableAnswers,
  today: string,
): Map<number, Days> {
  const columns = reading.columns.filter(({ use }) => DAY_USES.includes(use));
  const cellsOf = ({ place }: TableColumn) => lines.map((cells) => cells[place] ?? '');
  const orders = columns.map((column) => orderOf(cellsOf(column)));
  const known = orderOf(columns.flatMap(cellsOf));
  reading.dayFirst = answers.dayFirst ?? known.dayFirst;
  reading.isOrderAsked =
    orders.some(({ isOpen }) => isOpen) && (known.dayFirst === undefined || answers.dayFirst !== undefined);
  return new Map(
    columns.map((column, at) => [
      column.place,
      readDays(cellsOf(column), answers.dayFirst ?? orders[at]?.dayFirst ?? known.dayFirst, today),
    ]),
  );
}

interface RowSource {
  columns: readonly TableColumn[];
  cells: readonly string[];
  /** As `SourceTable` has them. */
  linked: readonly (string | undefined)[];
  /** From 1. */
  row: number;
  day(place: number): Days[number];
  states: ReturnType<typeof stateReader>;
  group: StatusWord | undefined;
  today: string;
  /** Fields that take their cells' text as it is. */
  texts: readonly FieldKey[];
  hasPerson: boolean;
  unread: UnreadCell[];
}

function readRow(source: RowSource): ReadRow {
  const { columns, cells, row, states, group, today, unread } = source;
  const experiment = emptyExperiment();
  const other: string[] = [];
  const own: Record<number, string> = {};
  const said = columns.flatMap((column, at) => {
    const text = (cells[at] ?? '').replace(/\r\n?/g, '\n').trim();
    if (text === '' || column.use === 'none') return [];
    const whole = source.linked[column.place]?.trim();
    const link = whole === text ? undefined : whole;
    // What is a word is read without its link, which is kept beside.
    return [{ ...column, text: IN_WORDS.has(column.use) ? (link ?? text) : text, plain: text, link }];
  });
  const kept = new Set<number>();
  const keep = ({ place, label, text, link }: (typeof said)[number]) => {
    if (kept.has(place)) return;
    kept.add(place);
    other.push(otherItem(label, link ?? text));
  };
  const dayOf = (use: ColumnUse) => {
    const column = said.find((each) => each.use === use);
    return column && { ...column, ...source.day(column.place) };
  };

  for (const key of PLAIN_USES) experiment[key] = said.find(({ use }) => use === key)?.text.replace(/\s+/g, ' ') ?? '';
  for (const key of source.texts)
    experiment[key] = joinColumns(
      said.filter(({ use }) => use === key),
      columns,
    );
  for (const key of OPTIONAL_TEXTS)
    experiment[key] = withUnit(experiment[key], said.find(({ use }) => use === key)?.label);
  for (const { use, text, place } of said)
    if (use === 'own' || ((use === 'person' || use === PERSON) && !source.hasPerson)) own[place] = text;
  experiment.title = said.find(({ use }) => use === 'title')?.text.replace(/\s+/g, ' ') ?? '';
  if (experiment.title === '') {
    // What stands for the title is not said twice.
    const [first] = said.filter(({ use }) => use === 'hypothesis');
    experiment.title = (first?.plain ?? '').replace(/\s+/g, ' ');
    if (first?.link !== undefined) keep(first);
    experiment.hypothesis = joinColumns(
      said.filter((each) => each.use === 'hypothesis' && each !== first),
      columns,
    );
  }
  const person = said.find(({ use }) => use === 'person' || use === PERSON);
  if (person && source.hasPerson && PERSON !== undefined) experiment[PERSON] = person.text.replace(/\s+/g, ' ');

  experiment.score = ratingsText(Object.fromEntries(said.map(({ use, text }) => [use, text])));

  const [date, began, end, due, closed] = (['date', 'started', 'end', 'due', 'closed'] as const).map(dayOf);
  for (const day of [date, began, closed]) {
    if (day === undefined || day.isWhole === true) continue;
    keep(day);
    if (day.day === undefined) unread.push({ row, label: day.label, text: day.text });
  }
  for (const day of [end, due]) {
    // Words such as *ASAP* are an end of their own kind.
    if (day !== undefined && day.day === undefined && /\d\s?[-./]\s?\d+\s?[-./]\s?\d/.test(day.text))
      unread.push({ row, label: day.label, text: day.text });
  }
  experiment.date = date?.day ?? '';
  const length = lengthOf(said);
  const state = states.stateOf({
    cells: columns.map((_, at) => cells[at] ?? ''),
    started: began?.day ?? '',
    ended: end?.day ?? '',
    closed: closed?.day ?? '',
    result: experiment.actualResult,
    learning: experiment.learning,
    isPlanned: [began, end, due, person].some((each) => each !== undefined) || length !== '',
    group,
    today,
  });
  const { status, isIdea, decision, remarks } = state;
  Object.assign(experiment, { status, decision });
  for (const column of said) if (remarks.includes(column.place)) keep(column);
  const { phase } = statusRow(status);
  const isEnded = phase === 'ended';
  let closedOn = '';
  if (isEnded) closedOn = closed?.day ?? end?.day ?? '';
  else if (closed?.day !== undefined && closed.isWhole) keep(closed);
  const until = [...(isEnded && closed?.day === undefined && end?.day !== undefined ? [] : [end]), due].flatMap(
    (each) => each ?? [],
  );
  if (isEnded && closed?.day === undefined && end?.day !== undefined && !end.isWhole) keep(end);
  const isPlan = phase === 'waiting';
  if (!isPlan) experiment.started = began?.day ?? '';
  experiment.duration = durationOf(length, isPlan ? (began?.day ?? '') : '', until);
  for (const column of said) if (column.link !== undefined && !IN_WORDS.has(column.use)) keep(column);
  const plainOther = said.filter(({ use }) => use === 'other').map(({ label, text }) => otherItem(label, text));
  experiment.other = joinOther([...plainOther, ...other]);
  return { row, isIdea, experiment, closed: closedOn, own, firstDay: began?.day ?? '' };
}

/** One column's text as it is; of several columns each under its header. */
function joinColumns(
  said: readonly { label: string; text: string; use: ColumnUse }[],
  columns: readonly TableColumn[],
): string {
  const [first] = said;
  if (first === undefined) return '';
  const isAlone = columns.filter(({ use, filled }) => use === first.use && filled > 0).length < 2;
  return isAlone ? first.text : said.map(({ label, text }) => (label === '' ? text : `${label}: ${text}`)).join('\n');
}

/** A bare number with what its header says of it: `Saving (€ a year)`. */
function withUnit(text: string, label = ''): string {
  const [, unit] = /[([]([^)\]]+)[)\]]\s*$/.exec(label) ?? [];
  return unit !== undefined && /^[-–+]?\d[\d.,\s]*$/.test(text) ? `${text} ${unit}` : text;
}

function otherItem(label: string, text: string): string {
  const plain = label.replace(/[*:\n\r]+/g, ' ').trim();
  return plain === '' ? text : `**${plain}:** ${text.replace(/\n\s*\n/g, '\n')}`;
}

/** How long it runs: a bare number counts in the unit that its header names. */
function lengthOf(said: readonly { use: ColumnUse; label: string; text: string }[]): string {
  return said
    .filter(({ use }) => use === 'duration')
    .map(({ label, text }) => {
      if (!/^\d+(?:[.,]\d+)?(?:\s*[-–]\s*\d+)?$/.test(text)) return text;
      const unit = label
        .split(/[^\p{L}]+/u)
        .find((word) => word !== '' && entryOf(plainWord(word))?.unit !== undefined);
      return unit === undefined ? text : `${text} ${unit.toLowerCase()}`;
    })
    .join(', ');
}

/** Whether a text names an end by a number or a month, and does not say itself that it is one. */
function isEnd(text: string): boolean {
  const words = plainWord(text).split(/[^\p{L}\p{N}]+/u);
  return (
    !/^(?:until|till|by|bis|jusqu|hasta)\b/i.test(text) &&
    words.some((word) => /\d/.test(word) || entryOf(word)?.month !== undefined)
  );
}

/** `6 weeks`, `until 2026-05-08`; of what has not begun with the day on which it is to. */
function durationOf(
  length: string,
  start: string,
  until: readonly { text: string; day?: string; isWhole?: boolean }[],
): string {
  const ends = until.map(({ text, day, isWhole }) => {
    if (day === undefined) return plainWord(text) === '' ? '' : isEnd(text) ? `until ${text}` : text;
    return isWhole ? `until ${day}` : `until ${text}`;
  });
  const parts = [length, ...new Set(ends)].filter((part) => part !== '');
  if (start === '') return parts.join(', ');
  const [end] = until;
  if (length === '' && end?.day !== undefined) return `${start} to ${end.day}`;
  return parts.length === 0 ? `from ${start}` : [`${parts[0]} from ${start}`, ...parts.slice(1)].join(', ');
}
