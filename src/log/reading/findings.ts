// What is wrong with a log, in words and with its line.

import { readDay } from '../../domain/calendar.ts';
import { leadOf } from '../../domain/experiment/id.ts';
import { isStatus } from '../../domain/experiment/status.ts';
import { DECISIONS, fieldOf } from '../../domain/experiment/template.ts';
import type { Finding } from '../../domain/register/finding.ts';
import { ROWS } from '../../domain/register/log-shape.ts';
import type { ExperimentSource, LogDocument, Section, SectionItem } from '../document.ts';
import { plainValue } from '../forms/label-forms.ts';
import { labelOfLine } from '../forms/label-lines.ts';
import { isSpeaking } from '../learning/evidence.ts';
import { MESSAGES, shorten } from '../messages.ts';
import { partsOfHeading } from '../shape/headings.ts';
import { bareText } from '../shape/words.ts';
import { oncePerText } from '../text/once.ts';
import {
  isExampleSection,
  isExperimentSection,
  isNoneYet,
  type SectionKind,
  sectionOfStatus,
  titleOfSection,
} from '../text/sections.ts';
import { type Spelling, spelledOtherwise } from '../text/spelling.ts';
import { matchLabel } from './labels.ts';
import { BLANK, belowHeading, hasFlag, headingFrom, lineText, MASKED, type Outline, RULE } from './outline.ts';
import { isLikeExperiment } from './structure.ts';

