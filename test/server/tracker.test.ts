// A team's own sheet becomes the register: taken over, changed, exported, synced, taken back, with the tab as it was.
import { describe, expect, test } from '@jest/globals';
import { faultAt } from '../../workbench/host/faults.ts';
import { ServiceError } from '../../workbench/host/service.ts';
import { FILES, trackerOf } from '../tracker/expected.ts';
import { addTab, column, ideasIn, lookOf, titlesIn } from './team-tab.ts';
import { copied, copyOfStore, Workbook } from './workbook.ts';

/** The shared trackers, each as the tabs that it has. */
const TRACKERS = [...new Set(FILES.map((file) => file.slice(0, 2)))].map((number) =>
  FILES.filter((file) => file.startsWith(number)),
);

test.each(TRACKERS)('%s is taken over, changed, exported and synced, and stays as it was', (...files) => {
  const workbook = new Workbook();
  const tabs = files.map((file) => {
    const { name, texts } = trackerOf(file);
    return String(addTab(workbook, name.replace(/\.csv$/, ''), texts));
  });
  const names = workbook.sheetNames();
  const before = names.map((name) => lookOf(workbook.sheet(name)));
  const plan = workbook.ask('previewSheet', { tabs });
  expect(plan).toMatchObject({ ok: true, same: 0, notes: files.length > 1 ? [expect.stringContaining('GC-07')] : [] });
  expect(workbook.sheetNames()).toEqual(names);

  const rows = (plan.tables as { experiments: number; ideas: number }[]).reduce(
    (sum, { experiments, ideas }) => sum + experiments + ideas,
    0,
  );
  const twice = files.length > 1 ? 1 : 0;
  const result = workbook.ask('importSheet', { tabs });
  expect(result).toMatchObject({ ok: true, changed: 0, same: 0 });
  expect(Number(result.added) + Number(result.candidates)).toBe(rows - twice);
  expect(titlesIn(workbook)).toHaveLength(Number(result.added));
  expect(ideasIn(workbook)).toHaveLength(Number(result.candidates));

  // Once more: nothing is doubled, whatever people have written here meanwhile.
  workbook.type(2, 'Title', ['Called otherwise here']);
  expect(workbook.ask('importSheet', { tabs })).toMatchObject({ ok: true, added: 0, changed: 0, candidates: 0 });
  expect(titlesIn(workbook)[0]).toBe('Called otherwise here');

  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
  const [text = ''] = Object.values(workbook.driveTexts());
  for (const title of titlesIn(workbook)) expect(text).toContain(title.slice(0, 20));
  workbook.editDriveText((log) => log.replace('Called otherwise here', 'Called otherwise there'));
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
  expect(titlesIn(workbook)[0]).toBe('Called otherwise there');
  expect(names.map((name) => lookOf(workbook.sheet(name)))).toEqual(before);
});

/** A register that has taken this tab over. */
const LINES = [
  ['ID', 'Experiment', 'Hypothesis', 'Owner', 'Start', 'Status', 'Impact', 'Ease', 'Score'],
  [
    'T-1',
    'Longer hours',
    'People ask for it because they work',
    'M.',
    '2026-02-02',
    'Running',
    '8',
    '6',
    '=AVERAGE(G2:H2)',
  ],
  ['T-2', 'Shorter menu', 'Fewer choices because nobody reads', 'S.', '2026-01-05', 'Won', '5', '7', '=AVERAGE(G3:H3)'],
  ['', 'Free water', '', '', '', 'Backlog', '4', '9', '=AVERAGE(G4:H4)'],
];

function takenOver(lines = LINES): { workbook: Workbook; tab: number; request: { tabs: string[] } } {
  const workbook = Workbook.setUp().shorten();
  const tab = addTab(workbook, 'Tests', lines);
  const request = { tabs: [String(tab)] };
  expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, added: 2, candidates: 1 });
  return { workbook, tab, request };
}

const type = (workbook: Workbook, sheet: number, row: number, columnAt: number, ...text: string[][]) =>
  workbook.host.act({ kind: 'type', sheet, row: row - 1, column: columnAt, text });

