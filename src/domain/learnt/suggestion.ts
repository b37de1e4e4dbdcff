// What an experiment that is closed suggests to write down.

import { type Experiment, emptyExperiment } from '../experiment/template.ts';
import type { EntryKind } from './entry-kinds.ts';
import type { Entry } from './kinds.ts';

/** A pattern or a rule in the experiment's words, for a person to edit. */
export function suggestionOf(kind: EntryKind, experiment: Experiment, today: string): Entry {
  const { id, title, layer, entity, hypothesis, actualResult, learning } = experiment;
  const blank = { ...emptyExperiment(), title, date: today, risks: id };
  if (kind === 'rule') {
    return { ...blank, status: 'should', hypothesis: learning, expectedResult: actualResult };
  }
  return {
    ...blank,
    layer,
    entity,
    status: 'current',
    hypothesis: learning,
    expectedResult: reasonOf(hypothesis),
  };
}

/** What a hypothesis gives as its reason; the whole where it gives none. */
function reasonOf(hypothesis: string): string {
  const match = /\bbecause\b\s*/i.exec(hypothesis);
  const reason = match === null ? '' : hypothesis.slice(match.index + match[0].length).trim();
  return reason === '' ? '' : reason.charAt(0).toUpperCase() + reason.slice(1);
}
