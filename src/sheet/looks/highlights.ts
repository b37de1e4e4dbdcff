// The register's highlights: conditional formats that say what a status is, where something is late, soon or missing, and what is over.
import { LIGHT, LIGHT_TONES, type Tone } from '../../domain/colours.ts';
import { TIMING_TONES } from '../../domain/duration/timing-kinds.ts';
import { type Phase, STATUSES, type Status, statusRow } from '../../domain/experiment/status.ts';
import { DECISIONS, EMPTY_TEXTS } from '../../domain/experiment/template.ts';
import { timingWords } from '../../domain/messages.ts';
import { quoted } from '../cell.ts';
import { type ColumnKey, type ColumnPlaces, columnLetters } from '../columns.ts';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Marks the highlights as the register's own, so that people's rules on the same sheet are told apart and kept. */
const OWN_RULE = '*("Kaizen Log"<>"")';

/** The columns in which highlights give a cell a ground of its own. */
export const TINTED: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'status',
  'timing',
  'duration',
  ...STATUSES.flatMap((name) => statusRow(name).needs.map(({ field }) => field)),
]);

/** Replaces the register's own highlights and keeps everybody else's, theirs first. */
export function setHighlights(sheet: Sheet, places: ColumnPlaces, rows: number): void {
  const cell = (key: ColumnKey) => `$${columnLetters(places.get(key) ?? 0)}2`;
  const [status, due, timing] = [cell('status'), cell('due'), cell('timing')];
  const whole = sheet.getRange(2, 1, rows, Math.max(...places.values()) + 1);
  const columns = (...keys: ColumnKey[]) => keys.map((key) => sheet.getRange(2, (places.get(key) ?? 0) + 1, rows, 1));
  const own = (condition: string, ranges: GoogleAppsScript.Spreadsheet.Range[], ink: string, ground?: string) => {
    const rule = SpreadsheetApp.newConditionalFormatRule()
      // Operators only: a comma or semicolon between arguments depends on the spreadsheet's locale.
      .whenFormulaSatisfied(`=${condition}${OWN_RULE}`)
      .setFontColor(ink)
      .setRanges(ranges);
    return (ground === undefined ? rule : rule.setBackground(ground)).build();
  };
  const inTone = (condition: string, column: ColumnKey, tone: Tone) =>
    own(condition, columns(column), LIGHT_TONES[`${tone}-ink`], LIGHT_TONES[`${tone}-ground`]);
  const isOwn = (rule: GoogleAppsScript.Spreadsheet.ConditionalFormatRule) => {
    const formula = rule.getBooleanCondition()?.getCriteriaValues()[0];
    return typeof formula === 'string' && formula.endsWith(OWN_RULE);
  };
  const empty = (key: ColumnKey) => ['', ...EMPTY_TEXTS].map((text) => `(${cell(key)}="${text}")`).join('+');
  const isIn = (phase: Phase) =>
    `(${STATUSES.filter((name) => statusRow(name).phase === phase)
      .map((name) => `(${status}="${name}")`)
      .join('+')})`;
  const isStatus = (name: Status) => `(${status}="${name}")`;
  const says = (...words: string[]) => `(${words.map((each) => `(${timing}=${quoted(each)})`).join('+')})`;
  const isTiming = (kind: keyof typeof TIMING_TONES) => {
    switch (kind) {
      case 'overdue':
        return `${isIn('running')}*(${due}<>"")*(${due}<TODAY())`;
      case 'undecided':
        return isIn('ended') + DECISIONS.map((known) => `*(${cell('decision')}<>${quoted(known)})`).join('');
      case 'stale':
        return says(timingWords.stale, timingWords.wasStale);
      default:
        return says(timingWords[kind]);
    }
  };
  const missing = STATUSES.flatMap((name) =>
    statusRow(name).needs.map(({ field }) => inTone(`${isStatus(name)}*((${empty(field)})>0)`, field, 'missing')),
  );
  const theirs = sheet.getConditionalFormatRules().filter((rule) => !isOwn(rule));
  sheet.setConditionalFormatRules([
    ...theirs,
    ...missing,
    inTone(`${isIn('running')}*(${cell('duration')}="")`, 'duration', 'missing'),
    ...STATUSES.map((name) => inTone(isStatus(name), 'status', statusRow(name).tone)),
    ...(Object.keys(TIMING_TONES) as (keyof typeof TIMING_TONES)[]).map((kind) =>
      inTone(isTiming(kind), 'timing', TIMING_TONES[kind]),
    ),
    own(isIn('ended'), [whole], LIGHT.quiet),
  ]);
}
