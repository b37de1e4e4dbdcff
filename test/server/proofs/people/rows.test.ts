// What a careful person expects of a register, each as a trial by name: what was typed stands, and a mistake can be taken back.
import { describe, expect, test } from '@jest/globals';
import type { Experiment } from '../../../../src/domain/experiment/template.ts';
import type { Cell } from '../../../../workbench/protocol.ts';
import { copyOfStore, TODAY, Workbook } from '../../workbook.ts';
import { trialsOf } from './trials.ts';

const trial = trialsOf('people');

const day = (value: unknown) =>
  typeof value === 'number' ? new Date((value - 25_569) * 86_400_000).toISOString().slice(0, 10) : String(value ?? '');
const text = (workbook: Workbook, row: number, header: string) => day(workbook.cell(row, header)?.value);
const texts = (workbook: Workbook, row: number, ...headers: string[]) =>
  headers.map((header) => text(workbook, row, header));

const register = () => Workbook.setUp().shorten();

/** Cells set as a paste, an undo or a hand that clears several does it; rows from 1, with what is known of their columns. */
function set(
  workbook: Workbook,
  cause: 'paste' | 'undo' | 'clear',
  cells: [row: number, header: string, Cell | null][],
) {
  return workbook.host.act({
    kind: 'set',
    sheet: workbook.sheet('Experiments').id,
    cause,
    cells: cells.map(([row, header, cell]) => [row - 1, workbook.column(header), cell]),
  });
}

/** Cells changed where no trigger hears of it, as a script of the person's own does. */
function unheard(workbook: Workbook, cells: [row: number, header: string, value: string | null][]): void {
  workbook.host.act({
    kind: 'set',
    sheet: workbook.sheet('Experiments').id,
    cause: 'format',
    cells: cells.map(([row, header, value]) => [row - 1, workbook.column(header), value === null ? null : { value }]),
  });
}

/** The whole row, hidden cells too, pasted into another. */
function copyRow(workbook: Workbook, from: number, to: number): void {
  const { id, cells } = workbook.sheet('Experiments');
  workbook.host.act({
    kind: 'set',
    sheet: id,
    cause: 'paste',
    cells: cells.flatMap(([row, column, cell]): [number, number, Cell][] =>
      row === from - 1 ? [[to - 1, column, cell]] : [],
    ),
  });
}

const COMPLETED: [string, string][] = [
  ['Title', 'Shorter stand-up'],
  ['Date', '2024-01-08'],
  ['Status', 'Completed'],
  ['Started', '2024-01-15'],
  ['Closed', '2024-03-01'],
];

/** An experiment of two years ago. */
function completed(): Workbook {
  const workbook = register();
  const dated = (value: string): Cell =>
    /^\d{4}-/.test(value) ? { value: Date.parse(value) / 86_400_000 + 25_569, format: 'yyyy-mm-dd' } : { value };
  set(
    workbook,
    'paste',
    COMPLETED.map(([header, value]) => [2, header, dated(value)]),
  );
  return workbook;
}

function open(workbook: Workbook, id: string) {
  const { experiment } = workbook.ask('readExperiment', { id, row: 2 }) as unknown as { experiment: Experiment };
  return { id, row: 2, experiment };
}

let forms = 0;
function saveStatus(workbook: Workbook, status: string): void {
  const opened = open(workbook, 'K-BIZ-001');
  const experiment = {
    ...opened.experiment,
    status,
    layer: 'System',
    actualResult: 'Ten minutes',
    learning: 'Stand',
    decision: 'Adopt',
  };
  if (status === 'Active') experiment.decision = '';
  const reply = workbook.ask('saveForm', { token: `form-token-${++forms}`, experiment, opened });
  expect(reply).toMatchObject({ ok: true, saved: true });
}

function importStatus(workbook: Workbook, status: string): void {
  const { text: log } = workbook.ask('readLogText') as unknown as { text: string };
  const changed = log.replace(/\*\*Status:\*\* \w+$/m, `**Status:** ${status}`);
  expect(changed).not.toBe(log);
  const plan = workbook.ask('previewImport', { name: 'log.md', text: changed }) as unknown as {
    questions: { key: string; seal: string }[];
  };
  const answers = Object.fromEntries(plan.questions.map(({ key, seal }) => [key, { seal, choice: 'file' }]));
  expect(workbook.ask('importLog', { name: 'log.md', text: changed, answers })).toMatchObject({ ok: true, is: 'done' });
}

