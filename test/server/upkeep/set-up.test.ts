import { describe, expect, test } from '@jest/globals';
import { LIGHT, LIGHT_TONES, type Tone } from '../../../src/domain/colours.ts';
import { memoryStore } from '../../../workbench/host/store.ts';
import type { Cell, SheetSnapshot } from '../../../workbench/protocol.ts';
import { Highlights } from '../../../workbench/web/grid/highlights.ts';
import { Workbook } from '../workbook.ts';

function setUp(): Workbook {
  const workbook = new Workbook();
  expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
  return workbook;
}

/** A sheet's cells, each with what `keep` leaves of it. */
function withCells({ cells }: SheetSnapshot, keep: (cell: Cell) => Cell): SheetSnapshot['cells'] {
  return cells.map(([row, column, cell]) => [row, column, keep(cell)]);
}

const HEADER = [
  'ID',
  'Title',
  'Status',
  'Timing',
  'Due',
  'Findings',
  'Entity',
  'Layer',
  'Date',
  'Hypothesis',
  'Expected Result',
  'Duration',
  'Risks Identified',
  'Actual Result',
  'Learning',
  'Decision',
  'Other fields',
  'Started',
  'Closed',
  'Kept by Kaizen Log',
];

describe('the menu', () => {
  test('offers the sidebar, the dashboard, set-up, checking, import and export, each a public function', () => {
    const [menu] = new Workbook().host.menus();
    expect(menu?.title).toBe('Kaizen Log');
    expect(menu?.items).toEqual([
      { kind: 'item', label: 'Open sidebar', functionName: 'openSidebar' },
      { kind: 'item', label: 'New experiment', functionName: 'openNew' },
      { kind: 'item', label: 'Edit selected row', functionName: 'openEdit' },
      { kind: 'item', label: 'Dashboard…', functionName: 'openDashboard' },
      { kind: 'item', label: 'Patterns and rules', functionName: 'openLearnt' },
      { kind: 'item', label: 'Set up or repair', functionName: 'openSetUp' },
      { kind: 'item', label: 'Check register…', functionName: 'openCheck' },
      { kind: 'item', label: 'Use a sheet you have…', functionName: 'openSheet' },
      { kind: 'item', label: 'Import a log…', functionName: 'openImport' },
      { kind: 'item', label: 'Export to Drive…', functionName: 'openExport' },
      {
        kind: 'menu',
        menu: {
          title: 'Rows and columns',
          items: [
            { kind: 'item', label: 'Rows of three lines', functionName: 'showShortRows' },
            { kind: 'item', label: 'Rows that show all text', functionName: 'showWholeRows' },
            { kind: 'item', label: 'Arrange columns…', functionName: 'arrangeColumns' },
          ],
        },
      },
      {
        kind: 'menu',
        menu: {
          title: 'Help',
          items: [
            { kind: 'item', label: 'How to use it…', functionName: 'openHelp' },
            { kind: 'item', label: 'Self-check…', functionName: 'openSelfCheck' },
          ],
        },
      },
    ]);
  });

  test('opens a dialog for a sheet, for import and for export', () => {
    const workbook = setUp();
    workbook.host.choose('openSheet');
    workbook.host.choose('openImport');
    workbook.host.choose('openExport');
    const pages = workbook.events.filter((event) => event.kind === 'page');
    expect(pages).toMatchObject([
      { place: 'modal', title: 'Use a sheet you have' },
      { place: 'modal', title: 'Import a log' },
      { place: 'modal', title: 'Export to Drive' },
    ]);
  });
});

