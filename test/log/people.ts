// Arbitrary logs as people write them: headings of any level, sub-headings, labels of several forms, text under no label, and all that
// Markdown allows between.
import fc from 'fast-check';
import { plainText } from './arbitraries.ts';

/** Blocks that stand under no label. */
const BLOCKS = [
  'Nine boards of a hundred splintered.',
  '- two saws\n- one sharpened\n  - on Mondays',
  '1. first\n2. second',
  '> "Nobody looked." (the foreman)',
  '```\n### [W-901] in a fence\n**Status:** Dropped\n```',
  '~~~md\n```\n# nested\n```\n~~~',
  '<details><summary>Numbers</summary>\n\n| day | boards |\n|-----|--------|\n| Mon | 9 \\| 10 |\n\n</details>',
  '<!-- foreman fills this in -->',
  '<!--\n### [W-902] in a comment\n-->',
  '| day | boards |\n|---|---|\n| Mon | 9 |',
  '#### Small heading',
  '    indented code',
  '*Measured by the foreman only.*',
  '[link](x) and `code` \u0000 and \u00a0blank',
  'Last updated: by nobody',
  'https://example.com/a_b',
  '---\n\nBelow a rule.',
  '* * *',
] as const;

const VALUES = ['2026-02-02', 'Active', 'Completed', 'Sawmill', '(pending)', '4 weeks', 'fewer splinters', ''] as const;
const LABELS = [
  'Date',
  'Status',
  'Layer',
  'Entity',
  'Duration',
  'Hypothesis',
  'Learning',
  'Decision',
  'Owner',
  'Measure',
];

const block = fc.constantFrom(...BLOCKS);
const value = fc.constantFrom(...VALUES);
const labels = fc.uniqueArray(fc.constantFrom(...LABELS), { maxLength: 6 });

/** How one experiment writes its labels. */
const labelForm = fc.constantFrom<(label: string, value: string) => string>(
  (label, text) => `**${label}:** ${text}`.trimEnd(),
  (label, text) => `**${label}**: ${text}`.trimEnd(),
  (label, text) => `**${label}:**\n${text}`.trimEnd(),
  (label, text) => `- **${label}:** ${text}`.trimEnd(),
  (label, text) => `* **${label}**: ${text}`.trimEnd(),
  (label, text) => `| **${label}** | ${text} |`,
);

const fieldsOf = (form: typeof labelForm, names: typeof labels): fc.Arbitrary<string> =>
  fc.tuple(form, names, fc.infiniteStream(value)).map(([write, words, texts]) => {
    const lines = words.map((name) => write(name, String(texts.next().value)));
    const isTable = lines[0]?.startsWith('|');
    return [...(isTable ? ['| Field | Value |', '|-------|-------|'] : []), ...lines].join('\n');
  });

const fields = fieldsOf(labelForm, labels);

/** The same in the template's form and order. */
const usualFields = fieldsOf(
  fc.constant((label, text) => `**${label}:** ${text}`.trimEnd()),
  fc.subarray(['Date', 'Layer', 'Entity', 'Status', 'Hypothesis', 'Duration', 'Learning', 'Decision', 'Owner']),
);

const gap = fc.constantFrom('\n\n', '\n\n', '\n', '\n\n\n');
const separator = fc.constantFrom('\n\n---\n\n', '\n\n', '\n\n* * *\n\n');

/** The body of an experiment: labels, loose blocks and sub-headings of its own level or below. */
function bodyAt(level: number, isUsual: boolean): fc.Arbitrary<string> {
  const subheading = fc
    .tuple(fc.constantFrom(level, Math.min(level + 1, 6)), fc.constantFrom('Setup', 'Results', 'Week 2'), block)
    .map(([depth, title, text]) => `${'#'.repeat(depth)} ${title}\n\n${text}`);
  const part = fc.oneof(
    { weight: 2, arbitrary: block },
    { weight: 1, arbitrary: subheading },
    ...(isUsual ? [] : [{ weight: 1, arbitrary: fields }]),
  );
  return fc
    .tuple(gap, isUsual ? usualFields : fields, fc.array(fc.tuple(gap, part), { maxLength: 3 }))
    .map(
      ([first, top, parts]) =>
        `${first === '\n' ? '\n' : '\n\n'}${top}${parts.map(([before, text]) => before + text).join('')}`,
    );
}

/** A log's text, `\n` line ends. */
const unixLog = (isUsual: boolean) =>
  fc.integer({ min: 1, max: 5 }).chain((level) => {
    const experiment = fc
      .tuple(fc.constantFrom('Sharpen blades', 'Oil the rail', 'Sweep twice ##', ''), bodyAt(level, isUsual))
      .map(([title, body]) => ({ title, body }));
    const heading = fc.constantFrom(
      ...['Active Experiments', 'Completed Experiments', 'Dropped Experiments', 'Trials', '🔥 Running', 'Backlog'],
    );
    const section = fc.tuple(heading, fc.option(block, { nil: '' }), fc.array(experiment, { maxLength: 3 }), separator);
    const top = fc.tuple(
      fc.constantFrom('', '---\ntitle: Mill\n# a comment\ntags:\n  - x\n---\n\n', '<!-- copied -->\n\n'),
      fc.constantFrom('', '# Mill — Kaizen Log\n\n'),
      fc.constantFrom('', '*Small changes.*\n\n', 'We try things.\n\n'),
      fc.constantFrom(
        '',
        '**Last Updated:** 2026-03-02\n\n',
        'Last updated: 2 March 2026\n\n',
        '*Last Updated: Mar 2, 2026, by Mira*\n\n',
      ),
    );
    const end = fc.constantFrom(
      ...[
        '',
        '\n',
        '\n\n## Experiment Candidates\n\n- Process: sweep — why?\n',
        '\n\n## Notes\n\nNothing.\n',
        '\n\n```\nopen',
        '\n\n<!-- open',
      ],
    );
    return fc.tuple(top, fc.array(section, { minLength: 1, maxLength: 4 }), end).map(([head, sections, tail]) => {
      let number = 0;
      const isFlat = level < 2;
      const parts = sections.map(([title, words, experiments, between]) => {
        const list = experiments.map(({ title: name, body }) => {
          number += 1;
          return `${'#'.repeat(level)} [W-${String(number).padStart(3, '0')}] ${name}`.trimEnd() + body;
        });
        return [isFlat ? '' : `${'#'.repeat(level - 1)} ${title}`, words, ...list]
          .filter((part) => part !== '')
          .join(between);
      });
      return head.join('') + parts.join('\n\n') + tail;
    });
  });

const kept = (text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(text, fc.constantFrom('\n', '\n', '\n', '\r\n', '\r'), fc.constantFrom('', '', '\uFEFF'))
    .map(([words, newline, mark]) => mark + words.replace(/\n/g, newline));

/** A log as somebody keeps it, with any line ends, with or without a byte order mark. */
export const peoplesLog = kept(unixLog(false));

/** One whose experiments all have their labels in one form and order. */
export const usualLog = kept(unixLog(true));

/** What somebody types into a field. */
export const typedText = fc.oneof(
  { weight: 3, arbitrary: plainText },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'Better.',
      '2026-05-01',
      'Completed',
      '# not a heading',
      '**Decision:** x',
      '```\nopen',
      '- a\n- b',
      '<!-- x',
      '| a |\n|---|',
      'a|b',
      '---',
    ),
  },
);
