// The line in a log's head that says when it was last updated, and its date in whatever form it is written.
import { findDate, type WrittenDay } from './dates.ts';

const LINE = /^[ \t]*(?:[-+>][ \t]+)?[*_]*last[ \t]+updated[*_]*[ \t]*:?[*_]*:?[ \t]*/i;

/** Whether a line says when the log was last updated. */
export function isLastUpdated(line: string): boolean {
  return LINE.test(line);
}

/** The date of such a line, or the place for one where it has none; undefined where it has words that are no date. */
export function findDay(line: string): WrittenDay | undefined {
  const lead = LINE.exec(line)?.[0].length ?? 0;
  const rest = line.slice(lead);
  const found = findDate(rest);
  if (found) return { start: lead + found.start, end: lead + found.end, day: found.day };
  return /^[*_ \t]*$/.test(rest) ? { start: lead, end: lead, day: '' } : undefined;
}
