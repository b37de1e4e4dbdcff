// Times learning the shape of logs of many shapes, each grown to 60,000 characters, as a part of reading them. Run:
// node bench/shapes.mjs [--against FOLDER]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loaded, sides } from './against.mjs';

const FOLDERS = ['test/fixtures/inputs/shapes', 'test/fixtures/kinds'];
const CHARACTERS = 60_000;
const ROUNDS = 25;
/** The most of reading that learning may take. */
const MOST = 0.5;

const LEARN = 'src/log/learning/learn.ts';
// Older versions know one shape, and learn none.
const all = sides().filter(({ folder }) => existsSync(join(folder, LEARN)));
const MODULES = [['src/log/index.ts'], ['src/log/reading/outline.ts'], [LEARN]];
const logs = await Promise.all(all.map(({ folder }) => loaded(folder, MODULES)));
const texts = FOLDERS.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.md'))
    // Of these a person has to point to the experiments, the items of their lists.
    .map((file) => ({ file, kept: file.startsWith('pointed-') ? { level: 8, isPointed: true } : undefined }))
    .map(({ file, kept }) => ({ file, kept, text: grown(readFileSync(`${folder}/${file}`, 'utf8'), kept) })),
);

/** A log so often behind itself that it is long, each time with other IDs and titles. */
function grown(/** @type {string} */ text, /** @type {object | undefined} */ kept) {
  const { sections } = logs[0].readLog(text, kept);
  /** @type {{ id?: { start: number, end: number }, title: { start: number, end: number } }[]} */
  const own = sections.flatMap((/** @type {{ items: { experiment?: object }[] }} */ { items }) =>
    items.flatMap(({ experiment }) => experiment ?? []),
  );
  const copies = Array.from({ length: Math.ceil(CHARACTERS / text.length) }, (_, copy) => {
    const edits = own.flatMap(({ id, title }) => [
      { at: title.end, end: title.end, text: title.end > title.start ? ` ${letters(copy)}` : '' },
      ...(id
        ? [
            {
              at: id.start,
              end: id.end,
              text: text.slice(id.start, id.end).replace(/\d+(?=\D*$)/, (n) => `${+n + 100 * copy}`),
            },
          ]
        : []),
    ]);
    edits.sort((a, b) => b.at - a.at);
    return edits.reduce((whole, edit) => whole.slice(0, edit.at) + edit.text + whole.slice(edit.end), text.trimEnd());
  });
  return copies.join('\n\n');
}

/** A number as letters: behind a title a number might be an ID. */
function letters(/** @type {number} */ number) {
  return `${number}`.replace(/\d/g, (digit) => 'abcdefghij'[+digit] ?? '');
}

/** The milliseconds that some work takes. */
function time(/** @type {() => unknown} */ work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** @param {number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const rows = texts.map(({ file, text, kept }) => {
  /** @type {{ learn: number[], read: number[] }[]} */
  const times = all.map(() => ({ learn: [], read: [] }));
  // Sides and parts take turns; the first rounds only warm them up.
  for (let round = -3; round < ROUNDS; round += 1) {
    for (const [side, { readLog, readOutline, learnShape }] of logs.entries()) {
      const outline = readOutline(text);
      const learn = time(() => learnShape(outline, kept));
      const read = time(() => readLog(text, kept));
      if (round >= 0) times[side]?.learn.push(learn);
      if (round >= 0) times[side]?.read.push(read);
    }
  }
  // The fastest of each, since the machine has other work, too.
  const shares = times.map(({ learn, read }) => Math.min(...learn) / Math.min(...read));
  if (logs[0].readLog(text, kept).contents.experiments.length < 3) console.log(`${file} is no log when it is long`);
  return { file, shares, learn: times.map(({ learn }) => Math.min(...learn)) };
});

for (const [side, { name }] of all.entries()) {
  const shares = rows.map((row) => row.shares[side] ?? Number.NaN);
  const worst = [...rows].sort((a, b) => (b.shares[side] ?? 0) - (a.shares[side] ?? 0)).slice(0, 12);
  console.log(
    `${name}: learning the shape takes ${median(shares).toFixed(2)} of reading for the median of ${rows.length} logs, ` +
      `more than ${MOST} for ${shares.filter((share) => share > MOST).length}; the most:`,
  );
  console.log(worst.map(({ file, shares: own }) => `  ${own[side]?.toFixed(2)} ${file}`).join('\n'));
}
if (all.length > 1) {
  const ratios = rows.map(({ learn: [own = 1, other = 1] }) => other / own);
  console.log(`learning took ${median(ratios).toFixed(2)} times as long there as here, for the median log`);
}