test('a tab of any size is read in six calls at most, links and merged cells apart, and written in four, those of an own column with its header', () => {
  const workbook = Workbook.setUp();
  const rows = Array.from({ length: 1200 }, (_, at) => [
    `Try ${at}`,
    'Running',
    '2026-02-02',
    `because ${at}`,
    `${at}`,
  ]);
  const tab = addTab(workbook, 'Our tries', [['Experiment', 'State', 'Begun', 'Why', 'Cost'], ...rows]);
  const calledBy = (functionName: string, request: object) => {
    const calls: string[] = [];
    workbook.host.beforeCall = ({ method, kind }) => {
      const isApart = ['Range.getRichTextValues', 'Range.getMergedRanges'].includes(method);
      calls.push(kind === 'read' && !isApart ? 'read' : method);
    };
    expect(workbook.ask(functionName, request)).toMatchObject({ ok: true });
    workbook.host.beforeCall = undefined;
    return (wanted: string) => calls.filter((call) => call === wanted).length;
  };
  const tabs = [String(tab)];
  const ofFile = calledBy('previewSheet', { file: { name: 'tries.csv', text: 'Experiment,State\nOne,Running\n' } });
  expect(calledBy('previewSheet', { tabs })('read') - ofFile('read')).toBeLessThanOrEqual(6);
  expect(calledBy('previewSheet', { tabs })('Range.getRichTextValues')).toBe(1);
  expect(calledBy('importSheet', { tabs })('Range.setValues')).toBe(4);
  expect(titlesIn(workbook)).toHaveLength(1200);
  expect(column(workbook, 'Cost').slice(-1)).toEqual(['1199']);
});

describe('a second run', () => {
  test('brings what is new, and what has changed in the sheet where nobody changed it here', () => {
    const { workbook, tab, request } = takenOver();
    type(workbook, tab, 2, 1, ['Much longer hours']);
    type(workbook, tab, 3, 2, ['Another reason because of waste']);
    type(workbook, tab, 5, 0, ['T-3', 'Music', 'Guests stay because they like it', 'K.', '2026-03-01', 'Running']);
    workbook.type(3, 'Hypothesis', ['Ours now because we know']);
    const plan = workbook.ask('previewSheet', request);
    expect(plan).toMatchObject({
      same: 0,
      notes: ['T-2 was changed in the sheet and here: Hypothesis stays as here.'],
    });
    expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, added: 1, candidates: 0 });
    expect(titlesIn(workbook)).toEqual(['Much longer hours', 'Shorter menu', 'Music']);
    expect(column(workbook, 'Hypothesis')[1]).toBe('Ours now because we know');
  });

  test('knows a row without an ID again whose title was changed, and an idea that was removed here', () => {
    const lines = LINES.map(([, ...cells]) => cells);
    const { workbook, tab, request } = takenOver(lines);
    type(workbook, tab, 2, 0, ['Hours that are longer']);
    const [candidate] = workbook.ask('readCandidates').candidates as object[];
    expect(workbook.ask('changeCandidate', { do: 'remove', seen: candidate })).toMatchObject({ ok: true });
    expect(workbook.ask('importSheet', request)).toMatchObject({ added: 0, changed: 1, candidates: 0 });
    expect(titlesIn(workbook)).toEqual(['Hours that are longer', 'Shorter menu']);
    expect(ideasIn(workbook)).toEqual([]);
  });

  test('makes an experiment of an idea that has begun', () => {
    const { workbook, tab, request } = takenOver();
    type(workbook, tab, 4, 4, ['2026-03-01', 'Running']);
    expect(workbook.ask('importSheet', request)).toMatchObject({ added: 1, candidates: 0 });
    expect([titlesIn(workbook), ideasIn(workbook)]).toEqual([['Longer hours', 'Shorter menu', 'Free water'], []]);
  });
});

