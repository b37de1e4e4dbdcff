// A register with generated experiments in a folder that the workbench can be started on.
import { resolve } from 'node:path';
import type { PortfolioRow } from '../../src/domain/portfolio/portfolio.ts';
import { columnsFor } from '../../src/sheet/columns.ts';
import { Host } from '../../workbench/host/host.ts';
import { folderStore } from '../../workbench/host/store.ts';
import { COMMON_FIELDS } from '../common-fields.ts';
import { ENTITIES, generatedRows, pastedRows } from '../fixtures/portfolio.ts';
import { newFolder } from './workbench.ts';

/** Sets a register up, pastes the experiments into it, and hands out the folder it is saved in. */
export function generatedRegister(
  count: number,
  change: (row: PortfolioRow, index: number) => void = () => undefined,
  dist = resolve('dist'),
): string {
  const folder = newFolder();
  const host = new Host({ dist, store: folderStore(folder) });
  host.open();
  host.choose('setUp');
  const { timeZone, sheets } = host.snapshot();
  const sheetOf = (wanted: string) => {
    const found = sheets.find(({ name }) => name === wanted);
    if (found === undefined) throw new Error(`Set-up made no sheet ${wanted}.`);
    return found;
  };
  const experiments = sheetOf('Experiments');
  const header = experiments.cells.flatMap(([row, , { value }]) => (row === 0 ? [String(value)] : []));
  const entities = [...ENTITIES, 'Cross-entity'].map((name) => [name]);
  host.act({ kind: 'type', sheet: sheetOf('Settings').id, row: 1, column: 3, text: entities });
  // The day there: yyyy-mm-dd is how Swedish writes it.
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
  const rows = generatedRows(count, today);
  rows.forEach(change);
  if (count > 0) {
    const text = inColumns(pastedRows(rows), header);
    host.act({ kind: 'type', sheet: experiments.id, row: 1, column: 0, text });
  }
  // Whole: the workbench of an older version knows no changes beside the book.
  folderStore(folder).saveBook(host.snapshot());
  return folder;
}

/** Cells in the template's order, as the columns of a new register stand; what the register works out is left blank. */
function inColumns(rows: readonly string[][], header: readonly string[]): string[][] {
  const keys: string[] = [
    ...COMMON_FIELDS.map(({ key }) => key).filter((key) => key !== 'started'),
    'started',
    'closed',
  ];
  const keyOf = new Map(columnsFor([]).map(({ label, hidden, key }) => [label, hidden ? '' : key]));
  const places = header.map((label) => keys.indexOf(keyOf.get(label) ?? ''));
  return rows.map((row) => places.map((place) => row[place] ?? ''));
}
