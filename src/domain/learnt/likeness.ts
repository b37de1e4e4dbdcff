// Which patterns or rules an experiment may be evidence of.
import type { Entry } from './kinds.ts';

/** Words that say what a text is about, in small letters. */
function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu));
}

const textOf = ({ title, hypothesis, expectedResult, learning }: Entry): string =>
  [title, hypothesis, expectedResult, learning].join(' ');

/** The entries in the order of how many of their words an experiment shares, those that share none last, as they stood. */
export function byLikeness<Known extends { entry: Entry }>(known: readonly Known[], experiment: Entry): Known[] {
  const own = wordsOf(textOf(experiment));
  const share = ({ entry }: Known) => {
    const words = wordsOf(textOf(entry));
    return [...words].filter((word) => own.has(word)).length / Math.max(words.size, 1);
  };
  return known
    .map((each, at) => ({ each, at, share: share(each) }))
    .sort((a, b) => b.share - a.share || a.at - b.at)
    .map(({ each }) => each);
}
