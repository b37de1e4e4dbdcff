// What changes in the text of a log, and what does not.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { type Experiment, emptyExperiment } from '../../src/domain/experiment/template.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/register/settings.ts';
import { blankLog, keptOf, type LogContents, readLog, writeLog } from '../../src/log/index.ts';
import { EXAMPLE_SETTINGS } from '../example-settings.ts';
import { FIXTURES, fixture } from './fixtures.ts';

const today = '2026-05-04';

/** The lines that writing took out (`-`) and put in (`+`), without blank ones and Last Updated. */
function changedLines(text: string, change: (contents: LogContents) => LogContents): string[] {
  const [before, after] = [text, rewrite(text, change)].map((log) => log.split('\n').filter((line) => line !== ''));
  const missing = (from: string[] = [], other: string[] = []): string[] => from.filter((line) => !other.includes(line));
  const lines = [
    ...missing(before, after).map((line) => `-${line}`),
    ...missing(after, before).map((line) => `+${line}`),
  ];
  return lines.filter((line) => !line.includes('**Last Updated:**'));
}

function edit(id: string, fields: Partial<Experiment>): (contents: LogContents) => LogContents {
  return (contents) => ({
    ...contents,
    experiments: contents.experiments.map((experiment) =>
      experiment.id === id ? { ...experiment, ...fields } : experiment,
    ),
  });
}

function rewrite(text: string, change: (contents: LogContents) => LogContents): string {
  const document = readLog(text);
  return writeLog(document, change(document.contents), { today });
}

