// A log comes in: its experiments become rows, its text what register and log agreed on.

import { formatId, highestNumber } from '../../domain/experiment/id.ts';
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
  readLog,
  recognise,
  refusalOf,
  refusalOfText,
  surveyLog,
} from '../../log/index.ts';
import { type LogSource, readLogSource, writeLogSource } from '../../sheet/log-source.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { checkAndComplete } from '../upkeep/check.ts';
import { refuseTooLong } from '../upkeep/limits.ts';
import { agreedText, keptShape, ownLogs } from './own-log.ts';
import { type Answers, type ChangeLine, changeLines, mergeAnswered, type Question } from './questions.ts';
import { bringIn, idsOf, keepAbsentParts, partsOf, readContents, settingsAfter } from './sync.ts';

/** What an import would do. */
export interface ImportPlan {
  /** What would change in the register. */
  incoming: ChangeLine[];
  /** How many experiments of the log are in the register as they are. */
  unchanged: number;
  questions: Question[];
  findings: Finding[];
  report: string[];
  /** What was understood of the log. */
  understood: LogDescription;
  /** What a person can point to, where they asked for that. */
  survey?: LogSurvey;
}

export type ImportResult =
  | { is: 'asking'; questions: Question[] }
  /** Counted in experiments. */
  | { is: 'done'; added: number; changed: number; unchanged: number; findings: Finding[] };

/**
 * A text to be brought in, read as a log: by what a register keeps of its log's shape, where there is one that holds anything, and by what
 * people answered in the preview. Throws a UserError if it is none.
 */
export function logToImport(text: string, answered: KeptShape = {}): (kept?: KeptShape) => LogDocument {
  const unreadable = refusalOfText(text);
  if (unreadable !== undefined) throw new UserError('log-refused', unreadable);
  const read = (kept: KeptShape): { log: LogDocument; refusal: string | undefined } => {
    const log = readLog(text, withAnswers(kept, answered));
    return { log, refusal: refusalOf(log) };
  };
  let fresh: LogDocument | undefined;
  return (kept) => {
    const known = kept && read(kept);
    if (known && known.refusal === undefined) return known.log;
    if (fresh) return fresh;
    const { log, refusal } = read({});
    if (refusal !== undefined) throw new UserError('log-refused', refusal);
    refuseTooLong(log.contents);
    fresh = log;
    return log;
  };
}

/** Of a text that is not known for a log: its headings and tables, for a person to say which of them are experiments. */
export function planPointing(text: string): ImportPlan {
  const log = readLog(refusalOfText(text) === undefined ? text : '');
  const none = { incoming: [], unchanged: 0, questions: [], findings: [] };
  const report = [refusalOfText(text) ?? refusalOf(log) ?? ''];
  return { ...none, report, understood: describeLog(log), survey: surveyLog(log) };
}

/** What is kept, and over it what was answered. */
function withAnswers(kept: KeptShape, answered: KeptShape): KeptShape {
  const { labels, statuses, sections, ...rest } = answered;
  return {
    ...kept,
    ...rest,
    labels: { ...kept.labels, ...labels },
    statuses: { ...kept.statuses, ...statuses },
    sections: { ...kept.sections, ...sections },
  };
}

type LogReader = ReturnType<typeof logToImport>;

/** What an import into this register would do, or, where there is no register yet, into a new one. */
export function planImport(context: RegisterContext | undefined, read: LogReader): ImportPlan {
  const draft = context === undefined ? draftFirstImport(read) : draftImport(context, read, {});
  const { contents, after, log } = draft;
  const settings = context && settingsAfter(context.settings, contents, after);
  const incoming = changeLines(contents, { ...after, ...(settings && partsOf(settings)) });
  const touched = new Set(incoming.map(({ id }) => id));
  const unchanged = log.contents.experiments.filter(({ id }) => !touched.has(id)).length;
  return {
    incoming,
    unchanged,
    questions: draft.questions,
    findings: log.findings,
    report: draft.report,
    understood: describeLog(log),
  };
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
  const { register, contents, isEmpty, after, questions, log } = draftImport(context, read, answers);
  if (questions.length > 0) return { is: 'asking', questions };
  if (isEmpty) keys.importBegun.write(fingerprint(log.text));
  const fileName = isEmpty && /\.(?:md|markdown)$/i.test(name) ? name : undefined;
  const counts = bringIn(context, register, contents, after, fileName);
  writeLogSource(context.source, readLogSource(context.source), agreedText(log, ''));
  // Of a register that has experiments already, another log does not say what it lacks.
  if (isEmpty) keepAbsentParts(context.settings, log.contents);
  keys.lastUpdated.write(log.lastUpdated);
  keys.importBegun.forget();
  checkAndComplete(context);
  return { is: 'done', ...counts, findings: log.findings };
}

/** Answers for an import that was begun and ended half-way: what the register lacks so far comes from the log. */
function answersOfBegun(questions: readonly Question[]): Answers {
  const lacking = questions.filter(({ register }) => register === undefined || register === '');
  return Object.fromEntries(lacking.map(({ key, seal }) => [key, { seal, choice: 'file' as const }]));
}

const BLANK: LogContents = {
  title: '',
  tagline: '',
  captureCommand: '',
  prefix: '',
  layers: [],
  entities: [],
  experiments: [],
  candidates: [],
  relatedFiles: [],
};

/** An import where there is no register yet. */
function draftFirstImport(read: LogReader) {
  const log = read();
  nameNew(log, [], DEFAULT_SETTINGS.prefix);
  return { log, contents: BLANK, after: log.contents, questions: [], report: [] };
}

/** Gives the experiments of a log without IDs the register's next ones. */
function nameNew(log: LogDocument, held: readonly string[], prefix: string): void {
  const { number } = highestNumber(held, prefix);
  nameUnnamed(
    log,
    Array.from({ length: countUnnamed(log) }, (_, index) => formatId(prefix, number + 1 + index)),
  );
}

/** What the agreed text says; the log itself where it is that text. */
function baseOf(source: LogSource, log: LogDocument, held: LogContents): LogContents | undefined {
  const agreed = source.agreed[0]?.text;
  if (agreed === undefined) return undefined;
  const read = ownLogs(source, held.experiments);
  if (agreed !== log.text) return read(agreed).contents;
  recognise(log, log.shape.hasIds ? [] : read(agreed).contents.experiments);
  return log.contents;
}

function draftImport(context: RegisterContext, read: LogReader, answers: Answers) {
  const { register, contents } = readContents(context);
  const isEmpty = contents.experiments.length === 0 && contents.candidates.length === 0;
  const source: LogSource = isEmpty ? { state: 'none', agreed: [] } : readLogSource(context.source);
  const log = read(source.agreed.length === 0 ? undefined : keptShape(source));
  const refusal = refusalOf(log, isEmpty ? undefined : context.settings.prefix, idsOf(contents));
  if (refusal !== undefined) throw new UserError('log-refused', refusal);
  if (isEmpty) nameNew(log, [], context.settings.prefix);
  if (isEmpty) return { register, log, contents, isEmpty, after: log.contents, questions: [], report: [] };
  const report = source.state === 'damaged' ? [importWords.lost] : [];
  const base = baseOf(source, log, contents);
  const input = { base, file: log, register: contents };
  const isBegun = keys.importBegun.read() === fingerprint(log.text);
  const begun = isBegun ? answersOfBegun(mergeAnswered(input).questions) : {};
  const merged = mergeAnswered(input, { ...begun, ...answers });
  return {
    register,
    log,
    contents,
    isEmpty,
    after: merged.contents,
    questions: merged.questions,
    report: [...report, ...merged.report],
  };
}
