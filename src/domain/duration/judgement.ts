// Which of the things a duration states decides when it ends, and whether every one of them has its part in that.
import { addMonths, formatDay, LAST_DAY } from '../calendar.ts';
import type { Clock } from './checkpoints.ts';
import type { Statement } from './forms/claim.ts';
import type { Named, Written } from './forms/days.ts';
import { describeParts, endOf } from './forms/extent.ts';
import { MESSAGES } from './messages.ts';
import { type Whole, wholeOf } from './whole.ts';

/** What a reading depends on beside the text and its start. */
export interface DurationSettings {
  /** How long a sprint is where the text does not say. */
  sprintDays: number;
  /** The month, 1 to 12, in which a fiscal year begins; without it, or with 0, none can be dated. */
  fiscalYearBegins?: number;
}

/** `rule`: how the due date was found. */
export type Verdict = { due: number; earliest: number | undefined; rule: string } | { why: string };

type Is<Kind extends Statement['is']> = Statement & { is: Kind };
/** The calendar's days for what is written, on or after the start or another day. */
type Find = (written: Written, from?: number) => Named;
interface Case {
  statements: readonly Statement[];
  clock: Clock;
  find: Find;
  whole: Whole | undefined;
}

const YEARS_AT_MOST = 10;
/** So many days beyond the length, the same day a year before is nearer to it. */
const HALF_A_YEAR = 183;

/** The rules in their order; and from when and in what sprints the duration is counted. */
export function judge(
  statements: readonly Statement[],
  start: number,
  { sprintDays, fiscalYearBegins }: DurationSettings,
  quote: (from: number, to: number) => string,
): { verdict: Verdict; clock: Clock } {
  const limit = Math.min(addMonths(start, YEARS_AT_MOST * 12), LAST_DAY);
  const find: Find = (written, from = start) => written({ from, fiscalYearBegins: fiscalYearBegins || undefined });
  const began = statedStart(statements, start, limit, find);
  const clock: Clock = { start: 'day' in began ? began.day : start, limit, sprintDays };
  const whole = wholeOf(statements, clock, quote);
  if (whole && 'sprintDays' in whole) clock.sprintDays = whole.sprintDays;
  const refusal =
    refusalOf(statements) ??
    ('why' in began ? began.why : undefined) ??
    (whole && 'why' in whole ? whole.why : undefined);
  if (refusal !== undefined) return { verdict: { why: refusal }, clock };
  const verdict = decide({ statements, clock, find, whole: whole && 'why' in whole ? undefined : whole });
  const left = statements.find(({ is }) => is === 'left');
  const isUnclear = !('why' in verdict) || verdict.why === MESSAGES.unread;
  if (left && isUnclear) return { verdict: { why: MESSAGES.leftOver(quote(left.from, left.to)) }, clock };
  if (!('why' in verdict) && verdict.due < start) return { verdict: { why: MESSAGES.before }, clock };
  if ('earliest' in verdict && verdict.earliest !== undefined) verdict.earliest = Math.max(verdict.earliest, start);
  return { verdict, clock };
}

/** Statements that leave no date, whatever else is stated. */
function refusalOf(statements: readonly Statement[]): string | undefined {
  const messages: Partial<Record<Statement['is'], string>> = {
    undecided: MESSAGES.undecided,
    negative: MESSAGES.negative,
    denied: MESSAGES.denied,
    backward: MESSAGES.backward,
  };
  const found = statements.find(({ is }) => is in messages);
  return found && messages[found.is];
}

/** The day a length is counted from: a stated start, or a date with a length added to it. */
function statedStart(
  statements: readonly Statement[],
  start: number,
  limit: number,
  find: Find,
): { day: number } | { why: string } {
  const days = new Set<number>();
  for (const statement of statements) {
    if (statement.is !== 'start' && !isAddedTo(statement, statements)) continue;
    let named = find(statement.written);
    if ('problem' in named) return { why: named.problem };
    if (named.isPeriod) return { why: MESSAGES.whichStart };
    if (!named.hasYear && named.first > addMonths(start, 6)) {
      // A start without a year that is most of a year away is rather the one that has been.
      const earlier = find(statement.written, addMonths(start, -12));
      if (!('problem' in earlier)) named = earlier;
    }
    days.add(named.first);
  }
  const [day = start] = days;
  if (days.size > 1) return { why: MESSAGES.twoStarts };
  return day > limit ? { why: MESSAGES.tooLong } : { day };
}

/** `2026-02-16 + 3 weeks`: the date of the first length. */
function isAddedTo(statement: Statement, statements: readonly Statement[]): statement is Is<'date'> {
  const [date, length] = statements.filter(({ is }) => is === 'date' || is === 'length');
  return date === statement && statement.is === 'date' && length?.is === 'length' && length.link === 'plus';
}

