// Reads any text as a log.

import { prefixOf } from '../../domain/experiment/id.ts';
import type { Finding } from '../../domain/register/finding.ts';
import type { KeptShape } from '../../domain/register/log-shape.ts';
import type { ExperimentSource, LogContents, LogDocument, Places, Section, SectionItem } from '../document.ts';
import { learnShape } from '../learning/learn.ts';
import { canonicalLine } from '../text/canonical.ts';
import { count } from '../text/counts.ts';
import { isExperimentId } from '../text/keys.ts';
import { markCaptured } from './captured.ts';
import { findProblems } from './findings.ts';
import { nameExperiments } from './names.ts';
import { type Outline, readOutline } from './outline.ts';
import { tile } from './owners.ts';
import { readExperiment } from './read-experiment.ts';
import { captureCommandOf, readParts } from './read-parts.ts';
import { shaped } from './shaped-outline.ts';
import { type Item, readStructure, type Structure } from './structure.ts';
import type { Span, Tiling } from './tiling.ts';

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
export function readLog(text: string, kept: KeptShape = {}): LogDocument {
  const plain = readOutline(text);
  const shape = learnShape(plain, kept);
  const outline = shaped(plain, shape);
  const structure = readStructure(outline, shape);
  const ideas = markCaptured(outline, structure, captureCommandOf(outline, structure));
  const sections = readSections(outline, structure);
  if (!structure.shape.hasIds) nameExperiments(sections, kept.names);
  const { places, lastUpdated } = readParts(outline, structure, ideas);
  let tiling: Tiling | undefined;
  let findings: Finding[] | undefined;
  const document: LogDocument = {
    text,
    get tiling() {
      tiling ??= tile(outline, structure, sections, places);
      return tiling;
    },
    contents: contentsOf(text, sections, places),
    lastUpdated,
    get findings() {
      findings ??= findProblems(document);
      return findings;
    },
    newline: readNewline(text),
    outline,
    shape: structure.shape,
    sections,
    places,
  };
  return document;
}

function contentsOf(text: string, sections: Section[], places: Places): LogContents {
  const textAt = (span: Span | undefined): string => (span ? canonicalLine(text.slice(span.start, span.end)) : '');
  const experiments = experimentSources({ sections }).map(({ fields }) => fields);
  return {
    title: textAt(places.title),
    tagline: textAt(places.tagline),
    captureCommand: textAt(places.captureCommand),
    prefix: textAt(places.prefix) || prefixOf(experiments.map(({ id }) => id)),
    layers: places.layers.map(({ value }) => value),
    entities: textAt(places.entities)
      .split(/\s+\/\s+/)
      .filter((entity) => entity !== ''),
    experiments,
    candidates: [...places.candidates, ...places.captured].map(({ value }) => value),
    relatedFiles: places.relatedFiles.map(({ value }) => value),
  };
}

function readSections(outline: Outline, { sections, shape }: Structure): Section[] {
  const occurrences = new Map<string, number>();
  const occurrenceOf = (id: string): number => count(occurrences, id);
  const readItem = (item: Item): SectionItem => {
    const { line, endLine } = item;
    const start = outline.starts[line] ?? 0;
    const end = outline.ends[endLine - 1] ?? start;
    const experiment = item.isExperiment ? readExperiment(outline, item, shape, occurrenceOf) : undefined;
    // What has no ID in a log of IDs cannot be told from others: it stays in the text, and is listed.
    const isNamed = experiment && (!shape.hasIds || isExperimentId(experiment.fields.id));
    return isNamed ? { line, endLine, start, end, experiment } : { line, endLine, start, end };
  };
  return sections.map(({ items, ...section }) => ({ ...section, items: items.map(readItem) }));
}

function readNewline(text: string): LogDocument['newline'] {
  if (!text.includes('\r')) return '\n';
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
