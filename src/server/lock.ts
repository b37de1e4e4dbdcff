// One writer at a time.
import { UserError } from '../domain/user-error.ts';

/** How long one person waits for another's work to finish. */
const MILLISECONDS = 10_000;

/**
 * Runs while nobody else writes to this register, and hands out its result once everything is written; `isWritten`: the work sees to that
 * itself. Throws a UserError if the wait is too long.
 */
export function withDocumentLock<Result>(work: () => Result, isWritten = false): Result {
  const lock = LockService.getDocumentLock();
  if (!lock.tryLock(MILLISECONDS)) {
    throw new UserError('register-busy');
  }
  try {
    const result = work();
    if (!isWritten) SpreadsheetApp.flush();
    return result;
  } finally {
    release(lock);
  }
}

/** A lock that cannot be released ends with the execution; what was done under it stays done. */
function release(lock: GoogleAppsScript.Lock.Lock): void {
  try {
    lock.releaseLock();
  } catch (error) {
    console.warn(error);
  }
}
