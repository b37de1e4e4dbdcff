// Chains: experiments that go on from one another, so that an iteration reads as a story from its beginning.
import type { Fact, Told } from './portfolio.ts';

export interface Step<Of extends Told = Fact> {
  fact: Of;
  /** How many branchings lie above it: 0 on the thread's main line. */
  branch: number;
  /** IDs it goes on from, besides the step it is told under. */
  alsoFollows: string[];
  /** IDs it goes on from that are not in the register. */
  missing: string[];
}

export interface Chain<Of extends Told = Fact> {
  /** In the order of telling: a step comes after the one it follows. */
  steps: Step<Of>[];
  /** True where steps follow each other in a circle: the telling begins with the oldest of them. */
  isCircular: boolean;
}

/** The threads of all experiments that follow another one or are followed; the one with the newest step first. */
export function chainsOf<Of extends Told>(facts: readonly Of[]): Chain<Of>[] {
  const ofId = new Map<string, Of>();
  for (const fact of facts) if (!ofId.has(idOf(fact))) ofId.set(idOf(fact), fact);
  const parents = new Map<Of, Of[]>();
  const children = new Map<Of, Of[]>();
  for (const fact of facts) {
    const found = fact.follows.flatMap((id) => ofId.get(id) ?? []).filter((parent) => parent !== fact);
    parents.set(fact, found);
    const [first] = found;
    if (first !== undefined) children.set(first, [...(children.get(first) ?? []), fact]);
  }
  const isFree = (fact: Of) => (parents.get(fact) ?? []).length === 0;
  const told = new Set<Of>();
  const tell = (root: Of): Chain<Of> => {
    const steps: Step<Of>[] = [];
    const next: { fact: Of; branch: number; under?: Of }[] = [{ fact: root, branch: 0 }];
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
function circleAbove<Of extends Told>(fact: Of, parents: ReadonlyMap<Of, Of[]>): Of {
  const above = (of: Of) => parents.get(of)?.[0] ?? of;
  const passed = new Set<Of>();
  let at = fact;
  while (!passed.has(at)) {
    passed.add(at);
    at = above(at);
  }
  const circle = [at];
  for (let next = above(at); next !== at; next = above(next)) circle.push(next);
  return circle.sort(compareAge)[0] ?? fact;
}

function idOf({ experiment }: Told): string {
  return experiment.id.trim();
}

function compareAge(a: Told, b: Told): number {
  return (a.from ?? Infinity) - (b.from ?? Infinity) || a.row - b.row;
}

function newest({ steps }: Chain<Told>): number {
  return steps.reduce((latest, { fact }) => Math.max(latest, fact.ended ?? fact.from ?? -Infinity), -Infinity);
}
