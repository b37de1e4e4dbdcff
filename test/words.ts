// Finds the texts in code that read like words for a person.
import { type AnyNode, type Expression, parse } from 'acorn';
import { transformSync } from 'esbuild';

/** How a side's code is read. */
export interface Reading {
  /** Whether elements may stand in the code; where they may, a function of any type is written otherwise. */
  loader: 'ts' | 'tsx';
  /** The properties whose text is shown, however short it is. */
  said: readonly string[];
  /** The properties whose text is for a machine alone, though it may have blanks in it. */
  unsaid: readonly string[];
  /** Texts that name something in the code, and are not shown where they stand. What is put into a text stands as 0 in it. */
  names: readonly string[];
}

/** Two words, or one that begins a sentence. */
const PHRASE = /\p{L}{2}\S*\s+[\p{L}\d]|[\p{L}\d]\s+\p{L}{2}|^\p{Lu}\p{Ll}{2,}[.…!?:]*$/u;
const LETTERS = /\p{L}{2}/u;

/** The texts in TypeScript, with or without elements, that read like words for a person; a text with something put into it has a 0 there. */
export function wordsIn(source: string, reading: Reading): string[] {
  const { code } = transformSync(source, {
    loader: reading.loader,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    target: 'es2022',
  });
  const found: string[] = [];
  const look = (text: string, isSaid: boolean) => {
    if (reading.names.includes(text)) return;
    if (isSaid ? LETTERS.test(text) : PHRASE.test(text)) found.push(text);
  };
  walk(parse(code, { ecmaVersion: 2022, sourceType: 'module' }), false, look, reading);
  return found;
}

/** Hands each text of the code to `look`, and whether it is shown or said. */
function walk(node: AnyNode, isSaid: boolean, look: (text: string, isSaid: boolean) => void, reading: Reading): void {
  const { said, unsaid } = reading;
  switch (node.type) {
    case 'Literal':
      if (typeof node.value === 'string') look(node.value, isSaid);
      return;
    case 'TemplateLiteral':
      look(node.quasis.map(({ value }) => value.cooked ?? '').join('0'), isSaid);
      for (const part of node.expressions) walk(part, isSaid && isText(part), look, reading);
      return;
    case 'ImportDeclaration':
      return;
    case 'Property': {
      const name =
        node.key.type === 'Identifier' ? node.key.name : node.key.type === 'Literal' ? `${node.key.value}` : '';
      if (!unsaid.includes(name)) walk(node.value, said.includes(name) && isText(node.value), look, reading);
      return;
    }
    case 'AssignmentExpression':
      if (node.left.type === 'MemberExpression' && node.left.property.type === 'Identifier') {
        if (unsaid.includes(node.left.property.name)) return;
      }
      break;
  }
  for (const child of childrenOf(node)) walk(child, isSaid && isText(child), look, reading);
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
