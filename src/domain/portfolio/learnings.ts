// Learnings: what was learnt, newest first, and how it is found again.
import type { Fact, Period } from './portfolio.ts';

export interface Learning {
  fact: Fact;
  /** The day it was closed, else the day it was proposed; undefined where neither can be read. */
  day: number | undefined;
  /** What a search looks at, in small letters. */
  words: string;
}

/** Newest first; those without a day last. */
export function learningsOf(facts: readonly Fact[]): Learning[] {
  return facts
    .filter(({ learning }) => learning !== '')
    .map((fact) => {
      const { id, title, layer, entity, decision } = fact.experiment;
      const words = [id, title, layer, entity, decision, fact.learning].join('\n').toLowerCase();
      return { fact, day: fact.ended ?? fact.proposed, words };
    })
    .sort((a, b) => (b.day ?? -Infinity) - (a.day ?? -Infinity) || a.fact.row - b.fact.row);
}

/** Those that hold every word of the text, anywhere. */
export function searchLearnings(learnings: readonly Learning[], text: string): Learning[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return learnings.filter(({ words }) => wanted.every((word) => words.includes(word)));
}

/** Without those that are known to be of days outside the period. */
export function learningsIn(learnings: readonly Learning[], period: Period | undefined): Learning[] {
  return learnings.filter(
    ({ day }) => period === undefined || day === undefined || (period.from <= day && day <= period.until),
  );
}
