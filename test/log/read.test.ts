// What is read from logs as people keep them.
import { describe, expect, test } from '@jest/globals';
import { readLog } from '../../src/log/index.ts';
import { fixture } from './fixtures.ts';

function experiment(name: string, id: string) {
  const found = readLog(fixture(name)).contents.experiments.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`${name} has no ${id}`);
  return found;
}

function codes(name: string): string[] {
  return readLog(fixture(name)).findings.map(({ code, line }) => `${line} ${code}`);
}

describe('reading a log', () => {
  test('takes fields in whatever order and on whichever line they stand', () => {
    expect(experiment('other-order', 'K-OPS-003')).toEqual({
      id: 'K-OPS-003',
      title: 'Rye starter in the fridge',
      date: '2026-01-15',
      layer: 'Oven',
      entity: 'Harbour shop',
      owner: '',
      status: 'Dropped',
      started: '',
      hypothesis: 'If we keep the starter cold, then less is thrown away because it slows down.',
      expectedResult: '',
      duration: '',
      risks: '',
      actualResult: '',
      learning: 'Cold starters need two more hours.',
      decision: 'Drop',
      other: '',
      score: '',
      expectedBenefit: '',
      actualBenefit: '',
      decisionRule: '',
      rollingOut: '',
    });
    expect(experiment('other-order', 'K-OPS-005')).toMatchObject({
      duration: '4 weeks',
      decision: '',
      other: '**Owner:** Mira',
    });
  });

  test('takes everything that is not an experiment', () => {
    const { contents, lastUpdated } = readLog(fixture('other-order'));
    expect(lastUpdated).toBe('2026-03-20');
    expect(contents).toMatchObject({
      title: 'Crumb & Co. Kaizen Log',
      tagline: 'Small changes in three bakeries.',
      prefix: 'K-OPS',
      entities: ['Harbour shop', 'Market hall'],
      layers: [
        { name: 'Oven', improves: 'Bread, yield | waste', example: '"Proof overnight"' },
        { name: 'Shop', improves: 'Queues and tills', example: '"Second till"' },
      ],
      candidates: [
        { layer: 'Oven', idea: 'Preheat the deck oven by timer', question: 'does the first batch come out even?' },
        { layer: '', idea: 'Put the till receipts online', question: '' },
        { layer: 'Shop', idea: 'Chalk board outside', question: 'more walk-ins?\nIt hung there in 2024 once.' },
      ],
      relatedFiles: [
        { path: 'RECIPES.md', description: 'what we bake' },
        { path: 'docs/shifts.md', description: 'who bakes it' },
      ],
    });
  });

  test('takes fences, tables, quotes and comments as text of their field', () => {
    const found = experiment('fences-and-tables', 'K-OPS-007');
    expect(found.hypothesis).toContain(
      '# ### [K-OPS-099] not an experiment\ndef read():\n    return probe.value  # **Learning:** not a label\n```\n\nbecause',
    );
    expect(found.expectedResult).toMatch(/^\| Batch .*- also on Mondays$/s);
    expect(found.duration).toMatch(/^3 weeks\n\n<!-- \*\*Duration:\*\* 9 weeks.*-->$/s);
    expect(found.risks).toMatch(/"It always breaks\." \(Tomek\)\n2\. Nobody looks$/);
    expect(experiment('fences-and-tables', 'K-OPS-008').hypothesis).toBe(
      '~~~\nIf we label trays,\n---\nthen none is lost.\n~~~',
    );
    expect(readLog(fixture('fences-and-tables')).contents.experiments).toHaveLength(2);
    expect(codes('fences-and-tables')).toEqual([]);
  });

  test('takes values over several lines, struck-through risks and unknown labels', () => {
    const found = experiment('struck-risks', 'K-OPS-011');
    expect(found).toMatchObject({
      entity: 'Harbour shop (first),\nthen all shops',
      status: 'Active',
      started: '2026-02-17',
      learning: '',
    });
    expect(found.risks).toBe(
      '1. ~~Delivery on Mondays only~~ settled 2026-02-20\n2. ~~Price~~\n3. Gluten varies	(ask the mill)',
    );
    expect(found.other).toBe('**Owner:** Mira\n**Follows:** [K-OPS-003]');
    expect(codes('struck-risks')).toEqual(['44 stray-text']);
  });

  test('reads the same from Windows line ends behind a byte order mark', () => {
    const windows = readLog(fixture('windows'));
    const unix = readLog(fixture('struck-risks'));
    expect(windows.text).toContain('\r\n');
    expect({ ...windows.contents.experiments[0], id: '' }).toEqual({ ...unix.contents.experiments[0], id: '' });
    expect(windows.contents.title).toBe(unix.contents.title);
  });

  test('needs no blank lines and no rules', () => {
    const { experiments } = readLog(fixture('no-separators')).contents;
    expect(experiments.map(({ title, hypothesis }) => [title, hypothesis])).toEqual([
      ['Bags by weight', 'If we sell by weight, then less is left.'],
      ['Bags by count', '- one\n- two'],
      ['Bags by colour', ''],
    ]);
  });

  test('names what is wrong, with its line, and reads the rest', () => {
    expect(codes('extra-sections')).toEqual([
      '20 stray-text',
      '37 malformed-id',
      '42 duplicate-id',
      '43 impossible-date',
      '44 unknown-layer',
      '46 status-section',
      '47 label-twice',
      '49 unknown-decision',
      '61 outside-section',
      '79 stray-text',
    ]);
    const { experiments } = readLog(fixture('extra-sections')).contents;
    expect(experiments.map(({ id }) => id)).toEqual(['K-OPS-031', 'K-OPS-031', 'K-OPS-032']);
    expect(experiments[0]?.hypothesis).toBe('If we offer a subscription, then Mondays sell more.\n\n#### Side notes');
    expect(experiments[0]?.other).toBe('**Price:** 18 a month');
  });

  test('takes a result that somebody added below the empty one', () => {
    const text =
      '## Active Experiments\n\n### [K-OPS-001] Bread\n**Learning:**\n(pending)\n\n**Decision:** (pending)\n\n**Learning:** Less salt.\n';
    const { contents, findings } = readLog(text);
    expect(contents.experiments[0]?.learning).toBe('Less salt.');
    expect(findings.map(({ code }) => code)).toContain('label-twice');
  });
});

describe('text that costs a parser much', () => {
  const shapes: [string, string][] = [
    ['quotes in quotes', '>'.repeat(200_000)],
    ['lists in lists', '- '.repeat(100_000)],
    ['deep lists before blank lines', `${'- '.repeat(20_000)}\n${'\n'.repeat(20_000)}`],
    ['many lists', '- a\n\nb\n\n'.repeat(2_000)],
    ['many short quotes', '> a\n\n'.repeat(2_000)],
    ['underlined words', 'a\n=\nb\n-\n'.repeat(2_000)],
    ['open brackets', '['.repeat(200_000)],
    ['stars', '*a **b '.repeat(30_000)],
    ['blanks', `a${' '.repeat(200_000)}b`],
    ['line ends', '\r'.repeat(50_000)],
    ['an open fence before headings', `\`\`\`\n${'### [K-OPS-001] x\n'.repeat(5_000)}`],
    ['an open comment before headings', `<!--\n${'### [K-OPS-001] x\n\n'.repeat(5_000)}`],
  ];

  test.each(shapes)('is read all the same: %s', (_, shape) => {
    const text = `## Active Experiments\n\n### [K-OPS-900] Bread\n**Status:** Active\n\n**Learning:**\n${shape}`;
    expect(readLog(text).contents.experiments).toHaveLength(1);
  });
});
