// Chains: experiments that go on from one another, so that an iteration reads as a story from its beginning.
import type { Fact } from './portfolio.ts';

export interface Step {
  fact: Fact;
  /** How many branchings lie above it: 0 on the thread's main line. */
  branch: number;
  /** IDs it goes on from, besides the step it is told under. */
  alsoFollows: string[];
  /** IDs it goes on from that are not in the register. */
  missing: string[];
}

export interface Chain {
  /** In the order of telling: a step comes after the one it follows. */
  steps: Step[];
  /** True where steps follow each other in a circle: the telling begins with the oldest of them. */
  isCircular: boolean;
}

/** The threads of all experiments that follow another one or are followed; the one with the newest step first. */
export function chainsOf(facts: readonly Fact[]): Chain[] {
  const ofId = new Map<string, Fact>();
  for (const fact of facts) if (!ofId.has(idOf(fact))) ofId.set(idOf(fact), fact);
  const parents = new Map<Fact, Fact[]>();
  const children = new Map<Fact, Fact[]>();
  for (const fact of facts) {
    const found = fact.follows.flatMap((id) => ofId.get(id) ?? []).filter((parent) => parent !== fact);
    parents.set(fact, found);
    const [first] = found;
    if (first !== undefined) children.set(first, [...(children.get(first) ?? []), fact]);
  }
  const isFree = (fact: Fact) => (parents.get(fact) ?? []).length === 0;
  const told = new Set<Fact>();
  const tell = (root: Fact): Chain => {
    const steps: Step[] = [];
    const next: { fact: Fact; branch: number; under?: Fact }[] = [{ fact: root, branch: 0 }];
    for (let entry = next.pop(); entry !== undefined; entry = next.pop()) {
      const { fact, branch, under } = entry;
      if (told.has(fact)) continue;
      told.add(fact);
      const others = (parents.get(fact) ?? []).filter((parent) => parent !== under);
      const alsoFollows = others.map(idOf);
      steps.push({ fact, branch, alsoFollows, missing: fact.follows.filter((id) => !ofId.has(id)) });
      const after = [...(children.get(fact) ?? [])].sort(compareAge);
      // The last one in is the next one told; where the line parts, each goes on one branch further in.
      const deeper = after.length > 1 ? branch + 1 : branch;
      for (const child of after.reverse()) next.push({ fact: child, branch: deeper, under: fact });
    }
    return { steps, isCircular: !isFree(root) || root.follows.includes(idOf(root)) };
  };
  const chains = facts.filter(isFree).map(tell);
  // What is left follows itself in a circle, or hangs on one.
  for (const fact of [...facts].sort(compareAge)) if (!told.has(fact)) chains.push(tell(circleAbove(fact, parents)));
  return chains
    .filter(({ steps, isCircular }) => steps.length > 1 || isCircular || (steps[0]?.missing.length ?? 0) > 0)
    .sort((a, b) => newest(b) - newest(a));
}

/** The oldest experiment of the circle that the first parents of `fact` lead into. */
function circleAbove(fact: Fact, parents: ReadonlyMap<Fact, Fact[]>): Fact {
  const above = (of: Fact) => parents.get(of)?.[0] ?? of;
  const passed = new Set<Fact>();
  let at = fact;
  while (!passed.has(at)) {
    passed.add(at);
    at = above(at);
  }
  const circle = [at];
  for (let next = above(at); next !== at; next = above(next)) circle.push(next);
  return circle.sort(compareAge)[0] ?? fact;
}

function idOf({ experiment }: Fact): string {
  return experiment.id.trim();
}

function compareAge(a: Fact, b: Fact): number {
  return (a.from ?? Infinity) - (b.from ?? Infinity) || a.row - b.row;
}

function newest({ steps }: Chain): number {
  return steps.reduce((latest, { fact }) => Math.max(latest, fact.ended ?? fact.from ?? -Infinity), -Infinity);
}
