// Patterns and rules: written down when an experiment is closed, kept in sheets and files of their own.
import { describe, expect, test } from '@jest/globals';
import { emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { suggestionOf } from '../../../src/domain/learnt/suggestion.ts';
import { answersTo, succeed } from '../log/replies.ts';
import { copied, TODAY, type Workbook } from '../workbook.ts';
import { close, closing, editFile, file, known, open, row, teaHouse, type } from './tea-house.ts';

const KETTLE = 'Second kettle beside the garden door';
/** Another team's rules, in a shape of their own. */
const HOUSE_RULES = `# House rules

What we never do again.

## R12: No new kettle on a Friday

- Severity: must
- Why: The fuse blew with sixty guests in the garden.
- Owner: Mo

## R13: Ask the cook first

- Severity: should
- Because: He knows which day the oven is free.

## Glossary

A *pot* holds four cups.
`;

describe('closing an experiment', () => {
  test('makes the sheet of patterns when the first one is written down, and not before', () => {
    const workbook = teaHouse();
    expect(workbook.sheetNames()).not.toContain('Patterns');
    expect(close(workbook, 'K-TEA-001', 'pattern')).toMatchObject({ saved: true });
    expect(row(workbook, 'Patterns')).toMatchObject({
      ID: 'P-TEA-001',
      Title: KETTLE,
      Layer: 'System',
      State: 'current',
      Pattern: 'Guests take what stands beside the door.',
      'Why it works': 'Nobody queues at the bar.',
      Evidence: 'K-TEA-001',
    });
  });

  test('links both ways, and the log says so', () => {
    const workbook = teaHouse();
    close(workbook, 'K-TEA-001', 'pattern');
    succeed(workbook.ask('exportLog'));
    expect(workbook.cell(workbook.rowOf('K-TEA-001'), 'Other fields')?.value).toBe('**Pattern:** P-TEA-001');
    expect(file(workbook, 'TEA_KAIZEN.md')).toContain('**Pattern:** P-TEA-001');
    const [pattern] = known(workbook);
    expect(pattern?.findings).toEqual([]);
  });

  test('adds the experiment as evidence to a pattern that is there', () => {
    const workbook = teaHouse();
    close(workbook, 'K-TEA-001', 'pattern');
    const form = closing(workbook, 'K-TEA-002', 'Adopt');
    workbook.ask('saveForm', { ...form, learnt: { kind: 'pattern', evidenceOf: 'P-TEA-001' } });
    expect(row(workbook, 'Patterns').Evidence).toBe('K-TEA-001, K-TEA-002');
    expect(workbook.values('Patterns')).toHaveLength(2);
    expect(workbook.cell(workbook.rowOf('K-TEA-002'), 'Other fields')?.value).toContain('**Pattern:** P-TEA-001');
  });

  test('writes nothing down this time where a person says so', () => {
    const workbook = teaHouse();
    expect(workbook.ask('saveForm', closing(workbook, 'K-TEA-001', 'Adopt'))).toMatchObject({ saved: true });
    expect(workbook.sheetNames()).not.toContain('Patterns');
  });

  test('sent twice, after an answer that was lost, writes it down once', () => {
    const workbook = teaHouse();
    const form = closing(workbook, 'K-TEA-001', 'Adopt');
    const request = { ...form, learnt: { kind: 'pattern', entry: suggestionOf('pattern', form.experiment, TODAY) } };
    workbook.ask('saveForm', request);
    expect(workbook.ask('saveForm', request)).toMatchObject({ saved: true });
    expect(workbook.values('Patterns')).toHaveLength(2);
    expect(workbook.cell(workbook.rowOf('K-TEA-001'), 'Other fields')?.value).toBe('**Pattern:** P-TEA-001');
  });

  test('where the pattern is gone meanwhile, changes nothing and says it', () => {
    const workbook = teaHouse();
    const form = closing(workbook, 'K-TEA-001', 'Adopt');
    const reply = workbook.ask('saveForm', { ...form, learnt: { kind: 'pattern', evidenceOf: 'P-TEA-009' } });
    expect(reply).toEqual({
      ok: false,
      message: 'P-TEA-009 is not there any more: copy what you wrote, then open it anew.',
    });
    expect(open(workbook, 'K-TEA-001').experiment.status).toBe('Active');
  });

  test('leaves a sheet Patterns of somebody alone', () => {
    const workbook = teaHouse();
    const before = workbook.sheetNames();
    workbook.host.act({ kind: 'add-sheet', name: 'Patterns' });
    const [own = ''] = workbook.sheetNames().filter((name) => !before.includes(name));
    workbook.host.act({ kind: 'type', sheet: workbook.sheet(own).id, row: 0, column: 0, text: [['Knitting']] });
    close(workbook, 'K-TEA-001', 'pattern');
    expect(workbook.values(own)).toEqual([['Knitting']]);
    expect(row(workbook, 'Kaizen Patterns').ID).toBe('P-TEA-001');
  });
});

describe('the file of patterns', () => {
  test('is written, edited by somebody in Drive, and merged with what was typed in the sheet meanwhile', () => {
    const workbook = teaHouse();
    close(workbook, 'K-TEA-001', 'pattern');
    expect(workbook.ask('previewExport', { of: 'pattern' })).toMatchObject({
      isNew: true,
      name: 'PATTERNS.md',
      outgoing: [{ what: 'added', id: 'P-TEA-001' }],
    });
    succeed(workbook.ask('exportLog', { of: 'pattern' }));
    const before = file(workbook, 'PATTERNS.md');
    expect(succeed(workbook.ask('exportLog', { of: 'pattern' }))).toMatchObject({ wasWritten: false });
    editFile(workbook, 'PATTERNS.md', (text) =>
      text
        .replace('Nobody queues at the bar.', 'The bar has no queue.')
        .replace('# Patterns\n', '# Patterns\n\n<!-- ours -->\n'),
    );
    type(workbook, 'Patterns', 2, 'When to use it', 'In summer.');
    succeed(workbook.ask('exportLog', { of: 'pattern' }));
    expect(row(workbook, 'Patterns')['Why it works']).toBe('The bar has no queue.');
    const after = file(workbook, 'PATTERNS.md');
    expect(after).toContain('<!-- ours -->');
    expect(after).toContain('**When to use it:** In summer.');
    expect(before).toContain('**Added:** 2026-03-02');
  });

  test('asks where both changed the same field, by the name that the field has there', () => {
    const workbook = teaHouse();
    close(workbook, 'K-TEA-001', 'pattern');
    succeed(workbook.ask('exportLog', { of: 'pattern' }));
    editFile(workbook, 'PATTERNS.md', (text) => text.replace('Nobody queues at the bar.', 'The bar has no queue.'));
    type(workbook, 'Patterns', 2, 'Why it works', 'It is near.');
    const reply = workbook.ask('exportLog', { of: 'pattern' });
    expect(reply).toMatchObject({ is: 'asking', questions: [{ id: 'P-TEA-001', label: 'Why it works' }] });
  });

  test('is named among the related files of the log, and leaves the log as it is', () => {
    const workbook = teaHouse();
    succeed(workbook.ask('exportLog'));
    const before = file(workbook, 'TEA_KAIZEN.md');
    close(workbook, 'K-TEA-002', 'pattern');
    succeed(workbook.ask('exportLog', { of: 'pattern' }));
    expect(file(workbook, 'TEA_KAIZEN.md')).toBe(before);
    succeed(workbook.ask('exportLog'));
    expect(file(workbook, 'TEA_KAIZEN.md')).toContain('PATTERNS.md');
  });

  test('loses a pattern whose row was deleted, and asks first where the file says more of it than the row', () => {
    const workbook = teaHouse();
    close(workbook, 'K-TEA-001', 'pattern');
    close(workbook, 'K-TEA-002', 'pattern');
    succeed(workbook.ask('exportLog', { of: 'pattern' }));
    const before = file(workbook, 'PATTERNS.md');
    editFile(workbook, 'PATTERNS.md', (text) => text.replace('**Layer:** System\n', '$&**Layer:** Till\n'));
    succeed(workbook.ask('exportLog', { of: 'pattern' }));
    workbook.host.act({ kind: 'delete-rows', sheet: workbook.sheet('Patterns').id, at: 1, count: 2 });
    const asked = workbook.ask('exportLog', { of: 'pattern' });
    // None is left: the other one, which has nothing but its fields, is asked about, too.
    const questions = [
      { id: 'P-TEA-001', loose: '**Layer:** Till' },
      { id: 'P-TEA-002', default: 'file' },
    ];
    expect(asked).toMatchObject({ is: 'asking', questions });
    expect((asked.questions as object[])[1]).not.toHaveProperty('loose');
    succeed(workbook.ask('exportLog', { of: 'pattern', answers: answersTo(asked, 'register') }));
    expect(file(workbook, 'PATTERNS.md').trimEnd()).toBe(before.slice(0, before.indexOf('###')).trimEnd());
  });

  test('an ID is given to rows that people typed, once, and never again', () => {
    const workbook = teaHouse();
    close(workbook, 'K-TEA-001', 'pattern');
    // Without a title it is no entry yet; its file gives it an ID all the same.
    type(workbook, 'Patterns', 3, 'Pattern', 'Sweep before opening');
    expect(workbook.ask('previewExport', { of: 'pattern' }).report).toEqual([expect.stringContaining('(P-TEA-002)')]);
    expect(row(workbook, 'Patterns', 3).ID).toBe('');
    succeed(workbook.ask('exportLog', { of: 'pattern' }));
    expect(row(workbook, 'Patterns', 3)).toMatchObject({ ID: 'P-TEA-002', Pattern: 'Sweep before opening' });
    workbook.host.act({ kind: 'delete-rows', sheet: workbook.sheet('Patterns').id, at: 2, count: 1 });
    const { id } = workbook.ask('saveEntry', { kind: 'pattern', entry: { ...emptyExperiment(), title: 'Another' } });
    expect(id).toBe('P-TEA-003');
  });
});

describe("another team's file of rules", () => {
  const request = { kind: 'rule', name: 'HOUSE.md', text: HOUSE_RULES };

  test('shows what was understood, and writes nothing before it is brought in', () => {
    const workbook = teaHouse();
    const plan = workbook.ask('previewEntries', request);
    expect(plan).toMatchObject({
      ok: true,
      entries: 2,
      incoming: [
        { what: 'added', id: 'R12', title: 'No new kettle on a Friday' },
        { what: 'added', id: 'R13', title: 'Ask the cook first' },
      ],
      first: [
        {
          id: 'R12',
          fields: [
            { label: 'Severity', text: 'must' },
            { label: 'Why', text: 'The fuse blew with sixty guests in the garden.' },
            { label: 'Other fields', text: '**Owner:** Mo' },
          ],
        },
        { id: 'R13' },
      ],
    });
    expect(workbook.sheetNames()).not.toContain('Rules');
  });

  test('keeps its shape: what is exported is the same text, and a new rule is written as the others are', () => {
    const workbook = teaHouse();
    expect(succeed(workbook.ask('importEntries', request))).toMatchObject({ added: 2, changed: 0 });
    expect(row(workbook, 'Rules')).toMatchObject({ ID: 'R12', Severity: 'must', 'Other fields': '**Owner:** Mo' });
    succeed(workbook.ask('exportLog', { of: 'rule' }));
    expect(file(workbook, 'RULES.md')).toBe(HOUSE_RULES);
    close(workbook, 'K-TEA-001', 'rule');
    succeed(workbook.ask('exportLog', { of: 'rule' }));
    const added = `## R14: ${KETTLE}

- Added: 2026-03-02
- Severity: should
- Rule: Guests take what stands beside the door.
- Why: It held for three weeks.
- Origin: K-TEA-001
`;
    expect(file(workbook, 'RULES.md').replace(`\n${added}`, '')).toBe(HOUSE_RULES);
  });

  test('brought in once more, it changes nothing; a newer one brings what is new', () => {
    const workbook = teaHouse();
    succeed(workbook.ask('importEntries', request));
    expect(succeed(workbook.ask('importEntries', request))).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const newer = { ...request, text: HOUSE_RULES.replace('should', 'must') };
    expect(succeed(workbook.ask('importEntries', newer))).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect(row(workbook, 'Rules', 3).Severity).toBe('must');
  });

  test('columns of the team are labels of the file, both ways', () => {
    const workbook = teaHouse();
    succeed(workbook.ask('importEntries', request));
    const { id } = workbook.sheet('Rules');
    const column = workbook.values('Rules')[0]?.length ?? 0;
    workbook.host.act({ kind: 'type', sheet: id, row: 0, column, text: [['Owner'], ['Jo'], ['Ada']] });
    succeed(workbook.ask('exportLog', { of: 'rule' }));
    const text = file(workbook, 'RULES.md');
    expect(text).toContain('- Because: He knows which day the oven is free.\n- Owner: Ada');
    expect(text).toContain('- Owner: Jo\n');
    expect(succeed(workbook.ask('exportLog', { of: 'rule' }))).toMatchObject({ wasWritten: false });
    editFile(workbook, 'RULES.md', (said) => said.replace('Owner: Ada', 'Owner: Kim'));
    succeed(workbook.ask('exportLog', { of: 'rule' }));
    expect(row(workbook, 'Rules', 3).Owner).toBe('Kim');
  });

  test('no text is taken for rules that has none', () => {
    const workbook = teaHouse();
    expect(workbook.ask('previewEntries', { kind: 'rule', name: '', text: '# Soup\n\nBoil it.\n' })).toEqual({
      ok: false,
      message: 'No rules were made out in this file: it needs a heading for each, with labels such as "Why" below it.',
    });
  });
});

describe('what is wrong with patterns and rules is said', () => {
  const findingsOf = (change: (workbook: Workbook) => void) => {
    const workbook = teaHouse();
    close(workbook, 'K-TEA-001', 'pattern');
    const tried = copied(workbook.store);
    change(tried);
    return known(tried).map(({ findings }) => findings);
  };

  test.each([
    ['an experiment that is not there', 'Evidence', 'K-TEA-077', 'K-TEA-077 is not in the register'],
    ['no experiment', 'Evidence', '', 'It names no experiment'],
    ['a successor that is not there', 'State', 'superseded by P-TEA-050', 'It is superseded by P-TEA-050'],
    ['a layer that is none', 'Layer', 'Cellar', '"Cellar" is no layer'],
    ['no title', 'Title', '', 'It has no title'],
  ])('%s', (_, header, text, sentence) => {
    const findings = findingsOf((workbook) => type(workbook, 'Patterns', 2, header, text));
    expect(findings).toEqual([[expect.stringContaining(sentence)]]);
  });

  test('an ID that stands twice', () => {
    const findings = findingsOf((workbook) => {
      type(workbook, 'Patterns', 3, 'ID', 'P-TEA-001');
      type(workbook, 'Patterns', 3, 'Title', 'Twin');
      type(workbook, 'Patterns', 3, 'Evidence', 'K-TEA-001');
    });
    expect(findings).toEqual([[expect.stringContaining('stands twice')], [expect.stringContaining('stands twice')]]);
  });

  test('what looks like a formula or HTML is text, in the sheet and in the file', () => {
    const workbook = teaHouse();
    const entry = { ...emptyExperiment(), title: '=1+1', hypothesis: '<b>bold</b>', risks: 'K-TEA-001' };
    workbook.ask('saveEntry', { kind: 'pattern', entry });
    expect(row(workbook, 'Patterns')).toMatchObject({ Title: '=1+1', Pattern: '<b>bold</b>' });
    succeed(workbook.ask('exportLog', { of: 'pattern' }));
    expect(file(workbook, 'PATTERNS.md')).toContain('=1+1');
  });
});

describe('the form of a pattern', () => {
  test('saves what was changed, and leaves alone what others changed meanwhile', () => {
    const workbook = teaHouse();
    close(workbook, 'K-TEA-001', 'pattern');
    const opened = known(workbook)[0]?.entry ?? emptyExperiment();
    type(workbook, 'Patterns', 2, 'When to use it', 'In summer.');
    workbook.ask('saveEntry', { kind: 'pattern', entry: { ...opened, title: 'A kettle where guests are' }, opened });
    expect(row(workbook, 'Patterns')).toMatchObject({
      Title: 'A kettle where guests are',
      'When to use it': 'In summer.',
    });
    const reply = workbook.ask('saveEntry', { kind: 'pattern', entry: { ...opened, duration: 'Always.' }, opened });
    expect(reply).toMatchObject({ ok: false, message: expect.stringContaining('Somebody changed the same field') });
  });

  test('a column that people call otherwise is the same column', () => {
    const workbook = teaHouse();
    close(workbook, 'K-TEA-001', 'pattern');
    type(workbook, 'Patterns', 1, 'Why it works', 'Reason');
    expect(known(workbook)[0]?.entry.expectedResult).toBe('Nobody queues at the bar.');
    succeed(workbook.ask('exportLog', { of: 'pattern' }));
    expect(file(workbook, 'PATTERNS.md')).toContain('Nobody queues at the bar.');
  });
});
