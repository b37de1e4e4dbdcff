// A team's own tab kept whole in a hidden copy beside it, and given back from there: cells, formulas, formats, rules and highlights.
import { tryWherePossible } from '../best-effort.ts';
import { runsOf, unprotectDerived } from './formatting.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** In characters; Google takes no more. */
const LONGEST_NAME = 100;

/** Copies a sheet, behind all others and hidden, under this name or one with a number behind it. */
export function copyTab(sheet: Sheet, name: string): Sheet {
  const spreadsheet = sheet.getParent();
  const copy = sheet.copyTo(spreadsheet).hideSheet();
  const taken = new Set(spreadsheet.getSheets().map((each) => each.getName().toLowerCase()));
  const short = name.slice(0, LONGEST_NAME - 4);
  let wanted = short;
  for (let count = 2; taken.has(wanted.toLowerCase()); count += 1) wanted = `${short} ${count}`;
  return copy.setName(wanted);
}

/** The sheet with that ID, as properties keep it; null where there is none. */
export function sheetOf(spreadsheet: Spreadsheet, id: string): Sheet | null {
  return id === '' ? null : spreadsheet.getSheetById(Number(id));
}

/**
 * Makes a sheet what its copy is; so many of its first columns are the tab's own, and these of its rows, from 1, are new. Can be done again after
 * it ended half-way.
 */
export function bringBack(sheet: Sheet, copy: Sheet, own: number, news: readonly number[] = []): void {
  const [rows, columns] = [copy.getMaxRows(), copy.getMaxColumns()];
  const [moreRows, moreColumns] = [rows - sheet.getMaxRows(), columns - sheet.getMaxColumns()];
  if (moreRows > 0) sheet.insertRowsAfter(sheet.getMaxRows(), moreRows);
  if (moreColumns > 0) sheet.insertColumnsAfter(sheet.getMaxColumns(), moreColumns);
  sheet.clearConditionalFormatRules();
  sheet.clear({ contentsOnly: true });
  sheet.clearNotes();
  tryWherePossible(
    sheet,
    () => sheet.clear({ formatOnly: true }),
    () => sheet.getRange(1, 1, sheet.getMaxRows(), sheet.getMaxColumns()).clearDataValidations(),
  );
  sheet.setFrozenRows(0);
  sheet.setFrozenColumns(0);
  if (moreRows < 0) sheet.deleteRows(rows + 1, -moreRows);
  if (moreColumns < 0) sheet.deleteColumns(columns + 1, -moreColumns);
  const from = copy.getRange(1, 1, rows, columns);
  if (!tryWherePossible(sheet, () => from.copyTo(sheet.getRange(1, 1)))) copyToTable(from, sheet, own, news);
  const highlights = copy.getConditionalFormatRules().map((rule) => {
    const ranges = rule.getRanges().map((range) => sheet.getRange(range.getA1Notation()));
    return rule.copy().setRanges(ranges).build();
  });
  sheet.setConditionalFormatRules(highlights);
  sheet.setFrozenRows(copy.getFrozenRows());
  sheet.setFrozenColumns(copy.getFrozenColumns());
  unprotectDerived(sheet);
  for (let column = 1; column <= columns; column += 1) {
    const [width, isHidden] = [copy.getColumnWidth(column), copy.isColumnHiddenByUser(column)];
    if (sheet.getColumnWidth(column) !== width) sheet.setColumnWidth(column, width);
    if (sheet.isColumnHiddenByUser(column) === isHidden) continue;
    if (isHidden) sheet.hideColumns(column);
    else sheet.showColumns(column);
  }
}

/**
 * Copies what cells hold, and no looks or rules: the typed columns of a Table have their own, and the register gives none to the columns that a
 * tab has. Those that it added go and come anew.
 */
function copyToTable(
  from: GoogleAppsScript.Spreadsheet.Range,
  sheet: Sheet,
  own: number,
  news: readonly number[],
): void {
  from.copyTo(sheet.getRange(1, 1), { contentsOnly: true });
  // Of a formula that may be its value alone.
  for (const [row, line] of from.getFormulas().entries()) {
    for (const [column, formula] of line.entries()) {
      if (formula !== '') sheet.getRange(row + 1, column + 1).setFormula(formula);
    }
  }
  const [rows, columns] = [from.getNumRows(), from.getNumColumns()];
  sheet.getRange(1, 1, rows, columns).setNotes(from.getNotes());
  const copied = runsOf(news).map(([first, count]) => from.offset(first - 1, 0, count, columns));
  if (own < columns) {
    // Not beside the Table, which might take them in.
    sheet.insertColumnsAfter(columns, columns - own);
    sheet.deleteColumns(own + 1, columns - own);
    copied.push(from.offset(0, own, rows, columns - own));
  }
  tryWherePossible(
    sheet,
    ...copied.map((cells) => () => cells.copyTo(sheet.getRange(cells.getRow(), cells.getColumn()))),
  );
}

/** Takes rows out, from 1, in one call for each run of them. */
export function takeLinesOut(sheet: Sheet, lines: readonly number[]): void {
  for (const [first, count] of runsOf(lines).reverse()) sheet.deleteRows(first, count);
}

/** Makes room for them again where they stood, each as high as in the copy. */
export function putLinesBack(sheet: Sheet, copy: Sheet, lines: readonly number[]): void {
  for (const [first, count] of runsOf(lines)) {
    if (first > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), count);
    else sheet.insertRowsBefore(first, count);
    for (let row = first; row < first + count; row += 1) {
      const height = copy.getRowHeight(row);
      if (sheet.getRowHeight(row) !== height) sheet.setRowHeight(row, height);
    }
  }
}
