// What parts of a duration claim, as a table of forms: lengths, ends, starts, counts, rhythms, events, phases, and what is left over.
import type { Role } from '../language.ts';
import { isMisspeltUnit, unitOf } from '../lexicon.ts';
import { isGlued, isMark, type Tokens } from '../tokens.ts';
import type { Claim, EndClaim } from './claim.ts';
import { lengthOf } from './extent.ts';
import { define, find, follow, type Where } from './grammar.ts';
import { isPlural, mayBeNoun } from './lengths.ts';
import type { Values } from './values.ts';

const RHYTHM: Claim = { is: 'rhythm' };
const LEFT: Claim = { is: 'left' };

define({
  labelled: [
    // `Week 1 —`, `Phase 2 (2 weeks):`, `Sprint 5-6 (3 weeks)`.
    [
      '{label}',
      ({ label }, { tokens, at, next, place }) => {
        if (tokens[at - 1]?.kind === 'word' || (at === 0 && !isEndOfPart(tokens, next))) return undefined;
        // "4 weeks (week 11)" names a week, "6 weeks (week 1: wire)" a phase.
        const isNamed = place.isInPhases || isMark(tokens[next], ':-');
        return isMark(tokens[at - 1], ',(') && !isNamed ? undefined : { is: 'label', label };
      },
    ],
  ],

  /** All others, in their order. */
  claim: [
    ['{clock}', { is: 'clock' }],

    // `extended to 6`, `→ 6 weeks`, `extended until 2026-06-30`, `extended a further 2 weeks`; "verlängert bis 15." is a day.
    ['[→]|extendedTo {extent}', ({ extent }) => ({ is: 'replaced', extent })],
    ['[→]|extendedTo {date}', ({ date }, at) => endClaim(date, at, { isExtension: true })],
    ['[→]|extendedTo !{behindUntil} {amount} {endOfCount}', replacedBy],
    ['[→]|extendedTo {day:expected}', ({ day }, at) => endClaim(day, at, { isExtension: true })],
    ['extendedTo {amount} {endOfCount}', replacedBy],
    ['extendedBy lasting? <article>? whole? {extent}', ({ extent }) => ({ is: 'added', extent })],

    // `every 2 weeks`, `every other Friday`, `weekly`, `14-tägig`, `twice a week`, `3x per day`, `24/7`: how often.
    ['every (other|{countedOff})? {unit}|<weekday>', RHYTHM],
    // `R5/P1W`: five times one, or one in all?
    ['isoRepeat <number>? [/] {extent}', LEFT],
    ['rhythm', RHYTHM],
    ['often {rate}|rhythm', RHYTHM],
    // "twice 4 weeks": one after the other, or of half that length? But "once approved" is an event.
    ['!after often', LEFT],
    ['{amount} {oftenBehind}', RHYTHM],

    // `max 6 weeks`, `at least until June`, `≤ 6 weeks`, `max 4` after `min 2 weeks`; "bis 15." is a day, "ideally 3." a number.
    ['{limit} [.:=]? {about}? {extent} {behind}', lengthClaim],
    ['!until {limit} [.:=]? {about}? !{date} {amount} {endOfCount} {behind}', boundedNumber],
    ['&until {limit} [.:=]? {about}? !{expected} {amount} {endOfCount} {behind}', boundedNumber],
    [
      '{limit} [.:=]? {about}? (until|end|through)? {day:expected}',
      ({ limit, day }, at) =>
        limit === 'target' || at.place.link === 'not'
          ? undefined
          : endClaim(day, at, { isMinimum: limit === 'min', isUntil: true }),
    ],
    // "Until 4 weeks of data are in" waits for the data.
    [
      'until [.:=]? over? {about}? {extent} &({endOfPart}|after|from) {behind}',
      (found, at) => lengthClaim({ ...found, limit: 'max' }, at),
    ],

    // `until 30 June`, `wrap up by Friday`, `End date: 2026-04-29`, `not before 1 May`; "End of March" is a period's end by itself.
    [
      'notBefore {day:expected}',
      ({ day }, { place }) => ({ is: 'end', written: day, link: place.link, isMinimum: true }),
    ],
    ['before {day:expected}', ({ day }) => ({ is: 'beforeDay', written: day })],
    ['through {least}? {day:expected}', ({ least, day }, at) => endClaim(day, at, { isMinimum: least })],
    ['until {least}? {day:expected}', ({ least, day }, at) => endClaim(day, at, { isMinimum: least, isUntil: true })],
    ['by {least}? {day:expected}', ({ least, day }, at) => endClaim(day, at, { isMinimum: least, isUntil: true })],
    ['&endOf {endOfPeriod} {day:expected}', ({ day }, at) => endClaim(day, at, {})],
    ['!{endOfPeriod} end {least}? {day:expected}', ({ least, day }, at) => endClaim(day, at, { isMinimum: least })],

    // `from 2026-03-01`, `starting March 1`, `after 1 March`; "après-demain" is a day.
    [
      '!{date} !{range} startsOn|after {day:expected}',
      ({ day }, { place }) => (place.link === 'not' ? { is: 'denied' } : { is: 'start', written: day }),
    ],
    [
      '!{extent} {range}',
      ({ range }, { place }) => ({ is: 'range', written: range, link: place.link, isMonth: false }),
    ],

    // A length with no word before it that bounds it; `T+30`, `10 person days`, `3 at most` after `2 weeks`.
    ['[-] {extent}', (_, { at, place }) => (at === 0 && place.isClauseStart ? { is: 'negative' } : undefined)],
    ["'t'|'d' [+] {extent} {behind}", (found, at) => lengthClaim(found, unlinked(at))],
    [
      "'t'|'d' [+] {amount} {endOfCount} {behind}",
      (found, at) => lengthClaim({ ...found, extent: lengthOf(found.amount, unitOf('day')) }, unlinked(at)),
    ],
    // Of a phase: `Week 1: bake (2 days of it alone)`
    ['{about}? {extent} including &{lastWord}', (_, { place }) => (place.isInPhases ? RHYTHM : undefined)],
    ['{about}? {brief} rhythm', RHYTHM],
    ['{about}? {extent} {behind}', lengthClaim],
    ['{about}? {amount} [-]? person {unit} {ofWork}?', { is: 'work' }],
    ['{about}? {amount} &{boundBehind} {behind}', boundedNumber],

    // A date with no word about what it is; in an event, its day. A month's name alone may be another word.
    ['{date}', bareDate],
    ['on !<mark> {date}', bareDate],
    ['the {date}', bareDate],

    // `500 unique visitors`, `3-5 shops`, `20%`, `€500`, `> 10`, `room 4`, with a rate behind it: something else than time is counted.
    ['[#$<>]|numbered &<number> {amount} !{unit} {rate}?', () => ({ is: 'count', amount: undefined })],
    ['!<article> !after {amount} [%$] !{ofExtent} {rate}?', ({ amount }) => ({ is: 'count', amount })],
    ['!<article> !after {amount} {another}? {gluedPlus}? {counted} {rate}?', countClaim],
    ['!<article> !after {one} {another}? {gluedPlus}? {thing} {rate}?', countClaim],

    ['<article>? few whole? {unit}', { is: 'vague' }],
    // `2 weeks in each of 3 shops`: one after the other, or at once?
    ['each link link? {amount}', LEFT],
    ['parallel', { is: 'parallel' }],
    ['later', { is: 'later' }],
    ['first', { is: 'first' }],
    // `ongoing`, `TBD`; "4 weeks of continuous use" is none.
    [
      'openEnded',
      (_, { tokens, at, next }) =>
        at > 0 && tokens[next]?.kind === 'word' && !tokens[next]?.entry ? undefined : { is: 'openEnded' },
    ],
    ['undecided', { is: 'undecided' }],
    ['undecidedAlone {endOfPart}', (_, { place }) => (place.isClauseStart ? { is: 'undecided' } : undefined)],

    // `until both pass`, `once approved`; `from launch` right behind a length or before it. "Stop after 4 weeks" says how long.
    ['after !{extent} !pronoun !startOfRun', (_, { place }) => ({ is: 'counted', link: place.link })],
    [
      '!after from !pronoun !startOfRun',
      (_, { at, place }) =>
        place.isClauseStart || place.before?.to === at ? { is: 'counted', link: place.link } : undefined,
    ],
    ['!after until', (_, { place }) => ({ is: 'event', link: place.link })],
    [
      '!after when',
      (_, { place }) => (place.isClauseStart && !place.before ? { is: 'event', link: place.link } : undefined),
    ],

    // "Week 2 — weekdays only": on which days, not how many. "Mitte/Ende März": one of them would be dropped.
    ['calendar|#businessDays', (_, { place }) => (place.isInPhases ? RHYTHM : undefined)],
    ['&<number> {amount}|<number>', LEFT],
    ['calendar', LEFT],
    ['early|mid|late &[/]', LEFT],
    ['{timeWord}', LEFT],
  ],

  oftenBehind: [
    ["[/×]|'x' '7'", (_, { tokens, at }) => tokens[at - 1]?.text === '24' || undefined],
    ['[-]? rhythmUnit'],
    ['times {rate}|rhythm', () => true],
  ],

  // What stands before and behind a length.

  about: [['[~]|about [.]?']],
  least: [['min', () => true]],
  limit: [
    ['[<]|max', () => 'max'],
    ['[>]|min', () => 'min'],
    ['minAtFirst', (_, { at }) => (at === 0 ? 'min' : undefined)],
    ['target', () => 'target'],
  ],
  behind: [
    ['{sprintBehind}? {rate}', { is: 'rhythm' }],
    // "3 jours-homme"
    ['{sprintBehind}? [-/] person', { is: 'work' }],
    ['{sprintBehind}? {ofWork}', { is: 'work' }],
    ['{sprintBehind}? {boundBehind}? past|before', { is: 'backward' }],
    [
      '{sprintBehind}? {boundBehind}? {each}? {total}?',
      ({ boundBehind, each, total }) => ({ bound: boundBehind, isEach: each, isTotal: total }),
    ],
  ],
  /** "2 weeks, at least 3 shops": then it is about the shops. */
  boundBehind: [
    ['maxAfter !{amount}', () => 'max'],
    ['minAfter !{amount}', () => 'min'],
    ['targetAfter !{amount}', () => 'target'],
  ],
  /** `2-week sprint` */
  sprintBehind: [["!{behindSprint} 'sprint'"]],
  behindSprint: [['', (_, { tokens, at }) => tokens[at - 1]?.entry?.unit?.of === 'sprints' || undefined]],
  ofWork: [['whole? link? work']],
  each: [
    ['!{jeAfter} each', () => true],
    ["!{jeAfter} 'per'|'pro'|'je'|'por'|'par' {plain}", () => true],
  ],
  jeAfter: [["'je' after"]],
  lastWord: [['<word> {endOfPart}']],
  plain: [['!<unit> !<month> !<weekday> <word>']],
  total: [['total']],
  /** Of units of less than a day. */
  brief: [['{extent}', ({ extent }) => extent.least.every(({ unit }) => unit.size < 1) || undefined]],
  behindUntil: [['', (_, { tokens, at }) => follow(tokens, at - 1, 'until') === at || undefined]],
  endOfPeriod: [
    [
      '',
      (_, { tokens, at }) => (follow(tokens, at, 'endOf') ?? 0) > (follow(tokens, at, 'end') ?? Infinity) || undefined,
    ],
  ],
  endOfPart: [['', (_, { tokens, at }) => isEndOfPart(tokens, at) || undefined]],

  /** `2nd`, `2.` */
  countedOff: [['{amount} ([.º]|ordinalEnd)?']],

  // What a number counts.

  ofExtent: [["'of' {extent}"]],
  gluedPlus: [['_ [+]']],

  /** The second number of `3-5 shops`, `2 or 3 shops`. */
  another: [['[-/]|to|and {amount}']],
  one: [['{amount}', ({ amount }) => (amount <= 1 ? amount : undefined)]],
  counted: [['', (_, at) => nounOf(at, false)]],
  thing: [['', (_, at) => nounOf(at, true)]],
  measured: [['cycle|measure']],
  timeWord: [['<word>', (_, { tokens, at }) => isTimeWord(tokens, at) || undefined]],
});