function decide(given: Case): Verdict {
  const { statements, whole } = given;
  const has = (...kinds: Statement['is'][]) => statements.some(({ is }) => kinds.includes(is));
  const compared = statements.find(
    (statement): statement is Is<'first' | 'later'> => statement.is === 'first' || statement.is === 'later',
  );
  if (compared) return compare(compared.is, given);
  const end = statedEnd(given);
  if (end) return end;
  const early = all(statements, 'beforeDay')[0];
  const named = early && given.find(early.written);
  if (named && 'problem' in named) return { why: named.problem };
  if (named) return { why: MESSAGES.beforeDay(formatDay(named.first - 1), formatDay(named.first)) };
  if (has('counted') && !has('start')) return { why: MESSAGES.counted };
  const isCap = whole?.lead.bound === 'max' || whole?.isCapped;
  if (has('openEnded') && !isCap) return { why: MESSAGES.openEnded };
  if (has('vague') && !isCap) return { why: MESSAGES.vague };
  const event = all(statements, 'event')[0];
  if (event && !isCap && whole?.lead.link !== 'or' && event.link !== 'or') return { why: MESSAGES.event };
  if (!whole) {
    if (has('label')) return { why: MESSAGES.phases };
    if (has('work')) return { why: MESSAGES.work };
    return { why: has('rhythm') ? MESSAGES.rhythm : MESSAGES.unread };
  }
  const label = statements.findIndex(({ is }) => is === 'label');
  if (label !== -1 && !whole.isLabel && label < statements.indexOf(whole.lead)) return { why: MESSAGES.phases };
  const verdict = judgeWhole(whole, given.clock);
  return isAtOddsWithDates(given, verdict) ? { why: MESSAGES.twoEnds } : verdict;
}

/** The end that counts: the last extension, else the ends stated as such, else a date alone. */
function statedEnd(given: Case): Verdict | undefined {
  const { statements, clock, find, whole } = given;
  const stated = statements.filter(
    (statement): statement is Is<'end' | 'range'> => statement.is === 'end' || statement.is === 'range',
  );
  const extended = all(statements, 'end')
    .filter(({ isExtension }) => isExtension)
    .pop();
  const minimum = all(statements, 'end').find(({ isMinimum }) => isMinimum);
  const ends = extended ? [extended] : stated.filter((end) => end !== minimum);
  if (ends.length === 0 && minimum) {
    const named = find(minimum.written);
    return { why: 'problem' in named ? named.problem : whole ? MESSAGES.atOdds : MESSAGES.minimum };
  }
  const only = ends.length === 0 && !whole ? bareEnd(statements) : undefined;
  if (ends.length === 0 && !only) return undefined;
  const days: Named[] = [];
  for (const end of only ? [only] : ends) {
    const named = find(end.written);
    if ('problem' in named) return { why: named.problem };
    const isUnclear = (end.is === 'end' && end.isUntil) || (end.is === 'date' && end.isMonth);
    if (named.isPeriod && isUnclear) return { why: MESSAGES.periodEnd(formatDay(named.first), formatDay(named.last)) };
    days.push(named);
  }
  const lasts = new Set(days.map((named) => ('last' in named ? named.last : 0)));
  const [due = 0] = lasts;
  if (lasts.size > 1) return { why: MESSAGES.twoEnds };
  if (due < clock.start) return { why: MESSAGES.before };
  if (due > clock.limit) return { why: MESSAGES.tooLong };
  if (whole && (!extended || whole.lead.from > extended.from) && isAtOdds(whole, given, days, due))
    return { why: MESSAGES.atOdds };
  const least = minimum && find(minimum.written);
  const from = least && 'first' in least ? least.first : undefined;
  if (from !== undefined && from > due) return { why: MESSAGES.atOdds };
  const verdict: Verdict = { due, earliest: from ?? whole?.earliest, rule: MESSAGES.statedEnd(formatDay(due)) };
  return isAtOddsWithDates(given, verdict) ? { why: MESSAGES.twoEnds } : verdict;
}

/** A length beside an end: no least beyond it, no most short of it, and as long as the days from a stated first to a last day. */
function isAtOdds(whole: Whole, { statements, clock }: Case, days: readonly Named[], due: number): boolean {
  const { least, most } = whole.extent;
  const [least_, most_] = [
    endOf(least, clock.start, clock.sprintDays),
    most && endOf(most, clock.start, clock.sprintDays),
  ];
  if (whole.lead.link === 'plus' && !statements.some(({ is }) => is === 'date')) return true;
  if (whole.lead.bound === 'min' && (least_ ?? Infinity) > due) return true;
  if (whole.lead.bound === 'max' && (most_ ?? 0) < due) return true;
  const isYearOurs = days.every((named) => 'hasYear' in named && !named.hasYear);
  if (isYearOurs && whole.lead.bound !== 'min' && most_ !== undefined && due - most_ > HALF_A_YEAR) return true;
  const range = days.find((named) => 'last' in named && named.last > named.first);
  // Behind an end a length only says it again, in brackets.
  const isBehind = statements.some(({ is, from }) => (is === 'end' || is === 'range') && from < whole.lead.from);
  if (isBehind && whole.lead.link !== 'restating') return true;
  const isFrom = isBehind || statements.some(({ is }) => is === 'start');
  const first = range && 'first' in range ? range.first : isFrom ? clock.start : undefined;
  const end = first === undefined || !most ? undefined : endOf(most, first, clock.sprintDays);
  return first !== undefined && end !== undefined && Math.abs(end - due) > Math.max(3, (end - first) / 10);
}

