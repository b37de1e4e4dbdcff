// How the sheets look and what they let in: headers, widths, validations, highlights, protections. Safe to apply at any time.

import { DECISIONS, EMPTY_TEXTS, STATUSES } from '../domain/experiment/template.ts';
import type { Settings } from '../domain/register/settings.ts';
import { CANDIDATE_HEADER } from './candidates.ts';
import { isIsoDate } from './cell.ts';
import { COLUMNS, type ColumnKey, type ColumnPlaces, columnLetters } from './columns.ts';
import { MOST_CHOICES, SETTING_LISTS, SINGLE_SETTINGS } from './settings.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

// Dark text on light ground: every pair has a contrast of 7:1 or more.
const HEADER_GROUND = '#e8eaed';
const DERIVED_GROUND = '#f3f6fc';
const INK = '#202124';
const OVERDUE = { ground: '#fce8e6', ink: '#8c1d18' };
const DUE_SOON = { ground: '#fef7e0', ink: '#6b4a00' };
const CANNOT_DATE = { ground: '#e8eaf6', ink: '#283593' };
const STALE = { ground: '#efebe9', ink: '#4e342e' };
const MISSING = { ground: '#fde7f3', ink: '#7b1650' };
const CLOSED_INK = '#5f6368';

/** Marks the highlights as the register's own, so that people's rules on the same sheet are told apart and kept. */
const OWN_RULE = '*("Kaizen Log"<>"")';

/** Header, widths, formats, validations, highlights and protections of the Experiments sheet. Never touches a data cell's value. */
export function formatExperiments(sheet: Sheet, places: ColumnPlaces, settings: Settings): void {
  sheet.setFrozenRows(1);
  formatHeader(sheet.getRangeList(placed(places).map(({ letters }) => `${letters}1`)));
  for (const { note, width, number } of placed(places)) {
    sheet.getRange(1, number).setNote(note);
    sheet.setColumnWidth(number, width);
  }
  if (places.get('id') === 0 && places.get('title') === 1) sheet.setFrozenColumns(2);
  formatRows(sheet, places, settings);
}

/** Of `formatExperiments` what concerns the rows below the header, down to the sheet's end. */
export function formatRows(sheet: Sheet, places: ColumnPlaces, settings: Settings): void {
  const rows = rowsBelow(sheet);
  const ours = placed(places);
  const below = (columns: readonly { letters: string }[]) =>
    sheet.getRangeList(columns.map(({ letters }) => `${letters}2:${letters}${rows + 1}`));
  below(ours.filter(({ key }) => !RULED.includes(key))).clearDataValidations();
  formatRules(sheet, places, settings);
  below(ours).setVerticalAlignment('top').setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
  below(ours.filter(({ kind }) => kind === 'date')).setNumberFormat('yyyy-mm-dd');
  below(ours.filter(({ kind }) => kind === 'text')).setNumberFormat('@');
  below(ours.filter(({ derived }) => derived)).setBackground(DERIVED_GROUND);
  highlight(sheet, places, rows);
  protectDerived(sheet, places);
}

/** The register's columns that the sheet has, with their letters and their numbers from 1. */
function placed(places: ColumnPlaces) {
  return COLUMNS.flatMap((column) => {
    const place = places.get(column.key);
    return place === undefined ? [] : [{ ...column, letters: columnLetters(place), number: place + 1 }];
  });
}

const rowsBelow = (sheet: Sheet) => Math.max(sheet.getMaxRows() - 1, 1);

/** The columns whose entries a rule judges. */
const RULED: readonly ColumnKey[] = ['date', 'layer', 'entity', 'status', 'decision'];
/** Those of them that offer what the settings say. */
const LISTED: readonly ColumnKey[] = ['layer', 'entity'];

/** The rules on what may be entered, down to the sheet's end; `keys`: of these columns only. */
export function formatRules(
  sheet: Sheet,
  places: ColumnPlaces,
  settings: Settings,
  keys: readonly ColumnKey[] = RULED,
): void {
  for (const { key, number } of placed(places)) {
    if (keys.includes(key))
      sheet.getRange(2, number, rowsBelow(sheet), 1).setDataValidation(validationOf(key, settings));
  }
}

