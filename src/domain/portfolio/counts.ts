// Counts of the portfolio: what stands where today, each number with the experiments behind it.

import { STATUSES, type Status } from '../experiment/status.ts';
import type { Settings } from '../register/settings.ts';
import { type Fact, type Grouping, groupsOf, inOrder, isRunning } from './portfolio.ts';

/** What a look at the portfolio asks first. An experiment may be in several. */
export interface Glance {
  running: Fact[];
  overdue: Fact[];
  /** Due today or soon. */
  dueSoon: Fact[];
  /** Running without a due date, or proposed with a duration that will have none. */
  undated: Fact[];
  /** Closed without a decision, or proposed for too long. */
  waiting: Fact[];
  /** Adopted, and not there yet where else they should go by now. */
  rollingOut: Fact[];
  /** Those that need fixing, as Check register counts them. */
  wrong: Fact[];
}

export function glanceOf(facts: readonly Fact[]): Glance {
  const timed = (...kinds: string[]) =>
    facts.filter(({ timing }) => timing !== undefined && kinds.includes(timing.kind));
  return {
    running: facts.filter(isRunning),
    overdue: timed('overdue'),
    dueSoon: timed('due today', 'due soon'),
    undated: facts.filter(({ isUndatable }) => isUndatable),
    waiting: facts.filter(isWaiting),
    rollingOut: facts.filter(({ attention }) => attention?.isRollingOut),
    wrong: facts.filter(({ attention }) => attention?.needsFixing),
  };
}

/** True where somebody has to decide, as the sidebar says it. */
export const isWaiting = ({ attention }: Fact): boolean => attention?.isWaiting === true;

/** A status, or undefined for those that do not exist. */
type StatusColumn = Status | undefined;

/** Experiments by status, in the order of the columns. */
export interface CountRow {
  /** `''` where none is named. */
  name: string;
  cells: Fact[][];
  all: Fact[];
}

interface CountGroup extends CountRow {
  /** By the other of entity and layer. */
  parts: CountRow[];
}

export interface Counts {
  /** The four statuses, and undefined where a row has another one. */
  columns: StatusColumn[];
  /** In the order of the settings. An experiment that concerns several entities is in each of theirs. */
  groups: CountGroup[];
  /** Every experiment once. */
  total: CountRow;
}

/** Counts by group, within it by layer where the groups are entities and the other way round, and by status. */
export function countsOf(
  facts: readonly Fact[],
  by: Grouping,
  { entities, layers }: Pick<Settings, 'entities' | 'layers'>,
): Counts {
  const columns: StatusColumn[] = facts.some(({ status }) => status === undefined)
    ? [...STATUSES, undefined]
    : [...STATUSES];
  const known = { entity: entities, layer: layers.map(({ name }) => name), owner: [] };
  const within = by === 'entity' ? 'layer' : 'entity';
  const row = (name: string, all: Fact[]): CountRow => ({
    name,
    cells: columns.map((column) => all.filter(({ status }) => status === column)),
    all,
  });
  const groups = groupFacts(facts, by, known[by]).map(([name, all]) => ({
    ...row(name, all),
    parts: groupFacts(all, within, known[within]).map(([part, some]) => row(part, some)),
  }));
  return { columns, groups, total: row('', [...facts]) };
}

/** The experiments of each group, in the groups' order. */
export function groupFacts(facts: readonly Fact[], by: Grouping, known: readonly string[]): [string, Fact[]][] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    for (const name of groupsOf(fact, by)) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [fact]);
      else group.push(fact);
    }
  }
  return inOrder(groups.keys(), known).map((name) => [name, groups.get(name) ?? []]);
}
