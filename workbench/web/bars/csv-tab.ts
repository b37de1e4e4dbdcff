// A file of separated values as a new tab: read in the page, so that a team can try its own list here.
import Papa from 'papaparse';
import type { BookSnapshot, PersonAction } from '../../protocol.ts';
import { showToast } from '../frames/layers.ts';

/** As Sheets has it. */
const LONGEST_NAME = 100;

interface Desk {
  /** As it stands now. */
  book: () => BookSnapshot | undefined;
  /** Says itself what is refused. */
  act: (action: PersonAction) => Promise<void>;
  /** Back to the cells. */
  focus: () => void;
}

/** Asks for a file and adds what it holds as a tab; a toast says where it went, or why not. */
export function openCsv(desk: Desk): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.csv,.tsv,.tab,.txt,text/csv,text/tab-separated-values';
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void addTab(file, desk).then(desk.focus);
  });
  input.addEventListener('cancel', desk.focus);
  input.click();
}

async function addTab(file: File, { book, act }: Desk): Promise<void> {
  const text = await file.arrayBuffer().then(
    (bytes) => textOf(new Uint8Array(bytes)),
    () => undefined,
  );
  if (text === undefined) {
    showToast(file.name, 'The file could not be read: save it once more, and choose it again.', 10);
    return;
  }
  const rows = Papa.parse<string[]>(text, { delimitersToGuess: [',', ';', '\t', '|'] }).data;
  // The last line ends, too.
  while (rows[rows.length - 1]?.every((cell) => cell.trim() === '')) rows.pop();
  if (rows.length === 0) {
    showToast(file.name, 'There is nothing in the file: choose another.', 10);
    return;
  }
  const width = Math.max(...rows.map((row) => row.length));
  const cells = rows.map((row) => Array.from({ length: width }, (_, column) => asData(row[column] ?? '')));
  const taken = namesIn(book());
  const name = freeName(taken, file.name);
  await act({ kind: 'add-sheet', name, text: cells });
  if (!namesIn(book()).has(name.toLowerCase())) return;
  const size = `${rows.length} ${rows.length === 1 ? 'row' : 'rows'}, ${width} ${width === 1 ? 'column' : 'columns'}`;
  showToast(
    name,
    `${size}, read on this computer, which nothing leaves. Kaizen Log > Use a sheet you have… takes the tab over.`,
    12,
  );
}

/** As Excel, Sheets and others save it: UTF-16 or UTF-8, else the Windows code page. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isBig = first === 0xfe && second === 0xff;
  if (isBig || (first === 0xff && second === 0xfe))
    return new TextDecoder(isBig ? 'utf-16be' : 'utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What a file holds is data: numbers and days count as such, a formula stays the text that it is. */
function asData(text: string): string {
  return /^[=+']/.test(text) && !/^\+[\d.,]+%?$/.test(text) ? `'${text}` : text;
}

/** The file's name without its ending, and a number behind it where a tab is called so. */
function freeName(taken: ReadonlySet<string>, fileName: string): string {
  const stem =
    fileName
      .replace(/\.[^.]*$/, '')
      .trim()
      .slice(0, LONGEST_NAME - 6) || 'Sheet';
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? stem : `${stem} (${number})`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function namesIn(book: BookSnapshot | undefined): ReadonlySet<string> {
  return new Set(book?.sheets.map(({ name }) => name.toLowerCase()));
}
