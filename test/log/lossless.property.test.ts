// Properties of reading and writing a log.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Experiment, FieldKey } from '../../src/domain/experiment/template.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/register/settings.ts';
import {
  blankLog,
  canonicalExperiment,
  canonicalText,
  keptOf,
  readLog,
  recognise,
  writeLog,
} from '../../src/log/index.ts';
import { experimentSources } from '../../src/log/reading/read.ts';
import { COMMON_FIELDS } from '../common-fields.ts';
import {
  asRead,
  experiments,
  experimentWith,
  fieldText,
  logText,
  runs,
  withExperiments,
  written,
} from './arbitraries.ts';
import { registered } from './fixtures.ts';

const today = '2026-05-04';
const blank = blankLog({ ...DEFAULT_SETTINGS, prefix: 'K-OPS' }, { today: '2026-01-01' });
const FIELD_KEYS = COMMON_FIELDS.map(({ key }) => key).filter((key) => key !== 'id');

function byId(list: readonly Experiment[]): Experiment[] {
  return [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe('a log of any text', () => {
  test('comes out as it went in', () => {
    fc.assert(
      fc.property(logText, (text) => {
        const document = readLog(text);
        expect(writeLog(document, document.contents, { today })).toBe(text);
      }),
      runs(25),
    );
  });

  test('takes another experiment and loses none it has', () => {
    fc.assert(
      fc.property(logText, experimentWith('K-OPS-777'), (text, other) => {
        const document = registered(text);
        // Where the numbers of a list are the IDs, the next one is a number, too.
        const isNumbered = /^ ?\{id\}[.)]/.test(document.shape.heading);
        const experiment = isNumbered ? { ...other, id: '777' } : other;
        // What stands in a section that says a status has one.
        fc.pre(other.status !== '' || experimentSources(document).every(({ isStatusOfSection }) => !isStatusOfSection));
        const list = [...document.contents.experiments, experiment];
        const after = written(document, withExperiments(document.contents, list));
        if (after === undefined) return;
        // As the register reads its log, and knows which is which where it has no IDs.
        const again = readLog(after, keptOf(document.shape));
        recognise(again, list);
        expect(again.contents.experiments).toContainEqual(experiment);
        expect(again.contents.experiments).toHaveLength(list.length);
      }),
      runs(1),
    );
  });
});

describe('experiments of any text', () => {
  test('come back from the log as they were', () => {
    fc.assert(
      fc.property(experiments, (list) => {
        const document = readLog(blank);
        const written = writeLog(document, withExperiments(document.contents, list), { today });
        expect(byId(readLog(written).contents.experiments)).toEqual(list);
      }),
      runs(1),
    );
  });

  test('keep every byte outside the field that changes, in a log of theirs', () => {
    fc.assert(
      fc.property(experiments, fc.nat(), fc.constantFrom(...FIELD_KEYS), fieldText, (list, at, key, text) => {
        const document = readLog(blank);
        const before = readLog(writeLog(document, withExperiments(document.contents, list), { today }));
        const source = before.contents.experiments[at % list.length] as Experiment;
        const changed = asRead(canonicalExperiment({ ...source, [key]: text }));
        const next = before.contents.experiments.map((experiment) => (experiment === source ? changed : experiment));
        const after = readLog(writeLog(before, withExperiments(before.contents, next), { today }));
        expect(byId(after.contents.experiments)).toEqual(byId(next));
        const others = (log: typeof before): string[] =>
          log.sections.flatMap(({ items }) =>
            items
              .filter(({ experiment }) => experiment?.fields.id !== source.id)
              .map((item) => log.text.slice(item.start, item.end)),
          );
        expect(others(after)).toEqual(others(before));
        if (key !== 'status') {
          const frame = (log: typeof before): string[] => {
            const item = log.sections
              .flatMap(({ items }) => items)
              .find(({ experiment }) => experiment?.fields.id === source.id);
            return [log.text.slice(0, item?.start), log.text.slice(item?.end)];
          };
          expect(frame(after)).toEqual(frame(before));
        }
      }),
      runs(0.5),
    );
  });

  test('change one field in a log of any text without a byte elsewhere', () => {
    const document = fc
      .tuple(logText, logText, logText)
      .map(([head, body, tail]) => `${head}\n\n## Active Experiments\n\n### [K-OPS-901] One\n${body}\n${tail}`);
    fc.assert(
      fc.property(document, fc.constantFrom<FieldKey>(...FIELD_KEYS), fieldText, (log, key, value) => {
        const before = readLog(log);
        const source = before.sections.flatMap(({ items }) => items).find(({ experiment }) => experiment);
        fc.pre(source?.experiment !== undefined && key !== 'status');
        const fields = source?.experiment?.fields as Experiment;
        const changed = { ...fields, [key]: canonicalText(key, value) };
        if (changed.started === changed.date) changed.started = '';
        const next = before.contents.experiments.map((experiment) => (experiment === fields ? changed : experiment));
        const text = written(before, withExperiments(before.contents, next));
        fc.pre(text !== undefined);
        // As the register reads it that wrote it: where a log has no status, `Status: …` in a text could be one to anybody else.
        const after = readLog(text ?? '', keptOf(before.shape));
        expect(after.contents.experiments).toEqual(next);
        // Last Updated may change as well.
        const plain = (part: string): string =>
          part
            .split(/\r\n?|\n/)
            .filter((line) => line.trim() !== '' && !/Last Updated/i.test(line))
            .join('\n');
        const [head, tail] = [before.text.slice(0, source?.start), before.text.slice(source?.end)];
        expect(plain(after.text).startsWith(plain(head))).toBe(true);
        expect(plain(after.text).endsWith(plain(tail))).toBe(true);
      }),
      {
        ...runs(1),
        // The next section follows without a blank line, which is what ends HTML.
        examples: [
          [
            '  ### [K-OPS-002] One\n**Owner:** Mira\n<div>\n\n**status**: active\n```js\n\n## Active Experiments\n\n```\n## Active Experiments',
            'learning',
            '### [K-OPS-XXX] Title',
          ],
          ['\n\n## Active Experiments\n\n### [K-OPS-901] One\n## Active Experiments\n', 'other', '<div>\n'],
          // What stands below the last rule is no experiment's.
          ['## Active Experiments\n\n### [K-OPS-901] One\n\n***\n`````\n', 'hypothesis', '<?php'],
        ],
      },
    );
  });
});

describe('the canonical form', () => {
  test('of a canonical text is the text itself', () => {
    fc.assert(
      fc.property(fc.constantFrom<FieldKey>(...FIELD_KEYS), fieldText, (key, text) => {
        const canonical = canonicalText(key, text);
        expect(canonicalText(key, canonical)).toBe(canonical);
      }),
      // A fence in a list that the blank line between two labels ends.
      { ...runs(50), examples: [['other', '- item\n**Owner:** Mira\n  ```']] },
    );
  });
});
