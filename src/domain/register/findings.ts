// What is wrong or unwise about one experiment, in words for the person who wrote it.
import { readDay } from '../calendar.ts';
import type { DurationReading } from '../duration/reader.ts';
import { readId } from '../experiment/id.ts';
import { isStatus } from '../experiment/lifecycle.ts';
import { hasUnnoticedRisk } from '../experiment/risks.ts';
import { DECISIONS, type Experiment, type FieldKey, isEmptyText, STATUSES } from '../experiment/template.ts';
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
  const { status, layer, date, decision } = experiment;
  const layers = settings.layers.map(({ name }) => name);
  const isClosed = status === 'Completed' || status === 'Dropped';

  if (!isEmpty('id') && readId(experiment.id) === undefined) {
    add(
      'error',
      'malformed-id',
      'id',
      `The ID "${experiment.id}" is not like K-BIZ-001: correct it, or empty the cell to have one given.`,
    );
  }
  if (isEmpty('title')) add('error', 'missing-title', 'title', 'The title is missing: say in one line what is tried.');
  if (!isStatus(status)) {
    const message = isEmpty('status') ? 'The status is missing' : `The status "${status}" does not exist`;
    add('error', 'unknown-status', 'status', `${message}: choose ${choice(STATUSES)}.`);
  }
  if (layers.length > 0 && !layers.includes(layer)) {
    const message = isEmpty('layer') ? 'The layer is missing' : `The layer "${layer}" does not exist`;
    add(isEmpty('layer') ? 'warning' : 'error', 'unknown-layer', 'layer', `${message}: choose ${choice(layers)}.`);
  }
  const day = readDay(date);
  if (day === undefined) {
    const message = isEmpty('date') ? 'The date is missing' : `"${date}" is no date`;
    add('error', 'bad-date', 'date', `${message}: write it as yyyy-mm-dd.`);
  } else if (day > (readDay(today) ?? day)) {
    add('warning', 'future-date', 'date', `The date ${date} is in the future: check it.`);
  }
  if (!isEmpty('decision') && !DECISIONS.some((known) => known === decision)) {
    add(
      'error',
      'unknown-decision',
      'decision',
      `The decision "${decision}" does not exist: choose ${choice(DECISIONS)}.`,
    );
  } else if (!isEmpty('decision') && isStatus(status) && !isClosed) {
    add(
      'warning',
      'early-decision',
      'decision',
      `There is a decision, but it is still ${status}: close it, or empty the decision.`,
    );
  }
  if (status === 'Completed') {
    if (isEmpty('actualResult'))
      add('error', 'missing-result', 'actualResult', 'The actual result is missing: say what happened.');
    if (isEmpty('learning'))
      add('error', 'missing-learning', 'learning', 'The learning is missing: say what was learnt.');
  }
  if (status === 'Dropped' && isEmpty('learning')) {
    add('error', 'missing-learning', 'learning', 'The learning is missing: say why it was dropped.');
  }
  if (isClosed && isEmpty('decision')) {
    add('error', 'missing-decision', 'decision', `The decision is missing: choose ${choice(DECISIONS)}.`);
  }
  if (!isClosed && !duration.dated && (status === 'Active' || !isEmpty('duration'))) {
    add(
      status === 'Active' ? 'error' : 'warning',
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
