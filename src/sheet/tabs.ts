// A team's own tab as a table: read in a few reads, however large, and never written.

import { documentMemory } from '../store/entry.ts';
import type { CellValue } from './cell.ts';
import { readerFor } from './cell.ts';
import { LEARNT_SHEETS } from './own-sheets.ts';
import { isRegisterSheet, REGISTER_SHEETS } from './sheet-names.ts';

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
  /** Of cells with links the text with them, as Markdown has them. */
  linked: (string | undefined)[][];
  /** Cells that are merged into one, row and column from 0. */
  merged: { row: number; column: number; rows: number; columns: number }[];
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

/** All of a tab, rows that a filter hides too: numbers as they are shown there, days as yyyy-mm-dd, formulas and links beside their values. */
export function readTab(sheet: Sheet): TabCells {
  const range = sheet.getDataRange();
  const values: CellValue[][] = range.getValues();
  const shown = range.getDisplayValues();
  const formulas = range.getFormulas();
  const read = readerFor(sheet.getParent());
  const texts = values.map((line, row) =>
    line.map((value, column) => (typeof value === 'number' ? (shown[row]?.[column] ?? String(value)) : read(value))),
  );
  const rich = range.getRichTextValues();
  const linked = values.map((line, row) =>
    line.map((value, column) => {
      const formula = formulas[row]?.[column] ?? '';
      if (formula !== '') return linkOf(formula, String(value));
      return typeof value === 'string' && value !== '' ? linksIn(rich[row]?.[column] ?? null) : undefined;
    }),
  );
  const isMore = values.map((line, row) =>
    line.map((value, column) => typeof value !== 'string' || (formulas[row]?.[column] ?? '') !== ''),
  );
  const merged = range.getMergedRanges().map((cells) => ({
    row: cells.getRow() - 1,
    column: cells.getColumn() - 1,
    rows: cells.getNumRows(),
    columns: cells.getNumColumns(),
  }));
  return { name: sheet.getName(), texts, formulas, isMore, linked, merged };
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

/** What a formula that is a link says in Markdown; undefined where it is none. */
function linkOf(formula: string, value: string): string | undefined {
  const match = /^=HYPERLINK\(\s*"([^"\s]+)"/i.exec(formula);
  return match?.[1] && markdownLink(value, match[1]);
}

/** What a text with links says in Markdown; undefined where it has none. */
function linksIn(text: GoogleAppsScript.Spreadsheet.RichTextValue | null): string | undefined {
  const runs = (text?.getRuns() ?? []).map((run) => [run, run.getLinkUrl()] as const);
  if (runs.every(([, target]) => target === null)) return undefined;
  const parts = runs.map(([run, target]): string | [said: string, target: string] =>
    target === null ? run.getText() : [run.getText(), target],
  );
  // A link may be parted by looks: in bold and not.
  const whole = parts.reduce<typeof parts>((all, part) => {
    const last = all[all.length - 1];
    if (Array.isArray(part) && Array.isArray(last) && last[1] === part[1]) last[0] += part[0];
    else all.push(part);
    return all;
  }, []);
  return whole.map((part) => (typeof part === 'string' ? part : markdownLink(...part))).join('');
}

/** Words that name their target themselves stay as they are. Blanks around a link are none of it, and it stands on one line. */
function markdownLink(said: string, target: string): string {
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(said) ?? [];
  const plain = (address: string) => address.replace(/^(?:https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
  if (words === '' || plain(words) === plain(target)) return before + (words || target) + after;
  const to = target.replace(/[ ()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `${before}[${words.replace(/([[\]\\])/g, '\\$1').replace(/\s*\n\s*/g, ' ')}](${to})${after}`;
}
