// Lengths of time as people write them: "two and a half weeks", "4-6 weeks", "1 month and 3 days", "P4W", "2 sprints of 2 weeks".
import { addBusinessDays, addMonths, LAST_DAY } from '../../calendar.ts';
import type { Unit, UnitName } from '../language.ts';
import { unitOf } from '../lexicon.ts';
import { isGlued, isMark, type Tokens } from '../tokens.ts';
import { readAmount, readAndHalf, readUnit } from './amounts.ts';
import { beginning, follow, formsOf, once, type Rule, taking, where } from './grammar.ts';

/** So many of one unit. */
export interface Part {
  amount: number;
  unit: Unit;
}

/** A length from its lower to its upper bound, each a sum of parts; equal where it is no range, `most` missing where there is none. */
export interface Extent {
  least: Part[];
  most?: Part[];
  /** Two lengths joined by `or`: a choice, or a range where they have the same unit. */
  isEither?: true;
  /** Made of a number of equal parts. */
  isMultiple?: true;
}

/** The day a length ends when counted from a day, parts of days dropped, at the earliest that day; undefined beyond the year 9999. */
export function endOf(parts: readonly Part[], start: number, sprintDays: number): number | undefined {
  const sum = { days: 0, businessDays: 0, sprints: 0, months: 0 };
  for (const { amount, unit } of parts) sum[unit.of] += amount * unit.size;
  const [months, days] = [Math.max(0, whole(sum.months)), whole(sum.days + sum.sprints * sprintDays)];
  const businessDays = Math.max(0, whole(sum.businessDays));
  if (!(months < 120_000 && Math.abs(days) < LAST_DAY && businessDays < LAST_DAY)) return undefined;
  // Part of a month is that part of the days to the same day of the month after.
  const month = addMonths(start, months);
  const partOfMonth = whole(Math.max(0, sum.months - months) * (addMonths(start, months + 1) - month));
  const end = addBusinessDays(month + partOfMonth + days, businessDays);
  return end <= LAST_DAY ? Math.max(start, end) : undefined;
}

/** `1 month + 2 weeks`; of many parts only the first few. */
export function describeParts(parts: readonly Part[]): string {
  const words = parts
    .slice(0, 6)
    .map(({ amount, unit }, index) => {
      const size = String(Math.round(Math.abs(amount) * 1000) / 1000);
      const sign = index === 0 ? '' : amount < 0 ? '- ' : '+ ';
      return `${sign}${size} ${unit.name}${Math.abs(amount) === 1 ? '' : 's'}`;
    })
    .join(' ');
  return parts.length > 6 ? `${words} + …` : words;
}

/** About how many days a unit has, to compare units. */
export function roughDays(unit: Unit): number {
  return unit.size * { days: 1, businessDays: 1, sprints: 14, months: 30 }[unit.of];
}

/** So many times a length. */
export function multiply({ least, most }: Extent, times: number): Extent {
  const each = (parts: Part[]) => parts.map((part) => ({ ...part, amount: part.amount * times }));
  return { least: each(least), most: most && each(most), isMultiple: true };
}

/** One length and another. */
export function sum(one: Extent, other: Extent): Extent {
  const most = one.most && other.most && [...one.most, ...other.most];
  return { ...one, least: [...one.least, ...other.least], most };
}

/** So many of a unit. */
export function lengthOf(amount: number, unit: Unit): Extent {
  return { least: [{ amount, unit }], most: [{ amount, unit }] };
}

function upTo({ least, most }: Extent, later: Part[] | undefined, isEither?: true): Extent | undefined {
  return most && later && { least, most: later, isEither };
}

function whole(amount: number): number {
  // 0.1 + 0.2 must not make a day less.
  return Math.floor(amount + 1e-9);
}

const forms = formsOf(() => RULES);

// How they are written.

