// How many service calls an operation may make, whatever the size of the register. The figures stand in budget.json only.
import { readFileSync } from 'node:fs';
import { type Counts, KINDS } from './operations.ts';

const BUDGET: Record<string, Counts> = JSON.parse(readFileSync('bench/budget.json', 'utf8'));

/** The names of the operations that have a budget. */
export const BUDGETED = Object.keys(BUDGET);

/** What exceeds the operation's budget, in words such as `3 reads, 2 allowed`; empty if nothing does. */
export function excess(operation: string, counts: Counts): string[] {
  const allowed = BUDGET[operation];
  if (allowed === undefined) return [`${operation} has no budget`];
  return KINDS.filter((kind) => counts[kind] > allowed[kind]).map(
    (kind) => `${kind}: ${counts[kind]}, ${allowed[kind]} allowed`,
  );
}
