// The candidates as the sidebar works with them: listed, added, edited, moved, removed, and promoted to experiments.
import * as z from 'zod/mini';
import { CELL_LIMIT } from '../../domain/experiment/form.ts';
import { fingerprint } from '../../domain/fingerprint.ts';
import { savingWords } from '../../domain/messages.ts';
import { type Candidate, candidateKey } from '../../domain/register/candidate.ts';
import { UserError } from '../../domain/user-error.ts';
import {
  addCandidates,
  type CandidateRow,
  isOpen,
  moveCandidate,
  promoteCandidate,
  readCandidateRows,
  readEveryCandidate,
  removeCandidate,
  writeCandidate,
} from '../../sheet/candidates.ts';
import { type Register, readRegister } from '../../sheet/register.ts';
import * as keys from '../../store/keys.ts';
import type { RegisterContext } from '../context.ts';
import { rowSchema } from './row-schema.ts';

const text = z.string().check(z.maxLength(CELL_LIMIT, { error: savingWords.candidateTooLong }));
const candidateSchema = z.object({ layer: text, idea: text, question: text, score: z.optional(text) });

/** A candidate as the page has seen it, and its row. */
export const candidateRowSchema = z.object({ ...candidateSchema.shape, row: rowSchema });

export const candidateChangeSchema = z.object({
  do: z.enum(['add', 'edit', 'move up', 'move down', 'remove']),
  /** Of all but one that is added. */
  seen: z.optional(candidateRowSchema),
  /** Of one that is added or edited. */
  candidate: z.optional(candidateSchema),
});
/** What a person does to the list. `seen` is the candidate as it was when they did it. */
export type CandidateChange = z.infer<typeof candidateChangeSchema>;

/** The open candidates, top to bottom; nothing is written. One whose promotion ended half-way is open no more. */
export function openCandidates(
  { candidates, experiments, settings }: RegisterContext,
  register?: Register,
): CandidateRow[] {
  const open = readCandidateRows(candidates, settings.scoring);
  const kept = keys.promoting.read();
  if (kept === undefined) return open;
  const promoted = promotedAlready(kept, open, register ?? readRegister(experiments, settings.optionalFields));
  return open.filter((candidate) => candidate !== promoted);
}

/** The candidate whose experiment stands in the register already. */
function promotedAlready({ seal, row, id }: keys.Promotion, open: readonly CandidateRow[], { rows }: Register) {
  if (!rows.some(({ experiment }) => experiment.id === id)) return undefined;
  return placed(
    open.filter((candidate) => fingerprint(candidateKey(candidate)) === seal),
    row,
  );
}

/** Carries out a change and hands out the list as it is then. Throws a UserError if somebody changed the candidate meanwhile. */
export function changeCandidates(
  context: RegisterContext,
  { do: act, seen, candidate }: CandidateChange,
): CandidateRow[] {
  const { candidates: sheet, today, settings } = context;
  const { scoring } = settings;
  settlePromotion(context);
  if (act === 'add') {
    refuseEmpty(candidate);
    addCandidates(sheet, [candidate], today);
    return readCandidateRows(sheet, scoring);
  }
  const list = readCandidateRows(sheet);
  const found = seen && list[placeOf(list, seen)];
  if (found === undefined) {
    throw new UserError('candidate-changed');
  }
  switch (act) {
    case 'edit':
      refuseEmpty(candidate);
      writeCandidate(sheet, found, candidate);
      break;
    case 'remove':
      removeCandidate(sheet, found);
      break;
    default:
      moveCandidate(sheet, found, act === 'move up' ? -1 : 1);
  }
  return readCandidateRows(sheet, scoring);
}

/**
 * Begins an experiment with a candidate: `write` writes its row. What is about to happen is kept meanwhile, so that where an execution
 * ends in between the next one marks the candidate. Throws a UserError if the candidate became another experiment; one that is gone by
 * now needs no mark.
 */
export function promote<Result>(context: RegisterContext, seen: CandidateRow, id: string, write: () => Result): Result {
  const rows = readEveryCandidate(context.candidates).filter((row) => candidateKey(row) === candidateKey(seen));
  const found = placed(rows.filter(isOpen), seen.row);
  const became = found === undefined ? rows.find((row) => !isOpen(row))?.promotedTo : undefined;
  if (became !== undefined && became !== id) {
    throw new UserError('candidate-promoted', became);
  }
  keys.promoting.write({ seal: fingerprint(candidateKey(seen)), row: seen.row, id });
  const result = write();
  if (found !== undefined) promoteCandidate(context.candidates, found, id);
  keys.promoting.forget();
  return result;
}

/** Marks the candidate of an experiment that was written by an execution which ended before it could. Call it under the lock. */
export function settlePromotion({ candidates, experiments, settings }: RegisterContext, register?: Register): void {
  const kept = keys.promoting.read();
  if (kept === undefined) return;
  const found = promotedAlready(
    kept,
    readCandidateRows(candidates),
    register ?? readRegister(experiments, settings.optionalFields),
  );
  if (found !== undefined) promoteCandidate(candidates, found, kept.id);
  keys.promoting.forget();
}

/** Of rows that say the same, the one that has not moved, else the first. */
function placed<Row extends { row: number }>(rows: readonly Row[], row: number): Row | undefined {
  return rows.find((candidate) => candidate.row === row) ?? rows[0];
}

/** Where the candidate stands in the list: in its row, or wherever it has moved to; -1 if it is gone or says something else. */
function placeOf(list: readonly CandidateRow[], seen: CandidateRow): number {
  const key = candidateKey(seen);
  const same = list
    .map((candidate, index) => ({ candidate, index }))
    .filter(({ candidate }) => candidateKey(candidate) === key);
  return (same.find(({ candidate }) => candidate.row === seen.row) ?? same[0])?.index ?? -1;
}

function refuseEmpty(candidate: Candidate | undefined): asserts candidate is Candidate {
  if (candidate === undefined || candidate.idea.trim() === '') throw new UserError('candidate-empty');
}
