// What a list's items became that somebody has reworded: they have no IDs, and are known by what they say.
import type { Candidate } from '../../domain/register/candidate.ts';
import type { LogContents } from '../../log/index.ts';

/** An item of one of a log's lists. */
export type Item = string | Candidate | LogContents['layers'][number] | LogContents['relatedFiles'][number];

/** Lists in which more items go and come are not searched for those that say nearly the same. */
const MOST_PAIRS = 100_000;

/** The part of two texts' words that is the same, from 0 to 1. */
function alikeness(one: string, other: string): number {
  const [words, others] = [new Set(one.split(/\s+/)), other.split(/\s+/)];
  return others.filter((word) => words.has(word)).length / Math.max(words.size, others.length);
}

const nameOf = (item: Item) => (typeof item === 'string' ? item : 'idea' in item ? item.idea : Object.values(item)[0]);

/** What an item says, as one text; `''` for none. */
export function textOf(item: Item | undefined): string {
  if (item === undefined || typeof item === 'string') return item ?? '';
  // Of a candidate more is known than what it says: its row.
  const texts: string[] = 'idea' in item ? [item.layer, item.idea, item.question] : Object.values(item);
  return texts.filter((text) => text !== '').join(' · ');
}

/**
 * `became`: for each item that goes the one that comes in its place, which has its name or says nearly the same; undefined where none does.
 * `fresh`: those that come besides.
 */
export function rewordedOf<Kind extends Item>(
  removed: readonly Kind[],
  added: readonly Kind[],
): { became: (Kind | undefined)[]; fresh: Kind[] } {
  const left = [...added];
  const isShort = removed.length * added.length < MOST_PAIRS;
  const named = removed.map((item) => {
    const at = left.findIndex((other) => nameOf(other) === nameOf(item));
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  const became = removed.map((item, index) => {
    if (named[index] !== undefined || !isShort) return named[index];
    const at = left.findIndex((other) => alikeness(textOf(item), textOf(other)) >= 0.5);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  });
  return { became, fresh: left };
}
