// Which of the things a duration states decides when it ends, and whether every one of them has its part in that.
import { addMonths, formatDay } from '../calendar.ts';
import type { Clock } from './checkpoints.ts';
import { all, type Is, type Kind, type Statement } from './forms/claim.ts';
import type { Named, Written } from './forms/days.ts';
import { describeParts, endOf, type Part } from './forms/extent.ts';
import { MESSAGES } from './messages.ts';
import { refuse } from './refusal.ts';
import { type Whole, wholeOf } from './whole.ts';

/** `rule`: how the due date was found. */
export interface Verdict {
  due: number;
  earliest?: number;
  rule: string;
}

/** The calendar's days for what is written, on or after the start or another day. */
type Find = (written: Written, from?: number) => Named;
interface Case {
  statements: readonly Statement[];
  clock: Clock;
  find: Find;
  whole: Whole | undefined;
}

/** So many days beyond the length, the same day a year before is nearer to it. */
const HALF_A_YEAR = 183;
/** Statements that leave no date, whatever else is stated. */
const REFUSED: Partial<Record<Kind, string>> = {
  undecided: MESSAGES.undecided,
  negative: MESSAGES.negative,
  denied: MESSAGES.denied,
  part: MESSAGES.part,
  backward: MESSAGES.backward,
};

/** The rules in their order. From when and in what sprints the duration is counted is put right in the clock. */
export function judge(
  statements: readonly Statement[],
  clock: Clock,
  fiscalYearBegins: number | undefined,
  quote: (from: number, to: number) => string,
): Verdict {
  if (statements.length === 0) refuse(MESSAGES.unread);
  const { start } = clock;
  const find: Find = (written, from = start) => written({ from, fiscalYearBegins });
  clock.start = statedStart(statements, clock, find);
  for (const { is } of statements) if (REFUSED[is] !== undefined) refuse(REFUSED[is]);
  const whole = wholeOf(statements, clock, quote);
  if (whole) clock.sprintDays = whole.sprintDays;
  const verdict = decide({ statements, clock, find, whole });
  const [left] = all(statements, 'left');
  if (left) return refuse(MESSAGES.leftOver(quote(left.from, left.to)));
  if (!verdict) return refuse(MESSAGES.unread);
  return verdict.due < start ? refuse(MESSAGES.before) : verdict;
}

/** The day a length is counted from: a stated start, or a date with a length added to it. */
function statedStart(statements: readonly Statement[], { start, limit }: Clock, find: Find): number {
  const days = new Set<number>();
  const added = addedTo(statements);
  for (const statement of statements) {
    if (statement.is !== 'start' && statement !== added) continue;
    const named = find(statement.written);
    if (named.isPeriod) refuse(MESSAGES.whichStart);
    // A start without a year that is most of a year away is rather the one that has been.
    const isFar = !named.hasYear && named.first > addMonths(start, 6);
    days.add(isFar ? find(statement.written, addMonths(start, -12)).first : named.first);
  }
  const [day = start] = days;
  if (days.size > 1) refuse(MESSAGES.twoStarts);
  return day > limit ? refuse(MESSAGES.tooLong) : day;
}

/** `2026-02-16 + 3 weeks`: the date of the first length. */
function addedTo(statements: readonly Statement[]): Is<'date'> | undefined {
  const [date, length] = all(statements, 'date', 'length');
  return date?.is === 'date' && length?.is === 'length' && length.link === 'plus' ? date : undefined;
}

