// Lengths of time as people write them: "two and a half weeks", "4-6 weeks", "1 month and 3 days", "P4W", "2 sprints of 2 weeks".
import type { UnitName } from '../language.ts';
import { unitOf } from '../lexicon.ts';
import { isGlued, isMark, type Tokens } from '../tokens.ts';
import { type Extent, lengthOf, multiply, roughDays, sum, upTo } from './extent.ts';
import { define, find, follow, type Where } from './grammar.ts';
import type { Values } from './values.ts';

define({
  /** A range, a sum, a multiple, or a plain span. */
  extent: [
    ['{length} {times} {amount} !{unit} !{noun}', (found) => multiply(found.length, found.amount)],
    ['{length}'],
  ],
  length: [
    // What has several forms behind it is read once: they are tried from there on.
    ['{start} {further}', ({ start, further }) => further(start)],
    ['{start}', ({ start }, where) => withFurtherParts(start, where)],
  ],
  further: [
    // "2 days a couple of weeks" is no range from 2 days "a" 2 weeks.
    [
      '!{article} [-]|{choice}|to {span} !{rate}',
      ({ choice, span }) =>
        (start) =>
          upTo(start, span.most, choice),
    ],
    // "a week or two", but not "a week or two shops".
    [
      '!{article} to !{dottedDay} {amount} {endOfCount}',
      ({ amount }) =>
        (start) => {
          const unit = start.most?.[0]?.unit;
          return unit && upTo(start, [{ amount, unit }]);
        },
    ],
    [
      '[±] {span}',
      ({ span }) =>
        ({ least, most }) =>
          most && span.most && { least: [...least, ...multiply(span, -1).least], most: [...most, ...span.most] },
    ],
  ],
  start: [['{iso}|{multiple}|{between}|{span}']],
  /** `amount unit`, `amount to amount unit`, `amount + amount unit`, `amount+ unit`. */
  span: [['{amount} {ofUnit}', ({ amount, ofUnit }) => ofUnit(amount)]],
  ofUnit: [
    [
      '[+] {second:amount} {unit} {andHalf}?',
      (found) => (amount) => sum(lengthOf(amount, found.unit), secondOf(found)),
    ],
    // "3/14 days" is no range, "03/04" a date.
    [
      '!{behindZero} [/] [-]? {second:amount} {unit} {andHalf}?',
      (found) => (amount) =>
        found.second > 2 * amount ? undefined : upTo(lengthOf(amount, found.unit), secondOf(found).least),
    ],
    [
      '{choice}|{joins} [.]? [-]? {second:amount} {unit} {andHalf}?',
      (found) => (amount) => upTo(lengthOf(amount, found.unit), secondOf(found).least, found.choice),
    ],
    ['[+]|orMore {unit} {andHalf}?', atLeast],
    ['{unit} {andHalf}? orMore|[+] $|&<mark>', atLeast],
    [
      '{unit} {andHalf}?',
      ({ unit, andHalf = 0 }) =>
        (amount) =>
          lengthOf(amount + andHalf, unit),
    ],
  ],
  /** `between 4 and 6 weeks`, `entre 2 y 3 semanas`, `from 4 to 6 weeks`. */
  between: [
    [
      'between {amount} and|to {second:amount} {unit}',
      (found) => upTo(lengthOf(found.amount, found.unit), secondOf(found).least),
    ],
  ],
  /** So many times a span: `2 sprints of 2 weeks`, `3 x 1 week`, `two 2-week sprints`; "3 of 4 weeks" multiplies nothing. */
  multiple: [['{amount} {manyOf}', ({ amount, manyOf }) => manyOf(amount)]],
  manyOf: [
    // "1 sprint x 5 quarters": no round is that long.
    [
      '{cycle} [×]|times {span}',
      (found) =>
        found.span.least.some(({ unit }) => unit.size > 1 && unit.of === 'months') ? undefined : timesSpan(found),
    ],
    ['{times} {span}', timesSpan],
    ['{span} {cycle}', timesSpan],
  ],
  times: [['[×]'], ["!('of'|'de'|'a') times"]],
  cycle: [['[-]? #sprint|cycle']],
  /** The minutes of `1h30`, `1h30m`; "1H26" is rather half a year. */
  minutes: [['{behindHour} _ {quarterHour} {ofMinutes}?', (found) => lengthOf(found.quarterHour, unitOf('minute'))]],
  ofMinutes: [["_ #minute|'m'"]],
  /** `P4W`, `P1Y6M`, `PT48H`. */
  iso: [['isoLetter', readIso]],
  /** `a week` behind `2 days`, `/day` behind `3 hours`. */
  rate: [['[/]|rate <unit>']],

  behindZero: [['', (_, { tokens, at }) => tokens[at - 1]?.text.startsWith('0') || undefined]],
  behindHour: [['', (_, { tokens, at }) => tokens[at - 1]?.entry?.unit?.name === 'hour' || undefined]],
  quarterHour: [
    [
      '<number>',
      (_, { tokens, at }) => (/^(?:00|15|30|45)$/.test(tokens[at]?.text ?? '') ? Number(tokens[at]?.text) : undefined),
    ],
  ],
  /** A word that a number may count by itself: "4 weeks x 2 people" may be as much work. */
  noun: [
    [
      '<word>',
      (_, { tokens, at }) => {
        const { text = '', entry } = tokens[at] ?? {};
        return (entry ? entry.phrases?.measure !== undefined : isPlural(text)) || undefined;
      },
    ],
  ],
  /** No thing follows that a number would count. */
  endOfCount: [['', (_, { tokens, at }) => isEndOfCount(tokens, at) || undefined]],
  /** "bis 4.3." is a day. */
  dottedDay: [['<number> [.] <number> [.]']],
  article: [['<article> !<number>']],
  joins: [['[-] to?'], ['to']],
  /** A word that joins two lengths as a choice. */
  choice: [['or', (_, { tokens, at, next }) => next === follow(tokens, at, 'to') || undefined]],
});