describe('writing a log', () => {
  test.each(FIXTURES)('leaves %s as it is when nothing changed', (name) => {
    const document = readLog(fixture(name));
    expect(writeLog(document, document.contents, { today })).toBe(fixture(name));
  });

  test('rewrites one field and Last Updated', () => {
    const text = fixture('struck-risks');
    const expected = text
      .replace('thumb test.', 'thumb test, daily.')
      .replace('**Last Updated:** 2026-02-28', `**Last Updated:** ${today}`);
    expect(
      rewrite(text, edit('K-OPS-011', { expectedResult: 'Softer crumb, *measured* by the thumb test, daily.' })),
    ).toBe(expected);
  });

  test('keeps Windows line ends in what it writes', () => {
    const text = rewrite(fixture('windows'), edit('K-OPS-041', { learning: 'One\n\nTwo' }));
    expect(text).toContain('**Learning:**\r\nOne\r\n\r\nTwo\r\n\r\n**Decision:**');
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
  });

  test('adds a label the experiment does not have in its place', () => {
    expect(rewrite(fixture('other-order'), edit('K-OPS-003', { duration: '2 weeks' }))).toContain(
      'because it slows down.\n\n**Duration:**\n2 weeks\n\n**Decision:** Drop\n',
    );
    expect(
      changedLines(fixture('other-order'), edit('K-OPS-003', { duration: '2 weeks', started: '2026-01-20' })),
    ).toEqual(['+**Started:** 2026-01-20', '+2 weeks']);
  });

  test('takes an emptied optional field out and says that an emptied result is pending', () => {
    const text = rewrite(
      fixture('struck-risks'),
      edit('K-OPS-011', { risks: '', started: '', learning: 'x', actualResult: '' }),
    );
    expect(text).not.toMatch(/Risks Identified|Started/);
    expect(rewrite(text, edit('K-OPS-011', { learning: '' }))).toContain('**Learning:**\n(pending)\n');
  });

  test('rewrites only the unknown labels that changed', () => {
    const lines = changedLines(
      fixture('struck-risks'),
      edit('K-OPS-011', { other: '**Owner:** Tomek\n**Follows:** [K-OPS-003]' }),
    );
    expect(lines).toEqual(['-**Owner:** Mira  ', '+**Owner:** Tomek  ']);
    expect(rewrite(fixture('struck-risks'), edit('K-OPS-011', { other: 'free words' }))).toContain(
      '\n\n**Note:** free words\n',
    );
  });

  test('moves an experiment word for word when its status leaves its section', () => {
    const text = fixture('fences-and-tables');
    const moved = rewrite(text, edit('K-OPS-008', { status: 'Completed' }));
    const body = text
      .slice(text.indexOf('### [K-OPS-008]'), text.indexOf('\n\n---\n\n## Completed'))
      .replace('Proposed', 'Completed');
    expect(moved.endsWith(`**Decision:** (pending)\n\n---\n\n## Completed Experiments\n\n${body}\n`)).toBe(true);
    const back = rewrite(moved, edit('K-OPS-008', { status: 'Proposed' }));
    expect(back).toBe(text.replace('2026-04-02', today));
  });

  test('follows a log that has no rules between experiments', () => {
    const added = { ...emptyExperiment(), id: 'K-OPS-024', title: 'Bags', status: 'Proposed', date: '2026-05-01' };
    const text = rewrite(fixture('no-separators'), (contents) => ({
      ...contents,
      experiments: [...contents.experiments, added],
    }));
    expect(text).not.toContain('---');
    expect(text).toContain('(pending)\n\n### [K-OPS-024] Bags\n**Date:** 2026-05-01\n');
  });

  test('takes a deleted experiment out with its rule and says when none is left', () => {
    const text = blankLog(DEFAULT_SETTINGS, { today });
    const [one, two] = ['K-BIZ-001', 'K-BIZ-002'].map((id) => ({ ...emptyExperiment(), id, status: 'Active' })) as [
      Experiment,
      Experiment,
    ];
    const withList = (experiments: Experiment[]) => (contents: LogContents) => ({ ...contents, experiments });
    const both = rewrite(text, withList([one, two]));
    const first = rewrite(text, withList([one]));
    const second = rewrite(text, withList([two]));
    expect(both).toContain('**Decision:** (pending)\n\n---\n\n### [K-BIZ-002]');
    expect(rewrite(both, withList([one]))).toBe(first);
    expect(rewrite(both, withList([two]))).toBe(second);
    expect(rewrite(both, withList([]))).toBe(text);
  });

  test('gives the only experiment a title that ends like a status', () => {
    const text = '## Active Experiments\n\n### [W-001] One\n';
    const after = readLog(rewrite(text, edit('W-001', { title: 'Ask the foreman (pending)' })));
    expect(after.contents.experiments).toMatchObject([{ title: 'Ask the foreman (pending)', status: 'Active' }]);
  });

  test('adds a decision to a log whose labels are sub-headings, and reads it again', () => {
    const one = (id: string) => `## [${id}] Oil the rail\n\n### Results\n\nNine boards splintered.`;
    const text = `# Active Experiments\n\n${one('W-001')}\n\n${one('W-002')}\n`;
    const after = rewrite(text, edit('W-001', { decision: 'Adopt' }));
    expect(after).toContain('### Decision\n\nAdopt\n');
    expect(readLog(after).contents.experiments).toMatchObject([{ decision: 'Adopt', other: '' }, { decision: '' }]);
  });

  test('knows the last sub-heading of its kind for a label when the others are taken out', () => {
    const one = (id: string, word: string) => `# [${id}] Oil the rail\n\n## ${word}\n\nNine boards splintered.\n`;
    const words = ['Results', 'Results', 'Setup', 'Setup'];
    const document = readLog(words.map((word, at) => one(`W-00${at + 1}`, word)).join('\n'));
    const wanted = edit('W-003', { other: '' })(document.contents);
    const after = readLog(writeLog(document, wanted, { today }), keptOf(document.shape));
    expect(after.contents.experiments).toEqual(wanted.experiments);
    expect(writeLog(after, wanted, { today })).toBe(after.text);
  });

  test('leaves a list to its section when the last experiment moves out of it', () => {
    const text = [
      '# Mill',
      '## Active Experiments\n\n### [W-001] Oil the rail\n\n**Status:** Active',
      '## Backlog\n\n- two saws\n- one sharpened\n\n### [W-002] Sharpen blades\n\n**Status:** Proposed\n',
    ].join('\n\n');
    const after = rewrite(text, edit('W-002', { status: 'Completed' }));
    expect(after).toContain('## Backlog\n\n- two saws\n- one sharpened\n\n(none yet)\n');
    expect(readLog(after).contents.candidates).toEqual(readLog(text).contents.candidates);
    expect(readLog(text.slice(0, text.indexOf('### [W-002]'))).contents.candidates).toHaveLength(2);
  });

  test('makes a missing section before the next one of the template', () => {
    const text = rewrite(fixture('no-separators'), edit('K-OPS-022', { status: 'Dropped', learning: 'No.' }));
    expect(text).toMatch(
      /## Completed Experiments\n\(none yet\)\n\n---\n\n## Dropped Experiments\n\n### \[K-OPS-022\] Bags by count\n/,
    );
    const active = rewrite('## Completed Experiments\n\n(none yet)\n', (contents) => ({
      ...contents,
      experiments: [{ ...emptyExperiment(), id: 'K-OPS-001', status: 'Active' }],
    }));
    expect(active).toMatch(
      /^## Active Experiments\n\n### \[K-OPS-001\]\n.*\n\n---\n\n## Completed Experiments\n\n\(none yet\)\n$/s,
    );
  });

  test('rewrites, adds and takes out candidates, layers and files by their own lines', () => {
    const change = (contents: LogContents): LogContents => ({
      ...contents,
      candidates: [
        ...contents.candidates
          .slice(1)
          .map((item) => (item.layer === 'Shop' ? { ...item, idea: 'Bigger chalk board' } : item)),
        { layer: 'Oven', idea: 'New peel', question: 'fewer burns?' },
      ],
      layers: [...contents.layers, { name: 'Van', improves: 'Routes', example: 'a|b' }],
      entities: ['Harbour shop', 'Van'],
      relatedFiles: contents.relatedFiles.slice(1),
    });
    const text = rewrite(fixture('other-order'), change);
    expect(readLog(text).contents).toMatchObject({
      layers: change(readLog(fixture('other-order')).contents).layers,
      entities: ['Harbour shop', 'Van'],
      relatedFiles: [{ path: 'docs/shifts.md', description: 'who bakes it' }],
    });
    expect(text).toContain('## Related Files\n\n- `docs/shifts.md` – who bakes it\n\n');
    expect(text).toContain('**Layer:** Oven / Shop / Van\n');
    expect(text).toContain('* Put the till receipts online\n');
  });
});

