// Amounts and units as people write them: "two and a half", "2 1/2", "twenty-one", "thirty (30)", "business days".
import type { Unit } from '../language.ts';
import { unitOf } from '../lexicon.ts';
import { isGlued, isMark, type Token, type Tokens } from '../tokens.ts';
import { ahead, any, check, findAt, follow, form, maybe, not, rule, seq, type Where } from './grammar.ts';
import { anyMark, anyNumber, anyWord, article, meaning, sign, unitNamed, word } from './items.ts';

const businessDay = () => unitOf('business day');

const plainDigits = form([anyNumber], readDigits);
const words = form([meaning('amount')], readNumberWord);
const bracketed = form([sign('('), any(plainDigits, words), sign(')')]);
const plainNumber = any(bracketed, plainDigits, words);

/** `and a half`, `y medio`, `et demie`. */
export const andHalf = form(['and', maybe(article), 'half'], 0.5);

/** `2`, `2.5`, `1,5`, `2½`, `2 1/2`, `two`, `twenty-one`, `a`, `half a`, `one and a half`, `a couple of`, `[10]`, `ten (10)`. */
export const amount = rule<number>(() => [
  form([maybe(article), 'couple'], 2),
  form([maybe(article), 'half', maybe(word('of')), maybe(article)], 0.5),
  form([plainNumber, bracketed, ahead(anyWord)], (one, again) => (one === again ? one : undefined)),
  form([plainNumber, maybe(andHalf)], (one, half = 0) => one + half),
]);

const business = any('businessAfter', 'business');
const onBusinessDays = any(
  'businessAfter',
  seq(sign('('), business, sign(')')),
  seq(sign(','), business, not(anyWord), not(sign(')'))),
);
/** An abbreviation's full stop, where it does not end the sentence. */
const stop = maybe(seq(sign('.'), ahead(anyMark)));
const adjectives = [maybe(sign('-')), maybe('whole'), maybe('whole')] as const;

/** With the hyphen and the adjectives before it: `-week`, `full weeks`, `business days`, `días hábiles`, `days (business)`. */
export const unit = rule<Unit>(() => [
  form([...adjectives, not(partOfDate), 'business', unitNamed('day'), stop], businessDay),
  form([...adjectives, unitNamed('day'), stop, onBusinessDays], businessDay),
  form([...adjectives, not(partOfDate), maybe('business'), meaning('unit'), stop]),
]);

const VULGAR: Record<string, number> = { '¼': 0.25, '½': 0.5, '¾': 0.75 };
const digitsOf = (token: Token | undefined) => token?.text.replace(/[^0-9]/g, '') ?? '';

/** Digits with a decimal point or comma and a fraction. A comma before three digits parts thousands. */
function readDigits(where: Where): number | undefined {
  const { tokens, at } = where;
  const token = tokens[at];
  const mark = tokens[at + 1];
  const after = tokens[at + 2];
  const isNumberAfter = after?.kind === 'number';
  const taken = (text: string, count: number) => {
    where.next = at + count;
    return text === '' ? undefined : Number(text);
  };
  // ".5 months" is no five.
  if (isMark(tokens[at - 1], '.,') && isGlued(tokens, at) && !isGlued(tokens, at - 1)) return undefined;
  if (isMark(mark, '.,') && isNumberAfter && isGlued(tokens, at + 1) && isGlued(tokens, at + 2)) {
    const isThousands = mark?.text === ',' && after.text.length === 3;
    // "1.000" is one or a thousand.
    if (!isThousands && after.text.length === 3) return undefined;
    return taken(`${digitsOf(token)}${isThousands ? '' : '.'}${digitsOf(after)}`, 3);
  }
  // Not 2/3 or 4/6, which rather mean "2 or 3" and "4 to 6".
  const ratio = isMark(mark, '/') && isNumberAfter ? `${digitsOf(token)}/${digitsOf(after)}` : '';
  if (['1/2', '1/3', '1/4', '3/4'].includes(ratio)) return Number(ratio[0]) / (taken(ratio.charAt(2), 3) ?? 1);
  const vulgar = VULGAR[token?.text ?? ''];
  if (vulgar !== undefined) return vulgar;
  const isFractionAfter = mark && (VULGAR[mark.text] !== undefined || isMark(after, '/'));
  const fraction = isFractionAfter ? findAt(plainDigits, tokens, at + 1) : undefined;
  const whole = taken(digitsOf(token), 1);
  if (whole === undefined || !fraction || fraction.value >= 1) return whole;
  where.next = fraction.next;
  return whole + fraction.value;
}

/** A number word, tens and ones joined (`twenty-one`, `treinta y cinco`), and hundreds. */
function readNumberWord(value: number, where: Where): number {
  const { tokens, next } = where;
  const wordAt = (index: number) => tokens[index]?.entry?.amount ?? 0;
  if (value < 10 && [100, 1000, 12].includes(wordAt(next))) {
    where.next++;
    return value * wordAt(next);
  }
  const isHyphened = isMark(tokens[next], '-');
  const joined = isHyphened ? next + 1 : (follow(tokens, next, 'and') ?? next);
  const ones = value >= 20 ? wordAt(joined) : 0;
  // Without a hyphen a word for one is rather an article.
  if (ones < (isHyphened ? 1 : 2) || ones >= Math.min(value, 100)) return value;
  where.next = joined + 1;
  return value + ones;
}

/** "2026-Q3" and "1-Q" are no counts of quarters, and "2026-W15" none of weeks. */
const partOfDate = check((tokens: Tokens, at: number) => {
  const text = tokens[at]?.text;
  if (text !== 'q' && text !== 'w') return false;
  const isHyphened = isMark(tokens[at - 1], '-');
  if (text === 'q') return isHyphened || tokens[at + 1]?.kind === 'number';
  const before = tokens[isHyphened ? at - 2 : at - 1]?.text ?? '';
  return tokens[at + 1]?.kind === 'number' && /^[1-9]\d{3}$/.test(before);
});
