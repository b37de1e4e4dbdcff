// Amounts and units as people write them: "two and a half", "2 1/2", "twenty-one", "thirty (30)", "business days".
import { unitOf } from '../lexicon.ts';
import { isGlued, isMark, type Token } from '../tokens.ts';
import { define, find, follow, type Where } from './grammar.ts';

const businessDay = () => unitOf('business day');

define({
  /** `2`, `2.5`, `1,5`, `2½`, `2 1/2`, `two`, `twenty-one`, `a`, `half a`, `one and a half`, `a couple of`, `[10]`, `ten (10)`. */
  amount: [
    ['<article>? couple', () => 2],
    ["<article>? half 'of'? <article>?", () => 0.5],
    ['{number} {again:bracketed} &<word>', ({ number, again }) => (number === again ? number : undefined)],
    ['{number} {andHalf}?', ({ number, andHalf = 0 }) => number + andHalf],
  ],
  number: [['{bracketed}|{digits}|{words}']],
  bracketed: [['[(] {digits}|{words} [)]']],
  digits: [['<number>', readDigits]],
  words: [['<amount>', readNumberWord]],
  /** `and a half`, `y medio`, `et demie`. */
  andHalf: [['and <article>? half', () => 0.5]],

  /** With the hyphen and the adjectives before it: `-week`, `full weeks`, `business days`, `días hábiles`, `days (business)`. */
  unit: [
    ['[-]? whole? whole? !{partOfDate} business #day {stop}?', businessDay],
    ['[-]? whole? whole? #day {stop}? {onBusinessDays}', businessDay],
    ['[-]? whole? whole? !{partOfDate} business? <unit> {stop}?'],
  ],
  /** An abbreviation's full stop, where it does not end the sentence. */
  stop: [['[.] &<mark>']],
  onBusinessDays: [['businessAfter'], ['[(] {business} [)]'], ['[,] {business} !<word> ![)]']],
  business: [['businessAfter|business']],
  /** "2026-Q3" and "1-Q" are no counts of quarters, and "2026-W15" none of weeks. */
  partOfDate: [['', isPartOfDate]],
});

const VULGAR: Record<string, number> = { '¼': 0.25, '½': 0.5, '¾': 0.75 };
const digitsOf = (token: Token | undefined) => token?.text.replace(/[^0-9]/g, '') ?? '';

/** Digits with a decimal point or comma and a fraction. A comma before three digits parts thousands. */
function readDigits(_: unknown, where: Where): number | undefined {
  const { tokens, at } = where;
  const [token, mark, after] = [tokens[at], tokens[at + 1], tokens[at + 2]];
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
  if (/^(?:1\/[234]|3\/4)$/.test(ratio)) return Number(ratio[0]) / (taken(ratio.charAt(2), 3) ?? 1);
  const vulgar = VULGAR[token?.text ?? ''];
  if (vulgar !== undefined) return vulgar;
  const isFractionAfter = mark && (VULGAR[mark.text] !== undefined || isMark(after, '/'));
  const fraction = isFractionAfter ? find('digits', tokens, at + 1) : undefined;
  const whole = taken(digitsOf(token), 1);
  if (whole === undefined || !fraction || fraction.value >= 1) return whole;
  where.next = fraction.next;
  return whole + fraction.value;
}

/** A number word, tens and ones joined (`twenty-one`, `treinta y cinco`), and hundreds. */
function readNumberWord({ amount }: { amount: number }, where: Where): number {
  const { tokens, next } = where;
  const wordAt = (index: number) => tokens[index]?.entry?.amount ?? 0;
  if (amount < 10 && [100, 1000, 12].includes(wordAt(next))) {
    where.next++;
    return amount * wordAt(next);
  }
  const isHyphened = isMark(tokens[next], '-');
  const joined = isHyphened ? next + 1 : (follow(tokens, next, 'and') ?? next);
  const ones = amount >= 20 ? wordAt(joined) : 0;
  // Without a hyphen a word for one is rather an article.
  if (ones < (isHyphened ? 1 : 2) || ones >= Math.min(amount, 100)) return amount;
  where.next = joined + 1;
  return amount + ones;
}

function isPartOfDate(_: unknown, { tokens, at }: Where): true | undefined {
  const before = tokens[isMark(tokens[at - 1], '-') ? at - 2 : at - 1]?.text ?? '';
  const text = tokens[at]?.text;
  if (text === 'q' && isMark(tokens[at - 1], '-')) return true;
  const isWeek = text === 'w' && /^[1-9]\d{3}$/.test(before);
  return (tokens[at + 1]?.kind === 'number' && (text === 'q' || isWeek)) || undefined;
}
