// How the sheets look: headers, widths, formats, and with them validations, highlights and protections. Safe to apply at any time.

import { LIGHT, SHEET_LINE } from '../../domain/colours.ts';
import { entryHelp, settingNotes } from '../../domain/messages.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { applyWherePossible, tryWherePossible } from '../best-effort.ts';
import { AUTOMATIC, textFormat } from '../cell.ts';
import {
  type Column,
  type ColumnPlaces,
  clearFirstHint,
  columnLetters,
  findColumns,
  ownNameNote,
  placedColumns,
  rowsBelow,
  setFirstHint,
} from '../columns.ts';
import { SETTING_LISTS, SINGLE_SETTINGS } from '../settings.ts';
import { setHighlights, TINTED } from './highlights.ts';
import { clearInherited, isRuled, openList, readyRows, setValidation } from './validation.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const DATES = 'yyyy-mm-dd';

/** The number format of a column: a new one has that of its neighbour, in which what is computed would be a date, or a formula a text. */
function formatOf({ kind }: Pick<Column, 'kind'>): string {
  if (kind === 'date') return DATES;
  return kind === 'text' ? textFormat() : AUTOMATIC;
}

/**
 * Header, widths, formats, validations and highlights of the Experiments sheet. Never touches a data cell's value. Columns of
 * these keys keep looks of their `own`.
 */
export function formatExperiments(
  sheet: Sheet,
  places: ColumnPlaces,
  settings: Settings,
  last: number,
  own: ReadonlySet<string>,
): void {
  sheet.setFrozenRows(1);
  const looks = lookedAfter(places, own);
  formatHeader(sheet.getRangeList(looks.map(({ letters }) => `${letters}1`)));
  setWidths(
    sheet,
    looks.map(({ number, width }) => [number, width]),
  );
  for (const { number } of placedColumns(places).filter(({ hidden }) => hidden)) sheet.hideColumns(number);
  if (places.get('id') === 0 && places.get('title') === 1) sheet.setFrozenColumns(2);
  // Registers of before had a tint here, which hid the grid's lines.
  belowIn(
    sheet,
    looks.filter(({ derived }) => derived),
  ).setBackground(null);
  drawLines(
    belowIn(
      sheet,
      looks.filter(({ key }) => TINTED.has(key)),
    ),
  );
  formatRows(sheet, places, settings, last, own, true);
}

/** Says in the notes of the headers which columns they are, and what the register calls those that people have called otherwise. */
export function noteHeader(sheet: Sheet, places: ColumnPlaces, header: readonly string[], settings: Settings): void {
  const ours = new Map(placedColumns(places).map((column) => [column.number, column]));
  const labelled = findColumns(header, settings.optionalFields).places;
  for (const [first, count] of runsOf([...ours.keys()])) {
    const notes = Array.from({ length: count }, (_, index) => {
      const column = ours.get(first + index);
      if (column === undefined) return '';
      return labelled.has(column.key) ? column.note : ownNameNote(column);
    });
    sheet.getRange(1, first, 1, count).setNotes([notes]);
  }
}

/** Hides what one seldom looks at, and lets the header stand apart, in a sheet whose columns are laid out anew. */
export function layOut(sheet: Sheet, places: ColumnPlaces): void {
  sheet.setRowHeightsForced(1, 1, HEADER_HEIGHT);
  const aside = placedColumns(places).flatMap((column) => (column.aside ? [column.number] : []));
  for (const [first, count] of runsOf(aside)) sheet.hideColumns(first, count);
}

/** In pixels: a little more than a line, so that the names stand apart from what is below them. */
const HEADER_HEIGHT = 30;

/** Of three lines, in pixels; a row's long texts are cut off there, and whole in the form. */
const ROW_HEIGHT = 54;

/** Makes the rows of all experiments, down to row `last`, and those that come next three lines high, or as high as their longest text. */
export function shapeRows(sheet: Sheet, last: number, isWhole: boolean): void {
  const count = readyRows(last, rowsBelow(sheet));
  if (isWhole) sheet.autoResizeRows(2, count);
  else sheet.setRowHeightsForced(2, count, ROW_HEIGHT);
}

/** The columns whose looks are the register's: not those that a team's own tab brought with it. */
function lookedAfter(places: ColumnPlaces, own: ReadonlySet<string>): ReturnType<typeof placedColumns> {
  return placedColumns(places).filter(({ key }) => !own.has(key));
}

/** Of `formatExperiments` what concerns the rows below the header, down to the sheet's end; of what is computed the format only where `isWhole`. */
export function formatRows(
  sheet: Sheet,
  places: ColumnPlaces,
  settings: Settings,
  last: number,
  own: ReadonlySet<string>,
  isWhole = false,
): void {
  const rows = rowsBelow(sheet);
  const ours = placedColumns(places);
  const below = (columns: readonly { letters: string }[]) => belowIn(sheet, columns, rows);
  const looks = lookedAfter(places, own);
  below(looks).setVerticalAlignment('top').setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
  applyWherePossible(sheet, ours, (columns) => {
    const formatted = columns.filter((column) => looks.some(({ key }) => key === column.key));
    const free = formatted.filter((column) => !isRuled(column));
    if (free.length > 0) below(free).clearDataValidations();
    setValidation(
      sheet,
      places,
      settings,
      (column) => isRuled(column) && columns.some(({ key }) => key === column.key),
      last,
      rows,
    );
    for (const format of new Set(formatted.map(formatOf))) {
      if (format === AUTOMATIC && !isWhole) continue;
      below(formatted.filter((column) => formatOf(column) === format)).setNumberFormat(format);
    }
  });
  tryWherePossible(sheet, () => clearInherited(sheet, places, settings));
  setHighlights(sheet, places, rows);
}

