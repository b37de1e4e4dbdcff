// What a form says while it is typed is what the register finds, but for what only reading the duration tells.
import { expect, test } from '@jest/globals';
import { findingsWhileTyping } from '../../../src/domain/experiment/form.ts';
import { type Experiment, emptyExperiment } from '../../../src/domain/experiment/template.ts';
import { evaluate } from '../../../src/domain/register/evaluation.ts';
import { DEFAULT_SETTINGS } from '../../../src/domain/register/settings.ts';

const TODAY = '2026-03-02';
const typed = (changes: Partial<Experiment>): Experiment => ({
  ...emptyExperiment(),
  title: 'Rye overnight',
  date: TODAY,
  status: 'Active',
  ...changes,
});
const found = (experiment: Experiment) => findingsWhileTyping(experiment, DEFAULT_SETTINGS, TODAY);
const codes = (experiment: Experiment) => found(experiment).map(({ code }) => code);

test.each(['Proposed', 'Active', 'Completed'])(
  'of an experiment that is %s without a duration nothing is left out',
  (status) => {
    for (const duration of ['', '(pending)']) {
      const experiment = typed({ status, duration });
      const said = evaluate(experiment, DEFAULT_SETTINGS, TODAY).findings.map(({ code }) => code);
      expect(codes(experiment)).toEqual(said);
    }
  },
);

test('a duration that cannot be dated is left to the script, and so is one that can', () => {
  expect(codes(typed({}))).toContain('undatable-duration');
  expect(codes(typed({ duration: 'until it works' }))).not.toContain('undatable-duration');
  expect(codes(typed({ duration: '4 weeks' }))).toEqual(codes(typed({ duration: 'until it works' })));
});
