// Phases named in a duration, such as "Week 2-3 — pricing", and the days they stand for.
import { formatDay } from '../calendar.ts';
import { type Found, follow } from './forms/grammar.ts';
import { endOf, type Part, readExtent } from './forms/lengths.ts';
import type { Unit } from './language.ts';
import { isGlued, isMark, type Token, type Tokens } from './tokens.ts';

/** A phase of a running experiment. Days as yyyy-mm-dd, both inclusive. */
export interface Checkpoint {
  /** As written: `Week 2-3`. */
  label: string;
  from: string;
  until: string;
  /** What is to be done, in one line of up to `LONGEST_TEXT` characters; may be empty. */
  text: string;
}

/** The name of a phase: a count of units, or a numbered phase with its length where one is given. */
export interface Label {
  from: number;
  /** Where its name ends, and where its text may begin, as offsets into the text. */
  to: number;
  textFrom: number;
  units?: { unit: Unit; first: number; last: number };
  length?: Part[];
}

const LONGEST_TEXT = 300;

/** The label of a phase that begins at a token. */
export function readLabel(tokens: Tokens, at: number): Found<Label> | undefined {
  const units = readUnits(tokens, at);
  if (units) {
    const extent =
      units.value.unit.of === 'sprints' && isMark(tokens[units.next], '(')
        ? readExtent(tokens, units.next + 1)
        : undefined;
    const length = extent && isMark(tokens[extent.next], ')') ? extent.value.most : undefined;
    return finish(tokens, at, units.next, extent && length ? extent.next : units.next, { units: units.value, length });
  }
  const phase = follow(tokens, at, 'cycle');
  if (phase === undefined || !isCount(tokens[phase])) return undefined;
  const name = phase + 1;
  const inner = isMark(tokens[name], '(:-') ? name + 1 : name;
  const inUnits = readUnits(tokens, inner);
  if (inUnits) return finish(tokens, at, name, inUnits.next, { units: inUnits.value });
  const extent = inner > name ? readExtent(tokens, inner) : undefined;
  const isWhole = extent && (tokens[extent.next] === undefined || isMark(tokens[extent.next], '):-,.;\n'));
  return extent && isWhole
    ? finish(tokens, at, name, extent.next, { length: extent.value.most ?? extent.value.least })
    : finish(tokens, at, name, name, {});
}

/** From when, how far and in what sprints a duration is counted; days as numbers. */
export interface Clock {
  start: number;
  /** The last day anything may end. */
  limit: number;
  sprintDays: number;
}

/**
 * The phases with their days: week 1 ends seven days after the start. A phase with a length follows the one before it.
 * Phases without a readable length, and those that end beyond the limit, are left out; `last`: when the last of all ends.
 */
export function dateCheckpoints(
  text: string,
  labels: readonly Label[],
  clock: Clock,
): { checkpoints: Checkpoint[]; last: number } {
  const checkpoints: Checkpoint[] = [];
  let before: number | undefined = clock.start;
  let last = clock.start;
  labels.forEach((label, index) => {
    const days = daysOf(label, before, clock);
    before = days?.until;
    last = Math.max(last, days?.until ?? (label.units ? Infinity : last));
    if (!days || days.until > clock.limit || days.until < days.from) return;
    checkpoints.push({
      label: inOneLine(text.slice(label.from, label.to)),
      from: formatDay(days.from),
      until: formatDay(days.until),
      text: inOneLine(text.slice(label.textFrom, labels[index + 1]?.from ?? text.length)),
    });
  });
  return { checkpoints, last };
}

function daysOf(
  { units, length }: Label,
  before: number | undefined,
  { start, sprintDays }: Clock,
): { from: number; until: number } | undefined {
  if (units && !length) {
    const { unit, first, last } = units;
    const previous = endOf([{ amount: first - 1, unit }], start, sprintDays);
    const until = endOf([{ amount: last, unit }], start, sprintDays);
    if (previous === undefined || until === undefined) return undefined;
    return { from: first === 1 ? start : previous + 1, until };
  }
  if (!length || before === undefined) return undefined;
  const until = endOf(length, before, sprintDays);
  return until === undefined ? undefined : { from: before === start ? start : before + 1, until };
}

/** `Week 2-3`, `Weeks 1 and 2`, `W4`, `Sprint 1`. */
function readUnits(tokens: Tokens, at: number): Found<{ unit: Unit; first: number; last: number }> | undefined {
  const unit = tokens[at]?.entry?.unit;
  const first = tokens[at + 1];
  // "Q2" and "H1" are parts of a year; "month 2 weeks" is no second month.
  if (
    !unit ||
    unit.size < 1 ||
    tokens[at]?.entry?.isArticle ||
    !isCount(first) ||
    ['q', 'h', 'y', 'qtr', 'quarter'].includes(tokens[at]?.text ?? '')
  )
    return undefined;
  if (tokens[at + 2]?.entry?.unit) return undefined;
  const one = { unit, first: Number(first?.text), last: Number(first?.text) };
  const joined = isMark(tokens[at + 2], '-&+/')
    ? at + 3
    : (follow(tokens, at + 2, 'to') ?? follow(tokens, at + 2, 'and'));
  const second = joined === undefined ? undefined : tokens[joined];
  if (joined === undefined || !isCount(second) || Number(second?.text) <= one.first)
    return { value: one, next: at + 2 };
  // "Week 1 — 3 interviews" is about one week, "Week 1-3 interviews" about three.
  const isClose = isGlued(tokens, at + 2) && isGlued(tokens, joined);
  if (!isClose && tokens[joined + 1]?.kind === 'word' && isMark(tokens[at + 2], '-'))
    return { value: one, next: at + 2 };
  return { value: { ...one, last: Number(second?.text) }, next: joined + 1 };
}

function finish(tokens: Tokens, at: number, name: number, end: number, rest: Partial<Label>): Found<Label> {
  let next = end;
  while (isMark(tokens[next], '):-=,') && next < end + 3) next++;
  const [from, to] = [tokens[at]?.from ?? 0, tokens[name - 1]?.to ?? 0];
  return { value: { from, to, textFrom: tokens[next - 1]?.to ?? to, ...rest }, next: end };
}

function isCount(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^[1-9]\d{0,2}$/.test(token.text);
}

/** Without line ends, and without the signs that part one phase from the next; cut where it is too long for a list. */
function inOneLine(text: string): string {
  if (text.length > LONGEST_TEXT) return `${inOneLine(text.slice(0, LONGEST_TEXT - 1))}…`;
  const line = text.split(/\s+/).join(' ');
  let end = line.length;
  while (end > 0 && ' .,;:-–—(•*'.includes(line.charAt(end - 1))) end--;
  let from = 0;
  while (from < end && ' .,;:)•*'.includes(line.charAt(from))) from++;
  return line.slice(from, end);
}
