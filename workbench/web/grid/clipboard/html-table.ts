// A table from the clipboard, as spreadsheets and browsers put it there, with its looks.
import { offsetFormula } from '../../../host/formula/tokens.ts';
import type { Cell, CellStyle, Entered } from '../../../protocol.ts';
import { COPIED } from './copied.ts';

/** What to enter, and for a formula the place that it counts from. */
export interface Pasted extends Entered {
  at?: [row: number, column: number];
}

export interface PastedTable {
  cells: Pasted[][];
  /** Which copy of this workbook it is, if one. */
  copy?: string;
}

/** Sizes that programs write where nobody chose one. */
const DEFAULT_SIZES = [10, 11];

/** Undefined where the text has no table, or is more than tables. */
export function readHtmlTable(html: string): PastedTable | undefined {
  if (!/<table[\s>]/i.test(html)) return undefined;
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  const tables = [...parsed.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'));
  inlineRules(parsed);
  const copy = tables[0]?.getAttribute(COPIED);
  const rows = tables.flatMap((table) => [...table.rows]);
  const cells = layOut(rows).map((row) => row.map((cell) => (cell === undefined ? { text: '' } : readCell(cell))));
  for (const table of tables) table.remove();
  for (const aside of parsed.querySelectorAll('style, script, title')) aside.remove();
  if (cells.length === 0 || (parsed.body.textContent ?? '').trim() !== '') return undefined;
  return copy == null ? { cells } : { cells, copy };
}

/** The formula of a copied cell, counted from where it is pasted; a cut takes it along as it is. */
export function settle({ at, ...plain }: Pasted, row: number, column: number, isCut: boolean): Entered {
  const { formula } = plain.cell ?? {};
  if (at === undefined || formula === undefined || isCut) return plain;
  return { ...plain, cell: { ...plain.cell, formula: offsetFormula(formula, row - at[0], column - at[1]) } };
}

/** Excel keeps looks in rules by class: each goes to where it holds, the later ones and the element's own over the earlier. */
function inlineRules(parsed: Document): void {
  const ruled = new Map<HTMLElement, string>();
  for (const element of parsed.querySelectorAll('style')) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync((element.textContent ?? '').replace(/<!--|-->/g, ''));
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSStyleRule) || !/^(?:td|[.])/i.test(rule.selectorText)) continue;
      for (const found of parsed.querySelectorAll<HTMLElement>(rule.selectorText))
        ruled.set(found, `${ruled.get(found) ?? ''} ${rule.style.cssText}`);
    }
  }
  for (const [element, css] of ruled) element.style.cssText = `${css} ${element.style.cssText}`;
}

/** Rows and columns with what spans several of them at its first place. */
function layOut(rows: HTMLTableRowElement[]): (HTMLTableCellElement | undefined)[][] {
  const taken = rows.map((): boolean[] => []);
  const table = rows.map((): (HTMLTableCellElement | undefined)[] => []);
  for (const [at, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.cells) {
      while (taken[at]?.[column]) column++;
      const line = table[at] as (HTMLTableCellElement | undefined)[];
      line[column] = cell;
      for (let down = at; down < Math.min(at + cell.rowSpan, rows.length); down++) {
        for (let right = column; right < column + cell.colSpan; right++) (taken[down] as boolean[])[right] = true;
      }
    }
  }
  const width = Math.max(0, ...taken.map((line) => line.length));
  return table.map((line) => Array.from({ length: width }, (_, column) => line[column]));
}

function readCell(element: HTMLTableCellElement): Pasted {
  const kept = element.getAttribute(COPIED);
  if (kept !== null) {
    try {
      return JSON.parse(kept) as { cell: Cell; at?: [number, number] };
    } catch {
      // Somebody else's attribute of the same name: the cell is read like any other.
    }
  }
  return { text: textOf(element), style: styleOf(element) };
}

