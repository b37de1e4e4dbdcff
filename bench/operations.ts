// The operations whose cost is measured and held to bench/budget.json, each on a register of any size.
import { resolve } from 'node:path';
import { type Experiment, emptyExperiment } from '../src/domain/experiment/template.ts';
import { generatedRows, pastedRows } from '../test/fixtures/portfolio.ts';
import { copyOfStore, TODAY, Workbook } from '../test/server/workbook.ts';
import type { Cell } from '../workbench/protocol.ts';

/** The kinds of service calls that have budgets. */
export const KINDS = ['read', 'write', 'drive', 'lock', 'properties'] as const;
export type Counts = Record<(typeof KINDS)[number], number>;

export interface Operation {
  name: string;
  /** Once before the first round. */
  prepare?(workbook: Workbook, size: number): void;
  /** Before every round; not measured. `round` counts from 0. */
  arrange?(workbook: Workbook, size: number, round: number): void;
  run(workbook: Workbook, size: number, round: number): void;
  /** Every round begins with the register as `prepare` left it. */
  isFresh?: true;
  /** The register is empty, whatever the size. */
  isEmpty?: true;
}

/** What one round of an operation took. */
export interface Cost {
  counts: Counts;
  /** Milliseconds of the script, the work of the local host's services included. */
  milliseconds: number;
  /** Of the script alone. */
  alone: number;
}

/** Experiments without anything wrong, so that nothing is refused on the way. */
export function soundRows(size: number) {
  return generatedRows(size, TODAY).map((row) => {
    const { experiment, closed } = row;
    const isOpen = experiment.status !== 'Completed' && experiment.status !== 'Dropped';
    if (isOpen) return { ...row, experiment: { ...experiment, status: 'Proposed', date: '2026-02-11', started: '' } };
    const date = experiment.date === 'soon' ? '2025-12-01' : experiment.date;
    const decision = experiment.decision || 'Adopt';
    return {
      ...row,
      experiment: { ...experiment, date, decision },
      closed: closed === 'in spring' ? '2026-02-11' : closed,
    };
  });
}

/** What this project builds. */
export const OWN_DIST = resolve('dist');

/** By build and size. */
const registers = new Map<string, Workbook>();

/** A register of this many experiments, made by the add-on that is built in `dist`. */
export function registerOf(size: number, dist = OWN_DIST): Workbook {
  const key = `${dist} ${size}`;
  let made = registers.get(key);
  if (made === undefined) {
    made = Workbook.setUp(dist);
    made.type(2, 'ID', ...pastedRows(soundRows(size)));
    // As it is after a day's work: arrows of dropdowns and heights of rows reach to its end.
    succeed(made, 'checkLog');
    registers.set(key, made);
  }
  return reopened(made, dist);
}

function reopened({ store }: Workbook, dist: string): Workbook {
  return new Workbook(copyOfStore(store), TODAY, undefined, dist);
}

/** Lets go of what was made for the sizes so far. */
export function forgetRegisters(): void {
  registers.clear();
  logs.clear();
}

const logs = new Map<number, string>();

/** The log of a register of this size. */
export function logOf(size: number): string {
  const text = logs.get(size) ?? String(succeed(registerOf(size), 'readLogText').text);
  logs.set(size, text);
  return text;
}