/** The dropdowns that come from the settings: layers and entities. */
export function formatLists(sheet: Sheet, places: ColumnPlaces, settings: Settings): void {
  formatRules(sheet, places, settings, LISTED);
}

/** Takes the rules off the columns that have one, until the next `formatRules`. */
export function suspendValidation(sheet: Sheet, places: ColumnPlaces): void {
  const ruled = placed(places).filter(({ key }) => RULED.includes(key));
  sheet
    .getRangeList(ruled.map(({ letters }) => `${letters}2:${letters}${rowsBelow(sheet) + 1}`))
    .clearDataValidations();
}

/** True if the register's rules let this text stand in this column. */
export function isOffered(key: ColumnKey, text: string, settings: Settings): boolean {
  if (text === '') return true;
  switch (key) {
    case 'layer':
      return settings.layers.length === 0 || settings.layers.some(({ name }) => name === text);
    case 'status':
      return STATUSES.some((status) => status === text);
    case 'decision':
      return DECISIONS.some((decision) => decision === text);
    case 'date':
      return isIsoDate(text);
    default:
      return true;
  }
}

/** Widths in pixels, from the first column on. */
function setWidths(sheet: Sheet, widths: readonly number[]): void {
  for (const [index, width] of widths.entries()) sheet.setColumnWidth(index + 1, width);
}

function formatHeader(range: GoogleAppsScript.Spreadsheet.Range | GoogleAppsScript.Spreadsheet.RangeList): void {
  range.setFontWeight('bold').setBackground(HEADER_GROUND).setFontColor(INK).setVerticalAlignment('middle');
}

function listRule(values: readonly string[], allowInvalid: boolean, help: string) {
  return SpreadsheetApp.newDataValidation()
    .requireValueInList(values.slice(0, MOST_CHOICES), true)
    .setAllowInvalid(allowInvalid || values.length > MOST_CHOICES)
    .setHelpText(help)
    .build();
}

function validationOf(key: ColumnKey, settings: Settings): GoogleAppsScript.Spreadsheet.DataValidation | null {
  const oneOf = (values: readonly string[]) =>
    `Choose ${values.slice(0, -1).join(', ')} or ${values[values.length - 1] ?? ''}.`;
  switch (key) {
    case 'layer': {
      const names = settings.layers.map((layer) => layer.name);
      return names.length === 0 ? null : listRule(names, false, oneOf(names));
    }
    case 'status':
      return listRule(STATUSES, false, oneOf(STATUSES));
    case 'decision':
      return listRule(DECISIONS, false, oneOf(DECISIONS));
    case 'entity':
      return settings.entities.length === 0
        ? null
        : listRule(settings.entities, true, 'Choose an entity or write your own words.');
    case 'date':
      return SpreadsheetApp.newDataValidation()
        .requireDate()
        .setAllowInvalid(false)
        .setHelpText('Write a date as yyyy-mm-dd, such as 2026-02-11.')
        .build();
    default:
      return null;
  }
}

