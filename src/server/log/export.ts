// A log goes out: the register written to its file in Drive, with what others wrote there merged in first.

import { fieldOf } from '../../domain/experiment/template.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { exportWords } from '../../domain/messages.ts';
import { ROWS } from '../../domain/register/log-shape.ts';
import {
  createLogFile,
  findLogFile,
  type LogFile,
  readLogFile,
  restoreLogFile,
  searchLogFile,
  updateLogFile,
} from '../../drive/log-file.ts';
import {
  alignIds,
  compareLogs,
  followRenamed,
  isEmptied,
  keptOf,
  type LogContents,
  type LogDocument,
  lastUpdatedAfter,
  type Renaming,
  readLog,
  recognise,
  signsOfCut,
  writtenLog,
} from '../../log/index.ts';
import { type LogSource, readLogSource } from '../../sheet/log-source.ts';
import type * as keys from '../../store/keys.ts';
import { refuseTooLarge } from '../upkeep/limits.ts';
import { agreedWith, agreeOn, isAgreed, startOfNew } from './agreed.ts';
import type { Book, HeldBook } from './book.ts';
import { knownLeft, putBack, ROUNDS, revisionsLeft, type Theirs, theirsNext } from './overwritten.ts';
import { type Answers, type ChangeLine, changeLines, keepDeleted, mergeAnswered, type Question } from './questions.ts';
import { lastGiven } from './sync.ts';
import { afterwards, allOrNothing } from './undo.ts';

/** What a person has decided about an export so far. */
export interface ExportRequest {
  answers?: Answers | undefined;
  /** `new`: write a file of its own, whatever became of the other. `restored`: take the file out of the bin first. */
  file?: 'new' | 'restored' | undefined;
  /** The file's text, where Drive did not hand it out. */
  fileText?: string | undefined;
}

/** Something about the file that a person has to decide on; nothing was written. */
export interface Obstacle {
  /** One sentence: what happened, what to do. */
  message: string;
  choices: readonly ('new' | 'restored' | 'choose the file')[];
}

/** What an export would do. */
export interface ExportPlan {
  name: string;
  isNew: boolean;
  /** What changes in the file, and what comes from it into the register. */
  outgoing: ChangeLine[];
  incoming: ChangeLine[];
  questions: Question[];
  /** How many findings Check register has. */
  findings: number;
  /** What else there is to know, a sentence each. */
  report: string[];
  obstacle?: Obstacle;
}

export type ExportResult =
  | { is: 'asking'; questions: Question[] }
  | { is: 'obstacle'; obstacle: Obstacle }
  | {
      is: 'done';
      name: string;
      link: string;
      /** False if the file already said what the register says. */
      wasWritten: boolean;
      /** When the file was last written, as an ISO text in UTC, and by whom. */
      writtenAt: string;
      writtenBy: string;
      report: string[];
    };

/** Looks at the register and says what an export would do. Writes nothing but a note of this person's own: how much there is to settle. */
export function planExport(book: Book, request: ExportRequest = {}): ExportPlan {
  const held = book.look();
  const draft = draftExport(book, held.contents, request);
  const findings = held.findings();
  if (!('message' in draft) && draft.questions.length !== (draft.known.openQuestions ?? 0)) {
    book.known.write({ ...draft.known, openQuestions: draft.questions.length });
  }
  if ('message' in draft) {
    return { name: '', isNew: false, outgoing: [], incoming: [], questions: [], findings, report: [], obstacle: draft };
  }
  const { file, before, fileText, contents, after, text, questions, report } = draft;
  const said = saidBy(draft, () => readWritten(draft));
  const was = before?.contents ?? { ...contents, experiments: [], candidates: [] };
  const incoming = changeLines(contents, after, book.called);
  return {
    name: file?.name ?? book.fileName,
    isNew: file === undefined,
    outgoing: changeLines(was, draft.document.places.prefix ? said : { ...said, prefix: was.prefix }, book.called),
    incoming,
    questions,
    findings,
    report: [
      ...report,
      ...unsaid(draft, said),
      ...held.report,
      // What is still asked may change it; where nothing comes either, the page says so.
      ...(fileText === text && questions.length === 0 && incoming.length > 0 ? [exportWords.nothing] : []),
    ],
  };
}