/** The log after somebody has changed one experiment in it. */
function logRenamed(log: string, round: number): string {
  return log.replace(/^(### \[K-BIZ-003\]) .*$/m, `$1 Renamed in the file ${round}`);
}

/** Calls a public function as a page does, and fails where the page would show a failure. */
function succeed(workbook: Workbook, functionName: string, ...args: unknown[]) {
  const reply = workbook.ask(functionName, ...args);
  if (reply.ok !== true) throw new Error(`${functionName}: ${JSON.stringify(reply)}`);
  return reply;
}

/** Exports, and fails unless the log was written. */
function writeLog(workbook: Workbook): void {
  const reply = succeed(workbook, 'exportLog');
  if (reply.is !== 'done') throw new Error(`exportLog: ${JSON.stringify(reply)}`);
}

const FORM: Experiment = {
  ...emptyExperiment(),
  title: 'Shorter stand-up',
  date: '2026-02-11',
  layer: 'Process',
  entity: 'Holding',
  status: 'Proposed',
  hypothesis: 'If we stand, then we end sooner because standing tires.',
  expectedResult: 'Meetings of 10 minutes',
  duration: '8 weeks',
};

/** A first pattern, whose sheet is made for it. */
function withPattern(workbook: Workbook): void {
  succeed(workbook, 'saveEntry', { kind: 'pattern', entry: { ...emptyExperiment(), title: 'Stand up' } });
}

/** Types a title into a row of the patterns, from 0. */
function typePattern({ host }: Workbook, row: number, title: string): void {
  const sheet = host.snapshot().sheets.find(({ name }) => name === 'Patterns')?.id ?? 0;
  host.act({ kind: 'type', sheet, row, column: 1, text: [[title]] });
}

/** The first row, from 1, of an experiment in this status. */
function rowOfStatus(workbook: Workbook, status: string): number {
  const column = workbook.column('Status');
  return workbook.values('Experiments').findIndex((row) => row[column] === status) + 1;
}

const weeks = (round: number) => `${(round % 7) + 2} weeks`;
const retitle = (workbook: Workbook, round: number) => workbook.type(3, 'Title', [`Named anew ${round}`]);

/** A duration as the form sends it. */
const typed = (round: number) => ({
  experiment: { status: 'Active', started: '2026-02-11', date: '2026-02-11', decision: '', duration: weeks(round) },
  closed: '',
  settings: { sprintDays: 14, fiscalYearBegins: 0, dueSoonDays: 7, staleProposalDays: 14 },
  today: TODAY,
});

let forms = 0;
const token = () => `bench-form-${++forms}`;
let opened: Record<string, unknown> = {};

export const OPERATIONS: readonly Operation[] = [
  { name: 'open', run: ({ host }) => host.open() },
  { name: 'open the sidebar', run: (workbook) => void succeed(workbook, 'readOverview') },
  { name: 'open a form', run: (workbook) => void succeed(workbook, 'readExperiment', { id: 'K-BIZ-002', row: 3 }) },
  { name: 'read what was learnt', run: (workbook) => void succeed(workbook, 'readLearnt') },
  { name: 'read what is known', run: (workbook) => void succeed(workbook, 'readKnown', '') },
  { name: 'explain a duration', run: (workbook, _, round) => void succeed(workbook, 'explainDuration', typed(round)) },
  { name: 'edit one cell', run: (workbook, _, round) => void workbook.type(4, 'Title', [`Titled anew ${round}`]) },
  { name: 'edit a duration', run: (workbook, _, round) => void workbook.type(4, 'Duration', [weeks(round)]) },
  {
    name: 'move a status',
    arrange: (workbook) => void workbook.type(4, 'Status', ['Proposed']),
    run: (workbook) => void workbook.type(4, 'Status', ['Active']),
    isFresh: true,
  },
  {
    name: 'refused move',
    run: (workbook) => void workbook.type(rowOfStatus(workbook, 'Completed'), 'Status', ['Proposed']),
  },
  {
    name: 'clear an ID',
    run: (workbook) => void workbook.type(4, 'ID', ['']),
  },
  {
    name: 'clear 500 IDs',
    run: (workbook) => void workbook.type(2, 'ID', ...Array.from({ length: 500 }, () => [''])),
  },
  {
    name: 'copy a row',
    // Where the next one would go, so that both rows say so.
    run: (workbook, size) => copyRow(workbook, 3, size + 2),
    isFresh: true,
  },
  {
    name: 'new row',
    run: (workbook, size, round) => void workbook.type(size + 2 + round, 'Title', [`One more ${round}`]),
  },
  {
    name: 'paste 500 rows',
    run: (workbook, size) =>
      void workbook.type(
        size + 2,
        'Title',
        ...Array.from({ length: 500 }, (_, index) => [
          `Pasted ${index}`,
          '2026-01-05',
          'System',
          'Holding',
          'Proposed',
        ]),
      ),
    isFresh: true,
  },
  {
    name: 'paste over 500 rows',
    run: (workbook, _, round) =>
      void workbook.type(
        2,
        'Hypothesis',
        ...Array.from({ length: 500 }, (_, index) => [`If ${index}, then ${round}.`]),
      ),
  },
  {
    name: 'paste 500 durations',
    run: (workbook, _, round) =>
      void workbook.type(2, 'Duration', ...Array.from({ length: 500 }, (_, index) => [weeks(index + round)])),
  },
  {
    name: 'edit another sheet',
    run: ({ host }, _, round) => {
      const sheet = host.snapshot().sheets.find(({ name }) => name === 'Candidates')?.id ?? 0;
      host.act({ kind: 'type', sheet, row: 1, column: 1, text: [[`An idea ${round}`]] });
    },
  },
  {
    name: 'begin a pattern',
    prepare: withPattern,
    run: (workbook, _, round) => typePattern(workbook, 2, `Another ${round}`),
    isFresh: true,
  },
  {
    name: 'edit a pattern',
    prepare: withPattern,
    run: (workbook, _, round) => typePattern(workbook, 1, `Anew ${round}`),
  },
  {
    name: 'save a new form',
    run: (workbook) => void succeed(workbook, 'saveForm', { token: token(), experiment: FORM }),
  },
  {
    name: 'save a changed form',
    arrange: (workbook) => {
      const { ok: _, ...read } = succeed(workbook, 'readExperiment', { id: 'K-BIZ-002', row: 3 });
      opened = read;
    },
    run: (workbook, _, round) => {
      const experiment = { ...(opened.experiment as Experiment), title: `Saved anew ${round}` };
      const reply = succeed(workbook, 'saveForm', { token: token(), experiment, opened });
      if (reply.saved !== true) throw new Error(JSON.stringify(reply));
    },
  },
  { name: 'check', run: (workbook) => void succeed(workbook, 'checkLog') },
  { name: 'set up again', run: ({ host }) => void host.choose('setUp') },
  {
    name: 'preview an import',
    arrange: (_, size) => void logOf(size),
    run: (workbook, size) => void succeed(workbook, 'previewImport', { name: 'log.md', text: logOf(size) }),
    isEmpty: true,
  },
  {
    name: 'import',
    arrange: (_, size) => void logOf(size),
    run: (workbook, size) => void succeed(workbook, 'importLog', { name: 'log.md', text: logOf(size) }),
    isEmpty: true,
  },
  {
    name: 'import unknown words',
    arrange: (_, size) => void logOf(size),
    run: (workbook, size) => {
      const text = logOf(size).replace('**Layer:** System', '**Layer:** Kitchen');
      succeed(workbook, 'importLog', { name: 'log.md', text });
    },
    isEmpty: true,
  },
  {
    name: 'preview a sheet',
    arrange: addTracker,
    run: (workbook) => void succeed(workbook, 'previewSheet', { tabs: [trackerOf(workbook)] }),
    isEmpty: true,
  },
  {
    name: 'take over a sheet',
    arrange: addTracker,
    run: (workbook) => void succeed(workbook, 'importSheet', { tabs: [trackerOf(workbook)] }),
    isEmpty: true,
  },
  { name: 'preview an export', prepare: writeLog, arrange: retitled, run: (w) => void succeed(w, 'previewExport') },
  { name: 'first export', run: writeLog, isFresh: true },
  { name: 'export a change', prepare: writeLog, arrange: retitled, run: writeLog },
  { name: 'export nothing new', prepare: writeLog, run: writeLog },
  { name: 'download', run: (workbook) => void succeed(workbook, 'readLogText') },
  {
    name: 'sync',
    prepare: writeLog,
    arrange: (workbook, _, round) => {
      retitle(workbook, round);
      workbook.editDriveText((text) => logRenamed(text, round));
    },
    run: writeLog,
  },
  { name: 'dashboard', run: (workbook) => void succeed(workbook, 'readPortfolio') },
];

/** A whole row, hidden cells too, pasted into another; rows from 1. */
function copyRow({ host }: Workbook, from: number, to: number): void {
  const sheet = host.snapshot().sheets.find(({ name }) => name === 'Experiments');
  host.act({
    kind: 'set',
    sheet: sheet?.id ?? 0,
    cause: 'paste',
    cells: (sheet?.cells ?? []).flatMap(([row, column, cell]): [number, number, Cell][] =>
      row === from - 1 ? [[to - 1, column, cell]] : [],
    ),
  });
}

/** The fields that a team's own list has, and a column of its own. */
const TRACKED = ['title', 'status', 'date', 'layer', 'hypothesis', 'duration', 'actualResult', 'learning'] as const;
const HEADERS = ['Experiment', 'State', 'Created', 'Area', 'Why', 'How long', 'What happened', 'Learned', 'Cost'];

function addTracker(workbook: Workbook, size: number): void {
  const rows = soundRows(size).map(({ experiment }, at) => [...TRACKED.map((key) => experiment[key]), String(at % 97)]);
  workbook.host.act({ kind: 'add-sheet', name: 'Our tries', text: [HEADERS, ...rows] });
}

function trackerOf({ host }: Workbook): string {
  return String(host.snapshot().sheets.find(({ name }) => name === 'Our tries')?.id);
}

function retitled(workbook: Workbook, _: number, round: number): void {
  retitle(workbook, round);
}

/**
 * The costs of an operation's rounds, on a register of this many experiments; `beforeRun` is called before each is measured, `dist` is
 * the built add-on to measure.
 */
export function* costs(
  operation: Operation,
  size: number,
  beforeRun = () => {},
  dist = OWN_DIST,
): Generator<Cost, void> {
  // Of a script that has made a register V8 knows more than of another: each side makes one, also where an empty one is measured.
  const register = registerOf(size, dist);
  const first = operation.isEmpty ? Workbook.setUp(dist) : register;
  operation.prepare?.(first, size);
  for (let round = 0; ; round++) {
    const isAnew = operation.isFresh || operation.isEmpty;
    const workbook = isAnew ? reopened(first, dist) : first;
    operation.arrange?.(workbook, size, round);
    const { meter } = workbook.host;
    beforeRun();
    meter.reset();
    operation.run(workbook, size, round);
    const failed = workbook.events.find(({ kind }) => kind === 'failed');
    if (failed !== undefined) throw new Error(`${operation.name}: ${JSON.stringify(failed)}`);
    const counts = Object.fromEntries(KINDS.map((kind) => [kind, meter.counts[kind]])) as Counts;
    yield { counts, milliseconds: meter.milliseconds, alone: meter.milliseconds - meter.served };
  }
}
