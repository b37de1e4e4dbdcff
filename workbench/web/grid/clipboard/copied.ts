// Cells on their way to the clipboard: as text with tabs and as a table, for this workbook and for other programs.
import type { Cell, CellStyle } from '../../../protocol.ts';

/** The attribute of a table that was copied here, and of each of its cells: what other programs have no use for. */
export const COPIED = 'data-kaizen-log';

/** A copied cell with where it stood, which its formula counts from. */
export interface CopiedCell {
  row: number;
  column: number;
  cell: Cell;
  text: string;
}

/** Tab-separated text; an entry with tabs, line breaks or a quotation mark at its start stands in quotation marks. */
export function toText(rows: readonly (readonly CopiedCell[])[]): string {
  const quoted = (text: string) => (/[\t\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(({ text }) => quoted(text)).join('\t')).join('\n');
}

/** A table with its looks; `copy` names this copy, so that a cut is known again when it is pasted. */
export function toHtml(rows: readonly (readonly CopiedCell[])[], copy: string): string {
  const lines = rows.map((row) => `<tr>${row.map(toTableCell).join('')}</tr>`);
  return `<meta charset="utf-8"><table ${COPIED}="${escapeText(copy)}" cellspacing="0" style="border-collapse:collapse">${lines.join('')}</table>`;
}

function toTableCell({ row, column, cell, text }: CopiedCell): string {
  const kept = escapeText(JSON.stringify(cell.formula === undefined ? { cell } : { cell, at: [row, column] }));
  const shown = escapeText(text).replace(/\n/g, '<br style="mso-data-placement:same-cell">');
  const css = toCss(cell.style ?? {});
  return `<td ${COPIED}="${kept}"${css === '' ? '' : ` style="${css}"`}>${shown}</td>`;
}

function toCss(style: CellStyle): string {
  const wraps = { wrap: 'normal', clip: 'nowrap', overflow: undefined } as const;
  const declarations: [name: string, value: string | false | undefined][] = [
    ['background-color', style.background],
    ['color', style.color],
    ['font-weight', style.bold && 'bold'],
    ['font-style', style.italic && 'italic'],
    ['text-decoration', style.strikethrough && 'line-through'],
    ['white-space', style.wrap && wraps[style.wrap]],
    ['text-align', style.align],
    ['vertical-align', style.verticalAlign],
    ['font-size', style.fontSize !== undefined && `${style.fontSize}pt`],
  ];
  return declarations.flatMap(([name, value]) => (value ? [`${name}:${value}`] : [])).join(';');
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
