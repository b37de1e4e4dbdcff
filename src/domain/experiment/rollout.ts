// Where else something that was adopted should go: a list of places, each open or done, written as people write it in the log.
import { readDay } from '../calendar.ts';

export interface Place {
  where: string;
  isDone: boolean;
  /** yyyy-mm-dd: the day from which on it is to be there while open, on which it came there once done; `''` where nobody wrote it. */
  day: string;
}

const ITEM = /^(?:[-*+]|\d{1,4}[.)]) \[([ xX])\] +(\S.*)$/;
const DAY = /^(.*?\S)[,;:]? \(?(?:(?:from|by|on|since) )?(\d{4}-\d\d-\d\d)\)?$/;

/** The place that a line of a list of tasks names, in whichever of the usual forms; undefined for any other line. */
function placeIn(line: string): Place | undefined {
  const [, mark, text = ''] = ITEM.exec(line.trim()) ?? [];
  if (mark === undefined) return undefined;
  const [, where = '', day = ''] = DAY.exec(text) ?? [];
  const isDone = mark !== ' ';
  return readDay(day) === undefined ? { where: text, isDone, day: '' } : { where, isDone, day };
}

/**
 * The list `- [ ] South, from 2026-05-01` or `- [x] North, 2026-04-12`. Undefined for any other text, and for one that would not come back
 * as it is, so that free Markdown stays as typed. An empty text is an empty list.
 */
export function readRollout(text: string): Place[] | undefined {
  if (text === '') return [];
  const places = text.split('\n').flatMap((line) => placeIn(line) ?? []);
  return writeRollout(places) === text ? places : undefined;
}

/** The list as text; places without a name are left out. */
export function writeRollout(places: readonly Place[]): string {
  return places
    .map(({ where, ...rest }) => ({ ...rest, where: where.replace(/\s+/g, ' ').trim() }))
    .filter(({ where }) => where !== '')
    .map(({ where, isDone, day }) => {
      const from = isDone ? '' : 'from ';
      return `- [${isDone ? 'x' : ' '}] ${where}${day === '' ? '' : `, ${from}${day}`}`;
    })
    .join('\n');
}

/** The open places whose day has come on `today` (yyyy-mm-dd), the longest waiting first; also of lists between other words. */
export function duePlaces(text: string, today: string): Place[] {
  return text
    .split('\n')
    .flatMap((line) => placeIn(line) ?? [])
    .filter(({ isDone, day }) => !isDone && day !== '' && day <= today)
    .sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
}