test('a status of underscores can be given its meaning, although Google drops what stands under a key that ends in them', () => {
  const workbook = new Workbook();
  const lines = [
    ['No.', 'Experiment', 'Status'],
    ['T-1', 'Longer hours', '__'],
    ['T-2', 'Shorter menu', '__'],
    ['T-3', 'Free water', 'Done'],
  ];
  const tabs = [String(addTab(workbook, 'Ours', lines))];
  const said = workbook.ask('previewSheet', { tabs }) as unknown as {
    tables: { words: { part: string; plain: string; word: string }[]; key: string }[];
  };
  const [table] = said.tables;
  const word = table?.words.find((each) => each.word === '__');
  const answers = { [table?.key ?? '']: { statuses: { [word?.plain ?? '']: 'Active' } } };
  expect(workbook.ask('importSheet', { tabs, answers })).toMatchObject({ ok: true, added: 3 });
  expect(column(workbook, 'Status').slice(0, 3)).toEqual(['Active', 'Active', 'Completed']);
});

test('own columns keep their headers, numbers and those formulas that look at them alone', () => {
  const { workbook } = takenOver();
  expect(column(workbook, 'Impact')).toEqual(['8', '5']);
  expect(column(workbook, 'Score')).toEqual(['7', '6']);
  workbook.type(2, 'Impact', ['10']);
  expect(column(workbook, 'Score')[0]).toBe('8');
});

test('a formula that somebody put into an own column here stays where the sheet says nothing new of it', () => {
  const { workbook, tab, request } = takenOver();
  type(workbook, workbook.sheet('Experiments').id, 2, workbook.column('Impact'), ['=4+4']);
  type(workbook, tab, 2, 7, ['9']);
  expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, changed: 1 });
  expect(column(workbook, 'Ease')).toEqual(['9', '7']);
  expect(workbook.cell(2, 'Impact')).toMatchObject({ formula: '=4+4', value: 8 });
});

