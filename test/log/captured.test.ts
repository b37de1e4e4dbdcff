// Ideas that scripts append to a log as raw lines.
import { expect, test } from '@jest/globals';
import { readLog, writeLog } from '../../src/log/index.ts';

const LOG =
  '# Log\n\n## Active Experiments\n\n### [K-A-001] One\n**Date:** 2026-01-01\n**Status:** Active\n\n**Learning:** Two saws.\n';
const LIST = '\n---\n\n## Experiment Candidates\n\n- Process: a — b\n';
const ideasOf = (text: string) => readLog(text).contents.candidates.map(({ idea }) => idea);
const learningOf = (text: string) => readLog(text).contents.experiments[0]?.learning;
const written = (text: string): string => {
  const document = readLog(text);
  return writeLog(document, document.contents, { today: '2026-05-04' });
};

test.each([
  ['at the end of the file', `${LOG}\n---\n\n`, ''],
  ['behind a field, below a blank line', `${LOG}\n`, ''],
  ['behind a field, right below it', LOG, ''],
  ['between two sections', `${LOG}\n---\n\n`, `\n## Completed Experiments\n\n(none yet)\n`],
])('a line of the capture command or a task %s is a candidate and no part of a field', (_, before, after) => {
  for (const line of ['learn kaizen bizos: try X', 'Learn Kaizen Ops: try X', '- [ ] try X', '* [ ] try X']) {
    const text = `${before}${line}\n${after}`;
    expect(ideasOf(text)).toEqual(['try X']);
    expect(learningOf(text)).toBe('Two saws.');
    expect(readLog(text).findings.filter(({ code }) => code === 'stray-text')).toEqual([]);
    // There is no list that it could go into.
    expect(written(text)).toBe(text);
  }
});

test.each([
  ['at the end of the file', `${LOG}\n---\n\n`],
  ['behind a field, below a blank line', `${LOG}\n`],
  ['behind a field, right below it', LOG],
])('tasks that somebody appended one by one %s, blank lines between them, are a candidate each', (_, before) => {
  const IDEAS = ['try X', 'try Y', 'try Z'];
  for (const ideas of [IDEAS.slice(0, 2), IDEAS]) {
    for (const between of ['\n', '\n\n', '\n \n\n']) {
      const text = `${before}${ideas.map((idea) => `- [ ] ${idea}`).join(between)}\n`;
      expect(ideasOf(text)).toEqual(ideas);
      expect(learningOf(text)).toBe('Two saws.');
      expect(written(text)).toBe(text);
    }
  }
});

test('the words of the log’s own capture command count', () => {
  const howTo = '## How to Log an Experiment\n\n```\nsay it, please: [experiment description]\n```\n\n';
  expect(ideasOf(`${howTo}${LOG}\nsay it, please: Process: try X — does it hold?\n`)).toEqual(['try X']);
});

test('a line leaves once the candidate is on the list, and nothing else changes', () => {
  const text = `${LOG}- [ ] try X\n${LIST}\nlearn kaizen bizos: try Y\n`;
  expect(written(text)).toBe(`${LOG}${LIST}- try X\n- try Y\n`);
  expect(written(written(text))).toBe(written(text));
});

test('a line leaves with its candidate where there is no list', () => {
  const document = readLog(`${LOG}\n- [ ] try X\n\nlearn kaizen bizos: try Y\n`);
  const candidates = document.contents.candidates.slice(0, 1);
  expect(writeLog(document, { ...document.contents, candidates }, { today: '' })).toBe(`${LOG}\n- [ ] try X\n`);
});

test.each([
  ['a list of tasks that is a value', LOG.replace(' Two saws.', '\n- [x] one\n- [ ] two')],
  ['a task in the middle of a value', LOG.replace('Two saws.', 'Two saws.\n\n- [ ] three\n\nand so on.')],
  ['a list of tasks that is a value, parted by blank lines', LOG.replace(' Two saws.', '\n\n- [ ] one\n\n- [ ] two')],
  ['a list of tasks below an item of a value', LOG.replace(' Two saws.', '\n- saws\n\n- [ ] one\n\n- [ ] two')],
  ['tasks of a section of one’s own', `${LOG}\n## Chores\n\n- [ ] sweep\n`],
  [
    'what is to do in a section of experiments that has none',
    `${LOG.replace('Active', 'Completed')}\n## Active Experiments\n\n- [ ] sweep\n- [ ] mop\n\n## Experiment Candidates\n\n(none yet)\n`,
  ],
  ['a command in a fence', `${LOG}\n\`\`\`\nlearn kaizen bizos: try X\n\`\`\`\n`],
])('%s is none', (_, text) => {
  expect(ideasOf(text)).toEqual([]);
  expect(written(text)).toBe(text);
});

const [ONE, TWO] = [LOG.slice(LOG.indexOf('###')), '### [K-A-002] Two\n**Date:** 2026-01-02\n**Status:** Active\n'];
const changed = (text: string, learning: string): string => {
  const document = readLog(text);
  const [first, ...others] = document.contents.experiments;
  if (!first) throw new Error('There is no experiment.');
  return writeLog(document, { ...document.contents, experiments: [{ ...first, learning }, ...others] }, { today: '' });
};

test.each(['learn kaizen bizos: try X', '- [ ] try X', 'say it, please: try X'])(
  'an experiment that “%s” was appended to is changed, and the idea stays one',
  (line) => {
    const howTo = '## How to Log an Experiment\n\n```\nsay it, please: [experiment description]\n```\n\n';
    for (const after of [TWO, '## Minutes\n', '']) {
      const text = `${howTo}## Active Experiments\n\n${ONE}\n${line}\n\n${after}`;
      expect(changed(text, 'Three.')).toBe(text.replace('Two saws.', 'Three.'));
      const listed = changed(text, 'Three.\n\n- a\n- b');
      expect(learningOf(listed)).toBe('Three.\n\n- a\n- b');
      expect(ideasOf(listed)).toEqual(['try X']);
    }
  },
);

test.each(['Good.\n\n- [ ] call Al', 'Good.\n\nlearn kaizen: call Al', 'learn kaizen bizos: call Al', '- [ ] call Al'])(
  'what is typed as %j is no idea that somebody appended',
  (learning) => {
    for (const text of [LOG, `${LOG}\n${TWO}`, `${LOG}\n- [ ] try X\n\n${TWO}`]) {
      const out = changed(text, learning);
      expect(learningOf(out)).toBe(learning);
      expect(ideasOf(out)).toEqual(ideasOf(text));
      expect(changed(out, 'Two saws.').replace('Learning:**\n', 'Learning:** ')).toBe(text);
    }
  },
);

test('an idea behind an experiment that goes is none of a list above it', () => {
  const text = `${LOG.replace(' Two saws.', '\n- a\n- b')}\n${TWO}\n- [ ] try X\n`;
  const document = readLog(text);
  const experiments = document.contents.experiments.slice(0, 1);
  const out = writeLog(document, { ...document.contents, experiments }, { today: '' });
  expect(learningOf(out)).toBe('- a\n- b');
  expect(ideasOf(out)).toEqual(['try X']);
});

test('an idea in a section stays one when its last experiment goes', () => {
  const text = `${LOG}\n- [ ] try X\n\n## Completed Experiments\n\n${TWO}\nlearn kaizen: try Y\n`;
  const document = readLog(text);
  for (const experiments of [document.contents.experiments.slice(1), []]) {
    const out = writeLog(document, { ...document.contents, experiments }, { today: '' });
    expect(ideasOf(out)).toEqual(['try X', 'try Y']);
  }
});
