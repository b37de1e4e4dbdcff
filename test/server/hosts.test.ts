// A morning's work on a host that does everything the other way, which has Google Tables, ends as on the usual one. Each switch alone over all
// tests of the server: `npm run reliability -- --hosts`.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { HOSTS, NOT_OF_TABLES } from '../../scripts/reliability-parts.mjs';
import { emptyExperiment } from '../../src/domain/experiment/template.ts';
import { memoryStore } from '../../workbench/host/store.ts';
import { OTHER_WAY } from '../../workbench/host/switches.ts';
import { Workbook } from './workbook.ts';

const LOG = readFileSync('test/fixtures/tea-house.md', 'utf8');
const ASKED = process.env.KAIZEN_HOST;

afterEach(() => {
  if (ASKED === undefined) delete process.env.KAIZEN_HOST;
  else process.env.KAIZEN_HOST = ASKED;
});

function worked(host: string) {
  process.env.KAIZEN_HOST = host;
  const workbook = new Workbook(memoryStore());
  expect(workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text: LOG })).toMatchObject({ ok: true });
  workbook.shorten();
  const experiment = {
    ...emptyExperiment(),
    ...{ title: '=1+1', entity: '007', hypothesis: "'t is 1/2", learning: 'TRUE' },
    ...{ date: '2026-02-11', layer: 'Process', status: 'Proposed' },
  };
  expect(workbook.ask('saveForm', { token: 'of-a-new-experiment', experiment })).toMatchObject({ saved: true });
  const row = workbook.values('Experiments').length;
  expect(workbook.type(row, 'Status', ['Active'])).toEqual([]);
  expect(workbook.type(row, 'Duration', ['2 weeks'])).toEqual([]);
  expect(workbook.type(row + 1, 'Title', ['Pasted'], ['in a row'])).toEqual([]);
  const candidate = { layer: 'Process', idea: '=2+2', question: '+91 98' };
  expect(workbook.ask('changeCandidate', { do: 'add', candidate })).toMatchObject({ ok: true });
  // A new entity for the dropdown.
  const settings = workbook.sheet('Settings').id;
  workbook.host.act({ kind: 'type', sheet: settings, row: 8, column: 3, text: [['Barge']] });
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
  workbook.editDriveText((text) => text.replace('Second kettle', 'Third kettle'));
  workbook.type(2, 'Learning', ['Queues are shorter.']);
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
  expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
  expect(workbook.events.filter(({ kind }) => kind === 'failed')).toEqual([]);
  return {
    isTabled: workbook.sheet('Experiments').tables !== undefined,
    experiments: workbook.values('Experiments'),
    candidates: workbook.values('Candidates'),
    settings: workbook.values('Settings'),
    files: workbook.driveTexts(),
  };
}

test('with every switch the other way, on Tables too, a register ends with the same rows and the same log', () => {
  const { isTabled: _usually, ...usual } = worked('');
  expect(JSON.stringify(usual.files)).toContain('Third kettle');
  expect(worked('all')).toEqual({ ...usual, isTabled: true });
});

test('the reliability run knows every switch', () => {
  expect(HOSTS).toEqual(Object.keys(OTHER_WAY));
});

test('what is left out on Tables are tests that there are', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?:server|e2e)\/.*\.test\.ts$/.test(name),
  );
  const texts = files.map((name) => readFileSync(join('test', name), 'utf8')).join('\n');
  expect(Object.keys(NOT_OF_TABLES).filter((name) => texts.split(name).length !== 2)).toEqual([]);
});
