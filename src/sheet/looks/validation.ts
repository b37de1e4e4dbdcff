// What the Experiments sheet lets in: a rule for each column whose field's kind has one.
import { ratingOf, scoringOf } from '../../domain/experiment/scoring.ts';
import { choicesOf, type Field, isOffered } from '../../domain/experiment/template.ts';
import { entryHelp } from '../../domain/messages.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { applyWherePossible, whileItShrinks } from '../best-effort.ts';
import { isIsoDate, isReadOtherwise } from '../cell.ts';
import { COLUMNS, type Column, type ColumnPlaces, lastExperiment, placedColumns, rowsBelow } from '../columns.ts';
import { MOST_CHOICES } from '../settings.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Rule = GoogleAppsScript.Spreadsheet.DataValidation;

/** True for a column whose entries a rule judges. */
export function isRuled({ field, derived }: Column): boolean {
  return !derived && field !== undefined && (field.kind === 'date' || field.kind === 'number' || isSuggested(field));
}

/** The columns that have rules. */
export const RULED: readonly Column[] = COLUMNS.filter(isRuled);

/** True for a column whose cells have a dropdown's arrow. */
export function hasArrow(column: Column): boolean {
  return isRuled(column) && column.field !== undefined && isSuggested(column.field);
}

/** Whether a field's cells offer words: its own, or for a person those that stand in the column. */
function isSuggested({ choices, kind }: Field): boolean {
  return choices !== undefined || kind === 'person';
}

/** So many rows below the last experiment are made ready: they have the arrows of their dropdowns, and their height before anything is typed. */
const ROWS_AHEAD = 20;

/** How many rows below the header are made ready, where the last experiment is in row `last` and `rows` rows are below the header. */
export function readyRows(last: number, rows: number): number {
  return Math.min(rows, last - 1 + ROWS_AHEAD);
}

/** The rules on what may be entered, down to the sheet's end; `only`: of these columns; `last`: the row of the last experiment. */
export function setValidation(
  sheet: Sheet,
  places: ColumnPlaces,
  settings: Settings,
  only: (column: Column) => boolean = isRuled,
  last = lastExperiment(sheet, places),
  rows = rowsBelow(sheet),
): void {
  const shown = readyRows(last, rows);
  for (const column of placedColumns(places).filter(only)) {
    const { field, number } = column;
    const whole = () => sheet.getRange(2, number, rows, 1);
    const ruled = (first: number, count: number, isShown: boolean) => {
      const rule = field === undefined ? null : ruleOf(field, settings, isShown, whole);
      if (count > 0) sheet.getRange(first, number, count, 1).setDataValidation(rule);
    };
    const withArrow = hasArrow(column) ? shown : rows;
    ruled(2, withArrow, true);
    // A paste far below is judged all the same.
    ruled(2 + withArrow, rows - withArrow, false);
  }
}

/**
 * Takes the register's rules out of people's own columns: an inserted column gets those of its neighbour. A rule is the register's where its
 * help is.
 */
export function clearInherited(sheet: Sheet, places: ColumnPlaces, settings: Settings): void {
  const ours = new Set(placedColumns(places).map(({ number }) => number));
  const helps = new Set<string | null | undefined>([
    entryHelp.person,
    ...RULED.flatMap(({ field }) => (field && ruleOf(field, settings)?.getHelpText()) ?? []),
  ]);
  const own = Array.from({ length: sheet.getLastColumn() }, (_, at) => at + 1).filter((number) => !ours.has(number));
  for (const column of own) {
    const range = sheet.getRange(2, column, rowsBelow(sheet), 1);
    const rules = range.getDataValidations();
    if (!rules.some(([rule]) => helps.has(rule?.getHelpText()))) continue;
    range.setDataValidations(rules.map(([rule = null]) => [helps.has(rule?.getHelpText()) ? null : rule]));
  }
}