/** Every finding about a document, in the order of its lines. */
export function findProblems(document: LogDocument): Finding[] {
  const findings: Finding[] = [];
  const lineOfId = new Map<string, number>();
  const layers = layersOf(document);
  const expected = { layers, isDated: hasDates(document), isSectioned: hasSections(document) };
  for (const section of document.sections) {
    findStrayText(document, section, findings);
    for (const { experiment, start } of section.items) {
      if (!experiment) {
        const line = lineOfOffset(document.outline, start);
        const message = MESSAGES.malformedId(titleOf(document.outline, line));
        findings.push({ code: 'malformed-id', severity: 'error', line: line + 1, message });
        continue;
      }
      const { id } = experiment.fields;
      const first = lineOfId.get(id);
      if (first === undefined) lineOfId.set(id, experiment.line);
      else {
        const message = MESSAGES.duplicateId(id, first + 1);
        findings.push({ code: 'duplicate-id', severity: 'error', message, id, line: experiment.line + 1, field: 'id' });
      }
      findInExperiment(experiment, section.kind, document, expected, findings);
    }
  }
  findings.push(...correctionsIn(document));
  findHidden(document, findings);
  findUnread(document, findings);
  return findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

interface Layers {
  known: ReadonlySet<string>;
  list: string;
}

/** What this log has for its experiments, so that one without it lacks something. */
interface Expected {
  layers: Layers;
  isDated: boolean;
  isSectioned: boolean;
}

function layersOf({ contents: { layers } }: LogDocument): Layers {
  const known = new Set(layers.map(({ name }) => name.toLowerCase()));
  return { known, list: layers.map(({ name }) => name).join(', ') };
}

const DAYS = ['date', 'started'] as const;

function findInExperiment(
  source: ExperimentSource,
  kind: SectionKind,
  document: LogDocument,
  { layers, isDated, isSectioned }: Expected,
  findings: Finding[],
): void {
  const { contents, outline } = document;
  const { id, status, decision, layer, date } = source.fields;
  const add = (code: string, severity: Finding['severity'], message: string, field?: string): void => {
    const slice = field === undefined ? undefined : source.labels.find(({ key }) => key === field);
    findings.push({ code, severity, message, id, line: (slice?.line ?? source.line) + 1, ...(field ? { field } : {}) });
  };
  if (contents.prefix !== '' && !id.startsWith(leadOf(contents.prefix))) {
    add('other-prefix', 'warning', MESSAGES.otherPrefix(id, contents.prefix), 'id');
  }
  const home = sectionOfStatus(status);
  // A log of another shape that has no sections for experiments, or no date of proposal, is a good log.
  if (!isExperimentSection(kind)) {
    if (isSectioned) add('outside-section', 'warning', MESSAGES.outsideSection(id, titleOfSection(home ?? 'active')));
  } else if (home && home !== kind && !isOver(document, [home, kind])) {
    add('status-section', 'warning', MESSAGES.statusSection(id, status, titleOfSection(kind)), 'status');
  }
  if (document.shape.isOfExperiments && !isStatus(status)) {
    const message = status === '' ? MESSAGES.noStatus(id) : MESSAGES.unknownStatus(id, shorten(status));
    add('unknown-status', 'error', message, 'status');
  }
  if (decision !== '' && !DECISIONS.some((known) => known === decision)) {
    add('unknown-decision', 'error', MESSAGES.unknownDecision(id, shorten(decision)), 'decision');
  }
  if (layers.known.size > 0 && !layers.known.has(layer.toLowerCase())) {
    const message =
      layer === '' ? MESSAGES.noLayer(id, layers.list) : MESSAGES.unknownLayer(id, shorten(layer), layers.list);
    add('unknown-layer', 'warning', message, 'layer');
  }
  if (date === '' && isDated) add('missing-date', 'warning', MESSAGES.missingDate(id), 'date');
  for (const field of DAYS) {
    const text = source.fields[field];
    if (text !== '' && readDay(text) === undefined) {
      add('impossible-date', 'error', MESSAGES.impossibleDate(id, shorten(text)), field);
    }
  }
  for (const { repeated, label, line } of source.labels) {
    if (!repeated || label === '') continue;
    const message = MESSAGES.labelTwice(id, label);
    findings.push({ code: 'label-twice', severity: 'error', message, id, line: line + 1 });
  }
  for (const { start, end } of source.strays) {
    if (/^ {0,3}<!--/.test(outline.text.slice(start, Math.min(end, start + 8)))) continue;
    const line = lineOfOffset(outline, start) + 1;
    findings.push({ code: 'stray-text', severity: 'warning', message: MESSAGES.strayText(id), id, line });
  }
}

/** What of the log was read as something else than what is written, a finding each. */
function correctionsIn(document: LogDocument): Finding[] {
  const bareOf = oncePerText((raw) => bareText(raw.replace(/[*`~]+/g, '')));
  const spellings: Located[] = [];
  for (const { items } of document.sections) {
    for (const { experiment } of items) if (experiment) addSpellings(document.text, experiment, bareOf, spellings);
  }
  return spelledOtherwise(spellings).map(({ key, written, read, id, line }) => ({
    code: READ_OTHERWISE,
    severity: 'warning',
    message: MESSAGES.readAs(id, fieldOf(key).label, shorten(written), read),
    id,
    field: key,
    line,
  }));
}

/** The code of a finding about a value that was read as something else than what is written. */
export const READ_OTHERWISE = 'read-otherwise';

const SPELT = ['status', 'decision', 'date', 'started'] as const;

type Located = Spelling & { id: string; line: number };

function addSpellings(
  text: string,
  source: ExperimentSource,
  bareOf: (raw: string) => string,
  spellings: Located[],
): void {
  const { fields, labels, isStatusOfSection } = source;
  for (const key of SPELT) {
    const read = fields[key];
    if (read === '' || (key === 'status' && isStatusOfSection)) continue;
    const slice = labels.find((label) => label.key === key);
    const span = (key === 'status' || key === 'date' ? source[key] : undefined) ?? slice?.value;
    if (span === undefined) continue;
    const raw = text.slice(span.start, span.end);
    const written = raw === read ? raw : bareOf(slice ? plainValue(slice.form, raw) : raw);
    spellings.push({ key, written, read, id: fields.id, line: (slice?.line ?? source.line) + 1 });
  }
}

/** Whether all of these sections are of what is over, in a log of another shape, whose one section may hold both. */
function isOver({ shape }: LogDocument, kinds: readonly SectionKind[]): boolean {
  return !shape.isTemplate && kinds.every((kind) => kind === 'completed' || kind === 'dropped');
}

/** Whether a log has sections for experiments, as the template does. */
function hasSections({ sections, shape }: LogDocument): boolean {
  return shape.isTemplate || (shape.isOfExperiments && sections.some(({ kind }) => isExperimentSection(kind)));
}

/** Whether a log says a date of any of its experiments, as the template does. */
function hasDates({ sections, shape }: LogDocument): boolean {
  const isDated = ({ experiment }: SectionItem): boolean =>
    experiment?.date !== undefined || experiment?.labels.some(({ key }) => key === 'date') === true;
  return shape.isTemplate || sections.some(({ items }) => items.some(isDated));
}

/** Words between an experiment section's heading and its first experiment. */
function findStrayText({ outline, shape }: LogDocument, section: Section, findings: Finding[]): void {
  if (!isExperimentSection(section.kind) || shape.experiment === ROWS) return;
  const first = section.items[0]?.start ?? Number.POSITIVE_INFINITY;
  const from = belowHeading(outline, section.line);
  for (let line = from; line < section.endLine && (outline.starts[line] ?? 0) < first; line += 1) {
    const text = lineText(outline, line);
    if (outline.flags[line] !== 0 || isNoneYet(outline, line)) continue;
    const message = MESSAGES.strayWords(shorten(text));
    findings.push({ code: 'stray-text', severity: 'warning', message, line: line + 1 });
    return;
  }
}

/** A fence or HTML that hides all that stands below it, and a log that ends in the middle of an experiment. */
function findHidden({ outline, sections, shape }: LogDocument, findings: Finding[]): void {
  const { openLine, starts } = outline;
  if (openLine >= 0) {
    let hidden = 0;
    for (let line = openLine + 1; line < starts.length; line += 1) {
      const text = lineText(outline, line);
      if (/^ {0,3}#/.test(text) && partsOfHeading(text, shape).id) hidden += 1;
    }
    const message = MESSAGES.openBlock(shorten(lineText(outline, openLine)), hidden);
    findings.push({ code: 'open-block', severity: hidden > 0 ? 'error' : 'warning', message, line: openLine + 1 });
  }
  const last = sections[sections.length - 1];
  const experiment = last?.items[last.items.length - 1]?.experiment;
  if (experiment?.endLine !== starts.length || hasFlag(outline, starts.length - 1, BLANK)) return;
  const words = lineText(outline, starts.length - 1);
  // The last line of a whole log ends; a heading or a label that nothing follows, or half a label, was cut.
  if (!/^(?:#{1,6}[ \t]|\*\*[^*]*$|\*\*[^*]*\*?$)/.test(words) || matchLabel(words)) return;
  findings.push({
    code: 'cut-off',
    severity: 'warning',
    message: MESSAGES.cutOff(shorten(words)),
    line: starts.length,
  });
}

/** Headings of other levels or forms that look like experiments. */
function findUnread(document: LogDocument, findings: Finding[]): void {
  const { outline, shape, sections } = document;
  const kinds = new Map<number, SectionKind>(sections.map(({ kind, line }) => [line, kind]));
  let kind: SectionKind = 'preamble';
  const unread: number[] = [];
  for (const { line, depth } of outline.headings) {
    kind = kinds.get(line) ?? kind;
    if (depth === shape.experiment || isExampleSection(kind)) continue;
    if (isLikeExperiment(outline, line) || (depth < shape.experiment && isSpeakingAt(document, line)))
      unread.push(line);
  }
  const [first] = unread;
  if (first === undefined) return;
  const shown = unread.slice(0, 3).map((line) => `"${shorten(lineText(outline, line))}"`);
  const own = sections.flatMap(({ items }) => items).find(({ experiment }) => experiment)?.experiment;
  const like =
    shape.isTemplate || own === undefined || shape.experiment === ROWS
      ? undefined
      : `"${shorten(lineText(outline, own.line))}"`;
  const message = MESSAGES.unreadHeadings(unread.length, shown.join(', '), like);
  findings.push({ code: 'unread-headings', severity: 'warning', message, line: first + 1 });
}

/** Whether labels below a heading, before any other, make what stands there an experiment. */
function isSpeakingAt({ outline }: LogDocument, line: number): boolean {
  const end = outline.headings[headingFrom(outline, line + 1)]?.line ?? outline.starts.length;
  let fields = 0;
  for (let below = belowHeading(outline, line); below < end; below += 1) {
    if (hasFlag(outline, below, BLANK | MASKED | RULE)) continue;
    fields |= labelOfLine(lineText(outline, below))?.word.says ?? 0;
  }
  return isSpeaking(fields);
}

function titleOf(outline: Outline, line: number): string {
  return lineText(outline, line).replace(/^[ \t#]+/, '');
}

function lineOfOffset({ starts }: Outline, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
