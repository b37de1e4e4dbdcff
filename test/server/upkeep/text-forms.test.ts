// However Google reads a leading apostrophe, or an equals sign, in cells of the format `@`: a text is kept letter by letter.
import { afterEach, describe, expect, test } from '@jest/globals';
import { emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { faultAt } from '../../../workbench/host/faults.ts';
import { memoryStore } from '../../../workbench/host/store.ts';
import { inLongRuns } from '../figures.ts';
import { copied, Workbook } from '../workbook.ts';

const HARD = ["'x", "''", '=1+1', '007', '1/2', 'TRUE', '+91 98', '=IF(', 'a, b'];
const ASKED = process.env.KAIZEN_HOST;

afterEach(() => {
  if (ASKED === undefined) delete process.env.KAIZEN_HOST;
  else process.env.KAIZEN_HOST = ASKED;
});

// The script remembers the form for as long as one execution.
Workbook.keepsScripts = false;

function setUpOn(host: string): Workbook {
  process.env.KAIZEN_HOST = host;
  const workbook = new Workbook(memoryStore());
  expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
  return workbook.shorten();
}

const formOf = (workbook: Workbook) => workbook.store.loadProperties().document?.textForm;

describe.each([
  ['', 'apostrophe'],
  ['equalsSign', 'apostrophe'],
  ['apostrophe,equalsSign', 'plain'],
  ['apostrophe', 'neither'],
  ['listMarks', 'needed'],
])('on a host with the switches "%s"', (host, form) => {
  test('what set-up finds out is remembered, and every way of writing keeps each text', () => {
    const workbook = setUpOn(host);
    expect(formOf(workbook)).toBe(form);
    // Where nothing is remembered, as in a register of an earlier release, repair finds it out.
    const properties = workbook.store.loadProperties();
    delete properties.document?.textForm;
    workbook.store.saveProperties(properties);
    const fresh = new Workbook(workbook.store);
    expect(fresh.host.choose('setUp')).toMatchObject({ ok: true });
    expect(formOf(fresh)).toBe(form);

    // A cell without the format of its column.
    fresh.host.act({
      kind: 'set',
      sheet: fresh.sheet('Experiments').id,
      cause: 'format',
      cells: Array.from({ length: 20 }, (_, column) => [2, column, {}]),
    });
    for (const [index, text] of HARD.entries()) {
      const experiment = {
        ...emptyExperiment(),
        ...{ title: text, learning: text, hypothesis: text, entity: text },
        ...{ date: '2026-02-11', layer: 'Process', status: 'Proposed' },
      };
      expect(fresh.ask('saveForm', { token: `form-${index}-of-nine`, experiment })).toMatchObject({ saved: true });
      const candidate = { layer: text, idea: text, question: text };
      expect(fresh.ask('changeCandidate', { do: 'add', candidate })).toMatchObject({ ok: true });
    }
    const { candidates } = fresh.ask('readCandidates');
    expect(fresh.ask('changeCandidate', { do: 'move up', seen: (candidates as object[])[2] })).toMatchObject({
      ok: true,
    });

    const column = (name: string, header: string) => {
      const [first = [], ...rows] = fresh.values(name);
      return rows.map((row) => row[first.indexOf(header)]);
    };
    for (const header of ['Learning', 'Hypothesis', 'Entity']) expect(column('Experiments', header)).toEqual(HARD);
    const [one, two, three, ...others] = HARD;
    for (const header of ['Layer', 'Idea', 'Question'])
      expect(column('Candidates', header)).toEqual([one, three, two, ...others]);

    // Out, and into another register, whose agreed text has to be read again.
    expect(fresh.ask('exportLog')).toMatchObject({ ok: true });
    const log = Object.values(fresh.driveTexts())[0] ?? '';
    const other = setUpOn(host);
    expect(other.ask('importLog', { name: 'log.md', text: log })).toMatchObject({ ok: true });
    expect(other.ask('previewExport')).toMatchObject({ ok: true });
    expect(other.values('Experiments').map((row) => row.slice(0, 9))).toEqual(
      fresh.values('Experiments').map((row) => row.slice(0, 9)),
    );
  });
});

test('a register of an earlier release, where nothing is remembered, finds it out as the first text is written', () => {
  const workbook = setUpOn('apostrophe,equalsSign');
  const properties = workbook.store.loadProperties();
  delete properties.document?.textForm;
  workbook.store.saveProperties(properties);
  const before = new Workbook(workbook.store);
  const candidate = { layer: 'Process', idea: "'x", question: '=1+1' };
  expect(before.ask('changeCandidate', { do: 'add', candidate })).toMatchObject({ ok: true });
  expect(before.values('Candidates')[1]?.slice(0, 3)).toEqual(['Process', "'x", '=1+1']);
  expect(formOf(before)).toBe('plain');
  expect(before.sheet('Log source').cells.filter(([, , { value }]) => value !== undefined)).toEqual([]);
});

inLongRuns.test('a trial that was ended on the spot, at whichever call, is done again from the start', () => {
  const { store } = setUpOn('listMarks');
  const properties = store.loadProperties();
  delete properties.document?.textForm;
  store.saveProperties(properties);
  const candidate = { layer: 'Process', idea: "'x", question: '=1+1' };
  const add = (workbook: Workbook) => workbook.host.call('changeCandidate', [{ do: 'add', candidate }]);
  let calls = 0;
  const counted = copied(store);
  counted.host.beforeCall = () => {
    calls += 1;
  };
  add(counted);
  for (let at = 1; at <= calls; at += 1) {
    const workbook = copied(store);
    workbook.host.beforeCall = faultAt(at, 'killed');
    add(workbook);
    workbook.host.beforeCall = undefined;
    expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
    expect([at, formOf(workbook)]).toEqual([at, 'needed']);
    expect(workbook.sheet('Log source').validations).toEqual([]);
  }
});

test('the cells of the trial are as they were, and a text of somebody’s there is left alone', () => {
  const workbook = setUpOn('apostrophe');
  const { id, rows, columns, cells } = workbook.sheet('Log source');
  expect(cells.filter(([, , { value }]) => value !== undefined)).toEqual([]);
  const properties = workbook.store.loadProperties();
  delete properties.document?.textForm;
  workbook.store.saveProperties(properties);
  const again = new Workbook(workbook.store);
  again.host.act({ kind: 'type', sheet: id, row: rows - 1, column: columns - 1, text: [['mine']] });
  expect(again.host.choose('setUp')).toMatchObject({ ok: true });
  expect(formOf(again)).toBeUndefined();
  expect(again.values('Log source')[rows - 1]?.[columns - 1]).toBe('mine');
});

test.each(['', 'listWords', 'listMarks,listWords', 'details'])(
  'on a host with the switches "%s" a layer may be called what would be a formula or a number if it were typed',
  (host) => {
    const workbook = setUpOn(host);
    const layers = ['=1+1', '+1', '007'];
    const settings = workbook.values('Settings');
    const column = (settings[0] ?? []).indexOf('Layer');
    const text = layers.map((layer) => [`'${layer}`]);
    const { id: sheet } = workbook.sheet('Settings');
    workbook.host.act({ kind: 'type', sheet, row: settings.length, column, text });
    for (const [at, layer] of layers.entries()) {
      const experiment = { ...emptyExperiment(), title: 'Rye', layer, date: '2026-02-11', status: 'Proposed' };
      expect(workbook.ask('saveForm', { token: `form-${at}-of-three`, experiment })).toMatchObject({ saved: true });
      expect(workbook.cell(at + 2, 'Layer')?.value).toBe(layer);
      expect(workbook.cell(at + 2, 'Findings')?.value).not.toContain('does not exist');
    }
    // What is none of them is let in, and told.
    expect(workbook.type(2, 'Layer', ['Kitchen'])).toEqual([]);
    expect(workbook.cell(2, 'Findings')?.value).toContain('The layer "Kitchen" does not exist');
  },
);
