// A day as people write it, read, and written again in the same form.
import { readDay } from '../../domain/calendar.ts';
import type { Language } from '../words/labels.ts';
import { MONTHS_OF } from '../words/months.ts';

type Part = 'year' | 'month' | 'day';

/** A date as it stands in a text: offsets within it, and its day as yyyy-mm-dd. */
export interface WrittenDay {
  start: number;
  end: number;
  day: string;
}

const MONTHS: readonly (readonly string[])[] = Object.values(MONTHS_OF).map((names) => names.split(' '));

/** How short a month is written in each language; `Sept` and `juil` too. */
const SHORT = 3;
const SHORTER = /^(?:sept|juil)$/;

/** Each month, from 1, by its name, whole or short, in small letters; where two are alike the first language's. */
const NUMBERS = new Map<string, number>();
for (const length of [99, SHORT, SHORT + 1]) {
  for (const [index, name] of MONTHS.flat().entries()) {
    const short = name.slice(0, length).toLowerCase();
    if ((length !== SHORT + 1 || SHORTER.test(short)) && !NUMBERS.has(short)) NUMBERS.set(short, (index % 12) + 1);
  }
}
/** Letters of either case, where a flag for the whole pattern would make all letters of the world so, which takes long. */
const anyCase = (letters: string): string =>
  letters.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
const ORDINAL = anyCase('st|nd|rd|th');
/** A word, which is looked up: a pattern of all their names takes long. */
const MONTH = '(?<month>\\p{L}{3,10})(?!\\p{L})';

/** The last two digits of a year where no word follows that they may be the number of: `5 Jan 26`, but `5 March 12 loaves`. */
const SHORT_YEAR = '\\d\\d(?![\\d:%/]|[.,]\\d|[ -]?[\\p{L}%€$])';

/** What parts the first day of a range from its last where both share a year, or a month and a year: `5–18 January 2026`. */
const TO = '[ ]?[–—-][ ]?(?=\\d|\\p{L})';

const UNTIL = /^[ ]?[–—-][ ]?[\d\p{L}]/u;

interface Form {
  pattern: RegExp;
  order: readonly Part[];
  /** Numbers with day and month in either order. */
  isEither?: true;
}

/** How people write a day: what it looks like, and which of its parts is which. */
const FORMS: readonly Form[] = [
  { pattern: /(?<!\d)(\d{4})([-/.])(\d\d?)\2(\d\d?)(?!\d)/gu, order: ['year', 'month', 'day'] },
  { pattern: /(?<!\d)(\d{4})年[ ]?(\d\d?)月[ ]?(\d\d?)日/gu, order: ['year', 'month', 'day'] },
  {
    pattern: /(?<!\d)(\d\d?)(\.)[ ]?(\d\d?)\.[ ]?(\d{4}|\d\d)(?!\d)/gu,
    order: ['day', 'month', 'year'],
  },
  {
    pattern: /(?<!\d)(\d\d?)([/-])(\d\d?)\2(\d{4}|\d\d)(?!\d)/gu,
    order: ['day', 'month', 'year'],
    isEither: true,
  },
  {
    pattern: new RegExp(
      `(?<!\\d)(\\d\\d?)(${ORDINAL}|${anyCase('er')}|\\.)?(${TO}\\d\\d?\\.?)?[ \\u00a0-](?:${anyCase('de')}[ ])?${MONTH}\\.?(${TO}\\d\\d?\\.?[ ]\\p{L}{3,10}\\.?)?,?[ \\u00a0-](?:${anyCase('del')}?[ ])?'?(\\d{4}(?!\\d)|${SHORT_YEAR})`,
      'gu',
    ),
    order: ['day', 'month', 'year'],
  },
  {
    pattern: new RegExp(
      `(?<!\\p{L})${MONTH}(\\.)?[ \\u00a0](\\d\\d?)(?:${ORDINAL})?(${TO}(?:\\p{L}{3,10}\\.?[ ])?\\d\\d?)?,?[ \\u00a0](\\d{4})(?!\\d)`,
      'gu',
    ),
    order: ['month', 'day', 'year'],
  },
];

