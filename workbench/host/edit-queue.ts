// Edits whose onEdit has to wait because the one before still runs: Google keeps two of them and forgets the rest.

import type { Edit } from './person-entries.ts';

const MOST_WAITING = 2;

export class EditQueue {
  /** By user, while an onEdit of theirs runs: what waits for its end. */
  readonly #waiting = new Map<string, Edit[]>();

  /** Has onEdit run for the edit: now, and then for what was edited meanwhile; or after the one that runs; or never. */
  add(user: string, edit: Edit, run: (edit: Edit) => void): void {
    const waiting = this.#waiting.get(user);
    if (waiting) {
      if (waiting.length < MOST_WAITING) waiting.push(edit);
      return;
    }
    const queue = [edit];
    this.#waiting.set(user, queue);
    try {
      for (let next = queue.shift(); next; next = queue.shift()) run(next);
    } finally {
      this.#waiting.delete(user);
    }
  }
}
