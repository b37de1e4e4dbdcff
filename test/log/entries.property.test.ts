// The laws of the log's engine for files of patterns and rules, in the shapes that teams give them.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Experiment, emptyExperiment, FIELDS } from '../../src/domain/experiment/template.ts';
import { ENTRY_KINDS, type EntryKind } from '../../src/domain/learnt/entry-kinds.ts';
import { calledIn, KINDS } from '../../src/domain/learnt/kinds.ts';
import { wordsOfEntry } from '../../src/log/entries.ts';
import {
  canonicalExperiment,
  entryLabels,
  keptOf,
  type LogDocument,
  mergeLogs,
  readEntries,
  writeLog,
} from '../../src/log/index.ts';
import { plainText, runs, withExperiments } from './arbitraries.ts';
import { peoplesLog, typedText } from './people.ts';

const today = '2026-05-04';
const shapeOf = (kind: EntryKind) => ({ labels: entryLabels(kind), called: calledIn(kind), isSettled: true });

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
/** What the fields of a line or more are called, by the register or by another team. */
const fieldsOf = (kind: EntryKind) =>
  KINDS[kind].fields.filter(({ place, key }) => place === undefined && key !== 'other');
const value = plainText.filter((text) => text !== '' && !text.includes('\n'));

interface File {
  kind: EntryKind;
  text: string;
  entries: Experiment[];
}

const FORMS = [
  (label: string, text: string) => `**${label}:** ${text}`,
  (label: string, text: string) => `**${label}**: ${text}`,
  (label: string, text: string) => `- **${label}:** ${text}`,
  (label: string, text: string) => `- ${label}: ${text}`,
];
const HEADINGS = [
  (id: string, title: string) => `### [${id}] ${title}`,
  (id: string, title: string) => `## ${id}: ${title}`,
  (id: string, title: string) => `## ${id} — ${title}`,
];

/** A file with two entries or more, each of which says all fields, in one form, under labels that do not change from one to the next. */
const files: fc.Arbitrary<File> = fc
  .record({
    kind: fc.constantFrom(...ENTRY_KINDS),
    heading: fc.constantFrom(...HEADINGS),
    form: fc.constantFrom(...FORMS),
    which: fc.array(fc.nat(20), { minLength: 12, maxLength: 12 }),
    texts: fc.array(fc.array(value, { minLength: 12, maxLength: 12 }), { minLength: 2, maxLength: 5 }),
    own: fc.constantFrom('', 'Owner', 'Reviewed by'),
    head: fc.constantFrom('# Ours\n\n', '# Ours\n\n*What we know.*\n\n<!-- keep -->\n\n', ''),
    end: fc.constantFrom('', '\n# Notes\n\nWords of ours.\n', '\n---\n'),
  })
  .map(({ kind, heading, form, which, texts, own, head, end }) => {
    const fields = fieldsOf(kind);
    const labels = fields.map(({ label, key }, at) => {
      const all = [label, ...wordsOfEntry(kind, key).map(capitalised)];
      return all[(which[at] ?? 0) % all.length] ?? label;
    });
    const entries = texts.map((said, nth) => {
      const entry = emptyExperiment();
      entry.id = `${KINDS[kind].letter}-TEA-00${nth + 1}`;
      entry.title = `What is known, ${nth + 1}`;
      for (const [at, { key }] of fields.entries()) entry[key] = key === 'date' ? '2026-02-03' : (said[at] ?? '');
      // A label that has no field shows its Markdown as it stands.
      if (own !== '') entry.other = form('', '').startsWith('**') ? form(own, 'Mia') : `**${own}:** Mia`;
      return entry;
    });
    const text = entries.map((entry) => {
      const lines = fields.map(({ key }, at) => form(labels[at] ?? '', entry[key]));
      if (own !== '') lines.push(form(own, 'Mia'));
      return `${heading(entry.id, entry.title)}\n\n${lines.join(form('', '').startsWith('-') ? '\n' : '\n\n')}\n`;
    });
    return { kind, text: head + text.join('\n') + end, entries: entries.map(canonicalExperiment) };
  });

const read = ({ kind, text }: Pick<File, 'kind' | 'text'>) => readEntries(text, shapeOf(kind));
const written = (document: LogDocument, list: readonly Experiment[]) =>
  writeLog(document, withExperiments(document.contents, list), { today });
/** Read by what is kept of its shape, as it is read the next time. */
const again = (document: LogDocument, text: string) => readEntries(text, keptOf(document.shape)).contents.experiments;

