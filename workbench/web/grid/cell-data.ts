// A cell of the host as Univer's cell data, and back.
import type { ICellData, IStyleData, Nullable } from '@univerjs/core';
import type { Cell, CellStyle } from '../../protocol.ts';

// Univer's enumerations, as plain numbers: cell types, alignments, wrap strategies.
const STRING = 1;
const NUMBER = 2;
const BOOLEAN = 3;
const FORCED_STRING = 4;
const ALIGN = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;
const WRAP = { overflow: 1, clip: 2, wrap: 3 } as const;
const LINE = { SOLID: 1, DOTTED: 3, DASHED: 4, DOUBLE: 7, SOLID_MEDIUM: 8, SOLID_THICK: 13 } as const;
const SIDES = { t: 'borderTop', l: 'borderLeft', b: 'borderBottom', r: 'borderRight' } as const;
const SIDE_KEYS = Object.keys(SIDES) as (keyof typeof SIDES)[];

/** Ours, and Univer's own, which it writes into every cell it pastes. */
const DEFAULT_SIZES = [10, 11];

/** What Sheets would read as something else than text, were it typed anew: such text carries a leading apostrophe in the editor. */
const READ_AS_OTHER = /^[=+']|^[-.\d($€£%][\d\s.,:/%$€£()-]*$|^(true|false)$/i;

/** Null clears the cell, as a patch's null does. Keys that are absent in the host's cell are null, so that they are cleared too. */
export function toUniverCell(cell: Cell | null): ICellData | null {
  if (cell === null) return null;
  const { value, formula } = cell;
  return {
    ...toUniverValue(value),
    f: formula ?? null,
    p: null,
    si: null,
    custom: null,
    s: toUniverStyle(cell.style, cell.format),
  };
}

/** Every look that a cell can have, taken off. */
const NO_LOOKS = { n: null, bg: null, cl: null, bl: null, it: null, st: null, tb: null, ht: null, vt: null, fs: null };
const NO_LINES = { t: null, b: null, l: null, r: null };

/** A cell that takes the place of another one: Univer lays looks over those that are there, and takes off only what is named. */
export function toReplacingCell(cell: Cell | null): object | null {
  const data = toUniverCell(cell);
  if (typeof data?.s !== 'object' || data.s === null) return data;
  return { ...data, s: { ...NO_LOOKS, ...data.s, bd: { ...NO_LINES, ...data.s.bd } } };
}

/** Value and type alone. */
function toUniverValue(value: Cell['value']): Pick<ICellData, 'v' | 't'> {
  if (value === undefined) return { v: null, t: null };
  if (typeof value === 'number') return { v: value, t: NUMBER };
  if (typeof value === 'boolean') return { v: value ? 1 : 0, t: BOOLEAN };
  return { v: value, t: READ_AS_OTHER.test(value) ? FORCED_STRING : STRING };
}

/** Undefined where the cell has no looks of its own. */
export function toUniverStyle(style: CellStyle | undefined, format?: string): IStyleData | null {
  const looks: IStyleData = {};
  if (format !== undefined) looks.n = { pattern: format };
  if (style?.background !== undefined) looks.bg = { rgb: style.background };
  if (style?.color !== undefined) looks.cl = { rgb: style.color };
  if (style?.bold !== undefined) looks.bl = style.bold ? 1 : 0;
  if (style?.italic !== undefined) looks.it = style.italic ? 1 : 0;
  if (style?.strikethrough !== undefined) looks.st = { s: style.strikethrough ? 1 : 0 };
  if (style?.wrap !== undefined) looks.tb = WRAP[style.wrap];
  if (style?.align !== undefined) looks.ht = ALIGN[style.align];
  if (style?.verticalAlign !== undefined) looks.vt = VERTICAL[style.verticalAlign];
  if (style?.fontSize !== undefined) looks.fs = style.fontSize;
  for (const side of SIDE_KEYS) {
    const [name, rgb] = style?.[SIDES[side]]?.split(' ') ?? [];
    if (name !== undefined && rgb !== undefined)
      looks.bd = { ...looks.bd, [side]: { s: LINE[name as keyof typeof LINE], cl: { rgb } } };
  }
  return Object.keys(looks).length === 0 ? null : looks;
}

/** The host's cell, or null where Univer's holds nothing. `style` is the cell's resolved style, `note` its note. */
export function toHostCell(
  data: ICellData | null,
  style: IStyleData | null,
  note: string | undefined,
  checkbox: boolean,
): Cell | null {
  const cell: Cell = {};
  const value = toHostValue(data, checkbox);
  if (value !== undefined) cell.value = value;
  if (typeof data?.f === 'string' && data.f !== '') cell.formula = data.f;
  if (style?.n?.pattern) cell.format = style.n.pattern;
  const looks = toHostStyle(style);
  if (looks !== undefined) cell.style = looks;
  if (note !== undefined && note !== '') cell.note = note;
  return Object.keys(cell).length === 0 ? null : cell;
}

/** `checkbox`: whether the cell's rule makes one of it. */
export function toHostValue(data: ICellData | null, checkbox: boolean): Cell['value'] {
  if (data?.p?.body) return plainText(data.p.body.dataStream);
  const value = data?.v;
  if (value === undefined || value === null || value === '') return undefined;
  if (data?.t === BOOLEAN || checkbox)
    return value === true || String(value) === '1' || String(value).toUpperCase() === 'TRUE';
  if (typeof value === 'string' && data?.t === NUMBER && !Number.isNaN(Number(value))) return Number(value);
  return value;
}

/** Text of a Univer document: paragraphs end in a carriage return, the document in a carriage return and a line feed. */
export function plainText(dataStream: string): string {
  return dataStream.replace(/\r\n$/, '').replace(/\r\n?/g, '\n');
}

function toHostStyle(style: IStyleData | null): CellStyle | undefined {
  const looks: CellStyle = {};
  const background = hexColor(style?.bg?.rgb);
  if (background !== undefined) looks.background = background;
  const color = hexColor(style?.cl?.rgb);
  if (color !== undefined) looks.color = color;
  if (style?.bl) looks.bold = true;
  if (style?.it) looks.italic = true;
  if (style?.st?.s) looks.strikethrough = true;
  const wrap = nameOf(WRAP, style?.tb);
  if (wrap !== undefined && wrap !== 'overflow') looks.wrap = wrap;
  const align = nameOf(ALIGN, style?.ht);
  if (align !== undefined) looks.align = align;
  const verticalAlign = nameOf(VERTICAL, style?.vt);
  if (verticalAlign !== undefined) looks.verticalAlign = verticalAlign;
  for (const side of SIDE_KEYS) {
    const border = style?.bd?.[side];
    const [name, rgb] = [nameOf(LINE, border?.s), hexColor(border?.cl.rgb)];
    if (name !== undefined && rgb !== undefined) looks[SIDES[side]] = `${name} ${rgb}`;
  }
  if (style?.fs && !DEFAULT_SIZES.includes(style.fs)) looks.fontSize = style.fs;
  return Object.keys(looks).length === 0 ? undefined : looks;
}

function nameOf<Name extends string>(numbers: Record<Name, number>, number: unknown): Name | undefined {
  return (Object.keys(numbers) as Name[]).find((name) => numbers[name] === number);
}

function hexColor(rgb: Nullable<string>): string | undefined {
  if (!rgb) return undefined;
  if (rgb.startsWith('#')) return rgb.toLowerCase();
  const parts = rgb.match(/\d+/g)?.slice(0, 3);
  if (parts?.length !== 3) return undefined;
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}
