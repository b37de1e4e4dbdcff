// The optional fields of what an experiment brings: off until the register wants them, kept through sheet, form and log.
import { expect, test } from '@jest/globals';
import { Workbook } from '../workbook.ts';

const BOTH = 'Expected Benefit, Actual Benefit';

function want(workbook: Workbook, text = BOTH): Workbook {
  workbook.set('Optional fields', text);
  expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
  return workbook;
}

const header = (workbook: Workbook) => workbook.values('Experiments')[0];
const logOf = (workbook: Workbook) => (workbook.ask('readLogText') as unknown as { text: string }).text;
const exported = (workbook: Workbook) => {
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
  return Object.values(workbook.driveTexts())[0] ?? '';
};

function withTitle(): Workbook {
  const workbook = Workbook.setUp();
  workbook.type(2, 'Title', ['Bread by bicycle']);
  return workbook;
}

test('a register that does not want them has neither column nor line, and leaves such labels among the other fields', () => {
  const workbook = withTitle();
  workbook.type(2, 'Other fields', ['**Expected Benefit:** 300 EUR a year']);
  expect(header(workbook)).not.toContain('Expected Benefit');
  expect(header(workbook)).not.toContain('Actual Benefit');
  expect(logOf(workbook)).toContain('**Expected Benefit:** 300 EUR a year');
});

test('the setting takes over what Other fields said, without a change of the log, and gives it back', () => {
  const workbook = withTitle();
  workbook.type(2, 'Other fields', ['**Expected Benefit:** 300 EUR a year\n**Station:** Oven']);
  const before = exported(workbook);
  want(workbook, 'expected benefit');
  expect(header(workbook)).not.toContain('Actual Benefit');
  expect(workbook.cell(2, 'Expected Benefit')?.value).toBe('300 EUR a year');
  expect(workbook.cell(2, 'Other fields')?.value).toBe('**Station:** Oven');
  expect(exported(workbook)).toBe(before);
  workbook.set('Optional fields', '');
  expect(workbook.cell(2, 'Other fields')?.value).toContain('**Expected Benefit:** 300 EUR a year');
  expect(exported(workbook)).toBe(before);
});

test('what is typed stays as it is typed, a finding says what cannot be added up, and the log has a line for each', () => {
  const workbook = want(withTitle());
  workbook.type(2, 'Expected Benefit', ['€12k']);
  expect(workbook.cell(2, 'Findings')?.value).toContain(
    '"€12k" cannot be added up: write a number, its unit, and "a year" or "once", such as "12,000 EUR a year".',
  );
  workbook.type(2, 'Expected Benefit', ['€12k p.a.']);
  workbook.type(2, 'Actual Benefit', ['40 hours once']);
  expect(workbook.cell(2, 'Expected Benefit')?.value).toBe('€12k p.a.');
  expect(workbook.cell(2, 'Findings')?.value).not.toContain('added up');
  const log = exported(workbook);
  expect(log).toMatch(/\*\*Expected Benefit:\*\* €12k p\.a\.\n.*\*\*Actual Benefit:\*\* 40 hours once\n/s);
  const other = Workbook.setUp();
  expect(other.ask('importLog', { name: 'LOG.md', text: log })).toMatchObject({ ok: true });
  expect(header(other)).toEqual(expect.arrayContaining(['Expected Benefit', 'Actual Benefit']));
  expect(logOf(other)).toBe(log);
});

test('a form saves them as text, whatever they look like', () => {
  const workbook = want(withTitle());
  const opened = { id: 'K-BIZ-001', row: 2 };
  const before = workbook.ask('readExperiment', opened) as unknown as { experiment: Record<string, string> };
  const experiment = { ...before.experiment, expectedBenefit: '=1+1 EUR a year', actualBenefit: '3 t once' };
  expect(
    workbook.ask('saveForm', { token: 'what-it-brings', experiment, opened: { ...opened, ...before } }),
  ).toMatchObject({ saved: true });
  expect(workbook.cell(2, 'Expected Benefit')).toMatchObject({ value: '=1+1 EUR a year' });
  expect(workbook.cell(2, 'Expected Benefit')).not.toHaveProperty('formula');
  expect(workbook.cell(2, 'Actual Benefit')?.value).toBe('3 t once');
});
