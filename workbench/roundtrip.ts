// Brings a log into a fresh register, shows the register as a table, exports it, and says whether every byte came back.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Host } from './host/host.ts';
import { type HostStore, memoryStore } from './host/store.ts';
import type { SheetSnapshot } from './protocol.ts';

const USAGE = 'Usage: npm run roundtrip -- FILE [--out FILE] [--today YYYY-MM-DD]';
const SHOWN = ['ID', 'Status', 'Layer', 'Entity', 'Title'];
const WIDEST = 60;

/** Ends the program with one sentence. */
class Stop extends Error {}

try {
  process.exitCode = run() ? 0 : 1;
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** True if the log came back byte for byte. */
function run(): boolean {
  const { file, out, now } = readArguments();
  const before = readBytes(file);
  const text = before.toString('utf8');
  if (!Buffer.from(text, 'utf8').equals(before)) {
    throw new Stop(`${file} is not text in UTF-8: save it as UTF-8 and try again.`);
  }

  const store = memoryStore();
  const host = new Host({ dist: resolve('dist'), store, now });
  host.open();
  ask(host, 'importLog', { name: basename(file), text });
  printRegister(host.snapshot().sheets.find((sheet) => sheet.name === 'Experiments'));
  ask(host, 'exportLog');
  const after = exportedBytes(store);
  if (out !== undefined) writeFileSync(out, after);

  if (before.equals(after)) {
    console.log(`\n${basename(file)} came back byte for byte.`);
    return true;
  }
  const { line, was, is } = firstDifference(text, after.toString('utf8'));
  console.log(`\n${basename(file)} came back different, first in line ${line}:\n- ${was}\n+ ${is}`);
  return false;
}

function readArguments(): { file: string; out: string | undefined; now: () => number } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { out: { type: 'string' }, today: { type: 'string' } },
    });
    const [file, more] = positionals;
    if (file === undefined || more !== undefined) throw new Error();
    const { out, today } = values;
    if (today === undefined) return { file, out, now: Date.now };
    const noon = Date.parse(`${today}T12:00:00Z`);
    if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || Number.isNaN(noon)) throw new Error();
    return { file, out, now: () => noon };
  } catch {
    throw new Stop(USAGE);
  }
}

function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Stop(`${file} cannot be read: name an existing log file.`);
  }
}

/** Calls a public function of the bundle as a page does. */
function ask(host: Host, functionName: string, ...args: unknown[]): void {
  const result = host.call(functionName, args);
  if (!result.ok) throw new Stop(result.message);
  const reply = result.value as { ok: boolean; message?: string };
  if (!reply.ok) throw new Stop(reply.message ?? `${functionName} did not say why it failed.`);
}

function exportedBytes(store: HostStore): Buffer {
  const file = store.drive.all().find(({ mimeType }) => mimeType === 'text/markdown');
  if (file === undefined) throw new Stop('The export left no file in Drive.');
  return Buffer.from(store.drive.content(file.id));
}

function printRegister(sheet: SheetSnapshot | undefined): void {
  const rows: string[][] = [];
  for (const [row, column, { value }] of sheet?.cells ?? []) {
    if (value === undefined || value === '') continue;
    rows[row] ??= [];
    const line = rows[row];
    if (line !== undefined) line[column] = String(value).replace(/\s+/g, ' ');
  }
  const places = SHOWN.map((label) => rows[0]?.indexOf(label) ?? -1);
  const table = rows.filter(Boolean).map((row) => places.map((place) => shorten(row[place] ?? '')));
  const widths = SHOWN.map((_, column) => Math.max(...table.map((cells) => (cells[column] ?? '').length)));
  for (const cells of table) {
    console.log(
      cells
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
  }
}

function shorten(text: string): string {
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}

function firstDifference(before: string, after: string): { line: number; was: string; is: string } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const line = old.findIndex((text, index) => text !== now[index]);
  // Where all lines are the same, one text goes on after the other's end.
  const at = line < 0 ? old.length : line;
  const show = (text: string | undefined) => (text === undefined ? '(nothing)' : JSON.stringify(text));
  return { line: at + 1, was: show(old[at]), is: show(now[at]) };
}