describe('a column of who does it', () => {
  const settingOf = (workbook: Workbook) =>
    workbook.values('Settings').find(([label]) => label === 'Optional fields')?.[1] ?? '';

  test('brings the field Owner, its setting, its line in the log, and goes again when the import is taken back', () => {
    const before = Workbook.setUp().shorten().values('Experiments')[0];
    const { workbook, tab, request } = takenOver();
    expect(settingOf(workbook)).toBe('Owner');
    expect(workbook.values('Experiments')[0]?.filter((label) => label === 'Owner')).toEqual(['Owner']);
    expect(column(workbook, 'Owner')).toEqual(['M.', 'S.']);
    expect(workbook.ask('readOverview')).toMatchObject({ owners: ['M.', 'S.'] });
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
    expect(Object.values(workbook.driveTexts())[0]?.match(/^\*\*Owner:\*\* .*$/gm)).toEqual([
      '**Owner:** M.',
      '**Owner:** S.',
    ]);
    type(workbook, tab, 2, 3, ['K.']);
    const plan = workbook.ask('previewSheet', request) as unknown as { incoming: { fields: string[] }[] };
    expect(plan.incoming.map(({ fields }) => fields)).toEqual([['Owner']]);
    expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, changed: 1, added: 0 });
    expect(column(workbook, 'Owner')).toEqual(['K.', 'S.']);

    const other = takenOver().workbook;
    expect(other.ask('takeBackSheet')).toMatchObject({ ok: true, removed: 3 });
    expect(settingOf(other)).toBe('');
    expect(other.values('Experiments')[0]).toEqual(before);
  });

  test('stays a column of one’s own where the register has one that is called so already', () => {
    const workbook = Workbook.setUp().shorten();
    const { id, columns } = workbook.sheet('Experiments');
    workbook.host.act({ kind: 'insert-columns', sheet: id, at: columns, count: 1 });
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: columns, text: [['Owner'], [''], ['', '']] });
    const tab = addTab(workbook, 'Tests', LINES);
    expect(workbook.ask('importSheet', { tabs: [String(tab)] })).toMatchObject({ ok: true, added: 2 });
    expect(settingOf(workbook)).toBe('');
    expect(column(workbook, 'Owner')).toEqual(['M.', 'S.']);
  });

  /** A tab that is to become the register; with `use`, what a person says its column of owners is. */
  function inPlace(use?: string) {
    const workbook = new Workbook();
    const tab = String(addTab(workbook, 'Ours', LINES));
    const answers = { [tab]: { columns: use === undefined ? {} : { [LINES[0]?.indexOf('Owner') ?? -1]: use } } };
    const request = { tabs: [tab], way: 'in-place', answers };
    const owners = () => workbook.values('Ours').map((row) => row[workbook.values('Ours')[0]?.indexOf('Owner') ?? -1]);
    return { workbook, request, owners };
  }

  test('is the field Owner where the tab itself becomes the register, and its own again when that is taken back', () => {
    const { workbook, request, owners } = inPlace();
    const before = owners();
    const plan = workbook.ask('previewSheet', request) as unknown as { place: { taken: string[][]; added: string[] } };
    expect(plan.place.taken).toContainEqual(['Owner', 'Owner']);
    expect(plan.place.added).not.toContain('Owner');
    expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true });
    expect(settingOf(workbook)).toBe('Owner');
    expect(workbook.ask('readOverview')).toMatchObject({ owners: expect.arrayContaining(['M.', 'S.']) });
    expect(owners()).toEqual(before);
    workbook.host.choose('setUp');
    expect(owners()).toEqual(before);
    expect(workbook.ask('takeBackSheet')).toMatchObject({ ok: true });
    expect(settingOf(workbook)).toBe('');
    expect(owners()).toEqual(before);
    expect(workbook.values('Experiments')[0]).not.toContain('Owner');
  });

  test('stays where the tab becomes the register and a person says so, and becomes the field once that is said', () => {
    const { workbook, request, owners } = inPlace('own');
    const before = owners();
    expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true });
    expect(settingOf(workbook)).toBe('');
    workbook.set('Optional fields', 'Owner');
    workbook.host.choose('setUp');
    expect(workbook.ask('saveColumns', [{ key: 'owner', is: 'taken' }])).toMatchObject({ ok: true });
    expect(workbook.ask('readOverview')).toMatchObject({ owners: expect.arrayContaining(['M.', 'S.']) });
    expect(owners()).toEqual(before);
  });

  test('leaves neither field nor setting behind where the tab cannot become the register after all', () => {
    const { workbook: first, request } = inPlace();
    expect(first.host.choose('setUp')).toMatchObject({ ok: true });
    const stateOf = (workbook: Workbook) => ['Experiments', 'Ours', 'Settings'].map((name) => workbook.values(name));
    const before = stateOf(first);
    for (let failing = 1, isDone = false; !isDone; failing += 1) {
      const workbook = copied(first.store);
      let writes = 0;
      workbook.host.beforeCall = ({ kind }) => {
        if (kind === 'write' && ++writes === failing) throw new ServiceError('Service error');
      };
      isDone = workbook.ask('importSheet', request).ok === true;
      workbook.host.beforeCall = undefined;
      expect([failing, isDone ? [] : stateOf(workbook)]).toEqual([failing, isDone ? [] : before]);
    }
  });
});

describe("columns of the register's optional fields", () => {
  const lines = [
    ['Versuch', 'Status', 'Erwartete Ersparnis', 'Ersparnis (€/Monat)'],
    ['Mehr Licht', 'läuft', '12.000 EUR a year', '140,00'],
  ];

  test('come into these where the register has them, and stay its own columns where it has not', () => {
    const workbook = Workbook.setUp();
    workbook.set('Optional fields', 'Expected Benefit, Actual Benefit');
    workbook.host.choose('setUp');
    workbook.shorten();
    const tabs = [String(addTab(workbook, 'Ours', lines))];
    expect(workbook.ask('previewSheet', { tabs })).toMatchObject({
      tables: [{ fields: ['expectedBenefit', 'actualBenefit'] }],
    });
    expect(workbook.ask('importSheet', { tabs })).toMatchObject({ ok: true, added: 1 });
    expect([column(workbook, 'Expected Benefit')[0], column(workbook, 'Actual Benefit')[0]]).toEqual([
      '12.000 EUR a year',
      '140,00 €/Monat',
    ]);
    expect(workbook.ask('importSheet', { tabs })).toMatchObject({ ok: true, added: 0, changed: 0, same: 1 });

    const other = Workbook.setUp().shorten();
    const request = { tabs: [String(addTab(other, 'Ours', lines))] };
    expect(other.ask('importSheet', request)).toMatchObject({ ok: true, added: 1 });
    expect(column(other, 'Ersparnis (€/Monat)')).toEqual(['140,00']);
  });
});

