// What stands between pages and the register: locks, what was begun, and whatever goes wrong behind it as an answer that a page can show.
import { callWords } from '../../domain/messages.ts';
import { UserError } from '../../domain/user-error.ts';
import { documentMemory } from '../../store/entry.ts';
import * as keys from '../../store/keys.ts';
import { isSetUp, openRegister, type RegisterContext } from '../context.ts';
import { withDocumentLock } from '../lock.ts';
import { readBegun } from '../log/begun.ts';
import { afterwards } from '../log/undo.ts';
import { refusalIn } from '../refused.ts';

declare function require(path: '../log/import.ts'): typeof import('../log/import.ts');

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** Something did not work; the message is one sentence for the person. */
export interface Failed {
  ok: false;
  message: string;
}

export type Answer<Result> = ({ ok: true } & Result) | Failed;

/** Of the register as it is: takes no lock, so that nobody's work is waited for, and writes nothing. */
export function answerReading<Result extends object>(work: (context: RegisterContext) => Result): Answer<Result> {
  return answerHere((spreadsheet) => work(openRegister(spreadsheet)));
}

/** While nobody else writes, and with the settings kept for the edits to come. */
export function answerWriting<Result extends object>(work: (context: RegisterContext) => Result): Answer<Result> {
  return answerLocked((spreadsheet) => {
    const context = opened(spreadsheet);
    const result = work(context);
    keys.settings.write(context.settings);
    return result;
  });
}

/** The register, or undefined before set-up has made it. */
export function findRegister(spreadsheet: Spreadsheet, open = openRegister): RegisterContext | undefined {
  return isSetUp(spreadsheet, documentMemory()) ? open(spreadsheet) : undefined;
}

/** The register, with what an execution began that was ended half-way finished first. Call it under the lock. */
export function opened(spreadsheet: Spreadsheet): RegisterContext {
  const context = openRegister(spreadsheet);
  // What cannot be finished just now keeps nobody from working; the next call tries again.
  afterwards(() => {
    const begun = readBegun(context);
    if (begun !== undefined) require('../log/import.ts').finishBegun(context, begun);
  });
  return context;
}

/** While nobody else writes; the register may not be there yet. */
export function answerLocked<Result extends object>(work: (spreadsheet: Spreadsheet) => Result): Answer<Result> {
  return answerHere((spreadsheet) => withDocumentLock(() => work(spreadsheet)));
}

/** Of work that is done wholly or not at all, and is then done, whatever fails after it. It tells the register that it worked on, too. */
export function answerWhole<Result extends object>(
  work: (spreadsheet: Spreadsheet) => { context: RegisterContext; result: Result },
): Answer<Result> {
  return answerHere((spreadsheet) =>
    withDocumentLock(() => {
      const { context, result } = work(spreadsheet);
      afterwards(() => keys.settings.write(context.settings));
      return result;
    }, true),
  );
}

/** Of the spreadsheet as it is, with a register or without. */
export function answerHere<Result extends object>(work: (spreadsheet: Spreadsheet) => Result): Answer<Result> {
  return answer(() => work(SpreadsheetApp.getActiveSpreadsheet()));
}

/** What a call answers, or the sentence that says why it did not work. */
export function answer<Result extends object>(work: () => Result): Answer<Result> {
  try {
    return { ok: true, ...work() };
  } catch (error) {
    return { ok: false, message: sentenceOf(error) };
  }
}

function sentenceOf(thrown: unknown): string {
  const error = refusalIn(thrown);
  if (error instanceof UserError) return error.message;
  if (isOfSchema(error)) return error.issues[0]?.message ?? callWords.unreadable;
  console.error(error);
  const reason = error instanceof Error ? error.message : String(error);
  return callWords.failed(reason.replace(/[.\s]+$/, ''));
}

/** True for what a schema throws. Told by its issues: the class itself would bring the whole library into the bundle. */
function isOfSchema(error: unknown): error is Error & { issues: { message: string }[] } {
  return error instanceof Error && Array.isArray((error as { issues?: unknown }).issues);
}
