// Somebody writes into the log's file in the very moment of an export: Drive cannot compare before it writes, and still no word is lost.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { Killed, ServiceError } from '../../../workbench/host/service.ts';
import type { HostStore } from '../../../workbench/host/store.ts';
import { memoryStore } from '../../../workbench/host/store.ts';
import { copyOfStore, type Reply, Workbook } from '../workbook.ts';
import { answersTo, succeed } from './replies.ts';

const log = readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8');
const TITLE = 'Second kettle beside the garden door';
const HEADING = /^# .*$/m;

const ASKED = process.env.KAIZEN_HOST;
function hostOf(switches: string | undefined): void {
  if (switches === undefined) delete process.env.KAIZEN_HOST;
  else process.env.KAIZEN_HOST = switches;
}
afterAll(() => hostOf(ASKED));

let store: HostStore | undefined;

/** A register with the log in it, exported once; its first title has changed since. */
function changed(replaced: 'handed out' | 'withheld' = 'handed out'): Workbook {
  if (store === undefined) {
    store = memoryStore();
    const workbook = new Workbook(store);
    workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: log });
    succeed(workbook.ask('exportLog'));
  }
  hostOf(replaced === 'withheld' ? 'replaced' : '');
  const workbook = new Workbook(copyOfStore(store));
  hostOf(ASKED);
  workbook.type(workbook.rowOf('K-TEA-001'), 'Title', ['Ours']);
  return workbook;
}

/** Does this before each of the next calls of Drive of that name. */
function before(workbook: Workbook, method: string, ...acts: (() => void)[]): void {
  workbook.host.beforeCall = (call) => {
    if (call.method === `Drive.${method}`) acts.shift()?.();
  };
}

const retitled = (title: string) => (text: string) => text.replace(HEADING, `# ${title}`);
const noted = (note: string) => (text: string) => text.replace('nobody queues at the bar.', `$& ${note}`);
const textOf = (workbook: Workbook) => Object.values(workbook.driveTexts())[0] ?? '';
const cellOf = (workbook: Workbook, header: string) =>
  String(workbook.cell(workbook.rowOf('K-TEA-001'), header)?.value);

/** Register and file say the same, with each of these words; another export has nothing to write. */
function expectBoth(workbook: Workbook, ...words: string[]): void {
  workbook.host.beforeCall = undefined;
  for (const word of words) expect(textOf(workbook)).toContain(word);
  expect(String(workbook.ask('readLogText').text)).toBe(textOf(workbook));
  expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: false, report: [] });
}

test('what somebody wrote between reading and writing is merged from the version that was written over', () => {
  const workbook = changed();
  before(workbook, 'Files.update', () => workbook.editDriveText(noted('And so they say.')));
  expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', wasWritten: true });
  expect(cellOf(workbook, 'Hypothesis')).toContain('And so they say.');
  expectBoth(workbook, 'Ours', 'And so they say.');
});

test('of several versions in between the last one counts, which came from the others', () => {
  const workbook = changed();
  before(workbook, 'Files.update', () => {
    workbook.editDriveText(noted('At first.'));
    workbook.editDriveText(noted('Then.'));
  });
  succeed(workbook.ask('exportLog'));
  expectBoth(workbook, 'Ours', 'At first.', 'Then.');
});

test('after three rounds it says so, and the next export brings in what is left', () => {
  const workbook = changed();
  const write = (after: string, word: string) => () =>
    workbook.editDriveText((text) => text.replace(after, `${after}${word}`));
  before(
    workbook,
    'Files.update',
    write('nobody queues at the bar.', ' One.'),
    write('Groups of three share most', ' (two)'),
    write('10 business days', ' or three weeks'),
  );
  expect(workbook.ask('exportLog')).toMatchObject({
    is: 'obstacle',
    obstacle: { message: expect.stringContaining('nothing is lost'), choices: [] },
  });
  expect(textOf(workbook)).toContain('Ours');
  succeed(workbook.ask('exportLog'));
  expectBoth(workbook, 'Ours', 'bar. One.', 'most (two)', 'days or three weeks');
});

