// The edge between pages and the register: whatever goes wrong behind it becomes an answer that a page can show.
import * as z from 'zod/mini';
import { Trouble } from '../domain/trouble.ts';
import { isSetUp, openHome } from './home.ts';
import { alone } from './lock.ts';
import { setUpRegister } from './set-up.ts';
import { type Exported, exportToDrive, type Imported, importText } from './sync.ts';

/** Something did not work; the message is one sentence for the person. */
export interface Failed {
  ok: false;
  message: string;
}

export type Answer<Result> = ({ ok: true } & Result) | Failed;

const importRequestSchema = z.object({ name: z.string(), text: z.string() });
/** A log's file name, empty for pasted text, and its whole text. */
export type ImportRequest = z.infer<typeof importRequestSchema>;

/** Sets the register up if need be and brings the log in. */
export function importLog(request: ImportRequest): Answer<Imported> {
  return answer(() => {
    const { name, text } = importRequestSchema.parse(request);
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    return importText(isSetUp(spreadsheet) ? openHome(spreadsheet) : setUpRegister(spreadsheet), name, text);
  });
}

/** Writes the log to Drive. */
export function exportLog(): Answer<Exported> {
  return answer(() => exportToDrive(openHome(SpreadsheetApp.getActiveSpreadsheet())));
}

function answer<Result extends object>(work: () => Result): Answer<Result> {
  try {
    return { ok: true, ...alone(work) };
  } catch (error) {
    return { ok: false, message: sentenceOf(error) };
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof Trouble) return error.message;
  console.error(error);
  const reason = error instanceof Error ? error.message : String(error);
  return `Google did not carry this out (${reason.replace(/[.\s]+$/, '')}): try again, and if it stays so, choose Set up or repair.`;
}
