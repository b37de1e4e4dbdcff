// A team's own sheet comes in: shown first, then written as a whole, with the memory of where each row came from.
import { FIELDS } from '../../domain/experiment/template.ts';
import { trackerWords as words } from '../../domain/messages.ts';
import { type Candidate, candidateKey } from '../../domain/register/candidate.ts';
import { DEFAULT_SETTINGS } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import { readEveryCandidate } from '../../sheet/candidates.ts';
import { readerFor } from '../../sheet/cell.ts';
import { COLUMNS, columnLetters, findColumns, headerOf } from '../../sheet/columns.ts';
import { clearBegun, type LogSource, readLogSource } from '../../sheet/log-source.ts';
import { ensureOwnColumns, placesOfOwn } from '../../sheet/own-columns.ts';
import type { RegisterRow } from '../../sheet/register.ts';
import { NO_UNDO, type Undo } from '../../sheet/restoring.ts';
import { type OwnRow, writeOwnRows } from '../../sheet/rows/own-door.ts';
import * as keys from '../../store/keys.ts';
import type { SkippedRow, TableReading } from '../../tracker/index.ts';
import type { RegisterContext } from '../context.ts';
import { BLANK } from '../log/agreed.ts';
import { begin } from '../log/begun.ts';
import { type ChangeLine, changeLines } from '../log/questions.ts';
import { type Beside, bringIn, type Held, keepIds, lookAtContents, readContents } from '../log/sync.ts';
import { afterwards, allOrNothing } from '../log/undo.ts';
import { checkAndComplete } from '../upkeep/check.ts';
import { wantFields } from '../upkeep/optional-fields.ts';
import { newFields, placingOf, takePlace, whyNotInPlace } from './in-place.ts';
import type { IntendedRow, Intent } from './intent.ts';
import { ideaFingerprint, shortFingerprint } from './origin.ts';
import { draftSheet, type SheetDraft } from './plan.ts';
import { COLUMN_MARK, type SheetRequest, type Source } from './sources.ts';

/** What was made out in one tab or file. */
export interface TablePlan
  extends Pick<TableReading, 'name' | 'header' | 'columns' | 'words' | 'isOrderAsked' | 'dayFirst'> {
  key: string;
  /** The register's optional fields, of which a column may be one. */
  fields: readonly string[];
  /** How many of its rows are experiments, and how many ideas. */
  experiments: number;
  ideas: number;
  /** Why rows are neither, and which. */
  skipped: { why: SkippedRow['why']; rows: string; count: number; text: string }[];
  /** Cells that are no day where one should be, and lines with wrong quotes, a sentence each. */
  unread: string[];
}

/** What taking a sheet over would do. */
export interface SheetPlan {
  tables: TablePlan[];
  incoming: ChangeLine[];
  same: number;
  knownIdeas: number;
  /** The first rows as the register would have them. */
  first: { id: string; title: string; fields: [label: string, text: string][] }[];
  notes: string[];
  /** Where the tab itself is to become the register: what that changes in it, or why it cannot be. */
  place?: PlacePlan;
}

/** What changes in a tab that becomes the register. */
export interface PlacePlan {
  /** One sentence; `''` where it can be. */
  refused: string;
  /** Headers of the tab that stay, each with the field that its column becomes. */
  taken: [header: string, label: string][];
  renamed: { from: string; to: string }[];
  added: string[];
  /** Rows that leave the tab, as `1–3, 7`. */
  lines: string;
  lineCount: number;
  /** Cells that say something else, a sentence each. */
  cells: string[];
}

/** Counted in rows. */
export interface SheetResult {
  added: number;
  changed: number;
  same: number;
  candidates: number;
  /** The hidden tab that keeps what became the register. */
  kept?: string;
}

const FIRST = 3;

/** What taking these sources over would do; `context` is undefined where there is no register yet. Writes nothing. */
export function planSheet(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  context: RegisterContext | undefined,
  sources: readonly Source[],
  request: SheetRequest,
  today: string,
): SheetPlan {
  const held = context && lookAtContents(context);
  const { intent, same, knownIdeas, notes } = draft(context, held, sources, request, today);
  const contents = held?.contents ?? BLANK;
  const isInPlace = request.way === 'in-place' && sources[0]?.reading.header !== 0;
  const after = afterIntent(contents, intent);
  return {
    tables: sources.map(tablePlan),
    incoming: changeLines(contents, after),
    same,
    knownIdeas,
    first: intent.added.slice(0, FIRST).map(({ experiment, closed, own }) => ({
      id: experiment.id,
      title: experiment.title,
      fields: [
        ...FIELDS.flatMap(({ key, label }): [string, string][] =>
          key === 'id' || key === 'title' || experiment[key] === '' ? [] : [[label, experiment[key]]],
        ),
        ...(closed === '' ? [] : [['Closed', closed] as [string, string]]),
        ...Object.entries(own),
      ],
    })),
    notes,
    ...(isInPlace && { place: planPlace(spreadsheet, sources, intent, contents.experiments.length === 0) }),
  };
}

