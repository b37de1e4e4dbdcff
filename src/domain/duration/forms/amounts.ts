// Amounts and units as people write them: "two and a half", "2 1/2", "twenty-one", "thirty (30)", "business days".

import type { Unit } from '../language.ts';
import { unitOf } from '../lexicon.ts';
import { isGlued, isMark, type Token } from '../tokens.ts';
import { beginning, type Found, formsOf, once, type Rule, skip, taking, where } from './grammar.ts';

const forms = formsOf(() => RULES);

/** A number or number word: `2`, `2.5`, `1,5`, `2½`, `2 1/2`, `two`, `twenty-one`, `a`, `half a`, `one and a half`, `a couple of`, `[10]`, `ten (10)`. */
export const readAmount: Rule<number> = once(
  forms(
    ['{article}? couple', () => 2],
    ["{article}? half 'of'? {article}?", () => 0.5],
    ['{number} {again} &{word}', ({ number, again }) => (number === again ? number : undefined)],
    ['{number} {andHalf}?', ({ number, andHalf = 0 }) => number + andHalf],
  ),
);
const bracketed: Rule<number> = forms(['[(] ({digits} | {words}) [)]']);
const number: Rule<number> = once(forms(['{bracketed} | {digits} | {words}']));
/** `and a half`, `y medio`, `et demie`. */
export const readAndHalf: Rule<number> = forms(['and {article}? half', () => 0.5]);

/** A unit after an amount, with the hyphen and the adjectives before it: `-week`, `full weeks`, `business days`, `días hábiles`, `days (business)`. */
export const readUnit: Rule<Unit> = once(
  forms(
    ['[-]? whole? whole? !{partOfDate} business {day} {stop}?', () => unitOf('business day')],
    [
      '[-]? whole? whole? {day} {stop}? (businessAfter | [(] {business} [)] | [,] {business} !{word} ![)])',
      () => unitOf('business day'),
    ],
    ['[-]? whole? whole? !{partOfDate} business? {unit} {stop}?', ({ unit }) => unit],
  ),
);
/** An abbreviation's full stop, where it does not end the sentence. */
const stop: Rule<true> = forms(['[.] &{mark}']);
const business: Rule<true> = forms(['businessAfter | business']);

const VULGAR: Record<string, number> = { '¼': 0.25, '½': 0.5, '¾': 0.75 };

/** Digits with a decimal point or comma and a fraction. A comma before three digits parts thousands. */
const readDigits: Rule<number> = beginning(
  ({ kind }) => kind === 'number',
  (tokens, at) => {
    const token = tokens[at];
    const [mark, after] = [tokens[at + 1], tokens[at + 2]];
    if (token?.kind !== 'number') return undefined;
    const isNumberAfter = after?.kind === 'number';
    // ".5 months" is no five.
    if (isMark(tokens[at - 1], '.,') && isGlued(tokens, at) && !isGlued(tokens, at - 1)) return undefined;
    if (isMark(mark, '.,') && isNumberAfter && isGlued(tokens, at + 1) && isGlued(tokens, at + 2)) {
      const isThousands = mark?.text === ',' && after.text.length === 3;
      // "1.000" is one or a thousand.
      if (!isThousands && after.text.length === 3) return undefined;
      return numberOf(`${digitsOf(token)}${isThousands ? '' : '.'}${digitsOf(after)}`, at + 3);
    }
    // Not 2/3 or 4/6, which rather mean "2 or 3" and "4 to 6".
    const ratio = isMark(mark, '/') && isNumberAfter ? `${digitsOf(token)}/${digitsOf(after)}` : '';
    if (/^(?:1\/[234]|3\/4)$/.test(ratio)) return { value: Number(ratio[0]) / Number(ratio[2]), next: at + 3 };
    const vulgar = VULGAR[token.text];
    if (vulgar !== undefined) return { value: vulgar, next: at + 1 };
    const whole = numberOf(digitsOf(token), at + 1);
    const fraction =
      mark && (VULGAR[mark.text] !== undefined || isMark(after, '/')) ? readDigits(tokens, at + 1) : undefined;
    return whole && fraction && fraction.value < 1
      ? { value: whole.value + fraction.value, next: fraction.next }
      : whole;
  },
);

function numberOf(text: string, next: number): Found<number> | undefined {
  return /^\d/.test(text) ? { value: Number(text), next } : undefined;
}

function digitsOf(token: Token): string {
  return token.text.replace(/[^0-9]/g, '');
}

/** A number word, tens and ones joined (`twenty-one`, `treinta y cinco`), and hundreds. */
const readNumberWord: Rule<number> = beginning(
  ({ entry }) => entry?.number !== undefined,
  (tokens, at) => {
    const wordAt = (index: number) => (tokens[index]?.kind === 'word' ? tokens[index]?.entry?.number : undefined);
    let value = wordAt(at);
    if (value === undefined) return undefined;
    let next = at + 1;
    const hundreds = wordAt(next) ?? 0;
    if (value < 10 && [100, 1000, 12].includes(hundreds)) {
      value *= hundreds;
      next++;
    }
    const isHyphened = isMark(tokens[next], '-');
    const joined = isHyphened ? next + 1 : skip(tokens, next, 'and');
    const ones = value >= 20 ? (wordAt(joined) ?? 0) : 0;
    // Without a hyphen a word for one is rather an article.
    const isAdded = ones >= (isHyphened ? 1 : 2) && ones < Math.min(value, 100);
    return isAdded ? { value: value + ones, next: joined + 1 } : { value, next };
  },
);

const RULES = {
  number,
  again: bracketed,
  bracketed,
  digits: readDigits,
  words: readNumberWord,
  andHalf: readAndHalf,
  article: taking(({ entry }) => entry?.isArticle),
  unit: taking(({ entry }) => entry?.unit),
  day: taking(({ entry }) => (entry?.unit?.name === 'day' ? entry.unit : undefined)),
  stop,
  business,
  word: where((tokens, at) => tokens[at]?.kind === 'word'),
  mark: where((tokens, at) => tokens[at]?.kind === 'mark'),
  /** "2026-Q3" and "1-Q" are no counts of quarters, and "2026-W15" none of weeks. */
  partOfDate: where((tokens, at) => {
    const before = tokens[isMark(tokens[at - 1], '-') ? at - 2 : at - 1]?.text ?? '';
    const text = tokens[at]?.text;
    if (text === 'q' && isMark(tokens[at - 1], '-')) return true;
    return tokens[at + 1]?.kind === 'number' && (text === 'q' || (text === 'w' && /^[1-9]\d{3}$/.test(before)));
  }),
};
