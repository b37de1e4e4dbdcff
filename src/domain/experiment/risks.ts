// The risks of an experiment as a list with a state each, written as people write them in the log.
import { readDay } from '../calendar.ts';

export const RISK_STATES = ['Open', 'Verified', 'Resolved'] as const;
type RiskState = (typeof RISK_STATES)[number];

export interface Risk {
  text: string;
  state: RiskState;
  /** yyyy-mm-dd, the day it was verified or resolved; `''` while open or where nobody wrote it. */
  date: string;
  /** What was found out; may be empty. */
  note: string;
}

const SETTLED = /^~~(.+?)~~ ✅ (Verified|Resolved)(?: (\d{4}-\d\d-\d\d))?(?: — (.+))?$/;

/**
 * The numbered list `1. text`, where a settled risk reads `1. ~~text~~ ✅ Verified 2026-02-11 — note`. Undefined for any other text,
 * and for one that would not come back as it is, so that free Markdown stays as typed. An empty text is an empty list.
 */
export function readRisks(text: string): Risk[] | undefined {
  if (text === '') return [];
  const risks: Risk[] = [];
  for (const line of text.split('\n')) {
    const item = /^\d{1,4}\. (\S.*)$/.exec(line)?.[1];
    if (item === undefined) return undefined;
    const [, settled, state, date = '', note = ''] = SETTLED.exec(item) ?? [];
    if (date !== '' && readDay(date) === undefined) return undefined;
    risks.push(
      settled === undefined
        ? { text: item, state: 'Open', date: '', note: '' }
        : { text: settled, state: state as RiskState, date, note },
    );
  }
  return writeRisks(risks) === text ? risks : undefined;
}

/** The list as text; risks without words are left out. */
export function writeRisks(risks: readonly Risk[]): string {
  return risks
    .map((risk) => ({ ...risk, text: oneLine(risk.text), note: oneLine(risk.note) }))
    .filter(({ text }) => text !== '')
    .map(({ text, state, date, note }, index) => {
      const settled = `~~${text}~~ ✅ ${state}${date === '' ? '' : ` ${date}`}${note === '' ? '' : ` — ${note}`}`;
      return `${index + 1}. ${state === 'Open' ? text : settled}`;
    })
    .join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Words that say how a risk would come to be noticed. */
const NOTICED =
  /\b(?:notic|measur|watch|monitor|check|alert|signal|count|track|review|show|report|warn|test)\w*|\b(?:if|when|once|as soon as|see|seen)\b|\d\s*%/i;

/** True if a risk that is still open says nothing of how it would be noticed. */
export function hasUnnoticedRisk(text: string): boolean {
  const open = readRisks(text)?.filter(({ state }) => state === 'Open');
  if (open !== undefined) return open.some((risk) => !NOTICED.test(risk.text));
  return !NOTICED.test(text);
}
