// Which of the things a duration states decides when it ends.
import { addMonths, formatDay, LAST_DAY } from '../calendar.ts';
import type { Clock, Label } from './checkpoints.ts';
import { describeParts, type Extent, endOf, type Part, roughDays } from './spans.ts';
import type { SpanStatement, Statement } from './statements.ts';

export type Verdict =
  | {
      due: number;
      earliest: number | undefined;
      /** How the due date was found. */
      rule: string;
    }
  | { why: string };

type EndStatement = Statement & { is: 'end' };

const INSTEAD = 'such as "4 weeks" or "until 2026-06-30"';
const WHY = {
  nothing: `Nothing is stated; write a length or an end, ${INSTEAD}.`,
  unread: `No length or end could be read; begin with one, ${INSTEAD}.`,
  undecided: `It is not decided yet; once it is, write a length or an end, ${INSTEAD}.`,
  openEnded: `It is open-ended; write when to stop and look, ${INSTEAD}.`,
  event: 'It ends with an event, which may never come; add the latest end, such as "or max 6 weeks".',
  counted: 'It is counted from another event; write the length alone once that has happened, or the last day.',
  later: 'Whichever is longer has no latest end; write one, such as "max 6 weeks".',
  minimum: 'Only the least is stated; add the most, such as "max 6 weeks".',
  zero: `Zero is not a length; write one, ${INSTEAD}.`,
  negative: `A length cannot be negative; write it without the minus, ${INSTEAD}.`,
  tooLong: `It would end more than ten years after the start; write a nearer end, ${INSTEAD}.`,
  backwards: 'The range runs backwards; write the shorter length first, such as "4-6 weeks".',
  apart: 'The length and its restatement in brackets differ by more than a tenth; keep the one that counts.',
  vague: 'How many is not stated; write a number, such as "3 weeks".',
  rhythm: 'It says how often, not how long; write the whole length, such as "4 weeks".',
  phases: 'Weeks or phases are named, but not the whole length; begin with it, such as "4 weeks: Week 1 — prepare".',
  before: 'The stated end is before the start; write a later day, or correct the start.',
  twoEnds: 'Two different ends are stated; keep the one that counts.',
};

/** Why nothing can be dated where the start is no day. */
export const WHY_NO_START = 'There is no day to count from; write the Date as yyyy-mm-dd.';

const YEARS_AT_MOST = 10;

/** What stands before a length and keeps it from being the leading one, and why it cannot be dated. */
const OBSTACLES: Partial<Record<Statement['is'], string>> = {
  undecided: WHY.undecided,
  openEnded: WHY.openEnded,
  event: WHY.event,
  counted: WHY.counted,
  negative: WHY.negative,
  vague: WHY.vague,
  label: WHY.phases,
};

/** The obstacles that a length named as the latest end gets past. */
const CAPPED: readonly Statement['is'][] = ['openEnded', 'event', 'vague'];

/** The phases among the statements. */
export function labelsOf(statements: readonly Statement[]): Label[] {
  return all(statements, 'label').map((statement) => statement.label);
}

/** When the clock runs from, unless a later start is stated, and how long a sprint is, unless that is stated. */
export function clockOf(statements: readonly Statement[], start: number, sprintDays: number): Clock {
  const limit = Math.min(addMonths(start, YEARS_AT_MOST * 12), LAST_DAY);
  const stated = all(statements, 'start').find(({ written }) => 'day' in written)?.written;
  // A start without a year that is most of a year away is rather the one that has been.
  const isNear = stated && 'day' in stated && (stated.hasYear || stated.day <= addMonths(start, 6));
  const from = isNear ? Math.max(start, Math.min(stated.day, limit)) : start;
  const lead = leadingSpan(statements);
  const each = lead && sprintLength(lead, statements, from, sprintDays);
  return { start: from, limit, sprintDays: each ?? sprintDays };
}

