// The edits that a plan makes in a log's sections: experiments changed in place, moved, taken out, or put in.
import { ROWS } from '../../domain/register/log-shape.ts';
import type { LogContents, LogDocument, Section, SectionItem } from '../document.ts';
import { BLANK, closingOf, hasFlag, lineText, RULE } from '../reading/outline.ts';
import {
  isExperimentSection,
  isNoneYet,
  NONE_YET,
  placeOfSection,
  TEMPLATE_SECTIONS,
  type TemplateSection,
} from '../text/sections.ts';
import { closedText } from './changed-experiment.ts';
import { type Edit, endOfTextBefore, isBlankBetween, isNextLineFilled, skipBlanks } from './edits.ts';
import { habitsOf } from './habits.ts';
import type { Plan } from './plan.ts';
import { sectionText } from './template-section.ts';
import { unlisted } from './write-parts.ts';
import { rowEdits } from './write-rows.ts';

/** The edits of a section: experiments changed, taken out and put in. */
export function sectionEdits(document: LogDocument, section: Section, plan: Plan): Edit[] {
  let arriving: readonly string[] = plan.arriving.get(section) ?? [];
  if (document.shape.experiment === ROWS) return rowEdits(document, section, plan.changed, plan.gone, arriving);
  const { items } = section;
  const isGone = (item: SectionItem): boolean => item.experiment !== undefined && plan.gone.has(item.experiment);
  const edits: Edit[] = [];
  for (const { experiment } of items) {
    const text = experiment && plan.changed.get(experiment);
    if (experiment && text !== undefined) edits.push({ start: experiment.start, end: experiment.end, text });
  }
  let last = items.length - 1;
  while (last >= 0 && isGone(items[last] as SectionItem)) last -= 1;
  for (const [index, item] of items.entries()) {
    const next = items[index + 1];
    if (index >= last || !isGone(item) || !next) continue;
    edits.push({ start: item.start, end: next.start, text: ruleBefore(document, item.start, next.start) });
  }
  const separator = separatorOf(document);
  const first = items.find((item) => !isGone(item));
  if (first && arriving.length > 0 && habitsOf(document).isNewestFirst && !document.shape.isTemplate) {
    // Newest first: before the first that stays, and the last of those that come on top.
    const text = [...arriving].reverse().map((experiment) => experiment + separator);
    edits.push({ start: first.start, end: first.start, text: text.join('') });
    arriving = [];
  }
  const remaining = items[last];
  const final = items[items.length - 1];
  if (remaining && final) {
    const text = arriving.map((experiment) => separator + experiment).join('');
    const start = skipBlanks(document.text, remaining.end);
    if (remaining !== final) {
      const end = skipBlanks(document.text, final.end);
      const tail = tailBefore(document, section, text !== '');
      // HTML above would swallow a line that follows directly.
      edits.push({ start, end, text: text + (tail || gapAfter(document, end)) });
    } else if (text !== '') {
      const tail = gapAfter(document, start) || tailBefore(document, section, true);
      edits.push({ start, end: start, text: closingAt(document, plan, remaining) + text + tail });
    }
  } else if (final) {
    const text = arriving.join(separator) || placeholderOf(document, section);
    // All of them are gone: what comes instead takes the place of the first.
    edits.push({ start: items[0]?.start ?? 0, end: final.end, text: text + tailBefore(document, section, true) });
  } else if (arriving.length > 0) {
    edits.push(...firstArrivals(document, section, arriving.join(separator)));
  }
  return edits;
}

