// A log comes in: its experiments become rows, its text what register and log agreed on.

import { type OptionalKey, readRatings } from '../../domain/experiment/scoring.ts';
import { fieldOf, WANTED_FIELDS } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { importWords } from '../../domain/messages.ts';
import type { Finding } from '../../domain/register/finding.ts';
import type { KeptShape } from '../../domain/register/log-shape.ts';
import { DEFAULT_SETTINGS } from '../../domain/register/settings.ts';
import { UserError } from '../../domain/user-error.ts';
import {
  countUnnamed,
  describeLog,
  type LogContents,
  type LogDescription,
  type LogDocument,
  type LogSurvey,
  nameUnnamed,
  type Renaming,
  readLog,
  refusalOf,
  refusalOfText,
  signsOfCut,
  surveyLog,
  withIds,
} from '../../log/index.ts';
import { showKeptWords } from '../../sheet/kept-words.ts';
import { type LogSource, readLogSource } from '../../sheet/log-source.ts';
import { NO_UNDO, type Undo } from '../../sheet/restoring.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { followInEntries } from '../learnt/follow.ts';
import { nextIds } from '../rows/ids.ts';
import { finishIntent } from '../tracker/import.ts';
import { finishTab } from '../tracker/in-place.ts';
import { checkAndComplete } from '../upkeep/check.ts';
import { refuseTooLong } from '../upkeep/limits.ts';
import { namesake, wantFields } from '../upkeep/optional-fields.ts';
import {
  type AgreedLog,
  absentIn,
  agreeOn,
  BLANK,
  baseOfImport,
  PART_KEYS,
  partyOfImport,
  presentIn,
} from './agreed.ts';
import { type Begun, begin } from './begun.ts';
import { keptRows, keptShape, ownLabels, ownLogs, shapeOf, shapeWord } from './own-log.ts';
import { type Answers, type ChangeLine, changeLines, mergeAnswered, type Question } from './questions.ts';
import {
  bringIn,
  type Held,
  idReport,
  idsOf,
  keepIds,
  lastGiven,
  lookAtContents,
  partsOf,
  readContents,
  settingsAfter,
} from './sync.ts';
import { toldOf } from './told.ts';
import { afterwards, allOrNothing } from './undo.ts';

/** What an import would do. */
export interface ImportPlan {
  /** What would change in the register. */
  incoming: ChangeLine[];
  /** How many experiments of the log are in the register as they are. */
  unchanged: number;
  questions: Question[];
  findings: Finding[];
  /** What a person should know before anything is taken over, a sentence each: above all that the log looks cut off. */
  warnings: string[];
  report: string[];
  /** What was understood of the log. */
  understood: LogDescription;
  /** What a person can point to, where they asked for that. */
  survey?: LogSurvey;
}

export type ImportResult =
  | { is: 'asking'; questions: Question[]; warnings: string[] }
  /** Counted in experiments. */
  | { is: 'done'; added: number; changed: number; unchanged: number; findings: Finding[] };

/**
 * A text to be brought in, read as a log: by what a register keeps of its log's shape, where there is one that holds anything, and by what
 * people answered in the preview. `wanted` are the optional fields that the register has, `offered` those that it gets where the log has
 * them. Throws a UserError if it is none.
 */
export function logToImport(
  text: string,
  answered: KeptShape = {},
): (kept: KeptShape | undefined, wanted: readonly string[], offered?: typeof ALL_WANTED) => LogDocument {
  const unreadable = refusalOfText(text);
  if (unreadable !== undefined) throw new UserError('log-refused', unreadable);
  const read = (kept: KeptShape = {}): { log: LogDocument; refusal: string | undefined } => {
    const log = readLog(text, withAnswers(kept, answered));
    return { log, refusal: refusalOf(log) };
  };
  let fresh: LogDocument | undefined;
  return (kept, wanted, offered = ALL_WANTED) => {
    const known = kept && read(kept);
    if (known && known.refusal === undefined) return known.log;
    if (fresh) return fresh;
    const said = new Set(text.match(WANTED_LABELS)?.map((label) => label.toLowerCase()));
    const named = offered.filter((key) => said.has(fieldOf(key).label.toLowerCase()));
    const first = read({ labels: ownLabels([...wanted, ...named]) });
    // A label that holds nothing anywhere makes no field.
    const held = named.length === 0 ? [] : fieldsSaid(first.log);
    const own = named.filter((key) => held.includes(key));
    const { log, refusal } = own.length === named.length ? first : read({ labels: ownLabels([...wanted, ...own]) });
    if (refusal !== undefined) throw new UserError('log-refused', refusal);
    refuseTooLong(log.contents);
    fresh = log;
    return log;
  };
}

