// What the tests of what the register survives have counted, and which of the many cases a run tries.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from '@jest/globals';

/** Every case, as the parts of `npm run reliability -- --long` try them; else a spread of them. */
export const IS_LONG = process.env.KAIZEN_LONG !== undefined;

/** Tests of the long runs alone: more of a kind of which `npm test` tries a part. */
export const inLongRuns = {
  test(...each: Parameters<typeof test>): void {
    if (IS_LONG) test(...each);
  },
  describe(...group: Parameters<typeof describe>): void {
    if (IS_LONG) describe(...group);
  },
};

/** One line of figures, each with its name, such as `{ 'faults tried': 212, survived: 212 }`. */
export type Figures = Record<string, number>;

/** Tables of figures, each by what its rows are, such as `operation`. */
export type Tables = Record<string, Record<string, Figures>>;

/** Says the figures; with KAIZEN_FIGURES, the name of a folder, keeps them there as well, with the tables. */
export function report(name: string, figures: Figures, tables?: Tables): void {
  const line = Object.entries(figures).map(([what, count]) => `${count.toLocaleString('en')} ${what}`);
  process.stderr.write(`${name}: ${line.join(', ')}\n`);
  const folder = process.env.KAIZEN_FIGURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(figures, null, 2));
  if (tables !== undefined) writeFileSync(join(folder, `${name}.tables.json`), JSON.stringify(tables, null, 2));
}

/** Those of the cases that this run is to try: all, or with KAIZEN_SHARE, such as `2/5`, the second of five shares. */
export function shareOf<Case>(cases: readonly Case[]): readonly Case[] {
  const [share = 1, of = 1] = (process.env.KAIZEN_SHARE ?? '1/1').split('/').map(Number);
  return cases.filter((_, index) => index % of === share - 1);
}

/** Numbers that look random and are the same in every run: whole, from 0, below what is asked for. */
export function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}
