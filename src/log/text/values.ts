// What words and days of a log mean.
import { readDay } from '../../domain/calendar.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import type { FieldKey } from '../../domain/experiment/template.ts';
import type { Shape } from '../shape/shape.ts';
import { meaningOfStatus, statusWord } from '../shape/status-words.ts';
import { plainWord } from '../shape/words.ts';
import { dayOfValue } from './dates.ts';

type Statuses = Pick<Shape, 'statuses'>;

/** The status that a word of the log means; as it is where it means none. */
export function statusOfWord(value: string, { statuses }: Statuses): string {
  const word = statusWord(value);
  // An emoji says it in a log that has not used it yet, too.
  return (statuses.get(word) ?? (plainWord(word) === '' ? meaningOfStatus(word) : undefined)) || value;
}

/** Where a remark behind a status begins, with what parts it, or the value ends. */
export const remarkStart = (value: string): number =>
  value.search(/[ \t]*(?:[(,;:–—]|<!--|[.](?=[ \t])|-{1,2}[ \t]|$)/);

/** The remark behind a status on its line: `done (see minutes)`, `running — Kim watches it`; empty without one. */
export function remarkOf(value: string, shape: Statuses): string {
  const start = remarkStart(value);
  const isSaid = start > 0 && !value.includes('\n') && isStatus(statusOfWord(value.slice(0, start), shape));
  return isSaid ? value.slice(start) : '';
}

/** The status that a value means, with a remark behind it or without one; as it is where it means none. */
export function readStatus(value: string, shape: Statuses): string {
  const status = statusOfWord(value, shape);
  if (status !== value) return status;
  const remark = remarkOf(value, shape);
  return remark === '' ? value : statusOfWord(value.slice(0, -remark.length), shape);
}

/** The day that a value is; as it is where it is none. */
export function readDate(value: string, { dayFirst }: Pick<Shape, 'dayFirst'>): string {
  return value === '' || readDay(value) !== undefined ? value : (dayOfValue(value, dayFirst) ?? value);
}

/** What is a word or a day: a blank that does not break is none of it, nor what nobody sees behind it. */
export const WORDS: readonly FieldKey[] = ['status', 'date', 'started', 'decision'];

const SHORT = 30;

/** Whether a value is all that a status or a day may be, so that what follows it is none of it. */
export function isWholeValue(key: FieldKey | undefined, value: string, shape: Shape): boolean {
  // Nobody breaks a short line, whatever word it is; what is no experiment may have a text there.
  if (key === 'status') return (shape.isOfExperiments && value.length < SHORT) || isStatus(readStatus(value, shape));
  return (key === 'date' || key === 'started') && readDay(readDate(value, shape)) !== undefined;
}