describe('a blank log', () => {
  test('is the template document of a company’s settings', () => {
    const digest = createHash('sha256')
      .update(blankLog(EXAMPLE_SETTINGS, { today: '2026-02-07' }))
      .digest('hex');
    expect(digest).toBe('9b79cb5fe73848ded9984e43e08c3eaa6022c2f9616481579d2255f1d185970e');
  });

  test.each([DEFAULT_SETTINGS, EXAMPLE_SETTINGS])('reads back as the settings of $title', (settings) => {
    const { contents, findings } = readLog(blankLog(settings, { today }));
    const { title, tagline, captureCommand, prefix, layers, entities, relatedFiles } = settings;
    expect(contents).toEqual({
      title,
      tagline,
      captureCommand,
      prefix,
      layers,
      entities,
      relatedFiles,
      experiments: [],
      candidates: [],
    });
    expect(findings).toEqual([]);
  });
});

describe('logs of the company', () => {
  const files = (process.env.KAIZEN_PRIVATE_LOGS ?? '').split(':').filter((file) => file !== '');

  test('come out as they went in, where any are given', () => {
    for (const file of files) {
      const document = readLog(readFileSync(file, 'utf8'));
      expect(writeLog(document, document.contents, { today })).toBe(document.text);
    }
    expect.assertions(files.length);
  });
});

test('a text that ends in what nobody sees is written whole', () => {
  const log = '### [K-OPS-001] One\n**Status:** Active\n';
  const text = rewrite(log, (contents) => ({
    ...contents,
    experiments: contents.experiments.map((one) => ({ ...one, risks: 'Rain\n\uFEFF' })),
  }));
  expect(readLog(text).contents.experiments[0]?.risks).toBe('Rain\n\uFEFF');
});