/**
 * Writes the log to its file in Drive, the same file each time. Changes that only one side made go in on both sides; questions that
 * `answers` leaves open, and obstacles, come back with nothing written on either side.
 */
export function exportToDrive(book: Book, request: ExportRequest = {}): ExportResult {
  let name = '';
  for (let round = 1; round <= ROUNDS; round++) {
    const held = book.read();
    const draft = draftExport(book, held.contents, round === 1 ? request : { answers: request.answers });
    if ('message' in draft) return { is: 'obstacle', obstacle: draft };
    if (draft.questions.length > 0) {
      const { known, file, theirs } = draft;
      const left = file && theirs?.isOverwritten ? putBack(known, file, theirs) : known;
      book.known.write({ ...left, openQuestions: draft.questions.length });
      return { is: 'asking', questions: draft.questions };
    }
    const result = writeDraft(book, held, draft, request.answers);
    if (result !== 'overwritten') return round > 1 && result.is === 'done' ? { ...result, wasWritten: true } : result;
    name = draft.file?.name ?? '';
  }
  return { is: 'obstacle', obstacle: obstacle(exportWords.keepsChanging, name, []) };
}

const NO_RENAMING: Renaming = new Map();

/** An export worked out and not yet carried out. */
interface Draft {
  known: keys.KnownExport;
  source: LogSource;
  /** The file to be updated; none where it is to be created. */
  file: LogFile | undefined;
  /** What the file says now; undefined for a new one. */
  fileText: string | undefined;
  /** Where others may have written: what this is held against. */
  theirs?: Theirs;
  /** What it says, or what others made of it, read. */
  before: LogDocument | undefined;
  /** What was agreed on before, and the fingerprint of its text. */
  base: LogContents | undefined;
  baseFingerprint: string | undefined;
  /** What the register says, as far as this log has a place for it. */
  contents: LogContents;
  /** What it shall say, and what was read of that where it was read. */
  text: string;
  written?: LogDocument;
  /** The log that was changed to say it. */
  document: LogDocument;
  /** The date that it then gives for its last change. */
  lastUpdated: string;
  /** Experiments of the register that got the file's ID. */
  renamed: Renaming;
  ids: ReadonlyMap<string, string>;
  /** What both sides hold afterwards. */
  after: LogContents;
  questions: Question[];
  report: string[];
}