function decide(given: Case): Verdict | undefined {
  const { statements, whole, find } = given;
  const kinds = new Set(statements.map(({ is }) => is));
  const [compared] = all(statements, 'first', 'later');
  if (compared) return compare(compared, given);
  const end = statedEnd(given);
  if (end) return end;
  const [early] = all(statements, 'beforeDay');
  if (early) {
    const { first } = find(early.written);
    refuse(MESSAGES.beforeDay(formatDay(first - 1), formatDay(first)));
  }
  if (kinds.has('counted') && !kinds.has('start')) refuse(MESSAGES.counted);
  const isCap = whole?.lead.bound === 'max' || whole?.isCapped;
  if (kinds.has('openEnded') && !isCap) refuse(MESSAGES.openEnded);
  if (kinds.has('vague') && !isCap) refuse(MESSAGES.vague);
  const [event] = all(statements, 'event');
  if (event && !isCap && whole?.lead.link !== 'or' && event.link !== 'or') refuse(MESSAGES.event);
  const [label] = all(statements, 'label');
  if (label && !whole?.isLabel && (!whole || label.from < whole.lead.from)) refuse(MESSAGES.phases);
  if (whole) return besideDates(judgeWhole(whole, given.clock), given);
  if (kinds.has('work')) refuse(MESSAGES.work);
  return kinds.has('rhythm') ? refuse(MESSAGES.rhythm) : undefined;
}

/** The end that counts: the last extension, else the ends stated as such, else a date alone that is not what is counted from. */
function statedEnd(given: Case): Verdict | undefined {
  const { statements, clock, find, whole } = given;
  const stated = all(statements, 'end', 'range');
  const extended = stated.filter(({ isExtension }) => isExtension).pop();
  const minimum = stated.find(({ isMinimum }) => isMinimum);
  const earliest = minimum && find(minimum.written).first;
  let ends: Is<'end' | 'range' | 'date'>[] = extended ? [extended] : stated.filter((end) => end !== minimum);
  if (ends.length === 0 && minimum) refuse(whole ? MESSAGES.atOdds : MESSAGES.minimum);
  if (ends.length === 0 && !whole && all(statements, 'counted').length === 0)
    ends = all(statements, 'date').slice(0, 1);
  if (ends.length === 0) return undefined;
  const days = ends.map(({ isUnclear, written }) => (isUnclear ? singleDay(find(written)) : find(written)));
  const [due = 0, other] = new Set(days.map(({ last }) => last));
  if (other !== undefined) refuse(MESSAGES.twoEnds);
  if (due < clock.start) refuse(MESSAGES.before);
  if (due > clock.limit) refuse(MESSAGES.tooLong);
  const isWholeMeant = whole && (!extended || whole.lead.from > extended.from);
  if ((isWholeMeant && isAtOdds(whole, given, days, due)) || (earliest ?? due) > due) refuse(MESSAGES.atOdds);
  return besideDates({ due, earliest: earliest ?? whole?.earliest, rule: MESSAGES.statedEnd(formatDay(due)) }, given);
}

/** What is no period, of which the first day may be meant as well as the last. */
function singleDay(named: Named): Named {
  const { first, last, isPeriod } = named;
  return isPeriod ? refuse(MESSAGES.periodEnd(formatDay(first), formatDay(last))) : named;
}

/** A length beside an end: no least beyond it, no most short of it, and as long as the days from a stated first to a last day. */
function isAtOdds({ extent, lead }: Whole, { statements, clock }: Case, days: readonly Named[], due: number): boolean {
  const endFrom = (parts: readonly Part[] | undefined, start = clock.start) =>
    parts && endOf(parts, start, clock.sprintDays);
  const most = endFrom(extent.most);
  if (lead.link === 'plus' && all(statements, 'date').length === 0) return true;
  if (lead.bound === 'min' && (endFrom(extent.least) ?? Infinity) > due) return true;
  if (lead.bound === 'max' && (most ?? 0) < due) return true;
  const isYearOurs = days.every(({ hasYear }) => !hasYear);
  if (isYearOurs && lead.bound !== 'min' && most !== undefined && due - most > HALF_A_YEAR) return true;
  // Behind an end a length only says it again, in brackets.
  const isBehind = all(statements, 'end', 'range').some(({ from }) => from < lead.from);
  if (isBehind && lead.link !== 'restated') return true;
  const isFrom = isBehind || all(statements, 'start').length > 0;
  const first = days.find(({ first, last }) => last > first)?.first ?? (isFrom ? clock.start : undefined);
  const end = first === undefined ? undefined : endFrom(extent.most, first);
  return first !== undefined && end !== undefined && Math.abs(end - due) > Math.max(3, (end - first) / 10);
}

