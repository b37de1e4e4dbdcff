// The optional field Owner: off until the register wants it, and nothing that anybody wrote is lost while it comes and goes.
import { describe, expect, test } from '@jest/globals';
import { ServiceError } from '../../../workbench/host/service.ts';
import { copyOfStore, HAS_RULES, Workbook } from '../workbook.ts';

/** Writes the setting Optional fields as a person does. */
const wish = (workbook: Workbook, text: string) => workbook.set('Optional fields', text);

/** The same, and has the register brought into order, as the toast says. */
function want(workbook: Workbook, text: string): void {
  const before = header(workbook);
  wish(workbook, text);
  // Nobody's column moves while somebody may be typing.
  expect(header(workbook)).toEqual(before);
  expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
}

const header = (workbook: Workbook) => workbook.values('Experiments')[0];
const logOf = (workbook: Workbook) => (workbook.ask('readLogText') as unknown as { text: string }).text;
const exported = (workbook: Workbook) => {
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
  return Object.values(workbook.driveTexts())[0] ?? '';
};

const LOG = `# Oven log

## Active Experiments

### [K-OVN-001] Bread by bicycle

**Date:** 2026-02-11
**Owner:** Mia Brandt
**Status:** Active
**Station:** Oven

**Hypothesis:**
Bicycles are faster.

### [K-OVN-002] Steam at the start

**Date:** 2026-02-12
**Status:** Active
**Owner:** Tom, Mia Brandt
`;

describe('a register that does not want it', () => {
  test('has no column, no field in the form and no line in the log, and leaves the label among the other fields', () => {
    const workbook = Workbook.setUp();
    workbook.type(2, 'Title', ['Bread by bicycle']);
    workbook.type(2, 'Other fields', ['**Owner:** Mia']);
    expect(header(workbook)).not.toContain('Owner');
    expect(workbook.ask('readOverview')).toMatchObject({ settings: { optionalFields: [] }, owners: [] });
    expect(logOf(workbook)).toContain('**Owner:** Mia');
  });

  test("leaves people's own column of that name alone, and out of the log", () => {
    const workbook = Workbook.setUp();
    const last = header(workbook)?.length ?? 0;
    const { id } = workbook.sheet('Experiments');
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: last, text: [['Owner'], ['Mia']] });
    workbook.type(2, 'Title', ['Bread by bicycle']);
    expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
    expect(workbook.cell(2, 'Owner')?.value).toBe('Mia');
    expect(logOf(workbook)).not.toContain('Mia');
  });
});

describe('the setting', () => {
  test('adds the column beside the layer with the next repair, takes what Other fields said of it, and leaves every byte of the log', () => {
    const workbook = Workbook.setUp();
    workbook.type(2, 'Title', ['Bread by bicycle']);
    workbook.type(2, 'Other fields', ['**Station:** Oven\n**Owner:** Mia Brandt\n**Cost:** 3']);
    const before = exported(workbook);
    want(workbook, 'owner');
    expect(workbook.column('Owner')).toBe(workbook.column('Layer') + 1);
    expect(workbook.cell(1, 'Owner')?.note).toBe('Who sees to it. Free text.');
    expect(workbook.cell(2, 'Owner')?.value).toBe('Mia Brandt');
    expect(workbook.cell(2, 'Other fields')?.value).toBe('**Station:** Oven\n**Cost:** 3');
    expect(workbook.ask('previewExport')).toMatchObject({ ok: true, outgoing: [] });
    expect(exported(workbook)).toBe(before);
    workbook.type(2, 'Owner', ['Tom']);
    expect(exported(workbook)).toBe(before.replace('Mia Brandt', 'Tom'));
  });

  test('offers the names of the column in its cells, and takes any other', () => {
    const workbook = Workbook.setUp();
    want(workbook, 'Owner');
    workbook.type(2, 'Title', ['Bread by bicycle']);
    expect(workbook.type(2, 'Owner', ['Mia'])).toEqual([]);
    expect(workbook.type(3, 'Owner', ['Somebody new'])).toEqual([]);
    const column = workbook.column('Owner');
    const { validations } = workbook.sheet('Experiments');
    expect(JSON.stringify(validations).includes(`!$${String.fromCharCode(65 + column)}$2:`)).toBe(HAS_RULES);
  });

  test('emptied, gives the words back to Other fields, leaves them in the column, and leaves the log', () => {
    const workbook = Workbook.setUp();
    want(workbook, 'Owner');
    workbook.type(2, 'Title', ['Bread by bicycle']);
    workbook.type(2, 'Owner', ['Mia']);
    workbook.type(2, 'Other fields', ['**Station:** Oven']);
    const before = exported(workbook);
    expect(before).toContain('**Owner:** Mia\n');
    wish(workbook, '');
    expect(workbook.cell(2, 'Owner')?.value).toBe('Mia');
    expect(workbook.cell(2, 'Other fields')?.value).toBe('**Owner:** Mia\n**Station:** Oven');
    expect(workbook.ask('previewExport')).toMatchObject({ ok: true, outgoing: [] });
    expect(exported(workbook)).toBe(before);
  });

  test('says what there is where it names no field', () => {
    const workbook = Workbook.setUp();
    wish(workbook, 'Budget');
    const row = workbook.values('Settings').findIndex(([label]) => label === 'Optional fields');
    const note = workbook.sheet('Settings').cells.find(([at, column]) => at === row && column === 1)?.[2].note;
    expect(note).toBe(
      '"Budget" names a field that there is not: write Owner, Expected Benefit, Decision Rule, Rolling Out, Actual Benefit, or nothing.',
    );
  });
});

