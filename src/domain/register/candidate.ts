// A candidate: an idea to test that is not yet an experiment.
import { type Experiment, emptyExperiment } from '../experiment/template.ts';

export interface Candidate {
  layer: string;
  idea: string;
  /** What testing it would answer; may be empty. */
  question: string;
  /** What it is rated, as one text; in the sheet only, and where the register scores. */
  score?: string | undefined;
}

/** Equal for candidates that say the same. */
export function candidateKey({ layer, idea, question }: Candidate): string {
  return JSON.stringify([layer, idea, question]);
}

/** The experiment that a candidate begins: its layer, its idea as the title, and what testing it would answer. */
export function experimentOf({ layer, idea, question }: Candidate, today: string): Experiment {
  const title = idea.replace(/\s+/g, ' ').trim();
  return { ...emptyExperiment(), title, date: today, layer, status: 'Proposed', expectedResult: question };
}
