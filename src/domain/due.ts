// The due date of an experiment: its duration, counted from the day it started, else from its date.
import { readDuration } from './duration.ts';
import type { Experiment } from './template.ts';

/** The due date as yyyy-mm-dd; `''` where the duration cannot be dated. `sprintDays` is how long a sprint is. */
export function dueDate(experiment: Pick<Experiment, 'duration' | 'started' | 'date'>, sprintDays: number): string {
  const reading = readDuration(experiment.duration, experiment.started || experiment.date, { sprintDays });
  return reading.dated ? reading.due : '';
}
