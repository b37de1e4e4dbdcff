import { afterAll, describe, expect, test } from '@jest/globals';
import { emptyExperiment, FIELDS, hasField, placeOf } from '../../../src/domain/experiment/template.ts';
import type { SheetSnapshot } from '../../../workbench/protocol.ts';
import { IS_LONG, report } from '../figures.ts';
import { copyOfStore, HAS_RULES, type Reply, Workbook } from '../workbook.ts';

/** The sizes at which the same must cost the same. */
const SIZES = [100, IS_LONG ? 10_000 : 400];
const LONGEST = 'x'.repeat(49_999);

afterAll(() =>
  report('size', { 'experiments at most': Math.max(...SIZES), 'characters in a cell': 50_000, entities: 200 }),
);

const SOUND = ['2026-02-11', 'Process', 'Holding', 'Active', 'If we stand, then less because.', 'Ten', '8 weeks'];

function filled(rows: number): Workbook {
  const workbook = Workbook.setUp();
  const { id, rows: before } = workbook.sheet('Experiments');
  // Room below: a new row at the very end of a sheet takes a call more, to add it.
  workbook.host.act({ kind: 'insert-rows', sheet: id, at: before, count: Math.max(rows + 50 - before, 1) });
  workbook.type(2, 'Title', ...Array.from({ length: rows }, (_, index) => [`Experiment ${index + 1}`, ...SOUND]));
  return workbook;
}

