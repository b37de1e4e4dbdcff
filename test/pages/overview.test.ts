import { expect, test } from '@jest/globals';
import { emptyExperiment } from '../../src/domain/experiment/template.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/register/settings.ts';
import { type AttentionItem, type Overview, type Saved, withSaved } from '../../src/pages/sidebar/overview.ts';

const TODAY = '2026-03-02';

/** Running without anything that could be dated, so that it needs somebody. */
const undated = (id: string, row: number, title = id): AttentionItem => ({
  id,
  row,
  title,
  layer: '',
  entity: '',
  owner: '',
  status: 'Active',
  kind: 'cannot date',
  words: 'cannot date',
  now: '',
  action: 'edit',
  days: 0,
  needsFixing: true,
  isRollingOut: false,
  isWaiting: false,
});

const overview = (...attention: AttentionItem[]): Overview => ({
  ok: true,
  isNew: false,
  settings: DEFAULT_SETTINGS,
  today: TODAY,
  experiments: 5,
  owners: [],
  attention,
  openQuestions: 0,
  seal: '',
});

/** Saved, and still undatable where it has no duration. */
function saved(id: string, row: number, duration: string, isNew = false): Saved {
  const experiment = { ...emptyExperiment(), id, title: id, date: TODAY, status: 'Active', started: TODAY, duration };
  const attention = duration === '' ? { attention: undated(id, row) } : {};
  return { ok: true, saved: true, isNew, opened: { id, row, experiment, closed: '' }, followers: [], ...attention };
}

const namesIn = ({ attention }: Overview) => attention.map(({ id, row }) => `${id} in ${row}`);

test('what needs somebody once it is saved is in the list, in its place, and a new one is counted', () => {
  const after = withSaved(overview(undated('K-1', 2), undated('K-3', 4)), saved('K-2', 3, '', true));
  expect(namesIn(after)).toEqual(['K-1 in 2', 'K-2 in 3', 'K-3 in 4']);
  expect(after.attention[1]).toEqual(undated('K-2', 3));
  expect(after.experiments).toBe(6);
});

test('what needs nobody any more leaves the list', () => {
  const after = withSaved(overview(undated('K-1', 2), undated('K-2', 3)), saved('K-1', 2, '8 weeks'));
  expect(namesIn(after)).toEqual(['K-2 in 3']);
  expect(after.experiments).toBe(5);
});

test('it is found by its ID where its row has moved since the list was read', () => {
  const after = withSaved(overview(undated('K-1', 2), undated('K-2', 3)), saved('K-1', 9, '8 weeks'));
  expect(namesIn(after)).toEqual(['K-2 in 3']);
});

test('of two that carry the same ID the one in the saved row changes', () => {
  const after = withSaved(overview(undated('K-1', 2, 'one'), undated('K-1', 7, 'other')), saved('K-1', 7, '8 weeks'));
  expect(after.attention.map(({ title }) => title)).toEqual(['one']);
});

test('one that had no ID when it was opened is not there twice', () => {
  const list = overview(undated('', 3), undated('', 4));
  expect(namesIn(withSaved(list, saved('K-9', 4, ''), { id: '', row: 4 }))).toEqual([' in 3', 'K-9 in 4']);
});

test('a form whose first answer was lost is in the list once', () => {
  const after = withSaved(overview(undated('K-9', 6)), saved('K-9', 6, '', true));
  expect(namesIn(after)).toEqual(['K-9 in 6']);
});