describe('text that a rule parts from the last experiment', () => {
  const first = '### [K-OPS-001] One\n**Status:** Active\n';
  const second = '### [K-OPS-002] Two\n**Status:** Active\n';
  const FOOTERS = ['***\n**Follows:** [K-OPS-001]\n', '\n---\n\n*Kept by the bakers.*\n'];
  const logs = FOOTERS.flatMap((footer) => [first + footer, `${first}\n---\n\n${second}${footer}`]);

  test.each(logs)('stays nobody’s, however many experiments there are: %j', (log) => {
    const added = { ...emptyExperiment(), id: 'K-OPS-777', date: '2026-03-02', status: 'Proposed' as const };
    const text = rewrite(log, (contents) => ({ ...contents, experiments: [...contents.experiments, added] }));
    expect(text.slice(text.lastIndexOf('(pending)') + 9).trim()).toBe(
      FOOTERS.find((footer) => log.endsWith(footer))?.trim(),
    );
    expect(readLog(text).contents.experiments.map(({ other }) => other)).not.toContain(expect.stringContaining('*'));
    expect(readLog(text).contents.experiments.at(-1)).toEqual(added);
    const without = rewrite(text, (contents) => ({ ...contents, experiments: contents.experiments.slice(0, 1) }));
    expect(readLog(without).contents.experiments[0]).toEqual(readLog(log).contents.experiments[0]);
  });

  const footer = '* * *\n\nKept by the bakers.\n';
  const third = '### [K-OPS-003] Three\n**Status:** Active\n';
  const between = ['', `${footer}\n`];
  const parted = between.flatMap((one) =>
    between.flatMap((two) =>
      between.map((three) => `## Active Experiments\n\n${first}\n${one}${second}\n${two}${third}\n${three}`),
    ),
  );

  /** The spans that no experiment has, rules and blanks excepted. */
  const foreignIn = (log: string): string[] =>
    readLog(log).tiling.spans.flatMap(({ start, end, owner }) =>
      owner.kind === 'foreign' ? log.slice(start, end) : [],
    );

  test.each(parted)('is whose it was, whichever experiments go or move: %j', (log) => {
    const foreign = foreignIn(log);
    for (const ids of [['1'], ['2'], ['3'], ['1', '2'], ['2', '3'], ['1', '3'], ['1', '2', '3']]) {
      const isOne = ({ id }: Experiment): boolean => ids.includes(id.slice(-1));
      const without = rewrite(log, (contents) => ({
        ...contents,
        experiments: contents.experiments.filter((experiment) => !isOne(experiment)),
      }));
      expect(foreignIn(without).filter((text) => !text.includes('(none yet)'))).toEqual(foreign);
      const moved = rewrite(log, (contents) => ({
        ...contents,
        experiments: contents.experiments.map((one) => (isOne(one) ? { ...one, status: 'Completed' } : one)),
      }));
      expect(foreignIn(moved).filter((text) => !text.includes('(none yet)'))).toEqual(foreign);
    }
  });

  test.each(['*Measured by the foreman only.*', '| day | boards |\n|---|---|\n| Mon | 9 |'])(
    'is nobody’s where the same words stand under an experiment: %j',
    (words) => {
      const filled = first.replace('\n', '\n**Layer:** System\n**Duration:** 2 weeks\n');
      const log = `## Active Experiments\n\n${filled}**Decision:**\n\n${words}\n\n---\n\n${second}\n${words}\n\n---\n\nBelow a rule.\n\n${words}\n`;
      expect(foreignIn(log).join('')).toContain(`Below a rule.\n${words.replace(/\n\n/g, '\n')}`);
    },
  );

  const notes = '### Notes\n\nSweep at noon.\n';
  const ODD = [
    // Below a heading within an experiment no label is a field, but what follows would be read under another experiment's.
    '### [K-OPS-001] Heading in the way\n### Notes\r\n - - -\n**Owner:** Mira',
    ...['**Lessons:** in percent', 'Lessons: in percent'].flatMap((text) => [
      `## Active Experiments\n\n${first}\n${notes}\n---\n\n${text}\n`,
      `${first}**Measure:** boards\n\n${second}\n${notes}\n---\n\n${text}\n`,
    ]),
    `${first}***\n**Follows:** [K-OPS-001]`,
  ];

  test.each(ODD)('goes to no experiment that is put in or stays: %j', (log) => {
    const { experiments } = readLog(log).contents;
    const other = log.includes('Follows') ? '**Follows:** [K-OPS-001]' : '';
    const added = { ...emptyExperiment(), id: 'K-OPS-777', date: '2026-03-02', status: 'Proposed' as const, other };
    const text = rewrite(log, (contents) => ({ ...contents, experiments: [...contents.experiments, added] }));
    expect(readLog(text).contents.experiments).toEqual([...experiments, added]);
    const without = rewrite(log, (contents) => ({ ...contents, experiments: contents.experiments.slice(0, -1) }));
    expect(readLog(without).contents.experiments).toEqual(experiments.slice(0, -1));
  });
});

