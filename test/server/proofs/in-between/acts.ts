// What other people do in a spreadsheet while a script runs, none of it under the script's lock.
import type { Experiment } from '../../../../src/domain/experiment/template.ts';
import type { PersonAction } from '../../../../workbench/protocol.ts';
import type { Workbook } from '../../workbook.ts';
import { BYSTANDER, TARGET } from './register.ts';

/** Somebody's act; hands out false where it could not be done, as a form that is to wait. */
export type Act = (workbook: Workbook) => boolean;

/** Those that the script hears of while it runs, so that they are an execution of their own. */
export const HEARD: ReadonlySet<string> = new Set([
  'type in another row',
  'type in the same row',
  'type in another candidate',
  'rename a header',
  "save another person's form",
]);

/** What the bystander's hypothesis ends with. */
const HEAVY = 'because it is heavy.';

/** The candidate that no operation is about. */
export const OTHER_IDEA = 'Ferry';

const SOMEBODY = 'somebody@example.com';

function sheetOf(workbook: Workbook): number {
  return workbook.sheet('Experiments').id;
}

/** The candidates' sheet, with how many rows are filled and the row, from 0, of an idea; nothing where fewer than two stand there. */
function candidatesOf(workbook: Workbook) {
  const values = workbook.values('Candidates');
  if (values.length < 3) return undefined;
  const row = values.findIndex(([, idea]) => idea === OTHER_IDEA);
  return { sheet: workbook.sheet('Candidates').id, rows: values.length, row };
}

function done(workbook: Workbook, action: PersonAction): boolean {
  return workbook.host.act(action).refused.length === 0;
}

/** The row, from 1, that carries somebody's mark. Throws where it is gone. */
export function rowMarked(workbook: Workbook, mark: string): number {
  const [header = [], ...rows] = workbook.values('Experiments');
  const index = rows.findIndex((row) => row[header.indexOf('Mark')] === mark);
  if (index < 0) throw new Error(`No row has the mark ${mark}.`);
  return index + 2;
}

/** The column, from 0, of a header; undefined while somebody has renamed it. */
function columnOf(workbook: Workbook, header: string): number {
  return workbook.values('Experiments')[0]?.indexOf(header) ?? -1;
}

export function typed(workbook: Workbook, mark: string, header: string, text: string): boolean {
  const [row, column] = [rowMarked(workbook, mark), columnOf(workbook, header)];
  if (column < 0) return false;
  return done(workbook, { kind: 'type', sheet: sheetOf(workbook), row: row - 1, column, text: [[text]] });
}

