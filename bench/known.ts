// How long the page takes to index all that was tried, slice by slice, and to find what is like an idea or says some words, among 10,000
// entries. Run: node scripts/run.mjs bench/known.ts
import { KnownIndex } from '../src/pages/sidebar/memory/search.ts';
import { manyTried, REPHRASED, TRIED } from '../test/fixtures/tried-before.ts';

const ENTRIES = 10_000;
/** As many as `memory.ts` adds before it looks at the clock. */
const AT_ONCE = 20;

const entries = [...TRIED, ...manyTried(ENTRIES - TRIED.length)];
const slices: number[] = [];
const index = new KnownIndex();
for (let at = 0; at < entries.length; at += AT_ONCE)
  slices.push(timed(() => index.add(entries.slice(at, at + AT_ONCE))));

/** Milliseconds. */
function timed(work: () => unknown): number {
  const before = performance.now();
  work();
  return performance.now() - before;
}

function figures(times: number[]) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Number((sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(2));
  return { median: at(0.5), 'nine of ten': at(0.9), longest: at(1) };
}

const ideas = REPHRASED.map(({ title, hypothesis }) => `${title} ${hypothesis}`);
/** As somebody types a title: after each key. */
const typed = REPHRASED.slice(0, 10).flatMap(({ title }) => [...title].map((_, end) => title.slice(0, end + 1)));
console.log(`${ENTRIES} entries, ${Math.round(JSON.stringify(entries).length / 1e5) / 10} MB`);
console.log(`indexed in ${Math.round(slices.reduce((sum, time) => sum + time, 0))} ms`);
console.table({
  [`indexing ${AT_ONCE}`]: figures(slices),
  'what is like a title and a hypothesis': figures(ideas.map((text) => timed(() => index.nearest(text, () => false)))),
  'what is like a title, key by key': figures(typed.map((text) => timed(() => index.nearest(text, () => false)))),
  'a search, key by key': figures(typed.map((text) => timed(() => index.find(text)))),
});