/** The dropdowns whose words come from the settings. */
export function setSettingsChoices(sheet: Sheet, places: ColumnPlaces, settings: Settings): void {
  const chosen = placedColumns(places).filter(({ field }) => typeof field?.choices === 'string');
  whileItShrinks(() => {
    applyWherePossible(sheet, chosen, (columns) => {
      setValidation(sheet, places, settings, ({ key }) => columns.some((column) => column.key === key));
    });
  });
}

/** Takes the rules off the columns that have one, until the next `setValidation`. */
export function suspendValidation(sheet: Sheet, places: ColumnPlaces): void {
  const ruled = placedColumns(places).filter(isRuled);
  whileItShrinks(() => {
    const end = rowsBelow(sheet) + 1;
    applyWherePossible(sheet, ruled, (columns) => {
      sheet.getRangeList(columns.map(({ letters }) => `${letters}2:${letters}${end}`)).clearDataValidations();
    });
  });
}

/** True if the register's rules let this text stand in this column. */
export function isAllowed(column: Column, text: string, settings: Settings): boolean {
  if (text === '' || column.field === undefined) return true;
  if (column.kind === 'number') return isInRange(text, settings);
  return column.kind === 'date' ? isIsoDate(text) : isOffered(column.field, text, settings);
}

/** Lets in what may be rated; `cell` is the first that the rule is for. */
export function ratingRule(setting: string, cell = 'A2'): Rule {
  const { least, most } = scoringOf(setting) ?? {};
  const limits = [`ISNUMBER(${cell})`, ...limit(cell, '>=', least), ...limit(cell, '<=', most)];
  return SpreadsheetApp.newDataValidation()
    .requireFormulaSatisfied(`=1*${limits.join('*')}=1`)
    .setAllowInvalid(false)
    .setHelpText(entryHelp.number(least, most))
    .build();
}

function isInRange(text: string, settings: Settings): boolean {
  const { least = -Infinity, most = Infinity } = scoringOf(settings.scoring) ?? {};
  const value = String(ratingOf(text)) === text ? Number(text) : Number.NaN;
  return value >= least && value <= most;
}

const limit = (cell: string, sign: string, value?: number) => (value === undefined ? [] : [`(${cell}${sign}${value})`]);

/** A dropdown beside which other words may be written. */
export function openList(values: readonly string[], help: string): Rule {
  return listRule(values, true, help);
}

/** A list that offers what it may itself not let in refuses nothing: what is not offered is told in Findings. */
function listRule(values: readonly string[], allowInvalid: boolean, help: string, hasArrow = true): Rule {
  return SpreadsheetApp.newDataValidation()
    .requireValueInList(values.slice(0, MOST_CHOICES), hasArrow)
    .setAllowInvalid(allowInvalid || values.length > MOST_CHOICES || values.some(isReadOtherwise))
    .setHelpText(help)
    .build();
}

/** `column`: the cells of a field that offers what stands in them. */
function ruleOf(
  field: Field,
  settings: Settings,
  hasArrow = true,
  column?: () => GoogleAppsScript.Spreadsheet.Range,
): Rule | null {
  if (field.kind === 'person') {
    if (column === undefined) return null;
    return SpreadsheetApp.newDataValidation()
      .requireValueInRange(column(), hasArrow)
      .setAllowInvalid(true)
      .setHelpText(entryHelp.person)
      .build();
  }
  if (field.kind === 'date') {
    return SpreadsheetApp.newDataValidation().requireDate().setAllowInvalid(false).setHelpText(entryHelp.date).build();
  }
  if (field.kind === 'number') {
    return ratingRule(settings.scoring, column?.().getA1Notation().split(':')[0]);
  }
  const words = choicesOf(field, settings);
  if (words.length === 0) return null;
  return field.kind === 'choice'
    ? listRule(words, false, entryHelp.choice(words), hasArrow)
    : listRule(words, true, entryHelp.openChoice, hasArrow);
}
