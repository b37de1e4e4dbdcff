import type { Corner } from './tokens.ts';
/** undefined is an empty cell. */
export type Scalar = string | number | boolean | undefined;
export type Matrix = Scalar[][];
/** What a formula sees of its surroundings. */
export interface Setting {
    /** The values in a reference; a cell that shows an error throws it. */
    read(sheet: string | undefined, from: Corner, to: Corner | undefined): Matrix;
    /** Where the formula stands, from 0. */
    readonly row: number;
    readonly column: number;
    /** The serial number of now in the spreadsheet's zone. */
    readonly now: number;
    /** A text as a number, date or boolean, as entering it would read it; undefined if it is none. */
    readText(text: string): number | undefined;
}
/** The arguments of a function call, each evaluated when it is asked for. */
export interface Call {
    readonly count: number;
    matrix(place: number): Matrix;
    isGiven(place: number): boolean;
    readonly setting: Setting;
}
/** A formula's failure; the message is what its cell shows, such as `#VALUE!`. */
export declare class FormulaError extends Error {
}
export declare function isBlank(value: Scalar): value is undefined;
/** The number a value counts as. Throws `#VALUE!` for a text that is none. */
export declare function toNumber(value: Scalar, setting?: Setting): number;
export declare function toText(value: Scalar): string;
/** Whether a value counts as true. Throws `#VALUE!` for a text other than TRUE and FALSE. */
export declare function toBoolean(value: Scalar): boolean;