const secondOf = ({ second, unit, andHalf = 0 }: Values) => lengthOf(second + andHalf, unit);

function timesSpan({ span }: Values) {
  return (amount: number): Extent | undefined => span.most && multiply(span, amount);
}

function atLeast({ unit, andHalf = 0 }: Values) {
  return (amount: number): Extent => ({ least: [{ amount: amount + andHalf, unit }] });
}

/** What is added to a length at once: `1 month and 3 days`, `1 year 6 months`, `4 weeks + 1 week`. */
function withFurtherParts(value: Extent, where: Where): Extent {
  const { tokens, next } = where;
  const joined = isMark(tokens[next], '+&') ? next + 1 : follow(tokens, next, 'and');
  const inMinutes = find('minutes', tokens, next);
  const more = value.most && (inMinutes ?? find('span', tokens, joined ?? next));
  const [unit, before] = [more?.value.least[0]?.unit, value.least[value.least.length - 1]?.unit];
  // Side by side only a smaller unit adds: "1 month 2 weeks", but not "2 weeks 1 month".
  const isAdded = joined !== undefined || (unit && before && roughDays(unit) < roughDays(before));
  if (!more || !isAdded || (!inMinutes && find('rate', tokens, more.next))) return value;
  where.next = more.next;
  return withFurtherParts(sum(value, more.value), where);
}

const ISO = /^p(?:([\d.]+)y)?(?:([\d.]+)m)?(?:([\d.]+)w)?(?:([\d.]+)d)?(?:t(?:([\d.]+)h)?(?:([\d.]+)m)?)?(?![a-z\d])/;
const ISO_UNITS: UnitName[] = ['year', 'month', 'week', 'day', 'hour', 'minute'];

function readIso(_: unknown, where: Where): Extent | undefined {
  const { tokens, at } = where;
  let text = '';
  for (let next = at; next < at + 16 && (next === at || isGlued(tokens, next)); next++) text += tokens[next]?.text;
  const [all = '', ...found] = ISO.exec(text) ?? [];
  const parts = found.flatMap((amount, index) =>
    amount === undefined ? [] : [{ amount: Number(amount), unit: unitOf(ISO_UNITS[index] ?? 'day') }],
  );
  where.next = at + (all.match(/\d+|[a-z]+|\./g) ?? []).length;
  return parts.length === 0 ? undefined : { least: parts, most: parts };
}

/** How the plurals of the languages end. */
const PLURAL = /(?:[sx]|en|ern?|eln|[^aeiou]e)$/;
/** How their adverbs end, those that are words by themselves stand in the tables: `4 weeks, 6 lengthwise`. */
const ADVERB = /(?:ly|wise|ways|wards|weise|falls|dings|halber|wegen|seits|weilen|genommen|mente?)$/;

export function isPlural(word: string): boolean {
  return PLURAL.test(word) && mayBeNoun(word);
}

export function mayBeNoun(word: string): boolean {
  return !ADVERB.test(word);
}

function isEndOfCount(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  // "6 weeks or 2026-04-30"
  const isDate =
    isMark(token, '-/.') && tokens[at + 1]?.kind === 'number' && /^\d{4}$/.test(tokens[at - 1]?.text ?? '');
  if (token.kind === 'mark') return !isMark(token, '%$') && !isDate;
  return (['over', 'when', 'lasting'] as const).some((role) => follow(tokens, at, role) !== undefined);
}
