// What a text becomes when it is entered in a cell: number, date, boolean, formula or text, as Sheets reads it.

import type { Cell } from '../../protocol.ts';
import { clockTime, serialOf, serialOfDay } from '../time-zone.ts';
import { isDateFormat, isTextFormat } from './number-format.ts';

/** What reading an entry depends on. */
export interface EntryRules {
  /** Such as `en_US`. */
  locale: string;
  timeZone: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** What was entered: the value or formula, the format that an automatic cell takes on by it, and whether an apostrophe stood before it that is no part of it. */
export type Entry = Pick<Cell, 'value' | 'formula' | 'format' | 'links'> & { isMarked?: true };

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_FIRST = new Set(['US', 'PH']);
const COMMA_LANGUAGES = new Set(
  'de fr es it nl pt ru pl tr sv da nb no fi cs sk hu ro bg el uk hr sl sr id vi'.split(' '),
);
const POINT_REGIONS = new Set(['MX', 'CH']);

function conventions(locale: string): { decimal: string; isMonthFirst: boolean } {
  const [language = 'en', region = ''] = locale.split(/[_-]/);
  return {
    decimal: COMMA_LANGUAGES.has(language) && !POINT_REGIONS.has(region) ? ',' : '.',
    isMonthFirst: MONTH_FIRST.has(region) || (language === 'en' && region === ''),
  };
}

function readNumber(text: string, decimal: string): Entry | undefined {
  const group = decimal === ',' ? '.' : ',';
  const match = /^(\()?([+-])?\s*([$€£])?\s*([\d.,]+)(e[+-]?\d+)?\s*(%)?(\))?$/i.exec(text);
  if (!match || (match[1] === undefined) !== (match[7] === undefined)) return undefined;
  const [, bracket, sign, currency, digits = '', exponent = '', percent] = match;
  const g = `\\${group}`;
  const shape = new RegExp(`^(?:\\d+|\\d{1,3}(?:${g}\\d{3})+)?(?:\\${decimal}\\d*)?$`);
  if (!shape.test(digits) || !/\d/.test(digits)) return undefined;
  let value = Number(digits.split(group).join('').replace(decimal, '.') + exponent);
  if (!Number.isFinite(value)) return undefined;
  if (sign === '-' || bracket !== undefined) value = -value;
  const hasDecimals = digits.includes(decimal);
  const hasGroups = digits.includes(group);
  if (percent !== undefined)
    return { value: Number(`${value}e-2`) || value / 100, format: hasDecimals ? '0.00%' : '0%' };
  if (currency !== undefined) return { value, format: `"${currency}"#,##0${hasDecimals ? '.00' : ''}` };
  if (hasGroups) return { value, format: hasDecimals ? '#,##0.00' : '#,##0' };
  return { value };
}

function readTime(text: string): { days: number; format: string } | undefined {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?\s*(am|pm)?$/i.exec(text);
  if (!match) return undefined;
  const [, hourText, minuteText, secondText, half] = match;
  let hours = Number(hourText);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
  }
  const [minutes, seconds] = [Number(minuteText), Number(secondText ?? 0)];
  if (hours > 23 || minutes > 59 || seconds >= 60) return undefined;
  const base = secondText === undefined ? 'h:mm' : 'h:mm:ss';
  return {
    days: (hours * 3600 + minutes * 60 + seconds) / 86_400,
    format: half === undefined ? base : `${base} am/pm`,
  };
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function monthOf(name: string): number {
  const month = MONTH_NAMES.indexOf(name.slice(0, 3).toLowerCase());
  const full = 'january february march april may june july august september october november december'.split(' ');
  const isName =
    name.length === 3 || (name.toLowerCase() === 'sept' && month === 8) || full[month] === name.toLowerCase();
  return isName ? month + 1 : 0;
}

function readDay(text: string, rules: EntryRules, isMonthFirst: boolean): Entry | undefined {
  const today = new Date(clockTime(rules.now, rules.timeZone));
  const thisYear = String(today.getUTCFullYear());
  const day = (year: string, month: number, date: string, format: string): Entry | undefined => {
    const value = serialOfDay(fullYear(year), month, Number(date));
    return value === undefined ? undefined : { value, format };
  };
  let match = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (match) return day(match[1] ?? '', Number(match[3]), match[4] ?? '', 'yyyy-mm-dd');
  match = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (match && (match[2] !== '.' || (match[4] !== undefined && !isMonthFirst))) {
    const [, one = '', , other = '', year = thisYear] = match;
    const inOrder = isMonthFirst
      ? day(year, Number(one), other, match[4] === undefined ? 'm/d' : 'm/d/yyyy')
      : day(year, Number(other), one, match[4] === undefined ? 'dd/mm' : 'dd/mm/yyyy');
    return inOrder;
  }
  match = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$/i.exec(text);
  if (match && monthOf(match[1] ?? '') > 0) {
    return day(match[3] ?? thisYear, monthOf(match[1] ?? ''), match[2] ?? '', match[3] ? 'mmm d, yyyy' : 'mmm d');
  }
  match = /^(\d{1,2})[\s-]([a-z]{3,9})\.?(?:[,\s-]+(\d{4}))?$/i.exec(text);
  if (match && monthOf(match[2] ?? '') > 0) {
    return day(match[3] ?? thisYear, monthOf(match[2] ?? ''), match[1] ?? '', match[3] ? 'd mmm yyyy' : 'd mmm');
  }
  match = /^([a-z]{3,9})\.?\s+(\d{4})$/i.exec(text);
  if (match && monthOf(match[1] ?? '') > 0) return day(match[2] ?? '', monthOf(match[1] ?? ''), '1', 'mmm yyyy');
  return undefined;
}

function readDate(text: string, rules: EntryRules, isMonthFirst: boolean): Entry | undefined {
  const alone = readDay(text, rules, isMonthFirst);
  if (alone) return alone;
  const time = readTime(text);
  if (time) return { value: time.days, format: time.format };
  const split = /^(.*\d)(?:\s+|T(?=\d))(\d{1,2}:.*)$/.exec(text);
  const day = split ? readDay(split[1] ?? '', rules, isMonthFirst) : undefined;
  const clock = split ? readTime(split[2] ?? '') : undefined;
  if (!day || !clock || typeof day.value !== 'number') return undefined;
  return { value: day.value + clock.days, format: `${day.format} ${clock.format}` };
}

/** How a cell of the format `@` reads the first character of an entry. */
export interface TextCell {
  apostrophe: 'taken' | 'kept';
  equalsSign: 'formula' | 'text';
  details: 'specified' | 'other';
}

/** Where a person types. */
export const TYPED: TextCell = { apostrophe: 'taken', equalsSign: 'text', details: 'specified' };

/** Reads a text as an entry. A leading `'` makes text of whatever follows and is no part of it; a text cell may keep it. */
export function readEntry(text: string, format: string | undefined, rules: EntryRules, textCell: TextCell): Entry {
  if (text === '') return {};
  const isText = isTextFormat(format);
  if (textCell.details === 'other') {
    if (text === "'" || (!isText && text.startsWith("''"))) return { value: text };
    if (!isText && /^\+[\d.]+$/.test(text)) return { formula: `=${text}` };
  }
  if (text.startsWith("'") && !(isText && textCell.apostrophe === 'kept'))
    return { value: text.slice(1), isMarked: true };
  if (text.startsWith('=') && text.length > 1 && !(isText && textCell.equalsSign === 'text')) return { formula: text };
  if (isText) return { value: text };
  const trimmed = text.trim();
  if (/^true$/i.test(trimmed)) return { value: true };
  if (/^false$/i.test(trimmed)) return { value: false };
  const { decimal, isMonthFirst } = conventions(rules.locale);
  return readNumber(trimmed, decimal) ?? readDate(trimmed, rules, isMonthFirst) ?? { value: text };
}

/** The entry that a Date is, in the spreadsheet's zone. */
export function dateEntry(instant: number, rules: EntryRules, { details }: Pick<TextCell, 'details'>): Entry {
  const { isMonthFirst } = conventions(rules.locale);
  const value = serialOf(instant, rules.timeZone);
  const day = isMonthFirst ? 'm/d/yyyy' : 'dd/mm/yyyy';
  return { value, format: Number.isInteger(value) === (details === 'specified') ? day : `${day} h:mm:ss` };
}

/** The cell after an entry: it keeps its note, style and format, and no links; an automatic format follows the entry's. */
export function enteredCell(old: Cell | undefined, entry: Entry): Cell | undefined {
  const { value: _value, formula: _formula, links: _links, ...rest } = old ?? {};
  const cell: Cell = rest;
  if (entry.value !== undefined) cell.value = entry.value;
  if (entry.formula !== undefined) cell.formula = entry.formula;
  if (entry.links !== undefined) cell.links = entry.links;
  const isPlain = cell.format === undefined || cell.format === 'General';
  // A date entered under a plain number format shows as a date.
  if (entry.format !== undefined && (isPlain || (isDateFormat(entry.format) && /^[0#.,]+$/.test(cell.format ?? '')))) {
    cell.format = entry.format;
  }
  return Object.keys(cell).length === 0 ? undefined : cell;
}
