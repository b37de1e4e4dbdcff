// The candidates as the sidebar works with them: listed, added, edited, moved, removed, and promoted to experiments.
import * as z from 'zod/mini';
import { type Candidate, candidateKey } from '../domain/candidate.ts';
import { CELL_LIMIT } from '../domain/experiment-form.ts';
import { Trouble } from '../domain/trouble.ts';
import {
  addCandidates,
  type CandidateRow,
  promoteCandidate,
  readCandidateRows,
  swapRows,
  writeCandidate,
} from '../sheet/candidates.ts';
import type { Home } from './home.ts';

const text = z.string().check(
  z.maxLength(CELL_LIMIT, {
    error: 'This is longer than the 50,000 characters that a cell of Google Sheets holds: shorten it.',
  }),
);
const candidateSchema = z.object({ layer: text, idea: text, question: text });

/** A candidate as the page has seen it, and its row. */
export const candidateRowSchema = z.object({ ...candidateSchema.shape, row: z.int() });

export const candidateChangeSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('add'), candidate: candidateSchema }),
  z.object({ do: z.literal('edit'), seen: candidateRowSchema, candidate: candidateSchema }),
  z.object({ do: z.literal('move up'), seen: candidateRowSchema }),
  z.object({ do: z.literal('move down'), seen: candidateRowSchema }),
  z.object({ do: z.literal('remove'), seen: candidateRowSchema }),
]);
/** What a person does to the list. `seen` is the candidate as it was when they did it. */
export type CandidateChange = z.infer<typeof candidateChangeSchema>;

/** The open candidates, top to bottom. */
export function listCandidates({ candidates }: Home): CandidateRow[] {
  return readCandidateRows(candidates);
}

/** Carries out a change and hands out the list as it is then. Throws a Trouble if somebody changed the candidate meanwhile. */
export function changeCandidates(home: Home, change: CandidateChange): CandidateRow[] {
  const { candidates: sheet, today } = home;
  if (change.do === 'add') {
    refuseEmpty(change.candidate);
    addCandidates(sheet, [change.candidate], today);
    return readCandidateRows(sheet);
  }
  const list = readCandidateRows(sheet);
  const at = placeOf(list, change.seen);
  const found = list[at];
  if (found === undefined) {
    throw new Trouble('Somebody changed this candidate meanwhile: look at the list again, then repeat what you did.');
  }
  switch (change.do) {
    case 'edit':
      refuseEmpty(change.candidate);
      writeCandidate(sheet, { ...change.candidate, row: found.row });
      break;
    case 'remove':
      sheet.deleteRow(found.row);
      break;
    default: {
      const other = list[change.do === 'move up' ? at - 1 : at + 1];
      if (other !== undefined) swapRows(sheet, found.row, other.row);
    }
  }
  return readCandidateRows(sheet);
}

/** Marks the candidate that an experiment began with; one that is gone by now needs no mark. */
export function markPromoted({ candidates }: Home, seen: CandidateRow, id: string): void {
  const list = readCandidateRows(candidates);
  const found = list[placeOf(list, seen)];
  if (found !== undefined) promoteCandidate(candidates, found.row, id);
}

/** Where the candidate stands in the list: in its row, or wherever it has moved to; -1 if it is gone or says something else. */
function placeOf(list: readonly CandidateRow[], seen: CandidateRow): number {
  const key = candidateKey(seen);
  const same = list
    .map((candidate, index) => ({ candidate, index }))
    .filter(({ candidate }) => candidateKey(candidate) === key);
  return (same.find(({ candidate }) => candidate.row === seen.row) ?? same[0])?.index ?? -1;
}

function refuseEmpty({ idea }: Candidate): void {
  if (idea.trim() === '') throw new Trouble('The idea is missing: say in one line what could be tried.');
}