/** In an empty register says where one types first, and takes that away where rows have come: down to row `last`. */
export function hintFirst(sheet: Sheet, places: ColumnPlaces, last: number): void {
  (last < 2 ? setFirstHint : clearFirstHint)(sheet, places);
}

/** The cells of these columns below the header. */
export function belowIn(
  sheet: Sheet,
  columns: readonly { letters: string }[],
  rows = rowsBelow(sheet),
): GoogleAppsScript.Spreadsheet.RangeList {
  return sheet.getRangeList(columns.map(({ letters }) => `${letters}2:${letters}${rows + 1}`));
}

/** Columns, from 1, get their widths in pixels: neighbours of the same width together. */
export function setWidths(sheet: Sheet, widths: readonly (readonly [number, number])[]): void {
  for (const width of new Set(widths.map(([, each]) => each))) {
    const those = widths.flatMap(([column, each]) => (each === width ? [column] : []));
    for (const [first, count] of runsOf(those)) sheet.setColumnWidths(first, count, width);
  }
}

const fromFirst = (widths: readonly number[]) => widths.map((width, at) => [at + 1, width] as const);

type Cells = GoogleAppsScript.Spreadsheet.Range | GoogleAppsScript.Spreadsheet.RangeList;

export function formatHeader(cells: Cells): void {
  cells.setFontWeight('bold').setBackground(LIGHT.raised).setFontColor(LIGHT.ink).setVerticalAlignment('middle');
  drawLines(cells);
}

/** A ground covers the sheet's own grid lines: its cells get lines that look like them. */
function drawLines(cells: Cells): void {
  cells.setBorder(true, true, true, true, true, true, SHEET_LINE, SpreadsheetApp.BorderStyle.SOLID);
}

const PROTECTED = 'Kaizen Log keeps these columns; a change made by hand is overwritten.';

/** The columns the register keeps ask before somebody types into them, down to row `rows`. */
export function protectDerived(sheet: Sheet, places: ColumnPlaces, rows: number): void {
  const before = sheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .filter((protection) => protection.getDescription() === PROTECTED);
  const numbers = placedColumns(places).flatMap(({ derived, number }) => (derived ? [number] : []));
  const runs = runsOf(numbers);
  for (const [index, [first, count]] of runs.entries()) {
    const range = sheet.getRange(1, first, rows, count);
    const held = before[index];
    if (held === undefined) range.protect().setDescription(PROTECTED).setWarningOnly(true);
    else held.setRange(range);
  }
  for (const more of before.slice(runs.length)) more.remove();
}

/** Takes the register's own protections off again. */
export function unprotectDerived(sheet: Sheet): void {
  for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)) {
    if (protection.getDescription() === PROTECTED) protection.remove();
  }
}

/** Numbers as runs of neighbours: the first of each, and how many there are. */
export function runsOf(numbers: readonly number[]): [first: number, count: number][] {
  const runs: [first: number, count: number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[0] + last[1] === number) last[1]++;
    else runs.push([number, 1]);
  }
  return runs;
}

/** Header, widths and the layer's dropdown of the Candidates sheet. */
export function formatCandidates(sheet: Sheet, settings: Settings, places: readonly number[]): void {
  sheet.setFrozenRows(1);
  const rows = rowsBelow(sheet);
  const columns = places.map((place) => ({ letters: columnLetters(place) }));
  const [layer, , , added] = places.map((place) => sheet.getRange(2, place + 1, rows, 1));
  formatHeader(sheet.getRangeList(columns.map(({ letters }) => `${letters}1`)));
  const widths = [90, 420, 420, 95, 110];
  setWidths(
    sheet,
    places.map((place, at) => [place + 1, widths[at] ?? 0] as const),
  );
  const below = belowIn(sheet, columns, rows);
  below.setVerticalAlignment('top').setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
  const names = settings.layers.map((layer) => layer.name);
  const rule = names.length === 0 ? null : openList(names, entryHelp.candidateLayer);
  tryWherePossible(
    sheet,
    () => below.setNumberFormat(textFormat()),
    () => added?.setNumberFormat(DATES),
    () => layer?.setDataValidation(rule),
  );
}

/** Headers, widths and notes of the Settings sheet. */
export function formatSettings(sheet: Sheet): void {
  sheet.setFrozenRows(1);
  setWidths(sheet, fromFirst([170, 320, 30, 150, 30, 110, 320, 360, 30, 260, 260]));
  const lists = SETTING_LISTS.map(({ column, header }) => {
    return `${columnLetters(column - 1)}1:${columnLetters(column + header.length - 2)}1`;
  });
  formatHeader(sheet.getRangeList(['A1:B1', ...lists]));
  sheet.getRange(2, 1, SINGLE_SETTINGS.length, 1).setNotes(SINGLE_SETTINGS.map(({ key }) => [settingNotes[key]]));
  const below = sheet.getRange(2, 1, Math.max(sheet.getMaxRows() - 1, 1), 11);
  below.setVerticalAlignment('top').setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
  tryWherePossible(sheet, () => below.setNumberFormat(textFormat()));
}
