// The parts of a log by its headings: the head, sections, and the experiments in them, each from its heading to its last line.
import { isExampleSection, isExperimentSection, kindOfSection, type SectionKind } from '../text/sections.ts';
import { fieldOfLabel, matchLabel } from './labels.ts';
import { BLANK, hasFlag, lineText, type Outline, RULE } from './outline.ts';

/** At which level of headings a log has its experiments and sections. */
export interface Levels {
  experiment: number;
  /** The level that sections have, or would get. */
  section: number;
  /** Whether the sections stand above the experiments: then a heading of the experiments' level is never a section. */
  isSectioned: boolean;
}

/** Those of the template. */
export const TEMPLATE_LEVELS: Levels = { experiment: 3, section: 2, isSectioned: true };

/** An experiment or what should have been one, by its lines. */
export interface Item {
  /** The heading's. */
  line: number;
  /** After the last that is neither blank nor a rule. */
  endLine: number;
  isExperiment: boolean;
  /** The first heading within that is as high as the experiment's own: no label below it is a field; `endLine` without one. */
  fieldsEndLine: number;
}

/** What a heading above the experiments' starts, up to the next such; the preamble is what stands before the first. */
export interface SectionLines {
  kind: SectionKind;
  /** The heading's; the preamble's is -1, and so is that of experiments below a section of their own level. */
  line: number;
  endLine: number;
  items: Item[];
}

export interface Structure {
  levels: Levels;
  /** The line of the log's title; -1 without one. */
  titleLine: number;
  /** Where the head ends: at the first heading below the title. */
  headEndLine: number;
  sections: SectionLines[];
}

/** `### [K-BIZ-001]`, in front of the title. */
export const EXPERIMENT_HEADING = /^( {0,3}#{1,6}[ \t]+\[[ \t]*)([^\s[\]]+-\d+)([ \t]*\][ \t]*)/;

/** What an ID looks like to a person: with a letter at its end, without brackets, with the template's `XXX`. */
const LIKE_ID = /^[ \t]*#+[ \t]+(?:\[[^\]]*-(?:\d|X)|[A-Za-z][\w-]*-\d+[a-z]?\b)/;

/** How many lines of a text look like an experiment's heading: a look at a log that is not worth being read. */
export function countExperimentHeadings(text: string): number {
  return text.match(/^ {0,3}#{1,6}[ \t]+\[[ \t]*[^\s[\]]+-\d+[ \t]*\]/gm)?.length ?? 0;
}

export function readStructure(outline: Outline): Structure {
  const experiment = experimentLevel(outline);
  const { headings } = outline;
  const isTitled = (depth: number, line: number): boolean => depth === 1 && !isExperimentLine(outline, line);
  const isAtTop = (depth: number, line: number): boolean =>
    depth <= Math.max(2, experiment - 1) || (depth === experiment && isExperimentLine(outline, line));
  const first = headings.findIndex(({ depth, line }) => isAtTop(depth, line));
  const title = headings[first];
  const titleLine = title && isTitled(title.depth, title.line) ? title.line : -1;
  const above = headings
    .filter(({ depth, line }) => depth < experiment && line !== titleLine)
    .map(({ depth }) => depth);
  const isSectioned = above.length > 0;
  const section = above.reduce((deepest, depth) => Math.max(deepest, depth), 0) || Math.min(experiment, 2);
  const levels = { experiment, section, isSectioned };
  const after = headings.find(({ line }) => line > titleLine);
  const sections = readSections(outline, levels, titleLine);
  return { levels, titleLine, headEndLine: after?.line ?? outline.starts.length, sections };
}

/**
 * The level at which most headings are experiments: level 3, as in the template, before others that have as many. Where none is, the
 * level below the first section for experiments.
 */
function experimentLevel(outline: Outline): number {
  const counts = [0, 0, 0, 0, 0, 0, 0];
  for (const { line, depth } of outline.headings) {
    if (isExperimentLine(outline, line)) counts[depth] = (counts[depth] ?? 0) + 1;
  }
  if (counts.every((count) => count === 0)) {
    const section = outline.headings.find(({ line }) => isExperimentSection(kindOfSection(lineText(outline, line))));
    return Math.min((section?.depth ?? 2) + 1, 6);
  }
  let level = 3;
  for (const [depth, count] of counts.entries()) if (count > (counts[level] ?? 0)) level = depth;
  return level;
}

function isExperimentLine(outline: Outline, line: number): boolean {
  return EXPERIMENT_HEADING.test(lineText(outline, line));
}

/** The sections of a text whose levels are known; `titleLine` is -1 without a title. */
export function readSections(outline: Outline, levels: Levels, titleLine: number): SectionLines[] {
  const end = outline.starts.length;
  let section: SectionLines = { kind: 'preamble', line: -1, endLine: end, items: [] };
  const sections = [section];
  const endItem = (line: number): void => {
    const last = section.items[section.items.length - 1];
    if (!last) return;
    last.endLine = line;
    while (last.endLine > last.line + 1 && hasFlag(outline, last.endLine - 1, BLANK | RULE)) last.endLine -= 1;
    last.fieldsEndLine = Math.min(last.fieldsEndLine, last.endLine);
  };
  const begin = (kind: SectionKind, line: number, endLine = line): void => {
    endItem(endLine);
    section.endLine = endLine;
    section = { kind, line, endLine: end, items: [] };
    sections.push(section);
  };
  let isOfExperimentLevel = false;
  for (const { line, depth } of outline.headings) {
    if (depth > levels.experiment) continue;
    if (line === titleLine) {
      endItem(line);
      continue;
    }
    const heading = lineText(outline, line);
    const kind = kindOfSection(heading);
    const last = section.items[section.items.length - 1];
    if (depth < levels.experiment) {
      begin(kind, line);
      isOfExperimentLevel = false;
      continue;
    }
    const isExperiment = EXPERIMENT_HEADING.test(heading);
    if (isOfExperimentLevel && isExperiment && section.items.length === 0) {
      begin('unknown', -1, line);
      isOfExperimentLevel = false;
    }
    if (isExampleSection(section.kind) && !isOfExperimentLevel) continue;
    const isLike = isExperiment || isLikeExperiment(outline, line);
    const isSection = !isLike && !levels.isSectioned && (levels.experiment <= 2 || kind !== 'unknown');
    if (isSection) {
      begin(kind, line);
      isOfExperimentLevel = true;
    } else if (!isLike && last?.isExperiment) {
      last.fieldsEndLine = Math.min(last.fieldsEndLine, line);
    } else if (isLike || isExperimentSection(section.kind)) {
      // Elsewhere a heading of this level may be anything.
      endItem(line);
      section.items.push({ line, endLine: end, isExperiment, fieldsEndLine: end });
    }
  }
  endItem(end);
  return sections;
}

/** Whether a heading that is no experiment's was meant to be one: by an ID that is none, or by its date or status right below. */
export function isLikeExperiment(outline: Outline, line: number): boolean {
  if (LIKE_ID.test(lineText(outline, line))) return true;
  let next = line + 1;
  while (hasFlag(outline, next, BLANK)) next += 1;
  const label = next < outline.starts.length ? matchLabel(lineText(outline, next)) : undefined;
  const key = label && fieldOfLabel(label.label)?.key;
  return key === 'date' || key === 'status';
}
