// A hypothesis as one sentence and as its three parts.

export interface Hypothesis {
  change: string;
  outcome: string;
  /** May be empty: a reason not given yet. */
  reasoning: string;
}

/** The parts of `If …, then … because ….`; undefined for any other text, so that it stays as it was typed. */
export function readHypothesis(text: string): Hypothesis | undefined {
  const sentence = text.trim();
  if (sentence.includes('\n') || !/^if\s/i.test(sentence)) return undefined;
  const then = /(?:,\s*then|,|\s+then)\s+/i.exec(sentence);
  if (then === null) return undefined;
  const change = sentence.slice(3, then.index).trim();
  const rest = sentence.slice(then.index + then[0].length).replace(/\.$/, '');
  const because = /[,\s]\s*because\s+/i.exec(rest);
  const outcome = (because === null ? rest : rest.slice(0, because.index)).trim();
  const reasoning = because === null ? '' : rest.slice(because.index + because[0].length).trim();
  return change === '' || outcome === '' ? undefined : { change, outcome, reasoning };
}

/** The sentence of the parts, as the template words it; `''` where all are empty. Parts not given yet are left out. */
export function composeHypothesis({ change, outcome, reasoning }: Hypothesis): string {
  const [first, second, third] = [change, outcome, reasoning].map((part) => part.trim().replace(/[.,;]+$/, ''));
  const rest = [second && `then ${second}`, third && `because ${third}`].filter(Boolean).join(' ');
  const clauses = [first && `If ${first}`, rest].filter(Boolean).join(', ');
  return clauses === '' ? '' : `${clauses}.`;
}