describe('an import that does not come to its end', () => {
  const request = { file: { name: 'tests.csv', text: LINES.map((line) => line.join(',')).join('\n') } };
  const stateOf = (workbook: Workbook) => [titlesIn(workbook), ideasIn(workbook), column(workbook, 'ID')];
  const { store } = Workbook.setUp().shorten();
  const begun = copied(store);
  let calls = 0;
  begun.host.beforeCall = () => {
    calls += 1;
  };
  begun.ask('importSheet', request);
  begun.host.beforeCall = undefined;
  const whole = stateOf(begun);
  const nothing = stateOf(copied(store));
  const spread = Array.from({ length: 12 }, (_, at) => Math.ceil(((at + 1) * calls) / 13));

  test.each(spread)('leaves all or nothing where call %i fails', (at) => {
    const workbook = copied(store);
    workbook.host.beforeCall = faultAt(at, 'service error');
    const reply = workbook.ask('importSheet', request);
    workbook.host.beforeCall = undefined;
    expect(stateOf(workbook)).toEqual(reply.ok ? whole : nothing);
  });

  test.each(spread)('is whole or nothing once the next call has come, where it was ended at call %i', (at) => {
    const workbook = copied(store);
    workbook.host.beforeCall = faultAt(at, 'killed');
    workbook.host.call('importSheet', [request]);
    workbook.host.beforeCall = undefined;
    expect(workbook.ask('checkLog')).toMatchObject({ ok: true });
    expect([whole, nothing]).toContainEqual(stateOf(workbook));
  });
});

describe('taking back', () => {
  test('removes what came in and leaves the register as it was', () => {
    const { workbook } = takenOver();
    expect(workbook.ask('readTabs')).toMatchObject({ last: { name: 'Tests', added: 2 } });
    expect(workbook.ask('takeBackSheet')).toEqual({ ok: true, removed: 3, kept: [] });
    expect([titlesIn(workbook), ideasIn(workbook)]).toEqual([[], []]);
    expect(workbook.values('Experiments')[0]).not.toContain('Impact');
    expect(workbook.ask('takeBackSheet')).toMatchObject({ ok: false, message: expect.stringContaining('no import') });
  });

  test('names what somebody has changed since, which stays', () => {
    const { workbook } = takenOver();
    workbook.type(2, 'Hypothesis', ['Ours now because we know']);
    expect(workbook.ask('takeBackSheet')).toEqual({ ok: true, removed: 2, kept: ['T-1'] });
    expect(titlesIn(workbook)).toEqual(['Longer hours']);
    expect(column(workbook, 'Impact')).toEqual(['8']);
  });
});

