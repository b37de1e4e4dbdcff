// The document a log starts as, and the text of its parts.

import { STATUSES } from '../../domain/experiment/status.ts';
import { DECISIONS, FIELDS, type Field, placeOf } from '../../domain/experiment/template.ts';
import type { Settings } from '../../domain/register/settings.ts';
import type { LogContents } from '../document.ts';
import { canonicalLine } from '../text/canonical.ts';
import { formatCandidate, formatLayer, formatRelatedFile } from '../text/entries.ts';
import { NONE_YET, TEMPLATE_SECTIONS, type TemplateSection, titleOfSection } from '../text/sections.ts';

/** The log of a register without experiments and candidates, with `today` (yyyy-mm-dd) as its Last Updated. */
export function blankLog(settings: Settings, options: { today: string }): string {
  const frame: LogContents = { ...settings, experiments: [], candidates: [] };
  const parts = [
    `# ${canonicalLine(settings.title)}`,
    ...(canonicalLine(settings.tagline) === '' ? [] : [`*${canonicalLine(settings.tagline)}*`]),
    `**Last Updated:** ${options.today}`,
  ];
  const sections = TEMPLATE_SECTIONS.map((kind) => sectionText(kind, frame));
  return `${[parts.join('\n\n'), ...sections].join('\n\n---\n\n')}\n`;
}

/** A section with its heading of this level, without experiments. */
export function sectionText(kind: TemplateSection, contents: Omit<LogContents, 'experiments'>, level = 2): string {
  return `${'#'.repeat(level)} ${titleOfSection(kind)}\n\n${sectionBody(kind, contents)}`;
}

function sectionBody(kind: TemplateSection, contents: Omit<LogContents, 'experiments'>): string {
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
