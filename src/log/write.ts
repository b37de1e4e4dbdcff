// Writes a log: the text it was read from, with only what differs rewritten.
import type { Experiment } from '../domain/experiment/template.ts';
import { BLANK, closingOf, hasFlag, lineText, RULE } from './blocks.ts';
import { canonicalExperiment } from './canonical.ts';
import type { ExperimentSource, LogContents, LogDocument, Section, SectionItem } from './document.ts';
import { applyEdits, type Edit, endOfTextBefore, isNextLineFilled, skipBlanks } from './edits.ts';
import { keyedExperiments } from './keys.ts';
import { NONE_YET, SECTION_ORDER, sectionOfStatus, sectionText, type WrittenSection } from './template-section.ts';
import { changedExperimentText, closedText, newExperimentText } from './write-experiment.ts';
import { headEdits, lastUpdatedEdits, partEdits } from './write-parts.ts';

/** What is to happen to the experiments of the log. */
interface Plan {
  /** New texts of experiments that stay where they are. */
  changed: Map<ExperimentSource, string>;
  /** Experiments that leave their place: deleted, or moved to another section. */
  gone: Set<ExperimentSource>;
  /** Texts that come to a section's end. */
  arriving: Map<WrittenSection, string[]>;
}

/**
 * The document's text with what `contents` says. What is the same stays, byte for byte; `writeLog(d, d.contents, …)` is `d.text`.
 *
 * Experiments are told by their ID, several of one ID by their order. One whose status has changed, and no longer fits its section, goes
 * to the end of the section that it fits; a new one goes there in the order given; one that `contents` lacks is taken out. One
 * whose ID `isExperimentId` refuses is not written. The order of experiments, candidates, layers and files that the text
 * has already does not change. Last Updated becomes `today` (yyyy-mm-dd) if anything changed; if the log has no such line, it is
 * put under the title and tagline, and left out of a log without a title.
 */
export function writeLog(document: LogDocument, contents: LogContents, options: { today: string }): string {
  const plan = planExperiments(document, contents);
  const isChange = ({ start, end, text }: Edit): boolean => document.text.slice(start, end) !== text;
  const head = headEdits(document, contents).filter(isChange);
  const body = [
    ...document.sections.flatMap((section) => sectionEdits(document, section, plan)),
    ...partEdits(document, contents),
    ...missingSectionEdits(document, contents, plan),
  ].filter(isChange);
  if (head.length + body.length === 0) return document.text;
  return applyEdits(document.text, [...head, ...lastUpdatedEdits(document, contents, options.today), ...body]);
}

function planExperiments(document: LogDocument, contents: LogContents): Plan {
  const plan: Plan = { changed: new Map(), gone: new Set(), arriving: new Map() };
  const wanted = keyedExperiments(contents.experiments);
  const arrive = (kind: WrittenSection, text: string): void => {
    const texts = plan.arriving.get(kind);
    if (texts) texts.push(text);
    else plan.arriving.set(kind, [text]);
  };
  for (const section of document.sections) {
    for (const [index, { experiment: source }] of section.items.entries()) {
      if (!source) continue;
      const experiment = wanted.get(source.key);
      wanted.delete(source.key);
      if (!experiment) {
        plan.gone.add(source);
        continue;
      }
      const text = textOf(document, section, index, source, experiment);
      const home = sectionOfStatus(experiment.status);
      const moves = home && home !== section.kind && canonicalExperiment(experiment).status !== source.fields.status;
      if (moves) {
        plan.gone.add(source);
        arrive(home, closedText(text));
      } else if (text !== document.text.slice(source.start, source.end)) {
        plan.changed.set(source, text);
      }
    }
  }
  for (const experiment of wanted.values()) {
    const canonical = canonicalExperiment(experiment);
    arrive(
      sectionOfStatus(canonical.status) ?? 'active',
      newExperimentText(canonical).replace(/\n/g, document.newline),
    );
  }
  return plan;
}

/** The text of an experiment of the log as `experiment` has it now. */
function textOf(
  document: LogDocument,
  section: Section,
  index: number,
  source: ExperimentSource,
  experiment: Experiment,
): string {
  const { text, outline } = document;
  const original = text.slice(source.start, source.end);
  if (isSame(source.fields, experiment)) return original;
  const wanted = canonicalExperiment(experiment);
  // What has its canonical form only in the log itself stays as it is there.
  if (experiment.other === source.fields.other) wanted.other = source.fields.other;
  if (isSame(source.fields, wanted)) return original;
  const next = section.items[index + 1]?.start ?? outline.starts[section.endLine];
  // With the indent of the next heading, which decides whether it can be part of a list above it.
  const after = next === undefined ? undefined : text.slice(source.end, skipBlanks(text, next));
  return changedExperimentText(text, source, wanted, document.newline, after);
}

function isSame(a: Experiment, b: Experiment): boolean {
  return (Object.keys(a) as (keyof Experiment)[]).every((key) => a[key] === b[key]);
}

/** Whether this section is the first of its kind: where experiments arrive. */
function isHome(document: LogDocument, section: Section): boolean {
  return document.sections.find(({ kind }) => kind === section.kind) === section;
}

