// All or nothing: what has been written so far is taken back where the rest of the work fails.

import type { Undo } from '../../sheet/restoring.ts';

/**
 * Does the work; where it fails, takes back what it has written, the last first, and fails the same way. Where that fails too, the rest
 * stays, and so does what the first step would have taken back: what was intended stands there for the next call.
 */
export function allOrNothing<Result>(work: (undo: Undo) => Result): Result {
  const steps: (() => void)[] = [];
  try {
    return work((step) => steps.push(step));
  } catch (error) {
    try {
      for (const step of steps.reverse()) step();
    } catch (failure) {
      console.warn(failure);
    }
    throw error;
  }
}

/** Does what only completes the books of something that is done: where it fails, the next call does it. */
export function afterwards(work: () => void): void {
  try {
    work();
  } catch (error) {
    console.warn(error);
  }
}