const WAYS: [way: string, pick: (workbook: Workbook, status: string) => void][] = [
  ['a pick', (workbook, status) => void workbook.type(2, 'Status', [status])],
  ['a paste', (workbook, status) => void set(workbook, 'paste', [[2, 'Status', { value: status }]])],
  ['a form', saveStatus],
  ['an import', importStatus],
  [
    'a script',
    (workbook, status) => {
      unheard(workbook, [[2, 'Status', status]]);
      workbook.ask('checkLog');
    },
  ],
];

describe('what is typed or pasted stays', () => {
  trial('Rows of old experiments keep their Date, Started and Closed', () => {
    const workbook = completed();
    const [, date, status, started, closed] = COMPLETED.map(([, value]) => value);
    const now = () => texts(workbook, 2, 'Date', 'Status', 'Started', 'Closed');
    expect(now()).toEqual([date, status, started, closed]);
    workbook.ask('checkLog');
    expect(now()).toEqual([date, status, started, closed]);
    expect(text(workbook, 2, 'ID')).toBe('K-BIZ-001');
  });

  trial('Rows whose titles came first keep what is pasted beside them: status, Started and Closed', () => {
    const workbook = register();
    workbook.type(2, 'Title', ['One'], ['Two'], ['Three']);
    const dated = (value: string): Cell => ({ value: Date.parse(value) / 86_400_000 + 25_569, format: 'yyyy-mm-dd' });
    const rows: [row: number, status: string, started: string, closed: string][] = [
      [2, 'Completed', '2024-01-15', '2024-03-01'],
      [3, 'Dropped', '2024-02-05', '2024-02-09'],
      [4, 'Active', '2024-04-02', ''],
    ];
    set(
      workbook,
      'paste',
      rows.flatMap(([row, status, started, closed]): [number, string, Cell | null][] => [
        [row, 'Date', dated('2024-01-08')],
        [row, 'Status', { value: status }],
        [row, 'Started', dated(started)],
        [row, 'Closed', closed === '' ? null : dated(closed)],
      ]),
    );
    const now = () => rows.map(([row]) => texts(workbook, row, 'Date', 'Status', 'Started', 'Closed'));
    const pasted = rows.map(([, ...said]) => ['2024-01-08', ...said]);
    expect(now()).toEqual(pasted);
    workbook.ask('checkLog');
    expect(now()).toEqual(pasted);
  });

  trial('Days pasted over a running experiment stay as they were pasted', () => {
    const workbook = register();
    workbook.type(2, 'Title', ['One'], ['Two']);
    workbook.type(2, 'Status', ['Active'], ['Active']);
    workbook.type(2, 'Started', ['2025-11-03', '2025-12-01'], ['2025-11-04', '2025-12-02']);
    expect(texts(workbook, 2, 'Started', 'Closed')).toEqual(['2025-11-03', '2025-12-01']);
    expect(texts(workbook, 3, 'Started', 'Closed')).toEqual(['2025-11-04', '2025-12-02']);
  });

  trial('Days stand before anything else of their row does', () => {
    const workbook = register();
    workbook.type(2, 'Started', ['2025-11-03', '2025-12-01']);
    workbook.ask('checkLog');
    expect(texts(workbook, 2, 'Started', 'Closed')).toEqual(['2025-11-03', '2025-12-01']);
  });

  trial('Formulas and looks in cells of a new row survive, whole block or not', () => {
    const workbook = register();
    const entity: Cell = { formula: '=HYPERLINK("https://example.com";"Holding")', value: 'Holding' };
    set(workbook, 'paste', [
      [2, 'Title', { value: 'One' }],
      [2, 'Entity', entity],
      [3, 'Title', { value: 'Two' }],
      [3, 'Date', { value: 46_000, format: 'd mmm' }],
    ]);
    expect(workbook.cell(2, 'Entity')?.formula).toBe(entity.formula);
    expect(workbook.cell(3, 'Date')).toMatchObject({ value: 46_000, format: 'd mmm' });
    expect([2, 3].map((row) => text(workbook, row, 'ID'))).toEqual(['K-BIZ-001', 'K-BIZ-002']);
  });

  trial('A status whose spelling is put right in Check register stamps what the status brings', () => {
    const workbook = register();
    workbook.type(2, 'Title', ['One'], ['Two']);
    const sheet = workbook.sheet('Experiments');
    const status = workbook.column('Status');
    // Where nothing judges what is entered: the rules were taken off, or came off with a paste.
    const validations = sheet.validations.filter(({ area }) => area.column !== status);
    const book = workbook.host.snapshot();
    workbook.store.saveBook({
      ...book,
      sheets: book.sheets.map((each) => (each.id === sheet.id ? { ...sheet, validations } : each)),
    });
    const bare = new Workbook(workbook.store);
    bare.type(2, 'Status', ['active '], ['ACTIVE']);
    const { findings } = bare.ask('checkLog') as unknown as { findings: { code: string; row: number; seal: string }[] };
    const wrong = findings.filter(({ code }) => code === 'unknown-status');
    expect(wrong.map(({ row }) => row)).toEqual([2, 3]);
    expect(texts(bare, 2, 'Status', 'Started')).toEqual(['active ', '']);
    const requests = wrong.map(({ code, row, seal }) => ({ code, row, seal }));
    expect(bare.ask('fixAll', requests)).toMatchObject({ ok: true });
    for (const row of [2, 3]) expect(texts(bare, row, 'Status', 'Started')).toEqual(['Active', TODAY]);
  });

  trial('A status that does not exist stays, and its row says what was written', () => {
    const workbook = register();
    workbook.type(2, 'Title', ['One']);
    const { text: log } = workbook.ask('readLogText') as unknown as { text: string };
    const spelt = new Workbook();
    spelt.ask('importLog', {
      name: 'log.md',
      text: log.replace('**Status:** Proposed\n', '**Status:** Simmering\n'),
    });
    expect(text(spelt, 2, 'Status')).toBe('Simmering');
    expect(text(spelt, 2, 'Findings')).toContain('"Simmering"');
  });
});

