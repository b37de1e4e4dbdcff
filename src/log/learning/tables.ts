// A log that is one table: which table it is, and what its columns are.
import type { FieldKey } from '../../domain/experiment/template.ts';
import { type KeptShape, ROWS } from '../../domain/register/log-shape.ts';
import { cellsOf, TABLE_RULE } from '../forms/cells.ts';
import { htmlTablesOf, withHtmlRows } from '../forms/html-tables.ts';
import { BLANK, hasFlag, lineText, MASKED, type Outline } from '../reading/outline.ts';
import { DOUBTFUL, FOREIGN, HYPOTHESISED, OWN, wordOfLabel } from '../shape/label-words.ts';
import { isActionColumn, isEntryColumn, isExperimentColumn, isNamedAsLog, isTestColumn } from '../shape/log-names.ts';
import { type Column, type Shape, TEMPLATE_SHAPE } from '../shape/shape.ts';
import { idWithin, plainWord } from '../shape/words.ts';
import { count, mostOf } from '../text/counts.ts';
import { dayOfValue } from '../text/dates.ts';
import { fieldSet, withoutOne } from '../text/field-set.ts';
import { isExperimentId } from '../text/keys.ts';
import { CORE } from './evidence.ts';
import { impliedStatus, languageOf, orderAmong, sectionsOf, statusWords } from './learn-words.ts';

/** A table and its rows, by their lines. */
export interface Table {
  head: number;
  lines: number[];
  isHtml?: boolean;
}

