// Which row is which in two readings of one sheet: told by what the rows say, since their numbers do not last. Pure.

/** A row or column: its name (an ID, a header), `''` where it has none, and the texts to know it by. */
export interface Line {
  name: string;
  cells: readonly string[];
}

/** Beyond so many pairs of lines that nothing tells apart, none is compared with each other. */
const MOST_PAIRS = 250_000;

/**
 * For each line of `before` the place of the same one in `after`; -1 where it is blank, is gone, or cannot be told from another. A name
 * that stands once on both sides counts most, then all that the line says, then at least half of it.
 */
export function matchLines(before: readonly Line[], after: readonly Line[]): number[] {
  const found = before.map(() => -1);
  const taken = new Set<number>();
  const take = (index: number, place: number) => {
    found[index] = place;
    taken.add(place);
  };
  const pair = (keyOf: (line: Line) => string, isOnce: boolean) => {
    const open = (lines: readonly Line[], isOpen: (index: number) => boolean) => {
      const places = new Map<string, number[]>();
      for (const [index, line] of lines.entries()) {
        const key = isOpen(index) ? keyOf(line) : '';
        if (key !== '') places.set(key, [...(places.get(key) ?? []), index]);
      }
      return places;
    };
    const places = open(after, (index) => !taken.has(index));
    for (const [key, indices] of open(before, (index) => found[index] === -1)) {
      const those = places.get(key) ?? [];
      if (isOnce && (indices.length > 1 || those.length > 1)) continue;
      // Lines that say the very same may stand for each other.
      for (const [nth, index] of indices.entries()) if (those[nth] !== undefined) take(index, those[nth]);
    }
  };
  pair(({ name }) => name, true);
  pair(({ cells }) => (isBlank(cells) ? '' : JSON.stringify(cells)), false);

  const left = before.flatMap((line, index) => (found[index] === -1 && !isBlank(line.cells) ? [index] : []));
  const free = after.flatMap((line, index) => (!taken.has(index) && !isBlank(line.cells) ? [index] : []));
  if (left.length * free.length > MOST_PAIRS) return found;
  for (const index of left) {
    const scores = free
      .filter((place) => !taken.has(place))
      .map((place) => ({ place, score: likeness(before[index], after[place]) }))
      .sort((one, other) => other.score - one.score);
    const [best, second] = scores;
    const isMost = best !== undefined && best.score * 2 >= filled(before[index]).length;
    if (isMost && best.score > (second?.score ?? 0)) take(index, best.place);
  }
  return found;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((text) => text === '');
}

function filled(line: Line | undefined): string[] {
  return line?.cells.filter((text) => text !== '') ?? [];
}

/** How many cells that are not blank say the same. */
function likeness(one: Line | undefined, other: Line | undefined): number {
  return one?.cells.filter((text, index) => text !== '' && text === other?.cells[index]).length ?? 0;
}
