// How many random durations are read: a spread with every change, and the whole of them in the long runs.

/** The number of cases of a property: the second in the long runs, the first otherwise. */
export function casesOf(spread: number, whole: number): number {
  return process.env.KAIZEN_LONG === '1' ? whole : spread;
}
