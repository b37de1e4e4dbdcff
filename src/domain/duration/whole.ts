// The one length that the lengths of a duration make together: sums, multiples, restatements, bounds, parts of a whole.
import type { Clock } from './checkpoints.ts';
import { all, type Is, lengthIs, type Statement } from './forms/claim.ts';
import { describeParts, type Extent, endOf, multiply, type Part, roughDays, sum } from './forms/extent.ts';
import { MESSAGES } from './messages.ts';
import { refuse } from './refusal.ts';

type Length = Is<'length'>;

/** What the lengths make, and the one that leads them. */
export interface Whole {
  extent: Extent;
  lead: Length;
  /** A bound ends it, so that what would go on forever is capped. */
  isCapped: boolean;
  /** It is the length of a named sprint. */
  isLabel: boolean;
  /** The lengths to choose from: several where they are joined by `or`. */
  choices: Part[][];
  sprintDays: number;
  earliest: number | undefined;
  /** What to say of it besides. */
  note: string;
}

type Quote = (from: number, to: number) => string;
interface Item {
  lead: Length;
  extent: Extent;
}

/** The length of all lengths that are stated; undefined where none is; refused where one of them has no part in it. */
export function wholeOf(statements: readonly Statement[], clock: Clock, quote: Quote): Whole | undefined {
  const lengths = lengthsOf(statements);
  const items: Item[] = [];
  const bounds: Length[] = [];
  const restating: Length[] = [];
  const parts: Length[] = [];
  const choices: Length[] = [];
  for (const statement of lengths) {
    const last = items[items.length - 1];
    if (statement.is !== 'length') {
      if (!last) return refuse(MESSAGES.unread);
      last.extent = statement.is === 'added' ? sum(last.extent, statement.extent) : statement.extent;
      if (statement.is === 'replaced') last.lead = { ...last.lead, bound: 'exact' };
      continue;
    }
    const { bound, link, isAlone, isEach, extent } = statement;
    const isBound = bound !== 'exact' && extent.most !== undefined;
    if (!last) items.push({ lead: statement, extent: bound === 'min' ? { ...extent, most: undefined } : extent });
    else if (link === 'including') parts.push(statement);
    else if (((link === 'restated' && isAlone) || (isEach && isSprints(last.extent))) && !isBound)
      restating.push(statement);
    else if ((link === 'plus' || link === 'and') && !isBound) last.extent = sum(last.extent, extent);
    else if (isBound && (isAlone || !last.extent.most || link === 'or' || link === 'and')) bounds.push(statement);
    else if (link === 'over' && largest(last.extent) < 7 && largest(extent) > largest(last.extent))
      items[items.length - 1] = { lead: statement, extent };
    else if (link === 'or' && !isBound) choices.push(statement);
    else items.push({ lead: statement, extent });
  }
  const total = totalOf(items, clock);
  if (!total) {
    const further = items[1]?.lead;
    return further && refuse(MESSAGES.severalLengths(quote(further.from, further.to)));
  }
  let { lead, extent } = total;
  const isEachMeant = lead.isEach || restating.some(({ isEach }) => isEach);
  const counted = isEachMeant ? timesOf(statements) : undefined;
  if (lead.isEach && !extent.isMultiple) {
    if (counted === undefined || statements.some(({ is }) => is === 'parallel')) return refuse(MESSAGES.eachOfWhat);
    extent = multiply(extent, counted);
  }
  let { sprintDays } = clock;
  let note = '';
  for (const other of restating) {
    // Hours beside days say how much work it is.
    if (largest(extent) >= 1 && largest(other.extent) < 1) continue;
    if (isSprints(extent)) {
      const count = extent.most?.reduce((amounts, { amount }) => amounts + amount, 0);
      const end = other.extent.most && endOf(other.extent.most, clock.start, sprintDays);
      if (count && end !== undefined) sprintDays = (end - clock.start) / (other.isEach ? 1 : count);
      // "3 sprints (2 weeks)": rather two weeks each.
      if (!Number.isInteger(sprintDays)) return refuse(MESSAGES.apart);
      continue;
    }
    if (other.isEach && counted === undefined) return refuse(MESSAGES.eachOfWhat);
    const again = other.isEach ? multiply(other.extent, counted ?? 1) : other.extent;
    const [days, daysAgain] = [daysOf(extent, clock), daysOf(again, clock)];
    if (Math.abs(days - daysAgain) > days / 10) return refuse(MESSAGES.apart);
    if (largest(again) >= largest(extent)) continue;
    note = MESSAGES.restates(describeParts(extent.least));
    extent = again;
  }
  const measured = { ...clock, sprintDays };
  for (const part of parts)
    if (daysOf(part.extent, measured) > daysOf(extent, measured))
      return refuse(MESSAGES.severalLengths(quote(part.from, part.to)));
  const bounded = withBounds(extent, bounds, measured);
  if (!bounded) return refuse(MESSAGES.atOdds);
  const alternatives = [bounded, ...choices.map((choice) => choice.extent)];
  const ends = alternatives.flatMap(({ least, most = [], isEither }) => (isEither ? [least, most] : [most]));
  const isChoice = ends.length > 1 && new Set(ends.map((most) => endOf(most, clock.start, sprintDays))).size > 1;
  const earliest = lead.bound === 'min' ? endOf(bounded.least, clock.start, sprintDays) : undefined;
  const isCapped = bounds.some(({ bound }) => bound === 'max');
  return {
    extent: bounded.isEither && !isChoice ? { ...bounded, least: bounded.most ?? [] } : bounded,
    lead,
    isCapped,
    isLabel: !statements.includes(lead),
    choices: isChoice ? ends : ends.slice(0, 1),
    sprintDays,
    earliest,
    note,
  };
}

