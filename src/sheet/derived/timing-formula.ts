// The Timing cell: the words of `timingOf` as a formula that is right again every morning without a script run.
import { readDay } from '../../domain/calendar.ts';
import { timingOf, UNKNOWN } from '../../domain/duration/timing.ts';
import { isStatus, statusRow } from '../../domain/experiment/status.ts';
import type { Experiment } from '../../domain/experiment/template.ts';
import { timingWords } from '../../domain/messages.ts';
import type { Evaluation } from '../../domain/register/evaluation.ts';
import type { Settings } from '../../domain/register/settings.ts';
import { DAYS_BEFORE_1970, quoted } from '../cell.ts';

/**
 * The cell's content: a formula for experiments that are not closed, words for the others, `''` without a known status.
 * The formulas have operators and functions of one argument only, so that they mean the same in every locale; and day numbers
 * instead of references, so that sorting and moving cells cannot break them.
 */
export function timingCell(
  experiment: Experiment,
  closed: string,
  { duration, due }: Evaluation,
  settings: Settings,
  today: string,
): string {
  const { status, started, date, decision } = experiment;
  if (!isStatus(status)) return '';
  const { phase } = statusRow(status);
  const proposed = serialOf(date);
  if (phase === 'waiting' && proposed !== undefined) {
    const lastFresh = proposed + settings.staleProposalDays;
    return formula([
      when(timingWords.stale, `TODAY()>${lastFresh}`),
      when(timingWords['not started'], `TODAY()<=${lastFresh}`),
    ]);
  }
  const end = serialOf(due);
  if (phase === 'running' && duration.dated && end !== undefined) {
    const soon = Math.min(end - settings.dueSoonDays, serialOf(duration.earliest ?? '') ?? end);
    return formula([
      when(timingWords.overdue(timingWords.days(UNKNOWN)), `TODAY()>${end + 1}`, `(N(TODAY())-${end})`),
      when(timingWords.overdue(timingWords.oneDay), `TODAY()=${end + 1}`),
      when(timingWords['due today'], `TODAY()=${end}`),
      when(timingWords['due soon'], `(TODAY()<${end})*(TODAY()>=${soon})`),
      when(timingWords['on track'], `(TODAY()<${end})*(TODAY()<${soon})`),
    ]);
  }
  const { dueSoonDays, staleProposalDays } = settings;
  const facts = { status, started, date, closed, decision, duration, today, dueSoonDays, staleProposalDays };
  return timingOf(facts).words;
}

/**
 * The words, and in them the number (by `N`, so that no sheet takes the difference for a date), where the condition holds, else nothing: a division by zero is an error, and `IFERROR` of one argument
 * is empty for it.
 */
function when(words: string, condition: string, number = ''): string {
  return `IFERROR(${words.split(UNKNOWN).map(quoted).join(`&${number}&`)}&T(1/(${condition})))`;
}

function formula(parts: readonly string[]): string {
  return `=${parts.join('&')}`;
}

function serialOf(date: string): number | undefined {
  const day = readDay(date);
  return day === undefined ? undefined : day + DAYS_BEFORE_1970;
}
