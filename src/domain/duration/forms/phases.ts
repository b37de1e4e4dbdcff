// Phases named in a duration: "Week 2-3", "Sprint 5-6 (3 weeks)", "Phase 2 (2 weeks)", "Phase 1: week 1".
import { isGlued, isMark } from '../tokens.ts';
import type { Label } from './claim.ts';
import { digits } from './dates.ts';
import { define, type Where } from './grammar.ts';
import type { Values } from './values.ts';

define({
  label: [
    [
      '{phases} [(] {extent} &[)]',
      ({ phases, extent }, where) =>
        phases.units?.unit.of === 'sprints' && extent.most
          ? label(where, { ...phases, length: extent.most })
          : undefined,
    ],
    ['{phases}', ({ phases }, where) => label(where, phases)],
    ['{phase} [(:-]? {phases}', ({ phase, phases }, where) => label(where, { to: phase, units: phases.units })],
    [
      '{phase} [(:-] {extent} &($|[):-,.;\n])',
      ({ phase, extent }, where) => label(where, { to: phase, length: extent.most ?? extent.least }),
    ],
    ['{phase}', ({ phase }, where) => label(where, { to: phase })],
  ],
  /** Where `Phase 1` ends in the text. */
  phase: [['cycle {count}', (_, { tokens, next }) => tokens[next - 1]?.to]],
  /** `Week 2-3`, `Weeks 1 and 2`, `W4`, `Sprint 1`; "month 2 weeks" is no second month. */
  phases: [
    ['<unit> {count} !<unit> [-&+/]|to|and {until:count}', phasesOf],
    ['<unit> {count} !<unit>', phasesOf],
  ],
  count: [digits(/^[1-9]\d{0,2}$/)],
});

/** The text of a phase begins behind the signs that part it from its name. */
function label({ tokens, at, next }: Where, { to, units, length }: Omit<Label, 'from' | 'textFrom'>): Label {
  let textAt = next;
  while (isMark(tokens[textAt], '):-=,') && textAt < next + 3) textAt++;
  return { from: tokens[at]?.from ?? 0, to, textFrom: tokens[textAt - 1]?.to ?? to, units, length };
}

function phasesOf({ unit, count, until = count }: Values, { tokens, at, next }: Where): Values['phases'] | undefined {
  const { entry, text = '' } = tokens[at] ?? {};
  // "Q2" and "H1" are parts of a year.
  if (unit.size < 1 || entry?.article || ['q', 'h', 'y', 'qtr', 'quarter'].includes(text)) return undefined;
  if (next > at + 2) {
    if (until <= count) return undefined;
    // "Week 1 — 3 interviews" is about one week, "Week 1-3 interviews" about three.
    const isClose = isGlued(tokens, at + 2) && isGlued(tokens, next - 1);
    if (!isClose && tokens[next]?.kind === 'word' && isMark(tokens[at + 2], '-')) return undefined;
  }
  return { to: tokens[next - 1]?.to ?? 0, units: { unit, first: count, last: until } };
}
