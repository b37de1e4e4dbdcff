import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { emptyExperiment, FIELDS } from '../../../src/domain/experiment/template.ts';
import { folderStore, type HostStore } from '../../../workbench/host/store.ts';
import { COMMON_FIELDS } from '../../common-fields.ts';
import { HOSTILE_TEXTS } from '../../fixtures/hostile-texts.ts';
import { IS_LONG, report } from '../figures.ts';
import { copied, Workbook } from '../workbook.ts';

/** Where each costs a whole set-up or five calls, one in ten is tried; all of them in the long version. */
const SOME = HOSTILE_TEXTS.filter((_, index) => IS_LONG || index % 10 === 0);

afterAll(() => report('hostile-text', { texts: HOSTILE_TEXTS.length, 'of them tried everywhere': SOME.length }));

const TEXT_FIELDS = COMMON_FIELDS.map(({ key }) => key).filter(
  (key) => !['id', 'date', 'started', 'layer', 'status', 'decision', 'other'].includes(key),
);

/** As the form sends it: the same words in every field that takes any. */
const experimentOf = (text: string) => ({
  ...emptyExperiment(),
  ...Object.fromEntries(TEXT_FIELDS.map((key) => [key, text])),
  date: '2026-02-11',
  layer: 'Process',
  status: 'Proposed',
});

let filledOnce: HostStore | undefined;

/** A register that holds each of them in all fields of an experiment. */
function filled(): Workbook {
  filledOnce ??= fill().store;
  return copied(filledOnce);
}

function fill(): Workbook {
  const workbook = Workbook.setUp();
  HOSTILE_TEXTS.forEach((text, index) => {
    const token = `hostile-form-${index}`;
    expect(workbook.ask('saveForm', { token, experiment: experimentOf(text) })).toMatchObject({ saved: true });
  });
  return workbook;
}

/** The formulas of a sheet that are not the register's own, which stand in Timing alone. */
function formulasOf(workbook: Workbook, name: string): string[] {
  const timing = name === 'Experiments' ? workbook.column('Timing') : -1;
  return workbook
    .sheet(name)
    .cells.flatMap(([, column, { formula }]) => (formula === undefined || column === timing ? [] : [formula]));
}

