// The line in a log's head that says when it was last updated, and its date in whatever form it is written.

/** A date as it stands in a line: offsets within the line, and its day as yyyy-mm-dd. */
export interface WrittenDay {
  start: number;
  end: number;
  day: string;
}

const LINE = /^[ \t]*(?:[-+>][ \t]+)?[*_]*last[ \t]+updated[*_]*[ \t]*:?[*_]*:?[ \t]*/i;

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const MONTH = `(${MONTHS.map((name) => `${name.slice(0, 3)}(?:${name.slice(3)})?`).join('|')})`;

/** How people write a day: what it looks like, and which of its parts is which. */
const FORMS: readonly { pattern: RegExp; order: readonly ('year' | 'month' | 'day')[] }[] = [
  { pattern: /(\d{4})-(\d\d?)-(\d\d?)(?!\d)/, order: ['year', 'month', 'day'] },
  { pattern: /(\d{4})\/(\d\d?)\/(\d\d?)(?!\d)/, order: ['year', 'month', 'day'] },
  { pattern: /(?<!\d)(\d\d?)\.[ ]?(\d\d?)\.[ ]?(\d{4}|\d\d)(?!\d)/, order: ['day', 'month', 'year'] },
  {
    pattern: new RegExp(`(?<!\\d)(\\d\\d?)(?:st|nd|rd|th)?[ ]${MONTH}\\.?,?[ ](\\d{4})(?!\\d)`, 'i'),
    order: ['day', 'month', 'year'],
  },
  {
    pattern: new RegExp(`\\b${MONTH}\\.?[ ](\\d\\d?)(?:st|nd|rd|th)?,?[ ](\\d{4})(?!\\d)`, 'i'),
    order: ['month', 'day', 'year'],
  },
];

/** Whether a line says when the log was last updated. */
export function isLastUpdated(line: string): boolean {
  return LINE.test(line);
}

/** The date of such a line, or the place for one where it has none; undefined where it has words that are no date. */
export function findDay(line: string): WrittenDay | undefined {
  const lead = LINE.exec(line)?.[0].length ?? 0;
  const rest = line.slice(lead);
  for (const { pattern, order } of FORMS) {
    const match = pattern.exec(rest);
    if (!match) continue;
    const start = lead + match.index;
    const part = (name: 'year' | 'month' | 'day'): string => match[order.indexOf(name) + 1] ?? '';
    const year = part('year').length === 2 ? `20${part('year')}` : part('year');
    const day = [year, String(monthOf(part('month'))), part('day')].map((text) => text.padStart(2, '0')).join('-');
    return { start, end: start + match[0].length, day };
  }
  return /^[*_ \t]*$/.test(rest) ? { start: lead, end: lead, day: '' } : undefined;
}

/** Another day (yyyy-mm-dd) in the form of a written one; as it is where there is none. */
export function dayLike(written: string, day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  for (const { pattern, order } of FORMS) {
    const match = pattern.exec(written);
    if (!match) continue;
    const numbers = order.map((name, index) => [name, match[index + 1] ?? ''] as const);
    const isPadded = numbers.some(([name, text]) => name !== 'year' && text.startsWith('0'));
    const number = (text: string): string => (isPadded || order[0] === 'year' ? text : String(Number(text)));
    let at = 0;
    let result = '';
    for (const [name, text] of numbers) {
      const found = written.indexOf(text, at);
      const between = written.slice(at, found).replace(/^(?:st|nd|rd|th)/, '');
      at = found + text.length;
      result += between;
      if (name === 'year') result += text.length === 2 ? year.slice(2) : year;
      else if (name === 'day') result += number(date);
      else if (/\d/.test(text)) result += number(month);
      else result += monthLike(text, Number(month));
    }
    return result + written.slice(at);
  }
  return day;
}

function monthOf(text: string): number {
  const index = MONTHS.findIndex((name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase());
  return index < 0 ? Number(text) : index + 1;
}

function monthLike(text: string, month: number): string {
  const name = MONTHS[month - 1] ?? '';
  return text.length === 3 && text.toLowerCase() !== 'may' ? name.slice(0, 3) : name;
}
