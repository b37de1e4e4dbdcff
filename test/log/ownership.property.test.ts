// The laws of a log's spans: every byte has an owner, and a change of one owner's touches no other's.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Experiment, FIELDS, type FieldKey, fieldOf } from '../../src/domain/experiment/template.ts';
import { canonicalExperiment, keptOf, type LogDocument, readLog, recognise, writeLog } from '../../src/log/index.ts';
import { closingOf } from '../../src/log/reading/outline.ts';
import { experimentSources } from '../../src/log/reading/read.ts';
import type { OwnedSpan } from '../../src/log/reading/tiling.ts';
import { COMMON_FIELDS } from '../common-fields.ts';
import { logText, runs, withExperiments, written } from './arbitraries.ts';
import { registered } from './fixtures.ts';
import { peoplesLog, typedText, usualLog } from './people.ts';

const today = '2026-05-04';
const KEYS = COMMON_FIELDS.map(({ key }) => key).filter((key) => key !== 'id');

const nameOf = ({ owner }: OwnedSpan): string => [owner.kind, owner.experiment, owner.field].join('/');

/** The lines of all spans but blanks and rules, each with its owner; those that `leave` says are left out. */
function spansOf({ tiling }: LogDocument, leave: (span: OwnedSpan) => boolean): string[] {
  return tiling.spans
    .filter((span) => !leave(span) && span.owner.kind !== 'blank' && span.owner.kind !== 'rule')
    .flatMap((span) => {
      const lines = tiling.text.slice(span.start, span.end).split(/\r\n?|\n/);
      return lines.filter((line) => line.trim() !== '').map((line) => `${nameOf(span)}: ${line.trimEnd()}`);
    });
}

/** The lines, without the one that closes what the log as it was left open, if there is one more of it than there were. */
function unclosed(lines: string[], before: string[], { outline }: LogDocument): string[] {
  const close = `: ${closingOf(outline).trim()}`;
  const count = (list: string[], line: string): number => list.filter((one) => one === line).length;
  const isMore = (line: string): boolean => line.endsWith(close) && count(lines, line) > count(before, line);
  const at = lines.length > before.length ? lines.map(isMore).lastIndexOf(true) : -1;
  return lines.filter((_, index) => index !== at);
}

const logs = fc.oneof({ weight: 4, arbitrary: peoplesLog }, { weight: 1, arbitrary: logText });