describe('set up or repair', () => {
  test('makes the three sheets, and a hidden one for the log it last agreed on', () => {
    const workbook = setUp();
    expect(workbook.sheetNames()).toEqual(
      expect.arrayContaining(['Experiments', 'Candidates', 'Settings', 'Log source']),
    );
    expect(workbook.sheet('Log source').hidden).toBe(true);
    expect(workbook.values('Experiments')).toEqual([HEADER]);
    expect(workbook.values('Candidates')).toEqual([['Layer', 'Idea', 'Question', 'Added', 'Promoted to']]);
  });

  test('changes nothing when it runs again', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', ['A first experiment']);
    // The new row gets its height, and arrows reach one row further.
    workbook.host.choose('setUp');
    const before = workbook.host.snapshot();
    workbook.host.choose('setUp');
    expect(workbook.host.snapshot()).toEqual(before);
  });

  test('freezes the header and the first two columns, and notes what belongs in each column', () => {
    const sheet = setUp().sheet('Experiments');
    expect(sheet).toMatchObject({ frozenRows: 1, frozenColumns: 2 });
    const notes = sheet.cells.filter(([row, , cell]) => row === 0 && (cell.note ?? '') !== '');
    expect(notes).toHaveLength(HEADER.length);
  });

  test('restores a deleted column where it belongs, and leaves everybody’s own columns and rules alone', () => {
    const workbook = setUp();
    const { id } = workbook.sheet('Experiments');
    workbook.type(2, 'Title', ['A first experiment']);
    workbook.host.act({ kind: 'insert-columns', sheet: id, at: 7, count: 1 });
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 7, text: [['Owner'], ['Mira']] });
    const duration = workbook.column('Duration');
    workbook.host.act({ kind: 'delete-columns', sheet: id, at: duration, count: 1 });
    workbook.host.choose('setUp');
    expect(workbook.values('Experiments')[0]).toEqual([...HEADER.slice(0, 7), 'Owner', ...HEADER.slice(7)]);
    expect(workbook.cell(2, 'Owner')?.value).toBe('Mira');
    expect(workbook.cell(2, 'Title')?.value).toBe('A first experiment');
  });

  test('gives a column its header back that was cleared, wherever it stands', () => {
    const workbook = setUp();
    const { id } = workbook.sheet('Experiments');
    workbook.type(2, 'Title', ['A first experiment']);
    workbook.type(2, 'Learning', ['Two saws are enough.']);
    workbook.host.act({ kind: 'insert-columns', sheet: id, at: 2, count: 1 });
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 2, text: [['Owner'], ['Mira']] });
    const before = workbook.values('Experiments');
    workbook.type(1, 'Learning', ['']);
    workbook.host.choose('setUp');
    expect(workbook.values('Experiments')).toEqual(before);
  });

  test('sets an empty column aside whose header stands twice', () => {
    const workbook = setUp();
    const { id } = workbook.sheet('Experiments');
    workbook.type(2, 'Title', ['A first experiment']);
    workbook.host.act({ kind: 'insert-columns', sheet: id, at: 1, count: 1 });
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 1, text: [['title ']] });
    workbook.host.choose('setUp');
    expect(workbook.values('Experiments')[0]?.slice(0, 3)).toEqual(['ID', 'Title (2)', 'Title']);
    expect(workbook.cell(2, 'Title')?.value).toBe('A first experiment');
  });

  test('says which column stands twice, with something in both, instead of guessing', () => {
    const workbook = setUp();
    const { id } = workbook.sheet('Experiments');
    workbook.type(2, 'Title', ['A first experiment']);
    workbook.host.act({ kind: 'type', sheet: id, row: 1, column: 20, text: [['Another']] });
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: 20, text: [['Title']] });
    workbook.host.choose('setUp');
    expect(workbook.events).toContainEqual(
      expect.objectContaining({ kind: 'failed', message: expect.stringContaining('The column "Title" stands twice') }),
    );
  });

  test('keeps people’s own highlights and does not pile up its own', () => {
    const workbook = setUp();
    const own = workbook.sheet('Experiments').conditionalFormats.length;
    expect(own).toBeGreaterThan(3);
    workbook.host.choose('setUp');
    expect(workbook.sheet('Experiments').conditionalFormats).toHaveLength(own);
  });
});

