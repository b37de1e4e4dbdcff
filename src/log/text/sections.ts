// The sections of a log: a row each, from which headings are known, written and put in their order.
import { isStatus, statusRow } from '../../domain/experiment/status.ts';
import { lineText, type Outline } from '../reading/outline.ts';
import { BESIDE_SECTIONS } from '../words/statuses.ts';

interface SectionRow {
  readonly kind: string;
  /** The words of its heading, as the template writes them. */
  readonly title: string;
  /** What its heading looks like to a reader, marks in front of the first word left out. */
  readonly pattern: RegExp;
  /** Which row counts where a heading fits several: the one with the lowest. */
  readonly rank: number;
  /** What stands in it; an example only shows how an experiment is written. */
  readonly holds: 'experiments' | 'example' | 'other';
}

/** In the order of the template. */
const ROWS = [
  { kind: 'layers', title: 'Three Kaizen Layers', pattern: /\blayers\b/i, rank: 5, holds: 'other' },
  {
    kind: 'howTo',
    title: 'How to Log an Experiment',
    pattern: /^how to log\b/i,
    rank: 4,
    holds: 'example',
  },
  { kind: 'template', title: 'Experiment Template', pattern: /\btemplate\b/i, rank: 3, holds: 'example' },
  { kind: 'active', title: 'Active Experiments', pattern: /^active\b/i, rank: 2, holds: 'experiments' },
  { kind: 'completed', title: 'Completed Experiments', pattern: /^completed\b/i, rank: 2, holds: 'experiments' },
  { kind: 'dropped', title: 'Dropped Experiments', pattern: /^dropped\b/i, rank: 2, holds: 'experiments' },
  { kind: 'candidates', title: 'Experiment Candidates', pattern: /\bcandidates\b/i, rank: 1, holds: 'other' },
  { kind: 'relatedFiles', title: 'Related Files', pattern: /^related files\b/i, rank: 4, holds: 'other' },
] as const satisfies readonly SectionRow[];

type Row = (typeof ROWS)[number];

/** A section that the template has. */
export type TemplateSection = Row['kind'];
/** One in which experiments belong. */
export type ExperimentSection = Extract<Row, { holds: 'experiments' }>['kind'];
/** The preamble is what stands before the first section; unknown are those that the template does not have. */
export type SectionKind = TemplateSection | 'preamble' | 'unknown';

/** In the order of the template. */
export const TEMPLATE_SECTIONS: readonly TemplateSection[] = ROWS.map(({ kind }) => kind);

const BY_RANK: readonly Row[] = [...ROWS].sort((a, b) => a.rank - b.rank);
/** What a heading has that fits any: most fit none. */
const LIKE_ANY = new RegExp(ROWS.map(({ pattern }) => pattern.source.replace('^', '')).join('|'), 'i');
const BY_KIND = new Map<SectionKind, Row>(ROWS.map((row) => [row.kind, row]));

/** Which section a heading, with its marks, begins. */
export function kindOfSection(heading: string): SectionKind {
  if (!LIKE_ANY.test(heading)) return 'unknown';
  const title = heading.replace(/^[ \t]*#+[^\p{L}\p{N}]*/u, '');
  return BY_RANK.find(({ pattern }) => pattern.test(title))?.kind ?? 'unknown';
}

const FILLERS = new RegExp(BESIDE_SECTIONS, 'gi');

/** Whether a heading says no more than that a section begins: `Experiment Template`, but not `New email template`. */
export function isSectionTitle(heading: string): boolean {
  const title = heading.replace(/^[ \t]*#+[^\p{L}\p{N}]*/u, '');
  const row = LIKE_ANY.test(title) && BY_RANK.find(({ pattern }) => pattern.test(title));
  return row !== false && !/\p{L}/u.test(title.replace(row?.pattern ?? '', '').replace(FILLERS, ''));
}

/** Whether a heading names a form to copy, which looks like an experiment and is none. */
export const isFormTitle = (heading: string): boolean =>
  isExampleSection(kindOfSection(heading)) && isSectionTitle(heading);

/** The heading of a section, such as `Active Experiments`. */
export function titleOfSection(kind: TemplateSection): string {
  return BY_KIND.get(kind)?.title ?? kind;
}

/** Where a section stands in the template, from 0; -1 for one that it does not have. */
export function placeOfSection(kind: SectionKind): number {
  return ROWS.findIndex((row) => row.kind === kind);
}

/** Whether experiments belong in a section of this kind. */
export function isExperimentSection(kind: SectionKind): kind is ExperimentSection {
  return BY_KIND.get(kind)?.holds === 'experiments';
}

/** Whether what looks like an experiment in a section of this kind only shows how one is written. */
export function isExampleSection(kind: SectionKind): boolean {
  return BY_KIND.get(kind)?.holds === 'example';
}

/** Where experiments of a status stand; none for a status the template does not know. */
export function sectionOfStatus(status: string): ExperimentSection | undefined {
  return isStatus(status) ? statusRow(status).section : undefined;
}

/** What a section says that has nothing yet. */
export const NONE_YET = '(none yet)';

/** Whether a line says so, in whatever form. */
export function isNoneYet(outline: Outline, line: number): boolean {
  return outline.flags[line] === 0 && /^[(*_]*none( yet)?[)*_.]*$/i.test(lineText(outline, line));
}
