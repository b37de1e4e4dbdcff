// Single tokens that forms are made of: marks, words and numbers.
import type { Unit, UnitName } from '../language.ts';
import type { Entry } from '../lexicon.ts';
import { isGlued, isMark } from '../tokens.ts';
import { check, giving, type Matcher, taken } from './grammar.ts';

/** It touches the token before it. */
export const glued = check(isGlued);
/** The end of the text. */
export const end = check((tokens, at) => tokens[at] === undefined);

/** One of the marks, each a single character. */
export const sign = (marks: string) => taken((token) => isMark(token, marks));
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
export const meaning = <Name extends 'unit' | 'amount' | 'month' | 'weekday' | 'shortWeekday' | 'ordinal'>(
  name: Name,
) => giving(({ entry }) => entry?.[name]) as Matcher<Exclude<Entry[Name], undefined>>;

/** A number of so many digits; `isCount`: that does not begin with a zero. */
export const digits = (least: number, most = least, isCount = false) =>
  giving(
    ({ kind, text }) =>
      kind === 'number' && text.length >= least && text.length <= most && text >= (isCount ? '1' : '0') && text <= ':'
        ? Number(text)
        : undefined,
    ({ kind }) => kind === 'number',
  );
