// Links in a team's own sheet, those of a text and those of a formula: kept where a tab is copied, and where it becomes the register.
import { expect, test } from '@jest/globals';
import type { CellLink } from '../../workbench/protocol.ts';
import { addTab, column, lookOf, titlesIn } from './team-tab.ts';
import { Workbook } from './workbook.ts';

const LINES = [
  ['No.', 'Experiment', 'Hypothesis', 'Status', 'Result', 'Doc'],
  ['7', 'Longer hours', 'People ask, see the survey and the till', 'Done', 'www.example.com', 'Notes'],
  ['8', 'Shorter menu', '=HYPERLINK("https://example.com/m?a=(1)","Fewer [hot] choices")', 'Running', '', ''],
];
const LINKS: [row: number, column: number, links: CellLink[]][] = [
  [1, 1, [[0, 12, 'https://example.com/plan']]],
  [
    1,
    2,
    [
      [16, 20, 'https://example.com/survey one'],
      [20, 26, 'https://example.com/survey one'],
      [31, 39, 'https://example.com/till'],
    ],
  ],
  [1, 3, [[0, 4, 'https://example.com/end']]],
  [1, 4, [[0, 15, 'http://www.example.com/']]],
  [1, 5, [[0, 5, 'https://example.com/notes']]],
];

function linkedTab(): { workbook: Workbook; request: { tabs: string[] }; tab: () => string } {
  const workbook = Workbook.setUp().shorten();
  const sheet = addTab(workbook, 'Ours', LINES);
  for (const [row, at, links] of LINKS) {
    const value = LINES[row]?.[at] ?? '';
    workbook.host.act({ kind: 'set', sheet, cause: 'type', cells: [[row, at, { value, links }]] });
  }
  return { workbook, request: { tabs: [String(sheet)] }, tab: () => lookOf(workbook.sheet('Ours')) };
}

const SAID = 'People ask, see [the survey](https://example.com/survey%20one) and [the till](https://example.com/till)';

test('a copy has them as Markdown in its texts, and those of words and titles among the other fields', () => {
  const { workbook, request, tab } = linkedTab();
  const before = tab();
  expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, added: 2 });
  expect(titlesIn(workbook)).toEqual(['Longer hours', 'Shorter menu']);
  expect(column(workbook, 'Status')).toEqual(['Completed', 'Active']);
  expect(column(workbook, 'Hypothesis')).toEqual([SAID, '[Fewer \\[hot\\] choices](https://example.com/m?a=%281%29)']);
  expect(column(workbook, 'Actual Result')[0]).toBe('www.example.com');
  expect(column(workbook, 'Doc')[0]).toBe('[Notes](https://example.com/notes)');
  const [other = ''] = column(workbook, 'Other fields');
  expect(other).toContain('**Experiment:** [Longer hours](https://example.com/plan)');
  expect(other).toContain('[Done](https://example.com/end)');
  expect(tab()).toBe(before);
  expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, added: 0, changed: 0, same: 2 });

  // Through the log and back, each stays.
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
  expect(Object.values(workbook.driveTexts())[0]).toContain(SAID);
  workbook.editDriveText((log) => log.replace('People ask, see', 'People asked, see'));
  expect(workbook.ask('exportLog')).toMatchObject({ ok: true, is: 'done' });
  expect(column(workbook, 'Hypothesis')[0]).toBe(SAID.replace('ask', 'asked'));
});

test('a link that comes to another place in the sheet is a change that a second run brings', () => {
  const { workbook, request } = linkedTab();
  expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true });
  const value = LINES[1]?.[5] ?? '';
  const links: CellLink[] = [[0, 5, 'https://example.com/other']];
  workbook.host.act({ kind: 'set', sheet: Number(request.tabs[0]), cause: 'type', cells: [[1, 5, { value, links }]] });
  expect(workbook.ask('importSheet', request)).toMatchObject({ ok: true, added: 0, changed: 1, same: 1 });
  expect(column(workbook, 'Doc')[0]).toBe('[Notes](https://example.com/other)');
});

test('a tab that becomes the register keeps them where they are, after an edit in the row too, and is given back with them', () => {
  const { workbook, request, tab } = linkedTab();
  const before = tab();
  const cellOf = (row: number, at: number) => workbook.sheet('Ours').cells.find(([r, c]) => r === row && c === at)?.[2];
  expect(workbook.ask('importSheet', { ...request, way: 'in-place' })).toMatchObject({ ok: true, added: 2 });
  const sheet = workbook.sheet('Ours').id;
  workbook.host.act({ kind: 'type', sheet, row: 1, column: 3, text: [['Active']] });
  for (const [row, at, links] of LINKS.filter(([, place]) => place !== 3))
    expect(cellOf(row, at)?.links).toEqual(links);
  expect(cellOf(2, 2)?.formula).toBe(LINES[2]?.[2]);
  expect(JSON.stringify(workbook.values('Ours'))).toContain('[Done](https://example.com/end)');
  expect(workbook.ask('takeBackSheet')).toMatchObject({ ok: true, removed: 2 });
  expect(tab()).toBe(before);
});