function draftExport(book: Book, all: LogContents, request: ExportRequest): Draft | Obstacle {
  const known = book.known.read() ?? {};
  const source = readLogSource(book.source);
  const file = request.file === 'new' ? undefined : fileFor(book, known, request, source);
  if (file !== undefined && 'message' in file) return file;

  const report = source.state === 'copied' ? [exportWords.copy] : [];
  if (source.state === 'damaged' || (source.state === 'none' && file !== undefined)) report.push(exportWords.lost);
  const kept = file && agreedWith(source, file.id, known.file?.seal);
  const isDrifted = file !== undefined && (file.id !== known.file?.id || file.revision !== known.file.revision);
  const read = book.reader(source, all);
  const write = (before: LogDocument, document: LogDocument, after: LogContents) => {
    const given = writtenLog(document, after, { today: book.today, isChanged: document.text !== before.text });
    return { document, ...given, lastUpdated: lastUpdatedAfter(before, given.text, book.today) };
  };
  // What nobody else changed is written as the register has it, but for what people still have to say about deleted rows.
  const unmerged = (before: LogDocument, contents: LogContents) => {
    const { document, renaming } = alignIds(before, contents);
    const { after: kept, questions } = keepDeleted(document, contents, request.answers);
    const followed = followRenamed(kept, renaming);
    const after = followed.contents;
    const base = { base: before.contents, baseFingerprint: fingerprint(before.text) };
    const more = { renamed: NO_RENAMING, ids: followed.ids, questions, report: [...report, ...followed.report] };
    return { known, source, file, ...base, contents, after, ...more, ...write(before, document, after) };
  };
  if (file === undefined) {
    const start = startOfNew(source);
    const base = read(start?.text ?? book.blank());
    return { before: undefined, fileText: undefined, ...unmerged(base, book.present(start, all, base)) };
  }
  if (!isDrifted && kept !== undefined) {
    const before = read(kept.text);
    const contents = book.present(kept, all, before);
    // A merge asks about all of it before it goes from the file.
    if (!isEmptied(before.contents, contents)) return { before, fileText: kept.text, ...unmerged(before, contents) };
  }

  const fileText = request.fileText ?? readLogFile(file.id);
  if (fileText === undefined) return obstacle(exportWords.unreadable, file.name, ['choose the file']);
  const theirs = isDrifted ? theirsNext(known, file, fileText, request.fileText !== undefined) : undefined;
  const { text: said = fileText, isOurs } = theirs ?? { text: fileText, isOurs: false };
  if (theirs !== undefined && theirs.text === undefined) {
    return obstacle(exportWords.overwritten, file.name, ['choose the file']);
  }
  const before = read(said);
  if (!isDrifted && kept === undefined) {
    // Nobody wrote there since the last export: without the agreed text the file itself is it, and lacks what it lacked then.
    const lacking = { text: fileText, party: file.id, absent: book.absent(before.contents) };
    return { before, fileText, ...unmerged(before, book.present(lacking, all, before)) };
  }
  // An export that ended right after writing: what it wrote is what both agreed on.
  const agreed = isOurs ? said : kept?.text;
  const held = agreed === undefined ? undefined : read(agreed);
  const contents = book.present(kept, all, held ?? before);
  const isPart = said.trim() !== '' && held?.text.startsWith(said.trimEnd());
  if (!isPart && book.isOther(before, contents)) return obstacle(exportWords.noLog, file.name, ['new']);
  const base = held?.contents;
  const cuts = signsOfCut(before, held);
  const input = {
    base,
    agreed: held,
    file: before,
    register: contents,
    earlier: source.earlier,
    asksBeforeLoss: cuts.length > 0,
    lastGiven: lastGiven(book),
  };
  const merged = mergeAnswered(input, request.answers);
  return {
    known,
    source,
    file,
    fileText,
    ...(theirs && { theirs }),
    before,
    base,
    baseFingerprint: held && fingerprint(held.text),
    contents,
    renamed: merged.renamed,
    ids: merged.ids,
    ...write(before, merged.document, merged.contents),
    after: merged.contents,
    questions: merged.questions,
    report: [...report, ...cuts, ...unreadIn(before), ...merged.report],
  };
}

/** What stands in a file like an experiment without being read as one, a sentence each. */
const unreadIn = ({ findings }: LogDocument): string[] =>
  findings.flatMap(({ code, message }) => (/^(?:malformed-id|unread)/.test(code) ? [message] : []));

function obstacle(message: (name: string) => string, name: string, choices: Obstacle['choices']): Obstacle {
  return { message: message(name === '' ? exportWords.file : name), choices };
}

/** The name of the file that anybody's export of this spreadsheet made; undefined if nobody's did. */
function exportedName(book: Book): string | undefined {
  const exported = book.exported.read();
  // A copied spreadsheet may have brought this along from the original.
  return exported?.register === book.mark ? exported.name : undefined;
}

/** The file that this person exports to; undefined if there is none yet. */
function fileFor(
  book: Book,
  known: keys.KnownExport,
  request: ExportRequest,
  source: LogSource,
): LogFile | Obstacle | undefined {
  const found = known.file === undefined ? searchLogFile(book.mark) : findLogFile(known.file.id);
  const name = found?.name ?? known.file?.name ?? '';
  if (found === undefined) {
    if (known.file !== undefined) return obstacle(exportWords.gone, name, ['new']);
    const elsewhere = source.state === 'copied' ? undefined : exportedName(book);
    return elsewhere === undefined ? undefined : obstacle(exportWords.foreign, elsewhere, ['new']);
  }
  if (found.isTrashed) {
    return request.file === 'restored'
      ? restoreLogFile(found.id)
      : obstacle(exportWords.trashed, name, ['restored', 'new']);
  }
  return found.isWritable ? found : obstacle(exportWords.readOnly, name, ['new']);
}

/**
 * What was written, read: with the register's IDs of experiments that the log gives none. What was changed stands for it in a log of the
 * template's shape, which keeps that shape.
 */
function readWritten({ document, text, after, written }: Draft): LogDocument {
  if (text === document.text || document.shape.isTemplate) return document;
  const log = written ?? readLog(text, keptOf(document.shape));
  recognise(log, after.experiments);
  return log;
}

/** What the written log says of what it shall: all of it, but for a log whose tables have no column for some. */
function saidBy({ document, after }: Draft, written: () => LogDocument): LogContents {
  return document.shape.experiment === ROWS ? written().contents : after;
}

