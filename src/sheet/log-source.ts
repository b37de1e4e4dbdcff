// The texts that register and logs agreed on, kept in a hidden sheet, cut into cells; what exports and merges are measured against.
//
// A column each, newest first: of every file in Drive the text last agreed on with it, and of the logs that were brought in the newest ones
// by their names; parties that agreed on the same text share its column. Behind them may stand one with fingerprints of what was agreed on
// earlier.
import { fingerprint } from '../domain/fingerprint.ts';
import { logSourceHeader } from '../domain/messages.ts';
import { textValue, writeValues } from './cell.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Below Sheets' limit of 50,000 characters a cell. */
const CELL_CHARACTERS = 45_000;

/** A text that the register agreed on with somebody. */
export interface Agreed {
  text: string;
  /** With whom: a file's ID in Drive, `import:` and the fingerprint of a log's name, or `''` for pasted text. */
  party: string;
  /**
   * Of the parts that the text lacks: a fingerprint of what the settings said of them then. Releases before 0.2 did not keep that; undefined
   * for their texts.
   */
  absent?: Readonly<Record<string, string>> | undefined;
  /** How the text is read, where it has not the template's shape: JSON without blanks. */
  shape?: string | undefined;
}

export interface LogSource {
  /**
   * `none` before the first import or export; `damaged` if somebody changed cells, whose texts are left out; `copied` if they came with a
   * copied spreadsheet: its files are the original's.
   */
  state: 'kept' | 'none' | 'damaged' | 'copied';
  /** Newest first. */
  agreed: Agreed[];
  /** Fingerprints of field texts and list items that were agreed on and replaced since, newest last. */
  earlier: string[];
  /** What was begun and is not finished, as it was written down. */
  begun?: string | undefined;
  /** How many columns there are. */
  width: number;
}

/** The column of `earlier`, where a text's has its party. */
const EARLIER = 'earlier:';

/** The same for `begun`. */
const BEGUN = 'begun:';

/** So many fingerprints are kept: enough for years of a large log, in a few cells. */
const MOST_EARLIER = 20_000;

/** Reads the kept texts with one read. */
export function readLogSource(sheet: Sheet): LogSource {
  const source: LogSource = { state: 'none', agreed: [], earlier: [], width: 0 };
  const rows = sheet.getLastRow();
  if (rows < 2) return source;
  const cells = sheet.getRange(2, 1, rows - 1, sheet.getLastColumn()).getValues();
  const home = sheet.getParent().getId();
  source.width = cells[0]?.length ?? 0;
  for (const [column, first] of (cells[0] ?? []).entries()) {
    if (first === '' && column > 0) continue;
    const [seal, parties = '', origin = home, absent, shape] = String(first).split(' ');
    const encoded = cells
      .slice(1)
      .map((row) => String(row[column]))
      .join('');
    if (parties === BEGUN) {
      if (seal === fingerprint(encoded) && origin === home) source.begun = encoded;
      continue;
    }
    if (seal !== fingerprint(encoded)) {
      source.state = 'damaged';
      continue;
    }
    if (source.state === 'none') source.state = 'kept';
    if (origin !== home && source.state === 'kept') source.state = 'copied';
    if (parties === EARLIER) {
      source.earlier = encoded.split(' ');
      continue;
    }
    const text: string = JSON.parse(`"${encoded}"`);
    for (const party of parties.split(',')) source.agreed.push({ text, party, absent: absentParts(absent), shape });
  }
  return source;
}

/** `title:fingerprint,tagline:fingerprint`, or a hyphen. */
function absentParts(word: string | undefined): Agreed['absent'] {
  if (word === undefined) return undefined;
  const parts = word.split(',').map((part): [string, string] => {
    const colon = part.indexOf(':');
    return [part.slice(0, colon), part.slice(colon + 1)];
  });
  return Object.fromEntries(parts.filter(([key]) => key !== ''));
}

function absentWord(absent: Agreed['absent']): string[] {
  if (absent === undefined) return [];
  const parts = Object.entries(absent).map((part) => part.join(':'));
  return [parts.length === 0 ? '-' : parts.join(',')];
}

function columnOf(
  home: string,
  encoded: string,
  party: string,
  more: readonly string[] = [],
  seal = fingerprint(encoded),
): string[] {
  return [logSourceHeader, [seal, party, home, ...more].join(' '), ...cut(encoded)];
}

/** Writes down what is begun, behind all that is kept; what is kept next takes its place. `seal` is its fingerprint. */
export function writeBegun(sheet: Sheet, { width }: LogSource, begun: string, seal: string): void {
  const cells = columnOf(sheet.getParent().getId(), begun, BEGUN, [], seal);
  makeRoom(sheet, cells.length, width + 1);
  const column = sheet.getRange(1, width + 1, cells.length, 1);
  writeValues(
    column,
    cells.map((cell) => [textValue(cell)]),
  );
}

export function clearBegun(sheet: Sheet, { width }: LogSource): void {
  if (width < sheet.getMaxColumns()) sheet.getRange(1, width + 1, sheet.getMaxRows(), 1).clearContent();
}

function makeRoom(sheet: Sheet, height: number, width: number): void {
  if (height > sheet.getMaxRows()) sheet.insertRowsAfter(sheet.getMaxRows(), height - sheet.getMaxRows());
  if (width > sheet.getMaxColumns()) sheet.insertColumnsAfter(sheet.getMaxColumns(), width - sheet.getMaxColumns());
}

/** Writes what is to be kept, newest first, with one write. */
export function writeLogSource(sheet: Sheet, { agreed, earlier }: Pick<LogSource, 'agreed' | 'earlier'>): void {
  const home = sheet.getParent().getId();
  const column = (encoded: string, party: string, more?: readonly string[]) => columnOf(home, encoded, party, more);
  const columns = sameTexts(agreed).map(([{ text, absent, shape }, parties]) =>
    // As the inside of a JSON string: line ends, control characters and lone surrogates survive whatever a cell does to them.
    column(JSON.stringify(text).slice(1, -1), parties.join(','), [
      ...absentWord(absent),
      ...(shape === undefined ? [] : [shape]),
    ]),
  );
  if (earlier.length > 0) columns.push(column(earlier.slice(-MOST_EARLIER).join(' '), EARLIER));
  const height = Math.max(...columns.map(({ length }) => length), sheet.getLastRow());
  const width = Math.max(columns.length, sheet.getLastColumn());
  makeRoom(sheet, height, width);
  const values = Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => textValue(columns[column]?.[row] ?? '')),
  );
  writeValues(sheet.getRange(1, 1, height, width), values);
}

/** What was agreed on with several parties alike, once, with all of them. */
function sameTexts(agreed: readonly Agreed[]): [Agreed, string[]][] {
  const columns: [Agreed, string[]][] = [];
  for (const one of agreed) {
    const word = absentWord(one.absent).join();
    const same = columns.find(([{ text, absent }]) => text === one.text && absentWord(absent).join() === word);
    if (same) same[1].push(one.party);
    else columns.push([one, [one.party]]);
  }
  return columns;
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
