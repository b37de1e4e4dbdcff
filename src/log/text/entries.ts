// Rows and list items of a log: a layer, a candidate and a related file as one piece of Markdown, and back.
import type { Candidate } from '../../domain/register/candidate.ts';
import type { Layer, RelatedFile } from '../../domain/register/settings.ts';
import { canonicalLine, trimBlank } from './canonical.ts';

/** ` — `, and what people type for it. */
const DASH = /[ \t]+(?:—|–|-{1,3})[ \t]+/;

/** A row of the table of layers; stars around the name are not part of it. */
export function parseLayer(row: string): Layer {
  const cells = row
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, (bar, at: number, all: string) => (all.charAt(at - 1) === '\\' ? bar : ''))
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replace(/\\\|/g, '|').trim());
  return { name: (cells[0] ?? '').replace(/^\*\*(.*)\*\*$/, '$1'), improves: cells[1] ?? '', example: cells[2] ?? '' };
}

export function formatLayer(layer: Layer): string {
  const cell = (text: string): string => canonicalLine(text).replace(/\|/g, '\\|');
  return `| **${cell(layer.name)}** | ${cell(layer.improves)} | ${cell(layer.example)} |`;
}

/**
 * `Layer: idea — question`, without the list's marker. The word before the colon is a layer if it is one word or one of `layers`;
 * the question begins after the first dash between blanks.
 */
export function parseCandidate(text: string, layers: readonly string[] = []): Candidate {
  const colon = /^([^\n:]{1,60}):[ \t]+(?=\S)/.exec(text);
  const name = colon?.[1]?.trim() ?? '';
  const isLayer = /^[\p{L}\p{N}]+$/u.test(name) || layers.some((layer) => layer.toLowerCase() === name.toLowerCase());
  const rest = isLayer ? text.slice(colon?.[0].length) : text;
  const dash = DASH.exec(rest);
  return {
    layer: isLayer ? name : '',
    idea: trimBlank(dash ? rest.slice(0, dash.index) : rest).trim(),
    question: dash ? trimBlank(rest.slice(dash.index + dash[0].length)).trim() : '',
  };
}

/** A list item; lines after the first are indented, so that nothing in them can be structure of the log. */
export function formatCandidate({ layer, idea, question }: Candidate): string {
  const head = canonicalLine(layer);
  const lead = head === '' ? '' : `${head}: `;
  const tail = question.trim() === '' ? '' : ` — ${question.trim()}`;
  return formatItem(`${lead}${idea.trim()}${tail}`);
}

/** `` `path` — description ``, without the list's marker. */
export function parseRelatedFile(text: string): RelatedFile {
  const code = /^`([^`\n]+)`/.exec(text);
  const rest = code ? text.slice(code[0].length) : text;
  const dash = DASH.exec(rest);
  const path = code?.[1] ?? (dash ? rest.slice(0, dash.index) : rest);
  const description = dash ? rest.slice(dash.index + dash[0].length) : code ? rest : '';
  return { path: path.trim(), description: description.trim() };
}

export function formatRelatedFile({ path, description }: RelatedFile): string {
  const tail = canonicalLine(description);
  return formatItem(`\`${canonicalLine(path)}\`${tail === '' ? '' : ` — ${tail}`}`);
}

function formatItem(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  return `- ${lines.map((line, index) => (index === 0 || line.trim() === '' ? line.trim() : `  ${line}`)).join('\n')}`;
}