test.each(['file', 'register'] as const)(
  'what both changed is asked about, with their words in the file again until then; %s is chosen',
  (choice) => {
    const workbook = changed();
    before(workbook, 'Files.update', () => workbook.editDriveText((text) => text.replace(TITLE, 'Theirs')));
    const asked = workbook.ask('exportLog');
    expect(asked).toMatchObject({ is: 'asking', questions: [{ id: 'K-TEA-001' }] });
    expect(textOf(workbook)).toContain('Theirs');
    expect(cellOf(workbook, 'Title')).toBe('Ours');
    succeed(workbook.ask('exportLog', { answers: answersTo(asked, choice) }));
    expectBoth(workbook, choice === 'file' ? 'Theirs' : 'Ours');
  },
);

/** An export after which Drive does not hand out what it wrote over: that text, which a person finds among the file's versions. */
function withheld(): { workbook: Workbook; theirs: string } {
  const workbook = changed('withheld');
  let theirs = '';
  before(workbook, 'Files.update', () => {
    workbook.editDriveText(noted('And so they say.'));
    theirs = textOf(workbook);
  });
  for (const reply of [workbook.ask('exportLog'), workbook.ask('exportLog')]) {
    expect(reply).toMatchObject({
      is: 'obstacle',
      obstacle: { message: expect.stringContaining('30 days'), choices: ['choose the file'] },
    });
  }
  return { workbook, theirs };
}

test('a version that Drive does not hand out is asked for, and merged once it is chosen', () => {
  const { workbook, theirs } = withheld();
  succeed(workbook.ask('exportLog', { fileText: theirs }));
  expectBoth(workbook, 'Ours', 'And so they say.');
});

test('a version that Drive does not hand out holds nobody up who chooses the file as it is', () => {
  const { workbook } = withheld();
  succeed(workbook.ask('exportLog', { fileText: textOf(workbook) }));
  expectBoth(workbook, 'Ours');
  expect(textOf(workbook)).not.toContain('And so they say.');
});

test.each([
  ['the execution is ended', () => new Killed('Exceeded maximum execution time'), () => undefined],
  [
    'Drive does not answer',
    () => new ServiceError('Service error: Drive'),
    (reply: Reply) => expect(reply).toMatchObject({ is: 'done', report: [expect.stringContaining('looks again')] }),
  ],
])('where %s before the versions are looked at, the next export does it', (_, failure, expectReply) => {
  const workbook = changed();
  before(workbook, 'Files.update', () => workbook.editDriveText(noted('And so they say.')));
  const { beforeCall } = workbook.host;
  let isFailed = false;
  workbook.host.beforeCall = (call) => {
    beforeCall?.(call);
    if (call.method !== 'Drive.Revisions.list' || isFailed) return;
    isFailed = true;
    throw failure();
  };
  const { ok, value } = workbook.host.call('exportLog', []) as { ok: boolean; value?: Reply };
  if (ok) expectReply(value as Reply);
  expect(isFailed).toBe(true);
  expect(textOf(workbook)).not.toContain('And so they say.');
  succeed(workbook.ask('exportLog'));
  expectBoth(workbook, 'Ours', 'And so they say.');
});

test('whoever may not see the versions exports all the same', () => {
  const workbook = changed();
  before(workbook, 'Revisions.list', () => {
    throw new ServiceError('The user does not have sufficient permissions for this file.');
  });
  expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', report: [] });
  expectBoth(workbook, 'Ours');
});

test('an export that fails while it merges what it wrote over begins there again, whatever was written since', () => {
  const workbook = changed();
  let updates = 0;
  workbook.host.beforeCall = ({ method }) => {
    if (method !== 'Drive.Files.update') return;
    updates += 1;
    if (updates === 1) workbook.editDriveText(noted('And so they say.'));
    else throw new Killed('Exceeded maximum execution time');
  };
  workbook.host.call('exportLog', []);
  expect(updates).toBe(2);
  workbook.host.beforeCall = undefined;
  expect(textOf(workbook)).not.toContain('And so they say.');
  workbook.editDriveText(retitled('Later'));
  succeed(workbook.ask('exportLog'));
  expectBoth(workbook, 'Ours', 'And so they say.', '# Later');
});
