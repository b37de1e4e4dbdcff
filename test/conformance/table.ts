// docs/conformance.md: every behaviour with its source and standing, made from the specification.
import type { Claim, Standing } from '../../src/platform/behaviour.ts';
import { edits } from './edits.ts';
import { pages } from './pages.ts';
import { secondUser } from './second-user.ts';
import { specification } from './specification.ts';

/** All claims of the specification, those that need a person at the end. */
export const claimsBySubject: readonly { title: string; claims: readonly Claim[] }[] = [
  ...specification.map(({ title, behaviours }) => ({ title, claims: behaviours })),
  { title: 'Pages (in a browser)', claims: pages },
  { title: 'onEdit (a person edits by hand)', claims: edits },
  { title: 'Two users (two accounts)', claims: secondUser },
];

const SITE = 'https://developers.google.com/apps-script/';

const STANDINGS: readonly Standing[] = ['documented', 'shown', 'likely', 'unknown'];

/** The whole document. @param methods those that the add-on calls */
export function conformanceTable(methods: readonly string[]): string {
  const all = claimsBySubject.flatMap(({ claims }) => claims);
  const counts = STANDINGS.map((standing) => {
    const count = all.filter((claim) => claim.standing === standing).length;
    return `${count} ${standing}`;
  });
  const subjects = claimsBySubject.map(
    ({ title, claims }) => `## ${title}

| Behaviour | Standing | Source |
| --- | --- | --- |
${claims.map(rowFor).join('\n')}
`,
  );
  return `# What the local host promises

<!-- Made from test/conformance by npm run conformance:table: change the specification, not this file. -->

The local host behaves in these ${all.length} ways: ${counts.join(', ')}. \`npm test\` shows each of them here. Nobody has recorded a
run of them on Google yet, so each is worth what its standing says:

- **documented**: Google's documentation says so.
- **shown**: practice has it, and so have the tests of another project, which run on Google as well; both sources are named.
- **likely**: reports and practice suggest it.
- **unknown**: the local host has chosen, and the add-on must hold either way.

[Contributing](../CONTRIBUTING.md#on-google-itself) tells how to run the same specification on Google.

${subjects.join('\n')}
## Methods that the add-on calls

How many of the lines above rest on what is said of each.

| Method | Lines |
| --- | --- |
${methods.map((method) => `| ${method} | ${linesOf(method)} |`).join('\n')}
`;
}

/** How many behaviours rest on the documentation of the method. */
export function linesOf(method: string): number {
  return claimsBySubject
    .flatMap(({ claims }) => claims)
    .filter(({ source }) => source.endsWith(`#${method}`) || source.endsWith(`#${method.toLowerCase()}`)).length;
}

function rowFor({ name, standing, source, also }: Claim): string {
  const other = also === undefined ? '' : `, [${also}](https://${also})`;
  return `| ${cellText(name)} | ${standing} | [${source}](${addressOf(source)})${other} |`;
}

function cellText(text: string): string {
  return text.replace(/[\\|<*_`#]/g, (sign) => `\\${sign}`);
}

function addressOf(source: string): string {
  return /^[\w-]+\.google\.com\//.test(source) ? `https://${source}` : SITE + source;
}
