// One writer at a time.
import { UserError } from '../domain/user-error.ts';

/** How long one person waits for another's work to finish. */
const MILLISECONDS = 10_000;

/** Runs while nobody else writes to this register, and hands out its result once everything is written. Throws a UserError if the wait is too long. */
export function withDocumentLock<Result>(work: () => Result): Result {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(MILLISECONDS)) {
    throw new UserError('register-busy');
  }
  try {
    const result = work();
    SpreadsheetApp.flush();
    return result;
  } finally {
    lock.releaseLock();
  }
}
