// Registers that an earlier version made go on as they would have in it: nothing is lost, and nothing is asked that was not asked before.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { SHEET_LINE } from '../../src/domain/colours.ts';
import { MemoryDrive } from '../../workbench/host/drive-store.ts';
import { type HostStore, memoryStore } from '../../workbench/host/store.ts';
import { goOn, type OldRegister, OPENED_ON, REGISTERS } from '../fixtures/old-registers/registers.ts';
import { Workbook } from './workbook.ts';

const FOLDER = resolve('test/fixtures/old-registers');

function readOld(name: string): OldRegister {
  return JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
}

function storeOf({ book, properties, files }: OldRegister): HostStore {
  const drive = new MemoryDrive();
  for (const { record, text } of files) {
    // A record says of its content what it said then; the content itself makes no revision of its own.
    const { revisions } = drive.save(record, Buffer.from(text));
    drive.save({ ...record, revisions: revisions.slice(0, record.revisions.length) });
  }
  const store = memoryStore(drive);
  store.saveBook(book);
  store.saveProperties(properties);
  return store;
}

test('there is a file of every register that is made', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  expect(files.sort()).toEqual(
    Object.keys(REGISTERS)
      .map((name) => `${name}.json`)
      .sort(),
  );
});

describe.each(Object.keys(REGISTERS))('a register of before, %s:', (name) => {
  const old = readOld(name);

  test('opening its pages and typing into it adds no column and moves none', () => {
    const workbook = new Workbook(storeOf(old), OPENED_ON);
    const header = workbook.values('Experiments')[0];
    for (const read of ['readOverview', 'readPortfolio']) expect(workbook.ask(read)).toMatchObject({ ok: true });
    workbook.type(2, 'Status', ['Active']);
    workbook.type(workbook.values('Experiments').length + 1, 'Title', ['One more']);
    expect(workbook.values('Experiments')[0]).toEqual(header);
  });

  test('edits, forms, export, merge, check and repair answer and leave behind what they did before', () => {
    const workbook = new Workbook(storeOf(old), OPENED_ON);
    const { answers, columns, candidates, settings, files } = goOn(workbook, name);
    const { outcome } = old;
    expect(answers).toEqual(outcome.answers);
    // A later version may add columns and settings of its own.
    const known = new Set(outcome.columns.map(([header]) => header));
    expect(columns.filter(([header]) => known.has(header))).toEqual(saidNow(outcome.columns));
    expect(candidates).toEqual(outcome.candidates);
    expect(settings).toEqual(expect.arrayContaining(outcome.settings));
    expect(files).toEqual(outcome.files);
    expect(looksOf(workbook.host.snapshot(), known)).toEqual(looksOf(old.book, known));
  });

  test('repair gives it the colours of a new register, and takes the tint off the columns that the register keeps', () => {
    const workbook = new Workbook(storeOf(old), OPENED_ON);
    expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
    const fresh = Workbook.setUp()
      .sheet('Experiments')
      .conditionalFormats.map(({ style }) => style);
    const { conditionalFormats, cells } = workbook.sheet('Experiments');
    expect(conditionalFormats.map(({ style }) => style)).toEqual(fresh);
    const [closed, findings] = ['Closed', 'Findings'].map((label) => workbook.column(label));
    const tinted = cells.filter(
      ([row, column, { style }]) =>
        row > 0 && (column === closed || column === findings) && style?.background !== undefined,
    );
    expect(tinted).toEqual([]);
  });

  test('repair draws lines where grounds cover the grid, and leaves the columns that people added as they are', () => {
    const workbook = new Workbook(storeOf(old), OPENED_ON);
    const { id: sheet, rows } = workbook.sheet('Experiments');
    const beside = workbook.column('Status') + 1;
    workbook.host.act({ kind: 'insert-columns', sheet, at: beside, count: 1 });
    workbook.host.act({ kind: 'type', sheet, row: 0, column: beside, text: [['Ours']] });
    expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
    const header = workbook.values('Experiments')[0]?.map(String) ?? [];
    const lined = new Map<string, number>();
    for (const [row, column, { style }] of workbook.sheet('Experiments').cells) {
      const label = header[column] ?? '';
      if (row > 0 && style?.borderBottom === `SOLID ${SHEET_LINE}`) lined.set(label, (lined.get(label) ?? 0) + 1);
    }
    const tinted = ['Status', 'Timing', 'Duration', 'Actual Result', 'Learning', 'Decision'];
    expect(Object.fromEntries(lined)).toEqual(Object.fromEntries(tinted.map((label) => [label, rows - 1])));
  });

  test('that wants the owner gets the column, and every other cell and every byte of the log stay', () => {
    const workbook = new Workbook(storeOf(old), OPENED_ON);
    const repair = () => expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
    const log = () => workbook.ask('readLogText');
    repair();
    const others = () => {
      const [header = [], ...rows] = workbook.values('Experiments');
      return [header, ...rows].map((values) => values.filter((_, column) => header[column] !== 'Owner'));
    };
    const before = others();
    const text = log();
    workbook.set('Optional fields', 'Owner');
    repair();
    expect(workbook.values('Experiments')[0]?.filter((label) => label === 'Owner')).toHaveLength(1);
    expect(others()).toEqual(before);
    expect(log()).toEqual(text);
  });
});