describe('hostile text', () => {
  test('has at least sixty kinds', () => {
    expect(new Set(HOSTILE_TEXTS).size).toBe(HOSTILE_TEXTS.length);
    expect(HOSTILE_TEXTS.length).toBeGreaterThanOrEqual(60);
  });

  test('in a form is kept letter by letter, in every field, and no cell calculates', () => {
    const workbook = filled();
    const header = workbook.values('Experiments')[0] ?? [];
    HOSTILE_TEXTS.forEach((text, index) => {
      const row = workbook.values('Experiments')[index + 1] ?? [];
      for (const key of TEXT_FIELDS) {
        const label = FIELDS.find((field) => field.key === key)?.label ?? '';
        // Blanks around a title mean nothing; everything else is as it was typed.
        expect(String(row[header.indexOf(label)]).trim()).toBe(text.trim());
      }
    });
    expect(formulasOf(workbook, 'Experiments')).toEqual([]);
  });

  test('comes back letter by letter through the exported log, into another register', () => {
    const workbook = filled();
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
    const text = Object.values(workbook.driveTexts())[0] ?? '';
    const other = Workbook.setUp();
    expect(other.ask('importLog', { name: 'hostile.md', text })).toMatchObject({ ok: true, findings: [] });
    // Blanks around a text of one line mean nothing in the log.
    const texts = (book: Workbook) =>
      book.values('Experiments').map((row) => row.slice(0, 9).map((value) => String(value).trim()));
    expect(texts(other)).toEqual(texts(workbook));
    expect(formulasOf(other, 'Experiments')).toEqual([]);
    expect(formulasOf(other, 'Log source')).toEqual([]);
  });

  test('as a log is taken in without an error, in the place of a whole log and inside one', () => {
    const workbook = Workbook.setUp();
    for (const text of HOSTILE_TEXTS) {
      expect(workbook.ask('previewImport', { name: text, text: `# ${text}\n\n${text}\n` })).toHaveProperty('ok');
    }
    const experiments = HOSTILE_TEXTS.map(
      (text, index) =>
        `### [K-BIZ-${100 + index}] ${text}\n**Entity:** ${text}\n**Status:** ${text}\n\n**Learning:**\n${text}\n`,
    );
    const log = `# Log\n\n## Active Experiments\n\n${experiments.join('\n---\n\n')}`;
    expect(workbook.ask('importLog', { name: 'x.md', text: log })).toHaveProperty('ok');
    for (const name of ['Experiments', 'Candidates', 'Settings', 'Log source'])
      expect(formulasOf(workbook, name)).toEqual([]);
  });

  test('as a candidate or a setting stays text, and every page goes on answering', () => {
    const workbook = Workbook.setUp();
    const settings = workbook.sheet('Settings');
    const labels = workbook.values('Settings').map((row) => row[0]);
    for (const text of HOSTILE_TEXTS) {
      expect(
        workbook.ask('changeCandidate', { do: 'add', candidate: { layer: text, idea: text, question: text } }),
      ).toMatchObject({ ok: true });
    }
    for (const text of SOME) {
      for (const label of labels.slice(1)) {
        workbook.host.act({ kind: 'type', sheet: settings.id, row: labels.indexOf(label), column: 1, text: [[text]] });
      }
      workbook.host.act({ kind: 'type', sheet: settings.id, row: 1, column: 3, text: [[text]] });
      for (const call of ['readOverview', 'readPortfolio', 'checkLog', 'readLogText', 'previewExport']) {
        expect(workbook.ask(call)).toHaveProperty('ok');
      }
    }
    const ideas = workbook
      .values('Candidates')
      .slice(1)
      .map((row) => row[1]);
    expect(ideas).toEqual(HOSTILE_TEXTS);
    expect(formulasOf(workbook, 'Candidates')).toEqual([]);
    expect(formulasOf(workbook, 'Settings')).toEqual([]);
  });

  test('as the file’s name leads nowhere but into the local Drive’s folder', () => {
    const outer = mkdtempSync(join(tmpdir(), 'hostile-'));
    const data = join(outer, 'one/two/data');
    mkdirSync(data, { recursive: true });
    const workbook = new Workbook(folderStore(data));
    workbook.host.choose('setUp');
    const settings = workbook.sheet('Settings');
    const row = workbook.values('Settings').findIndex(([label]) => label === 'File name');
    expect(row).toBeGreaterThan(0);
    const names = new Set([...SOME, ...HOSTILE_TEXTS.filter((text) => text.includes('outside'))]);
    for (const name of names) {
      workbook.host.act({ kind: 'type', sheet: settings.id, row, column: 1, text: [[name]] });
      expect(workbook.ask('exportLog', { file: 'new' })).toHaveProperty('ok');
    }
    const files = readdirSync(outer, { recursive: true, encoding: 'utf8', withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    const logs = files.filter(({ parentPath }) => parentPath.startsWith(join(data, 'drive')));
    expect(logs.length).toBeGreaterThan(0);
    expect(files.filter((file) => !logs.includes(file)).map(({ parentPath }) => parentPath)).toEqual(
      files.filter((file) => !logs.includes(file)).map(() => data),
    );
    rmSync(outer, { recursive: true });
  });

  test('as a sheet’s name keeps nobody from working, and set-up gives the name back', () => {
    const workbook = filled();
    const before = workbook.values('Experiments');
    for (const name of SOME) {
      const sheet = workbook.sheet('Experiments').id;
      workbook.host.act({ kind: 'rename-sheet', sheet, name });
      workbook.host.choose('setUp');
      expect(workbook.values('Experiments')[1]?.slice(0, 9)).toEqual(before[1]?.slice(0, 9));
    }
  });
});
