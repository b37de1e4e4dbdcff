// A self-check's report, pasted into a file, changes what the specification's lines are worth.
import { expect, test } from '@jest/globals';
import { claimsBySubject, conformanceTable, recordedIn } from './conformance/table.ts';

const [held, other] = claimsBySubject[1]?.claims ?? [];

test('what was as expected is seen, what differs is told with what was seen, and all else keeps its standing', () => {
  const report = `Kaizen Log self-check
Add-on: 1.2.3

| Subject | Behaviour | On Google |
| --- | --- | --- |
| values | ${held?.name} | as expected |
| values | ${other?.name} | differs: "a \\| b" |
`;
  const recorded = recordedIn(report.replaceAll('\n', '\r\n'));
  expect(recorded).toEqual({ [held?.name ?? '']: 'as expected', [other?.name ?? '']: 'differs: "a | b"' });
  const [before, after] = [conformanceTable(), conformanceTable(recorded)].map((page) => page.split('\n'));
  const changed = after?.filter((line) => !before?.includes(line)) ?? [];
  expect(changed).toEqual(
    expect.arrayContaining([
      expect.stringContaining(`| ${held?.name} | seen | `),
      expect.stringContaining(`| ${other?.name} | differs: "a \\| b" | `),
      expect.stringMatching(/ ways: 1 seen, .*, 1 differs\./),
    ]),
  );
  expect(changed.filter((line) => line.startsWith('| '))).toHaveLength(2);
});

test('a file without the table is refused in a sentence', () => {
  expect(() => recordedIn('Kaizen Log self-check\nAdd-on: 1.2.3\n')).toThrow('The file holds no table of a self-check');
});
