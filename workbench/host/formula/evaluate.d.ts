import { type Node } from './parse.ts';
import { type Matrix, type Scalar, type Setting } from './values.ts';
/** The value of a tree as a matrix: one row and column for a single value. Throws FormulaError. */
export declare function evaluateNode(node: Node, setting: Setting): Matrix;
/** The first value of what the tree gives. Throws FormulaError. */
export declare function evaluateScalar(node: Node, setting: Setting): Scalar;
/** The value that a cell with this formula shows; an error is its text, such as `#REF!`. */
export declare function evaluateFormula(formula: string, setting: Setting): string | number | boolean;
/** Whether what the tree gives is a date, so that an automatic cell shows it as one.
 *  @param isDateCell whether the cell a reference starts at holds a date */
export declare function givesDate(node: Node, isDateCell: (reference: Extract<Node, {
    kind: 'reference';
}>) => boolean): boolean;
