// The edits that a plan makes in a log's sections: experiments changed in place, moved, taken out, or put in.
import { ROWS } from '../../domain/register/log-shape.ts';
import type { ExperimentSource, LogContents, LogDocument, Section, SectionItem } from '../document.ts';
import { BLANK, CAPTURED, closingOf, hasFlag, RULE } from '../reading/outline.ts';
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
import { isWholeAlone } from './fragment.ts';
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
  const separator = separatorOf(document);
  if (items.length === 0)
    return arriving.length === 0 ? [] : firstArrivals(document, section, arriving.join(separator));
  const edits: Edit[] = [];
  for (const { experiment } of items) {
    const text = experiment && plan.changed.get(experiment);
    if (experiment && text !== undefined) edits.push({ start: experiment.start, end: experiment.end, text });
  }
  const first = items.find((item) => !isGone(plan, item));
  if (first && arriving.length > 0 && habitsOf(document).isNewestFirst && !document.shape.isTemplate) {
    // Newest first: before the first that stays, and the last of those that come on top.
    const text = [...arriving].reverse().map((experiment) => experiment + separator);
    edits.push({ start: first.start, end: first.start, text: text.join('') });
    arriving = [];
  }
  if (!first && arriving.length === 0 && isExperimentSection(section.kind) && document.shape.isTemplate)
    arriving = [NONE_YET];
  let from = 0;
  for (const index of items.keys()) {
    const isEnd = index === items.length - 1;
    if (!isEnd && !hasTextBelow(document, section, index)) continue;
    edits.push(...groupEdits(document, section, plan, from, index, isEnd ? arriving : [], separator));
    from = index + 1;
  }
  return edits;
}

const isGone = ({ gone }: Plan, { experiment }: SectionItem): boolean => gone.has(experiment as ExperimentSource);

/** The first line behind an item that is neither blank nor a rule: the next heading, or text that is nobody's. */
export function lineOfText({ outline }: LogDocument, { endLine }: SectionItem): number {
  let line = endLine;
  while (hasFlag(outline, line, BLANK | RULE)) line += 1;
  return line;
}

/** Whether text that is nobody's stands between an item of a section and the next, or the section's end. */
export function hasTextBelow(document: LogDocument, { items, endLine }: Section, index: number): boolean {
  return lineOfText(document, items[index] as SectionItem) < (items[index + 1]?.line ?? endLine);
}

/** The edits of some of a section's items, between which is no text that is nobody's; what arrives goes behind them. */
function groupEdits(
  document: LogDocument,
  section: Section,
  plan: Plan,
  from: number,
  to: number,
  arriving: readonly string[],
  separator: string,
): Edit[] {
  const { text, outline, newline } = document;
  const { items } = section;
  const edits: Edit[] = [];
  let last = to;
  while (last >= from && isGone(plan, items[last] as SectionItem)) last -= 1;
  for (let index = from; index < last; index += 1) {
    const item = items[index] as SectionItem;
    const next = items[index + 1] as SectionItem;
    if (!isGone(plan, item)) continue;
    // What stands above might swallow an indented heading as part of a list.
    const isSafe = isGone(plan, next) || !isIndented(document, next.line) || hasRuleAbove(document, item.line);
    edits.push({ start: item.start, end: next.start, text: isSafe ? '' : `---${newline}${newline}` });
  }
  if (last === to && arriving.length === 0) return edits;
  const final = items[to] as SectionItem;
  const below = lineOfText(document, final);
  if (last >= from) {
    const remaining = items[last] as SectionItem;
    const arrived = arriving.map((experiment) => separator + experiment).join('');
    const tail = tailBefore(document, below, arrived || text.slice(remaining.start, remaining.end));
    const start = skipBlanks(text, remaining.end);
    // HTML above would swallow a line that follows directly.
    if (last < to) {
      const end = skipBlanks(text, final.end);
      edits.push({ start, end, text: arrived + (tail || gapAfter(document, end)) });
    } else {
      const gap = tail || gapAfter(document, start);
      edits.push({ start, end: start, text: closingAt(document, plan, remaining) + arrived + gap });
    }
    return edits;
  }
  // All of them are gone: what comes instead takes the place of the first.
  const { start } = items[from] as SectionItem;
  const instead = arriving.join(separator);
  if (instead !== '') return [{ start, end: final.end, text: instead + tailBefore(document, below, instead) }];
  // Where nothing does, one rule parts text above and below them from the experiment before.
  const isParted = (from > 0 || hasTextBelow(document, section, to)) && !isIndented(document, below);
  return [{ start, end: (isParted ? outline.starts[below] : final.end) ?? text.length, text: '' }];
}

