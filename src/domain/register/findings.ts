// What is wrong or unwise about one experiment, in words for the person who wrote it.
import { readDay } from '../calendar.ts';
import type { DurationReading } from '../duration/reader.ts';
import { readId } from '../experiment/id.ts';
import { hasUnnoticedRisk } from '../experiment/risks.ts';
import { isStatus, phaseOf, statusRow } from '../experiment/status.ts';
import {
  choicesOf,
  type Experiment,
  FIELDS,
  type Field,
  type FieldKey,
  fieldOf,
  isEmptyText,
  isOffered,
} from '../experiment/template.ts';
import type { Finding } from './finding.ts';
import type { Settings } from './settings.ts';

/** Words that make an expected result checkable without a number. */
const MEASURED = /\d|\b(?:zero|none|no|all|every|each|never|always|half|twice|double|one|two|three|first)\b/i;

/** The findings about an experiment by itself, most serious first. `today` as yyyy-mm-dd; `duration` as read from its start. */
export function findingsOf(
  experiment: Experiment,
  duration: DurationReading,
  settings: Pick<Settings, 'layers'>,
  today: string,
): Finding[] {
  const findings: Finding[] = [];
  const add = (severity: Finding['severity'], code: string, field: FieldKey, message: string) => {
    findings.push({ code, severity, message, id: experiment.id, field });
  };
  const isEmpty = (key: FieldKey) => isEmptyText(experiment[key]);
  const { status, date, decision } = experiment;
  const phase = phaseOf(status);
  const isClosed = phase === 'ended';
  const isOpen = phase === 'waiting' || phase === 'running';
  const chooseFrom = (field: Field) => `choose ${choice(choicesOf(field, settings))}`;

  /** What a field's kind asks of every experiment. Results are asked for by the status. */
  const judgeKind = (field: Field & { key: FieldKey }) => {
    const { key, label, kind, optional, result, derived } = field;
    const text = experiment[key];
    const isNeeded = optional !== true && result !== true;
    const name = label.toLowerCase();
    if (derived === true || (isEmpty(key) ? !isNeeded : isOffered(field, text, settings))) return;
    if (kind === 'date') {
      const message = isEmpty(key) ? `The ${name} is missing` : `"${text}" is no date`;
      add('error', `bad-${key}`, key, `${message}: write it as yyyy-mm-dd.`);
    }
    if (kind === 'choice' && choicesOf(field, settings).length > 0) {
      const message = isEmpty(key) ? `The ${name} is missing` : `The ${name} "${text}" does not exist`;
      // Nothing can be worked out without a status.
      const severity = isEmpty(key) && key !== 'status' ? 'warning' : 'error';
      add(severity, `unknown-${key}`, key, `${message}: ${chooseFrom(field)}.`);
    }
  };

  if (!isEmpty('id') && readId(experiment.id) === undefined) {
    add(
      'error',
      'malformed-id',
      'id',
      `The ID "${experiment.id}" is not like K-BIZ-001: correct it, or empty the cell to have one given.`,
    );
  }
  if (isEmpty('title')) add('error', 'missing-title', 'title', 'The title is missing: say in one line what is tried.');
  for (const field of FIELDS) judgeKind(field);
  const day = readDay(date);
  if (day !== undefined && day > (readDay(today) ?? day)) {
    add('warning', 'future-date', 'date', `The date ${date} is in the future: check it.`);
  }
  if (isOpen && isOffered(fieldOf('decision'), decision, settings) && !isEmpty('decision')) {
    add(
      'warning',
      'early-decision',
      'decision',
      `There is a decision, but it is still ${status}: close it, or empty the decision.`,
    );
  }
  for (const { field, code, say } of isStatus(status) ? statusRow(status).needs : []) {
    if (!isEmpty(field)) continue;
    const { label } = fieldOf(field);
    add('error', code, field, `The ${label.toLowerCase()} is missing: ${say ?? chooseFrom(fieldOf(field))}.`);
  }
  if (!isClosed && !duration.dated && (phase === 'running' || !isEmpty('duration'))) {
    add(
      phase === 'running' ? 'error' : 'warning',
      'undatable-duration',
      'duration',
      `The duration cannot be dated. ${duration.why}`,
    );
  }
  if (!isClosed && isEmpty('hypothesis')) {
    add('warning', 'missing-hypothesis', 'hypothesis', 'The hypothesis is missing: if we …, then … because ….');
  } else if (!isClosed && !/\bbecause\b/i.test(experiment.hypothesis)) {
    add('warning', 'no-reason', 'hypothesis', 'The hypothesis gives no reason: add "because …".');
  }
  if (!isClosed && !MEASURED.test(experiment.expectedResult)) {
    add(
      'warning',
      'not-measurable',
      'expectedResult',
      'The expected result has nothing to measure: add a number or a yes-or-no.',
    );
  }
  if (!isClosed && !isEmpty('risks') && hasUnnoticedRisk(experiment.risks)) {
    add(
      'warning',
      'unnoticed-risk',
      'risks',
      'A risk is named, but not how it would be noticed: add what would show it.',
    );
  }
  return findings.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}

/** `A, B or C`. */
export function choice(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}