function replacedBy({ amount }: Values, { place: { unit } }: Where): Claim | undefined {
  return unit && { is: 'replaced', extent: lengthOf(amount, unit) };
}

function endClaim(written: Values['date'], { place: { link } }: Where, more: Partial<EndClaim>): Claim {
  return link === 'not' && !more.isExtension ? { is: 'denied' } : { is: 'end', written, link, ...more };
}

function boundedNumber(found: Values, at: Where): Claim | undefined {
  const { unit } = at.place;
  return unit && lengthClaim({ ...found, extent: lengthOf(found.amount, unit) }, at);
}

function unlinked(at: Where): Where {
  return { ...at, place: { ...at.place, link: 'none' } };
}

function lengthClaim({ extent, behind, limit }: Values, { tokens, at, next, place }: Where): Claim {
  const { link } = place;
  const isBackward = link === 'past' || follow(tokens, at - 1, 'before') === at;
  if (behind.is) return { is: behind.is };
  if (isBackward) return { is: 'backward' };
  if (link === 'not') return { is: 'denied' };
  // "Within 2 weeks of launch"
  const isWithin = tokens[at - 1]?.text === 'within' && tokens[next]?.text === 'of';
  if (link === 'unknown' || (isWithin && follow(tokens, next + 1, 'startOfRun') === undefined))
    return { is: 'counted', link: 'none' };
  return {
    is: 'length',
    extent,
    bound: limit ?? behind.bound ?? (extent.most ? 'exact' : 'min'),
    link,
    isAlone: place.isClauseStart && isEndOfPart(tokens, next),
    isEach: behind.isEach === true || follow(tokens, at - 1, 'each') === at,
    isTotal: behind.isTotal === true,
  };
}