describe('highlights', () => {
  /** Of the rules that hold for a row, the first that covers the cell. */
  function toneAt(workbook: Workbook, row: number, label: string, rules: Highlights) {
    const column = workbook.column(label);
    const { conditionalFormats } = workbook.sheet('Experiments');
    rules.setRules(workbook.sheet('Experiments'), 'Etc/UTC');
    expect(conditionalFormats.length).toBeGreaterThan(8);
    const style = rules.styleAt(workbook.sheet('Experiments').id, row - 1, column);
    return { ground: style?.bg?.rgb, ink: style?.cl?.rgb };
  }
  const tone = (name: Tone) => ({ ground: LIGHT_TONES[`${name}-ground`], ink: LIGHT_TONES[`${name}-ink`] });
  const none = { ground: undefined, ink: undefined };
  const quiet = { ground: undefined, ink: LIGHT.quiet };

  test('say one thing in one place: the status, the timing, and what is missing, each in its own cell', () => {
    // The page's TODAY() is that of the machine.
    const workbook = new Workbook(memoryStore(), '2020-03-02');
    workbook.host.choose('setUp');
    const typed = (title: string, cells: Record<string, string>) => {
      const row = workbook.values('Experiments').length + 1;
      workbook.type(row, 'Title', [title]);
      for (const [label, text] of Object.entries(cells)) workbook.type(row, label, [text]);
      return row;
    };
    const late = typed('Late', { Duration: '1 day', Status: 'Active' });
    const open = typed('Without an end', { Status: 'Active' });
    const over = typed('Over', { Status: 'Active', Duration: '2 weeks' });
    workbook.type(over, 'Learning', ['It works.']);
    workbook.type(over, 'Actual Result', ['It did.']);
    workbook.type(over, 'Decision', ['Adopt']);
    workbook.type(over, 'Status', ['Completed']);
    workbook.type(over, 'Decision', ['']);
    const old = typed('Old', { Date: '2020-01-02' });
    const decided = typed('Decided', { Status: 'Active', Duration: '2 weeks', Decision: 'Adopt' });
    workbook.type(decided, 'Learning', ['It works.']);
    workbook.type(decided, 'Actual Result', ['It did.']);
    workbook.type(decided, 'Status', ['Completed']);
    const cells = new Map(
      workbook.sheet('Experiments').cells.map(([row, column, cell]) => [`${row} ${column}`, cell.value]),
    );
    const rules = new Highlights((_sheet, _name, row, column) => cells.get(`${row} ${column}`) ?? undefined);
    const at = (row: number, label: string) => toneAt(workbook, row, label, rules);
    expect(at(late, 'Status')).toEqual(tone('active'));
    expect(at(late, 'Timing')).toEqual(tone('overdue'));
    expect([at(late, 'Title'), at(late, 'Due'), at(late, 'Duration')]).toEqual([none, none, none]);
    expect([at(open, 'Duration'), at(open, 'Timing')]).toEqual([tone('missing'), tone('undated')]);
    expect([at(over, 'Status'), at(over, 'Decision')]).toEqual([tone('completed'), tone('missing')]);
    expect([at(over, 'Title'), at(over, 'Timing')]).toEqual([quiet, tone('waiting')]);
    expect([at(old, 'Status'), at(old, 'Timing')]).toEqual([tone('proposed'), tone('waiting')]);
    expect([at(decided, 'Timing'), at(decided, 'Decision')]).toEqual([quiet, quiet]);
    expect(at(decided + 1, 'Status')).toEqual(none);
    // A cell that a version of before wrote.
    const timing = workbook.column('Timing');
    cells.set(`${old - 1} ${timing}`, 'stale');
    rules.forget();
    expect(at(old, 'Timing')).toEqual(tone('waiting'));
  });

  test('use operators and TODAY only, which mean the same in every locale', () => {
    for (const { formula } of setUp().sheet('Experiments').conditionalFormats) {
      expect(formula).not.toMatch(/[,;]/);
      expect(formula.match(/[A-Z]+(?=\()/g)?.filter((name) => name !== 'TODAY') ?? []).toEqual([]);
    }
  });
});

describe('set up or repair, after people did what people do to sheets,', () => {
  test('gives a renamed sheet its name back, with all that is in it', () => {
    const workbook = setUp();
    workbook.type(2, 'Title', ['A first experiment']);
    workbook.host.act({ kind: 'rename-sheet', sheet: workbook.sheet('Experiments').id, name: 'Old stuff' });
    workbook.host.choose('setUp');
    expect(workbook.sheetNames()).not.toContain('Old stuff');
    expect(workbook.cell(2, 'Title')?.value).toBe('A first experiment');
  });

  test('brings a deleted Settings sheet back as it was', () => {
    const workbook = setUp();
    const { id } = workbook.sheet('Settings');
    workbook.host.act({ kind: 'type', sheet: id, row: 3, column: 1, text: [['K-CTO']] });
    const before = workbook.values('Settings');
    workbook.host.act({ kind: 'delete-sheet', sheet: id });
    workbook.host.choose('setUp');
    expect(workbook.values('Settings')).toEqual(before);
    expect(before[3]?.[1]).toBe('K-CTO');
  });

  test.each([
    [
      'restores highlights, protections, notes and colours that were cleared',
      (sheet: SheetSnapshot): Partial<SheetSnapshot> => ({
        conditionalFormats: [],
        protections: [],
        frozenRows: 0,
        cells: withCells(sheet, ({ value, formula, format }) => ({ value, formula, format })),
      }),
    ],
    [
      'restores rules and number formats that were cleared',
      (sheet: SheetSnapshot): Partial<SheetSnapshot> => ({
        validations: [],
        cells: withCells(sheet, ({ format: _, ...cell }) => cell),
      }),
    ],
  ])('%s', (_name, without) => {
    const workbook = setUp();
    const before = workbook.sheet('Experiments');
    const book = workbook.host.snapshot();
    const bare = book.sheets.map((sheet) => ({ ...sheet, ...without(sheet) }));
    const store = memoryStore();
    store.saveBook({ ...book, sheets: bare });
    const again = new Workbook(store);
    expect(again.sheet('Experiments')).not.toEqual(before);
    again.host.choose('setUp');
    expect(again.sheet('Experiments')).toEqual(before);
  });

  test('refuses a register that a newer version has laid out', () => {
    const store = memoryStore();
    store.saveProperties({ document: { layout: '2' } });
    const workbook = new Workbook(store);
    workbook.host.choose('setUp');
    expect(workbook.events).toContainEqual(
      expect.objectContaining({ kind: 'failed', message: expect.stringContaining('newer version') }),
    );
    expect(workbook.sheetNames()).not.toContain('Experiments');
  });
});

describe('entries', () => {
  test.each([
    ['Status', 'Finished', 'Choose Proposed, Active, Completed or Dropped.'],
    ['Layer', 'Kitchen', 'Choose System, Process or Model.'],
    ['Decision', 'Maybe', 'Choose Adopt, Iterate or Drop.'],
    ['Date', 'next week', 'Write a date as yyyy-mm-dd, such as 2026-02-11.'],
  ])('that do not exist are refused in the column %s, with what to do instead', (header, text, message) => {
    const workbook = setUp();
    expect(workbook.type(2, header, [text])).toEqual([message]);
    expect(workbook.cell(2, header)?.value ?? '').toBe('');
  });

  test('of an entity may be anybody’s own words', () => {
    const workbook = setUp();
    expect(workbook.type(2, 'Entity', ['Hippos (first), then cross-entity'])).toEqual([]);
    expect(workbook.cell(2, 'Entity')?.value).toBe('Hippos (first), then cross-entity');
  });
});

test('settings that were cleared come back as they were, however the sheet is used meanwhile', () => {
  const workbook = Workbook.setUp();
  const { id } = workbook.sheet('Settings');
  workbook.host.act({ kind: 'type', sheet: id, row: 3, column: 1, text: [['K-TEA']] });
  const cells = workbook.sheet('Settings').cells.map(([row, column]): [number, number, null] => [row, column, null]);
  workbook.host.act({ kind: 'set', sheet: id, cause: 'clear', cells });
  expect(workbook.values('Settings')).toEqual([]);
  expect(workbook.ask('checkLog')).toMatchObject({ ok: false, message: expect.stringContaining('Settings is empty') });
  workbook.type(2, 'Title', ['Typed meanwhile']);
  workbook.host.choose('setUp');
  expect(workbook.values('Settings')[3]?.[1]).toBe('K-TEA');
  expect(workbook.cell(2, 'ID')?.value).toBe('K-TEA-001');
});