describe("a column of people's own that is called Owner", () => {
  function asked(): Workbook {
    const workbook = Workbook.setUp();
    workbook.type(2, 'Title', ['Bread by bicycle']);
    const { id } = workbook.sheet('Experiments');
    const last = header(workbook)?.length ?? 0;
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column: last, text: [['Owner'], ['Mia']] });
    wish(workbook, 'Owner');
    expect(workbook.events).toContainEqual(
      expect.objectContaining({
        kind: 'toast',
        message: expect.stringContaining('it adds the column Owner, or asks'),
      }),
    );
    expect(logOf(workbook)).not.toContain('Mia');
    return workbook;
  }

  test('is asked about, and becomes the field where a person says so', () => {
    const workbook = asked();
    const { columns } = workbook.ask('readColumns') as unknown as { columns: object[] };
    expect(columns).toMatchObject([
      { key: 'owner', label: 'Owner', isOwn: true, likely: [{ name: 'Owner', sample: 'Mia' }] },
    ]);
    expect(workbook.ask('saveColumns', [{ key: 'owner', is: 'taken' }])).toMatchObject({ ok: true });
    expect(header(workbook)?.filter((label) => label === 'Owner')).toHaveLength(1);
    expect(logOf(workbook)).toContain('**Owner:** Mia');
    expect(workbook.ask('readColumns')).toMatchObject({ columns: [] });
  });

  test('stays theirs where a person says that, and the setting is empty again', () => {
    const workbook = asked();
    expect(workbook.ask('saveColumns', [{ key: 'owner', is: 'left' }])).toMatchObject({ ok: true });
    expect(workbook.values('Settings').find(([label]) => label === 'Optional fields')?.[1]).toBe('');
    expect(workbook.cell(2, 'Owner')?.value).toBe('Mia');
    expect(logOf(workbook)).not.toContain('Mia');
  });
});

