// The syntax that Apps Script's engine reads, and what a script declares.

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

/** Parses a script as Apps Script does: no modules, no class fields, no private names, no static blocks.
 *  Throws a SyntaxError that names file and line. */
export function readScript(file: string, source: string): Declared {
  try {
    const program = parse(source, { ecmaVersion: 2020, sourceType: 'script', allowHashBang: false });
    return { functions: new Set(program.body.filter(isFunctionDeclaration).map((node) => node.id?.name ?? '')) };
  } catch (error) {
    const { message, loc } = error as ParseError;
    const what = message.replace(/ \(\d+:\d+\)$/, '');
    throw new SyntaxError(`Syntax error: SyntaxError: ${what} line: ${loc?.line ?? 1} file: ${file}`);
  }
}
