// The log's last agreed text, kept in a hidden sheet, cut into cells; what the next export and merge are measured against.
import { sealOf } from '../domain/seal.ts';
import { textValue } from './cell.ts';

export const LOG_SOURCE_SHEET = 'Log source';

/** Below Sheets' limit of 50,000 characters a cell. */
const CELL_CHARACTERS = 45_000;

const HEADER =
  'Kaizen Log keeps the last agreed text of the log here. Do not edit: it is how changes on both sides are told apart.';

/** `none` before the first import or export; `damaged` if somebody changed the cells. */
export type LogSource = { state: 'kept'; text: string } | { state: 'none' } | { state: 'damaged' };

/** Reads the kept text. */
export function readLogSource(sheet: GoogleAppsScript.Spreadsheet.Sheet): LogSource {
  const rows = sheet.getLastRow();
  if (rows < 2) return { state: 'none' };
  const cells = sheet.getRange(2, 1, rows - 1, 1).getValues();
  const [seal = '', ...pieces] = cells.map((row) => String(row[0]));
  const encoded = pieces.join('');
  if (seal !== sealOf(encoded)) return { state: 'damaged' };
  return { state: 'kept', text: JSON.parse(`"${encoded}"`) };
}

/** Replaces the kept text. */
export function writeLogSource(sheet: GoogleAppsScript.Spreadsheet.Sheet, text: string): void {
  // As the inside of a JSON string: line ends, control characters and lone surrogates survive whatever a cell does to them.
  const encoded = JSON.stringify(text).slice(1, -1);
  const cells = [HEADER, sealOf(encoded), ...cut(encoded)];
  const missing = cells.length - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const rows = Math.max(cells.length, sheet.getLastRow());
  sheet.getRange(1, 1, rows, 1).setValues(Array.from({ length: rows }, (_, row) => [textValue(cells[row] ?? '')]));
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
