// The Settings sheet: single values at the left, then the lists of entities, layers and related files, side by side.
import { LIGHT_TONES } from '../domain/colours.ts';
import { scoringKeys, scoringOf } from '../domain/experiment/scoring.ts';
import { WANTED_FIELDS } from '../domain/experiment/template.ts';
import { listWords, settingRefusals } from '../domain/messages.ts';
import { DEFAULT_SETTINGS, PREFIX, type Settings } from '../domain/register/settings.ts';
import { type CellValue, readerFor, textValue, writeValues } from './cell.ts';
import { COLUMNS } from './columns.ts';

type SingleKey = Exclude<keyof Settings, 'entities' | 'layers' | 'relatedFiles'>;

interface Single {
  key: SingleKey;
  label: string;
}

/** The headers of the single values. */
export const SINGLE_HEADER = ['Setting', 'Value'];

export const SINGLE_SETTINGS: readonly Single[] = [
  { key: 'title', label: 'Log title' },
  { key: 'tagline', label: 'Tagline' },
  { key: 'prefix', label: 'ID prefix' },
  { key: 'captureCommand', label: 'Capture command' },
  { key: 'fileName', label: 'File name' },
  { key: 'dueSoonDays', label: 'Due soon (days)' },
  { key: 'staleProposalDays', label: 'Stale proposal (days)' },
  { key: 'sprintDays', label: 'Sprint (days)' },
  { key: 'fiscalYearBegins', label: 'Fiscal year begins (month)' },
  { key: 'optionalFields', label: 'Optional fields' },
  { key: 'scoring', label: 'Scoring' },
];

/** Where the lists stand: first column from 1, headers. One empty column between them. */
export const SETTING_LISTS = [
  { column: 4, header: ['Entity'] },
  { column: 6, header: ['Layer', 'What We Improve', 'Example'] },
  { column: 10, header: ['Related file', 'Description'] },
] as const;

/** The optional fields that one names; scoring has a setting of its own. */
const NAMED_FIELDS = WANTED_FIELDS.filter(({ key }) => key !== 'score');

/** A dropdown of Google Sheets offers no more; what is beyond may be written all the same. */
export const MOST_CHOICES = 500;

const LAST_COLUMN = 11;

const LONGEST_FILE_NAME = 200;

/** Whether the sheet says any of the settings. */
export function hasSettings(sheet: GoogleAppsScript.Spreadsheet.Sheet): boolean {
  const labels = new Set<unknown>(SINGLE_SETTINGS.map(({ label }) => label));
  return sheet
    .getDataRange()
    .getValues()
    .some(([label]) => labels.has(label));
}

/** A setting that cannot be used; its default counts until it is mended. */
export interface WrongSetting {
  /** The sheet's row, from 1; absent where it is a whole list. */
  row?: number;
  message: string;
}

/** Reads the settings with one read. What is missing or wrong counts as its default. */
export function readSettings(sheet: GoogleAppsScript.Spreadsheet.Sheet): {
  settings: Settings;
  wrong: WrongSetting[];
  /** Nothing stands in the sheet at all: it was cleared, or made and not yet filled. */
  isEmpty: boolean;
  /** All its cells as they were read. */
  cells: readonly (readonly CellValue[])[];
} {
  const values: CellValue[][] = sheet.getDataRange().getValues();
  const read = readerFor(sheet.getParent());
  const rows = values.map((row) => row.map((value) => read(value).trim()));
  const settings: Settings = { ...DEFAULT_SETTINGS, optionalFields: [] };
  const wrong: WrongSetting[] = [];
  for (const { key, label } of SINGLE_SETTINGS) {
    const at = rows.findIndex((row) => row[0] === label);
    const message = at < 0 ? undefined : setSingle(settings, key, rows[at]?.[1] ?? '');
    if (message !== undefined) wrong.push({ row: at + 1, message });
  }
  const filled = (column: number) =>
    rows.slice(1).flatMap((row) => ((row[column - 1] ?? '') === '' ? [] : [row.slice(column - 1)]));
  const [entities, layers, relatedFiles] = SETTING_LISTS.map(({ column }) => filled(column));
  settings.entities = (entities ?? []).map(([name = '']) => name);
  settings.layers = (layers ?? []).map(([name = '', improves = '', example = '']) => ({ name, improves, example }));
  settings.relatedFiles = (relatedFiles ?? []).map(([path = '', description = '']) => ({ path, description }));
  wrong.push(...tooLong(settings));
  return { settings, wrong, isEmpty: rows.every((row) => row.every((text) => text === '')), cells: values };
}

/** Lists of which a dropdown offers the first so many only. */
function tooLong({ entities, layers }: Settings): WrongSetting[] {
  return [
    { list: listWords.entities, count: entities.length },
    { list: listWords.layers, count: layers.length },
  ]
    .filter(({ count }) => count > MOST_CHOICES)
    .map(({ list, count }) => ({ message: settingRefusals.longList(list, count, MOST_CHOICES) }));
}