const ALL_WANTED = WANTED_FIELDS.map(({ key }) => key);

/** Their labels, wherever they stand; none is a part of another. */
const WANTED_LABELS = new RegExp(WANTED_FIELDS.map(({ label }) => label).join('|'), 'gi');

/** The optional fields that a log says something in. */
function fieldsSaid({ contents }: LogDocument): (typeof ALL_WANTED)[number][] {
  const said = (key: (typeof ALL_WANTED)[number]) =>
    contents.experiments.map((each) => each[key]).filter((text) => text !== '');
  return ALL_WANTED.filter(
    (key) => said(key).length > 0 && (key !== 'score' || said(key).every((text) => readRatings(text) !== undefined)),
  );
}

/** How a log scores that says scores. */
function scoringSaid({ contents }: LogDocument): string {
  return contents.experiments.some(({ score }) => readRatings(score)?.reach !== undefined) ? 'RICE' : 'ICE';
}

/** Of a text that is not known for a log: its headings and tables, for a person to say which of them are experiments. */
export function planPointing(text: string): ImportPlan {
  const log = readLog(refusalOfText(text) === undefined ? text : '');
  const none = { incoming: [], unchanged: 0, questions: [], findings: [], warnings: [] };
  const report = [refusalOfText(text) ?? refusalOf(log)].flatMap((refusal) => refusal ?? []);
  return { ...none, report, understood: describeLog(log), survey: surveyLog(log) };
}

/** What is kept, and over it what was answered; of what is kept only the words where a person points to other headings. */
function withAnswers(kept: KeptShape, answered: KeptShape): KeptShape {
  const { labels, statuses, sections, ...rest } = answered;
  const isElsewhere = answered.level !== undefined && answered.level !== kept.level;
  return {
    ...(isElsewhere ? { dayFirst: kept.dayFirst } : kept),
    ...rest,
    labels: { ...kept.labels, ...labels },
    statuses: { ...kept.statuses, ...statuses },
    sections: { ...kept.sections, ...sections },
  };
}

type LogReader = ReturnType<typeof logToImport>;

/** What an import into this register would do, or, where there is no register yet, into a new one. */
export function planImport(context: RegisterContext | undefined, name: string, read: LogReader): ImportPlan {
  const looked = context && lookAtContents(context);
  const draft =
    context === undefined || looked === undefined
      ? draftFirstImport(read)
      : draftImport(context, looked, name, read, {});
  const { contents, after, questions, warnings, log } = draft;
  const report = [...draft.report, ...(looked === undefined ? [] : idReport(looked))];
  // What a log lacks of the settings stays as it is in them: it is no change.
  const settings = context && settingsAfter(context.settings, contents, after);
  const incoming = changeLines(
    { ...contents, ...(context && partsOf(context.settings)) },
    { ...after, ...(settings && partsOf(settings)) },
  );
  const touched = new Set(incoming.map(({ id }) => id));
  const unchanged = log.contents.experiments.filter(({ id }) => !touched.has(id)).length;
  const understood = describeLog(log);
  return { incoming, unchanged, questions, findings: log.findings, warnings, report, understood };
}

/**
 * Brings a log into the register; an empty register takes over its file name too, for the export. Questions that `answers` leaves
 * open come back with nothing changed. Throws a UserError if it is another register's log.
 */
