// What changes in a log besides its experiments: head, layers, how-to, template, candidates and related files.

import type { Entry, LogContents, LogDocument } from '../document.ts';
import { BLANK, hasFlag, RULE } from '../reading/outline.ts';
import { MARKER } from '../reading/read-parts.ts';
import type { Span } from '../reading/tiling.ts';
import { canonicalLine } from '../text/canonical.ts';
import { count } from '../text/counts.ts';
import { dayLike } from '../text/dates.ts';
import { formatCandidate, formatLayer, formatRelatedFile } from '../text/entries.ts';
import { isNoneYet, NONE_YET, type SectionKind } from '../text/sections.ts';
import { type Edit, endOfTextBefore, isNextLineFilled, skipBlanks } from './edits.ts';
import { choiceText, LAYERS_HEAD } from './template-section.ts';

/** The edits that bring every part below the head that the log has to what `contents` says; parts it lacks are left to others. */
export function partEdits(document: LogDocument, contents: LogContents): Edit[] {
  const { places, contents: now } = document;
  const layerNames = (from: LogContents): string => choiceText(from.layers.map(({ name }) => name));
  const template = [
    ...labelEdit(document, places.entities, choiceText(now.entities), choiceText(contents.entities)),
    ...(textAt(document, places.layerNames) === layerNames(now)
      ? labelEdit(document, places.layerNames, layerNames(now), layerNames(contents))
      : []),
    ...spanEdit(places.prefix, now.prefix, contents.prefix),
    ...spanEdit(places.captureCommand, now.captureCommand, contents.captureCommand),
  ];
  return [
    ...layerEdits(document, contents),
    ...template,
    ...candidateEdits(document, contents),
    ...listEdits(
      document,
      'relatedFiles',
      places.relatedFiles,
      contents.relatedFiles.map(formatRelatedFile),
      formatRelatedFile,
    ),
  ];
}

/** The edit of Last Updated: the date alone, in the form that it has, where the log has such a line. */
export function lastUpdatedEdits({ places, text }: LogDocument, today: string): Edit[] {
  const { lastUpdated } = places;
  if (!lastUpdated) return [];
  const { start, end } = lastUpdated;
  const written = dayLike(text.slice(start, end), today);
  return [{ start, end, text: start === end && !/[ \t]/.test(text.charAt(start - 1)) ? ` ${written}` : written }];
}

function textAt({ text }: LogDocument, span: Span | undefined): string {
  return span ? canonicalLine(text.slice(span.start, span.end)) : '';
}

function spanEdit(span: Span | undefined, now: string, wanted: string): Edit[] {
  const line = canonicalLine(wanted);
  return span && line !== now ? [{ ...span, text: line }] : [];
}

/** A change of what stands behind a label, with the blank between. */
function labelEdit(document: LogDocument, span: Span | undefined, now: string, wanted: string): Edit[] {
  if (!span || wanted === now) return [];
  const start = Math.min(skipBlanks(document.text, span.start), span.end);
  return [{ start, end: span.end, text: start === span.start ? ` ${wanted}` : wanted }];
}

/** The edits of title and tagline. */
export function headEdits(document: LogDocument, contents: LogContents): Edit[] {
  const { places, contents: now, newline, text } = document;
  const gap = newline + newline;
  const title = canonicalLine(contents.title);
  const tagline = canonicalLine(contents.tagline);
  // Below a byte order mark and front matter.
  const top = document.outline.starts[document.outline.frontMatter] ?? text.length;
  const edits: Edit[] = [];
  if (title !== now.title && places.title) {
    const space = /[ \t]/.test(text.charAt(places.title.start - 1)) ? '' : ' ';
    edits.push({ ...places.title, text: space + title });
  } else if (title !== now.title) {
    edits.push({ start: top, end: top, text: `# ${title}${gap}` });
  }
  if (tagline === now.tagline) return edits;
  if (places.tagline && tagline === '') {
    edits.push({ start: endOfTextBefore(text, places.tagline.start - 1), end: places.tagline.end + 1, text: '' });
  } else if (places.tagline) {
    edits.push({ ...places.tagline, text: tagline });
  } else if (places.title) {
    const start = skipBlanks(text, places.title.end);
    edits.push({ start, end: start, text: `${gap}*${tagline}*${isNextLineFilled(text, start) ? newline : ''}` });
  } else {
    edits.push({ start: top, end: top, text: `*${tagline}*${gap}` });
  }
  return edits;
}

function layerEdits(document: LogDocument, contents: LogContents): Edit[] {
  const { places, sections, outline, newline } = document;
  const section = sections.find(({ kind }) => kind === 'layers');
  const rows = contents.layers.map(formatLayer);
  if (!section) return [];
  if (places.layersEnd !== undefined) {
    return entryEdits(document, places.layers, rows, formatLayer, '', (added) => {
      const start = skipBlanks(document.text, places.layersEnd ?? 0);
      return { start, end: start, text: added.map((row) => newline + row).join('') };
    });
  }
  if (rows.length === 0) return [];
  const start = skipBlanks(document.text, outline.ends[section.line] ?? 0);
  const table = `${LAYERS_HEAD}\n${rows.join('\n')}`.replace(/\n/g, newline);
  return [{ start, end: start, text: `${newline}${newline}${table}` }];
}