/** Sets one setting, or says why the text cannot be used. An empty tagline is a choice, an empty title is not. */
function setSingle(settings: Settings, key: SingleKey, text: string): string | undefined {
  switch (key) {
    case 'dueSoonDays':
    case 'staleProposalDays':
    case 'sprintDays':
      if (!/^[1-9]\d{0,3}$/.test(text)) {
        return settingRefusals.noDays(text, settings[key]);
      }
      settings[key] = Number(text);
      return undefined;
    case 'fiscalYearBegins':
      if (!/^(?:[1-9]|1[0-2])?$/.test(text)) {
        return settingRefusals.noMonth(text);
      }
      settings[key] = Number(text);
      return undefined;
    case 'optionalFields': {
      const names = text.split(/[,;]/).flatMap((name) => name.trim().toLowerCase() || []);
      const named = NAMED_FIELDS.filter(({ label }) => names.includes(label.toLowerCase()));
      settings.optionalFields = named.map((field) => field.key);
      const offered = NAMED_FIELDS.map(({ label }) => label);
      return named.length === new Set(names).size ? undefined : settingRefusals.noField(text, offered);
    }
    case 'scoring': {
      const scoring = scoringOf(text);
      const isTaken = COLUMNS.some(
        ({ key, label }) => key !== 'points' && label.toLowerCase() === scoring?.header.toLowerCase(),
      );
      if (text !== '' && (scoring === undefined || isTaken)) return settingRefusals.noScoring(text);
      settings.scoring = text;
      settings.optionalFields = [...settings.optionalFields, ...scoringKeys(scoring)];
      return undefined;
    }
    case 'prefix':
      if (!PREFIX.test(text)) {
        return settingRefusals.noPrefix(text, settings.prefix);
      }
      settings.prefix = text;
      return undefined;
    case 'tagline':
      settings.tagline = text;
      return undefined;
    default:
      if (text === '') return settingRefusals.empty(settings[key]);
      if (key === 'fileName' && text.length > LONGEST_FILE_NAME) {
        return settingRefusals.tooLong(LONGEST_FILE_NAME, settings[key]);
      }
      settings[key] = text;
      return undefined;
  }
}

/** Marks the settings that cannot be used where they stand, with the reason as a note, and takes the marks off all others. */
export function markSettings(sheet: GoogleAppsScript.Spreadsheet.Sheet, wrong: readonly WrongSetting[]): void {
  const rows = SINGLE_SETTINGS.map((_, index) => wrong.find(({ row }) => row === index + 2));
  const values = sheet.getRange(2, 2, SINGLE_SETTINGS.length, 1);
  values.setNotes(rows.map((found) => [found?.message ?? '']));
  values.setBackgrounds(rows.map((found) => [found === undefined ? null : LIGHT_TONES['overdue-ground']]));
}

/** A setting as its cell says it. */
function singleText({ optionalFields, ...single }: Settings, key: SingleKey): string {
  if (key !== 'optionalFields') return String(single[key] || '');
  return NAMED_FIELDS.flatMap((field) => (optionalFields.includes(field.key) ? [field.label] : [])).join(', ');
}

/** Writes one setting where it stands, or below the others in a sheet of before there was such a setting. */
export function writeSetting(sheet: GoogleAppsScript.Spreadsheet.Sheet, key: SingleKey, settings: Settings): void {
  const { label } = SINGLE_SETTINGS.find((single) => single.key === key) ?? { label: '' };
  const labels = sheet.getRange(1, 1, sheet.getMaxRows(), 2).getValues();
  const at = labels.findIndex(([text]) => text === label);
  const row = at < 0 ? labels.findIndex(([text, value]) => text === '' && value === '') : at;
  if (row < 0) sheet.insertRowAfter(sheet.getMaxRows());
  const number = row < 0 ? labels.length + 1 : row + 1;
  writeValues(sheet.getRange(number, 1, 1, 2), [[label, textValue(singleText(settings, key))]]);
}

/** Gives a sheet of before there were some of the settings a row for each of these, as they are. */
export function completeSettings(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  { settings, cells }: ReturnType<typeof readSettings>,
): void {
  const labels = new Set(cells.map(([label]) => String(label).trim()));
  for (const { key, label } of SINGLE_SETTINGS) if (!labels.has(label)) writeSetting(sheet, key, settings);
}

/** Replaces everything that the sheet says with these settings. */
export function writeSettings(sheet: GoogleAppsScript.Spreadsheet.Sheet, settings: Settings): void {
  const rows =
    1 +
    Math.max(SINGLE_SETTINGS.length, settings.entities.length, settings.layers.length, settings.relatedFiles.length);
  const cells: string[][] = Array.from({ length: rows }, () => Array<string>(LAST_COLUMN).fill(''));
  const put = (row: number, column: number, texts: readonly string[]) => {
    texts.forEach((text, index) => {
      const line = cells[row];
      if (line !== undefined) line[column - 1 + index] = textValue(text);
    });
  };
  put(0, 1, SINGLE_HEADER);
  for (const [index, { key, label }] of SINGLE_SETTINGS.entries())
    put(index + 1, 1, [label, singleText(settings, key)]);
  const lists: string[][][] = [
    settings.entities.map((name) => [name]),
    settings.layers.map(({ name, improves, example }) => [name, improves, example]),
    settings.relatedFiles.map(({ path, description }) => [path, description]),
  ];
  SETTING_LISTS.forEach(({ column, header }, list) => {
    put(0, column, header);
    for (const [index, texts] of (lists[list] ?? []).entries()) put(index + 1, column, texts);
  });
  const missing = rows - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  const height = Math.max(rows, sheet.getLastRow());
  while (cells.length < height) cells.push(Array<string>(LAST_COLUMN).fill(''));
  writeValues(sheet.getRange(1, 1, height, LAST_COLUMN), cells);
}
