// Amounts and units as people write them: "two and a half", "2 1/2", "twenty-one", "thirty (30)", "business days".
import { type Found, follow, once, type Rule, skip } from './grammar.ts';
import type { Unit } from './language.ts';
import { unitOf } from './lexicon.ts';
import { isGlued, isMark, type Token, type Tokens } from './tokens.ts';

/** A number or number word: `2`, `2.5`, `1,5`, `2½`, `2 1/2`, `two`, `twenty-one`, `a`, `half a`, `one and a half`, `a couple of`, `[10]`, `ten (10)`. */
export const readAmount: Rule<number> = once((tokens, at) => {
  const couple = follow(tokens, skipArticle(tokens, at), 'couple');
  if (couple !== undefined) return { value: 2, next: couple };
  const half = readHalf(tokens, at);
  if (half) return half;
  const number = readBracketed(tokens, at) ?? readNumber(tokens, at);
  if (!number) return undefined;
  const again = readBracketed(tokens, number.next);
  if (again?.value === number.value && tokens[again.next]?.kind === 'word') return again;
  const andHalf = readAndHalf(tokens, number.next);
  return andHalf ? { value: number.value + 0.5, next: andHalf } : number;
});

const readNumber: Rule<number> = (tokens, at) =>
  (tokens[at]?.kind === 'number' ? readDigits : readNumberWord)(tokens, at);

const readBracketed: Rule<number> = (tokens, at) => {
  const number = isMark(tokens[at], '(') ? readNumber(tokens, at + 1) : undefined;
  return number && isMark(tokens[number.next], ')') ? { value: number.value, next: number.next + 1 } : undefined;
};

/** A unit after an amount, with the hyphen and the adjectives before it: `-week`, `full weeks`, `business days`, `días hábiles`. */
export const readUnit: Rule<Unit> = (tokens, at) => {
  let next = isMark(tokens[at], '-') ? at + 1 : at;
  next = skip(tokens, skip(tokens, next, 'whole'), 'whole');
  const business = follow(tokens, next, 'business');
  const unit = tokens[business ?? next]?.entry?.unit;
  if (!unit || isPartOfDate(tokens, next)) return undefined;
  next = (business ?? next) + 1;
  // An abbreviation's full stop, where it does not end the sentence.
  if (isMark(tokens[next], '.') && tokens[next + 1]?.kind === 'mark') next++;
  if (unit.name !== 'day') return { value: unit, next };
  const businessAfter = follow(tokens, next, 'businessAfter') ?? businessApart(tokens, next);
  const isBusiness = business !== undefined || businessAfter !== undefined;
  return { value: isBusiness ? unitOf('business day') : unit, next: businessAfter ?? next };
};

/** `10 days (business)`, `10 jours, ouvrés`: the index after it. */
function businessApart(tokens: Tokens, at: number): number | undefined {
  if (!isMark(tokens[at], '(,')) return undefined;
  const next = follow(tokens, at + 1, 'businessAfter') ?? follow(tokens, at + 1, 'business');
  if (next === undefined || isMark(tokens[at], '(') !== isMark(tokens[next], ')')) return undefined;
  return isMark(tokens[next], ')') ? next + 1 : tokens[next]?.kind === 'word' ? undefined : next;
}

/** "2026-Q3" is no count of quarters, and "2026-W15" none of weeks. */
function isPartOfDate(tokens: Tokens, at: number): boolean {
  if (tokens[at + 1]?.kind !== 'number') return false;
  if (tokens[at]?.text === 'q') return true;
  const before = isMark(tokens[at - 1], '-') ? at - 2 : at - 1;
  return tokens[at]?.text === 'w' && /^[1-9]\d{3}$/.test(tokens[before]?.text ?? '');
}

const readHalf: Rule<number> = (tokens, at) => {
  const half = follow(tokens, skipArticle(tokens, at), 'half');
  if (half === undefined) return undefined;
  const of = tokens[half]?.text === 'of' ? half + 1 : half;
  return { value: 0.5, next: skipArticle(tokens, of) };
};