/** Replaces the register's own highlights and keeps everybody else's, theirs first. */
function highlight(sheet: Sheet, places: ColumnPlaces, rows: number): void {
  const cell = (key: ColumnKey) => `$${columnLetters(places.get(key) ?? 0)}2`;
  const [status, due, timing] = [cell('status'), cell('due'), cell('timing')];
  const whole = sheet.getRange(2, 1, rows, Math.max(...places.values()) + 1);
  const columns = (...keys: ColumnKey[]) => keys.map((key) => sheet.getRange(2, (places.get(key) ?? 0) + 1, rows, 1));
  const own = (
    condition: string,
    ranges: GoogleAppsScript.Spreadsheet.Range[],
    look: { ground?: string; ink: string },
  ) => {
    const rule = SpreadsheetApp.newConditionalFormatRule()
      // Operators only: a comma or semicolon between arguments depends on the spreadsheet's locale.
      .whenFormulaSatisfied(`=${condition}${OWN_RULE}`)
      .setFontColor(look.ink)
      .setRanges(ranges);
    return (look.ground === undefined ? rule : rule.setBackground(look.ground)).build();
  };
  const isOwn = (rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule) => {
    const formula = rule.getBooleanCondition()?.getCriteriaValues()[0];
    return typeof formula === 'string' && formula.endsWith(OWN_RULE);
  };
  const empty = (key: ColumnKey) => ['', ...EMPTY_TEXTS].map((text) => `(${cell(key)}="${text}")`).join('+');
  const missing = (state: string, key: ColumnKey) =>
    own(`(${status}="${state}")*((${empty(key)})>0)`, columns(key), MISSING);
  const theirs = sheet.getConditionalFormatRules().filter((rule) => !isOwn(rule));
  sheet.setConditionalFormatRules([
    ...theirs,
    missing('Completed', 'actualResult'),
    missing('Completed', 'learning'),
    missing('Completed', 'decision'),
    missing('Dropped', 'learning'),
    missing('Dropped', 'decision'),
    own(`(${status}="Active")*(${due}<>"")*(${due}<TODAY())`, [whole], OVERDUE),
    own(`((${timing}="due soon")+(${timing}="due today"))`, columns('due', 'timing'), DUE_SOON),
    own(`(${timing}="cannot date")`, columns('duration', 'timing'), CANNOT_DATE),
    own(`(${timing}="stale")`, columns('date', 'timing'), STALE),
    own(`((${status}="Completed")+(${status}="Dropped"))`, [whole], { ink: CLOSED_INK }),
  ]);
}

const PROTECTED = 'Kaizen Log keeps these columns; a change made by hand is overwritten.';

/** The columns the register keeps ask before somebody types into them. */
function protectDerived(sheet: Sheet, places: ColumnPlaces): void {
  for (const protection of sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)) {
    if (protection.getDescription() === PROTECTED) protection.remove();
  }
  const numbers = placed(places).flatMap(({ derived, number }) => (derived ? [number] : []));
  for (const [first, count] of runsOf(numbers)) {
    sheet.getRange(1, first, sheet.getMaxRows(), count).protect().setDescription(PROTECTED).setWarningOnly(true);
  }
}

/** Numbers as runs of neighbours: the first of each, and how many there are. */
function runsOf(numbers: readonly number[]): [first: number, count: number][] {
  const runs: [first: number, count: number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[0] + last[1] === number) last[1]++;
    else runs.push([number, 1]);
  }
  return runs;
}

/** Header, widths and the layer's dropdown of the Candidates sheet. */
export function formatCandidates(sheet: Sheet, settings: Settings): void {
  const rows = Math.max(sheet.getMaxRows() - 1, 1);
  sheet.setFrozenRows(1);
  formatHeader(sheet.getRange(1, 1, 1, CANDIDATE_HEADER.length));
  setWidths(sheet, [90, 420, 420, 95, 110]);
  sheet
    .getRange(2, 1, rows, CANDIDATE_HEADER.length)
    .setNumberFormat('@')
    .setVerticalAlignment('top')
    .setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
  sheet.getRange(2, 4, rows, 1).setNumberFormat('yyyy-mm-dd');
  const names = settings.layers.map((layer) => layer.name);
  const layers = names.length === 0 ? null : listRule(names, true, 'Choose a layer or write your own word.');
  sheet.getRange(2, 1, rows, 1).setDataValidation(layers);
}

/** Headers, widths and notes of the Settings sheet. */
export function formatSettings(sheet: Sheet): void {
  sheet.setFrozenRows(1);
  setWidths(sheet, [170, 320, 30, 150, 30, 110, 320, 360, 30, 260, 260]);
  formatHeader(sheet.getRange(1, 1, 1, 2));
  for (const { column, header } of SETTING_LISTS) formatHeader(sheet.getRange(1, column, 1, header.length));
  sheet.getRange(2, 1, SINGLE_SETTINGS.length, 1).setNotes(SINGLE_SETTINGS.map(({ note }) => [note]));
  sheet
    .getRange(2, 1, Math.max(sheet.getMaxRows() - 1, 1), 11)
    .setNumberFormat('@')
    .setVerticalAlignment('top')
    .setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
}