describe('every log', () => {
  test('is covered by spans, each with one owner, in order, and is written as it was read', () => {
    fc.assert(
      fc.property(logs, (text) => {
        const document = readLog(text);
        const { spans } = document.tiling;
        const ends = spans.map(({ end }) => end);
        expect(spans.map(({ start }) => start).join()).toBe([0, ...ends].slice(0, ends.length).join());
        expect(spans.every(({ start, end }) => start <= end)).toBe(true);
        expect(spans.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
        expect(writeLog(document, document.contents, { today })).toBe(text);
      }),
      runs(25),
    );
  });

  test('is read alike by what a register keeps of it', () => {
    fc.assert(
      fc.property(peoplesLog, (text) => {
        const { contents, shape } = readLog(text);
        expect(readLog(text, keptOf(shape)).contents).toEqual(contents);
      }),
      runs(5),
    );
  });

  test('has what its head says in its head alone', () => {
    fc.assert(
      fc.property(peoplesLog, (text) => {
        const { tiling, outline } = readLog(text);
        const first =
          outline.starts[outline.headings.find(({ depth }) => depth > 1)?.line ?? outline.starts.length] ?? text.length;
        for (const { start, owner } of tiling.spans) {
          if (['title', 'tagline', 'last updated'].includes(owner.kind)) expect(start).toBeLessThanOrEqual(first);
        }
      }),
      runs(5),
    );
  });
});

/** A log with experiments, one of them, one of its fields, and another text for it. */
const changeIn = (log: fc.Arbitrary<string>) => fc.tuple(log, fc.nat(), fc.constantFrom<FieldKey>(...KEYS), typedText);
const change = changeIn(peoplesLog);

function changed({ contents }: LogDocument, at: number, key: FieldKey, text: string) {
  const source = contents.experiments[at % contents.experiments.length] as Experiment;
  const next = canonicalExperiment({ ...source, [key]: text });
  const wanted = { ...next, other: key === 'other' ? next.other : source.other };
  const list = contents.experiments.map((experiment) => (experiment === source ? wanted : experiment));
  return { source, wanted, contents: withExperiments(contents, list) };
}

/** What was written, as the register that wrote it reads it: it knows how the log was read, and which experiment is which. */
function readAgain(document: LogDocument, after: string, experiments: readonly Experiment[]): LogDocument {
  const read = readLog(after, keptOf(document.shape));
  recognise(read, experiments);
  return read;
}

const isStatusOfSection = (document: LogDocument, id: string): boolean =>
  experimentSources(document).some((source) => source.fields.id === id && source.isStatusOfSection);

const byId = (list: readonly Experiment[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

/**
 * Whether a log writes its labels one way, in one form and one order, so that one more label teaches it no other. An order that is not the
 * template's is one where two fields stand so in three experiments or more.
 */
function isOfOneHabit(document: LogDocument): boolean {
  const pairs = new Map<string, number>();
  const sources = experimentSources(document);
  const forms = sources.flatMap(({ labels }) => labels.map(({ form }) => form.open + form.close));
  if (new Set(['**:**', ...forms]).size > 1) return false;
  for (const { labels } of sources) {
    const keys = labels.flatMap(({ key }) => key ?? []);
    for (const [at, one] of keys.entries()) {
      for (const other of keys.slice(at + 1)) pairs.set(`${one} ${other}`, (pairs.get(`${one} ${other}`) ?? 0) + 1);
    }
  }
  const template: readonly string[] = KEYS;
  return [...pairs].every(([pair, count]) => {
    const [one = '', other = ''] = pair.split(' ');
    const isTemplates = template.indexOf(one) < template.indexOf(other);
    return (isTemplates || count > 2) && !pairs.has(`${other} ${one}`);
  });
}

describe('a change of one field', () => {
  let refused = 0;
  let done = 0;

  test('reads back as meant and changes no span of another owner', () => {
    fc.assert(
      fc.property(change, ([text, at, key, value]) => {
        const document = registered(text);
        fc.pre(document.contents.experiments.length > 0);
        const { source, wanted, contents } = changed(document, at, key, value);
        // What stands in a section that says a status has one.
        fc.pre(wanted.status !== '' || !isStatusOfSection(document, source.id));
        const after = written(document, contents);
        if (after === undefined) {
          refused += 1;
          return;
        }
        done += 1;
        const read = readAgain(document, after, contents.experiments);
        const close = closingOf(document.outline);
        // What closes the log's open end is the last line of the value that left it open.
        const closed = byId(contents.experiments).map((one, index) => {
          const found = byId(read.contents.experiments)[index] as Experiment;
          const isClosed = (field: FieldKey): boolean => close !== '' && found[field] === one[field] + close;
          return { ...one, ...Object.fromEntries(KEYS.filter(isClosed).map((field) => [field, found[field]])) };
        });
        expect(byId(read.contents.experiments)).toEqual(closed);
        expect(read.contents.candidates).toEqual(contents.candidates);
        const isOfField = ({ owner }: OwnedSpan): boolean =>
          owner.kind === 'last updated' ||
          (owner.experiment?.startsWith(`${source.id}#`) === true &&
            (owner.field === key ||
              // Of several labels of one field that all say nothing the first is the field's.
              (value.trim() === '' && owner.field === `${fieldOf(key).label} again`) ||
              (key === 'date' && owner.field === 'started') ||
              isOther(owner.field) === (key === 'other')));
        const leave = (span: OwnedSpan): boolean =>
          isOfField(span) || (key === 'status' && span.owner.kind === 'section');
        // What is nobody's is the head's where the first experiment below it moves away.
        const moved = (span: string): string => span.replace(/^head\/\//, 'foreign//');
        const order = (spans: string[]): string[] => (key === 'status' ? spans.map(moved).sort() : spans);
        const isPlain = (span: string): boolean => !/^foreign\/\/: \(none yet\)/.test(span);
        // Nothing can be written behind an open fence or comment, so that it is closed first.
        const all = (log: LogDocument): string[] => order(spansOf(log, leave).filter(isPlain));
        const lines = unclosed(all(read), all(document), document);
        // Text below the last rule is an experiment's only as long as one of its labels stands below that.
        const isFreed = (line: string): boolean => key === 'other' && !lines.includes(line);
        const own = `free text/${source.id}#1/`;
        expect(lines).toEqual(all(document).map((line) => (isFreed(line) ? line.replace(own, 'foreign//') : line)));
        expect(wanted.id).toBe(source.id);
      }),
      {
        ...runs(20),
        // A status that begins a comment teaches the log no word.
        examples: [
          [['## Active Experiments\n\n### [W-001] Rye\n\n**Status:**\n\n<!-- open', 0, 'status', '```\nopen']],
        ],
      },
    );
  });

  test('is seldom refused', () => {
    expect(done).toBeGreaterThan(100 * refused);
  });

  test('and one of another experiment come to the same in either order', () => {
    fc.assert(
      fc.property(
        changeIn(fc.oneof({ weight: 9, arbitrary: usualLog }, { weight: 1, arbitrary: peoplesLog })),
        fc.constantFrom<FieldKey>(...KEYS),
        typedText,
        ([text, at, key, value], otherKey, otherValue) => {
          const document = readLog(text);
          const { length } = document.contents.experiments;
          fc.pre(length > 1 && key !== 'status' && otherKey !== 'status' && isOfOneHabit(document));
          // As the register reads it that writes both.
          const kept = keptOf(document.shape);
          const apply = (from: string | undefined, index: number, field: FieldKey, typed: string) => {
            if (from === undefined) return undefined;
            const read = readLog(from, kept);
            return written(read, changed(read, index, field, typed).contents);
          };
          const one = apply(apply(text, at, key, value), at + 1, otherKey, otherValue);
          const other = apply(apply(text, at + 1, otherKey, otherValue), at, key, value);
          fc.pre(one !== undefined && other !== undefined);
          expect(one).toBe(other);
        },
      ),
      // Some logs are of several habits, or of one experiment.
      { ...runs(1), maxSkipsPerRun: 200 },
    );
  });
});

/** The field of a label that the template does not know. */
function isOther(field: string | undefined): boolean {
  return field !== undefined && !FIELDS.some(({ key }) => key === field);
}

describe('an experiment as a whole', () => {
  test('is taken out with exactly what it owns', () => {
    fc.assert(
      fc.property(peoplesLog, fc.nat(), (text, at) => {
        const document = readLog(text);
        const { experiments } = document.contents;
        fc.pre(experiments.length > 0);
        const gone = experiments[at % experiments.length] as Experiment;
        const after = writeLog(
          document,
          withExperiments(
            document.contents,
            experiments.filter((one) => one !== gone),
          ),
          { today },
        );
        // What is left may be a log of another kind, such as one whose only section is now its title: its text is what counts.
        const plain = (part: string): string =>
          part
            .replace(/^\uFEFF/, '')
            .split(/\r\n?|\n/)
            .filter((line) => !/^[ \t]*(?:-{3}|\* \* \*|\(none yet\)|)$|last updated/i.test(line))
            .join('\n');
        const isKept = ({ owner }: OwnedSpan): boolean => owner.experiment !== `${gone.id}#1`;
        const kept = document.tiling.spans.filter(isKept).map(({ start, end }) => text.slice(start, end));
        expect(plain(after)).toBe(plain(kept.join('')));
      }),
      runs(10),
    );
  });

  test('is moved with all that it owns', () => {
    fc.assert(
      fc.property(peoplesLog, fc.nat(), fc.constantFrom('Active', 'Completed', 'Dropped'), (text, at, status) => {
        const document = registered(text);
        fc.pre(document.contents.experiments.length > 0);
        const { source, contents } = changed(document, at, 'status', status);
        const after = written(document, contents);
        fc.pre(after !== undefined);
        const own = (log: LogDocument): string[] =>
          spansOf(log, ({ owner }) => owner.experiment !== `${source.id}#1` || owner.field === 'status');
        const read = readAgain(document, after ?? '', contents.experiments);
        expect(unclosed(own(read), own(document), document)).toEqual(own(document));
      }),
      runs(10),
    );
  });
});
