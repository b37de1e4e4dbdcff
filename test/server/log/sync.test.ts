import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { sampleLog } from '../../../sample/bakery-log.ts';
import { HAS_RULES, TODAY, Workbook } from '../workbook.ts';

const log = readFileSync(resolve('test/fixtures/tea-house.md'), 'utf8');

function withLog(text = log): Workbook {
  const workbook = new Workbook();
  expect(workbook.ask('importLog', { name: 'TEA_KAIZEN.md', text })).toMatchObject({ ok: true });
  return workbook;
}

/** The lines that differ between two texts of equally many lines. */
function changedLines(before: string, after: string): [string, string][] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  expect(now).toHaveLength(old.length);
  return old.flatMap((line, index): [string, string][] => (line === now[index] ? [] : [[line, now[index] ?? '']]));
}

describe('importing a log into an empty register', () => {
  test('makes the sheets and a row of every experiment with all its fields', () => {
    const workbook = new Workbook();
    expect(workbook.ask('importLog', { name: 'log.md', text: log })).toMatchObject({
      ok: true,
      added: 3,
      changed: 0,
      unchanged: 0,
      findings: [],
    });
    expect(workbook.sheetNames()).toEqual(expect.arrayContaining(['Experiments', 'Candidates', 'Settings']));
    const [header, first] = workbook.values('Experiments');
    const row = Object.fromEntries((header ?? []).map((label, index) => [label, first?.[index]]));
    expect(row).toMatchObject({
      ID: 'K-TEA-001',
      Title: 'Second kettle beside the garden door',
      Layer: 'System',
      Entity: 'Garden (first), then House',
      Status: 'Active',
      Hypothesis:
        'If we put a kettle beside the garden door, then garden orders leave 3 minutes sooner because nobody queues at the bar.',
      'Expected Result': '- Garden orders served in 6 minutes\n- No cold pots sent back',
      Duration: '4 weeks: Week 1 — wiring. Week 2-3 — weekdays only. Week 4 — weekends too.',
      'Risks Identified': '1. The socket shares a fuse with the fridge\n2. Steam stains the door frame',
      'Actual Result': '',
      Learning: '',
      Decision: '',
    });
  });

  test('brings in candidates, layers, entities and related files', () => {
    const workbook = withLog();
    expect(
      workbook
        .values('Candidates')
        .slice(1)
        .map((row) => row.slice(0, 3)),
    ).toEqual([
      ['Process', 'Wash pots after closing only', 'does the afternoon run out of pots?'],
      ['System', 'Reservation by text message', 'do people without a phone number stay away?'],
    ]);
    const settings = workbook.values('Settings');
    const column = (header: string) => {
      const at = settings[0]?.indexOf(header) ?? -1;
      return settings
        .slice(1)
        .map((row) => row[at])
        .filter((value) => value !== '');
    };
    expect(column('Entity')).toEqual(['House', 'Garden', 'Shop', 'Cross-entity']);
    expect(column('Layer')).toEqual(['System', 'Process', 'Model']);
    expect(column('What We Improve')).toContain('Till, kettles, booking page');
    expect(column('Related file')).toEqual(['CUPS.md', 'SUPPLIERS.md']);
    expect(column('Value')).toEqual(expect.arrayContaining(['TeaOps — Kaizen Log', 'K-TEA', 'learn kaizen teaops']));
  });

  test('keeps text that looks like a formula, a number or a date as the text it is', () => {
    const workbook = withLog(log.replace('House\n**Status:** Proposed', '007\n**Status:** Proposed'));
    const row = workbook.rowOf('K-TEA-003');
    expect(workbook.cell(row, 'Title')).toMatchObject({ value: '=SUM of the day written on the slate' });
    expect(workbook.cell(row, 'Title')?.formula).toBeUndefined();
    expect(workbook.cell(row, 'Hypothesis')?.value).toMatch(/^-3 minutes/);
    expect(workbook.cell(row, 'Expected Result')?.value).toMatch(/^\+5 evenings/);
    expect(workbook.cell(row, 'Entity')?.value).toBe('007');
  });

  test('writes dates as real dates and counts the due date from them', () => {
    const workbook = withLog();
    const date = workbook.cell(2, 'Date');
    expect(typeof date?.value).toBe('number');
    expect(date?.format).toBe('yyyy-mm-dd');
    // Four weeks from 2026-01-12.
    expect(Number(workbook.cell(2, 'Due')?.value) - Number(date?.value)).toBe(28);
  });

  test('keeps a status and a layer that no dropdown offers, and the dropdowns', () => {
    const workbook = withLog(
      log
        .replace('**Status:** Proposed\n\n', '**Status:** Hatching\n\n')
        .replace('**Layer:** Process', '**Layer:** Garden'),
    );
    const row = workbook.rowOf('K-TEA-003');
    expect(workbook.cell(row, 'Status')?.value).toBe('Hatching');
    expect(workbook.cell(row, 'Layer')?.value).toBe('Garden');
    expect(workbook.type(row, 'Status', ['Nearly'])).toHaveLength(HAS_RULES ? 1 : 0);
    expect(workbook.cell(row, 'Status')?.value).toBe(HAS_RULES ? 'Hatching' : 'Nearly');
  });
});

