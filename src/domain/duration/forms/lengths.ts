// Lengths of time as people write them: "two and a half weeks", "4-6 weeks", "1 month and 3 days", "P4W", "2 sprints of 2 weeks".
import type { Unit, UnitName } from '../language.ts';
import { unitOf } from '../lexicon.ts';
import { isGlued, isMark } from '../tokens.ts';
import { amount, andHalf, unit } from './amounts.ts';
import { type Extent, lengthOf, multiply, roughDays, sum, upTo } from './extent.ts';
import { ahead, any, check, findAt, follow, form, matchOne, maybe, not, rule, seq, type Where } from './grammar.ts';
import { anyMark, anyNumber, article, digits, end, glued, meaning, sign, unitNamed, word } from './items.ts';
import { cycle, isPlural } from './nouns.ts';

/** No thing follows that a number would count. */
export const endOfCount = check((tokens, at) => {
  const token = tokens[at];
  if (token === undefined) return true;
  // "6 weeks or 2026-04-30"
  const isDate =
    isMark(token, '-/.') && tokens[at + 1]?.kind === 'number' && /^\d{4}$/.test(tokens[at - 1]?.text ?? '');
  if (token.kind === 'mark') return !isMark(token, '%$') && !isDate;
  return (['over', 'when', 'lasting'] as const).some((role) => follow(tokens, at, role) !== undefined);
});
/** "a week or two" is a range, "2 days a couple of weeks" none. */
const noArticle = not(article, not(anyNumber));
/** A word that joins two lengths as a choice. */
const choice = form(['or'], ({ tokens, at, next }) => next === follow(tokens, at, 'to') || undefined);
/** `a week` behind `2 days`, `/day` behind `3 hours`. */
export const rate = seq(any(sign('/'), 'rate'), meaning('unit'));
const times = any(sign('×'), seq(not(word('of', 'de', 'a')), 'times'));
const joins = any(seq(sign('-'), maybe('to')), 'to');
/** "bis 4.3." is a day. */
const dottedDay = seq(anyNumber, sign('.'), anyNumber, sign('.'));
/** "03/04" is a date. */
const behindZero = check((tokens, at) => tokens[at - 1]?.text.startsWith('0') ?? false);
const behindHour = check((tokens, at) => tokens[at - 1]?.entry?.unit?.name === 'hour');
/** A word that a number may count by itself: "4 weeks x 2 people" may be as much work. */
const noun = check((tokens, at) => {
  const { kind, text = '', entry } = tokens[at] ?? {};
  return kind === 'word' && (entry ? entry.phrases?.measure !== undefined : isPlural(text));
});

const orMore = any(sign('+'), 'orMore');

/** `amount unit`, `amount to amount unit`, `amount + amount unit`, `amount+ unit`, `amount unit+`. */
const span = rule<Extent>(() => [
  form([amount, sign('+'), amount, unit, maybe(andHalf)], (one, more, of, half = 0) =>
    sum(lengthOf(one, of), lengthOf(more + half, of)),
  ),
  // "3/14 days" is no range.
  form(
    [amount, not(behindZero), sign('/'), maybe(sign('-')), amount, unit, maybe(andHalf)],
    (one, other, of, half = 0) =>
      other > 2 * one ? undefined : upTo(lengthOf(one, of), lengthOf(other + half, of).least),
  ),
  form(
    [amount, any(choice, joins), maybe(sign('.')), maybe(sign('-')), amount, unit, maybe(andHalf)],
    (one, isEither, other, of, half = 0) => upTo(lengthOf(one, of), lengthOf(other + half, of).least, isEither),
  ),
  form([amount, orMore, unit, maybe(andHalf)], atLeast),
  form([amount, unit, maybe(andHalf), orMore, any(end, ahead(anyMark))], atLeast),
  form([amount, unit, maybe(andHalf)], (one, of, half = 0) => lengthOf(one + half, of)),
]);

/** The minutes of `1h30`, `1h30m`; "1H26" is rather half a year. */
const minutes = form([behindHour, glued, digits(2), maybe(seq(glued, any(unitNamed('minute'), word('m'))))], (count) =>
  count < 60 && count % 15 === 0 ? lengthOf(count, unitOf('minute')) : undefined,
);

const start = rule<Extent>(() => [
  // `P4W`, `P1Y6M`, `PT48H`
  form(['isoLetter'], readIso),
  // So many times a span: `2 sprints of 2 weeks`, `3 x 1 week`, `two 2-week sprints`; "1 sprint x 5 quarters": no round is that long.
  form([amount, cycle, any(sign('×'), 'times'), span], (count, each) =>
    each.least.some(({ unit: { of, size } }) => size > 1 && of === 'months') ? undefined : timesSpan(count, each),
  ),
  form([amount, times, span], timesSpan),
  form([amount, span, cycle], timesSpan),
  // `between 4 and 6 weeks`, `entre 2 y 3 semanas`, `from 4 to 6 weeks`
  form(['between', amount, any('and', 'to'), amount, unit], (one, other, of) =>
    upTo(lengthOf(one, of), lengthOf(other, of).least),
  ),
  form([span]),
]);

const length = rule<Extent>(() => [
  form([start, noArticle, any(sign('-'), choice, 'to'), span, not(rate)], (one, isEither, other) =>
    upTo(one, other.most, isEither),
  ),
  // "a week or two", but not "a week or two shops"
  form([start, noArticle, 'to', not(dottedDay), amount, endOfCount], (one, count) => {
    const of = one.most?.[0]?.unit;
    return of && upTo(one, lengthOf(count, of).least);
  }),
  form(
    [start, sign('±'), span],
    ({ least, most }, { most: more }) =>
      most && more && { least: [...least, ...multiply({ least: more }, -1).least], most: [...most, ...more] },
  ),
  form([start], withFurtherParts),
]);

/** A range, a sum, a multiple, or a plain span; "3 of 4 weeks" multiplies nothing. */
export const extent = rule<Extent>(() => [
  form([length, times, amount, not(unit), not(noun)], multiply),
  form([length]),
]);

function timesSpan(count: number, each: Extent): Extent | undefined {
  return each.most && multiply(each, count);
}

function atLeast(count: number, of: Unit, half = 0): Extent {
  return { least: [{ amount: count + half, unit: of }] };
}

/** What is added to a length at once: `1 month and 3 days`, `1 year 6 months`, `4 weeks + 1 week`. */
function withFurtherParts(value: Extent, where: Where): Extent {
  const { tokens, next } = where;
  const joined = isMark(tokens[next], '+&') ? next + 1 : follow(tokens, next, 'and');
  const inMinutes = findAt(minutes, tokens, next);
  const more = value.most && (inMinutes ?? findAt(span, tokens, joined ?? next));
  const of = more?.value.least[0]?.unit;
  const before = value.least[value.least.length - 1]?.unit;
  // Side by side only a smaller unit adds: "1 month 2 weeks", but not "2 weeks 1 month".
  const isAdded = joined !== undefined || (of && before && roughDays(of) < roughDays(before));
  if (!more || !isAdded || (!inMinutes && matchOne(rate, tokens, more.next) !== undefined)) return value;
  where.next = more.next;
  return withFurtherParts(sum(value, more.value), where);
}

const ISO = /^p(?:([\d.]+)y)?(?:([\d.]+)m)?(?:([\d.]+)w)?(?:([\d.]+)d)?(?:t(?:([\d.]+)h)?(?:([\d.]+)m)?)?(?![a-z\d])/;
const ISO_UNITS: UnitName[] = ['year', 'month', 'week', 'day', 'hour', 'minute'];

function readIso(where: Where): Extent | undefined {
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