/** The rules in their order: no latest end, a stated end, the leading length with what amends it, a cap. */
export function judge(statements: readonly Statement[], clock: Clock, isWritten: boolean): Verdict {
  if (!isWritten) return { why: WHY.nothing };
  const lead = leadingSpan(statements);
  if (statements.some(({ is }) => is === 'later')) return { why: WHY.later };
  const end = statedEnd(statements, lead, clock);
  if (end) return judgeEnd(end, lead, clock);
  const badStart = all(statements, 'start').find(({ written }) => 'problem' in written)?.written;
  if (badStart && 'problem' in badStart) return { why: badStart.problem };
  if (lead) return judgeLength(lead, statements, clock);
  const obstacle = statements.find(({ is }) => is in OBSTACLES);
  const cap = all(statements, 'span').find(({ bound, place }) => bound === 'max' || place === 'or');
  if (cap && (!obstacle || CAPPED.includes(obstacle.is))) return judgeLength(cap, statements, clock);
  if (obstacle) return { why: OBSTACLES[obstacle.is] ?? WHY.unread };
  return { why: statements.some(({ is }) => is === 'rhythm') ? WHY.rhythm : WHY.unread };
}

/** The first length, unless something before it takes the lead. */
function leadingSpan(statements: readonly Statement[]): SpanStatement | undefined {
  const leading = statements.find((statement) => statement.is === 'span' || statement.is in OBSTACLES);
  return leading?.is === 'span' ? leading : undefined;
}

/** The end that counts: the last extension, else the ends stated as such, else a date alone. */
function statedEnd(
  statements: readonly Statement[],
  lead: SpanStatement | undefined,
  clock: Clock,
): EndStatement | undefined {
  const ends = all(statements, 'end');
  const [first] = ends;
  const extended = ends.filter((end) => end.isExtension).pop();
  if (extended || !first) return extended ?? bareEnd(statements, lead, clock);
  const broken = ends.find((end) => 'problem' in end.written);
  if (broken) return broken;
  const days = new Set(ends.map(({ written }) => 'day' in written && written.day));
  return days.size === 1 ? first : { ...first, written: { problem: WHY.twoEnds } };
}

/** A date that begins the text, or that stands there without a length. Before a length, the start's own date is no end. */
function bareEnd(
  statements: readonly Statement[],
  lead: SpanStatement | undefined,
  clock: Clock,
): EndStatement | undefined {
  const date = all(statements, 'date').find(({ written, isFirst }) => {
    return !lead || (isFirst && !('day' in written && written.day === clock.start));
  });
  return date && { is: 'end', written: date.written, isExtension: false, isMinimum: false };
}

function judgeEnd({ written, isMinimum }: EndStatement, lead: SpanStatement | undefined, clock: Clock): Verdict {
  if ('problem' in written) return { why: written.problem };
  if (isMinimum) return { why: WHY.minimum };
  if (written.day < clock.start) return { why: WHY.before };
  if (written.day > clock.limit) return { why: WHY.tooLong };
  const earliest = lead?.bound === 'min' ? endOf(lead.extent.least, clock.start, clock.sprintDays) : undefined;
  return { due: written.day, earliest, rule: `stated end ${formatDay(written.day)}` };
}

function judgeLength(lead: SpanStatement, statements: readonly Statement[], clock: Clock): Verdict {
  const after = statements.slice(statements.indexOf(lead) + 1);
  const [next] = after;
  if (next?.is === 'counted' && next.isTouching) return { why: WHY.counted };
  if (all(after, 'event').some(({ isAlso }) => isAlso)) return { why: WHY.event };
  const replaced = all(after, 'replaced').pop();
  const restated = replaced ? undefined : restatementOf(lead, after, clock);
  if (restated === 'apart') return { why: WHY.apart };
  const base = replaced?.extent ?? restated ?? lead.extent;
  const isOpen = lead.bound === 'min' && !replaced;
  const length = withAdditions(isOpen ? { least: base.least } : base, all(after, 'added'));
  const bounded = withBounds(length, after, clock);
  if (!bounded.most) return { why: WHY.minimum };
  const isFirst = bounded.isEither && after.some(({ is }) => is === 'first');
  const verdict = judgeExtent(isFirst ? { least: bounded.least, most: bounded.least } : bounded, clock);
  if ('why' in verdict) return verdict;
  // A date alone beside a length: the end, if it is the length's own.
  const dates = all(after, 'date').map(({ written }) => ('day' in written ? written.day : clock.start));
  const isAtOdds = dates.some((day) => day !== clock.start && day !== verdict.due);
  if (isAtOdds) return { why: WHY.twoEnds };
  const note = restated && !isSprints(lead.extent.most) ? `, which restates ${describeParts(lead.extent.least)}` : '';
  return { ...verdict, rule: verdict.rule + note };
}