test('a large register is set up, edited, checked, saved to and exported with the very calls of a small one', () => {
  const OPERATIONS: Record<string, (workbook: Workbook, rows: number) => unknown> = {
    'set-up': (workbook) => workbook.host.choose('setUp'),
    'a cell': (workbook) => workbook.type(50, 'Duration', ['2 weeks']),
    'a new row': (workbook, rows) => workbook.type(rows + 2, 'Title', ['The last']),
    check: (workbook) => expect(workbook.ask('checkLog').ok).toBe(true),
    opening: (workbook) => expect(workbook.ask('readOverview').ok).toBe(true),
    form: (workbook) =>
      expect(
        workbook.ask('saveForm', {
          token: 'in-a-large-one',
          experiment: {
            ...emptyExperiment(),
            title: 'From a form',
            date: '2026-03-02',
            layer: 'Model',
            status: 'Active',
          },
        }),
      ).toMatchObject({ saved: true }),
    export: (workbook) => expect(workbook.ask('exportLog')).toMatchObject({ is: 'done' }),
  };
  const costs = SIZES.map((rows) => {
    const workbook = filled(rows);
    const counts = Object.entries(OPERATIONS).map(([name, act]) => {
      workbook.host.meter.reset();
      act(workbook, rows);
      const { read, write, drive } = workbook.host.meter.counts;
      return { name, read, write, drive };
    });
    const values = workbook.values('Experiments');
    expect(values).toHaveLength(rows + 3);
    expect(values[rows]?.slice(0, 2)).toEqual([`K-BIZ-${String(rows).padStart(3, '0')}`, `Experiment ${rows}`]);
    expect(Object.values(workbook.driveTexts())[0]?.match(/^### \[K-BIZ-\d/gm)).toHaveLength(rows + 2);
    return counts;
  });
  // Below row 1,000 the header takes a read of its own.
  const compared = ({ name, read, ...rest }: { name: string; read: number }) =>
    name === 'a new row' ? { name, ...rest } : { name, read, ...rest };
  expect(costs[1]?.map(compared)).toEqual(costs[0]?.map(compared));
});

describe('a text that fills its cell', () => {
  // Those that every register has.
  const LONG_FIELDS = FIELDS.filter((field) => placeOf(field) === 'block' && hasField(field.key, [])).map(
    ({ key }) => key,
  );

  test('goes through form, check, export and import without losing a character', () => {
    const workbook = Workbook.setUp().shorten();
    const texts = Object.fromEntries(LONG_FIELDS.map((key) => [key, `${key} ${LONGEST}`.slice(0, 49_999)]));
    const experiment = {
      ...emptyExperiment(),
      title: 'Long',
      date: '2026-03-02',
      layer: 'Model',
      status: 'Active',
      ...texts,
    };
    expect(workbook.ask('saveForm', { token: 'as-long-as-can-be', experiment })).toMatchObject({ saved: true });
    workbook.ask('checkLog');
    const read = (from: Workbook) => from.ask('readExperiment', { id: 'K-BIZ-001', row: 2 }).experiment;
    expect(read(workbook)).toMatchObject(texts);
    workbook.ask('exportLog');
    const [text = ''] = Object.values(workbook.driveTexts());
    const other = new Workbook();
    expect(other.ask('importLog', { name: 'log.md', text })).toMatchObject({ is: 'done', added: 1 });
    expect(read(other)).toMatchObject(texts);
    expect(other.ask('readLogText')).toMatchObject({ text });
  });

  test.each(LONG_FIELDS)('and one character more in %s is refused by form and import, with nothing written', (key) => {
    const workbook = Workbook.setUp().shorten();
    const experiment = { ...emptyExperiment(), title: 'Long', date: '2026-03-02', layer: 'Model', status: 'Proposed' };
    const before = workbook.host.snapshot();
    expect(
      workbook.ask('saveForm', { token: 'one-too-many', experiment: { ...experiment, [key]: `${LONGEST}x` } }),
    ).toMatchObject({ saved: false, refusals: { [key]: expect.stringContaining('50,000 characters') } });
    const label = FIELDS.find((field) => field.key === key)?.label;
    const text = `# Log\n\n## Active Experiments\n\n### [K-BIZ-001] Long\n**Date:** 2026-03-02\n**Layer:** Model\n**Entity:** Holding\n**Status:** Proposed\n\n**${label}:**\n${LONGEST}x\n`;
    expect(workbook.ask('importLog', { name: 'log.md', text })).toEqual({
      ok: false,
      message: `${label} of K-BIZ-001 has 50000 characters and a cell of Google Sheets holds 50,000: shorten it and try again.`,
    });
    expect(workbook.host.snapshot()).toEqual(before);
  });
});

/** A log of one experiment, with parts of its own. */
function logWith({ tagline = 'Words', entities = ['Holding'], candidate = 'An idea' }): string {
  return [
    '# Log',
    `*${tagline}*`,
    '## Experiment Template',
    `### [K-BIZ-XXX] Experiment Title\n**Date:** YYYY-MM-DD\n**Layer:** System / Process\n**Entity:** ${entities.join(' / ')}\n**Status:** Proposed / Active`,
    '## Experiment Candidates',
    `- System: ${candidate}`,
    '## Active Experiments',
    '### [K-BIZ-001] One\n**Date:** 2026-03-02\n**Layer:** System\n**Entity:** Holding\n**Status:** Proposed',
    '',
  ].join('\n\n');
}

/** Takes the log in and hands out what was answered, having seen that nothing at all was written. */
function refused(workbook: Workbook, text: string): Reply {
  const before = JSON.stringify(workbook.host.snapshot());
  const reply = workbook.ask('importLog', { name: 'log.md', text });
  expect(JSON.stringify(workbook.host.snapshot()) === before).toBe(true);
  return reply;
}

type Filled = SheetSnapshot['cells'][number];

describe('a limit of Google’s is named before anything is written', () => {
  test('by a candidate longer than a cell', () => {
    const reply = refused(new Workbook(), logWith({ candidate: `${LONGEST}x` }));
    expect(reply).toMatchObject({
      ok: false,
      message: expect.stringMatching(/^The candidate ".*a cell of Google Sheets holds 50,000/),
    });
  });

  test('by a tagline longer than a cell', () => {
    const reply = refused(new Workbook(), logWith({ tagline: `${LONGEST}x` }));
    expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(/tagline.* holds 50,000/) });
  });

  test('by more cells than a spreadsheet holds', () => {
    const workbook = Workbook.setUp();
    const store = copyOfStore(workbook.store);
    const book = workbook.host.snapshot();
    const [first] = book.sheets;
    if (first === undefined) throw new Error('There is no sheet.');
    const others = book.sheets.reduce((cells, { rows, columns }) => cells + rows * columns, 0);
    const rows = Math.floor((10_000_000 - others) / 100);
    const large = {
      ...first,
      id: 77,
      name: 'Large',
      rows,
      columns: 100,
      cells: [],
      validations: [],
      protections: [],
      conditionalFormats: [],
    };
    store.saveBook({ ...book, sheets: [...book.sheets, large] });
    const full = new Workbook(store);
    const experiment = (index: number) =>
      `### [K-BIZ-${String(index + 1).padStart(3, '0')}] Title\n**Date:** 2026-03-02\n**Layer:** System\n**Entity:** Holding\n**Status:** Proposed\n`;
    const text = `# Log\n\n## Active Experiments\n\n${Array.from({ length: 1100 }, (_, index) => experiment(index)).join('\n---\n\n')}`;
    expect(refused(full, text)).toMatchObject({ ok: false, message: expect.stringContaining('10 million cells') });
  });

  test('by a log larger than a script can hand to Drive', () => {
    const workbook = Workbook.setUp();
    workbook.type(2, 'Title', ['Long', '2026-03-02', 'System', 'Holding', 'Active']);
    const long = workbook.host.snapshot();
    const columns = ['Hypothesis', 'Expected Result', 'Actual Result', 'Learning', 'Risks Identified'].map((header) =>
      workbook.column(header),
    );
    // As after as many pastes; three bytes each, so that counting characters would not do.
    const cells = Array.from({ length: 75 }, (_, index) =>
      columns.map((column): Filled => [index + 1, column, { value: '€'.repeat(50_000) }]),
    ).flat();
    const sheets = long.sheets.map((sheet) =>
      sheet.name === 'Experiments' ? { ...sheet, cells: [...sheet.cells, ...cells] } : sheet,
    );
    const store = copyOfStore(workbook.store);
    store.saveBook({ ...long, sheets });
    const full = new Workbook(store);
    expect(full.ask('exportLog')).toEqual({
      ok: false,
      message: expect.stringContaining('larger than the 50 MB that a script can hand to Drive'),
    });
    expect(full.driveTexts()).toEqual({});
  });

  test('by a file name that no property keeps', () => {
    const workbook = Workbook.setUp();
    const { id } = workbook.sheet('Settings');
    workbook.host.act({ kind: 'type', sheet: id, row: 5, column: 1, text: [['n'.repeat(5_000)]] });
    const { findings } = workbook.ask('checkLog') as unknown as { findings: { message: string }[] };
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('longer than 200 characters'),
    );
    expect(workbook.ask('exportLog')).toMatchObject({ is: 'done', name: 'BUSINESS_KAIZEN.md' });
  });
});

