// Sets of fields as the bits of a number, which cost nothing to make and to join: learning a shape makes one for each heading.
import { FIELDS, type FieldKey } from '../../domain/experiment/template.ts';

const BITS = new Map<FieldKey, number>(FIELDS.map(({ key }, index) => [key, 1 << index]));

/** The first bit that no field has. */
export const FREE_BIT = 1 << FIELDS.length;

export const fieldBit = (key: FieldKey): number => BITS.get(key) ?? 0;

export const fieldSet = (...keys: readonly FieldKey[]): number => keys.reduce((set, key) => set | fieldBit(key), 0);

/** A set without one of its fields. */
export const withoutOne = (set: number): number => set & (set - 1);