/** A length that begins at a token: a range, a sum, a multiple, or a plain span. */
export const readExtent: Rule<Extent> = once(
  forms(
    ['{length} ([×] | !{of} times) {amount} !{unit} !{noun}', ({ length, amount }) => multiply(length, amount)],
    ['{length}'],
  ),
);
const length: Rule<Extent> = forms(
  // "2 days a couple of weeks" is no range from 2 days "a" 2 weeks.
  [
    '{start} !({article} !{number}) ([-] | {choice} | to) {span} !{rate}',
    ({ start, choice, span }) => upTo(start, span.most, choice),
  ],
  // "a week or two", but not "a week or two shops".
  [
    '{start} !({article} !{number}) to !{dotted} {amount} {endOfCount}',
    ({ start, amount }) =>
      upTo(
        start,
        start.most?.slice(0, 1).map(({ unit }) => ({ amount, unit })),
      ),
  ],
  [
    '{start} [±] {span}',
    ({ start: { least, most }, span }) =>
      most && span.most && { least: [...least, ...multiply(span, -1).least], most: [...most, ...span.most] },
  ],
  ['{withFurtherParts}'],
);
const start: Rule<Extent> = once(
  forms([
    '{iso} | {multiple} | {between} | {span}',
    (found) => found.iso ?? found.multiple ?? found.between ?? found.span,
  ]),
);

/** `amount unit`, `amount to amount unit`, `amount + amount unit`, `amount+ unit`. */
const span: Rule<Extent> = once(
  forms(
    [
      '{amount} [+] {second} {unit} {andHalf}?',
      ({ amount, second, unit, andHalf = 0 }) => sum(lengthOf(amount, unit), lengthOf(second + andHalf, unit)),
    ],
    // "3/14 days" is no range, "03/04" a date.
    [
      '!{zero} {amount} [/] [-]? {second} {unit} {andHalf}?',
      ({ amount, second, unit, andHalf = 0 }) =>
        second > 2 * amount ? undefined : upTo(lengthOf(amount, unit), [{ amount: second + andHalf, unit }]),
    ],
    [
      '{amount} ([-] to? | {choice} | to) [.]? [-]? {second} {unit} {andHalf}?',
      ({ amount, choice, second, unit, andHalf = 0 }) =>
        upTo(lengthOf(amount, unit), [{ amount: second + andHalf, unit }], choice),
    ],
    [
      '{amount} ([+] | orMore) {unit} {andHalf}?',
      ({ amount, unit, andHalf = 0 }) => ({ least: [{ amount: amount + andHalf, unit }] }),
    ],
    [
      '{amount} {unit} {andHalf}? (orMore | [+]) {noWord}',
      ({ amount, unit, andHalf = 0 }) => ({ least: [{ amount: amount + andHalf, unit }] }),
    ],
    ['{amount} {unit} {andHalf}?', ({ amount, unit, andHalf = 0 }) => lengthOf(amount + andHalf, unit)],
  ),
);
/** `between 4 and 6 weeks`, `entre 2 y 3 semanas`, `from 4 to 6 weeks`. */
const between: Rule<Extent> = forms([
  'between {amount} (and | to) {second} {unit}',
  ({ amount, second, unit }) => upTo(lengthOf(amount, unit), [{ amount: second, unit }]),
]);
/** So many times a span: `2 sprints of 2 weeks`, `3 x 1 week`, `two 2-week sprints`. */
const multiple: Rule<Extent> = forms([
  '{amount} ({cycle} ([×] | times) {span} | ([×] | !{of} times) {span} | {span} {cycle})',
  ({ amount, span }) => span.most && multiply(span, amount),
]);
/** What is counted: "of" needs it, for "3 of 4 weeks" multiplies nothing. */
const cycle: Rule<true> = forms(['[-]? ({sprint} | cycle)']);
/** The minutes of `1h30`, `1h30m`; "1H26" is rather half a year. */
const minutes: Rule<Extent> = forms([
  "{behindHour} _ {quarterHour} (_ ({minute} | 'm'))?",
  ({ quarterHour }) => lengthOf(quarterHour, unitOf('minute')),
]);

/** What is added to a length at once: `1 month and 3 days`, `1 year 6 months`, `4 weeks + 1 week`. */
const withFurtherParts: Rule<Extent> = beginning(
  () => false,
  (tokens, at) => {
    const first = start(tokens, at);
    if (!first) return undefined;
    let { value, next } = first;
    for (;;) {
      const joined = isMark(tokens[next], '+&') ? next + 1 : follow(tokens, next, 'and');
      const inMinutes = minutes(tokens, next);
      const more = value.most && (inMinutes ?? span(tokens, joined ?? next));
      const [unit, before] = [more?.value.least[0]?.unit, value.least[value.least.length - 1]?.unit];
      // Side by side only a smaller unit adds: "1 month 2 weeks", but not "2 weeks 1 month".
      const isAdded = joined !== undefined || (unit && before && roughDays(unit) < roughDays(before));
      if (!more || !isAdded || (!inMinutes && readRate(tokens, more.next) !== undefined)) return { value, next };
      [value, next] = [sum(value, more.value), more.next];
    }
  },
  start,
);

