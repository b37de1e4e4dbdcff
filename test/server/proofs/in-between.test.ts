// Somebody else's act at every service call of every operation: no word, ID or stamp is lost, doubled or in another row.
import { afterAll, expect, test } from '@jest/globals';
import { type Figures, IS_LONG, report, shareOf } from '../figures.ts';
import { ACTS, HEARD, typed } from './in-between/acts.ts';
import { Matrix } from './in-between/matrix.ts';
import { OPERATIONS, type Operation } from './in-between/operations.ts';
import { FAULTS, OVER } from './in-between/outcome.ts';
import { TARGET } from './in-between/register.ts';

/** What Sheets leaves possible, since it cannot compare before it writes. */
const HIDDEN = 'typed over in the very same cell';

const CLASSES = ['as one of the two orders', 'worked out late', ...FAULTS.filter((fault) => fault !== 'late')] as const;
type Class = (typeof CLASSES)[number];

const total = {
  operations: Object.keys(OPERATIONS).length,
  acts: Object.keys(ACTS).length,
  outcomes: 0,
  'within a write of several ranges': 0,
};
const found = none();
const hidden = { [HIDDEN]: 0 };
const table = (names: object) =>
  Object.fromEntries(Object.keys(names).map((name) => [name, { outcomes: 0, ...none() } as Figures]));
const tables = { operation: table(OPERATIONS), act: table(ACTS) };
afterAll(() => report('in-between', { ...total, ...found, ...hidden }, tables));

function none(): Record<Class, number> {
  return Object.fromEntries(CLASSES.map((name) => [name, 0])) as Record<Class, number>;
}

/** Counts an outcome in all that it belongs to: once under each of its classes. */
function count(operation: string, act: string, classes: ReadonlySet<Class>): void {
  total.outcomes += 1;
  for (const row of [tables.operation[operation], tables.act[act]])
    for (const name of ['outcomes', ...classes]) if (row !== undefined) row[name] = (row[name] ?? 0) + 1;
  for (const name of classes) found[name] += 1;
}

/**
 * In each part of the long run its share of the places; in the short run some of them, evenly, others for each act, 2,000 outcomes in all:
 * more of those acts that nobody hears of, which move rows and columns.
 */
function chosen(places: readonly number[], nth: number, isHeard: boolean, isSlow = false): readonly number[] {
  if (IS_LONG) return shareOf(places);
  const most = Math.min(places.length, Math.ceil((isHeard ? 3 : 8) / (isSlow ? 3 : 1)));
  const shift = nth / Object.keys(ACTS).length;
  return Array.from({ length: most }, (_, index) => places[Math.floor(((index + shift) * places.length) / most)] ?? 1);
}

test.each(Object.entries(OPERATIONS))(
  '%s',
  (operationName, operation) => {
    const matrix = new Matrix(operation);
    const wrong: string[] = [];
    for (const [nth, [name, act]] of Object.entries(ACTS).entries()) {
      if (!HEARD.has(name) && !matrix.isPossible(act)) continue;
      const orders = matrix.orders(act);
      for (const place of chosen(matrix.places(), nth, HEARD.has(name), operation.isSlow)) {
        const faults = matrix.tried(act, place, orders);
        total['within a write of several ranges'] += Number(matrix.isWithin(place));
        const classes = faults.map(({ fault }): Class => (fault === 'late' ? 'worked out late' : fault));
        count(operationName, name, new Set(classes.length === 0 ? ['as one of the two orders'] : classes));
        for (const { fault, where } of faults) {
          // What only looks may write nothing at all.
          if (fault === 'late' && !operation.isReader) continue;
          if (fault === OVER && operation.isWorkedOut && matrix.isAtTheWrite(place)) continue;
          wrong.push(`${name} before ${matrix.methods[place - 1]} (${place}): ${fault}: ${where}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  },
  600_000,
);

/** Operations that write words, with the cell of the target that they write, and what somebody types there meanwhile. */
const SAME_CELL: [operation: string, header: string, text: string][] = [
  ['a form saved', 'Hypothesis', 'If we swim, then it moves because we paddle.'],
  ['a word put right', 'Layer', 'Model'],
  ['an import', 'Title', 'Bark'],
  ['a sync', 'Title', 'Bark'],
];

const sameCell = IS_LONG ? shareOf(SAME_CELL) : SAME_CELL;
// Of the long run's parts only the first have one of these.
if (sameCell.length > 0)
  test.each(sameCell)(
    '%s writes over what is typed into its very cell (%s) only in the moment between looking and writing',
    (name, header, text) => {
      const matrix = new Matrix(OPERATIONS[name] as Operation);
      // In the short run those near a write.
      const isNear = (place: number) => matrix.methods.slice(place - 1, place + 24).includes('Range.setValues');
      const tried = matrix.places().filter((place) => IS_LONG || isNear(place));
      const calls = tried.filter((place) => {
        const { reply, workbook } = matrix.run((meanwhile) => typed(meanwhile, TARGET, header, text), place);
        const isTold = reply?.ok === false || reply?.is === 'asking' || reply?.saved === false;
        return !isTold && !workbook.values('Experiments').some((row) => row.includes(text));
      });
      hidden[HIDDEN] += calls.length;
      expect(tried.length).toBeGreaterThan(0);
      // Right after the look; in a sheet that is full, as this one, after the question whether it has grown meanwhile; and where new rows come
      // along, after the question whether there is room for them.
      const asked = 'Sheet.getMaxRows';
      const all = calls.map((place) => matrix.methods[place - 2]);
      // Where texts keep in another form than the usual, the cells are asked for their formats, too.
      const isUsual = !['apostrophe', 'listMarks'].includes(process.env.KAIZEN_HOST ?? '');
      const before = isUsual ? all : all.filter((method) => method !== 'Range.getNumberFormats');
      expect([[], ['Range.getValues'], ['Range.getValues', asked], ['Range.getValues', asked, asked]]).toContainEqual(
        before,
      );
    },
  );
