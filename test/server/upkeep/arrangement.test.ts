// The order of columns, the height of rows and how far dropdowns reach, in the real bundle.
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { arranged } from '../../../src/server/upkeep/arrangement.ts';
import { type ColumnKey, columnsFor } from '../../../src/sheet/columns.ts';
import { Host } from '../../../workbench/host/host.ts';
import { copyOfStore, Workbook } from '../workbook.ts';

const HEIGHT = 54;

const check = (workbook: Workbook) => expect(workbook.ask('checkLog')).toMatchObject({ ok: true });

/** Headers left to right, as far as any stands. */
const headersOf = (workbook: Workbook) => workbook.values('Experiments')[0] ?? [];

/** The register as an earlier release has laid it out, with a column of somebody's own behind Title and one behind Duration. */
function older(): Workbook {
  const workbook = Workbook.setUp();
  workbook.type(2, 'Title', ['Kettle by the door', '2026-02-11', 'System', 'Holding', 'Proposed', '', '', '8 weeks']);
  const { id: sheet } = workbook.sheet('Experiments');
  for (const [label, front] of [
    ['Findings', 'Other fields'],
    ['Due', 'Closed'],
    ['Timing', 'Kept by Kaizen Log'],
    ['Entity', 'Hypothesis'],
    ['Status', 'Hypothesis'],
  ] as const) {
    const from = workbook.column(label);
    workbook.host.act({ kind: 'move-columns', sheet, from, count: 1, to: workbook.column(front) });
  }
  for (const [left, name] of [
    ['Title', 'Nickname'],
    ['Duration', 'Paid by'],
  ] as const) {
    const at = workbook.column(left) + 1;
    workbook.host.act({ kind: 'insert-columns', sheet, at, count: 1 });
    workbook.host.act({ kind: 'type', sheet, row: 0, column: at, text: [[name]] });
    workbook.host.act({ kind: 'type', sheet, row: 1, column: at, text: [[`${name} of one`]] });
  }
  return workbook;
}

/** Opens the same spreadsheet where a person answers what is asked. */
function answering(workbook: Workbook, answer: 'ok' | 'cancel') {
  const asked: string[] = [];
  const store = copyOfStore(workbook.store);
  const host = new Host({
    dist: resolve('dist'),
    store,
    now: () => Date.parse('2026-03-02T02:30:00Z'),
    answerAlert: ({ message }) => {
      asked.push(message);
      return answer;
    },
  });
  host.open();
  expect(host.choose('arrangeColumns')).toMatchObject({ ok: true });
  return { asked, after: new Workbook(store) };
}

test('arranging shows the order, moves every column in one go, keeps own columns beside their neighbours and every cell under its header', () => {
  const before = older();
  const values = (workbook: Workbook, header: string) => workbook.cell(2, header)?.value;
  const { asked, after } = answering(before, 'ok');
  const wanted = columnsFor([])
    .map(({ label }) => label)
    .flatMap((label) =>
      label === 'Title' ? [label, 'Nickname'] : label === 'Duration' ? [label, 'Paid by'] : [label],
    );
  expect(headersOf(before)).not.toEqual(wanted);
  expect(asked[0]).toContain('ID, Title, Nickname, Status, Timing, Due, Findings, Entity, Layer, Date,');
  expect(headersOf(after)).toEqual(wanted);
  for (const header of wanted) expect([header, values(after, header)]).toEqual([header, values(before, header)]);
  after.type(2, 'Status', ['Active']);
  expect(after.cell(2, 'Started')?.value).toBeDefined();
  expect(answering(after, 'ok').asked).toEqual([]);
});

test('who is asked and says no keeps the columns as they are', () => {
  const before = older();
  expect(headersOf(answering(before, 'cancel').after)).toEqual(headersOf(before));
});

test('own columns in front of the first of ours stay there', () => {
  const places = new Map<ColumnKey, number>([
    ['due', 2],
    ['id', 3],
  ]);
  expect(arranged(places, 6)).toEqual([0, 1, 3, 4, 5, 2]);
});

test('what one seldom looks at is hidden in a new register, and a repair leaves it shown once somebody has shown it', () => {
  const workbook = Workbook.setUp();
  const { id: sheet } = workbook.sheet('Experiments');
  const hidden = () =>
    [...workbook.sheet('Experiments').hiddenColumns].sort((a, b) => a - b).map((column) => headersOf(workbook)[column]);
  expect(hidden()).toEqual(['Other fields', 'Started', 'Closed', 'Kept by Kaizen Log']);
  workbook.host.act({ kind: 'show-columns', sheet, at: workbook.column('Started'), count: 2 });
  workbook.host.choose('setUp');
  expect(hidden()).toEqual(['Other fields', 'Kept by Kaizen Log']);
});

test('rows are three lines high before one types into them, 20 below the last experiment, and as high as their text once the menu says so', () => {
  const workbook = Workbook.setUp();
  const heights = () => workbook.sheet('Experiments').rowHeights;
  // The header has a height of its own.
  const high = (count: number) =>
    Object.fromEntries([[0, 30], ...Array.from({ length: count }, (_, at) => [at + 1, HEIGHT])]);
  expect(heights()).toEqual(high(20));
  workbook.type(2, 'Title', ['One'], ['Two']);
  check(workbook);
  expect(heights()).toEqual(high(22));
  workbook.host.choose('showWholeRows');
  workbook.type(4, 'Title', ['Three']);
  check(workbook);
  expect(heights()).toEqual(high(0));
  workbook.host.choose('showShortRows');
  expect(heights()).toEqual(high(23));
});

test('arrows of dropdowns reach 20 rows below the last experiment, are moved by a check and not by an edit, and far below a word is still judged', () => {
  const workbook = Workbook.setUp();
  const arrowsTo = () => {
    const column = workbook.column('Status');
    const rules = workbook.sheet('Experiments').validations.filter(({ area }) => area.column === column);
    const last = (shown: boolean) =>
      Math.max(0, ...rules.flatMap(({ area, showDropdown }) => (showDropdown === shown ? [area.row + area.rows] : [])));
    return [last(true), last(false)];
  };
  expect(arrowsTo()).toEqual([21, 1000]);
  workbook.type(2, 'Title', ['One'], ['Two'], ['Three']);
  expect(arrowsTo()).toEqual([21, 1000]);
  check(workbook);
  expect(arrowsTo()).toEqual([24, 1000]);
  expect(workbook.type(900, 'Status', ['Nonsense'])).toHaveLength(1);
});

test('in an empty register the first Title cell says that one types there, until one does; a note of somebody’s own stays', () => {
  const workbook = Workbook.setUp();
  expect(workbook.cell(2, 'Title')?.note).toMatch(/^Type a title here/);
  workbook.type(2, 'Title', ['One']);
  expect(workbook.cell(2, 'Title')?.note ?? '').toBe('');
  const other = Workbook.setUp();
  const { id: sheet } = other.sheet('Experiments');
  const cell = { note: 'Ours' };
  other.host.act({ kind: 'set', sheet, cause: 'paste', cells: [[1, other.column('Title'), cell]] });
  other.type(2, 'Title', ['One']);
  expect(other.cell(2, 'Title')?.note).toBe('Ours');
});