/** Every table of a text that stands in no list, quote or fence; those in HTML last. */
export function* tablesOf(outline: Outline): Generator<Table> {
  const isRow = (line: number): boolean => {
    if (line >= outline.starts.length || hasFlag(outline, line, BLANK | MASKED)) return false;
    const start = outline.starts[line] ?? 0;
    return outline.text.slice(start, outline.ends[line]).includes('|');
  };
  for (let line = 1; line < outline.starts.length; line += 1) {
    const start = outline.starts[line] ?? 0;
    if (!'|:- '.includes(outline.text.charAt(start)) || !isRow(line) || !isRow(line - 1)) continue;
    if (!TABLE_RULE.test(lineText(outline, line))) continue;
    const table: Table = { head: line - 1, lines: [] };
    for (line += 1; isRow(line) && !/^ {0,3}#/.test(lineText(outline, line)); line += 1) table.lines.push(line);
    yield table;
  }
  yield* htmlTablesOf(outline);
}

const NUMBERING = /[\p{L}][ _-](?:id|no\.?|nr\.?|number|#)$/iu;

/** How the columns of a table are called. */
function namesOf(outline: Outline, head: number): string[] {
  return textsOf(lineText(outline, head)).map((name) => name.replace(/<[^>]*>|^[*_]+|[*_]+$/g, ''));
}

/** The fields of a table's columns, and whether they make it a list of experiments; undefined where it cannot be one. */
function columnsOf(
  outline: Outline,
  { head, lines }: Table,
  isTold: boolean,
  kept?: KeptShape,
): { columns: Column[]; isLog: boolean; isSure: boolean } | undefined {
  const labels = namesOf(outline, head);
  const says = labels.reduce((all, label) => all | wordOfLabel(label).says, 0);
  if (labels.length < 3 || (!kept?.isPointed && says & FOREIGN)) return undefined;
  /** The fields of the columns, and those of them that speak for experiments. */
  let taken = 0;
  let strong = 0;
  const has = (...keys: readonly FieldKey[]): boolean => (taken & fieldSet(...keys)) !== 0;
  const columns = labels.map((label): Column => {
    const known = kept?.labels?.[plainWord(label)];
    const { meaning, says } = wordOfLabel(label);
    const key = known ?? (meaning?.rank === -1 || !kept?.isSettled ? (meaning?.key ?? '') : '');
    if (key === '' || has(key)) return { label, key: '' };
    taken |= fieldSet(key);
    strong |= known === undefined ? says & fieldSet(key) : fieldSet(key);
    return { label, key };
  });
  const [lead] = columns;
  // What the first column numbers, whatever that is called: `Exp #`, `Record ID`.
  if (lead?.key === '' && !has('id') && !kept?.isSettled && NUMBERING.test(lead.label)) {
    lead.key = 'id';
    taken |= fieldSet('id');
  }
  const isTitled = has('title', 'id', 'decision');
  // In a language that no table has, days and a word or two that many rows have tell a log that is called one.
  const isUnknown = isTold && !kept?.isSettled && !labels.some((label) => wordOfLabel(label).meaning);
  const cells = isUnknown ? lines.slice(0, SOME).map((line) => textsOf(lineText(outline, line))) : [];
  const of = labels.map((_, index) => cells.map((row) => row[index] ?? ''));
  const day = columns[of.findIndex(areDays)];
  const isTimed = day !== undefined && of.some(areFew);
  if (isTimed && !has('date') && kept?.labels?.[plainWord(day.label)] !== '') day.key = 'date';
  if (!has('title')) {
    // What it is about stands in the first column that is no other field's or says what was decided, else in that of an idea.
    const first =
      columns.find(({ key, label }) => key === 'decision' || (key === '' && !(wordOfLabel(label).says & OWN))) ??
      columns.find(({ key }) => key === 'hypothesis');
    if (!first || kept?.isSettled) return undefined;
    if (first.key !== '') taken &= ~fieldSet(first.key);
    first.key = 'title';
  }
  const core = strong & taken & CORE;
  const isBelievedOrLearnt = has('learning') || (has('hypothesis') && (says & HYPOTHESISED) !== 0);
  const hasDate = has('started', 'date');
  // A status with a result alone, or with a date, is what tables of tests and features have too.
  const isLog = withoutOne(core) !== 0 && (hasDate || isTitled || has('learning', 'hypothesis'));
  const isDated = core !== 0 && hasDate && has('status') && isTitled;
  // In what is called a log, what was done and when, or what came of it, is enough.
  const isEntry = isTold && isTitled && (core !== 0 || hasDate);
  const isDoubtful = says & DOUBTFUL && !has('hypothesis', 'learning');
  // Lists of tasks, orders and features have the rest, too, and tables of tests what is expected, without a day or a decision.
  const isReasoned = (core & REASONED) === REASONED;
  const isExpected = core & EXPECTED && (hasDate || has('decision'));
  const isStrong = isBelievedOrLearnt || isExpected || isReasoned || isNamedColumn(columns);
  // A column of experiments says what it is: with their days and what came of them it is a log of them.
  const isCalled = hasDate && core !== 0 && labels.some(isExperimentColumn);
  // So are tests that were begun, came to something and were decided on.
  const isTested = has('decision') && has('started') && core & RESULT && labels.some(isTestColumn);
  // And actions on which somebody looked back.
  const isDone =
    hasDate && (core & DONE) === DONE && columns.some(({ key, label }) => key === 'title' && isActionColumn(label));
  const isSaid = isDone || isCalled || isTested || isTimed || kept?.isPointed;
  const isSure = !!(isSaid || ((isLog || isDated) && !isDoubtful && (isTold || isStrong)));
  return { columns, isLog: isEntry || isSure, isSure };
}

const REASONED = fieldSet('status', 'hypothesis', 'actualResult');
const EXPECTED = fieldSet('expectedResult');
const RESULT = fieldSet('actualResult');
const DONE = fieldSet('status', 'actualResult');

/** How many rows of a table are looked at for what its columns hold. */
const SOME = 100;

const textsOf = (row: string): string[] => cellsOf(row).map(({ start, end }) => row.slice(start, end));

const areDays = (cells: readonly string[]): boolean =>
  cells.filter((cell) => dayOfValue(cell, true) !== undefined).length * 2 > cells.length;

/** Whether cells hold a few words, some of them more than once, as those of a status do. */
function areFew(cells: readonly string[]): boolean {
  const words = cells.filter((cell) => cell !== '');
  const distinct = new Set(words);
  return distinct.size < Math.min(words.length, 6) && words.every((word) => /^[^\d.]{3,24}$/.test(word));
}

const isNamedColumn = (columns: readonly Column[]): boolean =>
  columns.some(({ key, label }) => (key === 'title' || key === '') && isEntryColumn(label));

export interface FoundTables {
  /** The columns that the most rows have, and those of tables like it. */
  tables: Column[][];
  /** With the rows of tables in HTML as lines. */
  outline: Outline;
  /** The lines of all rows, and their columns. */
  lines: { line: number; columns: Column[] }[];
  /** Whether its columns alone make it a log, and not what the text is called. */
  isSure: boolean;
}

const labelsOf = (columns: readonly Column[]): string[] => columns.map(({ label }) => plainWord(label));
const nameOf = (columns: readonly Column[]): string => labelsOf(columns).join('|');

/**
 * Whether a table has most of its columns from another, or is one of experiments whose columns mean some of the same: then it lists the same in
 * another section.
 */
function isLike(columns: readonly Column[], main: readonly Column[], isLog: boolean | undefined): boolean {
  const known = new Set(labelsOf(main));
  const keys = columns.flatMap(({ key }) => (key === '' ? [] : [key]));
  const same = keys.filter((key) => main.some((column) => column.key === key));
  // A roster has titles and days, too.
  if (isLog && same.length > 1 && same.includes('title') && fieldSet(...keys) & CORE) return true;
  const shared = labelsOf(columns).filter((label) => known.has(label));
  return shared.length > 2 && shared.length * 2 > columns.length && columns.some(({ key }) => key === 'title');
}

/**
 * The tables that list experiments; undefined with fewer than two rows, or where all tables of the text have no more than so many. `isWithin`:
 * whether what stands at an offset is a text of an experiment's own.
 */
export function findTables(
  plain: Outline,
  kept: KeptShape | undefined,
  fewer: number,
  isWithin: (start: number) => boolean,
): FoundTables | undefined {
  // A row is a line with a bar, or of HTML.
  if (!/<tr/i.test(plain.text) && (plain.text.match(/\|.*/g) ?? []).length <= fewer) return undefined;
  const outline = withHtmlRows(plain);
  const tabled = [...tablesOf(outline)];
  if (tabled.reduce((sum, { lines }) => sum + lines.length, 0) <= fewer) return undefined;
  const isTold = isNamedAsLog(outline);
  if (isTold === undefined && !kept?.isPointed && kept?.level !== ROWS) return undefined;
  const found = tabled.filter(({ head }) => !isWithin(outline.starts[head] ?? 0));
  const all = found.map((table) => ({
    table,
    ...columnsOf(outline, table, isTold === true || kept?.level === ROWS, kept),
  }));
  const rows = new Map<string, number>();
  for (const { table, columns, isLog } of all) {
    if (columns && isLog) count(rows, nameOf(columns), table.lines.length);
  }
  const most = mostOf(rows);
  const first = all.find(({ columns }) => columns && nameOf(columns) === most);
  const main = first?.columns;
  if (!main || !most || ((rows.get(most) ?? 0) < 2 && kept?.level !== ROWS)) return undefined;
  const tables = [main];
  const lines: FoundTables['lines'] = [];
  for (const { table, columns, isLog } of all) {
    if (!columns || !(nameOf(columns) === most || isLike(columns, main, isLog))) continue;
    const known = tables.find((one) => nameOf(one) === nameOf(columns));
    if (!known) tables.push(columns);
    for (const line of table.lines) lines.push({ line, columns: known ?? columns });
  }
  return { outline, tables, lines, isSure: first?.isSure === true };
}

/** A table whose rows are experiments. */
export interface RowTable extends Table {
  columns: readonly Column[];
}

/** The tables whose rows are experiments, in order. Linear in the text. */
export function rowTables(outline: Outline, { tables }: Pick<Shape, 'tables'>): RowTable[] {
  const known = new Map(tables.map((columns) => [nameOf(columns), columns]));
  return [...tablesOf(outline)]
    .flatMap((table) => {
      const columns = known.get(nameOf(namesOf(outline, table.head).map((label) => ({ label, key: '' as const }))));
      return columns ? [{ ...table, columns }] : [];
    })
    .sort((a, b) => a.head - b.head);
}

/** The shape of a log that is these tables. */
export function shapeOfTables({ outline, tables, lines }: FoundTables, kept?: KeptShape): Shape {
  const rows = lines.map(({ line, columns }) => {
    return { columns, cells: textsOf(lineText(outline, line)) };
  });
  const textsIn = (isIt: (column: Column) => boolean): string[] =>
    rows.map(({ columns, cells }) => cells[columns.findIndex(isIt)] ?? '').filter((text) => text !== '');
  const texts = (key: FieldKey): string[] => textsIn((column) => column.key === key);
  const all = tables.flat();
  const ids = texts('id');
  const sound = ids.filter((id) => isExperimentId(id.slice(idWithin(id).start, idWithin(id).end)));
  // What names no experiment is a column of the log's own.
  if (sound.length * 2 < lines.length) for (const column of all) if (column.key === 'id') column.key = '';
  if (!kept?.isSettled && !all.some(({ key }) => key === 'status')) {
    const { label } = impliedStatus(
      all.map(({ label, key }) => [label, key, textsIn((column) => column.label === label)] as const),
    );
    for (const column of all) if (column.label === label) column.key = 'status';
  }
  // The first table's word for a column comes before others'.
  const labels = new Map([...all].reverse().map(({ label, key }) => [plainWord(label), key] as const));
  return {
    ...TEMPLATE_SHAPE,
    language: languageOf(labels),
    experiment: ROWS,
    isSectioned: true,
    ids: new Map(),
    heading: '',
    hasIds: all.some(({ key }) => key === 'id'),
    tables,
    labels,
    statuses: statusWords(texts('status'), kept),
    sections: sectionsOf(
      outline,
      ROWS,
      lines.map(({ line }) => line),
      kept,
    ),
    dayFirst: kept?.dayFirst ?? orderAmong([...texts('date'), ...texts('started')], labels),
    isTemplate: false,
    isDecorated: true,
  };
}