test.each([
  [
    'between items of a list',
    '# Experiment log\n\n- **EXP-001 Oil the rail** — done, 2 May 2026\n  - **Learning:** x\n\nParagraph of nobody.\n\n' +
      '- **EXP-002 Sweep twice** — done, 3 May 2026\n  - **Learning:** y\n\nMore of nobody.\n\n' +
      '- **EXP-003 Sweep** — done, 3 May 2026\n  - **Learning:** z\n',
  ],
  [
    'captured behind experiments',
    '## Active Experiments\n\n### [W-001] A\n**Status:** Active\n\n- [ ] try X\n\n### [W-002] B\n**Status:** Active\n\n' +
      '---\n\nlearn kaizen: try Y\n\n---\n\n### [W-003] C\n**Status:** Active\n',
  ],
  [
    'between what folds up',
    [1, 2]
      .map(
        (number) =>
          `<details>\n<summary>EXP-00${number} Oil</summary>\n\n**Status:** done\n**Learning:** x\n\n</details>\n\nNobody’s ${number}.\n\n`,
      )
      .join(''),
  ],
])('text that is nobody’s stays when experiments go: %s', (_, log) => {
  const document = readLog(log);
  const { experiments } = document.contents;
  const isOwn = (key: string) => experiments.some(({ id }) => key === `${id}#1`);
  const rest = document.tiling.spans
    .map(({ start, end, owner: { kind, experiment } }) =>
      (experiment && isOwn(experiment)) || kind === 'rule' ? '\n' : log.slice(start, end),
    )
    .join('')
    .split('\n');
  const filled = (lines: readonly string[]): string[] =>
    lines.filter((line) => !/^(?:---|\(none yet\)|)$/.test(line.trim()));
  expect(experiments.length).toBeGreaterThan(1);
  expect(filled(rest).length).toBeGreaterThan(1);
  for (const one of experiments) {
    const without = rewrite(log, (contents) => ({
      ...contents,
      experiments: experiments.filter((kept) => kept !== one),
    }));
    expect(without.split('\n')).toEqual(expect.arrayContaining(filled(rest)));
  }
  const none = rewrite(log, (contents) => ({ ...contents, experiments: [] }));
  expect(filled(none.split('\n'))).toEqual(filled(rest));
});

test('text below a rule stays where it is when an experiment with a heading of its level within comes before it', () => {
  const log =
    '## Active Experiments\n\n### [W-001] One\n\n### Setup\n\nNine boards.\n\n## Dropped Experiments\n\n### [W-002] Two\n\n* * *\n\n*Measured.*\n';
  const owners = (text: string) =>
    readLog(text).tiling.spans.flatMap(({ start, end, owner }) =>
      text.slice(start, end).includes('Measured') ? owner.kind : [],
    );
  expect(owners(rewrite(log, edit('W-001', { status: 'Dropped' })))).toEqual(owners(log));
});

