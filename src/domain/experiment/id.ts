// Experiment IDs: a register's prefix, a hyphen, a number of at least three digits.

/** `K-BIZ-007` → prefix `K-BIZ`, number 7; undefined for anything else. */
export function readId(id: string): { prefix: string; number: number } | undefined {
  const match = /^([A-Za-z][A-Za-z0-9-]*)-(\d{1,15})$/.exec(id.trim());
  return match?.[1] === undefined ? undefined : { prefix: match[1], number: Number(match[2]) };
}

/** Number 7 → `K-BIZ-007`; numbers over 999 simply grow longer. */
export function formatId(prefix: string, number: number): string {
  return `${prefix}-${String(number).padStart(3, '0')}`;
}

/** The highest number among the IDs that carry the prefix; 0 if there is none. */
export function highestNumber(ids: Iterable<string>, prefix: string): number {
  let highest = 0;
  for (const id of ids) {
    const read = readId(id);
    if (read?.prefix === prefix) highest = Math.max(highest, read.number);
  }
  return highest;
}
