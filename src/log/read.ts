// Reads any text as a log.

import { emptyExperiment, type FieldKey, fieldOf } from '../domain/experiment/template.ts';
import type { Finding } from '../domain/register/finding.ts';
import { BLANK, hasFlag, lineText, type Outline, RULE, readOutline } from './blocks.ts';
import { canonicalText } from './canonical.ts';
import type { ExperimentSource, LabelSlice, LogDocument, Section, SectionItem, SectionKind } from './document.ts';
import { unescapeMarkdown } from './escaping.ts';
import { findProblems, malformedHeading } from './findings.ts';
import { isOneParagraph, readLabels } from './labels.ts';
import { joinOther } from './other.ts';
import { readPlaces } from './places.ts';

const SECTION_TITLES: readonly [SectionKind, RegExp][] = [
  ['candidates', /\bcandidates\b/i],
  ['active', /^active\b/i],
  ['completed', /^completed\b/i],
  ['dropped', /^dropped\b/i],
  ['template', /\btemplate\b/i],
  ['howTo', /^how to log\b/i],
  ['relatedFiles', /^related files\b/i],
  ['layers', /\blayers\b/i],
];

/** `### [K-BIZ-001]`, in front of the title. */
const EXPERIMENT_HEADING = /^( {0,3}###[ \t]+\[[ \t]*)([^\s[\]]+-\d+)([ \t]*\][ \t]*)/;

/** The experiments of a document in the order of the text. */
export function experimentSources(document: Pick<LogDocument, 'sections'>): ExperimentSource[] {
  const sources: ExperimentSource[] = [];
  for (const section of document.sections) {
    for (const item of section.items) if (item.experiment) sources.push(item.experiment);
  }
  return sources;
}

/**
 * What a text says and where. Takes every string whatsoever and never throws; what is wrong with the text is in `findings`, and
 * what could not be read stays in the text when it is written. Time is linear in the length.
 */
export function readLog(text: string): LogDocument {
  const outline = readOutline(text);
  const findings: Finding[] = [];
  const sections = readSections(outline, findings);
  const { places, contents, lastUpdated } = readPlaces(outline, sections);
  const document: LogDocument = {
    text,
    contents: { ...contents, experiments: experimentSources({ sections }).map(({ fields }) => fields) },
    lastUpdated,
    findings,
    newline: readNewline(text),
    outline,
    sections,
    places,
  };
  document.findings = findings.concat(findProblems(document)).sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  return document;
}

function readSections(outline: Outline, findings: Finding[]): Section[] {
  const preamble: Section = { kind: 'preamble', line: -1, endLine: outline.starts.length, items: [] };
  const sections = [preamble];
  const occurrences = new Map<string, number>();
  let section = preamble;
  let titled = false;
  for (const [index, { line, depth }] of outline.headings.entries()) {
    if (depth === 1 && section === preamble && !titled) {
      titled = true;
    } else if (depth <= 2) {
      section.endLine = line;
      section = {
        kind: depth === 2 ? kindOfSection(lineText(outline, line)) : 'unknown',
        line,
        endLine: outline.starts.length,
        items: [],
      };
      sections.push(section);
    } else if (depth === 3 && section.kind !== 'template' && section.kind !== 'howTo') {
      const item = readItem(outline, line, outline.headings[index + 1]?.line ?? outline.starts.length, occurrences);
      if (!item.experiment) {
        // Elsewhere a level-3 heading may be anything.
        if (!isExperimentSection(section.kind) && !/^ {0,3}###[ \t]+\[[^\]]*-\d/.test(lineText(outline, line)))
          continue;
        findings.push(malformedHeading(lineText(outline, line), line));
      }
      section.items.push(item);
    }
  }
  return sections;
}

/** Whether experiments belong in a section of this kind. */
export function isExperimentSection(kind: SectionKind): kind is 'active' | 'completed' | 'dropped' {
  return kind === 'active' || kind === 'completed' || kind === 'dropped';
}

function kindOfSection(heading: string): SectionKind {
  const title = heading.replace(/^[ \t]*#+[^\p{L}\p{N}]*/u, '');
  return SECTION_TITLES.find(([, pattern]) => pattern.test(title))?.[0] ?? 'unknown';
}

function readItem(outline: Outline, line: number, nextHeading: number, occurrences: Map<string, number>): SectionItem {
  const start = outline.starts[line] ?? 0;
  let endLine = nextHeading;
  while (endLine > line + 1 && hasFlag(outline, endLine - 1, BLANK | RULE)) endLine -= 1;
  const end = outline.ends[endLine - 1] ?? start;
  const match = EXPERIMENT_HEADING.exec(lineText(outline, line));
  if (!match) return { start, end };
  const [, before = '', id = '', between = ''] = match;
  const occurrence = (occurrences.get(id) ?? 0) + 1;
  occurrences.set(id, occurrence);
  const idStart = start + before.length;
  const titleStart = idStart + id.length + between.length;
  const { labels, strays } = readLabels(outline, line + 1, endLine);
  const experiment: ExperimentSource = {
    key: `${id}#${occurrence}`,
    line,
    start,
    end,
    id: { start: idStart, end: idStart + id.length },
    title: { start: titleStart, end: outline.ends[line] ?? titleStart },
    labels,
    strays,
    fields: emptyExperiment(),
  };
  experiment.fields.id = id;
  experiment.fields.title = canonicalText('title', withoutClosing(outline.text.slice(titleStart, outline.ends[line])));
  readFields(outline, experiment);
  return { start, end, experiment };
}

/** A heading's text without the `#`s that Markdown allows at its end. */
export function withoutClosing(heading: string): string {
  let end = heading.length;
  while (end > 0 && heading.charAt(end - 1) === '#') end -= 1;
  return end === 0 || ' \t'.includes(heading.charAt(end - 1)) ? heading.slice(0, end) : heading;
}

/** Gives each label its field. Of a label that stands twice the first counts, unless only a later one holds anything. */
function readFields(outline: Outline, experiment: ExperimentSource): void {
  const chosen = new Map<FieldKey, LabelSlice>();
  for (const slice of experiment.labels) {
    if (slice.key === undefined) continue;
    const value = readValue(outline.text, slice, slice.key);
    const earlier = chosen.get(slice.key);
    const loser = earlier && (experiment.fields[slice.key] !== '' || value === '') ? slice : earlier;
    if (loser !== slice) {
      chosen.set(slice.key, slice);
      experiment.fields[slice.key] = value;
    }
    if (loser) {
      loser.key = undefined;
      loser.repeated = true;
    }
  }
  const { fields } = experiment;
  fields.other = joinOther(
    experiment.labels
      .filter(({ key, repeated }) => key === undefined && !repeated)
      .map(({ start, end }) => toUnix(outline.text.slice(start, end))),
  );
  if (fields.started === fields.date) fields.started = '';
}

/** The text of a labelled slice as the field has it. */
export function readValue(text: string, slice: LabelSlice, key: FieldKey): string {
  const raw = toUnix(text.slice(slice.value.start, slice.value.end));
  return canonicalText(key, unescapeMarkdown(raw, slice.below, isOneParagraph(fieldOf(key))));
}

function toUnix(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function readNewline(text: string): LogDocument['newline'] {
  let windows = 0;
  let unix = 0;
  let old = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) unix += 1;
    else if (code === 13 && text.charCodeAt(at + 1) === 10) {
      windows += 1;
      at += 1;
    } else if (code === 13) old += 1;
  }
  if (windows > unix && windows >= old) return '\r\n';
  return old > unix ? '\r' : '\n';
}
