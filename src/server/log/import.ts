// A log comes in: its experiments become rows, its text what register and log agreed on.

import { fingerprint } from '../../domain/fingerprint.ts';
import { importWords } from '../../domain/messages.ts';
import type { Finding } from '../../domain/register/finding.ts';
import { UserError } from '../../domain/user-error.ts';
import {
  type LogContents,
  type LogDocument,
  readLog,
  refusalOf,
  refusalOfText,
  sealOf,
  signsOfCut,
} from '../../log/index.ts';
import { type LogSource, readLogSource } from '../../sheet/log-source.ts';
import { readRegister } from '../../sheet/register.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { checkAndComplete } from '../upkeep/check.ts';
import { refuseTooLong } from '../upkeep/limits.ts';
import { absentIn, agreeOn, baseOfImport, PART_KEYS, partyOfImport, presentIn } from './agreed.ts';
import { type Answers, type ChangeLine, changeLines, mergeAnswered, type Question } from './questions.ts';
import { bringIn, type Contents, idReport, lookAtContents, partsOf, readContents, settingsAfter } from './sync.ts';

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
}

export type ImportResult =
  | { is: 'asking'; questions: Question[]; warnings: string[] }
  /** Counted in experiments. */
  | { is: 'done'; added: number; changed: number; unchanged: number; findings: Finding[] };

/** Reads a text as a log, whatever register it belongs to. Throws a UserError if it is none. */
export function readableLog(text: string): LogDocument {
  const unreadable = refusalOfText(text);
  if (unreadable !== undefined) throw new UserError('log-refused', unreadable);
  const log = readLog(text);
  const refusal = refusalOf(log);
  if (refusal !== undefined) throw new UserError('log-refused', refusal);
  refuseTooLong(log.contents);
  return log;
}

/** What an import into this register would do, or, where there is no register yet, into a new one. */
export function planImport(context: RegisterContext | undefined, name: string, log: LogDocument): ImportPlan {
  const looked = context && lookAtContents(context, readRegister(context.experiments));
  const draft =
    context === undefined || looked === undefined
      ? { ...NOTHING, after: log.contents }
      : draftImport(context, looked, name, log, {});
  const { contents, after, questions, warnings } = draft;
  const report = [...draft.report, ...idReport(looked?.unnamed ?? [])];
  const settings = context && settingsAfter(context.settings, contents, after);
  const incoming = changeLines(contents, { ...after, ...(settings && partsOf(settings)) });
  const touched = new Set(incoming.map(({ id }) => id));
  const unchanged = log.contents.experiments.filter(({ id }) => !touched.has(id)).length;
  return { incoming, unchanged, questions, findings: log.findings, warnings, report };
}

/**
 * Brings a log into the register; an empty register takes over its file name too, for the export. Questions that `answers` leaves
 * open come back with nothing changed. Throws a UserError if it is another register's log.
 */
export function importText(
  context: RegisterContext,
  name: string,
  log: LogDocument,
  answers: Answers = {},
): ImportResult {
  const read = readContents(context);
  const { register } = read;
  const draft = draftImport(context, read, name, log, answers);
  const { contents, isEmpty, source, base, after, questions, warnings } = draft;
  if (questions.length > 0) return { is: 'asking', questions, warnings };
  if (isEmpty) keys.importBegun.write(fingerprint(log.text));
  const fileName = isEmpty && /\.(?:md|markdown)$/i.test(name) ? name : undefined;
  const counts = bringIn(context, register, contents, after, fileName);
  // Of a register that has experiments already, another log does not say what it lacks.
  const said = PART_KEYS.filter((key) => !isEmpty && after[key].length === 0).map((key) => [key, contents[key]]);
  const absent = absentIn(context.settings, { ...after, ...Object.fromEntries(said) });
  agreeOn(context, source, { text: log.text, party: partyOfImport(name), absent, before: base, after });
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
const NOTHING = { contents: BLANK, questions: [], warnings: [], report: [] };

/** An import worked out and not yet carried out. */
interface Draft {
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

function draftImport(
  context: RegisterContext,
  { contents: all }: Contents,
  name: string,
  log: LogDocument,
  answers: Answers,
): Draft {
  const isEmpty = all.experiments.length === 0 && all.candidates.length === 0;
  const refusal = refusalOf(log, isEmpty ? undefined : context.settings.prefix);
  if (refusal !== undefined) throw new UserError('log-refused', refusal);
  const source = readLogSource(context.source);
  if (isEmpty) {
    const nothing = { base: undefined, questions: [], warnings: [], report: [] };
    return { contents: all, isEmpty, source, after: log.contents, ...nothing };
  }
  const held = baseOfImport(source, partyOfImport(name), log);
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