/** `and a half`, `y medio`, `et demie`. */
export function readAndHalf(tokens: Tokens, at: number): number | undefined {
  const and = follow(tokens, at, 'and');
  return and === undefined ? undefined : follow(tokens, skipArticle(tokens, and), 'half');
}

function skipArticle(tokens: Tokens, at: number): number {
  return tokens[at]?.entry?.isArticle ? at + 1 : at;
}

/** Digits with a decimal point or comma and a fraction. A comma before three digits parts thousands. */
export const readDigits: Rule<number> = (tokens, at) => {
  const token = tokens[at];
  const next = at + 1;
  const [mark, after] = [tokens[next], tokens[next + 1]];
  if (token?.kind !== 'number') return undefined;
  // ".5 months" is no five.
  if (isMark(tokens[at - 1], '.,') && isGlued(tokens, at) && !isGlued(tokens, at - 1)) return undefined;
  if (isMark(mark, '.,') && after?.kind === 'number' && isGlued(tokens, next) && isGlued(tokens, next + 1)) {
    const isThousands = mark?.text === ',' && after.text.length === 3;
    // "1.000" is one or a thousand.
    if (!isThousands && after.text.length === 3) return undefined;
    return numberOf(`${digits(token)}${isThousands ? '' : '.'}${digits(after)}`, next + 2);
  }
  if (isMark(mark, '/') && after?.kind === 'number') {
    const [over, under] = [Number(digits(token)), Number(digits(after))];
    // Not 2/3 or 4/6, which rather mean "2 or 3" and "4 to 6".
    if ((over === 1 && under > 1 && under <= 4) || (over === 3 && under === 4))
      return { value: over / under, next: next + 2 };
  }
  const fraction = mark?.kind === 'number' ? readFraction(tokens, next) : undefined;
  const vulgar = vulgarOf(token);
  if (vulgar !== undefined) return { value: vulgar, next };
  const whole = numberOf(digits(token), fraction?.next ?? next);
  return whole && { value: whole.value + (fraction?.value ?? 0), next: whole.next };
};

function numberOf(text: string, next: number): Found<number> | undefined {
  return /^\d/.test(text) ? { value: Number(text), next } : undefined;
}

/** `½` or `1/2` behind a whole number. */
const readFraction: Rule<number> = (tokens, at) => {
  const token = tokens[at];
  const value = token && vulgarOf(token);
  if (value !== undefined) return { value, next: at + 1 };
  if (!isMark(tokens[at + 1], '/') || tokens[at + 2]?.kind !== 'number') return undefined;
  const fraction = readDigits(tokens, at);
  return fraction && fraction.value < 1 ? fraction : undefined;
};

function vulgarOf(token: Token): number | undefined {
  return ({ '¼': 0.25, '½': 0.5, '¾': 0.75 } as Record<string, number>)[token.text];
}

function digits(token: Token): string {
  return token.text.replace(/[^0-9]/g, '');
}

/** A number word, tens and ones joined (`twenty-one`, `treinta y cinco`), and hundreds. */
const readNumberWord: Rule<number> = (tokens, at) => {
  const first = wordNumber(tokens, at);
  if (first === undefined) return undefined;
  let value = first;
  let next = at + 1;
  const hundreds = wordNumber(tokens, next);
  if (value < 10 && (hundreds === 100 || hundreds === 1000 || hundreds === 12)) {
    value *= hundreds;
    next++;
  }
  if (value >= 20) {
    const joined = isMark(tokens[next], '-') ? next + 1 : skip(tokens, next, 'and');
    const ones = wordNumber(tokens, joined);
    // Without a hyphen a word for one is rather an article.
    const fewest = isMark(tokens[next], '-') ? 1 : 2;
    if (ones !== undefined && ones >= fewest && ones < Math.min(value, 100)) {
      value += ones;
      next = joined + 1;
    }
  }
  return { value, next };
};

function wordNumber(tokens: Tokens, at: number): number | undefined {
  return tokens[at]?.kind === 'word' ? tokens[at]?.entry?.number : undefined;
}
