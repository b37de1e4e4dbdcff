// A candidate: an idea to test that is not yet an experiment.

export interface Candidate {
  layer: string;
  idea: string;
  /** What testing it would answer; may be empty. */
  question: string;
}

/** Equal for candidates that say the same. */
export function candidateKey({ layer, idea, question }: Candidate): string {
  return JSON.stringify([layer, idea, question]);
}
