// What people do by every way there is, while something stands in the way: rows hidden by a filter, a protected sheet, somebody who may only look, 10,000 rows (a tenth of them in the short run).
import { describe, expect } from '@jest/globals';
import type { Experiment } from '../../../../src/domain/experiment/template.ts';
import { ServiceError } from '../../../../workbench/host/service.ts';
import type { Cell } from '../../../../workbench/protocol.ts';
import { IS_LONG } from '../../figures.ts';
import { copyOfStore, Workbook } from '../../workbook.ts';
import { trialsOf } from './trials.ts';

const trial = trialsOf('people-ways');

const TITLES = ['One', 'Two', 'Three'];

/** Three experiments, exported, an own column with words, and a learning whose column is called otherwise. */
function filled(): Workbook {
  const workbook = Workbook.setUp().shorten();
  workbook.type(2, 'Title', ...TITLES.map((title) => [title]));
  workbook.type(2, 'Layer', ['System'], ['System'], ['System']);
  workbook.type(2, 'Status', ['Active'], ['Active'], ['Active']);
  workbook.type(2, 'Learning', ['Stand.']);
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
  return workbook;
}

const ids = (workbook: Workbook) => [2, 3, 4].map((row) => workbook.cell(row, 'ID')?.value ?? '');

const IDS = ['K-BIZ-001', 'K-BIZ-002', 'K-BIZ-003'];

let forms = 0;
function form(workbook: Workbook, row: number, change: Partial<Experiment>) {
  const id = IDS[row - 2] ?? '';
  const { experiment } = workbook.ask('readExperiment', { id, row }) as unknown as { experiment: Experiment };
  const opened = { id, row, experiment };
  return { token: `form-ways-${++forms}`, opened, experiment: { ...experiment, ...change } };
}

function logWith(workbook: Workbook, change: (text: string) => string) {
  const [text = ''] = Object.values(workbook.driveTexts());
  const [name = ''] = Object.keys(workbook.driveTexts());
  return { name, text: change(text) };
}

/** Cells set as a paste does it, or where no trigger hears of it, as a script of the person's own does. */
function set(workbook: Workbook, cause: 'paste' | 'format', cells: [row: number, header: string, Cell | null][]): void {
  workbook.host.act({
    kind: 'set',
    sheet: workbook.sheet('Experiments').id,
    cause,
    cells: cells.map(([row, header, cell]) => [row - 1, workbook.column(header), cell]),
  });
}

describe('rows hidden by a filter', () => {
  function filtered(): Workbook {
    const workbook = filled();
    const { id, columns } = workbook.sheet('Experiments');
    const area = { row: 0, column: 0, rows: 4, columns };
    workbook.host.act({ kind: 'set-filter', sheet: id, area });
    workbook.host.act({ kind: 'filter', sheet: id, column: workbook.column('Title'), rule: { hidden: ['Two'] } });
    expect(workbook.sheet('Experiments').filter?.rows).toEqual([2]);
    return workbook;
  }

  trial('A filter: IDs that are cleared and pasted over come back in hidden rows, too', () => {
    const workbook = filtered();
    set(workbook, 'paste', [
      [2, 'ID', { value: 'K-BIZ-003' }],
      [3, 'ID', null],
      [4, 'ID', { value: 'x' }],
    ]);
    expect(ids(workbook)).toEqual(IDS);
  });

  trial('A filter: a form, an import, a script and a check write hidden rows and move none', () => {
    const workbook = filtered();
    expect(workbook.ask('saveForm', form(workbook, 3, { title: 'Two again' }))).toMatchObject({
      ok: true,
      saved: true,
    });
    expect(
      workbook.ask(
        'importLog',
        logWith(workbook, (text) => text.replace('] Two', '] Two by import')),
      ),
    ).toMatchObject({ ok: true });
    set(workbook, 'format', [[3, 'ID', null]]);
    expect(workbook.ask('checkLog')).toMatchObject({ ok: true });
    expect(ids(workbook)).toEqual(IDS);
    expect(workbook.sheet('Experiments').filter?.rows).toEqual([2]);
  });

  trial('A filter: the next experiment goes right under the last one, hidden or not', () => {
    const workbook = filtered();
    const { id } = workbook.sheet('Experiments');
    workbook.host.act({
      kind: 'filter',
      sheet: id,
      column: workbook.column('Title'),
      rule: { hidden: ['Two', 'Three'] },
    });
    const saved = workbook.ask('saveForm', { ...form(workbook, 2, { id: '', title: 'Four' }), opened: undefined });
    expect(saved).toMatchObject({ saved: true, opened: { id: 'K-BIZ-004', row: 5 } });
  });
});

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
const FORBIDDEN = 'You do not have permission to edit this spreadsheet.';
const SENTENCE =
  'What this writes to is protected from you: have the owner of the spreadsheet let you edit it, then try again.';