/** Everything about lengths in its order; without any, that of a single named sprint: `Sprint 5-6 (3 weeks)`. */
function lengthsOf(statements: readonly Statement[]): Is<'length' | 'added' | 'replaced'>[] {
  const lengths = all(statements, 'length', 'added', 'replaced');
  const [label, another] = all(statements, 'label');
  const named = label?.label.units && !another ? label.label.length : undefined;
  return lengths.length > 0 || !named || !label ? lengths : [{ ...label, ...lengthIs({ least: named, most: named }) }];
}

/** The only item; or the one that is the sum of all others, the total where one is called so, else the first. */
function totalOf(items: readonly Item[], clock: Clock): Item | undefined {
  const total = items.find(({ lead }) => lead.isTotal) ?? items[0];
  const others = items.filter((item) => item !== total);
  if (!total || others.length === 0) return total;
  const isListed = total.lead.isTotal || ['parts', 'restated'].includes(others[0]?.lead.link ?? '');
  if (!isListed || others.length < 2) return undefined;
  const together = others.map(({ extent }) => extent).reduce(sum);
  return daysOf(together, clock) === daysOf(total.extent, clock) ? total : undefined;
}

/** How many things there are of which each takes its time: the number right before or behind it that counts something. */
function timesOf(statements: readonly Statement[]): number | undefined {
  const each = statements.findIndex((statement) => statement.is === 'length' && statement.isEach);
  const counts = [statements[each - 1], statements[each + 1]].flatMap((beside) =>
    beside?.is === 'count' ? [beside.amount] : [],
  );
  return counts.length === 1 && Number.isInteger(counts[0]) ? counts[0] : undefined;
}

/** With the further bounds: `ideally 14 days`, `max 6 weeks`; undefined where they contradict the length. */
function withBounds(extent: Extent, bounds: readonly Length[], { start, sprintDays }: Clock): Extent | undefined {
  if (bounds.length === 0) return extent;
  const endDay = (parts: readonly Part[]) => endOf(parts, start, sprintDays) ?? Infinity;
  let { least, most } = extent;
  let end = most ? endDay(most) : -Infinity;
  for (const { extent: other, bound } of bounds) {
    const otherEnd = endDay(other.most ?? other.least);
    if (bound === 'min') {
      if (otherEnd > end && most) return undefined;
      if (otherEnd < end || !most) least = other.least;
      continue;
    }
    if (otherEnd > end) [most, end] = [other.most, otherEnd];
    else if (bound === 'max' && extent.most && otherEnd < end) return undefined;
  }
  return { ...extent, least, most };
}

function daysOf({ least, most }: Extent, { start, limit, sprintDays }: Clock): number {
  return (endOf(most ?? least, start, sprintDays) ?? limit) - start;
}

/** About how many days the largest unit has. */
function largest({ least }: Extent): number {
  return least.reduce((days, { unit }) => Math.max(days, roughDays(unit)), 0);
}

function isSprints({ most }: Extent): boolean {
  return most?.every(({ unit }) => unit.of === 'sprints') ?? false;
}
