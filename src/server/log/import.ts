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
  refusalOf,
  refusalOfText,
  sealOf,
  signsOfCut,
  surveyLog,
} from '../../log/index.ts';
import { type LogSource, readLogSource } from '../../sheet/log-source.ts';
import type { Register } from '../../sheet/register.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { checkAndComplete } from '../upkeep/check.ts';
import { refuseTooLong } from '../upkeep/limits.ts';
import { absentIn, agreeOn, baseOfImport, PART_KEYS, partyOfImport, presentIn } from './agreed.ts';
import { keptShape, shapeWord } from './own-log.ts';
import { type Answers, type ChangeLine, changeLines, mergeAnswered, type Question } from './questions.ts';
import { bringIn, idsOf, partsOf, readContents, settingsAfter } from './sync.ts';

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
  const none = { incoming: [], unchanged: 0, questions: [], findings: [], warnings: [] };
  const report = [refusalOfText(text) ?? refusalOf(log)].flatMap((refusal) => refusal ?? []);
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
export function planImport(context: RegisterContext | undefined, name: string, read: LogReader): ImportPlan {
  const draft = context === undefined ? draftFirstImport(read) : draftImport(context, name, read, {});
  const { contents, after, questions, warnings, report, log } = draft;
  const settings = context && settingsAfter(context.settings, contents, after);
  const incoming = changeLines(contents, { ...after, ...(settings && partsOf(settings)) });
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
  const draft = draftImport(context, name, read, answers);
  const { register, contents, isEmpty, source, base, after, questions, warnings, log } = draft;
  if (questions.length > 0) return { is: 'asking', questions, warnings };
  if (isEmpty) keys.importBegun.write(fingerprint(log.text));
  const fileName = isEmpty && /\.(?:md|markdown)$/i.test(name) ? name : undefined;
  const counts = bringIn(context, register, contents, after, fileName);
  // Of a register that has experiments already, another log does not say what it lacks.
  const said = PART_KEYS.filter((key) => !isEmpty && after[key].length === 0).map((key) => [key, contents[key]]);
  const absent = absentIn(context.settings, { ...after, ...Object.fromEntries(said) });
  const shape = shapeWord(log);
  agreeOn(context, source, { text: log.text, party: partyOfImport(name), absent, before: base, after, shape });
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
  return { log, contents: BLANK, after: log.contents, questions: [], warnings: [], report: [] };
}

/** Gives the experiments of a log without IDs the register's next ones. */
function nameNew(log: LogDocument, held: readonly string[], prefix: string): void {
  const { number } = highestNumber(held, prefix);
  nameUnnamed(
    log,
    Array.from({ length: countUnnamed(log) }, (_, index) => formatId(prefix, number + 1 + index)),
  );
}

/** An import worked out and not yet carried out. */
interface Draft {
  register: Register;
  log: LogDocument;
  contents: LogContents;
  /** Whether there is neither an experiment nor a candidate. */
  isEmpty: boolean;
  source: LogSource;
  /** What was agreed on before. */
  base: LogContents | undefined;
  after: LogContents;
  questions: Question[];
  warnings: string[];
  report: string[];
}

function draftImport(context: RegisterContext, name: string, read: LogReader, answers: Answers): Draft {
  const { register, contents: all } = readContents(context);
  const isEmpty = all.experiments.length === 0 && all.candidates.length === 0;
  const source = readLogSource(context.source);
  const log = read(isEmpty || source.agreed.length === 0 ? undefined : keptShape(source));
  const refusal = refusalOf(log, isEmpty ? undefined : context.settings.prefix, idsOf(all));
  if (refusal !== undefined) throw new UserError('log-refused', refusal);
  if (isEmpty) {
    const nothing = { base: undefined, questions: [], warnings: [], report: [] };
    nameNew(log, [], context.settings.prefix);
    return { register, log, contents: all, isEmpty, source, after: log.contents, ...nothing };
  }
  const held = baseOfImport(source, partyOfImport(name), log, all.experiments);
  const contents = presentIn(held?.agreed, all, context.settings);
  const report = source.state === 'damaged' && held === undefined ? [importWords.lost] : [];
  const base = held?.document.contents;
  const earlier = new Set(source.earlier);
  const isEarlier = (key: string, text: string) => earlier.has(sealOf(key, text));
  const input = { base, file: log, register: contents, isEarlier, asksBeforeLoss: true };
  const isBegun = keys.importBegun.read() === fingerprint(log.text);
  const begun = isBegun ? answersOfBegun(mergeAnswered(input).questions) : {};
  const { questions, ...merged } = mergeAnswered(input, { ...begun, ...answers });
  return {
    register,
    log,
    contents,
    isEmpty,
    source,
    base,
    after: merged.contents,
    questions,
    warnings: [...report, ...signsOfCut(log, held?.document)],
    report: [...report, ...merged.report],
  };
}