describe('in place', () => {
  /** Under the headers of what the register's Experiments sheet is here. */
  const columnsOf = (workbook: Workbook, name: string, ...labels: string[]) => {
    const [header = [], ...rows] = workbook.values(name);
    return labels.map((label) => rows.map((row) => String(row[header.indexOf(label)] ?? '')));
  };

  /** A tab with looks and rules of the team's own. */
  function dressed(lines: readonly (readonly string[])[]): { workbook: Workbook; request: object; look: () => string } {
    const workbook = new Workbook();
    const sheet = addTab(workbook, 'Ours', lines);
    const area = { row: 0, column: 1, rows: 2, columns: 2 };
    workbook.host.act({ kind: 'format', sheet, area, style: { background: '#ffeecc', bold: true } });
    workbook.host.act({ kind: 'resize-column', sheet, column: 1, width: 333 });
    workbook.host.act({ kind: 'freeze', sheet, rows: 2, columns: 1 });
    workbook.shorten();
    return {
      workbook,
      request: { tabs: [String(sheet)], way: 'in-place' },
      look: () => lookOf(workbook.sheet('Ours')),
    };
  }

  const SINGLE = TRACKERS.filter((files) => files.length === 1);
  test.each(SINGLE)('%s becomes the register, is changed, exported, synced and given back', (file = '') => {
    const { texts } = trackerOf(file);
    const { workbook, request, look } = dressed(texts);
    const [names, before] = [workbook.sheetNames(), look()];
    const plan = workbook.ask('previewSheet', request);
    expect(plan).toMatchObject({ ok: true, place: { refused: '' } });
    expect([workbook.sheetNames(), look()]).toEqual([names, before]);

    expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, candidates: 0, kept: 'Ours (as it was)' });
    const { taken, cells } = plan.place as { taken: [string, string][]; cells: string[] };
    expect(cells.length).toBeGreaterThan(0);
    const title = taken.find(([, label]) => label === 'Title')?.[0] ?? 'Title';
    const [titles = [], ids = []] = columnsOf(
      workbook,
      'Ours',
      title,
      taken.find(([, label]) => label === 'ID')?.[0] ?? 'ID',
    );
    expect(titles.filter((text) => text !== '')).toHaveLength(
      (plan.tables as { experiments: number; ideas: number }[]).reduce(
        (sum, { experiments, ideas }) => sum + experiments + ideas,
        0,
      ),
    );
    expect(ids.map((id) => id !== '')).toEqual(titles.map((text) => text !== ''));
    expect(workbook.sheet('Ours')).toMatchObject({ columnWidths: { '1': 333 } });

    const { id } = workbook.sheet('Ours');
    const column = workbook.values('Ours')[0]?.indexOf(title) ?? -1;
    workbook.host.act({ kind: 'type', sheet: id, row: 1, column, text: [['Called otherwise here']] });
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
    workbook.editDriveText((log) => log.replace('Called otherwise here', 'Called otherwise there'));
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
    expect(columnsOf(workbook, 'Ours', title)[0]?.[0]).toBe('Called otherwise there');

    // What was written meanwhile is kept beside it.
    expect(workbook.ask('takeBackSheet')).toMatchObject({
      ok: true,
      removed: ids.filter((id) => id !== '').length,
      tab: 'Ours (as the register)',
    });
    expect(look()).toBe(before);
    expect(columnsOf(workbook, 'Ours (as the register)', title)[0]?.[0]).toBe('Called otherwise there');
    expect(workbook.sheetNames()).toEqual([
      'Experiments',
      'Candidates',
      'Settings',
      'Log source',
      ...names,
      'Ours (as the register)',
    ]);
    expect(workbook.sheet('Experiments').hidden).toBe(false);
  });

  const down = (line: string[]) =>
    line.map((text) => text.replace(/([GH])(\d)/g, (_, letter, row) => `${letter}${Number(row) + 2}`));
  const TITLED = [['Our tests'], [], ...LINES.map(down), ['Total', '', '', '', '', '', '=SUM(G4:G6)']];

  test('says which words change and what leaves the tab, and keeps numbers, days and formulas as they are', () => {
    const lines = [...TITLED.slice(0, 2), [...(LINES[0] ?? []), 'Due'], ...TITLED.slice(3)];
    const { workbook, request } = dressed(lines);
    expect(workbook.ask('previewSheet', request)).toMatchObject({
      place: {
        taken: expect.arrayContaining([
          ['Experiment', 'Title'],
          ['Start', 'Started'],
        ]),
        renamed: [{ from: 'Due', to: 'Due (Ours)' }],
        lines: '1–2, 7',
        cells: expect.arrayContaining(['Row 4, Status: “Running” → “Active”', 'Row 6, Status: “Backlog” → “Proposed”']),
      },
    });
    expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, added: 3 });
    expect(columnsOf(workbook, 'Ours', 'Experiment', 'Status', 'Score', 'Due (Ours)')).toEqual([
      ['Longer hours', 'Shorter menu', 'Free water'],
      ['Active', 'Completed', 'Proposed'],
      ['7', '6', '6.5'],
      ['', '', ''],
    ]);
    // The register goes on in it: a row that is typed gets its ID, a repair changes nothing of what is the team's.
    const { id } = workbook.sheet('Ours');
    workbook.host.act({ kind: 'type', sheet: id, row: 4, column: 1, text: [['A fourth one']] });
    expect(columnsOf(workbook, 'Ours', 'ID')[0]?.[3]).toBe('T-4');
    const look = workbook.sheet('Ours').columnWidths;
    workbook.host.choose('setUp');
    expect(workbook.sheet('Ours')).toMatchObject({ columnWidths: look, name: 'Ours' });
    expect(workbook.ask('readTabs')).toMatchObject({ tabs: [], last: { name: 'Ours' } });
  });

  test('is refused in one sentence where it cannot be, and copying is not', () => {
    const { workbook, request } = dressed(TITLED);
    const other = addTab(workbook, 'Summary', [['=Ours!G7']]);
    expect(workbook.ask('previewSheet', request)).toMatchObject({
      place: { refused: expect.stringContaining('another tab has formulas') },
    });
    const names = workbook.sheetNames();
    expect(workbook.ask('importSheet', request)).toMatchObject({ ok: false, message: expect.stringContaining('Ours') });
    expect(workbook.sheetNames().filter((name) => names.includes(name))).toEqual(names);
    workbook.host.act({ kind: 'delete-sheet', sheet: other });
    expect(workbook.ask('importSheet', { ...request, way: 'copy' })).toMatchObject({ ok: true, added: 2 });
    expect(workbook.ask('importSheet', request)).toMatchObject({
      ok: false,
      message: expect.stringContaining('has experiments already'),
    });
  });

  describe('that does not come to its end', () => {
    const { workbook: first, request } = dressed(TITLED);
    first.host.choose('setUp');
    first.shorten();
    const { store } = first;
    const again = () => copied(store);
    const stateOf = (workbook: Workbook) =>
      workbook.host
        .snapshot()
        .sheets.filter(({ name }) => name !== 'Log source' && !name.endsWith('(found half-way)'))
        .map(({ name, hidden, ...sheet }) => [
          name,
          hidden,
          name.startsWith('Ours') ? lookOf({ ...sheet, name, hidden, id: 0 }) : '',
        ]);
    const tell = (workbook: Workbook, calls: { count: number }) => {
      workbook.host.beforeCall = () => {
        calls.count += 1;
      };
    };
    const [taking, giving] = [{ count: 0 }, { count: 0 }];
    const done = again();
    const nothing = stateOf(done);
    tell(done, taking);
    done.ask('importSheet', request);
    const taken = stateOf(done);
    const keptStore = copyOfStore(done.store);
    tell(done, giving);
    done.ask('takeBackSheet');
    done.host.beforeCall = undefined;
    const spread = (calls: { count: number }) =>
      Array.from({ length: 9 }, (_, at) => Math.ceil(((at + 1) * calls.count) / 10));

    test.each(spread(taking))('leaves all or nothing where call %i fails', (at) => {
      const workbook = again();
      workbook.host.beforeCall = faultAt(at, 'service error');
      const reply = workbook.ask('importSheet', request);
      workbook.host.beforeCall = undefined;
      expect(stateOf(workbook).map(([name, hidden]) => [name, hidden])).toEqual(
        (reply.ok ? taken : nothing).map(([name, hidden]) => [name, hidden]),
      );
      if (!reply.ok) expect(stateOf(workbook)).toEqual(nothing);
    });

    test.each(spread(taking))(
      'is whole or nothing once the next call has come, where it was ended at call %i',
      (at) => {
        const workbook = again();
        workbook.host.beforeCall = faultAt(at, 'killed');
        workbook.host.call('importSheet', [request]);
        workbook.host.beforeCall = undefined;
        expect(workbook.ask('checkLog')).toMatchObject({ ok: true });
        expect([taken, nothing]).toContainEqual(stateOf(workbook));
      },
    );

    test('keeps what somebody typed between an ended execution and the next call', () => {
      const workbook = again();
      workbook.host.beforeCall = faultAt(Math.ceil(taking.count * 0.6), 'killed');
      workbook.host.call('importSheet', [request]);
      workbook.host.beforeCall = undefined;
      const { id } = workbook.sheet('Ours');
      workbook.host.act({ kind: 'type', sheet: id, row: 30, column: 0, text: [['typed meanwhile']] });
      expect(workbook.ask('checkLog')).toMatchObject({ ok: true });
      expect(nothing).toEqual(stateOf(workbook));
      expect(JSON.stringify(workbook.values('Ours (found half-way)'))).toContain('typed meanwhile');
      expect(workbook.events).toContainEqual(
        expect.objectContaining({ kind: 'toast', message: expect.stringContaining('Ours (found half-way)') }),
      );
    });

    test.each(spread(giving))('is given back or not where call %i of that fails or is the last', (at) => {
      for (const fault of ['service error', 'killed'] as const) {
        const workbook = copied(keptStore);
        workbook.host.beforeCall = faultAt(at, fault);
        workbook.host.call('takeBackSheet', []);
        workbook.host.beforeCall = undefined;
        expect(workbook.ask('checkLog')).toMatchObject({ ok: true });
        const visible = stateOf(workbook).filter(([name, hidden]) => !hidden || name === 'Experiments');
        expect(
          [taken, nothing].map((state) => state.filter(([name, hidden]) => !hidden || name === 'Experiments')),
        ).toContainEqual(visible);
      }
    });
  });
});

