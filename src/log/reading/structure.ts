// The parts of a log by its headings: the head, sections, and the experiments in them, each from its heading to its last line.

import type { Status } from '../../domain/experiment/status.ts';
import { ROWS } from '../../domain/register/log-shape.ts';
import { bylineOf } from '../forms/byline.ts';
import { fieldColumns } from '../forms/cells.ts';
import { definitionAt } from '../forms/definitions.ts';
import { furtherLabels, isKnownWord, labelOfHeading, labelOfLine, leadOfLine } from '../forms/label-lines.ts';
import { ALONE, isSpeaking } from '../learning/evidence.ts';
import { rowTables } from '../learning/tables.ts';
import { itemEnd, summaryEnd } from '../shape/heading-lines.ts';
import type { HeadingParts } from '../shape/heading-parts.ts';
import { partsOfHeading } from '../shape/headings.ts';
import { type LabelWord, wordOfLabel } from '../shape/label-words.ts';
import { type Column, keyOfLabel, keyOfWord, type SectionMeaning, type Shape, templateKey } from '../shape/shape.ts';
import { statusOfSection } from '../shape/status-words.ts';
import { titleWord } from '../shape/words.ts';
import { fieldSet } from '../text/field-set.ts';
import {
  isExampleSection,
  isExperimentSection,
  isFormTitle,
  kindOfSection,
  type SectionKind,
} from '../text/sections.ts';
import { matchLabel } from './labels.ts';
import { BLANK, belowHeading, hasFlag, headingFrom, lineText, MASKED, type Outline, RULE } from './outline.ts';

/** An experiment or what should have been one, by its lines. */
export interface Item {
  /** The heading's. */
  line: number;
  /** After the last that is neither blank nor a rule. */
  endLine: number;
  /** The parts of its heading; none for a row. */
  parts?: HeadingParts | undefined;
  isExperiment: boolean;
  /** Of a row: those of its table. */
  columns?: readonly Column[];
  /** What its section says of those that state no status. */
  status?: Status | undefined;
  /** The first heading within that is as high as the experiment's own: no label below it is a field; `endLine` without one. */
  fieldsEndLine: number;
}

/** What a heading above the experiments' starts, up to the next such; the preamble is what stands before the first. */
export interface SectionLines {
  kind: SectionKind;
  status?: Status | undefined;
  /** The heading's; the preamble's is -1, and so is that of experiments below a section of their own level. */
  line: number;
  endLine: number;
  items: Item[];
}

export interface Structure {
  shape: Shape;
  /** The line of the log's title; -1 without one. */
  titleLine: number;
  /** Where the head ends: at the first heading below the title. */
  headEndLine: number;
  sections: SectionLines[];
}

/** What an ID looks like to a person: with a letter at its end, without brackets, with the template's `XXX`. */
const LIKE_ID = /^[ \t]*#+[ \t]+(?:\[[^\]]*-(?:\d|X)|[A-Za-z][\w-]*-\d+[a-z]?\b)/;