/** All that writes, by every way that a page or a menu has. */
const WRITES: [way: string, act: (workbook: Workbook) => object][] = [
  ['a form', (workbook) => workbook.ask('saveForm', form(workbook, 3, { title: 'Two again', status: 'Proposed' }))],
  [
    'a new experiment’s form',
    (workbook) => workbook.ask('saveForm', { ...form(workbook, 2, { id: '', title: 'Four' }), opened: undefined }),
  ],
  [
    'an import',
    (workbook) =>
      workbook.ask(
        'importLog',
        logWith(workbook, (text) => text.replace('] Two', '] Two by import')),
      ),
  ],
  [
    'a candidate',
    (workbook) => workbook.ask('changeCandidate', { do: 'add', candidate: { layer: '', idea: 'Mint', question: '' } }),
  ],
  ['an answer about columns', (workbook) => workbook.ask('saveColumns', [])],
  ['repair', (workbook) => workbook.host.choose('setUp')],
];

describe.each([
  ['a protected sheet', PROTECTED],
  ['somebody who may only look by now', FORBIDDEN],
])('%s', (name, message) => {
  trial(`With ${name}, each way to write says one sentence, and nothing is half done`, () => {
    const { store } = filled();
    for (const [way, act] of WRITES) {
      const workbook = new Workbook(copyOfStore(store));
      const before = workbook.host.snapshot().sheets.map(({ name: sheet, cells }) => ({ sheet, cells }));
      workbook.host.beforeCall = ({ kind, method }) => {
        if (kind === 'write' && /^(?:Range|RangeList|Sheet)\./.test(method)) throw new ServiceError(message);
      };
      const reply = act(workbook);
      workbook.host.beforeCall = undefined;
      expect([way, reply]).toEqual([
        way,
        expect.objectContaining({ ok: false, message: expect.stringContaining(SENTENCE) }),
      ]);
      const after = workbook.host.snapshot().sheets.map(({ name: sheet, cells }) => ({ sheet, cells }));
      expect([way, after]).toEqual([way, before]);
    }
  });
});

/** What can be written without a column that is protected: nothing of the rest is, either. */
const PROTECTED_IN_PART: [
  way: string,
  sheet: string,
  header: string,
  act: (workbook: Workbook) => object,
  prepare?: (workbook: Workbook) => void,
][] = [
  [
    'a form',
    'Experiments',
    'Learning',
    (workbook) => workbook.ask('saveForm', form(workbook, 3, { title: 'Two again', learning: 'Sit.' })),
  ],
  [
    'a form that ends it',
    'Experiments',
    'Closed',
    (workbook) =>
      workbook.ask(
        'saveForm',
        form(workbook, 3, { status: 'Completed', actualResult: 'Ten', learning: 'Sit.', decision: 'Adopt' }),
      ),
  ],
  [
    'a new experiment’s form',
    'Experiments',
    'Learning',
    (workbook) => workbook.ask('saveForm', { ...form(workbook, 2, { id: '', title: 'Four' }), opened: undefined }),
  ],
  [
    'an import',
    'Experiments',
    'Learning',
    (workbook) =>
      workbook.ask(
        'importLog',
        logWith(workbook, (text) => text.replace('] Two', '] Two by import').replace('Stand.', 'Sit.')),
      ),
  ],
  [
    'fixes of one kind',
    'Experiments',
    'Layer',
    (workbook) => {
      const { findings } = workbook.ask('checkLog') as unknown as {
        findings: { code: string; row: number; seal: string; fix?: string }[];
      };
      const wrong = findings.filter(({ fix }) => fix !== undefined);
      expect(wrong.map(({ code }) => code)).toEqual(['unknown-layer', 'unknown-layer', 'unknown-layer']);
      return workbook.ask(
        'fixAll',
        wrong.map(({ code, row, seal }) => ({ code, row, seal })),
      );
    },
    (workbook) => {
      const [, column = 0] = workbook.sheet('Settings').cells.find(([, , { value }]) => value === 'System') ?? [];
      const { id } = workbook.sheet('Settings');
      workbook.host.act({ kind: 'type', sheet: id, row: 1, column, text: [['SYSTEM']] });
      workbook.ask('checkLog');
    },
  ],
  [
    'a candidate',
    'Candidates',
    'Question',
    (workbook) => workbook.ask('changeCandidate', { do: 'add', candidate: { layer: '', idea: 'Mint', question: '?' } }),
  ],
  [
    'a changed candidate',
    'Candidates',
    'Question',
    (workbook) =>
      workbook.ask('changeCandidate', {
        do: 'edit',
        seen: { row: 2, layer: '', idea: 'Sage', question: '' },
        candidate: { layer: 'System', idea: 'Sage tea', question: '?' },
      }),
    (workbook) =>
      void workbook.ask('changeCandidate', { do: 'add', candidate: { layer: '', idea: 'Sage', question: '' } }),
  ],
];

