// Arbitrary logs, experiments and field texts, made of what people and machines really write.
import { expect } from '@jest/globals';
import fc from 'fast-check';
import { STATUSES } from '../../src/domain/experiment/status.ts';
import type { Experiment } from '../../src/domain/experiment/template.ts';
import { DECISIONS, FIELDS, hasField, WANTED_FIELDS } from '../../src/domain/experiment/template.ts';
import { UserError } from '../../src/domain/user-error.ts';
import {
  canonicalExperiment,
  type LogContents,
  type LogDocument,
  meaningOfStatus,
  writeLog,
} from '../../src/log/index.ts';

/** How many cases a property runs, in proportion to `KAIZEN_RUNS` where that is set: the suite's number of cases. */
export function runs(share: number): { numRuns: number; seed?: number } {
  const { KAIZEN_RUNS } = process.env;
  const numRuns = Math.max(1, Math.round((Number(KAIZEN_RUNS ?? 10_500) * share) / 100));
  // A change is judged by the same cases each time; the long runs draw new ones.
  return KAIZEN_RUNS === undefined ? { numRuns, seed: 20_260_228 } : { numRuns };
}

const LINES = [
  '',
  '',
  ' ',
  '\t',
  'Plain words about ovens.',
  'More words, a link [here](x) and `code`.',
  '- item',
  '  - nested item',
  '1. first',
  '12) twelfth',
  '-',
  '- ```',
  '    indented',
  '\tindented by a tab',
  '> quote',
  '>',
  '```',
  '```js',
  '  ```',
  '    ```',
  '~~~',
  '`````',
  '---',
  '***',
  ' - - -',
  '--',
  '===',
  '# Title',
  '## Active Experiments',
  '## Completed Experiments',
  '## Experiment Candidates',
  '## Notes',
  '### [K-OPS-001] Heading in the way',
  '### [K-OPS-XXX] Experiment Title',
  '### Notes',
  '#### Small heading',
  '  ### [K-OPS-002] Indented heading',
  '#no heading',
  '**Hypothesis:**',
  '**Learning:** as a label',
  '**Decision:** Adopt',
  '**status**: active',
  '**Owner:** Mira',
  '**Follows:** [K-OPS-001]',
  '**bold** words',
  '**Status**',
  '**Week 1**',
  '**Learning** – as a label',
  '**Date.** as a label',
  '__Date:__ as a label',
  '__Note__: as a label',
  '**Entity：** as a label',
  '- **Status:** in a list',
  'Status: in plain words',
  '**Note\\:** escaped',
  '\\---',
  '\\\\### two backslashes',
  '\\',
  '\\\\',
  '\\```',
  '<div>',
  '</div>',
  '<!-- a comment -->',
  '<!-- open',
  '-->',
  '<script>',
  '</script>',
  '<b>inline</b>',
  '<?php',
  '<![CDATA[',
  '(none yet)',
  '(pending)',
  '| a | b |',
  '|---|---|',
  '[a]: http://example.test "x',
  'שלום עולם',
  '🧁 crème brûlée \u2028 separator',
  '\uFEFF',
  '\u0000 nul',
  'a\\',
  'trailing blanks   ',
] as const;

export const line = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'#*-`~<>:[]\\_= \t\n\r|xK1'), maxLength: 16 }) },
);

const lineEnd = fc.oneof(
  { weight: 6, arbitrary: fc.constant('\n') },
  { weight: 1, arbitrary: fc.constantFrom('\r\n', '\r', '\n\n') },
);

function joined(parts: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> {
  return fc
    .array(fc.tuple(parts, lineEnd), { maxLength, size: 'max' })
    .map((lines) => lines.map(([text, end], index) => (index === lines.length - 1 ? text : text + end)).join(''));
}

/** Any text of a field. */
export const fieldText = fc.oneof(
  { weight: 4, arbitrary: joined(line, 5) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) },
);

const someText = fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 1, arbitrary: fieldText });

const shortText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('', 'Ovens', 'Bakery (first), then all') },
  { weight: 1, arbitrary: fieldText },
);

const FIELD_TEXTS: Partial<Record<keyof Experiment, fc.Arbitrary<string>>> = {
  status: fc.oneof({ weight: 6, arbitrary: fc.constantFrom<string>(...STATUSES) }, { weight: 1, arbitrary: fieldText }),
  date: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('2026-03-02', '2026-04-01') },
    { weight: 1, arbitrary: fieldText },
  ),
  started: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('', '2026-03-02', '2026-04-01') },
    { weight: 1, arbitrary: fieldText },
  ),
  decision: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<string>('', ...DECISIONS) },
    { weight: 1, arbitrary: fieldText },
  ),
  layer: shortText,
  entity: shortText,
  title: shortText,
  // Labels of the log's own in a register without them.
  ...Object.fromEntries(WANTED_FIELDS.map(({ key }) => [key, fc.constant('')])),
};

/** An experiment with a status as a log says it: what means one of the template's is read as that. */
export function asRead(experiment: Experiment): Experiment {
  return { ...experiment, status: meaningOfStatus(experiment.status) ?? experiment.status };
}

/** An experiment with this ID and arbitrary texts, in its canonical form. */
export function experimentWith(id: string): fc.Arbitrary<Experiment> {
  const model = Object.fromEntries(
    FIELDS.map(({ key }) => [key, key === 'id' ? fc.constant(id) : (FIELD_TEXTS[key] ?? someText)]),
  ) as Record<keyof Experiment, fc.Arbitrary<string>>;
  return fc.record(model).map((experiment) => asRead(canonicalExperiment(experiment)));
}

/** Up to three experiments with IDs of their own, in their canonical form. */
export const experiments = fc
  .integer({ min: 1, max: 3 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => experimentWith(`K-OPS-00${index + 1}`))));

/** A text of a field without structure. */
export const plainText = fc.constantFrom(
  '',
  'Ovens',
  'Two lines\nof words',
  '- a list\n- of two',
  'Words.\n\nMore words.',
);

/** Up to three experiments without structure in their fields, in their canonical form. */
export const plainExperiments = fc
  .integer({ min: 1, max: 3 })
  .chain((count) =>
    fc.tuple(...Array.from({ length: count }, (_, index) => plainExperimentWith(`K-OPS-00${index + 1}`))),
  );

/** An experiment with this ID and fields without structure, in its canonical form. */
export function plainExperimentWith(id: string): fc.Arbitrary<Experiment> {
  const model = Object.fromEntries(
    FIELDS.map(({ key }) => [key, key === 'id' ? fc.constant(id) : hasField(key, []) ? plainText : fc.constant('')]),
  ) as Record<keyof Experiment, fc.Arbitrary<string>>;
  return fc.record({ ...model, status: fc.constantFrom<string>(...STATUSES) }).map(canonicalExperiment);
}

/** A text that looks like a log, more or less. */
export const logText = fc.oneof(
  { weight: 3, arbitrary: joined(line, 24) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

/** The contents with other experiments. */
export function withExperiments(contents: LogContents, list: readonly Experiment[]): LogContents {
  return { ...contents, experiments: [...list] };
}

/** Writes; undefined where that is refused in a sentence that names a line, or a field of a new experiment. */
export function written(document: LogDocument, contents: LogContents): string | undefined {
  try {
    return writeLog(document, contents, { today: '2026-05-04' });
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect(String(error)).toMatch(/ line \d+ of the log| would be read as something else/);
    return undefined;
  }
}