/** Those with the name of a month; they have a year of four digits, or of two behind a word, and the others these signs, which is quickly seen. */
const NAMED_FORMS = FORMS.slice(-2);
const LIKE_NAMED = /\d{4}|[^\s\d\p{P}][.,]?[ \u00a0-]'?\d\d(?!\d)/u;
const LIKE_OTHERS = /\d(?:[-/.] ?\d|年)/;

interface Found extends WrittenDay {
  order: readonly Part[];
  texts: readonly string[];
  /** Of a range, `–18` of `5–18 January 2026`; what the last day is without the first: `18 January 2026`. */
  until?: { text: string; last: string };
}

/** The parts of the first date in a text, whatever day it names; `dayFirst` undefined: 3/4/2026 is none. */
function findParts(text: string, dayFirst: boolean | undefined): Found | undefined {
  const forms = LIKE_OTHERS.test(text) ? FORMS : LIKE_NAMED.test(text) ? NAMED_FORMS : [];
  for (const { pattern, order, isEither } of forms) {
    const match = firstOf(pattern, text);
    if (!match) continue;
    // The second or third group is the mark between or behind.
    const texts = match.slice(1).filter((part) => part !== undefined && /^(?:\d+|\p{L}{3,})$/u.test(part));
    const [first = '', second = ''] = texts;
    let way = order;
    if (isEither) {
      const isDayFirst = Number(first) > 12 ? true : Number(second) > 12 ? false : dayFirst;
      if (isDayFirst === undefined && first !== second) continue;
      if (isDayFirst === false) way = ['month', 'day', 'year'];
    }
    const until = match.slice(1).find((part) => part !== undefined && UNTIL.test(part));
    const last = until && /\p{L}{3,}/u.exec(until)?.[0];
    if (last && !isMonth(last)) continue;
    const part = (name: Part): string => texts[way.indexOf(name)] ?? '';
    const year = part('year').length === 2 ? `20${part('year')}` : part('year');
    const month = monthOf(part('month'));
    // `28 December – 5 January 2026` begins the year before.
    const begun = last && monthOf(last) < month ? String(Number(year) - 1) : year;
    const day = [begun, String(month), part('day')].map((piece) => piece.padStart(2, '0')).join('-');
    const found = { start: match.index, end: match.index + match[0].length, day, order: way, texts };
    return until === undefined ? found : { ...found, until: { text: until, last: lastOf(match[0], until) } };
  }
  return undefined;
}

/** The last day of a range, whole: the parts of the first that it does not name are its, too. */
function lastOf(range: string, until: string): string {
  const [own = ''] = /[\p{L}\d].*$/u.exec(until) ?? [];
  const at = range.indexOf(until);
  const isNamed = /\p{L}/u.test(own);
  const before = isNamed ? '' : range.slice(0, at).replace(/\d\d?[^\d]*$/, '');
  return before + own + range.slice(at + until.length);
}

/** The first match of a pattern whose word, where it has one, is the name of a month. */
function firstOf(pattern: RegExp, text: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { month } = match.groups ?? {};
    if (month === undefined || NUMBERS.has(month.toLowerCase())) return match;
  }
  return null;
}

/** The first date in a text. The day may be one that no calendar has. */
export function findDate(text: string, dayFirst?: boolean): WrittenDay | undefined {
  return findParts(text, dayFirst);
}

/** A text up to the end of its first day, without the last of a range. */
export function firstDayOf(text: string, dayFirst?: boolean): string {
  const found = findParts(text, dayFirst);
  return text.slice(0, found?.end).replace(found?.until?.text ?? '', '');
}

