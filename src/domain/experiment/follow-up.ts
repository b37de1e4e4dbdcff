// What follows a decision: an entry for the file of patterns or of rules, or the next experiment.
import { type Experiment, emptyExperiment } from './template.ts';

/** A ready-made entry in Markdown for the file of patterns (what was adopted) or of rules (what was dropped). */
export function entryFor(kind: 'pattern' | 'rule', experiment: Experiment, prefix: string): string {
  const { id, title, layer, entity, learning } = experiment;
  const letter = kind === 'pattern' ? 'P' : 'R';
  const file = prefix.replace(/^K-/, '');
  return [
    `### [${letter}-${file}-XXX] ${title}`,
    `**Layer:** ${layer}`,
    `**Entity:** ${entity}`,
    `**From:** [${id}]`,
    '',
    '**Learning:**',
    learning,
    '',
  ].join('\n');
}

/** The experiment that carries on from this one: what is still true is carried over, what happened is left behind. */
export function nextExperiment(experiment: Experiment, today: string): Experiment {
  const { id, title, layer, entity, owner, hypothesis, expectedResult, duration, risks } = experiment;
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
    duration,
    risks,
    other: `**Follows:** [${id}]`,
  };
}
