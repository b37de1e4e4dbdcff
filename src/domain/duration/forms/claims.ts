// What parts of a duration claim, as a table of forms: lengths, ends, starts, counts, rhythms, events, phases, and what is left over.
import type { Unit } from '../language.ts';
import { unitOf } from '../lexicon.ts';
import { isMark } from '../tokens.ts';
import { amount, unit } from './amounts.ts';
import type { Behind, Bound, Claim } from './claim.ts';
import { clock, date, expected, range } from './dates.ts';
import type { Written } from './days.ts';
import { lengthOf, upTo } from './extent.ts';
import {
  ahead,
  any,
  check,
  findAt,
  follow,
  form,
  type Matcher,
  maybe,
  not,
  rule,
  ruleOfWords,
  seq,
  valued,
  type Where,
} from './grammar.ts';
import { anyMark, anyNumber, anyWord, article, glued, meaning, sign, unitNamed, word } from './items.ts';
import { endOfCount, extent, rate } from './lengths.ts';
import { counted, thing, timeWord } from './nouns.ts';
import { label } from './phases.ts';
import { behind, boundBehind, endOfPart, isEndOfPart, lengthClaim, number, ofWork } from './stated-lengths.ts';

const RHYTHM: Claim = { is: 'rhythm' };
const LEFT: Claim = { is: 'left' };

// What stands before a length or a day.

const about = maybe(any(sign('~'), seq('about', maybe(sign('.')))));
const atStart = check((_, at) => at === 0);
const isAtLeast = form([valued('bound')], (bound) => bound === 'min' || undefined);
const limit = ruleOfWords<Bound>(() => [
  form([sign('<')], 'max'),
  form([sign('>')], 'min'),
  form([valued('bound')]),
  form([atStart, 'minAtFirst'], 'min'),
]);
const colon = maybe(sign('.:='));
const limited = [limit, colon, about] as const;
const extended = any(sign('→'), 'extendedTo');
/** "End of March" is a period's end by itself. */
const endOfPeriod = check((tokens, at) => (follow(tokens, at, 'endOf') ?? 0) > (follow(tokens, at, 'end') ?? Infinity));

// What a number counts, and how often.

const dayName = seq(any(meaning('weekday'), meaning('shortWeekday')));
/** `2nd`, `2.` */
const countedOff = seq(amount, maybe(any(sign('.º'), 'ordinalEnd')));
const often = any(
  seq(
    check((tokens, at) => tokens[at - 1]?.text === '24'),
    any(sign('/×'), word('x')),
    word('7'),
  ),
  seq(maybe(sign('-')), 'rhythmUnit'),
  seq('times', any(rate, 'rhythm')),
);
const countOfDays = form([amount, endOfCount], (count) => lengthOf(count, unitOf('day')));
/** Of units of less than a day. */
const brief = form([extent], ({ least }) => least.every(({ unit: { size } }) => size < 1) || undefined);
/** The second number of `3-5 shops`, `2 or 3 shops`. */
const another = maybe(form([any(sign('-/'), 'to', 'and'), amount]));
const one = form([amount], (count) => (count <= 1 ? count : undefined));
const gluedPlus = maybe(seq(glued, sign('+')));
const behindName = check((tokens, at) => tokens[at - 1]?.kind === 'word' && !tokens[at - 1]?.entry?.unit);
const countOf = rule<Claim>(() => [
  form([amount, sign('%$'), not(word('of', 'von', 'de', 'der'), any(extent, date))], (count) => ({
    is: 'count',
    amount: count,
  })),
  form([amount, another, gluedPlus, counted], countClaim),
  form([one, another, gluedPlus, thing], countClaim),
]);
/** `Week 1 —`, `Phase 2 (2 weeks):`, `Sprint 5-6 (3 weeks)`. */
export const labelled: Matcher<Claim> = form([label], (named, { tokens, at, next, place }) => {
  if (tokens[at - 1]?.kind === 'word' || (at === 0 && !isEndOfPart(tokens, next))) return undefined;
  // "4 weeks (week 11)" names a week, "6 weeks (week 1: wire)" a phase.
  const isNamed = place.isInPhases || isMark(tokens[next], ':-');
  return isMark(tokens[at - 1], ',(') && !isNamed ? undefined : { is: 'label', label: named };
});