/** What it has no place for, which stays in the register. */
function unsaid(draft: Draft, said: LogContents): string[] {
  const { changed } = said === draft.after ? { changed: [] } : compareLogs(said, draft.after);
  const texts = changed.flatMap(({ id, title, fields }) =>
    fields.map(({ field }) => ({ of: draft.document.shape.hasIds ? id : title, label: fieldOf(field).label })),
  );
  const [first] = texts;
  return first === undefined ? [] : [exportWords.unsaid(texts.length, first.label, first.of)];
}

/**
 * The register first, then Drive, then what both agreed on. Where it fails before Drive has the text, all is as it was; what fails
 * afterwards only keeps books, which the next export completes: the intended seal tells that the file already says what it shall. What is
 * to come into the register is written down before; the merge finds the same changes on both sides. What others wrote into the file in that
 * moment comes next.
 */
function writeDraft(book: Book, held: HeldBook, draft: Draft, answers: Answers = {}): ExportResult | 'overwritten' {
  const { known, source, file, fileText, base, contents, text, after, report } = draft;
  const knownExport = book.known;
  refuseTooLarge(text);
  const seal = fingerprint(text);
  const wasWritten = fileText !== text;
  const isMerged = after !== contents;
  const log = readWritten(draft);
  const shape = book.shapeWord(log);
  const written = allOrNothing((undo) => {
    if (wasWritten) {
      undo(() => (Object.keys(known).length === 0 ? knownExport.forget() : knownExport.write(known)));
      knownExport.write({ ...known, intended: seal, ...(file && { from: file.revision }) });
    }
    if (isMerged) book.begin(source, { text, shape, base: draft.baseFingerprint, answers }, undo);
    held.keepIds(undo);
    if (isMerged) held.bringIn(contents, after, undo, draft.renamed);
    book.follow(draft.ids, undo);
    if (isMerged || held.isUnnamed) SpreadsheetApp.flush();
    return file !== undefined && !wasWritten ? file : writeFile(book, file, text);
  });
  const { name, link, revision, writtenAt, writtenBy } = written;
  const left = leftAfter(draft, written, wasWritten);
  if (left === undefined || left.length > 0) {
    afterwards(() => {
      if (isMerged) book.finish(undefined);
      if (left !== undefined) knownExport.write(knownLeft(known, left, seal));
    });
  }
  if (isMerged && draft.before) book.tell(draft.before);
  if (left !== undefined && left.length > 0) return 'overwritten';
  if (left === undefined) report.push(exportWords.unlisted(name));
  else
    afterwards(() => {
      if (!isAgreed(source, text, written.id)) {
        const absent = book.absent(after);
        agreeOn(book, source, { text, party: written.id, absent, before: base, after, shape });
        SpreadsheetApp.flush();
      }
      if (isMerged || wasWritten) book.finish(wasWritten ? draft.lastUpdated : undefined);
      book.exported.write({ register: book.mark, name });
      knownExport.write({ file: { id: written.id, name, revision, seal } });
    });
  return {
    is: 'done',
    name,
    link,
    wasWritten,
    writtenAt,
    writtenBy,
    report: [
      ...report,
      ...unsaid(
        draft,
        saidBy(draft, () => log),
      ),
    ],
  };
}

/** The revisions still to be merged; undefined if Drive does not say. Then the books are left to the next export, which asks once more. */
function leftAfter({ file, theirs }: Draft, written: LogFile, wasWritten: boolean): readonly string[] | undefined {
  const unmerged = theirs?.left ?? [];
  if (file === undefined || !wasWritten) return unmerged;
  try {
    return revisionsLeft({ from: file.revision, unmerged }, written);
  } catch (error) {
    console.warn(error);
    return undefined;
  }
}

/** Creates or updates the file. Drive may have done so and not said it: then the file tells. */
function writeFile({ mark, fileName }: Book, file: LogFile | undefined, text: string): LogFile {
  try {
    return file === undefined ? createLogFile(mark, fileName, text) : updateLogFile(file.id, text);
  } catch (error) {
    const found = file === undefined ? searchLogFile(mark) : findLogFile(file.id);
    if (found !== undefined && found.revision !== file?.revision && readLogFile(found.id) === text) return found;
    throw error;
  }
}
