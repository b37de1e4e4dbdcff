// What follows a decision to iterate: the next experiment.
import { type Experiment, emptyExperiment } from './template.ts';

/** The experiment that carries on from this one: what is still true is carried over, what happened is left behind. */
export function nextExperiment(experiment: Experiment, today: string): Experiment {
  const { id, title, layer, entity, owner, hypothesis, expectedResult, decisionRule, duration, risks } = experiment;
  return {
    ...emptyExperiment(),
    title,
    date: today,
    layer,
    entity,
    owner,
    status: 'Proposed',
    hypothesis,
    expectedResult,
    decisionRule,
    duration,
    risks,
    other: `**Follows:** [${id}]`,
  };
}
