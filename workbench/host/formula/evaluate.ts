// What a formula gives.

import { FUNCTIONS } from './functions.ts';
import { type Node, parseFormula } from './parse.ts';
import { FormulaError, isBlank, type Matrix, type Scalar, type Setting, toNumber, toText } from './values.ts';

function compare(left: Scalar, right: Scalar): number {
  const rank = (value: Scalar) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  const fill = (value: Scalar, other: Scalar): Scalar => {
    if (!isBlank(value)) return value;
    return typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
  };
  const [one, other] = [fill(left, right), fill(right, left)];
  if (rank(one) !== rank(other)) return rank(one) - rank(other);
  if (typeof one === 'string' && typeof other === 'string') {
    const [a, b] = [one.toLowerCase(), other.toLowerCase()];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  return Number(one) - Number(other);
}

function combine(operator: string, left: Scalar, right: Scalar): Scalar {
  if ('=<>'.includes(operator[0] ?? '')) {
    const order = compare(left, right);
    if (operator === '=') return order === 0;
    if (operator === '<>') return order !== 0;
    if (operator === '<') return order < 0;
    if (operator === '>') return order > 0;
    return operator === '<=' ? order <= 0 : order >= 0;
  }
  const [one, other] = [toNumber(left), toNumber(right)];
  if (operator === '+') return one + other;
  if (operator === '-') return one - other;
  if (operator === '*') return one * other;
  if (operator === '/') {
    if (other === 0) throw new FormulaError('#DIV/0!');
    return one / other;
  }
  return one ** other;
}

/** The text that one side of `&` is. */
function joined(node: Node, setting: Setting): string {
  const value = evaluateScalar(node, setting);
  if (typeof value === 'number' && setting.joinedDay && givesDate(node, () => false)) return setting.joinedDay(value);
  return toText(value);
}

/** The value of a tree as a matrix: one row and column for a single value. Throws FormulaError. */
function evaluateNode(node: Node, setting: Setting): Matrix {
  switch (node.kind) {
    case 'value':
      return [[node.value]];
    case 'error':
      throw new FormulaError(node.error);
    case 'reference':
      return setting.read(node.sheet, node.from, node.to);
    case 'unary': {
      const operand = toNumber(evaluateScalar(node.operand, setting));
      return [[node.operator === '-' ? -operand : node.operator === '%' ? operand / 100 : operand]];
    }
    case 'binary':
      if (node.operator === '&') return [[joined(node.left, setting) + joined(node.right, setting)]];
      return [[combine(node.operator, evaluateScalar(node.left, setting), evaluateScalar(node.right, setting))]];
    case 'call': {
      const run = FUNCTIONS[node.name];
      if (!run) throw new FormulaError('#NAME?');
      return run({
        count: node.args.length,
        matrix: (place) => {
          const arg = node.args[place];
          if (!arg) throw new FormulaError('#N/A');
          return evaluateNode(arg, setting);
        },
        isGiven: (place) => {
          const arg = node.args[place];
          return arg !== undefined && !(arg.kind === 'value' && arg.value === undefined);
        },
        setting,
      });
    }
  }
}

/** The first value of what the tree gives. Throws FormulaError. */
export function evaluateScalar(node: Node, setting: Setting): Scalar {
  return evaluateNode(node, setting)[0]?.[0];
}

/** The value that a cell with this formula shows; an error is its text, such as `#REF!`. */
export function evaluateFormula(formula: string, setting: Setting): string | number | boolean {
  try {
    const value = evaluateScalar(parseFormula(formula), setting);
    if (typeof value === 'number' && !Number.isFinite(value)) return '#NUM!';
    return value ?? '';
  } catch (error) {
    if (error instanceof FormulaError) return error.message;
    // A chain of cells too deep to follow.
    if (error instanceof RangeError) return '#ERROR!';
    throw error;
  }
}

const DATE_FUNCTIONS = new Set(['TODAY', 'NOW', 'DATE', 'EDATE', 'EOMONTH', 'WORKDAY', 'DATEVALUE']);
const PASSING_FUNCTIONS = new Set(['IF', 'IFERROR', 'IFNA', 'MAX', 'MIN', 'IFS', 'INDEX']);

/** Whether what the tree gives is a date, so that an automatic cell shows it as one.
 *  @param isDateCell whether the cell a reference starts at holds a date */
export function givesDate(
  node: Node,
  isDateCell: (reference: Extract<Node, { kind: 'reference' }>) => boolean,
): boolean {
  if (node.kind === 'reference') return isDateCell(node);
  if (node.kind === 'call') {
    if (DATE_FUNCTIONS.has(node.name)) return true;
    return PASSING_FUNCTIONS.has(node.name) && node.args.some((arg) => givesDate(arg, isDateCell));
  }
  if (node.kind !== 'binary' || (node.operator !== '+' && node.operator !== '-')) return false;
  const [left, right] = [givesDate(node.left, isDateCell), givesDate(node.right, isDateCell)];
  return node.operator === '+' ? left !== right : left && !right;
}
