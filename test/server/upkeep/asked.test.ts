// The self-check's steps that a person helps with: what they see, what they leave behind, and what the specification takes in of them.
import { beforeEach, expect, test } from '@jest/globals';
import { reportOf } from '../../../src/pages/self-check/report.ts';
import { DOWNLOAD, inFile, inTable, opensClaim, PAGES } from '../../../src/platform/asked-behaviours.ts';
import { inEdit } from '../../../src/platform/edit-behaviours.ts';
import { ServiceError } from '../../../workbench/host/service.ts';
import { claimsBySubject, recordedIn } from '../../conformance/table.ts';
import { Workbook } from '../workbook.ts';

const SHEET = 'Kaizen Log self-check by hand';

interface Outcome {
  name: string;
  isAsExpected: boolean;
  seen: string;
}

let workbook: Workbook;
beforeEach(() => {
  workbook = Workbook.setUp();
});

function tried(step: string, isSo?: boolean): Outcome[] {
  const reply = workbook.ask('tryAsked', { step, isSo });
  expect(reply).toMatchObject({ ok: true });
  return reply.asked as Outcome[];
}

const named = (claims: readonly { name: string }[]) => claims.map(({ name }) => ({ name, isAsExpected: true }));
const firstOf = (outcomes: Outcome[]) => outcomes.map(({ name, isAsExpected }) => ({ name, isAsExpected }));

/** The page in the dialog that was opened last, by what its root says it was opened for. */
function openedLast(): string | undefined {
  const pages = workbook.events.flatMap((event) => (event.kind === 'page' ? [event] : []));
  return /data-view="trial:(\w+)"/.exec(pages.at(-1)?.html ?? '')?.[1] ?? pages.at(-1)?.title;
}

function convert(): void {
  const { id } = workbook.sheet(SHEET);
  workbook.host.act({ kind: 'make-table', sheet: id, area: { row: 0, column: 0, rows: 4, columns: 3 } });
}

function typeIntoF1(): void {
  workbook.host.act({ kind: 'type', sheet: workbook.sheet(SHEET).id, row: 0, column: 5, text: [['x']] });
}

test('in a Table and in an edit all is as expected, and the sheet and what was remembered are gone', () => {
  const before = workbook.sheetNames();
  const kept = workbook.store.loadProperties();
  tried('prepare');
  convert();
  typeIntoF1();
  expect(firstOf(tried('look', true))).toEqual(named([...inTable, ...Object.values(inEdit)]));
  expect(workbook.sheetNames()).toEqual(before);
  expect(workbook.store.loadProperties().document).toEqual(kept.document);
});

test('what nobody did is not told', () => {
  tried('prepare');
  expect(tried('look', false)).toEqual([]);
});

test('a Table that is none differs', () => {
  tried('prepare');
  const [format, rule, value] = tried('look', true);
  expect([format, rule, value].map((outcome) => outcome?.isAsExpected)).toEqual([false, false, true]);
});

test('what onEdit may not do is told, by the kind of its error alone', () => {
  tried('prepare');
  workbook.host.beforeCall = ({ method }) => {
    if (method === 'Lock.tryLock') throw new ServiceError('Zanzibar is locked.');
  };
  typeIntoF1();
  workbook.host.beforeCall = undefined;
  const differing = tried('look').filter(({ isAsExpected }) => !isAsExpected);
  expect(differing).toEqual([
    expect.objectContaining({ name: 'onEdit takes the document lock', seen: 'threw Exception' }),
  ]);
});

test('Drive is tried in one file of its own, which is gone afterwards, even where Drive fails', () => {
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
  const before = workbook.driveTexts();
  expect(firstOf(tried('drive'))).toEqual(named(inFile));
  expect(workbook.driveTexts()).toEqual(before);
  workbook.host.beforeCall = ({ method }) => {
    if (method.endsWith('update')) throw new ServiceError('No writing to "Zanzibar" today.');
  };
  const differing = tried('drive').filter(({ isAsExpected }) => !isAsExpected);
  workbook.host.beforeCall = undefined;
  expect(differing).toHaveLength(inFile.length);
  expect(JSON.stringify(differing)).not.toContain('Zanzibar');
  expect(workbook.driveTexts()).toEqual(before);
});

test('each page is opened after the one before has said that it runs, and the self-check at the end', () => {
  const seen: (string | undefined)[] = [];
  for (const opened of ['', ...PAGES]) {
    expect(workbook.host.call('openNextPage', [opened])).toMatchObject({ ok: true });
    seen.push(openedLast());
  }
  expect(seen).toEqual([...PAGES, 'Self-check']);
  const { asked } = workbook.ask('runSelfCheck') as unknown as { asked: Outcome[] };
  expect(firstOf(asked)).toEqual(named(PAGES.map(opensClaim)));
});

test('a page that says nothing is told of', () => {
  workbook.host.call('openNextPage', ['']);
  workbook.host.call('openNextPage', ['sidebar']);
  const { asked } = workbook.ask('runSelfCheck') as unknown as { asked: Outcome[] };
  expect(asked.map(({ name, isAsExpected }) => [name, isAsExpected])).toEqual([
    [opensClaim('sidebar').name, true],
    [opensClaim('dashboard').name, false],
  ]);
});

test('every line of it that the report tells is one of the specification, and changes what that is worth', () => {
  tried('prepare');
  convert();
  typeIntoF1();
  tried('look', true);
  tried('drive');
  for (const opened of ['', ...PAGES]) workbook.host.call('openNextPage', [opened]);
  tried('download', false);
  const report = reportOf(workbook.ask('runSelfCheck') as unknown as Parameters<typeof reportOf>[0]);
  const recorded = recordedIn(report);
  const specified = claimsBySubject.flatMap(({ claims }) => claims.map(({ name }) => name));
  const asked = [...inTable, ...Object.values(inEdit), ...inFile, ...PAGES.map(opensClaim)];
  for (const { name } of asked) expect(recorded[name]).toBe('as expected');
  expect(recorded[DOWNLOAD.name]).toBe('differs: false');
  expect(specified).toEqual(expect.arrayContaining(Object.keys(recorded)));
});
