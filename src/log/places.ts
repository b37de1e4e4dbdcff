// What a log says besides its experiments, and where: its head, layers, how-to, template, candidates and related files.
import type { Candidate } from '../domain/register/candidate.ts';
import type { RelatedFile } from '../domain/register/settings.ts';
import { BLANK, hasFlag, lineText, MASKED, type Outline, RULE } from './blocks.ts';
import { canonicalLine } from './canonical.ts';
import type { Entry, LogContents, Places, Section, SectionKind, Span } from './document.ts';
import { parseCandidate, parseLayer, parseRelatedFile } from './entries.ts';
import { prefixOfId } from './keys.ts';
import { matchLabel } from './labels.ts';

interface Reading {
  places: Places;
  contents: Omit<LogContents, 'experiments'>;
  lastUpdated: string;
}

/** Reads everything but the experiments; `sections` must have their experiments already. */
export function readPlaces(outline: Outline, sections: Section[]): Reading {
  const places: Places = { layers: [], candidates: [], relatedFiles: [] };
  readHead(outline, sections, places);
  readLayers(outline, sections, places);
  readFences(outline, sections, places);
  const layerNames = places.layers.map(({ value }) => value.name);
  places.candidates = readEntries(outline, sections, 'candidates', (text) => parseCandidate(text, layerNames));
  places.relatedFiles = readEntries(outline, sections, 'relatedFiles', parseRelatedFile);
  const textAt = (span: Span | undefined): string =>
    span ? canonicalLine(outline.text.slice(span.start, span.end)) : '';
  return {
    places,
    contents: {
      title: textAt(places.title),
      tagline: textAt(places.tagline),
      captureCommand: textAt(places.captureCommand),
      prefix: textAt(places.prefix) || commonPrefix(sections),
      layers: places.layers.map(({ value }) => value),
      entities: textAt(places.entities)
        .split(/\s+\/\s+/)
        .filter((entity) => entity !== ''),
      candidates: places.candidates.map(({ value }): Candidate => value),
      relatedFiles: places.relatedFiles.map(({ value }): RelatedFile => value),
    },
    lastUpdated: textAt(places.lastUpdated),
  };
}

/** The prefix most experiments have; the first of several. */
function commonPrefix(sections: Section[]): string {
  const counts = new Map<string, number>();
  for (const { items } of sections) {
    for (const { experiment } of items) {
      if (!experiment) continue;
      const prefix = prefixOfId(experiment.fields.id);
      counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
    }
  }
  let common = '';
  for (const [prefix, count] of counts) if (count > (counts.get(common) ?? 0)) common = prefix;
  return common;
}

function readHead(outline: Outline, sections: Section[], places: Places): void {
  const titleLine = outline.headings.find(({ depth }) => depth <= 2);
  const endLine = sections[0]?.endLine ?? 0;
  if (titleLine?.depth === 1 && titleLine.line < endLine) {
    const heading = lineText(outline, titleLine.line);
    const start = (outline.starts[titleLine.line] ?? 0) + (/^ {0,3}#[ \t]*/.exec(heading)?.[0].length ?? 0);
    places.title = { start, end: outline.ends[titleLine.line] ?? start };
  }
  for (let line = 0; line < endLine; line += 1) {
    if (hasFlag(outline, line, MASKED | RULE)) continue;
    const text = lineText(outline, line);
    const start = outline.starts[line] ?? 0;
    const end = outline.ends[line] ?? 0;
    const match = matchLabel(text);
    if (match) {
      if (match.label.toLowerCase() === 'last updated') places.lastUpdated ??= { start: start + match.length, end };
    } else if (/^(?:\*.+\*|_.+_)$/.test(text)) {
      places.tagline ??= { start: start + 1, end: end - 1 };
    }
  }
}

/** The lines of the sections of a kind. */
function* linesOf(sections: Section[], kind: SectionKind): Generator<number> {
  for (const section of sections) {
    if (section.kind === kind) for (let line = section.line + 1; line < section.endLine; line += 1) yield line;
  }
}

function readLayers(outline: Outline, sections: Section[], places: Places): void {
  let inRows = false;
  for (const line of linesOf(sections, 'layers')) {
    const text = lineText(outline, line);
    if (hasFlag(outline, line, BLANK | MASKED | RULE) || !text.includes('|')) {
      inRows = false;
    } else if (inRows) {
      const entry = { start: outline.starts[line] ?? 0, end: outline.ends[line] ?? 0 };
      places.layers.push({ ...entry, value: parseLayer(text) });
      places.layersEnd = entry.end;
    } else if (/^[ \t]*\|?[ \t:|-]*-[ \t:|-]*$/.test(text)) {
      inRows = true;
      places.layersEnd ??= outline.ends[line];
    }
  }
}

function readFences(outline: Outline, sections: Section[], places: Places): void {
  for (const line of linesOf(sections, 'howTo')) {
    const text = lineText(outline, line);
    if (!hasFlag(outline, line, MASKED) || hasFlag(outline, line, BLANK) || /^ {0,3}(?:```|~~~)/.test(text)) continue;
    const start = outline.starts[line] ?? 0;
    places.captureCommand ??= { start, end: start + (text.includes(':') ? text.indexOf(':') : text.length) };
  }
  for (const line of linesOf(sections, 'template')) {
    const text = lineText(outline, line);
    const start = outline.starts[line] ?? 0;
    const heading = /^( {0,3}###[ \t]+\[)([^\s[\]]+)-[^\s[\]-]+\]/.exec(text);
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

/** The items of the lists in the sections of a kind, each with all its lines. */
function readEntries<T>(
  outline: Outline,
  sections: Section[],
  kind: SectionKind,
  parse: (text: string) => T,
): Entry<T>[] {
  const entries: { start: number; end: number; lines: string[] }[] = [];
  let current: { start: number; end: number; lines: string[] } | undefined;
  let blanks = 0;
  for (const line of linesOf(sections, kind)) {
    const text = lineText(outline, line);
    if (hasFlag(outline, line, BLANK)) {
      blanks += 1;
      continue;
    }
    const marker = hasFlag(outline, line, MASKED | RULE) ? null : /^ ?(?:[-*+]|\d{1,9}[.)])[ \t]+/.exec(text);
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
  return entries.map(({ start, end, lines }) => ({ start, end, value: parse(lines.join('\n')) }));
}
