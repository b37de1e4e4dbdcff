// Number formats: which are dates, and how a value shows in a cell.

import type { Cell } from '../../protocol.ts';
import { clockOfSerial } from '../time-zone.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

type Token = { literal: string } | { code: string };

interface Section {
  tokens: Token[];
  isDate: boolean;
}

const sectionsOf = new Map<string, Section[]>();

function readFormat(format: string): Section[] {
  const known = sectionsOf.get(format);
  if (known) return known;
  const sections: Section[] = [];
  let tokens: Token[] = [];
  const close = () => {
    const isDate = tokens.some((token) => 'code' in token && /^(?:[ymdhs]+|am\/pm|a\/p|\[[hms]+\])$/i.test(token.code));
    sections.push({ tokens, isDate });
    tokens = [];
  };
  const pattern =
    /"([^"]*)"?|\\(.)|_.|\*.|(\[[hms]+\])|\[[^\]]*\]|(;)|(am\/pm|a\/p|y+|m+|d+|h+|s+|@)|([#0?][#0?,]*(?:\.[#0?]+)?(?:E[+-]0+)?|\.[#0?]+)|([\s\S])/giy;
  while (pattern.lastIndex < format.length) {
    const match = pattern.exec(format);
    if (!match) break;
    if (match[4] !== undefined) close();
    else if (match[1] !== undefined) tokens.push({ literal: match[1] });
    else if (match[2] !== undefined) tokens.push({ literal: match[2] });
    else if (match[3] !== undefined || match[5] !== undefined || match[6] !== undefined) {
      tokens.push({ code: match[0] });
    } else if (match[7] !== undefined) tokens.push({ literal: match[7] });
  }
  close();
  if (sectionsOf.size > 1000) sectionsOf.clear();
  sectionsOf.set(format, sections);
  return sections;
}

/** Whether a number under this format is a date, a time or a duration: `getValue` then gives a Date. */
export function isDateFormat(format: string | undefined): boolean {
  return format !== undefined && readFormat(format)[0]?.isDate === true;
}

/** Whether this is the format of plain text. */
export function isTextFormat(format: string | undefined): boolean {
  return format === '@';
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0');
}

function showDate(serial: number, tokens: Token[]): string {
  const clock = new Date(clockOfSerial(serial));
  const isTwelve = tokens.some((token) => 'code' in token && /^a/i.test(token.code));
  let text = '';
  tokens.forEach((token, place) => {
    if ('literal' in token) {
      text += token.literal;
      return;
    }
    const code = token.code.toLowerCase();
    const width = code.length;
    const hours = clock.getUTCHours();
    if (code.startsWith('[')) {
      const seconds = Math.round(serial * 86_400);
      const count = code[1] === 'h' ? seconds / 3600 : code[1] === 'm' ? seconds / 60 : seconds;
      text += pad(Math.floor(count), width - 2);
    } else if (code[0] === 'y') text += width <= 2 ? pad(clock.getUTCFullYear() % 100, 2) : clock.getUTCFullYear();
    else if (code[0] === 'd') {
      const name = DAYS[clock.getUTCDay()] ?? '';
      text += width === 4 ? name : width === 3 ? name.slice(0, 3) : pad(clock.getUTCDate(), width);
    } else if (code[0] === 'h') text += pad(isTwelve ? hours % 12 || 12 : hours, width);
    else if (code[0] === 's') text += pad(clock.getUTCSeconds(), width);
    else if (code[0] === 'a') text += hours < 12 ? 'AM' : 'PM';
    else if (code[0] === 'm') {
      // `m` is minutes after hours or before seconds, months elsewhere.
      const codes = tokens.map((other) =>
        'code' in other ? (other.code.toLowerCase().replace('[', '')[0] ?? '') : '',
      );
      const before = codes.slice(0, place).reverse().find(Boolean);
      const after = codes.slice(place + 1).find(Boolean);
      const name = MONTHS[clock.getUTCMonth()] ?? '';
      if (before === 'h' || after === 's') text += pad(clock.getUTCMinutes(), width);
      else if (width === 5) text += name[0];
      else if (width === 4) text += name;
      else text += width === 3 ? name.slice(0, 3) : pad(clock.getUTCMonth() + 1, width);
    } else text += token.code;
  });
  return text;
}

function roundedText(number: number, decimals: number): string {
  // Rounds as decimal arithmetic would: 1.005 to two places is 1.01.
  const shifted = Number(`${number}e${decimals}`);
  return Number.isFinite(shifted) && decimals < 15
    ? Number(`${Math.round(shifted)}e-${decimals}`).toFixed(decimals)
    : number.toFixed(Math.min(decimals, 100));
}

function showDigits(number: number, code: string): string {
  const scientific = /E([+-])(0+)$/i.exec(code);
  if (scientific) {
    const decimals = (/\.([#0?]+)/.exec(code)?.[1] ?? '').length;
    const [mantissa = '0', exponent = '0'] = number.toExponential(decimals).split('e');
    const power = Number(exponent);
    const sign = power < 0 ? '-' : scientific[1] === '+' ? '+' : '';
    return `${mantissa}E${sign}${pad(Math.abs(power), (scientific[2] ?? '0').length)}`;
  }
  const [wholeCode = '', decimalCode = ''] = code.split('.');
  const [whole = '0', decimals = ''] = roundedText(number, decimalCode.length).split('.');
  const least = (wholeCode.match(/0/g) ?? []).length;
  let digits = whole === '0' && least === 0 ? '' : whole.padStart(least, '0');
  if (wholeCode.includes(',')) digits = digits.replace(/\B(?=(\d{3})+$)/g, ',');
  let kept = decimals;
  while (kept.length > 0 && kept.endsWith('0') && decimalCode[kept.length - 1] === '#') kept = kept.slice(0, -1);
  return kept === '' ? digits : `${digits}.${kept}`;
}

function showNumber(value: number, sections: Section[]): string {
  const [positive, negative, zero] = sections;
  let section = positive;
  let sign = value < 0 ? '-' : '';
  if (value < 0 && negative) {
    section = negative;
    sign = '';
  } else if (value === 0 && zero) section = zero;
  if (!section) return '';
  if (section.isDate) return showDate(value, section.tokens);
  const percents = section.tokens.filter((token) => 'literal' in token && token.literal === '%').length;
  const number = Math.abs(value) * 100 ** percents;
  let isShown = false;
  let text = '';
  for (const token of section.tokens) {
    if ('literal' in token) text += token.literal;
    else if (token.code === '@') text += plainNumber(value);
    else if (!isShown) {
      isShown = true;
      text += showDigits(number, token.code);
    }
  }
  return sign + text;
}

/** A number as it shows under the automatic format. */
function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value === 0 ? 0 : value);
  if (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-9) return showDigits(value, '0.00E+00');
  return String(Number(value.toPrecision(10)));
}

/** The text that the cell shows; '' for an empty cell. */
export function displayText(cell: Cell | undefined): string {
  const value = cell?.value;
  if (cell === undefined || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const format = cell.format;
  if (typeof value === 'number') {
    if (format === undefined || format === 'General' || isTextFormat(format)) return plainNumber(value);
    return showNumber(value, readFormat(format));
  }
  const textSection = format === undefined ? undefined : readFormat(format)[3];
  if (!textSection) return value;
  return textSection.tokens.map((token) => ('literal' in token ? token.literal : value)).join('');
}