function bareDate({ date: written }: Values, { tokens, at, next, place }: Where): Claim | undefined {
  const { link, before, isInEvent } = place;
  const isBehindLink = [follow(tokens, at - 1, 'link'), follow(tokens, at - 1, 'on')].includes(at);
  const isOther = follow(tokens, at, 'noTime') !== undefined && tokens[next]?.kind === 'word';
  if (next === at + 1 && isOther && !isBehindLink) return undefined;
  if (link === 'not') return { is: 'denied' };
  const isItsDay = isInEvent && (follow(tokens, at, 'on') !== undefined || isMark(tokens[at - 1], '('));
  if (isItsDay && before?.is === 'event') return { is: 'end', written, link };
  if (isItsDay && before?.is === 'counted') return { is: 'start', written };
  return { is: 'date', written, link, isMonth: next === at + 1 && tokens[at]?.entry?.month !== undefined };
}

function countClaim({ amount, one, another }: Values, where: Where): Claim | undefined {
  const { tokens, at, next, place } = where;
  const first = one ?? amount;
  if (another <= first) return undefined;
  // "4 weeks if all goes well, 6 boxes": of boxes, or the weeks if it does not?
  if (place.isConditional && place.isClauseStart) return LEFT;
  // "4 weeks x 2 people": as much work, or as much time? "6 sessions of 2 weeks", "2-mal 4 Wochen": one after the other, or at once?
  const isTimes = [tokens[at - 1], tokens[next]].some((token) => isMark(token, '×') || token?.text === 'x');
  const times = follow(tokens, next, 'times') ?? (follow(tokens, next - 1, 'times') === next ? next : undefined);
  if (isTimes || (times !== undefined && find('extent', tokens, times))) return LEFT;
  return { is: 'count', amount: another === undefined ? first : undefined };
}