describe('a log that has it', () => {
  test('gives a new register the field, and comes out as it went in', () => {
    const workbook = new Workbook();
    expect(workbook.ask('importLog', { name: 'LOG.md', text: LOG })).toMatchObject({ ok: true, added: 2 });
    const settings = workbook.values('Settings').find(([label]) => label === 'Optional fields');
    expect(settings?.[1]).toBe('Owner');
    expect([2, 3].map((row) => workbook.cell(row, 'Owner')?.value)).toEqual(['Mia Brandt', 'Tom, Mia Brandt']);
    expect(workbook.cell(2, 'Other fields')?.value).toBe('**Station:** Oven');
    expect(workbook.ask('readOverview')).toMatchObject({ owners: ['Mia Brandt', 'Tom'] });
    expect(exported(workbook)).toBe(LOG);
    workbook.type(3, 'Owner', ['Ida']);
    expect(exported(workbook)).toBe(LOG.replace('Tom, Mia Brandt', 'Ida'));
  });

  test('comes out as it went in where the setting is emptied, and where it is typed again, wherever its label stands', () => {
    const workbook = new Workbook();
    const text = LOG.replace('**Owner:** Mia Brandt\n', '').replace(
      'Oven\n\n',
      'Oven\n**Owner:** Mia Brandt\n**Cost:** 3\n\n',
    );
    expect(workbook.ask('importLog', { name: 'LOG.md', text })).toMatchObject({ ok: true, added: 2 });
    expect(exported(workbook)).toBe(text);
    wish(workbook, '');
    expect(workbook.ask('previewExport')).toMatchObject({ ok: true, outgoing: [] });
    expect(exported(workbook)).toBe(text);
    // Another label of it is changed: nothing but that changes in the log.
    const other = String(workbook.cell(2, 'Other fields')?.value);
    expect(other).toBe('**Station:** Oven\n**Owner:** Mia Brandt\n**Cost:** 3');
    workbook.type(2, 'Other fields', [other.replace('Oven', 'Counter')]);
    expect(exported(workbook)).toBe(text.replace('**Station:** Oven', '**Station:** Counter'));
    want(workbook, 'Owner');
    expect(exported(workbook)).toBe(text.replace('**Station:** Oven', '**Station:** Counter'));
  });

  test('keeps it among the other fields where a person says so in the preview', () => {
    const workbook = new Workbook();
    const { understood } = workbook.ask('previewImport', { name: 'LOG.md', text: LOG }) as unknown as {
      understood: { words: object[] };
    };
    expect(understood.words).toContainEqual(expect.objectContaining({ word: 'Owner', meaning: 'owner' }));
    const shape = { labels: { owner: '' } };
    expect(workbook.ask('importLog', { name: 'LOG.md', text: LOG, shape })).toMatchObject({ ok: true });
    expect(header(workbook)).not.toContain('Owner');
    expect(workbook.cell(2, 'Other fields')?.value).toBe('**Owner:** Mia Brandt\n**Station:** Oven');
    expect(exported(workbook)).toBe(LOG);
    want(workbook, 'Owner');
    expect(workbook.cell(2, 'Owner')?.value).toBe('Mia Brandt');
    expect(exported(workbook)).toBe(LOG);
  });

  test('gives it another word of the log where a person says that it means the owner', () => {
    const workbook = new Workbook();
    const text = LOG.replaceAll('**Owner:**', '**Lead:**');
    const shape = { labels: { lead: 'owner' } };
    expect(workbook.ask('importLog', { name: 'LOG.md', text, shape })).toMatchObject({ ok: true });
    expect(workbook.cell(2, 'Owner')?.value).toBe('Mia Brandt');
    workbook.type(2, 'Owner', ['Ida']);
    expect(exported(workbook)).toBe(text.replace('Mia Brandt', 'Ida'));
  });
});

test.each(['Responsible', 'Verantwortlich'])(
  'a log’s label %s is offered in the preview, and stays among the other fields until a person says that it means the owner',
  (word) => {
    const workbook = new Workbook();
    const text = LOG.replaceAll('Owner', word);
    const { understood } = workbook.ask('previewImport', { name: 'LOG.md', text }) as unknown as {
      understood: { words: { word: string; meaning: string }[] };
    };
    expect(understood.words).toContainEqual(expect.objectContaining({ part: 'labels', word, meaning: '' }));
    expect(workbook.ask('importLog', { name: 'LOG.md', text })).toMatchObject({ ok: true });
    expect(header(workbook)).not.toContain('Owner');
    expect(workbook.cell(2, 'Other fields')?.value).toBe(`**${word}:** Mia Brandt\n**Station:** Oven`);
    const told = new Workbook();
    const shape = { labels: { [word.toLowerCase()]: 'owner' } };
    expect(told.ask('importLog', { name: 'LOG.md', text, shape })).toMatchObject({ ok: true, is: 'done' });
    expect(told.cell(2, 'Owner')?.value).toBe('Mia Brandt');
    expect(exported(told)).toBe(text);
  },
);

test('a form of before, which does not send it, leaves what stands there', () => {
  const workbook = Workbook.setUp();
  want(workbook, 'Owner');
  workbook.type(2, 'Title', ['Bread by bicycle']);
  workbook.type(2, 'Owner', ['Mia']);
  const { experiment } = workbook.ask('readExperiment', { id: 'K-BIZ-001', row: 2 }) as unknown as {
    experiment: Record<string, string>;
  };
  const { owner: _, ...before } = experiment;
  const saved = workbook.ask('saveForm', {
    token: 'form-of-before',
    opened: { id: 'K-BIZ-001', row: 2, experiment: before },
    experiment: { ...before, hypothesis: 'Bicycles are faster.' },
  });
  expect(saved).toMatchObject({ ok: true, saved: true });
  expect(workbook.cell(2, 'Hypothesis')?.value).toBe('Bicycles are faster.');
  expect(workbook.cell(2, 'Owner')?.value).toBe('Mia');
});