/** Line breaks are those of the page, not of its source. */
function textOf(element: HTMLElement): string {
  let text = '';
  const isKept = (of: HTMLElement | null) =>
    /^pre/.test(of?.closest<HTMLElement>('[style*="white-space"], pre')?.style.whiteSpace ?? '');
  const breakLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const read = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const own = node.textContent ?? '';
      text += isKept(node.parentElement)
        ? own
        : own.replace(/[ \t\r\n]+/g, ' ').replace(text === '' || text.endsWith('\n') ? /^ / : /^$/, '');
      return;
    }
    if (node.nodeName === 'BR') text += '\n';
    const isBlock = /^(?:P|DIV|LI|TR|H[1-6])$/.test(node.nodeName);
    if (isBlock) breakLine();
    for (const child of node.childNodes) read(child);
    if (isBlock) breakLine();
  };
  read(element);
  return text.replaceAll('\u00a0', ' ').replace(/ +\n/g, '\n').trim();
}

/** The cell's looks: its own, and those of an element that holds all of its text. */
function styleOf(element: HTMLTableCellElement): CellStyle {
  const holders: HTMLElement[] = [element];
  for (let only = element.firstElementChild; only instanceof HTMLElement; only = only.firstElementChild) {
    if (only.textContent?.trim() !== element.textContent?.trim()) break;
    holders.push(only);
  }
  const style: CellStyle = {};
  const row = element.parentElement;
  const ground = hexOf(element.style.backgroundColor || element.bgColor || row?.style.backgroundColor || '');
  if (ground !== undefined && ground !== '#ffffff') style.background = ground;
  for (const holder of holders) {
    const { nodeName, style: css } = holder;
    const color = hexOf(css.color || (holder.getAttribute('color') ?? ''));
    if (color !== undefined && color !== '#000000') style.color = color;
    if (nodeName === 'B' || nodeName === 'STRONG' || nodeName === 'TH' || /^(?:bold|[6-9]00)/.test(css.fontWeight))
      style.bold = true;
    if (/^(?:normal|[1-5]00)$/.test(css.fontWeight)) delete style.bold;
    if (nodeName === 'I' || nodeName === 'EM' || css.fontStyle === 'italic') style.italic = true;
    if (nodeName === 'S' || nodeName === 'DEL' || css.textDecoration.includes('line-through'))
      style.strikethrough = true;
    const size = /^([\d.]+)(pt|px)$/.exec(css.fontSize);
    const points = size && Math.round(Number(size[1]) * (size[2] === 'px' ? 0.75 : 1));
    if (points && !DEFAULT_SIZES.includes(points)) style.fontSize = points;
  }
  const align = (element.style.textAlign || element.align).toLowerCase();
  if (align === 'left' || align === 'center' || align === 'right') style.align = align;
  const vertical = (element.style.verticalAlign || element.vAlign).toLowerCase();
  if (vertical === 'top' || vertical === 'middle') style.verticalAlign = vertical;
  const { whiteSpace, overflow } = element.style;
  if (/^(?:normal|pre-wrap|break-spaces)$/.test(whiteSpace)) style.wrap = 'wrap';
  else if (overflow === 'hidden' && whiteSpace === 'nowrap') style.wrap = 'clip';
  return style;
}

const hexes = new Map<string, string | undefined>();

/** `#rrggbb` of a colour as pages write it; undefined for none and for what is transparent. */
function hexOf(color: string): string | undefined {
  if (color === '' || color === 'transparent') return undefined;
  if (!hexes.has(color)) {
    const painter = document.createElement('canvas').getContext('2d');
    // A colour that is none leaves the one before.
    const starts = ['#010203', '#030201'].map((start) => {
      if (painter) Object.assign(painter, { fillStyle: start });
      if (painter) Object.assign(painter, { fillStyle: color });
      return String(painter?.fillStyle);
    });
    const [one = '', other] = starts;
    hexes.set(color, one === other && /^#[\da-f]{6}$/.test(one) ? one : undefined);
  }
  return hexes.get(color);
}
