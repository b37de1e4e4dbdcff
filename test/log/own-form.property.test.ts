// A log in the template's form is known by one look: it has to tell what counting tells.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FIELDS } from '../../src/domain/experiment/template.ts';
import type { KeptShape } from '../../src/domain/register/log-shape.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/register/settings.ts';
import { blankLog, readLog, writeLog } from '../../src/log/index.ts';
import { findExperiments } from '../../src/log/learning/experiments.ts';
import { learnShape } from '../../src/log/learning/learn.ts';
import { readOutline } from '../../src/log/reading/outline.ts';
import { generatedRows } from '../fixtures/portfolio.ts';
import { fieldText, line, plainExperiments, runs } from './arbitraries.ts';

const today = '2026-05-04';

const isOwn = (text: string): boolean => findExperiments(readOutline(text), {}).isOwn === true;

/** What a person said of the log, even that nothing was pointed to, has everything counted. */
function expectSame(text: string, kept: KeptShape = {}): void {
  const counted = learnShape(readOutline(text), { ...kept, isPointed: false });
  expect(learnShape(readOutline(text), kept)).toEqual(counted);
}

const LABELS = [
  ...FIELDS.filter(({ key }) => key !== 'id' && key !== 'title').map(({ label }) => label),
  ...['Note', 'Follows', 'Outcome', 'Lessons learned', 'Owner', 'Number', 'Data', 'Method'],
].map((label) => `**${label}:**`);

const value = fc.constantFrom(
  '',
  'Ovens',
  '2026-03-02',
  '3/4/2026',
  '13/4/2026',
  'Active',
  'läuft',
  'Adopt',
  'We adopt it in both shops, from the first of May on, and look again in autumn.',
  'Note: a word before a colon',
  'Status: done',
  'x | **Status:** done',
  '- **Status:** done',
);

const heading = fc.constantFrom(
  ...['# Log', '## Active Experiments', '## Completed Experiments', '## Ideas', '## Experiment Template', '## Week 12'],
  ...[
    '#### Result',
    '### Notes',
    '### [K-1] Heading',
    '### [K-1] 🟢 Heading',
    '### [K-1]: Heading',
    '### [K-1]',
    '**ID:** 12',
    '**Title:** Ovens',
  ],
);

/** Experiments as the template has them, most of them, and somebody's lines between. */
const ownLog = fc
  .array(
    fc.oneof(
      {
        weight: 9,
        arbitrary: fc.constantFrom('### [K-OPS-001] Ovens', '### [K-OPS-002] Two trays', '### [W-7] Lights'),
      },
      { weight: 60, arbitrary: fc.tuple(fc.constantFrom(...LABELS), value).map((parts) => parts.join(' ').trim()) },
      { weight: 3, arbitrary: value },
      { weight: 1, arbitrary: heading },
      { weight: 1, arbitrary: line },
    ),
    { minLength: 4, maxLength: 40, size: 'max' },
  )
  .map((lines) => ['# Log', '', '## Active Experiments', '', ...lines].join('\n'));

test('logs that registers write are in the template’s form', () => {
  const blank = readLog(blankLog(DEFAULT_SETTINGS, { today }));
  const experiments = generatedRows(40, today).map(({ experiment }, index) => ({
    ...experiment,
    id: `K-BIZ-${index + 1}`,
  }));
  const text = writeLog(blank, { ...blank.contents, experiments }, { today });
  expect(isOwn(text)).toBe(true);
  expectSame(text);
  expectSame(text, { labels: { follows: 'other' }, dayFirst: true });
});

test('one look at a log tells the shape that counting tells', () => {
  let own = 0;
  const property = fc.property(ownLog, (text) => {
    if (isOwn(text)) own += 1;
    expectSame(text);
  });
  fc.assert(property, runs(20));
  expect(own).toBeGreaterThan(150);
});

test('so it does whatever people typed into fields', () => {
  const blank = readLog(blankLog(DEFAULT_SETTINGS, { today }));
  fc.assert(
    fc.property(plainExperiments, fieldText, (list, learning) => {
      const experiments = list.map((experiment) => ({ ...experiment, learning }));
      expectSame(writeLog(blank, { ...blank.contents, experiments }, { today }));
    }),
    runs(5),
  );
});
