// A register with generated experiments in a folder that the workbench can be started on.

import type { PortfolioRow } from '../../src/domain/portfolio.ts';
import { folderStore } from '../../workbench/host/store.ts';
import { generatedRows, pastedRows } from '../fixtures/portfolio.ts';
import { Workbook } from '../server/workbook.ts';
import { newFolder } from './workbench.ts';

/** The day in a new spreadsheet's time zone, yyyy-mm-dd. */
export function dayThere(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kuala_Lumpur' }).format(new Date());
}

/** Sets a register up, pastes the experiments into it, and hands out the folder it is saved in. */
export function generatedRegister(
  count: number,
  change: (row: PortfolioRow, index: number) => void = () => undefined,
): string {
  const folder = newFolder();
  const today = dayThere();
  const workbook = new Workbook(folderStore(folder), today);
  workbook.host.choose('setUp');
  const rows = generatedRows(count, today);
  rows.forEach(change);
  workbook.type(2, 'ID', ...pastedRows(rows));
  return folder;
}
