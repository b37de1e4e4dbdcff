// A team's own tab as a table: read in a few reads, however large, and never written.
import { documentMemory } from '../store/entry.ts';
import type { CellValue } from './cell.ts';
import { readerFor } from './cell.ts';
import { isRegisterSheet, LEARNT_SHEETS, REGISTER_SHEETS } from './own-sheets.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

export interface Tab {
  /** The sheet's ID. */
  id: string;
  name: string;
  /** How far anything stands in it. */
  rows: number;
  columns: number;
}

export interface TabCells {
  name: string;
  texts: string[][];
  formulas: string[][];
  isMore: boolean[][];
}

/** The tabs that are not the register's and hold something, in their order; hidden ones are left out. */
export function listTabs(spreadsheet: Spreadsheet): Tab[] {
  return ownTabs(spreadsheet).map((sheet) => ({
    id: String(sheet.getSheetId()),
    name: sheet.getName(),
    rows: sheet.getLastRow(),
    columns: sheet.getLastColumn(),
  }));
}

function ownTabs(spreadsheet: Spreadsheet): Sheet[] {
  const memory = documentMemory();
  return spreadsheet
    .getSheets()
    .filter((sheet) => [...REGISTER_SHEETS, ...LEARNT_SHEETS].every((name) => !isRegisterSheet(sheet, name, memory)))
    .filter((sheet) => !sheet.isSheetHidden() && sheet.getLastRow() > 0);
}

/** The tab with that ID; undefined where it is gone, or has become the register's. */
export function findTab(spreadsheet: Spreadsheet, id: string): Sheet | undefined {
  return ownTabs(spreadsheet).find((sheet) => String(sheet.getSheetId()) === id);
}

/**
 * All of a tab, rows that a filter hides too: numbers as they are shown there, days as yyyy-mm-dd, formulas beside their values, links as
 * Markdown has them.
 */
export function readTab(sheet: Sheet): TabCells {
  const range = sheet.getDataRange();
  const values: CellValue[][] = range.getValues();
  const shown = range.getDisplayValues();
  const formulas = range.getFormulas();
  const read = readerFor(sheet.getParent());
  const texts = values.map((line, row) =>
    line.map((value, column) => {
      const formula = formulas[row]?.[column] ?? '';
      const link = formula === '' ? undefined : linkOf(formula, String(value));
      if (link !== undefined) return link;
      return typeof value === 'number' ? (shown[row]?.[column] ?? String(value)) : read(value);
    }),
  );
  const isMore = values.map((line, row) =>
    line.map((value, column) => typeof value !== 'string' || (formulas[row]?.[column] ?? '') !== ''),
  );
  return { name: sheet.getName(), texts, formulas, isMore };
}

/** Whether formulas of other sheets look at cells of this one. */
export function isLookedAt(sheet: Sheet): boolean {
  const name = sheet.getName();
  const names = [`${name}!`, `'${name.replace(/'/g, "''")}'!`].map((text) => text.toLowerCase());
  return sheet
    .getParent()
    .getSheets()
    .filter((other) => other.getSheetId() !== sheet.getSheetId() && other.getLastRow() > 0)
    .some((other) =>
      other
        .getDataRange()
        .getFormulas()
        .some((line) =>
          line.some((formula) => formula !== '' && names.some((each) => formula.toLowerCase().includes(each))),
        ),
    );
}

/** Whether this person may not change all of the sheet. */
export function isGuarded(sheet: Sheet): boolean {
  const { SHEET, RANGE } = SpreadsheetApp.ProtectionType;
  return [SHEET, RANGE].some((type) => sheet.getProtections(type).some((protection) => !protection.canEdit()));
}

/** What a formula that is a link says in Markdown. */
function linkOf(formula: string, value: string): string | undefined {
  const match = /^=HYPERLINK\(\s*"([^"\s]+)"/i.exec(formula);
  const [, target = ''] = match ?? [];
  if (target === '') return undefined;
  return value === target || value === '' ? target : `[${value.replace(/([[\]])/g, '\\$1')}](${target})`;
}
