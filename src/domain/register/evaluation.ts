// Where an experiment stands: what the register works out about it from what people wrote.
import { type DurationReading, type DurationSettings, readDuration } from '../duration/reader.ts';
import { clockStart } from '../duration/timing.ts';
import type { Experiment } from '../experiment/template.ts';
import { rowWords } from '../messages.ts';
import type { Finding } from './finding.ts';
import { findingsOf } from './findings.ts';
import type { Settings } from './settings.ts';

export interface Evaluation {
  duration: DurationReading;
  /** yyyy-mm-dd; `''` where the duration cannot be dated. */
  due: string;
  findings: Finding[];
}

/** `today`, and `closed` where it is known, as yyyy-mm-dd. */
export function evaluate(
  experiment: Experiment,
  settings: Pick<Settings, 'layers' | 'sprintDays' | 'fiscalYearBegins'> & Partial<Pick<Settings, 'scoring'>>,
  today: string,
  closed = '',
): Evaluation {
  const duration = readOnce(experiment.duration, clockStart(experiment), settings);
  return {
    duration,
    due: duration.dated ? duration.due : '',
    findings: findingsOf(experiment, duration, settings, today, closed),
  };
}

const readings = new Map<string, DurationReading>();

/** An execution evaluates its rows more than once: an import when it writes them, and when it checks what stands there then. */
function readOnce(text: string, start: string, settings: DurationSettings): DurationReading {
  const key = `${settings.sprintDays} ${settings.fiscalYearBegins} ${start} ${text}`;
  const reading = readings.get(key) ?? readDuration(text, start, settings);
  readings.set(key, reading);
  return reading;
}

/** A row as far as its findings depend on it. */
export interface EvaluatedRow {
  /** The row of the Experiments sheet, from 1. */
  row: number;
  experiment: Experiment;
  closed: string;
}

/** Where each ID stands: rows from 1, in the order given. */
export type IdPlaces = ReadonlyMap<string, readonly number[]>;

/** Where the IDs of these cells stand; blanks around one do not count. */
export function idPlaces(cells: Iterable<readonly [id: string, row: number]>): IdPlaces {
  const places = new Map<string, number[]>();
  for (const [cell, row] of cells) {
    const id = cell.trim();
    const rows = places.get(id);
    if (rows) rows.push(row);
    else if (id !== '') places.set(id, [row]);
  }
  return places;
}

/** Of each row, the other rows with its ID, from 1. */
export function twinsIn(rows: readonly Pick<EvaluatedRow, 'row' | 'experiment'>[]): (row: EvaluatedRow) => number[] {
  const places = idPlaces(rows.map(({ row, experiment }) => [experiment.id, row]));
  return ({ row, experiment }) => (places.get(experiment.id.trim()) ?? []).filter((other) => other !== row);
}

/**
 * Where every experiment of the register stands, with what only the others tell: that an ID stands twice. Sidebar, dashboard, Check register
 * and the Findings column count what this finds. `today` as yyyy-mm-dd.
 */
export function evaluateRegister(
  rows: readonly EvaluatedRow[],
  settings: Parameters<typeof evaluate>[1],
  today: string,
): Evaluation[] {
  const twinsOf = twinsIn(rows);
  return rows.map((row) => evaluateRow(row, twinsOf, settings, today));
}

/** The same of one of them. */
export function evaluateRow(
  row: EvaluatedRow,
  twinsOf: (row: EvaluatedRow) => number[],
  settings: Parameters<typeof evaluate>[1],
  today: string,
): Evaluation {
  const evaluation = evaluate(row.experiment, settings, today, row.closed);
  const [twin] = twinsOf(row);
  return twin === undefined ? evaluation : withTwin(evaluation, row.experiment.id.trim(), twin);
}

/** The evaluation of a row whose ID stands in another row, too. */
export function withTwin(evaluation: Evaluation, id: string, twin: number): Evaluation {
  const message = rowWords.twin(id, twin);
  const finding: Finding = { code: 'duplicate-id', severity: 'error', id, field: 'id', message };
  return { ...evaluation, findings: [finding, ...evaluation.findings] };
}
