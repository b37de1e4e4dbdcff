import type { Area } from '../../protocol.ts';
/** The column's letters: 0 is `A`, 26 is `AA`. */
export declare function columnName(column: number): string;
/** The column that the letters name: `A` is 0. */
export declare function columnNumber(name: string): number;
/** `B2`, or `B2:C4` where the area holds more than one cell. */
export declare function areaName(area: Area): string;
/** A sheet's name as it stands before the `!` of a reference. */
export declare function quotedSheetName(name: string): string;
/** Reads `B2`, `B2:C4`, `A:C`, `A2:C` or `2:4`, with or without a sheet's name; undefined if it is none of these. */
export declare function parseArea(text: string, size: (sheetName: string | undefined) => {
    rows: number;
    columns: number;
} | undefined): {
    sheetName: string | undefined;
    area: Area;
} | undefined;
export declare function holds(area: Area, row: number, column: number): boolean;
/** What both areas cover; undefined if they do not meet. */
export declare function overlap(one: Area, other: Area): Area | undefined;
/** What is left of `area` without `hole`: at most four areas. */
export declare function without(area: Area, hole: Area): Area[];
/** The smallest area that covers all of the cells; there must be one. */
export declare function around(cells: readonly (readonly [row: number, column: number, ...rest: unknown[]])[]): Area;
/** Rows or columns that come, go or change places in one sheet. */
export type Shift = 
/** `like`: which neighbour's formats and rules the new ones take on, if any. */
{
    axis: 'rows' | 'columns';
    kind: 'insert';
    at: number;
    count: number;
    like: 'before' | 'after' | 'neither';
} | {
    axis: 'rows' | 'columns';
    kind: 'delete';
    at: number;
    count: number;
}
/** `to`: the place, counted before the move, that they are put in front of; not within what moves. */
 | {
    axis: 'columns';
    kind: 'move';
    at: number;
    count: number;
    to: number;
};
/** Where a row or column stands afterwards; undefined if it is deleted. */
export declare function shiftedIndex(index: number, shift: Shift): number | undefined;
/** The areas that `area` becomes: none if it is deleted, several only after a move. */
export declare function shiftedAreas(area: Area, shift: Shift): Area[];
