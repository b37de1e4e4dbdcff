// docs/conformance.md: every behaviour with its source and standing, made from the specification.
import { DOWNLOAD, inTable, opensClaim, PAGES } from '../../src/platform/asked-behaviours.ts';
import type { Claim, Standing } from '../../src/platform/behaviour.ts';
import { SAID, UNSEEN } from './documented-sentences.ts';
import { edits } from './edits.ts';
import { pages } from './pages.ts';
import { secondUser } from './second-user.ts';
import { specification } from './specification.ts';
import { UNKNOWNS } from './unknowns.ts';

/** All claims of the specification, those that need a person at the end. */
export const claimsBySubject: readonly { title: string; claims: readonly Claim[] }[] = [
  ...specification.map(({ title, behaviours }) => ({ title, claims: behaviours })),
  { title: 'Pages (in a browser)', claims: pages },
  { title: 'onEdit (a person edits by hand)', claims: edits },
  { title: 'Two users (two accounts)', claims: secondUser },
  { title: 'With somebody at the self-check', claims: [...inTable, ...PAGES.map(opensClaim), DOWNLOAD] },
];

const SITE = 'https://developers.google.com/apps-script/';

/** What self-checks on Google saw, by the behaviour's name: `as expected`, or `differs:` and what was seen. */
export type Recorded = Readonly<Record<string, string>>;

/** Where a self-check on Google has seen it, that is what a behaviour is worth. */
type Worth = Standing | 'seen' | 'differs';
const WORTHS: readonly Worth[] = ['seen', 'documented', 'shown', 'likely', 'unknown', 'differs'];

function worthOf({ name, standing }: Claim, recorded: Recorded): Worth {
  const seen = recorded[name];
  return seen === undefined ? standing : seen === 'as expected' ? 'seen' : 'differs';
}

/** The behaviours in the table of a self-check's report. Throws where it has none. */
export function recordedIn(report: string): Recorded {
  const rows = report.split(/\r?\n/).flatMap((line) => {
    const [, name, outcome] = /^\| [^|]+ \| (.+) \| (as expected|differs: .*) \|\s*$/.exec(line) ?? [];
    return name === undefined || outcome === undefined ? [] : [[name, outcome]];
  });
  if (rows.length === 0) throw new Error('The file holds no table of a self-check: copy the whole report into it.');
  const plain = (text: string) => text.replace(/\\([\\|])/g, '$1');
  return Object.fromEntries(rows.map(([name = '', outcome = '']) => [plain(name), plain(outcome)]));
}

/** The whole document. */
export function conformanceTable(recorded: Recorded = {}): string {
  const all = claimsBySubject.flatMap(({ claims }) => claims);
  const counts = WORTHS.flatMap((worth) => {
    const count = all.filter((claim) => worthOf(claim, recorded) === worth).length;
    return count === 0 ? [] : `${count} ${worth}`;
  });
  const hasRun = Object.keys(recorded).length > 0;
  const subjects = claimsBySubject.map(
    ({ title, claims }) => `## ${title}

| Behaviour | Standing | Source |
| --- | --- | --- |
${claims.map((claim) => rowFor(claim, recorded)).join('\n')}
`,
  );
  return `# What the local host promises

<!-- Made from test/conformance by npm run conformance:table: change the specification, not this file. -->

The local host behaves in these ${all.length} ways: ${counts.join(', ')}. \`npm test\` shows each of them here. ${
    hasRun ? 'Self-checks on Google have tried some' : 'Nobody has recorded a\nrun of them on Google yet'
  }, so each is worth what its standing says:

${hasRun ? '- **seen**: a self-check has seen it on Google.\n- **differs**: a self-check has seen something else there, which follows.\n' : ''}- **documented**: Google's documentation says so.
- **shown**: practice has it, and so have the tests of another project, which run on Google as well; both sources are named.
- **likely**: reports and practice suggest it.
- **unknown**: the local host has chosen, and the add-on must hold either way.

[Contributing](../CONTRIBUTING.md#on-google-itself) tells how to run the same specification on Google.

${subjects.join('\n')}
## What is unknown

How the add-on holds whichever way it is: with a switch of the local host all of its tests pass the other way, too (\`npm run reliability -- --hosts\`), or it does
nothing that depends on it.

| Behaviour | Held |
| --- | --- |
${Object.entries(UNKNOWNS)
  .map(([name, held]) => `| ${cellText(name)} | ${'by' in held ? `switch \`${held.by}\`` : cellText(held.since)} |`)
  .join('\n')}

## Methods that the add-on calls

What Google's reference says of each, read page by page, in our words: *said* counts it, and a line above shows it. Then what else is likely
or unknown of the method, and what a script on its own cannot show.

| Method | Said | Shown by | Likely or unknown | Beyond a script |
| --- | ---: | --- | --- | --- |
${Object.entries(SAID)
  .flatMap(([page, methods]) => Object.entries(methods).map(([method, said]) => methodRow(page, method, said)))
  .join('\n')}
`;
}

function methodRow(page: string, method: string, said: number): string {
  const source = method === '' ? page : `${page}#${method}`;
  const lines = linesFrom(source);
  const named = (claims: readonly Claim[]) => claims.map((claim) => cellText(claim.name)).join('; ');
  const owner = (page.split('/').pop() ?? page).replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const name = method === '' ? page.split('/').slice(-2).join('.') : `${owner}.${method}`;
  return `| [${name}](${addressOf(source)}) | ${said} | ${named(lines.filter(isTold))} | ${named(lines.filter((line) => !isTold(line)))} | ${UNSEEN[source] ?? ''} |`;
}

/** Whether the documentation says so, or two sources show it. */
export function isTold({ standing }: Claim): boolean {
  return standing === 'documented' || standing === 'shown';
}

/** The behaviours that rest on exactly this page or method of it. */
export function linesFrom(source: string): Claim[] {
  return claimsBySubject.flatMap(({ claims }) => claims).filter((claim) => claim.source === source);
}

function rowFor(claim: Claim, recorded: Recorded): string {
  const { name, source, also } = claim;
  const worth = worthOf(claim, recorded);
  const standing = worth === 'differs' ? cellText(recorded[name] ?? '') : worth;
  const other = also === undefined ? '' : `, [${also}](https://${also})`;
  return `| ${cellText(name)} | ${standing} | [${source}](${addressOf(source)})${other} |`;
}

function cellText(text: string): string {
  return text.replace(/[\\|<*_`#]/g, (sign) => `\\${sign}`);
}

function addressOf(source: string): string {
  return /^[\w-]+\.google\.com\//.test(source) ? `https://${source}` : SITE + source;
}