function planPlace(
  spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet,
  sources: readonly Source[],
  intent: Intent,
  isEmpty: boolean,
): PlacePlan {
  const placing = placingOf(sources, intent);
  const { header, taken, renamed, added, lines, cells } = placing;
  const labelOf = (key: string) => COLUMNS.find((column) => column.key === key)?.label ?? '';
  return {
    refused: whyNotInPlace(spreadsheet, sources, isEmpty, placing) ?? '',
    taken: [...taken].map(([key, place]) => [header[place] ?? '', labelOf(key)]),
    renamed,
    added,
    lines: spans(lines),
    lineCount: lines.length,
    cells: cells.map(({ row, key, from, to }) => words.inPlace.cell(row, labelOf(key), from, to)),
  };
}

function tablePlan({ key, reading, wrongQuotes, fields }: Source): TablePlan {
  const { name, header, columns, words: found, isOrderAsked, dayFirst, rows, skipped, unread } = reading;
  const reasons = new Map<SkippedRow['why'], SkippedRow[]>();
  for (const row of skipped) reasons.set(row.why, [...(reasons.get(row.why) ?? []), row]);
  const ideas = rows.filter(({ isIdea }) => isIdea).length;
  return {
    key,
    fields,
    name,
    header,
    columns,
    words: found,
    isOrderAsked,
    dayFirst,
    experiments: rows.length - ideas,
    ideas,
    skipped: [...reasons].map(([why, all]) => ({
      why,
      rows: spans(all.map(({ row }) => row)),
      count: all.length,
      text: all[0]?.text ?? '',
    })),
    unread: [
      ...unread.map(({ row, label, text }) => words.unread(row, label, text)),
      ...wrongQuotes.map(words.wrongQuote),
    ],
  };
}

