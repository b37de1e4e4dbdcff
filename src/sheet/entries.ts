// The sheets Patterns and Rules: an entry a row, its columns found by their headers; people's own columns are labels of the file.

import { emptyExperiment } from '../domain/experiment/template.ts';
import type { EntryKind } from '../domain/learnt/entry-kinds.ts';
import { type Entry, type EntryField, KINDS } from '../domain/learnt/kinds.ts';
import type { Settings } from '../domain/register/settings.ts';
import { UserError } from '../domain/user-error.ts';
import { joinOther, splitOther, valueOfItem } from '../log/index.ts';
import { type CellValue, dateValue, readerFor, textValue } from './cell.ts';
import { formatEntries } from './looks/entries.ts';
import { ensureSheet, foreignName, sourceSheet } from './own-sheets.ts';
import { readAll } from './register.ts';
import { NO_UNDO, type Undo } from './restoring.ts';
import { appendRows, cellsAt, deleteFound, writeFound } from './rows/candidate-door.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** An entry and the sheet's row, from 1, that holds it. */
export interface EntryRow {
  row: number;
  entry: Entry;
}

/** A kind's sheet as it was read. */
export interface EntryTable {
  sheet: Sheet;
  kind: EntryKind;
  rows: EntryRow[];
  /** What the header calls the fields that it has. */
  called: ReadonlyMap<EntryField['key'], string>;
  /** The headers of people's own columns. */
  own: readonly string[];
}

/** Makes the kind's two sheets where they are missing, and gives them their looks. A sheet of somebody's own that is called so stays theirs. */
export function ensureEntrySheets(spreadsheet: Spreadsheet, kind: EntryKind, settings: Settings): void {
  const { sheet: name, fields } = KINDS[kind];
  const beside = sourceSheet(kind);
  const before = spreadsheet.getActiveSheet();
  const last = spreadsheet.getSheets().length;
  const sheet = ensureSheet(spreadsheet, name, last, foreignName(spreadsheet, name));
  const source = ensureSheet(spreadsheet, beside, last + 1, foreignName(spreadsheet, beside));
  if (!source.isSheetHidden()) source.hideSheet();
  if (sheet.getLastRow() === 0) {
    const header = sheet.getRange(1, 1, 1, fields.length);
    header.setValues([fields.map(({ label }) => label)]);
    header.setNotes([fields.map(noteOf)]);
  }
  const places = placesIn(readAll(sheet)[0] ?? [], readEntries(sheet, kind));
  formatEntries(
    sheet,
    fields.flatMap((field, at) => ((places[at] ?? -1) < 0 ? [] : [{ field, number: (places[at] ?? 0) + 1 }])),
    settings,
  );
  spreadsheet.setActiveSheet(before);
}

/** What a header's note says: by it a column is known that has another name. */
const noteOf = ({ label, note }: EntryField): string => `${label}: ${note}`;

/** Reads a kind's sheet, with one read, and one for the notes where people call a column otherwise. Throws a UserError if one is missing. */
export function readEntries(sheet: Sheet, kind: EntryKind): EntryTable {
  const { fields } = KINDS[kind];
  const [header = [], ...values] = readAll(sheet);
  const names = header.map((name) => String(name).trim());
  const called = new Map<EntryField['key'], string>();
  for (const { key, label } of fields) {
    const name = names.find((each) => each.toLowerCase() === label.toLowerCase());
    if (name !== undefined) called.set(key, name);
  }
  const lost = fields.filter(({ key }) => !called.has(key));
  const notes = lost.length === 0 ? [] : (sheet.getRange(1, 1, 1, header.length).getNotes()[0] ?? []);
  for (const field of lost) {
    const name = names[notes.indexOf(noteOf(field))] ?? '';
    if (name !== '') called.set(field.key, name);
    // What a team does without it may delete; without these an entry would not be one.
    else if (field.key === 'id' || field.key === 'title')
      throw new UserError('column-missing', field.label, sheet.getName());
  }
  const taken = new Set(called.values());
  const own = names.filter(
    (name, at) => /^[^*:：\s][^*:：\n]*$/.test(name) && !taken.has(name) && names.indexOf(name) === at,
  );
  const read = readerFor(sheet.getParent());
  const rows = values.map((cells, index) => {
    const text = (name: string | undefined) => (name === undefined ? '' : read(cells[names.indexOf(name)] ?? ''));
    const entry = emptyExperiment();
    for (const { key } of fields) entry[key] = text(called.get(key));
    const labels = own.flatMap((name) => (text(name) === '' ? [] : [`**${name}:** ${text(name)}`]));
    entry.other = joinOther([...labels, ...(entry.other === '' ? [] : [entry.other])]);
    return { row: index + 2, entry };
  });
  return { sheet, kind, rows: rows.filter(isFilled), called, own };
}

const isFilled = ({ entry }: EntryRow): boolean => Object.values(entry).some((text) => text !== '');

