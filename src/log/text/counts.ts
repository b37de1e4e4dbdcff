// How often things were seen.

export type Counts<K> = Map<K, number>;

/** Counts one more, or so many; how many there are then. */
export function count<K>(counts: Counts<K>, key: K, times = 1): number {
  const all = (counts.get(key) ?? 0) + times;
  counts.set(key, all);
  return all;
}

/** What was seen the most often; of several the first. */
export function mostOf<K>(counts: Counts<K>): K | undefined {
  let most: K | undefined;
  for (const [key, times] of counts) if (most === undefined || times > (counts.get(most) ?? 0)) most = key;
  return most;
}