/** How many lines of a text look like an experiment's heading: a look at a log that is not worth being read. */
export function countExperimentHeadings(text: string): number {
  return text.match(/^ {0,3}#{1,6}[ \t]+\[[ \t]*[^\s[\]]+-\d+[ \t]*\]/gm)?.length ?? 0;
}

/** The structure of a text in a shape whose sections are not known yet. */
export function readStructure(outline: Outline, learnt: Shape): Structure {
  const { experiment } = learnt;
  const { headings } = outline;
  const isExperiment = (depth: number, line: number): boolean =>
    depth === experiment && experimentHeading(outline, line, learnt, false) !== undefined;
  const isTitled = (depth: number, line: number): boolean => depth === 1 && !isExperiment(depth, line);
  const isAtTop = (depth: number, line: number): boolean =>
    depth <= Math.max(2, experiment - 1) || isExperiment(depth, line);
  const first = headings.findIndex(({ depth, line }) => isAtTop(depth, line));
  const title = headings[first];
  const titleLine = title && isTitled(title.depth, title.line) ? title.line : -1;
  const above = headings
    .filter(({ depth, line }) => depth < experiment && line !== titleLine)
    .map(({ depth }) => depth);
  const isSectioned = above.length > 0;
  const deepest = above.reduce((most, depth) => Math.max(most, depth), 0) || Math.min(experiment, 2);
  const shape = { ...learnt, section: experiment === ROWS ? 2 : deepest, isSectioned };
  const after = headings.find(({ line }) => line > titleLine);
  const sections = readSections(outline, shape, titleLine);
  return { shape, titleLine, headEndLine: after?.line ?? outline.starts.length, sections };
}

/** The parts of a heading of an experiment; undefined for one that starts none. `isStatusSaid`: its section gives it a status. */
export function experimentHeading(
  outline: Outline,
  line: number,
  shape: Shape,
  isStatusSaid: boolean,
): HeadingParts | undefined {
  const parts = partsOfHeading(lineText(outline, line), shape);
  if (parts.id || shape.isPointed || shape.form === 'label') return parts;
  if (isFormTitle(lineText(outline, line))) return undefined;
  // Where headings have days, a label may say the one that a heading has not.
  const mayBeDated = parts.date === undefined && shape.dates.size > 0 && !shape.hasIds;
  const below = mayBeDated ? fieldsBelow(outline, line, shape) : undefined;
  const isDated = parts.date !== undefined || (below !== undefined && (below & DATE) !== 0);
  if (!isDated && parts.status === undefined && !shape.isBare) return undefined;
  if (!shape.hasIds && (isDated || (parts.status && parts.statusPlace !== 'mark'))) return parts;
  const fields = (below ?? fieldsBelow(outline, line, shape)) | fieldsBehind(lineText(outline, line), parts, shape);
  // With a status already one label more makes it an experiment, and so does one on the line of its title.
  if ((isStatusSaid || parts.status || parts.labelsStart !== undefined) && !shape.hasIds && fields !== 0) return parts;
  return isEnough(fields, shape) || (!shape.hasIds && fields & ALONE) ? parts : undefined;
}

/** Whether these fields make an experiment of what has no ID in its heading. */
const isEnough = (fields: number, { hasIds }: Shape): boolean => isSpeaking(fields) && (!hasIds || (fields & ID) !== 0);
const ID = fieldSet('id');
const DATE = fieldSet('date');

/** The fields whose labels stand on the line of a title. */
function fieldsBehind(text: string, { labelsStart, title }: HeadingParts, { labels }: Shape): number {
  const words = labelsStart === undefined ? [] : furtherLabels(text, title.start).map(({ word }) => word);
  return fieldSet(...words.flatMap((word) => keyOfWord(word, labels) || []));
}

/** The fields whose labels stand below a heading, up to the next one that is as high, or, `isOwn`, that has an ID. */
export function fieldsBelow(outline: Outline, line: number, shape: Shape, isOwn = false): number {
  let fields = 0;
  let next = headingFrom(outline, line);
  const depth = outline.headings[next]?.depth ?? 0;
  next += 1;
  let isHead = shape.hasByline;
  for (let below = belowHeading(outline, line); below < outline.starts.length; below += 1) {
    const heading = outline.headings[next];
    const isHeading = heading?.line === below;
    if (isHeading) next += 1;
    if (isHeading && (heading.depth <= depth || (isOwn && partsOfHeading(lineText(outline, below), shape).id))) break;
    if (hasFlag(outline, below, BLANK | MASKED | RULE)) continue;
    const text = lineText(outline, below);
    const word = isHeading ? wordOfLabel(labelOfHeading(text)) : wordAt(outline, below, shape);
    const key = word && keyOfWord(word, shape.labels);
    if (key) fields |= fieldSet(key);
    const columns = text.includes('|') ? fieldColumns(outline, below, (label) => keyOfLabel(label, shape)) : [];
    for (const { label } of columns) fields |= fieldSet(keyOfLabel(label, shape) || 'other');
    const said = isHead && !isHeading && !key ? bylineOf(text, shape.dayFirst) : [];
    for (const { word } of said) fields |= fieldSet(keyOfLabel(word, shape) || 'other');
    isHead &&= said.length > 0;
    if (isEnough(fields, shape)) break;
  }
  return fields;
}

/** The sections of a text whose shape is known; `titleLine` is -1 without a title. `status`: what is said already of those without a section. */
export function readSections(outline: Outline, shape: Shape, titleLine: number, status?: Status): SectionLines[] {
  const end = outline.starts.length;
  let section: SectionLines = { kind: 'preamble', status, line: -1, endLine: end, items: [] };
  const sections = [section];
  const endItem = (line: number, isLast = true): void => {
    const last = section.items[section.items.length - 1];
    if (!last) return;
    last.endLine = line;
    if (shape.form === 'item') last.endLine = itemEnd(outline, last.line, line);
    if (shape.form === 'summary') {
      last.endLine = summaryEnd(outline, last.line + 1, line);
      last.fieldsEndLine = last.endLine - 1;
    }
    // A rule within an experiment is its own, but not one behind the last of them.
    if (isLast) last.endLine = footerOf(outline, last, shape) ?? definitionsOf(outline, last, shape);
    const first = belowHeading(outline, last.line);
    while (last.endLine > first && hasFlag(outline, last.endLine - 1, BLANK | RULE)) last.endLine -= 1;
    if (last.endLine < last.fieldsEndLine) last.fieldsEndLine = last.endLine;
  };
  const begin = ({ kind, status }: SectionMeaning, line: number, endLine = line): void => {
    endItem(endLine);
    section.endLine = endLine;
    section = { kind, status, line, endLine: end, items: [] };
    sections.push(section);
  };
  let isOfExperimentLevel = false;
  for (const { line, depth, isRaised } of outline.headings) {
    if (depth > shape.experiment) continue;
    if (line === titleLine) {
      endItem(line);
      continue;
    }
    const meaning = () => meaningOfSection(lineText(outline, line), shape);
    const last = section.items[section.items.length - 1];
    if (depth < shape.experiment) {
      begin(meaning(), line);
      isOfExperimentLevel = false;
      continue;
    }
    const parts = experimentHeading(outline, line, shape, section.status !== undefined);
    const isExperiment = parts !== undefined;
    const isOutside = isOfExperimentLevel && section.items.length === 0;
    if (isExperiment && (isOutside || (isRaised && section.line >= 0))) {
      begin({ kind: 'unknown' }, -1, line);
      isOfExperimentLevel = false;
    }
    if (isExampleSection(section.kind) && !isOfExperimentLevel) continue;
    // What a person says to be ideas is none of a board's experiments.
    if (shape.board !== undefined && section.kind === 'candidates') continue;
    const isLike = isExperiment || isLikeExperiment(outline, line);
    const isSection = !isLike && !shape.isSectioned && (shape.experiment <= 2 || meaning().kind !== 'unknown');
    if (isSection) {
      begin(meaning(), line);
      isOfExperimentLevel = true;
    } else if (!isLike && last?.isExperiment) {
      last.fieldsEndLine = Math.min(last.fieldsEndLine, line);
    } else if (isLike || isExperimentSection(section.kind)) {
      // Elsewhere a heading of this level may be anything.
      endItem(line, false);
      section.items.push({ line, endLine: end, parts, isExperiment, status: section.status, fieldsEndLine: end });
    }
  }
  endItem(end);
  if (shape.experiment === ROWS) addRows(outline, shape, sections);
  return sections;
}

/** The label that a line begins with. */
function wordAt(
  outline: Outline,
  line: number,
  { isQuoted, form, isDefined, isLoose, isTemplate, labels }: Shape,
): LabelWord | undefined {
  const term = isDefined ? definitionAt(outline, line)?.label : undefined;
  if (term !== undefined) return wordOfLabel(term);
  const text = lineText(outline, line);
  const label = labelOfLine(text.slice(leadOfLine(text, isQuoted, form).length), isLoose);
  if (label === undefined) return undefined;
  // In the template words in italics are text, and so is anywhere a table that says no field.
  const isText =
    label.style === 'row'
      ? !keyOfWord(label.word, labels) && !isKnownWord(label.word)
      : isTemplate && label.form.open.length === 1;
  return isText ? undefined : label.word;
}

/**
 * Where a rule parts an experiment from what stands below it and is none of its labels; undefined where none does. A word that the
 * tables know is one even where it was not learnt: under another experiment's heading, which may come to stand above it, it would be. One that
 * only other experiments show to be a label is none: it would be free, or theirs, by what is written there.
 */
function footerOf(outline: Outline, { line, endLine }: Item, shape: Shape): number | undefined {
  for (let at = endLine - 1; at > line; at -= 1) {
    if (hasFlag(outline, at, RULE)) return at;
    if (hasFlag(outline, at, BLANK | MASKED)) continue;
    const word = wordAt(outline, at, shape);
    const key = word && keyOfWord(word, shape.labels);
    const isLabel = word !== undefined && (isKnownWord(word) || (shape.isCounted ? key !== undefined : Boolean(key)));
    if (isLabel || outline.headings[headingFrom(outline, at)]?.line === at) break;
  }
  return undefined;
}

/** What another place of the text names: a note, or the address of a link, with its title. */
const DEFINITION = /^ {0,3}\[(?:\^[^[\]]+\]:|[^[\]]+\]:[ \t]*(?:<[^>]*>|\S+)(?:[ \t]+["'(].*["')])?$)/;

/** Where the definitions behind the last experiment of a section begin, which are of the whole text; its end where there are none. */
function definitionsOf(outline: Outline, { line, endLine }: Item, { isTemplate, form }: Shape): number {
  let first = endLine;
  for (let at = endLine - 1; at > line && !isTemplate && form !== 'item'; at -= 1) {
    if (hasFlag(outline, at, BLANK)) continue;
    const text = lineText(outline, at);
    if (DEFINITION.test(text)) first = at;
    else if (!/^(?: {4}|\t)/.test(text)) break;
  }
  // Right below words it is one of them.
  return hasFlag(outline, first - 1, BLANK) ? first : endLine;
}

/** The rows of a log that is a table, each in its section. */
function addRows(outline: Outline, shape: Shape, sections: readonly SectionLines[]): void {
  let at = 0;
  for (const { lines, columns } of rowTables(outline, shape)) {
    for (const line of lines) {
      while ((sections[at]?.endLine ?? Number.POSITIVE_INFINITY) <= line) at += 1;
      const section = sections[at];
      if (!section || isExampleSection(section.kind)) continue;
      const endLine = line + 1;
      section.items.push({
        line,
        endLine,
        columns,
        isExperiment: true,
        status: section.status,
        fieldsEndLine: endLine,
      });
    }
  }
}

/** Which section a heading begins: by the template's words, else by those of the log. */
function meaningOfSection(heading: string, shape: Shape): SectionMeaning {
  const kind = kindOfSection(heading);
  const word = titleWord(heading);
  if (kind === 'unknown') return shape.sections.get(word) ?? { kind };
  return isExperimentSection(kind) ? { kind, status: statusOfSection(word) } : { kind };
}

/** Whether a heading that is no experiment's was meant to be one: by an ID that is none, or by its date or status right below. */
export function isLikeExperiment(outline: Outline, line: number): boolean {
  if (LIKE_ID.test(lineText(outline, line))) return true;
  if (isFormTitle(lineText(outline, line))) return false;
  let next = line + 1;
  while (hasFlag(outline, next, BLANK)) next += 1;
  const label = next < outline.starts.length ? matchLabel(lineText(outline, next)) : undefined;
  const key = label && templateKey(label.label);
  return key === 'date' || key === 'status';
}