/** A date that stands there alone, and is not what is counted from. */
function bareEnd(statements: readonly Statement[]): Is<'date'> | undefined {
  return statements.some(({ is }) => is === 'counted') ? undefined : all(statements, 'date')[0];
}

/** Every other date must be the start's or the end's own. */
function isAtOddsWithDates({ statements, clock, find }: Case, verdict: Verdict): boolean {
  const endAt = all(statements, 'end')[0]?.from ?? -1;
  return all(statements, 'date').some((date) => {
    const named = find(date.written);
    if ('problem' in named || 'why' in verdict) return true;
    // "Q2 2026 (until June 15)"
    const isAround = endAt >= date.from && !date.isMonth && named.first <= verdict.due && verdict.due <= named.last;
    if (named.isPeriod && isAround) return false;
    return (
      !isAddedTo(date, statements) &&
      named.last !== verdict.due &&
      !(named.last === clock.start && named.first === named.last)
    );
  });
}

/** `whichever comes first`, `whichever is later`: of all that is stated, each of which must have a day where the later one counts. */
function compare(which: 'first' | 'later', given: Case): Verdict {
  const { statements, clock, find, whole } = given;
  const dues: number[] = [];
  const end = statements.find(({ is }) => is === which)?.to ?? 0;
  for (const statement of statements) {
    if (statement.is === 'end' || statement.is === 'date' || statement.is === 'range') {
      const named = find(statement.written);
      if ('problem' in named) return { why: named.problem };
      if (named.isPeriod) return { why: MESSAGES.periodEnd(formatDay(named.first), formatDay(named.last)) };
      dues.push(named.last);
    } else if (
      which === 'later' &&
      statement.from < end &&
      ['count', 'event', 'counted', 'openEnded', 'vague'].includes(statement.is)
    )
      return { why: MESSAGES.later };
  }
  const isStatedFirst = whole === undefined && all(statements, 'end').length > 0;
  if (which === 'first' && isStatedFirst && dues.length === 0) return { why: MESSAGES.event };
  for (const parts of whole?.choices ?? []) {
    const end = endOf(parts, clock.start, clock.sprintDays);
    if (end === undefined || end > clock.limit) return { why: MESSAGES.tooLong };
    dues.push(end);
  }
  if (which === 'later' && (!whole?.extent.most || whole.lead.bound === 'min') && whole) return { why: MESSAGES.later };
  if (dues.length === 0 || statements.some(({ is }) => is === 'counted'))
    return { why: which === 'later' ? MESSAGES.later : MESSAGES.event };
  if (whole && !whole.extent.most) return { why: MESSAGES.minimum };
  const isEndLater =
    all(statements, 'end').length > 0 &&
    dues.length === 2 &&
    !all(statements, 'end').some(({ link }) => link === 'or') &&
    whole;
  if (isEndLater) return statedEnd(given) ?? { why: MESSAGES.twoEnds };
  const due = which === 'first' ? Math.min(...dues) : Math.max(...dues);
  if (due < clock.start) return { why: MESSAGES.before };
  if (whole && whole.choices.length === 1 && dues.length === 1) return judgeWhole(whole, clock);
  return { due, earliest: undefined, rule: MESSAGES.statedEnd(formatDay(due)) + MESSAGES.whichever(which) };
}

function judgeWhole({ extent, note, choices }: Whole, clock: Clock): Verdict {
  const { least, most } = extent;
  if (!most) return { why: MESSAGES.minimum };
  const isRange = extent.isEither && choices.length === 2 && most[0]?.unit.name === least[0]?.unit.name;
  if (choices.length > 1 && !isRange) return { why: MESSAGES.twoEnds };
  if (most.every(({ amount }) => amount === 0)) return { why: MESSAGES.zero };
  const [earliest, due] = [endOf(least, clock.start, clock.sprintDays), endOf(most, clock.start, clock.sprintDays)];
  if (due === undefined || due > clock.limit) return { why: MESSAGES.tooLong };
  if (earliest === undefined || earliest > due) return { why: MESSAGES.backwards };
  const sprints = most.some(({ unit }) => unit.of === 'sprints') ? MESSAGES.sprint(clock.sprintDays) : '';
  const early = earliest < due ? MESSAGES.atTheEarliest(describeParts(least)) : '';
  const rule = MESSAGES.lengthFrom(describeParts(most), formatDay(clock.start));
  return { due, earliest, rule: rule + sprints + early + note };
}

function all<Kind extends Statement['is']>(statements: readonly Statement[], is: Kind): Is<Kind>[] {
  return statements.filter((statement): statement is Is<Kind> => statement.is === is);
}
