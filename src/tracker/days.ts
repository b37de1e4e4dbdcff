// Days as cells say them: whole dates, and those that leave out the year or the day, which stand in a column with others.
import { dayOf, formatDay, LAST_DAY, readDay } from '../domain/calendar.ts';
import { entryOf } from '../domain/duration/lexicon.ts';
import { dayOfValue, orderIn, plainWord } from '../log/index.ts';

/** A day that a cell names. */
export interface CellDay {
  /** yyyy-mm-dd. */
  day: string;
  /** False where the cell leaves out the year or the day of the month: what it says is worth keeping beside the day. */
  isWhole: boolean;
}

/** What these texts say of the order of day and month; `isOpen` where one can be read in two ways and no other tells. */
export function orderOf(texts: readonly string[]): { dayFirst: boolean | undefined; isOpen: boolean } {
  let isOpen = false;
  let [day, month] = [0, 0];
  for (const text of texts) {
    const order = orderIn(text) ?? orderInShort(text);
    if (order === 'day') day += 1;
    else if (order === 'month') month += 1;
    else if (order === 'either') isOpen = true;
  }
  if (day + month === 0 || day === month) return { dayFirst: undefined, isOpen };
  return { dayFirst: day > month, isOpen: false };
}

/** The same of a day without its year. */
function orderInShort(text: string): 'day' | 'month' | 'either' | undefined {
  const [, first, second] = SHORT_DAY.exec(text.trim())?.map(Number) ?? [];
  if (first === undefined || second === undefined || first === second) return undefined;
  return first > 12 ? 'day' : second > 12 ? 'month' : 'either';
}

const SHORT_DAY = /^(\d\d?)[/-](\d\d?)$/;

/** What Sheets and Excel count their days from. */
const SERIAL_BASE = 25_569;

/** Days of the last decades and the next, as a program that saved no formats writes them. */
function dayOfNumber(text: string): string | undefined {
  if (!/^[34]\d{4}$|^5[0-5]\d{3}$/.test(text)) return undefined;
  const day = Number(text) - SERIAL_BASE;
  return day > LAST_DAY ? undefined : formatDay(day);
}

const isoDay = (year: number, month: number, day: number): string | undefined => {
  const number = dayOf(year, month, day);
  return number === undefined ? undefined : formatDay(number);
};

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

const monthOf = (word: string): number | undefined => entryOf(plainWord(word))?.month;

/** A day that lacks its year, or its day of the month. */
function partsOf(
  text: string,
  dayFirst: boolean | undefined,
): { year?: number; month: number; day: number; isMonth?: true } | undefined {
  const plain = text.trim().replace(/[\s\u00a0]+/g, ' ');
  const dayMonth =
    /^(?:\p{L}{2,10}\.?,? )?(\d\d?)(?:st|nd|rd|th|er|\.)?[- /.]?(?:de )?(\p{L}{3,10})\.?(?:[- /,]+(?:de |del )?'?(\d{4}|\d\d))?$/u.exec(
      plain,
    );
  if (dayMonth) {
    const month = monthOf(dayMonth[2] ?? '');
    if (month !== undefined) {
      const year = dayMonth[3] === undefined ? {} : { year: fullYear(dayMonth[3]) };
      return { ...year, month, day: Number(dayMonth[1]) };
    }
  }
  const monthFirst = /^(\p{L}{3,10})\.?(?:([- /'’]+)(?:de |del )?(\d{4}|\d\d?)(?:st|nd|rd|th)?(?:,? (\d{4}))?)?$/u.exec(
    plain,
  );
  if (monthFirst) {
    const [, word = '', mark = '', number, year] = monthFirst;
    const month = monthOf(word);
    if (month === undefined) return undefined;
    if (number === undefined) return { month, day: 1, isMonth: true };
    // `Mar-26` is how programs write a month of 2026.
    if (number.length === 4 || (number.length === 2 && /[-'’]/.test(mark)))
      return { year: fullYear(number), month, day: 1, isMonth: true };
    return { ...(year === undefined ? {} : { year: Number(year) }), month, day: Number(number) };
  }
  const yearMonth = /^(\d{4})[-/.](\d\d?)$/.exec(plain) ?? /^(\d\d?)[/.](\d{4})$/.exec(plain)?.slice(0, 3);
  if (yearMonth) {
    const [a = '', b = ''] = yearMonth.slice(1);
    const [year, month] = a.length === 4 ? [a, b] : [b, a];
    return { year: Number(year), month: Number(month), day: 1, isMonth: true };
  }
  const german = /^(\d\d?)\. ?(\d\d?)\.$/.exec(plain);
  if (german) return { month: Number(german[2]), day: Number(german[1]) };
  const short = SHORT_DAY.exec(plain);
  if (short) {
    const [first, second] = [Number(short[1]), Number(short[2])];
    const isDayFirst = first > 12 ? true : second > 12 ? false : dayFirst;
    if (isDayFirst === undefined) return undefined;
    return isDayFirst ? { month: second, day: first } : { month: first, day: second };
  }
  return undefined;
}

/** Reads the cells of a column, top to bottom, as days; undefined for those that name none. */
export function readDays(
  texts: readonly string[],
  dayFirst: boolean | undefined,
  today: string,
): (CellDay | undefined)[] {
  const filled = texts.filter((text) => text.trim() !== '');
  const isSerial = filled.filter((text) => dayOfNumber(text.trim()) !== undefined).length * 2 > filled.length;
  const whole = texts.map((text) => {
    const serial = isSerial ? dayOfNumber(text.trim()) : undefined;
    return serial ?? (/\d/.test(text) ? dayOfValue(text, dayFirst) : undefined);
  });
  const years = whole.map((day) => (day === undefined ? undefined : Number(day.slice(0, 4))));
  return texts.map((text, at): CellDay | undefined => {
    const known = whole[at];
    if (known !== undefined) return readDay(known) === undefined ? undefined : { day: known, isWhole: true };
    const parts = text.length > 40 ? undefined : partsOf(text, dayFirst);
    if (parts === undefined) return undefined;
    const year = parts.year ?? nearest(years, at) ?? Number(today.slice(0, 4));
    const day = isoDay(year, parts.month, parts.day);
    return day === undefined ? undefined : { day, isWhole: parts.year !== undefined && parts.isMonth !== true };
  });
}

/** The year of the nearest row that names one, rather above than below. */
function nearest(years: readonly (number | undefined)[], at: number): number | undefined {
  for (let distance = 1; distance < years.length; distance += 1) {
    const year = years[at - distance] ?? years[at + distance];
    if (year !== undefined) return year;
  }
  return undefined;
}
