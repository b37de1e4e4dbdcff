import { expect, test } from '@jest/globals';
import { type Checked, faultsIn, reportOf } from '../../src/pages/self-check/report.ts';

const SOUND: Checked = {
  ok: true,
  addOn: '1.2.3',
  specification: '3302-5a51c683',
  locale: 'de_DE',
  timeZone: 'Europe/Berlin',
  scriptTimeZone: 'Asia/Kuala_Lumpur',
  behaviours: { all: 44, tried: 44, differing: [], held: [] },
  asked: [],
  register: { rows: 3, findings: [] },
  faults: [],
};

test('a sound report tells versions, places and counts, a fact a line', () => {
  expect(reportOf(SOUND)).toBe(`Kaizen Log self-check
Add-on: 1.2.3
Specification: 44 behaviours, 3302-5a51c683
Locale: de_DE
Time zone of the spreadsheet: Europe/Berlin
Time zone of the script: Asia/Kuala_Lumpur
Behaviours: 44 of 44 as expected
With your help: 0 of 0 as expected
Register: 3 rows, 0 need fixing, 0 to consider
`);
  expect(faultsIn(SOUND)).toBe(0);
});

test('what differs, what was not tried and what failed are told with what was seen', () => {
  const { timeZone: _, ...withoutZone } = SOUND;
  const checked: Checked = {
    ...withoutZone,
    behaviours: {
      all: 44,
      tried: 40,
      held: [{ subject: 'ranges', name: 'a cell holds a | or a \\' }],
      differing: [
        { subject: 'values', name: 'a number stays a number', standing: 'documented', expected: '4', seen: '"four"' },
      ],
    },
    asked: [
      { subject: 'pages', name: 'a page runs', standing: 'likely', isAsExpected: true, expected: 'true', seen: 'true' },
      { subject: 'drive', name: 'a file', standing: 'documented', isAsExpected: false, expected: '1', seen: '2' },
    ],
    register: {
      rows: 3,
      findings: [
        { code: 'duplicate-id', severity: 'error', number: 2 },
        { code: 'unnoticed-risk', severity: 'warning', number: 1 },
      ],
    },
    faults: [{ part: "the spreadsheet's time zone", why: 'Exception: Not today.' }],
  };
  expect(reportOf(checked).split('\n')).toEqual(
    expect.arrayContaining([
      'Time zone of the spreadsheet: not known',
      'Behaviours: 39 of 40 as expected, 4 not tried',
      'With your help: 1 of 2 as expected',
      '- DIFFERS [documented] drive: a file (expected 1, seen 2)',
      '| pages | a page runs | as expected |',
      '| drive | a file | differs: 2 |',
      '- DIFFERS [documented] values: a number stays a number (expected 4, seen "four")',
      '| ranges | a cell holds a \\| or a \\\\ | as expected |',
      '| values | a number stays a number | differs: "four" |',
      'Register: 3 rows, 2 need fixing, 1 to consider',
      '- duplicate-id (error): 2',
      '- unnoticed-risk (warning): 1',
      "Failed: the spreadsheet's time zone: Exception: Not today.",
    ]),
  );
  // Findings are the person's own affair.
  expect(faultsIn(checked)).toBe(3);
});

test('a register that is not there is told apart from one that cannot be read', () => {
  const { register: _, ...without } = SOUND;
  expect(reportOf(without)).toContain('Register: not set up\n');
  expect(reportOf({ ...without, faults: [{ part: 'Check register', why: 'No.' }] })).toContain(
    'Register: could not be looked at\n',
  );
});