/** `1–3, 7`. */
function spans(rows: readonly number[]): string {
  const found: [number, number][] = [];
  for (const row of rows) {
    const last = found[found.length - 1];
    if (last !== undefined && last[1] + 1 === row) last[1] = row;
    else found.push([row, row]);
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

function draft(
  context: RegisterContext | undefined,
  held: Held | undefined,
  sources: readonly Source[],
  { ideas = 'candidates', way }: SheetRequest,
  today: string,
): SheetDraft {
  const header = context === undefined ? [] : headerOf(context.experiments);
  const places = placesOfOwn(
    header,
    sources.flatMap(({ labels }) => [...labels.values()]),
  );
  const readCell = context === undefined ? String : readerFor(context.spreadsheet);
  // A row that stays where it is can be no candidate.
  return draftSheet(sources, way === 'in-place' ? 'proposed' : ideas, {
    held,
    prefix: (context?.settings ?? DEFAULT_SETTINGS).prefix,
    ownText: (row: RegisterRow, label) => readCell(row.values[places.get(label) ?? -1] ?? ''),
    ideas: new Set(context === undefined ? [] : (keys.ideasTaken.read() ?? [])),
    candidates: context === undefined ? [] : readEveryCandidate(context.candidates),
    today,
    run: `${today} ${Date.now().toString(36)}`,
  });
}

/** Throws a UserError where one of the sources has no row that names its columns. */
export function refuseHeadless(sources: readonly Source[]): void {
  const headless = sources.find(({ reading }) => reading.header === 0);
  if (headless !== undefined) throw new UserError('sheet-headless', headless.reading.name);
}

/** Takes the sources over, all of it or nothing. */
export function importSources(
  context: RegisterContext,
  sources: readonly Source[],
  request: SheetRequest,
): SheetResult {
  const fields = newFields(context, sources);
  // What becomes the register takes its fields along by itself.
  if (fields.length === 0 || request.way === 'in-place') return bringSources(context, sources, request);
  return allOrNothing((undo) => {
    wantFields(context, fields, '', undo);
    const result = bringSources(context, sources, request);
    const last = keys.lastSheetImport.read();
    if (last !== undefined) keys.lastSheetImport.write({ ...last, fields });
    return result;
  });
}

function bringSources(context: RegisterContext, sources: readonly Source[], request: SheetRequest): SheetResult {
  const held = readContents(context);
  const { intent, same } = draft(context, held, sources, request, context.today);
  const { added, changed, candidates } = intent;
  const counts = { added: added.length, changed: changed.length, same, candidates: candidates.length };
  if (request.way === 'in-place')
    return { ...counts, kept: takePlace(context, sources, intent, held.contents.experiments.length === 0) };
  if (added.length + changed.length + candidates.length + intent.settled.length === 0) return counts;
  const source = readLogSource(context.source);
  allOrNothing((undo) => {
    begin(context, source, { text: '', answers: {}, intent }, undo);
    carryOut(context, held, intent, undo);
  });
  afterwards(() => finishBooks(context, source));
  return counts;
}

/** Finishes what was written down as intended by an execution that was ended half-way. */
export function finishIntent(context: RegisterContext, source: LogSource, intent: Intent): void {
  carryOut(context, readContents(context), intent, NO_UNDO);
  finishBooks(context, source);
}

function finishBooks(context: RegisterContext, source: LogSource): void {
  clearBegun(context.source, source);
  keys.importBegun.forget();
  checkAndComplete(context);
  SpreadsheetApp.flush();
}

function afterIntent(
  contents: Held['contents'],
  { added, changed, candidates, settled, prefix }: Intent,
): Held['contents'] {
  const becomes = new Map(changed.map(({ experiment }) => [experiment.id, experiment]));
  const there = new Set(contents.experiments.map(({ id }) => id));
  const gone = new Set(settled.map(candidateKey));
  const open = contents.candidates.filter((candidate) => !gone.has(candidateKey(candidate)));
  const standing = new Set(open.map(candidateKey));
  return {
    ...contents,
    prefix: prefix ?? contents.prefix,
    experiments: [
      ...contents.experiments.map((experiment) => becomes.get(experiment.id) ?? experiment),
      ...added.map(({ experiment }) => experiment).filter(({ id }) => !there.has(id)),
    ],
    candidates: [...open, ...candidates.filter((candidate) => !standing.has(candidateKey(candidate)))],
  };
}

function carryOut(context: RegisterContext, held: Held, intent: Intent, undo: Undo): void {
  const rows = [...intent.added, ...intent.changed];
  const { prefix } = context.settings;
  keepIds(context, held, undo);
  const beside = new Map(
    rows.map(({ experiment, closed, origin }): [string, Beside] => [experiment.id, { closed, origin }]),
  );
  bringIn(
    context,
    held.register,
    held.contents,
    afterIntent(held.contents, intent),
    undo,
    new Map(),
    undefined,
    beside,
  );
  const labels = [...new Set(rows.flatMap(({ own, formulas }) => [...Object.keys(own), ...Object.keys(formulas)]))];
  const columns = labels.length === 0 ? [] : writeOwn(context, rows, labels, undo);
  const before = keys.lastSheetImport.read();
  undo(() => (before === undefined ? keys.lastSheetImport.forget() : keys.lastSheetImport.write(before)));
  keys.lastSheetImport.write({
    run: intent.run,
    name: intent.name,
    added: intent.added.length,
    columns,
    candidates: intent.candidates.map((candidate) => shortFingerprint(candidateKey(candidate))),
    ...(intent.prefix !== undefined && { prefix }),
  });
  rememberIdeas(intent.candidates, undo);
  SpreadsheetApp.flush();
}

function rememberIdeas(candidates: readonly Candidate[], undo: Undo): void {
  if (candidates.length === 0) return;
  const before = keys.ideasTaken.read() ?? [];
  undo(() => keys.ideasTaken.write(before));
  keys.ideasTaken.write([...new Set([...before, ...candidates.map(({ idea }) => ideaFingerprint(idea))])]);
}

/** Writes what stands in own columns; hands out the headers of those that were added. */
function writeOwn(
  context: RegisterContext,
  rows: readonly IntendedRow[],
  labels: readonly string[],
  undo: Undo,
): string[] {
  const sheet = context.experiments;
  const there = placesOfOwn(headerOf(sheet), labels);
  ensureOwnColumns(sheet, labels);
  const known = findColumns(headerOf(sheet), context.settings.optionalFields).places;
  const cells = rows.map(({ experiment, own, formulas }): OwnRow => {
    const moved = (row: number, to: ReadonlyMap<string, number>) =>
      Object.entries(formulas).map(([label, formula]) => [label, cellFormula(formula, row, to)] as const);
    return { id: experiment.id, texts: own, formulas: (row, to) => Object.fromEntries(moved(row, to)) };
  });
  writeOwnRows(sheet, known, labels, cells, undo);
  return labels.filter((label) => !there.has(label));
}

/** A kept formula for the cells of a row, from 1. */
function cellFormula(formula: string, row: number, places: ReadonlyMap<string, number>): string {
  const parts = formula.split(COLUMN_MARK);
  return parts.map((part, at) => (at % 2 === 0 ? part : columnLetters(places.get(part) ?? 0) + row)).join('');
}
