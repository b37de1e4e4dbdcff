// Where a table begins: the row that names its columns, and a second one above or below it that says more.

import { meaningOfHeader } from './meanings.ts';
import type { SourceTable } from './table.ts';

export interface FoundHeader {
  /** The row that names most columns, from 0. */
  row: number;
  /** The last row of the header, from 0: the same, or the one below. */
  last: number;
  labels: string[];
}

/** Further down no header is looked for. */
const MOST_LINES_ABOVE = 60;
const LONGEST_LABEL = 60;

/** What speaks for a row being the header. */
function weightOf(cells: readonly string[]): number {
  let weight = 0;
  let filled = 0;
  let isKnown = 0;
  const seen = new Set<string>();
  for (const cell of cells) {
    const text = cell.trim();
    if (text === '') continue;
    filled += 1;
    if (seen.has(text)) weight -= 0.5;
    seen.add(text);
    if (/^[=\d]/.test(text) || text.length > LONGEST_LABEL || /^(?:TRUE|FALSE)$/.test(text)) {
      weight -= 1;
      continue;
    }
    const meaning = meaningOfHeader(text);
    if (meaning === undefined) weight += 0.2;
    else {
      isKnown += meaning.rank < 2 ? 1 : 0.5;
      weight += meaning.rank < 2 ? 3 - meaning.rank : 1;
    }
  }
  return isKnown === 0 || (filled < 2 && cells.length > 1) ? 0 : weight;
}

/** The header of a table, or the row, from 0, that a person named; undefined where no row names columns. */
export function findHeader({ texts }: SourceTable, named?: number): FoundHeader | undefined {
  let row = named ?? -1;
  if (named === undefined) {
    let most = 0;
    const last = Math.min(texts.length, MOST_LINES_ABOVE);
    for (let at = 0; at < last; at += 1) {
      const weight = weightOf(texts[at] ?? []);
      if (weight > most) [most, row] = [weight, at];
    }
  }
  const cells = texts[row];
  if (cells === undefined) return undefined;
  const width = Math.max(...texts.map((line) => line.length));
  const labels = Array.from({ length: width }, (_, column) => (cells[column] ?? '').trim());
  const above = texts[row - 1] ?? [];
  if (above.filter((cell) => cell.trim() !== '').length > 1) {
    fillFrom(labels, above, (label, more) => (label === '' && meaningOfHeader(more) !== undefined ? more : label));
    tellApart(labels, above);
  }
  const below = texts[row + 1] ?? [];
  if (named === undefined && isSecondLine(cells, below)) {
    fillFrom(labels, below, (label, more) => more || label);
    tellApart(labels, cells);
    return { row, last: row + 1, labels };
  }
  return { row, last: row, labels };
}

function fillFrom(labels: string[], line: readonly string[], join: (label: string, more: string) => string): void {
  for (const [column, label] of labels.entries()) labels[column] = join(label, (line[column] ?? '').trim());
}

/** Gives labels that stand twice the words of the group above them: `Planned Start`, `Actual Start`. */
function tellApart(labels: string[], groups: readonly string[]): void {
  let group = '';
  const named = labels.map((label, column) => {
    group = (groups[column] ?? '').trim() || group;
    const isTwice = label !== '' && labels.filter((other) => other === label).length > 1;
    return isTwice && group !== '' && group !== label ? `${group} ${label}` : label;
  });
  labels.splice(0, labels.length, ...named);
}

/** Whether the row below the header says more of its columns: words that name columns alone, under cells that leave room for them. */
function isSecondLine(header: readonly string[], below: readonly string[]): boolean {
  const filled = below
    .map((cell, column) => [cell.trim(), (header[column] ?? '').trim()] as const)
    .filter(([cell]) => cell !== '');
  if (filled.length === 0 || filled.length >= header.filter((cell) => cell.trim() !== '').length) return false;
  const isUnder = filled.some(([, over]) => over === '');
  return isUnder && filled.every(([cell]) => (meaningOfHeader(cell)?.rank ?? 9) < 2);
}
