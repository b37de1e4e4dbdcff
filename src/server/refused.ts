// What Google keeps from a person, told by its message.
import { UserError } from '../domain/user-error.ts';
import { isBeyondSheet } from '../sheet/best-effort.ts';

/**
 * The error in a sentence of ours where a cell or sheet is protected from this person or they may only look, and where somebody has taken rows
 * or columns out from under what was just to be read or written; itself otherwise.
 */
export function refusalIn(error: unknown): unknown {
  if (error instanceof UserError) return error;
  const said = String(error);
  if (/protected (?:cell|object|range|sheet)|permission to (?:edit|perform)/i.test(said))
    return new UserError('guarded');
  return isBeyondSheet(said) ? new UserError('register-busy') : error;
}
