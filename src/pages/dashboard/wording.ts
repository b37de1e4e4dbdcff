// An experiment in the dashboard's words.
import { formatDay } from '../../domain/calendar.ts';
import { statusRow } from '../../domain/experiment/status.ts';
import type { Fact } from '../../domain/portfolio/portfolio.ts';
import { dashboardWords as words } from '../shared/messages.ts';

/** `K-BIZ-001 Title`, with words in place of what is missing; a title that is read from right to left stands apart from what is around it. */
export function nameOf({ experiment: { id, title } }: Fact): string {
  return words.openOne(id.trim() || words.unnamed, isolated(title.trim()) || words.untitled);
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** Between Unicode's marks for that, which charts keep, too, where it has such letters. */
function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** What there is of these, in one line. */
export function joined(texts: readonly (string | undefined)[], by = ' · '): string {
  return texts.filter((text) => text !== undefined && text.trim() !== '').join(by);
}

/** A day as yyyy-mm-dd; `''` where it is not known. */
export function dayText(day: number | undefined): string {
  return day === undefined ? '' : formatDay(day);
}

/** Status, layer, entity and owner, as far as they are written. */
export function placeOf({ experiment: { status, layer, entity, owner } }: Fact): string {
  return joined([status, layer, entity, owner]);
}

/** Where it stands in time and what needs somebody, in the words of sheet and sidebar. */
export function evaluationOf({ timing, attention }: Fact): string {
  const [said, needed] = [timing?.words ?? '', attention?.words ?? ''];
  if (said === '' || needed.startsWith(said)) return needed;
  return needed === '' ? said : `${said}. ${needed}`;
}

/** The days of its life, as far as they are known. */
export function daysOf({ proposed, started, due, ended }: Fact): string {
  const said = (day: number | undefined, say: (day: string) => string) =>
    day === undefined ? '' : say(formatDay(day));
  const { statusDays } = words;
  return joined(
    [
      said(proposed, statusDays.proposed),
      said(started, statusDays.started),
      said(due, statusDays.due),
      said(ended, statusDays.closed),
    ],
    ', ',
  );
}

/** The decision; else the status it is in. */
export function decisionOf({ decision, status, experiment }: Fact): string {
  if (decision !== undefined) return decision;
  const isOpen = status !== undefined && statusRow(status).phase !== 'ended';
  return isOpen ? status : experiment.decision.trim() || words.chains.undecided;
}