describe('entities', () => {
  const names = (count: number) =>
    Array.from({ length: count }, (_, index) => [`Entity number ${index} with a name of its own, and a long one`]);

  function withEntities(count: number): Workbook {
    const workbook = Workbook.setUp();
    workbook.host.act({ kind: 'type', sheet: workbook.sheet('Settings').id, row: 1, column: 3, text: names(count) });
    return workbook;
  }

  test('of 200 kinds are offered, survive a deleted Settings sheet, and go out and in', () => {
    const workbook = withEntities(200);
    const last = names(200)[199]?.[0] ?? '';
    const offered = () => workbook.sheet('Experiments').validations.find(({ values }) => values.includes(last))?.values;
    expect(offered()?.length).toBe(HAS_RULES ? 200 : undefined);
    workbook.type(2, 'Title', ['One', '2026-03-02', 'System', last]);
    workbook.ask('checkLog');
    expect(workbook.cell(2, 'Findings')?.value ?? '').not.toMatch(/entity/i);
    workbook.host.act({ kind: 'delete-sheet', sheet: workbook.sheet('Settings').id });
    workbook.host.choose('setUp');
    expect(workbook.values('Settings').filter((row) => row[3] !== '' && row[3] !== undefined)).toHaveLength(201);
    workbook.ask('exportLog');
    const other = new Workbook();
    const [text = ''] = Object.values(workbook.driveTexts());
    expect(other.ask('importLog', { name: 'log.md', text })).toMatchObject({ is: 'done', added: 1 });
    expect(other.values('Settings').filter((row) => row[3] !== '' && row[3] !== undefined)).toHaveLength(201);
  });

  test('of 600 kinds are said to be more than a dropdown offers, and everything goes on working', () => {
    const workbook = withEntities(600);
    const { findings } = workbook.ask('checkLog') as unknown as { findings: { message: string }[] };
    expect(findings.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/600 entities and a dropdown of Google Sheets offers 500/),
    );
    expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
    expect(workbook.type(2, 'Title', ['One', '2026-03-02', 'System', names(600)[599]?.[0] ?? ''])).toEqual([]);
    expect(workbook.cell(2, 'ID')?.value).toBe('K-BIZ-001');
    const reply = refused(
      new Workbook(),
      logWith({ entities: names(600).map(([name = '']) => name.replace(/,/g, '')) }),
    );
    expect(reply).toMatchObject({ ok: false, message: expect.stringMatching(/600 entities and a dropdown/) });
  });
});
