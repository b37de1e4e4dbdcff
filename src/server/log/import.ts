// A log comes in: its experiments become rows, its text what register and log agreed on.

import { fingerprint } from '../../domain/fingerprint.ts';
import { importWords } from '../../domain/messages.ts';
import type { Finding } from '../../domain/register/finding.ts';
import { UserError } from '../../domain/user-error.ts';
import { type LogContents, type LogDocument, readLog, refusalOf, refusalOfText } from '../../log/index.ts';
import { readLogSource, writeLogSource } from '../../sheet/log-source.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { checkAndComplete } from '../upkeep/check.ts';
import { refuseTooLong } from '../upkeep/limits.ts';
import { type Answers, type ChangeLine, changeLines, mergeAnswered, type Question } from './questions.ts';
import { bringIn, keepAbsentParts, partsOf, readContents, settingsAfter } from './sync.ts';

/** What an import would do. */
export interface ImportPlan {
  /** What would change in the register. */
  incoming: ChangeLine[];
  /** How many experiments of the log are in the register as they are. */
  unchanged: number;
  questions: Question[];
  findings: Finding[];
  report: string[];
}

export type ImportResult =
  | { is: 'asking'; questions: Question[] }
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
export function planImport(context: RegisterContext | undefined, log: LogDocument): ImportPlan {
  const draft = context === undefined ? { ...NOTHING, after: log.contents } : draftImport(context, log, {});
  const { contents, after } = draft;
  const settings = context && settingsAfter(context.settings, contents, after);
  const incoming = changeLines(contents, { ...after, ...(settings && partsOf(settings)) });
  const touched = new Set(incoming.map(({ id }) => id));
  const unchanged = log.contents.experiments.filter(({ id }) => !touched.has(id)).length;
  return { incoming, unchanged, questions: draft.questions, findings: log.findings, report: draft.report };
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
  const { register, contents, isEmpty, after, questions } = draftImport(context, log, answers);
  if (questions.length > 0) return { is: 'asking', questions };
  if (isEmpty) keys.importBegun.write(fingerprint(log.text));
  const fileName = isEmpty && /\.(?:md|markdown)$/i.test(name) ? name : undefined;
  const counts = bringIn(context, register, contents, after, fileName);
  writeLogSource(context.source, readLogSource(context.source), { text: log.text, file: '' });
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
const NOTHING = { contents: BLANK, questions: [], report: [] };

/** What the agreed text says; the log itself where it is that text. */
function baseOf(agreed: string | undefined, log: LogDocument): LogContents | undefined {
  if (agreed === undefined) return undefined;
  return agreed === log.text ? log.contents : readLog(agreed).contents;
}

function draftImport(context: RegisterContext, log: LogDocument, answers: Answers) {
  const { register, contents } = readContents(context);
  const isEmpty = contents.experiments.length === 0 && contents.candidates.length === 0;
  const refusal = refusalOf(log, isEmpty ? undefined : context.settings.prefix);
  if (refusal !== undefined) throw new UserError('log-refused', refusal);
  if (isEmpty) return { register, contents, isEmpty, after: log.contents, questions: [], report: [] };
  const source = readLogSource(context.source);
  const report = source.state === 'damaged' ? [importWords.lost] : [];
  const base = baseOf(source.agreed[0]?.text, log);
  const input = { base, file: log, register: contents };
  const isBegun = keys.importBegun.read() === fingerprint(log.text);
  const begun = isBegun ? answersOfBegun(mergeAnswered(input).questions) : {};
  const merged = mergeAnswered(input, { ...begun, ...answers });
  return {
    register,
    contents,
    isEmpty,
    after: merged.contents,
    questions: merged.questions,
    report: [...report, ...merged.report],
  };
}