test('an import that fails takes the column and the setting back', () => {
  const { store } = Workbook.setUp().shorten();
  const whole = new Workbook(copyOfStore(store));
  let calls = 0;
  whole.host.beforeCall = ({ kind }) => {
    if (kind === 'write') calls++;
  };
  expect(whole.ask('importLog', { name: 'LOG.md', text: LOG })).toMatchObject({ ok: true });
  let taken = 0;
  for (let nth = 1; nth <= calls; nth++) {
    const workbook = new Workbook(copyOfStore(store));
    const before = workbook.values('Experiments');
    const settings = workbook.values('Settings');
    let at = 0;
    let hadColumn = false;
    workbook.host.beforeCall = ({ kind }) => {
      if (kind !== 'write' || ++at !== nth) return;
      hadColumn = header(workbook)?.includes('Owner') ?? false;
      throw new ServiceError('Service Spreadsheets failed while accessing document.');
    };
    const { ok } = workbook.ask('importLog', { name: 'LOG.md', text: LOG });
    workbook.host.beforeCall = undefined;
    if (ok) continue;
    expect([nth, workbook.values('Experiments')]).toEqual([nth, before]);
    expect([nth, workbook.values('Settings')]).toEqual([nth, settings]);
    if (hadColumn) taken++;
  }
  expect(taken).toBeGreaterThan(0);
});

test('prose behind a one-line field stays what it is in the log while the field goes and comes back', () => {
  const workbook = Workbook.setUp();
  const log = LOG.replace('**Owner:** Mia Brandt\n**Status', '**Owner:** Mia Brandt\n\nShe has the key.\n\n**Status');
  expect(workbook.ask('importLog', { name: 'log.md', text: log })).toMatchObject({ ok: true });
  expect(workbook.cell(2, 'Owner')?.value).toBe('Mia Brandt');
  const before = exported(workbook);
  expect(before).toBe(log);
  wish(workbook, '');
  expect(workbook.ask('previewExport')).toMatchObject({ ok: true, outgoing: [] });
  expect(exported(workbook)).toBe(before);
  want(workbook, 'owner');
  expect(workbook.cell(2, 'Owner')?.value).toBe('Mia Brandt');
  expect(workbook.ask('previewExport')).toMatchObject({ ok: true, outgoing: [] });
  expect(exported(workbook)).toBe(before);
});

test.each([
  [
    'plain',
    (name: string) => `Owner: ${name}\nStatus: done\nHypothesis: calmer\nLeaves curled less.\nNext: keep it.\n`,
  ],
  ['in bold', (name: string) => `**Status:** done\n**Owner:** ${name}\n**Hypothesis:** calmer\n\nMore of it.\n`],
  ['in a list', (name: string) => `- Status: done\n- Owner: ${name}\n- Hypothesis: calmer\n\n`],
  ['in a table', (name: string) => `| Field | Value |\n|---|---|\n| Status | done |\n| Owner | ${name} |\n\n`],
  ['as sub-headings', (name: string) => `### Status\n\ndone\n\n### Owner\n\n${name}\n\n### Hypothesis\n\ncalmer\n\n`],
  ['on one line', (name: string) => `**Status:** done | **Owner:** ${name}\n**Hypothesis:** calmer\n\n`],
])('a log whose labels are %s stays as it is while the field goes and comes back', (_, fields) => {
  const text = `# Greenhouse experiments\n\n## G-1: Mist\n${fields('Ines')}\n## G-2: Felt\n${fields('Paul')}\n## G-3: Mats\n${fields('Ines')}`;
  const workbook = new Workbook();
  expect(workbook.ask('importLog', { name: 'log.md', text })).toMatchObject({ ok: true });
  expect(workbook.cell(2, 'Owner')?.value).toBe('Ines');
  expect(exported(workbook)).toBe(text);
  for (const wished of ['', 'Owner']) {
    wish(workbook, wished);
    want(workbook, wished);
    expect(workbook.ask('previewExport')).toMatchObject({ ok: true, outgoing: [] });
    expect(exported(workbook)).toBe(text);
  }
  expect(workbook.cell(2, 'Owner')?.value).toBe('Ines');
});
