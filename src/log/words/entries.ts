// What other teams' files call the fields of patterns and rules beside the labels of our own, by `plainWord`, parted by commas.
import type { FieldKey } from '../../domain/experiment/template.ts';
import type { EntryKind } from '../../domain/learnt/entry-kinds.ts';

const COMMON = { id: 'id, nr, no, number', title: 'title, name', date: 'added, date, created, since, added on' };

export const ENTRY_WORDS: Readonly<Record<EntryKind, Readonly<Partial<Record<FieldKey, string>>>>> = {
  pattern: {
    ...COMMON,
    layer: 'layer, area, category',
    entity: 'entity, entities',
    status: 'state, status',
    hypothesis: 'pattern, solution, practice, what to do, what works, what worked, do',
    expectedResult: 'why it works, why, because, rationale, reason, forces',
    duration: 'when to use it, when to use, when, context, use when, problem, applies to',
    risks: 'evidence, from, experiments, source, sources, seen in, examples',
  },
  rule: {
    ...COMMON,
    status: 'severity, level, priority, weight',
    hypothesis: 'rule, guardrail, prevention, what to do, principle, do',
    expectedResult: 'why, what happened, because, reason, rationale, incident, context',
    risks: 'origin, source, sources, from, evidence, post mortem, postmortem',
  },
};
