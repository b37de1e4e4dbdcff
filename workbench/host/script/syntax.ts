// The syntax that Apps Script's engine reads, and what a script declares.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Node, type Program, parse } from 'acorn';

/** The names of the top-level functions: what menus, triggers and pages can call. */
export interface Declared {
  functions: ReadonlySet<string>;
}

interface ParseError extends SyntaxError {
  loc?: { line: number };
}

function isFunctionDeclaration(node: Node): node is Extract<Program['body'][number], { type: 'FunctionDeclaration' }> {
  return node.type === 'FunctionDeclaration';
}

/** The year of the language that Apps Script's engine reads to its end. */
const YEAR = 2020;

/** What scripts of this very text were found to declare, by fingerprint: parsing a large one takes longer than all else of a start. */
const FOUND = resolve('node_modules/.cache/kaizen-log/scripts');

/** Reads a script as Apps Script does: no modules, no class fields, no private names, no static blocks.
 *  Throws a SyntaxError that names file and line. */
export function readScript(file: string, source: string): Declared {
  const found = join(FOUND, `${createHash('sha256').update(`${YEAR} ${source}`).digest('hex')}.json`);
  try {
    return { functions: new Set(JSON.parse(readFileSync(found, 'utf8')) as string[]) };
  } catch {
    // Not parsed here before.
  }
  const declared = parseScript(file, source);
  try {
    // Renamed into its place, since others may be reading it.
    const half = `${found}.${process.pid}`;
    mkdirSync(FOUND, { recursive: true });
    writeFileSync(half, JSON.stringify([...declared.functions]));
    renameSync(half, found);
  } catch {
    // Where nothing can be written, each start parses it.
  }
  return declared;
}

function parseScript(file: string, source: string): Declared {
  try {
    const program = parse(source, { ecmaVersion: YEAR, sourceType: 'script', allowHashBang: false });
    return { functions: new Set(program.body.filter(isFunctionDeclaration).map((node) => node.id?.name ?? '')) };
  } catch (error) {
    const { message, loc } = error as ParseError;
    const what = message.replace(/ \(\d+:\d+\)$/, '');
    throw new SyntaxError(`Syntax error: SyntaxError: ${what} line: ${loc?.line ?? 1} file: ${file}`);
  }
}
