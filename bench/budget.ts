// How many service calls an operation may make, whatever the size of the register. The figures stand in budget.json only.
import { readFileSync } from 'node:fs';
import { type Counts, KINDS } from './operations.ts';

/** `full`: what it may make instead where the sheet gets rows, whose protections have to be found among all. */
const BUDGET: Record<string, Counts & { full?: Partial<Counts> }> = JSON.parse(
  readFileSync('bench/budget.json', 'utf8'),
);
/** A new sheet has so many rows. */
const FULL = 1000;

/** The names of the operations that have a budget. */
export const BUDGETED = Object.keys(BUDGET);

/** What exceeds the operation's budget, in words such as `3 reads, 2 allowed`; empty if nothing does. */
export function excess(operation: string, counts: Counts, size = 0): string[] {
  const budget = BUDGET[operation];
  if (budget === undefined) return [`${operation} has no budget`];
  const allowed = { ...budget, ...(size >= FULL && budget.full) };
  return KINDS.filter((kind) => counts[kind] > allowed[kind]).map(
    (kind) => `${kind}: ${counts[kind]}, ${allowed[kind]} allowed`,
  );
}
