// Formula text as a tree.

import { type Corner, readTokens, type Token } from './tokens.ts';

export type Node =
  | { kind: 'value'; value: string | number | boolean | undefined }
  | { kind: 'error'; error: string }
  | { kind: 'reference'; sheet: string | undefined; from: Corner; to: Corner | undefined }
  | { kind: 'call'; name: string; args: Node[] }
  | { kind: 'unary'; operator: '-' | '+' | '%'; operand: Node }
  | { kind: 'binary'; operator: string; left: Node; right: Node };

const BINDING: Record<string, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 6,
};
/** In Sheets `-2^2` is 4. */
const PREFIX_BINDING = 7;

class Reader {
  readonly #tokens: Token[];
  #at = 0;

  constructor(formula: string) {
    this.#tokens = readTokens(formula).filter((token) => token.kind !== 'space');
  }

  read(): Node {
    const node = this.#expression(0);
    if (this.#at < this.#tokens.length) throw new SyntaxError('more than one expression');
    return node;
  }

  #isOperator(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'operator' && token.text === text;
  }

  #expression(least: number): Node {
    let left = this.#operand();
    for (;;) {
      const token = this.#tokens[this.#at];
      if (token?.kind !== 'operator') return left;
      if (token.text === '%') {
        this.#at++;
        left = { kind: 'unary', operator: '%', operand: left };
        continue;
      }
      const binding = BINDING[token.text];
      if (binding === undefined || binding <= least) return left;
      this.#at++;
      left = { kind: 'binary', operator: token.text, left, right: this.#expression(binding) };
    }
  }

  #operand(): Node {
    const token = this.#tokens[this.#at++];
    if (!token) throw new SyntaxError('the formula ends too early');
    if (token.kind === 'number') return { kind: 'value', value: Number(token.text) };
    if (token.kind === 'text') return { kind: 'value', value: token.text.slice(1, -1).replace(/""/g, '"') };
    if (token.kind === 'error') return { kind: 'error', error: token.text };
    if (token.kind === 'reference') return { kind: 'reference', sheet: token.sheet, from: token.from, to: token.to };
    if (token.kind === 'name') return this.#named(token.text);
    if (token.text === '-' || token.text === '+') {
      return { kind: 'unary', operator: token.text, operand: this.#expression(PREFIX_BINDING) };
    }
    if (token.text !== '(') throw new SyntaxError(`unexpected ${token.text}`);
    const inner = this.#expression(0);
    if (!this.#isOperator(')')) throw new SyntaxError('a bracket is not closed');
    this.#at++;
    return inner;
  }

  #named(name: string): Node {
    if (!this.#isOperator('(')) {
      if (/^(?:true|false)$/i.test(name)) return { kind: 'value', value: name.toLowerCase() === 'true' };
      return { kind: 'error', error: '#NAME?' };
    }
    this.#at++;
    const args: Node[] = [];
    while (!this.#isOperator(')')) {
      const isLeftOut = this.#isOperator(',') || this.#isOperator(';');
      args.push(isLeftOut ? { kind: 'value', value: undefined } : this.#expression(0));
      if (this.#isOperator(')')) break;
      if (!this.#isOperator(',') && !this.#isOperator(';')) throw new SyntaxError('a bracket is not closed');
      this.#at++;
    }
    this.#at++;
    return { kind: 'call', name: name.toUpperCase(), args };
  }
}

const trees = new Map<string, Node>();

/** The tree of a formula with its leading `=`; a tree of `#ERROR!` if it cannot be read. */
export function parseFormula(formula: string): Node {
  let tree = trees.get(formula);
  if (!tree) {
    try {
      tree = new Reader(formula).read();
    } catch {
      tree = { kind: 'error', error: '#ERROR!' };
    }
    if (trees.size > 50_000) trees.clear();
    trees.set(formula, tree);
  }
  return tree;
}