describe('one protected column', () => {
  for (const [way, sheet, header, act, prepare] of PROTECTED_IN_PART) {
    trial(`With one protected column, ${way} says one sentence, and nothing is half done`, () => {
      const workbook = filled();
      // Of the candidates, one with an own column in between: they are written in two parts.
      workbook.host.act({ kind: 'insert-columns', sheet: workbook.sheet('Candidates').id, at: 2, count: 1 });
      prepare?.(workbook);
      const column = workbook.values(sheet)[0]?.indexOf(header) ?? -1;
      const words = () =>
        workbook.host.snapshot().sheets.map(({ cells }) => cells.map(([row, at, { value }]) => [row, at, value]));
      const before = words();
      workbook.host.beforeCall = ({ kind, cells }) => {
        const isThere = cells?.sheet === sheet && cells.area.column <= column;
        if (kind === 'write' && isThere && column < cells.area.column + cells.area.columns)
          throw new ServiceError(PROTECTED);
      };
      const reply = act(workbook);
      workbook.host.beforeCall = undefined;
      expect(reply).toEqual(expect.objectContaining({ ok: false, message: SENTENCE }));
      expect(words()).toEqual(before);
    });
  }
});

trial('On a sheet that is protected in part, an edit keeps what was typed and says one sentence', () => {
  const workbook = filled();
  workbook.events.length = 0;
  workbook.host.beforeCall = ({ kind, method }) => {
    if (kind === 'write' && /^Range/.test(method)) throw new ServiceError(PROTECTED);
  };
  workbook.type(3, 'Title', ['Two again']);
  workbook.type(3, 'Status', ['Completed']);
  workbook.host.beforeCall = undefined;
  expect([workbook.cell(3, 'Title')?.value, workbook.cell(3, 'Status')?.value]).toEqual(['Two again', 'Completed']);
  expect(workbook.events.filter(({ kind }) => kind === 'failed')).toEqual([]);
  expect(workbook.events).toContainEqual(expect.objectContaining({ kind: 'toast', message: SENTENCE }));
  expect(workbook.ask('checkLog')).toMatchObject({ ok: true });
  expect(ids(workbook)).toEqual(IDS);
});

describe('a long register', () => {
  /** The last row, from 1. */
  const LAST = IS_LONG ? 10_001 : 1_001;

  /** The same experiment as often, each with an ID of its own, as an import leaves them. */
  function large(): Workbook {
    const workbook = filled();
    const book = workbook.host.snapshot();
    const id = workbook.column('ID');
    const state = workbook.column('Kept by Kaizen Log');
    const sheets = book.sheets.map((sheet) => {
      if (sheet.name !== 'Experiments') return sheet;
      const first = sheet.cells.filter(([row]) => row === 1);
      const cells = Array.from({ length: LAST - 4 }, (_, at) =>
        first.map(([, column, cell]): (typeof first)[number] => {
          const name = `K-BIZ-${String(at + 4).padStart(3, '0')}`;
          const own = column === state ? { value: String(cell.value).replace('K-BIZ-001', name) } : cell;
          return [at + 4, column, column === id ? { ...cell, value: name } : own];
        }),
      ).flat();
      return { ...sheet, rows: LAST + 50, cells: [...sheet.cells, ...cells] };
    });
    workbook.store.saveBook({ ...book, sheets });
    return new Workbook(workbook.store);
  }

  trial(
    `A register of ${(LAST - 1).toLocaleString('en')} rows: IDs come back, a wrong pick is taken back, a form is saved and a copy is named`,
    () => {
      const workbook = large();
      const at = (row: number, header: string) => workbook.cell(row, header)?.value;
      set(workbook, 'paste', [
        [LAST, 'ID', null],
        [LAST - 1, 'ID', { value: 'K-BIZ-001' }],
      ]);
      expect([at(LAST, 'ID'), at(LAST - 1, 'ID')]).toEqual([`K-BIZ-${LAST - 1}`, `K-BIZ-${LAST - 2}`]);
      const started = at(LAST, 'Started');
      workbook.type(LAST, 'Status', ['Completed']);
      workbook.type(LAST, 'Status', ['Active']);
      expect([at(LAST, 'Started'), at(LAST, 'Closed') ?? '']).toEqual([started, '']);
      const saved = workbook.ask('saveForm', {
        ...form(workbook, 2, { id: '', title: 'One more' }),
        opened: undefined,
      });
      expect(saved).toMatchObject({ saved: true, opened: { id: `K-BIZ-${LAST}`, row: LAST + 1 } });
      workbook.type(LAST + 1, 'ID', ['K-BIZ-005']);
      expect(at(LAST + 1, 'ID')).toBe(`K-BIZ-${LAST}`);
    },
  );
});
