// Words not saved yet, kept with a person's account: by form, size-limited, one person's in one spreadsheet.
import { expect, test } from '@jest/globals';
import { Workbook } from '../workbook.ts';

const kept = (workbook: Workbook) => workbook.ask('readOverview', true).drafts;

test('long drafts are handed out where they are asked for, the one typed last at the end, and forgotten by their form', () => {
  const workbook = Workbook.setUp();
  const keep = (name: string, draft: string) => workbook.ask('keepDraft', { name, draft });
  for (const [name, draft] of [
    ['K-BIZ-001', 'first'],
    ['K-BIZ-002', 'second'],
    ['K-BIZ-001', 'first, gone on'],
  ] as const)
    expect(keep(name, draft)).toEqual({ ok: true });
  expect(workbook.ask('readOverview')).not.toHaveProperty('drafts');
  expect(kept(workbook)).toEqual(['second', 'first, gone on']);
  keep('K-BIZ-002', '');
  expect(kept(workbook)).toEqual(['first, gone on']);
  keep('K-BIZ-001', '');
  expect(JSON.stringify(workbook.store.loadProperties())).not.toContain('drafts');
});

test('the oldest go where all together would fill what a person may keep, and one that is too long alone is not kept', () => {
  const workbook = Workbook.setUp();
  const long = (letter: string, length = 25_000) => letter.repeat(length);
  for (const letter of ['a', 'b', 'é']) workbook.ask('keepDraft', { name: letter, draft: long(letter) });
  expect(kept(workbook)).toEqual([long('b'), long('é')]);
  expect(workbook.ask('keepDraft', { name: 'b', draft: long('b', 70_000) })).toEqual({ ok: true });
  expect(kept(workbook)).toEqual([long('é')]);
});