describe('what is no tracker, or a hard one', () => {
  const file = (text: string, name = 'list.csv') => ({ file: { name, text } });

  test.each([
    ['nothing', '', 'nothing in what you chose'],
    ['numbers', '1,2,3\n4,5,6', 'names its columns'],
  ])('%s is refused in one sentence, and makes no register', (_, text, sentence) => {
    const workbook = new Workbook();
    const names = workbook.sheetNames();
    expect(workbook.ask('importSheet', file(text))).toMatchObject({
      ok: false,
      message: expect.stringContaining(sentence),
    });
    expect(workbook.sheetNames()).toEqual(names);
  });

  test("the register's own tab is not offered and not taken", () => {
    const workbook = Workbook.setUp().shorten();
    expect(workbook.ask('readTabs')).toMatchObject({ tabs: [] });
    const request = { tabs: [String(workbook.sheet('Experiments').id)] };
    expect(workbook.ask('importSheet', request)).toMatchObject({
      ok: false,
      message: expect.stringContaining('choose again'),
    });
  });

  test('IDs that others have, and those that can be none, are given anew and named', () => {
    const workbook = Workbook.setUp().shorten();
    workbook.type(2, 'Title', ['Here before']);
    const text =
      'ID,Experiment,Hypothesis,Status\nK-BIZ-001,Another one,because,Running\nTest A,A third,because,Running\n';
    expect(workbook.ask('previewSheet', file(text))).toMatchObject({
      notes: [expect.stringContaining('"K-BIZ-001" (Another one)'), expect.stringContaining('"Test A" (A third)')],
    });
    expect(workbook.ask('importSheet', file(text))).toMatchObject({ ok: true, added: 2 });
    expect(column(workbook, 'ID')).toEqual(['K-BIZ-001', 'K-BIZ-002', 'K-BIZ-003']);
    expect(column(workbook, 'Other fields').slice(1)).toEqual(['**ID:** K-BIZ-001', '**ID:** Test A']);
  });

  test('a cell longer than Google holds is refused, with nothing done', () => {
    const workbook = Workbook.setUp().shorten();
    const reply = workbook.ask(
      'importSheet',
      file(`Experiment,Hypothesis,Status\nLong,${'x'.repeat(50_001)},Running\n`),
    );
    expect(reply).toMatchObject({ ok: false, message: expect.stringContaining('50,000') });
    expect(titlesIn(workbook)).toEqual([]);
  });

  test('200 columns, semicolons, wrong quotes and formulas as text come in as they are', () => {
    const workbook = Workbook.setUp().shorten();
    const more = Array.from({ length: 197 }, (_, at) => `Own ${at}`);
    const text = `Experiment;Hypothesis;Status;${more.join(';')}\n"6 inch pots;=1+1 is two;Running;${more.map((_, at) => `v${at}`).join(';')}\n`;
    expect(workbook.ask('previewSheet', file(text))).toMatchObject({
      tables: [{ unread: [expect.stringContaining('Line 2')] }],
    });
    expect(workbook.ask('importSheet', file(text))).toMatchObject({ ok: true, added: 1 });
    expect([titlesIn(workbook), column(workbook, 'Hypothesis'), column(workbook, 'Own 196')]).toEqual([
      ['"6 inch pots'],
      ['=1+1 is two'],
      ['v196'],
    ]);
  });
});
