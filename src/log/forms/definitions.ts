// Labels as the terms of a list of definitions: a word on a line, and `: its value` on the next.
import { BLANK, hasFlag, lineText, MASKED, type Outline, RULE } from '../reading/outline.ts';

const TERM = /^(\*\*|__|)(\p{L}[^:：|<>`*_]{0,58})\1$/u;
const DEFINITION = /^( {0,3}:)(?:[ \t]+|$)/;

/** A term and what follows it. */
export interface Definition {
  label: string;
  open: string;
  close: string;
  /** Offsets in the text: behind the colon, and of the value up to its line's end. */
  labelEnd: number;
  value: { start: number; end: number };
}

/** The term that a line is, if a definition stands below it. */
export function definitionAt(outline: Outline, line: number): Definition | undefined {
  const below = line + 1;
  if (below >= outline.starts.length) return undefined;
  const start = outline.starts[below] ?? 0;
  const code = outline.text.charCodeAt(start);
  if ((code !== 32 && code !== 58) || hasFlag(outline, below, BLANK | MASKED | RULE)) return undefined;
  const [whole, colon = ''] = DEFINITION.exec(lineText(outline, below)) ?? [];
  const [, marks = '', label = ''] = (whole !== undefined && TERM.exec(lineText(outline, line))) || [];
  if (whole === undefined || label === '') return undefined;
  const value = { start: start + whole.length, end: outline.ends[below] ?? start };
  return { label, open: marks, close: `${marks}\n${colon}`, labelEnd: start + colon.length, value };
}
