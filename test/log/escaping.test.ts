// How structure in a field is written.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emptyExperiment } from '../../src/domain/experiment/template.ts';
import { DEFAULT_SETTINGS } from '../../src/domain/register/settings.ts';
import { blankLog, canonicalText, keptOf, readLog, writeLog } from '../../src/log/index.ts';
import { escapeMarkdown, unescapeMarkdown } from '../../src/log/text/escaping.ts';
import { fieldText, runs, withExperiments } from './arbitraries.ts';

const blank = readLog(blankLog(DEFAULT_SETTINGS, { today: '2026-01-01' }));

/** The learning as it stands in the log. */
function written(learning: string): string {
  const experiment = { ...emptyExperiment(), id: 'K-BIZ-001', title: 'Bread', status: 'Proposed', learning };
  const text = writeLog(blank, withExperiments(blank.contents, [experiment]), { today: '2026-05-04' });
  expect(readLog(text).contents.experiments).toEqual([experiment]);
  return text.slice(text.lastIndexOf('**Learning:**\n') + 14, text.lastIndexOf('\n\n**Decision:** (pending)'));
}

describe('a field that holds structure', () => {
  test.each([
    ['a heading of an experiment', 'a\n### [K-BIZ-002] b', 'a\n\\### [K-BIZ-002] b'],
    ['a section', '## Dropped Experiments', '\\## Dropped Experiments'],
    ['a rule', 'a\n\n---\n\nb', 'a\n\n\\---\n\nb'],
    ['a label', 'a\n**Decision:** Drop', 'a\n**Decision\\:** Drop'],
    ['a label with its colon outside', '**Note**: x', '**Note**\\: x'],
    ['one of the template’s labels alone on its line', 'a\n**Status**\nb', 'a\n**Status\\**\nb'],
    ['one of them before a dash', '**Learning** – x', '**Learning\\** – x'],
    ['one of them with other marks', '__Status:__ x\n__Date__: y', '__Status\\:__ x\n__Date\\__: y'],
    ['a fence that stays open', 'a\n```\nb', 'a\n\\```\nb'],
    ['a comment that stays open', '<!-- a', '\\<!-- a'],
    ['such a line with a backslash already', '\\---', '\\\\---'],
  ])('gets a backslash for %s', (_, typed, expected) => {
    expect(written(typed)).toBe(expected);
  });

  test.each([
    ['a fence that is closed', '```md\n### [K-BIZ-002] b\n---\n**Label:**\n```'],
    ['HTML that ends', 'a <br> b\n\n<details>\n\nc\n\n</details>'],
    ['a small heading', '#### Part\n\ntext'],
    ['lists, quotes and tables', '- a\n  - b\n\n> c\n\n| d |\n|---|\n| e |'],
    ['bold words and stars', '**bold** and * star\n***both***'],
    ['backslashes elsewhere', '\\alpha \\\\ \\| C:\\'],
  ])('stays as typed for %s', (_, typed) => {
    expect(written(typed)).toBe(typed);
  });

  test('comes back from escaping as it was', () => {
    fc.assert(
      fc.property(fieldText, fc.boolean(), fc.boolean(), (text, below, oneParagraph) => {
        expect(unescapeMarkdown(escapeMarkdown(text, below, oneParagraph), below, oneParagraph)).toBe(text);
      }),
      runs(18),
    );
  });
});

test('a small heading among the other fields is a part of what its label says', () => {
  const other = '**Sponsor:**\n#### By month\nThe harbour office\n\n**Station:** Oven';
  expect(canonicalText('other', other)).toBe(other);
  const experiment = { ...emptyExperiment(), id: 'K-BIZ-001', title: 'Bread', status: 'Proposed', other };
  const text = writeLog(blank, withExperiments(blank.contents, [experiment]), { today: '2026-05-04' });
  expect(readLog(text).contents.experiments).toEqual([experiment]);
});

describe('what people type that looks like a label in another form than the template’s', () => {
  const OWN = keptOf(blank.shape);
  const FORMS: readonly ((word: string) => string)[] = [
    (word) => `__${word}:__ 5`,
    (word) => `__${word}__: 5`,
    (word) => `**${word}：** 5`,
    (word) => `**${word}**\n5`,
    (word) => `__${word}__\n5`,
    (word) => `__${word}:__`,
    (word) => `**${word}** – 5`,
    (word) => `**${word}** - 5`,
    (word) => `**${word}.** 5`,
    (word) => `**${word}?** 5`,
    (word) => `- __${word}:__ 5`,
    (word) => `> **${word}:** 5`,
    (word) => `${word}: 5`,
  ];
  const list = ['K-BIZ-001', 'K-BIZ-002', 'K-BIZ-003'].map((id) => ({ ...emptyExperiment(), id, status: 'Proposed' }));

  test.each(['Note', '#', 'Nr', 'Result', 'Owner', 'Status', 'Date', 'Learning'])(
    'stays in its field in every experiment, new or changed: %s',
    (word) => {
      const empty = readLog(blank.text, OWN);
      const full = readLog(writeLog(empty, withExperiments(empty.contents, list), { today: '2026-05-04' }), OWN);
      for (const form of FORMS) {
        const wanted = list.map((each) => ({ ...each, hypothesis: `Fewer.\n${form(word)}` }));
        for (const document of [empty, full]) {
          const after = writeLog(document, withExperiments(document.contents, wanted), { today: '2026-05-04' });
          expect(readLog(after, OWN).contents.experiments).toEqual(wanted);
        }
      }
    },
  );
});
