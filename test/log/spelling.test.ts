import { expect, test } from '@jest/globals';
import { type Spelling, spelledOtherwise } from '../../src/log/text/spelling.ts';

const statuses = (...written: [written: string, read: string][]): Spelling[] =>
  written.map(([text, read]) => ({ key: 'status', written: text, read }));
const days = (...written: string[]): Spelling[] =>
  written.map((text) => ({ key: 'date', written: text, read: '2026-03-05' }));
const told = (values: readonly Spelling[]) => spelledOtherwise(values).map(({ written }) => written);

test('A status that is spelt otherwise than the others is told', () => {
  expect(told(statuses(['Active', 'Active'], ['ACTIVE', 'Active'], ['Active', 'Active']))).toEqual(['ACTIVE']);
  expect(told(statuses(['active', 'Active']))).toEqual(['active']);
});

test('What a log writes so throughout is its way', () => {
  expect(told(statuses(['active', 'Active'], ['active', 'Active']))).toEqual([]);
  expect(told(days('5 March 2026', '12 June 2026'))).toEqual([]);
});

test('Words of its own are the log’s, but for one that stands alone where others say the same', () => {
  expect(told(statuses(['Running', 'Active'], ['Won', 'Completed'], ['Lost', 'Completed']))).toEqual([]);
  const many = statuses(['Won', 'Completed'], ['Won', 'Completed'], ['Lost', 'Completed'], ['Lost', 'Completed']);
  expect(told(many)).toEqual([]);
  expect(told([...many, ...statuses(['Over', 'Completed'])])).toEqual(['Over']);
});

test('A day in another form than the others is told, as is the only one', () => {
  expect(told(days('2026-03-05', '5.3.2026', '2026-03-06'))).toEqual(['5.3.2026']);
  expect(told(days('5 March 2026', '5/3/2026', '12 June 2026'))).toEqual(['5/3/2026']);
  expect(told(days('5 March 2026'))).toEqual(['5 March 2026']);
});

test('What was read as it stands is never told', () => {
  expect(told([...days('5 March 2026', '7 March 2026'), { key: 'date', written: 'soon', read: 'soon' }])).toEqual([]);
});