/** The verdict, where every other date is the start's or the end's own. */
function besideDates(verdict: Verdict, { statements, clock, find }: Case): Verdict {
  const endAt = all(statements, 'end')[0]?.from ?? -1;
  for (const date of all(statements, 'date')) {
    const { first, last, isPeriod } = find(date.written);
    // "Q2 2026 (until June 15)"
    const isAround = isPeriod && endAt >= date.from && !date.isUnclear && first <= verdict.due && verdict.due <= last;
    const isStart = date === addedTo(statements) || (first === last && last === clock.start);
    if (!isAround && !isStart && last !== verdict.due) refuse(MESSAGES.twoEnds);
  }
  return verdict;
}

/** `whichever comes first`, `whichever is later`: of all that is stated, each of which must have a day where the later one counts. */
function compare(compared: Is<'first' | 'later'>, given: Case): Verdict {
  const { statements, clock, find, whole } = given;
  const isLater = compared.is === 'later';
  const stated = all(statements, 'end', 'date', 'range').map(({ written }) => singleDay(find(written)).last);
  const dues = [...stated, ...(whole?.choices ?? []).map((parts) => endWithin(parts, clock))];
  const open = all(statements, 'count', 'event', 'counted', 'openEnded', 'vague').some(
    ({ from }) => from < compared.to,
  );
  if (isLater && (open || dues.length === 0)) refuse(MESSAGES.later);
  if (isLater && whole && (!whole.extent.most || whole.lead.bound === 'min')) refuse(MESSAGES.later);
  if (dues.length === 0 || all(statements, 'counted').length > 0) refuse(MESSAGES.event);
  if (whole && !whole.extent.most) refuse(MESSAGES.minimum);
  const ends = all(statements, 'end');
  const isEndMeant = ends.length > 0 && dues.length === 2 && ends.every(({ link }) => link !== 'or');
  if (whole && isEndMeant) return statedEnd(given) ?? refuse(MESSAGES.twoEnds);
  const due = isLater ? Math.max(...dues) : Math.min(...dues);
  if (due < clock.start) refuse(MESSAGES.before);
  if (whole && dues.length === 1 && stated.length === 0) return judgeWhole(whole, clock);
  return { due, rule: MESSAGES.statedEnd(formatDay(due)) + MESSAGES.whichever(compared.is) };
}

function judgeWhole({ extent, note, choices }: Whole, clock: Clock): Verdict {
  const { least, most, isEither } = extent;
  if (!most) return refuse(MESSAGES.minimum);
  const isRange = isEither && choices.length === 2 && most[0]?.unit.name === least[0]?.unit.name;
  if (choices.length > 1 && !isRange) refuse(MESSAGES.twoEnds);
  if (most.every(({ amount }) => amount === 0)) refuse(MESSAGES.zero);
  const due = endWithin(most, clock);
  const earliest = endOf(least, clock.start, clock.sprintDays) ?? Infinity;
  if (earliest > due) refuse(MESSAGES.backwards);
  const sprints = most.some(({ unit }) => unit.of === 'sprints') ? MESSAGES.sprint(clock.sprintDays) : '';
  const early = earliest < due ? MESSAGES.atTheEarliest(describeParts(least)) : '';
  const rule = MESSAGES.lengthFrom(describeParts(most), formatDay(clock.start));
  return { due, earliest, rule: rule + sprints + early + note };
}

function endWithin(parts: readonly Part[], { start, limit, sprintDays }: Clock): number {
  const end = endOf(parts, start, sprintDays);
  return end === undefined || end > limit ? refuse(MESSAGES.tooLong) : end;
}
