// The document a log starts as, and the text of its parts.

import { isStatus, STATUSES, statusRow } from '../../domain/experiment/status.ts';
import { DECISIONS, FIELDS, type Field, placeOf } from '../../domain/experiment/template.ts';
import type { Settings } from '../../domain/register/settings.ts';
import type { LogContents } from '../document.ts';
import { lineText, type Outline } from '../reading/outline.ts';
import type { SectionKind } from '../reading/structure.ts';
import { canonicalLine } from '../text/canonical.ts';
import { formatCandidate, formatLayer, formatRelatedFile } from '../text/entries.ts';

export const NONE_YET = '(none yet)';

/** Whether a line says that a section has nothing yet. */
export function isNoneYet(outline: Outline, line: number): boolean {
  return outline.flags[line] === 0 && /^[(*_]*none( yet)?[)*_.]*$/i.test(lineText(outline, line));
}

/** The sections in the order of the template. */
export const SECTION_ORDER = [
  'layers',
  'howTo',
  'template',
  'active',
  'completed',
  'dropped',
  'candidates',
  'relatedFiles',
] as const satisfies readonly SectionKind[];
export type WrittenSection = (typeof SECTION_ORDER)[number];

const TITLES: Record<WrittenSection, string> = {
  layers: 'Three Kaizen Layers',
  howTo: 'How to Log an Experiment',
  template: 'Experiment Template',
  active: 'Active Experiments',
  completed: 'Completed Experiments',
  dropped: 'Dropped Experiments',
  candidates: 'Experiment Candidates',
  relatedFiles: 'Related Files',
};

/** The heading of a section, such as `Active Experiments`. */
export function titleOfSection(kind: WrittenSection): string {
  return TITLES[kind];
}

/** Where experiments of a status stand; none for a status the template does not know. */
export function sectionOfStatus(status: string): 'active' | 'completed' | 'dropped' | undefined {
  return isStatus(status) ? statusRow(status).section : undefined;
}

export type LogFrame = Omit<LogContents, 'experiments' | 'candidates'>;

/** The log of a register without experiments and candidates, with `today` (yyyy-mm-dd) as its Last Updated. */
export function blankLog(settings: Settings, options: { today: string }): string {
  const frame: LogContents = { ...settings, experiments: [], candidates: [] };
  const parts = [
    `# ${canonicalLine(settings.title)}`,
    ...(canonicalLine(settings.tagline) === '' ? [] : [`*${canonicalLine(settings.tagline)}*`]),
    `**Last Updated:** ${options.today}`,
  ];
  const sections = SECTION_ORDER.map((kind) => sectionText(kind, frame));
  return `${[parts.join('\n\n'), ...sections].join('\n\n---\n\n')}\n`;
}

/** A section with its heading of this level, without experiments. */
export function sectionText(kind: WrittenSection, contents: Omit<LogContents, 'experiments'>, level = 2): string {
  return `${'#'.repeat(level)} ${TITLES[kind]}\n\n${sectionBody(kind, contents)}`;
}

function sectionBody(kind: WrittenSection, contents: Omit<LogContents, 'experiments'>): string {
  switch (kind) {
    case 'layers':
      return [LAYERS_HEAD, ...contents.layers.map(formatLayer)].join('\n');
    case 'howTo':
      return `\`\`\`\n${canonicalLine(contents.captureCommand)}: [experiment description]\n\`\`\`\n\nOr manually add using the template below.`;
    case 'template':
      return `\`\`\`markdown\n${templateText(contents)}\n\`\`\``;
    case 'candidates':
      return `*Ideas to test:*\n\n${contents.candidates.map(formatCandidate).join('\n') || NONE_YET}`;
    case 'relatedFiles':
      return contents.relatedFiles.map(formatRelatedFile).join('\n') || NONE_YET;
    default:
      return NONE_YET;
  }
}

/** The head of the table of layers. */
export const LAYERS_HEAD = '| Layer | What We Improve | Example |\n|-------|----------------|---------|';

/** Names as the template shows a choice: `System / Process / Model`. */
export function choiceText(names: readonly string[]): string {
  return names.map(canonicalLine).join(' / ');
}

/** The experiment of the template's fence. */
function templateText(contents: Omit<LogContents, 'experiments' | 'candidates'>): string {
  const hints: Record<string, string> = {
    '{layers}': choiceText(contents.layers.map(({ name }) => name)),
    '{entities}': choiceText(contents.entities),
    '{statuses}': choiceText(STATUSES),
    '{decisions}': choiceText(DECISIONS),
  };
  const fields: readonly Field[] = FIELDS;
  const shown = fields.filter(({ hint, key }) => hint !== undefined && key !== 'title');
  const title = fields.find(({ key }) => key === 'title')?.hint ?? '';
  const hintOf = ({ hint = '' }: Field): string => hints[hint] ?? hint;
  return [
    [
      `### [${canonicalLine(contents.prefix)}-XXX] ${title}`,
      ...shown.filter((field) => placeOf(field) === 'line').map((field) => `**${field.label}:** ${hintOf(field)}`),
    ].join('\n'),
    ...shown.filter((field) => placeOf(field) === 'block').map((field) => `**${field.label}:**\n${hintOf(field)}`),
    ...shown.filter((field) => placeOf(field) === 'closing').map((field) => `**${field.label}:** ${hintOf(field)}`),
  ].join('\n\n');
}
