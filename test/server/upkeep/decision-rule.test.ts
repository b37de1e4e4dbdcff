// The optional field that says beforehand what decides: off until the register wants it, kept through sheet, form and log.
import { expect, test } from '@jest/globals';
import { Workbook } from '../workbook.ts';

const RULE = 'We adopt if three of four weeks are better.\n\n- Two weeks: we iterate.\n- Else we drop it.';

function want(workbook: Workbook): Workbook {
  workbook.set('Optional fields', 'Decision Rule');
  expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
  return workbook;
}

const header = (workbook: Workbook) => workbook.values('Experiments')[0];
const exported = (workbook: Workbook) => {
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
  return Object.values(workbook.driveTexts())[0] ?? '';
};

function withTitle(): Workbook {
  const workbook = Workbook.setUp();
  workbook.type(2, 'Title', ['Bread by bicycle']);
  return workbook;
}

test('a register that does not want it has neither column nor label, and leaves such a label among the other fields', () => {
  const workbook = withTitle();
  workbook.type(2, 'Other fields', [`**Decision Rule:**\n${RULE}`]);
  expect(header(workbook)).not.toContain('Decision Rule');
  expect(exported(workbook)).toContain(`**Decision Rule:**\n${RULE}`);
});

test('the setting takes over the block that Other fields said, without a change of the log, and gives it back whole', () => {
  const workbook = withTitle();
  workbook.type(2, 'Other fields', [`**Decision Rule:**\n${RULE}\n\n**Station:** Oven`]);
  const before = exported(workbook);
  want(workbook);
  expect(workbook.cell(2, 'Decision Rule')?.value).toBe(RULE);
  expect(workbook.cell(2, 'Other fields')?.value).toBe('**Station:** Oven');
  expect(exported(workbook)).toBe(before);
  workbook.set('Optional fields', '');
  expect(workbook.cell(2, 'Other fields')?.value).toContain(`**Decision Rule:**\n${RULE}`);
  expect(exported(workbook)).toBe(before);
});

test('the log says it below what is expected, and a log that has it brings the column along', () => {
  const workbook = want(withTitle());
  workbook.type(2, 'Expected Result', ['Half an hour less']);
  workbook.type(2, 'Decision Rule', [RULE]);
  const log = exported(workbook);
  expect(log).toContain(`**Expected Result:**\nHalf an hour less\n\n**Decision Rule:**\n${RULE}\n\n**Duration:**`);
  const other = Workbook.setUp();
  expect(other.ask('importLog', { name: 'LOG.md', text: log })).toMatchObject({ ok: true });
  expect(other.cell(2, 'Decision Rule')?.value).toBe(RULE);
  expect(exported(other)).toBe(log);
});

test('what looks like structure in it comes back as it was when the field goes and comes again', () => {
  const workbook = want(withTitle());
  const text = '#### Small heading\n**Owner:** nobody\n## Large heading\n---\nwords';
  workbook.type(2, 'Decision Rule', [text]);
  const before = exported(workbook);
  workbook.set('Optional fields', '');
  expect(exported(workbook)).toBe(before);
  workbook.type(2, 'Decision Rule', ['']);
  want(workbook);
  expect(workbook.cell(2, 'Decision Rule')?.value).toBe(text);
  expect(exported(workbook)).toBe(before);
});

test('a form saves it as text, whatever it looks like', () => {
  const workbook = want(withTitle());
  const opened = { id: 'K-BIZ-001', row: 2 };
  const before = workbook.ask('readExperiment', opened) as unknown as { experiment: Record<string, string> };
  const experiment = { ...before.experiment, decisionRule: '=1+1\n<b>adopt</b>' };
  expect(
    workbook.ask('saveForm', { token: 'what-decides', experiment, opened: { ...opened, ...before } }),
  ).toMatchObject({ saved: true });
  expect(workbook.cell(2, 'Decision Rule')).toMatchObject({ value: '=1+1\n<b>adopt</b>' });
  expect(workbook.cell(2, 'Decision Rule')).not.toHaveProperty('formula');
});
