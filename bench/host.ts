// How long the local host takes to open a book of 10,000 rows by 20 columns and to read it whole: npm run bench:parts [-- --against FOLDER]
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host as LocalHost } from '../workbench/host/host.ts';
import { folderStore } from '../workbench/host/store.ts';
import type { BookSnapshot, Cell } from '../workbench/protocol.ts';
import { besideEachOther, loaded, sides } from './against.mjs';

const [ROWS, COLUMNS] = [10_000, 20];

/** A sheet of words, numbers and dates, one formula a row, as a register has them. */
function book(): BookSnapshot {
  const cells: [number, number, Cell][] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const date = { value: 46_000 + (row % 700), format: 'yyyy-mm-dd' };
      const cells4: Cell[] = [
        { value: `Text ${row} in column ${column}` },
        { value: row * column },
        date,
        { value: 'Active' },
      ];
      const cell = column === COLUMNS - 1 ? { formula: `=C${row + 1}-46000`, value: 0 } : cells4[column % 4];
      if (cell) cells.push([row, column, cell]);
    }
  }
  const sheet = {
    id: 0,
    name: 'Sheet1',
    hidden: false,
    rows: ROWS,
    columns: COLUMNS,
    frozenRows: 1,
    frozenColumns: 0,
    columnWidths: {},
    rowHeights: {},
    hiddenRows: [],
    hiddenColumns: [],
    cells,
    validations: [],
    conditionalFormats: [],
    protections: [],
  };
  return { name: 'Bench', locale: 'en_US', timeZone: 'Asia/Kuala_Lumpur', activeSheet: 0, sheets: [sheet] };
}

const dist = mkdtempSync(join(tmpdir(), 'bench-'));
writeFileSync(
  join(dist, 'appsscript.json'),
  JSON.stringify({ timeZone: 'Asia/Kuala_Lumpur', oauthScopes: ['spreadsheets.currentonly'] }),
);
writeFileSync(
  join(dist, 'Code.js'),
  `function read() { const range = SpreadsheetApp.getActive().getSheets()[0].getDataRange(); const start = Date.now(); const values = range.getValues(); return [Date.now() - start, values.length, values[0].length]; }
   function nothing() {}`,
);
const folder = mkdtempSync(join(tmpdir(), 'bench-data-'));
folderStore(folder).saveBook(book());

/** Opens the book and reads it whole, six times, in the host of a checkout; milliseconds by what was done. */
function measure({ Host: Local, folderStore: open }: HostModules): Record<string, number> {
  const spent = process.cpuUsage();
  const start = performance.now();
  const host = new Local({
    dist,
    store: open(folder),
    now: () => performance.timeOrigin + performance.now(),
    print: () => {},
  });
  const opened = performance.now() - start;
  const { user, system } = process.cpuUsage(spent);
  const reads = Array.from({ length: 6 }, () => {
    const result = host.call('read', []);
    if (!result.ok) throw new Error(result.message);
    return (result.value as number[])[0] ?? 0;
  });
  return {
    [`opening ${ROWS} x ${COLUMNS}`]: opened,
    'the same, of processors': (user + system) / 1000,
    'getValues of it, first': reads[0] ?? Number.NaN,
    'getValues of it, best of five more': Math.min(...reads.slice(1)),
  };
}

interface HostModules {
  Host: typeof LocalHost;
  folderStore: typeof folderStore;
}

const all = sides();
const MODULES = [['workbench/host/host.ts'], ['workbench/host/store.ts']];
const hosts: HostModules[] = await Promise.all(all.map((side) => loaded(side.folder, MODULES, { platform: 'node' })));
console.table(besideEachOther(all, hosts.map(measure)));
