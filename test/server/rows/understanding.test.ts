// What a form is told of time: of a duration while it is typed, and of what it saved.
import { describe, expect, test } from '@jest/globals';
import { type Experiment, emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { unheard } from '../proofs/in-between/register.ts';
import { TODAY, Workbook } from '../workbook.ts';

const SOUND: Experiment = {
  ...emptyExperiment(),
  title: 'Shorter stand-up',
  date: '2026-02-11',
  layer: 'Process',
  entity: 'Holding',
  status: 'Active',
  hypothesis: 'If we stand, then we end sooner because standing tires.',
  expectedResult: 'Meetings of 10 minutes',
  duration: '8 weeks',
};

let forms = 0;
const save = (workbook: Workbook, experiment: Experiment, opened?: unknown) =>
  workbook.ask('saveForm', { token: `timed-form-${++forms}`, experiment, ...(opened !== undefined && { opened }) });

function explain(duration: string, closed?: string, status = 'Active', sprintDays = 14) {
  return Workbook.setUp().ask('explainDuration', {
    experiment: { status, started: '2026-02-11', date: '2026-02-11', decision: '', duration },
    closed,
    settings: { sprintDays, fiscalYearBegins: 0, dueSoonDays: 7, staleProposalDays: 14 },
    today: TODAY,
  });
}

describe('a duration that is typed', () => {
  test.each(['2 weeks', '4 weeks: Week 1-3 — two tables. Week 4 — all.', 'until it works'])(
    'is explained as the sheet explains it: %s',
    (duration) => {
      const workbook = Workbook.setUp();
      const { opened } = save(workbook, { ...SOUND, duration }) as unknown as { opened: { experiment: Experiment } };
      const reply = workbook.ask('explainDuration', {
        experiment: opened.experiment,
        closed: '',
        settings: { sprintDays: 14, fiscalYearBegins: 0, dueSoonDays: 7, staleProposalDays: 14 },
        today: TODAY,
      });
      const [timing, ...explained] = String(reply.lines).split('\n');
      expect(timing?.split(', now:')[0]).toBe(workbook.cell(2, 'Timing')?.value);
      expect(explained.join('\n')).toBe(workbook.cell(2, 'Due')?.note);
    },
  );

  test('has no timing before it is in the register', () => {
    expect(explain('2 weeks').lines).toBe('Due 2026-02-25: 2 weeks from 2026-02-11.');
    expect(explain('2 weeks', '').lines).toBe('overdue by 5 days\nDue 2026-02-25: 2 weeks from 2026-02-11.');
  });

  test('is read by the settings that the page was opened with', () => {
    expect(explain('1 sprint', undefined, 'Active', 7).lines).toMatch(/^Due 2026-02-18/);
  });

  test('that cannot be dated may stand, and could be better', () => {
    const { lines, coaching } = explain('until it works', undefined, 'Proposed');
    expect(coaching).toEqual([`The duration cannot be dated. ${lines}`]);
    expect(explain('2 weeks', undefined, 'Proposed').coaching).toEqual([]);
  });
});

describe('what the list says of what was saved', () => {
  const listed = (workbook: Workbook) => workbook.ask('readOverview').attention;

  test('is what it says when the register is read again, where it needs somebody', () => {
    const workbook = Workbook.setUp();
    const { attention } = save(workbook, { ...SOUND, duration: 'until it works' });
    expect(attention).toMatchObject({ id: 'K-BIZ-001', row: 2, kind: 'cannot date', needsFixing: true });
    expect(listed(workbook)).toEqual([attention]);
    const { ok: _, ...opened } = workbook.ask('readExperiment', { id: 'K-BIZ-001', row: 2 });
    const mended = save(workbook, { ...(opened.experiment as Experiment), duration: '8 weeks' }, opened);
    expect(mended).toMatchObject({ saved: true });
    expect(mended).not.toHaveProperty('attention');
    expect(listed(workbook)).toEqual([]);
  });

  test('tells that its ID stands in another row, too', () => {
    const before = Workbook.setUp();
    save(before, SOUND);
    save(before, SOUND);
    const workbook = unheard(before, { ID: 'K-BIZ-001' }, 3);
    const { ok: _, ...opened } = workbook.ask('readExperiment', { id: 'K-BIZ-001', row: 3 });
    const { attention } = save(workbook, { ...(opened.experiment as Experiment), title: 'Named anew' }, opened);
    expect(attention).toMatchObject({ kind: 'wrong', row: 3, title: 'Named anew' });
    expect(listed(workbook)).toContainEqual(attention);
  });
});
