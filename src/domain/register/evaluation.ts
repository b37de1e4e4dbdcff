// Where an experiment stands: what the register works out about it from what people wrote.
import { type DurationReading, readDuration } from '../duration/reader.ts';
import { clockStart } from '../duration/timing.ts';
import type { Experiment } from '../experiment/template.ts';
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
  settings: Pick<Settings, 'layers' | 'sprintDays' | 'fiscalYearBegins'>,
  today: string,
  closed = '',
): Evaluation {
  const duration = readDuration(experiment.duration, clockStart(experiment), settings);
  return {
    duration,
    due: duration.dated ? duration.due : '',
    findings: findingsOf(experiment, duration, settings, today, closed),
  };
}
