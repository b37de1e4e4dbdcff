// How many random durations are read: a spread with every change, and the whole of them in the long runs.

/** The number of cases of a property: the second in the long runs, the first otherwise. */
export function casesOf(spread: number, whole: number): number {
  return process.env.KAIZEN_LONG === '1' ? whole : spread;
}

/** Which share of the cases this run tries, of how many: KAIZEN_SHARE, such as `2/5`, where the whole is run in parts. */
export const [SHARE = 1, SHARES = 1] = (process.env.KAIZEN_SHARE ?? '1/1').split('/').map(Number);
