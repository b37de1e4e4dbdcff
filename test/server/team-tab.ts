// A tab of a team's own, and what came of it in the register.
import type { SheetSnapshot } from '../../workbench/protocol.ts';
import type { Workbook } from './workbook.ts';

/** Adds a tab; hands out its ID. */
export function addTab(workbook: Workbook, name: string, texts: readonly (readonly string[])[]): number {
  workbook.host.act({ kind: 'add-sheet', name });
  const { id } = workbook.sheet(name);
  workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 0, text: texts.map((line) => [...line]) });
  return id;
}

/** What people see and can change of a tab; a width that is everybody's is none of its own, and a Table it is made by somebody else. */
export const lookOf = ({ columnWidths, rowHeights, tables: _, ...rest }: SheetSnapshot) => {
  const sizes = [columnWidths, rowHeights].map((all, at) =>
    Object.entries(all).filter(([, size]) => size !== [100, 21][at]),
  );
  // In whichever order the rules were set.
  const rules = rest.validations.map((rule) => JSON.stringify(rule)).sort();
  return JSON.stringify([rest.cells, { ...rest, validations: rules }, sizes]);
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