/** What a word says that stands before a length or a day, and how often something is. */
const announced = ruleOfWords<Claim>(() => [
  // `extended to 6`, `→ 6 weeks`, `extended until 2026-06-30`, `extended a further 2 weeks`; "verlängert bis 15." is a day.
  form([extended, extent], (length) => ({ is: 'replaced', extent: length })),
  form([extended, date], (day) => ({ is: 'end', written: day, isExtension: true })),
  form([extended, not(check((tokens, at) => follow(tokens, at - 1, 'until') === at)), amount, endOfCount], replacedBy),
  form([extended, expected], (day) => ({ is: 'end', written: day, isExtension: true })),
  form(['extendedTo', amount, endOfCount], replacedBy),
  form(['extendedBy', maybe('lasting'), maybe(article), maybe('whole'), extent], (length) => ({
    is: 'added',
    extent: length,
  })),

  // `every 2 weeks`, `every other Friday`, `weekly`, `14-tägig`, `twice a week`, `3x per day`, `24/7`: how often.
  form([any(seq('every', maybe(any('other', countedOff)), any(unit, meaning('weekday'))), 'rhythm')], RHYTHM),
  // `Mon-Fri`: on which days.
  form([dayName, sign('-'), dayName], RHYTHM),
  // `R5/P1W`: five times one, or one in all?
  form(['isoRepeat', maybe(anyNumber), sign('/'), extent], LEFT),
  form(['often', any(rate, 'rhythm')], RHYTHM),
  // "twice 4 weeks": one after the other, or of half that length? But "once approved" is an event.
  form([not('after'), 'often'], LEFT),
  // `max 6 weeks`, `at least until June`, `≤ 6 weeks`, `max 4` after `min 2 weeks`; "bis 15." is a day, "ideally 3." a number.
  // `min 2, max 4 weeks`
  form([...limited, amount, maybe(any(sign(',/-'), 'and', 'or')), ...limited, amount, unit, behind], betweenBounds),
  form([...limited, extent, behind], (bound, length, found, at) => lengthClaim(length, found, at, bound)),
  form([not('until'), ...limited, not(date), amount, endOfCount, behind], boundedNumber),
  form([ahead('until'), ...limited, not(expected), amount, endOfCount, behind], boundedNumber),
  form([...limited, maybe(any('until', 'end', 'through')), expected], (bound, day, { place }) =>
    bound === 'target' || place.link === 'not'
      ? undefined
      : { is: 'end', written: day, isMinimum: bound === 'min', isUnclear: true },
  ),
  // "Until 4 weeks of data are in" waits for the data.
  form(
    ['until', colon, maybe('over'), about, extent, ahead(any(endOfPart, 'after', 'from')), behind],
    (length, found, at) => lengthClaim(length, found, at, 'max'),
  ),

  // `until 30 June`, `wrap up by Friday`, `End date: 2026-04-29`, `not before 1 May`.
  form(['notBefore', expected], (written) => ({ is: 'end', written, isMinimum: true })),
  form(['before', expected], (written) => ({ is: 'beforeDay', written })),
  form([any('through', seq(not(endOfPeriod), 'end')), maybe(isAtLeast), expected], (isMinimum, day) => ({
    is: 'end',
    written: day,
    isMinimum,
  })),
  form([any('until', 'by'), maybe(isAtLeast), expected], (isMinimum, day) => ({
    is: 'end',
    written: day,
    isMinimum,
    isUnclear: true,
  })),
  form([ahead('endOf'), endOfPeriod, expected], (day) => ({ is: 'end', written: day })),

  // `from 2026-03-01`, `starting March 1`, `after 1 March`; "après-demain" is a day.
  form([not(date), not(range), any('startsOn', 'after'), expected], (written) => ({ is: 'start', written })),
  // `last 2 weeks`; "will last 2 weeks" says how long.
  form([atStart, word('last'), extent], { is: 'backward' }),
  // `effort: 5 days`
  form(['work', sign(':='), about, extent], { is: 'work' }),
  // "starts in 2 weeks" says nothing of how long it takes.
  form(['startsOn', 'over', extent], LEFT),
  // `part of 6 weeks`, `halfway through the 6 weeks`
  form(['fraction', any(seq(about, extent), seq('the', maybe('whole'), about, extent), date)], { is: 'part' }),
  // `T+30`
  form([word('t', 'd'), sign('+'), any(extent, countOfDays), behind], lengthClaim),
]);

/** What a word says by itself. */
const single = ruleOfWords<Claim>(() => [
  form([maybe(article), 'few', maybe('whole'), seq(unit)], { is: 'vague' }),
  // `2 weeks in each of 3 shops`: one after the other, or at once?
  form(['each', 'link', maybe('link'), number], LEFT),
  // `ongoing`, `TBD`, `whichever comes first`; "4 weeks of continuous use" is not open-ended.
  form([valued('stated')], (is, { tokens, at, next }) =>
    is === 'openEnded' && at > 0 && tokens[next]?.kind === 'word' && !tokens[next]?.entry ? undefined : { is },
  ),
  form(['undecidedAlone', endOfPart], ({ place }) => (place.isClauseStart ? { is: 'undecided' } : undefined)),

  // `until both pass`, `once approved`; `from launch` right behind a length or before it. "Stop after 4 weeks" says how long.
  form(['after', not(extent), not('pronoun'), not('startOfRun')], { is: 'counted' }),
  form([not('after'), 'from', not('pronoun'), not('startOfRun')], ({ at, place }) =>
    place.isClauseStart || place.before?.to === at ? { is: 'counted' } : undefined,
  ),
  form([not('after'), 'until'], { is: 'event' }),
  form([not('after'), 'when'], ({ place }) => (place.isClauseStart && !place.before ? { is: 'event' } : undefined)),

  // "Week 2 — weekdays only": on which days, not how many. "Mitte/Ende März": one of them would be dropped.
  form([any('calendar', unitNamed('businessDays'))], ({ place }) => (place.isInPhases ? RHYTHM : undefined)),
  form([any('calendar', seq('third', ahead(sign('/'))), seq(ahead(anyWord), timeWord, anyWord))], LEFT),
]);

