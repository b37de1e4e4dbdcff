// The Candidates sheet made to say what a log says: reworded, added to, taken from.
import { type Candidate, candidateKey } from '../../domain/register/candidate.ts';
import { addCandidates, removeCandidates, rewordCandidates } from '../../sheet/candidates.ts';
import type { Undo } from '../../sheet/restoring.ts';
import type { RegisterContext } from '../context.ts';
import { rewordedOf } from './rewording.ts';

/** Where more are reworded at once, the others come as new rows: each takes two reads and a write. */
const MOST_REWORDED = 50;

/** Brings the list from `before` to `after`; one that is reworded keeps its row, with what is rated and what stands beside it. */
export function bringInCandidates(
  { candidates: sheet, today }: RegisterContext,
  before: readonly Candidate[],
  after: readonly Candidate[],
  undo: Undo,
): void {
  const outside = (list: readonly Candidate[]) => {
    const known = new Set(list.map(candidateKey));
    return (candidate: Candidate) => !known.has(candidateKey(candidate));
  };
  const [going, coming] = [before.filter(outside(after)), after.filter(outside(before))];
  const pairs = rewordedOf(going, coming).became.flatMap((now, at): [Candidate, Candidate][] => {
    const was = going[at];
    return now === undefined || was === undefined ? [] : [[was, now]];
  });
  const became = new Map(pairs.slice(0, MOST_REWORDED));
  const reworded = new Set(became.values());
  rewordCandidates(sheet, became, undo);
  const fresh = coming.filter((candidate) => !reworded.has(candidate));
  addCandidates(sheet, fresh, today, undo);
  // Whatever is taken out goes last: an execution that ends before it has lost nothing.
  removeCandidates(
    sheet,
    going.filter((candidate) => !became.has(candidate)),
    undo,
  );
}
