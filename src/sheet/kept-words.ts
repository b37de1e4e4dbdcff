// What the register keeps of its log's words, shown beside the settings: an import writes it, and another import changes it.
import { keptWordsWords as words } from '../domain/messages.ts';
import { type CellValue, textValue, writeValues } from './cell.ts';

/** The first column, from 1: one is empty behind the lists of the settings. */
const FIRST = 13;

/**
 * Shows a row a word: the word, what it is, and what it means. `cells` are the sheet's as they were read; where somebody has written into
 * these columns they are left alone.
 */
export function showKeptWords(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  cells: readonly (readonly CellValue[])[],
  rows: readonly (readonly [word: string, part: string, meaning: string])[],
): void {
  const there = cells.map((row) => words.header.map((_, index) => String(row[FIRST - 1 + index] ?? '')));
  const isOurs = there[0]?.join('\n') === words.header.join('\n');
  const isFree = there.flat().every((text) => text === '');
  if (!isOurs && (!isFree || rows.length === 0)) return;
  const last = FIRST - 1 + words.header.length;
  const shown = [words.header, ...rows].map((row) => row.map((text) => textValue(text)));
  while (isOurs && shown.length < there.length) shown.push(words.header.map(() => ''));
  if (sheet.getMaxColumns() < last) sheet.insertColumnsAfter(sheet.getMaxColumns(), last - sheet.getMaxColumns());
  if (sheet.getMaxRows() < shown.length) sheet.insertRowsAfter(sheet.getMaxRows(), shown.length - sheet.getMaxRows());
  writeValues(sheet.getRange(1, FIRST, shown.length, words.header.length), shown);
}