/** What an earlier version left behind, with its timings in today's words. */
function saidNow(columns: OldRegister['outcome']['columns']): OldRegister['outcome']['columns'] {
  const decisions = columns.find(([header]) => header === 'Decision') ?? [];
  const timing = (cell: unknown, row: number) => {
    if (cell === 'stale') return 'waits for a decision';
    const isClosed = /^(?:took|completed|dropped)/.test(String(cell));
    return isClosed && decisions[row + 1] === '' ? `waits for a decision; ${cell}` : cell;
  };
  return columns.map(([header, ...cells]) => [header, ...(header === 'Timing' ? cells.map(timing) : cells)]);
}

/** What people have arranged in the sheets they see: what is hidden and what stays in view, and their own formulas, by the headers known. */
function looksOf({ sheets }: OldRegister['book'], known: ReadonlySet<string>) {
  return sheets
    .filter(({ hidden }) => !hidden)
    .map(({ name, cells, hiddenColumns, frozenRows, frozenColumns }) => {
      const headers = new Map(
        cells.flatMap(([row, column, { value }]) => (row === 0 ? [[column, String(value)]] : [])),
      );
      const hidden = hiddenColumns.map((column) => headers.get(column) ?? '').filter((header) => known.has(header));
      const formulas = cells.flatMap(([, column, { formula }]) =>
        formula === undefined || headers.get(column) === 'Timing' ? [] : [`${headers.get(column)}: ${formula}`],
      );
      return { name, hidden, formulas, frozenRows, frozenColumns };
    });
}

test.each(['sample', 'own-columns'])(
  'a register of before, %s, gets the field Owner where its settings wish it, or is asked for its own column of that name, and its log stays',
  (name) => {
    const workbook = new Workbook(storeOf(readOld(name)), OPENED_ON);
    const logOf = () => (workbook.ask('readLogText') as unknown as { text: string }).text;
    const repair = () => expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
    const before = logOf();
    const isOwn = workbook.values('Experiments')[0]?.includes('Owner') === true;
    repair();
    workbook.set('Optional fields', 'Owner');
    repair();
    expect(logOf()).toBe(before);
    expect(workbook.values('Experiments')[0]?.filter((label) => label === 'Owner')).toHaveLength(1);
    const { columns } = workbook.ask('readColumns') as unknown as { columns: object[] };
    if (isOwn) {
      expect(columns).toMatchObject([{ key: 'owner', isOwn: true }]);
      expect(workbook.ask('saveColumns', [{ key: 'owner', is: 'taken' }])).toMatchObject({ ok: true });
    } else expect(columns).toEqual([]);
    workbook.type(2, 'Owner', ['Mia']);
    expect(logOf()).toContain('**Owner:** Mia\n');
  },
);
