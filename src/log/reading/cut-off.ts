// What tells that a text is not the whole of a log.
import type { LogDocument, Section } from '../document.ts';
import { MESSAGES, shorten } from '../messages.ts';
import { lineText } from './outline.ts';

/** Why a log looks cut off, a sentence each: by itself, and beside what was agreed on before. None where nothing says so. */
export function signsOfCut(log: LogDocument, agreed: LogDocument | undefined): string[] {
  const signs = log.findings
    .filter(({ code }) => code === 'open-block' || code === 'cut-off')
    .map(({ message }) => message);
  if (agreed === undefined) return signs;
  const [now, before] = [log.contents.experiments.length, agreed.contents.experiments.length];
  if (now < before) signs.push(MESSAGES.fewerExperiments(now, before));
  const last = agreed.sections[agreed.sections.length - 1];
  if (last && last.line >= 0 && !log.sections.some((section) => isSameSection(log, section, agreed, last))) {
    signs.push(MESSAGES.lacksEnd(shorten(lineText(agreed.outline, last.line))));
  }
  return signs;
}

function isSameSection(log: LogDocument, section: Section, agreed: LogDocument, last: Section): boolean {
  if (last.kind !== 'unknown') return section.kind === last.kind;
  return section.line >= 0 && lineText(log.outline, section.line) === lineText(agreed.outline, last.line);
}
