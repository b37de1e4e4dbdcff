// Finding text in the cells of a sheet, and what a cell says once it is replaced.

export interface Query {
  text: string;
  /** Capitals count. */
  isExactCase: boolean;
  /** The whole cell says just that. */
  isWholeCell: boolean;
}

/** Whether what a cell shows holds what is looked for. */
export function matches(shown: string, { text, isExactCase, isWholeCell }: Query): boolean {
  if (text === '') return false;
  const [one, other] = isExactCase ? [shown, text] : [shown.toLowerCase(), text.toLowerCase()];
  return isWholeCell ? one === other : one.includes(other);
}

/** What the cell says with each place replaced. */
export function replaced(shown: string, query: Query, by: string): string {
  if (query.isWholeCell) return by;
  const literal = query.text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return shown.replace(new RegExp(literal, query.isExactCase ? 'g' : 'gi'), () => by);
}
