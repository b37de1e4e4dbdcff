// What people know of a log that came in: what it writes otherwise than it was read stands in the row, whichever way it came.
import { expect } from '@jest/globals';
import { Workbook } from '../../workbook.ts';
import { trialsOf } from './trials.ts';

const trial = trialsOf('people-logs');

/** A log in the template's form; of each experiment its status and its date as they are written. */
const logOf = (...written: [status: string, date: string, title?: string][]) =>
  [
    '# Log',
    '## Active Experiments',
    ...written.map(
      ([status, date, title], at) =>
        `### [K-BIZ-00${at + 1}] ${title ?? `Title ${at + 1}`}\n\n**Layer:** System\n**Status:** ${status}\n**Date:** ${date}\n`,
    ),
  ].join('\n\n');

const findings = (workbook: Workbook) =>
  workbook
    .values('Experiments')
    .slice(1)
    .flatMap((row) => {
      const [id, said] = ['ID', 'Findings'].map((header) => row[workbook.column(header)]);
      return id ? [String(said).split('\n')] : [];
    });

const readAs = (id: string, label: string, written: string, read: string) =>
  `${id} has the ${label} "${written}", which was read as ${read}; correct it where that is wrong.`;

const STATUS = readAs('K-BIZ-002', 'status', 'acTive', 'Active');
const DATE = readAs('K-BIZ-003', 'date', '5 March 2026', '2026-03-05');

const MIXED = logOf(['Active', '2026-03-03'], ['acTive', '2026-03-04'], ['Active', '5 March 2026']);

trial('What an import read otherwise than the log writes it stands in the row, and in the preview', () => {
  const workbook = Workbook.setUp().shorten();
  const { findings: seen } = workbook.ask('previewImport', { name: 'LOG.md', text: MIXED }) as unknown as {
    findings: { message: string }[];
  };
  expect(seen.map(({ message }) => message)).toEqual(expect.arrayContaining([STATUS, DATE]));
  expect(workbook.ask('importLog', { name: 'LOG.md', text: MIXED })).toMatchObject({ ok: true, is: 'done' });
  const [first = [], second = [], third = []] = findings(workbook);
  expect(first.filter((line) => line.includes('was read as'))).toEqual([]);
  expect(second[0]).toBe(STATUS);
  expect(third[0]).toBe(DATE);
  // Said once, as of an edit: the next check says what is still to be done.
  expect(workbook.ask('checkLog')).toMatchObject({ ok: true });
  expect(findings(workbook).flat().join('\n')).not.toContain('was read as');
});

trial('What a log writes so throughout is its way, and said of no row', () => {
  const workbook = Workbook.setUp().shorten();
  const text = logOf(['active', '3 March 2026'], ['active', '4 March 2026'], ['active', '5 March 2026']);
  expect(workbook.ask('importLog', { name: 'LOG.md', text })).toMatchObject({ ok: true, is: 'done' });
  expect(findings(workbook).flat().join('\n')).not.toContain('was read as');
});

trial('A second import says it of what it reads, and not of a row that says something else by now', () => {
  const workbook = Workbook.setUp().shorten();
  const before = logOf(['Active', '2026-03-03'], ['Active', '2026-03-04'], ['Active', '2026-03-05']);
  expect(workbook.ask('importLog', { name: 'LOG.md', text: before })).toMatchObject({ ok: true, is: 'done' });
  workbook.type(3, 'Status', ['Dropped']);
  expect(workbook.ask('importLog', { name: 'LOG.md', text: MIXED })).toMatchObject({ ok: true, is: 'done' });
  const [, second = [], third = []] = findings(workbook);
  expect(workbook.cell(3, 'Status')?.value).toBe('Dropped');
  expect(second).not.toContain(STATUS);
  expect(third[0]).toBe(readAs('K-BIZ-003', 'date', '5 March 2026', '2026-03-05'));
});

trial('What comes back from the file with an export says it, too', () => {
  const workbook = Workbook.setUp().shorten();
  const before = logOf(['Active', '2026-03-03'], ['Active', '2026-03-04'], ['Active', '2026-03-05']);
  expect(workbook.ask('importLog', { name: 'LOG.md', text: before })).toMatchObject({ ok: true, is: 'done' });
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
  workbook.editDriveText((text) => text.replace('**Date:** 2026-03-05', '**Date:** 6 March 2026'));
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
  const [first = [], , third = []] = findings(workbook);
  expect(third[0]).toBe(readAs('K-BIZ-003', 'date', '6 March 2026', '2026-03-06'));
  expect(first.join('\n')).not.toContain('was read as');
});