/** Where the columns are in a header, from 0: of the fields, then of people's own; -1 for one that is gone. */
function placesIn(
  header: readonly CellValue[],
  { kind, called, own }: Pick<EntryTable, 'kind' | 'called' | 'own'>,
): number[] {
  const names = header.map((name) => String(name).trim());
  return [...KINDS[kind].fields.map(({ key }) => called.get(key)), ...own].map((name) =>
    name === undefined ? -1 : names.indexOf(name),
  );
}

/** What an entry's cells say, in the order of `placesIn`: a label that has a column stands there. */
function textsOf({ kind, called, own }: EntryTable, entry: Entry): string[] {
  const items = entry.other === '' ? [] : splitOther(entry.other);
  const ofOwn = own.map((name) => {
    const at = items.findIndex((item) => item.label === name && !valueOfItem(item).includes('\n'));
    const [found] = at < 0 ? [] : items.splice(at, 1);
    return found === undefined ? '' : valueOfItem(found);
  });
  const other = called.has('other') ? joinOther(items.map(({ text }) => text)) : '';
  return [...KINDS[kind].fields.map(({ key }) => (key === 'other' ? other : entry[key])), ...ofOwn];
}

/** Adds entries below the last; `undo` is told beforehand how that is taken back. */
export function addEntries(table: EntryTable, entries: readonly Entry[], undo: Undo = NO_UNDO): void {
  if (entries.length === 0) return;
  const texts = entries.map((entry) => valuesOf(table, textsOf(table, entry)));
  undo(() => removeEntries(table, entries));
  const there = placesIn([...table.called.values(), ...table.own], table);
  appendRows(
    table.sheet,
    (header) => placesIn(header, table).filter((_, at) => (there[at] ?? -1) >= 0),
    texts.map((values) => values.filter((_, at) => (there[at] ?? -1) >= 0)),
  );
}

function valuesOf({ kind }: EntryTable, texts: readonly string[]): CellValue[] {
  const { fields } = KINDS[kind];
  return texts.map((text, at) => (fields[at]?.kind === 'date' ? dateValue(text) : textValue(text)));
}

/** A row as it was read, and what it is to say. */
export type WantedEntry = readonly [EntryRow, Entry];

/** Writes what rows are to say, wherever they stand by now: only the cells whose text changes. `undo` is told how that is taken back. */
export function writeEntries(table: EntryTable, wanted: readonly WantedEntry[], undo: Undo = NO_UNDO): void {
  const changes = wanted.flatMap(([row, entry]) => {
    const [before, after] = [textsOf(table, row.entry), textsOf(table, entry)];
    return isSame(before, after) ? [] : [{ row, entry, before, after }];
  });
  if (changes.length === 0) return;
  undo(() =>
    writeEntries(
      table,
      changes.map(({ row, entry }) => [{ ...row, entry }, row.entry]),
    ),
  );
  const find = rowFinder(table);
  writeFound(
    table.sheet,
    changes.map(({ row, before, after }) => ({
      find: find(row.row, before),
      wantedIn: (header) => {
        const values = valuesOf(table, after);
        const changed = placesIn(header, table).flatMap((place, at) =>
          place < 0 || before[at] === after[at] ? [] : [[place, values[at] ?? ''] as const],
        );
        return cellsAt(
          changed.map(([place]) => place),
          changed.map(([, value]) => value),
        );
      },
    })),
  );
}

/** Takes entries out, each wherever it stands by now, and only where it says what it said. */
export function removeEntries(table: EntryTable, entries: readonly Entry[], undo: Undo = NO_UNDO): void {
  if (entries.length === 0) return;
  const wanted = entries.map((entry) => textsOf(table, entry));
  deleteFound(
    table.sheet,
    (values) => {
      const left = [...wanted];
      return linesIn(table, values).flatMap((texts, row) => {
        const at = row === 0 ? -1 : left.findIndex((each) => isSame(each, texts));
        if (at >= 0) left.splice(at, 1);
        return at < 0 ? [] : [row];
      });
    },
    undo,
  );
}

/** Finds rows by what they say, from 0: one that has not moved, else the first. What the sheet says is read once for all of them. */
function rowFinder(table: EntryTable) {
  let seen: readonly CellValue[][] | undefined;
  let lines: string[][] = [];
  return (row: number, said: readonly string[]) =>
    (values: readonly CellValue[][]): number => {
      if (values !== seen) lines = linesIn(table, values);
      seen = values;
      const isIt = (texts: readonly string[] | undefined, at: number) =>
        at > 0 && texts !== undefined && isSame(said, texts);
      return isIt(lines[row - 1], row - 1) ? row - 1 : lines.findIndex(isIt);
    };
}

function linesIn(table: EntryTable, values: readonly CellValue[][]): string[][] {
  const read = readerFor(table.sheet.getParent());
  const places = placesIn(values[0] ?? [], table);
  return values.map((cells) => places.map((place) => (place < 0 ? '' : read(cells[place] ?? ''))));
}

/** Whether a row says this in the columns that there are. */
const isSame = (said: readonly string[], texts: readonly string[]): boolean =>
  said.every((text, at) => text === texts[at]);