/** `P4W`, `P1Y6M`, `PT48H`. */
const iso: Rule<Extent> = beginning(
  ({ entry }) => entry?.phrases?.isoLetter,
  (tokens, at) => {
    if (follow(tokens, at, 'isoLetter') === undefined) return undefined;
    let text = '';
    for (let next = at; next < at + 16 && (next === at || isGlued(tokens, next)); next++) text += tokens[next]?.text;
    const [all, ...found] = ISO.exec(text) ?? [];
    const parts = found.flatMap((amount, index) =>
      amount === undefined ? [] : [{ amount: Number(amount), unit: unitOf(ISO_UNITS[index] ?? 'day') }],
    );
    if (all === undefined || parts.length === 0) return undefined;
    const next = at + (all.match(/\d+|[a-z]+|\./g) ?? []).length;
    return { value: { least: parts, most: parts }, next };
  },
);
const ISO = /^p(?:([\d.]+)y)?(?:([\d.]+)m)?(?:([\d.]+)w)?(?:([\d.]+)d)?(?:t(?:([\d.]+)h)?(?:([\d.]+)m)?)?(?![a-z\d])/;
const ISO_UNITS: UnitName[] = ['year', 'month', 'week', 'day', 'hour', 'minute'];

/** `a week` behind `2 days`, `/day` behind `3 hours`: the index after it. */
function readRate(tokens: Tokens, at: number): number | undefined {
  return rate(tokens, at)?.next;
}
const rate: Rule<true> = forms(['([/] | rate) {named}']);

/** How the plurals of the languages end. */
export const PLURAL = /(?:[sx]|en|ern?|eln|[^aeiou]e)$/;

/** True where no thing follows that a number would count. */
export function isEndOfCount(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token === undefined) return true;
  // "6 weeks or 2026-04-30"
  const isDate =
    isMark(token, '-/.') && tokens[at + 1]?.kind === 'number' && /^\d{4}$/.test(tokens[at - 1]?.text ?? '');
  if (token.kind === 'mark') return !isMark(token, '%$') && !isDate;
  return (['over', 'when', 'lasting'] as const).some((role) => follow(tokens, at, role) !== undefined);
}

const RULES = {
  length,
  start,
  withFurtherParts,
  iso,
  multiple,
  between,
  span,
  amount: readAmount,
  second: readAmount,
  unit: readUnit,
  named: taking(({ entry }) => entry?.unit),
  andHalf: readAndHalf,
  cycle,
  zero: where((tokens, at) => tokens[at]?.text.startsWith('0') ?? false),
  rate,
  article: taking(({ entry }) => entry?.isArticle),
  number: taking(({ kind }) => kind === 'number' || undefined),
  sprint: taking(({ entry }) => (entry?.unit?.of === 'sprints' ? true : undefined)),
  minute: taking(({ entry }) => (entry?.unit?.name === 'minute' ? true : undefined)),
  quarterHour: taking(({ text }) => (/^(?:00|15|30|45)$/.test(text) ? Number(text) : undefined)),
  behindHour: where((tokens, at) => tokens[at - 1]?.entry?.unit?.name === 'hour'),
  /** A word that a number may count by itself: "4 weeks x 2 people" may be as much work. */
  noun: taking(({ kind, text, entry }) =>
    kind === 'word' && (entry ? entry.phrases?.measure : PLURAL.test(text)) ? true : undefined,
  ),
  noWord: where((tokens, at) => tokens[at] === undefined || tokens[at]?.kind === 'mark'),
  endOfCount: where(isEndOfCount),
  /** "bis 4.3." is a day. */
  dotted: where(
    (tokens, at) => isMark(tokens[at + 1], '.') && tokens[at + 2]?.kind === 'number' && isMark(tokens[at + 3], '.'),
  ),
  /** A word that joins two lengths as a choice. */
  choice: ((tokens, at) => {
    const next = follow(tokens, at, 'or');
    return next !== undefined && next === follow(tokens, at, 'to') ? { value: true, next } : undefined;
  }) as Rule<true>,
  of: where((tokens, at) => ['of', 'de', 'a'].includes(tokens[at]?.text ?? '')),
};