function sectionEdits(document: LogDocument, section: Section, plan: Plan): Edit[] {
  const arriving = isHome(document, section) ? (plan.arriving.get(section.kind as WrittenSection) ?? []) : [];
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
    if (index < last && isGone(item) && next) edits.push({ start: item.start, end: next.start, text: '' });
  }
  const remaining = items[last];
  const final = items[items.length - 1];
  const separator = separatorOf(document);
  if (remaining && final) {
    const text = arriving.map((experiment) => separator + experiment).join('');
    const start = skipBlanks(document.text, remaining.end);
    if (remaining !== final) edits.push({ start, end: skipBlanks(document.text, final.end), text });
    else if (text !== '')
      edits.push({ start, end: start, text: closingAt(document, plan, remaining) + text + gapAfter(document, start) });
  } else if (final) {
    const text = arriving.join(separator) || placeholderOf(section);
    // All of them are gone: what comes instead takes the place of the first.
    edits.push({ start: items[0]?.start ?? 0, end: final.end, text });
  } else if (arriving.length > 0) {
    edits.push(...firstArrivals(document, section, arriving.join(separator)));
  }
  return edits;
}

function placeholderOf(section: Section): string {
  return section.kind === 'active' || section.kind === 'completed' || section.kind === 'dropped' ? NONE_YET : '';
}

/** The first experiments of a section: in place of `(none yet)`, or below what it says. */
function firstArrivals(document: LogDocument, section: Section, text: string): Edit[] {
  const { outline, newline } = document;
  const start = endOfSection(document, section);
  const edits: Edit[] = [];
  for (let line = section.line + 1; line < section.endLine; line += 1) {
    if (outline.flags[line] === 0 && /^[(*_]*none( yet)?[)*_.]*$/i.test(lineText(outline, line))) {
      const none = { start: outline.starts[line] ?? 0, end: outline.ends[line] ?? 0 };
      if (skipBlanks(document.text, none.end) === start) return [{ ...none, text: text + gapAfter(document, start) }];
      edits.push({ ...none, text: '' });
    }
  }
  const closing = start >= endOfTextBefore(document.text, document.text.length) ? closingOf(outline) : '';
  edits.push({ start, end: start, text: closing + newline + newline + text + gapAfter(document, start) });
  return edits;
}

/** The line end that makes a blank line between `offset` and a line that follows it directly. */
function gapAfter({ text, newline }: LogDocument, offset: number): string {
  return isNextLineFilled(text, offset) ? newline : '';
}

/** Behind the last line of a section that is neither blank nor a rule. */
export function endOfSection(document: LogDocument, section: Section): number {
  const { outline, text } = document;
  let line = section.endLine - 1;
  while (line > section.line && hasFlag(outline, line, BLANK | RULE)) line -= 1;
  return skipBlanks(text, outline.ends[Math.max(line, 0)] ?? text.length);
}

/** What closes the last item of the log, if it leaves a fence or HTML open: only the last can. */
function closingAt(document: LogDocument, plan: Plan, item: SectionItem): string {
  if (document.text.slice(item.end).trim() !== '') return '';
  const changed = item.experiment && plan.changed.get(item.experiment);
  if (changed === undefined) return closingOf(document.outline);
  return closedText(changed).slice(changed.length);
}

/** What closes the log's last block before another section, unless what arrives in the last section is behind it already. */
function closingAtEnd(document: LogDocument, plan: Plan): string {
  const section = document.sections[document.sections.length - 1];
  if (document.outline.open === '' || !section) return '';
  if (isHome(document, section) && plan.arriving.has(section.kind as WrittenSection)) return '';
  const item = section.items[section.items.length - 1];
  if (item?.experiment && plan.gone.has(item.experiment)) return '';
  const isLast = item && document.text.slice(item.end).trim() === '';
  return isLast ? closingAt(document, plan, item) : closingOf(document.outline);
}

/** What stands between two experiments: a rule, unless this log has none between any two. */
function separatorOf(document: LogDocument): string {
  const { outline, newline } = document;
  const plain = newline + newline;
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
  return pairs > 0 ? plain : ruled;
}

/** Sections that something has to be written in and that the log lacks, each before the next one of the template. */
function missingSectionEdits(document: LogDocument, contents: LogContents, plan: Plan): Edit[] {
  const { sections, text, newline } = document;
  const has = (kind: WrittenSection): boolean => sections.some((section) => section.kind === kind);
  const now = document.contents;
  const differs = (key: keyof LogContents): boolean => JSON.stringify(now[key]) !== JSON.stringify(contents[key]);
  const isNeeded = (kind: WrittenSection): boolean => {
    switch (kind) {
      case 'howTo':
        return differs('captureCommand') && contents.captureCommand !== '';
      case 'template':
        return (differs('entities') && contents.entities.length > 0) || (differs('prefix') && contents.prefix !== '');
      case 'layers':
      case 'candidates':
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
  for (const [order, kind] of SECTION_ORDER.entries()) {
    if (has(kind) || !isNeeded(kind)) continue;
    const arriving = plan.arriving.get(kind)?.join(separatorOf(document));
    const body = sectionText(kind, contents).replace(/\r\n?|\n/g, newline);
    const written = arriving ? body.slice(0, body.length - NONE_YET.length) + arriving : body;
    const next = sections.find((section) => SECTION_ORDER.indexOf(section.kind as WrittenSection) > order);
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
