// A cell that is given looks, or loses them.

import type { Cell, PersonAction } from '../../protocol.ts';

/** What a person wishes a cell to look like; null takes a look off. */
export type Looks = Extract<PersonAction, { kind: 'format' }>['style'];

/** Undefined where nothing is left of the cell. */
export function styledCell(old: Cell | undefined, style: Looks): Cell | undefined {
  const { style: _, ...rest } = old ?? {};
  const looks = Object.entries({ ...old?.style, ...style }).filter(([, look]) => look !== null);
  const next: Cell = looks.length === 0 ? rest : { ...rest, style: Object.fromEntries(looks) };
  return Object.keys(next).length === 0 ? undefined : next;
}
