import { describe, expect, test } from '@jest/globals';
import { sampleLog } from '../../../sample/bakery-log.ts';
import { memoryStore } from '../../../workbench/host/store.ts';
import type { SheetSnapshot } from '../../../workbench/protocol.ts';
import { TODAY, Workbook } from '../workbook.ts';

const CTO = { name: 'CTO Brain', prefix: 'K-CTO', entities: ['Platform', 'Data'] };

/** What the sidebar was opened for. */
const openedFor = (workbook: Workbook) =>
  workbook.events.flatMap((event) =>
    event.kind === 'page' ? [/data-view="([^"]*)"/.exec(event.html)?.[1] ?? '?'] : [],
  );

/** The single values of the sheet Settings by their labels. */
const settingsIn = (workbook: Workbook) =>
  Object.fromEntries(workbook.values('Settings').map(([label, value]) => [label, value]));

/** A spreadsheet in which somebody already has a sheet of their own with this name. */
function bookWith(name: string, ...rows: string[][]): Workbook {
  const store = memoryStore();
  const book = new Workbook(store).host.snapshot();
  const cells = rows.flatMap((row, at) =>
    row.map((value, column): SheetSnapshot['cells'][number] => [at, column, { value }]),
  );
  const [first] = book.sheets;
  if (first === undefined) throw new Error('A new book has a sheet.');
  store.saveBook({ ...book, sheets: [{ ...first, name, cells }] });
  return new Workbook(store);
}