describe('an imported log that nobody edits', () => {
  const unusual = {
    'as it is': log,
    'with Windows line ends': log.replace(/\n/g, '\r\n'),
    'with a byte order mark': `\uFEFF${log}`,
    'without a final newline': log.trimEnd(),
    'with tabs and trailing blanks': log.replace('**Duration:**\n', '**Duration:**\t \n'),
    'of the sample company': sampleLog(TODAY),
  };
  test.each(Object.entries(unusual))('is exported byte for byte: %s', (_, text) => {
    const workbook = withLog(text);
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true, wasWritten: true });
    expect(Object.values(workbook.driveTexts())).toEqual([text]);
  });
});

describe('exporting', () => {
  test('changes the edited title and the date, and no other line', () => {
    const workbook = withLog();
    workbook.ask('exportLog');
    expect(workbook.type(workbook.rowOf('K-TEA-001'), 'Title', ['Kettle for the garden'])).toEqual([]);
    const reply = workbook.ask('exportLog');
    expect(reply).toMatchObject({ ok: true, wasWritten: true, name: 'TEA_KAIZEN.md' });
    expect(changedLines(log, Object.values(workbook.driveTexts())[0] ?? '')).toEqual([
      ['### [K-TEA-001] Second kettle beside the garden door', '### [K-TEA-001] Kettle for the garden'],
    ]);
  });

  test('sets Last Updated to the day of the export when something changed', () => {
    const workbook = new Workbook(undefined, '2026-05-20');
    workbook.ask('importLog', { name: 'log.md', text: log });
    workbook.type(2, 'Title', ['Kettle for the garden']);
    workbook.ask('exportLog');
    expect(changedLines(log, Object.values(workbook.driveTexts())[0] ?? '')).toEqual([
      ['**Last Updated:** 2026-03-02', '**Last Updated:** 2026-05-20'],
      ['### [K-TEA-001] Second kettle beside the garden door', '### [K-TEA-001] Kettle for the garden'],
    ]);
  });

  test('writes the same file each time, and only when something changed', () => {
    const workbook = withLog();
    const first = workbook.ask('exportLog');
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true, wasWritten: false, link: first.link });
    workbook.type(2, 'Title', ['Kettle']);
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true, wasWritten: true, link: first.link });
    expect(Object.keys(workbook.driveTexts())).toHaveLength(1);
  });

  test('writes the template document for a register that is only set up', () => {
    const workbook = Workbook.setUp();
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true, wasWritten: true });
    const text = workbook.driveTexts()['BUSINESS_KAIZEN.md'] ?? '';
    expect(text).toMatch(/^# Business — Kaizen Log\n/);
    expect(text).toContain(`**Last Updated:** ${TODAY}`);
    expect(text.match(/\(none yet\)/g)).toHaveLength(4);
  });

  test('puts a row typed by hand under its section, with the next ID', () => {
    const workbook = withLog();
    workbook.type(5, 'Title', ['Oat milk in small jugs']);
    workbook.type(5, 'Hypothesis', [
      'If we pour oat milk in jugs, then less is thrown away because people take what they need.',
    ]);
    workbook.ask('exportLog');
    const text = Object.values(workbook.driveTexts())[0] ?? '';
    expect(text).toContain(`### [K-TEA-004] Oat milk in small jugs\n**Date:** ${TODAY}\n`);
    expect(text.indexOf('K-TEA-004')).toBeLessThan(text.indexOf('## Completed Experiments'));
  });

  test('keeps what somebody appended to the file, and brings it into the register', () => {
    const workbook = withLog();
    workbook.ask('exportLog');
    const appended = log.replace(
      '---\n\n## Completed',
      '---\n\n### [K-TEA-004] Written by a script\n**Date:** 2026-03-01\n**Layer:** System\n**Entity:** Shop\n**Status:** Proposed\n\n---\n\n## Completed',
    );
    workbook.editDriveText(() => appended);
    workbook.type(2, 'Title', ['Kettle']);
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true, wasWritten: true });
    expect(workbook.cell(workbook.rowOf('K-TEA-004'), 'Title')?.value).toBe('Written by a script');
    const text = Object.values(workbook.driveTexts())[0] ?? '';
    expect(text).toContain('### [K-TEA-004] Written by a script');
    expect(text).toContain('### [K-TEA-001] Kettle');
  });

  test('takes in each task that somebody appends, one after the other', () => {
    const workbook = new Workbook();
    const plain = '# Trials\n\n## EXP-1: Mist\n\n**Status:** done\n\n## EXP-2: Felt\n\n**Status:** done\n';
    workbook.ask('importLog', { name: 'log.md', text: plain });
    workbook.ask('exportLog');
    const ideas = ['try red bags', 'try blue bags', 'try none'];
    for (const idea of ideas) {
      workbook.editDriveText((text) => `${text.trimEnd()}\n\n- [ ] ${idea}\n`);
      expect(workbook.ask('exportLog')).toMatchObject({ is: 'done' });
    }
    expect(
      workbook
        .values('Candidates')
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(ideas);
    expect(Object.values(workbook.driveTexts())[0]).toBe(
      `${plain.trimEnd()}\n\n${ideas.map((idea) => `- [ ] ${idea}\n`).join('\n')}`,
    );
  });

  test('writes nothing where file and register changed the same field', () => {
    const workbook = withLog();
    workbook.ask('exportLog');
    const theirs = log.replace('Second kettle beside', 'Two kettles beside');
    workbook.editDriveText(() => theirs);
    workbook.type(2, 'Title', ['Kettle']);
    expect(workbook.ask('exportLog')).toMatchObject({
      ok: true,
      is: 'asking',
      questions: [
        {
          id: 'K-TEA-001',
          label: 'Title',
          base: 'Second kettle beside the garden door',
          file: 'Two kettles beside the garden door',
          register: 'Kettle',
        },
      ],
    });
    expect(Object.values(workbook.driveTexts())).toEqual([theirs]);
    expect(workbook.cell(2, 'Title')?.value).toBe('Kettle');
  });
});

