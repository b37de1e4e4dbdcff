// The next IDs: one more than any ever used, never given twice, not even after a row was deleted.
import { formatId, highestNumber } from '../../domain/experiment/id.ts';
import * as keys from '../../store/keys.ts';

/** Gives this many new IDs. Call it under the document lock and write them before letting go. `held` are the IDs in the sheet. */
export function takeIds(held: Iterable<string>, prefix: string, count: number): string[] {
  const lastNumber = keys.lastNumber(prefix);
  const last = Math.max(lastNumber.read() ?? 0, highestNumber(held, prefix).number);
  if (count > 0) lastNumber.write(last + count);
  return Array.from({ length: count }, (_, index) => formatId(prefix, last + 1 + index));
}

/** Remembers IDs that came from elsewhere, so that they are not given again after their rows are deleted. */
export function rememberIds(ids: Iterable<string>, prefix: string): void {
  const lastNumber = keys.lastNumber(prefix);
  const highest = highestNumber(ids, prefix).number;
  if (highest > (lastNumber.read() ?? 0)) lastNumber.write(highest);
}