describe('a spreadsheet without a register', () => {
  test('says so to the sidebar instead of failing, with the day of its own time zone', () => {
    const workbook = new Workbook(memoryStore(), TODAY, 'Pacific/Honolulu');
    expect(workbook.ask('readOverview')).toEqual({ ok: true, isNew: true, today: '2026-03-01', foreign: [] });
    expect(workbook.sheetNames()).toHaveLength(1);
  });

  test('is asked for its names by the menu, which writes nothing by itself', () => {
    const workbook = new Workbook();
    workbook.host.choose('openSetUp');
    expect(openedFor(workbook)).toEqual(['set up']);
    expect(workbook.sheetNames()).toHaveLength(1);
  });

  test('becomes a register under the names it is given: another system’s log needs no code', () => {
    const workbook = new Workbook();
    expect(workbook.ask('saveSetUp', CTO)).toMatchObject({
      ok: true,
      isNew: false,
      experiments: 0,
      settings: { prefix: 'K-CTO', entities: ['Platform', 'Data'], captureCommand: 'learn kaizen cto brain' },
    });
    workbook.type(2, 'Title', ['Build once a day']);
    expect(workbook.cell(2, 'ID')?.value).toBe('K-CTO-001');
    expect(workbook.ask('readLogText')).toMatchObject({
      name: 'CTO_BRAIN_KAIZEN.md',
      text: expect.stringMatching(/^# CTO Brain — Kaizen Log\n[\s\S]*\*\*Entity:\*\* Platform \/ Data\n/),
    });
  });

  test('takes names that look like formulas, HTML or Markdown for words', () => {
    const workbook = new Workbook();
    const names = { name: "=1+1 <b>'quoted'</b> *x*", prefix: 'K-X', entities: ['=NOW()', "'tis", '+1'] };
    expect(workbook.ask('saveSetUp', names)).toMatchObject({ ok: true, settings: { entities: names.entities } });
    expect(workbook.sheet('Settings').cells.filter(([, , cell]) => cell.formula !== undefined)).toEqual([]);
    expect(workbook.ask('readLogText')).toMatchObject({ ok: true });
  });

  test.each([
    [{ ...CTO, prefix: 'K CTO' }, 'with a letter first and no hyphen last'],
    [{ ...CTO, entities: [] }, 'at least one entity'],
    [{ ...CTO, name: '' }, 'Write the name'],
  ])('is not set up under %j', (names, message) => {
    const workbook = new Workbook();
    expect(workbook.ask('saveSetUp', names)).toEqual({ ok: false, message: expect.stringContaining(message) });
    expect(workbook.sheetNames()).toHaveLength(1);
  });

  test('leaves a sheet alone that is only called Settings: says so before it begins, and makes another beside it', () => {
    const workbook = bookWith('Settings', ['Printer', 'Room 4']);
    expect(workbook.ask('readOverview')).toMatchObject({
      isNew: true,
      foreign: [{ name: 'Settings', other: 'Kaizen Settings' }],
    });
    expect(workbook.sheetNames()).toEqual(['Settings']);
    expect(workbook.ask('saveSetUp', CTO)).toMatchObject({ ok: true, isNew: false });
    expect(workbook.values('Settings')).toEqual([['Printer', 'Room 4']]);
    expect(workbook.values('Kaizen Settings')[3]?.slice(0, 2)).toEqual(['ID prefix', 'K-CTO']);
  });

  test('keeps people’s own sheets as they were', () => {
    const workbook = bookWith('Shifts', ['Monday', 'Mira']);
    const before = workbook.sheet('Shifts');
    expect(workbook.ask('saveSetUp', CTO)).toMatchObject({ ok: true });
    expect(workbook.sheet('Shifts')).toEqual(before);
  });
});

describe('a register that is there', () => {
  test('is repaired by the menu and not asked about again', () => {
    const workbook = new Workbook();
    workbook.ask('saveSetUp', CTO);
    workbook.host.act({ kind: 'delete-sheet', sheet: workbook.sheet('Settings').id });
    workbook.host.choose('openSetUp');
    expect(openedFor(workbook)).toEqual([]);
    expect(settingsIn(workbook)).toMatchObject({ 'Log title': 'CTO Brain — Kaizen Log', 'ID prefix': 'K-CTO' });
  });

  test('stays as it is when the same names arrive a second time', () => {
    const workbook = new Workbook();
    workbook.ask('saveSetUp', CTO);
    workbook.type(2, 'Title', ['Build once a day']);
    // A row that was typed gets its height with the next check.
    workbook.ask('checkLog');
    const before = workbook.host.snapshot();
    expect(workbook.ask('saveSetUp', CTO)).toMatchObject({ ok: true, experiments: 1 });
    expect(workbook.host.snapshot()).toEqual(before);
  });

  test('keeps its names when somebody else gives it others, who is told', () => {
    const workbook = new Workbook();
    workbook.ask('saveSetUp', CTO);
    const before = workbook.host.snapshot();
    expect(workbook.ask('saveSetUp', { ...CTO, prefix: 'K-OPS' })).toEqual({
      ok: false,
      message: expect.stringMatching(/meanwhile as "CTO Brain — Kaizen Log" with IDs like K-CTO-001/),
    });
    expect(workbook.host.snapshot()).toEqual(before);
  });

  test('whose sheet was deleted is to be repaired, not begun anew', () => {
    const workbook = new Workbook();
    workbook.ask('saveSetUp', CTO);
    workbook.host.act({ kind: 'delete-sheet', sheet: workbook.sheet('Candidates').id });
    expect(workbook.ask('readOverview')).toEqual({
      ok: false,
      message: 'The sheet Candidates is missing: choose Kaizen Log › Set up or repair.',
    });
  });

  test('may be changed in the sheet Settings afterwards', () => {
    const workbook = new Workbook();
    workbook.ask('saveSetUp', CTO);
    workbook.host.act({ kind: 'type', sheet: workbook.sheet('Settings').id, row: 3, column: 1, text: [['K-OPS']] });
    workbook.type(2, 'Title', ['Build once a day']);
    expect(workbook.cell(2, 'ID')?.value).toBe('K-OPS-001');
  });
});

describe('a log that is imported into an empty spreadsheet', () => {
  test('brings its prefix, name and entities along', () => {
    const workbook = new Workbook();
    const text = sampleLog(TODAY)
      .replace(/K-BAKE/g, 'K-CTO')
      .replace('Harbour Bakery Group', 'CTO Brain');
    expect(workbook.ask('importLog', { name: 'CTO_KAIZEN.md', text })).toMatchObject({ ok: true, added: 10 });
    expect(settingsIn(workbook)).toMatchObject({
      'Log title': 'CTO Brain — Kaizen Log',
      'ID prefix': 'K-CTO',
      'File name': 'CTO_KAIZEN.md',
      'Capture command': 'learn kaizen bakery',
    });
    expect(workbook.ask('readOverview')).toMatchObject({
      settings: { entities: expect.arrayContaining(['Mill Lane']) },
    });
    workbook.type(12, 'Title', ['One more']);
    expect(workbook.cell(12, 'ID')?.value).toBe('K-CTO-011');
    expect(workbook.ask('readOverview')).toMatchObject({ isNew: false, experiments: 11 });
  });
});
