// Who owns which piece of a log: what was read is cut out of the text, and all that lies between gets an owner too.
import type { ExperimentSource, Places, Section } from '../document.ts';
import type { LabelSlice } from '../forms/label-forms.ts';
import { isBlankBetween } from '../writing/edits.ts';
import { hasFlag, lineEnd, type Outline, RULE } from './outline.ts';
import type { Structure } from './structure.ts';
import { type Owner, type Span, type SpanKind, Tiling } from './tiling.ts';

interface Claim extends Span {
  owner: Owner;
}

/** Everything up to an offset that nothing claims, blanks and rules excepted, is this owner's. */
interface Region {
  end: number;
  owner: Owner;
}

const FOREIGN: Owner = { kind: 'foreign' };

/** The text of an outline as spans, each with its owner. */
export function tile(outline: Outline, structure: Structure, sections: readonly Section[], places: Places): Tiling {
  const claims = claimsOfPlaces(places);
  const regions: Region[] = [];
  const { starts, text } = outline;
  const startOf = (line: number): number => starts[line] ?? text.length;
  if (text.startsWith('\uFEFF')) regions.push({ end: 1, owner: { kind: 'byte order mark' } });
  if (outline.frontMatter > 0) regions.push({ end: startOf(outline.frontMatter), owner: { kind: 'front matter' } });
  for (const section of sections) {
    if (section.line >= 0) {
      const { line } = section;
      claims.push({ start: startOf(line), end: outline.ends[line] ?? 0, owner: { kind: 'section' } });
    }
    const end = startOf(section.endLine);
    if (section === sections[0]) {
      regions.push({ end: startOf(structure.headEndLine), owner: { kind: 'head' } });
    }
    for (const { start, end: itemEnd, experiment } of section.items) {
      regions.push({ end: start, owner: FOREIGN });
      if (experiment) {
        const { key } = experiment;
        const claim = (span: Span, kind: SpanKind, field: string): void => {
          claims.push({ start: span.start, end: span.end, owner: { kind, experiment: key, field } });
        };
        let at = start;
        for (const { span, field } of headingSpans(experiment)) {
          claim({ start: at, end: span.start }, 'heading', field);
          claim(span, 'value', field);
          at = span.end;
        }
        for (const slice of experiment.labels) {
          const field = nameOf(slice);
          const isRow = slice.form.kind === 'row';
          const labelEnd = isRow ? slice.value.start : slice.labelEnd;
          if (labelEnd > slice.start) claim({ start: slice.start, end: labelEnd }, 'label', field);
          claim(slice.value, 'value', field);
          if (isRow && slice.end > slice.value.end) claim({ start: slice.value.end, end: slice.end }, 'label', field);
        }
      }
      regions.push({ end: itemEnd, owner: experiment ? { kind: 'free text', experiment: experiment.key } : FOREIGN });
    }
    regions.push({ end, owner: FOREIGN });
  }
  claims.sort((a, b) => a.start - b.start || a.end - b.end);
  return Tiling.cut(text, piecesOf(outline, claims, regions));
}

/** What stands in the heading of an experiment, or is the title of a row, in order. */
function headingSpans({ id, date, title, headingEnd }: ExperimentSource): { span: Span; field: string }[] {
  const inHeading = (span: Span | undefined): span is Span => span !== undefined && span.start < headingEnd;
  return [
    ...(inHeading(id) ? [{ span: id, field: 'id' }] : []),
    ...(inHeading(date) ? [{ span: date, field: 'date' }] : []),
    { span: title, field: 'title' },
  ].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** How a label is called as an owner: its field, or its own words. */
function nameOf({ key, label, repeated }: LabelSlice): string {
  return key ?? (repeated ? `${label} again` : label);
}

function claimsOfPlaces(places: Places): Claim[] {
  const claims: Claim[] = [];
  const claim = (span: Span | undefined, kind: SpanKind): void => {
    if (span) claims.push({ start: span.start, end: span.end, owner: { kind } });
  };
  claim(places.title, 'title');
  claim(places.tagline, 'tagline');
  claim(places.lastUpdated, 'last updated');
  claim(places.captureCommand, 'capture command');
  claim(places.prefix, 'prefix');
  claim(places.entities, 'entities');
  claim(places.layerNames, 'layer names');
  for (const entry of places.layers) claim(entry, 'layer');
  for (const entry of [...places.candidates, ...places.captured]) claim(entry, 'candidate');
  for (const entry of places.relatedFiles) claim(entry, 'related file');
  return claims;
}

/** The claims and, line by line, what lies between them. */
function piecesOf(outline: Outline, claims: readonly Claim[], regions: readonly Region[]) {
  const { text, ends, starts } = outline;
  const pieces: { start: number; owner: Owner }[] = [];
  let at = 0;
  let line = 0;
  let region = 0;
  let last: Owner | undefined;
  const push = (start: number, owner: Owner): void => {
    if (last && last.kind === owner.kind && last.experiment === owner.experiment && last.field === owner.field) return;
    pieces.push({ start, owner });
    last = owner;
  };
  const fill = (to: number): void => {
    while (at < to) {
      while ((regions[region]?.end ?? text.length) <= at && region < regions.length - 1) region += 1;
      while (line < starts.length - 1 && (starts[line + 1] ?? 0) <= at) line += 1;
      const owner = regions[region]?.owner ?? FOREIGN;
      const end = Math.min(to, lineEnd(outline, line), Math.max(at + 1, regions[region]?.end ?? to));
      const blank = at >= (starts[line] ?? 0) && isBlankBetween(text, at, Math.min(end, ends[line] ?? end));
      if (blank && owner.kind !== 'byte order mark' && owner.kind !== 'front matter') {
        push(at, { kind: 'blank', experiment: owner.experiment });
      } else if (hasFlag(outline, line, RULE)) {
        push(at, { kind: 'rule', experiment: owner.experiment });
      } else {
        push(at, owner);
      }
      at = end;
    }
  };
  for (const { start, end, owner } of claims) {
    fill(start);
    pieces.push({ start, owner });
    at = Math.max(at, end);
    last = undefined;
  }
  fill(text.length);
  return pieces;
}