/** What may stand behind a date in a value without being more than its time, its end, or a remark. */
const REMARK =
  /^(?:\.?[ \t]*$|[,;][ ]|T\d|[ ,]+(?:at[ ]|um[ ]|à[ ])?\d\d?:\d\d|[ ]*(?:[(→⇒–—]|\/ |->|--|-[ ]|to[ ]|until[ ]|bis[ ]|\.\.))/u;

/** The day that a value is: one date, with a day of the week before it, and a time, an end or a remark behind it. */
export function dayOfValue(text: string, dayFirst?: boolean): string | undefined {
  if (text.length > 80) return undefined;
  const found = findParts(text, dayFirst);
  if (!found || readDay(found.day) === undefined) return undefined;
  return /^[\s(*_]*(?:\p{L}{2,10}\.?,?\s+)?$/u.test(text.slice(0, found.start)) &&
    REMARK.test(text.slice(found.end).replace(/^[)*_]+/, ''))
    ? found.day
    : undefined;
}

/** What a text says of the order of day and month in it: undefined where it can be both or has no such date. */
export function orderIn(text: string): 'day' | 'month' | 'either' | undefined {
  const match = /(?<!\d)(\d\d?)([/-])(\d\d?)\2(?:\d{4}|\d\d)(?!\d)/.exec(text);
  if (!match) return undefined;
  const [, first, , second] = match;
  if (Number(first) > 12) return 'day';
  if (Number(second) > 12) return 'month';
  return first === second ? undefined : 'either';
}

/** Another day (yyyy-mm-dd) in the form of the first date of a text, the rest of which stays; the day alone where there is none. */
export function dayLike(written: string, day: string, dayFirst?: boolean, language: Language = 'en'): string {
  const found = findParts(written, dayFirst);
  if (!found) return day;
  if (found.until !== undefined) {
    // The last day stays, with the month and the year that it shared.
    const { text, last } = found.until;
    const first = dayLike(written.slice(found.start, found.end).replace(text, ''), day, dayFirst, language);
    return `${written.slice(0, found.start)}${first} – ${last}${written.slice(found.end)}`;
  }
  const [year = '', month = '', date = ''] = day.split('-');
  const { order, texts, start } = found;
  const isPadded = order.some((name, index) => name !== 'year' && (texts[index] ?? '').startsWith('0'));
  const number = (text: string): string =>
    isPadded || /^\d{4}[^年]/.test(written.slice(start)) ? text : String(Number(text));
  let at = start;
  let result = written.slice(0, at);
  for (const [index, name] of order.entries()) {
    const text = texts[index] ?? '';
    const from = written.indexOf(text, at);
    result += written.slice(at, from).replace(/^(?:st|nd|rd|th|er)/, '');
    at = from + text.length;
    if (name === 'year') result += text.length === 2 ? year.slice(2) : year;
    else if (name === 'day') result += number(date);
    else if (/\d/.test(text)) result += number(month);
    else result += monthLike(text, Number(month), language);
  }
  return result + written.slice(at);
}

function languageOf(name: string): readonly string[] | undefined {
  const lower = name.toLowerCase();
  return (
    MONTHS.find((months) => months.some((month) => month.toLowerCase() === lower)) ??
    MONTHS.find((months) => months.some((month) => month.toLowerCase().startsWith(lower)))
  );
}

/** Whether a word is the name of a month, whole or short. */
export const isMonth = (word: string): boolean => NUMBERS.has(word.replace(/\.$/, '').toLowerCase());

const monthOf = (text: string): number => NUMBERS.get(text.toLowerCase()) ?? Number(text);

/** A month in the language and length of another; of several languages that write that one alike in this, if it is one of them. */
function monthLike(text: string, month: number, language: Language): string {
  const own = MONTHS_OF[language].split(' ');
  const lower = text.toLowerCase();
  const months = own.some((name) => name.toLowerCase().startsWith(lower)) ? own : (languageOf(text) ?? []);
  const isWhole = months.some((name) => name.toLowerCase() === text.toLowerCase());
  const name = months[month - 1] ?? '';
  return isWhole ? name : name.slice(0, SHORT);
}
