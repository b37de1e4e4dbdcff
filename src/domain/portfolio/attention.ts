// What needs somebody today: the experiments that are late, due, undatable, waiting too long, not closed properly, or not yet where else they should go.
import { formatDay, readDay } from '../calendar.ts';
import { type Timing, timingOf } from '../duration/timing.ts';
import { duePlaces } from '../experiment/rollout.ts';
import { isStatus } from '../experiment/status.ts';
import { type Experiment, isEmptyText } from '../experiment/template.ts';
import { timingWords } from '../messages.ts';
import { type Evaluation, evaluate } from '../register/evaluation.ts';
import { DUE_PLACES, needsFixing, UNDATABLE } from '../register/finding.ts';
import type { Settings } from '../register/settings.ts';
import type { Attention } from './attention-order.ts';

/** Why an experiment needs somebody on the day `today` (yyyy-mm-dd); undefined if it does not. `evaluation` is worked out unless given. */
export function attentionOf(
  experiment: Experiment,
  closed: string,
  settings: Pick<Settings, 'layers' | 'sprintDays' | 'fiscalYearBegins' | 'dueSoonDays' | 'staleProposalDays'>,
  today: string,
  evaluation: Evaluation = evaluate(experiment, settings, today, closed),
): Attention | undefined {
  const { status, started, date, decision } = experiment;
  const { duration } = evaluation;
  const timing = isStatus(status)
    ? timingOf({ ...settings, status, started, date, closed, decision, duration, today })
    : undefined;
  const found = gravestOf(experiment, settings, today, evaluation, timing);
  if (found === undefined) return undefined;
  const isWaiting = timing?.kind === 'stale' || timing?.kind === 'undecided';
  const isRollingOut = evaluation.findings.some(({ code }) => code === DUE_PLACES);
  return { ...found, needsFixing: needsFixing(evaluation.findings), isRollingOut, isWaiting };
}

function gravestOf(
  experiment: Experiment,
  settings: Parameters<typeof attentionOf>[2],
  today: string,
  evaluation: Evaluation,
  timing: Timing | undefined,
): Omit<Attention, 'needsFixing' | 'isRollingOut' | 'isWaiting'> | undefined {
  const { date } = experiment;
  const { duration, due, findings } = evaluation;
  const error = findings.find(({ severity, code }) => severity === 'error' && code !== UNDATABLE);
  if (timing === undefined) {
    return error && { kind: 'wrong', words: error.message, now: '', action: 'edit', days: 0 };
  }
  const now = timing.now ?? '';
  const since = (day: string) => (readDay(today) ?? 0) - (readDay(day) ?? readDay(today) ?? 0);
  switch (timing.kind) {
    case 'overdue':
      return { kind: 'overdue', words: timing.words, now, action: 'close out', days: since(due) };
    case 'due today':
      return { kind: 'due today', words: timing.words, now, action: 'close out', days: 0 };
    case 'closed':
    case 'undecided': {
      if (error !== undefined) return { kind: 'incomplete', words: error.message, now, action: 'close out', days: 0 };
      const rollout = findings.find(({ code }) => code === DUE_PLACES);
      const [longest] = duePlaces(experiment.rollingOut, today);
      if (rollout === undefined || longest === undefined) return undefined;
      return { kind: 'rolling out', words: rollout.message, now, action: 'edit', days: since(longest.day) };
    }
  }
  if (error !== undefined) return { kind: 'wrong', words: error.message, now, action: 'edit', days: 0 };
  switch (timing.kind) {
    case 'cannot date': {
      const why = duration.dated || isEmptyText(experiment.duration) ? '' : `: ${duration.why}`;
      return { kind: 'cannot date', words: timing.words + why, now, action: 'edit', days: 0 };
    }
    case 'due soon':
      return { kind: 'due soon', words: timing.words, now, action: 'close out', days: since(due) };
    case 'stale': {
      const proposed = readDay(date);
      const day = proposed === undefined ? '' : formatDay(proposed + settings.staleProposalDays + 1);
      return { kind: 'stale', words: timingWords.staleSince(day), now, action: 'edit', days: since(date) };
    }
    default: {
      // Before it begins nothing is late, and it will be once it has begun.
      const isUndatable = findings.some(({ code }) => code === UNDATABLE);
      const words = duration.dated ? '' : duration.why;
      return isUndatable ? { kind: 'cannot date', words, now, action: 'edit', days: 0 } : undefined;
    }
  }
}
