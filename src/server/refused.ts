// What Google keeps from a person, told by its message.
import { UserError } from '../domain/user-error.ts';

/** The error in a sentence of ours where a cell or sheet is protected from this person or they may only look; itself otherwise. */
export function refusalIn(error: unknown): unknown {
  const isRefused = /protected (?:cell|object|range|sheet)|permission to (?:edit|perform)/i.test(String(error));
  return isRefused && !(error instanceof UserError) ? new UserError('guarded') : error;
}