describe.each(WAYS)('a wrong status by %s', (way, pick) => {
  trial(`Completed made Active by ${way} and back brings its Closed back`, () => {
    const workbook = completed();
    pick(workbook, 'Active');
    expect(texts(workbook, 2, 'Status', 'Started', 'Closed')).toEqual(['Active', '2024-01-15', '']);
    pick(workbook, 'Completed');
    expect(texts(workbook, 2, 'Status', 'Started', 'Closed')).toEqual(['Completed', '2024-01-15', '2024-03-01']);
  });
});

describe('a wrong status', () => {
  trial('Active made Proposed and back brings its Started back', () => {
    const workbook = completed();
    for (const status of ['Active', 'Proposed', 'Active', 'Completed']) workbook.type(2, 'Status', [status]);
    expect(texts(workbook, 2, 'Started', 'Closed')).toEqual(['2024-01-15', '2024-03-01']);
  });

  trial('An experiment that had no end says nothing of one when its drop is taken back', () => {
    const workbook = register();
    workbook.type(2, 'Title', ['Rye']);
    for (const status of ['Active', 'Dropped', 'Active']) workbook.type(2, 'Status', [status]);
    expect(texts(workbook, 2, 'Status', 'Closed')).toEqual(['Active', '']);
    expect(text(workbook, 2, 'Findings')).not.toContain('Closed is');
  });

  trial('A new end long after is a new end', () => {
    let today = TODAY;
    const workbook = new Workbook(copyOfStore(completed().store), () => today);
    workbook.type(2, 'Status', ['Active']);
    today = '2026-04-02';
    workbook.type(2, 'Status', ['Completed']);
    expect(texts(workbook, 2, 'Started', 'Closed')).toEqual(['2024-01-15', '2026-04-02']);
  });

  test.each([
    ['the cell alone, heard of', ['Status'], true],
    ['what the script wrote, too', ['Status', 'Started', 'Closed', 'Kept by Kaizen Log'], true],
    ['the cell alone, unheard of', ['Status'], false],
  ])('undone with %s restores and stamps nothing', (_, headers, isHeard) => {
    const workbook = completed();
    const before = headers.map((header): [number, string, Cell | null] => [
      2,
      header,
      workbook.cell(2, header) ?? null,
    ]);
    workbook.type(2, 'Status', ['Active']);
    if (isHeard) set(workbook, 'undo', before);
    else unheard(workbook, [[2, 'Status', 'Completed']]);
    workbook.type(2, 'Title', ['Renamed since']);
    expect(texts(workbook, 2, 'Status', 'Started', 'Closed')).toEqual(['Completed', '2024-01-15', '2024-03-01']);
  });
});