test('any text whatever, read as patterns or rules, is written as it was, and every byte of it has an owner', () => {
  fc.assert(
    fc.property(fc.oneof(files, fc.record({ kind: fc.constantFrom(...ENTRY_KINDS), text: peoplesLog })), (file) => {
      const document = read(file);
      expect(writeLog(document, document.contents, { today })).toBe(file.text);
      expect(document.tiling.spans.map(({ start, end }) => file.text.slice(start, end)).join('')).toBe(file.text);
    }),
    runs(4),
  );
});

test('what a team wrote is read under the fields that its labels mean', () => {
  fc.assert(
    fc.property(files, (file) => {
      expect(read(file).contents.experiments).toEqual(file.entries);
    }),
    runs(2),
  );
});

test('a changed field is written where it stands, and reads back; no other line changes', () => {
  fc.assert(
    fc.property(files, fc.nat(), fc.nat(), typedText, (file, nth, which, typed) => {
      const document = read(file);
      const { experiments } = document.contents;
      const fields = fieldsOf(file.kind).filter(({ key }) => key !== 'date');
      const key = fields[which % fields.length]?.key ?? 'hypothesis';
      const at = nth % file.entries.length;
      const wanted = experiments.map((entry, index) =>
        index === at ? canonicalExperiment({ ...entry, [key]: typed }) : entry,
      );
      const text = written(document, wanted);
      expect(again(document, text).map(canonicalExperiment)).toEqual(wanted.map(canonicalExperiment));
      const others = file.text
        .split('\n')
        .filter((line) => line.trim() !== '' && !line.includes(file.entries[at]?.[key] || '\u0000'));
      const left = text.split('\n');
      for (const line of others) expect(left).toContain(line);
    }),
    runs(2),
  );
});

test('a new entry reads back, and one that goes takes nothing of the others along', () => {
  fc.assert(
    fc.property(files, fc.nat(), fc.array(value, { minLength: 12, maxLength: 12 }), (file, nth, texts) => {
      const document = read(file);
      const entry = emptyExperiment();
      Object.assign(entry, { id: `${KINDS[file.kind].letter}-TEA-077`, title: 'New', date: '2026-05-04' });
      for (const [at, { key }] of fieldsOf(file.kind).entries()) if (key !== 'date') entry[key] = texts[at] ?? '';
      const { experiments } = document.contents;
      const added = [...experiments, canonicalExperiment(entry)];
      const byId = (list: readonly Experiment[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(byId(again(document, written(document, added)))).toEqual(byId(added));
      const rest = experiments.filter((_, at) => at !== nth % file.entries.length);
      expect(again(document, written(document, rest))).toEqual(rest);
    }),
    runs(2),
  );
});

test('what the file and the sheet changed since they agreed comes together', () => {
  fc.assert(
    fc.property(files, value, value, (file, ours, theirs) => {
      const base = read(file);
      const edited = file.entries.map((entry, at) => (at === 0 ? { ...entry, expectedResult: theirs } : entry));
      const theirText = written(base, edited);
      const sheet = file.entries.map((entry, at) => (at === 0 ? { ...entry, hypothesis: ours } : entry));
      const merged = mergeLogs({
        base: base.contents,
        file: readEntries(theirText, keptOf(base.shape)),
        register: withExperiments(base.contents, sheet),
      });
      expect(merged.conflicts).toEqual([]);
      const wanted = file.entries.map((entry, at) =>
        at === 0 ? { ...entry, hypothesis: ours, expectedResult: theirs } : entry,
      );
      expect(merged.contents.experiments.map(({ ...one }) => one)).toEqual(wanted);
    }),
    runs(2),
  );
});

test('every field of a kind has a key of its own, and no label of it means two', () => {
  for (const kind of ENTRY_KINDS) {
    const { fields } = KINDS[kind];
    expect(new Set(fields.map(({ key }) => key)).size).toBe(fields.length);
    const words = fields.flatMap(({ key }) => wordsOfEntry(kind, key));
    expect(new Set(words).size).toBe(words.length);
    expect(fields.every(({ key }) => FIELDS.some((field) => field.key === key))).toBe(true);
  }
});

test('the table of labels in the documents is the one that files are read by', () => {
  const page = readFileSync(resolve('docs/log-format.md'), 'utf8');
  for (const kind of ENTRY_KINDS) {
    for (const { label, key } of fieldsOf(kind)) {
      const own = wordsOfEntry(kind, key).filter((word) => word !== label.toLowerCase());
      expect(page).toContain(`| ${label} | ${own.join(', ')} |`);
    }
  }
});
