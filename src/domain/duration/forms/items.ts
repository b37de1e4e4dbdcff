// What forms are made of: marks, words and numbers, and items that may be missing, are one of several, or must or must not be next.
import type { Unit, UnitName } from '../language.ts';
import type { Entry } from '../lexicon.ts';
import { digitsIn, isGlued, type Token, type Tokens } from '../tokens.ts';
import { type Item, type Matcher, NONE, type None, type SomeOf, type ValueOf } from './grammar.ts';

const isGiving = (item: Item) => typeof item !== 'string' && item.gives;

/** One that may be missing. */
export function maybe<const I extends Item>(item: I): Matcher<SomeOf<ValueOf<I> | None>> {
  return { is: 'maybe', gives: isGiving(item), items: [item] };
}

/** The first of several that stands there. */
export function any<const Items extends readonly Item[]>(...items: Items): Matcher<SomeOf<ValueOf<Items[number]>>> {
  return { is: 'any', gives: items.some(isGiving), items };
}

/** Several after each other, of whatever value. */
export function seq(...items: Item[]): Matcher<None> {
  return { is: 'seq', gives: false, items };
}

/** They must be next, but are not taken. */
export function ahead(...items: Item[]): Matcher<None> {
  return { is: 'ahead', gives: false, items };
}

/** They must not be next. */
export function not(...items: Item[]): Matcher<None> {
  return { is: 'not', gives: false, items };
}

/** Something holds before a token. */
export function check(holds: (tokens: Tokens, at: number) => boolean): Matcher<None> {
  return { is: 'check', gives: false, items: NONE, holds };
}

/** It touches the token before it. */
export const glued = check(isGlued);
/** The end of the text. */
export const end = check((tokens, at) => tokens[at] === undefined);

/** One of the marks, each a single character. */
export function sign(marks: string): Matcher<None> {
  return { is: 'sign', gives: false, items: NONE, marks };
}

/** A token of which something holds. */
function taken(meant: (token: Token) => boolean, begins?: Matcher<None>['begins']): Matcher<None> {
  return { is: 'token', gives: false, items: NONE, meant, begins };
}

/** One of the words. */
export const word = (...words: string[]) =>
  taken(
    ({ text }) => words.includes(text),
    ({ text, kind, entry }) => kind === 'word' && (entry === undefined || words.includes(text)),
  );
export const anyWord = taken(({ kind }) => kind === 'word');
export const anyMark = taken(({ kind }) => kind === 'mark');
export const anyNumber = taken(({ kind }) => kind === 'number');
export const article = taken(({ entry }) => entry?.article === true);
/** A unit of that name or kind. */
export const unitNamed = (of: UnitName | Unit['of']) =>
  taken(({ entry }) => entry?.unit?.name === of || entry?.unit?.of === of);

/** What a word means. */
export function meaning<Name extends 'unit' | 'amount' | 'month' | 'weekday' | 'shortWeekday' | 'ordinal'>(
  name: Name,
): Matcher<Exclude<Entry[Name], undefined>> {
  return { is: 'token', gives: true, items: NONE, meant: ({ entry }) => entry?.[name] };
}

/** A number of so many digits; `isCount`: that does not begin with a zero. */
export function digits(least: number, most = least, isCount = false): Matcher<number> {
  const meant = (token: Token) => {
    const count = digitsIn(token, isCount);
    return count >= least && count <= most ? Number(token.text) : undefined;
  };
  return { is: 'token', gives: true, items: NONE, meant };
}