export function importText(
  context: RegisterContext,
  name: string,
  read: LogReader,
  answers: Answers = {},
): ImportResult {
  const first = draftImport(context, readContents(context), name, read, answers);
  const { questions, warnings, log } = first;
  if (questions.length > 0) return { is: 'asking', questions, warnings };
  const shape = shapeWord(log);
  const more = fieldsSaid(log).filter((key) => !context.settings.optionalFields.includes(key));
  const counts = allOrNothing((undo) => {
    if (more.length > 0) wantFields(context, more, more.includes('score') ? scoringSaid(log) : '', undo);
    const draft = more.length > 0 ? draftImport(context, readContents(context), name, read, answers) : first;
    const { source, held } = draft;
    const base = held && fingerprint(held.agreed.text);
    const imported = draft.text === log.text ? { name } : { name, text: log.text };
    begin(context, source, { text: draft.text, shape, imported, base, answers }, undo);
    return carryOut(context, name, log, shape, draft, undo);
  });
  afterwards(() => finishBooks(context, log, shape));
  return { is: 'done', ...counts, findings: log.findings };
}

/** Brings in what was worked out, and keeps the log's text as what both agree on. */
function carryOut(
  context: RegisterContext,
  name: string,
  log: Log,
  shape: string | undefined,
  draft: Omit<Draft, 'log'>,
  undo: Undo,
) {
  const { register, contents, isEmpty, source, held, after, renamed, ids } = draft;
  keepIds(context, draft, undo);
  const fileName = isEmpty && /\.(?:md|markdown)$/i.test(name) ? name : undefined;
  const counts = bringIn(context, register, contents, after, undo, renamed, fileName);
  followInEntries(context.spreadsheet, ids, undo);
  // Of a register that has experiments already, another log does not say what it lacks.
  const said = PART_KEYS.filter((key) => !isEmpty && after[key].length === 0).map((key) => [key, contents[key]]);
  const absent = absentIn(context.settings, { ...after, ...Object.fromEntries(said) });
  SpreadsheetApp.flush();
  const before = held?.document.contents;
  const isCut = draft.warnings.length > 0;
  agreeOn(context, source, { text: log.text, party: partyOfImport(name), absent, before, after, shape, isCut });
  return counts;
}

/** What comes once the register has the log. */
function finishBooks(context: RegisterContext, log: Log, shape: string | undefined): void {
  showKeptWords(context.settingsSheet, context.settingsCells, keptRows(shape));
  keys.lastUpdated.write(log.lastUpdated);
  keys.importBegun.forget();
  checkAndComplete(context, toldOf(log));
  SpreadsheetApp.flush();
}

/**
 * Finishes what an execution began that was ended half-way: an import, and what an export was to bring into the register. What people have
 * changed since stays theirs. Call it before anything else is read or written.
 */
export function finishBegun(context: RegisterContext, { begun, source }: { source: LogSource; begun: Begun }): void {
  if (begun.tab !== undefined) {
    finishTab(context, begun.tab);
    return;
  }
  if (begun.intent !== undefined) {
    finishIntent(context, source, begun.intent);
    return;
  }
  const { shape, imported } = begun;
  const log = readLog(begun.text, shapeOf(shape, context.settings.optionalFields));
  const read = readContents(context);
  const agreed = source.agreed.find(({ text }) => fingerprint(text) === begun.base);
  const held = agreed && {
    agreed,
    document: ownLogs(source, read.contents.experiments, context.settings.optionalFields)(agreed.text),
  };
  const isEmpty = imported !== undefined && isBlank(read.contents);
  const merged = mergeIn(context, read, log, source, held, begun.answers, imported !== undefined);
  const draft = isEmpty ? { ...merged, isEmpty, after: log.contents } : merged;
  if (imported === undefined) {
    keepIds(context, draft);
    bringIn(context, draft.register, draft.contents, draft.after, NO_UNDO, draft.renamed);
    followInEntries(context.spreadsheet, draft.ids, NO_UNDO);
    keys.importBegun.forget();
    return;
  }
  const { contents, lastUpdated, findings } = log;
  const whole = { text: imported.text ?? begun.text, contents, lastUpdated, findings };
  carryOut(context, imported.name, whole, shape, draft, NO_UNDO);
  finishBooks(context, whole, shape);
}

function isBlank({ experiments, candidates }: LogContents): boolean {
  return experiments.length === 0 && candidates.length === 0;
}

/** What is kept of a log that was brought in. */
type Log = Pick<LogDocument, 'text' | 'contents' | 'lastUpdated' | 'findings'>;

