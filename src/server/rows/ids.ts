// The next IDs: one more than any ever used, never given twice, not even after a row was deleted.
import { formatId, highestNumber } from '../../domain/experiment/id.ts';

/** Gives this many new IDs. Call it under the document lock and write them before letting go. `held` are the IDs in the sheet. */
export function takeIds(held: Iterable<string>, prefix: string, count: number): string[] {
  const last = Math.max(lastNumber(prefix), highestNumber(held, prefix));
  if (count > 0) keepLastNumber(prefix, last + count);
  return Array.from({ length: count }, (_, index) => formatId(prefix, last + 1 + index));
}

/** Remembers IDs that came from elsewhere, so that they are not given again after their rows are deleted. */
export function rememberIds(ids: Iterable<string>, prefix: string): void {
  const highest = highestNumber(ids, prefix);
  if (highest > lastNumber(prefix)) keepLastNumber(prefix, highest);
}

const keyOf = (prefix: string) => `lastNumber:${prefix}`;

function lastNumber(prefix: string): number {
  return Number(PropertiesService.getDocumentProperties().getProperty(keyOf(prefix)) ?? 0);
}

function keepLastNumber(prefix: string, number: number): void {
  PropertiesService.getDocumentProperties().setProperty(keyOf(prefix), String(number));
}
