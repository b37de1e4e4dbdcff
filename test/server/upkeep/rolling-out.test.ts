// The optional field of where else something adopted should go: off until it is used, and what is open past its day needs somebody.
import { expect, test } from '@jest/globals';
import { TODAY, Workbook } from '../workbook.ts';

const PLACES = '- [x] North, 2026-01-12\n- [ ] South, from 2026-01-20\n- [ ] East, from 2099-01-01\n- [ ] West';
const DUE = 'Rolling out was to begin: South on 2026-01-20. Mark what is done, or give it a later day.';

interface Attention {
  id: string;
  kind: string;
  words: string;
  action: string;
  isRollingOut: boolean;
}

function adopted(status = 'Completed', decision = 'Adopt'): Workbook {
  const workbook = Workbook.setUp();
  workbook.set('Optional fields', 'Rolling Out');
  expect(workbook.host.choose('setUp')).toMatchObject({ ok: true });
  workbook.type(2, 'Title', ['Bread by bicycle']);
  workbook.type(2, 'Hypothesis', ['If we ride, then bread is fresher because nobody waits.']);
  workbook.type(2, 'Layer', ['Process']);
  workbook.type(2, 'Duration', ['1 week']);
  workbook.type(2, 'Status', ['Active']);
  workbook.type(2, 'Actual Result', ['It was']);
  workbook.type(2, 'Learning', ['Ride']);
  if (decision !== '') workbook.type(2, 'Decision', [decision]);
  workbook.type(2, 'Status', [status]);
  workbook.type(2, 'Rolling Out', [PLACES]);
  return workbook;
}

const attentionIn = (workbook: Workbook) =>
  (workbook.ask('readOverview', false) as unknown as { attention: Attention[] }).attention;
const exported = (workbook: Workbook) => {
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true });
  return Object.values(workbook.driveTexts())[0] ?? '';
};

test('what is adopted and open past its day is said alike by sidebar, Check register, the Findings cell and a saved form', () => {
  const workbook = adopted();
  expect(TODAY > '2026-01-20').toBe(true);
  const item = { id: 'K-BIZ-001', kind: 'rolling out', words: DUE, action: 'edit', isRollingOut: true };
  expect(attentionIn(workbook)).toMatchObject([item]);
  expect(workbook.cell(2, 'Findings')?.value).toBe(DUE);
  const { findings } = workbook.ask('checkLog') as unknown as { findings: { code: string; message: string }[] };
  expect(findings).toMatchObject([{ code: 'due-places', severity: 'warning', message: DUE, row: 2 }]);
  const opened = { id: 'K-BIZ-001', row: 2 };
  const before = workbook.ask('readExperiment', opened) as unknown as { experiment: Record<string, string> };
  const save = (rollingOut: string) =>
    workbook.ask('saveForm', {
      token: 'where-else-it-goes',
      experiment: { ...before.experiment, rollingOut },
      opened: { ...opened, ...before },
    });
  const done = PLACES.replace('[ ] South, from 2026-01-20', '[x] South, 2026-02-01');
  const reply = save(done);
  expect(reply).toMatchObject({ saved: true });
  expect(reply).not.toHaveProperty('attention');
  expect(workbook.cell(2, 'Rolling Out')?.value).toBe(done);
  expect(workbook.cell(2, 'Findings')?.value ?? '').toBe('');
  expect(attentionIn(workbook)).toEqual([]);
});

test.each([
  ['dropped', 'Dropped', 'Drop'],
  ['iterated', 'Completed', 'Iterate'],
  ['still running', 'Active', ''],
])('nothing is rolled out of what is %s', (_, status, decision) => {
  expect(attentionIn(adopted(status, decision)).filter(({ isRollingOut }) => isRollingOut)).toEqual([]);
});

test('what lacks a learning, too, is listed for that, and still counts as rolling out', () => {
  const workbook = adopted();
  workbook.type(2, 'Learning', ['']);
  expect(attentionIn(workbook)).toMatchObject([{ kind: 'incomplete', needsFixing: true, isRollingOut: true }]);
});

test('the log has it as a list of tasks, that none takes for candidates, and a log that has it brings the column along', () => {
  const workbook = adopted();
  const log = exported(workbook);
  expect(log).toContain(`**Learning:**\nRide\n\n**Rolling Out:**\n${PLACES}\n\n**Decision:** Adopt`);
  const other = Workbook.setUp();
  expect(other.ask('importLog', { name: 'LOG.md', text: log })).toMatchObject({ ok: true });
  expect(other.cell(2, 'Rolling Out')?.value).toBe(PLACES);
  expect(other.values('Candidates').filter((cells) => cells.some((cell) => String(cell).includes('South')))).toEqual(
    [],
  );
  expect(attentionIn(other)).toMatchObject([{ kind: 'rolling out', words: DUE }]);
  expect(exported(other)).toBe(log);
  const appended = `${log.trimEnd()}\n\n- [ ] try bread by boat\n`;
  expect(other.ask('importLog', { name: 'LOG.md', text: appended })).toMatchObject({ ok: true });
  expect(other.cell(2, 'Rolling Out')?.value).toBe(PLACES);
});

test('an edit in the file of one place comes in by itself, beside another in the sheet', () => {
  const workbook = adopted();
  const log = exported(workbook);
  workbook.type(2, 'Learning', ['Ride early']);
  const theirs = log.replace('- [ ] South, from 2026-01-20', '- [x] South, 2026-02-01');
  expect(workbook.ask('importLog', { name: 'LOG.md', text: theirs })).toMatchObject({ ok: true });
  expect(workbook.cell(2, 'Rolling Out')?.value).toContain('- [x] South, 2026-02-01');
  expect(attentionIn(workbook)).toEqual([]);
});

test('the setting emptied puts the list among the other fields and back, without a change of the log', () => {
  const workbook = adopted();
  const before = exported(workbook);
  workbook.set('Optional fields', '');
  expect(workbook.cell(2, 'Other fields')?.value).toBe(`**Rolling Out:**\n${PLACES}`);
  expect(attentionIn(workbook)).toEqual([]);
  expect(exported(workbook)).toBe(before);
});