/** All others, in their order. */
export const claim = rule<Claim>(() => [
  form([clock], { is: 'clock' }),
  announced,

  // `2 times a week`, `1/week`
  form([amount, often], RHYTHM),
  form([not(article), amount, rate], RHYTHM),

  form([not(extent), range], (written) => ({ is: 'range', written })),

  // A length with no word before it that bounds it; `10 person days`, `3 at most` after `2 weeks`.
  form([atStart, sign('-'), extent], { is: 'negative' }),
  // `4/6 weeks elapsed`, but `4 weeks elapsed` says how long, besides the work
  form([number, sign('/'), number, seq(unit), word('elapsed')], { is: 'backward' }),
  // Of a phase: `Week 1: bake (2 days of it alone)`
  form([about, extent, 'including', ahead(anyWord, endOfPart)], (_, { place }) =>
    place.isInPhases ? RHYTHM : undefined,
  ),
  form([about, seq(brief), 'rhythm'], RHYTHM),
  form([about, extent, behind], (length, found, at) => lengthClaim(length, found, at)),
  form([about, number, maybe(sign('-')), 'person', unit, maybe(ofWork)], { is: 'work' }),
  form([about, amount, ahead(boundBehind), behind], (count, found, at) => boundedNumber('exact', count, found, at)),

  // A date with no word about what it is; in an event, its day. A month's name alone may be another word.
  form([any(date, form([any(seq('on', not(anyMark)), 'the'), date]))], bareDate),

  // `500 unique visitors`, `3-5 shops`, `20%`, `€500`, `> 10`, `n=400`, `room 4`, with a rate behind it: something else than time is counted.
  form([any(sign('#$<>'), 'numbered', seq(behindName, sign('='))), ahead(anyNumber), number, not(unit), maybe(rate)], {
    is: 'count',
    amount: undefined,
  }),
  form([not(article), not('after'), countOf, maybe(rate)]),

  single,
  form([any(seq(ahead(anyNumber), amount), anyNumber)], LEFT),
]);

function replacedBy(count: number, { place: { unit: of } }: Where): Claim | undefined {
  return of && { is: 'replaced', extent: lengthOf(count, of) };
}

function boundedNumber(bound: Bound, count: number, found: Behind, at: Where): Claim | undefined {
  const of: Unit | undefined = at.place.unit;
  return of && lengthClaim(lengthOf(count, of), found, at, bound === 'exact' ? undefined : bound);
}

function betweenBounds(low: Bound, one: number, high: Bound, other: number, of: Unit, found: Behind, at: Where) {
  const length = low === 'min' && high === 'max' && upTo(lengthOf(one, of), lengthOf(other, of).least);
  return length ? lengthClaim(length, found, at) : undefined;
}

function bareDate(written: Written, { tokens, at, next, place }: Where): Claim | undefined {
  const { before, isInEvent } = place;
  const isBehindLink = [follow(tokens, at - 1, 'link'), follow(tokens, at - 1, 'on')].includes(at);
  const isOther = follow(tokens, at, 'noTime') !== undefined && tokens[next]?.kind === 'word';
  if (next === at + 1 && isOther && !isBehindLink) return undefined;
  const isItsDay = isInEvent && (follow(tokens, at, 'on') !== undefined || isMark(tokens[at - 1], '('));
  if (isItsDay && before?.is === 'event') return { is: 'end', written };
  if (isItsDay && before?.is === 'counted') return { is: 'start', written };
  return { is: 'date', written, isUnclear: next === at + 1 && tokens[at]?.entry?.month !== undefined };
}

function countClaim(first: number, last: number | undefined, where: Where): Claim | undefined {
  const { tokens, at, next, place } = where;
  if (last !== undefined && last <= first) return undefined;
  // "4 weeks if all goes well, 6 boxes": of boxes, or the weeks if it does not?
  if (place.isConditional && place.isClauseStart) return LEFT;
  // "4 weeks x 2 people": as much work, or as much time? "6 sessions of 2 weeks", "2-mal 4 Wochen": one after the other, or at once?
  const isTimes = [tokens[at - 1], tokens[next]].some((token) => isMark(token, '×') || token?.text === 'x');
  const times = follow(tokens, next, 'times') ?? (follow(tokens, next - 1, 'times') === next ? next : undefined);
  if (isTimes || (times !== undefined && findAt(extent, tokens, times))) return LEFT;
  return { is: 'count', amount: last === undefined ? first : undefined };
}
