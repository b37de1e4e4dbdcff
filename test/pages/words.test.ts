// Every word that a person meets in a page comes through one file, so that another language is one more file.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { type AnyNode, type Expression, parse } from 'acorn';
import { transformSync } from 'esbuild';
import { RISK_STATES } from '../../src/domain/experiment/risks.ts';
import { STATUSES } from '../../src/domain/experiment/status.ts';
import { DECISIONS } from '../../src/domain/experiment/template.ts';

const PAGES = resolve(__dirname, '../../src/pages');
const DOOR = 'shared/messages.ts';
/** For those who mend the add-on, in their language whatever the page's. */
const OF_MAINTAINERS = 'self-check/report.ts';

/** What elements show or screen readers say. */
const SAID = [
  'children',
  'aria-label',
  'alt',
  'caption',
  'heading',
  'label',
  'note',
  'placeholder',
  'summary',
  'text',
  'title',
];
/** What is for the browser alone, though it may have blanks in it. */
const UNSAID = ['aria-describedby', 'class', 'cssText', 'd', 'fontFamily', 'rel', 'viewBox'];

/** Words that name something in the code, and are not shown where they stand. */
const NAMES: readonly string[] = [
  // What cells say: people choose among these words, and the log says them, whatever the page's language.
  ...STATUSES,
  ...DECISIONS,
  ...RISK_STATES,
  // Keys of the keyboard.
  'Enter',
  'Escape',
  // What people do to a candidate, as the script's function takes it.
  'move up',
  'move down',
  // The way out of an obstacle that needs a file, as the script's answer calls it.
  'choose the file',
  // What the sidebar was opened for, as the menu says it.
  'set up',
  // A question to the browser.
  '(prefers-color-scheme: dark)',
  // Thrown where the browser fails to paint, and caught by the chart, which says it in the words of the page.
  'The picture could not be painted.',
];

/** Two words, or one that begins a sentence. */
const PHRASE = /\p{L}{2}\S*\s+[\p{L}\d]|[\p{L}\d]\s+\p{L}{2}|^\p{Lu}\p{Ll}{2,}[.…!?:]*$/u;
const LETTERS = /\p{L}{2}/u;

/** The texts in a file of the pages that read like words for a person. */
function wordsIn(source: string): string[] {
  const { code } = transformSync(source, {
    loader: 'tsx',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    target: 'es2022',
  });
  const found: string[] = [];
  const look = (text: string, isSaid: boolean) => {
    if (NAMES.includes(text)) return;
    if (isSaid ? LETTERS.test(text) : PHRASE.test(text)) found.push(text);
  };
  walk(parse(code, { ecmaVersion: 2022, sourceType: 'module' }), false, look);
  return found;
}

/** Hands each text of the code to `look`, and whether it is shown or said. A text with something put into it has a 0 there. */
function walk(node: AnyNode, isSaid: boolean, look: (text: string, isSaid: boolean) => void): void {
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'string') look(node.value, isSaid);
      return;
    case 'TemplateLiteral':
      look(node.quasis.map(({ value }) => value.cooked ?? '').join('0'), isSaid);
      for (const part of node.expressions) walk(part, isSaid && isText(part), look);
      return;
    case 'ImportDeclaration':
      return;
    case 'Property': {
      const name =
        node.key.type === 'Identifier' ? node.key.name : node.key.type === 'Literal' ? `${node.key.value}` : '';
      if (!UNSAID.includes(name)) walk(node.value, SAID.includes(name) && isText(node.value), look);
      return;
    }
    case 'AssignmentExpression':
      if (node.left.type === 'MemberExpression' && node.left.property.type === 'Identifier') {
        if (UNSAID.includes(node.left.property.name)) return;
      }
      break;
  }
  for (const child of childrenOf(node)) walk(child, isSaid && isText(child), look);
}

/** True where the text that is shown may stand in it: what a call is given, or a comparison compares, is not shown as it is. */
function isText({ type }: AnyNode): boolean {
  const texts: readonly Expression['type'][] = [
    'ArrayExpression',
    'ConditionalExpression',
    'Literal',
    'LogicalExpression',
    'TemplateLiteral',
  ];
  return texts.some((text) => text === type);
}

function childrenOf(node: AnyNode): AnyNode[] {
  return Object.values(node)
    .flat()
    .filter((child): child is AnyNode => typeof child === 'object' && child !== null && 'type' in child);
}

const files = readdirSync(PAGES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
  .filter((name) => name !== DOOR && name !== OF_MAINTAINERS);

test('no page has words of its own', () => {
  expect(files.length).toBeGreaterThan(40);
  const found = files.flatMap((name) =>
    wordsIn(readFileSync(join(PAGES, name), 'utf8')).map((text) => `${name}: ${text}`),
  );
  expect(found).toEqual([]);
});

test.each([
  ['text', '<p>Saved</p>', 'Saved'],
  ['a text beside something', '<p>{name} is saved.</p>', ' is saved.'],
  ['a text that is shown at times', "<button>{isWorking ? 'saving' : words.save}</button>", 'saving'],
  ['a name for screen readers', '<section aria-label="Findings" />', 'Findings'],
  ['a name that is put together', `<button title={\`Open \${name}\`} />`, 'Open 0'],
  ['a component’s label', '<CopyButton label="Copy" text={() => entry} />', 'Copy'],
  ['a sentence that is handed on', "fail('The file is empty: choose another.')", 'The file is empty: choose another.'],
  ['a sentence that is put together', `fail(\`\${name} is empty\`)`, '0 is empty'],
  ['one word that is handed on', "setSaid('Saved.')", 'Saved.'],
  ['a table of words', "const NAMES = { wait: 'Please wait' }", 'Please wait'],
])('%s is found', (_, source, words) => {
  expect(wordsIn(source)).toEqual([words]);
});

test.each([
  `<p class="bad error" aria-describedby={\`\${name}-hint \${name}-error\`}>{words.saved}</p>`,
  '<input type="date" value={value} onInput={() => call(\'readOverview\')} />',
  "<p>{kind === 'date' && [id, title].join(' ')}</p>",
  "area.style.cssText = 'position:fixed; opacity:0'",
  "if (event.key === 'Enter') form.change({ status: 'Dropped' })",
])('what only the code reads is left alone: %s', (source) => {
  expect(wordsIn(source)).toEqual([]);
});
