// The register that people and scripts meet in: four experiments, each with a mark of somebody's own that no script writes.
import type { HostStore } from '../../../../workbench/host/store.ts';
import { copied, Workbook } from '../../workbook.ts';

export const [BYSTANDER, TARGET] = ['A', 'B'];

/** Beside the register's columns, between them. */
export const MARK = 'Mark';

const ROWS = [
  [
    'Anchor',
    '2026-01-12',
    'Process',
    'Holding',
    'Active',
    'If we anchor, then it holds because it is heavy.',
    '5 of 5 hold',
    '8 weeks',
  ],
  [
    'Boat',
    '2026-01-13',
    'System',
    'Holding',
    'Proposed',
    'If we row, then it moves because we push.',
    '3 km',
    '4 weeks',
  ],
  [
    'Canal',
    '2026-01-14',
    'Model',
    'Holding',
    'Active',
    'If we dig, then it flows because it is lower.',
    '2 m',
    '6 weeks',
  ],
  [
    'Delta',
    '2026-01-15',
    'Process',
    'Holding',
    'Proposed',
    'If it silts, then we dredge because we must.',
    '1 harbour',
    '2 weeks',
  ],
];

/** The workbook in a copy of a store, as it stands while somebody has it open already. */
export const opened = (store: HostStore): Workbook => copied(store, false);

let filledStore: HostStore | undefined;

/** Four experiments with IDs from K-BIZ-001 on, marked A to D; Canal is completed. */
export function filled(): Workbook {
  filledStore ??= fill().store;
  return opened(filledStore);
}

function fill(): Workbook {
  const workbook = Workbook.setUp().shorten();
  const { id: sheet } = workbook.sheet('Experiments');
  const at = workbook.column('Expected Result');
  workbook.host.act({ kind: 'insert-columns', sheet, at, count: 1 });
  workbook.host.act({ kind: 'type', sheet, row: 0, column: at, text: [[MARK], ['A'], ['B'], ['C'], ['D']] });
  for (const [index, row] of ROWS.entries()) {
    workbook.type(index + 2, 'Title', row.slice(0, 6));
    workbook.type(index + 2, 'Expected Result', row.slice(6));
  }
  workbook.type(4, 'Actual Result', ['1.8 m', 'It silts', 'Adapt']);
  workbook.type(4, 'Status', ['Completed']);
  // Words that no rule keeps from what is worked out, right beside it.
  const [from, to] = [workbook.column('Risks Identified'), workbook.column('Entity')];
  workbook.host.act({ kind: 'move-columns', sheet, from, count: 1, to });
  return workbook;
}

/** A row below them that came in without an edit being heard of. */
export function unheard(workbook: Workbook, values: Record<string, string>, row = 6): Workbook {
  const cells = Object.entries(values).map(([header, value]): [number, number, { value: string }] => [
    row - 1,
    workbook.column(header),
    { value },
  ]);
  workbook.host.act({ kind: 'set', sheet: workbook.sheet('Experiments').id, cause: 'format', cells });
  return workbook;
}

/** Somebody has taken all rules away, so that cells hold words that no dropdown offers. */
export function unruled({ store, host }: Workbook): Workbook {
  const book = host.snapshot();
  store.saveBook({ ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, validations: [] })) });
  return opened(store);
}

const stores = new Map<unknown, HostStore>();

/** What a preparation leaves, made once. */
export function storeOf(prepare: () => Workbook): HostStore {
  const store = stores.get(prepare) ?? prepare().store;
  stores.set(prepare, store);
  return store;
}
