// docs/memory.md, made from the comments of src/store/keys.ts: `npm run memory:page` writes it.
import { readFileSync, writeFileSync } from 'node:fs';

export const MEMORY_PAGE = 'docs/memory.md';

/** A documented entry: its comment, and the call that makes it with scope and key. */
const ENTRY =
  /\/\*\*\n((?: \*.*\n)+?) \*\/\nexport (?:const|function) (\w+)[^;]*?\b(property|longProperty|cached)\(\s*(?:'(document|user)',\s*)?['`]([^'`]+)['`]/g;

const PARTS = /^(.*?) Written by: (.*?) If lost([^:]*): (.*) Since (\d+\.\d+)([^.]*)\.$/;

/** The page's text. Throws where an entry's comment does not say who writes it, what happens if it is lost, and since when. */
export function memoryPage(): string {
  const rows = [...readFileSync('src/store/keys.ts', 'utf8').matchAll(ENTRY)].map(
    ([, comment = '', name = '', maker = '', scope = '', key = '']) => {
      const said = comment
        .replace(/^ \* ?/gm, '')
        .replace(/\s+/g, ' ')
        .trim();
      const [, what, writer, when = '', lost, since, sinceMore = ''] = PARTS.exec(said) ?? [];
      if (what === undefined) throw new Error(`The comment of ${name} does not say all: ${said}`);
      const where = maker === 'cached' ? "the document's cache" : `${scope} properties`;
      const shownKey = key.replace(/\$\{(\w+)\}/g, (_, variable: string) => variable.toUpperCase());
      return `| \`${shownKey}\` | ${where} | ${what} | ${writer} | ${when.trim() === '' ? '' : `${when.trim()}: `}${lost} | ${since}${sinceMore} |`;
    },
  );
  return `# What is remembered where

Written by \`npm run memory:page\` from \`src/store/keys.ts\`, where types and schemas stand. What the sheets hold is not in it: the register's
rows, its settings, its candidates, and the agreed texts in *Log source* are cells. *Document* properties are shared by all who use the
spreadsheet and go with a copy of it; *user* properties are one person's, over all their spreadsheets, so that their keys name one.

| key | where | what | written by | if it is lost | since |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

Drafts of forms are kept by the browser (\`src/pages/sidebar/form/drafts.ts\`), under a key that names the spreadsheet, and the long ones in
\`drafts\`, too, since an update of the add-on may put its frames into another store of the browser's; a file in Drive carries
the spreadsheet's ID as a property of its own (\`src/drive/log-file.ts\`).
`;
}

if (process.argv.includes('--write')) writeFileSync(MEMORY_PAGE, memoryPage());
