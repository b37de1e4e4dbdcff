// What became of what was learnt: patterns and rules beside the experiments that they come from, and what nobody wrote down.
import type { EntryKind } from '../learnt/entry-kinds.ts';
import { type Entry, KINDS } from '../learnt/kinds.ts';
import { idsIn, linksOf } from '../learnt/links.ts';
import { chainsOf } from './chains.ts';
import { type Fact, isClosed, type Told } from './portfolio.ts';

/** A pattern or a rule, as far as the portfolio tells of it. */
export interface LearntEntry {
  kind: EntryKind;
  id: string;
  title: string;
  /** A pattern's state, a rule's severity. */
  state: string;
  /** Evidence or origin: IDs of experiments, or other words. */
  source: string;
  /** yyyy-mm-dd; `''` where nobody wrote it. */
  added: string;
}

export function learntEntryOf(kind: EntryKind, entry: Entry): LearntEntry {
  const { id, title, status: state, date: added } = entry;
  return { kind, id, title, state, source: entry[KINDS[kind].source], added };
}

/** An entry with the experiments that it names or that name it. */
export interface Used<Of extends Told = Fact> {
  entry: LearntEntry;
  facts: Of[];
  /** The IDs that it names and that the register has not. */
  missing: string[];
}

/** The entries, those used most often first; `all` are the experiments of the register. */
export function usedOf<Of extends Told>(entries: readonly LearntEntry[], all: readonly Of[]): Used<Of>[] {
  const ofId = new Map<string, Of[]>();
  for (const fact of all) ofId.set(idOf(fact), [...(ofId.get(idOf(fact)) ?? []), fact]);
  const naming = new Map<string, Of[]>();
  for (const fact of all) {
    for (const { kind, id } of linksOf(fact.experiment)) {
      const key = `${kind} ${id}`;
      naming.set(key, [...(naming.get(key) ?? []), fact]);
    }
  }
  return entries
    .map((entry) => {
      const named = idsIn(entry.source);
      const facts = new Set([
        ...named.flatMap((id) => ofId.get(id) ?? []),
        ...(naming.get(`${entry.kind} ${entry.id}`) ?? []),
      ]);
      return {
        entry,
        facts: [...facts].sort((a, b) => a.row - b.row),
        missing: named.filter((id) => !ofId.has(id)),
      };
    })
    .sort((a, b) => b.facts.length - a.facts.length);
}

/** Whether nothing is left of what a rule comes from: no experiment, and no other words, such as a post-mortem's name. */
export function isWithoutOrigin({ entry, facts, missing }: Used<Told>): boolean {
  const words = missing.reduce((text, id) => text.split(id).join(''), entry.source);
  return entry.kind === 'rule' && facts.length === 0 && !/[\p{L}\p{N}]/u.test(words);
}

/** What was closed and adopted. */
export const isAdopted = (fact: Told): boolean => isClosed(fact) && fact.decision === 'Adopt';

/** Those of which a pattern or a rule tells. */
export function keptIn<Of extends Told>(facts: readonly Of[], used: readonly Used<Of>[]): Of[] {
  const kept = new Set(used.flatMap((each) => each.facts));
  return facts.filter((fact) => kept.has(fact));
}

/** Adopted, and neither pattern nor rule tells of it. */
export function unkeptIn<Of extends Told>(facts: readonly Of[], used: readonly Used<Of>[]): Of[] {
  const kept = new Set(keptIn(facts, used));
  return facts.filter((fact) => isAdopted(fact) && !kept.has(fact));
}

/** What was iterated: from the experiment that it began with to the one where it stands now. */
export interface Iteration<Of extends Told = Fact> {
  first: Of;
  last: Of;
  /** Those that were closed with the decision to iterate. */
  iterated: Of[];
}

/** Of all chains those with an iteration, the most often iterated first; one that nothing follows yet is its own. */
export function iterationsOf<Of extends Told>(facts: readonly Of[]): Iteration<Of>[] {
  const chains = chainsOf(facts).map(({ steps }) => steps.map(({ fact }) => fact));
  const told = new Set(chains.flat());
  return [...chains, ...facts.filter((fact) => !told.has(fact)).map((fact) => [fact])]
    .flatMap((steps) => {
      const [first, last] = [steps[0], steps[steps.length - 1]];
      const iterated = steps.filter((fact) => isClosed(fact) && fact.decision === 'Iterate');
      return first && last && iterated.length > 0 ? [{ first, last, iterated }] : [];
    })
    .sort((a, b) => b.iterated.length - a.iterated.length);
}

function idOf({ experiment }: Told): string {
  return experiment.id.trim();
}