test.each(['\n', '\n\n---\n\n## Notes\n\nNothing.\n', '\n\n## Notes\n\nNothing.\n'])(
  'text below a rule within an experiment goes with it to the end of a section: %j',
  (end) => {
    const one = '### [W-001] One\n**Status:** Active\n\n* * *\n\nBelow a rule.';
    const log = `## Active Experiments\n\n${one}\n\n### [W-002] Two\n**Status:** Active\n\n## Completed Experiments${end}`;
    const text = rewrite(log, edit('W-001', { status: 'Completed' }));
    const owned = (from: string): string[] =>
      readLog(from).tiling.spans.flatMap(({ start, end: until, owner }) =>
        owner.experiment === 'W-001#1' && owner.kind === 'free text' ? from.slice(start, until) : [],
      );
    expect(owned(log)).toEqual([expect.stringContaining('Below a rule.')]);
    expect(owned(text)).toEqual(owned(log).map((line) => expect.stringContaining(line.trimEnd())));
    const alone = rewrite(log, (contents) => ({ ...contents, experiments: contents.experiments.slice(0, 1) }));
    expect(owned(alone)).toEqual(owned(log).map((line) => expect.stringContaining(line.trimEnd())));
  },
);

test('a fence that only a list above it closes is written so that the field with the list can be emptied', () => {
  const typed = { layer: '- ```\n- item', entity: '\u0000\n  ```' };
  const one = { ...emptyExperiment(), id: 'K-OPS-001', date: '2026-03-02', status: 'Proposed' as const, ...typed };
  const text = rewrite('', (contents) => ({ ...contents, experiments: [one] }));
  expect(readLog(text).contents.experiments).toEqual([one]);
  const emptied = rewrite(text, edit('K-OPS-001', { layer: '' }));
  expect(readLog(emptied).contents.experiments).toEqual([{ ...one, layer: '' }]);
});

test.each(['#### Small heading\n<!-- open', '#### Small heading\nopen'])(
  'a value with a heading of its own leaves the log its shape: %j',
  (hypothesis) => {
    const log = '## Active Experiments\n\n### [K-OPS-001] One\n\n';
    const document = readLog(rewrite(log, edit('K-OPS-001', { hypothesis })));
    expect(document.shape.isTemplate).toBe(true);
    expect(document.contents.experiments).toEqual([
      { ...emptyExperiment(), id: 'K-OPS-001', title: 'One', status: 'Active', hypothesis },
    ]);
  },
);

test('a heading that only a list above it hides is written so that the field with the list can be emptied', () => {
  const typed = { layer: '<!-- open\n- item', entity: '===\n  ### [K-OPS-002] Indented heading' };
  const one = { ...emptyExperiment(), id: 'K-OPS-001', date: '2026-03-02', ...typed };
  const text = rewrite('', (contents) => ({ ...contents, experiments: [one] }));
  expect(readLog(text).contents.experiments).toEqual([one]);
  const emptied = rewrite(text, edit('K-OPS-001', { layer: '' }));
  expect(readLog(emptied).contents.experiments).toEqual([{ ...one, layer: '' }]);
});

test('what the template has for an empty value is no byline', () => {
  const log = '## Active Experiments\n\n### [K-OPS-901] One\n(pending)\n';
  const text = rewrite(log, edit('K-OPS-901', { layer: '(none yet)' }));
  expect(readLog(text).contents.experiments[0]).toMatchObject({ status: 'Active', layer: '(none yet)' });
});

test('a heading right below an experiment that goes is not swallowed by HTML above it', () => {
  const kept = '##### [W-001] One\n\n<details><summary>Numbers</summary>\n\n9 boards\n\n</details>';
  const log = `#### Active Experiments\n\n${kept}\n\n---\n\n##### [W-002] Two\n\n**Date:** 2026-02-02\n#### Small heading\n`;
  const text = rewrite(log, (contents) => ({ ...contents, experiments: contents.experiments.slice(0, 1) }));
  expect(text).toBe(`#### Active Experiments\n\n${kept}\n\n#### Small heading\n`);
});
