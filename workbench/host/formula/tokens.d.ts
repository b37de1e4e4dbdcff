import type { Area } from '../../protocol.ts';
import { type Shift } from '../model/area.ts';
/** One end of a reference. A missing column or row means the whole row or column. */
export interface Corner {
    column?: number;
    row?: number;
    isColumnFixed: boolean;
    isRowFixed: boolean;
}
export type Token = {
    kind: 'number' | 'text' | 'name' | 'operator' | 'error' | 'space';
    text: string;
} | {
    kind: 'reference';
    text: string;
    sheet: string | undefined;
    from: Corner;
    to: Corner | undefined;
};
/** The tokens of a formula with its leading `=`, spaces included; joined, their texts are the formula without the `=`. */
export declare function readTokens(formula: string): Token[];
/** The formula after rows or columns of `changed` came, went or moved; `home` is the sheet the formula stands in. */
export declare function shiftFormula(formula: string, home: string, changed: string, shift: Shift): string;
/** The formula as if it had been copied by so many rows and columns: fixed parts stay. */
export declare function offsetFormula(formula: string, rows: number, columns: number): string;
/** A rule's formula after a shift of its own sheet: relative references keep their distance from the rule's first cell. */
export declare function shiftRuleFormula(formula: string, shift: Shift, before: Area, after: Area): string;
/** The formula after a sheet got another name. */
export declare function renameSheetIn(formula: string, from: string, to: string): string;