/** A rule in front of an indented heading that what stands before `offset` might swallow as part of a list. */
function ruleBefore({ text, newline }: LogDocument, offset: number, next: number): string {
  if (!/[ \t]/.test(text.charAt(next))) return '';
  const before = text.slice(Math.max(0, offset - 400), offset);
  return /^ {0,3}(?:-{3,}|#{1,6} .*)[ \t]*\s*$/m.test(before) ? '' : `---${newline}${newline}`;
}

/** The same behind what becomes the last of a section. */
function tailBefore(document: LogDocument, section: Section, isNew: boolean): string {
  const { outline, newline } = document;
  if (!/^[ \t]/.test(lineText(outline, section.endLine))) return '';
  const isRuled = hasRuleAbove(document, section.endLine);
  return isRuled && !isNew ? '' : isRuled ? '' : `${newline}${newline}---`;
}

/** Whether nothing but blank lines is between a line and a rule above it. */
function hasRuleAbove({ outline }: LogDocument, line: number): boolean {
  let above = line - 1;
  while (above >= 0 && hasFlag(outline, above, BLANK)) above -= 1;
  return above >= 0 && hasFlag(outline, above, RULE);
}

function placeholderOf({ shape }: LogDocument, section: Section): string {
  return isExperimentSection(section.kind) && shape.isTemplate ? NONE_YET : '';
}

/** The first experiments of a section: in place of `(none yet)`, or below what it says. */
function firstArrivals(document: LogDocument, section: Section, text: string): Edit[] {
  const { outline, newline } = document;
  const start = endOfSection(document, section);
  const tail = gapAfter(document, start) || tailBefore(document, section, true);
  const edits: Edit[] = [];
  for (let line = section.line + 1; line < section.endLine; line += 1) {
    if (!isNoneYet(outline, line)) continue;
    const none = { start: outline.starts[line] ?? 0, end: outline.ends[line] ?? 0 };
    if (skipBlanks(document.text, none.end) === start) return [{ ...none, text: text + tail }];
    edits.push({ ...none, text: '' });
  }
  const closing = start >= endOfTextBefore(document.text, document.text.length) ? closingOf(outline) : '';
  edits.push({ start, end: start, text: closing + newline + newline + text + tail });
  return edits;
}

/** The line end that makes a blank line between `offset` and a line that follows it directly. */
function gapAfter({ text, newline }: LogDocument, offset: number): string {
  return isNextLineFilled(text, offset) ? newline : '';
}

/** Behind the last line of a section that is neither blank nor a rule. */
function endOfSection(document: LogDocument, section: Section): number {
  const { outline, text } = document;
  let line = section.endLine - 1;
  while (line > section.line && hasFlag(outline, line, BLANK | RULE)) line -= 1;
  return skipBlanks(text, outline.ends[Math.max(line, 0)] ?? text.length);
}

/** What closes the last item of the log, if it leaves a fence or HTML open: only the last can. */
function closingAt(document: LogDocument, plan: Plan, item: SectionItem): string {
  if (!isBlankBetween(document.text, item.end, document.text.length)) return '';
  const changed = item.experiment && plan.changed.get(item.experiment);
  if (changed === undefined) return closingOf(document.outline);
  return closedText(changed).slice(changed.length);
}

/** What closes the log's last block before another section, unless what arrives in the last section is behind it already. */
function closingAtEnd(document: LogDocument, plan: Plan): string {
  const section = document.sections[document.sections.length - 1];
  if (document.outline.openLine < 0 || !section || plan.arriving.has(section)) return '';
  const item = section.items[section.items.length - 1];
  if (item?.experiment && plan.gone.has(item.experiment)) return '';
  const isLast = item && isBlankBetween(document.text, item.end, document.text.length);
  return isLast ? closingAt(document, plan, item) : closingOf(document.outline);
}

/** What stands between two experiments: a rule, unless this log has none between any two. */
function separatorOf(document: LogDocument): string {
  const { outline, newline } = document;
  const plain = isTight(document) ? newline : newline + newline;
  const ruled = `${plain}---${plain}`;
  let pairs = 0;
  for (const { items } of document.sections) {
    for (const [index, { experiment }] of items.entries()) {
      const before = items[index - 1]?.experiment;
      if (!experiment || !before) continue;
      pairs += 1;
      for (let line = experiment.line - 1; line > before.line && hasFlag(outline, line, BLANK | RULE); line -= 1) {
        if (hasFlag(outline, line, RULE)) return ruled;
      }
    }
  }
  return pairs > 0 || !document.shape.isTemplate ? plain : ruled;
}

/** Whether experiments are items of a list without blank lines between them. */
function isTight({ shape, sections, outline }: LogDocument): boolean {
  if (shape.form !== 'item') return false;
  const lines = sections.flatMap(({ items }) => items.slice(1).flatMap(({ experiment }) => experiment?.line ?? []));
  return lines.filter((line) => hasFlag(outline, line - 1, BLANK)).length * 2 < Math.max(1, lines.length);
}

/** Sections that something has to be written in and that the log lacks, each before the next one of the template. */
export function missingSectionEdits(document: LogDocument, contents: LogContents, plan: Plan): Edit[] {
  const { sections, text, newline } = document;
  const has = (kind: TemplateSection): boolean => sections.some((section) => section.kind === kind);
  const now = document.contents;
  const differs = (key: keyof LogContents): boolean => JSON.stringify(now[key]) !== JSON.stringify(contents[key]);
  const isNeeded = (kind: TemplateSection): boolean => {
    switch (kind) {
      case 'howTo':
        return differs('captureCommand') && contents.captureCommand !== '';
      case 'template':
        return (differs('entities') && contents.entities.length > 0) || (differs('prefix') && contents.prefix !== '');
      case 'candidates':
        return unlisted(document, contents).length > 0;
      case 'layers':
      case 'relatedFiles':
        return differs(kind) && contents[kind].length > 0;
      default:
        return plan.arriving.has(kind);
    }
  };
  const rule = `${newline}${newline}---${newline}${newline}`;
  const edits: Edit[] = [];
  let isEmpty = /^\uFEFF?[ \t\r\n]*$/.test(text);
  let closing = closingAtEnd(document, plan);
  for (const [order, kind] of TEMPLATE_SECTIONS.entries()) {
    if (has(kind) || !isNeeded(kind)) continue;
    const arriving = plan.arriving.get(kind)?.join(separatorOf(document));
    const body = sectionText(kind, contents, document.shape.section).replace(/\r\n?|\n/g, newline);
    const written = arriving ? body.slice(0, body.length - NONE_YET.length) + arriving : body;
    const next = sections.find((section) => placeOfSection(section.kind) > order);
    if (next) {
      const start = document.outline.starts[next.line] ?? text.length;
      edits.push({ start, end: start, text: written + rule });
      continue;
    }
    const start = endOfTextBefore(text, text.length);
    edits.push({ start, end: start, text: isEmpty ? written + newline : closing + rule + written });
    isEmpty = false;
    closing = '';
  }
  return edits;
}