function judgeExtent({ least, most = [] }: Extent, clock: Clock): Verdict {
  if (most.every(({ amount }) => amount === 0)) return { why: WHY.zero };
  const [earliest, due] = [endOf(least, clock.start, clock.sprintDays), endOf(most, clock.start, clock.sprintDays)];
  if (due === undefined || due > clock.limit) return { why: WHY.tooLong };
  if (earliest === undefined || earliest > due) return { why: WHY.backwards };
  const sprints = most.some(({ unit }) => unit.of === 'sprints') ? ` (a sprint is ${clock.sprintDays} days)` : '';
  const early = earliest < due ? `, at the earliest ${describeParts(least)}` : '';
  return { due, earliest, rule: `${describeParts(most)} from ${formatDay(clock.start)}${sprints}${early}` };
}

/** A restatement in a smaller unit counts instead of the length, in a larger one only confirms it; `apart` if they differ. */
function restatementOf(lead: SpanStatement, after: readonly Statement[], clock: Clock): Extent | 'apart' | undefined {
  const restating = restatingSpan(lead, after);
  // How long a sprint is has gone into the clock.
  if (!restating || isSprints(lead.extent.most)) return undefined;
  const { start, sprintDays } = clock;
  const [length, other] = [lead.extent.most, restating.extent.most].map(
    (parts) => (endOf(parts ?? [], start, sprintDays) ?? clock.limit) - start,
  );
  if (length === undefined || other === undefined || Math.abs(other - length) > length / 10) return 'apart';
  return unitDays(restating.extent.least) < unitDays(lead.extent.least) ? restating.extent : undefined;
}

/** How long a sprint is, where a length in sprints is restated: `2 sprints (4 weeks)`, `2 sprints (2 weeks each)`. */
function sprintLength(
  lead: SpanStatement,
  statements: readonly Statement[],
  start: number,
  sprintDays: number,
): number | undefined {
  const restating = isSprints(lead.extent.most) ? restatingSpan(lead, statements) : undefined;
  const count = lead.extent.most?.reduce((sum, { amount }) => sum + amount, 0);
  const end = restating?.extent.most && endOf(restating.extent.most, start, sprintDays);
  if (!restating || !count || end === undefined) return undefined;
  return (end - start) / (restating.isEach ? 1 : count);
}

function restatingSpan(lead: SpanStatement, statements: readonly Statement[]): SpanStatement | undefined {
  const leadDays = unitDays(lead.extent.least);
  return all(statements, 'span').find((span) => {
    // Hours beside days say how much work it is.
    const isWork = leadDays >= 1 && unitDays(span.extent.least) < 1;
    return span !== lead && span.isRestating && span.isAlone && span.bound === 'exact' && !isWork;
  });
}

function withAdditions(length: Extent, added: readonly { extent: Extent }[]): Extent {
  const least = [...length.least];
  let most = length.most && [...length.most];
  for (const { extent } of added) {
    least.push(...extent.least);
    if (extent.most) most?.push(...extent.most);
    else most = undefined;
  }
  return { ...length, least, most };
}

/** The length with the further bounds: `ideally 14 days`, `max 6 weeks`. Beside a length that has an end they must stand alone. */
function withBounds(length: Extent, after: readonly Statement[], { start, sprintDays }: Clock): Extent {
  const endDay = (parts: readonly Part[]) => endOf(parts, start, sprintDays) ?? Infinity;
  let { least, most } = length;
  let end = most ? endDay(most) : -Infinity;
  for (const { extent, bound, isAlone } of all(after, 'span')) {
    if (length.most && !isAlone) continue;
    if (bound === 'min' && endDay(extent.least) < end) least = extent.least;
    if ((bound !== 'max' && bound !== 'target') || !extent.most) continue;
    const later = endDay(extent.most);
    if (later > end) [most, end] = [extent.most, later];
  }
  return { ...length, least, most };
}

function isSprints(parts: readonly Part[] | undefined): boolean {
  return parts?.every(({ unit }) => unit.of === 'sprints') ?? false;
}

function unitDays(parts: readonly Part[]): number {
  return parts.reduce((most, { unit }) => Math.max(most, roughDays(unit)), 0);
}

function all<Is extends Statement['is']>(statements: readonly Statement[], is: Is): (Statement & { is: Is })[] {
  return statements.filter((statement): statement is Statement & { is: Is } => statement.is === is);
}
