// The register's highlights: conditional formats that say where something is late, soon, missing or over.
import { type Phase, STATUSES, statusRow } from '../domain/experiment/status.ts';
import { EMPTY_TEXTS } from '../domain/experiment/template.ts';
import { timingWords } from '../domain/messages.ts';
import { quoted } from './cell.ts';
import { type ColumnKey, type ColumnPlaces, columnLetters } from './columns.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

// Dark text on light ground: every pair has a contrast of 7:1 or more.
const OVERDUE = { ground: '#fce8e6', ink: '#8c1d18' };
const DUE_SOON = { ground: '#fef7e0', ink: '#6b4a00' };
const CANNOT_DATE = { ground: '#e8eaf6', ink: '#283593' };
const STALE = { ground: '#efebe9', ink: '#4e342e' };
const MISSING = { ground: '#fde7f3', ink: '#7b1650' };
const CLOSED_INK = '#5f6368';

/** Marks the highlights as the register's own, so that people's rules on the same sheet are told apart and kept. */
const OWN_RULE = '*("Kaizen Log"<>"")';

/** Replaces the register's own highlights and keeps everybody else's, theirs first. */
export function setHighlights(sheet: Sheet, places: ColumnPlaces, rows: number): void {
  const cell = (key: ColumnKey) => `$${columnLetters(places.get(key) ?? 0)}2`;
  const [status, due, timing] = [cell('status'), cell('due'), cell('timing')];
  const whole = sheet.getRange(2, 1, rows, Math.max(...places.values()) + 1);
  const columns = (...keys: ColumnKey[]) => keys.map((key) => sheet.getRange(2, (places.get(key) ?? 0) + 1, rows, 1));
  const own = (
    condition: string,
    ranges: GoogleAppsScript.Spreadsheet.Range[],
    look: { ground?: string; ink: string },
  ) => {
    const rule = SpreadsheetApp.newConditionalFormatRule()
      // Operators only: a comma or semicolon between arguments depends on the spreadsheet's locale.
      .whenFormulaSatisfied(`=${condition}${OWN_RULE}`)
      .setFontColor(look.ink)
      .setRanges(ranges);
    return (look.ground === undefined ? rule : rule.setBackground(look.ground)).build();
  };
  const isOwn = (rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule) => {
    const formula = rule.getBooleanCondition()?.getCriteriaValues()[0];
    return typeof formula === 'string' && formula.endsWith(OWN_RULE);
  };
  const empty = (key: ColumnKey) => ['', ...EMPTY_TEXTS].map((text) => `(${cell(key)}="${text}")`).join('+');
  const isIn = (phase: Phase) =>
    `(${STATUSES.filter((name) => statusRow(name).phase === phase)
      .map((name) => `(${status}="${name}")`)
      .join('+')})`;
  const isTiming = (words: string) => `(${timing}=${quoted(words)})`;
  const missing = STATUSES.flatMap((name) =>
    statusRow(name).needs.map(({ field }) =>
      own(`(${status}="${name}")*((${empty(field)})>0)`, columns(field), MISSING),
    ),
  );
  const theirs = sheet.getConditionalFormatRules().filter((rule) => !isOwn(rule));
  sheet.setConditionalFormatRules([
    ...theirs,
    ...missing,
    own(`${isIn('running')}*(${due}<>"")*(${due}<TODAY())`, [whole], OVERDUE),
    own(
      `(${isTiming(timingWords['due soon'])}+${isTiming(timingWords['due today'])})`,
      columns('due', 'timing'),
      DUE_SOON,
    ),
    own(isTiming(timingWords['cannot date']), columns('duration', 'timing'), CANNOT_DATE),
    own(isTiming(timingWords.stale), columns('date', 'timing'), STALE),
    own(isIn('ended'), [whole], { ink: CLOSED_INK }),
  ]);
}