describe('without the text that both sides agreed on', () => {
  function lose(workbook: Workbook): void {
    const { id } = workbook.sheet('Log source');
    workbook.host.act({ kind: 'type', sheet: id, row: 3, column: 0, text: [['scribble']] });
  }

  test('an export says so and still changes nothing but what was edited', () => {
    const workbook = withLog();
    workbook.ask('exportLog');
    lose(workbook);
    workbook.type(2, 'Title', ['Kettle']);
    expect(workbook.ask('exportLog')).toMatchObject({ ok: true, report: [expect.stringContaining('Log source')] });
    expect(changedLines(log, Object.values(workbook.driveTexts())[0] ?? '')).toEqual([
      ['### [K-TEA-001] Second kettle beside the garden door', '### [K-TEA-001] Kettle'],
    ]);
  });

  test('an import says so, names what differs, and changes nothing', () => {
    const workbook = withLog();
    lose(workbook);
    workbook.type(2, 'Title', ['Kettle']);
    const request = { name: 'log.md', text: log };
    expect(workbook.ask('previewImport', request)).toMatchObject({
      report: [expect.stringContaining('Log source')],
      questions: [{ id: 'K-TEA-001', label: 'Title', register: 'Kettle' }],
    });
    expect(workbook.ask('importLog', request)).toMatchObject({ is: 'asking', questions: [{ id: 'K-TEA-001' }] });
    expect(workbook.cell(2, 'Title')?.value).toBe('Kettle');
  });
});

