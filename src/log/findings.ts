// What is wrong with a log, in words and with its line.

import { STATUSES } from '../domain/experiment/status.ts';
import { DECISIONS } from '../domain/experiment/template.ts';
import type { Finding } from '../domain/register/finding.ts';
import { lineText } from './blocks.ts';
import type { ExperimentSource, LogDocument, Section, SectionKind } from './document.ts';
import { sectionOfStatus, titleOfSection } from './template-section.ts';

/** A level-3 heading that should name an experiment and does not. */
export function malformedHeading(heading: string, line: number): Finding {
  const title = heading.replace(/^[ \t#]+/, '');
  return {
    code: 'malformed-id',
    severity: 'error',
    line: line + 1,
    message: `"${title}" has no ID like [K-ABC-001], so that it stays in the log but is not read; give it an ID.`,
  };
}

/** Every finding about the experiments of a document, and about text among them that belongs to none. */
export function findProblems(document: Omit<LogDocument, 'findings'>): Finding[] {
  const findings: Finding[] = [];
  const lineOfId = new Map<string, number>();
  for (const section of document.sections) {
    findStrayText(document, section, findings);
    for (const { experiment } of section.items) {
      if (!experiment) continue;
      const { id } = experiment.fields;
      const first = lineOfId.get(id);
      if (first === undefined) lineOfId.set(id, experiment.line);
      else {
        const message = `The ID ${id} is already taken by the experiment in line ${first + 1}; give one of them another.`;
        findings.push({ code: 'duplicate-id', severity: 'error', message, id, line: experiment.line + 1, field: 'id' });
      }
      for (const finding of problemsOf(experiment, section.kind, document)) findings.push(finding);
    }
  }
  return findings;
}

function problemsOf(source: ExperimentSource, kind: SectionKind, document: Omit<LogDocument, 'findings'>): Finding[] {
  const { contents, outline } = document;
  const { id, status, decision, layer, date, started } = source.fields;
  const findings: Finding[] = [];
  const add = (code: string, severity: Finding['severity'], message: string, field?: string): void => {
    const slice = field === undefined ? undefined : source.labels.find(({ key }) => key === field);
    findings.push({ code, severity, message, id, line: (slice?.line ?? source.line) + 1, ...(field ? { field } : {}) });
  };
  if (contents.prefix !== '' && !id.startsWith(`${contents.prefix}-`)) {
    add(
      'other-prefix',
      'warning',
      `${id} does not begin with ${contents.prefix}; check whether it belongs in this log.`,
      'id',
    );
  }
  const home = sectionOfStatus(status);
  if (kind !== 'active' && kind !== 'completed' && kind !== 'dropped') {
    add(
      'outside-section',
      'warning',
      `${id} stands in no section for experiments; move it under "${titleOfSection(home ?? 'active')}".`,
    );
  } else if (home && home !== kind) {
    add(
      'status-section',
      'warning',
      `${id} is ${status} but stands in "${titleOfSection(kind)}"; correct one of the two.`,
      'status',
    );
  }
  if (!STATUSES.some((known) => known === status)) {
    const said = status === '' ? `${id} has no status` : `${id} has the unknown status "${shorten(status)}"`;
    add('unknown-status', 'error', `${said}; use ${STATUSES.join(', ')}.`, 'status');
  }
  if (decision !== '' && !DECISIONS.some((known) => known === decision)) {
    const message = `${id} has the unknown decision "${shorten(decision)}"; use ${DECISIONS.join(', ')}.`;
    add('unknown-decision', 'error', message, 'decision');
  }
  if (contents.layers.length > 0 && !contents.layers.some(({ name }) => name.toLowerCase() === layer.toLowerCase())) {
    const said = layer === '' ? `${id} has no layer` : `${id} has the unknown layer "${shorten(layer)}"`;
    add('unknown-layer', 'warning', `${said}; use ${contents.layers.map(({ name }) => name).join(', ')}.`, 'layer');
  }
  if (date === '') add('missing-date', 'warning', `${id} has no date; write one as yyyy-mm-dd.`, 'date');
  for (const [field, text] of [
    ['date', date],
    ['started', started],
  ] as const) {
    if (text !== '' && !isDate(text)) {
      add(
        'impossible-date',
        'error',
        `${id} has "${shorten(text)}" where a date should be; write it as yyyy-mm-dd.`,
        field,
      );
    }
  }
  for (const slice of source.labels) {
    if (!slice.repeated) continue;
    const message = `${id} has the label "${slice.label}" twice; only one of them is read, so join the two.`;
    findings.push({ code: 'label-twice', severity: 'error', message, id, line: slice.line + 1 });
  }
  for (const stray of source.strays) {
    if (isComment(outline.text.slice(stray.start, stray.end))) continue;
    const line = lineOfOffset(document, stray.start);
    const message = `Text under ${id} stands under no label, so that it stays in the log but not in the register; put it under one.`;
    findings.push({ code: 'stray-text', severity: 'warning', message, id, line: line + 1 });
  }
  return findings;
}

/** Words between an experiment section's heading and its first experiment. */
function findStrayText(document: Omit<LogDocument, 'findings'>, section: Section, findings: Finding[]): void {
  if (sectionTakesNoText(section.kind)) return;
  const { outline } = document;
  const first = section.items[0]?.start ?? Number.POSITIVE_INFINITY;
  for (let line = section.line + 1; line < section.endLine && (outline.starts[line] ?? 0) < first; line += 1) {
    const text = lineText(outline, line);
    if (outline.flags[line] !== 0 || /^[(*_]*none( yet)?[)*_.]*$/i.test(text)) continue;
    const message = `"${shorten(text)}" belongs to no experiment; it stays in the log but not in the register.`;
    findings.push({ code: 'stray-text', severity: 'warning', message, line: line + 1 });
    return;
  }
}

function sectionTakesNoText(kind: SectionKind): boolean {
  return kind !== 'active' && kind !== 'completed' && kind !== 'dropped';
}

function isComment(text: string): boolean {
  return /^ {0,3}<!--/.test(text);
}

function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function lineOfOffset(document: Omit<LogDocument, 'findings'>, offset: number): number {
  const { starts } = document.outline;
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