describe('an ID', () => {
  const three = () => {
    const workbook = register();
    workbook.type(2, 'Title', ['One'], ['Two'], ['Three']);
    return workbook;
  };
  const ids = (workbook: Workbook, ...rows: number[]) => rows.map((row) => text(workbook, row, 'ID'));

  trial('An ID that was cleared, spoilt or given another’s comes back at once', () => {
    const workbook = three();
    for (const typed of ['', 'first', 'K-BIZ-001', ' ', ' k-biz-001']) {
      workbook.type(3, 'ID', [typed]);
      expect(ids(workbook, 2, 3, 4)).toEqual(['K-BIZ-001', 'K-BIZ-002', 'K-BIZ-003']);
      expect(text(workbook, 3, 'Findings')).toMatch(/^The ID K-BIZ-002 was put back: /);
    }
  });

  trial('IDs of several rows that were cleared or pasted over come back', () => {
    const workbook = three();
    set(
      workbook,
      'clear',
      [2, 3, 4].map((row) => [row, 'ID', null]),
    );
    expect(ids(workbook, 2, 3, 4)).toEqual(['K-BIZ-001', 'K-BIZ-002', 'K-BIZ-003']);
    workbook.type(2, 'ID', ['?'], ['K-BIZ-003'], ['x']);
    expect(ids(workbook, 2, 3, 4)).toEqual(['K-BIZ-001', 'K-BIZ-002', 'K-BIZ-003']);
  });

  trial('IDs that were pasted over each other come back, also from a row that says nothing else', () => {
    const workbook = three();
    set(workbook, 'paste', [
      [2, 'ID', { value: 'K-BIZ-002' }],
      [3, 'ID', { value: 'k-biz-003' }],
      [4, 'ID', { value: 'K-BIZ-001' }],
    ]);
    expect(ids(workbook, 2, 3, 4)).toEqual(['K-BIZ-001', 'K-BIZ-002', 'K-BIZ-003']);
    // Cut, and put into a blank row.
    workbook.host.act({
      kind: 'set',
      sheet: workbook.sheet('Experiments').id,
      cause: 'move',
      cells: [
        [2, workbook.column('ID'), null],
        [6, workbook.column('ID'), { value: 'K-BIZ-002' }],
      ],
    });
    expect(ids(workbook, 2, 3, 4)).toEqual(['K-BIZ-001', 'K-BIZ-002', 'K-BIZ-003']);
    expect(text(workbook, 7, 'Findings')).toMatch(/^K-BIZ-002 stands in row 3, too: /);
    workbook.type(7, 'ID', ['']);
    expect(workbook.values('Experiments')).toHaveLength(4);
    expect(text(workbook, 3, 'Findings')).not.toMatch(/stands in row/);
  });

  trial('A row that is cut and put over another one keeps its ID; a copied one does not', () => {
    for (const isCut of [true, false]) {
      const workbook = three();
      const { id, cells } = workbook.sheet('Experiments');
      // As far as one sees them: what the register keeps is hidden.
      const seen = cells.filter(([row, column]) => row === 1 && column <= workbook.column('Decision'));
      workbook.host.act({
        kind: 'set',
        sheet: id,
        cause: isCut ? 'move' : 'paste',
        cells: [
          ...seen.map(([, column, cell]): [number, number, Cell] => [3, column, cell]),
          ...(isCut ? seen.map(([row, column]): [number, number, null] => [row, column, null]) : []),
        ],
      });
      workbook.ask('checkLog');
      const rows = [2, 3, 4].map((row) => texts(workbook, row, 'ID', 'Title'));
      expect(rows).toEqual([
        isCut ? ['', ''] : ['K-BIZ-001', 'One'],
        ['K-BIZ-002', 'Two'],
        [isCut ? 'K-BIZ-001' : 'K-BIZ-003', 'One'],
      ]);
    }
  });

  trial('Blanks that were typed around an ID go', () => {
    const workbook = three();
    workbook.type(3, 'ID', [' K-BIZ-002 ']);
    unheard(workbook, [[4, 'ID', 'K-BIZ-003 ']]);
    workbook.ask('checkLog');
    expect(ids(workbook, 2, 3, 4)).toEqual(['K-BIZ-001', 'K-BIZ-002', 'K-BIZ-003']);
  });

  trial('IDs that a script cleared come back with the next check or export', () => {
    for (const call of ['checkLog', 'exportLog', 'readLogText']) {
      const workbook = three();
      unheard(workbook, [
        [2, 'ID', null],
        [3, 'ID', 'none'],
      ]);
      expect(workbook.ask(call)).toMatchObject({ ok: true });
      expect(ids(workbook, 2, 3, 4)).toEqual(['K-BIZ-001', 'K-BIZ-002', 'K-BIZ-003']);
    }
  });

  /** Five experiments, two of them active; the log knows three. */
  const five = (isExported: boolean) => {
    const workbook = three();
    if (isExported) expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
    workbook.type(5, 'Title', ['Four'], ['Five']);
    workbook.type(3, 'Status', ['Active']);
    workbook.type(5, 'Status', ['Active']);
    return workbook;
  };
  const TITLES = ['One', 'Two', 'Three', 'Four', 'Five'];
  const FIVE = TITLES.map((_, at) => `K-BIZ-00${at + 1}`);
  const rows = [2, 3, 4, 5, 6];

  trial('IDs that a script put into another order come back with the next check or export', () => {
    for (const call of ['checkLog', 'exportLog']) {
      for (const order of [
        [2, 1, 3, 4, 5],
        [3, 1, 2, 5, 4],
        [2, 1, 4, 5, 3],
      ]) {
        for (const isExported of [true, false]) {
          const workbook = five(isExported);
          unheard(
            workbook,
            order.map((number, at) => [at + 2, 'ID', `K-BIZ-00${number}`]),
          );
          expect(workbook.ask(call)).toMatchObject({ ok: true });
          expect([call, order, isExported, ids(workbook, ...rows)]).toEqual([call, order, isExported, FIVE]);
        }
      }
    }
  });

  trial('IDs that were pasted in another order come back, also with cells beside them', () => {
    for (const beside of [false, true]) {
      const workbook = five(false);
      const { id } = workbook.sheet('Experiments');
      workbook.host.act({ kind: 'move-columns', sheet: id, from: workbook.column('Title'), count: 1, to: 8 });
      expect(workbook.column('Status') - workbook.column('ID')).toBe(1);
      set(
        workbook,
        'paste',
        [2, 1, 5, 3, 4].flatMap((number, at): [number, string, Cell][] => [
          [at + 2, 'ID', { value: `K-BIZ-00${number}` }],
          ...(beside ? [[at + 2, 'Status', { value: 'Active' }] as [number, string, Cell]] : []),
        ]),
      );
      expect(ids(workbook, ...rows)).toEqual(FIVE);
      expect(rows.map((row) => text(workbook, row, 'Title'))).toEqual(TITLES);
    }
  });

  trial('A sort moves IDs with their rows, whether or not it takes the hidden column along', () => {
    for (const isWhole of [true, false]) {
      for (const isExported of [true, false]) {
        const workbook = five(isExported);
        const { id, columns } = workbook.sheet('Experiments');
        const area = { row: 1, column: 0, rows: 5, columns: isWhole ? columns : workbook.column('Kept by Kaizen Log') };
        workbook.host.act({ kind: 'sort', sheet: id, area, column: workbook.column('Title'), ascending: true });
        expect(workbook.ask('checkLog')).toMatchObject({ ok: true });
        const sorted = [...TITLES].sort();
        expect(rows.map((row) => text(workbook, row, 'Title'))).toEqual(sorted);
        expect(ids(workbook, ...rows)).toEqual(sorted.map((title) => FIVE[TITLES.indexOf(title)]));
      }
    }
  });

  trial('An ID that was never given is a correction, and undoing it another', () => {
    const workbook = three();
    workbook.type(3, 'ID', ['K-BIZ-042']);
    expect(ids(workbook, 3)).toEqual(['K-BIZ-042']);
    workbook.type(3, 'ID', ['']);
    expect(ids(workbook, 3)).toEqual(['K-BIZ-042']);
    set(workbook, 'undo', [[3, 'ID', { value: 'K-BIZ-002' }]]);
    expect(ids(workbook, 3)).toEqual(['K-BIZ-002']);
    workbook.type(5, 'Title', ['Four']);
    expect(ids(workbook, 5)).toEqual(['K-BIZ-043']);
  });

  trial('A copied row is named on both rows, and both ways out work', () => {
    const workbook = three();
    copyRow(workbook, 2, 6);
    expect(text(workbook, 6, 'Findings')).toMatch(/^K-BIZ-001 stands in row 2, too: /);
    expect(text(workbook, 2, 'Findings')).toMatch(/^K-BIZ-001 stands in row 6, too: /);
    workbook.type(6, 'Title', ['One more']);
    expect(text(workbook, 6, 'Findings')).toMatch(/^K-BIZ-001 stands in row 2, too: /);
    workbook.type(6, 'ID', ['']);
    expect(ids(workbook, 2, 6)).toEqual(['K-BIZ-001', 'K-BIZ-004']);
    for (const row of [2, 6]) expect(text(workbook, row, 'Findings')).not.toMatch(/stands in row/);
  });

  trial('No ID is given again after the highest row was deleted, pasted rows included', () => {
    const workbook = three();
    workbook.type(5, 'ID', ['K-BIZ-050', 'Pasted'], ['', 'With it']);
    expect(ids(workbook, 5, 6)).toEqual(['K-BIZ-050', 'K-BIZ-051']);
    workbook.host.act({ kind: 'delete-rows', sheet: workbook.sheet('Experiments').id, at: 3, count: 3 });
    workbook.type(4, 'Title', ['The next']);
    expect(ids(workbook, 4)).toEqual(['K-BIZ-052']);
  });

  trial('A copied spreadsheet, which remembers nothing, gives no ID twice', () => {
    const { store } = three();
    const copy = copyOfStore(store);
    copy.saveProperties({});
    const workbook = new Workbook(copy);
    workbook.type(5, 'Title', ['The next']);
    expect(ids(workbook, 5)).toEqual(['K-BIZ-004']);
  });

  trial('Undoing a new row leaves nothing behind', () => {
    const workbook = three();
    workbook.type(5, 'Title', ['Not after all']);
    set(workbook, 'undo', [[5, 'Title', null]]);
    expect(workbook.values('Experiments')).toHaveLength(4);
    workbook.type(5, 'Title', ['Something else']);
    expect(ids(workbook, 5)).toEqual(['K-BIZ-005']);
  });

  trial(
    'Undoing a new row leaves nothing behind that came with its days and status, whether it is heard of or not',
    () => {
      const cells: [number, string, Cell | null][] = [
        [5, 'Title', { value: 'Not after all' }],
        [5, 'Date', { value: 46_000, format: 'yyyy-mm-dd' }],
        [5, 'Status', { value: 'Active' }],
        [6, 'Title', { value: 'Nor this' }],
        [6, 'Layer', { value: 'System' }],
        [6, 'Status', { value: 'Completed' }],
      ];
      for (const isHeard of [true, false]) {
        const workbook = three();
        set(workbook, 'paste', cells);
        expect(ids(workbook, 5, 6)).toEqual(['K-BIZ-004', 'K-BIZ-005']);
        const blank = cells.map(([row, header]): [number, string, null] => [row, header, null]);
        if (isHeard) set(workbook, 'undo', blank);
        else {
          unheard(workbook, blank);
          workbook.ask('checkLog');
        }
        expect(workbook.values('Experiments')).toHaveLength(4);
      }
    },
  );

  trial('Undoing a title leaves what stood in its row before, and nothing else', () => {
    for (const isHeard of [true, false]) {
      const workbook = three();
      workbook.type(5, 'Layer', ['System']);
      workbook.type(5, 'Title', ['Not after all']);
      expect(ids(workbook, 5)).toEqual(['K-BIZ-004']);
      if (isHeard) set(workbook, 'undo', [[5, 'Title', null]]);
      else {
        unheard(workbook, [[5, 'Title', null]]);
        workbook.ask('checkLog');
      }
      expect(texts(workbook, 5, 'ID', 'Date', 'Status', 'Layer', 'Kept by Kaizen Log')).toEqual([
        '',
        '',
        '',
        'System',
        '',
      ]);
    }
  });

  trial('A title that is cleared in a row with words of its own leaves the ID', () => {
    const workbook = three();
    workbook.type(3, 'Hypothesis', ['Less is more']);
    workbook.type(3, 'Title', ['']);
    workbook.ask('checkLog');
    expect(texts(workbook, 3, 'ID', 'Status', 'Hypothesis')).toEqual(['K-BIZ-002', 'Proposed', 'Less is more']);
  });
});