/** The noun that a number counts, with the adjectives before it; a plural, unless it is one; not a misspelt unit. */
function nounOf(where: Where, isOne: boolean): true | undefined {
  const { tokens, at } = where;
  let next = isMark(tokens[at], '-') && isGlued(tokens, at) ? at + 1 : at;
  for (const role of ['whole', 'whole', 'rhythm'] as const) next = follow(tokens, next, role) ?? next;
  if (tokens[next - 1]?.text === 'of') next = follow(tokens, next, 'the') ?? next;
  for (let count = 0; count < 3; count++, next++) {
    const noun = tokens[next];
    if (noun?.kind !== 'word') return undefined;
    const counted =
      noun.entry && !noun.entry.unit
        ? (find('measured', tokens, next)?.next ?? (isOne ? follow(tokens, next, 'numbered') : undefined))
        : undefined;
    if (counted === undefined && (noun.entry || isMisspeltUnit(noun.text))) return undefined;
    where.next = counted ?? next + 1;
    if (counted !== undefined || (isOne ? mayBeNoun(noun.text) : isPlural(noun.text))) return true;
  }
  return undefined;
}

/** A word that is a unit, a month, a day or an amount, and nothing else: not "a", "o", "once", "w/". */
function isTimeWord(tokens: Tokens, at: number): boolean {
  const { text = '', entry = {} } = tokens[at] ?? {};
  const { unit, amount, article, month, weekday, phrases = {} } = entry;
  const isAmount = [phrases.half, phrases.couple].some((list) => list?.some((rest) => rest.length === 0));
  if (isAmount) return true;
  if (article || !(unit || month || weekday !== undefined || amount !== undefined)) return false;
  const isOther = Object.keys(phrases).some((role) => follow(tokens, at, role as Role) !== undefined);
  return !isOther && !(text.length === 1 && isMark(tokens[at + 1], '/'));
}

/** True where a sign or the end of the text follows, so that what stands before it stands alone. */
export function isEndOfPart(tokens: Tokens, at: number): boolean {
  return tokens[at] === undefined || isMark(tokens[at], '.,;:()-=→\n!?');
}
