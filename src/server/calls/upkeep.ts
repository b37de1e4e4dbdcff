// Calls that check and repair: findings, columns, the self-check.
import * as z from 'zod/mini';
import { openRegister, type RegisterContext } from '../context.ts';
import { rowSchema } from '../rows/row-schema.ts';
import type { AskedOutcome } from '../upkeep/asked-trials.ts';
import { checkAndComplete, type FixRequest, fixFindings, type RowFinding } from '../upkeep/check.ts';
import type { ColumnAnswer, LostColumn } from '../upkeep/lost-column.ts';
import type { SelfCheck } from '../upkeep/self-check.ts';
import { type Answer, answerHere, answerLocked, answerReading, answerWriting } from './answer.ts';

declare function require(path: '../upkeep/asked-trials.ts'): typeof import('../upkeep/asked-trials.ts');
declare function require(path: '../upkeep/lost-candidates.ts'): typeof import('../upkeep/lost-candidates.ts');
declare function require(path: '../upkeep/lost-columns.ts'): typeof import('../upkeep/lost-columns.ts');
declare function require(path: '../upkeep/self-check.ts'): typeof import('../upkeep/self-check.ts');
declare function require(path: '../upkeep/set-up.ts'): typeof import('../upkeep/set-up.ts');

const fixRequestSchema = z.object({ code: z.string(), row: rowSchema, seal: z.optional(z.string()) });

/** What a check found, and how many rows it looked at. */
export interface CheckResult {
  rows: number;
  findings: RowFinding[];
}

/** Checks the whole register. */
export function checkLog(): Answer<CheckResult> {
  return answerWriting(checked);
}

/** Carries out a safe fix and checks again. */
export function fixLog(request: FixRequest): Answer<CheckResult> {
  return fixAll([request]);
}

/** Carries out several safe fixes in one go and checks again; those whose row says something else by now are left out. */
export function fixAll(requests: readonly FixRequest[]): Answer<CheckResult> {
  return answerWriting((context) => {
    fixFindings(context, z.array(fixRequestSchema).parse(requests));
    return checked(context);
  });
}

function checked(context: RegisterContext): CheckResult {
  const { register, findings } = checkAndComplete(context);
  return { rows: register.rows.length, findings };
}

/** Columns of the register that are not found by their header, where a person has to say what became of them. Writes nothing. */
export function readColumns(): Answer<{ columns: LostColumn[] }> {
  return answerReading((context) => {
    const { askedFields, lostColumns } = require('../upkeep/lost-columns.ts');
    const { lostCandidates } = require('../upkeep/lost-candidates.ts');
    const { experiments, source, settings } = context;
    const columns = [...lostColumns(experiments, source, settings), ...lostCandidates(context)];
    // A column that is lost is asked about first: the sheet cannot be read without it.
    return { columns: columns.length > 0 ? columns : askedFields(context) };
  });
}

const columnAnswersSchema = z.array(
  z.object({
    key: z.string(),
    is: z.enum(['named', 'renamed', 'anew', 'empty', 'taken', 'left']),
    letters: z.optional(z.string()),
    name: z.optional(z.string()),
  }),
);

/** Carries out what a person says became of these columns, and repairs the register. */
export function saveColumns(answers: readonly ColumnAnswer[]): Answer<object> {
  return answerLocked((spreadsheet) => {
    const { settleColumns } = require('../upkeep/lost-columns.ts');
    const { setUpRegister } = require('../upkeep/set-up.ts');
    settleColumns(openRegister(spreadsheet), columnAnswersSchema.parse(answers), () => setUpRegister(spreadsheet));
    return {};
  });
}

/** Tells what a bug report needs. Holds no lock: a run takes longer than anybody's edit should wait. */
export function runSelfCheck(): Answer<SelfCheck> {
  return answerHere((spreadsheet) => require('../upkeep/self-check.ts').selfCheck(spreadsheet));
}

const askedSchema = z.object({
  step: z.enum(['prepare', 'look', 'drive', 'download']),
  /** That the sheet's range is a Table, or that the file arrived. */
  isSo: z.optional(z.boolean()),
});

/** One step of the self-check that a person helps with; answers all that has been seen so. */
export function tryAsked(request: z.infer<typeof askedSchema>): Answer<{ asked: AskedOutcome[] }> {
  return answerHere((spreadsheet) => {
    const { step, isSo = false } = askedSchema.parse(request);
    const trials = require('../upkeep/asked-trials.ts');
    if (step === 'prepare') trials.addAskedSheet(spreadsheet);
    else if (step === 'look') trials.lookAtAskedSheet(spreadsheet, isSo);
    else if (step === 'drive') trials.tryDrive(spreadsheet);
    else trials.keepDownload(isSo);
    return { asked: trials.askedOutcomes() };
  });
}

/** Opens the add-on's pages one after the other: each calls this once it runs. `opened`: the page that calls, empty for the first. */
export function openNextPage(opened: string): void {
  require('../upkeep/asked-trials.ts').openPageAfter(z.string().parse(opened));
}