describe('importing again', () => {
  test('answers about words that end in underscores arrive, although Google drops keys that end so', () => {
    const withBlank = log.replace('Reservation by text message', 'Reservation by __');
    expect(withBlank).not.toBe(log);
    const workbook = withLog(withBlank);
    const ideas = () => workbook.values('Candidates').slice(1).length;
    const request = { name: 'TEA_KAIZEN.md', text: withBlank.replace(/- System: Reservation.*\n/, '') };
    const [question, ...others] = workbook.ask('previewImport', request).questions as { key: string; seal: string }[];
    expect(others).toEqual([]);
    expect(question?.key).toContain('Reservation by __');
    const answers = { [question?.key ?? '']: { seal: question?.seal, choice: 'file' } };
    const before = ideas();
    expect(workbook.ask('importLog', { ...request, answers })).toMatchObject({ ok: true });
    expect(ideas()).toBe(before - 1);
  });

  test('adds what is new and duplicates nothing', () => {
    const workbook = withLog();
    const longer = `${log.trimEnd()}\n`.replace(
      '## Dropped Experiments\n\n(none yet)',
      '## Dropped Experiments\n\n### [K-TEA-009] Dropped idea\n**Date:** 2026-01-01\n**Layer:** Model\n**Entity:** Shop\n**Status:** Dropped',
    );
    expect(workbook.ask('importLog', { name: 'log.md', text: longer })).toMatchObject({
      ok: true,
      added: 1,
      changed: 0,
      unchanged: 3,
    });
    expect(workbook.values('Experiments')).toHaveLength(5);
    expect(workbook.values('Candidates')).toHaveLength(3);
  });

  test('refuses the log of another register and changes nothing', () => {
    const workbook = withLog();
    const before = workbook.values('Experiments');
    const reply = workbook.ask('importLog', { name: 'log.md', text: sampleLog(TODAY) });
    expect(reply.ok).toBe(false);
    expect(reply.message).toMatch(/K-BAKE/);
    expect(workbook.values('Experiments')).toEqual(before);
  });

  test.each([
    ['nothing', ''],
    ['a text without experiments', '# Shopping\n\n- flour\n'],
    ['binary data', '\u0000\u0001\u0002PNG\u0000'],
  ])('refuses %s in one sentence', (_, text) => {
    const workbook = new Workbook();
    const before = workbook.host.snapshot();
    const reply = workbook.ask('importLog', { name: 'x', text });
    expect(reply.ok).toBe(false);
    expect(workbook.host.snapshot()).toEqual(before);
    expect(reply.message).toMatch(/^[A-Z].*[.]$/s);
  });
});

test('the sample log has every status, layer and decision, some of it overdue on any day', () => {
  for (const today of ['2026-01-01', '2028-02-29', TODAY]) {
    const workbook = new Workbook(undefined, today);
    workbook.ask('importLog', { name: 'sample.md', text: sampleLog(today) });
    const [header = [], ...rows] = workbook.values('Experiments');
    const all = (label: string) => new Set(rows.map((row) => row[header.indexOf(label)]));
    expect(rows).toHaveLength(10);
    expect(all('Status')).toEqual(new Set(['Proposed', 'Active', 'Completed', 'Dropped']));
    expect(all('Layer')).toEqual(new Set(['System', 'Process', 'Model']));
    expect(all('Decision')).toEqual(new Set(['', 'Adopt', 'Iterate', 'Drop']));
    const serial = Date.parse(today) / 86_400_000 + 25_569;
    const overdue = rows.filter(
      (row) => row[header.indexOf('Status')] === 'Active' && Number(row[header.indexOf('Due')] || Infinity) < serial,
    );
    expect(overdue.length).toBeGreaterThanOrEqual(1);
  }
});
