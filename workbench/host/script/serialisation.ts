// What google.script.run lets through between a page and the script.

import { types } from 'node:util';
import type { Switches } from '../switches.ts';

/** A value that cannot cross; the message is Google's. */
export class IllegalValue extends Error {}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === null) return true;
  // Objects of a script's realm have another Object.prototype: it is the one with no prototype of its own.
  return (
    typeof prototype === 'object' &&
    prototype !== null &&
    Object.getPrototypeOf(prototype) === null &&
    !types.isProxy(value)
  );
}

/** @param arrives whether what stands under a key goes along */
function cross(
  value: unknown,
  path: string,
  parents: readonly object[],
  arrives: (key: string, item: unknown) => boolean = (_key, item) => item !== undefined,
): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const isIllegal =
    typeof value !== 'object' ||
    types.isDate(value) ||
    parents.includes(value) ||
    (!Array.isArray(value) && !isPlain(value));
  if (isIllegal) throw new IllegalValue(`Failed due to illegal value in property: ${path}`);
  const inside = [...parents, value];
  if (Array.isArray(value)) return Array.from(value, (item: unknown, at) => cross(item, String(at), inside, arrives));
  const object: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value))
    if (arrives(key, item)) object[key] = cross(item, key, inside, arrives);
  return object;
}

/**
 * The arguments of a page's call, copied; keys that end in `__` are dropped, as on Google. Throws IllegalValue for a Date, a function, a
 * cycle or an object of a class.
 */
export function crossingArguments(args: readonly unknown[], { details }: Pick<Switches, 'details'>): unknown[] {
  const arrives = (key: string, item: unknown) => !key.endsWith('__') && (item !== undefined || details === 'other');
  return args.map((arg, index) => cross(arg, String(index), [], arrives));
}

/** The result of a page's call, copied; anything illegal in it makes the whole result null, as on Google. */
export function crossingResult(value: unknown): unknown {
  try {
    return cross(value, 'result', []);
  } catch (error) {
    if (error instanceof IllegalValue) return null;
    throw error;
  }
}