/**
 * A rule behind what becomes the last of a section, in front of a line, where there is none: a list might swallow an indented heading, and a
 * rule within the last experiment would part what stands below it.
 */
function tailBefore(document: LogDocument, below: number, last: string): string {
  const isSafe = hasRuleAbove(document, below) || (!isIndented(document, below) && isWholeAlone(last, document.shape));
  return isSafe ? '' : `${document.newline}${document.newline}---`;
}

/** Whether a list above might take a line for its own: one that is indented, or a task that somebody appended. */
const isIndented = ({ outline, text }: LogDocument, line: number): boolean =>
  hasFlag(outline, line, CAPTURED) || /[ \t]/.test(text.charAt(outline.starts[line] ?? text.length));

/** Whether nothing but blank lines is between a line and a rule above it. */
function hasRuleAbove({ outline }: LogDocument, line: number): boolean {
  let above = line - 1;
  while (hasFlag(outline, above, BLANK)) above -= 1;
  return hasFlag(outline, above, RULE);
}

/** The first experiments of a section: in place of `(none yet)`, or below what it says. */
function firstArrivals(document: LogDocument, section: Section, text: string): Edit[] {
  const { outline, newline } = document;
  const start = endOfSection(document, section);
  const tail = tailBefore(document, section.endLine, text) || gapAfter(document, start);
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
  if (!isAtEnd(document, item)) return '';
  const changed = item.experiment && plan.changed.get(item.experiment);
  if (changed === undefined) return closingOf(document.outline);
  return closedText(changed).slice(changed.length);
}

/** What closes the log's last block before another section, unless what arrives in the last section is behind it already. */
function closingAtEnd(document: LogDocument, plan: Plan): string {
  const section = document.sections[document.sections.length - 1];
  if (document.outline.openLine < 0 || !section || plan.arriving.has(section)) return '';
  const item = section.items[section.items.length - 1];
  if (!item || !isAtEnd(document, item)) return closingOf(document.outline);
  return isGone(plan, item) ? '' : closingAt(document, plan, item);
}

/** Whether nothing stands behind an item. */
const isAtEnd = ({ text }: LogDocument, { end }: SectionItem): boolean => isBlankBetween(text, end, text.length);

/** What stands between two experiments: a rule, unless this log has none between any two. */
function separatorOf(document: LogDocument): string {
  const { newline } = document;
  const plain = isTight(document) ? newline : newline + newline;
  const ruled = `${plain}---${plain}`;
  let pairs = 0;
  for (const { items } of document.sections) {
    for (const [index, { experiment }] of items.entries()) {
      const before = items[index - 1]?.experiment;
      if (!experiment || !before) continue;
      if (hasRuleAbove(document, experiment.line)) return ruled;
      pairs += 1;
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
        return differs('entities') && contents.entities.length > 0;
      case 'candidates':
        return unlisted(document, contents).length > 0;
      case 'layers':
      case 'relatedFiles':
        return differs(kind) && contents[kind].length > 0;
      default:
        return plan.arriving.has(kind);
    }
  };
  const blank = newline + newline;
  const tail = `${blank}---`;
  const rule = tail + blank;
  const edits: Edit[] = [];
  let isEmpty = /^\uFEFF?[ \t\r\n]*$/.test(text);
  let closing = closingAtEnd(document, plan);
  // One more rule below text that a rule parts from the last experiment would make it that experiment's.
  const last = sections[sections.length - 1];
  let parting = last?.items.some((_, index) => hasTextBelow(document, last, index)) ? blank : rule;
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
    const isWhole = isWholeAlone(arriving ?? '', document.shape);
    const whole = isWhole ? written : written + tail;
    edits.push({ start, end: start, text: isEmpty ? written + newline : closing + parting + whole });
    isEmpty = false;
    parting = isWhole ? rule : blank;
    closing = '';
  }
  return edits;
}
