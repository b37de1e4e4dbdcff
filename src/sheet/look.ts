// How the sheets look and what they let in: headers, widths, validations, highlights, protections. Safe to apply at any time.

import type { Settings } from '../domain/settings.ts';
import { DECISIONS, EMPTY_TEXTS, STATUSES } from '../domain/template.ts';
import { CANDIDATE_HEADER } from './candidates.ts';
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
export function dressExperiments(sheet: Sheet, places: ColumnPlaces, settings: Settings): void {
  const rows = Math.max(sheet.getMaxRows() - 1, 1);
  const ours = COLUMNS.flatMap((column) => {
    const place = places.get(column.key);
    return place === undefined ? [] : [{ ...column, letters: columnLetters(place), number: place + 1 }];
  });
  const below = (columns: readonly { letters: string }[]) =>
    sheet.getRangeList(columns.map(({ letters }) => `${letters}2:${letters}${rows + 1}`));
  sheet.setFrozenRows(1);
  dressHeader(sheet.getRangeList(ours.map(({ letters }) => `${letters}1`)));
  for (const { key, note, width, number } of ours) {
    sheet.getRange(1, number).setNote(note);
    sheet.setColumnWidth(number, width);
    sheet.getRange(2, number, rows, 1).setDataValidation(validationOf(key, settings));
  }
  below(ours).setVerticalAlignment('top').setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
  below(ours.filter(({ kind }) => kind === 'date')).setNumberFormat('yyyy-mm-dd');
  below(ours.filter(({ kind }) => kind === 'text')).setNumberFormat('@');
  below(ours.filter(({ derived }) => derived)).setBackground(DERIVED_GROUND);
  if (places.get('id') === 0 && places.get('title') === 1) sheet.setFrozenColumns(2);
  highlight(sheet, places, rows);
  protectDerived(sheet, places);
}

/** The dropdowns that come from the settings: layers and entities. */
export function dressLists(sheet: Sheet, places: ColumnPlaces, settings: Settings): void {
  const rows = Math.max(sheet.getMaxRows() - 1, 1);
  for (const key of ['layer', 'entity'] as const) {
    const place = places.get(key);
    if (place !== undefined) sheet.getRange(2, place + 1, rows, 1).setDataValidation(validationOf(key, settings));
  }
}

/** Takes the rules off the columns that refuse entries, until the next `dressExperiments`. */
export function liftRules(sheet: Sheet, places: ColumnPlaces): void {
  for (const key of ['layer', 'status', 'decision', 'date'] as const) {
    const place = places.get(key);
    if (place !== undefined)
      sheet.getRange(2, place + 1, Math.max(sheet.getMaxRows() - 1, 1), 1).clearDataValidations();
  }
}

/** Widths in pixels, from the first column on. */
function setWidths(sheet: Sheet, widths: readonly number[]): void {
  for (const [index, width] of widths.entries()) sheet.setColumnWidth(index + 1, width);
}

function dressHeader(range: GoogleAppsScript.Spreadsheet.Range | GoogleAppsScript.Spreadsheet.RangeList): void {
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
  for (const { key, derived } of COLUMNS) {
    const place = places.get(key);
    if (!derived || place === undefined) continue;
    sheet
      .getRange(1, place + 1, sheet.getMaxRows(), 1)
      .protect()
      .setDescription(PROTECTED)
      .setWarningOnly(true);
  }
}

/** Header, widths and the layer's dropdown of the Candidates sheet. */
export function dressCandidates(sheet: Sheet, settings: Settings): void {
  const rows = Math.max(sheet.getMaxRows() - 1, 1);
  sheet.setFrozenRows(1);
  dressHeader(sheet.getRange(1, 1, 1, CANDIDATE_HEADER.length));
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
export function dressSettings(sheet: Sheet): void {
  sheet.setFrozenRows(1);
  setWidths(sheet, [170, 320, 30, 150, 30, 110, 320, 360, 30, 260, 260]);
  dressHeader(sheet.getRange(1, 1, 1, 2));
  for (const { column, header } of SETTING_LISTS) dressHeader(sheet.getRange(1, column, 1, header.length));
  sheet.getRange(2, 1, SINGLE_SETTINGS.length, 1).setNotes(SINGLE_SETTINGS.map(({ note }) => [note]));
  sheet
    .getRange(2, 1, Math.max(sheet.getMaxRows() - 1, 1), 11)
    .setNumberFormat('@')
    .setVerticalAlignment('top')
    .setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
}
