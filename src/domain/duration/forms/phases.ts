// Phases named in a duration: "Week 2-3", "Sprint 5-6 (3 weeks)", "Phase 2 (2 weeks)", "Phase 1: week 1".
import type { Unit } from '../language.ts';
import { isGlued, isMark } from '../tokens.ts';
import type { Label } from './claim.ts';
import { ahead, any, form, maybe, not, ruleOfWords, type Where } from './grammar.ts';
import { digits, end, meaning, sign } from './items.ts';
import { extent } from './lengths.ts';

type Phases = Pick<Label, 'to' | 'units'>;

const count = digits(1, 3, true);
const unit = meaning('unit');
const opening = sign('(:-');

/** `Week 2-3`, `Weeks 1 and 2`, `W4`, `Sprint 1`; "month 2 weeks" is no second month. */
const phases = ruleOfWords<Phases>(() => [
  form([unit, count, not(unit), maybe(form([any(sign('-&+/'), 'to', 'and'), count]))], phasesOf),
]);
/** Where `Phase 1` ends in the text. */
const phase = form(['cycle', count], (_, { tokens, next }) => tokens[next - 1]?.to);

export const label = ruleOfWords<Label>(() => [
  form([phases, sign('('), extent, ahead(sign(')'))], ({ to, units }, { most }, where) =>
    units?.unit.of === 'sprints' && most ? labelAt(where, to, units, most) : undefined,
  ),
  form([phases], ({ to, units }, where) => labelAt(where, to, units)),
  form([phase, maybe(opening), phases], (to, { units }, where) => labelAt(where, to, units)),
  form([phase, opening, extent, any(end, ahead(sign('):-,.;\n')))], (to, { least, most }, where) =>
    labelAt(where, to, undefined, most ?? least),
  ),
  form([phase], (to, where) => labelAt(where, to)),
]);

/** The text of a phase begins behind the signs that part it from its name. */
function labelAt({ tokens, at, next }: Where, to: number, units?: Label['units'], length?: Label['length']): Label {
  let textAt = next;
  while (isMark(tokens[textAt], '):-=,') && textAt < next + 3) textAt++;
  return { from: tokens[at]?.from ?? 0, to, textFrom: tokens[textAt - 1]?.to ?? to, units, length };
}

function phasesOf(of: Unit, first: number, second: number | undefined, where: Where): Phases | undefined {
  const { tokens, at, next } = where;
  const { entry, text = '' } = tokens[at] ?? {};
  // "Q2" and "H1" are parts of a year.
  if (of.size < 1 || entry?.article || ['q', 'h', 'y', 'qtr', 'quarter'].includes(text)) return undefined;
  // "Week 1 — 3 interviews" is about one week, "Week 1-3 interviews" about three.
  const isClose = isGlued(tokens, at + 2) && isGlued(tokens, next - 1);
  const isJoined = isClose || tokens[next]?.kind !== 'word' || !isMark(tokens[at + 2], '-');
  const last = second !== undefined && second > first && isJoined ? second : first;
  if (last === first) where.next = at + 2;
  return { to: tokens[where.next - 1]?.to ?? 0, units: { unit: of, first, last } };
}
