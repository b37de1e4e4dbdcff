// Writes docs/conformance.md from the specification: npm run conformance:table, with what a self-check on Google saw: -- --report FILE
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { claimsBySubject, conformanceTable, type Recorded, recordedIn } from './conformance/table.ts';

/** What reports have told so far; a later one replaces what an earlier one said of the same behaviour. */
export const RECORDED = 'test/conformance/recorded.json';

const { report } = parseArgs({ options: { report: { type: 'string' } } }).values;
let recorded: Recorded = JSON.parse(readFileSync(RECORDED, 'utf8'));
if (report !== undefined) {
  const told = recordedIn(readFileSync(report, 'utf8'));
  const known = new Set(claimsBySubject.flatMap(({ claims }) => claims.map(({ name }) => name)));
  const [ours, others] = [Object.keys(told).filter((name) => known.has(name)), Object.keys(told).length];
  recorded = { ...recorded, ...Object.fromEntries(ours.map((name) => [name, told[name] ?? ''])) };
  writeFileSync(RECORDED, `${JSON.stringify(recorded, null, 2)}\n`);
  console.log(
    `${ours.length} behaviours of the report were taken in; ${others - ours.length} are not in this specification.`,
  );
}
writeFileSync('docs/conformance.md', conformanceTable(recorded));
