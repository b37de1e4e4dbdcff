// The values that formulas work on, and how one kind is taken for another.

import type { Corner } from './tokens.ts';

/** undefined is an empty cell. */
export type Scalar = string | number | boolean | undefined;
export type Matrix = Scalar[][];

/** What a formula sees of its surroundings. */
export interface Setting {
  /** The values in a reference; a cell that shows an error throws it. */
  read(sheet: string | undefined, from: Corner, to: Corner | undefined): Matrix;
  /** Where the formula stands, from 0. */
  readonly row: number;
  readonly column: number;
  /** The serial number of now in the spreadsheet's zone. */
  readonly now: number;
  /** A number that a formula gives as a date, as a text to be joined; undefined where it is joined as a number. */
  joinedDay?(days: number): string;
  /** A text as a number, date or boolean, as entering it would read it; undefined if it is none. */
  readText(text: string): number | undefined;
}

/** The arguments of a function call, each evaluated when it is asked for. */
export interface Call {
  readonly count: number;
  matrix(place: number): Matrix;
  isGiven(place: number): boolean;
  readonly setting: Setting;
}

/** A formula's failure; the message is what its cell shows, such as `#VALUE!`. Not an Error: formulas fail in every blank row, and
 *  nobody reads where. */
export class FormulaError {
  readonly message: string;

  constructor(message: string) {
    this.message = message;
  }
}

export function isBlank(value: Scalar): value is undefined {
  return value === undefined;
}

/** The number a value counts as. Throws `#VALUE!` for a text that is none. */
export function toNumber(value: Scalar, setting?: Setting): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === undefined) return 0;
  const number = setting?.readText(value) ?? (value.trim() === '' ? Number.NaN : Number(value));
  if (Number.isNaN(number)) throw new FormulaError('#VALUE!');
  return number;
}

export function toText(value: Scalar): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(Number(value.toPrecision(15))) : value;
}

/** Whether a value counts as true. Throws `#VALUE!` for a text other than TRUE and FALSE. */
export function toBoolean(value: Scalar): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  if (value === undefined) return false;
  if (/^true$/i.test(value)) return true;
  if (/^false$/i.test(value)) return false;
  throw new FormulaError('#VALUE!');
}