/** Answers for what was begun without anything agreed on and ended half-way: what the register lacks so far comes from the log. */
function answersOfBegun(questions: readonly Question[]): Answers {
  const lacking = questions.filter(({ register }) => register === undefined || register === '');
  return Object.fromEntries(lacking.map(({ key, seal }) => [key, { seal, choice: 'file' as const }]));
}

const NOTHING = { contents: BLANK, questions: [], warnings: [], report: [] };

/** An import where there is no register yet. */
function draftFirstImport(read: LogReader) {
  const log = read(undefined, []);
  nameNew(log, DEFAULT_SETTINGS.prefix);
  return { ...NOTHING, log, after: log.contents };
}

/** Gives the experiments of a log without IDs the next ones of a register that holds none. */
function nameNew(log: LogDocument, prefix: string): void {
  const count = countUnnamed(log);
  if (count > 0) nameUnnamed(log, nextIds([], prefix, count));
}

/** An import worked out and not yet carried out. */
interface Draft extends Held {
  /** As it came. */
  log: LogDocument;
  /** The log's text, where experiments got other IDs with these. */
  text: string;
  /** Whether there is neither an experiment nor a candidate. */
  isEmpty: boolean;
  source: LogSource;
  /** What was agreed on before. */
  held: AgreedLog | undefined;
  after: LogContents;
  /** Experiments of the register that got the log's ID. */
  renamed: Renaming;
  ids: ReadonlyMap<string, string>;
  questions: Question[];
  warnings: string[];
  report: string[];
}

function draftImport(context: RegisterContext, read: Held, name: string, reader: LogReader, answers: Answers): Draft {
  const { contents: all } = read;
  const isEmpty = isBlank(all);
  const source = readLogSource(context.source);
  const wanted = context.settings.optionalFields;
  const kept = isEmpty || source.agreed.length === 0 ? undefined : withIds(keptShape(source, wanted), [...idsOf(all)]);
  // What is called so and is people's own stays beside a log that says the same.
  const isOffered = (key: OptionalKey) => isEmpty && namesake(read.register, key) === undefined;
  const log = reader(kept, wanted, ALL_WANTED.filter(isOffered));
  const refusal = refusalOf(log, isEmpty ? undefined : context.settings.prefix, idsOf(all));
  if (refusal !== undefined) throw new UserError('log-refused', refusal);
  if (isEmpty) {
    const nothing = { held: undefined, renamed: new Map(), ids: new Map(), questions: [], warnings: [], report: [] };
    nameNew(log, context.settings.prefix);
    return { ...read, log, isEmpty, source, text: log.text, after: log.contents, ...nothing };
  }
  const merged = mergeIn(
    context,
    read,
    log,
    source,
    baseOfImport(source, partyOfImport(name), log, all, wanted),
    answers,
    true,
  );
  const { held } = merged;
  const lost = source.state === 'damaged' && held === undefined ? [importWords.lost] : [];
  const warnings = [...lost, ...merged.warnings];
  return { ...merged, warnings, report: [...lost, ...merged.report] };
}

/** A log merged with what the register holds, from what it is held against. */
function mergeIn(
  context: RegisterContext,
  read: Held,
  log: LogDocument,
  source: LogSource,
  held: AgreedLog | undefined,
  answers: Answers,
  isImport: boolean,
): Draft {
  const contents = presentIn(held?.agreed, read.contents, context.settings);
  const base = held?.document.contents;
  const input = {
    base,
    file: log,
    register: contents,
    earlier: isImport ? source.earlier : [],
    asksBeforeLoss: isImport,
    lastGiven: lastGiven(context.settings),
  };
  const isBegun = base === undefined && keys.importBegun.read() !== undefined;
  const begun = isBegun ? answersOfBegun(mergeAnswered(input).questions) : {};
  const { questions, document, contents: after, renamed, ids, report } = mergeAnswered(input, { ...begun, ...answers });
  const text = document.text;
  return {
    ...read,
    log,
    contents,
    isEmpty: false,
    source,
    held,
    text,
    after,
    renamed,
    ids,
    questions,
    warnings: signsOfCut(log, held?.document),
    report,
  };
}
