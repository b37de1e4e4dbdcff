// What is wrong or unwise about one experiment, in words for the person who wrote it.
import { readDay } from '../calendar.ts';
import type { DurationReading } from '../duration/reader.ts';
import { isId } from '../experiment/id.ts';
import { hasUnnoticedRisk } from '../experiment/risks.ts';
import { duePlaces } from '../experiment/rollout.ts';
import { labelOfRating, missingRatings, readRatings, scoringOf } from '../experiment/scoring.ts';
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
import { fieldWords, findingWords } from '../messages.ts';
import { DUE_PLACES, type Finding, UNDATABLE } from './finding.ts';
import type { Settings } from './settings.ts';

/** Words that make an expected result checkable without a number. */
const MEASURED = /\d|\b(?:zero|none|no|all|every|each|never|always|half|twice|double|one|two|three|first)\b/i;

/**
 * The findings about an experiment by itself, most serious first. `today`, and `closed` where it is known, as yyyy-mm-dd; `duration` as
 * read from its start.
 */
export function findingsOf(
  experiment: Experiment,
  duration: DurationReading,
  settings: Pick<Settings, 'layers'> & Partial<Pick<Settings, 'scoring'>>,
  today: string,
  closed = '',
): Finding[] {
  const findings: Finding[] = [];
  const add = (severity: Finding['severity'], code: string, field: FieldKey | 'closed', message: string) => {
    findings.push({ code, severity, message, id: experiment.id, field });
  };
  const isEmpty = (key: FieldKey) => isEmptyText(experiment[key]);
  const { status, date, decision } = experiment;
  const phase = phaseOf(status);
  const isClosed = phase === 'ended';
  const isOpen = phase === 'waiting' || phase === 'running';
  const chooseFrom = (field: Field) => fieldWords.choose(choicesOf(field, settings));

  /** What a field's kind asks of every experiment. Results are asked for by the status. */
  const judgeKind = (field: Field & { key: FieldKey }) => {
    const { key, label, kind, optional, result, derived } = field;
    const text = experiment[key];
    const isNeeded = optional !== true && result !== true;
    if (derived === true || (isEmpty(key) ? !isNeeded : isOffered(field, text, settings))) return;
    if (kind === 'date') {
      const { missing, noDate, writeDay } = fieldWords;
      add('error', `bad-${key}`, key, isEmpty(key) ? missing(label, writeDay) : noDate(text, writeDay));
    }
    if (kind === 'benefit') add('warning', `bad-${key}`, key, fieldWords.noBenefit(text));
    if (kind === 'choice' && choicesOf(field, settings).length > 0) {
      // Nothing can be worked out without a status.
      const severity = isEmpty(key) && key !== 'status' ? 'warning' : 'error';
      const { missing, unknown } = fieldWords;
      const remedy = chooseFrom(field);
      add(severity, `unknown-${key}`, key, isEmpty(key) ? missing(label, remedy) : unknown(label, text, remedy));
    }
  };

  if (!isEmpty('id') && !isId(experiment.id)) {
    add('error', 'malformed-id', 'id', findingWords.malformedId(experiment.id));
  }
  if (isEmpty('title')) add('error', 'missing-title', 'title', findingWords.missingTitle);
  for (const field of FIELDS) judgeKind(field);
  for (const message of wrongRatings(experiment.score, settings.scoring)) add('error', 'bad-score', 'score', message);
  const day = readDay(date);
  if (day !== undefined && day > (readDay(today) ?? day)) {
    add('warning', 'future-date', 'date', findingWords.futureDate(date));
  }
  for (const { code, field, message } of impossibleDays(experiment, closed, today))
    add('warning', code, field, message);
  if (isOpen && isOffered(fieldOf('decision'), decision, settings) && !isEmpty('decision')) {
    add('warning', 'early-decision', 'decision', findingWords.earlyDecision(status));
  }
  for (const { field, code, say } of isStatus(status) ? statusRow(status).needs : []) {
    if (!isEmpty(field)) continue;
    const asked = fieldOf(field);
    add('error', code, field, fieldWords.missing(asked.label, say ?? chooseFrom(asked)));
  }
  if (!isClosed && !duration.dated && (phase === 'running' || !isEmpty('duration'))) {
    add(phase === 'running' ? 'error' : 'warning', UNDATABLE, 'duration', findingWords.undatableDuration(duration.why));
  }
  if (!isClosed && isEmpty('hypothesis')) {
    add('warning', 'missing-hypothesis', 'hypothesis', findingWords.missingHypothesis);
  } else if (!isClosed && !/\bbecause\b/i.test(experiment.hypothesis)) {
    add('warning', 'no-reason', 'hypothesis', findingWords.noReason);
  }
  if (!isClosed && !MEASURED.test(experiment.expectedResult)) {
    add('warning', 'not-measurable', 'expectedResult', findingWords.notMeasurable);
  }
  if (!isClosed && !isEmpty('risks') && hasUnnoticedRisk(experiment.risks)) {
    add('warning', 'unnoticed-risk', 'risks', findingWords.unnoticedRisk);
  }
  const places = isClosed && decision === 'Adopt' ? duePlaces(experiment.rollingOut, today) : [];
  if (places.length > 0) add('warning', DUE_PLACES, 'rollingOut', findingWords.duePlaces(places));
  return findings.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}

/** What is said of a score that cannot count as it stands. */
function wrongRatings(text: string, setting: string | undefined): string[] {
  const scoring = text === '' ? undefined : scoringOf(setting);
  if (scoring === undefined) return [];
  const said = readRatings(text);
  if (said === undefined) return [findingWords.noRatings(text)];
  const { least, most } = scoring;
  return missingRatings(text, scoring).flatMap((key) => {
    const rating = said[key];
    return rating === undefined ? [] : [findingWords.badRating(labelOfRating(key), rating, least, most)];
  });
}

/** Days that cannot be as they stand, whoever wrote them. */
function impossibleDays(
  { status, date, started }: Experiment,
  closed: string,
  today: string,
): { code: string; field: 'started' | 'closed'; message: string }[] {
  const now = readDay(today);
  const proposed = readDay(date);
  const from = readDay(started);
  const until = readDay(closed);
  const phase = phaseOf(status);
  const found: ReturnType<typeof impossibleDays> = [];
  const add = (code: string, field: 'started' | 'closed', message: string) => found.push({ code, field, message });
  if (from !== undefined && until !== undefined && until < from) {
    add('closed-early', 'closed', findingWords.closedEarly(closed, started));
  } else if (proposed !== undefined && until !== undefined && until < proposed) {
    add('closed-early', 'closed', findingWords.closedEarly(closed, date));
  }
  if (from !== undefined && now !== undefined && from > now) {
    add('future-started', 'started', findingWords.futureStarted(started));
  }
  if (until !== undefined && now !== undefined && until > now) {
    add('future-closed', 'closed', findingWords.futureClosed(closed));
  }
  if (phase === 'waiting' && started !== '') add('not-started', 'started', findingWords.notStarted(status));
  const hasRun = isStatus(status) && phase === 'ended' && statusRow(status).isCutShort !== true;
  if (hasRun && closed !== '' && started === '') add('missing-start', 'started', findingWords.missingStart(status));
  return found;
}
