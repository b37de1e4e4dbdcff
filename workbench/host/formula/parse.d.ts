import { type Corner } from './tokens.ts';
export type Node = {
    kind: 'value';
    value: string | number | boolean | undefined;
} | {
    kind: 'error';
    error: string;
} | {
    kind: 'reference';
    sheet: string | undefined;
    from: Corner;
    to: Corner | undefined;
} | {
    kind: 'call';
    name: string;
    args: Node[];
} | {
    kind: 'unary';
    operator: '-' | '+' | '%';
    operand: Node;
} | {
    kind: 'binary';
    operator: string;
    left: Node;
    right: Node;
};
/** The tree of a formula with its leading `=`; a tree of `#ERROR!` if it cannot be read. */
export declare function parseFormula(formula: string): Node;