/** The edits of the list of candidates; ideas on raw lines go into it. */
function candidateEdits(document: LogDocument, contents: LogContents): Edit[] {
  const { places, sections, text } = document;
  const wanted = contents.candidates.map(formatCandidate);
  const isListed = sections.some(({ kind }) => kind === 'candidates') || unlisted(document, contents).length > 0;
  const stays = [...wanted];
  const gone = places.captured.filter(({ value }) => {
    const at = stays.indexOf(formatCandidate(value));
    return isListed || at < 0 || stays.splice(at, 1).length === 0;
  });
  return [
    ...listEdits(document, 'candidates', places.candidates, wanted, formatCandidate),
    ...gone.map((entry) => removal(text, entry, false)),
  ];
}

/** The candidates that a log has on no line at all. */
export function unlisted({ places }: LogDocument, { candidates }: LogContents): string[] {
  const rest = candidates.map(formatCandidate);
  for (const { value } of [...places.candidates, ...places.captured]) {
    const at = rest.indexOf(formatCandidate(value));
    if (at >= 0) rest.splice(at, 1);
  }
  return rest;
}

function listEdits<T>(
  document: LogDocument,
  kind: SectionKind,
  entries: readonly Entry<T>[],
  wanted: readonly string[],
  format: (value: T) => string,
): Edit[] {
  const { sections, outline, text, newline } = document;
  const section = sections.find((candidate) => candidate.kind === kind);
  if (!section) return [];
  return entryEdits(document, entries, wanted, format, NONE_YET, (added) => {
    const items = added.map((item) => item.replace(/\n/g, newline)).join(newline);
    const last = entries[entries.length - 1];
    if (last) {
      const start = skipBlanks(text, last.end);
      return { start, end: start, text: newline + items };
    }
    for (let line = section.line + 1; line < section.endLine; line += 1) {
      if (isNoneYet(outline, line)) {
        return { start: outline.starts[line] ?? 0, end: outline.ends[line] ?? 0, text: items };
      }
    }
    let line = section.endLine - 1;
    while (line > section.line && hasFlag(outline, line, BLANK | RULE)) line -= 1;
    const start = skipBlanks(text, outline.ends[line] ?? text.length);
    return { start, end: start, text: newline + newline + items };
  });
}

/**
 * Rewrites those entries of a list or table whose text is not wanted any more by those that are new, in order; what is left over is
 * added by `insert` or taken out. An emptied list says `placeholder`.
 */
function entryEdits<T>(
  document: LogDocument,
  entries: readonly Entry<T>[],
  wanted: readonly string[],
  format: (value: T) => string,
  placeholder: string,
  insert: (added: string[]) => Edit,
): Edit[] {
  const { text, newline } = document;
  const counts = new Map<string, number>();
  for (const item of wanted) count(counts, item);
  const stale: Entry<T>[] = [];
  for (const entry of entries) {
    const formatted = format(entry.value);
    const count = counts.get(formatted) ?? 0;
    if (count > 0) counts.set(formatted, count - 1);
    else stale.push(entry);
  }
  // Of several alike the last ones are the new ones.
  const added = [...wanted]
    .reverse()
    .filter((item) => {
      const count = counts.get(item) ?? 0;
      if (count > 0) counts.set(item, count - 1);
      return count > 0;
    })
    .reverse();
  const firstKept = entries.find((entry) => !stale.includes(entry));
  const edits: Edit[] = stale.map((entry, index): Edit => {
    const item = added[index];
    if (item !== undefined) {
      // An item of a list keeps what marks it.
      const marker = item.startsWith('- ') ? MARKER.exec(text.slice(entry.start, entry.start + 20))?.[0] : undefined;
      const written = marker === undefined ? item : marker + item.slice(2);
      return { start: entry.start, end: entry.end, text: written.replace(/\n/g, newline) };
    }
    if (index === 0 && stale.length === entries.length)
      return { start: entry.start, end: entry.end, text: placeholder };
    return removal(text, entry, firstKept !== undefined && entry.start < firstKept.start);
  });
  const rest = added.slice(stale.length);
  if (rest.length > 0) edits.push(insert(rest));
  return edits;
}

/** Takes an entry out with its line: those before the first that stays with the line end behind them, others with the one before. */
function removal(text: string, { start, end }: Span, isBeforeKept: boolean): Edit {
  const behind = skipBlanks(text, end);
  if (!isBeforeKept) return { start: endOfTextBefore(text, start), end: behind, text: '' };
  return { start, end: behind + (/^(?:\r\n|\n|\r)/.exec(text.slice(behind, behind + 2))?.[0].length ?? 0), text: '' };
}