export const ACTS: Record<string, Act> = {
  'sort by title': (workbook) => {
    const values = workbook.values('Experiments');
    const area = { row: 1, column: 0, rows: values.length - 1, columns: values[0]?.length ?? 1 };
    const column = columnOf(workbook, 'Title');
    return done(workbook, { kind: 'sort', sheet: sheetOf(workbook), area, column, ascending: false });
  },
  'insert a row': (workbook) => done(workbook, { kind: 'insert-rows', sheet: sheetOf(workbook), at: 1, count: 1 }),
  'delete the blank rows below': (workbook) => {
    const { id: sheet, rows } = workbook.sheet('Experiments');
    const at = workbook.values('Experiments').length;
    return rows > at && done(workbook, { kind: 'delete-rows', sheet, at, count: rows - at });
  },
  'delete the row of a bystander': (workbook) =>
    done(workbook, { kind: 'delete-rows', sheet: sheetOf(workbook), at: rowMarked(workbook, BYSTANDER) - 1, count: 1 }),
  'move a column': (workbook) =>
    done(workbook, {
      kind: 'move-columns',
      sheet: sheetOf(workbook),
      from: columnOf(workbook, 'Layer'),
      count: 1,
      to: columnOf(workbook, 'Learning'),
    }),
  // Past status, timing, due date and findings, each of which is then one place further left.
  'move the titles behind what is worked out': (workbook) =>
    done(workbook, {
      kind: 'move-columns',
      sheet: sheetOf(workbook),
      from: columnOf(workbook, 'Title'),
      count: 1,
      to: columnOf(workbook, 'Hypothesis'),
    }),
  'insert a column': (workbook) =>
    done(workbook, { kind: 'insert-columns', sheet: sheetOf(workbook), at: columnOf(workbook, 'Title'), count: 1 }),
  'type in another row': (workbook) => typed(workbook, BYSTANDER, 'Learning', 'Learnt meanwhile'),
  'type in the same row': (workbook) => typed(workbook, TARGET, 'Expected Result', 'Expected meanwhile'),
  'rename a header': (workbook) =>
    done(workbook, {
      kind: 'type',
      sheet: sheetOf(workbook),
      row: 0,
      column: columnOf(workbook, 'Duration'),
      text: [['How long']],
    }),
  "save another person's form": (workbook) => {
    const { experiment, row } = OPENED;
    const changed = { ...experiment, actualResult: 'Seen meanwhile' };
    const opened = { id: 'K-BIZ-001', row, experiment };
    const reply = workbook.ask('saveForm', { token: 'meanwhile-1', experiment: changed, opened });
    return reply.ok && reply.saved === true;
  },
  "write into the log's file": (workbook) => {
    const texts = Object.values(workbook.driveTexts());
    if (!texts.some((text) => text.includes(HEAVY))) return false;
    workbook.editDriveText((text) => text.replace(HEAVY, 'because it is heavy, as the file says meanwhile.'));
    return true;
  },
  'sort the candidates': (workbook) => {
    const { sheet, rows = 0 } = candidatesOf(workbook) ?? {};
    if (sheet === undefined) return false;
    const area = { row: 1, column: 0, rows: rows - 1, columns: 5 };
    return done(workbook, { kind: 'sort', sheet, area, column: 1, ascending: false });
  },
  'insert a row above the candidates': (workbook) => {
    const { sheet } = candidatesOf(workbook) ?? {};
    return sheet !== undefined && done(workbook, { kind: 'insert-rows', sheet, at: 1, count: 1 });
  },
  'delete another candidate': (workbook) => {
    const { sheet, row = -1 } = candidatesOf(workbook) ?? {};
    return sheet !== undefined && row > 0 && done(workbook, { kind: 'delete-rows', sheet, at: row, count: 1 });
  },
  'type in another candidate': (workbook) => {
    const { sheet, row = -1 } = candidatesOf(workbook) ?? {};
    const text = [['Asked meanwhile']];
    return sheet !== undefined && row > 0 && done(workbook, { kind: 'type', sheet, row, column: 2, text });
  },
  undo: (workbook) => {
    const [row, column] = [rowMarked(workbook, BYSTANDER), columnOf(workbook, 'Hypothesis')];
    if (column < 0) return false;
    const cell = { value: 'If it was so before, then it is so again because it was undone.' };
    return done(workbook, { kind: 'set', sheet: sheetOf(workbook), cause: 'undo', cells: [[row - 1, column, cell]] });
  },
};

/** The bystander as somebody has it open in a form. */
const OPENED: { row: number; experiment: Experiment } = { row: 2, experiment: {} as Experiment };

export function openForm(workbook: Workbook): void {
  Object.assign(OPENED, workbook.ask('readExperiment', { id: 'K-BIZ-001', row: 2 }));
}

/** Carries an act out as somebody else, whole; hands out whether it could be done. */
export function actAsSomebody(workbook: Workbook, act: Act): boolean {
  const { host } = workbook;
  const { user, beforeCall, betweenRanges } = host;
  host.user = SOMEBODY;
  host.beforeCall = undefined;
  host.betweenRanges = undefined;
  try {
    return act(workbook);
  } finally {
    host.user = user;
    host.beforeCall = beforeCall;
    host.betweenRanges = betweenRanges;
  }
}
