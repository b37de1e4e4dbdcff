// What a log says besides its experiments, and where: its head, layers, how-to, template, candidates and related files.
import type { Places } from '../document.ts';
import { TABLE_RULE } from '../forms/cells.ts';
import { parseCandidate, parseLayer, parseRelatedFile } from '../text/entries.ts';
import { findDay, isLastUpdated } from '../text/last-updated.ts';
import type { SectionKind } from '../text/sections.ts';
import type { CapturedIdea } from './captured.ts';
import { matchLabel } from './labels.ts';
import { BLANK, CAPTURED, hasFlag, lineText, MASKED, type Outline, RULE } from './outline.ts';
import type { Structure } from './structure.ts';
import type { Span } from './tiling.ts';

/** The parts and, as it stands, the date of the last update. */
export function readParts(
  outline: Outline,
  structure: Structure,
  ideas: readonly CapturedIdea[],
): { places: Places; lastUpdated: string } {
  const places: Places = { layers: [], candidates: [], captured: [], relatedFiles: [] };
  const lastUpdated = readHead(outline, structure, places);
  readLayers(outline, structure, places);
  places.captureCommand = captureSpan(outline, structure);
  readTemplate(outline, structure, places);
  const layerNames = places.layers.map(({ value }) => value.name);
  const list = <T>(kind: SectionKind, parse: (text: string) => T) =>
    readEntries(outline, structure, kind).map(({ start, end, lines }) => ({
      start,
      end,
      value: parse(lines.join('\n')),
    }));
  places.candidates = list('candidates', (text) => parseCandidate(text, layerNames));
  places.captured = ideas.map(({ line, text }) => ({
    start: outline.starts[line] ?? 0,
    end: outline.ends[line] ?? 0,
    value: parseCandidate(text, layerNames),
  }));
  places.relatedFiles = list('relatedFiles', parseRelatedFile);
  return { places, lastUpdated };
}

function readHead(outline: Outline, { titleLine, headEndLine }: Structure, places: Places): string {
  let lastUpdated = '';
  for (let line = outline.frontMatter; line < headEndLine; line += 1) {
    const text = lineText(outline, line);
    const start = outline.starts[line] ?? 0;
    const end = outline.ends[line] ?? 0;
    if (line === titleLine) {
      places.title = { start: start + (/^ {0,3}#[ \t]*/.exec(text)?.[0].length ?? 0), end };
    } else if (hasFlag(outline, line, BLANK | MASKED | RULE)) {
    } else if (isLastUpdated(text)) {
      const day = findDay(text);
      if (lastUpdated === '') lastUpdated = day?.day ?? text;
      if (day) places.lastUpdated ??= { start: start + day.start, end: start + day.end };
    } else if (!matchLabel(text) && /^(?:\*.+\*|_.+_)$/.test(text)) {
      places.tagline ??= { start: start + 1, end: end - 1 };
    }
  }
  return lastUpdated;
}

/** The lines of the sections of a kind, those of experiments in them left out. */
function* linesOf({ sections }: Structure, kind: SectionKind): Generator<number> {
  for (const section of sections) {
    if (section.kind !== kind) continue;
    const end = section.items[0]?.line ?? section.endLine;
    for (let line = section.line + 1; line < end; line += 1) yield line;
  }
}

function readLayers(outline: Outline, structure: Structure, places: Places): void {
  let inRows = false;
  for (const line of linesOf(structure, 'layers')) {
    const text = lineText(outline, line);
    if (hasFlag(outline, line, BLANK | MASKED | RULE) || !text.includes('|')) {
      inRows = false;
    } else if (inRows) {
      const entry = { start: outline.starts[line] ?? 0, end: outline.ends[line] ?? 0 };
      places.layers.push({ ...entry, value: parseLayer(text) });
      places.layersEnd = entry.end;
    } else if (TABLE_RULE.test(text)) {
      inRows = true;
      places.layersEnd ??= outline.ends[line];
    }
  }
}

/** Where the log says by which words an experiment is captured. */
function captureSpan(outline: Outline, structure: Structure): Span | undefined {
  for (const line of linesOf(structure, 'howTo')) {
    const text = lineText(outline, line);
    if (!hasFlag(outline, line, MASKED) || hasFlag(outline, line, BLANK) || /^ {0,3}(?:```|~~~)/.test(text)) continue;
    const start = outline.starts[line] ?? 0;
    return { start, end: start + (text.includes(':') ? text.indexOf(':') : text.length) };
  }
  return undefined;
}

/** These words; none where the log says none. */
export function captureCommandOf(outline: Outline, structure: Structure): string {
  const span = captureSpan(outline, structure);
  return span ? outline.text.slice(span.start, span.end) : '';
}

function readTemplate(outline: Outline, structure: Structure, places: Places): void {
  for (const line of linesOf(structure, 'template')) {
    const text = lineText(outline, line);
    const start = outline.starts[line] ?? 0;
    const heading = /^( {0,3}#{1,6}[ \t]+\[)([^\s[\]]+)-[^\s[\]-]+\]/.exec(text);
    if (heading) {
      const [, before = '', prefix = ''] = heading;
      places.prefix ??= { start: start + before.length, end: start + before.length + prefix.length };
    }
    const match = matchLabel(text);
    if (!match) continue;
    const value: Span = { start: start + match.length, end: outline.ends[line] ?? start };
    if (match.label.toLowerCase() === 'entity') places.entities ??= value;
    if (match.label.toLowerCase() === 'layer') places.layerNames ??= value;
  }
}

/** What marks an item of a list; a task that is not done yet is one like others. */
export const MARKER = /^ ?(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[ \][ \t]+)?/;

/** The items of the lists in the sections of a kind, each with all its lines. */
function readEntries(outline: Outline, structure: Structure, kind: SectionKind) {
  const entries: { start: number; end: number; lines: string[] }[] = [];
  let current: { start: number; end: number; lines: string[] } | undefined;
  let blanks = 0;
  let last = -1;
  for (const line of linesOf(structure, kind)) {
    const text = lineText(outline, line);
    // What another section begins with goes on with nothing.
    if (line > last + 1) current = undefined;
    last = line;
    if (hasFlag(outline, line, BLANK)) {
      blanks += 1;
      continue;
    }
    if (hasFlag(outline, line, CAPTURED)) {
      current = undefined;
      continue;
    }
    const marker = hasFlag(outline, line, MASKED | RULE) ? null : MARKER.exec(text);
    const start = outline.starts[line] ?? 0;
    const end = outline.ends[line] ?? 0;
    if (marker) {
      current = { start, end, lines: [text.slice(marker[0].length)] };
      entries.push(current);
    } else if (
      current &&
      (/^(?: {2}|\t)/.test(text) || (blanks === 0 && !hasFlag(outline, line, MASKED | RULE) && !/^#/.test(text)))
    ) {
      for (; blanks > 0; blanks -= 1) current.lines.push('');
      current.lines.push(text.replace(/^(?: {1,2}|\t)/, ''));
      current.end = end;
    } else {
      current = undefined;
    }
    blanks = 0;
  }
  return entries;
}
