// The log's last agreed text, kept in a hidden sheet, cut into cells; what the next export and merge are measured against.
//
// The first column holds the text agreed on last, with the file it was agreed with. Where several files are in use (two
// people export, or a log was imported after an export), the text last agreed with each of the others stands in a column of its own.
import { fingerprint } from '../domain/fingerprint.ts';
import { logSourceHeader } from '../domain/messages.ts';
import { textValue } from './cell.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const LOG_SOURCE_SHEET = 'Log source';

/** Below Sheets' limit of 50,000 characters a cell. */
const CELL_CHARACTERS = 45_000;

/** A text that register and log agreed on. */
export interface Agreed {
  text: string;
  /** The ID of the file in Drive that said so; `''` for an imported log. */
  file: string;
  /** How the text is read, where it has not the template's shape: JSON without blanks. */
  shape?: string | undefined;
}

export interface LogSource {
  /** `none` before the first import or export; `damaged` if somebody changed the cells; `copied` if they came with a copied spreadsheet. */
  state: 'kept' | 'none' | 'damaged' | 'copied';
  /** Newest first. Those of a copied spreadsheet have no file: the files belong to the original. */
  agreed: Agreed[];
}

/** Reads the kept texts with one read. */
export function readLogSource(sheet: Sheet): LogSource {
  const rows = sheet.getLastRow();
  if (rows < 2) return { state: 'none', agreed: [] };
  const cells = sheet.getRange(2, 1, rows - 1, sheet.getLastColumn()).getValues();
  const home = sheet.getParent().getId();
  const agreed: Agreed[] = [];
  let isCopied = false;
  for (const [column, first] of (cells[0] ?? []).entries()) {
    if (first === '' && column > 0) continue;
    const [seal, file = '', origin = home, shape] = String(first).split(' ');
    const encoded = cells
      .slice(1)
      .map((row) => String(row[column]))
      .join('');
    if (seal !== fingerprint(encoded)) return { state: 'damaged', agreed: [] };
    agreed.push({ text: JSON.parse(`"${encoded}"`), file: origin === home ? file : '', shape });
    isCopied ||= origin !== home;
  }
  return isCopied ? { state: 'copied', agreed: agreed.slice(0, 1) } : { state: 'kept', agreed };
}

/**
 * The text last agreed on with a file; undefined if none is known. `seal` is over the text that an export wrote there last: releases
 * before 0.2 did not keep the file's ID beside the text.
 */
export function agreedWith({ agreed }: LogSource, file: string, seal: string | undefined): string | undefined {
  const known = agreed.find((text) => text.file === file) ?? agreed.find(({ text }) => fingerprint(text) === seal);
  return known?.text;
}

/** Keeps a text as agreed on last, with one write; `before` is what `readLogSource` found. What was agreed with other files stays. */
export function writeLogSource(sheet: Sheet, before: LogSource, newest: Agreed): void {
  const others = before.agreed.filter(({ file }) => file !== '' && file !== newest.file);
  const home = sheet.getParent().getId();
  const columns = [newest, ...others].map(({ text, file, shape }) => {
    // As the inside of a JSON string: line ends, control characters and lone surrogates survive whatever a cell does to them.
    const encoded = JSON.stringify(text).slice(1, -1);
    const head = [fingerprint(encoded), file, home, ...(shape === undefined ? [] : [shape])];
    return [logSourceHeader, head.join(' '), ...cut(encoded)];
  });
  const height = Math.max(...columns.map(({ length }) => length), sheet.getLastRow());
  const width = Math.max(columns.length, sheet.getLastColumn());
  if (height > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), height - sheet.getMaxRows());
  if (width > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), width - sheet.getMaxColumns());
  const values = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => textValue(columns[column]?.[row] ?? '')),
  );
  sheet.getRange(1, 1, height, width).setValues(values);
}

function cut(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  while (from < text.length) {
    let to = Math.min(from + CELL_CHARACTERS, text.length);
    const lastUnit = text.charCodeAt(to - 1);
    // Never between the two halves of a character outside the basic plane.
    if (to < text.length && lastUnit >= 0xd800 && lastUnit <= 0xdbff) to -= 1;
    pieces.push(text.slice(from, to));
    from = to;
  }
  return pieces;
}
