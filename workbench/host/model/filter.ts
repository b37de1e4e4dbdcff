// Filters: which rows of an area a filter hides, by what the cells show.

import type { Area, Filter, FilterRule } from '../../protocol.ts';

/** What a cell shows. */
export type TextAt = (row: number, column: number) => string;

/** The rows that the rules hide; the area's first row is the header and stays. Texts are compared as people do: capitals count for nothing. */
export function filteredRows({ area, rules }: Pick<Filter, 'area' | 'rules'>, textAt: TextAt): number[] {
  const tests = Object.entries(rules).map(([column, rule]) => ({ column: Number(column), passes: testOf(rule) }));
  if (tests.length === 0) return [];
  const rows: number[] = [];
  for (let row = area.row + 1; row < area.row + area.rows; row++) {
    if (!tests.every(({ column, passes }) => passes(textAt(row, column)))) rows.push(row);
  }
  return rows;
}

/** The different texts in a column below the header, numbers by size and the rest by the alphabet; '' for empty cells comes last. */
export function filterChoices(area: Area, column: number, textAt: TextAt): string[] {
  const texts = new Set<string>();
  for (let row = area.row + 1; row < area.row + area.rows; row++) texts.add(textAt(row, column));
  const order = new Intl.Collator('en', { numeric: true, sensitivity: 'variant' });
  return [...texts].sort((one, other) => Number(one === '') - Number(other === '') || order.compare(one, other));
}

function testOf({ hidden, condition }: FilterRule): (text: string) => boolean {
  const hiddenTexts = new Set(hidden);
  if (condition === undefined) return (text) => !hiddenTexts.has(text);
  const wanted = condition.text.toLowerCase();
  const tests: Record<typeof condition.is, (text: string) => boolean> = {
    contains: (text) => text.includes(wanted),
    lacks: (text) => !text.includes(wanted),
    begins: (text) => text.startsWith(wanted),
    ends: (text) => text.endsWith(wanted),
    equals: (text) => text === wanted,
    empty: (text) => text === '',
    filled: (text) => text !== '',
  };
  const test = tests[condition.is];
  return (text) => !hiddenTexts.has(text) && test(text.toLowerCase());
}
