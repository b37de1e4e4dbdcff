import { describe, expect, test } from '@jest/globals';
import { namesRefusals } from '../../../src/domain/register/names-form.ts';
import { DEFAULT_NAMES, DEFAULT_SETTINGS, settingsOf } from '../../../src/domain/register/settings.ts';

const refusals = (changes: Partial<typeof DEFAULT_NAMES>) => namesRefusals({ ...DEFAULT_NAMES, ...changes });

describe('what set-up asks', () => {
  test('may be left as it is offered', () => {
    expect(namesRefusals(DEFAULT_NAMES)).toEqual({});
  });

  test.each([
    ['name', '  ', 'Write the name'],
    ['name', '—', 'Write the name'],
    ['name', 'x'.repeat(81), 'longer than 80'],
    ['name', 'Two\nlines', 'on one line'],
    ['prefix', '', 'with a letter first'],
    ['prefix', '7-BIZ', 'with a letter first'],
    ['prefix', 'K-', 'with a letter first'],
    ['prefix', 'K BIZ', 'with a letter first'],
    ['prefix', `K${'1'.repeat(31)}`, 'with a letter first'],
    ['entities', [], 'at least one'],
    ['entities', ['Pier', ' '], 'has no name'],
    ['entities', ['Pier, Dock'], '"Pier, Dock" holds a comma'],
    ['entities', ['Pier', 'Dock', ' pier '], '"pier" is named twice'],
    ['entities', Array.from({ length: 30 }, (_, index) => `${index}`.padEnd(80, 'x')), 'more than 2000 characters'],
  ])('refuses as %s %j, at its field alone', (field, value, message) => {
    expect(refusals({ [field]: value })).toEqual({ [field]: expect.stringContaining(message) });
  });

  test.each(['K', 'K-CTO', 'k2', `K${'1'.repeat(30)}`])('takes the prefix %s', (prefix) => {
    expect(refusals({ prefix })).toEqual({});
  });
});

describe('the settings of a new register', () => {
  test('bear its name: the log’s heading, its file, the capture command and the files beside it', () => {
    const settings = settingsOf({ name: 'CTO Brain', prefix: 'K-CTO', entities: ['Platform'] });
    expect(settings).toMatchObject({
      title: 'CTO Brain — Kaizen Log',
      fileName: 'CTO_BRAIN_KAIZEN.md',
      captureCommand: 'learn kaizen cto brain',
      prefix: 'K-CTO',
      entities: ['Platform'],
    });
    expect(settings.relatedFiles.map(({ path }) => path)).toEqual([
      'FAILURE_LOG.md',
      'CTO_BRAIN_RULES.md',
      'CTO_BRAIN_PATTERNS.md',
    ]);
  });

  test('have a file name in any script', () => {
    expect(settingsOf({ ...DEFAULT_NAMES, name: 'Café «Zürich»' }).fileName).toBe('CAFÉ_ZÜRICH_KAIZEN.md');
    expect(settingsOf({ ...DEFAULT_NAMES, name: '改善' }).fileName).toBe('改善_KAIZEN.md');
  });

  test('are nobody’s in particular where nothing else is asked for', () => {
    expect(DEFAULT_SETTINGS).toMatchObject({
      title: 'Business — Kaizen Log',
      prefix: 'K-BIZ',
      captureCommand: 'learn kaizen business',
      fileName: 'BUSINESS_KAIZEN.md',
      entities: ['Company'],
    });
    expect(DEFAULT_SETTINGS.layers.map(({ name, example }) => name + example)).toEqual(['System', 'Process', 'Model']);
  });
});
