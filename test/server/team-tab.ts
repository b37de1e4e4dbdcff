// A tab of a team's own, and what came of it in the register.
import type { Cell, SheetSnapshot } from '../../workbench/protocol.ts';
import type { Workbook } from './workbook.ts';

/** Adds a tab; hands out its ID. */
export function addTab(workbook: Workbook, name: string, texts: readonly (readonly string[])[]): number {
  workbook.host.act({ kind: 'add-sheet', name });
  const { id } = workbook.sheet(name);
  workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 0, text: texts.map((line) => [...line]) });
  return id;
}

/** The same with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(entries.map(([key, held]) => [key, sorted(held)]));
}

/**
 * What people see and can change of a tab; a width that is everybody's is none of its own. A Table it is made by somebody else, and the number
 * formats are the Table's then.
 */
export const lookOf = ({ columnWidths, rowHeights, tables, ...all }: SheetSnapshot) => {
  const withoutFormat = ({ format: _, ...cell }: Cell) => cell;
  const cells = all.cells.map(([row, column, cell]) => [row, column, withoutFormat(cell)] as const);
  const rest =
    tables === undefined ? all : { ...all, cells: cells.filter(([, , cell]) => Object.keys(cell).length > 0) };
  const sizes = [columnWidths, rowHeights].map((all, at) =>
    Object.entries(all).filter(([, size]) => size !== [100, 21][at]),
  );
  // In whichever order the rules were set.
  const rules = rest.validations.map((rule) => JSON.stringify(rule)).sort();
  return JSON.stringify(sorted([rest.cells, { ...rest, validations: rules }, sizes]));
};

export const column = (workbook: Workbook, header: string) =>
  workbook
    .values('Experiments')
    .slice(1)
    .map((row) => String(row[workbook.column(header)] ?? ''));
export const titlesIn = (workbook: Workbook) => column(workbook, 'Title').filter((title) => title !== '');
export const ideasIn = (workbook: Workbook) =>
  workbook
    .values('Candidates')
    .slice(1)
    .map(([, idea]) => String(idea));
